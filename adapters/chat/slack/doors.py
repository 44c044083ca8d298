"""The two ways in: a connection we open (Socket Mode), and addresses that Slack calls (HTTP)."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.oauth.async_callback_options import (
    AsyncCallbackOptions,
    AsyncFailureArgs,
    AsyncSuccessArgs,
)
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.oauth.installation_store import Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.slack.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH, SCOPES

log = logging.getLogger(__name__)
_SDK = logging.getLogger(f"{__name__}.sdk")
_SDK.setLevel(logging.ERROR)

BODY_LIMIT = 1024 * 1024  # Slack's own payloads stay under half of it


def socket_door(app: AsyncApp, app_token: str, api: str) -> AsyncSocketModeHandler:
    """A connection to Slack, to be opened with `connect_async` and closed with `close_async`."""
    client = AsyncWebClient(base_url=f"{api}/", logger=_SDK)
    return AsyncSocketModeHandler(app, app_token, logger=_SDK, web_client=client)


def http_door(app: AsyncApp, flow: AsyncOAuthFlow | None = None) -> web.Application:
    """The addresses that Slack calls, and those at which the app is installed, if it can be."""
    served = web.Application(client_max_size=BODY_LIMIT)
    served.router.add_post(EVENTS_PATH, _answering(app.async_dispatch))
    if flow is not None:
        served.router.add_get(INSTALL_PATH, _answering(flow.handle_installation))
        served.router.add_get(REDIRECT_PATH, _answering(flow.handle_callback))
    return served


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """What it takes to have the app installed by others; `address` is where browsers reach it."""

    client_id: str
    client_secret: str = field(repr=False)
    address: str
    new_state: Callable[[], str]


def install_flow(
    install: Install,
    *,
    api: str,
    installations: AsyncInstallationStore,
    states: AsyncOAuthStateStore,
    installed: Callable[[Installation], Awaitable[None]],
) -> AsyncOAuthFlow:
    """Slack's way to install the app, step by step; `installed` is told once it is stored."""

    async def success(told: AsyncSuccessArgs) -> BoltResponse:
        await installed(told.installation)
        return await told.default.success(told)

    async def failure(told: AsyncFailureArgs) -> BoltResponse:
        log.warning("The app was not installed: %s", told.reason)
        return await told.default.failure(told)

    settings = AsyncOAuthSettings(
        client_id=install.client_id,
        client_secret=install.client_secret,
        scopes=list(SCOPES),
        redirect_uri=f"{install.address}{REDIRECT_PATH}" if install.address else None,
        install_path=INSTALL_PATH,
        redirect_uri_path=REDIRECT_PATH,
        authorization_url=urljoin(api, "/oauth/v2/authorize"),
        installation_store=installations,
        state_store=states,
        callback_options=AsyncCallbackOptions(success=success, failure=failure),
        logger=_SDK,
    )
    client = AsyncWebClient(base_url=f"{api}/", logger=_SDK)
    return AsyncOAuthFlow(settings=settings, client=client, logger=_SDK)


def _answering(
    answer: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await answer(await to_bolt_request(request)))

    return handler
