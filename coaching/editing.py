"""What follows when a rep edits or deletes a chat message that gave an answer, or that waits."""

from __future__ import annotations

from dataclasses import replace

from coaching import command_words, commands, planning, prepare, reviewing, say, taking_back, topics
from coaching.actions import Decision, Edit
from coaching.answers import clean, fault
from coaching.events import Deleted, Edited
from coaching.messages import Line, message, text
from coaching.turn import Situation


def edited(event: Edited, situation: Situation) -> Decision:
    """An edited chat message edits the answer it gave, or the text that waits.

    One that was deleted and is restored gives its answer again.
    """
    words = clean(event.text)
    conversation = taking_back.restored(event.source, situation.conversation)
    given = conversation.answered.get(event.source)
    turn = _turn_of(event.source, situation)
    if not words or not (given or turn):
        return Decision()
    problem = fault(words, prepare.LIMIT)
    if problem is not None:
        return say.line_back(situation, problem, thread=event.thread)
    if given:
        known = say.of(*([conversation] if conversation != situation.conversation else []))
        situation = replace(situation, conversation=conversation)
        anew = _corrected(*given, words, situation, thread=event.thread, source=event.source)
        return say.joined(known, anew)
    loose = {**conversation.loose, turn: (words, event.source)}
    return say.of(replace(conversation, loose=loose))


def deleted(event: Deleted, situation: Situation) -> Decision:
    """A deleted chat message takes back the answer it gave, or the text that waits."""
    given = situation.conversation.answered.get(event.source)
    if given:
        return taking_back.answer(*given, event.source, situation)
    turn = _turn_of(event.source, situation)
    if not turn:
        return Decision()
    conversation = situation.conversation
    loose = {**conversation.loose, turn: ("", event.source)}
    asked = message(Line(text("loose-taken-back")))
    return say.of(
        replace(conversation, loose=loose), Edit(id=say.back_id(situation, turn), message=asked)
    )


def _turn_of(source: str, situation: Situation) -> str:
    """The turn in which it was asked what a text is for, if it still waits."""
    loose = situation.conversation.loose.items()
    return next((turn for turn, (words, known) in loose if words and known == source != ""), "")


def _corrected(
    topic: str,
    call_id: str,
    name: str,
    words: str,
    situation: Situation,
    *,
    thread: str,
    source: str,
) -> Decision:
    if topic == topics.remembered.TOPIC:
        return _noted_anew(call_id, name, words, situation, thread=thread, source=source)
    call = situation.call(call_id)
    if call is None:
        return say.line_back(situation, text("not-here-any-more"), thread=thread)
    if topic == "plan":
        if not planning.is_open(call, situation):
            return say.line_back(situation, text("error-too-late-to-plan"), thread=thread)
        return planning.correct(name, words, call, situation, thread=thread)
    if not reviewing.is_open(call, situation):
        return say.line_back(situation, text("review-is-closed"), thread=thread)
    return reviewing.correct(name, words, call, situation, thread=thread)


def _noted_anew(
    note_id: str, gave: str, words: str, situation: Situation, *, thread: str, source: str
) -> Decision:
    """What an edited text gave to a note is changed; a command without its note is obeyed anew."""
    command = _still_said(gave, words, situation) if gave.startswith("/") else None
    said = command.words if command else "" if gave.startswith("/") else words
    changed = topics.edited(note_id, gave, said, situation, thread=thread)
    if changed is not None:
        return changed
    if command is not None:
        return commands.run(command, situation, thread=thread, source=source)
    return say.line_back(situation, text("not-here-any-more"), thread=thread)


def _still_said(gave: str, words: str, situation: Situation) -> command_words.Command | None:
    """The command that an edited text is, if it is still the one that gave the note."""
    command = command_words.parse(words, strict=False, names=command_words.names(situation))
    name = gave.split(maxsplit=1)[0].split("/")[1]
    return command if command is not None and command.name == name else None
