"""A team's history as values: reps with counted calls, colleagues who count, results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from coaching.calls import Call, Outcome, Review
from coaching.effectiveness.matching import Result
from coaching.history import History
from coaching.notes import Note
from coaching.notes.practice import Behaviour, Count, Observation, Practice, Skill
from coaching.people import Group, Rep, Team
from coaching.spans import WorkCalendar

TEAM = Team(id=UUID(int=1), name="North")
NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)
WORK = WorkCalendar(zone=UTC, workdays=frozenset(range(5)), day_starts=time(8), day_ends=time(18))
HELD: dict[Outcome, str] = {
    "order": "signed",
    "advance": "agreed",
    "continuation": "nothing",
    "no_sale": "refused",
}


def a_person(number: int, **changes: Any) -> Rep:
    """The rep of that number, called by a letter."""
    usual = Rep(
        id=UUID(int=10 + number),
        team_id=TEAM.id,
        name="ABCDEFGHIJKLMNOP"[number],
        address=f"{number}@north.example",
    )
    return replace(usual, **changes)


def people(count: int, group: Group = "coached", *, start: int = 0) -> tuple[Rep, ...]:
    return tuple(a_person(number, group=group) for number in range(start, start + count))


def a_call_of(
    rep: Rep,
    at: datetime,
    outcome: Outcome | None = "advance",
    *,
    counts: Mapping[Behaviour, Count] | None = None,
    number: int = 0,
    **changes: Any,
) -> Call:
    """A call of that rep's, reviewed with that outcome two hours after its start."""
    id_ = UUID(int=rep.id.int * 10**12 + int(at.timestamp()) + number)
    review = Review(
        held=HELD[outcome] if outcome else None,  # type: ignore[arg-type]  # one of Held
        outcome=outcome,
        reviewed_at=at + timedelta(hours=2) if outcome else None,
    )
    for kind, count in (counts or {}).items():
        review = review.with_count(kind, count)
    usual = Call(
        id=id_,
        meeting_id=id_,
        rep_id=rep.id,
        opportunity_id=UUID(int=3),
        key=str(id_),
        series=str(id_),
        title="Line 2",
        customer="Halden Paper",
        starts_at=at,
        ends_at=at + timedelta(hours=1),
        found_at=at - DAY,
        review=review,
    )
    return replace(usual, **changes)


def a_history(reps: Iterable[Rep], calls: Iterable[Call], **changes: Any) -> History:
    usual = History(now=NOW, team=TEAM, work=WORK, people=tuple(reps), calls=tuple(calls))
    return replace(usual, **changes)


def an_observation(call: Call, *, done: bool = True, by: int = 99, **counts: int) -> Note:
    """What a colleague counted in a call."""
    content = Observation(counts=counts, done=done)  # type: ignore[arg-type]  # kinds by name
    return Note(
        id=UUID(int=call.id.int + by),
        rep_id=call.rep_id,
        author_id=UUID(int=by),
        said_at=call.ends_at,
        content=content,
        call_id=call.id,
    )


def a_practice(rep: Rep, skill: Skill, began_at: datetime) -> Note:
    return Note(
        id=UUID(int=rep.id.int * 7),
        rep_id=rep.id,
        author_id=rep.id,
        said_at=began_at,
        content=Practice(behaviour=skill, began_at=began_at),
    )


def a_result(person: str, month: str, value: float, group: Group = "coached") -> Result:
    return Result(person=person, month=date.fromisoformat(f"{month}-01"), group=group, value=value)
