"""Whose token speaks for us in a tenant, and how it is renewed before it ends."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol

from slack_sdk.oauth.installation_store import Installation

from adapters.chat.slack.calls import Calls, Json
from adapters.chat.slack.refusals import Refused, unreached
from adapters.ports import Clock, Gone, Tenant

PLATFORM = "slack"
EARLY = timedelta(hours=2)


class Tokens(Protocol):
    """Whose token to use; raises `Gone` where there is none, `Later` where it cannot be had now."""

    async def token(self, tenant: str) -> str:
        """The bot token of a tenant (a team's id, or an organisation's)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedToken:
    """One token from the environment, for every tenant."""

    bot_token: str = field(repr=False)

    async def token(self, tenant: str) -> str:
        """That token."""
        return self.bot_token


def secrets_of(installation: Installation) -> str:
    """An installation as the JSON that `Tenant.secrets` holds; instants as ISO 8601."""
    told = installation.to_dict_for_copying()
    return json.dumps(
        {
            name: value.isoformat() if isinstance(value, datetime) else value
            for name, value in told.items()
        }
    )


def installation_of(tenant: Tenant) -> Installation:
    """The installation that `secrets_of` wrote down; raises `Gone` where there is none."""
    try:
        told: Json = json.loads(tenant.secrets)
        return Installation(**told)
    except (ValueError, TypeError):
        raise Gone("not installed") from None


class Shelf(Protocol):
    """Of the port `Tenants` what tokens need: where an installation lies, and how it goes back."""

    async def put(self, tenant: Tenant) -> None:
        """Add an installation or change it."""

    async def get(self, platform: str, tenant: str) -> Tenant | None:
        """One installation."""

    async def recent(self, platform: str, tenant: str) -> Tenant | None:
        """One installation as it was some seconds ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTokens:
    """The tokens of stored installations; one that ends within two hours is renewed first.

    slack_sdk's own rotator reads the machine's clock and loses the reason of a failure, so the
    exchange is made here.
    """

    tenants: Shelf
    calls: Calls
    clock: Clock
    client_id: str
    client_secret: str = field(repr=False)
    _turns: defaultdict[str, asyncio.Lock] = field(
        default_factory=lambda: defaultdict(asyncio.Lock), repr=False
    )

    async def token(self, tenant: str) -> str:
        """The bot token of an installation, renewed if need be, once at a time for each tenant."""
        installed = installation_of(_there(await self.tenants.recent(PLATFORM, tenant)))
        if not self._ends_within(installed, EARLY):
            return _bot_token(installed)
        async with self._turns[tenant]:
            installed = await self._installed(tenant)
            if self._ends_within(installed, EARLY):
                installed = await self._renewed(tenant, installed)
        return _bot_token(installed)

    async def _installed(self, tenant: str) -> Installation:
        return installation_of(await self._stored(tenant))

    async def _stored(self, tenant: str) -> Tenant:
        return _there(await self.tenants.get(PLATFORM, tenant))

    def _ends_within(self, installed: Installation, span: timedelta) -> bool:
        ends = installed.bot_token_expires_at
        if ends is None or not installed.bot_refresh_token:
            return False
        return datetime.fromtimestamp(ends, UTC) <= self.clock.now() + span

    async def _renewed(self, tenant: str, installed: Installation) -> Installation:
        """The installation with a new pair of tokens, stored; the old one where it still lasts."""
        try:
            told = await self.calls.renew(
                installed.bot_refresh_token or "",
                client_id=self.client_id,
                client_secret=self.client_secret,
            )
            renewed = _with(installed, told, self.clock.now())
        except Refused as refused:
            return await self._otherwise(tenant, installed, refused)
        stored = await self._stored(tenant)
        await self.tenants.put(replace(stored, secrets=secrets_of(renewed)))
        return renewed

    async def _otherwise(
        self, tenant: str, installed: Installation, refused: Refused
    ) -> Installation:
        """What to use when the exchange fails: another process may have made it meanwhile."""
        again = await self._installed(tenant)
        if again.bot_token != installed.bot_token or not self._ends_within(again, timedelta()):
            return again
        raise refused.means from None


def _there(stored: Tenant | None) -> Tenant:
    if stored is None or not stored.secrets:
        raise Gone("not installed")
    return stored


def _with(installed: Installation, told: Json, now: datetime) -> Installation:
    """The installation with the tokens of an answer; raises `Refused` where they are not in it."""
    renewed = Installation(**installed.to_dict_for_copying())
    try:
        renewed.bot_token = str(told["access_token"])
        renewed.bot_refresh_token = str(told["refresh_token"])
        renewed.bot_token_expires_at = int(now.timestamp()) + int(told["expires_in"])
    except (KeyError, TypeError, ValueError) as odd:
        raise unreached(odd, now) from None
    return renewed


def _bot_token(installed: Installation) -> str:
    if not installed.bot_token:
        raise Gone("not installed")
    return installed.bot_token
