"""A product as problems it solves: named in chat or by form, each with a question, judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid5

import pytest

from coaching.actions import Decision, Reject, ShowForm
from coaching.conversation import Conversation, Talk
from coaching.decide import decide
from coaching.events import Commanded, Submitted, Tapped
from coaching.forms import Form
from coaching.messages import Heading, Line, Quoted, Tap, Text, text
from coaching.notes import Forgotten, Note
from coaching.notes.planner import Product, Solves
from coaching.topics.products import asked
from coaching.topics.topic import Asked
from coaching.turn import Situation
from tests.coaching.world import (
    IMPLICATION,
    NOW,
    PROBLEM,
    a_rep,
    a_situation,
    offered,
    play,
    said,
    saved,
    says,
    sends,
)

UNSURE = "Changeovers?"
STOPS = "the line stops at night"
DRIFT = "the caliper drifts"
MILLS = "paper mills, night shift"
ROW = Solves(problem=STOPS, who=MILLS, question=PROBLEM)


def a_note(*solves: Solves, name: str = "Linewatch", number: int = 1) -> Note:
    return Note(
        id=UUID(int=200 + number),
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW + timedelta(seconds=number),
        content=Product(name=name, solves=solves),
    )


def here(*notes: Note) -> Situation:
    return a_situation(notes=notes)


def key(note: Note, words: str = STOPS) -> str:
    return uuid5(note.id, words).hex[:8]


def tap(verb: str, about: Note | str = "", value: str = "") -> Tapped:
    id_ = about if isinstance(about, str) else str(about.id)
    return Tapped(tap=Tap(verb=verb, about=id_, value=value))


def product(decision: Decision) -> Product:
    content = saved(decision, Note)[-1].content
    assert isinstance(content, Product)
    return content


def told(decision: Decision) -> list[Text]:
    (sent,) = sends(decision)
    return [one.text for one in sent.message.blocks if isinstance(one, Line | Heading)]


# ---- in chat -----------------------------------------------------------------------------------


def test_a_product_is_told_as_a_problem_who_has_it_and_a_question_each_kept_at_once() -> None:
    first, now = play(here(), says("product Linewatch"))
    (note,) = saved(first, Note)
    assert note == Note(
        id=note.id,
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW,
        content=Product(name="Linewatch"),
    )
    assert saved(decide(says("product Linewatch"), here()), Note) == (note,)
    assert told(first) == [text("product-ask-problem", name=Quoted("Linewatch"))]
    second, now = play(now, says(STOPS))
    assert product(second).solves == (Solves(problem=STOPS),)
    assert told(second) == [text("product-ask-who", problem=Quoted(STOPS))]
    third, now = play(now, says(MILLS))
    assert product(third).solves == (Solves(problem=STOPS, who=MILLS),)
    assert said(third) == [["product-ask-question"]]
    fourth, now = play(now, says(PROBLEM))
    assert product(fourth).solves == (ROW,)
    assert said(fourth) == [["feedback-question", "product-ask-more"]]
    done, now = play(now, says("done"))
    assert said(done) == [["product-name", "product-row"]]
    assert now.conversation.talk is None


def test_who_has_it_and_the_question_may_be_left_open() -> None:
    decision, now = play(here(), says("产品 Linewatch：夜里停机"), says("跳过"), says("skip"))
    assert said(decision) == [["product-ask-more"]]
    (note,) = now.notes
    assert note.content == Product(name="Linewatch", solves=(Solves(problem="夜里停机"),))


def test_who_has_it_told_again_takes_the_place_of_what_was_said() -> None:
    note = a_note(ROW)
    _, now = play(here(note), says(f"/product linewatch: {STOPS}"))
    decision = decide(says("sheet mills"), now)
    assert product(decision).solves == (replace(ROW, who="sheet mills"),)


@pytest.mark.parametrize("step", ["who", "question"])
def test_enough_ends_it_with_what_is_kept(step: str) -> None:
    note = a_note(Solves(problem=STOPS))
    talk = Talk(topic="product", about=str(note.id), asks=f"{step}/{key(note)}")
    now = a_situation(notes=(note,), conversation=Conversation(rep_id=a_rep().id, talk=talk))
    decision, now = play(now, says("enough for today"))
    assert (said(decision), saved(decision, Note)) == ([["product-name", "product-row-bare"]], ())
    assert now.conversation.talk is None


def test_a_question_of_another_kind_is_kept_and_told_what_is_wanted() -> None:
    note = a_note(Solves(problem=STOPS))
    _, now = play(here(note), tap("product_question", note, key(note)))
    decision, _ = play(now, says(IMPLICATION))
    assert product(decision).solves == (Solves(problem=STOPS, question=IMPLICATION),)
    assert told(decision)[1] == text("product-wanted", problem=Quoted(STOPS))
    assert offered(sends(decision)[0]) == [("product_question", key(note))]


def test_where_the_judge_is_not_sure_the_rep_says_which_reading_is_meant() -> None:
    note = a_note(Solves(problem=STOPS))
    unsure, now = play(here(note), tap("product_question", note, key(note)), says(UNSURE))
    assert said(unsure)[0][0] == "two-ways-question"
    assert offered(sends(unsure)[0]) == [
        ("product_read", f"{key(note)}:problem"),
        ("product_read", f"{key(note)}:implication"),
    ]
    read, _ = play(now, tap("product_read", note, f"{key(note)}:problem"))
    assert product(read).solves[0].read_as == "problem"
    assert said(read) == [["feedback-question"]]


def test_a_problem_that_is_there_already_is_not_added_twice() -> None:
    note = a_note(ROW)
    decision = decide(Commanded(name="product", words=f"linewatch: {STOPS}."), here(note))
    assert (said(decision), saved(decision, Note)) == ([["product-ask-who"]], ())


def test_a_product_with_four_problems_takes_no_more() -> None:
    note = a_note(*(Solves(problem=f"p{n}", question=PROBLEM) for n in range(4)))
    shown = [["product-name", *["product-row-question"] * 4]]
    for event in (tap("product_add", note), says("product linewatch: p5")):
        decision = decide(event, here(note))
        assert (said(decision), saved(decision, Note)) == (shown, ())
    assert offered(sends(decision)[0]) == [("form", "product"), ("product_drop", "")]


@pytest.mark.parametrize(
    "asks,key_again",
    [
        ("name", "product-ask-name"),
        ("problem", "product-ask-more"),
        ("who", "product-ask-who"),
        ("question", "product-ask-question"),
    ],
)
def test_who_asks_what_is_meant_is_asked_again(asks: str, key_again: str) -> None:
    note = a_note(Solves(problem=STOPS))
    step = asks if asks in {"name", "problem"} else f"{asks}/{key(note)}"
    talk = Talk(topic="product", about=str(note.id), asks=step)
    now = a_situation(notes=(note,), conversation=Conversation(rep_id=a_rep().id, talk=talk))
    decision = decide(says("什么意思？"), now)
    assert (said(decision), saved(decision, Note)) == ([[key_again]], ())


def test_a_name_is_asked_for_and_may_be_left() -> None:
    named, now = play(here(), tap("products", value="new"))
    assert said(named) == [["product-none", "product-ask-name"]]
    assert said(decide(says("enough"), now)) == [["product-left"]]
    taken = decide(says("Linewatch"), now)
    assert product(taken) == Product(name="Linewatch")


@pytest.mark.parametrize("asks", ["problem", "who/00000000"])
def test_a_talk_about_what_is_gone_ends(asks: str) -> None:
    talk = Talk(topic="product", about="gone", asks=asks)
    now = a_situation(conversation=Conversation(rep_id=a_rep().id, talk=talk))
    decision, now = play(now, says(STOPS))
    assert (said(decision), now.conversation.talk) == ([["not-here-any-more"]], None)


def test_a_problem_changed_meanwhile_gives_its_turn_to_the_next() -> None:
    note = a_note(ROW)
    talk = Talk(topic="product", about=str(note.id), asks="who/00000000")
    now = a_situation(notes=(note,), conversation=Conversation(rep_id=a_rep().id, talk=talk))
    decision = decide(says(MILLS), now)
    assert (said(decision), saved(decision, Note)) == ([["product-ask-more"]], ())


# ---- the page ----------------------------------------------------------------------------------


def test_the_page_lists_the_products_the_oldest_first() -> None:
    rows = (
        ROW,
        Solves(problem="a", who=MILLS),
        Solves(problem="b", question=PROBLEM),
        Solves(problem="c"),
    )
    notes = (a_note(name="Newer", number=2), a_note(*rows))
    decision = decide(says("product"), here(*notes))
    assert told(decision) == [
        text("product-heading"),
        text("product-name", name=Quoted("Linewatch")),
        text("product-row", problem=Quoted(STOPS), who=Quoted(MILLS), question=Quoted(PROBLEM)),
        text("product-row-who", problem=Quoted("a"), who=Quoted(MILLS)),
        text("product-row-question", problem=Quoted("b"), question=Quoted(PROBLEM)),
        text("product-row-bare", problem=Quoted("c")),
        text("product-name-bare", name=Quoted("Newer")),
    ]
    assert offered(sends(decision)[0]) == [
        ("product_question", key(notes[1], "a")),
        ("form", "product"),
        ("product_drop", ""),
        ("product_add", ""),
        ("form", "product"),
        ("product_drop", ""),
        ("products", "new"),
        ("form", "product"),
    ]
    assert told(decide(tap("products"), here(*notes))) == told(decision)


def test_without_a_product_it_is_said_why_one_is_of_use_and_its_name_is_asked_for() -> None:
    decision, now = play(here(), Commanded(name="产品"))
    assert said(decision) == [["product-none", "product-ask-name"]]
    assert offered(sends(decision)[0]) == [("form", "product")]
    assert product(decide(says("Linewatch"), now)) == Product(name="Linewatch")


def test_the_page_of_products_is_empty_once_the_last_was_dropped() -> None:
    decision = decide(tap("products"), here())
    assert said(decision) == [["product-heading", "product-none"]]
    assert offered(sends(decision)[0]) == [("products", "new"), ("form", "product")]


def test_a_product_is_shown_by_its_name() -> None:
    decision = decide(says("product LINEWATCH"), here(a_note(ROW)))
    assert (said(decision), saved(decision, Note)) == ([["product-name", "product-row"]], ())


def test_six_products_are_the_limit() -> None:
    full = here(*(a_note(name=f"P{n}", number=n) for n in range(6)))
    decision = decide(says("product P7"), full)
    assert (told(decision), saved(decision, Note)) == ([text("product-full", most=6)], ())
    assert offered(sends(decide(says("product"), full))[0])[-1] == ("product_drop", "")
    refused = decide(submits("", name="P7"), full).reply
    assert refused == Reject({"name": text("product-full", most=6)})


def test_a_product_is_dropped_by_a_second_tap() -> None:
    note = a_note(ROW)
    sure, now = play(here(note), tap("product_drop", note))
    assert offered(sends(sure)[0]) == [("product_drop", "yes"), ("products", "")]
    assert told(sure) == [text("product-drop-ask", name=Quoted("Linewatch"))]
    dropped, now = play(now, tap("product_drop", note, "yes"))
    assert (saved(dropped, Forgotten), now.notes) == ((Forgotten(id=note.id),), ())


@pytest.mark.parametrize(
    "verb,value",
    [
        ("product_add", ""),
        ("product_question", "00000000"),
        ("product_read", "00000000:problem"),
        ("product_drop", "yes"),
    ],
)
def test_a_tap_on_what_is_gone_is_answered(verb: str, value: str) -> None:
    note = a_note(Solves(problem=STOPS))
    about = note if verb in {"product_question", "product_read"} else "gone"
    for one in (tap(verb, about, value), tap(verb, "gone", value)):
        decision = decide(one, here(note))
        assert (said(decision), saved(decision, Note)) == ([["not-here-any-more"]], ())


@pytest.mark.parametrize("label", ["problem", "lovely"])
def test_a_reading_of_no_question_or_of_no_kind_is_answered(label: str) -> None:
    note = a_note(Solves(problem=STOPS))
    decision = decide(tap("product_read", note, f"{key(note)}:{label}"), here(note))
    assert said(decision) == [["not-here-any-more"]]


def test_a_name_or_problem_that_is_too_long_is_refused_with_the_limit() -> None:
    long_name = decide(Commanded(name="product", words="P" * 81), here())
    assert told(long_name) == [text("error-too-long", length=81, limit=80)]
    long_words = asked(Asked(words="P: " + "x" * 501), here())
    assert told(long_words) == [text("error-too-long", length=501, limit=500)]
    assert saved(long_words, Note) == ()


# ---- by form -----------------------------------------------------------------------------------


def submits(about: str, **answers: str) -> Submitted:
    return Submitted(kind="product", about=about, answers=answers)


def opened(about: str, situation: Situation) -> Form:
    reply = decide(tap("form", about, "product"), situation).reply
    assert isinstance(reply, ShowForm)
    return reply.form


def test_the_form_has_three_rows_and_one_more_than_there_are_problems_up_to_four() -> None:
    new = opened("", here())
    assert [field.name for field in new.fields] == [
        "name",
        *("problem1", "who1", "question1", "problem2", "who2", "question2"),
        *("problem3", "who3", "question3"),
    ]
    note = a_note(ROW, Solves(problem="b"), Solves(problem="c"))
    form = opened(str(note.id), here(note))
    assert len(form.fields) == 13
    assert {field.name: field.initial for field in form.fields if field.initial} == {
        "name": "Linewatch",
        "problem1": STOPS,
        "who1": MILLS,
        "question1": PROBLEM,
        "problem2": "b",
        "problem3": "c",
    }


def test_the_form_of_what_is_gone_is_answered() -> None:
    assert said(decide(tap("form", "gone", "product"), here())) == [["not-here-any-more"]]
    assert said(decide(submits("gone", name="x"), here())) == [["not-here-any-more"]]


def test_a_product_by_form_is_kept_and_each_new_question_judged() -> None:
    row = Solves(problem=STOPS, question=UNSURE, read_as="problem")
    note = a_note(row)
    new = {"problem2": DRIFT, "who2": MILLS, "question2": IMPLICATION}
    answers = {"name": "Linewatch 2", "problem1": STOPS, "question1": UNSURE, **new}
    decision = decide(submits(str(note.id), **answers), here(note))
    assert product(decision) == Product(
        name="Linewatch 2",
        solves=(row, Solves(problem=DRIFT, who=MILLS, question=IMPLICATION)),
    )
    assert said(decision) == [
        [
            *("product-for", "feedback-question", "product-wanted"),
            *("product-name", "product-row-question", "product-row"),
        ]
    ]
    first = decide(submits("", name="Linewatch", problem1=STOPS), here())
    (fresh,) = saved(first, Note)
    assert fresh.content == Product(name="Linewatch", solves=(Solves(problem=STOPS),))
    assert fresh.id == saved(decide(says("product Other"), here()), Note)[0].id


@pytest.mark.parametrize(
    "answers,errors",
    [
        ({}, {"name": text("error-required")}),
        ({"name": "linewatch"}, {"name": text("error-product-known")}),
        ({"name": "N", "who2": MILLS}, {"problem2": text("error-product-problem")}),
        ({"name": "N", "question1": PROBLEM}, {"problem1": text("error-product-problem")}),
        (
            {"name": "N", "problem1": DRIFT, "problem3": f"{DRIFT}."},
            {"problem3": text("error-product-twice")},
        ),
        ({"name": "N" * 81}, {"name": text("error-too-long", length=81, limit=80)}),
    ],
)
def test_what_cannot_be_taken_is_an_error_at_its_field(
    answers: dict[str, str], errors: dict[str, Text]
) -> None:
    decision = decide(submits("", **answers), here(a_note(ROW)))
    assert (decision.reply, decision.saves) == (Reject(errors), ())
