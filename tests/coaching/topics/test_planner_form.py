"""The planner's three steps by form: what it shows, what it refuses, what is kept."""

from __future__ import annotations

from uuid import uuid5

import pytest

from coaching.actions import Reject, ShowForm
from coaching.conversation import Conversation, Talk
from coaching.decide import decide
from coaching.events import Submitted, Tapped
from coaching.forms import Form
from coaching.messages import Quoted, Tap, text
from coaching.notes import Note
from coaching.notes.planner import Difficulty, Problem
from coaching.turn import Situation
from tests.coaching.topics.test_planner import (
    ABOUT,
    LATE,
    PAYOFF,
    SALE,
    SCRAP,
    UNSURE,
    a_chain,
    a_note,
    here,
    problem,
    told,
)
from tests.coaching.world import (
    IMPLICATION,
    PROBLEM,
    TROUBLE,
    a_rep,
    offered,
    play,
    said,
    saved,
    sends,
)


def opened(about: str, situation: Situation) -> Form:
    reply = decide(Tapped(tap=Tap(verb="form", about=about, value="chain")), situation).reply
    assert isinstance(reply, ShowForm)
    return reply.form


def submits(about: str, **answers: str) -> Submitted:
    return Submitted(kind="chain", about=about, answers=answers)


def names(form: Form) -> list[str]:
    return [field.name for field in form.fields]


def initial(form: Form) -> dict[str, object]:
    return {field.name: field.initial for field in form.fields if field.initial}


ROWS = ["difficulty1", "question1", "difficulty2", "question2", "difficulty3", "question3"]


def test_a_new_one_asks_for_a_problem_and_three_difficulties_with_a_question_each() -> None:
    form = opened(ABOUT, here())
    assert (names(form), initial(form)) == (["problem", *ROWS], {})
    assert [field.name for field in form.fields if getattr(field, "required", False)] == ["problem"]


def test_one_that_is_kept_shows_what_is_there_and_one_row_more() -> None:
    rows = tuple(Difficulty(text=f"d{n}") for n in range(3))
    note = a_chain(*rows, Difficulty(text=LATE, question=IMPLICATION), payoff=PAYOFF, deliver="yes")
    form = opened(str(note.id), here(note))
    five = [*ROWS, "difficulty4", "question4", "difficulty5", "question5"]
    assert names(form) == ["problem", *five, "deliver", "payoff"]
    assert initial(form) == {
        "problem": TROUBLE,
        "difficulty1": "d0",
        "difficulty2": "d1",
        "difficulty3": "d2",
        "difficulty4": LATE,
        "question4": IMPLICATION,
        "deliver": "yes",
        "payoff": PAYOFF,
    }


def test_the_form_of_what_is_gone_is_answered() -> None:
    tap = Tapped(tap=Tap(verb="form", about="gone", value="chain"))
    assert said(decide(tap, here())) == [["not-here-any-more"]]
    assert said(decide(submits("gone", problem="x"), here())) == [["not-here-any-more"]]


def test_all_three_steps_by_form_are_kept_and_each_question_judged() -> None:
    answers = {
        "problem": f" {TROUBLE} ",
        "difficulty1": LATE,
        "question1": IMPLICATION,
        "difficulty3": SCRAP,
        "question3": PROBLEM,
    }
    decision = decide(submits(ABOUT, **answers), here())
    (note,) = saved(decision, Note)
    assert (note.id, note.opportunity_id) == (uuid5(a_rep().id, "problem/7"), SALE.id)
    assert note.content == Problem(
        text=TROUBLE,
        difficulties=(
            Difficulty(text=LATE, question=IMPLICATION),
            Difficulty(text=SCRAP, question=PROBLEM),
        ),
    )
    assert said(decision) == [
        [
            "chain-for",
            "feedback-question",
            "chain-for",
            "feedback-question",
            "chain-done",
            "chain-best",
        ]
    ]
    assert [verb for verb, _ in offered(sends(decision)[0])] == [
        "chain_ask",
        "use_question",
        "chain_payoff",
        "sale",
    ]


def test_only_a_new_question_is_judged_and_a_reading_stays_with_its_words() -> None:
    old = Difficulty(text=LATE, question=UNSURE, read_as="implication")
    note = a_chain(old, Difficulty(text=SCRAP, question=IMPLICATION, read_as="problem"))
    answers = {
        "problem": "line 2 stops at night",
        "difficulty1": "late deliveries",
        "question1": UNSURE,
        "difficulty2": SCRAP,
        "question2": PROBLEM,
    }
    decision = decide(submits(str(note.id), **answers), here(note))
    assert problem(decision) == Problem(
        text="line 2 stops at night",
        difficulties=(
            Difficulty(text="late deliveries", question=UNSURE, read_as="implication"),
            Difficulty(text=SCRAP, question=PROBLEM),
        ),
    )
    assert told(decision)[0] == text("chain-for", difficulty=Quoted(SCRAP))
    assert said(decision)[0].count("chain-for") == 1


@pytest.mark.parametrize("reads", ["", "implication"])
def test_the_worth_is_taken_with_a_yes_and_judged_where_it_is_new(reads: str) -> None:
    asked = Difficulty(text=LATE, question=IMPLICATION)
    note = a_chain(asked, payoff="" if reads else UNSURE, payoff_read_as="problem")
    now = here(note)
    usual = {"problem": TROUBLE, "difficulty1": LATE, "question1": IMPLICATION}
    new = decide(submits(str(note.id), **usual, deliver="yes", payoff=PAYOFF), now)
    assert problem(new) == Problem(
        text=TROUBLE, difficulties=(asked,), payoff=PAYOFF, deliver="yes"
    )
    assert said(new)[0][0] == "chain-payoff-good"
    empty = decide(submits(str(note.id), **usual), now)
    assert (problem(empty).payoff, problem(empty).deliver) == ("", None)


def test_a_worth_that_stays_keeps_how_it_was_read_and_is_not_judged_again() -> None:
    note = a_chain(
        Difficulty(text=LATE, question=IMPLICATION),
        payoff=UNSURE,
        payoff_read_as="need_payoff",
        deliver="yes",
    )
    answers = {"problem": TROUBLE, "difficulty1": LATE, "question1": IMPLICATION}
    decision = decide(submits(str(note.id), **answers, deliver="yes", payoff=UNSURE), here(note))
    assert problem(decision) == note.content
    assert said(decision) == [["chain-done", "chain-best"]]


@pytest.mark.parametrize(
    "answers,errors",
    [
        ({}, {"problem": text("error-required")}),
        (
            {"problem": "p", "question2": IMPLICATION},
            {"difficulty2": text("error-chain-difficulty")},
        ),
        (
            {"problem": "p", "difficulty1": LATE, "difficulty2": f"{LATE}."},
            {"difficulty2": text("error-chain-twice")},
        ),
        ({"problem": "Line 2 stops."}, {"problem": text("error-chain-known")}),
        (
            {"problem": "p" * 501, "difficulty1": "d" * 501},
            {
                "problem": text("error-too-long", length=501, limit=500),
                "difficulty1": text("error-too-long", length=501, limit=500),
            },
        ),
    ],
)
def test_what_cannot_be_taken_is_an_error_at_its_field_and_nothing_is_kept(
    answers: dict[str, str], errors: dict[str, object]
) -> None:
    decision = decide(submits(ABOUT, **answers), here(a_chain()))
    assert decision.reply == Reject(errors)  # type: ignore[arg-type]  # texts by field
    assert (decision.saves, decision.actions) == ((), ())


def test_a_question_on_the_worth_needs_a_yes() -> None:
    note = a_chain(Difficulty(text=LATE, question=IMPLICATION))
    answers = {"problem": TROUBLE, "difficulty1": LATE, "question1": IMPLICATION, "payoff": PAYOFF}
    decision = decide(submits(str(note.id), **answers, deliver="no"), here(note))
    assert decision.reply == Reject({"deliver": text("error-chain-deliver")})


def test_a_problem_may_be_reworded_but_not_into_another() -> None:
    one, other = a_chain(), a_note(Problem(text="drift"), 2)
    now = here(one, other)
    same = decide(submits(str(one.id), problem="Line 2 stops"), now)
    assert problem(same).text == "Line 2 stops"
    wrong = decide(submits(str(one.id), problem="Drift"), now)
    assert wrong.reply == Reject({"problem": text("error-chain-known")})


def test_a_ninth_problem_is_refused() -> None:
    full = here(*(a_note(Problem(text=f"p{n}"), n) for n in range(8)))
    decision = decide(submits(ABOUT, problem="one more"), full)
    assert decision.reply == Reject({"problem": text("chain-full", most=8)})
    known = decide(submits(str(full.notes[0].id), problem="reworded"), full)
    assert problem(known).text == "reworded"


def test_a_form_ends_the_talk_that_was_open() -> None:
    open_talk = Talk(topic="chain", about=ABOUT, asks="problem")
    now = here(conversation=Conversation(rep_id=a_rep().id, version=7, talk=open_talk))
    _, after = play(now, submits(ABOUT, problem=TROUBLE))
    assert after.conversation.talk is None
