"""What is counted after a call: by taps, in the form, and what it means for a practice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coaching.actions import Reject, ShowForm
from coaching.calls import Call, Review
from coaching.decide import decide
from coaching.forms import ChoiceField
from coaching.messages import Buttons, Line, text
from coaching.notes import Note
from coaching.notes.practice import BEHAVIOURS, Practice
from coaching.review_counts import blocks, fields, filled, in_form, tapped
from tests.coaching.topics.practising import a_practice, counted, occasion, tap
from tests.coaching.world import a_call, keys, saved, shown
from tests.coaching.world_after import after_the_call, asked_after, ended, form, reviewed

QUESTIONS = f"{a_call().id}/questions"
MONDAY = counted("some", 23)


def signed() -> Call:
    """Halden Paper signed, and what follows was asked."""
    return reviewed(asked_after(), held="signed", outcome="order", reviewed_at=a_call().ends_at)


# ---- by taps -----------------------------------------------------------------------------------


def test_counts_of_all_kinds_are_read_the_same_way_and_kept_apart() -> None:
    review = Review().with_count("implication", "many").with_count("problem", "some")
    assert (review.asked, review.counted) == ("many", {"problem": "some"})
    assert [review.count(kind) for kind in BEHAVIOURS] == [None, "some", "many", None]
    assert review.with_count("problem", None).with_count("implication", None) == Review()


@pytest.mark.parametrize(
    "value,review",
    [
        ("some", Review(asked="some")),
        ("implication:many", Review(asked="many")),
        ("need_payoff:none", Review(counted={"need_payoff": "none"})),
        ("questions:unknown", Review(counted={"questions": "unknown"})),
        ("luck:some", None),
        ("problem:9", None),
        ("", None),
    ],
)
def test_a_button_bears_a_kind_and_a_count(value: str, review: Review | None) -> None:
    assert tapped(value, Review()) == review


def test_of_questions_at_all_there_are_more() -> None:
    question, buttons, *_ = blocks(a_call(), ("questions",))
    assert question == Line(text("ask-asked", kind=text("skill-questions")))
    assert isinstance(buttons, Buttons)
    assert [one.label.key for one in buttons.buttons] == [
        "asked-all-none",
        "asked-all-some",
        "asked-all-many",
        "asked-all-unknown",
    ]
    assert buttons.buttons[0].tap.value == "questions:none"


def test_a_count_tapped_is_shown_and_noted_as_a_try() -> None:
    notes = (a_practice("problem"),)
    here = after_the_call(signed(), MONDAY, notes=notes)
    decision = decide(tap("asked", "problem:many", a_call().id, on=QUESTIONS), here)
    assert saved(decision, Call)[0].review.count("problem") == "many"
    (note,) = saved(decision, Note)
    assert isinstance(note.content, Practice)
    assert [(one.customer, one.count) for one in note.content.tried] == [("Halden Paper", "many")]
    said = ["three-questions", "asked-noted", "ask-proposed"]
    assert keys(shown(decision)[QUESTIONS]) == said


@pytest.mark.parametrize("value,key", [("yes", "proposed-noted-yes"), ("no", "proposed-noted-no")])
def test_whether_the_next_step_was_proposed_is_one_tap(value: str, key: str) -> None:
    decision = decide(tap("proposed", value, a_call().id, on=QUESTIONS), after_the_call(signed()))
    assert saved(decision, Call)[0].review.proposed is (value == "yes")
    assert keys(shown(decision)[QUESTIONS])[-1] == key


def test_a_forged_answer_to_that_changes_nothing() -> None:
    decision = decide(tap("proposed", "maybe", a_call().id, on=QUESTIONS), after_the_call(signed()))
    assert (saved(decision, Call), decision.actions) == ((), ())


# ---- in the form -------------------------------------------------------------------------------


def asked_in(review_form: object) -> list[str]:
    assert isinstance(review_form, ShowForm)
    return [
        field.name
        for field in review_form.form.fields
        if isinstance(field, ChoiceField) and field.name.startswith("asked")
    ]


def test_the_form_asks_what_the_chat_asks() -> None:
    first = decide(tap("review", "", a_call().id), after_the_call(signed()))
    assert asked_in(first.reply) == [
        "asked_situation",
        "asked_problem",
        "asked",
        "asked_need_payoff",
    ]
    later = decide(tap("review", "", a_call().id), after_the_call(signed(), MONDAY))
    assert asked_in(later.reply) == ["asked"]
    notes = (a_practice("need_payoff"),)
    other = decide(tap("review", "", a_call().id), after_the_call(signed(), MONDAY, notes=notes))
    assert asked_in(other.reply) == ["asked_need_payoff"]


def test_what_a_form_did_not_ask_stays_and_what_it_emptied_goes() -> None:
    before = Review(asked="some", counted={"problem": "many", "situation": "none"})
    answers = {"asked_problem": "", "asked_need_payoff": "some", "held": "signed"}
    assert in_form(answers) == ("problem", "need_payoff")
    after = Review(asked="some", counted={"situation": "none", "need_payoff": "some"})
    assert filled(before, answers) == after
    assert [one.initial for one in fields(before, ("problem", "need_payoff"))] == ["many", ""]


def test_counts_by_form_are_taken_and_noted_as_a_try() -> None:
    notes = (a_practice("problem"), occasion(a_call(), "practice"))
    here = after_the_call(asked_after(), notes=notes)
    decision = decide(form(held="signed", asked="some", asked_problem="many"), here)
    given = saved(decision, Call)[0].review
    assert (given.asked, given.counted) == ("some", {"problem": "many"})
    (note,) = saved(decision, Note)
    assert isinstance(note.content, Practice)
    assert [(one.count, one.chosen) for one in note.content.tried] == [("many", True)]


def test_a_call_not_held_is_no_try_by_form_either() -> None:
    here = after_the_call(asked_after(), notes=(a_practice("problem"),))
    assert saved(decide(form(held="not_held", asked_problem="many"), here), Note) == ()


def test_a_count_that_is_none_is_named_at_its_field() -> None:
    decision = decide(form(held="signed", asked_problem="9"), after_the_call(asked_after()))
    assert decision.reply == Reject({"asked_problem": text("error-choice")})


def test_a_count_given_is_told_as_ones_own() -> None:
    call = replace(ended("advance"), review=Review(counted={"problem": "some"}, proposed=True))
    noted = Line(text("asked-noted", kind=text("skill-problem"), count=text("asked-some")))
    assert blocks(call, ("problem",)) == (noted, Line(text("proposed-noted-yes")))
