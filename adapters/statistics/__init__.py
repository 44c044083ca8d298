"""Works out differences with statsmodels, in a process of its own that ends with the answer.

So nothing of it is loaded where nobody asks, and a server neither waits nor grows.
"""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from adapters.statistics.reckoning import work_out
from coaching.effectiveness.figures import Estimate, Sample


class OwnProcess:
    """The port `Statistics`, reckoned beside the program."""

    async def work_out(self, samples: Sequence[Sample], of: int = 0) -> Sequence[Estimate | None]:
        """One estimate a sample, in order; no process is begun for none."""
        if not samples:
            return ()
        return await asyncio.to_thread(_beside, samples, of)


def _beside(samples: Sequence[Sample], of: int) -> Sequence[Estimate | None]:
    """Begin a process, wait for its answer and for its end: nothing for a loop that others need."""
    # Not forked: a copy of a process with threads may stand still for ever.
    start = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=start) as beside:
        return beside.submit(work_out, samples, of).result()
