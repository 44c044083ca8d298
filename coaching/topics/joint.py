"""Joint calls: a colleague counts the four kinds of question by taps while the rep asks them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal
from uuid import UUID, uuid5

from coaching import say
from coaching.actions import Decision, Edit, Send
from coaching.answers import folded
from coaching.events import Tapped
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Tap,
    Text,
    message,
    text,
)
from coaching.notes import Note
from coaching.notes.practice import BEHAVIOURS, Behaviour, Observation
from coaching.practice import COUNT_AFTER, COUNT_BEFORE
from coaching.topics.topic import Asked, Topic
from coaching.turn import Joint, Situation

_PART = "count"
# A call has a few dozen questions; more taps than that are a stuck finger.
_MOST = 200
_SHOWN = 8
# In chat a kind goes by its letter, as on the buttons.
_LETTERS: Mapping[str, Behaviour] = {one[0]: one for one in BEHAVIOURS}

Moment = Literal["early", "open", "late"]


def moment(joint: Joint, situation: Situation) -> Moment:
    """Whether one can count in a colleague's call yet, or still."""
    if situation.now < joint.starts_at - COUNT_BEFORE:
        return "early"
    return "open" if situation.now <= joint.ends_at + COUNT_AFTER else "late"


def _open(situation: Situation) -> tuple[Joint, ...]:
    """The colleagues' calls in which one can count now, the earliest first."""
    now = (one for one in situation.joint if moment(one, situation) == "open")
    return tuple(sorted(now, key=lambda one: (one.starts_at, one.name, one.call_id)))


def command(asked: Asked, situation: Situation) -> Decision:
    """The message to count in; letters behind the command count; of several calls it asks."""
    joints = _open(situation)
    if not joints:
        return say.line_back(situation, text("count-nobody"), thread=asked.thread)
    if len(joints) > 1:
        said = message(Line(text("count-which")), Buttons(_which(joints)))
        return say.of(say.back(situation, said, thread=asked.thread, part=_PART))
    letters = folded(asked.words).replace(" ", "")
    heard = [_LETTERS[one] for one in letters] if set(letters) <= set(_LETTERS) else []
    note, seen = _known(joints[0], situation)
    seen = _opened(_added(seen, *heard))
    shown = say.back(situation, _shown(seen, joints[0]), thread=asked.thread, part=_PART)
    return say.of(replace(note, content=seen), shown)


def _which(joints: tuple[Joint, ...]) -> tuple[Button, ...]:
    return tuple(
        Button(
            label=text("button-count-which", name=Quoted(one.name), customer=Quoted(one.customer)),
            tap=Tap(verb="joint", about=str(one.call_id)),
        )
        for one in joints[:_SHOWN]
    )


# ---- counting ----------------------------------------------------------------------------------


def tapped(event: Tapped, situation: Situation) -> Decision:
    """One more of a kind, the last one undone, done, or on again: the message shows it."""
    joint = next((one for one in situation.joint if str(one.call_id) == event.tap.about), None)
    if joint is None:
        return say.line_back(situation, text("not-here-any-more"))
    when = moment(joint, situation)
    if when != "open":
        return say.line_back(
            situation, text("count-not-begun" if when == "early" else "count-closed")
        )
    note, seen = _known(joint, situation)
    seen = _after(event.tap.value, seen)
    shown = _in_place(event, _shown(seen, joint), situation)
    return say.of(replace(note, content=seen), shown)


def _known(joint: Joint, situation: Situation) -> tuple[Note, Observation]:
    """What the rep has counted in that call so far."""
    note_id = uuid5(joint.call_id, f"observation/{situation.rep.id}")
    known = [
        (note, note.content)
        for note in situation.notes
        if isinstance(note.content, Observation) and note.id == note_id
    ]
    if known:
        return known[0]
    new = Observation(customer=joint.customer)
    note = Note(
        id=note_id,
        rep_id=joint.rep_id,
        author_id=situation.rep.id,
        said_at=situation.now,
        content=new,
        opportunity_id=_sale(joint, situation),
        call_id=joint.call_id,
    )
    return note, new


def _sale(joint: Joint, situation: Situation) -> UUID | None:
    """The sale, as the rep's own part in that meeting knows it."""
    own = (one for one in situation.calls if one.meeting_id == joint.meeting_id)
    return next((one.opportunity_id for one in own), None)


def _after(value: str, seen: Observation) -> Observation:
    kinds = [kind for kind in BEHAVIOURS if kind == value]
    if kinds:
        return _opened(_added(seen, kinds[0]))
    match value:
        case "undo":
            return _opened(_undone(seen))
        case "done":
            return replace(seen, done=True)
        case _:
            return _opened(seen)


def _opened(seen: Observation) -> Observation:
    return replace(seen, done=False)


def _added(seen: Observation, *kinds: Behaviour) -> Observation:
    return _with(seen, (*seen.latest, *kinds)[:_MOST])


def _undone(seen: Observation) -> Observation:
    return _with(seen, seen.latest[:-1])


def _with(seen: Observation, latest: tuple[Behaviour, ...]) -> Observation:
    counts = {kind: latest.count(kind) for kind in BEHAVIOURS if kind in latest}
    return replace(seen, latest=latest, counts=counts)


# ---- what is shown -----------------------------------------------------------------------------


def _in_place(event: Tapped, said: Message, situation: Situation) -> Send | Edit:
    if event.message.startswith(f"{situation.rep.id}/{_PART}/"):
        return Edit(id=event.message, message=said)
    return say.back(situation, said, part=_PART)


def _shown(seen: Observation, joint: Joint) -> Message:
    """The message to count in, or the summary once it is done."""
    who, customer = Quoted(joint.name), Quoted(joint.customer)
    about = str(joint.call_id)
    if seen.done:
        on = Button(label=text("button-count-on"), tap=Tap(verb="joint", about=about, value="on"))
        done = Line(text("count-done", name=who, customer=customer))
        return message(done, Line(_so_far(seen)), Buttons((on,)))
    return message(
        Heading(text("count-what", name=who, customer=customer)),
        Line(_so_far(seen)),
        Buttons(tuple(_button(kind, about) for kind in BEHAVIOURS)),
        Buttons((*((_button("undo", about),) if seen.latest else ()), _button("done", about))),
    )


def _so_far(seen: Observation) -> Text:
    numbers = {kind: seen.counts.get(kind, 0) for kind in BEHAVIOURS}
    return text("count-so-far", **numbers)


def _button(value: str, about: str) -> Button:
    label = text(f"button-count-{value.replace('_', '-')}")
    return Button(label=label, tap=Tap(verb="joint", about=about, value=value))


def home(situation: Situation) -> tuple[Block, ...]:
    """While a colleague's call can be counted: the button for it."""
    buttons = tuple(
        Button(
            label=text("button-count", name=Quoted(one.name)),
            tap=Tap(verb="joint", about=str(one.call_id)),
        )
        for one in _open(situation)[:_SHOWN]
    )
    return (Buttons(buttons),) if buttons else ()


TOPIC = Topic(commands={"count": command}, taps={"joint": tapped}, home=home)
