"""How the four stages of a call are shown: the page, what is said of what was just noted."""

from __future__ import annotations

from coaching.calls import Call
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    message,
    text,
)
from coaching.notes.stages import Stages
from coaching.sales import known, opportunity_of
from coaching.spans import Span
from coaching.topics.noted import brief
from coaching.topics.stages import cautions, kept, points
from coaching.turn import Situation

FORM, TICKS = "stages", "stages_points"
OPEN, CLOSES, FINE, WHICH = "stages", "stages_closes", "stages_fine", "stages_which"
# How often one may have asked for an order; the last one stands for more too.
TIMES = (0, 1, 2, 3)


# ---- the page ----------------------------------------------------------------------------------


def page(call: Call, situation: Situation) -> Message:
    """The checklist of a call, what the rep wrote for it, and what speaks against that."""
    stages = kept.of_call(call, situation) or Stages()
    large = opportunity_of(call, situation).is_large
    when = Span(call.starts_at, call.ends_at)
    over = call.starts_at <= situation.now
    return message(
        Heading(text("stages-heading", customer=Quoted(call.customer), when=when)),
        *warned(call, situation),
        *(() if large else (Line(text("stages-small")),)),
        *(block for one in points.STAGES for block in _stage(one, call, stages, large=large)),
        *(closes_asked(call) if over else ()),
        _row(call, situation),
        *(() if over or stages.opening else (Small(text("stages-how")),)),
    )


def warned(call: Call, situation: Situation) -> tuple[Block, ...]:
    """What speaks against the plan, each with a way to see it otherwise."""
    return tuple(
        block
        for one in cautions.of_call(call, situation)
        for block in (Line(one.said), Buttons((_fine(call, one.kind),)))
    )


def _fine(call: Call, kind: str) -> Button:
    tap = Tap(verb=FINE, about=str(call.id), value=kind)
    return Button(label=text("button-otherwise"), tap=tap)


def _stage(stage: str, call: Call, stages: Stages, *, large: bool) -> tuple[Line, ...]:
    """The name of a stage, its points, and the rep's words for it."""
    here = points.of_stage(stage, call, large=large)
    lines = (
        Line(
            text(
                "stages-ticked" if one in stages.checked else "stages-open",
                point=text(f"stages-point-{one}"),
            )
        )
        for one in here
    )
    return (Line(text(f"stages-{stage}")), *lines, *_words(stage, call, stages))


def _words(stage: str, call: Call, stages: Stages) -> tuple[Line, ...]:
    match stage:
        case "preliminaries":
            own = {"opening": stages.opening}
        case "commitment":
            proposal = kept.proposal(call, stages)
            own = {"concerns": stages.concerns, "summary": stages.summary, "proposal": proposal}
        case _:
            return ()
    return tuple(
        Line(text(f"stages-own-{name}", words=brief(words))) for name, words in own.items() if words
    )


def _row(call: Call, situation: Situation) -> Buttons:
    write = Tap(verb="form", about=str(call.id), value=FORM)
    tick = Tap(verb="form", about=str(call.id), value=TICKS)
    needs = Tap(verb="sale", about=str(call.opportunity_id), value="needs")
    return Buttons(
        (
            Button(label=text("button-stages-write"), tap=write, primary=True),
            Button(label=text("button-stages-tick"), tap=tick),
            Button(label=text("button-needs-page"), tap=needs),
            *_other(situation),
        )
    )


def _other(situation: Situation) -> tuple[Button, ...]:
    """The way to another customer, where there is one."""
    if len(known(situation)) == 1:
        return ()
    return (Button(label=text("button-other-sale"), tap=Tap(verb=WHICH)),)


def button(call: Call) -> Button:
    """The way to the page of a call from anywhere."""
    return Button(label=text("button-stages"), tap=Tap(verb=OPEN, about=str(call.id)))


# ---- what was noted ----------------------------------------------------------------------------


def noted(call: Call, situation: Situation) -> Message:
    """What the coach says of what was written for a call."""
    found = warned(call, situation)
    fine = () if found else (Line(text("stages-nothing-against")),)
    small = () if opportunity_of(call, situation).is_large else (Line(text("stages-small")),)
    return message(
        Line(text("stages-noted", customer=Quoted(call.customer))),
        *(found or fine),
        *small,
        Buttons((button(call),)),
    )


def ticked(call: Call, situation: Situation) -> Message:
    """How much of the checklist is done, and what comes first of the rest."""
    done, left = progress(call, situation)
    line = text("stages-progress", done=done, all=done + len(left))
    rest = (Line(text("stages-open", point=text(f"stages-point-{left[0]}"))),) if left else ()
    return message(Line(line), *rest, Buttons((button(call),)))


def progress(call: Call, situation: Situation) -> tuple[int, tuple[str, ...]]:
    """How many points are ticked, and which are not."""
    stages = kept.of_call(call, situation) or Stages()
    large = opportunity_of(call, situation).is_large
    all_of = points.of_call(call, large=large)
    left = tuple(one for one in all_of if one not in stages.checked)
    return len(all_of) - len(left), left


# ---- after the call ----------------------------------------------------------------------------


def closes_asked(call: Call) -> tuple[Block, ...]:
    """Asks how often the rep asked for the order."""
    buttons = (
        Button(
            label=text(f"button-stages-closes-{count}"),
            tap=Tap(verb=CLOSES, about=str(call.id), value=str(count)),
        )
        for count in TIMES
    )
    return (Line(text("stages-closes-ask")), Buttons(tuple(buttons)))


def closes_told(call: Call, count: int, situation: Situation) -> Message:
    """What that many closing attempts mean in a sale of this size."""
    if count <= cautions.FEW:
        said = text("stages-closes-none" if count == 0 else "stages-closes-few")
    else:
        large = opportunity_of(call, situation).is_large
        said = text("stages-warn-closed" if large else "stages-closes-small")
    return message(Line(said), Buttons((button(call),)))
