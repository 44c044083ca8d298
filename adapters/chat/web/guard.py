"""Who may talk to the page: this machine's own browser, and nothing that borrows its name."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from aiohttp import web

from adapters.ports import Away
from coaching.errors import BadInput, CoachError, Conflict, Unknown

BODY_LIMIT = 64 * 1024
LOOPBACK = re.compile(r"(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?")
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def dress(_request: web.Request, response: web.StreamResponse) -> None:
    """Put the safety headers on every answer, streams and errors too."""
    response.headers.update(HEADERS)


@web.middleware
async def tell_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer errors as JSON that names the field and what is allowed."""
    try:
        return await handler(request)
    except BadInput as error:
        return refusal(400, error.field, error.problem)
    except Unknown as error:
        return refusal(404, "", str(error))
    except Conflict as error:
        return refusal(409, "", str(error))
    except Away as error:
        return refusal(503, "", str(error))
    except CoachError as error:
        return refusal(500, "", str(error))
    except web.HTTPRequestEntityTooLarge:
        return refusal(413, "body", f"is over {BODY_LIMIT} bytes")


@web.middleware
async def keep_out_strangers(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse other names for this machine (DNS rebinding) and requests from other sites' pages."""
    host = request.headers.get("Host", "")
    if not LOOPBACK.fullmatch(host):
        return refusal(403, "Host", "must be a name of this machine")
    if request.path.startswith("/api/") and not _same_origin(request, host):
        return refusal(403, "Origin", "must be this page")
    if request.method == "POST" and request.content_type != "application/json":
        return refusal(415, "Content-Type", "must be application/json")
    return await handler(request)


def refusal(status: int, field: str, problem: str) -> web.Response:
    """An error as JSON."""
    return web.json_response({"error": {"field": field, "problem": problem}}, status=status)


def _same_origin(request: web.Request, host: str) -> bool:
    # A program that is no browser sends neither header; a browser cannot leave them out or lie.
    if request.headers.get("Origin", f"http://{host}") != f"http://{host}":
        return False
    return request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
