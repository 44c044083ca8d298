"""The tokens that we speak to Teams with: by a secret, or as what Azure takes us for."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Protocol

import requests
from aiohttp import ClientError, ClientSession, ClientTimeout
from msal import ManagedIdentityClient, UserAssignedManagedIdentity

from adapters.ports import Clock, Later
from coaching.errors import CoachError

log = logging.getLogger(__name__)

SECONDS = 10
# A token is renewed so long before it ends, so that none ends on its way.
EARLY = timedelta(minutes=5)
SOON = timedelta(seconds=30)
_LASTS = 3600
# Whose tokens a bot for many tenants asks for, in each cloud
# (learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication).
_SHARED = {
    "https://api.botframework.us": "MicrosoftServices.onmicrosoft.us",
    "https://api.botframework.azure.cn": "microsoftservices.partner.onmschina.cn",
}
_SHARED_PUBLIC = "botframework.com"


class Tokens(Protocol):
    """Knows the token to speak with."""

    async def token(self) -> str:
        """A token that still counts, empty where none is needed; raises `Later` without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoTokens:
    """An emulator on this machine asks for no token."""

    async def token(self) -> str:
        """Nothing."""
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A token and how many seconds it counts from now."""

    token: str
    seconds: float


class NotGranted(CoachError):
    """No token was given."""


class KeptTokens:
    """Keeps a token until shortly before it ends; those who need one meanwhile wait for the same.

    Where no new one is given the old one is used to its end; what gives tokens is not asked again
    at once.
    """

    def __init__(self, grant: Callable[[], Awaitable[Grant]], clock: Clock) -> None:
        """Take tokens from there; `grant` raises `NotGranted`."""
        self._grant = grant
        self._clock = clock
        self._turn = asyncio.Lock()
        self._token = ""
        self._ends_at: datetime | None = None
        self._not_before: datetime | None = None
        self._why = ""

    async def token(self) -> str:
        """A token that still counts; raises `Later` where there is none."""
        async with self._turn:
            now = self._clock.now()
            is_early = self._not_before is not None and now < self._not_before
            if not self._lasts(now + EARLY) and not is_early:
                await self._renew(now)
            if self._lasts(now):
                return self._token
            raise Later(self._not_before or now + SOON, self._why)

    def _lasts(self, until: datetime) -> bool:
        return self._ends_at is not None and until < self._ends_at

    async def _renew(self, now: datetime) -> None:
        try:
            given = await self._grant()
        except NotGranted as refused:
            log.warning("No token to speak to Teams with: %s", refused)
            self._not_before, self._why = now + SOON, str(refused)
            return
        self._token = given.token
        self._ends_at = now + timedelta(seconds=given.seconds)
        # One that ends at once must not make us ask at every message.
        self._not_before = now + SOON


@dataclass(frozen=True, slots=True, kw_only=True)
class BySecret:
    """Asks Entra for a token by the app's secret (OAuth 2.0, client credentials).

    `tenant` is the app's own, empty for an app in many tenants; `resource` whom the token is for.
    """

    authority: str
    tenant: str
    app_id: str
    password: str
    resource: str

    async def __call__(self) -> Grant:
        """A new token; raises `NotGranted`."""
        tenant = self.tenant or _SHARED.get(self.resource, _SHARED_PUBLIC)
        form = {
            "grant_type": "client_credentials",
            "client_id": self.app_id,
            "client_secret": self.password,
            "scope": f"{self.resource}/.default",
        }
        timeout = ClientTimeout(total=SECONDS)
        url = f"{self.authority}/{tenant}/oauth2/v2.0/token"
        try:
            async with (
                ClientSession(timeout=timeout) as session,
                session.post(url, data=form, allow_redirects=False) as answer,
            ):
                told = await answer.json(content_type=None)
        # No chain: what aiohttp raises may quote the request.
        except (ClientError, OSError, ValueError) as error:
            raise NotGranted(type(error).__name__) from None
        return _granted(told, answer.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class ByIdentity:
    """Asks the machine we run on for a token, as a managed identity: there is no secret."""

    app_id: str
    resource: str

    async def __call__(self) -> Grant:
        """A new token; raises `NotGranted`. What blocks does so in a thread."""
        try:
            told = await asyncio.to_thread(self._ask)
        # msal raises its own, those of requests, and plain ones for an answer it cannot read.
        except Exception as error:  # noqa: BLE001 - whichever it is: there is no token
            raise NotGranted(type(error).__name__) from None
        return _granted(told, HTTPStatus.OK)

    def _ask(self) -> Any:
        identity = UserAssignedManagedIdentity(client_id=self.app_id)
        with _Patient() as session:
            client = ManagedIdentityClient(identity, http_client=session)
            return client.acquire_token_for_client(resource=self.resource)


class _Patient(requests.Session):
    """A session that waits so long and no longer."""

    def request(self, *args: Any, **more: Any) -> requests.Response:
        """One request."""
        return super().request(*args, **{"timeout": SECONDS, **more})


def _granted(told: Any, status: int) -> Grant:
    """What was given; of a refusal only its code is told on, never what it quotes."""
    token = told.get("access_token") if isinstance(told, dict) else None
    if status == HTTPStatus.OK and isinstance(token, str) and token:
        return Grant(token=token, seconds=_seconds(told.get("expires_in")))
    code = told.get("error") if isinstance(told, dict) else None
    raise NotGranted(f"{code[:100] if isinstance(code, str) else 'answered'} ({status})")


def _seconds(told: Any) -> float:
    try:
        return min(max(float(told), 0), 86_400)
    except (TypeError, ValueError):
        return _LASTS
