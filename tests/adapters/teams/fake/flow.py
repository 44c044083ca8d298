"""How often a bot may speak in one conversation before it is told to wait."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from tests.adapters.teams.fake.state import Refusal

# Seconds and messages (learn.microsoft.com, "Rate limiting", per bot and conversation); of the
# roster twice as much may be asked.
LIMITS = ((1, 7), (2, 8), (30, 60), (3600, 1800))


@dataclass(slots=True)
class Flow:
    """Counts what was taken, window by window; `on` False lets everything through."""

    on: bool = True
    taken: dict[str, deque[datetime]] = field(default_factory=lambda: defaultdict(deque))

    def take(self, conversation: str, now: datetime, *, times: int = 1) -> None:
        """Take one turn; raises `Refusal` 429 with Retry-After."""
        if not self.on:
            return
        moments = self.taken[conversation]
        while moments and now - moments[0] >= timedelta(hours=1):
            moments.popleft()
        for seconds, most in LIMITS:
            window = timedelta(seconds=seconds)
            inside = [at for at in moments if now - at < window]
            if len(inside) >= most * times:
                free = inside[-most * times] + window - now
                raise Refusal("Throttled", retry_after=free.total_seconds())
        moments.append(now)
