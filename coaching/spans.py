"""Stretches of time, half open, and a rep's working days as values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[starts_at, ends_at)` of aware UTC instants."""

    starts_at: datetime
    ends_at: datetime

    def __contains__(self, moment: datetime) -> bool:
        """Whether the moment lies inside; the end does not."""
        return self.starts_at <= moment < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """When a rep works: local hours on working days, in the rep's zone.

    `days_off` are public holidays (leave is a busy entry or a pause), `extra_workdays` are
    make-up workdays that fall on a weekend; both cover the window the coach looks at.
    """

    zone: tzinfo
    workdays: frozenset[int]
    day_starts: time
    day_ends: time
    days_off: frozenset[date] = frozenset()
    extra_workdays: frozenset[date] = frozenset()

    def local_date(self, moment: datetime) -> date:
        """The date on the rep's wall calendar."""
        return moment.astimezone(self.zone).date()

    def instant(self, day: date, at: time) -> datetime:
        """The UTC instant of a local time: the one rule for clock changes.

        A time that comes twice is its first coming; a time that does not exist is moved on by the
        length of the gap (02:30 becomes 03:30), as PEP 495 has it for `fold=0`.
        """
        return datetime.combine(day, at, tzinfo=self.zone).replace(fold=0).astimezone(UTC)

    def works_on(self, day: date) -> bool:
        """Whether the rep works on that local date, leave and pauses apart."""
        if day in self.extra_workdays:
            return True
        return day.weekday() in self.workdays and day not in self.days_off

    def stretch(self, day: date) -> Span | None:
        """The working hours of a local date, or None on a day off."""
        if not self.works_on(day):
            return None
        return Span(self.instant(day, self.day_starts), self.instant(day, self.day_ends))

    def next_workday(self, day: date, count: int = 1) -> date:
        """The `count`-th working day after a date; a rep without working days has calendar days."""
        for step in range(1, 400):
            candidate = day + timedelta(days=step)
            if self.works_on(candidate):
                count -= 1
                if count == 0:
                    return candidate
        return day + timedelta(days=count)

    def previous_workday(self, day: date) -> date | None:
        """The last working day before a date, at most a year back."""
        days = (day - timedelta(days=step) for step in range(1, 366))
        return next((candidate for candidate in days if self.works_on(candidate)), None)


def gaps(within: Span, busy: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of a stretch when the busy spans are taken out, in order, none empty."""
    free: list[Span] = []
    cursor = within.starts_at
    for span in sorted(busy):
        if span.ends_at <= cursor or span.starts_at >= within.ends_at:
            continue
        if span.starts_at > cursor:
            free.append(Span(cursor, span.starts_at))
        cursor = max(cursor, span.ends_at)
    if cursor < within.ends_at:
        free.append(Span(cursor, within.ends_at))
    return tuple(free)
