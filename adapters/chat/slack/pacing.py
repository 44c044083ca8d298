"""How fast Slack is spoken to: about a message a second in a channel, and pauses it asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from adapters.ports import Clock, Later

EVERY = timedelta(seconds=1)
BURST = 3
MANY = 10_000


@dataclass(slots=True, kw_only=True)
class Pacing:
    """Says when it is too early; nothing waits here, the outbox comes back.

    `every` is the time a channel needs for one message, `burst` how many it takes at once
    (docs.slack.dev/apis/web-api/rate-limits: one a second, short bursts above it).
    """

    clock: Clock
    every: timedelta = EVERY
    burst: int = BURST
    # A channel is full until then; a tenant's method pauses until then.
    full: dict[tuple[str, str], datetime] = field(default_factory=dict)
    paused: dict[tuple[str, str], datetime] = field(default_factory=dict)

    def check(self, tenant: str, method: str) -> None:
        """Raise `Later` while Slack wants to hear nothing of that method from that tenant."""
        until = self.paused.get((tenant, method))
        if until is None:
            return
        if until > self.clock.now():
            raise Later(until, "ratelimited")
        del self.paused[tenant, method]

    def pause(self, tenant: str, method: str, until: datetime) -> None:
        """Say nothing by that method for that tenant until then."""
        key = (tenant, method)
        self.paused[key] = max(until, self.paused.get(key, until))

    def take(self, tenant: str, channel: str) -> None:
        """Take a channel's turn for one message, or raise `Later` with the time of the next turn.

        Each message sent fills the channel by one `every`; what is full by more than a burst waits.
        """
        now = self.clock.now()
        self._forget(now)
        full = max(self.full.get((tenant, channel), now), now)
        early = full - now - self.every * (self.burst - 1)
        if early > timedelta():
            raise Later(now + early, "one message a second")
        self.full[tenant, channel] = full + self.every

    def _forget(self, now: datetime) -> None:
        """Drop channels that are empty again, once there are many."""
        if len(self.full) >= MANY:
            self.full = {key: full for key, full in self.full.items() if full > now}
