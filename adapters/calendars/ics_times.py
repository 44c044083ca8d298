"""One VEVENT with times that can be relied on: zones known, lengths and ends made plain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from icalendar import Event

from adapters.calendars.ics_mending import (
    Component,
    aware,
    day_of,
    end_of,
    mend_end,
    mend_place,
    mend_until,
)
from adapters.calendars.ics_text import Block
from adapters.calendars.ics_zones import Zones

# A day is as long as the clocks make it, 24 hours are 24 hours; icalendar reads both alike.
_IN_HOURS = re.compile(r"^DURATION[^:\r\n]*:[+-]?PT", re.MULTILINE | re.IGNORECASE)
_EXACT = "X-ADVANCE-EXACT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A VEVENT whose times are all dates or aware.

    `moved` is by how much a THISANDFUTURE moves what comes after it, on the wall clock; `wall` and
    `exact` are its length there and in truth, `exact` None for dates and for lengths in days.
    `gaps` are the instants and days at which it does not occur.
    """

    event: Component
    unknown_zone: str
    moved: timedelta
    wall: timedelta
    exact: timedelta | None
    gaps: frozenset[date]

    def is_gap(self, moment: date) -> bool:
        """Whether it does not occur at a moment, or on a day, at which it otherwise would."""
        if not isinstance(moment, datetime):
            return moment in self.gaps
        return moment.astimezone(UTC) in self.gaps or moment.date() in self.gaps


def parts(blocks: Sequence[Block], zones: Zones, home: tzinfo) -> list[Part]:
    """The VEVENTs of a series, the one changed last first. Raises `ValueError`."""
    events = sorted((_event(zones.text(block)) for block in blocks), key=_changed, reverse=True)
    masters = [event for event in events if "RECURRENCE-ID" not in event]
    usual, _ = _zone([*masters, *events][0]["DTSTART"], zones, home)
    usual = usual or home
    first = aware(masters[0]["DTSTART"].dt, usual) if masters else None
    return [_part(event, zones, home, usual=usual, first=first) for event in events]


def tell_apart(whole: Sequence[Part]) -> bool:
    """Whether these are several meetings under one UID; then each gets a UID of its own.

    They are where nothing recurs and none is newer than another: no program means to say by two
    such entries that the one took the place of the other.
    """
    events = [part.event for part in whole]
    starts = {event["DTSTART"].to_ical() for event in events}
    ages = {(event.get("SEQUENCE", 0), _changed(event)) for event in events}
    recurring = ("RRULE", "RDATE", "RECURRENCE-ID")
    if len(starts) == 1 or len(ages) > 1 or any(n in event for n in recurring for event in events):
        return False
    for event in events:
        event["UID"] = event["DTSTART"].to_ical().decode()
    return True


def listed(values: Any) -> list[Any]:
    """The values of a property, however many lines it has and however many stand in one."""
    lines = values if isinstance(values, list) else [values]
    return [one for line in lines if line is not None for one in getattr(line, "dts", [line])]


def _event(text: str) -> Component:
    """A VEVENT without what cannot be read and can be done without."""
    event: Component = Event.from_ical(text)
    if _IN_HOURS.search(text):
        event.add(_EXACT, "TRUE")
    for name in {name for name, _ in event.errors}:
        if name in {"DTSTART", "RRULE", "RECURRENCE-ID"}:
            raise ValueError(f"{name} cannot be read")
        del event[name]
    if "DTSTART" not in event or isinstance(event["DTSTART"], list):
        raise ValueError("needs one DTSTART")
    return event


def _changed(event: Component) -> str:
    """When it was changed last, as far as it says; among equals the library takes the first."""
    changed = listed(event.get("LAST-MODIFIED") or event.get("DTSTAMP"))
    return str(changed[0].to_ical().decode()) if changed else ""


def _zone(value: Any, zones: Zones, home: tzinfo) -> tuple[tzinfo | None, str]:
    """A time's own zone, and its name where it is not known (then the owner's zone is taken)."""
    mark = value.params.get("TZID", "")
    if not isinstance(value.dt, datetime) or not mark.startswith(Zones.MARK):
        return getattr(value.dt, "tzinfo", None), ""
    name, zone = zones.marked(mark)
    return (zone, "") if zone else (home, name)


def _part(
    event: Component, zones: Zones, home: tzinfo, *, usual: tzinfo, first: date | None
) -> Part:
    """A VEVENT made plain; floating exceptions are in the zone `usual` to their series.

    `first` is the series' own start, None where only an exception to it is there.
    """
    own, unknown = _zone(event["DTSTART"], zones, home)
    own = own or (usual if "RECURRENCE-ID" in event else home)
    for name, floating in (("DTSTART", own), ("DTEND", own)):
        for line in _lines(event.get(name)):
            _localise(line, zones, floating)
    for name in ("RECURRENCE-ID", "EXDATE", "RDATE"):
        for line in _lines(event.get(name)):
            _localise(line, zones, usual)
    if first is not None:
        mend_place(event.get("RECURRENCE-ID"), first, home)
    for rule in listed(event.get("RRULE")):
        mend_until(rule, event["DTSTART"].dt, own)
    mend_end(event)
    start, end = event["DTSTART"].dt, end_of(event)
    timed = isinstance(start, datetime) and isinstance(end, datetime)
    return Part(
        event=event,
        unknown_zone=unknown,
        moved=_moved(event),
        wall=abs(end - start) if timed else timedelta(),
        exact=_exact(event, start, end) if timed else None,
        gaps=_gaps(event, home),
    )


def _gaps(event: Component, home: tzinfo) -> frozenset[date]:
    """Take the EXDATEs out: the library takes times of one zone for those of another."""
    moments = [value.dt for value in listed(event.pop("EXDATE", None))]
    if isinstance(event["DTSTART"].dt, datetime):
        return frozenset(
            one.astimezone(UTC) if isinstance(one, datetime) else one for one in moments
        )
    return frozenset(day_of(one, home) if isinstance(one, datetime) else one for one in moments)


def _exact(event: Component, start: datetime, end: datetime) -> timedelta | None:
    """How long it truly lasts, None where its length is in days of the wall clock."""
    if "DTEND" in event or "DURATION" not in event:
        return abs(end.astimezone(UTC) - start.astimezone(UTC))
    length: timedelta = abs(event["DURATION"].dt)
    return None if length.days and _EXACT not in event else length


def _lines(values: Any) -> list[Any]:
    """The lines of a property."""
    lines = values if isinstance(values, list) else [values]
    return [line for line in lines if line is not None]


def _localise(line: Any, zones: Zones, floating: tzinfo) -> None:
    """Give the times of a line a zone: that of its mark, or the one given for floating times."""
    mark = line.params.pop("TZID", "")
    zone = zones.marked(mark)[1] if mark.startswith(Zones.MARK) else None
    for value in listed(line):
        moments = value.dt if isinstance(value.dt, tuple) else (value.dt,)
        made = tuple(aware(moment, zone or floating) for moment in moments)
        value.dt = made if isinstance(value.dt, tuple) else made[0]


def _moved(event: Component) -> timedelta:
    """By how much a RANGE=THISANDFUTURE moves what comes after it."""
    was = event.get("RECURRENCE-ID")
    if was is None or str(was.params.get("RANGE", "")).upper() != "THISANDFUTURE":
        return timedelta()
    start, before = event["DTSTART"].dt, was.dt
    if isinstance(start, datetime) != isinstance(before, datetime):
        return timedelta()
    moved: timedelta = start - before
    return moved
