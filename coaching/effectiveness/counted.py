"""Which calls were counted: what reps remember and what colleagues counted, never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean
from typing import Literal
from uuid import UUID

from coaching.calls import Call, Outcome
from coaching.effectiveness.figures import Source
from coaching.figures import outcomes
from coaching.history import History
from coaching.notes import Note
from coaching.notes.practice import BEHAVIOURS, Behaviour, Observation, Practice
from coaching.people import Group
from coaching.practice import COUNT_AFTER

SUCCESSES = frozenset({"order", "advance"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """One call in which one kind of question was counted, or of which it is known how it ended.

    `value` is 1.0 where the rep remembers three or more and 0.0 where fewer, or how many colleagues
    counted; of an outcome 1.0 for a success. `success` is None while it is open how the call ended;
    `noted_at` is when it was said.
    """

    person: UUID
    what: Behaviour | Literal["own"]
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


def decided(history: History) -> tuple[Rated, ...]:
    """All calls of which their rep said how they ended."""
    ended = outcomes(history.calls)
    return tuple(
        Rated(
            person=call.rep_id,
            what="own",
            source="outcomes",
            value=float(success),
            success=success,
            at=call.ends_at,
            noted_at=_noted_at(call),
        )
        for call in history.calls
        if took_place(call) and (success := _success(call, ended)) is not None
    )


def _success(call: Call, ended: Mapping[UUID, Outcome]) -> bool | None:
    """Whether a call ended in an order or advance (METHOD §1); None while its rep has not said.

    In a joint call the organiser's word counts, as in all of a team's figures.
    """
    return None if call.review.outcome is None else ended[call.meeting_id] in SUCCESSES


def _noted_at(call: Call) -> datetime:
    return call.review.reviewed_at or call.ends_at


def rated(history: History) -> tuple[Rated, ...]:
    """All that was counted of coached people's calls, by when it was noted."""
    coached, ended = in_group("coached", history), outcomes(history.calls)
    calls = [call for call in history.calls if call.rep_id in coached and took_place(call)]
    heard = _heard(calls, history)
    found = [
        one
        for call in calls
        for one in (
            *_remembered(call, _success(call, ended)),
            *_counted(call, heard.get(call.id, []), _success(call, ended)),
        )
    ]
    return tuple(sorted(found, key=lambda one: (one.noted_at, str(one.person), one.what)))


def _remembered(call: Call, success: bool | None) -> Iterable[Rated]:  # noqa: FBT001 - the value itself
    for kind in BEHAVIOURS:
        count = call.review.count(kind)
        if count not in {None, "unknown"}:
            yield Rated(
                person=call.rep_id,
                what=kind,
                source="reported",
                value=float(count == "many"),
                success=success,
                at=call.ends_at,
                noted_at=_noted_at(call),
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


def _counted(
    call: Call,
    heard: list[tuple[Note, Observation]],
    success: bool | None,  # noqa: FBT001 - the value itself
) -> Iterable[Rated]:
    """What was heard in a call; where several colleagues counted, their mean."""
    if heard:
        for kind in BEHAVIOURS:
            yield Rated(
                person=call.rep_id,
                what=kind,
                source="observed",
                value=fmean(seen.counts.get(kind, 0) for _, seen in heard),
                success=success,
                at=call.ends_at,
                noted_at=max(note.said_at for note, _ in heard),
            )


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
