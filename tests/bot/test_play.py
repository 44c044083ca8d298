"""The playground: whose week is played, and that it goes on where it was left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from bot import sample
from bot.clock import MovableClock
from bot.config import Config
from bot.play import Game, Player, play, playground
from coaching.errors import BadInput
from coaching.spans import Span

MONDAY = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
NOW = MovableClock(MONDAY)
FEED = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//test//EN\r
X-WR-TIMEZONE:Europe/Berlin\r
BEGIN:VEVENT\r
UID:one\r
DTSTAMP:20261101T000000Z\r
DTSTART:20261123T130000Z\r
DTEND:20261123T140000Z\r
SUMMARY:Halden Paper\r
ATTENDEE;CN=Mara Berg:mailto:mara@ours.example\r
ATTENDEE;CN=Jens Olt:mailto:jens@halden.example\r
END:VEVENT\r
END:VCALENDAR\r
"""


class Page:
    """Talks to an open playground as its page does."""

    def __init__(self, address: str, http: ClientSession) -> None:
        self._address = address
        self._http = http
        self._posted = 0

    async def get(self, path: str, **query: str) -> Any:
        async with self._http.get(f"{self._address}api/{path}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def move(self, rep: str, to: str) -> Any:
        self._posted += 1
        body = {"rep": rep, "language": "en", "delivery": f"delivery-{self._posted}", "to": to}
        async with self._http.post(f"{self._address}api/clock", json=body) as answer:
            assert answer.status == 200, await answer.text()
            return await answer.json()

    async def headings(self, rep: Any) -> list[str]:
        seen = await self.get("board", place=rep["place"], rep=rep["id"], language="en")
        blocks = [post["blocks"][0] for post in seen["posts"] if post["blocks"]]
        found = (block for block in blocks if block["kind"] == "heading")
        return ["".join(run["text"] for run in block["runs"]) for block in found]


async def test_the_sample_team_is_there_and_the_next_message_is_the_first_prompt() -> None:
    async with (
        playground(Config(), Game(port=0), NOW) as (address, _),
        ClientSession() as http,
    ):
        page = Page(address, http)
        people = (await page.get("people"))["people"]
        assert sorted(one["name"] for one in people) == ["Mara Berg", "Tom Hale", "林晓"]
        mara = next(one for one in people if one["name"] == "Mara Berg")
        answer = await page.move(mara["id"], "next")
        assert answer["now"] == "2026-11-23T10:00:00+00:00"
        said = await page.headings(mara)
        assert said == ["Halden Paper · today 14:00–15:00 (Mara Voss and Jens Olt)"]
        calls = (await page.get("calls", rep=mara["id"]))["calls"]
        assert [(call["title"], call["coached"]) for call in calls] == [
            ("Team stand-up", False),
            ("Halden Paper: line 2", True),
        ]


async def test_the_sample_team_speaks_the_language_asked_for() -> None:
    game = Game(port=0, language="zh-Hans")
    async with playground(Config(), game, NOW) as (address, _), ClientSession() as http:
        people = (await Page(address, http).get("people"))["people"]
        assert {one["language"] for one in people} == {"zh-Hans"}


async def test_a_killed_playground_goes_on_where_it_was(tmp_path: Path) -> None:
    game = Game(port=0, database=f"sqlite:///{tmp_path}/play.db")
    async with playground(Config(), game, NOW) as (address, program), ClientSession() as http:
        mara = next(
            one
            for one in (await Page(address, http).get("people"))["people"]
            if one["name"] == "Mara Berg"
        )
        await Page(address, http).move(mara["id"], "next")
        left = program.clock.now()
        said = await Page(address, http).headings(mara)
    much_later = MovableClock(MONDAY + timedelta(days=90))
    async with (
        playground(Config(), game, much_later) as (address, program),
        ClientSession() as http,
    ):
        assert program.clock.now() == left
        assert await Page(address, http).headings(mara) == said


async def test_ones_own_calendar_is_played_in_the_zone_it_names(tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    file.write_text(FEED)
    game = Game(calendar=str(file), me="mara@ours.example", port=0)
    async with playground(Config(), game, NOW) as (address, _), ClientSession() as http:
        page = Page(address, http)
        (me,) = (await page.get("people"))["people"]
        assert (me["name"], me["zone"]) == ("mara", "Europe/Berlin")
        await page.move(me["id"], "next")
        assert await page.headings(me) == ["Halden · today 14:00–15:00 (Jens Olt)"]


class Killed(BaseException):
    """What no part of the program catches."""


async def test_a_playground_killed_within_a_step_goes_on_at_its_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = Game(port=0, database=f"sqlite:///{tmp_path}/play.db")
    async with playground(Config(), game, NOW) as (_, program):
        assert isinstance(program.clock, MovableClock)
        prompted = MONDAY + timedelta(hours=4)
        carry = program.outbox.carry

        async def killed() -> int:
            if program.clock.now() == prompted:
                raise Killed
            return await carry()

        monkeypatch.setattr(program.outbox, "carry", killed)
        with pytest.raises(Killed):
            async for _ in Player(program, program.clock).move(prompted, stop_at=()):
                pass
        monkeypatch.undo()
    async with playground(Config(), game, NOW) as (address, _), ClientSession() as http:
        page = Page(address, http)
        people = (await page.get("people"))["people"]
        mara = next(one for one in people if one["name"] == "Mara Berg")
        seen = await page.get("board", place=mara["place"], rep=mara["id"], language="en")
        assert seen["posts"][-1]["at"] == prompted.isoformat()


async def test_a_calendar_changed_between_two_moves_is_read_at_once(tmp_path: Path) -> None:
    file = tmp_path / "mine.ics"
    file.write_text(FEED)
    game = Game(calendar=str(file), me="mara@ours.example", port=0)
    async with playground(Config(), game, NOW) as (address, _), ClientSession() as http:
        page = Page(address, http)
        (me,) = (await page.get("people"))["people"]
        await page.move(me["id"], "next")
        file.write_text(FEED.replace("20261123T13", "20261123T16").replace("T14", "T17"))
        answer = await page.move(me["id"], "+1h")
        assert answer["now"] == "2026-11-23T11:00:00+00:00"
        assert (await page.headings(me))[-1] == "Halden · today 17:00–18:00 (Jens Olt)"


@pytest.mark.parametrize(
    "game, field",
    [
        (Game(calendar="missing.ics", me="mara@ours.example"), "calendar"),
        (Game(calendar="missing.ics"), "me"),
        (Game(me="mara@ours.example"), "me"),
        (Game(zone="Europe/Berlin"), "zone"),
        (Game(calendar="missing.ics", me="mara"), "me"),
        (Game(calendar="missing.ics", me="mara@ours.example", zone="Mars/Olympus"), "zone"),
    ],
)
async def test_what_cannot_be_played_is_said_at_once(game: Game, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        await play(Config(), game, NOW, ready=print)
    assert refused.value.field == field


async def test_the_sample_week_comes_again_and_is_read_once_a_window() -> None:
    calendar = sample.SampleCalendar(f"tom@{sample.DOMAIN}", "Europe/London")
    window = Span(MONDAY, MONDAY + timedelta(days=14))
    feed = await calendar.read(window, {})
    assert feed.entries is not None
    assert [entry.starts_at.isoformat() for entry in feed.entries] == [
        "2026-11-24T14:00:00+00:00",
        "2026-11-26T10:00:00+00:00",
        "2026-12-01T14:00:00+00:00",
        "2026-12-03T10:00:00+00:00",
    ]
    assert len({entry.key for entry in feed.entries}) == 4
    assert (await calendar.read(window, feed.validators)).entries is None
