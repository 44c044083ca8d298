"""What a rep keeps beside plans and reviews: small values, each of one kind, under an id.

A new kind is one dataclass in a file here and one line in `KINDS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from coaching.notes.needs import Need, Weighing
from coaching.notes.objections import Objection
from coaching.notes.planner import Ally, Problem, Product
from coaching.notes.practice import Observation, Occasion, Practice
from coaching.notes.stages import Stages
from coaching.notes.statements import Statement
from coaching.notes.survey import Survey

Content = (
    Ally
    | Need
    | Objection
    | Observation
    | Occasion
    | Practice
    | Problem
    | Product
    | Stages
    | Statement
    | Survey
    | Weighing
)

# How each kind is called where it is stored: a name once given stays.
KINDS: dict[str, type[Content]] = {
    "ally": Ally,
    "need": Need,
    "objection": Objection,
    "observation": Observation,
    "occasion": Occasion,
    "practice": Practice,
    "problem": Problem,
    "product": Product,
    "stages": Stages,
    "statement": Statement,
    "survey": Survey,
    "weighing": Weighing,
}
NAMES: dict[type[Content], str] = {kind: name for name, kind in KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing kept: whose it is, about which sale or call if about one, and what it says.

    `author_id` is who wrote it, the rep themselves but for what a colleague counted in their call.
    `said_at` is when it was first noted (aware UTC).
    """

    id: UUID
    rep_id: UUID
    author_id: UUID
    said_at: datetime
    content: Content
    opportunity_id: UUID | None = None
    call_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """A note is to be forgotten: the rep took it back."""

    id: UUID
