"""What is kept of the four stages of a call, and which call is meant."""

from __future__ import annotations

from uuid import uuid5

from coaching.calls import Call, Opportunity
from coaching.notes import Note
from coaching.notes.stages import Stages
from coaching.topics import noted
from coaching.topics.voices import calls_of
from coaching.turn import Situation

TEXTS = ("opening", "concerns", "summary", "proposal")


def of_call(call: Call, situation: Situation) -> Stages | None:
    """What the rep noted for the stages of that call; None where nothing was."""
    kept = noted.every(Stages, situation)
    return next((stages for note, stages in kept if note.call_id == call.id), None)


def note(call: Call, stages: Stages, situation: Situation) -> Note:
    """The stages of a call as a note: one a call."""
    own = uuid5(call.id, "stages")
    before = next((one for one in situation.notes if one.id == own), None)
    return Note(
        id=own,
        rep_id=situation.rep.id,
        author_id=situation.rep.id,
        said_at=before.said_at if before else situation.now,
        content=stages,
        opportunity_id=call.opportunity_id,
        call_id=call.id,
    )


def proposal(call: Call, stages: Stages) -> str:
    """What is to be proposed at the end: what was written for it, else the plan's objective."""
    return stages.proposal or call.plan.objective


def meant(sale: Opportunity, situation: Situation) -> Call | None:
    """The next call of a sale, one that is running among them; else the latest; None if none."""
    calls = calls_of(sale, situation)
    ahead = [call for call in calls if call.ends_at > situation.now]
    return ahead[0] if ahead else next(reversed(calls), None)


def last_opening(call: Call, situation: Situation) -> str:
    """How the rep meant to open the call before this one with that customer; empty if unknown.

    A call that is not known any more is an earlier one.
    """
    starts = {one.id: one.starts_at for one in situation.calls}
    earlier = [
        (starts.get(one.call_id or one.id, one.said_at), stages.opening)
        for one, stages in noted.every(Stages, situation)
        if one.opportunity_id == call.opportunity_id and one.call_id != call.id and stages.opening
    ]
    before = [pair for pair in earlier if pair[0] < call.starts_at]
    return max(before)[1] if before else ""
