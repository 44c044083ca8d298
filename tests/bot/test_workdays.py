"""Working days: zones, countries, public holidays and make-up workdays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from bot.workdays import team_calendar, work_calendar
from bot.zones import countries, country_of, zones
from coaching.people import Policy, Rep, Team

REP = Rep(id=UUID(int=1), team_id=UUID(int=2), name="A", address="a@seller.example")
AROUND = date(2026, 10, 1)


def works(zone: str, day: date, country: str | None = None) -> bool:
    calendar = work_calendar(replace(REP, zone=zone, country=country), Policy(), AROUND)
    assert calendar is not None
    return calendar.works_on(day)


def test_a_rep_without_a_zone_has_no_work_calendar() -> None:
    assert work_calendar(REP, Policy(), AROUND) is None


@pytest.mark.parametrize(
    "zone,country,day,expected",
    [
        ("Europe/Berlin", None, date(2026, 10, 2), True),
        ("Europe/Berlin", None, date(2026, 12, 25), False),
        ("Europe/Berlin", "US", date(2026, 11, 26), False),
        ("Europe/Berlin", None, date(2026, 11, 26), True),
        ("Asia/Shanghai", None, date(2026, 10, 6), False),
        ("Asia/Shanghai", None, date(2026, 10, 10), True),
        ("Asia/Shanghai", None, date(2026, 10, 17), False),
        ("US/Pacific", None, date(2027, 1, 1), False),
        ("UTC", None, date(2026, 12, 25), True),
    ],
)
def test_public_holidays_are_those_of_the_reps_country(
    zone: str, country: str | None, day: date, *, expected: bool
) -> None:
    assert works(zone, day, country) is expected


def test_the_hours_are_those_of_the_policy() -> None:
    policy = replace(Policy(), day_starts=time(7), day_ends=time(12), workdays=frozenset({6}))
    calendar = work_calendar(replace(REP, zone="Europe/Berlin"), policy, AROUND)
    assert calendar is not None
    hours = (calendar.day_starts, calendar.day_ends, calendar.workdays)
    assert hours == (time(7), time(12), frozenset({6}))


def test_a_team_works_by_its_own_zone() -> None:
    team = Team(id=UUID(int=2), name="North", zone="Asia/Shanghai")
    calendar = team_calendar(team, Policy(), AROUND)
    assert (str(calendar.zone), calendar.works_on(date(2026, 10, 6))) == ("Asia/Shanghai", False)


@pytest.mark.parametrize(
    "zone,country",
    [
        ("Europe/Berlin", "DE"),
        ("Asia/Shanghai", "CN"),
        ("US/Pacific", "US"),
        ("Asia/Calcutta", "IN"),
        ("UTC", None),
        ("Nowhere/Else", None),
    ],
)
def test_a_zone_leads_to_its_country(zone: str, country: str | None) -> None:
    assert country_of(zone) == country


def test_only_places_people_live_in_are_zones() -> None:
    assert {"Europe/Berlin", "UTC"} <= zones()
    assert not {"Factory", "localtime"} & zones()
    assert {"DE", "CN", "NO"} <= countries()
