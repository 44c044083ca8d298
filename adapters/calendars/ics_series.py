"""The occurrences of one series in a window: expanded by the library, kept within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from math import prod
from typing import Any

from icalendar import Calendar
from recurring_ical_events import CalendarQuery

from adapters.calendars.ics_mending import Component, aware
from adapters.calendars.ics_text import Block
from adapters.calendars.ics_times import Part, listed, parts, tell_apart
from adapters.calendars.ics_zones import Zones
from coaching.spans import Span

STEP_LIMIT = 200_000
RULES_LIMIT = 2

_STEPS = {"HOURLY": 3_600, "DAILY": 86_400, "WEEKLY": 604_800, "MONTHLY": 2_419_200}
_YEAR = 31_536_000
_PARTS = {
    *("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSETPOS", "BYSECOND", "BYMINUTE", "BYHOUR"),
    *("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH"),
}
_HOURLY_PARTS = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYHOUR", "BYMINUTE", "WKST"}
_ALL_DAY_REACH = timedelta(days=1)
_INDEX = "X-ADVANCE-INDEX"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One occurrence of a VEVENT; `component` is that of its series or of its exception.

    `id` is the RECURRENCE-ID as UTC ISO text or a date, empty where nothing recurs.
    """

    component: Component
    id: str
    starts_at: datetime
    ends_at: datetime
    all_day: bool
    unknown_zone: str


def occurrences(
    blocks: Sequence[Block], window: Span, *, zones: Zones, home: tzinfo
) -> Iterator[Occurrence]:
    """The occurrences of a series (all VEVENTs of one UID) that touch a window.

    `home` is the zone of the calendar's owner, for all-day entries, floating times and zones that
    are not known. Raises `ValueError` where the series cannot be read or would take too long.
    """
    whole = parts(blocks, zones, home)
    exceptions = _exceptions(whole)
    calendar = Calendar()
    for index, part in enumerate(whole):
        _check_rules(part, window.ends_at)
        part.event.add(_INDEX, str(index))
        calendar.add_component(part.event)
    recurs = any("RRULE" in part.event or "RDATE" in part.event for part in whole)
    recurs = tell_apart(whole) or recurs
    masters = [part for part in whole if "RECURRENCE-ID" not in part.event]
    master = max(masters, key=_sequence, default=None)
    reach = (window.starts_at - _ALL_DAY_REACH, window.ends_at + _ALL_DAY_REACH)
    for series in CalendarQuery(calendar).series:
        for each in series.between(*reach):
            component = each.as_component(keep_recurrence_attributes=False)
            part = whole[int(component[_INDEX])]
            occurrence = _occurrence(component, part, home, recurs=recurs)
            place = _place(component, part)
            is_gap = master is not None and master.is_gap(place)
            is_other = exceptions.get(_id(place), part) is not part
            if _touches(occurrence, window) and not (is_gap or is_other):
                yield occurrence


def _exceptions(whole: Sequence[Part]) -> dict[str, Part]:
    """The newest exception by its place in the series; each gets a UID of its own.

    Under one UID the library takes what a clock shows for an instant, and of two calls on a day
    one for the exception to the other.
    """
    found: dict[str, Part] = {}
    for index, part in enumerate(whole):
        place = part.event.get("RECURRENCE-ID")
        if place is None or "RANGE" in place.params or "RRULE" in part.event:
            continue
        part.event["UID"] = str(index)
        known = found.setdefault(_id(place.dt), part)
        if _sequence(part) > _sequence(known):
            found[_id(place.dt)] = part
    return found


def _sequence(part: Part) -> int:
    return int(part.event.get("SEQUENCE", 0))


def _check_rules(part: Part, horizon: datetime) -> None:
    """Refuse rules that no meeting has and that would take for ever to expand."""
    start = part.event["DTSTART"].dt
    first = start if isinstance(start, datetime) else datetime.combine(start, time(), UTC)
    rules = listed(part.event.get("RRULE"))
    if len(rules) > RULES_LIMIT:
        raise ValueError(f"repeats by {len(rules)} rules (limit {RULES_LIMIT})")
    for rule in rules:
        if rule.get("RSCALE", ["GREGORIAN"])[0].upper() == "GREGORIAN":
            rule.pop("RSCALE", None)
        if strange := sorted(set(rule) - _PARTS):
            raise ValueError(f"repeats by a rule with {strange[0][:40]}, which is not understood")
        often = str(rule.get("FREQ", [""])[0])
        if often in {"SECONDLY", "MINUTELY"} or (often == "HOURLY" and set(rule) - _HOURLY_PARTS):
            raise ValueError(f"repeats by a rule no meeting has ({often})")
        interval = int(rule.get("INTERVAL", [1])[0])
        if interval < 1:
            raise ValueError(f"repeats with INTERVAL={interval} (at least 1)")
        seconds = max(0.0, (horizon - first).total_seconds())
        times = prod(len(rule.get(by, [0])) for by in ("BYHOUR", "BYMINUTE", "BYSECOND"))
        if seconds / (_STEPS.get(often, _YEAR) * interval) * times > STEP_LIMIT:
            raise ValueError(f"repeats more than {STEP_LIMIT} times up to {horizon:%Y-%m-%d}")


def _occurrence(component: Component, part: Part, home: tzinfo, *, recurs: bool) -> Occurrence:
    """An occurrence in UTC; its length is exact where DTEND gives it (RFC 5545 3.8.5.3)."""
    start, end = component["DTSTART"].dt, component["DTEND"].dt
    starts_at, ends_at = _instant(start, home), _instant(end, home)
    if part.exact is not None and end - start == part.wall:
        ends_at = starts_at + part.exact
    return Occurrence(
        component=component,
        id=_id(_place(component, part)) if recurs or "RECURRENCE-ID" in part.event else "",
        starts_at=starts_at,
        ends_at=ends_at,
        all_day=not isinstance(start, datetime),
        unknown_zone=part.unknown_zone,
    )


def _instant(moment: date, home: tzinfo) -> datetime:
    """A time in UTC; a day begins at the owner's midnight."""
    is_day = not isinstance(moment, datetime)
    local: Any = aware(datetime.combine(moment, time()) if is_day else moment, home)
    instant: datetime = local.astimezone(UTC)
    return instant


def _place(component: Component, part: Part) -> date:
    """The occurrence's RECURRENCE-ID; the library repeats that of a THISANDFUTURE for all."""
    place: date = component["RECURRENCE-ID"].dt
    if "RECURRENCE-ID" in part.event and "RANGE" in part.event["RECURRENCE-ID"].params:
        place = component["DTSTART"].dt - part.moved
    return place


def _id(moment: date) -> str:
    """A RECURRENCE-ID as text."""
    if not isinstance(moment, datetime):
        return str(moment.isoformat())
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _touches(occurrence: Occurrence, window: Span) -> bool:
    """Whether an occurrence touches a window; one without length does where it stands."""
    if occurrence.starts_at == occurrence.ends_at:
        return occurrence.starts_at in window
    return occurrence.starts_at < window.ends_at and occurrence.ends_at > window.starts_at
