"""A question brought from elsewhere, judged at once; nothing of it is stored."""

from __future__ import annotations

from coaching import say
from coaching.actions import Decision, Reject, ShowForm, Tell
from coaching.answers import clean, fault, faults
from coaching.events import Brought, Submitted
from coaching.feedback import remark, two_ways
from coaching.forms import Form, TextField
from coaching.judge import Judge
from coaching.messages import Block, Button, Buttons, Line, Quoted, Small, Tap, Text, message, text
from coaching.prepare import LIMIT
from coaching.turn import Situation


def brought(event: Brought) -> Decision:
    """The form in which a question from elsewhere is judged; a long text is cut, visibly."""
    words = clean(event.text)
    cut = words if len(words) <= LIMIT else words[: LIMIT - 1] + "…"
    return say.of(ShowForm(form(cut)))


def form(initial: str = "") -> Form:
    """The question, and the problem it stands on where the rep names one."""
    return Form(
        kind="judge",
        title=text("form-judge-title"),
        fields=(
            TextField(
                name="text",
                label=text("field-judged"),
                initial=initial,
                limit=LIMIT,
                required=True,
                long=True,
            ),
            TextField(
                name="problem",
                label=text("field-problem"),
                hint=text("field-problem-hint"),
                limit=LIMIT,
            ),
        ),
        submit=text("button-judge"),
    )


def judge(submitted: Submitted, situation: Situation) -> Decision:
    """The verdict on what the form brings, told in its place; errors at their fields."""
    errors = faults(form(), submitted.answers)
    if errors:
        return say.of(Reject(errors))
    words = clean(submitted.answers["text"])
    problem = clean(submitted.answers.get("problem", ""))
    said = _verdict(words, problem, situation.judge)
    return say.of(Tell(message(*said, Small(text("judged-kept-nowhere")))))


def judged(words: str, situation: Situation, *, thread: str = "") -> Decision:
    """The verdict on a question given behind the command; without one, how to give it."""
    question = clean(words)
    if not question:
        button = Button(label=text("button-judge-form"), tap=Tap(verb="judge"))
        how = message(Line(text("judge-how")), Buttons((button,)))
        return say.of(say.back(situation, how, thread=thread))
    problem: Text | None = fault(question, LIMIT)
    if problem is not None:
        return say.line_back(situation, problem, thread=thread)
    said = _verdict(question, "", situation.judge)
    aside = message(*said, Small(text("judged-beside")))
    return say.of(say.back(situation, aside, thread=thread))


def _verdict(words: str, problem: str, judge: Judge) -> tuple[Block, ...]:
    """The question and what a plan's feedback says of it; a deal not known counts as large."""
    verdict = judge.read("question", words, problem=problem)
    unsure = not verdict.sure and bool(verdict.second)
    says = two_ways(verdict) if unsure else remark(verdict, large=True, problem=problem)
    return (Line(text("judged-words", words=Quoted(words))), Line(says))
