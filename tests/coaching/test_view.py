"""Two readings of one text: whose stands, as a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.judges import plain
from coaching.judge import Verdict
from coaching.view import (
    LONGEST_WORDS,
    Asked,
    View,
    is_firm,
    rules_of,
    settled,
    view_of,
    worth_asking,
)
from tests.coaching.judge.learned.made import judge, leaning

TEXT = "When line 2 stops, what happens to the deliveries?"
ASKED = Asked(kind="question", text=TEXT, language="en")


def judged(confidence: float, label: str = "problem", second: str = "implication") -> Verdict:
    return Verdict(
        kind="question",
        label=label,
        confidence=confidence,
        sure=confidence >= 0.6,
        words=("stops",),
        rule="question.asks_whether",
        second="" if confidence >= 0.6 else second,
    )


def a_view(label: str, confidence: float) -> View:
    return View(
        label=label, confidence=confidence, rule="question.asks_effect", words=("what happens",)
    )


@pytest.mark.parametrize(
    "confidence, view, label, sure",
    [
        # No view: as it was.
        (0.5, None, "problem", False),
        (0.9, None, "problem", True),
        # The judge is sure and the view agrees.
        (0.9, ("problem", 0.99), "problem", True),
        # The judge is firm: whatever the view.
        (0.9, ("implication", 1.0), "problem", True),
        # The judge is sure but not firm: only a high view goes against it.
        (0.89, ("implication", 0.89), "problem", True),
        (0.89, ("implication", 0.9), "implication", True),
        (0.6, ("situation", 0.95), "situation", True),
        # The judge is unsure: a fair view settles which of its two it is.
        (0.5, ("problem", 0.6), "problem", True),
        (0.5, ("implication", 0.6), "implication", True),
        (0.5, ("problem", 0.59), "problem", False),
        (0.5, ("implication", 0.59), "problem", False),
        # A third reading needs a high one.
        (0.5, ("situation", 0.89), "problem", False),
        (0.5, ("situation", 0.9), "situation", True),
    ],
)
def test_one_reading_stands(
    confidence: float, view: tuple[str, float] | None, label: str, *, sure: bool
) -> None:
    found = settled(judged(confidence), a_view(*view) if view else None)
    assert (found.label, found.sure) == (label, sure)


def test_a_settled_verdict_has_the_words_and_rule_of_whose_reading_it_is() -> None:
    assert settled(judged(0.5), a_view("implication", 0.8)) == Verdict(
        kind="question",
        label="implication",
        confidence=0.8,
        sure=True,
        words=("what happens",),
        rule="question.asks_effect",
    )
    assert settled(judged(0.5), a_view("problem", 0.8)) == Verdict(
        kind="question",
        label="problem",
        confidence=0.5,
        sure=True,
        words=("stops",),
        rule="question.asks_whether",
    )


def test_a_verdict_that_stands_is_left_as_it_is() -> None:
    verdict = judged(0.9)
    assert settled(verdict, a_view("problem", 1.0)) == verdict
    assert settled(verdict, a_view("implication", 1.0)) == verdict


@pytest.mark.parametrize("confidence, worth", [(0.3, True), (0.89, True), (0.9, False)])
def test_only_what_a_view_could_change_is_worth_asking(confidence: float, *, worth: bool) -> None:
    assert worth_asking(judged(confidence)) == worth


LEADING = replace(
    judged(0.5, "not_spin", "need_payoff"), rule="question.leads", words=("Wouldn't you",)
)
RENEWS = Verdict(
    kind="outcome",
    label="continuation",
    confidence=0.5,
    sure=False,
    rule="outcome.renews_itself",
    second="order",
)


@pytest.mark.parametrize("verdict", [LEADING, RENEWS])
@pytest.mark.parametrize("which", ["label", "second"])
@pytest.mark.parametrize("confidence", [0.6, 0.95, 1.0])
def test_what_the_method_leaves_unsure_no_view_makes_sure(
    verdict: Verdict, which: str, confidence: float
) -> None:
    view = View(label=getattr(verdict, which), confidence=confidence, rule="")
    assert settled(verdict, view) == verdict
    assert not worth_asking(verdict)
    assert not is_firm(verdict)


@pytest.mark.parametrize("confidence", [0.5, 0.7])
def test_a_view_that_hears_a_leading_question_settles_nothing(confidence: float) -> None:
    verdict = judged(confidence, "problem", "not_spin")
    leads = View(label="not_spin", confidence=1.0, rule="question.leads")
    assert settled(verdict, leads) == verdict
    assert settled(verdict, replace(leads, rule="question.pitches")).label == "not_spin"


def test_a_leading_question_is_left_to_the_rep() -> None:
    text = "Wouldn't you agree that a faster line would be great for you?"
    verdict = plain().read("question", text)
    assert (verdict.sure, verdict.label, verdict.rule) == (False, "not_spin", "question.leads")
    for rule, label in rules_of("question").items():
        assert settled(verdict, View(label=label, confidence=1.0, rule=rule)) == verdict


def test_what_only_the_rules_hear_as_leading_is_a_doubt_like_any_other() -> None:
    text = "Wouldn't you agree that a faster line would be great for you?"
    verdict = judge(leaning("question", "need_payoff")).read("question", text)
    assert (verdict.sure, verdict.label, verdict.rule) == (
        False,
        "need_payoff",
        "question.asks_worth",
    )
    found = settled(verdict, View(label="need_payoff", confidence=0.6, rule="question.asks_wish"))
    assert found == replace(verdict, sure=True, second="")


@pytest.mark.parametrize("label", ["advance", "", "Implication"])
def test_a_label_of_another_kind_is_no_view(label: str) -> None:
    assert view_of(ASKED, label=label, confidence=0.9, rule="", words=()) is None


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_number_that_is_no_confidence_is_no_view(confidence: float) -> None:
    assert view_of(ASKED, label="problem", confidence=confidence, rule="", words=()) is None


@pytest.mark.parametrize(
    "rule, kept",
    [
        ("question.asks_size", "question.asks_size"),
        ("question.asks_fact", "question.asks_effect"),
        ("objective.customer_acts", "question.asks_effect"),
        ("made up", "question.asks_effect"),
    ],
)
def test_a_rule_that_does_not_give_the_label_is_replaced_by_the_labels_own(
    rule: str, kept: str
) -> None:
    found = view_of(ASKED, label="implication", confidence=1, rule=rule, words=())
    assert found == View(label="implication", confidence=1, rule=kept)


def test_a_label_without_a_rule_is_not_taken_for_what_is_never_sure() -> None:
    found = view_of(ASKED, label="not_spin", confidence=1, rule="", words=())
    assert found == View(label="not_spin", confidence=1, rule="question.pitches")


def test_only_words_of_the_text_are_kept_and_at_most_three() -> None:
    words = ["", " ", "What happens", "what happens", "line 2", "stops", "line 2", "deliveries"]
    found = view_of(ASKED, label="implication", confidence=1, rule="", words=words)
    assert found is not None
    assert found.words == ("what happens", "line 2", "stops")
    long = "x" * (LONGEST_WORDS + 1)
    whole = Asked(kind="need", text=long, language="en")
    found = view_of(whole, label="implied", confidence=1, rule="", words=(long, long[1:]))
    assert found is not None
    assert found.words == (long[1:],)


def test_a_kinds_rules_are_its_own() -> None:
    assert rules_of("review") == {
        "review.names_moment": "specific",
        "review.names_question": "specific",
        "review.names_number": "specific",
        "review.names_person": "specific",
        "review.names_change": "specific",
        "review.slogan": "vague",
        "review.mood": "vague",
        "review.resolve": "vague",
        "review.too_little": "vague",
    }
