"""What may be told of people's calls moves on by weeks and by five people, never by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from coaching.effectiveness.counted import Rated
from coaching.effectiveness.settled import Halves, Parting, Settled, settled
from tests.coaching.team_world import DAY, NOW, WEEK, WORK

MONDAY = datetime(2026, 9, 7, tzinfo=UTC)


def of(person: int, at: datetime, value: float = 1.0, *, well: bool = True) -> Rated:
    return Rated(
        person=UUID(int=person),
        what="own",
        source="outcomes",
        value=value,
        success=well,
        at=at,
        noted_at=at,
    )


def by_success(own: Sequence[Rated], _began: datetime | None) -> Halves:
    return Halves(
        first=tuple(one.value for one in own if one.success),
        other=tuple(one.value for one in own if not one.success),
    )


def by_time(own: Sequence[Rated], began: datetime | None) -> Halves:
    return Halves(
        first=tuple(one.value for one in own if began and one.at >= began),
        other=tuple(one.value for one in own if began and one.at < began),
        began=began,
    )


ANY = Parting(parted=by_success, enough=lambda _: True)


def seen(found: Iterable[Rated], parting: Parting = ANY, now: datetime = NOW) -> Settled:
    return settled(found, parting, WORK, now)


def numbers(told: Settled) -> list[int]:
    return [person.int for person in told.people]


def test_of_four_people_nothing_is_told() -> None:
    assert seen([of(person, MONDAY) for person in range(4)]) == Settled()
    assert seen([]) == Settled()


def test_five_people_are_told_once_their_week_is_over() -> None:
    five = [of(person, MONDAY + person * DAY) for person in range(5)]
    assert seen(five, now=MONDAY + WEEK - timedelta(seconds=1)) == Settled()
    told = seen(five, now=MONDAY + WEEK)
    assert (numbers(told), told.until) == ([0, 1, 2, 3, 4], MONDAY + WEEK)
    assert told == seen(five)


def test_what_fewer_than_five_add_waits() -> None:
    five = [of(person, MONDAY) for person in range(5)]
    more = [of(person, MONDAY + 2 * WEEK, 0.0) for person in range(4)]
    assert seen([*five, *more]) == seen(five)
    fifth = of(4, MONDAY + 5 * WEEK, 0.0)
    told = seen([*five, *more, fifth])
    assert told.until == MONDAY + 6 * WEEK
    assert set(told.people.values()) == {Halves(first=(1.0, 0.0))}


def test_fewer_than_five_who_come_later_wait_for_each_other() -> None:
    early = [of(person, MONDAY + week * WEEK) for person in range(6) for week in range(2)]
    late = [of(person, MONDAY + WEEK) for person in range(6, 10)]
    assert numbers(seen([*early, *late])) == [0, 1, 2, 3, 4, 5]
    fifth = of(10, MONDAY + 3 * WEEK)
    assert numbers(seen([*early, *late, fifth])) == list(range(11))


def test_each_side_moves_with_five_people_or_not_at_all() -> None:
    start = [of(person, MONDAY, well=well) for person in range(6) for well in (True, False)]
    well = [of(person, MONDAY + WEEK) for person in range(6)]
    assert seen([*start, *well]).until == MONDAY + 2 * WEEK
    one_failed = of(0, MONDAY + WEEK, well=False)
    assert seen([*start, *well, one_failed]).until == MONDAY + WEEK


# ---- before and since --------------------------------------------------------------------------


def parted_at(began: dict[int, datetime], least: int = 5) -> Parting:
    def beginning(person: UUID, _own: Sequence[Rated], now: datetime) -> datetime:
        said = began.get(person.int, MONDAY)
        return said if said < now else MONDAY

    def enough(halves: Halves) -> bool:
        return bool(halves.first and halves.other)

    return Parting(parted=by_time, enough=enough, began=beginning, least=least)


def halves_of(people: int, weeks: int = 2) -> list[Rated]:
    """A call before that Monday, and one each week since."""
    return [
        of(person, MONDAY + week * WEEK, float(week))
        for person in range(people)
        for week in range(-1, weeks)
    ]


def test_as_many_come_first_as_it_takes() -> None:
    assert seen(halves_of(7), parted_at({}, least=8)) == Settled()
    assert numbers(seen(halves_of(8), parted_at({}, least=8))) == list(range(8))


def test_what_was_before_is_told_once() -> None:
    late = replace(of(0, MONDAY - 2 * DAY, 9.0), noted_at=MONDAY + 9 * DAY)
    assert seen([*halves_of(6), late], parted_at({})) == seen(halves_of(6), parted_at({}))


def test_fewer_than_five_who_begin_anew_stay_as_they_were() -> None:
    later = MONDAY + WEEK
    found = halves_of(6, weeks=4)
    four = parted_at(dict.fromkeys(range(4), later))
    assert seen(found, four) == seen(found, parted_at({}))
    five = seen(found, parted_at(dict.fromkeys(range(5), later)))
    assert five.people[UUID(int=4)] == Halves(first=(1.0, 2.0, 3.0), other=(-1.0, 0.0), began=later)
    assert five.people[UUID(int=5)].began == MONDAY


def test_people_of_two_groups_come_by_five_of_each() -> None:
    def grouped(own: Sequence[Rated], _began: datetime | None) -> Halves:
        values = tuple(one.value for one in own)
        return Halves(first=values) if own[0].person.int < 10 else Halves(other=values)

    both = Parting(parted=grouped, enough=lambda _: True)
    first = [of(person, MONDAY) for person in range(6)]
    other = [of(person, MONDAY) for person in range(10, 14)]
    assert numbers(seen([*first, *other], both)) == list(range(6))
    told = seen([*first, *other, of(14, MONDAY)], both)
    assert numbers(told) == [*range(6), *range(10, 15)]
