"""A team's week in figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching import figures
from coaching.calls import Call, Plan
from coaching.figures import Promised, Week
from coaching.spans import Span, WorkCalendar
from tests.coaching.world import a_call, at
from tests.coaching.world_after import a_promise, ended, number, reviewed

MONDAY = date(2026, 11, 23)
WORK = WorkCalendar(
    zone=ZoneInfo("Europe/Berlin"),
    workdays=frozenset(range(5)),
    day_starts=time(8, 30),
    day_ends=time(18, 30),
)
SPAN = figures.week_span(MONDAY, WORK)
FRIDAY_16 = at("16:00", day=27)


def a_week(*calls: Call, now: datetime = FRIDAY_16) -> Week:
    return figures.week(calls, SPAN, now)


def joint(rep: int, **changes: Any) -> Call:
    """A rep's part in one meeting of several reps."""
    return a_call(id=number(rep), rep_id=number(100 + rep), **changes)


def counts(order: int = 0, advance: int = 0, continuation: int = 0, no_sale: int = 0) -> object:
    return (
        ("order", order),
        ("advance", advance),
        ("continuation", continuation),
        ("no_sale", no_sale),
    )


def test_a_week_runs_from_monday_to_monday_in_the_teams_zone() -> None:
    tokyo = replace(WORK, zone=ZoneInfo("Asia/Tokyo"))
    midnight = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    assert figures.week_span(MONDAY, tokyo) == Span(midnight, midnight + timedelta(days=7))


def test_calls_are_counted_by_how_they_ended() -> None:
    calls = [
        ended("order", joint(1, meeting_id=number(1))),
        ended("advance", joint(2, meeting_id=number(2))),
        ended("advance", joint(3, meeting_id=number(3))),
        ended("continuation", joint(4, meeting_id=number(4))),
        ended("no_sale", joint(5, meeting_id=number(5))),
        joint(6, meeting_id=number(6)),
    ]
    week = a_week(*calls)
    outcomes = (("order", 1), ("advance", 2), ("continuation", 1), ("no_sale", 1))
    assert week == Week(held=6, reviewed=5, outcomes=outcomes)  # type: ignore[arg-type]  # labels
    assert (week.decided, week.advances, week.count("advance")) == (5, 3, 2)


def test_a_call_still_to_come_is_not_held_yet() -> None:
    late = a_call(starts_at=at("17:00", day=27), ends_at=at("18:00", day=27))
    assert a_week(late) == Week(outcomes=counts())  # type: ignore[arg-type]  # labels
    assert a_week(late, now=at("18:00", day=27)).held == 1


def test_calls_of_other_weeks_and_calls_set_aside_do_not_count() -> None:
    before = a_call(starts_at=at("14:00", day=20), ends_at=at("15:00", day=20))
    assert a_week(before, a_call(standing="skipped"), a_call(standing="cancelled")).held == 0


def test_the_tap_alone_makes_a_call_reviewed() -> None:
    week = a_week(reviewed(a_call(), held="other"))
    assert (week.reviewed, week.decided) == (1, 0)


def test_a_call_said_not_to_have_taken_place_counts_nowhere() -> None:
    assert a_week(reviewed(a_call(), held="not_held")) == a_week()


def test_a_joint_call_took_place_if_one_of_the_reps_says_how_it_ended() -> None:
    absent = reviewed(joint(1), held="not_held")
    assert a_week(absent, joint(2)).held == 0
    assert a_week(absent, ended("advance", joint(2))).held == 1


def test_planned_means_before_the_start_by_any_of_the_reps() -> None:
    late = joint(1, plan=Plan(objective="x", planned_at=at("14:01")))
    in_time = joint(2, plan=Plan(objective="x", planned_at=at("14:00")))
    assert (a_week(late).planned, a_week(late, in_time).planned) == (0, 1)


@pytest.mark.parametrize("turned", [False, True])
def test_of_a_joint_call_the_organisers_outcome_counts_and_a_difference_is_marked(
    turned: bool,
) -> None:
    calls = [
        ended("continuation", joint(1)),
        ended("advance", joint(2, organizer=True)),
        joint(3),
    ]
    week = a_week(*reversed(calls)) if turned else a_week(*calls)
    outcomes = (("order", 0), ("advance", 1), ("continuation", 0), ("no_sale", 0))
    expected = Week(held=1, reviewed=1, outcomes=outcomes, differing=1)  # type: ignore[arg-type]  # labels
    assert week == expected


def test_an_organiser_who_said_nothing_leaves_it_to_the_others() -> None:
    week = a_week(joint(1, organizer=True), ended("no_sale", joint(2)), ended("no_sale", joint(3)))
    assert (week.count("no_sale"), week.differing) == (1, 0)


@given(order=st.permutations([1, 2, 3]))
def test_without_an_organiser_the_order_of_the_calls_makes_no_difference(order: list[int]) -> None:
    outcomes = {1: "advance", 2: "continuation", 3: "no_sale"}
    calls = [ended(outcomes[rep], joint(rep)) for rep in order]  # type: ignore[arg-type]  # labels
    assert a_week(*calls) == a_week(*sorted(calls, key=lambda call: str(call.id)))


# ---- promises ----------------------------------------------------------------------------------

SINCE = Span(at("16:00", day=20), at("16:00", day=27))


def test_a_promise_counts_when_it_is_settled_or_its_day_is_over() -> None:
    promises = [
        a_promise(due_on=date(2026, 11, 24), kept=True, settled_at=at("09:00", day=25)),
        a_promise(due_on=date(2026, 11, 24), kept=False, settled_at=at("09:00", day=25)),
        a_promise(due_on=date(2026, 12, 24), kept=True, settled_at=at("09:00", day=25)),
        a_promise(due_on=date(2026, 11, 26)),
        a_promise(due_on=date(2026, 11, 27)),
        a_promise(due_on=date(2026, 11, 26), withdrawn=True),
    ]
    expected = Promised(due=4, kept=2, unknown=1)
    assert figures.promised(promises, SINCE, FRIDAY_16, WORK) == expected


def test_a_promise_due_on_the_day_of_the_digest_is_told_the_week_after() -> None:
    friday = a_promise(due_on=date(2026, 11, 27))
    kept = replace(friday, kept=True, settled_at=at("09:00", day=30))
    following = Span(SINCE.ends_at, SINCE.ends_at + timedelta(days=7))
    later = SINCE.ends_at + timedelta(days=7)
    assert figures.promised([friday], SINCE, FRIDAY_16, WORK) == Promised()
    assert figures.promised([kept], following, later, WORK) == Promised(due=1, kept=1)
    assert figures.promised([friday], following, later, WORK) == Promised(due=1, unknown=1)


def test_in_a_preview_a_day_still_to_end_is_not_over() -> None:
    wednesday = a_promise(due_on=date(2026, 11, 25))
    assert figures.promised([wednesday], SINCE, at("12:00", day=25), WORK) == Promised()


# ---- how sure ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "now, before, interval",
    [
        ((56, 70), (48, 80), (0.0524, 0.3339)),
        ((9, 10), (3, 10), (0.1705, 0.8090)),
        ((6, 7), (2, 7), (0.0582, 0.8062)),
        ((5, 56), (0, 29), (-0.0381, 0.1926)),
        ((0, 10), (0, 20), (-0.1611, 0.2775)),
        ((0, 10), (0, 10), (-0.2775, 0.2775)),
        ((10, 10), (0, 20), (0.6791, 1.0000)),
        ((10, 10), (0, 10), (0.6075, 1.0000)),
    ],
)
def test_the_interval_is_newcombes_own_example(
    now: tuple[int, int], before: tuple[int, int], interval: tuple[float, float]
) -> None:
    """Table II of his paper, method 10."""
    assert figures.difference(now, before) == pytest.approx(interval, abs=0.00006)


@pytest.mark.parametrize(
    "now, before, changed",
    [
        ((5, 11), (14, 40), False),
        ((9, 10), (3, 10), True),
        ((3, 10), (9, 10), True),
        ((0, 0), (9, 10), False),
        ((9, 10), (0, 0), False),
    ],
)
def test_a_change_is_called_one_only_when_chance_does_not_explain_it(
    now: tuple[int, int], before: tuple[int, int], changed: bool
) -> None:
    assert figures.changed(now, before) is changed


def test_several_weeks_are_added_up() -> None:
    weeks = [a_week(ended("advance")), a_week(ended("no_sale")), a_week()]
    assert figures.total(weeks) == (1, 2)
