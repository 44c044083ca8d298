"""What speaks against how a rep means to open, to show and to close (METHOD §3, §7, §9).

In a small sale most of it is turned round, and nothing is warned of that may work there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coaching.answers import folded
from coaching.calls import Call, Plan
from coaching.feedback import read_objective
from coaching.likeness import common, terms
from coaching.messages import Text, text
from coaching.notes.stages import Stages
from coaching.notes.statements import Statement
from coaching.sales import opportunity_of
from coaching.texts import openings
from coaching.topics import needs_view, noted
from coaching.topics.noted import brief
from coaching.topics.stages import kept
from coaching.turn import Situation

# More closing techniques than this go with the lowest success in a large sale (METHOD §3).
FEW = 2
KINDS = ("benefit", "personal", "early", "closing", "same", "silent", "waited", "closed")
# So much of the longer of two openings in the other makes them the same.
_SAME = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One thing that speaks against what is planned: its kind and what is said of it."""

    kind: str
    said: Text


def of_call(call: Call, situation: Situation) -> tuple[Caution, ...]:
    """What speaks against the plan of a call, in the order of its stages; after it, what it was.

    What the rep sees otherwise is left out; nothing is said before they wrote or planned something.
    """
    stages = kept.of_call(call, situation) or Stages()
    large = opportunity_of(call, situation).is_large
    if call.starts_at <= situation.now:
        found = (*_closed(stages, large=large), *_waited(call))
    else:
        early = _large(call, stages, situation) if large else ()
        found = (*early, *_same(call, stages, situation), *_silent(call, stages))
    return tuple(one for one in found if one.kind not in stages.fine)


def _large(call: Call, stages: Stages, situation: Situation) -> tuple[Caution, ...]:
    """What turns round in a small sale."""
    # The judge takes any statement for talk of a product: it cannot say whether one is.
    product = _first(openings.PRODUCT, stages.opening)
    return (
        *_if("benefit", product),
        *_if("personal", _first(openings.PERSONAL, stages.opening)),
        *_if("early", _early(call, "" if product else stages.opening, situation)),
        *_closing(call, stages, situation),
    )


def _if(kind: str, words: str) -> tuple[Caution, ...]:
    said = text(f"stages-warn-{kind}", words=brief(words))
    return (Caution(kind=kind, said=said),) if words else ()


# ---- the opening -------------------------------------------------------------------------------


def _sentences(words: str) -> tuple[str, ...]:
    parts = (part.strip() for part in openings.SENTENCES.split(words))
    return tuple(part for part in parts if part)


def _first(sounds: re.Pattern[str], words: str) -> str:
    """The first sentence that sounds so; empty if none does."""
    return next((one for one in _sentences(words) if sounds.search(one)), "")


def _same(call: Call, stages: Stages, situation: Situation) -> tuple[Caution, ...]:
    """The same opening as last time with that customer."""
    now, before = terms(stages.opening), terms(kept.last_opening(call, situation))
    short, long = sorted((now, before), key=len)
    same = bool(short) and len(common(short, long)) >= _SAME * len(long)
    return _if("same", stages.opening if same else "")


# ---- the solution ------------------------------------------------------------------------------


def _early(call: Call, opening: str, situation: Situation) -> str:
    """What shows a solution while no wish of theirs is noted; empty if nothing does."""
    sale = opportunity_of(call, situation)
    if needs_view.explicit(needs_view.needs_of(sale, situation)):
        return ""
    shown = _first(openings.SHOWS, opening)
    return shown or _demo(call.plan, situation) or _stated(call, situation)


def _demo(plan: Plan, situation: Situation) -> str:
    """An objective that is surely ours to do, and shows."""
    if not openings.SHOWS.search(plan.objective):
        return ""
    verdict = read_objective(situation.judge, plan)
    return plan.objective if verdict.sure and verdict.label == "seller_activity" else ""


def _stated(call: Call, situation: Situation) -> str:
    """The latest that is planned to be said of the product in that call, or in no call named."""
    planned = noted.in_sale(Statement, opportunity_of(call, situation), situation)
    ours = [one.text for note, one in planned if note.call_id in {None, call.id}]
    return ours[-1] if ours else ""


# ---- commitment --------------------------------------------------------------------------------


def _closing(call: Call, stages: Stages, situation: Situation) -> tuple[Caution, ...]:
    """More closing phrases in what is written than go well."""
    count = closings(call, stages, situation)
    said = text("stages-warn-closing", count=count)
    return (Caution(kind="closing", said=said),) if count > FEW else ()


def closings(call: Call, stages: Stages, situation: Situation) -> int:
    """How often what is written asks for the order or a signature; a text that is twice is one."""
    plan = call.plan
    written = (plan.objective, plan.question, *(getattr(stages, name) for name in kept.TEXTS))
    sentences = {folded(one): one for words in written for one in _sentences(words)}
    return sum(_closes(one, situation) for one in sentences.values())


def _closes(sentence: str, situation: Situation) -> bool:
    asked = situation.judge.read("question", sentence)
    if asked.sure and asked.rule == "question.closes":
        return True
    aimed = situation.judge.read("objective", sentence)
    return aimed.sure and aimed.label == "order"


def _silent(call: Call, stages: Stages) -> tuple[Caution, ...]:
    """Nothing is to be proposed, though what goes before that was written."""
    ready = stages.concerns or stages.summary
    if not ready or kept.proposal(call, stages):
        return ()
    return (Caution(kind="silent", said=text("stages-warn-silent")),)


def _waited(call: Call) -> tuple[Caution, ...]:
    """Nobody proposed: waiting for the customer to offer fails too."""
    if call.review.proposed is not False:
        return ()
    return (Caution(kind="waited", said=text("stages-warn-waited")),)


def _closed(stages: Stages, *, large: bool) -> tuple[Caution, ...]:
    """The rep asked for the order more often than goes well in a large sale."""
    if not large or stages.closes is None or stages.closes <= FEW:
        return ()
    return (Caution(kind="closed", said=text("stages-warn-closed")),)


def without(stages: Stages, before: Stages) -> Stages:
    """The stages, what the rep saw otherwise forgotten once they changed their words."""
    same = all(getattr(stages, name) == getattr(before, name) for name in kept.TEXTS)
    return stages if same else replace(stages, fine=())
