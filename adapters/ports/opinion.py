"""A language model's second opinion, and what waits for one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from coaching.view import Asked, View


class Opinion(Protocol):
    """A language model that reads what it is asked. Raises `Later`, `Never` or `Gone`."""

    async def read(self, asked: Asked) -> View:
        """What it takes the text for; `Gone` where key, model or address are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One claimed answer that a language model is to read; `message` is the verdict on it."""

    row: int
    rep_id: UUID
    call_id: UUID
    message: str
    asked: Asked


class Opinions(Protocol):
    """What waits for a language model, and how often it was asked, workspace by workspace."""

    async def claim(
        self, workspace_id: UUID, now: datetime, *, limit: int, lease: timedelta
    ) -> Sequence[Question]:
        """Claim what the judge is unsure of first; a claim not settled ends with its lease.

        What does not help any more is dropped.
        """

    async def settle(self, row: int) -> None:
        """The row is done with; one that was asked anew meanwhile has another number."""

    async def spend(self, workspace_id: UUID, day: date, *, per_day: int) -> bool:
        """Count one more request on that day; False if there were `per_day` already."""

    async def in_vain(self, workspace_id: UUID, day: date) -> None:
        """Count a request on that day that brought nothing."""

    async def spent(self, workspace_id: UUID, day: date) -> tuple[int, int]:
        """How many requests there were on that day, and how many brought nothing."""
