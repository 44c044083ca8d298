"""A plan by form and by taps: what is taken, what is said about it, what comes too late."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from coaching.actions import Decision, Reject, ShowForm
from coaching.calls import Call, Plan
from coaching.conversation import Conversation, Focus
from coaching.decide import decide
from coaching.events import Submitted
from coaching.meetings import Lesson, Rules
from coaching.messages import Line, Text, text
from coaching.prepare import cancelled, plan_form, set_aside, started
from coaching.prepare import planned as plan_shown
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
    FixedJudge,
    a_call,
    a_rep,
    a_situation,
    a_verdict,
    an_opportunity,
    asked,
    at,
    call_in,
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
    with_size,
)

CALL = asked(a_call())
VERDICT = f"{a_rep().id}/verdict/{CALL.id}/7"
ANSWERS = {"objective": ADVANCE, "fallback": "", "problem": TROUBLE, "question": IMPLICATION}


def focus(call: Call, field: str, *then: str) -> Focus:
    return Focus(topic="plan", call_id=call.id, field=field, then=then)


# ---- the form ----------------------------------------------------------------------------------


def test_a_tap_on_plan_opens_the_form_with_what_was_answered() -> None:
    call = planned(CALL)
    decision = decide(taps("plan", call), a_situation(call))
    opportunity = an_opportunity(size="large")
    assert decision.reply == ShowForm(plan_form(call, opportunity))
    assert [field.name for field in decision.reply.form.fields] == [
        "objective",
        "fallback",
        "problem",
        "question",
    ]


def test_the_deal_size_is_asked_in_the_form_until_it_is_known() -> None:
    here = with_size(a_situation(CALL), None)
    form = plan_form(CALL, here.opportunities[CALL.opportunity_id])
    assert [field.name for field in form.fields][-1] == "size"


def test_a_good_plan_by_form_is_judged_and_shown_in_the_first_message() -> None:
    decision, here = play(a_situation(CALL), submits_plan(CALL, **ANSWERS))
    assert call_in(here, CALL) == replace(planned(CALL), verdict=VERDICT)
    assert shown(decision) == {CALL.anchor: plan_shown(planned(CALL))}
    assert said(decision) == [["feedback-objective", "feedback-question", "ask-fallback"]]
    assert offered(sends(decision)[0]) == [("plan", ""), ("keep", ""), ("otherwise", "")]
    assert here.opportunities[CALL.opportunity_id].problem == TROUBLE
    assert here.conversation.focus == replace(focus(CALL, "fallback"), judged=True)


def test_a_weak_plan_is_offered_to_be_revised_or_kept() -> None:
    weak = ANSWERS | {"objective": SELLER, "question": PROBLEM}
    decision, here = play(a_situation(CALL), submits_plan(CALL, **weak))
    assert said(decision) == [["feedback-objective", "feedback-question"]]
    assert offered(sends(decision)[0]) == [("plan", ""), ("keep", ""), ("otherwise", "")]
    assert here.conversation.focus == replace(focus(CALL, "objective", "question"), judged=True)


def test_a_plan_with_a_fallback_needs_nothing_more() -> None:
    answers = ANSWERS | {"fallback": FALLBACK}
    decision, here = play(a_situation(CALL), submits_plan(CALL, **answers))
    assert said(decision) == [["feedback-objective", "feedback-question"]]
    assert offered(sends(decision)[0]) == [("keep", ""), ("plan", ""), ("otherwise", "")]
    assert here.conversation.focus is None


def test_a_call_never_asked_about_gets_its_first_message_with_its_plan() -> None:
    call = a_call()
    decision, here = play(a_situation(call), submits_plan(call, **ANSWERS))
    first = sends(decision)[0]
    assert (first.id, first.message) == (f"{call.id}/plan", plan_shown(planned(call)))
    assert first.helps_until == call.starts_at
    assert call_in(here, call).anchor == first.id


def test_the_deal_size_given_in_the_form_is_kept() -> None:
    here = with_size(a_situation(CALL), None)
    _, here = play(here, submits_plan(CALL, **ANSWERS, size="small"))
    assert here.opportunities[CALL.opportunity_id].size == "small"


def test_a_forged_deal_size_does_not_change_a_known_one() -> None:
    _, here = play(a_situation(CALL), submits_plan(CALL, **ANSWERS, size="small"))
    assert here.opportunities[CALL.opportunity_id].size == "large"


def test_while_the_deal_size_is_unknown_the_verdict_asks_for_it() -> None:
    decision = decide(submits_plan(CALL, **ANSWERS), with_size(a_situation(CALL), None))
    assert said(decision) == [
        ["feedback-objective", "feedback-question", "ask-size", "ask-fallback"]
    ]
    assert ("size", "small") in offered(sends(decision)[0])


@pytest.mark.parametrize(
    "answers,errors",
    [
        ({"objective": " "}, {"objective": text("error-required")}),
        ({"objective": "a\0b"}, {"objective": text("error-characters")}),
        (
            {"question": "x" * 40_000},
            {"question": text("error-too-long", length=40_000, limit=500)},
        ),
    ],
)
def test_a_form_is_taken_whole_or_not_at_all(
    answers: dict[str, str], errors: dict[str, object]
) -> None:
    decision = decide(submits_plan(CALL, **(ANSWERS | answers)), a_situation(CALL))
    assert decision.reply == Reject(errors)  # type: ignore[arg-type]  # a table's own type
    assert (decision.saves, decision.actions) == ((), ())


def test_a_problem_that_the_form_only_showed_is_no_answer() -> None:
    here = a_situation(CALL)
    known = replace(an_opportunity(size="large"), problem=TROUBLE)
    here = replace(here, opportunities={known.id: known})
    _, here = play(here, submits_plan(CALL, **ANSWERS))
    assert call_in(here, CALL).plan == replace(GOOD_PLAN, problem="")


def test_the_same_form_twice_changes_nothing_the_second_time() -> None:
    _, once = play(a_situation(CALL), submits_plan(CALL, **ANSWERS))
    _, twice = play(once, submits_plan(CALL, **ANSWERS))
    assert call_in(twice, CALL).plan == call_in(once, CALL).plan


def test_a_plan_comes_too_late_once_the_call_has_begun() -> None:
    here = a_situation(CALL, now=CALL.starts_at)
    decision = decide(submits_plan(CALL, **ANSWERS), here)
    assert decision.reply == Reject({"objective": text("error-too-late-to-plan")})
    assert saved(decision, Call) == ()


def test_a_plan_for_a_call_cancelled_meanwhile_is_kept_for_the_next_one() -> None:
    off = replace(CALL, standing="cancelled", cancelled_at=NOW)
    decision, here = play(a_situation(off), submits_plan(off, **ANSWERS))
    assert call_in(here, off) == planned(off)
    assert [one.message for one in sends(decision)] == [cancelled(planned(off))]


def test_a_form_for_a_call_of_somebody_else_is_answered() -> None:
    decision = decide(submits_plan(a_call(key="else"), **ANSWERS), a_situation(CALL))
    assert said(decision) == [["not-here-any-more"]]


def test_a_form_of_an_unknown_kind_is_answered() -> None:
    event = Submitted(kind="order", about=str(CALL.id), answers={})
    assert said(decide(event, a_situation(CALL))) == [["not-here-any-more"]]


@pytest.mark.parametrize(
    "call,now,says_so",
    [
        (CALL, CALL.starts_at, ["too-late-to-plan"]),
        (replace(CALL, standing="cancelled"), NOW, ["cancelled"]),
        (replace(CALL, standing="unsure"), NOW, ["unsure-ask"]),
    ],
)
@pytest.mark.parametrize("verb", ["plan", "find", "keep", "snooze", "unskip", "skip", "carry"])
def test_an_old_button_says_why_there_is_nothing_to_plan(
    verb: str, call: Call, now: object, says_so: list[str]
) -> None:
    here = a_situation(call, now=now)
    decision = decide(taps(verb, call), here)
    assert saved(decision, Call) == ()
    assert set(says_so) <= set(said(decision)[0])


# ---- keep, size, reading -----------------------------------------------------------------------


def test_keep_ends_the_talk_about_the_plan() -> None:
    call = planned(CALL, WEAK_PLAN)
    talk = Conversation(rep_id=a_rep().id, focus=focus(call, "objective", "question"))
    decision, here = play(a_situation(call, conversation=talk), taps("keep", call, on=VERDICT))
    assert call_in(here, call).plan.kept
    assert here.conversation.focus is None
    message = shown(decision)[VERDICT]
    assert (offered(message), message.blocks[-1].text.key) == ([], "kept")  # type: ignore[union-attr]  # a line


def test_keep_leaves_the_talk_about_another_call_alone() -> None:
    call, other = planned(CALL), a_call("Nordwind", key="nord")
    talk = Conversation(rep_id=a_rep().id, focus=focus(other, "question"))
    _, here = play(a_situation(call, other, conversation=talk), taps("keep", call))
    assert here.conversation.focus == focus(other, "question")


def test_keep_on_nothing_does_nothing() -> None:
    decision = decide(taps("keep", CALL), a_situation(CALL))
    assert (decision.saves, decision.actions) == ((), ())


def test_in_a_small_deal_a_problem_question_is_enough() -> None:
    call = planned(CALL, replace(WEAK_PLAN, objective=ADVANCE))
    here = with_size(a_situation(call), None)
    decision, here = play(here, taps("size", call, "small", on=VERDICT))
    lines = [block.text for block in shown(decision)[VERDICT].blocks[:2]]  # type: ignore[union-attr]  # a line
    assert lines == [
        text("feedback-objective", reason=text("advice-advance-small")),
        text("feedback-question", reason=text("advice-problem-small")),
    ]
    assert here.opportunities[call.opportunity_id].size == "small"


def first_line(decision: Decision) -> Text:
    """What is said first."""
    line = sends(decision)[0].message.blocks[0]
    assert isinstance(line, Line)
    return line.text


def test_an_order_is_right_in_a_small_deal_and_asked_about_in_a_large_one() -> None:
    call = planned(CALL, Plan(objective="They sign the order", problem=TROUBLE))
    answers = {"objective": "They sign the order", "problem": TROUBLE}
    large = decide(submits_plan(call, **answers), a_situation(call))
    small = decide(submits_plan(call, **answers), with_size(a_situation(call), "small"))
    assert said(large) == said(small) == [["feedback-objective", "ask-fallback"]]
    assert first_line(large) == text("feedback-objective", reason=text("advice-order-large"))
    assert offered(sends(large)[0])[:2] == [("clear", ""), ("plan", "")]
    assert first_line(small) == text("feedback-objective", reason=text("advice-order-small"))


def test_nothing_open_before_the_order_asks_for_a_fallback() -> None:
    decision, here = play(a_situation(CALL), taps("clear", CALL))
    assert said(decision) == [["order-clear", "ask-fallback"]]
    assert here.conversation.focus == focus(CALL, "fallback")


UNSURE = Plan(objective="Jens and the dashboard", problem=TROUBLE, question="Changeovers?")


def test_a_text_read_two_ways_is_put_to_the_rep() -> None:
    answers = {
        "objective": UNSURE.objective,
        "problem": TROUBLE,
        "question": UNSURE.question,
    }
    decision = decide(submits_plan(CALL, **answers), a_situation(CALL))
    assert said(decision) == [["two-ways-objective", "two-ways-question"]]
    assert offered(sends(decision)[0])[:4] == [
        ("reading", "objective:vague"),
        ("reading", "objective:advance"),
        ("reading", "question:problem"),
        ("reading", "question:implication"),
    ]


def test_the_rep_says_which_reading_is_meant() -> None:
    call = planned(CALL, UNSURE)
    talk = Conversation(rep_id=a_rep().id, focus=focus(call, "objective", "question"))
    here = a_situation(call, conversation=talk)
    decision, here = play(here, taps("reading", call, "objective:advance", on=VERDICT))
    assert call_in(here, call).plan == replace(UNSURE, objective_as="advance")
    first = shown(decision)[VERDICT].blocks[0]
    assert first.text == text(  # type: ignore[union-attr]  # a line
        "feedback-objective", reason=text("judge-objective-advance-bare")
    )
    assert here.conversation.focus == replace(focus(call, "question"), judged=True)


@pytest.mark.parametrize(
    "value", ["objective:best", "question:order", "problem:vague", "objective", ":", "", "x" * 999]
)
def test_a_reading_that_was_not_offered_is_not_taken(value: str) -> None:
    call = planned(CALL, UNSURE)
    _, here = play(a_situation(call), taps("reading", call, value, on=VERDICT))
    assert call_in(here, call) == call


def test_an_old_reading_does_not_overrule_words_that_are_clear_now() -> None:
    call = planned(CALL, replace(UNSURE, objective=SELLER))
    _, here = play(a_situation(call), taps("reading", call, "objective:advance", on=VERDICT))
    assert call_in(here, call) == call


def test_a_new_wording_forgets_how_the_old_was_read() -> None:
    call = planned(CALL, replace(UNSURE, objective_as="advance", question_as="implication"))
    _, here = play(a_situation(call), submits_plan(call, **ANSWERS))
    assert (call_in(here, call).plan.objective_as, call_in(here, call).plan.question_as) == ("", "")


def test_an_unsure_verdict_without_a_second_reading_says_perhaps() -> None:
    call = planned(CALL, Plan(objective="Hm", problem=TROUBLE, question=IMPLICATION))
    perhaps = replace(a_verdict("objective", "vague"), sure=False)
    judge = FixedJudge(known={("objective", "Hm"): perhaps})
    answers = {"objective": "Hm", "problem": TROUBLE, "question": IMPLICATION}
    decision = decide(submits_plan(call, **answers), a_situation(call, judge=judge))
    assert said(decision) == [["feedback-objective-perhaps", "feedback-question"]]


def test_a_verdict_is_edited_only_where_the_message_is_this_reps() -> None:
    call = planned(CALL, WEAK_PLAN)
    foreign = f"{a_call(key='else').id}/prompt/20261126T1300Z"
    assert shown(decide(taps("keep", call, on=foreign), a_situation(call))) == {}


# ---- find, skip, snooze, carry -----------------------------------------------------------------


def test_help_to_find_a_question_begins_with_a_trouble_and_goes_on_from_it() -> None:
    first, here = play(a_situation(CALL), taps("find", CALL))
    assert said(first) == [["find-problem"]]
    second, here = play(here, says(TROUBLE))
    assert said(second) == [["find-difficulties", "find-question"]]
    third, here = play(here, says(IMPLICATION))
    assert said(third) == [["chat-objective"]]
    assert call_in(here, CALL).plan == Plan(problem=TROUBLE, question=IMPLICATION)


def test_help_starts_from_the_trouble_that_is_known() -> None:
    known = replace(an_opportunity(size="large"), problem=TROUBLE)
    here = a_situation(CALL, opportunities={known.id: known})
    decision, here = play(here, taps("find", CALL))
    assert said(decision) == [["find-difficulties", "find-question"]]
    assert here.conversation.focus == focus(CALL, "question")


@pytest.mark.parametrize(
    "value,until",
    [("15m", at("11:15")), ("1h", at("12:00")), ("before", at("13:30"))],
)
def test_a_snooze_that_fits_is_shown_in_the_prompt(value: str, until: datetime) -> None:
    decision, here = play(a_situation(CALL), taps("snooze", CALL, value))
    assert call_in(here, CALL) == replace(CALL, snoozed_until=until)
    assert "snoozed-until" in [
        block.text.key for block in shown(decision)[CALL.anchor].blocks if hasattr(block, "text")
    ]


@pytest.mark.parametrize("value", ["1h", "before", "1d", "", "x" * 999])
def test_a_snooze_that_no_longer_fits_or_never_was_is_not_taken(value: str) -> None:
    here = a_situation(CALL, now=at("13:20"))
    decision, here = play(here, taps("snooze", CALL, value))
    assert call_in(here, CALL) == CALL
    assert ("snooze", value) not in offered(shown(decision)[CALL.anchor])


def test_a_snoozed_call_is_one_to_ask_about_again() -> None:
    skipped = replace(CALL, standing="skipped")
    _, here = play(a_situation(skipped), taps("snooze", skipped, "1h"))
    assert call_in(here, skipped).standing == "on"


def test_a_skipped_call_can_be_planned_after_all() -> None:
    skipped = replace(CALL, standing="skipped")
    decision, here = play(a_situation(skipped), taps("unskip", skipped, on=CALL.anchor))
    assert isinstance(decision.reply, ShowForm)
    assert call_in(here, skipped) == CALL
    assert ("plan", "") in offered(shown(decision)[CALL.anchor])


def test_planning_a_call_that_was_taught_away_takes_the_lesson_back_for_it() -> None:
    skipped = replace(CALL, standing="skipped")
    away = Lesson(scope="series", value=CALL.series, coached=False)
    here = a_situation(skipped, rules=Rules(lessons=(away,)))
    decision = decide(submits_plan(skipped, **ANSWERS), here)
    assert saved(decision, Lesson) == (Lesson(scope="occurrence", value=CALL.key, coached=True),)


def carried_from() -> Call:
    off = a_call(key="halden-0", starts_at=at("09:00", day=25), ends_at=at("10:00", day=25))
    return replace(planned(off), standing="cancelled", cancelled_at=at("08:00", day=25))


def test_the_plan_of_a_cancelled_call_is_used_for_the_next_one() -> None:
    spare = carried_from()
    told_in = f"{spare.id}/cancelled/20261125T0800Z"
    here = a_situation(spare, CALL)
    decision, here = play(here, taps("carry", CALL, str(spare.id), on=told_in))
    assert call_in(here, CALL).plan == GOOD_PLAN
    assert shown(decision) == {
        CALL.anchor: plan_shown(planned(CALL)),
        told_in: plan_shown(planned(CALL)),
    }
    assert said(decision) == [["feedback-objective", "feedback-question", "ask-fallback"]]


def test_a_carried_plan_does_not_replace_one_made_meanwhile() -> None:
    spare, call = carried_from(), planned(CALL, WEAK_PLAN)
    decision, here = play(a_situation(spare, call), taps("carry", call, str(spare.id)))
    assert call_in(here, call) == call
    assert [one.message for one in sends(decision)] == [plan_shown(call)]


@pytest.mark.parametrize(
    "spare",
    [
        replace(carried_from(), standing="on"),
        replace(carried_from(), plan=Plan()),
        replace(carried_from(), opportunity_id=an_opportunity("Nordwind").id),
        None,
    ],
)
def test_only_a_cancelled_plan_for_the_same_customer_can_be_carried(spare: Call | None) -> None:
    here = a_situation(*((spare,) if spare else ()), CALL)
    decision, here = play(here, taps("carry", CALL, str(carried_from().id)))
    assert said(decision) == [["not-here-any-more"]]
    assert call_in(here, CALL) == CALL


def test_what_a_skipped_call_shows_can_be_undone() -> None:
    assert offered(set_aside(CALL)) == [("unskip", "")]


def test_what_a_begun_call_shows_has_no_buttons() -> None:
    assert offered(started(CALL)) == []
