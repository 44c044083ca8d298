"""A nudge: one unprompted message the coach has promised itself to send, as a value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Kind = Literal[
    "review",
    "prompt",
    "promise",
    "cue",
    "reminder",
    "review_reminder",
    "agenda",
    "cancelled",
    "link",
]
Dropped = Literal["too_late", "quiet_hours", "paused", "no_free_moment", "over_cap"]
PRIORITY: dict[Kind, int] = {
    "review": 1,
    "agenda": 2,
    "prompt": 2,
    "promise": 3,
    "cue": 4,
    "reminder": 5,
    "review_reminder": 5,
    "cancelled": 3,
    "link": 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """What is to be said, about what, and when.

    `about` is the id of the call or promise, the local date of an agenda (ISO 8601), or a calendar
    link; `start` is the start of the call it is for (of the first call, for an agenda), the chosen
    moment of a snooze, the due day of a promise, or since when a link fails. `at` may change while
    it waits; (kind, about, start) may not: it is the key under which a nudge is sent at most once.
    """

    kind: Kind
    about: str
    start: datetime
    at: datetime

    @property
    def key(self) -> tuple[Kind, str, datetime]:
        """What makes two nudges the same."""
        return (self.kind, self.about, self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A nudge that is settled: sent, or `dropped` with the reason (one of `Dropped`)."""

    kind: Kind
    about: str
    start: datetime
    at: datetime
    dropped: str = ""

    @property
    def key(self) -> tuple[Kind, str, datetime]:
        """The key of the nudge it settles."""
        return (self.kind, self.about, self.start)
