"""The connection that we open to Slack (Socket Mode), and open again when it is lost."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from slack_bolt.adapter.socket_mode.async_internals import (
    run_async_bolt_app,
    send_async_response,
)
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.slack.calls import Calls
from adapters.chat.slack.refusals import Refused
from adapters.ports import Later
from coaching.errors import BadInput, CoachError

log = logging.getLogger(__name__)

# Seconds between two signs of life, and until the next try; an address counts for about thirty.
PULSE = 10.0
TICKET = 25.0
_ADDRESS = re.compile(r"\b(?:wss?|https?)://\S+")


class Unreachable(CoachError):
    """Slack cannot be reached."""


class _Discreet(logging.Filter):
    """One line of what slack_sdk has to say, without addresses: they let anybody in."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage().partition("\n")[0]
        record.msg, record.args = "Slack's connection: %s", (_ADDRESS.sub("…", said)[:200],)
        record.exc_info = record.exc_text = record.stack_info = None
        return True


_SDK = logging.getLogger(f"{__name__}.sdk")
_SDK.setLevel(logging.ERROR)
_SDK.addFilter(_Discreet())


class _Connection(SocketModeClient):
    """slack_sdk's connection, which would try an address that has ended again and again."""

    async def connect(self) -> None:
        """Connect, and go on trying, with a fresh address each time the last one has ended."""
        while not self.closed:
            try:
                async with asyncio.timeout(self.ping_interval * TICKET / PULSE):
                    await super().connect()  # type: ignore[no-untyped-call]  # slack_sdk's own
            except TimeoutError:
                self.wss_uri = None
            else:
                return


@asynccontextmanager
async def connection(
    app: AsyncApp, calls: Calls, app_token: str, api: str, *, pulse: float = PULSE
) -> AsyncIterator[None]:
    """A connection of Socket Mode, open; a lost one is opened again every `pulse` seconds.

    Raises `BadInput` where Slack refuses the token, `Unreachable` where it is not there.
    """
    try:
        told = await calls.do("apps.connections.open", app_token, {})
    except Refused as refused:
        if isinstance(refused.means, Later):
            raise Unreachable(f"Slack opens no connection: {refused.means}") from None
        raise BadInput("platforms.slack.app_token", f"Slack does not take it: {refused}") from None
    client = _Connection(
        app_token=app_token,
        logger=_SDK,
        web_client=AsyncWebClient(base_url=f"{api}/", logger=_SDK),
        ping_interval=pulse,
    )
    client.socket_mode_request_listeners.append(_Ear(app))
    client.wss_uri = str(told.get("url", ""))
    try:
        try:
            async with asyncio.timeout(pulse * TICKET / PULSE):
                await client.connect()
        except TimeoutError:
            raise Unreachable("Slack opens no connection: it does not answer") from None
        log.info("Slack is connected")
        yield
    finally:
        await client.close()  # type: ignore[no-untyped-call]  # slack_sdk's own


class _Ear:
    """Gives what comes over the connection to the app, and sends its answer back."""

    def __init__(self, app: AsyncApp) -> None:
        self._app = app

    async def __call__(self, client: AsyncBaseSocketModeClient, asked: SocketModeRequest) -> None:
        answer: Any = await run_async_bolt_app(self._app, asked)
        await send_async_response(client, asked, answer, 0.0)
