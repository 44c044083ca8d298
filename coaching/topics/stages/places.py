"""Where the four stages show: in the prompt, on the cue card, after a review, on the rep's page."""

from __future__ import annotations

from coaching.calls import Call
from coaching.messages import Block, Buttons, Line, Quoted, text
from coaching.sales import opportunity_of
from coaching.topics.noted import brief
from coaching.topics.stages import cautions, kept, page
from coaching.turn import Situation


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    """In a prompt: what speaks most against the plan, else the opening, else what it is for."""
    found = cautions.of_call(call, situation)
    stages = kept.of_call(call, situation)
    if found:
        line = found[0].said
    elif stages is not None and stages.opening:
        line = text("stages-own-opening", words=brief(stages.opening))
    elif opportunity_of(call, situation).is_large:
        line = text("stages-before")
    else:
        return ()
    return (Line(line), Buttons((page.button(call),)))


def cue(call: Call, situation: Situation) -> tuple[Block, ...]:
    """On the cue card: how the rep will open, in their own words."""
    stages = kept.of_call(call, situation)
    if stages is None or not stages.opening:
        return ()
    return (Line(text("stages-own-opening", words=brief(stages.opening))),)


def after(call: Call, situation: Situation) -> tuple[Block, ...]:
    """Once a call is reviewed: how often they asked for the order, if the stages were used for it.

    Whoever says that they proposed nothing hears once what waiting does.
    """
    stages = kept.of_call(call, situation)
    if stages is None or call.review.held == "not_held":
        return ()
    said = tuple(Line(one.said) for one in cautions.of_call(call, situation))
    return (*said, *(page.closes_asked(call) if stages.closes is None else ()))


def home(situation: Situation) -> tuple[Block, ...]:
    """On the rep's page: the next planned call and how much of its checklist is ticked."""
    ahead = [
        call
        for call in situation.calls
        if call.starts_at > situation.now and call.standing == "on"
        if call.plan.made or kept.of_call(call, situation) is not None
    ]
    if not ahead:
        return ()
    call = min(ahead, key=lambda one: one.starts_at)
    done, left = page.progress(call, situation)
    customer = Quoted(call.customer)
    line = Line(text("stages-home", customer=customer, done=done, all=done + len(left)))
    return (line, Buttons((page.button(call),)))
