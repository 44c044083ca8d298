"""iCalendar as text: unfolded, cut into entries, without those that cannot matter.

Working on the text first is what makes a feed of ten years quick to read, and keeps a broken entry
from spoiling the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from coaching.errors import BadInput

SIZE_LIMIT = 10 * 1024 * 1024
LINES_LIMIT = 1_000_000
LINE_LIMIT = 100_000

PEOPLE_LIMIT = 500

# What an entry is made from; descriptions, attachments and alarms are not even parsed.
_NAMES = """
ATTENDEE CLASS DTEND DTSTART DTSTAMP DURATION EXDATE LAST-MODIFIED ORGANIZER RDATE RECURRENCE-ID
RRULE SEQUENCE STATUS SUMMARY TRANSP UID X-MICROSOFT-CDO-ALLDAYEVENT X-MICROSOFT-CDO-BUSYSTATUS
"""
_KEPT = frozenset(_NAMES.split())
TIMES = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"})
_DAYS = re.compile(r"\d{8}Z?(?:,\d{8}Z?)*")
_OF_TIMES = re.compile(r';(?:TZID|VALUE)=(?:"[^"]*"?|[^;]*)', re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\;,])")
_NAME = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
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
            # The name is escaped here and quoted where it is used (RFC 5545 3.8.3.1, 3.2.19).
            name = _ESCAPED.sub(r"\1", _plain(_first(body, "TZID")))
            zones.setdefault(name, "\r\n".join(body))
        elif (block := _block(body, faults, cancels=_cancels(said))) is not None:
            uids = [_plain(line) for line in block.values("UID")]
            series.setdefault("".join(uids[:1]) or _own_uid(block), []).append(block)
    return Source(
        series={uid: tuple(blocks) for uid, blocks in series.items()},
        zones=zones,
        zone=said.get("X-WR-TIMEZONE", ""),
        shows_people=any(one.values("ATTENDEE") for many in series.values() for one in many),
        faults=tuple(faults),
    )


def _checked(data: bytes) -> str:
    """The calendar's text, unfolded, after the checks that need no reading."""
    if len(data) > SIZE_LIMIT:
        raise BadInput("calendar", f"{len(data)} bytes; at most {SIZE_LIMIT} (10 MB) are read")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    if b"\0" in data:
        raise BadInput("calendar", "contains NUL bytes; it must be iCalendar text")
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    # Unfolded as bytes: some programs fold inside a character.
    data = re.sub(rb"\r?\n[ \t]", b"", data).replace(b"\r\n", b"\n").strip()
    try:
        text = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace").strip()
    if text.startswith("<"):
        raise BadInput("calendar", "is a web page, not a calendar; does it ask for a sign-in?")
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
            if kind == "VCALENDAR":
                said.pop("METHOD", None)
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


def _cancels(said: Mapping[str, str]) -> bool:
    """Whether all that stands in the present calendar is called off."""
    return said.get("METHOD", "").upper() == "CANCEL"


def _block(body: list[str], faults: list[str], *, cancels: bool) -> Block | None:
    """The lines of an entry that matter, or None with a fault noted."""
    lines = [("STATUS", "STATUS:CANCELLED")] if cancels else []
    people = 0
    for line in body:
        match = _NAME.match(line)
        name = match.group().upper() if match else ""
        if name not in _KEPT:
            continue
        people += name == "ATTENDEE"
        if name == "ATTENDEE" and people > PEOPLE_LIMIT:
            continue
        if len(line) > LINE_LIMIT:
            long = f"its {name} has {len(line)} characters (limit {LINE_LIMIT})"
            faults.append(f"an entry was left out: {long}")
            return None
        lines.append((name, _tidied(name, line)))
    return Block(tuple(lines))


def _tidied(name: str, line: str) -> str:
    """A line as it should have been written: no stray blanks, and a day without a zone."""
    if name != "RRULE" and name not in TIMES:
        return line
    head, colon, value = line.rpartition(":")
    value = "".join(value.split()).upper()
    if name == "RRULE" or not _DAYS.fullmatch(value):
        return f"{head}{colon}{value}"
    return f"{_OF_TIMES.sub('', head)};VALUE=DATE:{value.replace('Z', '')}"


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
