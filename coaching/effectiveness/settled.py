"""What may be told of people's calls: week by week, and moving on only with five people at once.

Two figures told one after the other so differ by five people's answers at least on each side, and
nobody's is found by subtraction (DESIGN "Privacy").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from uuid import UUID

from coaching.effectiveness import minimum
from coaching.effectiveness.counted import Rated
from coaching.spans import WorkCalendar

Values = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Halves:
    """One person's calls on the two sides; `began` is what parts them, where a moment does."""

    first: Values = ()
    other: Values = ()
    began: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parting:
    """How a person's calls come on two sides, and who has enough of them.

    `began` tells from a person's calls, and from when it is asked, at which moment they began; None
    where another thing parts them. `least` is how many people come first.
    """

    parted: Callable[[Sequence[Rated], datetime | None], Halves]
    enough: Callable[[Halves], bool]
    began: Callable[[UUID, Sequence[Rated], datetime], datetime | None] = lambda *_: None
    least: int = minimum.PEOPLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What may be told of each person, and up to when it is counted; None before the first five."""

    people: Mapping[UUID, Halves] = field(default_factory=dict)
    until: datetime | None = None


def settled(found: Iterable[Rated], parting: Parting, work: WorkCalendar, now: datetime) -> Settled:
    """What was noted by the last Monday on which five people or more had added to it."""
    known = sorted(found, key=lambda one: one.noted_at)
    told = Settled()
    for monday in _mondays(known, work, now):
        heard = _by_person(one for one in known if one.noted_at < monday)
        people = _people(heard, told, parting, monday)
        if _moves(told.people, people):
            told = Settled(people=people, until=monday)
    return told


def _mondays(known: Sequence[Rated], work: WorkCalendar, now: datetime) -> Iterator[datetime]:
    """Each Monday's midnight after the first that was noted, until now."""
    if known:
        day = work.local_date(known[0].noted_at)
        day -= timedelta(days=day.weekday())
        while (monday := work.instant(day := day + timedelta(weeks=1), time())) <= now:
            yield monday


def _by_person(known: Iterable[Rated]) -> dict[UUID, list[Rated]]:
    found: dict[UUID, list[Rated]] = {}
    for one in known:
        found.setdefault(one.person, []).append(one)
    return found


def _people(
    heard: Mapping[UUID, Sequence[Rated]], told: Settled, parting: Parting, monday: datetime
) -> dict[UUID, Halves]:
    """Everybody as they stand now; fewer than five who come, or begin anew, still wait."""
    coming: dict[UUID, Halves] = {}
    staying: dict[UUID, Halves] = {}
    for person, own in sorted(heard.items()):
        before, began = told.people.get(person), parting.began(person, own, monday)
        if before is not None:
            # What was before is told once; what is said of it later would be one person's.
            stays = parting.parted(own, before.began)
            staying[person] = replace(stays, other=before.other) if before.began else stays
        halves = parting.parted(own, began)
        if (before is None or before.began != began) and parting.enough(halves):
            coming[person] = halves
    return staying | _several(coming, minimum.PEOPLE if told.people else parting.least)


def _several(coming: Mapping[UUID, Halves], least: int) -> dict[UUID, Halves]:
    """Those who come, where enough come on their side."""
    first = sum(bool(one.first) for one in coming.values())
    other = sum(bool(one.other) for one in coming.values())
    return {
        person: one
        for person, one in coming.items()
        if (not one.first or first >= least) and (not one.other or other >= least)
    }


def _moves(told: Mapping[UUID, Halves], people: Mapping[UUID, Halves]) -> bool:
    """Whether something changes, and on each side for five people or nobody."""
    nothing = Halves()
    pairs = [(told.get(person, nothing), now) for person, now in people.items()]
    changed = (
        sum(was.first != now.first for was, now in pairs),
        sum(was.other != now.other for was, now in pairs),
    )
    return any(changed) and all(not many or many >= minimum.PEOPLE for many in changed)
