"""Reads iCalendar: the occurrences in a window, and in plain words what could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from itertools import islice
from time import monotonic

from adapters.calendars import ics_entry, ics_reach, ics_text
from adapters.calendars.ics_series import occurrences
from adapters.calendars.ics_text import Block, Source
from adapters.calendars.ics_zones import Zones, iana, zone
from coaching.errors import BadInput
from coaching.meetings import Entry
from coaching.spans import Span

OCCURRENCE_LIMIT = 5_000
SECONDS_LIMIT = 20
FAULTS_LIMIT = 50

# What the libraries raise on an entry that makes no sense; the rest of the calendar is still read.
_NONSENSE = (ValueError, TypeError, KeyError, AttributeError, IndexError, ArithmeticError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a calendar says: entries by start, its owner's zone ("" if unsaid), what was no use."""

    entries: tuple[Entry, ...]
    zone: str = ""
    faults: tuple[str, ...] = ()


def read(
    data: bytes,
    window: Span,
    *,
    me_zone: str = "",
    all_blocks: bool = False,
    seconds: float = SECONDS_LIMIT,
) -> Reading:
    """The occurrences of a calendar that touch a window, those cancelled included.

    Times without a zone, all-day entries and unknown zones are in the zone that the calendar gives
    for itself, else in `me_zone`, else UTC. `all_blocks` also parses what cannot lie in the window
    (slow; the result is the same), `seconds` bounds the reading. Raises `BadInput` where nothing
    of it can be used.
    """
    source = ics_text.cut(data)
    said = iana(source.zone) or ""
    home = zone(said or me_zone or "UTC")
    series = {
        uid: blocks
        for uid, blocks in source.series.items()
        if all_blocks or ics_reach.may_touch(blocks, window)
    }
    faults = list(source.faults)
    found = _entries(source, series, window, home, faults, ends=monotonic() + seconds)
    entries = list(islice(found, OCCURRENCE_LIMIT + 1))
    if len(entries) > OCCURRENCE_LIMIT:
        days = f"{window.starts_at:%Y-%m-%d} and {window.ends_at:%Y-%m-%d}"
        raise BadInput("calendar", f"more than {OCCURRENCE_LIMIT} entries between {days}")
    entries.sort(key=lambda one: (one.starts_at, one.ends_at, one.key))
    if len(faults) > FAULTS_LIMIT:
        faults[FAULTS_LIMIT:] = [f"and {len(faults) - FAULTS_LIMIT} more"]
    return Reading(entries=tuple(entries), zone=said, faults=tuple(faults))


def parse(data: bytes, window: Span, *, me_zone: str = "") -> tuple[Entry, ...]:
    """The entries of `read`, alone."""
    return read(data, window, me_zone=me_zone).entries


def _entries(
    source: Source,
    series: dict[str, tuple[Block, ...]],
    window: Span,
    home: tzinfo,
    faults: list[str],
    *,
    ends: float,
) -> Iterator[Entry]:
    """The entries of all series; one that makes no sense is noted and left out."""
    zones = Zones(source.zones)
    for uid, blocks in series.items():
        if monotonic() >= ends:
            raise BadInput("calendar", "takes too long to read; publish fewer entries")
        try:
            # Taken whole, so that a series is read to its end or not at all.
            each = occurrences(blocks, window, zones=zones, home=home)
            found = list(islice(each, OCCURRENCE_LIMIT + 1))
        except _NONSENSE as fault:
            faults.append(_fault(blocks, fault))
            continue
        for one in found:
            yield ics_entry.entry(uid, one, shows_people=source.shows_people)


def _fault(blocks: Sequence[Block], fault: Exception) -> str:
    """What is wrong with a series, in words that name its first day and no title.

    Only a `ValueError` speaks of the entry; the words of the others are those of a library.
    """
    why = "a date is out of range" if isinstance(fault, OverflowError) else "it cannot be read"
    if isinstance(fault, ValueError) and str(fault):
        why = str(fault).splitlines()[0][:120]
    day = re.match(r"(\d{4})(\d\d)(\d\d)", blocks[0].value("DTSTART"))
    return f"the entry of {'-'.join(day.groups()) if day else 'no date'} was left out: {why}"
