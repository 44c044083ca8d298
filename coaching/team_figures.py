"""A team's figures as values: totals, and of single reps only how many calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coaching.attitude import TeamAttitude
from coaching.figures import Promised, Week


@dataclass(frozen=True, slots=True, kw_only=True)
class OfRep:
    """How many calls of the last four weeks one rep held, planned and reviewed."""

    name: str
    held: int
    planned: int
    reviewed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamReport:
    """The last four whole weeks, the four before, and week by week (Mondays, the oldest first).

    All as it was known when the last of these days, `until`, was over. `rate` is the 95 % interval
    of the share of advances and orders, None without a decided call.
    `per_person` is None where nothing about one rep may be shown now, for `why_not`.
    """

    team: str
    until: date
    people: int
    lately: Week
    before: Week
    rate: tuple[float, float] | None
    promised: Promised
    weeks: tuple[tuple[date, Week], ...]
    attitude: TeamAttitude | None
    per_person: tuple[OfRep, ...] | None
    why_not: str = ""
