"""A rep asks the coach something where an answer is open: answered, never taken for one."""

from __future__ import annotations

import pytest

from coaching.asides import about_coach, is_question
from coaching.calls import Plan, Review
from coaching.decide import decide
from tests.coaching.world import (
    ADVANCE,
    IMPLICATION,
    TROUBLE,
    a_call,
    a_situation,
    a_verdict,
    asked,
    at,
    call_in,
    offered,
    play,
    said,
    says,
    sends,
    taps,
)
from tests.coaching.world import FixedJudge as Judge
from tests.coaching.world_after import (
    REFUSED,
    WARM,
    after_the_call,
    asked_after,
    live,
    tap,
)

CALL = asked(a_call())
OTHER = asked(a_call("Nordwind", key="nord", starts_at=at("16:00"), ends_at=at("17:00")))
OUTCOMES = ["agreed", "fallback", "other", "signed", "nothing", "refused", "not_held"]


@pytest.mark.parametrize(
    "words",
    [
        "what is this?",
        "What’s this about",
        "Why?",
        "why do you ask me that?",
        "Help me!",
        "How does this work?",
        "I don’t understand.",
        "这是什么？",
        "为什么问我",
        "为什么呢？",
        "怎么用呀？",
        "没看懂",
    ],
)
def test_a_short_question_about_the_coach_is_known_for_one(words: str) -> None:
    assert about_coach(words)


@pytest.mark.parametrize(
    "words",
    [
        IMPLICATION,
        "Why does line 2 stop?",
        "What do you do when it stops?",
        "为什么二号线总停？",
        "什么时候停机？",
        "line 2 stops",
        "",
    ],
)
def test_what_a_customer_can_be_asked_is_not_about_the_coach(words: str) -> None:
    assert not about_coach(words)


CONTINUATION = Judge(
    known={
        ("outcome", words): a_verdict("outcome", "continuation")
        for words in ("How nice it was", "什么都没定", "They liked it")
    }
)


@pytest.mark.parametrize(
    "words,asks",
    [
        ("Did they sign?", True),
        ("他们签了吗？", True),
        ("why do you ask", True),
        ("How nice it was", True),
        ("How it ended: Mara sends the log", False),
        ("They liked it", False),
        ("什么都没定", False),
    ],
)
def test_a_text_asks_by_its_mark_or_by_how_it_begins_unless_it_tells_an_act(
    words: str, asks: bool
) -> None:
    assert is_question(words, CONTINUATION) is asks


def test_a_text_with_two_readings_that_begins_like_a_question_is_one() -> None:
    judge = Judge(
        known={("outcome", "Who knows"): a_verdict("outcome", "advance", second="continuation")}
    )
    assert is_question("Who knows", judge)


# ---- how a call ended --------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["what is this?", "这是什么", "Was it any good?"])
def test_a_question_is_no_outcome_and_the_outcomes_come_again(words: str) -> None:
    here = after_the_call(asked_after())
    decision = decide(says(words), here)
    (only,) = sends(decision)
    assert said(decision) == [["aside-outcome"]]
    assert offered(only) == [("held", one) for one in OUTCOMES]
    assert only.thread == asked_after().anchor
    assert live(here, says(words)).calls == here.calls


def test_the_answer_to_the_outcomes_asked_again_is_taken() -> None:
    here = live(after_the_call(asked_after()), says("what is this?"), says(REFUSED))
    review = call_in(here, a_call()).review
    assert (review.happened, review.outcome) == (REFUSED, "no_sale")


def test_a_question_where_words_are_awaited_changes_none_that_were_told() -> None:
    told = live(after_the_call(asked_after()), tap("held", "other"), says(WARM))
    decision = decide(says("what is this?"), told)
    assert said(decision) == [["aside-outcome"]]
    assert live(told, says("what is this?")).calls == told.calls


def test_a_question_about_the_coach_is_nothing_learned() -> None:
    here = live(after_the_call(asked_after()), tap("held", "signed"))
    decision = decide(says("why do you ask?"), here)
    assert said(decision) == [["aside-review", "ask-differently"]]
    assert live(here, says("why do you ask?")).calls == here.calls


def test_a_real_question_is_something_learned() -> None:
    here = live(after_the_call(asked_after()), tap("held", "signed"), says("Who else pays?"))
    assert call_in(here, a_call()).review == Review(
        held="signed",
        outcome="order",
        differently="Who else pays?",
        reviewed_at=after_the_call().now,
    )


# ---- a plan ------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["what is this?", "why?", "怎么用？"])
def test_a_question_about_the_coach_is_no_aim_and_the_aim_is_asked_again(words: str) -> None:
    decision, here = play(a_situation(CALL), says(words, thread=CALL.anchor))
    assert said(decision) == [["aside-plan", "chat-objective"]]
    assert [one.thread for one in sends(decision)] == [CALL.anchor]
    assert call_in(here, CALL) == CALL


def test_each_open_question_of_a_plan_comes_again() -> None:
    here = a_situation(CALL)
    answers = (ADVANCE, TROUBLE, IMPLICATION)
    again = []
    for words in answers:
        _, here = play(here, says(words))
        decision = decide(says("what is this?"), here)
        again += said(decision)
    assert again == [
        ["aside-plan", "chat-problem"],
        ["aside-plan", "chat-question"],
        ["aside-plan", "ask-fallback"],
    ]


def test_a_real_question_where_the_aim_is_open_is_taken_for_the_question() -> None:
    _, here = play(a_situation(CALL), says(IMPLICATION))
    assert call_in(here, CALL).plan == Plan(question=IMPLICATION)


def test_a_question_about_the_coach_waits_for_no_call() -> None:
    decision, here = play(a_situation(CALL, OTHER), says("what is this?"))
    assert said(decision)[0][0] == "help-what"
    assert here.conversation.loose == {}
    _, skipped = play(here, taps("skip", CALL), taps("skip", OTHER))
    assert said(decide(says("这是什么？"), skipped))[0][0] == "help-what"
