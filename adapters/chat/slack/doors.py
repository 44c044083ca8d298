"""The addresses that Slack calls (signed HTTP), and those at which the app is installed."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.chat.slack.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH
from adapters.ports import Away

log = logging.getLogger(__name__)

BODY_LIMIT = 1024 * 1024  # Slack's own payloads stay under half of it
OK, BAD, FORGED, BUSY = 200, 400, 401, 503
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")
_STAMP = re.compile(r"[0-9]{1,12}")

Answer = Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]


def http_door(app: AsyncApp, flow: AsyncOAuthFlow | None = None) -> web.Application:
    """The addresses that Slack calls, and those at which the app is installed, if it can be."""
    served = web.Application(client_max_size=BODY_LIMIT)
    served.router.add_post(EVENTS_PATH, _answering(_signed(app.async_dispatch)))
    if flow is not None:
        served.router.add_get(INSTALL_PATH, _answering(flow.handle_installation))
        served.router.add_get(REDIRECT_PATH, _answering(flow.handle_callback))
    return served


def _signed(answer: Answer) -> Answer:
    """Answers what may be signed; Bolt, which checks the signature, stumbles over anything else."""

    async def checked(asked: AsyncBoltRequest) -> BoltResponse:
        if asked.body.get("ssl_check") == "1":
            return BoltResponse(status=OK)
        stamp = asked.headers.get("x-slack-request-timestamp", [""])[0]
        signature = asked.headers.get("x-slack-signature", [""])[0]
        if not _STAMP.fullmatch(stamp) or not _SIGNATURE.fullmatch(signature):
            return BoltResponse(status=FORGED)
        return await answer(asked)

    return checked


def _answering(answer: Answer) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handler(request: web.Request) -> web.Response:
        asked = await _read(request)
        if asked is None:
            return web.Response(status=BAD)
        try:
            return await to_aiohttp_response(await answer(asked))
        except Away as away:
            log.warning("Somebody was asked to come back: %s", away)
            return web.Response(status=BUSY)

    return handler


async def _read(request: web.Request) -> AsyncBoltRequest | None:
    """A request as Bolt reads it, None where it cannot: anybody may send anything here."""
    try:
        asked = await to_bolt_request(request)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    # A body may be any JSON, whatever its type says.
    told: object = asked.body
    return asked if isinstance(told, dict) else None
