"""What is in practice and how far it has come: tries, from reviews and joint calls (METHOD §10)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from coaching.calls import Call
from coaching.notes import Note
from coaching.notes.practice import (
    Count,
    Observation,
    Occasion,
    Practice,
    Skill,
    Try,
)
from coaching.turn import Situation

# Before so many tries nothing is said about how good it is.
TRIES = 3
# Of the latest so many tries, this many with the quantity: then it may come by itself.
LATELY = 5
ENOUGH = 3
# A colleague can count from before the start until after the end; then what was counted stands.
COUNT_BEFORE = timedelta(minutes=15)
COUNT_AFTER = timedelta(hours=2)
# From how many questions on a number is "some" and "many"; of all kinds together more are needed.
_LEVELS = (1, 3)
_LEVELS_OF_ALL = (5, 10)

# A note with what it says.
Observed = tuple[Note, Observation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One call since a practice began, as far as it was counted.

    `reported` is what the rep says, `observed` what a colleague counted: None where nobody did.
    """

    skill: Skill
    call_id: UUID
    at: datetime
    customer: str
    reported: Count | None = None
    observed: int | None = None
    observer_id: UUID | None = None
    chosen: bool = False

    @property
    def seen(self) -> Count | None:
        """What was observed, as the rep would say it."""
        return None if self.observed is None else level(self.skill, self.observed)

    @property
    def is_try(self) -> bool:
        """Whether it was done at all, by either count; "don't know" is no try."""
        return _is_try(self.skill, self.reported) or _is_try(self.skill, self.seen)

    @property
    def has_quantity(self) -> bool:
        """Whether it was done often enough; what was observed goes before what was remembered."""
        return has_quantity(self.skill, self.seen or self.reported)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A practice that runs, with its tries, the oldest first."""

    note: Note
    practice: Practice
    tries: tuple[Attempt, ...]

    @property
    def skill(self) -> Skill:
        """What is practised."""
        return self.practice.behaviour

    @property
    def may_judge(self) -> bool:
        """Whether it was tried often enough for advice on how good it is."""
        return len(self.tries) >= TRIES

    @property
    def lately(self) -> tuple[Attempt, ...]:
        """The latest tries, of which the quantity is told."""
        return self.tries[-LATELY:]

    @property
    def reached(self) -> int:
        """In how many of the latest tries the quantity was there."""
        return sum(one.has_quantity for one in self.lately)

    @property
    def is_there(self) -> bool:
        """Whether the quantity is there, so that the rep may say that it comes by itself."""
        return self.reached >= ENOUGH


def level(skill: Skill, number: int) -> Count:
    """A number of questions as a rep would say it."""
    some, many = _LEVELS_OF_ALL if skill == "questions" else _LEVELS
    return "many" if number >= many else "some" if number >= some else "none"


def _is_try(skill: Skill, count: Count | None) -> bool:
    """Fewer situation questions were tried wherever they were counted: none is the best try."""
    return count in {"some", "many"} or (skill == "situation" and count == "none")


def has_quantity(skill: Skill, count: Count | None) -> bool:
    """Whether a count is enough of it, or for situation questions few enough."""
    return count in {"none", "some"} if skill == "situation" else count == "many"


# ---- what runs ---------------------------------------------------------------------------------


def progress(situation: Situation) -> Progress | None:
    """The practice that runs, None where there is none."""
    for note in situation.notes:
        content = note.content
        if isinstance(content, Practice) and content.ended_at is None and is_own(note, situation):
            attempts = attempts_of(content, situation)
            tries = tuple(one for one in attempts if one.is_try)
            return Progress(note=note, practice=content, tries=tries)
    return None


def is_own(note: Note, situation: Situation) -> bool:
    """Whether a note is the rep's, not what they counted for a colleague."""
    return note.rep_id == situation.rep.id


def attempts_of(practice: Practice, situation: Situation) -> tuple[Attempt, ...]:
    """The calls since a practice began, the oldest first; older ones as they were noted with it."""
    skill, began_at = practice.behaviour, practice.began_at
    known = {call.id: call for call in situation.calls}
    found = {
        one.call_id: _remembered(skill, one) for one in practice.tried if one.call_id not in known
    }
    for call in situation.calls:
        if call.starts_at >= began_at and call.standing == "on" and call.review.held != "not_held":
            found[call.id] = _of_call(skill, call, situation)
    for note, seen in observations(situation):
        call_id = note.call_id or note.id
        if call_id not in found and call_id not in known and note.said_at >= began_at:
            found[call_id] = _unknown(skill, note, call_id, seen)
        if call_id in found:
            found[call_id] = _with_observed(found[call_id], note, seen)
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.call_id)))


def _remembered(skill: Skill, one: Try) -> Attempt:
    return Attempt(
        skill=skill,
        call_id=one.call_id,
        at=one.at,
        customer=one.customer,
        reported=one.count,
        chosen=one.chosen,
    )


def _of_call(skill: Skill, call: Call, situation: Situation) -> Attempt:
    return Attempt(
        skill=skill,
        call_id=call.id,
        at=call.starts_at,
        customer=call.customer,
        reported=call.review.count(skill),
        chosen=use_of(call, situation) == "practice",
    )


def _unknown(skill: Skill, note: Note, call_id: UUID, seen: Observation) -> Attempt:
    return Attempt(skill=skill, call_id=call_id, at=note.said_at, customer=seen.customer)


def _with_observed(attempt: Attempt, note: Note, seen: Observation) -> Attempt:
    """The attempt with what a colleague counted; of several colleagues who counted most."""
    number = heard(attempt.skill, seen)
    if attempt.observed is not None and attempt.observed >= number:
        return attempt
    return replace(attempt, observed=number, observer_id=note.author_id)


def heard(skill: Skill, seen: Observation) -> int:
    """How often a colleague heard what is practised; "questions" are all kinds together."""
    if skill == "questions":
        return sum(seen.counts.values())
    return seen.counts.get(skill, 0)


# ---- what was counted --------------------------------------------------------------------------


def observations(situation: Situation) -> tuple[Observed, ...]:
    """What colleagues counted in the rep's calls, once they are done or can count no more."""
    return tuple(one for one in counting(situation) if _is_given(*one, situation))


def counting(situation: Situation) -> tuple[Observed, ...]:
    """All that colleagues count or have counted in the rep's calls."""
    return tuple(
        (note, note.content)
        for note in situation.notes
        if isinstance(note.content, Observation) and is_own(note, situation)
    )


def _is_given(note: Note, seen: Observation, situation: Situation) -> bool:
    call = situation.call(str(note.call_id))
    return seen.done or call is None or situation.now > call.ends_at + COUNT_AFTER


def counted(call: Call, situation: Situation) -> tuple[Note, ...]:
    """The practice that runs with what the review of a call now says, where that is news."""
    running = progress(situation)
    if running is None or call.starts_at < running.practice.began_at:
        return ()
    others = tuple(one for one in running.practice.tried if one.call_id != call.id)
    now = (*others, *_try_of(call, running.skill, situation))
    if set(now) == set(running.practice.tried):
        return ()
    return (replace(running.note, content=replace(running.practice, tried=now)),)


def _try_of(call: Call, skill: Skill, situation: Situation) -> tuple[Try, ...]:
    count = call.review.count(skill)
    if count is None or call.review.held == "not_held":
        return ()
    chosen = use_of(call, situation) == "practice"
    at, customer = call.starts_at, call.customer
    return (Try(call_id=call.id, at=at, customer=customer, count=count, chosen=chosen),)


def use_of(call: Call, situation: Situation) -> str:
    """What the rep said the call is for, "practice" or "leave_alone"; empty if nothing."""
    return next(
        (
            note.content.use
            for note in situation.notes
            if isinstance(note.content, Occasion) and note.call_id == call.id
        ),
        "",
    )


def week_of(moment: datetime, situation: Situation) -> tuple[int, int]:
    """The ISO year and week of an instant, in the rep's zone once it is known."""
    day = situation.work.local_date(moment) if situation.work else moment.date()
    return day.isocalendar()[:2]
