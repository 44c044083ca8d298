"""Finds the day a rep means: "by Friday", "27 Nov", "in two weeks", "下周三", "11月27日"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from coaching.texts import vocabulary as words

LONGEST = timedelta(days=731)
SOON = timedelta(days=270)
_ANY = re.IGNORECASE | re.ASCII  # ASCII: else ſ and ı would pass for s and i


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hit:
    """A day named in a text: where, which, how exact (0 is the most), and whether as a deadline."""

    starts: int
    ends: int
    day: date
    rank: int
    loose: bool


def find_day(text: str, today: date) -> date | None:
    """The day named in a text, from `today` on and in reach, or None.

    A deadline ("by Friday", "周五前") goes before other days, a date before a weekday, that before
    what is vaguer. A weekday is the next to come, with "next" or 下 that of the next week; "next
    week" alone is its Friday. A date without a year lies in the nine months to come.
    """
    evened = unicodedata.normalize("NFKC", text)
    best = min(_sayings(_hits(evened, today), evened), key=_weight, default=None)
    return best.day if best is not None else None


def in_reach(day: date, first: date) -> bool:
    """Whether somebody can mean that day: from the first on, at most two years later."""
    return first <= day <= first + LONGEST


def _weight(hit: _Hit) -> tuple[bool, int, int]:
    return (hit.loose, hit.rank, hit.starts)


def _hits(text: str, today: date) -> list[_Hit]:
    found = [
        _Hit(
            starts=match.start(),
            ends=match.end(),
            day=day,
            rank=rank,
            loose=not (_BEFORE.search(text[: match.start()]) or _AFTER.match(text, match.end())),
        )
        for rank, (pattern, read) in enumerate(_READERS)
        for match in pattern.finditer(text)
        if (day := read(match, today)) is not None and in_reach(day, today)
    ]
    return sorted(found, key=lambda hit: (hit.starts, hit.rank))


def _sayings(hits: Iterable[_Hit], text: str) -> list[_Hit]:
    """Days said in one breath ("Friday, 27 Nov") as one: the most exact of them."""
    several: list[_Hit] = []
    for hit in hits:
        last = several[-1] if several else None
        if last is None or _APART.search(text, last.ends, max(last.ends, hit.starts)):
            several.append(hit)
            continue
        exact = min(last, hit, key=lambda one: one.rank)
        several[-1] = _Hit(
            starts=last.starts,
            ends=max(last.ends, hit.ends),
            day=exact.day,
            rank=exact.rank,
            loose=last.loose and hit.loose,
        )
    return several


# ---- the ways to say it, the most exact first --------------------------------------------------


def _one_of(names: Iterable[str]) -> str:
    """An alternation of all the words, longest first; an English one stands alone."""
    return "|".join(
        rf"(?<![a-z]){re.escape(name)}(?![a-z])" if name.isascii() else re.escape(name)
        for name in sorted(names, key=len, reverse=True)
    )


_APART = re.compile(r"[^\s,(]")
_BEFORE = re.compile(r"(?<![a-z])(?:by|before|until|till?|than)\s+(?:the\s+)?$", _ANY)
_AFTER = re.compile(r"\)?\s*[之以]?前")
_NOUN = r"(?!\s+(?:meeting|call|visit|step|round|week|quarter|month|session|line|shift|floor))"
_NAMES = _one_of(words.MONTHS)
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?(?!\d)"
_HAN = "[一二三四五六七八九十]{1,3}"
_COUNT = rf"\d{{1,2}}|{_one_of(words.NUMBERS)}"
_UNIT = rf"{_one_of(words.MONTHS_LONG)}|个?(?:{_one_of(words.UNITS)})"


def _iso(found: re.Match[str], _today: date) -> date | None:
    return _date(*map(int, found.groups()))


def _chinese(found: re.Match[str], today: date) -> date | None:
    year, month, day = found.groups()
    if year:
        return _date(int(year), _number(month), _number(day))
    return _coming(_number(month), _number(day), today)


def _named_month(found: re.Match[str], today: date) -> date | None:
    name = found["month"]
    meant = found["sure"] or _BEFORE_DATE.search(found.string[: found.start()])
    if name in words.VERBS_LIKE_MONTHS and not meant:
        return None
    month, day = words.MONTHS[name.lower()], int(found["day"])
    return _date(int(found["year"]), month, day) if found["year"] else _coming(month, day, today)


def _end_of_month(found: re.Match[str], today: date) -> date | None:
    month = words.MONTHS[found[1].lower()] if found[1] else _number(found[2])
    first = _coming(month, 1, today.replace(day=1))
    return _first(first, 1) - timedelta(days=1) if first else None


def _weekday(found: re.Match[str], today: date) -> date | None:
    ahead = " ".join((found[1] or "").lower().replace(",", " ").split())
    if ahead in words.NOT_AHEAD:
        return None
    number = words.WEEKDAYS[found[2].lower()]
    weeks = 1 if found[3] else words.WEEKS_AHEAD.get(ahead)
    if weeks is None:
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    return _monday(today) + timedelta(days=7 * weeks + number)


def _month_day(found: re.Match[str], today: date) -> date | None:
    day = _number(found[1] or found[3])
    months = (1,) if (found[2] or "").startswith("下") else range(3)
    days = (_date(first.year, first.month, day) for first in (_first(today, n) for n in months))
    return next((one for one in days if one and one >= today), None)


def _end(found: re.Match[str], today: date) -> date:
    unit, ahead = words.ENDS[found[0].lower()]
    if unit == "week":
        return _monday(today) + timedelta(days=7 * ahead + 4)
    left = {"month": 0, "quarter": -today.month % 3, "year": 12 - today.month}[unit]
    return _first(today, left + ahead + 1) - timedelta(days=1)


def _in(found: re.Match[str], today: date) -> date | None:
    count, unit = _number(found[1] or found[3]), (found[2] or found[4]).lower()
    if unit in words.MONTHS_LONG:
        last = _first(today, count + 1) - timedelta(days=1)
        return min(last, last.replace(day=min(today.day, last.day)))
    return today + timedelta(days=count * words.UNITS[unit.removeprefix("个")])


def _nearby(found: re.Match[str], today: date) -> date:
    return today + timedelta(days=words.NEARBY[found[0].lower()])


# ---- reckoning ---------------------------------------------------------------------------------


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _coming(month: int, day: int, today: date) -> date | None:
    days = (_date(year, month, day) for year in (today.year, today.year + 1))
    return next((one for one in days if one and today <= one <= today + SOON), None)


def _first(day: date, months: int) -> date:
    """The first day of the month that comes so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _number(said: str) -> int:
    """A number in figures or words; 0 for what is none."""
    if said.isdecimal():
        return int(said)
    tens, ten, ones = said.lower().partition("十")
    if not ten:
        return words.NUMBERS.get(tens, 0)
    return words.NUMBERS.get(tens, 1) * 10 + words.NUMBERS.get(ones, 0)


_BEFORE_DATE = re.compile(r"(?<![a-z])(?:by|before|until|till?|than|on|from)\s+$", _ANY)
_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", _ANY), _iso),
    (re.compile(rf"(?:(\d{{4}})年)?(\d{{1,2}}|{_HAN})月(\d{{1,2}}|{_HAN})[日号]?", _ANY), _chinese),
    (
        re.compile(
            rf"(?<![\d.,:])(?P<day>\d{{1,2}})(?P<sure>(?:st|nd|rd|th)?\.?\s+of|st|nd|rd|th)?\.?\s+"
            rf"(?P<month>{_NAMES})\.?{_YEAR}",
            _ANY,
        ),
        _named_month,
    ),
    (
        re.compile(
            rf"(?P<month>{_NAMES})\.?\s+(?P<day>\d{{1,2}})(?P<sure>st|nd|rd|th)?(?![\d:%]){_YEAR}",
            _ANY,
        ),
        _named_month,
    ),
    (re.compile(rf"end of ({_NAMES})|(\d{{1,2}}|{_HAN})月[底末]", _ANY), _end_of_month),
    (
        re.compile(
            r"(?<![一二两三四五六七八九十\d个])"
            rf"(?:({_one_of((*words.WEEKS_AHEAD, *words.NOT_AHEAD))}|next week,(?: on)?)\s*)?"
            rf"({_one_of(words.WEEKDAYS)})(\s+(?:of\s+)?next\s+week)?",
            _ANY,
        ),
        _weekday,
    ),
    (
        re.compile(
            rf"(?<![a-z])(?:by|on|until|till|before|than)\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)(?![a-z])"
            rf"{_NOUN}|(?<![\d月])(下个?月|本月|这个月)?(\d{{1,2}}|[二三]?十[一二三四五六七八九]?)"
            r"(?:号(?![线机楼厂车仓库门房泵炉站店院馆桌位样产生])|(?<=\d)日)",
            _ANY,
        ),
        _month_day,
    ),
    (re.compile(rf"(?:{_one_of(words.ENDS)})(?![一二三四五六日天])", _ANY), _end),
    (
        re.compile(
            rf"(?<![a-z])(?:in|within)\s+(?:the\s+next\s+)?({_COUNT})\s*({_UNIT})"
            rf"|(\d{{1,2}}|两|{_HAN})\s*({_UNIT})[之以]?[后内]",
            _ANY,
        ),
        _in,
    ),
    (re.compile(_one_of(words.NEARBY), _ANY), _nearby),
)
