"""The first judge: reads by cues and borders written down from METHOD §14."""

from __future__ import annotations

from typing import Protocol

from coaching.judge import Kind, Verdict
from coaching.judge.rules.need import NeedRules
from coaching.judge.rules.objection import ObjectionRules
from coaching.judge.rules.objective import ObjectiveRules
from coaching.judge.rules.outcome import OutcomeRules
from coaching.judge.rules.question import QuestionRules
from coaching.judge.rules.reading import Hit
from coaching.judge.rules.review import ReviewRules
from coaching.judge.rules.statement import StatementRules
from coaching.judge.rules.typed import Typed, typed


class _Reader(Protocol):
    """Reads texts of one kind that need no context."""

    def read(self, typed: Typed) -> Verdict:
        """What the text is."""

    def hits(self, typed: Typed) -> list[Hit]:
        """Every cue found in the text, the strongest first."""


class RuleJudge:
    """Reads English and Chinese by rules; building it compiles them, so build it once."""

    def __init__(self) -> None:
        needs = NeedRules()
        self._question = QuestionRules()
        self._statement = StatementRules(needs)
        self._others: dict[Kind, _Reader] = {
            "objective": ObjectiveRules(),
            "outcome": OutcomeRules(),
            "need": needs,
            "objection": ObjectionRules(),
            "review": ReviewRules(),
        }

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        """Say what the text is; `problem` matters to questions, `need` to statements."""
        if kind == "question":
            return self._question.read(typed(text), known=bool(problem.strip()))
        if kind == "statement":
            return self._statement.read(typed(text), need=typed(need) if need.strip() else None)
        return self._others[kind].read(typed(text))

    def hits(self, kind: Kind, typed: Typed) -> list[Hit]:
        """Every cue of a kind found in a text, the strongest first."""
        if kind == "question":
            return self._question.hits(typed)
        return (
            self._statement.hits(typed) if kind == "statement" else self._others[kind].hits(typed)
        )
