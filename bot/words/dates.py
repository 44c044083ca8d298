"""How instants, days and lists of names are said: by Babel's data and the keys `said-…`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_time, get_day_names

from coaching.messages import Names, Quoted, Text, Value, text
from coaching.people import Language
from coaching.spans import Span

# British English puts the day before the month; both languages count to 24 hours.
LOCALES: dict[Language, Locale] = {
    "en": Locale("en", "GB"),
    "zh-Hans": Locale("zh", script="Hans"),
}
# A weekday that stands alone: "Thursday" but 周四, as people write it.
_ALONE: dict[Language, Literal["wide", "abbreviated"]] = {"en": "wide", "zh-Hans": "abbreviated"}
_NEAR = {-1: "yesterday", 0: "today", 1: "tomorrow"}
_COUNTS = {2: "two", 3: "three", 4: "four"}
_WITHIN_WEEK = range(2, 7)
# A day this far off is said with its year.
_OTHER_YEAR = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who something is said to: their language, their zone, and the moment they read it."""

    language: Language
    zone: tzinfo
    now: datetime

    @property
    def locale(self) -> Locale:
        """The Babel locale of the reader's language."""
        return LOCALES[self.language]

    def days_until(self, day: date) -> int:
        """How many local days lie ahead of that day; negative for the past."""
        return (day - self.now.astimezone(self.zone).date()).days


def clock(at: datetime, reader: Reader) -> str:
    """The time of day, such as 9:00 or 14:00."""
    return format_time(at.astimezone(reader.zone).time(), "H:mm", locale=reader.locale)


def moment(at: datetime, reader: Reader) -> Text:
    """The day and the time: today, tomorrow, a weekday of the coming week, or a date."""
    day, time = at.astimezone(reader.zone).date(), clock(at, reader)
    ahead = reader.days_until(day)
    if ahead in _NEAR:
        return text(f"said-{_NEAR[ahead]}", time=time)
    if ahead in _WITHIN_WEEK:
        return text(
            "said-weekday", weekday=_weekday(day, reader, _ALONE[reader.language]), time=time
        )
    return stamp(at, reader)


def stamp(at: datetime, reader: Reader) -> Text:
    """The weekday, date and time, however near they are."""
    day = at.astimezone(reader.zone).date()
    weekday = _weekday(day, reader, "abbreviated")
    return text("said-far", weekday=weekday, date=_date(day, reader), time=clock(at, reader))


def span(value: Span, reader: Reader) -> Text:
    """A day with a time range; both days where it ends on another one."""
    first, last = (at.astimezone(reader.zone).date() for at in (value.starts_at, value.ends_at))
    start = moment(value.starts_at, reader)
    if first == last:
        return Text(key="said-range", values={"from": start, "to": clock(value.ends_at, reader)})
    values = {"from": start, "to": moment(value.ends_at, reader)}
    return Text(key="said-range-days", values=values)


def day(value: date, reader: Reader) -> Text:
    """Yesterday, today, tomorrow, or a weekday with its date."""
    ahead = reader.days_until(value)
    if ahead in _NEAR:
        return text(f"said-day-{_NEAR[ahead]}")
    weekday = _weekday(value, reader, "abbreviated")
    return text("said-day-far", weekday=weekday, date=_date(value, reader))


def names(value: Names) -> Text | Quoted:
    """A list of at most four names, then how many more."""
    total = len(value.names)
    if total <= 1:
        return Quoted("".join(value.names))
    said: dict[str, Value] = dict(zip("abcd", map(Quoted, value.names), strict=False))
    if total > len(said):
        return Text(
            key="said-names-many", values={**said, "more": total - len(said), "total": total}
        )
    return Text(key=f"said-names-{_COUNTS[total]}", values=said)


def _weekday(day: date, reader: Reader, width: Literal["wide", "abbreviated"]) -> str:
    return str(get_day_names(width, locale=reader.locale)[day.weekday()])


def _date(day: date, reader: Reader) -> str:
    far = abs(timedelta(days=reader.days_until(day))) > _OTHER_YEAR
    pattern = reader.locale.datetime_skeletons["yMMMd" if far else "MMMd"]
    return format_date(day, pattern, locale=reader.locale)
