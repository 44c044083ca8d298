"""What is said when a nudge's moment has come; nothing is said that no longer helps."""

from __future__ import annotations

from datetime import date, timedelta

from coaching import agenda, commands, prepare, promises, say
from coaching.actions import Decision, Send
from coaching.calls import Call
from coaching.events import NudgeDue
from coaching.ids import stamp
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
            call = situation.call(nudge.about)
            return Decision() if call is None else _about_call(nudge, call, situation)


def _about_call(nudge: Nudge, call: Call, situation: Situation) -> Decision:
    match nudge.kind:
        case "prompt":
            send, saves = commands.asked(call, situation)
            return say.of(send, *(one for one in saves if not isinstance(one, Told)))
        case "review" | "review_reminder":
            reminder = nudge.kind == "review_reminder"
            send, saves = commands.ask_review(call, situation, reminder=reminder)
            return say.of(send, *(one for one in saves if not isinstance(one, Told)))
        case "cue":
            return say.of(_send(nudge, call, prepare.cue(call)))
        case "cancelled":
            return say.of(_send(nudge, call, _cancelled(call, situation)))
        case _:
            return say.of(_send(nudge, call, _reminder(call)))


def _send(nudge: Nudge, call: Call, said: Message) -> Send:
    return Send(
        id=f"{call.id}/{nudge.kind}/{stamp(nudge.start)}",
        message=said,
        helps_until=call.starts_at,
    )


def _reminder(call: Call) -> Message:
    """The one reminder: shorter than the prompt, with the same way in."""
    about = str(call.id)
    key = "reminder-snoozed" if call.snoozed_until is not None else "reminder"
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
    day = date.fromisoformat(nudge.about)
    calls = agenda_calls(situation, day)
    ends_at = max((call.starts_at for call in calls), default=situation.now)
    send = Send(
        id=f"{situation.rep.id}/agenda/{nudge.about}",
        message=agenda.morning(calls, day),
        helps_until=ends_at,
    )
    return say.of(send)


def _promise(nudge: Nudge, situation: Situation) -> Decision:
    promise = next((one for one in situation.promises if str(one.id) == nudge.about), None)
    if promise is None or situation.work is None:
        return Decision()
    today = situation.work.local_date(situation.now)
    send = Send(
        id=f"{promise.call_id}/promise/{stamp(nudge.start)}",
        message=promises.check(promise, today),
        helps_until=situation.now + timedelta(days=3),
    )
    return say.of(send)


def _link(nudge: Nudge, situation: Situation) -> Decision:
    """A calendar link fails: told once, in plain words, with the way to mend it."""
    why, _since = situation.conversation.failed_links.get(nudge.about, ("calendar-fails", None))
    said = message(
        Line(text(why)), Line(text("calendar-what-is-known")), Small(text("why-calendar"))
    )
    send = Send(id=f"{situation.rep.id}/link/{stamp(nudge.start)}", message=said)
    return say.of(send)
