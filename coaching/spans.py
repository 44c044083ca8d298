"""Stretches of time, half open, and a rep's working days as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[starts_at, ends_at)` of aware UTC instants."""

    starts_at: datetime
    ends_at: datetime

    def __contains__(self, moment: datetime) -> bool:
        """Whether the moment lies inside; the end does not."""
        return self.starts_at <= moment < self.ends_at

    def covers(self, other: Span) -> bool:
        """Whether the whole of the other lies inside."""
        return self.starts_at <= other.starts_at and other.ends_at <= self.ends_at


def instant(day: date, at: time, zone: tzinfo) -> datetime:
    """The UTC instant of a local time: the one rule for clock changes.

    A time that comes twice is its first coming; a time that does not exist is moved on by the
    length of the gap (02:30 becomes 03:30), as PEP 495 has it for `fold=0`.
    """
    return datetime.combine(day, at, tzinfo=zone).replace(fold=0).astimezone(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCalendar:
    """When a rep works: local hours on working days, in the rep's zone.

    `days_off` are public holidays (leave is a busy entry or a pause), `extra_workdays` are
    make-up workdays that fall on a weekend; both cover the window the coach looks at. Hours that
    end at or before the time they start end on the next day.
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
        """The UTC instant of a local time, by the one rule for clock changes."""
        return instant(day, at, self.zone)

    def works_on(self, day: date) -> bool:
        """Whether the rep works on that local date, leave and pauses apart."""
        if day in self.extra_workdays:
            return True
        return day.weekday() in self.workdays and day not in self.days_off

    def hours(self, day: date) -> Span:
        """The hours that begin on a local date, were it a working day; empty if no time is left."""
        last_day = day if self.day_starts < self.day_ends else day + _DAY
        starts_at = self.instant(day, self.day_starts)
        return Span(starts_at, max(starts_at, self.instant(last_day, self.day_ends)))

    def stretch(self, day: date) -> Span | None:
        """The working hours of a local date, or None on a day off."""
        return self.hours(day) if self.works_on(day) else None

    def stretches(self, within: Span) -> Iterator[Span]:
        """The working hours that touch a stretch, in order, not cut to it."""
        day = self.local_date(within.starts_at) - _DAY
        last_day = self.local_date(within.ends_at)
        while day <= last_day:
            stretch = self.stretch(day)
            if (
                stretch
                and within.starts_at < stretch.ends_at
                and stretch.starts_at <= within.ends_at
            ):
                yield stretch
            day += _DAY

    def next_workday(self, day: date, count: int = 1) -> date:
        """The `count`-th working day after a date; a rep without working days has calendar days."""
        days = (day + step * _DAY for step in range(1, 400))
        worked = (candidate for candidate in days if self.works_on(candidate))
        for _ in range(count - 1):
            next(worked, None)
        return next(worked, day + count * _DAY)

    def previous_workday(self, day: date) -> date | None:
        """The last working day before a date, at most a year back."""
        days = (day - step * _DAY for step in range(1, 366))
        return next((candidate for candidate in days if self.works_on(candidate)), None)

    def without(self, away: Iterable[Span]) -> WorkCalendar:
        """The calendar with each day off whose hours one of these spans covers whole (leave)."""
        days = {day for span in away for day in self._days(span) if span.covers(self.hours(day))}
        return replace(
            self, days_off=self.days_off | days, extra_workdays=self.extra_workdays - days
        )

    def _days(self, span: Span) -> Iterator[date]:
        day = self.local_date(span.starts_at)
        last_day = self.local_date(span.ends_at)
        while day <= last_day:
            yield day
            day += _DAY


def gaps(within: Span, busy: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of a stretch when the busy spans are taken out, in order, none empty."""
    free: list[Span] = []
    cursor = within.starts_at
    for span in merged(busy):
        if span.ends_at <= cursor or span.starts_at >= within.ends_at:
            continue
        if span.starts_at > cursor:
            free.append(Span(cursor, span.starts_at))
        cursor = span.ends_at
    if cursor < within.ends_at:
        free.append(Span(cursor, within.ends_at))
    return tuple(free)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same time as spans in order that neither touch nor overlap; empty ones are left out."""
    apart: list[Span] = []
    for span in sorted(spans):
        if span.ends_at <= span.starts_at:
            continue
        if apart and span.starts_at <= apart[-1].ends_at:
            apart[-1] = Span(apart[-1].starts_at, max(apart[-1].ends_at, span.ends_at))
        else:
            apart.append(span)
    return tuple(apart)
