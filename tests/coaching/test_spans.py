"""Stretches of time, working days, and the one rule for clock changes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.spans import Span, gaps, instant, merged
from tests.coaching.timeline import Wall, work

wall = Wall()
ZONES = (
    "America/Los_Angeles",
    "America/St_Johns",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Pacific/Auckland",
    "Pacific/Chatham",
)
DAY = "2026-11-16"
BASE = datetime(2026, 11, 16, tzinfo=UTC)


def at(minute: int) -> datetime:
    return BASE + timedelta(minutes=minute)


@pytest.mark.parametrize(
    "zone,local,clock",
    [
        ("America/Los_Angeles", "2027-03-14 02:30", "2027-03-14 03:30-07:00"),
        ("America/Los_Angeles", "2026-11-01 01:30", "2026-11-01 01:30-07:00"),
        ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 02:45+11:00"),
        ("Australia/Lord_Howe", "2027-04-04 01:45", "2027-04-04 01:45+11:00"),
        ("Pacific/Auckland", "2026-09-27 02:30", "2026-09-27 03:30+13:00"),
        ("Pacific/Auckland", "2027-04-04 02:30", "2027-04-04 02:30+13:00"),
        ("America/St_Johns", "2027-03-14 02:30", "2027-03-14 03:30-02:30"),
        ("Asia/Kathmandu", "2027-03-14 02:30", "2027-03-14 02:30+05:45"),
    ],
)
def test_a_time_that_does_not_exist_moves_on_and_one_that_comes_twice_is_its_first(
    zone: str, local: str, clock: str
) -> None:
    wanted = datetime.fromisoformat(local)
    assert instant(wanted.date(), wanted.time(), ZoneInfo(zone)) == datetime.fromisoformat(clock)


def test_the_second_coming_of_a_time_is_asked_for_in_vain() -> None:
    second = time(1, 30, fold=1)
    zone = ZoneInfo("America/Los_Angeles")
    assert instant(date(2026, 11, 1), second, zone) == datetime(2026, 11, 1, 8, 30, tzinfo=UTC)


def test_working_hours_are_shorter_by_the_hour_that_does_not_exist() -> None:
    nights = work(ZoneInfo("America/Los_Angeles"), day_starts=time(1), day_ends=time(5))
    hours = nights.hours(date(2027, 3, 14))
    assert hours.ends_at - hours.starts_at == timedelta(hours=3)


def test_hours_that_a_clock_change_swallows_are_empty() -> None:
    nights = work(ZoneInfo("America/Los_Angeles"), day_starts=time(2, 30), day_ends=time(3, 15))
    hours = nights.hours(date(2027, 3, 14))
    assert hours == Span(hours.starts_at, hours.starts_at)


def test_hours_may_end_on_the_next_day() -> None:
    late = work(day_starts=time(22), day_ends=time(6))
    assert late.stretch(date(2026, 11, 16)) == Span(
        wall("2026-11-16 22:00"), wall("2026-11-17 06:00")
    )


def test_a_day_off_has_no_stretch_and_a_make_up_day_has_one() -> None:
    calendar = work(
        days_off=frozenset({date(2026, 11, 16)}), extra_workdays=frozenset({date(2026, 11, 21)})
    )
    worked = [day for day in range(16, 23) if calendar.stretch(date(2026, 11, day))]
    assert worked == [17, 18, 19, 20, 21]


def test_stretches_are_those_that_touch() -> None:
    touching = work().stretches(Span(wall("2026-11-13 18:30"), wall("2026-11-17 08:30")))
    assert list(touching) == [
        wall.span("2026-11-16 08:30", "18:30"),
        wall.span("2026-11-17 08:30", "18:30"),
    ]


def test_after_midnight_the_hours_of_the_day_before_still_run() -> None:
    late = work(day_starts=time(22), day_ends=time(6))
    night = Span(wall("2026-11-17 01:00"), wall("2026-11-17 03:00"))
    assert list(late.stretches(night)) == [Span(wall("2026-11-16 22:00"), wall("2026-11-17 06:00"))]


@pytest.mark.parametrize(
    "count,day", [(1, date(2026, 11, 16)), (2, date(2026, 11, 17)), (6, date(2026, 11, 23))]
)
def test_the_next_working_days_leave_out_the_weekend(count: int, day: date) -> None:
    assert work().next_workday(date(2026, 11, 13), count) == day


def test_without_working_days_calendar_days_count_and_none_came_before() -> None:
    never = work(workdays=frozenset())
    assert never.next_workday(date(2026, 11, 13), 2) == date(2026, 11, 15)
    assert never.previous_workday(date(2026, 11, 13)) is None


def test_the_working_day_before_monday_is_friday() -> None:
    assert work().previous_workday(date(2026, 11, 16)) == date(2026, 11, 13)


def test_leave_makes_days_off_and_a_long_meeting_does_not() -> None:
    calendar = work(extra_workdays=frozenset({date(2026, 11, 21)}))
    leave = Span(wall("2026-11-20 00:00"), wall("2026-11-23 00:00"))
    rested = calendar.without([leave, wall.span(f"{DAY} 08:30", "18:00")])
    worked = [day for day in range(16, 24) if rested.works_on(date(2026, 11, day))]
    assert worked == [16, 17, 18, 19, 23]


def test_gaps_are_what_busy_leaves() -> None:
    busy = [Span(at(50), at(70)), Span(at(-10), at(5)), Span(at(20), at(30)), Span(at(25), at(28))]
    assert gaps(Span(at(0), at(60)), busy) == (Span(at(5), at(20)), Span(at(30), at(50)))


def test_an_empty_entry_leaves_a_gap_whole() -> None:
    assert gaps(Span(at(0), at(60)), [Span(at(30), at(30))]) == (Span(at(0), at(60)),)


def test_a_stretch_taken_whole_leaves_nothing() -> None:
    assert gaps(Span(at(0), at(60)), [Span(at(0), at(30)), Span(at(30), at(60))]) == ()


SPANS = st.builds(
    lambda start, length: Span(at(start), at(start + length)),
    st.integers(-20, 120),
    st.integers(-5, 40),
)


@given(st.lists(SPANS, max_size=8), st.integers(-30, 130))
def test_a_moment_is_in_a_gap_exactly_if_no_entry_holds_it(busy: list[Span], minute: int) -> None:
    within = Span(at(0), at(100))
    free = at(minute) in within and not any(at(minute) in span for span in busy)
    assert any(at(minute) in gap for gap in gaps(within, busy)) == free


@given(st.lists(SPANS, max_size=8))
def test_merged_spans_are_apart_and_in_order(spans: list[Span]) -> None:
    apart = merged(spans)
    assert all(a.ends_at < b.starts_at for a, b in pairwise(apart))
    assert merged(apart) == apart


@given(
    st.sampled_from(ZONES),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.times().map(lambda clock: clock.replace(microsecond=0)),
)
def test_a_local_time_is_itself_again_or_did_not_exist(zone: str, day: date, clock: time) -> None:
    moment = instant(day, clock, ZoneInfo(zone))
    local = moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    skipped = local - datetime.combine(day, clock)
    assert skipped in {timedelta(0), timedelta(minutes=30), timedelta(hours=1)}
    assert moment.astimezone(ZoneInfo(zone)).fold == 0
