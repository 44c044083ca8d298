"""What is due, and what is to be carried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol
from uuid import UUID

from adapters.ports.chat import Place
from coaching.messages import Message
from coaching.nudge import Nudge
from coaching.people import Language, Team


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNudge:
    """A nudge whose time has come, claimed for a while."""

    workspace_id: UUID
    rep_id: UUID
    nudge: Nudge


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One claimed outbox row; `again` if somebody claimed it before and did not say how it ended.

    `reference` is the platform's reference of the message to edit, `thread` that of the message
    it hangs on; `language` and `zone` are the reader's.
    """

    row: int
    workspace_id: UUID
    kind: Literal["send", "edit"]
    id: str
    place: Place
    message: Message
    language: Language
    zone: str
    thread: str = ""
    reference: str = ""
    helps_until: datetime | None = None
    attempts: int = 0
    again: bool = False


class Queue(Protocol):
    """The promises of all workspaces: what is due, and what is to be carried."""

    async def due(self, now: datetime, *, limit: int, lease: timedelta) -> Sequence[DueNudge]:
        """Claim nudges with `at <= now`, oldest first; a claim not settled ends with its lease."""

    async def digests_due(self, now: datetime) -> Sequence[tuple[UUID, Team]]:
        """Workspaces and teams, for the scheduler to work out which digest is due."""

    async def next_at(self) -> datetime | None:
        """The moment of the earliest thing still waiting: a nudge, or an outbox row held back."""

    async def lease(
        self, now: datetime, *, limit: int, lease: timedelta
    ) -> Sequence[tuple[Outgoing, ...]]:
        """Lease conversations with something to carry, each with its rows, oldest first.

        One conversation is never leased twice at a time, and a row held back holds back what
        comes after it in its conversation.
        """

    async def renew(self, row: int, *, until: datetime) -> bool:
        """Renew the lease of a row's conversation; False if it was lost."""

    async def sent(self, row: int, reference: str, *, now: datetime, release: bool = False) -> None:
        """The row is carried; with `release` the lease of its conversation ends as well."""

    async def later(self, row: int, at: datetime, why: str) -> None:
        """The row and its conversation wait until then."""

    async def never(self, row: int, why: str, *, now: datetime) -> None:
        """The row is given up; what comes after it goes on."""

    async def release(self, row: int) -> None:
        """End the lease of a row's conversation."""
