"""Which calls were counted: what reps remember and what colleagues counted, never mixed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from uuid import UUID

from coaching.calls import Call
from coaching.effectiveness import minimum
from coaching.effectiveness.figures import Source
from coaching.history import History
from coaching.notes import Note
from coaching.notes.practice import BEHAVIOURS, Behaviour, Observation, Practice
from coaching.people import Group
from coaching.practice import COUNT_AFTER

SUCCESSES = frozenset({"order", "advance"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One call in which one kind of question was counted.

    `value` is 1.0 where the rep remembers three or more and 0.0 where fewer, or how many colleagues
    counted. `success` is None while it is open how the call ended; `noted_at` is when it was said.
    """

    person: UUID
    kind: Behaviour
    source: Source
    value: float
    success: bool | None
    at: datetime
    noted_at: datetime


def in_group(group: Group, history: History) -> frozenset[UUID]:
    """The people of the team who get that."""
    return frozenset(rep.id for rep in history.people if rep.sells and rep.group == group)


def took_place(call: Call) -> bool:
    """Whether a call was reviewed as one that was held."""
    return call.standing == "on" and call.review.made and call.review.held != "not_held"


def success(call: Call) -> bool | None:
    """Whether a call ended in an order or advance (METHOD §1); None while that is open."""
    outcome = call.review.outcome
    return None if outcome is None else outcome in SUCCESSES


def rated(history: History) -> tuple[Rated, ...]:
    """All that was counted of coached people's calls, by when it was noted."""
    coached = in_group("coached", history)
    calls = [call for call in history.calls if call.rep_id in coached and took_place(call)]
    heard = _heard(calls, history)
    found = [one for call in calls for one in (*_remembered(call), *_counted(call, heard))]
    return tuple(sorted(found, key=lambda one: (one.noted_at, str(one.person), one.kind)))


def _remembered(call: Call) -> Iterable[Rated]:
    for kind in BEHAVIOURS:
        count = call.review.count(kind)
        if count not in {None, "unknown"}:
            yield Rated(
                person=call.rep_id,
                kind=kind,
                source="reported",
                value=float(count == "many"),
                success=success(call),
                at=call.ends_at,
                noted_at=call.review.reviewed_at or call.ends_at,
            )


def _heard(calls: Iterable[Call], history: History) -> dict[UUID, list[tuple[Note, Observation]]]:
    """What colleagues counted, by call, once they were done or had time to be."""
    ends = {call.id: call.ends_at for call in calls}
    found: dict[UUID, list[tuple[Note, Observation]]] = {}
    for note in history.notes:
        seen = note.content
        if isinstance(seen, Observation) and note.call_id in ends:
            over = history.now > ends[note.call_id] + COUNT_AFTER
            if seen.done or over:
                found.setdefault(note.call_id, []).append((note, seen))
    return found


def _counted(call: Call, heard: dict[UUID, list[tuple[Note, Observation]]]) -> Iterable[Rated]:
    """What was heard in a call; where several colleagues counted, their mean."""
    of_call = heard.get(call.id, [])
    if of_call:
        for kind in BEHAVIOURS:
            yield Rated(
                person=call.rep_id,
                kind=kind,
                source="observed",
                value=fmean(seen.counts.get(kind, 0) for _, seen in of_call),
                success=success(call),
                at=call.ends_at,
                noted_at=max(note.said_at for note, _ in of_call),
            )


def counted_to(found: Iterable[Rated]) -> datetime | None:
    """Up to when figures count what people noted: whenever five different ones have, it moves on.

    So two figures told one after the other differ by five people's counts at least, and nobody's
    is found by subtraction. None before the first five.
    """
    since: set[UUID] = set()
    reached: datetime | None = None
    for one in sorted(found, key=lambda one: one.noted_at):
        since.add(one.person)
        if len(since) >= minimum.PEOPLE:
            reached, since = one.noted_at, set()
    return reached


def practised_from(person: UUID, kind: Behaviour, history: History) -> datetime | None:
    """When somebody began to practise a kind of question; None where they did not."""
    began = (
        note.content.began_at
        for note in history.notes
        if note.rep_id == person
        and isinstance(note.content, Practice)
        and note.content.behaviour == kind
    )
    return min(began, default=None)
