"""Which zone a calendar means by a name: IANA, Windows, or rules that it brings along."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from adapters.calendars.ics_text import Block
from coaching.errors import BadInput

# What a calendar's own zones may cost: rules in all, and letters in each.
RULES_LIMIT = 200
TEXT_LIMIT = 50_000

_TZID = re.compile(r';TZID=("[^"]*"|[^;:]*)', re.IGNORECASE)
_TIMES = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"})
_UTC_NAMES = frozenset({"z", "utc", "gmt", "tzone://microsoft/utc"})
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
    if plain in WINDOWS_TO_OLSON:
        return WINDOWS_TO_OLSON[plain]
    parts = plain.casefold().split("/")
    # "/vendor.example/20260101_1/Europe/Berlin": the longest known end of it (RFC 5545 3.2.19).
    ends = ("/".join(parts[start:]) for start in range(len(parts) if name[:1] == "/" else 1))
    return next((_names()[end] for end in ends if end in _names()), None)


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
        lines = [self._line(line) if name in _TIMES else line for name, line in block.lines]
        return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])

    def marked(self, mark: str) -> tuple[str, tzinfo | None]:
        """The name and, if its rules could be read, the zone behind a mark."""
        return self._marked[int(mark.removeprefix(self.MARK))]

    def _line(self, line: str) -> str:
        if line.rstrip()[-1:].upper() == "Z":
            return _TZID.sub("", line)
        return _TZID.sub(lambda match: f";TZID={self._mark(match.group(1).strip(chr(34)))}", line)

    def _mark(self, name: str) -> str:
        if name not in self._marks:
            self._marks[name] = (
                iana(name) or self._located(name) or f"{self.MARK}{len(self._marked)}"
            )
            if self._marks[name].startswith(self.MARK):
                self._marked.append((name, self._made(self._brought.get(name, ""))))
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


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    """All IANA names by how they look in lower case."""
    return {name.casefold(): name for name in available_timezones()}
