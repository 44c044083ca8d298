"""Which entries may lie in a window, by their text alone: what cannot is never parsed."""

from __future__ import annotations

import re
from datetime import date

from adapters.calendars.ics_text import Block
from coaching.spans import Span

_DURATION = re.compile(r"[+-]?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNTIL = re.compile(r"UNTIL=(\d{8})", re.IGNORECASE)
# Zones are up to 14 h from UTC and all-day entries float: two days are safe on either side.
_MARGIN = 2


def may_touch(blocks: tuple[Block, ...], window: Span) -> bool:
    """Whether a series may have an occurrence in a window; True wherever it is not certain."""
    first = window.starts_at.toordinal() - _MARGIN
    last = window.ends_at.toordinal() + _MARGIN
    return any(_block_may_touch(block, first, last) for block in blocks)


def _block_may_touch(block: Block, first: int, last: int) -> bool:
    """Whether one entry may have an occurrence between two days, however it repeats.

    Days are counted from the year 1, as years up to 9999 may stand there.
    """
    if block.values("RDATE") or "RANGE=" in "".join(block.values("RECURRENCE-ID")).upper():
        return True
    start = _day(block.value("DTSTART"))
    end = _day(block.value("DTEND")) if block.values("DTEND") else start
    length = _length(block.value("DURATION"))
    rules = block.values("RRULE")
    until = _until(rules[0]) if rules else start
    if start is None or end is None or length is None or until is None or len(rules) > 1:
        return start is None or start <= last or end is None or end <= last
    spread = abs(end - start) + length + 1
    return start - spread <= last and max(start, until) + spread >= first


def _until(rule: str) -> int | None:
    """The day a rule ends, None where it does not say."""
    match = _UNTIL.search(rule)
    return _day(match.group(1)) if match else None


def _day(value: str) -> int | None:
    """The day of a date or time, None where it is none."""
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:8])).toordinal()
    except ValueError:
        return None


def _length(duration: str) -> int | None:
    """The days that a DURATION may reach into, or None where it cannot be read."""
    if not duration:
        return 0
    match = _DURATION.fullmatch(duration.upper())
    if not match:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return weeks * 7 + days + (hours * 3_600 + minutes * 60 + seconds) // 86_400 + 1
