"""Series, held against an expansion of our own: wall-clock times by dateutil, then the zone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
# Days on which clocks change somewhere in these zones.
CHANGES = ("2026-03-08", "2026-03-29", "2026-04-05", "2026-09-27", "2026-10-25", "2026-11-01")
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

    def __iter__(self) -> Iterator[datetime]:
        """Its local starts, exceptions or not."""
        return iter(rrulestr(self.rule, dtstart=self.start, ignoretz=True))

    def events(self, uid: str = "one") -> str:
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
                uid=uid,
            )
            for was, by in self.moved
        )
        return "\r\n".join([event(*body, *leaves, uid=uid), *changed])

    def expanded(self, window: Span) -> Found:
        moved = dict(self.moved)
        found: Found = []
        for local in self:
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
    day = draw(st.dates(LOCAL("2026-01-01").date(), LOCAL("2026-12-31").date()))
    hour = draw(st.sampled_from(("00:00", "01:30", "02:30", "09:00", "14:15", "23:00")))
    start = LOCAL(f"{day} {hour}")
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
def some_window(draw: st.DrawFn, series: Series) -> Span:
    """A window about one of the first starts, with luck on a day on which clocks change."""
    firsts = [local for local, _ in zip(series, range(400), strict=False)]
    changing = [local for local in firsts if str(local.date()) in CHANGES]
    about = draw(st.sampled_from(changing) if changing else st.sampled_from(firsts))
    start = about.replace(tzinfo=UTC) + timedelta(hours=draw(st.integers(-40, 40)))
    return Span(start, start + timedelta(hours=draw(st.sampled_from((1, 24, 72, 1440)))))


@st.composite
def some_case(draw: st.DrawFn) -> tuple[Series, Span]:
    series = draw(some_series())
    return series, draw(some_window(series))


@settings(max_examples=300, deadline=None)
@given(case=some_case())
def test_a_series_is_expanded_as_the_wall_clock_says(case: tuple[Series, Span]) -> None:
    series, window = case
    assert read(calendar(series.events()), window) == series.expanded(window)


@settings(max_examples=150, deadline=None)
@given(cases=st.lists(some_case(), min_size=1, max_size=4))
def test_leaving_out_by_text_never_changes_the_result(cases: list[tuple[Series, Span]]) -> None:
    series = [one.events(uid=str(number)) for number, (one, _) in enumerate(cases)]
    data, window = calendar(*series), cases[0][1]
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


def test_a_length_in_hours_is_counted_in_truth() -> None:
    lines = ("DTSTART;TZID=Europe/Berlin:20261024T120000", "DURATION:PT24H")
    assert read(calendar(event(*lines)), YEAR) == [("one", at("10-24 10:00"), at("10-25 10:00"))]
