"""The form of a need: who said it, in which words, what drew it out, what it grew from."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from coaching.calls import Call, Opportunity
from coaching.forms import ChoiceField, Field, Form, Option, TextField
from coaching.messages import Quoted, text
from coaching.notes.needs import Need
from coaching.topics import noted, voices
from coaching.topics.needs_view import Kept, needs_of, waiting
from coaching.turn import Situation

QUESTIONS = 4
ROOTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a form is about: a sale, the call it was heard in, the need that is changed or grown."""

    sale: Opportunity
    call: Call | None = None
    before: Kept | None = None
    root: Kept | None = None


def target(about: str, situation: Situation) -> Target | None:
    """What an id of a sale, a call or a need stands for; None where that is gone."""
    found = noted.of_id(Need, about, situation)
    if found is not None:
        sale = noted.sale_of(found[0], situation)
        return None if sale is None else Target(sale=sale, before=found)
    place = noted.sale_or_call(about, situation)
    return None if place is None else Target(sale=place[0], call=place[1])


def grown(about: str, situation: Situation) -> Target | None:
    """The need of that id as what another one has grown from."""
    found = target(about, situation)
    if found is None or found.before is None:
        return None
    return Target(sale=found.sale, root=found.before)


def show(about: str, situation: Situation) -> Form | None:
    """The form of a new need in a sale or call, or of one that is changed."""
    found = target(about, situation)
    return None if found is None else form_of("need", about, found, situation)


def show_turned(about: str, situation: Situation) -> Form | None:
    """The form of what grew from a trouble."""
    found = grown(about, situation)
    return None if found is None else form_of("turned", about, found, situation)


def form_of(kind: str, about: str, found: Target, situation: Situation) -> Form:
    """The form of that kind, with what was answered before."""
    need = found.before[1] if found.before else Need(words="")
    who = found.root[1].who if found.root else need.who
    intro = (text("turned-from", words=noted.brief(found.root[1].words)),) if found.root else ()
    fields: tuple[Field, ...] = (
        *voices.who_fields(who, found.sale, situation),
        _text(f"{kind}-words", "words", need.words, required=True),
        *_planned(found.sale, situation),
        _text("question-drew", "question", need.question),
        *_roots(found, situation),
        *_label(found),
    )
    return Form(
        kind=kind,
        about=about,
        title=text(f"form-{kind}-title", customer=Quoted(found.sale.customer.name)),
        fields=fields,
        intro=intro,
        submit=text("button-note"),
    )


def _text(key: str, name: str, initial: str, *, required: bool = False) -> TextField:
    return TextField(
        name=name,
        label=text(f"field-{key}"),
        hint=text(f"field-{key}-hint"),
        initial=initial,
        limit=noted.LIMIT,
        required=required,
        long=True,
    )


def _planned(sale: Opportunity, situation: Situation) -> tuple[ChoiceField, ...]:
    """The questions of the sale's plans, the latest first, in case one of them drew it out."""
    calls = [call for call in reversed(voices.calls_of(sale, situation)) if call.plan.question]
    if not calls:
        return ()
    options = tuple(
        Option(
            value=str(call.id), label=text("option-words", words=noted.brief(call.plan.question))
        )
        for call in calls[:QUESTIONS]
    )
    return (ChoiceField(name="asked", label=text("field-asked-planned"), options=options),)


def planned(call_id: str, situation: Situation) -> str:
    """The question planned for that call; empty where none is meant."""
    call = situation.call(call_id)
    return call.plan.question if call else ""


def _roots(found: Target, situation: Situation) -> tuple[ChoiceField, ...]:
    """The troubles that a need may have grown from; one that is turned has its own."""
    options = _root_options(found, situation)
    if found.root or not options:
        return ()
    before = found.before[1].grew_from if found.before else None
    return (
        ChoiceField(
            name="grew_from",
            label=text("field-grew-from"),
            options=options,
            initial=str(before) if str(before) in {one.value for one in options} else "",
        ),
    )


def _root_options(found: Target, situation: Situation) -> tuple[Option, ...]:
    kept = needs_of(found.sale, situation)
    own = found.before[0].id if found.before else None
    former = found.before[1].grew_from if found.before else None
    could = (
        (note, need)
        for note, need in kept
        if (note, need) in waiting(kept) or note.id == former
        if note.id != own and (own is None or need.grew_from != own)
    )
    return tuple(
        Option(value=str(note.id), label=text("option-words", words=noted.brief(need.words)))
        for note, need in tuple(could)[-ROOTS:]
    )


def root(chosen: str, found: Target) -> UUID | None:
    """What a need grew from: the one being turned, else the one that was chosen."""
    if found.root is not None:
        return found.root[0].id
    return UUID(chosen) if chosen else None


def _label(found: Target) -> tuple[ChoiceField, ...]:
    """What the need is, for the rep to say otherwise; a new one is read first."""
    if found.before is None:
        return ()
    options = tuple(
        Option(value=one, label=text(f"button-need-{one}"))
        for one in ("implied", "explicit", "neither")
    )
    label = found.before[1].label
    return (
        ChoiceField(name="label", label=text("field-need-label"), options=options, initial=label),
    )
