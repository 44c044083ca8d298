"""The next step where it depends on the deal and on what is on the table (METHOD §2, §4, §14).

A label says what a text is, whatever the deal. What to do about it differs: here are the cases in
which the judge's usual reason would send the rep the wrong way.
"""

from __future__ import annotations

from coaching.judge import Verdict
from coaching.messages import Quoted, Text, text


def advice(verdict: Verdict, *, large: bool, problem: str) -> Text | None:
    """What this verdict asks for in this deal, None where the judge's reason says it.

    `large` is the deal's size; `problem` is what is on the table, empty where nothing is yet.
    """
    match verdict.kind, verdict.label:
        case "question", "situation" if problem:
            return text("advice-situation-known", problem=Quoted(problem))
        case "question", "problem" if not large:
            return text("advice-problem-small")
        case "question", "implication" if not large:
            return text("advice-implication-small")
        case "question", "need_payoff" if not large:
            return text("advice-payoff-small")
        case "question", "need_payoff" if not problem:
            return text("advice-payoff-early")
        case "objective", "advance" if not large:
            return text("advice-advance-small")
        case "objective", "order":
            return text("advice-order-large" if large else "advice-order-small")
        case _:
            return None
