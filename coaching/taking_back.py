"""What follows when a rep deletes a chat message that gave an answer: the answer is taken back."""

from __future__ import annotations

from dataclasses import replace

from coaching import otherwise, planning, reviewing, say, topics
from coaching.actions import Action, Decision, Edit
from coaching.calls import Call, Opportunity
from coaching.conversation import Conversation, Focus
from coaching.feedback import verdict
from coaching.messages import Button, Buttons, Line, Message, Tap, message, text
from coaching.prepare import as_it_stands, open_fields, with_answer
from coaching.sales import opportunity_of
from coaching.turn import Situation, after


def answer(topic: str, call_id: str, name: str, source: str, situation: Situation) -> Decision:
    """The answer that a text gave is empty again, where it can still be changed.

    The text gives it no more, so that the same deletion again has no second effect.
    """
    conversation = _withdrawn(situation.conversation, source)
    known = say.of(conversation)
    situation = replace(situation, conversation=conversation)
    if topic == topics.remembered.TOPIC:
        return say.joined(known, topics.withdrawn(call_id, name, situation))
    call = situation.call(call_id)
    if call is None:
        return say.joined(known, say.line_back(situation, text("not-here-any-more")))
    follows = _of_plan if topic == "plan" else _of_review
    return say.joined(known, follows(name, call, situation))


def restored(source: str, conversation: Conversation) -> Conversation:
    """The conversation in which a deleted text gives its answer again; none did so meanwhile."""
    given = conversation.withdrawn.get(source)
    if given is None or given in conversation.answered.values():
        return conversation
    withdrawn = {key: one for key, one in conversation.withdrawn.items() if key != source}
    return say.remembered(replace(conversation, withdrawn=withdrawn), source, given)


def _withdrawn(conversation: Conversation, source: str) -> Conversation:
    answered = dict(conversation.answered)
    given = answered.pop(source)
    kept = list(conversation.withdrawn.items())[-(say.REMEMBERED - 1) :]
    return replace(conversation, answered=answered, withdrawn={**dict(kept), source: given})


def _told(key: str, verb: str, call: Call, situation: Situation) -> Action:
    """One line in the call's thread, with a button to answer anew."""
    anew = Button(label=text("button-answer-anew"), tap=Tap(verb=verb, about=str(call.id)))
    said: Message = message(Line(text(key)), Buttons((anew,)))
    return say.back(situation, said, thread=call.anchor)


# ---- a plan's --------------------------------------------------------------------------------


def _of_plan(name: str, call: Call, situation: Situation) -> Decision:
    if not getattr(call.plan, name):
        return Decision()
    if not planning.is_open(call, situation):
        begun = situation.now >= call.starts_at
        why = text("stays-in-plan-begun" if begun else "stays-in-plan-off")
        return say.line_back(situation, why, thread=call.anchor)
    emptied = _emptied(name, call, situation)
    opportunity = _opportunity(call, emptied, situation)
    conversation = _attention(call, situation)
    now = after(situation, (emptied, opportunity))
    known, verdict_shows = _verdict_shows(emptied, opportunity, now)
    return say.of(
        known,
        opportunity,
        conversation,
        *otherwise.unshown(name, call),
        *_anchor_shows(emptied, now),
        *verdict_shows,
        _told(f"taken-back-{name}", "plan", call, situation),
    )


def _emptied(name: str, call: Call, situation: Situation) -> Call:
    """The call without that answer; without an aim it is not planned any more."""
    call = with_answer(call, name, "", situation.now)
    if call.plan.made:
        return call
    return replace(call, plan=replace(call.plan, planned_at=None))


def _opportunity(call: Call, emptied: Call, situation: Situation) -> Opportunity:
    """The sale forgets a problem that only this plan named."""
    opportunity = opportunity_of(call, situation)
    problem = call.plan.problem
    others = {
        one.plan.problem
        for one in situation.calls
        if one.opportunity_id == call.opportunity_id and one.id != call.id
    }
    if emptied.plan.problem or opportunity.problem != problem or problem in others:
        return opportunity
    return replace(opportunity, problem="")


def _attention(call: Call, situation: Situation) -> Conversation:
    """Attention that was on this plan is on whatever it lacks first."""
    conversation = situation.conversation
    focus = conversation.focus
    if focus is None or (focus.topic, focus.call_id) != ("plan", call.id):
        return conversation
    return say.focused(conversation, Focus(topic="plan", call_id=call.id))


def _anchor_shows(call: Call, situation: Situation) -> tuple[Edit, ...]:
    if not call.anchor:
        return ()
    return (Edit(id=call.anchor, message=as_it_stands(call, situation)),)


def _verdict_shows(
    call: Call, opportunity: Opportunity, situation: Situation
) -> tuple[Call, tuple[Edit, ...]]:
    """The verdict is one line where the plan is not whole any more, else it is said anew."""
    if not call.verdict:
        return call, ()
    if open_fields(call, opportunity):
        gone = say.superseded(call.verdict, "", "verdict-taken-back")
        return replace(call, verdict=""), gone
    return call, (Edit(id=call.verdict, message=verdict(call, situation)),)


# ---- a review's ------------------------------------------------------------------------------


def _of_review(name: str, call: Call, situation: Situation) -> Decision:
    if not reviewing.is_open(call, situation):
        return say.line_back(situation, text("stays-in-review"), thread=call.anchor)
    gone = reviewing.without(name, call, situation)
    if not gone.saves:
        return Decision()
    told = _told(f"taken-back-{name}", "review", call, situation)
    return say.joined(gone, say.of(*otherwise.unshown(name, call), told))
