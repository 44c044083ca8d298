"""What other calendar programs write: one export of each, made by hand in its manner."""

from __future__ import annotations

import pytest

from adapters.calendars import ics
from coaching.meetings import Entry, Person
from coaching.sorting import RULES, sort
from tests.adapters.ical import AUTUMN, CALENDARS, at

ME = "sam.reed@northbeam.example"
SAM = Person(address=ME, name="Sam Reed", response="accepted", organizer=True)
MARA = Person(address="mara.voss@halden-paper.example", name="Mara Voss", response="accepted")


def read(name: str) -> ics.Reading:
    data = (CALENDARS / f"{name}.ics").read_bytes()
    return ics.read(data, AUTUMN, me_zone="Europe/Berlin")


def brief(name: str) -> list[tuple[str, str, str, str]]:
    """Key, start in UTC, title and reason of each entry."""
    return [
        (one.key, f"{one.starts_at:%m-%d %H:%M}", one.title, sort(one, RULES, ME).reason)
        for one in read(name).entries
    ]


def test_google_has_series_with_exceptions_split_series_and_rooms() -> None:
    series, split = "4weekly0line2@google.com", "4weekly0line2_R20261110T130000@google.com"
    assert brief("google") == [
        (f"{series}#2026-10-13T12:00:00Z", "10-13 12:00", "Line 2: weekly", "external"),
        ("dentist@google.com", "10-14 07:00", "", "private"),
        ("focus@google.com", "10-14 08:00", "Write the offer", "nobody_else"),
        ("fair2026@google.com", "10-14 22:00", "Trade fair", "all_day"),
        (f"{series}#2026-10-27T13:00:00Z", "10-28 15:30", "Line 2: weekly (moved)", "external"),
        (f"{series}#2026-11-03T13:00:00Z", "11-03 13:00", "Line 2: weekly", "external"),
        (f"{split}#2026-11-10T14:00:00Z", "11-10 14:00", "Line 2: weekly", "external"),
        (f"{split}#2026-11-17T14:00:00Z", "11-17 14:00", "Line 2: weekly", "external"),
        (f"{split}#2026-11-24T14:00:00Z", "11-24 14:00", "Line 2: weekly", "external"),
    ]
    room = Person(
        address="c_188room@resource.calendar.google.com",
        name="Berlin-2-Spree (8)",
        response="accepted",
        resource=True,
    )
    reading = read("google")
    assert (reading.zone, reading.faults) == ("Europe/Berlin", ())
    assert reading.entries[0] == Entry(
        uid=series,
        occurrence="2026-10-13T12:00:00Z",
        title="Line 2: weekly",
        starts_at=at("10-13 12:00"),
        ends_at=at("10-13 13:00"),
        people=(SAM, MARA, room),
        has_people=True,
    )


def test_an_outlook_address_shows_no_people_and_names_zones_as_windows_does() -> None:
    uid = "040000008200E00074C5B7101A82E00800000000"
    title = "Halden Paper weekly"
    assert brief("outlook-published") == [
        (f"{uid}A0#2026-10-20T08:00:00Z", "10-20 08:00", title, "no_attendees"),
        (f"{uid}B0", "10-21 07:00", "Away", "out_of_office"),
        (f"{uid}C0", "10-22 07:00", "Canceled: Demo", "cancelled"),
        (f"{uid}D0", "10-23 05:30", "Call from the road", "no_attendees"),
        (f"{uid}A0#2026-10-27T09:00:00Z", "10-27 09:00", title, "no_attendees"),
        (f"{uid}A0#2026-11-10T09:00:00Z", "11-10 12:00", title, "no_attendees"),
        (f"{uid}A0#2026-11-17T09:00:00Z", "11-17 09:00", title, "no_attendees"),
    ]
    assert [one.status for one in read("outlook-published").entries] == [
        *("confirmed", "confirmed", "cancelled", "confirmed", "confirmed"),
        *("tentative", "confirmed"),
    ]


def test_apple_hides_addresses_behind_ids_of_its_own() -> None:
    first, birthday, walk = read("apple").entries
    assert first.title == "Harbour Mills, first visit"
    assert first.people == (
        Person(address=ME, name="Reed, Sam", response="accepted", organizer=True),
        Person(address="ida.lund@harbour-mills.example", name="Lund, Ida", response="tentative"),
    )
    assert (birthday.all_day, birthday.shows_as) == (True, "free")
    assert (birthday.starts_at, birthday.ends_at) == (at("10-30 23:00"), at("10-31 23:00"))
    # Four hours are four hours, also in the night the clocks go back.
    assert (walk.starts_at, walk.ends_at) == (at("11-01 06:00"), at("11-01 10:00"))
    assert [person.response for person in walk.people] == ["accepted", "declined"]


def test_fastmail_has_lengths_month_ends_and_older_copies() -> None:
    assert brief("fastmail") == [
        ("b1-floating", "10-01 10:00", "Lunch", "internal"),
        ("a7d0-fast#2026-10-29T20:00:00Z", "10-29 20:00", "Kea Timber month end", "external"),
        ("a7d0-fast#2026-11-01T21:00:00Z", "11-01 21:00", "Kea Timber month end", "external"),
        ("a7d0-fast#2026-11-29T20:00:00Z", "11-29 20:00", "Kea Timber month end", "external"),
    ]


def test_nextcloud_may_fold_inside_a_letter_and_lie_about_a_zone() -> None:
    title = "纸机二线复盘 – 恒达纸业"
    assert brief("nextcloud") == [
        ("2f0c-next#2026-10-26T08:00:00Z", "10-26 08:00", title, "external"),
        ("2f0c-next#2026-10-27T08:00:00Z", "10-27 10:00", title, "cancelled"),
        ("2f0c-next#2026-10-28T08:00:00Z", "10-28 08:00", title, "external"),
    ]
    names = [person.name for person in read("nextcloud").entries[0].people]
    assert names == ["Sam Reed", "王总", "Li"]


def test_zimbra_brings_its_own_zones_and_puts_the_rep_into_everything() -> None:
    days = (
        "10-12 09:00",
        "10-26 10:00",
        "11-08 10:00",
        "11-09 10:00",
        "11-22 10:00",
        "11-23 10:00",
    )
    planning = [
        (f"zimbra-1#{at(day):%Y-%m-%dT%H:%M:%SZ}", day, "Ostwerk planning", "external")
        for day in days
    ]
    phone = ("zimbra-2", "10-12 10:00", "Phone", "unknown_zone")
    assert brief("zimbra") == [planning[0], phone, *planning[1:]]
    assert read("zimbra").entries[1].unknown_zone == "(GMT+01.00) Atlantis"


def test_what_is_broken_does_not_spoil_the_rest() -> None:
    reading = read("broken")
    assert [one.title for one in reading.entries] == ["Good", "No UID"]
    assert reading.entries[1].key.startswith("no-uid-")
    assert reading.faults == (
        "a VEVENT without an end was left out",
        "the entry of no date was left out: needs one DTSTART",
        "the entry of 2026-13-12 was left out: DTSTART cannot be read",
        "the entry of 2026-10-12 was left out: RRULE cannot be read",
        "the entry of 2000-01-01 was left out: repeats by a rule no meeting has (SECONDLY)",
    )


@pytest.mark.parametrize("path", sorted(CALENDARS.glob("*.ics")), ids=lambda path: path.stem)
def test_leaving_out_by_text_changes_nothing(path: object) -> None:
    data = (CALENDARS / str(path)).read_bytes()
    assert ics.read(data, AUTUMN).entries == ics.read(data, AUTUMN, all_blocks=True).entries
