"""A rep's working days: their hours, their country's public holidays and make-up workdays."""

from __future__ import annotations

from datetime import date
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from bot.zones import country_of
from coaching.people import Policy, Rep, Team
from coaching.spans import WorkCalendar


def work_calendar(rep: Rep, policy: Policy, around: date) -> WorkCalendar | None:
    """When a rep works in the years around a date, or None until their zone is known.

    `policy` already has the rep's own hours. The country is the rep's, else their zone's; where it
    has no table of holidays only the weekdays count.
    """
    if rep.zone is None:
        return None
    return _calendar(rep.zone, rep.country or country_of(rep.zone), policy, around)


def team_calendar(team: Team, policy: Policy, around: date) -> WorkCalendar:
    """When a team works, by its own zone and the operator's hours."""
    return _calendar(team.zone, country_of(team.zone), policy, around)


def _calendar(zone: str, country: str | None, policy: Policy, around: date) -> WorkCalendar:
    years = [_year(country or "", around.year + step) for step in (-1, 0, 1)]
    return WorkCalendar(
        zone=ZoneInfo(zone),
        workdays=policy.workdays,
        day_starts=policy.day_starts,
        day_ends=policy.day_ends,
        days_off=frozenset().union(*(off for off, _ in years)),
        extra_workdays=frozenset().union(*(extra for _, extra in years)),
    )


@cache
def _year(country: str, year: int) -> tuple[frozenset[date], frozenset[date]]:
    try:
        found = holidays.country_holidays(country, years=year)
    except NotImplementedError:
        return frozenset(), frozenset()
    # Holidays of the neighbouring years come along where they are observed across New Year.
    extra = frozenset(day for day in found.weekend_workdays if day.year == year)
    return frozenset(day for day in found if day.year == year) - extra, extra
