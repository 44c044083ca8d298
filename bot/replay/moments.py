"""Moments as a script writes them: "11:00", "mon 14:00", "next mon 9:00", "2026-11-23 14:00"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MOMENT = re.compile(
    r"(?:(?P<date>\d{4}-\d\d-\d\d) |(?P<next>next )?(?P<day>mon|tue|wed|thu|fri|sat|sun) )?"
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)"
)


def checked(words: str) -> str:
    """The words, if they are a moment; raises `ValueError`."""
    found = _MOMENT.fullmatch(words)
    if found is None:
        raise ValueError('a moment such as "11:00", "mon 14:00" or "2026-11-23 14:00"')
    if found["date"]:
        date.fromisoformat(found["date"])
    return words


def local(words: str, today: date) -> datetime:
    """The local time meant, seen from a day: a weekday is the first from that day on.

    "next mon" is the Monday after that one. Raises `ValueError`.
    """
    found = _MOMENT.fullmatch(checked(words))
    assert found is not None  # noqa: S101 - just checked
    at = time(int(found["hour"]), int(found["minute"]))
    return datetime.combine(_day(found, today), at)


def instant(words: str, today: date, zone: ZoneInfo) -> datetime:
    """The same as an instant in a zone."""
    return local(words, today).replace(tzinfo=zone)


def _day(found: re.Match[str], today: date) -> date:
    if found["date"]:
        return date.fromisoformat(found["date"])
    if not found["day"]:
        return today
    ahead = (_DAYS.index(found["day"]) - today.weekday()) % 7
    return today + timedelta(days=ahead + (7 if found["next"] else 0))
