"""Which chat text gave which note, so that an edit or a deletion of the text finds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coaching import say
from coaching.actions import Decision, Send
from coaching.conversation import Conversation
from coaching.notes import Content, Note
from coaching.topics.topic import Edits, Given
from coaching.turn import Situation

# The topic under which a conversation remembers such an answer: ("note", its id, what of it).
TOPIC = "note"
Registry = Mapping[type[Content], Edits]


def remembering(
    decision: Decision, asks: str, words: str, source: str, situation: Situation, edits: Registry
) -> Decision:
    """The decision with the text that led to it remembered, where it gave a note."""
    note = _made(decision)
    shown = next((one.id for one in decision.actions if isinstance(one, Send)), "")
    if not (source and shown) or note is None or type(note.content) not in edits:
        return decision
    is_new = all(one.id != note.id for one in situation.notes)
    given = Given(note=note, asks=asks, words=words, shown=shown, is_new=is_new)
    exactly = edits[type(note.content)].asks(given)
    if not exactly:
        return decision
    answer = (TOPIC, str(note.id), _written(replace(given, asks=exactly)))
    known = _forgetting(_conversation(decision, situation), str(note.id), exactly)
    return say.joined(decision, say.of(say.remembered(known, source, answer)))


def _forgetting(conversation: Conversation, note_id: str, asks: str) -> Conversation:
    """The conversation without texts that gave the same before: the later one has replaced them."""
    before = [
        one
        for one in conversation.answered.values()
        if one[:2] == (TOPIC, note_id) and one[2].split(" ", 1)[0] == asks
    ]
    return say.forgotten(conversation, *before)


def given(note_id: str, written: str, words: str, situation: Situation) -> Given | None:
    """What a remembered text gave, with the words as they are now; None where that is gone."""
    mine = (one for one in situation.notes if one.author_id == situation.rep.id)
    note = next((one for one in mine if str(one.id) == note_id), None)
    if note is None:
        return None
    asks, made, shown = written.split(" ", 2)
    return Given(note=note, asks=asks, words=words, shown=shown, is_new=made == "new")


def edited(was: Given, situation: Situation, edits: Registry) -> Decision:
    """What follows from an edit; what the text and others gave keeps being found."""
    how = edits[type(was.note.content)]
    decision = how.change(was, situation)
    note = _made(decision)
    if note is None or note.id != was.note.id:
        return decision
    before, now = was.asks, how.asks(replace(was, note=note))
    renamed = dict(zip(before.split("/")[1:], now.split("/")[1:], strict=False))
    conversation = _conversation(decision, situation)
    answered = dict(conversation.answered)
    for source, (topic, about, what) in conversation.answered.items():
        if (topic, about) == (TOPIC, str(note.id)):
            answered[source] = (topic, about, _renamed(what, before, now, renamed))
    return say.joined(decision, say.of(replace(conversation, answered=answered)))


def replaced(decision: Decision, situation: Situation) -> Decision:
    """A form says a note anew: what texts gave to it before is theirs no more."""
    before = {note.id: note.content for note in situation.notes}
    anew = {
        str(note.id)
        for note in _notes(decision)
        if note.id in before and before[note.id] != note.content
    }
    conversation = _conversation(decision, situation)
    gone = [one for one in conversation.answered.values() if one[0] == TOPIC and one[1] in anew]
    if not gone:
        return decision
    return say.joined(decision, say.of(say.forgotten(conversation, *gone)))


def _renamed(what: str, before: str, now: str, keys: Mapping[str, str]) -> str:
    """What a text gave, where a part of the note bears another key than before."""
    asks, rest = what.split(" ", 1)
    if asks == before:
        return f"{now} {rest}"
    head, *parts = asks.split("/")
    return f"{'/'.join((head, *(keys.get(one, one) for one in parts)))} {rest}"


def _written(one: Given) -> str:
    return f"{one.asks} {'new' if one.is_new else 'old'} {one.shown}"


def _made(decision: Decision) -> Note | None:
    """The first note that a decision saves, in its last state."""
    notes = _notes(decision)
    return next((one for one in reversed(notes) if one.id == notes[0].id), None)


def _notes(decision: Decision) -> list[Note]:
    return [one for one in decision.saves if isinstance(one, Note)]


def _conversation(decision: Decision, situation: Situation) -> Conversation:
    saved = [one for one in decision.saves if isinstance(one, Conversation)]
    return saved[-1] if saved else situation.conversation
