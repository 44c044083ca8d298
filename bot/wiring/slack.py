"""Slack, put together; imported only where it is on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from aiohttp.web import Application

from adapters.chat.slack.app import Ourselves
from adapters.chat.slack.background import Background
from adapters.chat.slack.calls import Calls
from adapters.chat.slack.connection import PULSE, Unreachable
from adapters.chat.slack.examining import Examination, Expected, Seen, connecting
from adapters.chat.slack.knocking import HOURLY
from adapters.chat.slack.oauth import Install
from adapters.chat.slack.pacing import Pacing
from adapters.chat.slack.platform import Slack
from adapters.chat.slack.read import NAME
from adapters.chat.slack.server import Server, introduced
from adapters.chat.slack.tokens import FixedToken, StoredTokens, Tokens, installation_of
from adapters.ports import Clock, Gone, Later, Tenant, Tenants
from bot import chance
from bot.config import Config
from bot.config.keys import Slack as SlackKeys
from bot.desk import FrontDesk
from bot.findings import Finding
from bot.wiring.channels import put_channels
from coaching.errors import BadInput, CoachError


def platform(keys: SlackKeys, tenants: Tenants, clock: Clock) -> Slack:
    """What carries to Slack, with the token of the environment or those of who installed it."""
    calls = Calls(clock=clock, api=f"{keys.api}/")
    tokens: Tokens = FixedToken(bot_token=keys.bot_token)
    if keys.is_for_many:
        tokens = StoredTokens(
            tenants=tenants,
            calls=calls,
            clock=clock,
            client_id=keys.client_id,
            client_secret=keys.client_secret,
        )
    return Slack(calls=calls, tokens=tokens, clock=clock, pacing=Pacing(clock=clock))


@dataclass(frozen=True, slots=True, kw_only=True)
class SlackDoor:
    """Slack's door: our own connection, or the addresses to be served for Slack to call."""

    config: Config
    keys: SlackKeys
    slack: Slack
    desk: FrontDesk
    tenants: Tenants
    clock: Clock
    background: Background = field(default_factory=Background)
    every: timedelta = HOURLY
    pulse: float = PULSE

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[Application | None]:
        """The door, open; yields what is to be served.

        Raises `BadInput` where Slack refuses a token of the environment, `Unreachable` where it
        does not answer.
        """
        if self.keys.is_for_many:
            await self._channels(self.keys.tenant)
            yield self._server.for_many(self.keys.signing_secret, self._install)
            return
        tenant, us = await self._introduced()
        await self.desk.settled(tenant)
        await self._channels(tenant.tenant)
        async with self._server.for_one(us, tenant.tenant) as one:
            if self.keys.mode == "http":
                yield one.served(self.keys.signing_secret)
            else:
                async with one.connected(self.keys.app_token):
                    yield None

    async def look_over(self) -> AsyncIterator[Finding]:
        """What there is to say of Slack, for the operator; nothing is changed there or here."""
        if self.keys.app_token and self.keys.mode == "socket":
            yield _finding(await connecting(self.slack.calls, self.keys.app_token))
        if not self.keys.is_for_many:
            async for seen in self._examination(self.keys.bot_token)(await self._expected()):
                yield _finding(seen)
            return
        installed = await self.tenants.installed(NAME)
        if not installed:
            yield Finding(level="look", what="slack: installed nowhere yet, see /slack/install")
        for key in installed:
            try:
                token = await self._token(key)
            except CoachError as fault:
                yield Finding(level="bad", what=f"slack: {key}: {fault}")
                continue
            expected = await self._expected() if key == self.keys.tenant else Expected()
            async for seen in self._examination(token)(expected):
                yield _finding(seen)

    async def _token(self, key: str) -> str:
        tenant = await self.tenants.get(NAME, key)
        return (installation_of(tenant).bot_token or "") if tenant else ""

    def _examination(self, token: str) -> Examination:
        return Examination(calls=self.slack.calls, token=token)

    async def _expected(self) -> Expected:
        admin = self.config.workspace.admin
        people = [person.address for team in self.config.teams for person in team.people]
        channels = {
            team.name: team.channels.slack or await self.desk.channel_of(team.name, NAME)
            for team in self.config.teams
        }
        wanted = dict.fromkeys([*people, *([admin] if admin else [])])
        return Expected(people=tuple(wanted), channels=channels)

    async def rest(self) -> None:
        """Wait until all that follows from what was answered is done."""
        await self.background.rest()

    @property
    def _server(self) -> Server:
        return Server(
            desk=self.desk,
            slack=self.slack,
            tenants=self.tenants,
            clock=self.clock,
            api=self.keys.api,
            background=self.background,
            every=self.every,
            pulse=self.pulse,
        )

    @property
    def _install(self) -> Install:
        return Install(
            client_id=self.keys.client_id,
            client_secret=self.keys.client_secret,
            address=self.keys.address or "",
            new_state=chance.new_key,
        )

    async def _channels(self, tenant: str) -> None:
        addresses = {team.name: team.channels.slack for team in self.config.teams}
        await put_channels(self.desk, NAME, tenant, addresses)

    async def _introduced(self) -> tuple[Tenant, Ourselves]:
        admin = self.config.workspace.admin or ""
        try:
            return await introduced(self.slack, self.tenants, admin)
        except Gone as fault:
            raise BadInput(
                "platforms.slack.bot_token", f"Slack does not take it: {fault}"
            ) from fault
        except Later as fault:
            raise Unreachable(f"Slack does not answer at {self.keys.api}: {fault}") from fault


def _finding(seen: Seen) -> Finding:
    level, what = seen
    return Finding(level=level, what=what)
