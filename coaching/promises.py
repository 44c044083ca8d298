"""What customers promised: asked after when the day has passed, and settled by a tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coaching import say
from coaching.actions import Decision
from coaching.answers import as_day
from coaching.calls import Promise
from coaching.events import Tapped
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    message,
    text,
)
from coaching.prepare import as_it_stands
from coaching.turn import Situation, after


def check(promise: Promise, today: date) -> Message:
    """Asks whether a promise whose day has passed was kept, moved or not kept."""
    about = str(promise.id)
    friday = today + timedelta(days=(4 - today.weekday()) % 7 or 7)
    later = sorted({friday, today + timedelta(days=7)})
    return message(
        Line(text("promise-check", promise=Quoted(promise.text), day=promise.due_on)),
        Buttons(
            (
                Button(
                    label=text("button-promise-kept"),
                    tap=Tap(verb="promise", about=about, value="kept"),
                    primary=True,
                ),
                *(
                    Button(
                        label=text("button-promise-moved", day=day),
                        tap=Tap(verb="promise", about=about, value=f"moved:{day.isoformat()}"),
                    )
                    for day in later
                ),
                Button(
                    label=text("button-promise-broken"),
                    tap=Tap(verb="promise", about=about, value="broken"),
                ),
            )
        ),
        Small(text("why-promise")),
    )


def settled(event: Tapped, situation: Situation) -> Decision:
    """What became of a promise; the tapped message shows it."""
    promise = next((one for one in situation.promises if str(one.id) == event.tap.about), None)
    if promise is None:
        return say.line_back(situation, text("not-here-any-more"))
    value, _, day = event.tap.value.partition(":")
    changed = _changed(promise, value, as_day(day), situation)
    if changed is None:
        return Decision()
    return say.joined(say.of(changed), _shown(event, changed, value, situation))


def _changed(
    promise: Promise, value: str, day: date | None, situation: Situation
) -> Promise | None:
    now = situation.now
    match value:
        case "kept":
            return replace(promise, kept=True, settled_at=now)
        case "broken":
            return replace(promise, kept=False, settled_at=now)
        case "open":
            return replace(promise, kept=None, settled_at=None)
        case "moved" if day is not None:
            return replace(promise, due_on=day, kept=None, settled_at=None)
        case _:
            return None


def _shown(event: Tapped, promise: Promise, value: str, situation: Situation) -> Decision:
    """A check turns into its answer; a prompt keeps its questions and loses the promise."""
    key = f"promise-{value}"
    noted = Line(text(key, promise=Quoted(promise.text), day=promise.due_on))
    call = next(
        (one for one in situation.calls if one.anchor and one.anchor == event.message), None
    )
    if call is None:
        owner = situation.call(str(promise.call_id))
        edits = say.edit_of(event.message, owner, message(noted)) if owner else ()
        return say.of(*edits)
    now = after(situation, (promise,))
    blocks: tuple[Block, ...] = as_it_stands(call, now).blocks
    if value == "open":
        return say.of(say.back(situation, message(noted)))
    return say.of(*say.edit_of(event.message, call, Message((*blocks[:1], noted, *blocks[1:]))))
