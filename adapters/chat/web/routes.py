"""The page's addresses: files, what is to be seen, what can be done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, time, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from aiohttp import web

from adapters.chat.web import guard
from adapters.chat.web.acts import act, rep_of, zone_of
from adapters.chat.web.bell import Bell
from adapters.chat.web.clockwork import Clockwork
from adapters.chat.web.labels import labels
from adapters.chat.web.platform import rep_place, team_place
from adapters.chat.web.read import NAME_LIMIT, VERBS, read_id, read_language, words
from adapters.chat.web.site import Site
from adapters.chat.web.views import day_view, people_view, posts_view
from coaching.errors import BadInput
from coaching.people import Rep
from coaching.spans import Span

TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}


def application(site: Site) -> web.Application:
    """The page and its API, ready to be served on loopback."""
    app = web.Application(
        client_max_size=guard.BODY_LIMIT,
        middlewares=[guard.tell_errors, guard.keep_out_strangers],
    )
    app.on_response_prepare.append(guard.dress)
    bell = Bell()
    app.cleanup_ctx.append(_following(bell, site))
    app.on_shutdown.append(_closing(bell))
    views = _Views(site)
    app.add_routes(_file_routes())
    app.add_routes(
        [
            web.get("/api/words", views.words),
            web.get("/api/people", views.people),
            web.get("/api/board", views.board),
            web.get("/api/calls", views.calls),
            web.get("/api/clock", views.clock),
            web.get("/api/events", bell.stream),
            *(web.post(f"/api/{verb}", act(site, verb)) for verb in VERBS),
        ]
    )
    if site.mover:
        app.router.add_post("/api/clock", Clockwork(site=site, mover=site.mover, bell=bell).post)
    return app


class _Views:
    """What the page reads."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def words(self, request: web.Request) -> web.Response:
        """The page's own words in a language."""
        language = read_language(_asked(request, "language"))
        return web.json_response(labels(self._site.words(language, "UTC", self._now())))

    async def people(self, _request: web.Request) -> web.Response:
        """Whom one can act as."""
        door = self._site.door
        view = people_view(await door.people(), await door.teams())
        return web.json_response({"people": view, "moves": self._site.mover is not None})

    async def board(self, request: web.Request) -> web.Response:
        """The posts of a place, drawn for the rep who looks."""
        rep = await self._rep(request)
        place = _asked(request, "place")
        if place not in {rep_place(rep.id).address, team_place(rep.team_id).address}:
            raise BadInput("place", "is neither this rep's nor their team's")
        names = {str(one.id): one.name for one in await self._site.door.people()}
        view = posts_view(
            await self._site.board.posts(place),
            names,
            me=str(rep.id),
            language=read_language(_asked(request, "language")),
            zone=await zone_of(self._site, rep),
            words=self._site.words,
        )
        return web.json_response({"posts": view})

    async def calls(self, request: web.Request) -> web.Response:
        """The rep's calendar on the clock's local day."""
        rep = await self._rep(request)
        zone = ZoneInfo(await zone_of(self._site, rep))
        appointments = await self._site.door.day(rep.id, _day(self._now(), zone))
        return web.json_response({"calls": day_view(appointments)})

    async def clock(self, _request: web.Request) -> web.Response:
        """Where the clock stands."""
        return web.json_response({"now": self._now().isoformat()})

    async def _rep(self, request: web.Request) -> Rep:
        return await rep_of(self._site, read_id("rep", _asked(request, "rep")))

    def _now(self) -> datetime:
        return self._site.clock.now()


def _asked(request: web.Request, field: str) -> str:
    return words(request.query, field, NAME_LIMIT)


def _day(now: datetime, zone: ZoneInfo) -> Span:
    start = datetime.combine(now.astimezone(zone).date(), time(), tzinfo=zone)
    # Wall-clock arithmetic: a local day may have 23 or 25 hours.
    return Span(start.astimezone(UTC), (start + timedelta(days=1)).astimezone(UTC))


def _file_routes() -> list[web.RouteDef]:
    """One route a file of the page, each read once; there is no path to climb out of."""
    folder = files("adapters.chat.web") / "page"
    routes = []
    for file in folder.iterdir():
        suffix = f".{file.name.rpartition('.')[2]}"
        path = "/" if file.name == "index.html" else f"/{file.name}"
        routes.append(web.get(path, _file(file.read_bytes(), TYPES[suffix])))
    return routes


def _file(content: bytes, kind: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def serve(_request: web.Request) -> web.Response:
        return web.Response(body=content, content_type=kind, charset="utf-8")

    return serve


def _following(bell: Bell, site: Site) -> Callable[[web.Application], AsyncIterator[None]]:
    async def follow(_app: web.Application) -> AsyncIterator[None]:
        task = asyncio.create_task(bell.follow(site.board))
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    return follow


def _closing(bell: Bell) -> Callable[[web.Application], Awaitable[None]]:
    async def close(_app: web.Application) -> None:
        bell.close()

    return close
