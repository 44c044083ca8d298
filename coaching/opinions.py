"""What follows when a language model's reading of a plan's answer comes back."""

from __future__ import annotations

from dataclasses import replace

from coaching import planning, say
from coaching.actions import Decision
from coaching.asking import asked_of, is_on, is_settled
from coaching.calls import Call
from coaching.events import OpinionGiven
from coaching.feedback import verdict
from coaching.sales import opportunity_of
from coaching.turn import Situation, after


def given(event: OpinionGiven, situation: Situation) -> Decision:
    """The reading is kept with the words it is about; the verdict is edited if it changes it.

    It comes too late where the words, or what they stand on, have changed since, the rep has
    settled it, or the call has begun.
    """
    call = situation.call(str(event.call_id))
    if call is None or not _is_wanted(event, call, situation):
        return Decision()
    refined = _with_view(event, call)
    if verdict(refined, after(situation, (refined,))) == verdict(call, situation):
        return say.of(refined)
    return planning.told_anew(event, refined, opportunity_of(call, situation), situation)


def _is_wanted(event: OpinionGiven, call: Call, situation: Situation) -> bool:
    kind = event.asked.kind
    if kind not in {"objective", "question"} or not is_on(situation):
        return False
    if is_settled(kind, call) or not planning.is_open(call, situation):
        return False
    now = asked_of(kind, call, situation)
    return (now.text, now.problem) == (event.asked.text, event.asked.problem)


def _with_view(event: OpinionGiven, call: Call) -> Call:
    if event.asked.kind == "question":
        return replace(call, plan=replace(call.plan, question_view=event.view))
    return replace(call, plan=replace(call.plan, objective_view=event.view))
