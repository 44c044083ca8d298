"""How others install the app from a browser: OAuth, with a state that counts once."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urljoin

from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.chat.slack.calls import Calls, Json
from adapters.chat.slack.manifest import INSTALL_PATH, REDIRECT_PATH, SCOPES
from adapters.chat.slack.refusals import Refused
from adapters.ports import Clock

log = logging.getLogger(__name__)
_SDK = logging.getLogger(f"{__name__}.sdk")
_SDK.setLevel(logging.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """What it takes to have the app installed by others; `address` is where browsers reach it."""

    client_id: str
    client_secret: str = field(repr=False)
    address: str
    new_state: Callable[[], str]

    @property
    def redirect_uri(self) -> str | None:
        """Where Slack leads back to; without an address to the first that the app has at Slack."""
        return f"{self.address}{REDIRECT_PATH}" if self.address else None


class Flow(AsyncOAuthFlow):
    """Slack's way to install the app, with our own calls: slack_sdk's know no time-out here."""

    def __init__(
        self, settings: AsyncOAuthSettings, install: Install, calls: Calls, clock: Clock
    ) -> None:
        """Follow these settings."""
        super().__init__(settings=settings, logger=_SDK)
        self._install = install
        self._calls = calls
        self._clock = clock

    async def run_installation(self, code: str) -> Installation | None:
        """The installation behind a code, None where Slack does not give it."""
        try:
            told = await self._calls.redeem(
                code,
                client_id=self._install.client_id,
                client_secret=self._install.client_secret,
                redirect_uri=self._install.redirect_uri,
            )
            us = await self._calls.do("auth.test", str(told.get("access_token", "")), {})
        except Refused as refused:
            log.warning("Slack gave no installation: %s", refused.means)
            return None
        return _installation(told, us, self._clock.now())


def install_flow(
    install: Install,
    *,
    calls: Calls,
    clock: Clock,
    api: str,
    installations: AsyncInstallationStore,
    states: AsyncOAuthStateStore,
    installed: Callable[[Installation], Awaitable[None]],
) -> Flow:
    """Slack's way to install the app, step by step; `installed` is told once it is stored."""

    async def success(told: AsyncSuccessArgs) -> BoltResponse:
        await installed(told.installation)
        return await told.default.success(told)

    async def failure(told: AsyncFailureArgs) -> BoltResponse:
        # The reason comes from a browser: anybody may have written it.
        log.warning("The app was not installed: %.60r", told.reason)
        return await told.default.failure(told)

    settings = AsyncOAuthSettings(
        client_id=install.client_id,
        client_secret=install.client_secret,
        scopes=list(SCOPES),
        user_scopes=[],
        redirect_uri=install.redirect_uri,
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        authorization_url=urljoin(api, "/oauth/v2/authorize"),
        installation_store=installations,
        state_store=states,
        callback_options=AsyncCallbackOptions(success=success, failure=failure),
        logger=_SDK,
    )
    # Where we give none slack_bolt looks for one in the environment, by a name that is not ours.
    settings.redirect_uri = install.redirect_uri
    settings.authorize_url_generator.redirect_uri = install.redirect_uri
    return Flow(settings, install, calls, clock)


def _installation(told: Json, us: Json, now: datetime) -> Installation:
    """What oauth.v2.access and auth.test tell (docs.slack.dev/reference/methods)."""
    enterprise, team = told.get("enterprise") or {}, told.get("team") or {}
    org_wide = told.get("is_enterprise_install") is True
    return Installation(
        app_id=told.get("app_id"),
        enterprise_id=enterprise.get("id"),
        enterprise_name=enterprise.get("name"),
        enterprise_url=us.get("url") if org_wide else None,
        team_id=team.get("id"),
        team_name=team.get("name"),
        bot_token=told.get("access_token"),
        bot_id=us.get("bot_id"),
        bot_user_id=told.get("bot_user_id"),
        bot_scopes=told.get("scope", ""),
        bot_refresh_token=told.get("refresh_token"),
        bot_token_expires_in=told.get("expires_in"),
        user_id=(told.get("authed_user") or {}).get("id", ""),
        is_enterprise_install=org_wide,
        token_type=told.get("token_type"),
        installed_at=now.timestamp(),
    )
