"""Which zone a calendar means by a name: IANA, Windows, or rules that it brings along."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from adapters.calendars.ics_text import TIMES, Block
from coaching.errors import BadInput

# What a calendar's own zones may cost: rules in all, and letters in each.
RULES_LIMIT = 200
TEXT_LIMIT = 50_000

# Up to the colon before the times, which have none: "tzone://Microsoft/Utc" has one, unquoted.
_TZID = re.compile(r';TZID=("[^"]*"|[^;]*)', re.IGNORECASE)
_UTC_NAMES = frozenset({"z", "utc", "gmt", "coordinated universal time", "tzone://microsoft/utc"})
_WINDOWS = {name.casefold(): iana for name, iana in WINDOWS_TO_OLSON.items()}
_SHOWN = re.compile(r"\((?:UTC|GMT)(?:([+-])(\d\d?)[:.]?(\d\d))?\)\s*(.+)", re.IGNORECASE)
_RULE = re.compile(r"^RRULE[^\r\n]*", re.MULTILINE | re.IGNORECASE)
_YEARLY = re.compile(r"FREQ=YEARLY\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def iana(name: str) -> str | None:
    """The IANA name for what a calendar calls a zone, None where it is no name known to us.

    A known name is believed over rules of the same name in the calendar: those are often stale.
    """
    plain = name.strip().strip("/")
    if plain.casefold() in _UTC_NAMES:
        return "UTC"
    if plain.casefold() in _WINDOWS:
        return _WINDOWS[plain.casefold()]
    parts = plain.casefold().split("/")
    # "/vendor.example/20260101_1/Europe/Berlin": the longest known end of it (RFC 5545 3.2.19).
    ends = ("/".join(parts[start:]) for start in range(len(parts) if name[:1] == "/" else 1))
    return next((_names()[end] for end in ends if end in _names()), None)


def displayed(name: str) -> ZoneInfo | None:
    """The zone behind a name as Windows shows it, None where that is not certain.

    "(UTC+10:00) Canberra, Melbourne, Sydney": the first of them that is a zone with that offset.
    """
    match = _SHOWN.fullmatch(name.strip())
    if not match:
        return None
    sign, hours, minutes, words = match.groups()
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
    for word in re.split(r"[,;:]", words):
        place = re.sub(r"\(.*\)", "", word).strip().casefold()
        windows = place.replace(" time", " standard time")
        named = _places().get(place) or iana(windows) or iana(place)
        if named and _standard(named) == (-offset if sign == "-" else offset):
            return ZoneInfo(named)
    return None


def zone(name: str) -> ZoneInfo:
    """The zone of a person or calendar by its name. Raises `BadInput`."""
    known = iana(name)
    if known is None:
        raise BadInput("zone", f"{name[:60]!r} is not known; use a name such as Europe/Berlin")
    return ZoneInfo(known)


class Zones:
    """The zones of one calendar.

    Rules that a calendar brings along are kept here and not given to icalendar, which would
    remember them by name for every calendar read after it.
    """

    MARK = "advance-zone-"

    def __init__(self, brought: Mapping[str, str]) -> None:
        """Take the VTIMEZONEs of a calendar by their TZID."""
        self._brought = brought
        self._marked: list[tuple[str, tzinfo | None]] = []
        self._marks: dict[str, str] = {}
        self._rules = 0

    def text(self, block: Block) -> str:
        """An entry as iCalendar, in which every TZID is an IANA name or a mark of ours."""
        lines = [self._line(line) if name in TIMES else line for name, line in block.lines]
        return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])

    def marked(self, mark: str) -> tuple[str, tzinfo | None]:
        """The name and, if its rules could be read, the zone behind a mark."""
        return self._marked[int(mark.removeprefix(self.MARK))]

    def _line(self, line: str) -> str:
        head, colon, times = line.rpartition(":")
        if times.endswith("Z"):
            return _TZID.sub("", head) + colon + times
        marked = _TZID.sub(lambda match: f";TZID={self._mark(match.group(1).strip(chr(34)))}", head)
        return marked + colon + times

    def _mark(self, name: str) -> str:
        if name not in self._marks:
            self._marks[name] = (
                iana(name) or self._located(name) or f"{self.MARK}{len(self._marked)}"
            )
            if self._marks[name].startswith(self.MARK):
                made = self._made(self._brought.get(name, "")) or displayed(name)
                self._marked.append((name, made))
        return self._marks[name]

    def _made(self, text: str) -> tzinfo | None:
        """A zone from its VTIMEZONE, None where that cannot be read or would take for ever."""
        rules = _RULE.findall(text)
        self._rules += len(rules)
        if not text or len(text) > TEXT_LIMIT or self._rules > RULES_LIMIT:
            return None
        return _from_rules(text) if all(_YEARLY.search(rule) for rule in rules) else None

    def _located(self, name: str) -> str | None:
        """The IANA name that rules brought along give for themselves."""
        match = re.search(r"^X-LIC-LOCATION:(.+)$", self._brought.get(name, ""), re.MULTILINE)
        return iana(match.group(1)) if match else None


def _from_rules(text: str) -> tzinfo | None:
    """A zone from its VTIMEZONE, None where that makes no sense."""
    try:
        component = Timezone.from_ical(text)
        return component.to_tz(lookup_tzid=False) if isinstance(component, Timezone) else None
    except (ValueError, KeyError, AttributeError, TypeError, IndexError):
        return None


def _standard(name: str) -> timedelta | None:
    """How far from UTC a zone is outside summer time."""
    offsets = [datetime(2026, month, 1, tzinfo=ZoneInfo(name)).utcoffset() for month in (1, 7)]
    return min(offset for offset in offsets if offset is not None)


@lru_cache(maxsize=1)
def _places() -> Mapping[str, str]:
    """The zones by the places they are named after, in lower case."""
    return {
        name.rpartition("/")[2].replace("_", " ").casefold(): name
        for name in sorted(available_timezones())
        if "/" in name and not name.startswith(("Etc/", "SystemV/"))
    }


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """All IANA names by how they look in lower case."""
    return {name.casefold(): name for name in available_timezones()}
