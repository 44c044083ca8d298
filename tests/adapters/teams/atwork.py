"""The whole program on the fake Teams: its real bot behind its real door, on a real database."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from adapters.chat.teams.route import PATH
from adapters.ports import Account, Met
from bot import wiring
from bot.clock import MovableClock
from bot.config import Config
from bot.config.keys import Channels, Health, Person, Platforms, TeamOf, Teams, Workspace
from bot.program import Program
from bot.serve import listening
from bot.wiring.teams import TeamsDoor
from coaching.people import Rep
from tests.adapters.teams.fake import cards
from tests.adapters.teams.fake.state import TENANT, Json, Post
from tests.adapters.teams.fake.teams import FakeTeams, fake_teams
from tests.bot.world import KEY, Shelf, entry

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
ADA = Person(name="Ada", address="ada@acme.example", calendar="/ada")
KIM = "kim@acme.example"


@dataclass(slots=True, kw_only=True)
class Work:
    """Advance at work: the program, the Teams it is on, its door."""

    teams: FakeTeams
    program: Program
    door: TeamsDoor

    async def rest(self) -> None:
        """Wait until all that was begun is done."""
        await self.program.rest()

    async def pass_(self, time: timedelta = timedelta(seconds=2), times: int = 1) -> None:
        """Time passes, and what is due is done."""
        for _ in range(times):
            self.teams.clock.advance(time)
            await self.program.tick()
            await self.rest()

    async def find(self, key: str = "ada") -> Met | None:
        person = self.teams.world.people[key]
        account = Account(platform="teams", tenant=person.tenant, user=person.aad)
        return await self.program.desk.find(account)

    async def rep(self, key: str = "ada") -> Rep:
        """Who somebody is here."""
        met = await self.find(key)
        assert met is not None, "they are not coached here"
        return met.rep

    async def said(self, place: str = "ada") -> list[str]:
        """All the coach has said somewhere, once all is done; the words of each card."""
        await self.pass_(times=2)
        return [words(post) for post in self.teams.posts(place) if post.by_bot]

    async def reps(self, workspace: UUID | None = None) -> list[str]:
        async with self.program.store.look(workspace or self.program.workspace_id) as unit:
            return [rep.address for rep in await unit.reps() if rep.active]


def words(post: Post) -> str:
    """The words of a message's card."""
    assert post.card is not None
    return shown(post.card)


def shown(card: Json) -> str:
    return cards.words(card)


def keys(teams: FakeTeams, **told: Any) -> Teams:
    """The keys of `platforms.teams`; by default of one tenant."""
    given = {
        "tenant": TENANT,
        "service_hosts": [teams.host],
        "authority": teams.authority,
        "openid": teams.openid,
        "service": f"{teams.at}/teams",
        **told,
    }
    environment = {"TEAMS_APP_ID": teams.app_id, "TEAMS_APP_PASSWORD": teams.app_password}
    return Teams.model_validate(given, context=environment)


def team(*people: Person, channel: str = "") -> TeamOf:
    """A team in Berlin; by default of Ada."""
    return TeamOf(
        name="north",
        zone="Europe/Berlin",
        channels=Channels(teams=channel),
        people=people or (ADA,),
    )


def config(folder: Path, on: Teams, *teams: TeamOf, admin: str = KIM) -> Config:
    return Config(
        data=str(folder),
        workspace=Workspace(name="acme", admin=admin),
        platforms=Platforms(web=None, teams=on),
        health=Health(port=0),
        teams=teams,
        secret=KEY,
    )


@asynccontextmanager
async def at_work(
    teams: FakeTeams, told: Config, *, source: Shelf | None = None
) -> AsyncIterator[Work]:
    """The program with its door open."""
    async with AsyncExitStack() as closing:
        program = await closing.enter_async_context(
            wiring.build(told, teams.clock, use="serve", source=source or call_soon())
        )
        await program.greet()
        door = program.teams
        assert isinstance(door, TeamsDoor)
        served = await closing.enter_async_context(door())
        host, port = await closing.enter_async_context(listening("door", served, "127.0.0.1", 0))
        teams.deliver_to(f"http://{host}:{port}{PATH}")
        work = Work(teams=teams, program=program, door=door)
        yield work
        await work.rest()


@asynccontextmanager
async def acme() -> AsyncIterator[FakeTeams]:
    """A tenant: Ada, who is on the list; Kim, who runs it; Bo, who is nobody; a team of all."""
    async with fake_teams(MovableClock(MONDAY)) as teams:
        teams.keys.signs_by = teams.clock
        teams.person("ada", "Ada", "ada@acme.example")
        teams.person("kim", "Kim", KIM)
        teams.person("bo", "Bo", "bo@acme.example", locale="zh-CN")
        teams.team("north", "North", {"ada", "kim", "bo"})
        teams.channel("deals", "Deals", "north")
        yield teams


def call_soon() -> Shelf:
    """Ada's calendar: a customer call this afternoon."""
    return Shelf(at={"/ada": (entry(starts_at=MONDAY + 3 * HOUR),)})
