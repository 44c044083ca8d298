"""What changed in the calendars: calls as they are known, held against entries as they are read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from coaching.calls import Call, Review
from coaching.events import CalendarRead
from coaching.meetings import Entry, Person, Rules
from coaching.reconcile import (
    Cancelled,
    Change,
    Emptied,
    Found,
    Moved,
    Renamed,
    Restored,
    busy,
    merge,
    reconcile,
    updated,
)
from coaching.sorting import RULES, sort
from coaching.spans import Span

ME = "sam@northbeam.example"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WINDOW = Span(NOW - 2 * DAY, NOW + 14 * DAY)
SAM = Person(address=ME, name="Sam", organizer=True)
MARA = Person(address="mara@halden-paper.example", name="Mara Voss")
KIM = Person(address="kim@northbeam.example", name="Kim")
ENTRY = Entry(
    uid="line2@google.com",
    occurrence="2026-11-24T13:00:00Z",
    title="Line 2",
    starts_at=NOW + DAY + 4 * HOUR,
    ends_at=NOW + DAY + 5 * HOUR,
    people=(SAM, MARA),
    has_people=True,
)
BLANK = Call(
    id=UUID(int=1),
    meeting_id=UUID(int=2),
    rep_id=UUID(int=3),
    opportunity_id=UUID(int=4),
    key="",
    series="",
    title="",
    customer="Halden Paper",
    starts_at=NOW,
    ends_at=NOW,
    found_at=NOW - DAY,
)


def call_of(entry: Entry) -> Call:
    return updated(BLANK, entry, sort(entry, RULES, ME), ME)


CALL = call_of(ENTRY)


def changes(
    *entries: Entry,
    calls: tuple[Call, ...] = (CALL,),
    rules: Rules = RULES,
    confirmed: bool = False,
) -> tuple[Change, ...]:
    read = CalendarRead(window=WINDOW, entries=entries)
    return reconcile(calls, read, rules=rules, me=ME, now=NOW, confirmed=confirmed)


def shifted(entry: Entry, by: timedelta) -> Entry:
    return replace(entry, starts_at=entry.starts_at + by, ends_at=entry.ends_at + by)


PAST = shifted(ENTRY, -DAY - 6 * HOUR)
OTHER = replace(ENTRY, uid="other", occurrence="")


def test_nothing_changes_where_the_calendar_says_what_is_known() -> None:
    assert changes(ENTRY) == ()


def test_a_new_customer_call_is_found() -> None:
    assert changes(ENTRY, calls=()) == (Found(entry=ENTRY, sorted=sort(ENTRY, RULES, ME)),)


def test_an_internal_meeting_is_not_found() -> None:
    assert changes(replace(ENTRY, people=(SAM, KIM)), calls=()) == ()


def test_a_call_that_is_over_is_not_found() -> None:
    assert changes(PAST, calls=()) == ()
    begun = shifted(ENTRY, -DAY - 4 * HOUR - HOUR / 2)
    assert changes(begun, calls=()) == (Found(entry=begun, sorted=sort(begun, RULES, ME)),)


@pytest.mark.parametrize("by", [2 * HOUR, -3 * HOUR, 5 * DAY])
def test_a_call_with_another_start_is_moved(by: timedelta) -> None:
    moved = shifted(ENTRY, by)
    assert changes(moved) == (Moved(call=CALL, entry=moved, sorted=sort(moved, RULES, ME)),)


def test_a_call_that_lasts_longer_is_moved() -> None:
    longer = replace(ENTRY, ends_at=ENTRY.ends_at + HOUR)
    how = sort(longer, RULES, ME)
    assert changes(longer) == (Moved(call=CALL, entry=longer, sorted=how),)


def test_a_call_that_was_over_and_stands_ahead_again_is_moved() -> None:
    past = call_of(PAST)
    how = sort(ENTRY, RULES, ME)
    assert changes(ENTRY, calls=(past,)) == (Moved(call=past, entry=ENTRY, sorted=how),)
    missed = replace(past, review=Review(held="not_held"))
    assert changes(ENTRY, calls=(missed,)) == (Moved(call=missed, entry=ENTRY, sorted=how),)


def test_a_call_that_was_held_and_reviewed_is_history() -> None:
    held = replace(call_of(PAST), review=Review(held="agreed"))
    how = sort(ENTRY, RULES, ME)
    assert changes(ENTRY, calls=(held,)) == (Found(entry=ENTRY, sorted=how),)


@pytest.mark.parametrize(
    "entry",
    [
        replace(ENTRY, title="Line 2 and 3"),
        replace(ENTRY, people=(SAM, MARA, KIM)),
        replace(ENTRY, people=(replace(SAM, organizer=False), replace(MARA, organizer=True))),
    ],
)
def test_a_call_with_another_title_or_other_people_is_renamed(entry: Entry) -> None:
    how = sort(entry, RULES, ME)
    assert changes(entry) == (Renamed(call=CALL, entry=entry, sorted=how),)
    assert changes(entry, calls=(updated(CALL, entry, how, ME),)) == ()


def test_an_entry_that_disappears_before_its_start_is_cancelled() -> None:
    lunch = replace(ENTRY, uid="lunch", people=(SAM, KIM))
    assert changes(lunch) == (Cancelled(call=CALL, why="gone"),)


def test_a_single_call_may_leave_the_calendar_empty() -> None:
    assert changes() == (Cancelled(call=CALL, why="gone"),)


def test_an_entry_that_disappears_after_its_start_changes_nothing() -> None:
    assert changes(calls=(call_of(PAST),)) == ()
    just = call_of(shifted(ENTRY, NOW - ENTRY.starts_at))
    assert changes(calls=(just,)) == ()


def test_what_lies_outside_of_the_window_is_not_missed() -> None:
    assert changes(calls=(call_of(shifted(ENTRY, 14 * DAY)),)) == ()


@pytest.mark.parametrize(
    "entry, why",
    [
        (replace(ENTRY, status="cancelled"), "cancelled"),
        (replace(ENTRY, people=(replace(SAM, response="declined"), MARA)), "declined"),
        (replace(ENTRY, people=(SAM, KIM)), "internal"),
        (replace(ENTRY, private=True), "private"),
    ],
)
def test_a_call_that_is_none_any_more_is_cancelled_with_the_reason(entry: Entry, why: str) -> None:
    assert [(type(one), getattr(one, "why", "")) for one in changes(entry)] == [(Cancelled, why)]
    begun = shifted(entry, -DAY - 4 * HOUR)
    assert changes(begun, calls=(call_of(shifted(ENTRY, -DAY - 4 * HOUR)),)) == ()


def test_a_cancelled_call_that_stands_there_again_is_restored() -> None:
    off = replace(CALL, standing="cancelled")
    assert changes(ENTRY, calls=(off,)) == (
        Restored(call=off, entry=ENTRY, sorted=sort(ENTRY, RULES, ME)),
    )
    assert changes(replace(ENTRY, status="cancelled"), calls=(off,)) == ()
    assert changes(PAST, calls=(off,)) == ()
    assert changes(calls=(off,)) == ()


def test_what_is_over_is_left_as_it_was_known() -> None:
    assert changes(replace(PAST, title="Line 3"), calls=(call_of(PAST),)) == ()


LATER = replace(shifted(ENTRY, 7 * DAY), occurrence="2026-12-01T13:00:00Z")


def test_a_calendar_that_is_suddenly_empty_is_not_believed_at_once() -> None:
    calls = (CALL, call_of(LATER))
    assert changes(calls=calls) == (Emptied(calls=calls),)
    assert changes(calls=calls, confirmed=True) == (
        Cancelled(call=calls[0], why="gone"),
        Cancelled(call=calls[1], why="gone"),
    )
    lunch = replace(ENTRY, uid="lunch", people=(SAM, KIM))
    assert changes(lunch, calls=calls) == (
        Cancelled(call=calls[0], why="gone"),
        Cancelled(call=calls[1], why="gone"),
    )


def test_a_series_that_google_split_keeps_its_calls() -> None:
    split = replace(
        shifted(ENTRY, HOUR),
        uid="line2_R20261124T140000@google.com",
        occurrence="2026-11-24T14:00:00Z",
        title="Another title",
    )
    how = sort(split, RULES, ME)
    assert changes(split) == (Moved(call=CALL, entry=split, sorted=how),)
    same_time = replace(split, starts_at=ENTRY.starts_at, ends_at=ENTRY.ends_at)
    assert changes(same_time) == (Renamed(call=CALL, entry=same_time, sorted=how),)


def test_a_series_whose_hour_changed_keeps_its_calls() -> None:
    new = replace(shifted(ENTRY, 2 * HOUR), occurrence="2026-11-24T15:00:00Z")
    week = replace(shifted(LATER, 2 * HOUR), occurrence="2026-12-01T15:00:00Z")
    how = sort(new, RULES, ME)
    later = call_of(LATER)
    assert changes(week, new, calls=(later, CALL)) == (
        Moved(call=CALL, entry=new, sorted=how),
        Moved(call=later, entry=week, sorted=how),
    )


def test_the_nearest_entry_of_a_day_takes_the_place_of_a_missing_one() -> None:
    near = replace(shifted(ENTRY, HOUR), occurrence="a")
    far = replace(shifted(ENTRY, 3 * HOUR), occurrence="b")
    how = sort(near, RULES, ME)
    assert changes(far, near) == (
        Moved(call=CALL, entry=near, sorted=how),
        Found(entry=far, sorted=how),
    )


def test_another_meeting_that_day_is_no_successor() -> None:
    other = replace(shifted(OTHER, HOUR), title="Line 3")
    strangers = replace(shifted(OTHER, HOUR), people=(SAM, replace(MARA, name="Ida")))
    next_day = shifted(OTHER, DAY)
    for one in (other, strangers, next_day):
        how = sort(one, RULES, ME)
        assert changes(one) == (
            Cancelled(call=CALL, why="gone"),
            Found(entry=one, sorted=how),
        )


def test_a_meeting_set_up_anew_the_same_day_is_the_same() -> None:
    anew = shifted(OTHER, 2 * HOUR)
    assert changes(anew) == (Moved(call=CALL, entry=anew, sorted=sort(anew, RULES, ME)),)


def test_the_day_is_that_of_the_rep() -> None:
    late = shifted(OTHER, 6 * HOUR)
    read = CalendarRead(window=WINDOW, entries=(late,))
    zone = ZoneInfo("Pacific/Auckland")
    found = reconcile((CALL,), read, rules=RULES, me=ME, now=NOW, zone=zone)
    assert [type(one) for one in found] == [Moved]
    early = reconcile((CALL,), read, rules=RULES, me=ME, now=NOW, zone=ZoneInfo("Asia/Kolkata"))
    assert [type(one) for one in early] == [Cancelled, Found]


def test_customer_and_opportunity_stay_with_a_call() -> None:
    entry = replace(ENTRY, people=(Person(address="ida@harbour.example"), SAM))
    new = updated(CALL, entry, sort(entry, RULES, ME), ME)
    assert new == replace(CALL, people=("Ida",))


def test_busy_are_the_entries_that_block() -> None:
    free = replace(ENTRY, uid="free", shows_as="free")
    declined = replace(ENTRY, uid="no", people=(replace(SAM, response="declined"),))
    private = replace(shifted(ENTRY, -HOUR), uid="p", occurrence="", private=True)
    instant = replace(ENTRY, uid="mark", ends_at=ENTRY.starts_at)
    assert busy((ENTRY, free, declined, private, instant), ME) == (
        ("p", Span(private.starts_at, private.ends_at)),
        (ENTRY.key, Span(ENTRY.starts_at, ENTRY.ends_at)),
    )


def test_two_calendars_with_the_same_occurrence_show_one_meeting() -> None:
    bare = replace(ENTRY, people=(), has_people=False, title="Busy")
    assert merge([(bare,), (ENTRY,)]) == (ENTRY,)
    assert merge([(ENTRY,), (bare,)]) == (ENTRY,)


@pytest.mark.parametrize(
    "twin",
    [
        replace(OTHER, title="LINE  2", people=(), has_people=False),
        replace(OTHER, title="Sync block", people=(SAM,)),
    ],
)
def test_the_same_time_with_the_same_title_or_organiser_is_one_meeting(twin: Entry) -> None:
    assert merge([(twin,), (ENTRY,)]) == (ENTRY,)
    assert merge([(ENTRY,), (twin,)]) == (ENTRY,)


@pytest.mark.parametrize(
    "other",
    [
        replace(OTHER, title="Another", people=(MARA,)),
        replace(OTHER, title="", people=(MARA,)),
        shifted(OTHER, HOUR),
        replace(OTHER, private=True, title="", people=(SAM,)),
    ],
)
def test_different_meetings_stay_apart(other: Entry) -> None:
    assert set(merge([(ENTRY,), (other,)])) == {ENTRY, other}


def test_two_entries_of_one_calendar_stay_apart() -> None:
    assert set(merge([(ENTRY, OTHER)])) == {ENTRY, OTHER}


def test_a_copy_that_is_private_or_cancelled_decides() -> None:
    off = replace(ENTRY, status="cancelled", people=())
    hidden = replace(ENTRY, private=True, title="", people=(), has_people=False)
    assert merge([(ENTRY,), (off,)]) == (off,)
    assert merge([(hidden,), (ENTRY,)]) == (hidden,)


def test_a_cancelled_twin_was_set_up_anew() -> None:
    off = replace(OTHER, status="cancelled")
    assert merge([(off,), (ENTRY,)]) == (ENTRY,)
    assert merge([(ENTRY,), (off,)]) == (ENTRY,)


def test_merged_entries_stand_by_start() -> None:
    assert merge([(LATER,), (ENTRY,), ()]) == (ENTRY, LATER)
