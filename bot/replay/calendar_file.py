"""A calendar as a real .ics file that changes as a script says, for the real reader to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.replay import moments
from bot.replay.script import Changes, Entry, Moves, Person
from coaching.errors import BadInput

_EVENT = re.compile(r"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
_DAY = re.compile(r"(?<=[:,=])(\d{4})(\d\d)(\d\d)(?=T\d{6}|[,;\r\n])")
_END = "END:VCALENDAR"


class CalendarFile:
    """One rep's calendar in a file; times are local to `zone`."""

    def __init__(self, path: Path, text: str, zone: str) -> None:
        """Write this iCalendar text to this path."""
        self.path = path
        self._text = "\r\n".join(text.splitlines()) + "\r\n"
        self._zone = zone
        self._write()

    def change(self, changes: Changes, today: date) -> None:
        """Move, cancel and add entries; raises `BadInput` for one that is not there."""
        for moved in changes.moved:
            self._edit(moved.id, partial(self._moved, moved=moved, today=today))
        for name in changes.cancelled:
            self._edit(
                name, lambda event: event.replace("END:VEVENT", "STATUS:CANCELLED\r\nEND:VEVENT")
            )
        for entry in changes.added:
            lines = "\r\n".join(event_lines(entry, today, self._zone, ""))
            self._text = self._text.replace(_END, f"{lines}\r\n{_END}")
        self._write()

    def title(self, name: str) -> str:
        """What an entry is called; raises `BadInput` for one that is not there."""
        for event in _EVENT.findall(self._text):
            found = re.search(r"^SUMMARY:([^\r]*)\r$", event, re.MULTILINE)
            if _is(event, name) and found:
                return re.sub(r"\\([\\;,])", r"\1", found[1])
        raise BadInput("calendar", f"no entry {name} in {self.path.name}")

    def _edit(self, name: str, change: Callable[[str], str]) -> None:
        found = [event for event in _EVENT.findall(self._text) if _is(event, name)]
        if not found:
            raise BadInput("calendar", f"no entry {name} in {self.path.name}")
        for event in found:
            self._text = self._text.replace(event, change(event))

    def _moved(self, event: str, *, moved: Moves, today: date) -> str:
        start = moments.local(moved.start, today)
        end = moments.local(moved.end, start.date())
        event = re.sub(r"DTSTART[^\r]*", _time("DTSTART", start, self._zone), event)
        return re.sub(r"DTEND[^\r]*", _time("DTEND", end, self._zone), event)

    def _write(self) -> None:
        self.path.write_text(self._text, encoding="utf-8", newline="")


def _is(event: str, name: str) -> bool:
    """Whether it is the entry of that name: the whole UID, or what stands before its @."""
    return re.search(rf"^UID:{re.escape(name)}(@[^\r]*)?\r$", event, re.MULTILINE) is not None


def written(person: Person, first_day: date, zone: str) -> str:
    """A rep's entries as iCalendar."""
    me = f"{person.name} <{person.address}>"
    events = (line for entry in person.calendar for line in event_lines(entry, first_day, zone, me))
    return "\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Advance//script//EN", *events, _END]
    )


def event_lines(entry: Entry, today: date, zone: str, me: str) -> Iterator[str]:
    """An entry's lines; the rep is among its people where it has any."""
    start = moments.local(entry.start, today)
    end = moments.local(entry.end, start.date())
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.id}"
    yield "DTSTAMP:20200101T000000Z"
    yield _time("DTSTART", start, zone)
    yield _time("DTEND", end, zone)
    yield f"SUMMARY:{_escaped(entry.title)}"
    if entry.weekly > 1:
        yield f"RRULE:FREQ=WEEKLY;COUNT={entry.weekly}"
    if entry.organizer:
        yield _guest("ORGANIZER", entry.organizer)
    for guest in (*entry.people, *((me,) if me and entry.people else ())):
        yield _guest("ATTENDEE", guest)
    yield "END:VEVENT"


def _guest(part: str, guest: str) -> str:
    name, _, address = guest.removesuffix(">").partition(" <")
    return f'{part};CN="{name}":mailto:{address}'


def shifted(text: str, by: timedelta) -> str:
    """An iCalendar text with all its days that many days later (zones' own rules left alone)."""

    def later(found: re.Match[str]) -> str:
        day = date(int(found[1]), int(found[2]), int(found[3])) + by
        return f"{day:%Y%m%d}"

    events = re.compile(r"BEGIN:VEVENT\r?\n.*?END:VEVENT", re.DOTALL)
    return events.sub(lambda event: _DAY.sub(later, event[0]), text)


def _time(name: str, at: datetime, zone: str) -> str:
    return f"{name};TZID={zone}:{at:%Y%m%dT%H%M%S}"


def _escaped(words: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", words)
