"""How fast Teams is spoken to: so many messages in so many seconds, and pauses it asks for."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from adapters.ports import Clock, Later

Windows = tuple[tuple[timedelta, int], ...]


def _windows(*limits: tuple[int, int]) -> Windows:
    return tuple((timedelta(seconds=seconds), most) for seconds, most in limits)


# learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: of a bot in one conversation,
# and of an app in one tenant.
CONVERSATION = _windows((1, 7), (2, 8), (30, 60), (3600, 1800))
TENANT = _windows((1, 50))
MANY = 10_000


@dataclass(slots=True, kw_only=True)
class Pacing:
    """Says when it is too early; nothing waits here, the outbox comes back."""

    clock: Clock
    conversation: Windows = CONVERSATION
    tenant: Windows = TENANT
    # When something was said, oldest first; a conversation pauses until then.
    said: dict[Hashable, deque[datetime]] = field(default_factory=dict)
    paused: dict[str, datetime] = field(default_factory=dict)

    def check(self, conversation: str) -> None:
        """Raise `Later` while Teams wants to hear nothing in that conversation."""
        until = self.paused.get(conversation)
        if until is None:
            return
        if until > self.clock.now():
            raise Later(until, "a pause that Teams asked for")
        del self.paused[conversation]

    def pause(self, conversation: str, until: datetime) -> None:
        """Say nothing in that conversation until then."""
        self.paused[conversation] = max(until, self.paused.get(conversation, until))

    def take(self, tenant: str, conversation: str) -> None:
        """Take one turn, or raise `Later` with the very moment of the next one."""
        self.check(conversation)
        now = self.clock.now()
        self._forget(now)
        turns = (((tenant,), self.tenant), ((tenant, conversation), self.conversation))
        free = max(self._free(key, windows, now) for key, windows in turns)
        if free > now:
            raise Later(free, "as much as Teams takes for now")
        for key, windows in turns:
            self._note(key, windows, now)

    def _free(self, key: Hashable, windows: Windows, now: datetime) -> datetime:
        """When one more fits into all windows; a moment past where it fits now."""
        said = self.said.get(key, deque())
        moments = [said[-most] + length for length, most in windows if len(said) >= most]
        return max(moments, default=now)

    def _note(self, key: Hashable, windows: Windows, now: datetime) -> None:
        said = self.said.setdefault(key, deque(maxlen=max(most for _, most in windows)))
        said.append(now)

    def _forget(self, now: datetime) -> None:
        """Once many are kept, drop who said nothing in the longest window and pauses that ended."""
        if len(self.said) >= MANY:
            longest = max(length for length, _ in (*self.conversation, *self.tenant))
            kept = {key: said for key, said in self.said.items() if said[-1] + longest > now}
            self.said = kept
        if len(self.paused) >= MANY:
            self.paused = {key: until for key, until in self.paused.items() if until > now}
