"""The server: the beats, the page and the health answers, until it is asked to stop."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from adapters.ports import Clock
from bot import wiring
from bot.clock import SystemClock
from bot.config import Config
from bot.program import Program
from bot.web import health
from coaching.errors import BadInput

log = logging.getLogger(__name__)
_SIGNALS = (signal.SIGTERM, signal.SIGINT)


async def serve(config: Config) -> None:
    """Serve until SIGTERM or SIGINT; what is under way is finished first."""
    with told_to_stop() as stop:
        async with at_work(config, SystemClock()):
            await stop.wait()
            log.info("Stopping: finishing what is under way")


@contextmanager
def told_to_stop() -> Iterator[asyncio.Event]:
    """An event that SIGTERM and SIGINT set, instead of ending the process where it stands."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in _SIGNALS:
            loop.remove_signal_handler(number)


@asynccontextmanager
async def at_work(config: Config, clock: Clock) -> AsyncIterator[Program]:
    """The program with its beats and its addresses open."""
    async with wiring.build(config, clock, use="serve") as program, AsyncExitStack() as closing:
        await program.greet()
        at = config.health
        await closing.enter_async_context(
            listening("health", health(program.ready), at.host, at.port)
        )
        page = config.platforms.web
        if page:
            app = wiring.page(program)
            await closing.enter_async_context(listening("page", app, page.host, page.port))
        for what, keys, opens in (
            ("Slack door", config.platforms.slack, program.slack),
            ("Teams door", config.platforms.teams, program.teams),
        ):
            door = await closing.enter_async_context(opens()) if keys and opens else None
            if keys and door is not None:
                await closing.enter_async_context(listening(what, door, keys.host, keys.port))
        set_apart()
        beats = program.beats()
        beats.start()
        closing.push_async_callback(beats.stop)
        yield program


def set_apart() -> None:
    """Set all that is loaded by now apart from the collector: it stays for good.

    To walk through models and words takes a quarter of a second, and people wait meanwhile.
    """
    gc.collect()
    gc.freeze()


@asynccontextmanager
async def listening(
    what: str, app: web.Application, host: str, port: int
) -> AsyncIterator[tuple[str, int]]:
    """An application that listens; yields where. Raises `BadInput` where the port is taken."""
    doors = logging.getLogger(f"{__name__}.doors")
    doors.addFilter(_without_content)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=5, logger=doors)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as taken:
            raise BadInput(
                what, f"{host}:{port} cannot be listened on: {taken.strerror}"
            ) from taken
        address = runner.addresses[0]
        log.info("The %s is at http://%s:%s", what, address[0], address[1])
        yield address[0], address[1]
    finally:
        await runner.cleanup()


def _without_content(record: logging.LogRecord) -> bool:
    """Say no more than that what came is no HTTP: aiohttp would quote it, with the tokens in it."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, HttpProcessingError):
        record.msg, record.args = "What came cannot be read: %s", (type(error).__name__,)
        record.exc_info = None
        record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True
