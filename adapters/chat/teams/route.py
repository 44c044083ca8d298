"""The one address that Teams calls: nobody is heard before it is clear who speaks."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from aiohttp import web

from adapters.chat.teams.auth import Guard, Refused
from adapters.ports import Away, Gone, Later, Never
from coaching.errors import BadInput

log = logging.getLogger(__name__)

PATH = "/api/messages"
# Teams' own activities are far smaller: a message has at most about 100 KB.
MOST_BYTES = 256 * 1024
SECONDS = 10
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an activity is answered with; `body` is for an invoke, None for no body at all."""

    status: int = HTTPStatus.OK
    body: Any = None


Turn = Callable[[Json], Awaitable[Answer]]


def door(guard: Guard, turn: Turn) -> web.Application:
    """The application with that address; whatever is not taken is 400, 401 or 413, untold why."""

    async def heard(request: web.Request) -> web.Response:
        activity = await _checked(guard, request)
        answer = await _answered(turn, activity)
        if answer.body is None:
            return web.Response(status=answer.status)
        return web.json_response(answer.body, status=answer.status)

    app = web.Application(client_max_size=MOST_BYTES)
    app.router.add_post(PATH, heard)
    return app


async def _checked(guard: Guard, request: web.Request) -> Json:
    """What was said, by whoever may say it: first who it is, then what."""
    try:
        bearer = await guard.bearer(_header(request))
        activity = await _read(request)
        guard.check(bearer, activity)
    except Refused as refused:
        log.warning("Somebody who is not Teams was turned away: %s", refused)
        raise web.HTTPUnauthorized from None
    except BadInput as bad:
        log.warning("What came cannot be read: %s", bad)
        raise web.HTTPBadRequest from None
    return activity


def _header(request: web.Request) -> str | None:
    """The one Authorization header; of several nobody could say which of them counts."""
    told = request.headers.getall("Authorization", [])
    return told[0] if len(told) == 1 else None


async def _read(request: web.Request) -> Json:
    # A page in somebody's browser can post anything but this without asking first.
    if request.content_type != "application/json":
        raise BadInput("Content-Type", "must be application/json")
    try:
        async with asyncio.timeout(SECONDS):
            told = json.loads(await request.read(), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadInput("body", "is not JSON") from None
    except TimeoutError:
        raise BadInput("body", "comes too slowly") from None
    if not isinstance(told, dict):
        raise BadInput("body", "must be a JSON object")
    return told


def _no_number(name: str) -> None:
    raise ValueError(name)


async def _answered(turn: Turn, activity: Json) -> Answer:
    """What the bot answers; a failure is told so that Teams comes again where that may help."""
    try:
        return await turn(activity)
    except BadInput as bad:
        log.warning("Teams sent what cannot be read: %s", bad)
        return Answer(status=HTTPStatus.BAD_REQUEST)
    except (Away, Later) as fault:
        log.warning("Teams was asked to come back: %s", fault)
        return Answer(status=HTTPStatus.SERVICE_UNAVAILABLE)
    except (Never, Gone) as fault:
        # Nobody is there to be answered; the same again would end the same way.
        log.warning("Teams told of somebody who is not there: %s", fault)
        return Answer()
    except Exception:
        log.exception("An activity failed")
        return Answer(status=HTTPStatus.INTERNAL_SERVER_ERROR)
