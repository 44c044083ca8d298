"""The list behind `advance meetings`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest

from adapters.calendars.feed import FileCalendar
from adapters.ports import Feed
from bot.meetings import Wanted, list_meetings
from coaching.errors import BadInput
from coaching.meetings import Entry, Person
from coaching.sorting import RULES
from coaching.spans import Span
from tests.adapters.ical import CALENDARS

ME = "Sam.Reed@northbeam.example"
NOW = datetime(2026, 10, 11, 23, tzinfo=UTC)
WANTED = Wanted(me=ME)
UNKNOWN_ZH = (
    "1 条日程看不到参会人：每个系列只问一次是不是客户会谈。"
    "在 coach_titles 里写上这类标题，就会直接辅导。"
)
ENTRY = Entry(
    uid="one",
    title="Line 2",
    starts_at=datetime(2026, 10, 12, 10, tzinfo=UTC),
    ends_at=datetime(2026, 10, 12, 11, tzinfo=UTC),
    people=(Person(address="mara@halden-paper.example"),),
    has_people=True,
)


@dataclass(frozen=True)
class Held:
    """A calendar with these entries."""

    feed: Feed

    async def read(self, window: Span, validators: Mapping[str, str]) -> Feed:
        return self.feed


def held(*entries: Entry, zone: str = "", faults: tuple[str, ...] = ()) -> Held:
    return Held(Feed(entries=entries, zone=zone, faults=faults))


def row(hours: str, mark: str, title: str, why: str) -> str:
    """A line of the table."""
    return f"  {hours:<14}  {mark:<11}  {title:<40}  {why}"


async def uids(source: Held, wanted: Wanted) -> list[str]:
    listing = await list_meetings(source, replace(wanted, as_json=True), now=NOW)
    return [one["uid"] for one in json.loads(listing.output)]


async def test_a_table_says_by_day_what_is_coached_and_why() -> None:
    source = FileCalendar(path=CALENDARS / "google.ics")
    wanted = replace(WANTED, from_on=date(2026, 10, 13), to_on=date(2026, 10, 28))
    listing = await list_meetings(source, wanted, now=NOW)
    assert listing.output.splitlines() == [
        "Entries from tomorrow to Wed 28 Oct, times in Europe/Berlin",
        "",
        "2026-10-13 tomorrow",
        row("14:00–15:00", "coached", "Line 2: weekly", "people from Halden Paper: Mara Voss"),
        "",
        "2026-10-14 Wed 14 Oct",
        row(
            "09:00–09:30",
            "not coached",
            "(private)",
            "it is private: the coach does not look into it",
        ),
        row("10:00–10:30", "not coached", "Write the offer", "nobody else is invited"),
        "",
        "2026-10-15 Thu 15 Oct",
        row("all day", "not coached", "Trade fair", "it lasts all day"),
        "",
        "2026-10-28 Wed 28 Oct",
        row(
            "16:30–17:15",
            "coached",
            "Line 2: weekly (moved)",
            "people from Halden Paper: Mara Voss",
        ),
        "",
        "2 of 5 entries would be coached.",
    ]


async def test_a_program_gets_every_entry_with_its_reason() -> None:
    source = FileCalendar(path=CALENDARS / "nextcloud.ics")
    wanted = replace(WANTED, to_on=date(2026, 10, 27), as_json=True)
    listing = await list_meetings(source, wanted, now=NOW)
    first, second = json.loads(listing.output)
    assert first == {
        "uid": "2f0c-next",
        "occurrence": "2026-10-26T08:00:00Z",
        "key": "2f0c-next#2026-10-26T08:00:00Z",
        "title": "纸机二线复盘 – 恒达纸业",
        "starts_at": "2026-10-26T08:00:00Z",
        "ends_at": "2026-10-26T09:00:00Z",
        "all_day": False,
        "status": "confirmed",
        "coached": True,
        "reason": "external",
        "why": "people from Hengda: 王总 and Li",
        "customer": "hengda.com.cn",
        "people": [
            {"name": "王总", "address": "wang@hengda.com.cn"},
            {"name": "Li", "address": "li@hengda.com.cn"},
        ],
    }
    assert (second["status"], second["coached"], second["why"]) == ("cancelled", False, "cancelled")


async def test_chinese_readers_get_chinese_words() -> None:
    source = held(ENTRY, replace(ENTRY, uid="two", title="纸" * 30, people=(), has_people=False))
    wanted = replace(WANTED, zone="Asia/Shanghai", language="zh-Hans")
    listing = await list_meetings(source, wanted, now=NOW)
    assert listing.output.splitlines()[2:] == [
        "2026-10-12 今天",
        "  18:00–19:00     辅导    " + "Line 2".ljust(42) + "有 Halden Paper 的人参加：Mara",
        f"  18:00–19:00     不辅导  {'纸' * 19}…   日历里看不到参会人",
        "",
        "共 2 条日程，其中 1 条会辅导。",
        UNKNOWN_ZH,
    ]


async def test_an_empty_calendar_says_so() -> None:
    listing = await list_meetings(held(), WANTED, now=NOW)
    assert listing.output.splitlines()[1:] == [
        "No entries.",
        "",
        "0 of 0 entries would be coached.",
    ]


async def test_what_could_not_be_read_is_said() -> None:
    source = held(
        replace(ENTRY, title="", ends_at=ENTRY.ends_at + timedelta(days=1)), faults=("x",)
    )
    listing = await list_meetings(source, WANTED, now=NOW)
    assert listing.faults == ("x",)
    assert listing.output.splitlines()[3:] == [
        row("10:00–11:00 +1", "coached", "(no title)", "people from Halden Paper: Mara"),
        "",
        "1 of 1 entry would be coached.",
        "Not read: x",
    ]


@pytest.mark.parametrize(
    "zone, own, listed",
    [
        ("", "", ["late"]),
        ("", "Pacific/Auckland", []),
        ("Pacific/Auckland", "America/New_York", []),
        ("", "America/New_York", ["late"]),
    ],
)
async def test_days_are_those_of_the_calendars_zone(zone: str, own: str, listed: list[str]) -> None:
    late = replace(
        ENTRY,
        uid="late",
        starts_at=datetime(2026, 10, 11, 23, 30, tzinfo=UTC),
        ends_at=datetime(2026, 10, 11, 23, 30, tzinfo=UTC),
    )
    wanted = replace(WANTED, from_on=date(2026, 10, 11), to_on=date(2026, 10, 11), zone=own)
    assert await uids(held(late, zone=zone), wanted) == listed


async def test_two_weeks_from_today_are_listed_where_no_days_are_named() -> None:
    last = replace(ENTRY, uid="last", starts_at=NOW + timedelta(days=14))
    last = replace(last, ends_at=last.starts_at + timedelta(minutes=30))
    over = replace(
        ENTRY, uid="over", starts_at=NOW - timedelta(days=2), ends_at=NOW - timedelta(days=1)
    )
    next_day = replace(ENTRY, uid="next", starts_at=NOW + timedelta(days=14, hours=1))
    next_day = replace(next_day, ends_at=next_day.starts_at)
    assert await uids(held(over, ENTRY, last, next_day), WANTED) == ["one", "last"]


async def test_the_people_named_are_those_of_the_customer() -> None:
    colleague = Person(address="kim@northbeam.example")
    guest = Person(address="li@other.example")
    crowd = replace(ENTRY, people=(colleague, *ENTRY.people, guest))
    listing = await list_meetings(held(crowd), replace(WANTED, as_json=True), now=NOW)
    (found,) = json.loads(listing.output)
    assert found["why"] == "people from Halden Paper: Mara"
    assert [person["name"] for person in found["people"]] == ["Kim", "Mara", "Li"]


async def test_domains_given_are_own() -> None:
    wanted = replace(WANTED, domains=("@Halden-Paper.example",), as_json=True)
    rules = replace(RULES, own_domains=frozenset({"other.example"}))
    listing = await list_meetings(held(ENTRY), wanted, now=NOW, rules=rules)
    assert json.loads(listing.output)[0]["reason"] == "internal"


@pytest.mark.parametrize("me", ["", "sam", "@northbeam.example", "sam@"])
async def test_the_owner_is_named_by_an_address(me: str) -> None:
    with pytest.raises(BadInput, match=f"me: '{me}' is no e-mail address"):
        await list_meetings(held(), Wanted(me=me), now=NOW)


@pytest.mark.parametrize(
    "wanted, problem",
    [
        (replace(WANTED, me="x" * 300 + "@a.example"), "me: has 310 characters; at most 254"),
        (replace(WANTED, domains=("",)), "domain: '' is none; write it like example.com"),
        (replace(WANTED, domains=("a b",)), "domain: 'a b' is none; write it like example.com"),
        (replace(WANTED, zone="Mars/Base"), "zone: 'Mars/Base' is not known; use a name such as"),
        (
            replace(WANTED, from_on=date(1, 1, 1)),
            "from: 0001-01-01 is not allowed; it must lie between 1900-01-01 and 2200-12-31",
        ),
        (
            replace(WANTED, from_on=date(9999, 12, 31)),
            "from: 9999-12-31 is not allowed; it must lie between 1900-01-01 and 2200-12-31",
        ),
    ],
)
async def test_what_is_asked_for_must_make_sense(wanted: Wanted, problem: str) -> None:
    with pytest.raises(BadInput, match=problem):
        await list_meetings(held(zone="Europe/Berlin"), wanted, now=NOW)


@pytest.mark.parametrize("to_on", [date(2026, 10, 10), date(2036, 10, 18)])
async def test_the_days_must_make_sense(to_on: date) -> None:
    wanted = replace(WANTED, from_on=date(2026, 10, 11), to_on=to_on)
    allowed = f"to: {to_on} is not allowed; it must lie within 3660 days from 2026-10-11"
    with pytest.raises(BadInput, match=allowed):
        await list_meetings(held(), wanted, now=NOW)
