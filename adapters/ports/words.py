"""How a text is said to a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from coaching.messages import Text
from coaching.people import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of characters in one style; the characters are data and still to be escaped."""

    text: str
    strong: bool = False
    emphasis: bool = False


class Say(Protocol):
    """Says a `Text` in one language, zone and moment."""

    @property
    def language(self) -> Language:
        """The language it speaks."""

    def __call__(self, text: Text) -> tuple[Run, ...]:
        """The runs of a sentence."""

    def plain(self, text: Text) -> str:
        """The same sentence without styles."""
