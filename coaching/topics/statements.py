"""What a rep plans to say of the product: feature, advantage or benefit (METHOD §7)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coaching import sales, say
from coaching.actions import Decision, Reject
from coaching.answers import clean, fault, faults
from coaching.calls import Call, Opportunity
from coaching.events import Submitted, Tapped
from coaching.forms import ChoiceField, Form, Option, TextField
from coaching.messages import Message, Quoted, text
from coaching.notes import Note
from coaching.notes.statements import Statement
from coaching.topics import (
    needs_view,
    noted,
    statements_edits,
    statements_reading,
    statements_view,
)
from coaching.topics.statements_view import Kept
from coaching.topics.topic import Asked, FormOf, Topic
from coaching.turn import Situation, after

LABELS = ("feature", "advantage", "benefit")
# The names of the two messages that say what was noted: with the customer named, and guessed.
NOTED, GUESSED = "say-new", "say-guessed"
NEEDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a form is about: a sale, the call it is for, the statement that is changed."""

    sale: Opportunity
    call: Call | None = None
    before: Kept | None = None


# ---- the command -------------------------------------------------------------------------------


def asked(given: Asked, situation: Situation) -> Decision:
    """The statement behind the command is noted and judged; without one the page is shown."""
    meant, known = sales.meant(given.words, situation), sales.known(situation)
    if not known:
        return say.line_back(situation, text("no-sale-known"), thread=given.thread)
    sale, words = meant.sale or known[0], clean(meant.rest)
    if not words:
        page = statements_view.page(sale, situation)
        shown = page if meant.sale or len(known) == 1 else sales.ask_which("say", situation)
        return say.of(say.back(situation, shown, thread=given.thread, part="say"))
    wrong = fault(words, noted.LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong, thread=given.thread)
    note = _new(statements_reading.read(words, sale, situation), Target(sale=sale), situation)
    guessed = meant.sale is None and len(known) > 1
    return _noted(note, sale, situation, given.thread, guessed=guessed)


def _new(statement: Statement, target: Target, situation: Situation) -> Note:
    return Note(
        id=noted.new_id("statement", situation),
        rep_id=situation.rep.id,
        author_id=situation.rep.id,
        said_at=situation.now,
        content=statement,
        opportunity_id=target.sale.id,
        call_id=target.call.id if target.call else None,
    )


def _noted(
    note: Note, sale: Opportunity, situation: Situation, thread: str, *, guessed: bool
) -> Decision:
    told = _told(note, sale, after(situation, (note,)), guessed=guessed)
    part = GUESSED if guessed else NOTED
    return say.of(note, say.back(situation, told, thread=thread, part=part))


def _told(note: Note, sale: Opportunity, situation: Situation, *, guessed: bool) -> Message:
    assert isinstance(note.content, Statement)  # noqa: S101 - a note of this topic
    return statements_view.noted((note, note.content), sale, situation, guessed=guessed)


# ---- the form ----------------------------------------------------------------------------------


def _target(about: str, situation: Situation) -> Target | None:
    """What an id of a sale, a call or a statement stands for; None where that is gone."""
    found = statements_view.known(about, situation)
    if found is not None:
        sale = noted.sale_of(found[0], situation)
        return None if sale is None else Target(sale=sale, before=found)
    place = noted.sale_or_call(about, situation)
    return None if place is None else Target(sale=place[0], call=place[1])


def show(about: str, situation: Situation) -> Form | None:
    """The form of a new statement in a sale or call, or of one that is changed."""
    target = _target(about, situation)
    return None if target is None else _form(about, target, situation)


def _form(about: str, target: Target, situation: Situation) -> Form:
    before = target.before[1] if target.before else None
    words = TextField(
        name="words",
        label=text("field-say-words"),
        hint=text("field-say-words-hint"),
        initial=before.text if before else "",
        limit=noted.LIMIT,
        required=True,
        long=True,
    )
    return Form(
        kind="say",
        about=about,
        title=text("form-say-title", customer=Quoted(target.sale.customer.name)),
        fields=(words, *_needs(target, situation)),
        submit=text("button-note"),
    )


def _needs(target: Target, situation: Situation) -> tuple[ChoiceField, ...]:
    """What they want, in case one of these is to be met; none chosen, the best is looked for."""
    wanted = needs_view.explicit(needs_view.needs_of(target.sale, situation))[-NEEDS:]
    if not wanted:
        return ()
    options = tuple(
        Option(value=str(note.id), label=text("option-words", words=noted.brief(need.words)))
        for note, need in reversed(wanted)
    )
    before = str(target.before[1].need_id) if target.before else ""
    initial = before if before in {one.value for one in options} else ""
    label = text("field-say-need")
    return (ChoiceField(name="need", label=label, options=options, initial=initial),)


def submit(event: Submitted, situation: Situation) -> Decision:
    """A statement by form, new or as it was changed; it is read anew."""
    target = _target(event.about, situation)
    if target is None:
        return say.line_back(situation, text("not-here-any-more"))
    form = _form(event.about, target, situation)
    errors = faults(form, event.answers)
    if errors:
        return say.of(Reject(errors))
    words, need = (clean(event.answers.get(name, "")) for name in ("words", "need"))
    read = statements_reading.read(words, target.sale, situation, need)
    note = _new(read, target, situation)
    if target.before is not None:
        note = replace(target.before[0], content=read)
    return _noted(note, target.sale, situation, "", guessed=False)


# ---- the taps ----------------------------------------------------------------------------------


def taken_as(event: Tapped, situation: Situation) -> Decision:
    """The rep says what a statement is; their own reading stands."""
    found, label = statements_view.known(event.tap.about, situation), event.tap.value
    sale = found and noted.sale_of(found[0], situation)
    if not found or not sale or label not in LABELS:
        return say.line_back(situation, text("not-here-any-more"))
    settled = replace(found[1], label=label, second=None)  # type: ignore[arg-type]  # as checked
    note = replace(found[0], content=settled)
    now = after(situation, (note,))
    if "/say/" in event.message:
        shown = statements_view.page(sale, now)
    else:
        shown = _told(note, sale, now, guessed=f"/{GUESSED}/" in event.message)
    return say.of(note, noted.in_place(event, shown, situation, part=NOTED))


def drop(event: Tapped, situation: Situation) -> Decision:
    """A statement is forgotten once the rep says so twice."""
    found = statements_view.known(event.tap.about, situation)
    if found is None:
        return say.line_back(situation, text("not-here-any-more"))
    return noted.dropped(event, found[0], found[1].text, "say", situation)


def move(event: Tapped, situation: Situation) -> Decision:
    """What was noted under a guessed customer is for another one; it is held against theirs."""
    found = statements_view.known(event.tap.about, situation)
    if found is None:
        return say.line_back(situation, text("not-here-any-more"))
    if not event.tap.value:
        which = noted.ask_whose("say_move", found[0], situation)
        return say.of(say.back(situation, which, part="say-move"))
    sale = sales.of_id(event.tap.value, situation)
    if sale is None:
        return say.line_back(situation, text("not-here-any-more"))
    read = statements_reading.read(found[1].text, sale, situation)
    note = replace(found[0], content=read, opportunity_id=sale.id, call_id=None)
    shown = _told(note, sale, after(situation, (note,)), guessed=False)
    return say.of(note, noted.in_place(event, shown, situation, part=NOTED))


TOPIC = Topic(
    commands={"say": asked},
    pages={"say": statements_view.page},
    forms={"say": FormOf(show=show, submit=submit)},
    taps={"say_as": taken_as, "say_drop": drop, "say_move": move},
    edits={Statement: statements_edits.EDITS},
    before=statements_view.before,
)
