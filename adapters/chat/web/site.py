"""What the page needs of the program: a door to knock at, a clock to move, words to say."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from adapters.ports import Board, Clock, Say
from coaching.actions import Reply
from coaching.calls import Call
from coaching.events import ChatEvent
from coaching.meetings import Entry, Sorted
from coaching.people import Language, Rep, Team
from coaching.spans import Span

Appointment = tuple[Entry, Sorted, Call | None]


class Door(Protocol):
    """The way into the program. Raises `Unknown` for people who are not here."""

    async def people(self) -> Sequence[Rep]:
        """The reps one can act as, by name."""

    async def teams(self) -> Sequence[Team]:
        """The teams these reps are in."""

    async def handle(self, rep_id: UUID, event: ChatEvent, delivery: str) -> Reply:
        """Decide on what a rep did; the same delivery again has no second effect."""

    async def day(self, rep_id: UUID, span: Span) -> Sequence[Appointment]:
        """A rep's entries in a stretch of time, each sorted, with its call if it is one."""


class Mover(Protocol):
    """A clock that can be moved on."""

    def move(self, until: datetime, *, stop_at: Collection[str]) -> AsyncIterator[datetime]:
        """Play time until then, step by step, each yielded once all that was due is carried.

        Stops early after a step in which the coach said something new in one of the places
        `stop_at`; with none of them it plays to the end.
        """


class Words(Protocol):
    """The words of all languages."""

    def __call__(self, language: Language, zone: str, now: datetime) -> Say:
        """A `Say` bound to a language, an IANA zone and a moment (aware UTC)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All that the page stands on; without a `mover` time is real and cannot be moved."""

    door: Door
    board: Board
    clock: Clock
    words: Words
    mover: Mover | None = None
