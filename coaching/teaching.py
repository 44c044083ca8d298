"""What a rep teaches the coach about which meetings are sales calls."""

from __future__ import annotations

from dataclasses import replace

from coaching import prepare, say
from coaching.actions import Decision, Edit
from coaching.calls import Call
from coaching.events import Tapped
from coaching.meetings import Lesson
from coaching.messages import Button, Buttons, Line, Message, Quoted, Tap, Text, message, text
from coaching.turn import Situation, after


def ask(call: Call, situation: Situation) -> Decision:
    """Ask how far "not a sales call" reaches."""
    return say.of(say.back(situation, prepare.what_it_is(call), part=f"teach/{call.id}"))


def teach(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Not a sales call: this one, this series, or this customer; can be taken back."""
    lesson = _lesson(event.tap.value, call, situation, coached=False)
    if lesson is None:
        return Decision()
    left = tuple(replace(one, standing="skipped") for one in _reached(lesson, call, situation))
    edits = [Edit(id=one.anchor, message=_taught(lesson, one)) for one in left if one.anchor]
    conversation = say.focused(situation.conversation, None)
    shown = _taught(lesson, call)
    tapped = (
        []
        if any(edit.id == event.message for edit in edits)
        else [*say.edit_of(event.message, call, shown)]
    )
    return say.of(lesson, *left, conversation, *edits, *tapped)


def unteach(event: Tapped, call: Call, situation: Situation) -> Decision:
    """It is a sales call after all."""
    lesson = _lesson(event.tap.value, call, situation, coached=True)
    if lesson is None:
        return Decision()
    back = tuple(
        replace(one, standing="on")
        for one in situation.calls
        if one.standing == "skipped"
        and one.starts_at > situation.now
        and _value(lesson.scope, one, situation) == lesson.value
    )
    now = after(situation, (lesson, *back))
    edits = [
        Edit(id=one.anchor, message=prepare.as_it_stands(one, now)) for one in back if one.anchor
    ]
    return say.of(lesson, *back, *edits, *_confirmed(event, call, edits))


def _confirmed(event: Tapped, call: Call, edits: list[Edit]) -> tuple[Edit, ...]:
    if any(edit.id == event.message for edit in edits):
        return ()
    return say.edit_of(event.message, call, message(Line(text("coached-again"))))


def is_sales(event: Tapped, call: Call, situation: Situation) -> Decision:
    """An entry without attendees is a sales call: ask the plan's questions in the same message."""
    lesson = _lesson(event.tap.value, call, situation, coached=True)
    if lesson is None or call.standing != "unsure":
        return Decision()
    same = [
        replace(one, standing="on")
        for one in situation.calls
        if one.standing == "unsure" and _value(lesson.scope, one, situation) == lesson.value
    ]
    now = after(situation, (lesson, *same))
    if situation.now >= call.starts_at:
        return say.of(lesson, *same)
    call = replace(call, standing="on")
    edit = Edit(id=event.message or call.anchor, message=prepare.prompt(call, now))
    known = replace(call, asked_at=situation.now, asked_start=call.starts_at)
    return say.of(lesson, *same, known, edit)


def _lesson(scope: str, call: Call, situation: Situation, *, coached: bool) -> Lesson | None:
    value = _value(scope, call, situation)
    if not value:
        return None
    return Lesson(scope=scope, value=value, coached=coached)  # type: ignore[arg-type]


def _value(scope: str, call: Call, situation: Situation) -> str:
    """What a scope means for a call: its occurrence, its series, its customer's key."""
    match scope:
        case "occurrence":
            return call.key
        case "series":
            return call.series
        case "customer":
            return prepare.opportunity_of(call, situation).customer.key
        case _:
            return ""


def _reached(lesson: Lesson, call: Call, situation: Situation) -> tuple[Call, ...]:
    return tuple(
        one
        for one in situation.calls
        if one.starts_at > situation.now
        and one.standing in {"on", "unsure"}
        and _value(lesson.scope, one, situation) == lesson.value
    ) or ((call,) if call.starts_at > situation.now else ())


def _taught(lesson: Lesson, call: Call) -> Message:
    name: Text = text(
        f"taught-{lesson.scope}",
        title=Quoted(call.title or call.customer),
        customer=Quoted(call.customer),
    )
    undo = Tap(verb="unteach", about=str(call.id), value=lesson.scope)
    return message(Line(name), Buttons((Button(label=text("button-undo"), tap=undo),)))
