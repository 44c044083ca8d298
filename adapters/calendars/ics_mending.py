"""Times of an entry made to fit each other where a program wrote them as no two others would."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

# icalendar types every property as any of thirty kinds.
Component = Any


def aware(moment: Any, zone: tzinfo) -> Any:
    """A floating time in a zone; aware times, dates and lengths as they are."""
    is_floating = isinstance(moment, datetime) and moment.tzinfo is None
    return moment.replace(tzinfo=zone) if is_floating else moment


def mend_until(rule: Any, start: date, zone: tzinfo) -> None:
    """Make a rule's UNTIL fit its start: a day means to its end, a time without zone is local."""
    if not isinstance(start, datetime) or "UNTIL" not in rule:
        return
    until = rule["UNTIL"][0]
    if not isinstance(until, datetime):
        until = datetime.combine(until, time(23, 59, 59))
    try:
        rule["UNTIL"] = [aware(until, zone).astimezone(UTC)]
    except OverflowError:  # "99991231", in some programs' way of saying for ever
        del rule["UNTIL"]


def mend_place(place: Any, first: date, home: tzinfo) -> None:
    """Make a RECURRENCE-ID a time in the zone of its series' start, or a day as that is one."""
    if place is None:
        return
    is_time = isinstance(place.dt, datetime)
    if isinstance(first, datetime):
        # The right hour with another zone beside it: Google has that now and then.
        is_odd = is_time and place.dt.time() == first.time() and not _is_at(place.dt, first)
        by_day = is_odd or not is_time
        day = datetime.combine(place.dt, first.timetz())
        place.dt = day if by_day else place.dt.astimezone(first.tzinfo)
    elif is_time:
        place.dt = day_of(place.dt, home)


def day_of(moment: datetime, home: tzinfo) -> date:
    """The day that a time stands for where days are wanted: that of its own midnight, or local."""
    return (moment if moment.time() == time() else moment.astimezone(home)).date()


def _is_at(moment: datetime, first: datetime) -> bool:
    """Whether a moment is at the hour at which a series started."""
    return moment.astimezone(first.tzinfo).time() == first.time()


def mend_end(event: Component) -> None:
    """Make an end fit its start: days for days, and never before it."""
    start, end = event["DTSTART"].dt, end_of(event)
    is_day, ends_on_day = (not isinstance(one, datetime) for one in (start, end))
    if is_day:
        end = max(end if ends_on_day else end.date(), start + timedelta(days=1))
    elif ends_on_day:
        end = datetime.combine(end, time(), start.tzinfo)
    if not is_day and end < start:
        end = start
    if end != end_of(event):
        event.pop("DURATION", None)
        event.pop("DTEND", None)
        event.add("DTEND", end)


def end_of(event: Component) -> Any:
    """The end, as RFC 5545 3.6.1 has it where it is not given."""
    start = event["DTSTART"].dt
    if "DTEND" in event:
        return event["DTEND"].dt
    if "DURATION" in event:
        return start + event["DURATION"].dt
    return start if isinstance(start, datetime) else start + timedelta(days=1)
