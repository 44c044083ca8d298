"""iCalendar as text: unfolded, cut into entries, without those that cannot matter.

Working on the text first is what makes a feed of ten years quick to read, and keeps a broken entry
from spoiling the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from coaching.errors import BadInput
from coaching.spans import Span

SIZE_LIMIT = 10 * 1024 * 1024
LINES_LIMIT = 1_000_000
LINE_LIMIT = 100_000

# What an entry is made from; descriptions, attachments and alarms are not even parsed.
_NAMES = """
ATTENDEE CLASS DTEND DTSTART DTSTAMP DURATION EXDATE LAST-MODIFIED ORGANIZER RDATE RECURRENCE-ID
RRULE SEQUENCE STATUS SUMMARY TRANSP UID X-MICROSOFT-CDO-BUSYSTATUS
"""
_KEPT = frozenset(_NAMES.split())
_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_DURATION = re.compile(r"[+-]?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNTIL = re.compile(r"UNTIL=(\d{8})", re.IGNORECASE)
# Zones are up to 14 h from UTC and all-day entries float: two days are safe on either side.
_MARGIN = timedelta(days=2)
_IN_CALENDAR = 2


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one VEVENT that matter, by name."""

    lines: tuple[tuple[str, str], ...]

    def values(self, name: str) -> tuple[str, ...]:
        """All lines of that name, whole."""
        return tuple(line for named, line in self.lines if named == name)

    def value(self, name: str) -> str:
        """The date or duration behind the last colon of the first line of that name."""
        return next((line.rpartition(":")[2].strip() for line in self.values(name)), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A calendar cut up: entries by series, zones by name, what was said of the whole.

    `shows_people` is whether any entry names guests: then one without has none.
    """

    series: Mapping[str, tuple[Block, ...]]
    zones: Mapping[str, str]
    zone: str
    cancels: bool
    shows_people: bool
    faults: tuple[str, ...]


def cut(data: bytes) -> Source:
    """Cut a calendar up. Raises `BadInput` where it is too large, incomplete or no calendar."""
    lines = _checked(data).split("\n")
    if len(lines) > LINES_LIMIT:
        raise BadInput("calendar", f"{len(lines)} lines; at most {LINES_LIMIT} are read")
    series: dict[str, list[Block]] = {}
    zones: dict[str, str] = {}
    said: dict[str, str] = {}
    faults: list[str] = []
    for kind, body in _components(lines, said, faults):
        if kind == "VTIMEZONE":
            zones.setdefault(_plain(_first(body, "TZID")), "\r\n".join(body))
        elif (block := _block(body, faults)) is not None:
            uid = _plain(block.values("UID")[0]) if block.values("UID") else _own_uid(block)
            series.setdefault(uid, []).append(block)
    return Source(
        series={uid: tuple(blocks) for uid, blocks in series.items()},
        zones=zones,
        zone=said.get("X-WR-TIMEZONE", ""),
        cancels=said.get("METHOD", "").upper() == "CANCEL",
        shows_people=any(one.values("ATTENDEE") for many in series.values() for one in many),
        faults=tuple(faults),
    )


def may_touch(blocks: tuple[Block, ...], window: Span) -> bool:
    """Whether a series may have an occurrence in a window; True wherever it is not certain."""
    first, last = (window.starts_at - _MARGIN).date(), (window.ends_at + _MARGIN).date()
    return any(_block_may_touch(block, first, last) for block in blocks)


def _checked(data: bytes) -> str:
    """The calendar's text, unfolded, after the checks that need no reading."""
    if len(data) > SIZE_LIMIT:
        raise BadInput("calendar", f"{len(data)} bytes; at most {SIZE_LIMIT} (10 MB) are read")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    if b"\0" in data:
        raise BadInput("calendar", "contains NUL bytes; it must be iCalendar text")
    # Unfolded as bytes: some programs fold inside a character.
    data = re.sub(rb"\r?\n[ \t]", b"", data).replace(b"\r\n", b"\n").strip()
    try:
        text = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace").strip()
    if not text[:15].upper().startswith("BEGIN:VCALENDAR"):
        raise BadInput("calendar", "is no iCalendar: it must begin with BEGIN:VCALENDAR")
    if not text[-13:].upper().endswith("END:VCALENDAR"):
        raise BadInput("calendar", "is not complete: it must end with END:VCALENDAR")
    return text


def _components(
    lines: list[str], said: dict[str, str], faults: list[str]
) -> Iterator[tuple[str, list[str]]]:
    """Events and zones with their lines, alarms left out; what the calendar says goes to `said`."""
    stack: list[str] = []
    body: list[str] = []
    for line in lines:
        word, _, kind = (part.strip().upper() for part in line[:40].partition(":"))
        if word == "BEGIN":
            if kind in stack:
                faults.append(f"a {kind} without an end was left out")
                del stack[stack.index(kind) :]
            stack.append(kind)
            body = [] if len(stack) == _IN_CALENDAR else body
        if len(stack) == _IN_CALENDAR or stack[1:2] == ["VTIMEZONE"]:
            body.append(line)
        elif stack == ["VCALENDAR"]:
            said.setdefault(word.partition(";")[0], _plain(line))
        if word == "END" and kind in stack:
            depth, is_whole = stack.index(kind), stack[-1] == kind
            if not is_whole:
                faults.append(f"a {stack[-1]} without an end was left out")
            del stack[depth:]
            if depth == 1 and is_whole and kind in {"VEVENT", "VTIMEZONE"}:
                yield kind, body


def _block(body: list[str], faults: list[str]) -> Block | None:
    """The lines of an entry that matter, or None with a fault noted."""
    lines: list[tuple[str, str]] = []
    for line in body:
        match = _NAME.match(line)
        name = match.group().upper() if match else ""
        if name not in _KEPT:
            continue
        if len(line) > LINE_LIMIT:
            faults.append(f"an entry with a line of {len(line)} characters (limit {LINE_LIMIT})")
            return None
        lines.append((name, line))
    return Block(tuple(lines))


def _own_uid(block: Block) -> str:
    """A name for an entry that has none, the same at every reading."""
    digest = sha256("\n".join(line for name, line in block.lines if name != "DTSTAMP").encode())
    return f"no-uid-{digest.hexdigest()[:16]}"


def _first(body: list[str], name: str) -> str:
    """The first line of that name."""
    return next((line for line in body if line.upper().startswith((f"{name}:", f"{name};"))), "")


def _plain(line: str) -> str:
    """What stands behind a line's first colon outside quotes."""
    return re.sub(r'^(?:"[^"]*"|[^":])*:', "", line, count=1).strip()


def _block_may_touch(block: Block, first: date, last: date) -> bool:
    """Whether one entry may have an occurrence between two days, however it repeats."""
    if block.values("RDATE") or "RANGE=" in "".join(block.values("RECURRENCE-ID")).upper():
        return True
    start = _day(block.value("DTSTART"))
    end = _day(block.value("DTEND")) if block.values("DTEND") else start
    length = _length(block.value("DURATION"))
    rules = block.values("RRULE")
    until = _until(rules[0]) if rules else start
    if start is None or end is None or length is None or until is None or len(rules) > 1:
        return start is None or start <= last or end is None or end <= last
    spread = abs(end - start) + length + timedelta(days=1)
    return start - spread <= last and max(start, until) + spread >= first


def _until(rule: str) -> date | None:
    """The day a rule ends, None where it does not say."""
    match = _UNTIL.search(rule)
    return _day(match.group(1)) if match else None


def _day(value: str) -> date | None:
    """The day of a date or time, None where it is none."""
    try:
        return date(int(value[:4]), int(value[4:6]), int(value[6:8]))
    except ValueError:
        return None


def _length(duration: str) -> timedelta | None:
    """A DURATION, or None where it cannot be read."""
    if not duration:
        return timedelta()
    match = _DURATION.fullmatch(duration.upper())
    if not match:
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
