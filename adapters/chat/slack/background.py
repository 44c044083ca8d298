"""What is done after the answer: neither forgotten by the loop nor lost without a word."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from adapters.ports import Away, Gone, Later, Never

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Background:
    """Work under way that nobody waits for."""

    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __call__(self, work: Coroutine[Any, Any, None], what: str) -> asyncio.Task[None]:
        """Begin to do it; a failure is logged, with what it was, and never raised."""
        task = asyncio.get_running_loop().create_task(_told(work, what))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def rest(self) -> None:
        """Wait until nothing is under way."""
        while self._tasks:
            await asyncio.gather(*self._tasks)


async def _told(work: Coroutine[Any, Any, None], what: str) -> None:
    try:
        await work
    except (Later, Never, Gone, Away) as fault:
        log.warning("Could not %s: %s", what, fault)
    except Exception:
        log.exception("Could not %s", what)
