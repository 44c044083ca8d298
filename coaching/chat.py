"""Reads what a rep writes: a command, an answer to what is open, or neither."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coaching import commands, planning, prepare, review, reviewing, say
from coaching.actions import Decision
from coaching.answers import clean, fault
from coaching.calls import Call, Held
from coaching.conversation import Focus, Topic
from coaching.events import Edited, Said
from coaching.ids import owner_of
from coaching.messages import Button, Buttons, Line, Quoted, Tap, message, text
from coaching.spans import Span
from coaching.texts import vocabulary
from coaching.turn import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One open question: what it is about, which call, which field."""

    topic: Topic
    call: Call
    field: str
    chosen: bool = False


def hear(event: Said, situation: Situation) -> Decision:
    """What follows from a line of chat; nothing is lost: a loose text waits for its call."""
    words = clean(event.text)
    if not words:
        return Decision()
    problem = fault(words, prepare.LIMIT)
    if problem is not None:
        return say.line_back(situation, problem, thread=event.thread)
    questions = open_questions(situation)
    command = commands.parse(words, strict=bool(questions))
    if command is not None:
        return commands.run(command, situation, thread=event.thread)
    target = _target(event, situation, questions)
    if target is not None:
        return answer(target, words, situation, thread=event.thread, source=event.source)
    small = _small_talk(words, situation, thread=event.thread)
    if small is not None:
        return small
    if questions:
        return _ask_which(words, event, situation, questions)
    return say.line_back(situation, text("not-understood"), thread=event.thread)


def open_questions(situation: Situation) -> tuple[Open, ...]:
    """All that was asked and is not answered yet, the earliest call first."""
    found = []
    for call in sorted(situation.calls, key=lambda one: one.starts_at):
        question = _open_plan(call, situation) or _open_review(call, situation)
        found += [question] if question else []
    return tuple(found)


def _open_plan(call: Call, situation: Situation) -> Open | None:
    asked = call.asked_at is not None and call.standing == "on"
    if not asked or situation.now >= call.starts_at:
        return None
    missing = prepare.open_fields(call, prepare.opportunity_of(call, situation))
    return Open(topic="plan", call=call, field=missing[0]) if missing else None


def _open_review(call: Call, situation: Situation) -> Open | None:
    if call.review_asked_at is None or not reviewing.is_open(call, situation):
        return None
    if call.review.held is None:
        return Open(topic="review", call=call, field="held")
    missing = review.open_fields(call.review)
    return Open(topic="review", call=call, field=missing[0]) if missing else None


# ---- which call --------------------------------------------------------------------------------


def _target(event: Said, situation: Situation, questions: tuple[Open, ...]) -> Open | None:
    """The question a text answers: its thread's, the one in focus, or the only one open."""
    if event.thread and (call := situation.call(owner_of(event.thread))) is not None:
        return _in_thread(call, situation)
    focused = in_focus(situation)
    if focused is not None:
        return focused
    return questions[0] if len(questions) == 1 else None


def _in_thread(call: Call, situation: Situation) -> Open | None:
    focus = in_focus(situation)
    if focus is not None and focus.call.id == call.id:
        return focus
    return _next_of(call, situation)


def _next_of(call: Call, situation: Situation) -> Open | None:
    """What a call's thread is about at this moment."""
    if planning.is_open(call, situation):
        missing = prepare.open_fields(call, prepare.opportunity_of(call, situation))
        return Open(topic="plan", call=call, field=missing[0]) if missing else None
    if not reviewing.is_open(call, situation):
        return None
    if call.review.held is None:
        return Open(topic="review", call=call, field="held")
    missing = review.open_fields(call.review)
    return Open(topic="review", call=call, field=missing[0]) if missing else None


def in_focus(situation: Situation) -> Open | None:
    """The question the rep chose to answer, while it can still be answered."""
    focus = situation.conversation.focus
    call = situation.call(str(focus.call_id)) if focus is not None else None
    if focus is None or call is None:
        return None
    if focus.topic == "plan":
        if not planning.is_open(call, situation):
            return None
        return _focused(focus, call, situation)
    return _focused(focus, call, situation) if reviewing.is_open(call, situation) else None


def _focused(focus: Focus, call: Call, situation: Situation) -> Open | None:
    if focus.field:
        return Open(topic=focus.topic, call=call, field=focus.field, chosen=True)
    return _next_of(call, situation)


def _ask_which(
    words: str, event: Said, situation: Situation, questions: tuple[Open, ...]
) -> Decision:
    """Several questions are open: keep the text and ask which call it is for."""
    named = [one for one in questions if one.call.customer.casefold() in words.casefold()]
    if len(named) == 1:
        return answer(named[0], words, situation, thread=event.thread, source=event.source)
    conversation = replace(situation.conversation, loose=words, loose_source=event.source)
    buttons = tuple(
        Button(
            label=text(
                f"which-{one.topic}",
                customer=Quoted(one.call.customer),
                when=Span(one.call.starts_at, one.call.ends_at),
            ),
            tap=Tap(verb="which", about=str(one.call.id), value=one.topic),
        )
        for one in questions[:8]
    )
    asked = message(Line(text("ask-which", words=Quoted(words))), Buttons(buttons))
    return say.of(conversation, say.back(situation, asked))


def which(call: Call, situation: Situation) -> Decision:
    """The rep says which call the waiting text is for."""
    target = _next_of(call, situation)
    conversation = situation.conversation
    if target is None or not conversation.loose:
        return Decision()
    words, source = conversation.loose, conversation.loose_source
    settled = say.focused(conversation, None)
    situation = replace(situation, conversation=settled)
    return say.joined(say.of(settled), answer(target, words, situation, thread="", source=source))


# ---- answering ---------------------------------------------------------------------------------


def answer(target: Open, words: str, situation: Situation, *, thread: str, source: str) -> Decision:
    """Take a text as the answer to an open question, or as a word that closes it."""
    short = commands.folded(words)
    if target.topic == "plan":
        return _answer_plan(target, words, short, situation, thread=thread, source=source)
    return _answer_review(target, words, short, situation, thread=thread, source=source)


def _answer_plan(
    target: Open, words: str, short: str, situation: Situation, *, thread: str, source: str
) -> Decision:
    call = target.call
    if target.chosen and short in vocabulary.KEEP | vocabulary.THANKS | vocabulary.NOTHING_NEW:
        return planning.keep_in_chat(call, situation, thread=thread)
    if short in vocabulary.SKIP:
        return commands.skip(call, situation)
    if short in vocabulary.THANKS:
        return say.line_back(situation, text("youre-welcome"), thread=thread)
    return planning.answer(target.field, words, call, situation, thread=thread, source=source)


def _answer_review(
    target: Open, words: str, short: str, situation: Situation, *, thread: str, source: str
) -> Decision:
    call, name = target.call, target.field
    if name == "held":
        outcome = outcome_named(short, call)
        if outcome is not None:
            return reviewing.settle(call, outcome, situation, thread=thread or call.anchor)
        if short in vocabulary.THANKS:
            return say.line_back(situation, text("youre-welcome"), thread=thread)
        name = "happened"
    if short in vocabulary.ENOUGH:
        return reviewing.enough(call, situation, thread=thread)
    if short in vocabulary.NOTHING_NEW and name in review.THREE:
        return reviewing.nothing_new(call, situation, thread=thread)
    return reviewing.answer(name, words, call, situation, thread=thread, source=source)


def outcome_named(short: str, call: Call) -> Held | None:
    """The outcome a short answer names, if it is on offer for that call."""
    named = next((held for held, words in vocabulary.HELD.items() if short in words), None)
    return next((held for held in review.choices(call) if held == named), None)


def _small_talk(words: str, situation: Situation, *, thread: str) -> Decision | None:
    if commands.folded(words) not in vocabulary.THANKS:
        return None
    return say.line_back(situation, text("youre-welcome"), thread=thread)


# ---- editing -----------------------------------------------------------------------------------


def edited(event: Edited, situation: Situation) -> Decision:
    """An edited chat message edits the answer it gave."""
    found = situation.conversation.answered.get(event.source)
    if found is None:
        return Decision()
    topic, call_id, name = found
    call = situation.call(call_id)
    words = clean(event.text)
    if call is None or not words:
        return Decision()
    problem = fault(words, prepare.LIMIT)
    if problem is not None:
        return say.line_back(situation, problem)
    if topic == "plan":
        if not planning.is_open(call, situation):
            return say.line_back(situation, text("error-too-late-to-plan"))
        return planning.correct(name, words, call, situation)
    if not reviewing.is_open(call, situation):
        return say.line_back(situation, text("review-is-closed"))
    return reviewing.correct(name, words, call, situation)
