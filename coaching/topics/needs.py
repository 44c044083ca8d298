"""The needs log of a sale: who voiced what, what turned trouble into a wish, who is not heard."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from coaching import sales, say
from coaching.actions import Decision, Reject
from coaching.answers import clean, faults
from coaching.calls import Call, Opportunity
from coaching.events import Submitted, Tapped
from coaching.judge import Judge
from coaching.messages import Block, Button, Buttons, Line, Message, Tap, message, text
from coaching.notes import Note
from coaching.notes.needs import Need
from coaching.topics import (
    needs_edits,
    needs_form,
    needs_reading,
    needs_view,
    noted,
    voices,
    weighing,
)
from coaching.topics.needs_form import Target
from coaching.topics.needs_view import Kept
from coaching.topics.topic import Asked, FormOf, Topic
from coaching.turn import Situation, after

LABELS = ("implied", "explicit", "neither")
# The names of the two messages that say what was noted: with the customer named, and guessed.
NOTED, GUESSED = "need", "need-guessed"


# ---- the command -------------------------------------------------------------------------------


def asked(given: Asked, situation: Situation) -> Decision:
    """The needs behind the command are noted, a line each; without any the page is shown."""
    meant = sales.meant(given.words, situation)
    known = sales.known(situation)
    if not known:
        return say.line_back(situation, text("no-sale-known"), thread=given.thread)
    sale = meant.sale or known[0]
    lines = needs_reading.lines_of(meant.rest if meant.sale else voices.unnamed(meant.rest))
    if not lines or (meant.sale is None and not _tells(lines, situation.judge)):
        page = needs_view.page(sale, situation)
        shown = page if meant.sale or len(known) == 1 else sales.ask_which("needs", situation)
        return say.of(say.back(situation, shown, thread=given.thread, part="needs"))
    wrong = needs_reading.fault_of(lines)
    if wrong is not None:
        return say.line_back(situation, wrong, thread=given.thread)
    guessed = meant.sale is None and len(known) > 1
    return _noted(
        needs_reading.new(lines, sale, situation), sale, situation, given.thread, guessed=guessed
    )


def _tells(lines: tuple[str, ...], judge: Judge) -> bool:
    """Whether a need is told, where the words might be about anything: no sale is named."""
    spoken = (voices.spoken(line) for line in lines)
    return any(who or judge.read("need", words).label != "neither" for who, words in spoken)


def _noted(
    kept: tuple[Kept, ...], sale: Opportunity, situation: Situation, thread: str, *, guessed: bool
) -> Decision:
    notes = tuple(note for note, _ in kept)
    now = after(situation, notes)
    told = needs_view.noted(sale, kept, now, guessed=guessed)
    part = GUESSED if guessed else NOTED
    return say.of(*notes, say.back(situation, told, thread=thread, part=part))


# ---- the forms ---------------------------------------------------------------------------------


def submit(event: Submitted, situation: Situation) -> Decision:
    """A need by form, new or as it was changed."""
    return _submitted(event, needs_form.target(event.about, situation), situation)


def submit_turned(event: Submitted, situation: Situation) -> Decision:
    """What grew from a trouble, by form."""
    return _submitted(event, needs_form.grown(event.about, situation), situation)


def _submitted(event: Submitted, target: Target | None, situation: Situation) -> Decision:
    if target is None:
        return say.line_back(situation, text("not-here-any-more"))
    form = needs_form.form_of(event.kind, event.about, target, situation)
    errors = faults(form, event.answers)
    if errors:
        return say.of(Reject(errors))
    answers = {field.name: clean(event.answers.get(field.name, "")) for field in form.fields}
    need = _answered(answers, target, situation)
    note = _changed(need, target, situation)
    return _noted(((note, need),), target.sale, situation, "", guessed=False)


def _answered(answers: dict[str, str], target: Target, situation: Situation) -> Need:
    """The need that a form tells; read anew where its words changed, else as the rep has it."""
    before = target.before[1] if target.before else None
    question = answers["question"] or needs_form.planned(answers.get("asked", ""), situation)
    told = Need(
        words=answers["words"],
        who=answers["who_else"] or answers.get("who", ""),
        question=question,
        grew_from=needs_form.root(answers.get("grew_from", ""), target),
    )
    label = answers.get("label", "")
    if before is not None and label not in {"", before.label}:
        return replace(told, label=label)  # type: ignore[arg-type]  # one of the form's choices
    if before is not None and before.words == told.words:
        return replace(told, label=before.label, second=before.second)
    return needs_reading.read(told, situation.judge)


def _changed(need: Need, target: Target, situation: Situation) -> Note:
    if target.before is not None:
        return replace(target.before[0], content=need)
    call_id = target.call.id if target.call else None
    return replace(needs_reading.note_of(need, target.sale, situation), call_id=call_id)


# ---- the taps ----------------------------------------------------------------------------------


def taken_as(event: Tapped, situation: Situation) -> Decision:
    """The rep says what a need is; their own reading stands."""
    found, label = noted.of_id(Need, event.tap.about, situation), event.tap.value
    if found is None or label not in LABELS:
        return say.line_back(situation, text("not-here-any-more"))
    note, need = found
    settled = replace(note, content=replace(need, label=label, second=None))  # type: ignore[arg-type]  # as checked
    now = after(situation, (settled,))
    return say.of(settled, noted.in_place(event, _anew(event, note, now), situation, part=NOTED))


def drop(event: Tapped, situation: Situation) -> Decision:
    """A need is forgotten once the rep says so twice."""
    found = noted.of_id(Need, event.tap.about, situation)
    if found is None:
        return say.line_back(situation, text("not-here-any-more"))
    return noted.dropped(event, found[0], found[1].words, "needs", situation)


def move(event: Tapped, situation: Situation) -> Decision:
    """What was noted under a guessed customer belongs to another one."""
    found = noted.of_id(Need, event.tap.about, situation)
    if found is None:
        return say.line_back(situation, text("not-here-any-more"))
    if not event.tap.value:
        which = noted.ask_whose("need_move", found[0], situation)
        return say.of(say.back(situation, which, part="need-move"))
    sale = sales.of_id(event.tap.value, situation)
    if sale is None:
        return say.line_back(situation, text("not-here-any-more"))
    notes = noted.moved(found[0], sale, situation)
    told = _told(found[0].id, after(situation, notes), guessed=False)
    return say.of(*notes, noted.in_place(event, told, situation, part=NOTED))


def more(event: Tapped, situation: Situation) -> Decision:
    """The rest of a long list."""
    sale, start = sales.of_id(event.tap.about, situation), noted.numbered(event)
    if sale is None or start is None:
        return say.line_back(situation, text("not-here-any-more"))
    page = needs_view.page(sale, situation, skip=start)
    return say.of(say.back(situation, page, part="needs"))


def _anew(event: Tapped, note: Note, situation: Situation) -> Message:
    """The tapped message as it stands now: the page of the sale, or what was said of the new."""
    sale = noted.sale_of(note, situation)
    if sale is not None and "/needs/" in event.message:
        return needs_view.page(sale, situation)
    return _told(note.id, situation, guessed=f"/{GUESSED}/" in event.message)


def _told(note_id: UUID, situation: Situation, *, guessed: bool) -> Message:
    """What was noted in one turn, as it stands now."""
    found = noted.of_id(Need, str(note_id), situation)
    sale = found and noted.sale_of(found[0], situation)
    if not found or not sale:
        return message(Line(text("not-here-any-more")))
    ids = {one.id for one in noted.together(found[0], situation)}
    kept = tuple(one for one in needs_view.needs_of(sale, situation) if one[0].id in ids)
    return needs_view.noted(sale, kept, situation, guessed=guessed)


# ---- the places --------------------------------------------------------------------------------


def after_review(call: Call, _situation: Situation) -> tuple[Block, ...]:
    """What was heard in the call may be noted, by one row of buttons; if it was held."""
    if call.review.held == "not_held":
        return ()
    about = str(call.id)
    return (
        Buttons(
            (
                Button(
                    label=text("button-need-heard"),
                    tap=Tap(verb="form", about=about, value="need"),
                ),
                Button(
                    label=text("button-objection-heard"),
                    tap=Tap(verb="form", about=about, value="objection"),
                ),
            )
        ),
    )


TOPIC = Topic(
    commands={"needs": asked},
    pages={"needs": needs_view.page},
    forms={
        "need": FormOf(show=needs_form.show, submit=submit),
        "turned": FormOf(show=needs_form.show_turned, submit=submit_turned),
        "weighing": FormOf(show=weighing.form, submit=weighing.submit),
    },
    taps={"need_as": taken_as, "need_drop": drop, "need_move": move, "needs_from": more},
    edits={Need: needs_edits.EDITS},
    before=needs_view.before,
    after=after_review,
)
