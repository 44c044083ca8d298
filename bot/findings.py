"""What a look over an installation finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "look", "bad"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: fit, worth a look, or not fit."""

    level: Level
    what: str

    def __str__(self) -> str:
        """One line for the operator."""
        return f"{self.level:<4}  {self.what}"
