"""Several calls at a glance: the morning's agenda, today, this week."""

from __future__ import annotations

from datetime import date, timedelta

from coaching.calls import Call, Promise
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Clock,
    Heading,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.prepare import promise_lines
from coaching.spans import Span, WorkCalendar
from coaching.turn import Situation


def coming(situation: Situation) -> tuple[Call, ...]:
    """The calls still to come, the next first."""
    calls = (
        call for call in situation.calls if call.standing == "on" and call.starts_at > situation.now
    )
    return tuple(sorted(calls, key=lambda call: call.starts_at))


def morning(calls: tuple[Call, ...], day: date) -> Message:
    """One message for a full day: which of its calls is worth two minutes?"""
    return message(
        Heading(text("agenda-heading", count=len(calls), day=day)),
        *(Line(_entry(number, call)) for number, call in enumerate(calls, start=1)),
        Line(text("agenda-ask")),
        Buttons(_plan_buttons(calls)),
        Small(text("why-agenda")),
    )


def _plan_buttons(calls: tuple[Call, ...]) -> tuple[Button, ...]:
    return tuple(
        Button(
            label=text("button-agenda-plan", customer=Quoted(call.customer)),
            tap=Tap(verb="plan", about=str(call.id)),
        )
        for call in calls[:10]
    )


def today(situation: Situation) -> Message:
    """Today's calls, each with where it stands."""
    if situation.work is None:
        return message(Line(text("settings-zone-unknown")))
    day = situation.work.local_date(situation.now)
    calls = _on(situation, situation.work, day, day)
    if not calls:
        return message(Line(text("today-none")), *_promises(situation, day))
    ahead = (call for call in calls if call.starts_at > situation.now and not call.plan.made)
    left = tuple(ahead) if situation.rep.is_coached else ()
    return message(
        Heading(text("today-heading", count=len(calls))),
        *(Line(standing_today(call, situation)) for call in calls),
        *((Buttons(_plan_buttons(left)),) if left else ()),
        *_promises(situation, day),
    )


def week(situation: Situation) -> Message:
    """This week's calls by day, each with where it stands, and the promises that are due."""
    if situation.work is None:
        return message(Line(text("settings-zone-unknown")))
    day = situation.work.local_date(situation.now)
    monday = day - timedelta(days=day.weekday())
    calls = _on(situation, situation.work, monday, monday + timedelta(days=6))
    if not calls:
        return message(Line(text("week-none")), *_promises(situation, day))
    return message(
        Heading(text("week-heading", count=len(calls))),
        *(Line(standing(call, situation)) for call in calls),
        *_promises(situation, day),
    )


def _on(situation: Situation, work: WorkCalendar, first: date, last: date) -> tuple[Call, ...]:
    calls = (
        call
        for call in situation.calls
        if call.standing in {"on", "skipped"} and first <= work.local_date(call.starts_at) <= last
    )
    return tuple(sorted(calls, key=lambda call: call.starts_at))


def _entry(number: int, call: Call) -> Text:
    when, customer = _times(call), Quoted(call.customer)
    return text("agenda-entry", number=number, when=when, customer=customer)


def _times(call: Call) -> Text:
    """From when to when, under a heading that names the day."""
    return text("call-times", start=Clock(call.starts_at), end=Clock(call.ends_at))


def standing_today(call: Call, situation: Situation) -> Text:
    """One call in a line, under a heading that says today: from when to when, who, where."""
    return _standing(call, _times(call), situation)


def standing(call: Call, situation: Situation) -> Text:
    """One call in a line: when, who, where it stands."""
    return _standing(call, Span(call.starts_at, call.ends_at), situation)


def _standing(call: Call, when: Span | Text, situation: Situation) -> Text:
    return text(
        "call-standing",
        when=when,
        customer=Quoted(call.customer),
        standing=text(f"standing-{where(call, situation)}"),
    )


def where(call: Call, situation: Situation) -> str:
    """Where a call stands, as the end of a text key: `to-plan`, `planned`, `to-review` …"""
    if call.standing == "skipped":
        return "skipped"
    if call.review.held == "not_held":
        return "not-held"
    if call.review.outcome is not None:
        return call.review.outcome.replace("_", "-")
    if call.ends_at <= situation.now:
        return "to-review"
    if call.plan.made:
        return "planned"
    if call.starts_at <= situation.now:
        return "running"
    return "to-plan" if situation.rep.is_coached else "ahead"


def _promises(situation: Situation, day: date) -> tuple[Block, ...]:
    """Promises due within the week or overdue, three at most."""
    soon = day + timedelta(days=7)
    due: list[Promise] = [one for one in situation.promises if one.is_open and one.due_on <= soon]
    due.sort(key=lambda one: one.due_on)
    return tuple(block for promise in due[:3] for block in promise_lines(promise, situation))
