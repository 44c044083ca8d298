"""What a rep writes: an answer, a word that closes, a text for one of several calls."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from coaching.calls import Call, Plan, Review
from coaching.conversation import Conversation, Focus
from coaching.decide import decide
from coaching.ids import review_ask_id
from coaching.prepare import planned as plan_shown
from coaching.turn import Situation
from tests.coaching.world import (
    ADVANCE,
    FALLBACK,
    GOOD_PLAN,
    IMPLICATION,
    NOW,
    PROBLEM,
    SELLER,
    TROUBLE,
    WEAK_PLAN,
    a_call,
    a_rep,
    a_situation,
    asked,
    at,
    call_in,
    edits,
    keys,
    offered,
    planned,
    play,
    said,
    says,
    sends,
    shown,
    submits_plan,
    taps,
    with_size,
)

CALL = asked(a_call())
OTHER = asked(a_call("Nordwind", key="nord", starts_at=at("16:00"), ends_at=at("17:00")))


def reviewed_soon(call: Call = CALL, **changes: object) -> Call:
    """The call after its review was asked, ten minutes after its end."""
    return replace(call, review_asked_at=call.ends_at + timedelta(minutes=10), **changes)  # type: ignore[arg-type]  # a test's own keywords


def afterwards(*calls: Call, focus: Focus | None = None) -> Situation:
    talk = Conversation(rep_id=a_rep().id, version=7, focus=focus)
    return a_situation(*calls, now=at("15:30"), conversation=talk)


# ---- a plan in chat ----------------------------------------------------------------------------


def test_a_plan_by_chat_is_asked_question_by_question_and_then_judged() -> None:
    first, here = play(a_situation(CALL), says(ADVANCE))
    assert said(first) == [["chat-problem"]]
    second, here = play(here, says(TROUBLE))
    assert said(second) == [["chat-question"]]
    third, here = play(here, says(IMPLICATION))
    assert said(third) == [["feedback-objective", "feedback-question", "ask-fallback"]]
    fourth, here = play(here, says(FALLBACK))
    assert said(fourth) == [["feedback-objective", "feedback-question"]]
    assert call_in(here, CALL).plan == replace(GOOD_PLAN, fallback=FALLBACK)
    assert here.conversation.focus is None


def test_an_aim_that_is_kept_before_it_was_judged_is_judged_all_the_same() -> None:
    _, here = play(a_situation(CALL), says(ADVANCE))
    first, here = play(here, says("keep"))
    assert said(first) == [["feedback-objective", "kept"]]
    assert call_in(here, CALL).plan.kept


def test_what_was_judged_already_is_kept_without_saying_it_again() -> None:
    _, here = play(a_situation(CALL), says(ADVANCE), says(TROUBLE), says(IMPLICATION))
    assert said(decide(says("keep"), here)) == [["kept"]]


def test_by_form_and_by_chat_the_same_plan_results() -> None:
    _, chatted = play(a_situation(CALL), says(ADVANCE), says(TROUBLE), says(IMPLICATION))
    answers = {"objective": ADVANCE, "problem": TROUBLE, "question": IMPLICATION}
    _, filled = play(a_situation(CALL), submits_plan(CALL, **answers))
    assert call_in(chatted, CALL) == replace(
        call_in(filled, CALL), verdict=call_in(chatted, CALL).verdict
    )
    assert chatted.opportunities == filled.opportunities
    assert chatted.conversation.focus == filled.conversation.focus


def test_in_a_small_deal_no_trouble_is_asked_for() -> None:
    decision = decide(says(ADVANCE), with_size(a_situation(CALL), "small"))
    assert said(decision) == [["chat-question"]]


def test_a_question_is_never_taken_for_the_aim() -> None:
    decision, here = play(a_situation(CALL), says(IMPLICATION))
    assert call_in(here, CALL).plan == Plan(question=IMPLICATION)
    assert said(decision) == [["chat-objective"]]


def test_an_aim_with_a_question_mark_stays_the_aim_where_the_question_is_there() -> None:
    call = planned(CALL, Plan(problem=TROUBLE, question=IMPLICATION))
    _, here = play(a_situation(call), says("Jens agrees?"))
    assert call_in(here, call).plan.objective == "Jens agrees?"


def test_after_the_verdict_the_next_text_is_the_weak_answer_anew() -> None:
    here = a_situation(CALL)
    _, here = play(here, says(SELLER), says(TROUBLE), says(PROBLEM))
    second, here = play(here, says(ADVANCE))
    assert said(second) == [["again-question"]]
    third, here = play(here, says(IMPLICATION))
    assert said(third) == [["feedback-objective", "feedback-question", "ask-fallback"]]
    assert call_in(here, CALL).plan == GOOD_PLAN


def test_the_weak_answers_may_come_anew_in_the_other_order() -> None:
    _, here = play(a_situation(CALL), says(SELLER), says(TROUBLE), says(PROBLEM))
    second, here = play(here, says(IMPLICATION))
    assert said(second) == [["again-objective"]]
    _, here = play(here, says(ADVANCE))
    assert call_in(here, CALL).plan == GOOD_PLAN


@pytest.mark.parametrize("word", ["keep", "Thanks!", "done", "skip", "nothing", "好的", "不改了"])
def test_a_word_that_closes_keeps_the_plan_as_it_is(word: str) -> None:
    _, here = play(a_situation(CALL), says(SELLER), says(TROUBLE), says(PROBLEM))
    decision, here = play(here, says(word))
    assert said(decision) == [["kept"]]
    assert call_in(here, CALL).plan == replace(WEAK_PLAN, kept=True)
    assert (call_in(here, CALL).standing, here.conversation.focus) == ("on", None)


def test_a_plan_kept_half_done_is_not_asked_about_again() -> None:
    _, here = play(a_situation(CALL), says(ADVANCE), says("skip"))
    decision = decide(says("what a day"), here)
    assert call_in(here, CALL).plan == Plan(objective=ADVANCE, kept=True, planned_at=NOW)
    assert said(decision) == [["not-understood"]]


def test_thanks_is_no_answer_while_nothing_is_planned() -> None:
    decision, here = play(a_situation(CALL), says("thanks"))
    assert said(decision) == [["youre-welcome"]]
    assert call_in(here, CALL) == CALL


def test_no_is_no_answer_either_and_the_question_comes_again() -> None:
    decision, here = play(a_situation(CALL), says("no"))
    assert said(decision) == [["chat-objective"]]
    assert call_in(here, CALL) == CALL


def test_skip_in_chat_sets_an_unplanned_call_aside_and_says_so() -> None:
    decision, here = play(a_situation(CALL), says("skip", thread=CALL.anchor))
    assert call_in(here, CALL).standing == "skipped"
    assert [(one.thread, offered(one)) for one in sends(decision)] == [
        (CALL.anchor, [("unskip", "")])
    ]


def test_a_text_too_long_is_sent_back_with_the_limit_and_changes_nothing() -> None:
    decision = decide(says("x" * 40_000), a_situation(CALL))
    assert said(decision) == [["error-too-long"]]
    assert decision.saves == ()


def test_control_characters_are_sent_back() -> None:
    assert said(decide(says("a\0b"), a_situation(CALL))) == [["error-characters"]]


@pytest.mark.parametrize("words", ["", "  \n ", "\u200b"])
def test_an_empty_text_says_nothing(words: str) -> None:
    decision = decide(says(words), a_situation(CALL))
    assert (decision.saves, decision.actions) == ((), ())


def test_with_nothing_open_a_text_is_answered_with_what_works() -> None:
    assert said(decide(says("what a day"), a_situation())) == [["not-understood"]]
    assert said(decide(says("thanks"), a_situation())) == [["youre-welcome"]]


# ---- threads -----------------------------------------------------------------------------------


def test_a_text_in_a_thread_answers_that_call() -> None:
    here = a_situation(CALL, OTHER)
    decision, here = play(here, says(ADVANCE, thread=OTHER.anchor))
    assert call_in(here, OTHER).plan.objective == ADVANCE
    assert call_in(here, CALL) == CALL
    assert [one.thread for one in sends(decision)] == [OTHER.anchor]


def test_a_text_under_a_verdict_answers_the_call_it_is_about() -> None:
    verdict = f"{a_rep().id}/verdict/{OTHER.id}/3"
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE, thread=verdict))
    assert call_in(here, OTHER).plan.objective == ADVANCE


def test_a_thread_of_a_call_never_asked_about_plans_it() -> None:
    call = a_call()
    _, here = play(a_situation(call, OTHER), says(ADVANCE, thread=f"{call.id}/cue/1"))
    assert call_in(here, call).plan.objective == ADVANCE


def test_a_text_in_the_thread_of_a_whole_plan_shows_the_plan_and_how_to_change_it() -> None:
    call = planned(CALL, replace(GOOD_PLAN, fallback=FALLBACK))
    decision = decide(says("on second thoughts", thread=CALL.anchor), a_situation(call, OTHER))
    (only,) = sends(decision)
    assert only.message.blocks[1:] == plan_shown(call).blocks
    assert offered(only) == [("plan", "")]


def test_a_thread_that_is_none_of_ours_is_no_thread() -> None:
    _, here = play(a_situation(CALL), says(ADVANCE, thread="somewhere/else"))
    assert call_in(here, CALL).plan.objective == ADVANCE


# ---- several open questions --------------------------------------------------------------------


def test_a_loose_text_is_asked_which_call_it_is_for() -> None:
    decision, here = play(a_situation(CALL, OTHER), says(ADVANCE, source="1.1"))
    assert said(decision) == [["ask-which"]]
    assert offered(sends(decision)[0]) == [("which", "7"), ("which", "7")]
    assert here.conversation.loose == {"7": (ADVANCE, "1.1")}


def test_the_call_tapped_gets_the_text_and_the_question_shows_it() -> None:
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE, source="1.1"))
    question = f"{a_rep().id}/said/7"
    decision, here = play(here, taps("which", OTHER, "7", on=question))
    assert call_in(here, OTHER).plan.objective == ADVANCE
    assert here.conversation.loose == {}
    assert here.conversation.answered == {"1.1": ("plan", str(OTHER.id), "objective")}
    assert [block.text.key for block in shown(decision)[question].blocks] == ["taken-for"]  # type: ignore[union-attr]  # a line
    assert said(decision) == [["chat-problem"]]


def test_a_second_tap_on_the_same_question_changes_nothing() -> None:
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE), taps("which", OTHER, "7"))
    decision = decide(taps("which", CALL, "7"), here)
    assert (decision.saves, decision.actions) == ((), ())


def test_two_loose_texts_wait_side_by_side() -> None:
    here = a_situation(CALL, OTHER)
    _, here = play(here, says(ADVANCE), says("The board names a date"))
    _, here = play(here, taps("which", OTHER, "8"), taps("which", CALL, "7"))
    assert call_in(here, CALL).plan.objective == ADVANCE
    assert call_in(here, OTHER).plan.objective == "The board names a date"


def test_a_loose_text_still_waits_after_something_else_was_done() -> None:
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE), taps("find", CALL))
    assert here.conversation.loose == {"7": (ADVANCE, "")}


def test_only_the_last_ten_loose_texts_wait() -> None:
    _, here = play(a_situation(CALL, OTHER), *(says(f"They act {n}") for n in range(12)))
    assert list(here.conversation.loose) == [str(turn) for turn in range(9, 19)]


def test_a_text_that_names_the_customer_goes_to_that_call() -> None:
    _, here = play(a_situation(CALL, OTHER), says("Nordwind names a date"))
    assert call_in(here, OTHER).plan.objective == "Nordwind names a date"


def test_the_customers_name_alone_says_which_call_a_loose_text_is_for() -> None:
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE), says("nordwind"))
    assert call_in(here, OTHER).plan.objective == ADVANCE
    assert here.conversation.loose == {}


def test_a_loose_text_for_a_call_that_has_begun_keeps_waiting() -> None:
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE))
    late = replace(here, now=CALL.starts_at)
    decision, here = play(late, taps("which", CALL, "7"))
    assert said(decision) == [["not-here-any-more"]]
    assert here.conversation.loose == {"7": (ADVANCE, "")}


def test_a_loose_text_can_be_given_to_a_call_that_was_not_asked_about() -> None:
    third = a_call("Altbau", key="alt")
    _, here = play(a_situation(CALL, OTHER, third), says(ADVANCE), taps("which", third, "7"))
    assert call_in(here, third).plan.objective == ADVANCE


def test_a_plan_and_a_review_open_at_once_are_told_apart_by_the_rep() -> None:
    over = reviewed_soon()
    here = afterwards(over, OTHER)
    decision = decide(says("They want a pilot"), here)
    labels = [one.label.key for one in sends(decision)[0].message.blocks[1].buttons]  # type: ignore[union-attr]  # buttons
    assert labels == ["which-review", "which-plan"]


def test_what_the_coach_asks_of_its_own_accord_makes_a_loose_text_unclear() -> None:
    weak = planned(CALL, WEAK_PLAN)
    focus = Focus(topic="plan", call_id=weak.id, field="objective", interrupted=True)
    talk = Conversation(rep_id=a_rep().id, version=7, focus=focus)
    decision, here = play(a_situation(weak, OTHER, conversation=talk), says(ADVANCE))
    assert said(decision) == [["ask-which"]]
    _, here = play(here, taps("which", weak, "7"))
    assert call_in(here, weak).plan.objective == ADVANCE


# ---- which call is meant -----------------------------------------------------------------------


def with_agenda(*calls: Call, focus: Focus | None = None) -> Situation:
    """The morning after an agenda of these calls."""
    told = tuple(replace(one, asked_at=NOW, asked_start=one.starts_at) for one in calls)
    talk = Conversation(
        rep_id=a_rep().id, version=7, agenda=tuple(one.id for one in calls), focus=focus
    )
    return a_situation(*told, conversation=talk)


AGENDA = (
    a_call(),
    a_call("Nordwind", key="nord", starts_at=at("16:00"), ends_at=at("17:00")),
    a_call("Altbau", key="alt", starts_at=at("17:00"), ends_at=at("18:00")),
)


@pytest.mark.parametrize("words", ["2", "2.", "Nordwind", " nordwind. "])
def test_a_number_or_a_name_picks_a_call_from_the_agenda(words: str) -> None:
    decision, here = play(with_agenda(*AGENDA), says(words))
    (prompt,) = sends(decision)
    call = call_in(here, AGENDA[1])
    assert call.anchor == prompt.id
    assert ("plan", "") in offered(prompt)
    assert here.conversation.focus == Focus(topic="plan", call_id=call.id)
    _, here = play(here, says(ADVANCE))
    assert call_in(here, call).plan.objective == ADVANCE


def test_the_next_pick_ends_what_could_still_be_added_to_the_last_plan() -> None:
    first = planned(AGENDA[0])
    focus = Focus(topic="plan", call_id=first.id, field="fallback")
    _, here = play(with_agenda(first, *AGENDA[1:], focus=focus), says("3"))
    assert here.conversation.focus == Focus(topic="plan", call_id=AGENDA[2].id)


@pytest.mark.parametrize("words", ["0", "4", "99999", "2 of them"])
def test_a_number_that_is_not_in_the_agenda_is_a_text_like_any_other(words: str) -> None:
    decision = decide(says(words), with_agenda(*AGENDA))
    assert said(decision) == [["ask-which"]]


def test_a_pick_that_has_begun_is_told_so() -> None:
    here = replace(with_agenda(*AGENDA), now=at("14:30"))
    assert said(decide(says("1"), here)) == [["call-heading-people", "too-late-to-plan"]]


def test_naming_a_call_that_was_prompted_asks_its_next_question() -> None:
    decision, here = play(a_situation(CALL, OTHER), says("Nordwind"))
    assert said(decision) == [["chat-objective"]]
    assert here.conversation.focus == Focus(topic="plan", call_id=OTHER.id)


def test_picking_a_call_that_is_planned_shows_its_plan() -> None:
    done = planned(replace(asked(AGENDA[0]), id=AGENDA[0].id))
    decision = decide(says("1"), with_agenda(done, *AGENDA[1:]))
    assert [one.message for one in sends(decision)] == [plan_shown(done)]


def test_a_number_while_a_review_is_answered_is_its_answer() -> None:
    over = reviewed_soon(review=Review(held="other"))
    focus = Focus(topic="review", call_id=over.id, field="happened")
    here = afterwards(over, OTHER, focus=focus)
    here = replace(here, conversation=replace(here.conversation, agenda=(over.id, OTHER.id)))
    _, here = play(here, says("2"))
    assert call_in(here, over).review.happened == "2"


def test_a_name_in_a_thread_is_an_answer() -> None:
    _, here = play(a_situation(CALL, OTHER), says("Nordwind", thread=CALL.anchor))
    assert call_in(here, CALL).plan.objective == "Nordwind"


# ---- commands while a question is open ---------------------------------------------------------


@pytest.mark.parametrize("words", ["week", "/advance week", "／本周", "本周"])
def test_a_text_that_is_nothing_but_a_command_is_one(words: str) -> None:
    decision, here = play(a_situation(CALL), says(words))
    assert said(decision)[0][0] == "week-heading"
    assert call_in(here, CALL) == CALL


def test_an_answer_that_begins_like_a_command_is_an_answer() -> None:
    _, here = play(a_situation(CALL), says("plan the pilot with Jens by Friday"))
    assert call_in(here, CALL).plan.objective == "plan the pilot with Jens by Friday"


def test_an_answer_to_a_question_that_was_chosen_is_no_command_either() -> None:
    _, here = play(a_situation(CALL), says(ADVANCE), says(TROUBLE), says(IMPLICATION))
    _, here = play(here, says("review of line 2 by the shift lead"))
    assert call_in(here, CALL).plan.fallback == "review of line 2 by the shift lead"


def test_plan_and_a_customers_name_is_a_command_at_any_time() -> None:
    _, here = play(a_situation(CALL, OTHER), says("plan nordwind"))
    assert here.conversation.focus == Focus(topic="plan", call_id=OTHER.id)


# ---- a review in chat --------------------------------------------------------------------------


def test_the_outcome_may_be_said() -> None:
    _, here = play(afterwards(reviewed_soon()), says("Nothing firm"))
    assert call_in(here, CALL).review.held == "nothing"


def test_an_outcome_that_is_not_on_offer_is_told_in_words() -> None:
    _, here = play(afterwards(reviewed_soon()), says("the fallback"))
    review = call_in(here, CALL).review
    assert (review.held, review.happened) == ("other", "the fallback")


def test_thanks_is_no_outcome() -> None:
    decision, here = play(afterwards(reviewed_soon()), says("thanks"))
    assert said(decision) == [["youre-welcome"]]
    assert call_in(here, CALL).review == Review()


@pytest.mark.parametrize("words", ["skip", "跳过"])
def test_a_skipped_outcome_is_left_open_and_not_taken_for_words(words: str) -> None:
    decision, here = play(afterwards(reviewed_soon()), says(words))
    assert said(decision) == [["review-left-open"]]
    assert call_in(here, CALL).review == Review()


@pytest.mark.parametrize("words", ["nothing new", "enough for today", "skip"])
def test_nothing_new_and_enough_are_no_answers(words: str) -> None:
    held = reviewed_soon(review=Review(held="nothing", outcome="continuation"))
    _, here = play(afterwards(held), says(words))
    review = call_in(here, held).review
    assert review.differently == ""
    assert "differently" in review.passed or review.done


def test_a_review_that_is_done_asks_nothing() -> None:
    done = reviewed_soon(review=Review(held="nothing", outcome="continuation", done=True))
    assert said(decide(says("what a day"), afterwards(done))) == [["not-understood"]]


def test_a_call_that_goes_on_has_no_open_question() -> None:
    here = a_situation(CALL, now=at("14:30"))
    assert said(decide(says("what a day"), here)) == [["not-understood"]]


def test_a_focus_on_a_review_that_has_closed_is_none() -> None:
    over = reviewed_soon()
    focus = Focus(topic="review", call_id=over.id, field="differently")
    here = replace(afterwards(over, focus=focus), now=at("12:00", day=30) + timedelta(days=20))
    assert said(decide(says("what a day"), here)) == [["not-understood"]]


def test_a_focus_on_a_call_that_is_gone_is_none() -> None:
    talk = Conversation(rep_id=a_rep().id, focus=Focus(topic="plan", call_id=CALL.id))
    assert said(decide(says("hm"), a_situation(conversation=talk))) == [["not-understood"]]


def test_a_chosen_review_asks_what_is_open_in_it() -> None:
    over = replace(CALL, review=Review(held="nothing", outcome="continuation"))
    focus = Focus(topic="review", call_id=over.id)
    _, here = play(afterwards(over, OTHER, focus=focus), says("Ask for the date first"))
    assert call_in(here, over).review.differently == "Ask for the date first"


# ---- editing -----------------------------------------------------------------------------------


def test_an_edited_text_edits_its_answer_and_is_judged_anew() -> None:
    here = a_situation(CALL)
    _, here = play(here, says(SELLER, source="1"), says(TROUBLE), says(IMPLICATION))
    decision, here = play(here, edits("1", ADVANCE))
    assert call_in(here, CALL).plan == GOOD_PLAN
    assert said(decision) == [["feedback-objective", "feedback-question", "ask-fallback"]]


def test_an_edit_while_more_is_asked_leaves_that_question_open() -> None:
    _, here = play(a_situation(CALL), says(SELLER, source="1"))
    decision, here = play(here, edits("1", ADVANCE))
    assert said(decision) == []
    assert shown(decision) == {CALL.anchor: plan_shown(call_in(here, CALL))}
    _, here = play(here, says(TROUBLE))
    assert call_in(here, CALL).plan == Plan(objective=ADVANCE, problem=TROUBLE, planned_at=NOW)


def test_an_edit_of_a_first_wording_does_not_undo_the_second() -> None:
    _, here = play(a_situation(CALL), says(SELLER, source="1"), says(TROUBLE), says(IMPLICATION))
    _, here = play(here, says(ADVANCE, source="2"), edits("1", "Show them all"))
    assert call_in(here, CALL).plan.objective == ADVANCE


@pytest.mark.parametrize("words", [ADVANCE, f" {ADVANCE} ", ""])
def test_an_edit_that_changes_nothing_says_nothing(words: str) -> None:
    _, here = play(a_situation(CALL), says(ADVANCE, source="1"))
    decision = decide(edits("1", words), here)
    assert (decision.saves, decision.actions) == ((), ())


@pytest.mark.parametrize("source", ["", "9"])
def test_an_edit_of_a_text_that_answered_nothing_says_nothing(source: str) -> None:
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE))
    decision = decide(edits(source, "x" * 999), here)
    assert (decision.saves, decision.actions) == ((), ())


def test_an_edit_too_long_is_sent_back() -> None:
    _, here = play(a_situation(CALL), says(ADVANCE, source="1"))
    assert said(decide(edits("1", "x" * 501), here)) == [["error-too-long"]]


def test_an_edited_loose_text_waits_in_its_new_wording() -> None:
    _, here = play(a_situation(CALL, OTHER), says(SELLER, source="1"), edits("1", ADVANCE))
    assert here.conversation.loose == {"7": (ADVANCE, "1")}


@pytest.mark.parametrize(
    "words,now,key",
    [
        (FALLBACK, NOW, "feedback-objective"),
        ("x" * 501, NOW, "error-too-long"),
        (FALLBACK, CALL.starts_at, "error-too-late-to-plan"),
    ],
)
def test_an_edit_in_a_thread_is_answered_there(words: str, now: datetime, key: str) -> None:
    first = [says(one, thread=CALL.anchor, source=one) for one in (ADVANCE, TROUBLE, IMPLICATION)]
    _, here = play(a_situation(CALL), *first)
    there = edits(ADVANCE, words, thread=CALL.anchor)
    decision = decide(there, replace(here, now=max(here.now, now)))
    assert [(one.thread, keys(one)[0]) for one in sends(decision)] == [(CALL.anchor, key)]


def test_an_edit_comes_too_late_once_the_call_has_begun() -> None:
    _, here = play(a_situation(CALL), says(ADVANCE, source="1"))
    late = replace(here, now=CALL.starts_at)
    assert said(decide(edits("1", FALLBACK), late)) == [["error-too-late-to-plan"]]


def test_an_edit_for_a_call_long_gone_is_answered() -> None:
    _, here = play(a_situation(CALL), says(ADVANCE, source="1"))
    assert said(decide(edits("1", FALLBACK), replace(here, calls=()))) == [["not-here-any-more"]]


def test_an_edit_of_a_review_changes_it_until_it_closes() -> None:
    held = reviewed_soon(review=Review(held="nothing", outcome="continuation"))
    _, here = play(afterwards(held), says("Ask earlier", source="1"))
    _, here = play(here, edits("1", "Ask Jens for the date first"))
    assert call_in(here, held).review.differently == "Ask Jens for the date first"
    closed = replace(here, now=at("12:00", day=30) + timedelta(days=20))
    assert said(decide(edits("1", "No"), closed)) == [["review-is-closed"]]


def test_the_last_fifty_answers_can_be_edited() -> None:
    answered = {str(n): ("plan", str(OTHER.id), f"old-{n}") for n in range(60)}
    talk = Conversation(rep_id=a_rep().id, version=7, answered=answered)
    _, here = play(a_situation(CALL, conversation=talk), says(ADVANCE, source="new"))
    assert list(here.conversation.answered) == [*(str(n) for n in range(11, 60)), "new"]


def test_the_review_message_has_the_id_the_thread_hangs_on() -> None:
    assert review_ask_id(CALL) == f"{CALL.id}/review"
