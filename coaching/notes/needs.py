"""What customers said they need, and what it weighs (METHOD §6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

NeedLabel = Literal["implied", "explicit", "neither"]
Heavier = Literal["problem", "cost", "even"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A need as it was voiced: by whom, in which words, implied or explicit.

    `question` is what drew it out; `grew_from` is the implied need that it was before. `second` is
    the judge's other reading while nothing has settled it.
    """

    words: str
    who: str = ""
    label: NeedLabel = "implied"
    question: str = ""
    grew_from: UUID | None = None
    second: NeedLabel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """The value equation of a sale: how serious the problem is, against what solving it costs."""

    serious: str = ""
    cost: str = ""
    heavier: Heavier | None = None
