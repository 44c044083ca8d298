"""Slack at work: the app behind its door, opened and closed with the program."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta

from aiohttp import web
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.oauth.installation_store import Installation

from adapters.chat.slack.acts import Acts
from adapters.chat.slack.app import Bots, Ourselves, bolt_app
from adapters.chat.slack.background import Background
from adapters.chat.slack.bots import OneBot, StoredBots
from adapters.chat.slack.doors import Install, http_door, install_flow, socket_door
from adapters.chat.slack.installing import Installations, States, tenant_of
from adapters.chat.slack.lifecycle import Lifecycle
from adapters.chat.slack.people import People
from adapters.chat.slack.platform import Slack
from adapters.chat.slack.read import NAME
from adapters.ports import Account, Clock, Desk, Gone, Later, Never, Tenant, Tenants

log = logging.getLogger(__name__)
KNOCK = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """All that Slack needs of the program, whichever door it comes through."""

    desk: Desk
    slack: Slack
    tenants: Tenants
    clock: Clock
    api: str
    background: Background = field(default_factory=Background)

    @property
    def people(self) -> People:
        """Who is met on Slack."""
        return People(desk=self.desk, slack=self.slack)

    # ---- one workspace, whose token the environment has --------------------------------------

    @asynccontextmanager
    async def for_one(self, us: Ourselves, tenant: str) -> AsyncIterator[One]:
        """The app in one tenant; who is to be coached there is greeted, now and every hour."""
        knocking = asyncio.create_task(self._knock(tenant))
        try:
            yield One(server=self, us=us)
        finally:
            knocking.cancel()
            with suppress(asyncio.CancelledError):
                await knocking
            await self.background.rest()

    # ---- many, who install it ----------------------------------------------------------------

    def for_many(self, signing_secret: str, install: Install) -> web.Application:
        """The addresses that Slack and those who install the app call."""
        flow = install_flow(
            install,
            api=self.api,
            installations=Installations(self.tenants),
            states=States(self.tenants, self.clock, install.new_state),
            installed=self._installed,
        )
        app = http_door(self.app(StoredBots(tenants=self.tenants), signing_secret), flow)
        app.on_startup.append(self._knock_on_all)
        app.on_shutdown.append(self._rest)
        return app

    async def _installed(self, installation: Installation) -> None:
        tenant = tenant_of(installation)
        by = Account(platform=NAME, tenant=tenant.tenant, user=tenant.installer)
        await self.desk.installed(tenant, by, await self.people.profile(by))
        self.background(self._knock_once(tenant.tenant), "greet who is to be coached")

    async def _knock_on_all(self, _app: web.Application) -> None:
        self.background(self._all(), "greet who is to be coached")

    async def _all(self) -> None:
        for tenant in await self.tenants.all(NAME):
            if tenant.secrets:
                await self._knock_once(tenant.tenant)

    async def _rest(self, _app: web.Application) -> None:
        await self.background.rest()

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

    async def _knock(self, tenant: str) -> None:
        """Greet who is to be coached, now and every hour: people come later than the app."""
        while True:
            self.background(self._knock_once(tenant), "greet who is to be coached")
            await asyncio.sleep(KNOCK.total_seconds())

    async def _knock_once(self, tenant: str) -> None:
        try:
            strangers = await self.people.knock(tenant)
        except (Later, Never, Gone) as fault:
            log.warning("Slack did not say who is there: %s", fault)
            return
        if strangers:
            log.warning("%d people of app.yaml have no account in Slack", len(strangers))


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """The app in one tenant, behind either door."""

    server: Server
    us: Ourselves

    @asynccontextmanager
    async def connected(self, app_token: str) -> AsyncIterator[None]:
        """Slack's connection is open (Socket Mode)."""
        app = self.server.app(OneBot(us=self.us), "")
        door = socket_door(app, app_token, self.server.api)
        await door.connect_async()  # type: ignore[no-untyped-call]  # slack_bolt's own
        log.info("Slack is connected")
        try:
            yield
        finally:
            await door.close_async()  # type: ignore[no-untyped-call]  # slack_bolt's own

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
