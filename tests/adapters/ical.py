"""Calendars written in a few words, for the tests of what reads them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from coaching.spans import Span

CALENDARS = Path(__file__).parent.parent / "calendars"
AUTUMN = Span(datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))


def event(*lines: str, uid: str = "one") -> str:
    """A VEVENT of these lines."""
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])


def calendar(*parts: str) -> bytes:
    """A VCALENDAR of these parts."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//hand//made//EN")
    return "\r\n".join([*head, *parts, "END:VCALENDAR", ""]).encode()


def at(moment: str) -> datetime:
    """An instant of 2026 in UTC from "10-26 08:00"."""
    return datetime.fromisoformat(f"2026-{moment}").replace(tzinfo=UTC)


def days(first: date, last: date) -> Span:
    """The UTC days from one to another, the last not included."""
    start, end = (datetime.combine(day, time(), UTC) for day in (first, last))
    return Span(start, max(end, start + timedelta(days=1)))


def stamps(moments: Sequence[datetime]) -> str:
    """Local times as iCalendar lists them."""
    return ",".join(f"{moment:%Y%m%dT%H%M%S}" for moment in moments)
