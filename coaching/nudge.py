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

    `about` is the id of the call or promise, or the local date of an agenda (ISO 8601); `start`
    is the start of the call it is for (of the first call, for an agenda; the due moment of a
    promise). `at` may change while it waits; (kind, about, start) may not: it is the key under
    which a nudge is sent at most once.
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
    """A nudge that is settled: sent, or dropped with the reason."""

    kind: Kind
    about: str
    start: datetime
    at: datetime
    dropped: str = ""

    @property
    def key(self) -> tuple[Kind, str, datetime]:
        """The key of the nudge it settles."""
        return (self.kind, self.about, self.start)
