"""A question from elsewhere: the form, the verdict in its place, the command."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coaching import feedback
from coaching.actions import Decision, Reject, ShowForm, Tell
from coaching.calls import Plan
from coaching.command_words import Command, named, parse
from coaching.decide import decide
from coaching.events import Brought, Commanded, Submitted
from coaching.forms import Form, TextField
from coaching.messages import Button, Buttons, Line, Quoted, Small, Tap, message, text
from coaching.turn import Situation
from tests.coaching.world import (
    IMPLICATION,
    PROBLEM,
    FixedJudge,
    a_call,
    a_situation,
    a_verdict,
    an_opportunity,
    asked,
    call_in,
    play,
    said,
    says,
    sends,
    taps,
)

UNSURE = "Changeovers?"


def form_with(initial: str) -> Form:
    return Form(
        kind="judge",
        title=text("form-judge-title"),
        fields=(
            TextField(
                name="text",
                label=text("field-judged"),
                initial=initial,
                limit=500,
                required=True,
                long=True,
            ),
            TextField(
                name="problem",
                label=text("field-problem"),
                hint=text("field-problem-hint"),
                limit=500,
            ),
        ),
        submit=text("button-judge"),
    )


def sent(**answers: str) -> Submitted:
    return Submitted(kind="judge", about="", answers=answers)


def of_a_plan(question: str, problem: str = "", judge: FixedJudge | None = None) -> Line:
    """What a plan's feedback says of a question in a large deal."""
    call = a_call(plan=Plan(question=question, problem=problem))
    deal = an_opportunity(size="large")
    read = feedback.read_question(judge or FixedJudge(), call.plan, deal)
    line = feedback.feedback(read, call, deal)[0]
    assert isinstance(line, Line)
    return line


# ---- the form ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "brought,initial",
    [
        (f"  {PROBLEM}\n", PROBLEM),
        ("", ""),
        ("x" * 500, "x" * 500),
        ("x" * 501, "x" * 499 + "…"),
    ],
)
def test_a_text_from_elsewhere_stands_in_the_form_cut_where_it_is_too_long(
    brought: str, initial: str
) -> None:
    decision = decide(Brought(text=brought), a_situation())
    assert decision.reply == ShowForm(form_with(initial))
    assert (decision.saves, decision.actions) == ((), ())


def test_a_tap_opens_the_same_form_empty() -> None:
    assert decide(taps("judge"), a_situation()).reply == ShowForm(form_with(""))


# ---- the verdict -------------------------------------------------------------------------------


@pytest.mark.parametrize("question", [PROBLEM, IMPLICATION, UNSURE])
def test_the_verdict_is_told_as_a_plans_feedback_words_it_and_nothing_is_kept(
    question: str,
) -> None:
    decision = decide(sent(text=f" {question} ", problem=""), a_situation())
    assert decision == Decision(
        reply=Tell(
            message(
                Line(text("judged-words", words=Quoted(question))),
                of_a_plan(question),
                Small(text("judged-kept-nowhere")),
            )
        ),
        nudges=(),
    )


def test_the_problem_on_the_table_changes_the_advice() -> None:
    fact = a_verdict("question", "situation", "How many")
    judge = FixedJudge(known={("question", "How many lines?"): fact})
    here = a_situation(judge=judge)
    reply = decide(sent(text="How many lines?", problem="line 2 stops"), here).reply
    assert isinstance(reply, Tell)
    assert reply.message.blocks[1] == of_a_plan("How many lines?", "line 2 stops", judge)
    assert reply.message.blocks[1] == Line(
        text(
            "feedback-question",
            reason=text("advice-situation-known", problem=Quoted("line 2 stops")),
        )
    )


def test_an_unsure_verdict_without_a_second_reading_says_perhaps() -> None:
    perhaps = replace(a_verdict("question", "problem"), sure=False)
    judge = FixedJudge(known={("question", "Well?"): perhaps})
    reply = decide(sent(text="Well?"), a_situation(judge=judge)).reply
    assert isinstance(reply, Tell)
    assert reply.message.blocks[1] == of_a_plan("Well?", judge=judge)


@pytest.mark.parametrize(
    "answers,errors",
    [
        ({"text": " "}, {"text": text("error-required")}),
        ({}, {"text": text("error-required")}),
        ({"text": "x" * 501}, {"text": text("error-too-long", length=501, limit=500)}),
        ({"text": "Why?", "problem": "a\0b"}, {"problem": text("error-characters")}),
    ],
)
def test_what_cannot_be_judged_is_sent_back_at_its_field(
    answers: dict[str, str], errors: dict[str, object]
) -> None:
    assert decide(sent(**answers), a_situation()).reply == Reject(errors)  # type: ignore[arg-type]  # texts


# ---- the command -------------------------------------------------------------------------------


def judged(situation: Situation, words: str) -> Decision:
    return decide(Commanded(name="judge", words=words), situation)


def test_the_command_sends_the_same_verdict_as_a_message() -> None:
    decision = judged(a_situation(), f" {PROBLEM} ")
    (only,) = sends(decision)
    assert only.message == message(
        Line(text("judged-words", words=Quoted(PROBLEM))),
        of_a_plan(PROBLEM),
        Small(text("judged-beside")),
    )
    assert decision.saves == ()


def test_the_command_alone_says_how() -> None:
    (only,) = sends(judged(a_situation(), " "))
    button = Button(label=text("button-judge-form"), tap=Tap(verb="judge"))
    assert only.message == message(Line(text("judge-how")), Buttons((button,)))


def test_a_question_too_long_for_the_command_is_sent_back_with_the_limit() -> None:
    assert said(judged(a_situation(), "x" * 501)) == [["error-too-long"]]


def test_in_chat_the_verdict_comes_in_the_thread_and_answers_no_open_question() -> None:
    call = asked(a_call())
    event = says(f"/judge {PROBLEM}", thread=call.anchor)
    decision, here = play(a_situation(call), event)
    assert [(one.thread, len(one.message.blocks)) for one in sends(decision)] == [(call.anchor, 3)]
    assert call_in(here, call) == call


@pytest.mark.parametrize(
    "words,strict,meant",
    [
        ("judge How often does Line 2 stop?", False, "How often does Line 2 stop?"),
        ("Judge  How often,\nwhy?", False, "How often,\nwhy?"),
        ("/advance JUDGE What NOW?!", True, "What NOW?!"),
        ("／advance  judge What?", True, "What?"),
        ("/judge judge me?", True, "judge me?"),
        (" ! judge What?", False, "What?"),
        ("评判 二号线多久停一次？", False, "二号线多久停一次？"),
        ("评一评二号线多久停一次？", False, "二号线多久停一次？"),
        ("judge", True, ""),
    ],
)
def test_the_question_behind_the_command_keeps_its_letters(
    words: str, strict: bool, meant: str
) -> None:
    assert parse(words, strict=strict) == Command(name="judge", words=meant)


def test_while_a_question_is_open_a_text_that_begins_so_is_an_answer() -> None:
    assert parse("judge me by this", strict=True) is None


def test_a_platforms_own_command_keeps_them_too() -> None:
    assert named("Judge", " How OFTEN? ") == Command(name="judge", words="How OFTEN?")
