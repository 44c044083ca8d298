"""What programs write against the rules, and what is made of it."""

from __future__ import annotations

import pytest

from adapters.calendars import ics
from adapters.calendars.ics_zones import displayed
from tests.adapters.ical import AUTUMN, at, calendar, event

NOON = "DTSTART:20261012T120000Z"


def read(*parts: str, me_zone: str = "Europe/Berlin") -> list[tuple[str, str, str]]:
    """Key, start and end of what a calendar of these parts holds."""
    entries = ics.parse(calendar(*parts), AUTUMN, me_zone=me_zone)
    return [
        (one.key, f"{one.starts_at:%m-%d %H:%M}", f"{one.ends_at:%m-%d %H:%M}") for one in entries
    ]


@pytest.mark.parametrize(
    "lines, days",
    [
        (("DTSTART;TZID=Asia/Tokyo:20261012",), 1),
        (("DTSTART;TZID=Asia/Tokyo;VALUE=DATE:20261012", "DTEND;TZID=Asia/Tokyo:20261014"), 2),
        (("DTSTART;VALUE=DATE;TZID=Asia/Tokyo:20261012 ",), 1),
        (("DTSTART:20261012Z",), 1),
        (("DTSTART:20261012", "DTEND:20261012"), 1),
        (("DTSTART:20261012", "DTEND:20261011"), 1),
        (("DTSTART:20261012", "DTEND:20261014T090000Z"), 2),
        (("DTSTART:20261012", "DURATION:PT5H"), 1),
        (("DTSTART:20261012", "DURATION:PT172800S"), 2),
    ],
)
def test_a_start_that_is_a_day_makes_an_entry_of_days(lines: tuple[str, ...], days: int) -> None:
    (found,) = ics.parse(calendar(event(*lines)), AUTUMN, me_zone="Europe/Berlin")
    assert (found.all_day, found.starts_at) == (True, at("10-11 22:00"))
    assert (found.ends_at - found.starts_at).days == days


def test_outlook_may_call_a_day_what_it_wrote_as_hours() -> None:
    lines = ("DTSTART:20261012T000000Z", "DTEND:20261013T000000Z")
    (found,) = ics.parse(calendar(event(*lines, "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE")), AUTUMN)
    assert found.all_day


@pytest.mark.parametrize(
    "lines, end",
    [
        ((NOON, "DTEND:20261012T110000Z"), "10-12 12:00"),
        ((NOON, "DURATION:-PT1H"), "10-12 12:00"),
        ((NOON, "DURATION:P99999999999999999999D"), "10-12 12:00"),
        ((NOON, "DTEND;VALUE=DATE:20261014"), "10-14 00:00"),
    ],
)
def test_no_entry_ends_before_it_starts(lines: tuple[str, ...], end: str) -> None:
    assert read(event(*lines)) == [("one", "10-12 12:00", end)]


@pytest.mark.parametrize(
    "until", ["99991231", "99991231T235959", "99991231T235959Z", "20261013T120000Z "]
)
def test_a_series_may_run_to_the_end_of_time(until: str) -> None:
    lines = ("DTSTART;TZID=America/Los_Angeles:20261012T050000", f"RRULE:FREQ=DAILY;UNTIL={until}")
    assert read(event(*lines))[:2] == [
        ("one#2026-10-12T12:00:00Z", "10-12 12:00", "10-12 12:00"),
        ("one#2026-10-13T12:00:00Z", "10-13 12:00", "10-13 12:00"),
    ]


def test_an_end_past_all_time_costs_only_its_entry() -> None:
    endless = event("DTSTART:20261012T120000Z", "DTEND:99991231T235959Z", uid="endless")
    reading = ics.read(calendar(endless, event(NOON)), AUTUMN)
    assert [one.uid for one in reading.entries] == ["one"]
    assert reading.faults == ("the entry of 2026-10-12 was left out: a date is out of range",)


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY; COUNT=2", "freq=daily;count=2;", "RSCALE=GREGORIAN;FREQ=DAILY;COUNT=2"],
)
def test_rules_may_be_written_carelessly(rule: str) -> None:
    assert len(read(event(NOON, f"RRULE:{rule}"))) == 2


@pytest.mark.parametrize(
    "rule, part", [("FREQ=DAILY;UNTL=20261020", "UNTL"), ("RSCALE=HEBREW;FREQ=YEARLY", "RSCALE")]
)
def test_a_rule_with_an_unknown_part_is_not_guessed_at(rule: str, part: str) -> None:
    why = f"repeats by a rule with {part}, which is not understood"
    reading = ics.read(calendar(event(NOON, f"RRULE:{rule}")), AUTUMN)
    assert reading.faults == (f"the entry of 2026-10-12 was left out: {why}",)


def test_what_a_library_says_of_nonsense_is_not_passed_on() -> None:
    reading = ics.read(calendar(event("DTSTART;;VALUE=DATE-TIME:20261012T120000Z")), AUTUMN)
    assert reading.faults == ("the entry of 2026-10-12 was left out: it cannot be read",)


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART;TZID=tzone://Microsoft/Utc:20261012T120000",
        "DTSTART;TZID=Coordinated Universal Time:20261012T120000",
        'DTSTART;TZID="W. Europe Standard Time:20261012T140000"',
        "DTSTART;TZID=w. europe standard time:20261012T140000",
        'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome":20261012T140000',
        "DTSTART:20261012t120000z ",
    ],
)
def test_zones_and_times_in_odd_spellings(line: str) -> None:
    (found,) = ics.parse(calendar(event(line)), AUTUMN, me_zone="Asia/Tokyo")
    assert (found.starts_at, found.unknown_zone) == (at("10-12 12:00"), "")


@pytest.mark.parametrize(
    "name, zone",
    [
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(GMT+10:00) Canberra, Melbourne, Sydney", "Australia/Canberra"),
        ("(UTC+12:00) Auckland, Wellington", "Pacific/Auckland"),
        ("(GMT-08.00) Pacific Time (US & Canada)/Tijuana", None),
        ("(UTC+09:00) Osaka, Sapporo, Tokyo", "Asia/Tokyo"),
        ("(UTC-03:30) Newfoundland", "Canada/Newfoundland"),
        ("(UTC) Coordinated Universal Time", "UTC"),
        ("(UTC+02:00) Auckland, Wellington", None),
        ("(UTC+01:00) Middle of Nowhere", None),
        ("Auckland, Wellington", None),
    ],
)
def test_a_zone_as_windows_shows_it_is_known_where_place_and_offset_agree(
    name: str, zone: str | None
) -> None:
    found = displayed(name)
    assert (found.key if found else None) == zone


def test_the_name_of_a_zone_is_escaped_in_one_place_and_quoted_in_the_other() -> None:
    rules = "\r\n".join(
        [
            "BEGIN:VTIMEZONE",
            r"TZID:Harbour\, Hill\; Dale",
            *("BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0300"),
            *("TZOFFSETTO:+0300", "END:STANDARD", "END:VTIMEZONE"),
        ]
    )
    mine = event('DTSTART;TZID="Harbour, Hill; Dale":20261012T150000')
    assert read(rules, mine) == [("one", "10-12 12:00", "10-12 12:00")]


def test_a_time_may_be_replaced_by_its_day_and_a_day_by_its_midnight() -> None:
    calls = event("DTSTART;TZID=Europe/Berlin:20261012T140000", "RRULE:FREQ=DAILY;COUNT=2")
    later = event("RECURRENCE-ID;VALUE=DATE:20261013", "DTSTART;TZID=Europe/Berlin:20261013T160000")
    assert read(calls, later) == [
        ("one#2026-10-12T12:00:00Z", "10-12 12:00", "10-12 12:00"),
        ("one#2026-10-13T12:00:00Z", "10-13 14:00", "10-13 14:00"),
    ]
    days = event("DTSTART;VALUE=DATE:20261012", "RRULE:FREQ=WEEKLY;COUNT=3")
    local = event("RECURRENCE-ID;TZID=Europe/Berlin:20261019T000000", "DTSTART;VALUE=DATE:20261020")
    utc = event("RECURRENCE-ID:20261025T230000Z", "DTSTART;VALUE=DATE:20261027")
    assert [key for key, *_ in read(days, local, utc)] == [
        "one#2026-10-12",
        "one#2026-10-19",
        "one#2026-10-26",
    ]


def test_an_hour_is_left_out_or_moved_by_its_instant_and_not_by_what_a_clock_shows() -> None:
    twice = event(
        "DTSTART;TZID=America/New_York:20261012T090000",
        "RRULE:FREQ=DAILY;BYHOUR=9,14;COUNT=4",
        "EXDATE;TZID=Europe/London:20261012T140000",
        "EXDATE:20261013T090000Z",
    )
    moved = event("RECURRENCE-ID:20261013T180000Z", "DTSTART:20261013T190000Z")
    assert [start for _, start, _ in read(twice, moved)] == [
        "10-12 18:00",
        "10-13 13:00",
        "10-13 19:00",
    ]


def test_of_two_calls_on_a_day_the_one_that_is_meant_is_moved() -> None:
    # Nine in UTC is ten in Berlin, and the other call is at ten.
    twice = event(
        "DTSTART;TZID=Europe/Berlin:20261112T090000", "RRULE:FREQ=DAILY;BYHOUR=9,10;COUNT=2"
    )
    place = "RECURRENCE-ID;TZID=Europe/Berlin:20261112T090000"
    older = event(place, "DTSTART:20261112T180000Z", "SEQUENCE:1")
    newer = event(place, "DTSTART:20261112T190000Z", "SEQUENCE:2")
    for exceptions in ((older, newer), (newer, older)):
        assert read(twice, *exceptions) == [
            ("one#2026-11-12T09:00:00Z", "11-12 09:00", "11-12 09:00"),
            ("one#2026-11-12T08:00:00Z", "11-12 19:00", "11-12 19:00"),
        ]


def test_the_right_hour_with_another_zone_beside_it_is_that_hour_of_the_series() -> None:
    series = event("DTSTART;TZID=Europe/Madrid:20261012T140000", "RRULE:FREQ=DAILY;COUNT=2")
    moved = event("RECURRENCE-ID;TZID=Europe/Lisbon:20261013T140000", "DTSTART:20261013T150000Z")
    assert read(series, moved) == [
        ("one#2026-10-12T12:00:00Z", "10-12 12:00", "10-12 12:00"),
        ("one#2026-10-13T12:00:00Z", "10-13 15:00", "10-13 15:00"),
    ]


def test_what_an_older_copy_left_out_may_be_back() -> None:
    old = event(NOON, "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20261013T120000Z", "SEQUENCE:1")
    new = event(NOON, "RRULE:FREQ=DAILY;COUNT=2", "SEQUENCE:2")
    assert len(read(old, new)) == 2


def test_days_may_be_left_out_as_midnights() -> None:
    days = event(
        "DTSTART;VALUE=DATE:20261012",
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXDATE:20261013T000000",
        "EXDATE:20261013T220000Z",
    )
    assert [key for key, *_ in read(days)] == ["one#2026-10-12", "one#2026-10-15"]


def test_single_entries_of_one_age_under_one_uid_are_several_meetings() -> None:
    first, second = event(NOON), event("DTSTART:20261013T120000Z")
    assert read(first, second, first) == [
        ("one#2026-10-12T12:00:00Z", "10-12 12:00", "10-12 12:00"),
        ("one#2026-10-13T12:00:00Z", "10-13 12:00", "10-13 12:00"),
    ]
    newer = event("DTSTART:20261014T120000Z", "SEQUENCE:1")
    assert read(first, newer) == [("one", "10-14 12:00", "10-14 12:00")]


def test_an_empty_uid_is_none() -> None:
    found = read(event(NOON, uid=""), event("DTSTART:20261013T120000Z", uid=""))
    assert [start for _, start, _ in found] == ["10-12 12:00", "10-13 12:00"]
    assert all(key.startswith("no-uid-") for key, *_ in found)


def test_of_calendars_in_one_file_each_speaks_for_itself() -> None:
    off = calendar("METHOD:CANCEL", event(NOON, "STATUS:CONFIRMED", uid="off"))
    on = calendar("METHOD:PUBLISH", event(NOON, uid="on"))
    entries = ics.parse(off + on, AUTUMN)
    assert {one.uid: one.status for one in entries} == {"off": "cancelled", "on": "confirmed"}


def test_lines_may_end_as_they_did_on_old_machines() -> None:
    data = calendar(event(NOON)).replace(b"\r\n", b"\r")
    assert len(ics.parse(data, AUTUMN)) == 1


def test_of_a_crowd_the_first_are_read() -> None:
    crowd = [f"ATTENDEE:mailto:p{number}@x.example" for number in range(20_000)]
    (found,) = ics.parse(calendar(event(NOON, *crowd)), AUTUMN)
    assert len(found.people) == 500
