"""What the rep sees of their practice: what it is, its tries, safe calls, what comes next."""

from __future__ import annotations

from coaching.calls import Call
from coaching.learning_order import Proposal, mastered, proposal
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Line,
    Message,
    Moment,
    Quoted,
    Tap,
    Text,
    message,
    text,
)
from coaching.notes.practice import SKILLS, Skill
from coaching.practice import TRIES, Attempt, Progress, counting, progress, use_of
from coaching.review_counts import label, told
from coaching.safe_calls import coming, matters_most, proposed
from coaching.spans import Span
from coaching.turn import Situation

# How many tries are listed, how many joint calls, and how many calls can be left alone from here.
_TRIES = 5
_JOINT = 2
_CALLS = 5


def page(situation: Situation, *first: Text) -> Message:
    """The page of what is practised, or of what could be; `first` is what just came of a tap."""
    running = progress(situation)
    lines = tuple(Line(one) for one in first)
    if running is None:
        return message(*lines, *_start(situation), *_joint(situation))
    return message(
        *lines,
        Line(name(running.skill)),
        Line(goal(running.skill)),
        Line(how_far(running)),
        *quantity(running),
        *(Line(attempt(one, situation)) for one in running.tries[-_TRIES:]),
        *_safe(situation),
        *_joint(situation),
        Buttons((*_there(running), *_ends())),
    )


def slug(skill: Skill) -> str:
    """A skill as part of a text key."""
    return skill.replace("_", "-")


def name(skill: Skill) -> Text:
    """What is practised, as a heading."""
    return text(f"practising-{slug(skill)}")


def goal(skill: Skill) -> Text:
    """How often is enough in one call, with the reason where it needs one."""
    return text(f"goal-{slug(skill)}")


# ---- choosing ----------------------------------------------------------------------------------


def choose(situation: Situation) -> Message:
    """All that can be practised, the proposed one first, with why."""
    return message(*_start(situation))


def _start(situation: Situation) -> tuple[Block, ...]:
    best = proposal(situation)
    done = mastered(situation)
    others = (skill for skill in SKILLS if skill != best.skill and skill not in done)
    buttons = (_practise(best.skill, primary=True), *(_practise(one) for one in others))
    return (
        Line(text("practice-rules")),
        Line(text(f"practice-start-{slug(best.skill)}")),
        Line(_why(best)),
        Buttons(buttons),
    )


def _why(best: Proposal) -> Text:
    if not best.of:
        return text("practice-why-order")
    return text("practice-why-counts", there=best.there, calls=best.of)


def _practise(skill: Skill, *, primary: bool = False) -> Button:
    tap = Tap(verb="practise", value=skill)
    return Button(label=text(f"button-practise-{slug(skill)}"), tap=tap, primary=primary)


# ---- how far it has come -----------------------------------------------------------------------


def how_far(running: Progress) -> Text:
    """How many tries there were, and what the coach says of them meanwhile."""
    tries = len(running.tries)
    if not tries:
        return text("practice-tries-none")
    return text("practice-tries" if tries < TRIES else "practice-tries-enough", tries=tries)


def quantity(running: Progress) -> tuple[Line, ...]:
    """In how many of the latest tries the quantity was there."""
    if not running.tries:
        return ()
    key = "practice-quantity-there" if running.is_there else "practice-quantity"
    return (Line(lately(key, running)),)


def lately(key: str, running: Progress, **values: Text) -> Text:
    """How many of the latest tries have the quantity, with whose count that is."""
    reached, tries = running.reached, len(running.lately)
    return text(key, reached=reached, tries=tries, source=_source(running), **values)


def _source(running: Progress) -> Text:
    """Whose counts the latest tries are judged by: the rep's own, or what colleagues counted."""
    seen = sum(one.observed is not None for one in running.lately)
    own = len(running.lately) - seen
    if not seen:
        return text("counted-own")
    return text("counted-both", own=own, seen=seen) if own else text("counted-seen")


def attempt(one: Attempt, situation: Situation) -> Text:
    """One try, with whose count it is; where there are both, both."""
    said = _counted(one, situation)
    return text("attempt-chosen", attempt=said) if one.chosen else said


def _counted(one: Attempt, situation: Situation) -> Text:
    day = situation.work.local_date(one.at) if situation.work else one.at.date()
    customer = Quoted(one.customer)
    if one.observed is None:
        count = label(one.skill, one.reported or "unknown")
        return text("attempt-reported", customer=customer, day=day, count=count)
    counted = text(
        "attempt-observed",
        customer=customer,
        day=day,
        who=_who(one, situation),
        number=one.observed,
    )
    if one.reported is None:
        return counted
    count = label(one.skill, one.reported)
    return Text(key="attempt-both", values={**counted.values, "count": count})


def _who(one: Attempt, situation: Situation) -> Quoted | Text:
    found = situation.names.get(one.observer_id) if one.observer_id else None
    return Quoted(found) if found else text("attempt-somebody")


# ---- calls to practise in ----------------------------------------------------------------------


def _safe(situation: Situation) -> tuple[Block, ...]:
    """The calls chosen and left alone, each with its way back; then those that are safe."""
    ahead = coming(situation)
    marked = [call for call in ahead if use_of(call, situation)]
    lines = [Line(_marked(call, situation)) for call in marked]
    largest = (call for call in ahead if call not in marked and matters_most(call, situation))
    told = [_line("practice-largest", call) for call in list(largest)[:1]]
    undo = [_occasion("button-practice-undo", call, "undo") for call in marked[:_CALLS]]
    rows = (Buttons(tuple(undo)),) if undo else ()
    return (*lines[:_CALLS], *rows, *told, *_proposed(situation), *_leave(situation))


def _marked(call: Call, situation: Situation) -> Text:
    use = use_of(call, situation)
    return _line("practice-chosen" if use == "practice" else "practice-left-alone", call).text


def _line(key: str, call: Call) -> Line:
    when = Span(call.starts_at, call.ends_at)
    return Line(text(key, customer=Quoted(call.customer), when=when))


def _proposed(situation: Situation) -> tuple[Block, ...]:
    safe = proposed(situation)
    if not safe:
        chosen = any(use_of(call, situation) == "practice" for call in coming(situation))
        return () if chosen else (Line(text("practice-safe-none")),)
    buttons = (_occasion("button-practice-safe", one.call, "practice") for one in safe)
    return (
        Line(text("practice-safe")),
        *(_line(f"practice-safe-{one.why}", one.call) for one in safe),
        Buttons(tuple(buttons)),
    )


def _leave(situation: Situation) -> tuple[Buttons, ...]:
    """The coming calls to choose from, to leave one alone."""
    free = [
        call
        for call in coming(situation)
        if not use_of(call, situation) and not matters_most(call, situation)
    ]
    if not free:
        return ()
    buttons = (_occasion("button-practice-safe", call, "leave_alone") for call in free[:_CALLS])
    return (Buttons(tuple(buttons), menu=text("button-leave-menu")),)


def _occasion(key: str, call: Call, use: str) -> Button:
    at, customer = Moment(call.starts_at), Quoted(call.customer)
    label = text(key, customer=customer, at=at)
    return Button(label=label, tap=Tap(verb="occasion", about=str(call.id), value=use))


# ---- joint calls, and the end ------------------------------------------------------------------


def _joint(situation: Situation) -> tuple[Line, ...]:
    """What colleagues counted lately, or count now, each in its call."""
    latest = sorted(counting(situation), key=lambda one: one[0].said_at)[-_JOINT:]
    return tuple(
        Line(
            text(
                "observed-now-in",
                customer=Quoted(seen.customer),
                counts=told(note, seen, situation),
            )
        )
        for note, seen in latest
    )


def _there(running: Progress) -> tuple[Button, ...]:
    return (by_itself(),) if running.is_there else ()


def by_itself() -> Button:
    """The rep says that what is practised comes by itself."""
    tap = Tap(verb="practise", value="by_itself")
    return Button(label=text("button-by-itself"), tap=tap, primary=True)


def _ends() -> tuple[Button, ...]:
    return (
        Button(label=text("button-practice-other"), tap=Tap(verb="practise", value="others")),
        Button(label=text("button-give-up"), tap=Tap(verb="practise", value="given_up")),
    )


def button(key: str = "button-practice") -> Button:
    """The button that shows the page."""
    return Button(label=text(key), tap=Tap(verb="practise"))
