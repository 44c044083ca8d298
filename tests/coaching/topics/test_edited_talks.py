"""A text that answered a question of a talk is edited or deleted: problems, products, allies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coaching.actions import Decision
from coaching.decide import decide
from coaching.events import Deleted, RepEvent
from coaching.notes import Forgotten, Note
from coaching.notes.planner import Ally, Difficulty, Problem, Product, Solves
from coaching.turn import Situation
from tests.coaching.topics.selling import HALDEN, NORDWERK, selling, tap
from tests.coaching.world import (
    IMPLICATION,
    PROBLEM,
    edits,
    offered,
    play,
    said,
    saved,
    says,
    sends,
)

LATE, OVERTIME = "late deliveries", "overtime on Saturdays"
WORTH = "If nights ran steadily, what would that be worth?"


def told(*lines: str) -> Situation:
    """Ada has written these lines, the first of which her platform calls m1."""
    written = (says(words, source=f"m{place}") for place, words in enumerate(lines, start=1))
    return play(selling(), *written)[1]


def content(situation: Situation) -> object:
    """What the one note holds."""
    (note,) = situation.notes
    return note.content


def edited(situation: Situation, place: int, words: str) -> tuple[Decision, Situation]:
    return play(situation, edits(f"m{place}", words))


def deleted(situation: Situation, place: int) -> tuple[Decision, Situation]:
    return play(situation, Deleted(source=f"m{place}"))


def stays(situation: Situation, event: RepEvent) -> list[list[str]]:
    """What is said where a text changes no note."""
    decision, after = play(situation, event)
    assert (saved(decision, Note), after.notes) == ((), situation.notes)
    return said(decision)


# ---- problems ----------------------------------------------------------------------------------

CHAIN = ("difficulties halden: line 2 stops", f"{LATE}\n{OVERTIME}", "done", IMPLICATION, PROBLEM)


def test_an_edited_problem_keeps_what_hangs_on_it() -> None:
    decision, after = edited(told(*CHAIN), 1, "difficulties halden: line 2 stops at night")
    assert said(decision) == [["edited-noted"]]
    assert content(after) == Problem(
        text="line 2 stops at night",
        difficulties=(
            Difficulty(text=LATE, question=IMPLICATION),
            Difficulty(text=OVERTIME, question=PROBLEM),
        ),
    )


def test_a_problem_told_in_a_talk_is_edited_too_and_what_others_gave_elsewhere_stays_theirs() -> (
    None
):
    before = told("difficulties halden", "line 2 stops")
    _, after = edited(before, 2, "line 2 is slow")
    assert content(after) == Problem(text="line 2 is slow")
    _, two = play(before, says("done"), says("inside halden: Mara", source="m3"))
    _, both = edited(two, 2, "line 2 is slow")
    assert dict(both.conversation.answered) == dict(two.conversation.answered)


def test_another_customers_problem_or_none_changes_nothing() -> None:
    here = replace(told(*CHAIN), calls=(HALDEN, NORDWERK))
    both = replace(here, opportunities=selling(HALDEN, NORDWERK).opportunities)
    assert stays(both, edits("m1", "difficulties nordwerk: noise")) == [["stays-noted"]]
    assert stays(both, edits("m1", "difficulties halden")) == [["stays-noted"]]


def test_a_problem_is_not_renamed_to_one_that_is_kept_already() -> None:
    here = told("difficulties halden: noise", "enough", "difficulties halden: dust")
    assert stays(here, edits("m3", "difficulties halden: Noise")) == [["error-chain-known"]]


def test_edited_difficulties_take_the_places_of_those_that_stood_there_with_their_questions() -> (
    None
):
    decision, after = edited(told(*CHAIN), 2, f"late lorries\n{OVERTIME}\nscrap")
    rows = (
        Difficulty(text="late lorries", question=IMPLICATION),
        Difficulty(text=OVERTIME, question=PROBLEM),
        Difficulty(text="scrap"),
    )
    assert content(after) == Problem(text="line 2 stops", difficulties=rows)
    assert said(decision) == [["edited-noted", "edited-noted", "edited-noted"]]
    _, again = edited(after, 2, "late lorries")
    assert content(again) == Problem(text="line 2 stops", difficulties=rows[:1])
    _, asked = edited(again, 4, "Who waits for the lorries?")
    assert content(asked) == Problem(
        text="line 2 stops",
        difficulties=(Difficulty(text="late lorries", question="Who waits for the lorries?"),),
    )


def test_a_difficulty_is_kept_once_however_often_an_edit_names_it() -> None:
    before = told("difficulties halden: noise", "sick leave", "complaints")
    _, after = edited(before, 3, "Sick leave")
    assert content(after) == Problem(text="noise", difficulties=(Difficulty(text="sick leave"),))


def test_an_edited_question_is_judged_anew() -> None:
    decision, after = edited(told(*CHAIN), 5, "What does the overtime lead to?")
    assert said(decision) == [["feedback-question"]]
    problem = content(after)
    assert isinstance(problem, Problem)
    assert problem.difficulties[1].question == "What does the overtime lead to?"


def test_a_question_before_its_turn_is_edited_as_the_question_it_was_taken_for() -> None:
    before = told("difficulties halden: noise", "sick leave", IMPLICATION)
    _, after = edited(before, 3, "What comes of the sick leave?")
    assert content(after) == Problem(
        text="noise",
        difficulties=(Difficulty(text="sick leave", question="What comes of the sick leave?"),),
    )


def test_what_solving_is_worth_is_edited_and_taken_back() -> None:
    here = told(*CHAIN)
    about = here.notes[0].id
    _, asked = play(here, tap("chain_deliver", about, "yes"), says(WORTH, source="m9"))
    _, after = play(asked, edits("m9", "What would steady nights be worth?"))
    problem = content(after)
    assert isinstance(problem, Problem)
    assert problem.payoff == "What would steady nights be worth?"
    decision, gone = play(after, Deleted(source="m9"))
    assert said(decision) == [["dropped"]]
    assert content(gone) == replace(problem, payoff="")
    assert play(gone, edits("m9", WORTH))[1].notes[0].content == replace(problem, payoff=WORTH)


def test_an_answer_that_a_later_text_replaced_is_not_taken_back_with_the_former() -> None:
    here = told(*CHAIN)
    key = here.conversation.answered["m4"][2].split()[0].removeprefix("question/")
    _, anew = play(here, tap("chain_ask", here.notes[0].id, key), says("Who waits?", source="m9"))
    assert stays(anew, Deleted(source="m4")) == []
    _, gone = play(anew, Deleted(source="m9"))
    problem = content(gone)
    assert isinstance(problem, Problem)
    assert [one.question for one in problem.difficulties] == ["", PROBLEM]


def test_whether_it_can_be_delivered_is_no_text_to_edit() -> None:
    here = told(*CHAIN)
    _, asked = play(here, tap("chain_payoff", here.notes[0].id), says("yes", source="m9"))
    assert "m9" not in asked.conversation.answered


def test_deleted_questions_and_difficulties_are_taken_back() -> None:
    decision, unasked = deleted(told(*CHAIN), 4)
    assert said(decision) == [["dropped"]]
    rows = (Difficulty(text=LATE), Difficulty(text=OVERTIME, question=PROBLEM))
    assert content(unasked) == Problem(text="line 2 stops", difficulties=rows)
    decision, bare = deleted(unasked, 2)
    assert said(decision) == [["dropped", "dropped"]]
    assert content(bare) == Problem(text="line 2 stops")
    assert stays(bare, Deleted(source="m5")) == []
    assert stays(bare, edits("m5", PROBLEM)) == [["stays-noted"]]


def test_a_deleted_problem_goes_and_one_with_difficulties_is_asked_for_first() -> None:
    alone, after = deleted(told("difficulties halden: noise"), 1)
    assert (said(alone), after.notes) == ([["chain-dropped"]], ())
    assert len(saved(alone, Forgotten)) == 1
    here = told(*CHAIN)
    decision, still = deleted(here, 1)
    assert (said(decision), still.notes) == ([["chain-drop-ask"]], here.notes)
    assert offered(sends(decision)[0]) == [("chain_drop", "yes"), ("sale", "difficulties")]


@pytest.mark.parametrize("place", [1, 2, 4])
def test_without_its_sale_a_chain_stays(place: int) -> None:
    here = replace(told(*CHAIN), calls=())
    assert stays(here, edits(f"m{place}", "difficulties noise")) == [["stays-noted"]]
    assert stays(here, Deleted(source=f"m{place}")) == []


# ---- products ----------------------------------------------------------------------------------

STOPS = "unplanned stops"
LINE = (f"product Lineguard: {STOPS}", "food plants", PROBLEM, "noise")


def test_the_name_and_the_problem_of_a_product_are_edited() -> None:
    decision, after = edited(told(*LINE), 1, "product Line guard: stops at night")
    assert said(decision) == [["product-name", "product-row", "product-row-bare"]]
    rows = (Solves(problem="stops at night", who="food plants", question=PROBLEM),)
    assert content(after) == Product(name="Line guard", solves=(*rows, Solves(problem="noise")))
    _, again = edited(after, 2, "mills")
    _, last = edited(again, 3, "Do lines stop?")
    rows = (Solves(problem="stops at night", who="mills", question="Do lines stop?"),)
    assert content(last) == Product(name="Line guard", solves=(*rows, Solves(problem="noise")))
    _, fewer = edited(last, 1, "product Line guard")
    assert content(fewer) == Product(name="Line guard", solves=(Solves(problem="noise"),))
    assert stays(fewer, edits("m2", "mills")) == [["stays-noted"]]


def test_a_problem_can_be_added_behind_a_products_name() -> None:
    before = told("product Lineguard")
    _, after = edited(before, 1, f"product Lineguard：{STOPS}")
    assert content(after) == Product(name="Lineguard", solves=(Solves(problem=STOPS),))
    _, talked = edited(told("product", "Lineguard"), 2, "Lineguard：noise")
    assert content(talked) == Product(name="Lineguard", solves=(Solves(problem="noise"),))


def test_a_further_problem_is_edited_by_its_own_text() -> None:
    _, after = edited(told(*LINE), 4, "din")
    product = content(after)
    assert isinstance(product, Product)
    assert [row.problem for row in product.solves] == [STOPS, "din"]
    assert stays(after, edits("m4", STOPS)) == [["error-product-twice"]]
    added = told(*LINE, "done", "product Lineguard: dust")
    assert stays(added, edits("m6", "product Other: dust")) == [["stays-noted"]]
    _, dry = edited(added, 6, "product Lineguard: dry dust")
    product = content(dry)
    assert isinstance(product, Product)
    assert [row.problem for row in product.solves] == [STOPS, "noise", "dry dust"]


def test_a_name_that_another_product_has_or_that_is_too_long_changes_nothing() -> None:
    here = told("product One", "done", "product Two")
    assert stays(here, edits("m3", "product one")) == [["stays-noted"]]
    assert stays(here, edits("m3", f"product {'x' * 81}")) == [["error-too-long"]]


def test_deleted_texts_take_back_what_they_said_of_a_product() -> None:
    _, nobody = deleted(told(*LINE), 2)
    _, unasked = deleted(nobody, 3)
    rows = (Solves(problem=STOPS), Solves(problem="noise"))
    assert content(unasked) == Product(name="Lineguard", solves=rows)
    assert stays(unasked, Deleted(source="m3")) == []
    asks = stays(unasked, Deleted(source="m1"))
    assert asks == [["product-drop-ask"]]
    decision, one = deleted(unasked, 4)
    assert (said(decision), content(one)) == (
        [["dropped"]],
        Product(name="Lineguard", solves=rows[:1]),
    )


def test_a_product_goes_with_the_text_that_told_all_of_it() -> None:
    decision, after = deleted(told(f"product Lineguard: {STOPS}"), 1)
    assert (said(decision), after.notes) == ([["product-dropped"]], ())


def test_a_problem_that_was_dropped_since_is_not_missed() -> None:
    here = told(*LINE)
    note = here.notes[0]
    bare = replace(here, notes=(replace(note, content=Product(name="Lineguard")),))
    assert stays(bare, Deleted(source="m4")) == []


# ---- inside ------------------------------------------------------------------------------------

INSIDE = ("inside halden: Mara: fewer Saturday shifts", WORTH)


def test_who_is_inside_and_what_they_say_are_edited() -> None:
    decision, after = edited(told(*INSIDE), 1, "inside halden: Jens: calmer nights")
    assert said(decision) == [["inside-says", "inside-question"]]
    assert content(after) == Ally(who="Jens Olt", will_say="calmer nights", question=WORTH)
    _, asked = edited(after, 2, "What would you tell the board?")
    assert content(asked) == Ally(
        who="Jens Olt", will_say="calmer nights", question="What would you tell the board?"
    )


def test_answers_of_the_talk_are_edited_and_taken_back() -> None:
    here = told("inside halden", "Mara", "fewer shifts", WORTH)
    _, renamed = edited(here, 2, "Eva Nord")
    _, reworded = edited(renamed, 3, "no Saturdays")
    assert content(reworded) == Ally(who="Eva Nord", will_say="no Saturdays", question=WORTH)
    _, unasked = deleted(reworded, 4)
    decision, silent = deleted(unasked, 3)
    assert said(decision) == [["inside-bare"]]
    assert content(silent) == Ally(who="Eva Nord")
    assert stays(silent, Deleted(source="m4")) == []
    decision, nobody = deleted(silent, 2)
    assert (said(decision), nobody.notes) == ([["inside-dropped"]], ())


def test_a_text_that_only_added_words_takes_back_only_these() -> None:
    here = told("inside halden: Mara", "skip", "skip", "inside halden: Mara: calmer nights")
    assert stays(here, edits("m4", "inside halden: Jens: noise")) == [["stays-noted"]]
    _, after = deleted(here, 4)
    assert content(after) == Ally(who="Mara Voss")


def test_somebody_with_a_question_is_asked_for_before_they_are_taken_off() -> None:
    assert stays(told(*INSIDE), Deleted(source="m1")) == [["inside-drop-ask"]]


@pytest.mark.parametrize(
    "words, key",
    [
        ("inside halden", "stays-noted"),
        ("inside nordwerk: Eva", "stays-noted"),
        ("inside halden: Jens", "stays-noted"),
        (f"inside halden: {'x ' * 60}", "error-too-long"),
    ],
)
def test_nobody_is_renamed_to_another_who_is_kept_or_to_no_name(words: str, key: str) -> None:
    here = told("inside halden: Mara", "done", "inside halden: Jens", "done")
    both = replace(
        here, calls=(HALDEN, NORDWERK), opportunities=selling(HALDEN, NORDWERK).opportunities
    )
    assert stays(both, edits("m1", words)) == [[key]]


def test_without_their_sale_an_ally_stays() -> None:
    here = replace(told(*INSIDE), calls=())
    assert stays(here, edits("m2", "noise")) == [["stays-noted"]]
    assert stays(here, Deleted(source="m2")) == []


def test_a_text_whose_note_was_dropped_is_answered() -> None:
    here = replace(told(*INSIDE), notes=())
    assert said(decide(edits("m2", "noise"), here)) == [["not-here-any-more"]]
