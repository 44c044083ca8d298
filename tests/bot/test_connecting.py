"""A rep links a calendar, from the form to what they hear of it, over real HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.calendars.feed import WebCalendar
from adapters.database import connect
from adapters.ports import Calendar, CalendarLink
from bot.calendars import Calendars
from bot.clock import MovableClock
from bot.enrol import enrol
from bot.looks import Looks
from bot.service import Coach, Service
from coaching.decide import decide
from coaching.events import Submitted
from coaching.messages import Line, Message
from coaching.people import Rep
from tests.adapters.ical import calendar as written
from tests.adapters.ical import event
from tests.bot.world import HOUR, KEY, MONDAY, Deaf, bea, company, place_of

SECRET = "private-9f1c"
ENTRY = event("DTSTART:20261124T120000Z", "ATTENDEE:mailto:mara@halden.example")


@dataclass(frozen=True, slots=True)
class Sources:
    """Opens what was linked by https where the tests' own server speaks http."""

    clock: MovableClock
    allow_private: bool

    def __call__(self, link: CalendarLink, rep: Rep) -> Calendar:
        address = link.address.replace("https://", "http://")
        return WebCalendar(address=address, clock=self.clock, allow_private=self.allow_private)


@pytest.fixture
async def published() -> AsyncIterator[str]:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=written(ENTRY), content_type="text/calendar")

    app = web.Application()
    app.router.add_get(f"/{SECRET}.ics", answer)
    async with TestServer(app) as server:
        yield str(server.make_url(f"/{SECRET}.ics")).replace("http://", "webcal://")


@pytest.mark.parametrize(
    "allow_private,expected", [(True, "linked-calls"), (False, "linked-refused")]
)
async def test_a_published_calendar_is_linked_read_and_told_of(
    published: str,
    sqlite_url: str,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    allow_private: bool,
    expected: str,
) -> None:
    database, clock, looks = await connect(sqlite_url, key=KEY), MovableClock(MONDAY), Looks()
    workspace = await database.store.workspace("w")
    (rep,) = (await enrol(database.store, workspace, company(tmp_path, bea("")), ())).reps
    account, place = place_of(rep)
    async with database.store.open(workspace) as unit:
        await unit.put_account(account, rep.id, place)
    coach = Coach(decide=decide, judge=Deaf())
    service = Service(store=database.store, coach=coach, clock=clock, looks=looks)
    calendars = Calendars(
        store=database.store,
        service=service,
        source=Sources(clock, allow_private),
        poll=HOUR,
        looks=looks,
    )
    form = Submitted(kind="connect", about="", answers={"address": published})
    await service.handle(workspace, rep.id, form)
    await calendars.read_changed(MONDAY)
    said: list[Message] = []
    for batch in await database.queue.lease(MONDAY, limit=10, lease=HOUR):
        said += [one.message for one in batch]
    await database.close()
    assert [_first(message) for message in said] == ["connect-taken", expected]
    assert SECRET not in repr(said)
    assert SECRET not in repr([record.__dict__ for record in caplog.records])


def _first(message: Message) -> str:
    line = message.blocks[0]
    assert isinstance(line, Line)
    return line.text.key
