"""A team whose truth is known: twelve reps, half a year of calls, an effect or none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random  # noqa: TID251 - seeded, repeatable draws
from uuid import UUID

from coaching.calls import Call, Review
from coaching.effectiveness.evaluating import Results
from coaching.effectiveness.matching import Result
from coaching.history import History
from coaching.notes.practice import BEHAVIOURS, Count
from coaching.people import Group, Rep, Team
from coaching.spans import WorkCalendar

TEAM = Team(id=UUID(int=1), name="North")
BEGAN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
NOW = datetime(2026, 7, 6, 9, 0, tzinfo=UTC)
FIRST_MONTH = date(2026, 1, 1)
WORK = WorkCalendar(zone=UTC, workdays=frozenset(range(5)), day_starts=time(8), day_ends=time(18))
WEEKS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is so: `together` by how much more often three or more questions are asked in calls that
    go well, `learned` by how much more often after four weeks, `gain` by how much more calls go
    well then, `worth` how much more a coached person brings in a month."""

    together: float = 0.0
    learned: float = 0.0
    gain: float = 0.0
    worth: float = 0.0


def a_rep(number: int, group: Group = "coached") -> Rep:
    """A rep of the team; their names are their numbers."""
    return Rep(
        id=UUID(int=100 + number),
        team_id=TEAM.id,
        name=f"R{number:02}",
        address=f"r{number}@north.example",
        group=group,
    )


def a_team(truth: Truth, chance: Random, *, reps: int = 12, a_week: int = 2) -> History:
    """Half a year of a team: reps differ in how much they ask and in how often they succeed."""
    people = tuple(a_rep(number) for number in range(reps))
    calls = [call for rep in people for call in _calls(rep, truth, chance, a_week)]
    return History(now=NOW, team=TEAM, work=WORK, people=people, calls=tuple(calls))


def _calls(rep: Rep, truth: Truth, chance: Random, a_week: int) -> list[Call]:
    asks, succeeds = chance.uniform(0.2, 0.5), chance.uniform(0.3, 0.6)
    made = []
    for number in range(WEEKS * a_week):
        at = BEGAN + timedelta(weeks=number // a_week, days=number % a_week)
        later = number // a_week >= 4
        well = chance.random() < succeeds + (truth.gain if later else 0.0)
        often = asks + (truth.together if well else 0.0) + (truth.learned if later else 0.0)
        counts: dict[str, Count] = {
            kind: "many" if chance.random() < often else "some" for kind in BEHAVIOURS
        }
        made.append(_call(rep, number, at, well=well, counts=counts))
    return made


def _call(rep: Rep, number: int, at: datetime, *, well: bool, counts: dict[str, Count]) -> Call:
    key = f"{rep.name}-{number}"
    review = Review(
        held="agreed" if well else "nothing",
        outcome="advance" if well else "continuation",
        reviewed_at=at + timedelta(hours=2),
    )
    for kind in BEHAVIOURS:
        review = review.with_count(kind, counts[kind])
    return Call(
        id=UUID(int=rep.id.int * 10_000 + number),
        meeting_id=UUID(int=rep.id.int * 10_000 + number),
        rep_id=rep.id,
        opportunity_id=UUID(int=7),
        key=key,
        series=key,
        title=key,
        customer="Halden Paper",
        starts_at=at,
        ends_at=at + timedelta(hours=1),
        found_at=BEGAN,
        review=review,
    )


def attended(history: History, people: int) -> History:
    """The same team, so many of its people asked for reviews alone."""
    apart = tuple(
        replace(rep, group="attention") if number < people else rep
        for number, rep in enumerate(history.people)
    )
    return replace(history, people=apart)


def results(
    truth: Truth, chance: Random, *, coached: int = 14, control: int = 30, months: int = 4
) -> Results:
    """Results of a company, months before and since; all grow alike but for what coaching adds."""
    rows = []
    for number in range(coached + control):
        group: Group = "coached" if number < coached else "control"
        usual = chance.gauss(100, 15)
        for month in range(-months, months + 1):
            added = truth.worth if group == "coached" and month > 0 else 0.0
            value = usual + chance.gauss(0, 10) + 0.5 * month + added
            person = f"p{number}@north.example"
            rows.append(Result(person=person, month=_month(month), group=group, value=value))
    return Results(rows=tuple(rows), began=FIRST_MONTH)


def _month(number: int) -> date:
    years, month = divmod(FIRST_MONTH.month - 1 + number, 12)
    return date(FIRST_MONTH.year + years, month + 1, 1)
