"""A dialogue script played on Teams: a bot of one tenant, called by signed HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TextIO

from adapters.chat.teams.references import Reference, place_of
from bot.clock import MovableClock
from bot.config.keys import Channels, Platforms
from bot.config.keys import Teams as TeamsKeys
from bot.players.hands import Hands
from bot.program import Program
from bot.replay.script import Script
from bot.replay.stage import Stage
from bot.serve import listening
from coaching.people import Rep, Team
from tests.adapters.teams.fake.connector import Asked
from tests.adapters.teams.fake.teams import FakeTeams, fake_teams
from tests.adapters.teams.hands import TeamsHands

TEAM, CHANNEL = "sales", "19:sales@thread.tacv2"
# Where the bot listens (adapters.chat.teams.route.PATH), said anew: that module takes the SDK.
DOOR = "/api/messages"
LOCALES = {"en": "en-GB", "zh-Hans": "zh-CN"}


class OnTeams:
    """A Teams of its own for each script, whose people all install the app for themselves."""

    def __init__(self) -> None:
        """Be nowhere yet."""
        self.platforms = Platforms()
        self.channels = Channels(teams=CHANNEL)
        self.out: TextIO | None = None
        self.people: dict[str, str] = {}
        self.teams: FakeTeams

    @asynccontextmanager
    async def begin(self, clock: MovableClock, script: Script) -> AsyncIterator[None]:
        """Teams is there, with all people of the script and a channel that has the app."""
        async with fake_teams(clock) as self.teams:
            self.teams.keys.signs_by = clock
            for number, person in enumerate(script.reps, start=1):
                key = self.people[person.address] = f"rep-{number}"
                locale = LOCALES[person.language]
                self.teams.person(key, person.name, person.address, person.zone or "", locale)
            self.teams.team(TEAM, script.team.name, self.people.values(), installed=True)
            self.platforms = Platforms(web=None, teams=keys(self.teams))
            yield
            assert refused(self.teams) == []

    @asynccontextmanager
    async def open(self, program: Program) -> AsyncIterator[None]:
        """The program is at work; the first time everybody installs it."""
        async with at_work(program, self.teams):
            for person in self.teams.world.people.values():
                if not person.installed:
                    assert (await self.teams.install(person.key)).status == 200
            yield

    def rep(self, rep: Rep) -> str:
        """The address of a rep's personal chat."""
        return self._personal(self.people[rep.address])

    def _personal(self, key: str) -> str:
        person = self.teams.world.people[key]
        known = Reference(
            service=self.teams.service,
            conversation=person.chat,
            user=person.id,
            bot=self.teams.bot_id,
        )
        return place_of(known, tenant=self.teams.tenant, kind="rep").address

    def team(self, team: Team) -> str:
        """The team's channel."""
        return CHANNEL

    def hands(self, stage: Stage) -> Hands:
        """What people can do there."""
        return TeamsHands(stage, self.teams, self.people)


def refused(teams: FakeTeams) -> list[Asked]:
    """The requests that Teams refused."""
    return [one for one in teams.asked() if one.status not in (200, 201)]


def keys(teams: FakeTeams) -> TeamsKeys:
    """What app.yaml says of that Teams; its secrets come from the environment."""
    told = {
        "tenant": teams.tenant,
        "service_hosts": [teams.host],
        "authority": teams.authority,
        "openid": teams.openid,
        "service": f"{teams.at}/teams",
    }
    environment = {"TEAMS_APP_ID": teams.app_id, "TEAMS_APP_PASSWORD": teams.app_password}
    return TeamsKeys.model_validate(told, context=environment)


@asynccontextmanager
async def at_work(program: Program, teams: FakeTeams) -> AsyncIterator[None]:
    """The program's door is open and Teams knows it."""
    assert program.teams is not None
    async with program.teams() as door:
        assert door is not None
        async with listening("Teams door", door, "127.0.0.1", 0) as (host, port):
            teams.deliver_to(f"http://{host}:{port}{DOOR}")
            yield
