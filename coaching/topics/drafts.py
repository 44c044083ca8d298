"""A question drafted in a topic: how it is read, what is said of it, and a line that closes."""

from __future__ import annotations

from dataclasses import replace

from coaching.answers import folded
from coaching.calls import Opportunity, Plan
from coaching.feedback import in_practice, remark, slug, two_ways, will_do
from coaching.judge import LABELS, Judge, Verdict
from coaching.messages import Block, Button, Buttons, Line, Tap, Text, text
from coaching.texts import questions, vocabulary
from coaching.turn import Situation

# What ends a question of a talk without an answer; a thank you is none either.
CLOSING = (
    vocabulary.ENOUGH
    | vocabulary.KEEP
    | vocabulary.NOTHING_NEW
    | vocabulary.SKIP
    | vocabulary.THANKS
)


def read(judge: Judge, question: str, *, read_as: str = "", problem: str = "") -> Verdict:
    """What a drafted question is; the rep's own reading settles it."""
    verdict = judge.read("question", question, problem=problem)
    if not read_as:
        return verdict
    return replace(verdict, label=read_as, sure=True, rule="question.own_reading", words=())


def is_unsure(verdict: Verdict) -> bool:
    """Whether it is asked which of two readings is meant."""
    return not verdict.sure and bool(verdict.second)


def says(verdict: Verdict, *, large: bool, problem: str) -> Text:
    """What is said of it in a sale of that size, or the two readings it has."""
    if is_unsure(verdict):
        return two_ways(verdict)
    return remark(verdict, large=large, problem=problem)


def will_serve(verdict: Verdict, sale: Opportunity) -> bool:
    """Whether it does what is wanted of a planned question in this sale (METHOD §4)."""
    return will_do(verdict, sale, Plan())


def is_practised(verdict: Verdict, situation: Situation) -> bool:
    """Whether it is of the kind in practice, and too early to say how good it is (METHOD §10)."""
    return in_practice(verdict, situation) is not None


def judged(
    verdict: Verdict,
    situation: Situation,
    *,
    large: bool,
    problem: str,
    verb: str,
    about: str,
    name: str,
) -> tuple[Block, ...]:
    """What is said of it, and the two readings as buttons; `name` says which question it is."""
    if is_practised(verdict, situation):
        kind = text(f"judge-question-{slug(verdict.label)}-bare")
        return (Line(text("feedback-practised-plain", reason=kind)),)
    line = Line(says(verdict, large=large, problem=problem))
    if not is_unsure(verdict):
        return (line,)
    return (line, _readings(verdict, verb, about, name))


def _readings(verdict: Verdict, verb: str, about: str, name: str) -> Buttons:
    return Buttons(
        tuple(
            Button(
                label=text(f"reading-button-question-{slug(label)}"),
                tap=Tap(verb=verb, about=about, value=f"{name}:{label}"),
            )
            for label in (verdict.label, verdict.second)
        )
    )


def reading_of(value: str) -> tuple[str, str] | None:
    """Which question a tap on a reading is about and the label it says, if that is one."""
    name, _, label = value.rpartition(":")
    return (name, label) if label in LABELS["question"] else None


def closes(words: str) -> bool:
    """Whether a line of chat answers nothing and means to stop or to go on."""
    return folded(words) in CLOSING


def skips(words: str) -> bool:
    """Whether a line of chat passes one question and wants the next."""
    return folded(words) in vocabulary.SKIP | vocabulary.NOTHING_NEW


def asks_coach(words: str) -> bool:
    """Whether a line of chat asks what the coach means, and answers nothing."""
    return questions.ABOUT_COACH.fullmatch(questions.TAIL.sub("", folded(words))) is not None


def is_question(words: str) -> bool:
    """Whether a line ends as a question does."""
    return words.endswith(questions.MARKS)
