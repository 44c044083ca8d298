"""What a rep asks the coach beside the answer: it is answered in a line, never taken for one."""

from __future__ import annotations

from coaching import review, say
from coaching.actions import Decision
from coaching.answers import folded
from coaching.calls import Call
from coaching.judge import Judge
from coaching.messages import Line, Message, Quoted, message, text
from coaching.texts import questions
from coaching.turn import Situation

_TOLD = frozenset({"advance", "order", "no_sale"})


def about_coach(words: str) -> bool:
    """Whether a text asks what the coach is or wants, and can be no question to a customer."""
    return questions.ABOUT_COACH.fullmatch(questions.TAIL.sub("", folded(words))) is not None


def is_question(words: str, judge: Judge) -> bool:
    """Whether a text that should tell an outcome asks instead: by its mark, or by how it begins.

    One that only begins so and surely tells what somebody does is taken at its word.
    """
    if words.endswith(questions.MARKS) or about_coach(words):
        return True
    if questions.BEGINS.match(folded(words)) is None:
        return False
    verdict = judge.read("outcome", words)
    return not (verdict.sure and verdict.label in _TOLD)


def in_plan(name: str, call: Call, situation: Situation, *, thread: str) -> Decision:
    """What the coach does with an answer of a plan, and the open question again."""
    asks = text("ask-fallback" if name == "fallback" else f"chat-{name}")
    what = Line(text("aside-plan", customer=Quoted(call.customer)))
    return _back(message(what, Line(asks)), situation, thread)


def in_outcome(call: Call, situation: Situation, *, thread: str) -> Decision:
    """That a text here is taken for what was agreed, and the outcomes to tap again."""
    outcomes = message(Line(text("aside-outcome")), review.outcome_buttons(call))
    return _back(outcomes, situation, thread)


def in_review(name: str, call: Call, situation: Situation, *, thread: str) -> Decision:
    """What the review questions are for, and the open one again."""
    again = review.ask_next(call, name).blocks
    return _back(message(Line(text("aside-review")), *again), situation, thread)


def _back(said: Message, situation: Situation, thread: str) -> Decision:
    return say.of(say.back(situation, said, thread=thread, part="aside"))
