"""The page's ear: one stream a page that says which place changed and that the clock moved."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from aiohttp import web

from adapters.ports import Board

HEARTBEAT = 15.0
BACKLOG = 1_000

Ring = tuple[str, dict[str, str | bool]]


@dataclass(frozen=True, slots=True)
class Bell:
    """Rings at every open page; one that stops listening is cut off and comes back by itself."""

    listeners: set[asyncio.Queue[Ring | None]] = field(default_factory=set)

    def place(self, place: str) -> None:
        """A place has changed."""
        self._ring(("place", {"place": place}))

    def clock(self, now: datetime, *, moving: bool) -> None:
        """The clock stands here, and moves on or rests."""
        self._ring(("clock", {"now": now.isoformat(), "moving": moving}))

    def close(self) -> None:
        """End all streams."""
        for queue in tuple(self.listeners):
            self._end(queue)

    async def follow(self, board: Board) -> None:
        """Ring for every change of the board, for ever."""
        async for place in board.changes():
            self.place(place)

    async def stream(self, request: web.Request) -> web.StreamResponse:
        """Answer with server-sent events until the page leaves or the program ends."""
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        queue: asyncio.Queue[Ring | None] = asyncio.Queue(BACKLOG)
        self.listeners.add(queue)
        try:
            await response.prepare(request)
            with suppress(ConnectionResetError):
                async for chunk in _chunks(queue):
                    await response.write(chunk)
        finally:
            self.listeners.discard(queue)
        return response

    def _ring(self, ring: Ring) -> None:
        for queue in tuple(self.listeners):
            if queue.full():
                self._end(queue)
            else:
                queue.put_nowait(ring)

    def _end(self, queue: asyncio.Queue[Ring | None]) -> None:
        self.listeners.discard(queue)
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(None)


async def _chunks(queue: asyncio.Queue[Ring | None]) -> AsyncIterator[bytes]:
    # The first event tells a page that was away to look again; the heartbeat finds dead pages.
    yield b"retry: 1000\nevent: hello\ndata: {}\n\n"
    while True:
        try:
            ring = await asyncio.wait_for(queue.get(), HEARTBEAT)
        except TimeoutError:
            yield b": still here\n\n"
            continue
        if ring is None:
            return
        kind, data = ring
        yield f"event: {kind}\ndata: {json.dumps(data)}\n\n".encode()
