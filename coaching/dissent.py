"""A verdict that a rep sees otherwise: what is kept of it, and how the words can be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, runtime_checkable
from uuid import UUID, uuid5

from coaching.judge import LABELS, Judge, Kind, Verdict

MOST_READINGS = 5
# The readings a rep is most likely to mean come first; the last fall away.
_LIKELY: dict[Kind, tuple[str, ...]] = {
    "question": ("implication", "need_payoff", "problem", "situation", "not_spin"),
    "objective": (
        "advance",
        "order",
        "continuation",
        "seller_activity",
        "information_only",
        "relationship",
        "vague",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """A text that a rep reads otherwise than the judge, and chose to show the operator.

    `problem` is what was on the table when `text` was judged; `label`, `confidence` (0..1) and
    `rule` are the judge's, `says` is the rep's label; `judge` is the judge's version, where it has
    one.
    """

    id: UUID
    rep_id: UUID
    said_at: datetime
    kind: Kind
    text: str
    problem: str = ""
    label: str
    confidence: float
    rule: str = ""
    says: str
    judge: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """The rep shows a dissent to nobody, any more or at all: what was kept of it is deleted."""

    id: UUID
    rep_id: UUID


@runtime_checkable
class Versioned(Protocol):
    """A judge that says which version of it reads."""

    @property
    def version(self) -> str:
        """Another one where another verdict may come of the same text."""


def dissent_id(rep_id: UUID, kind: Kind, text: str) -> UUID:
    """The id of what a rep says about a text: saying it again replaces it."""
    return uuid5(rep_id, f"dissent/{kind}/{text}")


def version_of(judge: Judge) -> str:
    """The judge's version, empty where it has none."""
    return judge.version if isinstance(judge, Versioned) else ""


def dissents(verdict: Verdict, label: str) -> bool:
    """Whether a rep's label is none that the judge has said; an unsure one has said two."""
    said = {verdict.label} if verdict.sure else {verdict.label, verdict.second}
    return label in LABELS[verdict.kind] and label not in said


def readings(verdict: Verdict) -> tuple[str, ...]:
    """The labels a rep may mean instead of a verdict, likeliest first, at most five.

    An unsure verdict's own two come first: neither is settled yet.
    """
    own = () if verdict.sure else tuple(filter(None, (verdict.label, verdict.second)))
    likely = _LIKELY.get(verdict.kind, LABELS[verdict.kind])
    others = (label for label in likely if label not in {verdict.label, *own})
    return (*own, *others)[:MOST_READINGS]
