"""Objections: what one is about, where it comes from in this sale, what to plan (METHOD §8)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coaching import sales, say
from coaching.actions import Decision, Reject
from coaching.answers import clean, fault, faults
from coaching.calls import Call, Opportunity
from coaching.events import Submitted, Tapped
from coaching.forms import ChoiceField, Field, Form, Option, TextField
from coaching.messages import Message, Quoted, text
from coaching.notes import Note
from coaching.notes.objections import Objection
from coaching.topics import (
    noted,
    objections_edits,
    objections_reading,
    objections_view,
    voices,
)
from coaching.topics.objections_view import LABELS, WHEN, Kept
from coaching.topics.topic import Asked, FormOf, Topic
from coaching.turn import Situation, after

# The names of the two messages that say what was noted: with the customer named, and guessed.
NOTED, GUESSED = "objection-new", "objection-guessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a form is about: a sale, the call it was heard in, the objection that is changed."""

    sale: Opportunity
    call: Call | None = None
    before: Kept | None = None


# ---- the command -------------------------------------------------------------------------------


def asked(given: Asked, situation: Situation) -> Decision:
    """The objection behind the command is noted; without one the page is shown."""
    meant, known = sales.meant(given.words, situation), sales.known(situation)
    if not known:
        return say.line_back(situation, text("no-sale-known"), thread=given.thread)
    sale = meant.sale or known[0]
    words = clean(meant.rest if meant.sale else voices.unnamed(meant.rest))
    who, told = voices.spoken(words)
    tells = bool(who) or situation.judge.read("objection", told).label != "other"
    if not words or (meant.sale is None and not tells):
        page = objections_view.page(sale, situation)
        shown = page if meant.sale or len(known) == 1 else objections_view.which(situation)
        return say.of(say.back(situation, shown, thread=given.thread, part="objection"))
    wrong = fault(words, noted.LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong, thread=given.thread)
    heard = Objection(
        words=told, label="other", who=voices.person(who, voices.people(sale, situation))
    )
    note = _new(objections_reading.read(heard, situation.judge), sale, situation)
    guessed = meant.sale is None and len(known) > 1
    return _noted(note, sale, situation, given.thread, guessed=guessed)


def _new(objection: Objection, sale: Opportunity, situation: Situation) -> Note:
    return Note(
        id=noted.new_id("objection", situation),
        rep_id=situation.rep.id,
        author_id=situation.rep.id,
        said_at=situation.now,
        content=objections_reading.with_cause(objection, sale, situation),
        opportunity_id=sale.id,
    )


def _noted(
    note: Note, sale: Opportunity, situation: Situation, thread: str, *, guessed: bool
) -> Decision:
    told = _told(note, sale, after(situation, (note,)), guessed=guessed)
    part = GUESSED if guessed else NOTED
    return say.of(note, say.back(situation, told, thread=thread, part=part))


def _told(note: Note, sale: Opportunity, situation: Situation, *, guessed: bool) -> Message:
    assert isinstance(note.content, Objection)  # noqa: S101 - a note of this topic
    return objections_view.noted((note, note.content), sale, situation, guessed=guessed)


# ---- the form ----------------------------------------------------------------------------------


def _target(about: str, situation: Situation) -> Target | None:
    """What an id of a sale, a call or an objection stands for; None where that is gone."""
    found = noted.of_id(Objection, about, situation)
    if found is not None:
        sale = noted.sale_of(found[0], situation)
        return None if sale is None else Target(sale=sale, before=found)
    place = noted.sale_or_call(about, situation)
    return None if place is None else Target(sale=place[0], call=place[1])


def show(about: str, situation: Situation) -> Form | None:
    """The form of a new objection in a sale or call, or of one that is changed."""
    target = _target(about, situation)
    return None if target is None else _form(about, target, situation)


def _form(about: str, target: Target, situation: Situation) -> Form:
    before = target.before[1] if target.before else Objection(words="", label="other")
    words = TextField(
        name="words",
        label=text("field-objection-words"),
        hint=text("field-need-words-hint"),
        initial=before.words,
        limit=noted.LIMIT,
        required=True,
        long=True,
    )
    fields: tuple[Field, ...] = (
        words,
        *voices.who_fields(before.who, target.sale, situation),
        _choice("when", WHEN, before.when or ""),
        *((_choice("label", LABELS, before.label),) if target.before else ()),
    )
    return Form(
        kind="objection",
        about=about,
        title=text("form-objection-title", customer=Quoted(target.sale.customer.name)),
        fields=fields,
        submit=text("button-note"),
    )


def _choice(name: str, values: tuple[str, ...], initial: str) -> ChoiceField:
    options = tuple(Option(value=one, label=text(f"objection-{name}-{one}")) for one in values)
    label = text(f"field-objection-{name}")
    return ChoiceField(name=name, label=label, options=options, initial=initial)


def submit(event: Submitted, situation: Situation) -> Decision:
    """An objection by form, new or as it was changed."""
    target = _target(event.about, situation)
    if target is None:
        return say.line_back(situation, text("not-here-any-more"))
    form = _form(event.about, target, situation)
    errors = faults(form, event.answers)
    if errors:
        return say.of(Reject(errors))
    answers = {field.name: clean(event.answers.get(field.name, "")) for field in form.fields}
    objection = _answered(answers, target, situation)
    if target.before is None:
        new = _new(objection, target.sale, situation)
        note = replace(new, call_id=target.call.id if target.call else None)
    else:
        content = objections_reading.with_cause(objection, target.sale, situation)
        note = replace(target.before[0], content=content)
    return _noted(note, target.sale, situation, "", guessed=False)


def _answered(answers: dict[str, str], target: Target, situation: Situation) -> Objection:
    """The objection that a form tells; read anew where its words changed, else as it was."""
    before = target.before[1] if target.before else None
    told = Objection(
        words=answers["words"],
        label="other",
        who=answers["who_else"] or answers.get("who", ""),
        when=answers["when"] or None,  # type: ignore[arg-type]  # one of the form's choices
    )
    label = answers.get("label", "")
    if before is not None and label not in {"", before.label}:
        return replace(told, label=label)  # type: ignore[arg-type]  # one of the form's choices
    if before is not None and before.words == told.words:
        return replace(told, label=before.label, second=before.second)
    return objections_reading.read(told, situation.judge)


# ---- the taps ----------------------------------------------------------------------------------


def taken_as(event: Tapped, situation: Situation) -> Decision:
    """The rep says what it is about; their own reading stands, and the cause follows from it."""
    found, label = noted.of_id(Objection, event.tap.about, situation), event.tap.value
    sale = noted.sale_of(found[0], situation) if found else None
    if found is None or sale is None or label not in LABELS:
        return say.line_back(situation, text("not-here-any-more"))
    own = replace(found[1], label=label, second=None)
    return _settled(event, found[0], own, sale, situation)


def came(event: Tapped, situation: Situation) -> Decision:
    """The rep says when in the call it came; the cause follows from that too."""
    found, when = noted.of_id(Objection, event.tap.about, situation), event.tap.value
    sale = noted.sale_of(found[0], situation) if found else None
    if found is None or sale is None or when not in WHEN:
        return say.line_back(situation, text("not-here-any-more"))
    return _settled(event, found[0], replace(found[1], when=when), sale, situation)


def _settled(
    event: Tapped, note: Note, objection: Objection, sale: Opportunity, situation: Situation
) -> Decision:
    note = replace(note, content=objections_reading.with_cause(objection, sale, situation))
    guessed = f"/{GUESSED}/" in event.message
    told = _told(note, sale, after(situation, (note,)), guessed=guessed)
    return say.of(note, noted.in_place(event, told, situation, part=NOTED))


def see_otherwise(event: Tapped, situation: Situation) -> Decision:
    """The rep does not see it so: what is it about?"""
    found = noted.of_id(Objection, event.tap.about, situation)
    if found is None:
        return say.line_back(situation, text("not-here-any-more"))
    return say.of(say.back(situation, objections_view.otherwise(found), part="objection-as"))


def drop(event: Tapped, situation: Situation) -> Decision:
    """An objection is forgotten once the rep says so twice."""
    found = noted.of_id(Objection, event.tap.about, situation)
    if found is None:
        return say.line_back(situation, text("not-here-any-more"))
    return noted.dropped(event, found[0], found[1].words, "objection", situation)


def move(event: Tapped, situation: Situation) -> Decision:
    """An objection that was noted under a guessed customer is another one's."""
    found = noted.of_id(Objection, event.tap.about, situation)
    if found is None:
        return say.line_back(situation, text("not-here-any-more"))
    if not event.tap.value:
        which = noted.ask_whose("objection_move", found[0], situation)
        return say.of(say.back(situation, which, part="objection-move"))
    sale = sales.of_id(event.tap.value, situation)
    if sale is None:
        return say.line_back(situation, text("not-here-any-more"))
    cause = objections_reading.with_cause(found[1], sale, situation)
    note = replace(found[0], opportunity_id=sale.id, call_id=None, content=cause)
    told = _told(note, sale, after(situation, (note,)), guessed=False)
    return say.of(note, noted.in_place(event, told, situation, part=NOTED))


def more(event: Tapped, situation: Situation) -> Decision:
    """The rest of a long list."""
    sale, start = sales.of_id(event.tap.about, situation), noted.numbered(event)
    if sale is None or start is None:
        return say.line_back(situation, text("not-here-any-more"))
    page = objections_view.page(sale, situation, skip=start)
    return say.of(say.back(situation, page, part="objection"))


TOPIC = Topic(
    commands={"objection": asked},
    pages={"objection": objections_view.page},
    forms={"objection": FormOf(show=show, submit=submit)},
    taps={
        "objection_as": taken_as,
        "objection_when": came,
        "objection_otherwise": see_otherwise,
        "objection_drop": drop,
        "objection_move": move,
        "objections_from": more,
    },
    edits={Objection: objections_edits.EDITS},
    home=objections_view.home,
)
