"""First the answer, then the messages: whoever sends lets those go first who wait for an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PATIENCE = 0.25  # seconds: however many ask, each message goes out


class Courtesy:
    """Counts what is being decided on; who is not in a hurry waits, one behind the other."""

    def __init__(self) -> None:
        """Nobody asks yet."""
        self._asking = 0
        self._quiet = asyncio.Event()
        self._quiet.set()
        self._line = asyncio.Lock()

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Somebody waits for an answer while inside."""
        self._asking += 1
        self._quiet.clear()
        try:
            yield
        finally:
            self._asking -= 1
            if not self._asking:
                self._quiet.set()

    async def wait(self) -> None:
        """Wait while somebody asks, but not for ever."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE), self._line:
                await self._quiet.wait()
                # A question that has arrived is heard before the next in line goes on.
                await asyncio.sleep(0)
