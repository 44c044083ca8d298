"""The judge reads what a rep wrote and says what it is, how sure it is and which words decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

QuestionKind = Literal["situation", "problem", "implication", "need_payoff", "not_spin"]
ObjectiveKind = Literal[
    "advance",
    "continuation",
    "order",
    "seller_activity",
    "information_only",
    "relationship",
    "vague",
]
OutcomeKind = Literal["order", "advance", "continuation", "no_sale"]
StatementKind = Literal["feature", "advantage", "benefit"]
NeedKind = Literal["implied", "explicit", "neither"]
ObjectionKind = Literal["price", "value", "capability", "early", "other"]
ReviewKind = Literal["specific", "vague"]
Kind = Literal["question", "objective", "outcome", "statement", "need", "objection", "review"]

LABELS: dict[Kind, tuple[str, ...]] = {
    "question": ("situation", "problem", "implication", "need_payoff", "not_spin"),
    "objective": (
        "advance",
        "continuation",
        "order",
        "seller_activity",
        "information_only",
        "relationship",
        "vague",
    ),
    "outcome": ("order", "advance", "continuation", "no_sale"),
    "statement": ("feature", "advantage", "benefit"),
    "need": ("implied", "explicit", "neither"),
    "objection": ("price", "value", "capability", "early", "other"),
    "review": ("specific", "vague"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a text is (one of `LABELS` of its kind).

    `confidence` is 0..1; below the judge's threshold it is not `sure` and `second` is its next
    best reading. `words` are spans of the rep's text, letter for letter, that decided it, the
    weightiest first (empty where the absence of something decided). `rule` is one of
    `reasons.RULES`, the border that decided, such as "question.asks_effect".
    """

    kind: Kind
    label: str
    confidence: float
    sure: bool
    words: tuple[str, ...] = ()
    rule: str = ""
    second: str = ""


class Judge(Protocol):
    """Anything that reads a text; `problem` is on the table already, `need` was voiced."""

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        """Say what the text is."""
