"""What is said when a nudge's moment has come; nothing is said that no longer helps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coaching import agenda, commands, prepare, promises, say, topics
from coaching.actions import Decision, Send
from coaching.calls import Call
from coaching.conversation import Conversation
from coaching.events import NudgeDue
from coaching.ids import prompt_id, stamp
from coaching.messages import (
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    message,
    text,
)
from coaching.nudge import Nudge, Told
from coaching.nudges import agenda_calls, pending
from coaching.spans import Span
from coaching.turn import Situation


def due(event: NudgeDue, situation: Situation) -> Decision:
    """Send the nudge if, worked out anew, its moment has come; else leave it to the new plan."""
    nudges = pending(situation).nudges
    nudge = next((one for one in nudges if one.key == event.nudge.key), None)
    if nudge is None or nudge.at > situation.now:
        return Decision()
    told = Told(kind=nudge.kind, about=nudge.about, start=nudge.start, at=situation.now)
    return say.joined(_said(nudge, situation), say.of(told))


def _said(nudge: Nudge, situation: Situation) -> Decision:
    match nudge.kind:
        case "agenda":
            return _agenda(nudge, situation)
        case "promise":
            return _promise(nudge, situation)
        case "link":
            return _link(nudge, situation)
        case _:
            call = next(one for one in situation.calls if str(one.id) == nudge.about)
            return _about_call(nudge, call, situation)


def _about_call(nudge: Nudge, call: Call, situation: Situation) -> Decision:
    attention = _turned(call, situation.conversation)
    match nudge.kind:
        case "prompt":
            asked = commands.asked(call, situation, prompt_id(call))
            return say.of(*asked, _series_asked(call, attention))
        case "review" | "review_reminder":
            reminder = nudge.kind == "review_reminder"
            return say.of(*commands.ask_review(call, situation, reminder=reminder), attention)
        case "cue":
            return say.of(_send(nudge, call, _cue(call, situation)))
        case "cancelled":
            return say.of(_send(nudge, call, _cancelled(call, situation)))
        case _:
            return say.of(_send(nudge, call, _reminder(nudge, call)), attention)


def _turned(call: Call | None, conversation: Conversation) -> Conversation:
    """The conversation once the coach asks about a call (or several) of its own accord.

    What the rep was to add to another plan if they liked is let go; what they were to answer
    there is open still, but a loose text may now be for either.
    """
    if conversation.talk is not None:
        return say.talking(conversation, None)
    focus = conversation.focus
    if focus is None or (call is not None and focus.call_id == call.id):
        return conversation
    if focus.field == "fallback":
        return say.focused(conversation, None)
    return say.focused(conversation, replace(focus, interrupted=True))


def _cue(call: Call, situation: Situation) -> Message:
    """The cue card, with what the topics add to it above the small print."""
    *card, small = prepare.cue(call, situation.policy.cue_before).blocks
    return message(*card, *topics.cue(call, situation), small)


def _series_asked(call: Call, conversation: Conversation) -> Conversation:
    """Whether a series is one of sales calls is asked once."""
    if call.standing != "unsure":
        return conversation
    return replace(conversation, series_asked=conversation.series_asked | {call.series})


def _send(nudge: Nudge, call: Call, said: Message) -> Send:
    return Send(
        id=f"{call.id}/{nudge.kind}/{stamp(nudge.start)}",
        message=said,
        helps_until=call.starts_at,
    )


def _reminder(nudge: Nudge, call: Call) -> Message:
    """The one reminder: shorter than the prompt, with the same way in."""
    about = str(call.id)
    key = "reminder-snoozed" if nudge.start == call.snoozed_until else "reminder"
    return message(
        Heading(
            text(
                "call-heading",
                customer=Quoted(call.customer),
                when=Span(call.starts_at, call.ends_at),
            )
        ),
        Line(text(key)),
        Buttons(
            (
                Button(label=text("button-plan"), tap=Tap(verb="plan", about=about), primary=True),
                Button(label=text("button-skip"), tap=Tap(verb="skip", about=about)),
            )
        ),
        Small(text("why-reminder")),
    )


def _cancelled(call: Call, situation: Situation) -> Message:
    """A planned call is off: say so, and offer its plan for the next call with that customer."""
    when = Span(call.starts_at, call.ends_at)
    off = Line(text("cancelled-told", customer=Quoted(call.customer), when=when))
    following = [
        one
        for one in agenda.coming(situation)
        if one.opportunity_id == call.opportunity_id and not one.plan.made
    ]
    if not following:
        return message(off, Line(text("plan-is-kept")), Small(text("why-cancelled")))
    target = following[0]
    use = Tap(verb="carry", about=str(target.id), value=str(call.id))
    again = Span(target.starts_at, target.ends_at)
    return message(
        off,
        Line(text("plan-for-next", when=again)),
        Buttons((Button(label=text("button-carry"), tap=use, primary=True),)),
        Small(text("why-cancelled")),
    )


def _agenda(nudge: Nudge, situation: Situation) -> Decision:
    """One message for all calls of a day; each of them is asked about with it."""
    day = date.fromisoformat(nudge.about)
    calls = agenda_calls(situation, day)
    send = Send(
        id=f"{situation.rep.id}/agenda/{nudge.about}",
        message=agenda.morning(calls, day),
        helps_until=calls[-1].starts_at,
    )
    asked = (replace(call, asked_at=situation.now, asked_start=call.starts_at) for call in calls)
    attention = _turned(None, situation.conversation)
    return say.of(*asked, replace(attention, agenda=tuple(call.id for call in calls)), send)


def _promise(nudge: Nudge, situation: Situation) -> Decision:
    promise = next(one for one in situation.promises if str(one.id) == nudge.about)
    send = Send(
        id=f"{promise.call_id}/promise/{stamp(nudge.start)}",
        message=promises.check(promise, situation.today),
        helps_until=situation.now + timedelta(days=3),
    )
    return say.of(send)


def _link(nudge: Nudge, situation: Situation) -> Decision:
    """A calendar link fails: told once, in plain words, with the way to mend it."""
    why, _since = situation.conversation.failed_links[nudge.about]
    said = message(
        Line(text(why)), Line(text("calendar-what-is-known")), Small(text("why-calendar"))
    )
    return say.of(Send(id=f"{situation.rep.id}/link/{stamp(nudge.start)}", message=said))
