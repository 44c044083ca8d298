"""What customers promised: noted with a day, asked after once it has passed, settled by a tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coaching import promised, say
from coaching.actions import Decision, Edit
from coaching.answers import as_day, folded
from coaching.calls import Call, Promise
from coaching.days import find_day, in_reach
from coaching.events import Tapped
from coaching.ids import promise_id
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.prepare import as_it_stands
from coaching.texts.vocabulary import NO_DAY
from coaching.turn import Situation, after

# ---- noted -------------------------------------------------------------------------------------


def promise_of(call: Call, today: date, due_on: date | None = None) -> Promise | None:
    """What the customer agreed to and by when, where the call ended in an advance with a day.

    The day is the one given, else one named in the words, counted from the day of the call.
    """
    review = call.review
    if review.outcome != "advance" or not review.happened:
        return None
    day = due_on or find_day(review.happened, today)
    if day is None:
        return None
    return Promise(
        id=promise_id(call),
        call_id=call.id,
        rep_id=call.rep_id,
        opportunity_id=call.opportunity_id,
        text=review.happened,
        due_on=day,
        dressed_up=review.dressed_up,
    )


def changed(before: Promise | None, promise: Promise) -> Promise | None:
    """The promise to keep in place of the one noted before; None where nothing has changed.

    What is known of a promise stays known as long as its day stays, who keeps it as long as its
    words do.
    """
    if before is None or before.withdrawn:
        return promise
    if before.text == promise.text:
        promise = replace(promise, who=before.who)
    if before.due_on == promise.due_on:
        known = (before.kept, before.settled_at, before.moved_from)
        promise = replace(promise, kept=known[0], settled_at=known[1], moved_from=known[2])
    return None if promise == before else promise


def noted_in(call: Call, situation: Situation) -> Promise | None:
    """What was ever noted as promised in that call."""
    wanted = promise_id(call)
    return next((promise for promise in situation.promises if promise.id == wanted), None)


def standing_in(call: Call, situation: Situation) -> Promise | None:
    """What was noted as promised in that call, unless it was taken back."""
    found = noted_in(call, situation)
    return None if found is None or found.withdrawn else found


def day_of(call: Call, situation: Situation) -> date:
    """The rep's date on which the call ended; that of UTC until their zone is known."""
    return situation.work.local_date(call.ends_at) if situation.work else call.ends_at.date()


def day_fault(day: date, call: Call, situation: Situation) -> Text | None:
    """Why something cannot be promised in that call for that day; None if it can."""
    first = day_of(call, situation)
    if in_reach(day, first):
        return None
    return text("error-date-before-call" if day < first else "error-date-far")


def withdrawn(before: Promise | None) -> tuple[Promise, ...]:
    """A promise noted before is none any more: it counts nowhere and is not asked after."""
    return () if before is None or before.withdrawn else (replace(before, withdrawn=True),)


def with_who(words: str, promise: Promise | None) -> tuple[Promise, ...]:
    """The promise with who is to keep it; words that name nobody take the name away."""
    name = "" if folded(words) in NO_DAY else words
    return () if promise is None or promise.who == name else (replace(promise, who=name),)


def ask_when(call: Call, today: date) -> Message:
    """Asks by when, with days to tap counted from today."""
    days = sorted({*promised.coming_days(today), today + timedelta(days=14)})
    about = str(call.id)
    taps = [
        Button(
            label=text("button-by", day=day), tap=Tap(verb="by", about=about, value=day.isoformat())
        )
        for day in days
    ]
    none = Button(label=text("button-by-none"), tap=Tap(verb="by", about=about))
    return message(
        Line(text("ask-by", happened=Quoted(call.review.happened))), Buttons((*taps, none))
    )


def noted(promise: Promise) -> Message:
    """Says which promise was noted, and that it will be asked after."""
    return message(Line(text("promise-noted", promise=promised.words(promise), day=promise.due_on)))


# ---- asked after -------------------------------------------------------------------------------


def check(promise: Promise, today: date) -> Message:
    """Asks whether a promise whose day has passed was kept, moved or not kept."""
    return message(
        Line(text("promise-check", promise=promised.words(promise), day=promise.due_on)),
        promised.settling(promise, today, primary=True),
        Small(text("why-promise")),
    )


def settled(event: Tapped, situation: Situation) -> Decision:
    """What became of a promise; the tapped message shows it, with the way back."""
    promise = next((one for one in situation.promises if str(one.id) == event.tap.about), None)
    if promise is None or promise.withdrawn:
        return say.line_back(situation, text("not-here-any-more"))
    value, _, given = event.tap.value.partition(":")
    new = _settled(promise, value, as_day(given), situation)
    if new is None:
        return Decision()
    not_yet = value == "open" and promise.is_open
    value = "open" if new.due_on in promise.moved_from[-1:] else value
    shown = _shown(event, new, value, after(situation, (new,)))
    if not shown or not_yet:
        return say.of(new, say.back(situation, Message(_answer(new, value))))
    return say.of(new, *shown)


def _settled(
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
            return _moved(replace(promise, kept=None, settled_at=None), day, situation.today)
        case _:
            return None


def _moved(promise: Promise, day: date, today: date) -> Promise | None:
    """The promise with another day, the ones before remembered; to the last of them: moved back."""
    before = promise.moved_from
    if day == promise.due_on:
        return promise
    if day in before[-1:]:
        return replace(promise, due_on=day, moved_from=before[:-1])
    if not in_reach(day, today):
        return None
    return replace(promise, due_on=day, moved_from=(*before, promise.due_on))


def _shown(event: Tapped, promise: Promise, value: str, situation: Situation) -> tuple[Edit, ...]:
    """A check turns into its answer; a prompt keeps its questions and loses the promise.

    In any other message (today, this week) the promise is one of several: nothing is edited.
    """
    if event.message.startswith(f"{promise.call_id}/promise/"):
        told = Message(_answer(promise, value))
        again = check(promise, situation.today)
        return (Edit(id=event.message, message=again if value == "open" else told),)
    call = next(
        (one for one in situation.calls if event.message and one.anchor == event.message), None
    )
    if call is None:
        return ()
    blocks = as_it_stands(call, situation).blocks
    answer = () if value == "open" else _answer(promise, value)
    return (Edit(id=call.anchor, message=Message((*blocks[:1], *answer, *blocks[1:]))),)


def _answer(promise: Promise, value: str) -> tuple[Block, ...]:
    words = promised.words(promise)
    line = Line(text(f"promise-{value}", promise=words, day=promise.due_on))
    days = promise.moved_from if value == "moved" else ()
    back = f"moved:{days[-1].isoformat()}" if days else "open"
    undo = Tap(verb="promise", about=str(promise.id), value=back)
    return (
        (line,)
        if value == "open"
        else (line, Buttons((Button(label=text("button-undo"), tap=undo),)))
    )
