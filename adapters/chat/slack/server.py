"""Slack at work: the app behind its door, opened and closed with the program."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.oauth.installation_store import Installation

from adapters.chat.slack.acts import Acts
from adapters.chat.slack.app import Bots, Ourselves, bolt_app
from adapters.chat.slack.background import Background
from adapters.chat.slack.bots import OneBot, StoredBots
from adapters.chat.slack.connection import PULSE, connection
from adapters.chat.slack.doors import http_door
from adapters.chat.slack.installing import Installations, States, tenant_of
from adapters.chat.slack.knocking import HOURLY, Knocking
from adapters.chat.slack.lifecycle import Lifecycle
from adapters.chat.slack.oauth import Install, install_flow
from adapters.chat.slack.people import People
from adapters.chat.slack.platform import Slack
from adapters.chat.slack.read import NAME
from adapters.ports import Account, Clock, Desk, Tenant, Tenants


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """All that Slack needs of the program, whichever door it comes through.

    `every` is how often who was not met is looked for, `pulse` the seconds between two signs of
    life of our own connection.
    """

    desk: Desk
    slack: Slack
    tenants: Tenants
    clock: Clock
    api: str
    background: Background = field(default_factory=Background)
    every: timedelta = HOURLY
    pulse: float = PULSE

    @property
    def people(self) -> People:
        """Who is met on Slack."""
        return People(desk=self.desk, slack=self.slack)

    # ---- one workspace, whose token the environment has --------------------------------------

    @asynccontextmanager
    async def for_one(self, us: Ourselves, tenant: str) -> AsyncIterator[One]:
        """The app in one tenant; who is to be coached there is greeted, now and every hour."""

        async def here() -> Sequence[str]:
            return (tenant,)

        try:
            async with self._knocking(here).going_on():
                yield One(server=self, us=us)
        finally:
            await self.background.rest()

    # ---- many, who install it ----------------------------------------------------------------

    def for_many(self, signing_secret: str, install: Install) -> web.Application:
        """The addresses that Slack and those who install the app call."""
        knocking = self._knocking(self._at_home)

        async def installed(installation: Installation) -> None:
            tenant = tenant_of(installation)
            await self._settle(tenant)
            knocking.at(tenant.tenant)

        async def at_work(_app: web.Application) -> AsyncIterator[None]:
            async with knocking.going_on():
                yield
            await self.background.rest()

        flow = install_flow(
            install,
            calls=self.slack.calls,
            clock=self.clock,
            api=self.api,
            installations=Installations(self.tenants),
            states=States(self.tenants, self.clock, install.new_state),
            installed=installed,
        )
        app = http_door(self.app(StoredBots(tenants=self.tenants), signing_secret), flow)
        app.cleanup_ctx.append(at_work)
        return app

    async def _settle(self, tenant: Tenant) -> None:
        by = Account(platform=NAME, tenant=tenant.tenant, user=tenant.installer)
        await self.desk.installed(tenant, by, await self.people.profile(by))

    async def _at_home(self) -> Sequence[str]:
        """Where the app is installed; an install that was cut off is brought to its end."""
        here = await self.tenants.installed(NAME)
        for key in here:
            if await self.tenants.workspace(NAME, key) is None:
                tenant = await self.tenants.get(NAME, key)
                if tenant is not None:
                    await self._settle(tenant)
        return here

    # ---- both --------------------------------------------------------------------------------

    def app(self, bots: Bots, signing_secret: str) -> AsyncApp:
        """The Bolt app; without a signing secret for Slack's own connection alone."""
        acts = Acts(
            desk=self.desk, slack=self.slack, people=self.people, background=self.background
        )
        lifecycle = Lifecycle(desk=self.desk, slack=self.slack, tenants=self.tenants)
        return bolt_app(
            acts=acts, lifecycle=lifecycle, bots=bots, api=self.api, signing_secret=signing_secret
        )

    def _knocking(self, tenants: Callable[[], Awaitable[Sequence[str]]]) -> Knocking:
        return Knocking(
            people=self.people,
            background=self.background,
            clock=self.clock,
            tenants=tenants,
            every=self.every,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """The app in one tenant, behind either door."""

    server: Server
    us: Ourselves

    @asynccontextmanager
    async def connected(self, app_token: str) -> AsyncIterator[None]:
        """Slack's connection is open (Socket Mode); raises `Unreachable` where it cannot be."""
        server = self.server
        app = server.app(OneBot(us=self.us), "")
        at = connection(app, server.slack.calls, app_token, server.api, pulse=server.pulse)
        async with at:
            yield

    def served(self, signing_secret: str) -> web.Application:
        """The address that Slack calls (signed HTTP); nothing is installed here."""
        return http_door(self.server.app(OneBot(us=self.us), signing_secret))


async def introduced(slack: Slack, tenants: Tenants, admin: str) -> tuple[Tenant, Ourselves]:
    """Who we are where the token of the environment is from; stored as an installation.

    Raises `Gone` where Slack refuses the token, `Later` where it does not answer.
    """
    told = await slack.who_am_i()
    org_wide = told.get("is_enterprise_install") is True
    key = told["enterprise_id"] if org_wide else told["team_id"]
    installer = await slack.user_by_email(key, admin) if admin else ""
    tenant = Tenant(
        platform=NAME, tenant=key, name=str(told.get("team") or key), installer=installer
    )
    await tenants.put(tenant)
    us = Ourselves(bot_id=str(told.get("bot_id", "")), bot_user=str(told.get("user_id", "")))
    return tenant, us
