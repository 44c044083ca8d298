"""What customers said against it (METHOD §8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ObjectionLabel = Literal["price", "value", "capability", "early", "other"]
When = Literal["start", "middle", "end"]
Cause = Literal["features", "advantages", "unbuilt", "too_early", "gap", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """An objection in the customer's words, what it is about, and when in the call it came.

    `second` is the judge's other reading while nothing has settled it; `cause` is what likely
    brought it about, as the sale stood when it was noted.
    """

    words: str
    label: ObjectionLabel
    when: When | None = None
    who: str = ""
    second: ObjectionLabel | None = None
    cause: Cause = "unknown"
