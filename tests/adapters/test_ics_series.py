"""Series, held against an expansion of our own: wall-clock times by dateutil, then the zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.calendars import ics
from coaching.spans import Span
from tests.adapters.ical import at, calendar, event, stamps

ZONES = (
    "Pacific/Auckland",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Europe/Berlin",
    "Europe/London",
    "America/Sao_Paulo",
    "America/New_York",
    "America/Los_Angeles",
)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LOCAL = datetime.fromisoformat
Found = list[tuple[str, datetime, datetime]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A series: local start, exact length, rule, what is left out and what is moved by how much."""

    zone: str
    start: datetime
    length: timedelta
    rule: str
    without: tuple[datetime, ...] = ()
    moved: tuple[tuple[datetime, timedelta], ...] = ()

    def text(self) -> bytes:
        end = self._utc(self.start) + self.length
        body = (
            f"DTSTART;TZID={self.zone}:{stamps([self.start])}",
            f"DTEND:{stamps([end])}Z",
            f"RRULE:{self.rule}",
        )
        leaves = (f"EXDATE;TZID={self.zone}:{stamps(self.without)}",) if self.without else ()
        changed = (
            event(
                f"RECURRENCE-ID:{stamps([self._utc(was)])}Z",
                f"DTSTART:{stamps([self._utc(was) + by])}Z",
                "DURATION:PT20M",
            )
            for was, by in self.moved
        )
        return calendar(event(*body, *leaves), *changed)

    def expanded(self, window: Span) -> Found:
        moved = dict(self.moved)
        found: Found = []
        for local in rrulestr(self.rule, dtstart=self.start, ignoretz=True):
            was = self._utc(local)
            if was > window.ends_at + timedelta(days=40):
                break
            if local in self.without:
                continue
            starts_at = was + moved.get(local, timedelta())
            ends_at = starts_at + (timedelta(minutes=20) if local in moved else self.length)
            if starts_at < window.ends_at and ends_at > window.starts_at:
                found.append((f"one#{was:%Y-%m-%dT%H:%M:%SZ}", starts_at, ends_at))
        return sorted(found, key=lambda one: (one[1], one[2], one[0]))

    def _utc(self, local: datetime) -> datetime:
        return local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)


def read(data: bytes, window: Span, *, all_blocks: bool = False) -> Found:
    entries = ics.read(data, window, all_blocks=all_blocks).entries
    return [(one.key, one.starts_at, one.ends_at) for one in entries]


@st.composite
def some_series(draw: st.DrawFn) -> Series:
    start = draw(st.datetimes(LOCAL("2026-01-01"), LOCAL("2026-12-31"))).replace(
        second=0, microsecond=0
    )
    often = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={often}", f"INTERVAL={draw(st.integers(1, 3))}"]
    if often == "WEEKLY":
        days = {WEEKDAYS[start.weekday()], *draw(st.sets(st.sampled_from(WEEKDAYS)))}
        parts += [f"BYDAY={','.join(sorted(days))}", f"WKST={draw(st.sampled_from(WEEKDAYS))}"]
    if often == "MONTHLY" and draw(st.booleans()):
        last = draw(st.sampled_from((1, 2, -1)))
        parts += [f"BYDAY={','.join(WEEKDAYS[:5])}", f"BYSETPOS={last}"]
    # A start that its own rule does not hold is left open by RFC 5545: here it always does.
    start = next(iter(rrulestr(";".join(parts), dtstart=start)))
    end = draw(st.sampled_from(("", "COUNT=7", "UNTIL")))
    if end == "UNTIL":
        until = start + timedelta(days=draw(st.integers(0, 200)), hours=1)
        end = f"UNTIL={stamps([until])}"
    rule = ";".join([*parts, end] if end else parts)
    known: Sequence[datetime] = [
        local for local, _ in zip(rrulestr(rule, dtstart=start), range(12), strict=False)
    ]
    picked = draw(st.lists(st.sampled_from(known), max_size=4, unique=True))
    hours = st.integers(-30, 30).filter(bool)
    return Series(
        zone=draw(st.sampled_from(ZONES)),
        start=start,
        length=timedelta(minutes=draw(st.sampled_from((15, 60, 600)))),
        rule=rule,
        without=tuple(picked[:2]),
        moved=tuple((was, timedelta(hours=draw(hours))) for was in picked[2:]),
    )


@st.composite
def some_window(draw: st.DrawFn) -> Span:
    start = draw(st.datetimes(LOCAL("2025-12-20"), LOCAL("2027-06-01")))
    length = draw(st.sampled_from((timedelta(hours=1), timedelta(days=14), timedelta(days=60))))
    return Span(start.replace(tzinfo=UTC), start.replace(tzinfo=UTC) + length)


@settings(max_examples=300, deadline=None)
@given(series=some_series(), window=some_window())
def test_a_series_is_expanded_as_the_wall_clock_says(series: Series, window: Span) -> None:
    assert read(series.text(), window) == series.expanded(window)


@settings(max_examples=150, deadline=None)
@given(series=st.lists(some_series(), max_size=4), window=some_window())
def test_leaving_out_by_text_never_changes_the_result(series: list[Series], window: Span) -> None:
    texts = [
        one.text().replace(b"UID:one", f"UID:{number}".encode())
        for number, one in enumerate(series)
    ]
    data = calendar(
        *(text.decode().split("EN\r\n")[1].rpartition("\r\nEND:VCALENDAR")[0] for text in texts)
    )
    assert read(data, window) == read(data, window, all_blocks=True)


YEAR = Span(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))


def starts(*parts: str, window: Span = YEAR) -> list[str]:
    entries = ics.parse(calendar(*parts), window, me_zone="Europe/Berlin")
    return [f"{one.starts_at:%m-%d %H:%M}" for one in entries]


@pytest.mark.parametrize("until", ["20261110", "20261110T140000", "20261110T130000Z"])
def test_a_rule_that_ends_on_a_day_includes_that_day(until: str) -> None:
    lines = ("DTSTART;TZID=Europe/Berlin:20261109T140000", f"RRULE:FREQ=DAILY;UNTIL={until}")
    assert starts(event(*lines)) == ["11-09 13:00", "11-10 13:00"]


def test_from_one_call_on_the_rest_may_move_and_keep_their_keys() -> None:
    master = event(
        "DTSTART;TZID=Europe/Berlin:20261005T140000",
        "DTEND;TZID=Europe/Berlin:20261005T150000",
        "RRULE:FREQ=WEEKLY;COUNT=4",
    )
    later = event(
        "RECURRENCE-ID;TZID=Europe/Berlin;RANGE=THISANDFUTURE:20261019T140000",
        "DTSTART;TZID=Europe/Berlin:20261020T160000",
        "DTEND;TZID=Europe/Berlin:20261020T163000",
    )
    assert read(calendar(master, later), YEAR) == [
        ("one#2026-10-05T12:00:00Z", at("10-05 12:00"), at("10-05 13:00")),
        ("one#2026-10-12T12:00:00Z", at("10-12 12:00"), at("10-12 13:00")),
        ("one#2026-10-19T12:00:00Z", at("10-20 14:00"), at("10-20 14:30")),
        ("one#2026-10-26T13:00:00Z", at("10-27 15:00"), at("10-27 15:30")),
    ]


def test_an_exception_without_its_series_keeps_its_place_in_it() -> None:
    lines = ("RECURRENCE-ID:20261019T120000Z", "DTSTART:20261020T120000Z", "DURATION:PT1H")
    assert read(calendar(event(*lines)), YEAR) == [
        ("one#2026-10-19T12:00:00Z", at("10-20 12:00"), at("10-20 13:00"))
    ]


def test_exceptions_without_a_zone_are_in_that_of_their_series() -> None:
    master = event(
        "DTSTART;TZID=America/New_York:20261005T090000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE:20261012T090000",
    )
    moved = event("RECURRENCE-ID:20261019T090000", "DTSTART:20261019T100000")
    assert starts(master, moved) == ["10-05 13:00", "10-19 14:00"]


def test_days_may_be_left_out_as_days_and_added_with_lengths() -> None:
    master = event(
        "DTSTART;TZID=Europe/Berlin:20261005T140000",
        "DURATION:PT1H",
        "RRULE:FREQ=DAILY;COUNT=3",
        "EXDATE;VALUE=DATE:20261006",
        "RDATE;TZID=Europe/Berlin;VALUE=PERIOD:20261010T090000/PT3H",
    )
    assert read(calendar(master), YEAR) == [
        ("one#2026-10-05T12:00:00Z", at("10-05 12:00"), at("10-05 13:00")),
        ("one#2026-10-07T12:00:00Z", at("10-07 12:00"), at("10-07 13:00")),
        ("one#2026-10-10T07:00:00Z", at("10-10 07:00"), at("10-10 10:00")),
    ]


def test_all_day_series_are_known_by_their_days() -> None:
    master = event("DTSTART;VALUE=DATE:20261024", "RRULE:FREQ=DAILY;UNTIL=20261025")
    moved = event("RECURRENCE-ID;VALUE=DATE:20261025", "DTSTART;VALUE=DATE:20261027")
    entries = ics.parse(calendar(master, moved), YEAR, me_zone="Europe/Berlin")
    assert [(one.key, one.starts_at, one.ends_at, one.all_day) for one in entries] == [
        ("one#2026-10-24", at("10-23 22:00"), at("10-24 22:00"), True),
        ("one#2026-10-25", at("10-26 23:00"), at("10-27 23:00"), True),
    ]


def test_a_length_in_days_is_counted_on_the_wall_clock() -> None:
    lines = ("DTSTART;TZID=Europe/Berlin:20261024T120000", "DURATION:P1D")
    assert read(calendar(event(*lines)), YEAR) == [("one", at("10-24 10:00"), at("10-25 11:00"))]
