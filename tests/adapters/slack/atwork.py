"""The whole program on the fake Slack: its real app behind its real door, on a real database."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from uuid import UUID

from aiohttp import ClientSession, DummyCookieJar

from adapters.chat.slack.manifest import EVENTS_PATH
from adapters.ports import Account, Met, Store, Tenants
from bot import wiring
from bot.clock import MovableClock
from bot.config import Config
from bot.config.keys import Channels, Health, Person, Platforms, Slack, TeamOf, Web, Workspace
from bot.program import Program
from bot.serve import listening
from bot.wiring.slack import SlackDoor
from coaching.people import Rep
from tests.adapters.slack.fake.slack import FakeSlack, fake_slack
from tests.adapters.slack.fake.state import Json
from tests.bot.world import KEY, Shelf, entry

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADA = Person(name="Ada", address="ada@acme.example")
ADA_CALLS = Person(name="Ada", address="ada@acme.example", calendar="/ada")
KIM = "kim@acme.example"


@dataclass(slots=True, kw_only=True)
class Work:
    """Advance at work: the program, the Slack it is on, and where its door is."""

    slack: FakeSlack
    program: Program
    door: SlackDoor
    at: str = ""

    @property
    def store(self) -> Store:
        return self.program.store

    @property
    def tenants(self) -> Tenants:
        return self.door.tenants

    async def rest(self) -> None:
        """Wait until all that was begun is done."""
        await self.program.rest()

    async def pass_(self, time: timedelta = timedelta(seconds=2), times: int = 1) -> None:
        """Time passes, and what is due is done."""
        for _ in range(times):
            self.slack.clock.advance(time)
            await self.program.tick()
            await self.rest()

    async def find(self, user: str, tenant: str = "T1") -> Met | None:
        return await self.program.desk.find(Account(platform="slack", tenant=tenant, user=user))

    async def rep(self, user: str = "U1", tenant: str = "T1") -> Rep:
        """Who somebody is here."""
        met = await self.find(user, tenant)
        assert met is not None, "they are not coached here"
        return met.rep

    async def reps(self, workspace: UUID | None = None) -> list[str]:
        async with self.store.open(workspace or self.program.workspace_id) as unit:
            return [rep.address for rep in await unit.reps() if rep.active]


def environment(slack: FakeSlack) -> dict[str, str]:
    """What the operator of this Slack has in the environment."""
    return {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_CLIENT_ID": slack.client_id,
        "SLACK_CLIENT_SECRET": slack.client_secret,
    }


def keys(slack: FakeSlack, kind: str, *, tenant: str = "", **told: str) -> Slack:
    """The keys of `platforms.slack`: "socket", "http" with one token, or "many"."""
    has = environment(slack)
    if kind == "http":
        del has["SLACK_CLIENT_ID"], has["SLACK_CLIENT_SECRET"]
    given: Mapping[str, str] = {
        "mode": "socket" if kind == "socket" else "http",
        "api": slack.api.rstrip("/"),
        **told,
    }
    return Slack.model_validate(given, context=has).model_copy(update={"tenant": tenant})


def team(*people: Person, channel: str = "", **told: Any) -> TeamOf:
    """A team in Berlin; by default of Ada."""
    return TeamOf(
        name="north",
        zone="Europe/Berlin",
        channels=Channels(slack=channel),
        people=people or (ADA,),
        **told,
    )


def config(
    folder: Path, slack: Slack | None, *teams: TeamOf, web: bool = False, admin: str | None = KIM
) -> Config:
    return Config(
        data=str(folder),
        workspace=Workspace(name="acme", admin=admin),
        platforms=Platforms(web=Web(port=0) if web else None, slack=slack),
        health=Health(port=0),
        teams=teams,
        secret=KEY,
    )


@asynccontextmanager
async def at_work(
    slack: FakeSlack, told: Config, *, source: Shelf | None = None, **more: Any
) -> AsyncIterator[Work]:
    """The program with its door open; `more` goes to the door (every, pulse)."""
    async with AsyncExitStack() as closing:
        program = await closing.enter_async_context(
            wiring.build(told, slack.clock, use="serve", source=source or Shelf())
        )
        await program.greet()
        door = program.slack
        assert isinstance(door, SlackDoor)
        door = replace(door, **more)
        work = Work(slack=slack, program=program, door=door)
        served = await closing.enter_async_context(door())
        if served is None:
            slack.use_sockets()
            await slack.connected()
        else:
            at = await closing.enter_async_context(listening("door", served, "127.0.0.1", 0))
            work.at = f"http://{at[0]}:{at[1]}"
            slack.deliver_to(work.at + EVENTS_PATH)
        await work.rest()
        yield work
        await work.rest()


@asynccontextmanager
async def acme(*, burst: int = 20) -> AsyncIterator[FakeSlack]:
    """A Slack with one workspace: Ada, who is on the list; Kim, who runs it; Bo, who is nobody."""
    async with fake_slack(MovableClock(MONDAY), burst=burst) as slack:
        slack.person("U1", "Ada", "ada@acme.example")
        slack.person("U2", "Kim", KIM)
        slack.person("U3", "Bo", "bo@acme.example", locale="zh-CN")
        slack.channel("C100", "north")
        yield slack


def view_words(view: Json) -> str:
    """All words in a view."""
    return " ".join(_words(view))


def _words(told: Any) -> list[str]:
    if isinstance(told, dict):
        own = [told["text"]] if isinstance(told.get("text"), str) else []
        return own + [word for value in told.values() for word in _words(value)]
    return [word for one in told for word in _words(one)] if isinstance(told, list) else []


def call_soon() -> Shelf:
    """Ada's calendar: a customer call this afternoon."""
    return Shelf(at={"/ada": (entry(starts_at=MONDAY + 3 * HOUR),)})


async def install(work: Work, who: str, *, org_wide: bool = False) -> tuple[int, str]:
    """Somebody installs the app in their browser; the page on which that ends.

    An empty `who` says no to Slack.
    """
    work.slack.approver(who, org_wide=org_wide)
    async with ClientSession(cookie_jar=DummyCookieJar()) as browser:
        back, cookie = await led_back(work, browser)
        end = await browser.get(back, headers={"Cookie": cookie})
        told = (end.status, await end.text())
    await work.rest()
    return told


async def led_back(work: Work, browser: ClientSession) -> tuple[str, str]:
    """Where Slack leads a browser back to that began at our install page, and its cookie."""
    async with browser.get(f"{work.at}/slack/install") as page:
        cookie = page.headers["Set-Cookie"].partition(";")[0]
        found = re.search(r'href="(http[^"]*authorize[^"]*)"', await page.text())
    assert found is not None, "no way to install it"
    async with browser.get(unescape(found[1]), allow_redirects=False) as answer:
        back = answer.headers["Location"]
    return work.at + "/" + back.split("/", 3)[3], cookie
