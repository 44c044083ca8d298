"""A deleted chat message takes back the answer it gave, while the answer can be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from coaching import ids
from coaching.actions import Decision
from coaching.calls import Call, Learning, Plan, Promise
from coaching.conversation import Conversation, Focus
from coaching.decide import decide
from coaching.dissent import TakenBack, dissent_id
from coaching.events import Deleted
from coaching.messages import Line, message, text
from coaching.prepare import as_it_stands
from coaching.turn import Situation
from tests.coaching.world import (
    ADVANCE,
    FALLBACK,
    GOOD_PLAN,
    IMPLICATION,
    NOW,
    PROBLEM,
    TROUBLE,
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
    saved,
    says,
    sends,
    shown,
    submits_plan,
    taps,
)
from tests.coaching.world_after import (
    CLEAR,
    DATED,
    DAYLESS,
    FRIDAY,
    THURSDAY,
    VAGUE,
    after_the_call,
    asked_after,
    form,
    live,
    promised,
    reviewed,
    tap,
)
from tests.coaching.world_after import said as told_keys

CALL = asked(a_call())
OTHER = asked(a_call("Nordwind", key="nord", starts_at=at("16:00"), ends_at=at("17:00")))
ASK = ids.review_ask_id(a_call())


def over() -> Situation:
    return after_the_call(asked_after())


def without_a_day() -> Situation:
    return live(over(), tap("held", "other"), says(DAYLESS))


def signed() -> Situation:
    return live(over(), tap("held", "signed", on=ASK))


# ---- a plan ----------------------------------------------------------------------------------


def deletes(source: str) -> Deleted:
    return Deleted(source=source)


def a_plan_by_chat(*calls: Call) -> Situation:
    """The whole plan of a call told text by text: 1 the aim, 2 the trouble, 3 the question."""
    _, here = play(
        a_situation(CALL, *calls),
        says(ADVANCE, thread=CALL.anchor, source="1"),
        says(TROUBLE, thread=CALL.anchor, source="2"),
        says(IMPLICATION, thread=CALL.anchor, source="3"),
    )
    return here


@pytest.mark.parametrize(
    "source,name",
    [("1", "objective"), ("2", "problem"), ("3", "question")],
)
def test_a_deleted_text_takes_its_answer_out_of_the_plan(source: str, name: str) -> None:
    decision, here = play(a_plan_by_chat(), deletes(source))
    left = replace(GOOD_PLAN, **{name: ""})  # type: ignore[arg-type]  # by name
    made = left if name != "objective" else replace(left, planned_at=None)
    call = call_in(here, CALL)
    assert call.plan == made
    assert source not in here.conversation.answered
    assert here.conversation.focus == Focus(topic="plan", call_id=CALL.id)
    assert [(one.thread, keys(one), offered(one)) for one in sends(decision)] == [
        (CALL.anchor, [f"taken-back-{name}"], [("plan", "")])
    ]
    verdict = f"{a_rep().id}/verdict/{CALL.id}/9"
    assert shown(decision) == {
        CALL.anchor: as_it_stands(call, here),
        verdict: message(Line(text("verdict-taken-back"))),
    }
    assert call.verdict == ""


def test_the_next_text_after_a_deletion_is_the_answer_anew() -> None:
    _, here = play(a_plan_by_chat(), deletes("3"), says(PROBLEM, source="4"))
    assert call_in(here, CALL).plan == replace(GOOD_PLAN, question=PROBLEM)


@pytest.mark.parametrize(
    "source,name,words",
    [
        ("1", "objective", ADVANCE),
        ("2", "problem", TROUBLE),
        ("3", "question", IMPLICATION),
        ("3", "question", PROBLEM),
    ],
)
def test_a_text_that_is_restored_gives_its_answer_again(source: str, name: str, words: str) -> None:
    before = a_plan_by_chat()
    _, here = play(before, deletes(source))
    decision, here = play(here, edits(source, words))
    call = call_in(here, CALL)
    restored = {name: words, "planned_at": call.plan.planned_at}
    assert call.plan == replace(GOOD_PLAN, **restored)  # type: ignore[arg-type]  # by name
    assert shown(decision)[CALL.anchor] == as_it_stands(call, here)
    assert here.conversation.answered[source] == before.conversation.answered[source]
    assert here.conversation.withdrawn == {}
    again, _ = play(here, edits(source, words))
    assert (again.saves, again.actions) == ((), ())


def test_a_text_that_is_restored_does_not_replace_what_was_answered_since() -> None:
    _, here = play(a_plan_by_chat(), deletes("3"), says(PROBLEM, source="4"))
    decision, here = play(here, edits("3", IMPLICATION))
    assert (decision.saves, decision.actions) == ((), ())
    assert call_in(here, CALL).plan.question == PROBLEM


def test_of_the_last_fifty_deleted_texts_it_is_known_what_they_answered() -> None:
    withdrawn = {f"w{n}": ("plan", str(OTHER.id), f"old-{n}") for n in range(60)}
    here = a_plan_by_chat()
    here = replace(here, conversation=replace(here.conversation, withdrawn=withdrawn))
    _, here = play(here, deletes("3"))
    assert list(here.conversation.withdrawn) == [*(f"w{n}" for n in range(11, 60)), "3"]


def test_a_fallback_is_taken_back_and_the_plan_stands() -> None:
    _, here = play(a_plan_by_chat(), says(FALLBACK, source="4"))
    assert call_in(here, CALL).plan.fallback == FALLBACK
    decision, here = play(here, deletes("4"))
    assert call_in(here, CALL).plan == GOOD_PLAN
    assert said(decision) == [["taken-back-fallback"]]
    verdict = f"{a_rep().id}/verdict/{CALL.id}/10"
    assert offered(shown(decision)[verdict]) == [("plan", ""), ("keep", ""), ("otherwise", "")]
    assert here.conversation.focus is None


def test_a_deletion_leaves_the_attention_on_another_call() -> None:
    here = a_plan_by_chat(OTHER)
    elsewhere = Focus(topic="plan", call_id=OTHER.id, field="objective")
    talk = replace(here.conversation, focus=elsewhere)
    _, here = play(replace(here, conversation=talk), deletes("1"))
    assert here.conversation.focus == elsewhere


def test_a_trouble_taken_back_is_forgotten_by_the_sale_unless_another_plan_names_it() -> None:
    sale = CALL.opportunity_id
    _, here = play(a_plan_by_chat(), deletes("2"))
    assert here.opportunities[sale].problem == ""
    same = a_call(key="halden-2", starts_at=at("16:00"), ends_at=at("17:00"))
    _, here = play(a_plan_by_chat(planned(same)), deletes("2"))
    assert here.opportunities[sale].problem == TROUBLE


def test_what_the_operator_was_shown_of_a_deleted_text_is_shown_no_more() -> None:
    shown_no_more = {
        source: saved(decide(deletes(source), a_plan_by_chat()), TakenBack)
        for source in ("1", "2", "3")
    }
    rep = a_rep().id
    aim, question = dissent_id(rep, "objective", ADVANCE), dissent_id(rep, "question", IMPLICATION)
    assert shown_no_more == {
        "1": (TakenBack(id=aim, rep_id=rep),),
        "2": (TakenBack(id=question, rep_id=rep),),
        "3": (TakenBack(id=question, rep_id=rep),),
    }


@pytest.mark.parametrize("source", ["", "9"])
def test_a_deletion_of_a_text_that_answered_nothing_says_nothing(source: str) -> None:
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE))
    decision = decide(deletes(source), here)
    assert (decision.saves, decision.actions) == ((), ())


def test_the_same_deletion_again_changes_nothing() -> None:
    _, here = play(a_plan_by_chat(), deletes("1"))
    decision = decide(deletes("1"), here)
    assert (decision.saves, decision.actions) == ((), ())


def test_an_answer_that_a_form_replaced_is_not_the_deleted_texts_any_more() -> None:
    answers = {"objective": FALLBACK, "problem": TROUBLE, "question": IMPLICATION}
    _, here = play(a_plan_by_chat(), submits_plan(CALL, **answers))
    assert sorted(here.conversation.answered) == ["2", "3"]
    decision, here = play(here, deletes("1"))
    assert call_in(here, CALL).plan.objective == FALLBACK
    assert decision.actions == ()


def test_an_answer_that_is_empty_already_is_taken_back_without_a_word() -> None:
    talk = Conversation(
        rep_id=a_rep().id, version=7, answered={"1": ("plan", str(CALL.id), "fallback")}
    )
    decision, here = play(a_situation(CALL, conversation=talk), deletes("1"))
    assert decision.actions == ()
    assert here.conversation.answered == {}


@pytest.mark.parametrize(
    "changes,now,key",
    [
        ({}, CALL.starts_at, "stays-in-plan-begun"),
        ({"standing": "cancelled"}, NOW, "stays-in-plan-off"),
    ],
)
def test_a_plan_that_cannot_be_changed_any_more_keeps_the_answer_and_says_why(
    changes: dict[str, str], now: datetime, key: str
) -> None:
    here = a_plan_by_chat()
    call = replace(call_in(here, CALL), **changes)  # type: ignore[arg-type]  # a test's own keywords
    decision, after = play(replace(here, calls=(call,), now=now), deletes("1"))
    assert said(decision) == [[key]]
    assert call_in(after, CALL).plan == GOOD_PLAN


def test_a_call_never_prompted_has_no_message_to_show_the_deletion() -> None:
    call = planned(a_call())
    talk = Conversation(
        rep_id=a_rep().id, version=7, answered={"1": ("plan", str(call.id), "question")}
    )
    decision = decide(deletes("1"), a_situation(call, conversation=talk))
    assert (shown(decision), said(decision)) == ({}, [["taken-back-question"]])


def test_a_deletion_for_a_call_long_gone_is_answered() -> None:
    here = replace(a_plan_by_chat(), calls=())
    assert said(decide(deletes("1"), here)) == [["not-here-any-more"]]


def test_a_deleted_loose_text_waits_no_more_and_a_tap_on_its_question_is_answered() -> None:
    _, here = play(a_situation(CALL, OTHER), says(ADVANCE, source="1"))
    question = f"{a_rep().id}/said/7"
    decision, here = play(here, deletes("1"))
    assert shown(decision) == {question: message(Line(text("loose-taken-back")))}
    assert sends(decision) == ()
    tapped, here = play(here, taps("which", OTHER, "7", on=question))
    assert said(tapped) == [["loose-taken-back"]]
    named, here = play(here, says("Nordwind"))
    assert (call_in(here, CALL).plan, call_in(here, OTHER).plan) == (Plan(), Plan())
    assert said(named) == [["chat-objective"]]
    late = decide(edits("1", ADVANCE), here)
    again = decide(deletes("1"), here)
    assert [(one.saves, one.actions) for one in (late, again)] == [((), ()), ((), ())]


# ---- a review --------------------------------------------------------------------------


def taken_back(situation: Situation, source: str) -> tuple[Decision, Situation]:
    decision = decide(deletes(source), situation)
    return decision, live(situation, deletes(source))


def test_a_deleted_outcome_is_open_again_and_its_promise_counts_nowhere() -> None:
    told = live(over(), says(DATED, source="m1"))
    decision, after = taken_back(told, "m1")
    review = call_in(after, a_call()).review
    assert (review.held, review.happened, review.outcome) == ("other", "", None)
    assert promised(after) == []
    assert told_keys(decision) == ["taken-back-happened"]
    assert keys(shown(decision)[ASK])[-1] == "reviewed-other"
    (only,) = sends(decision)
    assert (only.thread, offered(only)) == (call_in(told, a_call()).anchor, [("review", "")])


def test_a_review_that_was_done_is_not_once_its_outcome_is_taken_back() -> None:
    done = live(over(), says(DATED, source="m1"), tap("enough"))
    assert call_in(done, a_call()).review.done
    _, after = taken_back(done, "m1")
    assert not call_in(after, a_call()).review.done


def test_where_they_agreed_to_the_aim_the_aim_takes_the_place_of_deleted_words() -> None:
    told = live(over(), tap("held", "agreed"), tap("more"), says(DATED, source="m1"))
    assert promised(told) == [(DATED, FRIDAY)]
    _, after = taken_back(told, "m1")
    review = call_in(after, a_call()).review
    assert (review.held, review.happened, review.outcome) == ("agreed", ADVANCE, "advance")
    assert promised(after) == [(ADVANCE, THURSDAY)]


def test_a_promise_that_the_aim_makes_anyway_stays_as_it_is() -> None:
    told = live(over(), tap("held", "agreed"), tap("more"), says(f"{ADVANCE}.", source="m1"))
    settled = [replace(one, text=ADVANCE) for one in told.promises]
    decision, _ = taken_back(replace(told, promises=tuple(settled)), "m1")
    assert saved(decision, Promise) == ()
    assert told_keys(decision) == ["taken-back-happened"]


def test_a_deleted_day_is_no_promise_any_more_and_the_outcome_stands() -> None:
    told = live(without_a_day(), says("Friday", source="m2"))
    assert promised(told) == [(DAYLESS, FRIDAY)]
    decision, after = taken_back(told, "m2")
    assert promised(after) == []
    assert call_in(after, a_call()).review.outcome == "advance"
    assert told_keys(decision) == ["taken-back-by"]


def test_a_deleted_learning_is_shared_with_nobody() -> None:
    told = live(
        signed(),
        tap("nothing_new"),
    )
    call = reviewed(call_in(told, a_call()), elsewhere=CLEAR, share=True, passed=("account",))
    talk = replace(told.conversation, answered={"m1": ("review", str(call.id), "elsewhere")})
    decision, after = taken_back(replace(told, calls=(call,), conversation=talk), "m1")
    review = call_in(after, a_call()).review
    assert (review.elsewhere, review.share, review.passed) == ("", False, ("account",))
    assert [one.text for one in saved(decision, Learning)] == [""]
    assert told_keys(decision) == ["taken-back-elsewhere"]


def test_a_deleted_answer_seen_as_specific_is_seen_so_no_more() -> None:
    told = live(signed(), says(VAGUE, source="m1"), tap("specific", "differently"))
    assert call_in(told, a_call()).review.seen_specific == ("differently",)
    decision, after = taken_back(told, "m1")
    review = call_in(after, a_call()).review
    assert (review.differently, review.seen_specific) == ("", ())
    assert told_keys(decision) == ["taken-back-differently"]


def test_a_deletion_of_words_that_stand_no_more_says_nothing() -> None:
    told = live(over(), says(DATED, source="m1"))
    refused = live(told, tap("held", "refused"))
    emptied = replace(told, calls=(reviewed(call_in(told, a_call()), happened=""),))
    planned_words = live(told, tap("held", "agreed"))
    for situation in (refused, emptied, planned_words):
        decision, _ = taken_back(situation, "m1")
        assert (decision.actions, saved(decision, Call)) == ((), ())


def test_a_day_that_was_never_noted_is_taken_back_without_a_word() -> None:
    told = live(without_a_day(), says("no day", source="m2"))
    assert taken_back(told, "m2")[0].actions == ()


def test_a_closed_review_keeps_the_deleted_answer_and_says_why() -> None:
    told = live(signed(), says(CLEAR, source="m1"))
    late = replace(told, now=told.now + timedelta(days=30))
    decision, after = taken_back(late, "m1")
    assert told_keys(decision) == ["stays-in-review"]
    assert call_in(after, a_call()).review.differently == CLEAR


def test_an_answer_that_a_review_form_replaced_is_not_the_deleted_texts_any_more() -> None:
    told = live(signed(), says(CLEAR, source="m1"))
    same = live(told, form(held="signed", differently=CLEAR))
    assert dict(same.conversation.answered) == dict(told.conversation.answered)
    filled = live(told, form(held="signed", differently="Ask Jens for the date"))
    decision, after = taken_back(filled, "m1")
    assert decision.actions == ()
    assert call_in(after, a_call()).review.differently == "Ask Jens for the date"
