"""What a rep teaches the coach about which meetings are sales calls."""

from __future__ import annotations

from dataclasses import replace

from coaching import prepare, sales, say
from coaching.actions import Decision, Edit
from coaching.calls import Call
from coaching.events import Tapped
from coaching.ids import TITLE_KEY
from coaching.meetings import Lesson
from coaching.messages import Button, Buttons, Line, Message, Quoted, Tap, message, text
from coaching.turn import Situation, after


def ask(call: Call, situation: Situation) -> Decision:
    """Ask how far "not a sales call" reaches."""
    return say.of(say.back(situation, _how_far(call, situation), part=f"teach/{call.id}"))


def _how_far(call: Call, situation: Situation) -> Message:
    scopes = [scope for scope in ("occurrence", "series", "customer") if _is_wider(scope, call)]
    buttons = (
        Button(
            label=text(f"button-teach-{scope}", customer=Quoted(call.customer)),
            tap=Tap(verb="teach", about=str(call.id), value=scope),
        )
        for scope in scopes
        if _value(scope, call, situation)
    )
    asked = text("teach-ask", title=Quoted(call.title or call.customer))
    return message(Line(asked), Buttons(tuple(buttons)))


def _is_wider(scope: str, call: Call) -> bool:
    """Whether a scope says more than "this one": a series does where there is one."""
    return scope != "series" or call.series != call.key


def teach(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Not a sales call: this one, this series, or this customer; can be taken back."""
    lesson = _lesson(event.tap.value, call, situation, coached=False)
    if lesson is None:
        return Decision()
    off = tuple(
        replace(one, standing="skipped")
        for one in situation.calls
        if _is_ahead(one, call, situation) and _covers(lesson, one, situation)
    )
    conversation = situation.conversation
    for one in off:
        conversation = say.left(conversation, one)
    edits = {one.anchor: Edit(id=one.anchor, message=_taught(lesson, one)) for one in off}
    edits.pop("", None)
    edits |= {edit.id: edit for edit in say.edit_of(event.message, call, _taught(lesson, call))}
    return say.of(lesson, *off, conversation, *edits.values())


def _is_ahead(one: Call, call: Call, situation: Situation) -> bool:
    """Whether there is something left to ask about: a call to come, or the very one tapped."""
    if one.standing not in {"on", "unsure"}:
        return False
    return one.starts_at > situation.now or (one.id == call.id and not one.review.made)


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
        and _covers(lesson, one, situation)
    )
    now = after(situation, (lesson, *back))
    again = message(Line(text("coached-again")))
    edits = {edit.id: edit for edit in say.edit_of(event.message, call, again)}
    for one in back:
        shown = Edit(id=one.anchor, message=prepare.as_it_stands(one, now))
        edits |= {one.anchor: shown} if one.anchor else {}
    return say.of(lesson, *back, *edits.values())


def wanted(call: Call, situation: Situation) -> tuple[Lesson, ...]:
    """What undoes earlier lessons for this call, which the rep takes up after all."""
    against = any(
        not lesson.coached and _covers(lesson, call, situation)
        for lesson in situation.rules.lessons
    )
    return (Lesson(scope="occurrence", value=call.key, coached=True),) if against else ()


def is_sales(event: Tapped, call: Call, situation: Situation) -> Decision:
    """An entry without attendees is a sales call: ask the plan's questions in the same message."""
    lesson = _lesson(event.tap.value, call, situation, coached=True)
    if lesson is None or lesson.scope == "customer" or call.standing != "unsure":
        return Decision()
    others = tuple(
        replace(one, standing="on")
        for one in situation.calls
        if one.standing == "unsure" and one.id != call.id and _covers(lesson, one, situation)
    )
    call = replace(call, standing="on")
    now = after(situation, (lesson, *others, call))
    if situation.now < call.starts_at:
        call = replace(call, asked_at=situation.now, asked_start=call.starts_at)
    edit = say.edit_of(call.anchor, call, prepare.as_it_stands(call, now))
    return say.of(lesson, *others, call, *edit)


def _lesson(scope: str, call: Call, situation: Situation, *, coached: bool) -> Lesson | None:
    value = _value(scope, call, situation)
    if not value:
        return None
    return Lesson(scope=scope, value=value, coached=coached)  # type: ignore[arg-type]  # see _value


def _covers(lesson: Lesson, call: Call, situation: Situation) -> bool:
    return _value(lesson.scope, call, situation) == lesson.value


def _value(scope: str, call: Call, situation: Situation) -> str:
    """What a scope means for a call: its occurrence, its series, its customer's key; or nothing."""
    match scope:
        case "occurrence":
            return call.key
        case "series":
            return call.series
        case "customer":
            key = sales.opportunity_of(call, situation).customer.key
            return "" if key.startswith(TITLE_KEY) else key
        case _:
            return ""


def _taught(lesson: Lesson, call: Call) -> Message:
    taught = text(
        f"taught-{lesson.scope}",
        title=Quoted(call.title or call.customer),
        customer=Quoted(call.customer),
    )
    undo = Tap(verb="unteach", about=str(call.id), value=lesson.scope)
    return message(Line(taught), Buttons((Button(label=text("button-undo"), tap=undo),)))
