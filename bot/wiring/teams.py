"""Microsoft Teams, put together; imported only where it is on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp.web import Application

from adapters.chat.teams.auth import Guard, OpenGuard, TokenGuard
from adapters.chat.teams.connector import Connector
from adapters.chat.teams.credentials import (
    ByIdentity,
    BySecret,
    KeptTokens,
    NoTokens,
    Tokens,
)
from adapters.chat.teams.keys import Keys, NoKeys
from adapters.chat.teams.pacing import Pacing
from adapters.chat.teams.people import Welcome
from adapters.chat.teams.platform import Teams
from adapters.chat.teams.references import NAME
from adapters.chat.teams.server import Server
from adapters.chat.teams.services import Services
from adapters.chat.teams.wire import Wire
from adapters.ports import Account, Clock, Later, Profile, Tenant, Tenants
from bot import chance
from bot.config import Config
from bot.config.keys import Teams as TeamsKeys
from bot.desk import FrontDesk
from bot.findings import Finding
from bot.wiring.channels import put_channels

# Teams calls a bot by this and the id of its app.
_BOT = "28:"


def platform(keys: TeamsKeys, clock: Clock) -> Teams:
    """What carries to Teams."""
    wire = Wire(
        tokens=_tokens(keys, clock), services=_services(keys), clock=clock, jitter=chance.jitter
    )
    return Teams(
        connector=Connector(wire=wire),
        clock=clock,
        pacing=Pacing(clock=clock),
        bot=f"{_BOT}{keys.app_id}",
        service=f"{keys.service}/",
        # Emulators know none.
        dialogs=not keys.insecure_local,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamsDoor:
    """The door that Teams calls at."""

    config: Config
    keys: TeamsKeys
    teams: Teams
    desk: FrontDesk
    tenants: Tenants
    clock: Clock

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[Application]:
        """The door, open; yields what is to be served."""
        await self._channels()
        if self.keys.tenant and self.keys.kind != "multi":
            await self._at_home()
        yield Server(
            desk=self.desk,
            teams=self.teams,
            tenants=self.tenants,
            guard=self._guard,
            welcome=self._welcome,
            admin=self.config.workspace.admin or "",
        ).door()

    async def look_over(self) -> AsyncIterator[Finding]:
        """What there is to say of Teams, for the operator; nothing is changed there or here."""
        if self.keys.insecure_local:
            yield Finding(level="look", what="teams: anybody may speak (insecure_local)")
            return
        try:
            await _tokens(self.keys, self.clock).token()
            yield Finding(level="ok", what="teams: Microsoft gives us a token")
        except Later as fault:
            yield Finding(level="bad", what=f"teams: Microsoft gives us no token: {fault}")
        try:
            await self._keys.find("")
            yield Finding(level="ok", what="teams: the keys of the Bot Connector can be read")
        except NoKeys:
            yield Finding(level="bad", what="teams: the keys of the Bot Connector cannot be read")

    @property
    def _keys(self) -> Keys:
        return Keys(openid=self.keys.openid, clock=self.clock)

    @property
    def _guard(self) -> Guard:
        services = _services(self.keys)
        if self.keys.insecure_local:
            return OpenGuard(services=services)
        return TokenGuard(
            app_id=self.keys.app_id,
            issuer=self.keys.connector,
            keys=self._keys,
            services=services,
            clock=self.clock,
        )

    @property
    def _welcome(self) -> Welcome | None:
        """Who is taken in beside the tenant that app.yaml names."""
        if self.keys.insecure_local:
            return self._as_home
        return self.desk.installed if self.keys.kind == "multi" else None

    async def _as_home(self, tenant: Tenant, _by: Account, _profile: Profile) -> None:
        """Whatever tenant an emulator makes up is the one at home."""
        await self.desk.settled(tenant)

    async def _at_home(self) -> None:
        """The one tenant leads to the workspace of app.yaml; who installed it there stays known."""
        known = await self.tenants.get(NAME, self.keys.tenant)
        name = self.config.workspace.name
        tenant = known or Tenant(platform=NAME, tenant=self.keys.tenant, name=name)
        await self.tenants.put(tenant)
        await self.desk.settled(tenant)

    async def _channels(self) -> None:
        addresses = {team.name: team.channels.teams for team in self.config.teams}
        await put_channels(self.desk, NAME, self.keys.tenant, addresses)


def _services(keys: TeamsKeys) -> Services:
    return Services(extra=frozenset(keys.service_hosts), near=keys.insecure_local)


def _tokens(keys: TeamsKeys, clock: Clock) -> Tokens:
    if keys.insecure_local:
        return NoTokens()
    if keys.kind == "managed":
        return KeptTokens(ByIdentity(app_id=keys.app_id, resource=keys.connector), clock)
    by_secret = BySecret(
        authority=keys.authority,
        tenant=keys.tenant if keys.kind == "single" else "",
        app_id=keys.app_id,
        password=keys.app_password,
        resource=keys.connector,
    )
    return KeptTokens(by_secret, clock)
