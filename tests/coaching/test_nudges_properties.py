"""What must hold in any zone, over any clock change, whatever the day looks like."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.calls import Call, Plan
from coaching.nudge import Nudge, Told
from coaching.nudges import pending, review_closes, worked_days
from coaching.people import Policy
from coaching.spans import Span, WorkCalendar
from coaching.turn import Situation
from tests.coaching.timeline import PLANNED, call, minutes, play, promise, sent, situation

ZONES = tuple(
    ZoneInfo(name)
    for name in (
        "America/Los_Angeles",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Europe/Berlin",
        "Pacific/Auckland",
    )
)
# Each of these zones that changes its clocks does so within three days of one of these.
NIGHTS = (
    datetime(2026, 10, 3, 16, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2026, 11, 1, 8, tzinfo=UTC),
    datetime(2027, 3, 14, 8, tzinfo=UTC),
    datetime(2027, 4, 3, 14, tzinfo=UTC),
    datetime(2026, 12, 8, 8, tzinfo=UTC),
)
UNCAPPED = {"review", "review_reminder"}
STEP = 5


@st.composite
def calendars(draw: st.DrawFn, night: datetime) -> WorkCalendar:
    days = [night.date() + timedelta(days=n) for n in range(-4, 8)]
    starts, ends = draw(st.sampled_from([(8, 18), (1, 5), (2, 3), (22, 6), (9, 17)]))
    return WorkCalendar(
        zone=draw(st.sampled_from(ZONES)),
        workdays=frozenset(draw(st.sampled_from([range(5), range(7), range(3, 5)]))),
        day_starts=time(starts, 30),
        day_ends=time(ends, 15),
        days_off=draw(st.frozensets(st.sampled_from(days), max_size=3)),
        extra_workdays=draw(st.frozensets(st.sampled_from(days), max_size=1)),
    )


def steps(least: int, most: int) -> st.SearchStrategy[timedelta]:
    return st.integers(least // STEP, most // STEP).map(lambda count: minutes(count * STEP))


@st.composite
def held_calls(draw: st.DrawFn, night: datetime, now: datetime, number: int) -> Call:
    starts_at = night + draw(steps(-4 * 1440, 5 * 1440))
    span = Span(starts_at, starts_at + draw(steps(15, 120)))
    asked_at = starts_at - draw(steps(30, 1440))
    asked = asked_at if asked_at <= now and draw(st.booleans()) else None
    reviewed = span.ends_at + minutes(10)
    snooze = draw(st.none() | steps(5, 400))
    return call(
        f"Call {number}",
        span,
        found_at=min(now, starts_at - draw(steps(-30, 5 * 1440))),
        plan=PLANNED if draw(st.booleans()) else Plan(),
        asked_at=asked,
        asked_start=asked and starts_at + draw(st.sampled_from([minutes(0), minutes(90)])),
        snoozed_until=asked and snooze and asked + snooze,
        review_asked_at=reviewed if reviewed <= now and draw(st.booleans()) else None,
        review_snoozed_until=reviewed + snooze if reviewed <= now and snooze else None,
        standing=draw(st.sampled_from(["on", "on", "on", "on", "unsure", "skipped"])),
    )


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    night = draw(st.sampled_from(NIGHTS))
    now = night + draw(steps(-4 * 1440, 3 * 1440))
    calls = [draw(held_calls(night, now, n)) for n in range(draw(st.integers(1, 6)))]
    meetings = draw(st.lists(st.tuples(steps(-4 * 1440, 6 * 1440), steps(10, 1500)), max_size=8))
    busy = [(f"meeting {n}", Span(night + a, night + a + b)) for n, (a, b) in enumerate(meetings)]
    here = situation(
        now,
        *calls,
        work=draw(calendars(night)),
        policy=Policy(daily_cap=draw(st.sampled_from([1, 3, 8]))),
        promises=(promise("a promise", night.date()),) if draw(st.booleans()) else (),
    )
    pause = draw(st.none() | steps(-1440, 3 * 1440))
    rep = replace(here.rep, paused_until=night + pause if pause else None)
    return replace(here, busy=(*here.busy, *busy), rep=rep)


def hours(here: Situation) -> WorkCalendar:
    assert here.work is not None
    return here.work


def may_come_at_any_hour(nudge: Nudge, here: Situation) -> bool:
    """Cue cards, reviews within the hour after the call, and the moment a rep chose."""
    found = here.call(nudge.about)
    if found is None:
        return False
    if nudge.kind == "review":
        return nudge.at <= found.ends_at + minutes(60)
    return nudge.kind == "cue" or nudge.start in {found.snoozed_until, found.review_snoozed_until}


def works_at(moment: datetime, calendar: WorkCalendar) -> bool:
    day = calendar.local_date(moment)
    spans = [calendar.stretch(day - timedelta(days=1)), calendar.stretch(day)]
    return any(moment in span for span in spans if span)


@settings(deadline=None, max_examples=80)
@given(situations())
def test_no_nudge_comes_while_the_rep_is_busy_or_paused(here: Situation) -> None:
    moments = [nudge.at for nudge in pending(here).nudges]
    pause = here.rep.paused_until or here.now
    assert [at for at in moments if at < pause] == []
    assert [at for at in moments for _, span in here.busy if at in span] == []


@settings(deadline=None, max_examples=80)
@given(situations())
def test_no_nudge_comes_in_quiet_hours_but_those_that_may(here: Situation) -> None:
    quiet = [
        nudge
        for nudge in pending(here).nudges
        if not works_at(nudge.at, hours(here)) and not may_come_at_any_hour(nudge, here)
    ]
    assert quiet == []


@settings(deadline=None, max_examples=80)
@given(situations())
def test_no_nudge_comes_in_the_past_nor_when_it_helps_no_more(here: Situation) -> None:
    for nudge in pending(here).nudges:
        assert nudge.at >= here.now
        found = here.call(nudge.about)
        if found is None:
            continue
        assert nudge.at >= found.found_at
        if nudge.kind in UNCAPPED:
            closes = review_closes(found, worked_days(here, hours(here)), here.policy)
            assert found.ends_at <= nudge.at <= closes
        else:
            left = minutes(0 if nudge.kind == "cue" else 5)
            assert nudge.at <= found.starts_at - left
            assert nudge.at != found.starts_at


@settings(deadline=None, max_examples=80)
@given(situations())
def test_no_two_nudges_are_alike_and_none_is_both_planned_and_dropped(here: Situation) -> None:
    table = pending(here)
    keys = [nudge.key for nudge in table.nudges] + [told.key for told in table.dropped]
    assert len(set(keys)) == len(keys)
    about = Counter(
        (nudge.about, "review" if nudge.kind in UNCAPPED else nudge.kind) for nudge in table.nudges
    )
    assert all(count == 1 for count in about.values())


@settings(deadline=None, max_examples=80)
@given(situations())
def test_no_day_has_more_nudges_than_the_cap_but_for_snoozes(here: Situation) -> None:
    days = Counter(
        hours(here).local_date(nudge.at)
        for nudge in pending(here).nudges
        if nudge.kind not in UNCAPPED and not may_come_at_any_hour_by_choice(nudge, here)
    )
    assert all(count <= here.policy.daily_cap for count in days.values())


def may_come_at_any_hour_by_choice(nudge: Nudge, here: Situation) -> bool:
    found = here.call(nudge.about)
    return found is not None and nudge.start == found.snoozed_until


@settings(deadline=None, max_examples=80)
@given(situations())
def test_worked_out_twice_it_is_the_same_whatever_the_order(here: Situation) -> None:
    turned = replace(here, calls=here.calls[::-1], busy=here.busy[::-1])
    assert pending(turned) == pending(here)


@settings(deadline=None, max_examples=150)
@given(situations(), st.floats(0, 1))
def test_up_to_its_moment_the_next_nudge_stays_where_it_is(here: Situation, part: float) -> None:
    table = pending(here)
    for nudge in [one for one in table.nudges if one.at == table.nudges[0].at]:
        between = here.now + (nudge.at - here.now) * part
        assert nudge in pending(replace(here, now=between)).nudges
        assert nudge in pending(replace(here, now=nudge.at)).nudges


@settings(deadline=None, max_examples=80)
@given(situations(), st.integers(0, 3))
def test_any_nudge_is_due_when_its_moment_has_come(here: Situation, which: int) -> None:
    generous = replace(here, policy=replace(here.policy, daily_cap=99, agendas=False))
    for nudge in pending(generous).nudges[which : which + 1]:
        assert nudge in pending(replace(generous, now=nudge.at)).nudges


@settings(deadline=None, max_examples=80)
@given(situations())
def test_what_was_sent_is_never_sent_again(here: Situation) -> None:
    for nudge in pending(here).nudges:
        after = sent(replace(here, now=nudge.at), nudge)
        assert nudge.key not in {one.key for one in pending(after).nudges}


@settings(deadline=None, max_examples=40)
@given(situations())
def test_days_played_to_the_end_tell_each_thing_once_and_keep_the_cap(here: Situation) -> None:
    told = play(here, here.now + timedelta(days=12))
    assert max(Counter(one.key for one in told).values(), default=1) == 1
    assert max(sent_by_day(told, here).values(), default=0) <= here.policy.daily_cap


def sent_by_day(told: tuple[Told, ...], here: Situation) -> Counter[date]:
    chosen = {one.snoozed_until for one in here.calls}
    return Counter(
        hours(here).local_date(one.at)
        for one in told
        if one.kind not in UNCAPPED and not one.dropped and one.start not in chosen
    )
