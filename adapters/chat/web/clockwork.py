"""Moving the playground's clock: one move at a time, told to every open page as it goes."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from aiohttp import web

from adapters.chat.web.acts import rep_of, zone_of
from adapters.chat.web.bell import Bell
from adapters.chat.web.draw import Json
from adapters.chat.web.moves import until
from adapters.chat.web.platform import COACH, rep_place, team_place
from adapters.chat.web.read import NAME_LIMIT, read_asking, read_body, words
from adapters.chat.web.site import Mover, Site
from coaching.people import Rep

REMEMBERED = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Clockwork:
    """Answers moves of the clock; a move asked for twice is made once."""

    site: Site
    mover: Mover
    bell: Bell
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    made: OrderedDict[str, Json] = field(default_factory=OrderedDict)

    async def post(self, request: web.Request) -> web.Response:
        """Move the clock to where the page says, and tell what came of it."""
        body = read_body(await request.read())
        asking = read_asking(body)
        to = words(body, "to", NAME_LIMIT)
        async with self.turn:
            if asking.delivery not in self.made:
                rep = await rep_of(self.site, asking.rep_id)
                self._remember(asking.delivery, await self._move(rep, to))
            return web.json_response(self.made[asking.delivery])

    async def _move(self, rep: Rep, to: str) -> Json:
        zone = ZoneInfo(await zone_of(self.site, rep))
        moment = until(to, self.site.clock.now(), zone)
        places = (rep_place(rep.id).address, team_place(rep.team_id).address)
        before = await self._said(places)
        try:
            async for now in self.mover.move(moment, stop_at=places if to == "next" else ()):
                self.bell.clock(now, moving=True)
        finally:
            self.bell.clock(self.site.clock.now(), moving=False)
        new = {
            place: [one for one in told if one not in before[place]]
            for place, told in (await self._said(places)).items()
        }
        return {"now": self.site.clock.now().isoformat(), "new": new}

    async def _said(self, places: tuple[str, ...]) -> dict[str, list[str]]:
        return {
            place: [
                post.reference
                for post in await self.site.board.posts(place)
                if post.author == COACH
            ]
            for place in places
        }

    def _remember(self, delivery: str, answer: Json) -> None:
        self.made[delivery] = answer
        while len(self.made) > REMEMBERED:
            self.made.popitem(last=False)
