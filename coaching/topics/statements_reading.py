"""What a planned statement is, held against the needs that this customer voiced (METHOD §7)."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from coaching.calls import Opportunity
from coaching.judge import Verdict
from coaching.notes.needs import Need
from coaching.notes.statements import Statement
from coaching.topics import needs_view
from coaching.topics.needs_view import Kept
from coaching.topics.noted import of_id
from coaching.turn import Situation


def read(words: str, sale: Opportunity, situation: Situation, need: str = "") -> Statement:
    """The statement as the judge reads it, against the need of that id or the one it meets best.

    A benefit is one only beside an explicit need; both readings are kept where it is not sure.
    """
    met, verdict = _best(words, _candidates(sale, situation, need), situation)
    return Statement(
        text=words,
        label=verdict.label,  # type: ignore[arg-type]  # labels of a statement
        need_id=met,
        second=verdict.second if not verdict.sure and verdict.second else None,  # type: ignore[arg-type]  # the same
    )


def against(statement: Statement, sale: Opportunity, situation: Situation) -> Verdict:
    """The verdict on a statement, held against the need that it was held against."""
    need = needs_view.need_of(statement.need_id, situation)
    if need is not None:
        return situation.judge.read("statement", statement.text, need=need.words)
    return _best(statement.text, _candidates(sale, situation, ""), situation)[1]


def _candidates(sale: Opportunity, situation: Situation, need: str) -> tuple[Kept, ...]:
    """The needs to hold it against: the one chosen, else what they want, else their troubles."""
    chosen = of_id(Need, need, situation)
    if chosen is not None:
        return (chosen,)
    kept = needs_view.needs_of(sale, situation)
    return needs_view.explicit(kept) or needs_view.waiting(kept)


def _best(words: str, needs: tuple[Kept, ...], situation: Situation) -> tuple[UUID | None, Verdict]:
    """The need that it meets most surely; else the latest one, which it does not meet."""
    judge = situation.judge
    read = [(note.id, judge.read("statement", words, need=need.words)) for note, need in needs]
    if not read:
        return None, judge.read("statement", words)
    meets = [one for one in read if one[1].label == "benefit"]
    if meets:
        return max(meets, key=lambda one: (one[1].sure, one[1].confidence))
    note_id, verdict = read[-1]
    return (note_id, verdict) if verdict.second == "benefit" else (None, replace(verdict))
