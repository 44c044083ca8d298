"""What an operator's tools ask the server: is it alive, and is it fit for work."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web

from coaching.errors import CoachError

Ready = Callable[[], Awaitable[None]]


def health(ready: Ready) -> web.Application:
    """/healthz answers while the process lives; /readyz is 503 while `ready` raises."""

    async def alive(_: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def fit(_: web.Request) -> web.Response:
        try:
            await ready()
        except CoachError as why:
            return web.Response(status=503, text=f"{why}\n")
        return web.Response(text="ready\n")

    app = web.Application()
    app.add_routes([web.get("/healthz", alive), web.get("/readyz", fit)])
    return app
