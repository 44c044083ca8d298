"""What a rep plans to say of the product (METHOD §7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from uuid import UUID

StatementLabel = Literal["feature", "advantage", "benefit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A planned statement, what it is, and the need (a note's id) that it was held against.

    `second` is the judge's other reading while nothing has settled it.
    """

    text: str
    label: StatementLabel
    need_id: UUID | None = None
    second: StatementLabel | None = None
