"""The closing-attitude survey: fifteen statements, a private result, its change over time (§13)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid5

from coaching import say
from coaching.actions import Decision, Edit, Reject, Send
from coaching.answers import faults, folded
from coaching.attitude import TeamAttitude, team_aggregate
from coaching.conversation import Talk
from coaching.events import Submitted, Tapped
from coaching.ids import owner_of
from coaching.messages import Line, Message, Text, message, text
from coaching.method.survey import COUNT, HIGHEST, LOWEST
from coaching.notes import Forgotten, Note
from coaching.notes.survey import Survey
from coaching.texts import vocabulary
from coaching.topics.survey import shown
from coaching.topics.survey.kept import content, finished, surveys, unfinished
from coaching.topics.topic import Asked, FormOf, Heard, Topic
from coaching.turn import Situation, after

__all__ = ["TOPIC", "TeamAttitude", "team_aggregate"]

_ENDS = vocabulary.ENOUGH | vocabulary.SKIP | vocabulary.NOTHING_NEW


def _asked(asked: Asked, situation: Situation) -> Decision:
    """Where the rep stands: the survey begun, the last result, or what the survey is for."""
    return say.of(say.back(situation, _page(situation), thread=asked.thread, part="survey"))


def _page(situation: Situation) -> Message:
    begun = unfinished(situation)
    if begun is not None:
        return shown.begun(begun)
    return shown.result(situation) if finished(situation) else shown.invitation()


# ---- by taps -----------------------------------------------------------------------------------


def _tapped(event: Tapped, situation: Situation) -> Decision:
    """A tap with an answer, to another statement, or on what one can do with surveys."""
    value, about = event.tap.value, event.tap.about
    acts: dict[str, Callable[[], Decision]] = {
        "page": lambda: _asked(Asked(), situation),
        "start": lambda: _started(event.message, situation),
        "anew": lambda: _anew(event.message, situation),
        "delete": lambda: _ours(event.message, shown.sure(), situation),
        "deleted": lambda: _deleted(event.message, situation),
    }
    if value in acts:
        return acts[value]()
    note = next((one for one in surveys(situation) if str(one.id) == about), None)
    number, _, answer = value.partition(":")
    if note is None or not _within(number, COUNT):
        return say.line_back(situation, text("not-here-any-more"))
    if not answer:
        return _at(note, int(number), situation, event.message)
    if not _within(answer, HIGHEST):
        return say.line_back(situation, text("not-here-any-more"))
    return _answered(note, int(number), int(answer), situation, event.message)


def _within(words: str, most: int) -> bool:
    """Whether words are a whole number from 1 to that."""
    return words.isdecimal() and len(words) <= len(str(most)) and LOWEST <= int(words) <= most


def _started(tapped: str, situation: Situation) -> Decision:
    """The first open statement, of the survey begun or of a new one."""
    note = unfinished(situation) or _new(situation)
    return say.joined(say.of(note), _at(note, shown.open_from(note, 0), situation, tapped))


def _anew(tapped: str, situation: Situation) -> Decision:
    """What was begun is forgotten, and a new survey begins."""
    begun = unfinished(situation)
    gone = (Forgotten(id=begun.id),) if begun is not None else ()
    without = after(situation, gone)
    return say.joined(say.of(*gone), _started(tapped, without))


def _new(situation: Situation) -> Note:
    rep = situation.rep
    return Note(
        id=uuid5(rep.id, f"survey/{situation.conversation.version}"),
        rep_id=rep.id,
        author_id=rep.id,
        said_at=situation.now,
        content=Survey(answers=(0,) * COUNT),
    )


def _at(
    note: Note, number: int, situation: Situation, tapped: str = "", thread: str = ""
) -> Decision:
    """That statement is asked; the next line of chat answers it."""
    if content(note).ended_at is not None:
        return _ours(tapped, shown.result(situation), situation, thread)
    talk = Talk(topic="survey", about=str(note.id), asks=str(number))
    asks = _ours(tapped, shown.statement(note, number), situation, thread)
    return say.joined(say.of(say.talking(situation.conversation, talk)), asks)


def _answered(
    note: Note,
    number: int,
    answer: int,
    situation: Situation,
    tapped: str = "",
    thread: str = "",
) -> Decision:
    """One answer is kept; then the next open statement, or the result. A survey ended stays."""
    before = content(note)
    if before.ended_at is not None:
        return _ours(tapped, shown.result(situation), situation, thread)
    answers = (*before.answers[: number - 1], answer, *before.answers[number:])
    if 0 in answers:
        note = replace(note, content=replace(before, answers=answers))
        following = shown.open_from(note, number)
        return say.joined(say.of(note), _at(note, following, situation, tapped, thread))
    return _ended(note, answers, situation, tapped, thread)


def _ended(
    note: Note,
    answers: tuple[int, ...],
    situation: Situation,
    tapped: str = "",
    thread: str = "",
) -> Decision:
    """All is answered: the result, to the rep alone."""
    note = replace(note, content=Survey(answers=answers, ended_at=situation.now))
    said = shown.result(after(situation, (note,)))
    over = say.of(note, say.talking(situation.conversation, None))
    return say.joined(over, _ours(tapped, said, situation, thread))


def _deleted(tapped: str, situation: Situation) -> Decision:
    """All surveys of the rep are forgotten."""
    gone = tuple(Forgotten(id=note.id) for note in surveys(situation))
    talk = situation.conversation.talk
    asking = talk is not None and talk.topic == "survey"
    quiet = (say.talking(situation.conversation, None),) if asking else ()
    said = _ours(tapped, message(Line(text("survey-deleted"))), situation)
    return say.joined(say.of(*gone, *quiet), said)


def _ours(tapped: str, said: Message, situation: Situation, thread: str = "") -> Decision:
    """The tapped message shows it, where it is one of the survey's; else a new one does."""
    owned = owner_of(tapped) == str(situation.rep.id) and "/survey/" in tapped
    shows: Edit | Send = (
        Edit(id=tapped, message=said)
        if owned
        else say.back(situation, said, thread=thread, part="survey")
    )
    return say.of(shows)


# ---- by chat -----------------------------------------------------------------------------------


def _heard(words: Heard, talk: Talk, situation: Situation) -> Decision:
    """A number, a word for it, "back", or a word that leaves the survey for now."""
    note = next((one for one in surveys(situation) if str(one.id) == talk.about), None)
    if note is None:
        quiet = say.of(say.talking(situation.conversation, None))
        gone = say.line_back(situation, text("not-here-any-more"), thread=words.thread)
        return say.joined(quiet, gone)
    short, number = folded(words.words), int(talk.asks)
    if short in _ENDS:
        later = say.back(situation, shown.later(note), thread=words.thread, part="survey")
        return say.of(say.talking(situation.conversation, None), later)
    if short in vocabulary.BACK:
        return _at(note, max(number - 1, 1), situation, thread=words.thread)
    if _within(short, HIGHEST):
        return _answered(note, number, int(short), situation, thread=words.thread)
    named = next((n for n, said in vocabulary.AGREES.items() if short in said), None)
    if named is not None:
        return _answered(note, number, named, situation, thread=words.thread)
    again = message(Line(text("survey-how")), *shown.statement(note, number).blocks)
    return say.of(say.back(situation, again, thread=words.thread, part="survey"))


# ---- by form -----------------------------------------------------------------------------------


def _submitted(event: Submitted, situation: Situation) -> Decision:
    """All fifteen at once; nothing is kept where one is missing."""
    form = shown.form(unfinished(situation))
    errors: dict[str, Text] = faults(form, event.answers)
    if errors:
        return say.of(Reject(errors))
    answers = tuple(int(event.answers[field.name].strip()) for field in form.fields)
    return _ended(unfinished(situation) or _new(situation), answers, situation)


TOPIC = Topic(
    commands={"survey": _asked},
    forms={
        "survey": FormOf(
            show=lambda _about, situation: shown.form(unfinished(situation)), submit=_submitted
        )
    },
    taps={"survey": _tapped},
    talks={"survey": _heard},
    home=shown.home,
)
