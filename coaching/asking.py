"""Which answers of a plan a language model is asked about, and that the rep is told of it first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from coaching import say
from coaching.actions import AskOpinion, Decision
from coaching.calls import Call
from coaching.feedback import reads_of
from coaching.judge import Kind
from coaching.messages import Button, Buttons, Line, Quoted, Tap, message, text
from coaching.sales import opportunity_of
from coaching.turn import Situation
from coaching.view import Asked, worth_asking

# After that the rep has most likely gone on, and an edited verdict would only confuse.
LATE = timedelta(minutes=10)


def asks(call: Call, verdict_id: str, situation: Situation) -> Decision:
    """What follows from a verdict where a model is on: it is asked what it could still change.

    Whoever has not been told of this model is told, and it is asked from the next verdict on:
    nobody's draft goes where they do not know.
    """
    wanted = tuple(_wanted(call, verdict_id, situation)) if is_on(situation) else ()
    conversation = situation.conversation
    if not wanted or conversation.model_told == situation.model:
        return say.of(*wanted)
    button = Button(label=text("button-settings"), tap=Tap(verb="settings"))
    line = Line(text("model-told", host=Quoted(situation.model)))
    notice = say.back(situation, message(line, Buttons((button,))), part="model")
    return say.of(replace(conversation, model_told=situation.model), notice)


def is_on(situation: Situation) -> bool:
    """Whether a model may read this rep's drafts: the operator has one, and the rep lets it."""
    return bool(situation.model) and situation.rep.opinions


def asked_of(kind: Kind, call: Call, situation: Situation) -> Asked:
    """What a model is told about an answer of a plan: its words and what they stand on."""
    plan, language = call.plan, situation.rep.language
    if kind == "question":
        problem = plan.problem or opportunity_of(call, situation).problem
        return Asked(kind=kind, text=plan.question, language=language, problem=problem)
    return Asked(kind=kind, text=plan.objective, language=language)


def is_settled(kind: Kind, call: Call) -> bool:
    """Whether the rep has read it themself or is content, or a model has read these very words."""
    plan = call.plan
    if kind == "question":
        return bool(plan.question_as or plan.question_view) or plan.kept
    return bool(plan.objective_as or plan.objective_view) or plan.kept


def _wanted(call: Call, verdict_id: str, situation: Situation) -> Iterator[AskOpinion]:
    for read in reads_of(call, situation):
        if worth_asking(read) and not is_settled(read.kind, call):
            yield AskOpinion(
                call_id=call.id,
                message=verdict_id,
                asked=asked_of(read.kind, call, situation),
                sure=read.sure,
                confidence=read.confidence,
                helps_until=min(call.starts_at, situation.now + LATE),
            )
