"""The stream that tells open pages what changed."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from adapters.chat.web import bell
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.fakes import MARA

HELLO = "event: hello\ndata: {}"


async def _read(stream: Any, count: int) -> list[str]:
    async def events() -> list[str]:
        return [(await stream.content.readuntil(b"\n\n")).decode().strip() for _ in range(count)]

    return await asyncio.wait_for(events(), 5)


async def test_an_open_page_hears_of_posts_and_of_the_clock(visitor: Visitor) -> None:
    stream = await visitor.client.get("/api/events")
    assert stream.content_type == "text/event-stream"
    assert await _read(stream, 1) == [f"retry: 1000\n{HELLO}"]
    await visitor.post("say", text="hello")
    place = f'event: place\ndata: {{"place": "rep:{MARA.id}"}}'
    assert await _read(stream, 2) == [place, place]
    await visitor.post("clock", to="+1h")
    told = await _read(stream, 4)
    clocks = [event for event in told if event.startswith("event: clock")]
    at = '{"now": "2026-11-23T08:30:00+00:00", "moving": '
    assert clocks[-1] == f"event: clock\ndata: {at}false}}"
    assert f"event: clock\ndata: {at}true}}" in clocks
    stream.close()


async def test_a_page_that_does_not_listen_is_cut_off() -> None:
    ears: asyncio.Queue[bell.Ring | None] = asyncio.Queue(2)
    tower = bell.Bell({ears})
    for _ in range(3):
        tower.place("rep:1")
    assert tower.listeners == set()
    assert ears.get_nowait() is None


async def test_a_quiet_stream_still_beats(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bell, "HEARTBEAT", 0.01)
    stream = await visitor.client.get("/api/events")
    assert (await _read(stream, 2))[1] == ": still here"
    stream.close()


async def test_streams_end_with_the_program(visitor: Visitor) -> None:
    stream = await visitor.client.get("/api/events")
    await _read(stream, 1)
    await visitor.client.server.close()
    assert await asyncio.wait_for(stream.content.read(), 5) == b""
