"""What an objection is about by its words, and where it likely comes from in its sale."""

from __future__ import annotations

from dataclasses import replace

from coaching.calls import Opportunity
from coaching.judge import Judge
from coaching.notes.objections import Objection
from coaching.topics import causes
from coaching.turn import Situation


def read(objection: Objection, judge: Judge) -> Objection:
    """The objection as the judge reads its words; with both readings where it is not sure."""
    verdict = judge.read("objection", objection.words)
    second = verdict.second if not verdict.sure and verdict.second else None
    return replace(objection, label=verdict.label, second=second)  # type: ignore[arg-type]  # labels of an objection


def with_cause(objection: Objection, sale: Opportunity, situation: Situation) -> Objection:
    """The objection with its likely cause as the sale stands now."""
    return replace(objection, cause=causes.likely(objection, sale, situation).cause)
