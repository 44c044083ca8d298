"""Single traits of iCalendar, and the limits of what is read."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from adapters.calendars import ics
from adapters.calendars.ics_zones import iana, zone
from coaching.errors import BadInput
from coaching.meetings import Entry, Person
from coaching.spans import Span
from tests.adapters.ical import AUTUMN, at, calendar, event

NOON = "DTSTART:20261012T120000Z"


def only(*lines: str, me_zone: str = "") -> Entry:
    (found,) = ics.parse(calendar(event(*lines)), AUTUMN, me_zone=me_zone)
    return found


def refused(data: bytes) -> str:
    with pytest.raises(BadInput) as fault:
        ics.parse(data, AUTUMN)
    return str(fault.value)


@pytest.mark.parametrize(
    "lines, start, end",
    [
        ((NOON, "DTEND:20261012T130000Z"), "10-12 12:00", "10-12 13:00"),
        ((NOON, "DURATION:PT90M"), "10-12 12:00", "10-12 13:30"),
        ((NOON,), "10-12 12:00", "10-12 12:00"),
        (("DTSTART;VALUE=DATE:20261012",), "10-11 22:00", "10-12 22:00"),
        (
            ("DTSTART;VALUE=DATE:20261024", "DTEND;VALUE=DATE:20261026"),
            "10-23 22:00",
            "10-25 23:00",
        ),
        (("DTSTART:20261012T120000", "DURATION:PT1H"), "10-12 10:00", "10-12 11:00"),
        (
            ("DTSTART;TZID=Asia/Tokyo:20261012T120000", "DTEND;TZID=Asia/Seoul:20261012T130000"),
            "10-12 03:00",
            "10-12 04:00",
        ),
        # The clocks go back between 02:30 and 03:30: two hours, and 02:30 is its first coming.
        (
            (
                "DTSTART;TZID=Europe/Berlin:20261025T023000",
                "DTEND;TZID=Europe/Berlin:20261025T033000",
            ),
            "10-25 00:30",
            "10-25 02:30",
        ),
    ],
)
def test_starts_and_ends(lines: tuple[str, ...], start: str, end: str) -> None:
    found = only(*lines, me_zone="Europe/Berlin")
    assert (found.starts_at, found.ends_at) == (at(start), at(end))


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Berlin",
        "europe/berlin",
        '"Europe/Berlin"',
        "W. Europe Standard Time",
        "/freeassociation.sourceforge.net/Europe/Berlin",
        "/mozilla.org/20050126_1/Europe/Berlin",
    ],
)
def test_zones_are_known_by_many_names(name: str) -> None:
    found = only(f"DTSTART;TZID={name}:20261012T120000")
    assert (found.starts_at, found.unknown_zone) == (at("10-12 10:00"), "")


def test_a_time_in_utc_is_in_utc_whatever_zone_stands_beside_it() -> None:
    found = only("DTSTART;TZID=Europe/Berlin:20261012T120000Z")
    assert found.starts_at == at("10-12 12:00")
    assert only("DTSTART;TZID=GMT:20261012T120000").starts_at == at("10-12 12:00")


def vtimezone(name: str, *lines: str) -> str:
    inner = ("BEGIN:STANDARD", "DTSTART:16010101T000000", *lines, "END:STANDARD")
    return "\r\n".join(["BEGIN:VTIMEZONE", f"TZID:{name}", *inner, "END:VTIMEZONE"])


OFFSETS = ("TZOFFSETFROM:+0300", "TZOFFSETTO:+0300")
MINE = event("DTSTART;TZID=Mine:20261012T120000")


def test_a_zone_may_be_brought_along() -> None:
    (found,) = ics.parse(calendar(vtimezone("Mine", *OFFSETS), MINE), AUTUMN)
    assert (found.starts_at, found.unknown_zone) == (at("10-12 09:00"), "")


def test_the_zone_of_one_calendar_is_unknown_to_the_next() -> None:
    ics.parse(calendar(vtimezone("Mine", *OFFSETS), MINE), AUTUMN)
    (found,) = ics.parse(calendar(MINE), AUTUMN, me_zone="Asia/Tokyo")
    assert (found.starts_at, found.unknown_zone) == (at("10-12 03:00"), "Mine")


def test_a_zone_may_say_where_it_is() -> None:
    text = vtimezone("Mine", *OFFSETS).replace(
        "TZID:Mine", "TZID:Mine\r\nX-LIC-LOCATION:Asia/Tokyo"
    )
    (found,) = ics.parse(calendar(text, MINE), AUTUMN)
    assert found.starts_at == at("10-12 03:00")


@pytest.mark.parametrize(
    "text",
    [
        vtimezone("Mine"),
        vtimezone("Mine", *OFFSETS, "RRULE:FREQ=SECONDLY"),
        vtimezone("Mine", *OFFSETS, *["RRULE:FREQ=YEARLY"] * 201),
        vtimezone("Mine", *OFFSETS, "COMMENT:" + "x" * 50_000),
    ],
)
def test_a_zone_whose_rules_make_no_sense_is_unknown(text: str) -> None:
    (found,) = ics.parse(calendar(text, MINE), AUTUMN)
    assert (found.starts_at, found.unknown_zone) == (at("10-12 12:00"), "Mine")


def test_the_calendar_may_say_its_owners_zone() -> None:
    data = calendar("X-WR-TIMEZONE:Tokyo Standard Time", event("DTSTART:20261012T120000"))
    reading = ics.read(data, AUTUMN, me_zone="Europe/Berlin")
    assert (reading.zone, reading.entries[0].starts_at) == ("Asia/Tokyo", at("10-12 03:00"))
    odd = calendar("X-WR-TIMEZONE:Mars/Base", event("DTSTART:20261012T120000"))
    assert ics.read(odd, AUTUMN).zone == ""


def test_an_owners_zone_must_be_known() -> None:
    with pytest.raises(BadInput, match=r"zone: 'Mars/Base' is not known; use a name such as"):
        ics.parse(calendar(), AUTUMN, me_zone="Mars/Base")
    assert (zone("UTC").key, iana("Custom/Europe/Berlin")) == ("UTC", None)


@pytest.mark.parametrize(
    "lines, shown",
    [
        ((), ("confirmed", "busy")),
        (("STATUS:TENTATIVE",), ("tentative", "busy")),
        (("STATUS:cancelled",), ("cancelled", "busy")),
        (("TRANSP:TRANSPARENT",), ("confirmed", "free")),
        (("TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"), ("confirmed", "busy")),
        (("X-MICROSOFT-CDO-BUSYSTATUS:FREE",), ("confirmed", "free")),
        (("X-MICROSOFT-CDO-BUSYSTATUS:OOF",), ("confirmed", "out_of_office")),
        (("X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE",), ("tentative", "busy")),
        (("X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",), ("confirmed", "busy")),
        (("STATUS:CONFIRMED", "STATUS:CANCELLED"), ("confirmed", "busy")),
    ],
)
def test_how_an_entry_stands_and_shows(lines: tuple[str, ...], shown: tuple[str, str]) -> None:
    found = only(NOON, *lines)
    assert (found.status, found.shows_as) == shown


def test_a_calendar_of_cancellations_cancels_all() -> None:
    (found,) = ics.parse(calendar("METHOD:CANCEL", event(NOON)), AUTUMN)
    assert found.status == "cancelled"


@pytest.mark.parametrize("word", ["PRIVATE", "confidential"])
def test_of_a_private_entry_only_the_time_is_kept(word: str) -> None:
    lines = ("SUMMARY:Dentist", "ATTENDEE:mailto:a@b.example", "TRANSP:OPAQUE")
    assert only(NOON, f"CLASS:{word}", *lines) == Entry(
        uid="one", starts_at=at("10-12 12:00"), ends_at=at("10-12 12:00"), private=True
    )


@pytest.mark.parametrize(
    "line, person",
    [
        (
            'ATTENDEE;CN="Voss, Mara";PARTSTAT=accepted:MAILTO:Mara@Halden.example',
            Person(address="mara@halden.example", name="Voss, Mara", response="accepted"),
        ),
        ("ATTENDEE;CUTYPE=ROOM:mailto:r@x.example", Person(address="r@x.example", resource=True)),
        ("ATTENDEE;EMAIL=A@x.example:urn:uuid:7", Person(address="a@x.example")),
        ("ATTENDEE:mailto:a%2Bb@x.example", Person(address="a+b@x.example")),
        ("ATTENDEE:mailto:<a@x.example>", Person(address="a@x.example")),
        ("ATTENDEE;PARTSTAT=DELEGATED:a@x.example", Person(address="a@x.example")),
        ("ATTENDEE;CN=Ann Bell:invalid:nomail", Person(address="", name="Ann Bell")),
        ("ORGANIZER:mailto:a@x.example", Person(address="a@x.example", organizer=True)),
    ],
)
def test_people_as_programs_write_them(line: str, person: Person) -> None:
    assert only(NOON, line).people == (person,)


def test_somebody_without_name_and_address_is_nobody() -> None:
    assert only(NOON, "ATTENDEE:invalid:nomail").people == ()


def test_who_stands_there_twice_is_one() -> None:
    lines = (
        "ORGANIZER;CN=Ann:mailto:a@x.example",
        "ATTENDEE;PARTSTAT=TENTATIVE:mailto:A@x.example",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:a@x.example",
    )
    ann = Person(address="a@x.example", name="Ann", response="tentative", organizer=True)
    assert only(NOON, *lines).people == (ann,)


def test_a_calendar_that_names_no_guests_leaves_them_unknown() -> None:
    assert not only(NOON, "ORGANIZER:mailto:a@x.example").has_people
    alone, _ = ics.parse(
        calendar(event(NOON), event(NOON, "ATTENDEE:mailto:a@x.example", uid="two")), AUTUMN
    )
    assert (alone.has_people, alone.people) == (True, ())


def test_titles_are_one_line_of_bounded_length() -> None:
    assert only(NOON, r"SUMMARY:A\nB\, C" + "\x1b[31m").title == "A B, C [31m"
    assert only(NOON, "SUMMARY:" + "x" * 600).title == "x" * 499 + "…"
    assert only(NOON, "SUMMARY:A", "SUMMARY:B").title == "A"


def test_the_latest_copy_of_an_entry_counts() -> None:
    old = event(NOON, "SUMMARY:Old", "LAST-MODIFIED:20260101T000000Z")
    new = event(NOON, "SUMMARY:New", "LAST-MODIFIED:20260201T000000Z")
    assert [one.title for one in ics.parse(calendar(old, new), AUTUMN)] == ["New"]
    higher = event(NOON, "SUMMARY:Higher", "SEQUENCE:3", "LAST-MODIFIED:20250201T000000Z")
    assert [one.title for one in ics.parse(calendar(new, higher), AUTUMN)] == ["Higher"]


def test_an_entry_without_a_uid_has_the_same_key_at_every_reading() -> None:
    bare = calendar("BEGIN:VEVENT\r\nDTSTAMP:20260101T000000Z\r\n" + NOON + "\r\nEND:VEVENT")
    again = bare.replace(b"DTSTAMP:2026", b"DTSTAMP:2027")
    first, second = (ics.parse(data, AUTUMN)[0].key for data in (bare, again))
    assert first == second


def test_bytes_may_come_in_other_dresses() -> None:
    text = calendar(event(NOON, "SUMMARY:Zürich")).decode()
    dresses = (
        text.encode(),
        b"\xef\xbb\xbf" + text.encode(),
        text.replace("\r\n", "\n").encode(),
        text.encode("utf-16"),
        text.encode("cp1252"),
        ("\r\n" + text + "\n\n").encode(),
        text.replace("SUMMARY:Z", "SUMM\r\n ARY:Z\r\n\t").encode(),
        text.replace("BEGIN:VEVENT", "begin:vevent").replace("DTSTART", "dtstart").encode(),
    )
    assert {ics.parse(data, AUTUMN)[0].title for data in dresses} == {"Zürich"}


def test_other_components_and_stray_lines_are_passed_over() -> None:
    todo = "BEGIN:VTODO\r\nUID:t\r\nDTSTART:20261012T120000Z\r\nEND:VTODO"
    assert ics.read(calendar(todo, "END:VEVENT", "nonsense"), AUTUMN) == ics.Reading(entries=())


def test_what_is_left_open_is_left_out() -> None:
    data = calendar(event(NOON)).replace(b"END:VEVENT\r\n", b"")
    assert ics.read(data, AUTUMN).faults == ("a VEVENT without an end was left out",)


def test_the_window_is_half_open() -> None:
    hour = Span(at("10-12 12:00"), at("10-12 13:00"))
    before = event("DTSTART:20261012T110000Z", "DTEND:20261012T120000Z", uid="before")
    after = event("DTSTART:20261012T130000Z", "DTEND:20261012T140000Z", uid="after")
    early, late = event(NOON, uid="early"), event("DTSTART:20261012T130000Z", uid="late")
    long = event("DTSTART;VALUE=DATE:20261001", "DURATION:P4W", uid="long")
    found = ics.parse(calendar(before, after, early, late, long), hour)
    assert [one.uid for one in found] == ["long", "early"]


@pytest.mark.parametrize(
    "data, problem",
    [
        (b"", "calendar: is no iCalendar: it must begin with BEGIN:VCALENDAR"),
        (
            b"<!doctype html>",
            "calendar: is a web page, not a calendar; does it ask for a sign-in?",
        ),
        (
            calendar(event(NOON))[:-20],
            "calendar: is not complete: it must end with END:VCALENDAR",
        ),
        (calendar("X:\0"), "calendar: contains NUL bytes; it must be iCalendar text"),
        (
            b"x" * 10_485_761,
            "calendar: 10485761 bytes; at most 10485760 (10 MB) are read",
        ),
        (
            calendar("\n" * 1_000_000),
            "calendar: 1000005 lines; at most 1000000 are read",
        ),
        (
            calendar(*[event(NOON, "RRULE:FREQ=HOURLY", uid=str(n)) for n in range(5)]),
            "calendar: more than 5000 entries between 2026-10-01 and 2026-12-01",
        ),
    ],
    ids=["empty", "page", "cut", "nul", "large", "lines", "many"],
)
def test_limits_are_named(data: bytes, problem: str) -> None:
    assert refused(data) == problem


@pytest.mark.parametrize(
    "rule, why",
    [
        ("FREQ=SECONDLY", "repeats by a rule no meeting has (SECONDLY)"),
        ("FREQ=MINUTELY;COUNT=3", "repeats by a rule no meeting has (MINUTELY)"),
        ("FREQ=HOURLY;BYMONTH=2", "repeats by a rule no meeting has (HOURLY)"),
        ("FREQ=DAILY;INTERVAL=0", "repeats with INTERVAL=0 (at least 1)"),
        (
            "FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3;BYSECOND=" + ",".join(map(str, range(60))),
            "repeats more than 200000 times up to 2026-12-01",
        ),
        ("FREQ=DAILY\r\nRRULE:FREQ=WEEKLY\r\nRRULE:FREQ=YEARLY", "repeats by 3 rules (limit 2)"),
    ],
)
def test_a_rule_that_would_take_for_ever_is_left_out(rule: str, why: str) -> None:
    reading = ics.read(calendar(event("DTSTART:20250101T000000Z", f"RRULE:{rule}")), AUTUMN)
    assert reading.faults == (f"the entry of 2025-01-01 was left out: {why}",)


def test_a_rule_that_never_comes_true_ends() -> None:
    rule = "RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30"
    assert ics.parse(calendar(event("DTSTART:20250101T000000Z", rule)), AUTUMN) == ()


def test_a_line_without_end_costs_only_its_entry() -> None:
    long = event(NOON, "SUMMARY:" + "x" * 100_000, uid="long")
    reading = ics.read(calendar(long, event(NOON)), AUTUMN)
    assert [one.uid for one in reading.entries] == ["one"]
    assert reading.faults == (
        "an entry was left out: its SUMMARY has 100008 characters (limit 100000)",
    )


def test_many_faults_are_counted() -> None:
    bad = [event(uid=str(number)) for number in range(60)]
    faults = ics.read(calendar(*bad), AUTUMN).faults
    assert (len(faults), faults[-1]) == (51, "and 10 more")


def test_reading_ends_after_a_while() -> None:
    with pytest.raises(BadInput, match="calendar: takes too long to read; publish fewer entries"):
        ics.read(calendar(event(NOON)), AUTUMN, seconds=0)


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:2026",),
        (NOON, "DURATION:soon"),
        (NOON, "DTEND:later"),
        ("DTSTART:20200101T000000Z", "DURATION:P9999D"),
        ("DTSTART:20200101T000000Z", "DURATION:PT200000H30M5S"),
        ("DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY;UNTIL=20261005T000000Z"),
        ("DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY;UNTIL=20200105T000000Z"),
        ("DTSTART:20200101T000000Z", "RDATE:20261005T000000Z"),
        ("DTSTART:20200101T000000Z", "RRULE:FREQ=DAILY;COUNT=3", "RRULE:FREQ=DAILY"),
        ("DTSTART:20270101T000000Z", "DTEND:20261010T000000Z"),
        ("DTSTART:20270101T000000Z", "DURATION:-P40D"),
        ("RECURRENCE-ID;RANGE=THISANDFUTURE:20261005T000000Z", "DTSTART:20200101T000000Z"),
        ("RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20261005", "DTSTART:20261006T000000Z"),
    ],
)
def test_leaving_out_by_text_is_right_at_the_edges(lines: tuple[str, ...]) -> None:
    data = calendar(event(*lines))
    quick, slow = ics.read(data, AUTUMN), ics.read(data, AUTUMN, all_blocks=True)
    assert quick.entries == slow.entries


def test_ten_thousand_entries_are_read_in_seconds() -> None:
    first = datetime(2018, 1, 1, 12, tzinfo=UTC)
    starts = (first + timedelta(hours=8 * number) for number in range(10_000))
    lines = ("SUMMARY:A", "ATTENDEE:mailto:a@x.example", "DESCRIPTION:" + "x" * 300)
    events = [
        event(f"DTSTART:{start:%Y%m%dT%H%M%SZ}", "DURATION:PT1H", *lines, uid=str(number))
        for number, start in enumerate(starts)
    ]
    assert len(ics.parse(calendar(*events), AUTUMN)) == 183
