"""The moment rule: when a rep may be spoken to, and which of these moments suits a nudge best."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from coaching.nudge import Dropped, Kind
from coaching.spans import Span, WorkCalendar, gaps

BEFORE_WORK_ENDS = timedelta(hours=1)
BEFORE_GAP_ENDS = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """When a nudge should come, before anybody has looked at the rep's day.

    `earliest`, `preferred` and `latest` are its row in DESIGN "When"; after `latest` the first
    free moment up to `last` will do. Bounds are inclusive. Until `any_hours_until` (itself left
    out) working hours do not matter. `asked_for` marks a snooze: the rep chose that moment.
    """

    kind: Kind
    about: str
    start: datetime
    preferred: datetime
    earliest: datetime
    latest: datetime
    last: datetime
    any_hours_until: datetime | None = None
    asked_for: bool = False

    @property
    def key(self) -> tuple[Kind, str, datetime]:
        """The key of the nudge it becomes."""
        return (self.kind, self.about, self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """When a rep may be spoken to: `work` without what is `taken`.

    `taken` are the busy spans and the pause, in order and apart (`spans.merged`).
    """

    work: WorkCalendar
    taken: tuple[Span, ...] = ()
    paused_until: datetime | None = None

    def gaps(self, stretch: Span) -> tuple[Span, ...]:
        """What is free of a stretch, whatever the working hours."""
        first = bisect_right(self.taken, stretch.starts_at, key=lambda span: span.ends_at)
        end = bisect_left(self.taken, stretch.ends_at, key=lambda span: span.starts_at)
        return gaps(stretch, self.taken[first:end])


def moment(wish: Wish, openings: Openings, now: datetime) -> datetime | None:
    """The best moment from `now` on, or None: nearest to preferred, later first, else earlier.

    Moving `now` up to the moment found does not change it, so a stored one stays right.
    """
    floor = max(now, wish.earliest)
    if floor <= wish.latest:
        target = min(max(wish.preferred, floor), wish.latest)
        best = _first(wish, openings, Span(target, wish.latest)) or _earlier(
            wish, openings, Span(floor, target)
        )
        if best is not None:
            return best
    late = _first(wish, openings, Span(max(floor, wish.latest), wish.last))
    if late is None and wish.asked_for:
        # Where no working moment is left before the call, a rep's own choice beats quiet hours.
        rest = Span(floor, wish.last + timedelta.resolution)
        return _first_in([rest], openings, rest)
    return late


def reason(wish: Wish, openings: Openings) -> Dropped:
    """Why a wish that is over had no moment, or none in time."""
    if wish.earliest > wish.last:
        return "too_late"
    if openings.paused_until is not None and wish.last <= openings.paused_until:
        return "paused"
    within = Span(wish.earliest, wish.last)
    stretches = list(_stretches(wish, openings, within))
    if not stretches:
        return "quiet_hours"
    found = _first_in(stretches, openings, within)
    return "no_free_moment" if found is None else "too_late"


def _stretches(wish: Wish, openings: Openings, within: Span) -> Iterable[Span]:
    if wish.any_hours_until is not None and within.starts_at < wish.any_hours_until:
        yield Span(within.starts_at, wish.any_hours_until)
    yield from openings.work.stretches(within)


def _first(wish: Wish, openings: Openings, within: Span) -> datetime | None:
    return _first_in(_stretches(wish, openings, within), openings, within)


def _first_in(stretches: Iterable[Span], openings: Openings, within: Span) -> datetime | None:
    """The first free moment from the start of `within` to its end, both included."""
    for stretch in stretches:
        for gap in openings.gaps(stretch):
            at = max(gap.starts_at, within.starts_at)
            if at < gap.ends_at and at <= within.ends_at:
                return at
    return None


def _earlier(wish: Wish, openings: Openings, within: Span) -> datetime | None:
    """The best moment before the end of `within`, working stretch by working stretch."""
    stretches = list(_stretches(wish, openings, within))
    if wish.any_hours_until is None:
        stretches.reverse()
    for stretch in stretches:
        since = max(stretch.starts_at, within.starts_at)
        if within.ends_at < stretch.ends_at:
            at = _last_gap(openings, Span(since, within.ends_at))
        else:
            at = _near_its_end(openings, Span(since, stretch.ends_at))
        if at is not None:
            return at
    return None


def _near_its_end(openings: Openings, stretch: Span) -> datetime | None:
    hour = Span(max(stretch.starts_at, stretch.ends_at - BEFORE_WORK_ENDS), stretch.ends_at)
    at = _first_in([hour], openings, hour)
    return at or _last_gap(openings, Span(stretch.starts_at, hour.starts_at))


def _last_gap(openings: Openings, within: Span) -> datetime | None:
    free = openings.gaps(within)
    if not free:
        return None
    return max(free[-1].starts_at, free[-1].ends_at - BEFORE_GAP_ENDS)
