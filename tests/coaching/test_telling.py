"""What is said when a nudge's moment has come, and what is not said any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from coaching.actions import Send
from coaching.agenda import morning
from coaching.calls import Call, Plan, Promise
from coaching.conversation import Conversation, Focus, Talk
from coaching.decide import decide
from coaching.ids import prompt_id, review_ask_id
from coaching.messages import Small, text
from coaching.nudge import Told
from coaching.people import Policy, Rep
from coaching.prepare import asked_below, cue, prompt
from coaching.promises import check
from coaching.review import ask
from coaching.turn import Situation
from tests.coaching.world import (
    ADVANCE,
    GOOD_PLAN,
    NOW,
    WEAK_PLAN,
    a_call,
    a_rep,
    a_situation,
    asked,
    at,
    call_in,
    comes_due,
    keys,
    offered,
    planned,
    play,
    said,
    saved,
    says,
    sends,
    shown,
)

CALL = a_call()
ID = str(CALL.id)
PROMPT_DUE = comes_due("prompt", ID, CALL.starts_at, NOW)


def talking(focus: Focus) -> Conversation:
    return Conversation(rep_id=a_rep().id, version=7, focus=focus)


def test_the_prompt_comes_at_its_moment_and_starts_the_thread() -> None:
    decision, here = play(a_situation(CALL), PROMPT_DUE)
    assert decision.actions == (
        Send(
            id=prompt_id(CALL),
            message=prompt(CALL, a_situation(CALL)),
            helps_until=CALL.starts_at,
        ),
    )
    assert call_in(here, CALL) == asked(CALL)
    assert saved(decision, Told) == (Told(kind="prompt", about=ID, start=CALL.starts_at, at=NOW),)


def test_the_same_nudge_twice_is_said_once() -> None:
    _, here = play(a_situation(CALL), PROMPT_DUE)
    assert decide(PROMPT_DUE, here).actions == ()


@pytest.mark.parametrize(
    "call",
    [
        planned(CALL),
        replace(CALL, standing="cancelled"),
        replace(CALL, starts_at=at("14:30"), ends_at=at("15:30")),
    ],
)
def test_a_nudge_that_helps_no_longer_is_not_said(call: Call) -> None:
    assert decide(PROMPT_DUE, a_situation(call)).actions == ()


@pytest.mark.parametrize(
    "here",
    [
        a_situation(CALL, now=NOW - timedelta(minutes=1)),
        a_situation(CALL, work=None),
        a_situation(CALL, rep=a_rep(paused_until=at("18:00"))),
        a_situation(),
    ],
)
def test_nothing_is_said_before_its_moment_nor_where_nothing_may_be(here: Situation) -> None:
    assert decide(PROMPT_DUE, here).actions == ()


def test_a_call_moved_far_is_asked_for_again_and_the_first_prompt_points_there() -> None:
    before = asked(replace(CALL, starts_at=at("12:00"), ends_at=at("13:00")))
    moved = replace(before, starts_at=CALL.starts_at, ends_at=CALL.ends_at)
    decision, here = play(a_situation(moved), PROMPT_DUE)
    assert [one.id for one in sends(decision)] == [prompt_id(CALL)]
    assert shown(decision) == {before.anchor: asked_below(moved)}
    assert call_in(here, moved).asked_start == CALL.starts_at


def test_the_reminder_comes_once_and_a_snoozed_one_says_that_it_was_asked_for() -> None:
    call = asked(CALL, at("09:00"))
    usual = comes_due("reminder", ID, CALL.starts_at, at("13:15"))
    decision = decide(usual, a_situation(call, now=at("13:15")))
    assert said(decision) == [["call-heading", "reminder", "why-reminder"]]
    assert offered(sends(decision)[0]) == [("plan", ""), ("skip", "")]
    snoozed = replace(call, snoozed_until=at("12:00"))
    chosen = comes_due("reminder", ID, at("12:00"), at("12:00"))
    decision = decide(chosen, a_situation(snoozed, now=at("12:00")))
    assert said(decision) == [["call-heading", "reminder-snoozed", "why-reminder"]]


def test_the_cue_card_comes_for_a_planned_call() -> None:
    call = planned(asked(CALL))
    due = comes_due("cue", ID, CALL.starts_at, at("13:50"))
    decision = decide(due, a_situation(call, now=at("13:50")))
    assert decision.actions == (
        Send(
            id=f"{ID}/cue/20261126T1300Z",
            message=cue(call, Policy().cue_before),
            helps_until=CALL.starts_at,
        ),
    )


def test_the_review_is_asked_in_the_thread_of_the_plan_and_reminded_of_once() -> None:
    call = planned(asked(CALL))
    due = comes_due("review", ID, CALL.starts_at, at("15:10"))
    decision, here = play(a_situation(call, now=at("15:10")), due)
    assert decision.actions == (
        Send(id=review_ask_id(call), message=ask(call, Policy()), thread=call.anchor),
    )
    assert call_in(here, call).review_asked_at == at("15:10")
    morning_after = comes_due("review_reminder", ID, CALL.starts_at, at("08:30", day=27))
    reminded = decide(morning_after, replace(here, now=at("08:30", day=27)))
    assert [one.message for one in sends(reminded)] == [
        ask(call_in(here, call), Policy(), reminder=True)
    ]


def test_a_planned_call_that_was_cancelled_is_told_with_its_plan_for_the_next_one() -> None:
    off = replace(planned(asked(CALL)), standing="cancelled", cancelled_at=NOW)
    following = a_call(key="next", starts_at=at("10:00", day=30), ends_at=at("11:00", day=30))
    due = comes_due("cancelled", ID, CALL.starts_at, NOW)
    offers = decide(due, a_situation(off, following))
    assert said(offers) == [["cancelled-told", "plan-for-next", "why-cancelled"]]
    assert offered(sends(offers)[0]) == [("carry", str(off.id))]
    keeps = decide(due, a_situation(off, planned(following)))
    assert said(keeps) == [["cancelled-told", "plan-is-kept", "why-cancelled"]]


def test_a_promise_is_asked_after_in_a_message_of_its_call() -> None:
    promise = Promise(
        id=UUID(int=9),
        call_id=CALL.id,
        rep_id=a_rep().id,
        opportunity_id=CALL.opportunity_id,
        text=ADVANCE,
        due_on=date(2026, 11, 25),
    )
    start = at("01:00", day=25)
    due = comes_due("promise", str(promise.id), start, at("08:30"))
    here = a_situation(promises=(promise,), now=at("08:30"))
    assert decide(due, here).actions == (
        Send(
            id=f"{CALL.id}/promise/20261125T0000Z",
            message=check(promise, date(2026, 11, 26)),
            helps_until=at("08:30", day=29),
        ),
    )


def test_a_link_that_fails_is_told_with_the_reason() -> None:
    talk = Conversation(rep_id=a_rep().id, failed_links={"link": ("calendar-away", NOW)})
    due = comes_due("link", "link", NOW, NOW)
    decision = decide(due, a_situation(conversation=talk))
    assert said(decision) == [["calendar-away", "calendar-what-is-known", "why-calendar"]]


# ---- the agenda --------------------------------------------------------------------------------

DAY = tuple(
    a_call(name, key=name, starts_at=at(f"{hour}:00"), ends_at=at(f"{hour + 1}:00"))
    for name, hour in (("Halden Paper", 13), ("Nordwind", 15), ("Altbau", 17))
)
AGENDA_DUE = comes_due("agenda", "2026-11-26", DAY[0].starts_at, at("08:30"))


def test_the_agenda_asks_about_all_calls_of_the_day_at_once() -> None:
    decision, here = play(a_situation(*DAY, now=at("08:30")), AGENDA_DUE)
    assert decision.actions == (
        Send(
            id=f"{a_rep().id}/agenda/2026-11-26",
            message=morning(DAY, date(2026, 11, 26)),
            helps_until=DAY[-1].starts_at,
        ),
    )
    assert here.calls == tuple(
        replace(call, asked_at=at("08:30"), asked_start=call.starts_at) for call in DAY
    )
    assert here.conversation.agenda == tuple(call.id for call in DAY)
    assert {nudge.kind for nudge in decision.nudges or ()} == {"review"}


def test_the_agenda_is_answered_with_a_number_and_then_a_plan() -> None:
    here = a_situation(*DAY, now=at("08:30"))
    _, here = play(here, AGENDA_DUE, says("2"), says(ADVANCE))
    assert call_in(here, DAY[1]).plan.objective == ADVANCE


def test_an_answer_to_the_agenda_without_a_call_is_asked_which() -> None:
    decision, _ = play(a_situation(*DAY, now=at("08:30")), AGENDA_DUE, says(ADVANCE))
    assert said(decision) == [["ask-which"]]


# ---- what the rep was about to answer ----------------------------------------------------------

OTHER = planned(asked(a_call("Nordwind", key="n", starts_at=at("16:00"), ends_at=at("17:00"))))


def test_what_could_still_be_added_to_another_plan_is_let_go() -> None:
    focus = Focus(topic="plan", call_id=OTHER.id, field="fallback")
    here = a_situation(CALL, OTHER, conversation=talking(focus))
    _, here = play(here, PROMPT_DUE)
    assert here.conversation.focus is None
    _, here = play(here, says(ADVANCE))
    assert (call_in(here, CALL).plan.objective, call_in(here, OTHER).plan) == (ADVANCE, GOOD_PLAN)


def test_what_is_to_be_answered_elsewhere_stays_open_beside_the_new_question() -> None:
    weak = planned(OTHER, WEAK_PLAN)
    focus = Focus(topic="plan", call_id=weak.id, field="objective", then=("question",))
    here = a_situation(CALL, weak, conversation=talking(focus))
    _, here = play(here, PROMPT_DUE)
    assert here.conversation.focus == replace(focus, interrupted=True)
    decision, _ = play(here, says(ADVANCE))
    assert said(decision) == [["ask-which"]]


def test_a_reminder_of_the_call_in_focus_changes_nothing() -> None:
    call = asked(CALL, at("09:00"))
    focus = Focus(topic="plan", call_id=call.id)
    here = a_situation(call, now=at("13:15"), conversation=talking(focus))
    due = comes_due("reminder", ID, CALL.starts_at, at("13:15"))
    _, here = play(here, due)
    assert here.conversation.focus == focus


# ---- unsure ------------------------------------------------------------------------------------


def test_an_entry_without_attendees_is_asked_about_in_the_prompts_place() -> None:
    call = replace(CALL, standing="unsure")
    decision, here = play(a_situation(call), PROMPT_DUE)
    assert said(decision) == [["unsure-heading", "unsure-ask", "why-unsure"]]
    assert here.conversation.series_asked == {CALL.series}


def test_what_comes_for_a_plan_without_a_question_names_the_aim_alone() -> None:
    call = planned(asked(CALL), Plan(objective=ADVANCE))
    due = comes_due("cue", ID, CALL.starts_at, at("13:50"))
    decision = decide(due, a_situation(call, now=at("13:50")))
    assert [keys(one) for one in sends(decision)] == [["cue-heading", "cue-objective", "why-cue"]]
    assert saved(decision, Rep) == ()


def test_today_is_the_reps_date_and_utcs_until_their_zone_is_known() -> None:
    late = a_situation(now=at("23:30") + timedelta(hours=1))
    assert (late.today, replace(late, work=None).today) == (date(2026, 11, 27), date(2026, 11, 26))


def test_the_cue_card_says_when_it_comes_as_the_policy_has_it() -> None:
    call = planned(asked(CALL))
    due = comes_due("cue", ID, CALL.starts_at, at("13:40"))
    policy = Policy(cue_before=timedelta(minutes=20))
    decision = decide(due, a_situation(call, now=at("13:40"), policy=policy))
    small = Small(text("why-cue", before=text("length-minutes", minutes=20)))
    assert [one.message.blocks[-1] for one in sends(decision)] == [small]


def test_a_talk_of_the_method_ends_when_the_coach_asks_about_a_call() -> None:
    talk = Talk(topic="chain", about="nobody", asks="problem")
    asked_before = Conversation(rep_id=a_rep().id, version=7, greeted=True, talk=talk)
    _, here = play(a_situation(CALL, conversation=asked_before), PROMPT_DUE)
    assert here.conversation.talk is None
    _, here = play(here, says(ADVANCE))
    assert call_in(here, CALL).plan.objective == ADVANCE


def test_a_talk_that_no_topic_knows_takes_no_answer() -> None:
    talk = Talk(topic="former", asks="something")
    asked_before = Conversation(rep_id=a_rep().id, version=7, greeted=True, talk=talk)
    decision, _ = play(a_situation(conversation=asked_before), says("line 2 stops"))
    assert [keys(one) for one in sends(decision)] == [["not-understood"]]
