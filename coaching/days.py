"""Finds the day a rep means: "by Friday", "27 Nov", "in two weeks", "下周三", "11月27日"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from coaching.texts.vocabulary import MONTHS, NEARBY, NUMBERS, UNITS, WEEKDAYS

_ANY = re.IGNORECASE


def _words(*tables: dict[str, int]) -> str:
    """An alternation of all the words, longest first."""
    names = sorted({name for table in tables for name in table}, key=len, reverse=True)
    return "|".join(
        rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name) for name in names
    )


_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_CHINESE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]?")
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_words(MONTHS)})", _ANY)
_MONTH_FIRST = re.compile(rf"({_words(MONTHS)})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)", _ANY)
_MONTH_DAY = re.compile(r"\bthe\s+(\d{1,2})(?:st|nd|rd|th)\b|(?<![\d月])(\d{1,2})号", _ANY)
_NEARBY = re.compile(_words(NEARBY), _ANY)
_WEEKDAY = re.compile(rf"(next\s+week\s+|next\s+|下)?({_words(WEEKDAYS)})", _ANY)
_IN = re.compile(
    rf"(?:\b(?:in|within)\s+(\d{{1,2}}|{_words(NUMBERS)})\s*({_words(UNITS)}))"
    rf"|(?:(\d{{1,2}}|[一二两三四五六七])个?(天|周|星期)[之以]?[后内])",
    _ANY,
)
_NEXT_WEEK = re.compile(
    r"\bnext week\b|下周(?![一二三四五六日天])|下个?星期(?![一二三四五六日天])", _ANY
)


def find_day(text: str, today: date) -> date | None:
    """The first day named in a text, on or after `today`, or None.

    A weekday means its next coming, today included only where it is named as such; "next week"
    alone means its Friday; a date without a year is the next one.
    """
    readers = (_iso, _chinese, _named_month, _in, _nearby, _weekday, _month_day, _next_week)
    return next((day for read in readers if (day := read(text, today)) is not None), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _coming(month: int, day: int, today: date) -> date | None:
    this_year = _day(today.year, month, day)
    if this_year is not None and this_year >= today:
        return this_year
    return _day(today.year + 1, month, day)


def _iso(text: str, _today: date) -> date | None:
    found = _ISO.search(text)
    return _day(*map(int, found.groups())) if found else None


def _chinese(text: str, today: date) -> date | None:
    found = _CHINESE.search(text)
    if not found:
        return None
    year, month, day = found.groups()
    if year:
        return _day(int(year), int(month), int(day))
    return _coming(int(month), int(day), today)


def _named_month(text: str, today: date) -> date | None:
    if found := _DAY_FIRST.search(text):
        return _coming(MONTHS[found[2].lower()], int(found[1]), today)
    if found := _MONTH_FIRST.search(text):
        return _coming(MONTHS[found[1].lower()], int(found[2]), today)
    return None


def _in(text: str, today: date) -> date | None:
    found = _IN.search(text)
    if not found:
        return None
    count, unit = (found[1] or found[3]).lower(), (found[2] or found[4]).lower()
    number = int(count) if count.isdigit() else NUMBERS[count]
    return today + timedelta(days=number * UNITS[unit])


def _nearby(text: str, today: date) -> date | None:
    found = _NEARBY.search(text)
    return today + timedelta(days=NEARBY[found[0].lower()]) if found else None


def _weekday(text: str, today: date) -> date | None:
    found = _WEEKDAY.search(text)
    if not found:
        return None
    number = WEEKDAYS[found[2].lower()]
    prefix = (found[1] or "").strip().lower()
    if prefix in {"下", "next week"}:
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7)
        return monday + timedelta(days=number)
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _month_day(text: str, today: date) -> date | None:
    found = _MONTH_DAY.search(text)
    if not found:
        return None
    day = int(found[1] or found[2])
    months = (
        (today.year + (today.month + n - 1) // 12, (today.month + n - 1) % 12 + 1) for n in range(3)
    )
    days = (_day(year, month, day) for year, month in months)
    return next((found_day for found_day in days if found_day and found_day >= today), None)


def _next_week(text: str, today: date) -> date | None:
    if not _NEXT_WEEK.search(text):
        return None
    return today - timedelta(days=today.weekday()) + timedelta(days=11)
