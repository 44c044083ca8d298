"""The closing-attitude survey (METHOD §13)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One survey: the answers 1..5 to the fifteen statements in their order, 0 where open."""

    answers: tuple[int, ...]
