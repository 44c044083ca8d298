"""Reads what a rep writes: a command, an answer to what is open, or neither."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coaching import (
    asides,
    command_words,
    commands,
    otherwise,
    planning,
    prepare,
    review,
    reviewing,
    sales,
    say,
    topics,
)
from coaching.actions import Decision
from coaching.answers import clean, fault, folded
from coaching.calls import Call, Held
from coaching.conversation import Focus, Talk, Topic
from coaching.events import Said, Tapped
from coaching.messages import Button, Buttons, Line, Quoted, Tap, Text, message, text
from coaching.spans import Span
from coaching.texts import vocabulary
from coaching.topics.topic import Heard
from coaching.turn import Situation

WAITING = 10
CLOSING = vocabulary.KEEP | vocabulary.THANKS | vocabulary.NOTHING_NEW | vocabulary.SKIP


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """One open question: what it is about, which call, which field; `chosen` by the rep or not."""

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
    event = replace(event, text=words)
    questions = open_questions(situation)
    target = _target(event, situation, questions)
    talk = _talk(event, situation)
    command = command_words.parse(
        words, strict=bool(target or questions or talk), names=command_words.names(situation)
    )
    if command is not None:
        return commands.run(command, situation, thread=event.thread, source=event.source)
    line = Heard(words=words, source=event.source, thread=event.thread)
    if talk is not None and (heard := topics.heard(line, talk, situation)) is not None:
        return heard
    named = _call_named(event, situation, questions)
    if named is not None:
        return named
    if target is not None:
        return answer(target, words, situation, thread=event.thread, source=event.source)
    return _nobody_asked(event, situation, questions)


# ---- what is open ------------------------------------------------------------------------------


def open_questions(situation: Situation) -> tuple[Open, ...]:
    """All that was asked or chosen and is not answered yet, the earliest call first."""
    chosen = in_focus(situation)
    found = []
    for call in sorted(situation.calls, key=lambda one: one.starts_at):
        if chosen is not None and chosen.call.id == call.id:
            found.append(chosen)
        elif _was_asked(call, situation) and (question := _next_of(call, situation)):
            found.append(question)
    return tuple(found)


def _was_asked(call: Call, situation: Situation) -> bool:
    if situation.now < call.starts_at:
        return call.asked_at is not None and call.standing == "on"
    return call.review_asked_at is not None


def _next_of(call: Call, situation: Situation) -> Open | None:
    """What a call is about at this moment: its plan until the start, its review from the end."""
    if planning.is_open(call, situation):
        missing = prepare.open_fields(call, sales.opportunity_of(call, situation))
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
    topic_of = planning if focus.topic == "plan" else reviewing
    return _focused(focus, call, situation) if topic_of.is_open(call, situation) else None


def _focused(focus: Focus, call: Call, situation: Situation) -> Open | None:
    if focus.field:
        return Open(topic=focus.topic, call=call, field=focus.field, chosen=True)
    return _next_of(call, situation)


def _target(event: Said, situation: Situation, questions: tuple[Open, ...]) -> Open | None:
    """The question a text answers: its thread's, the one in focus, or the only one open."""
    call = _call_of(event.thread, situation)
    if call is not None:
        asked = next((one for one in questions if one.call.id == call.id), None)
        return asked or _next_of(call, situation)
    focus = situation.conversation.focus
    if focus is not None and not focus.interrupted and (chosen := in_focus(situation)):
        return chosen
    return questions[0] if len(questions) == 1 else None


def _talk(event: Said, situation: Situation) -> Talk | None:
    """What a topic asks in chat, unless the text stands in the thread of a call."""
    return None if _call_of(event.thread, situation) else situation.conversation.talk


def _call_of(logical_id: str, situation: Situation) -> Call | None:
    """The call a message is about: its id stands in the message's."""
    return next(filter(None, map(situation.call, logical_id.split("/"))), None)


# ---- which call --------------------------------------------------------------------------------


def _call_named(event: Said, situation: Situation, questions: tuple[Open, ...]) -> Decision | None:
    """A text that only names a call: the one a loose text is for, or the one to plan now.

    A number is a place in the last agenda; a name is a customer's whose plan is open.
    """
    if event.thread:
        return None
    short, loose = folded(event.text), _waiting(situation)
    named = [one for one in questions if folded(one.call.customer) == short]
    if loose and len(named) == 1:
        return _settled(loose[-1], named[0], situation)
    listed = dict(enumerate(situation.conversation.agenda, start=1))
    picked = situation.call(str(listed.get(int(short)))) if _is_number(short) else None
    plans = [one.call for one in named if one.topic == "plan"]
    if _answers_review(situation) or not (picked or plans):
        return None
    return _taken_up(picked or plans[0], situation)


def _waiting(situation: Situation) -> list[str]:
    """The turns of the texts that wait for their call; one taken back waits no more."""
    return [turn for turn, (words, _) in situation.conversation.loose.items() if words]


def _is_number(short: str) -> bool:
    return short.isdecimal() and len(short) <= len("99")


def _answers_review(situation: Situation) -> bool:
    focus = situation.conversation.focus
    return focus is not None and focus.topic == "review" and in_focus(situation) is not None


def _taken_up(call: Call, situation: Situation) -> Decision:
    """The rep turns to that call: its prompt comes, or where it stands the next question."""
    if not planning.is_open(call, situation):
        return planning.closed(call, situation)
    if call.anchor:
        return planning.ask_next(call, situation)
    return commands.prompted(call, situation)


def _nobody_asked(event: Said, situation: Situation, questions: tuple[Open, ...]) -> Decision:
    """A text that answers nothing for sure: a thank you, one of several answers, or neither."""
    if folded(event.text) in vocabulary.THANKS:
        return say.line_back(situation, text("youre-welcome"), thread=event.thread)
    call = _call_of(event.thread, situation)
    if call is not None and call.plan.made and planning.is_open(call, situation):
        stands = message(Line(text("plan-stands")), *prepare.planned(call).blocks)
        return say.of(say.back(situation, stands, thread=event.thread))
    if asides.about_coach(event.text):
        return commands.run(command_words.Command(name="help"), situation, thread=event.thread)
    if questions:
        return _ask_which(event, situation, questions)
    return say.line_back(situation, text("not-understood"), thread=event.thread)


def _ask_which(event: Said, situation: Situation, questions: tuple[Open, ...]) -> Decision:
    """Several questions are open: keep the text and ask which call it is for."""
    words = event.text
    named = [one for one in questions if one.call.customer.casefold() in words.casefold()]
    if len(named) == 1:
        return answer(named[0], words, situation, thread=event.thread, source=event.source)
    conversation = situation.conversation
    turn = str(conversation.version)
    waiting = dict(list(conversation.loose.items())[1 - WAITING :])
    buttons = tuple(
        Button(label=_label(one), tap=Tap(verb="which", about=str(one.call.id), value=turn))
        for one in questions[:8]
    )
    asked = message(Line(text("ask-which", words=Quoted(words))), Buttons(buttons))
    return say.of(
        replace(conversation, loose={**waiting, turn: (words, event.source)}),
        say.back(situation, asked, thread=event.thread),
    )


def _label(question: Open) -> Text:
    call = question.call
    when = Span(call.starts_at, call.ends_at)
    return text(f"which-{question.topic}", customer=Quoted(call.customer), when=when)


def which(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep says which call a waiting text is for; one that was given away waits no more."""
    turn = event.tap.value
    if turn not in situation.conversation.loose:
        return Decision()
    if turn not in _waiting(situation):
        return say.line_back(situation, text("loose-taken-back"))
    asked = (one for one in open_questions(situation) if one.call.id == call.id)
    target = next(asked, None) or _next_of(call, situation)
    if target is None:
        return say.line_back(situation, text("not-here-any-more"))
    return _settled(turn, target, situation, shown_in=event.message)


def _settled(turn: str, target: Open, situation: Situation, *, shown_in: str = "") -> Decision:
    conversation = situation.conversation
    waiting = dict(conversation.loose)
    words, source = waiting.pop(turn)
    settled = replace(conversation, loose=waiting)
    shown = message(Line(text("taken-for", words=Quoted(words), call=_label(target))))
    now = replace(situation, conversation=settled)
    return say.joined(
        say.of(settled, *say.edit_of(shown_in, target.call, shown)),
        answer(target, words, now, thread="", source=source),
    )


# ---- answering ---------------------------------------------------------------------------------


def answer(target: Open, words: str, situation: Situation, *, thread: str, source: str) -> Decision:
    """Take a text as the answer to an open question, or as a word that closes it."""
    if target.topic == "plan":
        return _answer_plan(target, words, situation, thread=thread, source=source)
    return _answer_review(target, words, situation, thread=thread, source=source)


def _answer_plan(
    target: Open, words: str, situation: Situation, *, thread: str, source: str
) -> Decision:
    call, short = target.call, folded(words)
    if short in vocabulary.THANKS and not (target.chosen and call.plan.made):
        return say.line_back(situation, text("youre-welcome"), thread=thread)
    if call.plan.made and short in vocabulary.OTHERWISE:
        return otherwise.ask(call, situation, thread=thread)
    if call.plan.made and short in CLOSING:
        return planning.keep_in_chat(call, situation, thread=thread)
    if short in vocabulary.SKIP:
        return commands.skip(call, situation, thread=thread)
    if short in CLOSING:
        return planning.ask_next(call, situation, thread=thread)
    if asides.about_coach(words):
        return asides.in_plan(target.field, call, situation, thread=thread)
    field = _field_meant(target, words, situation)
    return planning.answer(field, words, call, situation, thread=thread, source=source)


def _field_meant(target: Open, words: str, situation: Situation) -> str:
    """The field asked for; an aim is no question, so a question is taken for the other answer."""
    focus = situation.conversation.focus
    to_revise = focus is not None and focus.call_id == target.call.id and "question" in focus.then
    wanted = to_revise or not target.call.plan.question
    if target.field == "objective" and wanted and words.endswith(("?", "？")):
        return "question"
    return target.field


def _answer_review(
    target: Open, words: str, situation: Situation, *, thread: str, source: str
) -> Decision:
    call, name, short = target.call, target.field, folded(words)
    if name == "held":
        outcome = outcome_named(short, call)
        if outcome is not None:
            return reviewing.settle(call, outcome, situation, thread=thread or call.anchor)
        if short in vocabulary.THANKS:
            return say.line_back(situation, text("youre-welcome"), thread=thread)
        name = "happened"
    if short in vocabulary.OTHERWISE and getattr(call.review, name, False):
        return _seen_otherwise(name, call, situation)
    if short in vocabulary.ENOUGH or (name == "happened" and short in vocabulary.SKIP):
        return reviewing.enough(call, situation, thread=thread)
    if name in review.THREE and short in vocabulary.NOTHING_NEW | vocabulary.SKIP:
        return reviewing.nothing_new(call, situation, thread=thread)
    if name == "happened" and asides.is_question(words, situation.judge):
        return asides.in_outcome(call, situation, thread=thread or call.anchor)
    if name in review.THREE and asides.about_coach(words):
        return asides.in_review(name, call, situation, thread=thread)
    return reviewing.answer(name, words, call, situation, thread=thread, source=source)


def _seen_otherwise(name: str, call: Call, situation: Situation) -> Decision:
    """What was judged to be no advance, or vague, is one, or specific enough, for the rep."""
    if name == "happened":
        tap = Tap(verb="decide", about=str(call.id), value="advance")
        return reviewing.decide(Tapped(tap=tap), call, situation)
    tap = Tap(verb="specific", about=str(call.id), value=name)
    return reviewing.specific(Tapped(tap=tap), call, situation)


def outcome_named(short: str, call: Call) -> Held | None:
    """The outcome a short answer names, if it is on offer for that call."""
    named = next((held for held, words in vocabulary.HELD.items() if short in words), None)
    return next((held for held in review.choices(call) if held == named), None)
