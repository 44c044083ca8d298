"""How the needs of a sale are shown: the page, what is said of a new one, the lines in a prompt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from coaching import feedback
from coaching.calls import Call, Opportunity
from coaching.judge import Verdict
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Names,
    Quoted,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.notes import Note
from coaching.notes.needs import Need, NeedLabel
from coaching.sales import opportunity_of
from coaching.topics import weighing
from coaching.topics.noted import brief, in_sale, of_id
from coaching.topics.voices import people, person
from coaching.turn import Situation

Kept = tuple[Note, Need]

SHOWN = 6
IN_PROMPT = 2


# ---- what is known -----------------------------------------------------------------------------


def needs_of(sale: Opportunity, situation: Situation) -> tuple[Kept, ...]:
    """All that was noted of a sale's needs, the oldest first."""
    return in_sale(Need, sale, situation)


def explicit(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """The explicit needs among them."""
    return tuple(one for one in kept if one[1].label == "explicit")


def waiting(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """The implied needs from which no other has grown yet (METHOD §6)."""
    grown = {need.grew_from for _, need in kept}
    return tuple(one for one in kept if one[1].label == "implied" and one[0].id not in grown)


def settled(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Those among them of which it is clear what they are."""
    return tuple(one for one in kept if one[1].second is None)


def need_of(note_id: UUID | None, situation: Situation) -> Need | None:
    """The need of that id, if it is there."""
    found = of_id(Need, str(note_id), situation)
    return None if found is None else found[1]


def unheard(sale: Opportunity, situation: Situation) -> tuple[str, ...]:
    """Who is in the sale's calls and has voiced no need yet."""
    known = people(sale, situation)
    voiced = (need for _, need in needs_of(sale, situation) if need.label != "neither")
    heard = {person(need.who, known) for need in voiced}
    return tuple(name for name in known if name not in heard)


# ---- the page ----------------------------------------------------------------------------------


def page(sale: Opportunity, situation: Situation, skip: int = 0) -> Message:
    """What this customer needs, as far as it was heard, from that place of the list on."""
    kept = needs_of(sale, situation)
    heading = Heading(text("needs-heading", customer=Quoted(sale.customer.name)))
    if not kept:
        none = Line(text("needs-none"))
        return message(heading, none, _row(sale, more=0), Small(text("needs-how")))
    listed = _in_order(kept)
    shown = listed[skip : skip + SHOWN]
    return message(
        heading,
        *(block for one in shown for block in _entry(one, kept)),
        *_unheard(sale, situation),
        *_to_turn(sale, kept),
        *weighing.lines(sale, situation, problem=_weightiest(kept)),
        _row(sale, more=skip + SHOWN if len(listed) > skip + SHOWN else 0),
    )


def _in_order(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """What they want first, then what waits to be turned, then what is no need; latest first."""
    latest = tuple(reversed(kept))
    others = tuple(one for one in latest if one[1].label == "neither")
    return (*explicit(latest), *waiting(latest), *_grown(latest), *others)


def _grown(kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Implied needs from which another implied one grew."""
    told = {need.grew_from for _, need in explicit(kept)}
    still = waiting(kept)
    return tuple(
        one
        for one in kept
        if one[1].label == "implied" and one not in still and one[0].id not in told
    )


def _entry(one: Kept, kept: Sequence[Kept]) -> tuple[Block, ...]:
    note, need = one
    root = next((before for other, before in kept if other.id == need.grew_from), None)
    grown = (Line(_growth(root, need)),) if root is not None else ()
    if need.second is not None:
        unsure = Line(text("need-is-unsure", said=said(need)))
        return (unsure, *grown, Buttons((*_as(note, (need.label, need.second)), _drop(note))))
    line = Line(text(f"need-is-{need.label}", said=said(need)))
    return (line, *grown, Buttons(_buttons(note, need)))


def _growth(root: Need, need: Need) -> Text:
    if need.question:
        return text("need-grew-by", root=brief(root.words), question=brief(need.question))
    return text("need-grew", root=brief(root.words))


def said(need: Need) -> Text:
    """Who said what, as it stands in a list."""
    if need.who:
        return text("need-said", who=brief(need.who), words=brief(need.words))
    return text("need-said-nobody", words=brief(need.words))


def _buttons(note: Note, need: Need) -> tuple[Button, ...]:
    about = str(note.id)
    turn = Button(label=text("button-need-turn"), tap=Tap(verb="form", about=about, value="turned"))
    change = Button(label=text("button-change"), tap=Tap(verb="form", about=about, value="need"))
    return (*((turn,) if need.label == "implied" else ()), change, _drop(note))


def _drop(note: Note) -> Button:
    return Button(label=text("button-drop"), tap=Tap(verb="need_drop", about=str(note.id)))


def _unheard(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    silent = unheard(sale, situation)
    return (Line(text("needs-unheard", people=Names(silent))),) if silent else ()


def _to_turn(sale: Opportunity, kept: Sequence[Kept]) -> tuple[Line, ...]:
    """The next step with what waits: more questions in a large sale, none needed in a small one."""
    wait = settled(waiting(kept))
    if not wait:
        return ()
    key = "needs-turn-large" if sale.is_large else "needs-turn-small"
    return (Line(text(key, words=brief(wait[-1][1].words))),)


def _weightiest(kept: Sequence[Kept]) -> str:
    """The trouble that questions may make weigh more: the latest that they voiced."""
    implied = [need.words for _, need in kept if need.label == "implied"]
    return implied[-1] if implied else ""


def _row(sale: Opportunity, more: int) -> Buttons:
    about = str(sale.id)
    note = Button(
        label=text("button-need-add"),
        tap=Tap(verb="form", about=about, value="need"),
        primary=True,
    )
    weigh = Button(label=text("button-weigh"), tap=Tap(verb="form", about=about, value="weighing"))
    whole = Button(label=text("button-sale-page"), tap=Tap(verb="sale", about=about, value="sale"))
    rest = Button(
        label=text("button-needs-more"), tap=Tap(verb="needs_from", about=about, value=str(more))
    )
    return Buttons((note, weigh, whole, *((rest,) if more else ())))


# ---- a new one ---------------------------------------------------------------------------------


def noted(
    sale: Opportunity, notes: Sequence[Kept], situation: Situation, *, guessed: bool
) -> Message:
    """What the coach says of needs just noted; `guessed` that the customer was not named."""
    customer = Quoted(sale.customer.name)
    heading = text("needs-noted-guessed" if guessed else "needs-noted", customer=customer)
    return message(
        Line(heading),
        *(block for one in notes for block in _remark(one, sale, situation)),
        *_unheard(sale, situation),
        Buttons((*_elsewhere(notes[0][0], guessed=guessed), _all_needs(sale))),
    )


def _remark(one: Kept, sale: Opportunity, situation: Situation) -> tuple[Block, ...]:
    note, need = one
    verdict = situation.judge.read("need", need.words)
    if need.second is not None:
        unsure = replace(verdict, label=need.label, second=need.second, sure=False)
        pair = (need.label, need.second)
        return (Line(said(need)), Line(feedback.two_ways(unsure)), Buttons(_as(note, pair)))
    row = Buttons(_next_steps(note, need))
    return (Line(said(need)), Line(_why(need, verdict, sale)), row)


def _why(need: Need, verdict: Verdict, sale: Opportunity) -> Text:
    """The judge's reason; the plain name of what the rep takes it for, against the judge."""
    if need.label == "implied" and not sale.is_large:
        return text("need-implied-small")
    if verdict.label != need.label:
        return text(f"judge-need-{need.label}-bare")
    return feedback.reason(verdict)


def _next_steps(note: Note, need: Need) -> tuple[Button, ...]:
    if need.label != "neither":
        return _buttons(note, need)[:-1]
    return (*_as(note, ("implied", "explicit")), _drop(note))


def _as(note: Note, labels: tuple[NeedLabel, NeedLabel]) -> tuple[Button, ...]:
    return tuple(
        Button(
            label=text(f"button-need-{label}"),
            tap=Tap(verb="need_as", about=str(note.id), value=label),
        )
        for label in labels
    )


def _elsewhere(note: Note, *, guessed: bool) -> tuple[Button, ...]:
    if not guessed:
        return ()
    other = Button(label=text("button-other-sale"), tap=Tap(verb="need_move", about=str(note.id)))
    return (other,)


def _all_needs(sale: Opportunity) -> Button:
    tap = Tap(verb="sale", about=str(sale.id), value="needs")
    return Button(label=text("button-needs-page"), tap=tap)


# ---- in the prompt -----------------------------------------------------------------------------


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    """The needs to go on from and who has not been heard; nothing where none was noted."""
    sale = opportunity_of(call, situation)
    kept = needs_of(sale, situation)
    open_ones = (*reversed(waiting(kept)), *reversed(explicit(kept)))
    if not open_ones:
        return ()
    lines = tuple(
        Line(text(f"need-before-{need.label}", said=said(need)))
        for _, need in open_ones[:IN_PROMPT]
    )
    return (*lines, *_unheard(sale, situation))
