"""The server at work: its addresses, and what it refuses."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from collections.abc import Sequence
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from adapters.ports import WebPost
from bot.clock import SystemClock
from bot.config.keys import Health, Platforms, Web
from bot.program import Program
from bot.serve import at_work, listening, serve
from bot.web import health
from coaching.errors import BadInput, CoachError
from tests.bot.world import ada, company


async def get(address: tuple[str, int], path: str) -> tuple[int, str]:
    url = f"http://{address[0]}:{address[1]}{path}"
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return answer.status, await answer.text()


async def first_posts(program: Program) -> Sequence[WebPost]:
    """What the coach has posted as soon as it has posted anything."""
    (rep,) = program.enrolled.reps
    for _ in range(400):
        if posts := await program.board.posts(f"rep:{rep.id}"):
            return posts
        await asyncio.sleep(0.05)
    return ()


async def test_it_is_alive_and_ready_as_long_as_the_database_is() -> None:
    broken: list[str] = []

    async def ready() -> None:
        if broken:
            raise CoachError(broken[0])

    async with listening("health", health(ready), "127.0.0.1", 0) as address:
        fit = [await get(address, path) for path in ("/healthz", "/readyz")]
        broken.append("the database does not answer")
        unfit = [await get(address, path) for path in ("/healthz", "/readyz")]
    assert fit == [(200, "alive\n"), (200, "ready\n")]
    assert unfit == [(200, "alive\n"), (503, "the database does not answer\n")]


async def test_a_taken_port_is_named() -> None:
    async with listening("health", web.Application(), "127.0.0.1", 0) as (host, port):
        with pytest.raises(BadInput, match=rf"page: {host}:{port} cannot be listened on"):
            async with listening("page", web.Application(), host, port):
                pass


async def test_the_page_and_the_beats_run_while_it_works(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = company(
        tmp_path, ada(calendar=""), platforms=Platforms(web=Web(port=0)), health=Health(port=0)
    )
    with caplog.at_level(logging.INFO, logger="bot.serve"):
        async with at_work(config, SystemClock()) as program:
            assert (
                gc.get_freeze_count() > 0
            )  # what is loaded is not walked through while people wait
            places = {
                record.args[0]: (str(record.args[1]), int(str(record.args[2])))
                for record in caplog.records
                if isinstance(record.args, tuple)
            }
            page = await get(places["page"], "/")
            fit = await get(places["health"], "/readyz")
            posts = await first_posts(program)
    assert (page[0], fit, len(posts)) == (200, (200, "ready\n"), 1)


async def test_the_collector_leaves_alone_what_is_loaded_while_people_wait(tmp_path: Path) -> None:
    config = company(
        tmp_path, ada(calendar=""), platforms=Platforms(web=None), health=Health(port=0)
    )
    gc.unfreeze()
    async with at_work(config, SystemClock()):
        assert gc.get_freeze_count() > 0
    gc.unfreeze()


async def test_without_the_page_only_health_listens(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = company(tmp_path, ada(calendar=""), platforms=Platforms(web=None))
    with caplog.at_level(logging.INFO, logger="bot.serve"):
        async with at_work(config, SystemClock()):
            assert len(caplog.records) == 1


class Listener(logging.Handler):
    """Hears when the server says where its page is."""

    def __init__(self) -> None:
        super().__init__()
        self.open = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if isinstance(record.args, tuple) and "page" in record.args:
            self.open.set()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_works_until_it_is_told_to_stop(
    tmp_path: Path, number: signal.Signals, caplog: pytest.LogCaptureFixture
) -> None:
    listener, log = Listener(), logging.getLogger("bot.serve")
    log.addHandler(listener)
    with caplog.at_level(logging.INFO, logger="bot.serve"):
        serving = asyncio.create_task(serve(company(tmp_path, ada(calendar=""))))
        await asyncio.wait_for(listener.open.wait(), timeout=30)
        signal.raise_signal(number)
        await asyncio.wait_for(serving, timeout=30)
    log.removeHandler(listener)
    assert asyncio.get_running_loop().remove_signal_handler(number) is False
