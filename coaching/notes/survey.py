"""The closing-attitude survey (METHOD §13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One survey: the answers 1..5 to the fifteen statements in their order, 0 where open.

    `ended_at` is when the last of them was given, None while some are open.
    """

    answers: tuple[int, ...]
    ended_at: datetime | None = None
