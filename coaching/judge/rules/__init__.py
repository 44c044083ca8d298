"""The first judge: reads by cues and borders written down from METHOD §14."""

from __future__ import annotations

from coaching.judge import Kind, Verdict
from coaching.judge.rules.need import NeedRules
from coaching.judge.rules.objection import ObjectionRules
from coaching.judge.rules.objective import ObjectiveRules
from coaching.judge.rules.outcome import OutcomeRules
from coaching.judge.rules.question import QuestionRules
from coaching.judge.rules.review import ReviewRules
from coaching.judge.rules.statement import StatementRules
from coaching.judge.rules.typed import typed


class RuleJudge:
    """Reads English and Chinese by rules; building it compiles them, so build it once."""

    def __init__(self) -> None:
        self._question = QuestionRules()
        self._objective = ObjectiveRules()
        self._outcome = OutcomeRules()
        self._need = NeedRules()
        self._statement = StatementRules(self._need)
        self._objection = ObjectionRules()
        self._review = ReviewRules()

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        """Say what the text is; `problem` matters to questions, `need` to statements."""
        read = typed(text)
        match kind:
            case "question":
                return self._question.read(read, problem=problem)
            case "objective":
                return self._objective.read(read)
            case "outcome":
                return self._outcome.read(read)
            case "statement":
                return self._statement.read(read, need=typed(need) if need.strip() else None)
            case "need":
                return self._need.read(read)
            case "objection":
                return self._objection.read(read)
            case "review":
                return self._review.read(read)
