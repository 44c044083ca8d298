"""What is a sales call and what is not, as the rep teaches it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import pytest

from coaching.calls import Call, Review
from coaching.conversation import Conversation, Focus
from coaching.decide import decide
from coaching.meetings import Lesson, Rules
from coaching.prepare import as_it_stands, prompt, started
from coaching.turn import Situation, after
from tests.coaching.world import (
    NOW,
    a_call,
    a_rep,
    a_situation,
    an_opportunity,
    asked,
    at,
    call_in,
    keys,
    offered,
    play,
    saved,
    sends,
    shown,
    taps,
)

Scope = Literal["occurrence", "series", "customer"]
SERIES = asked(a_call(key="weekly#1"))
NEXT = a_call(key="weekly#2", starts_at=at("14:00", day=30), ends_at=at("15:00", day=30))
SAME_CUSTOMER = a_call(key="once", starts_at=at("09:00", day=27), ends_at=at("10:00", day=27))
OTHER = a_call("Nordwind", key="nord", starts_at=at("16:00"), ends_at=at("17:00"))
ALL = (SERIES, NEXT, SAME_CUSTOMER, OTHER)
ASKED_IN = f"{a_rep().id}/teach/{SERIES.id}/7"


def lesson(scope: Scope, value: str, *, coached: bool = False) -> Lesson:
    return Lesson(scope=scope, value=value, coached=coached)


def skipped_in(here: Situation) -> set[str]:
    return {call.key for call in here.calls if call.standing == "skipped"}


def test_not_a_sales_call_asks_how_far_that_reaches() -> None:
    decision = decide(taps("not_sales", SERIES), a_situation(SERIES))
    assert offered(sends(decision)[0]) == [
        ("teach", "occurrence"),
        ("teach", "series"),
        ("teach", "customer"),
    ]
    assert sends(decision)[0].id == ASKED_IN


def test_a_single_meeting_is_no_series() -> None:
    decision = decide(taps("not_sales", OTHER), a_situation(OTHER))
    assert offered(sends(decision)[0]) == [("teach", "occurrence"), ("teach", "customer")]


def test_a_customer_known_by_a_title_alone_cannot_be_left_out_as_such() -> None:
    by_title = an_opportunity()
    by_title = replace(by_title, customer=replace(by_title.customer, key="title:line 2"))
    here = a_situation(OTHER, opportunities={OTHER.opportunity_id: by_title})
    assert offered(sends(decide(taps("not_sales", OTHER), here))[0]) == [("teach", "occurrence")]
    assert decide(taps("teach", OTHER, "customer"), here).saves == ()


@pytest.mark.parametrize(
    "scope,value,reached",
    [
        ("occurrence", "weekly#1", {"weekly#1"}),
        ("series", "weekly", {"weekly#1", "weekly#2"}),
        ("customer", "halden.example", {"weekly#1", "weekly#2", "once"}),
    ],
)
def test_what_is_no_sales_call_is_left_alone_as_far_as_the_rep_said(
    scope: Scope, value: str, reached: set[str]
) -> None:
    decision, here = play(a_situation(*ALL), taps("teach", SERIES, scope, on=ASKED_IN))
    assert saved(decision, Lesson) == (lesson(scope, value),)
    assert skipped_in(here) == reached
    assert set(shown(decision)) == {SERIES.anchor, ASKED_IN}
    assert keys(shown(decision)[ASKED_IN]) == [f"taught-{scope}"]
    assert offered(shown(decision)[SERIES.anchor]) == [("unteach", scope)]


@pytest.mark.parametrize("value", ["", "everything", "x" * 999])
def test_a_forged_reach_teaches_nothing(value: str) -> None:
    for verb in ("teach", "unteach"):
        decision = decide(taps(verb, SERIES, value), a_situation(SERIES))
        assert (decision.saves, decision.actions) == ((), ())


def test_teaching_after_the_call_spares_its_review_but_no_other() -> None:
    before = a_call(key="weekly#0", starts_at=at("14:00", day=24), ends_at=at("15:00", day=24))
    here = a_situation(before, *ALL, now=SERIES.ends_at)
    _, here = play(here, taps("teach", SERIES, "series"))
    assert skipped_in(here) == {"weekly#1", "weekly#2"}


def test_a_reviewed_call_stays_a_call() -> None:
    held = replace(SERIES, review=Review(held="signed"))
    _, here = play(a_situation(held, now=SERIES.ends_at), taps("teach", held, "series"))
    assert skipped_in(here) == set()


def test_a_cancelled_call_stays_cancelled() -> None:
    off = replace(SERIES, standing="cancelled")
    _, here = play(a_situation(off), taps("teach", off, "series"))
    assert call_in(here, off).standing == "cancelled"


def test_the_talk_about_what_is_left_out_ends_and_no_other() -> None:
    for call, left in ((SERIES, None), (OTHER, Focus(topic="plan", call_id=OTHER.id))):
        talk = Conversation(rep_id=a_rep().id, focus=Focus(topic="plan", call_id=call.id))
        _, here = play(a_situation(*ALL, conversation=talk), taps("teach", SERIES, "series"))
        assert here.conversation.focus == left


def test_it_can_be_taken_back() -> None:
    _, here = play(a_situation(*ALL), taps("teach", SERIES, "series"))
    decision, here = play(here, taps("unteach", SERIES, "series", on=ASKED_IN))
    assert saved(decision, Lesson) == (lesson("series", "weekly", coached=True),)
    assert skipped_in(here) == set()
    assert shown(decision)[SERIES.anchor] == as_it_stands(SERIES, here)
    assert keys(shown(decision)[ASKED_IN]) == ["coached-again"]


def test_taken_back_in_the_first_message_it_shows_the_prompt_again() -> None:
    _, here = play(a_situation(*ALL), taps("teach", SERIES, "occurrence"))
    decision, here = play(here, taps("unteach", SERIES, "occurrence", on=SERIES.anchor))
    assert list(shown(decision)) == [SERIES.anchor]
    assert offered(shown(decision)[SERIES.anchor])[1] == ("plan", "")


# ---- entries without attendees -----------------------------------------------------------------


def unsure(call: Call) -> Call:
    return replace(call, standing="unsure")


def test_a_yes_for_the_series_asks_for_the_plan_in_the_same_message() -> None:
    first, second = unsure(replace(SERIES, asked_at=at("08:30"))), unsure(NEXT)
    here = a_situation(first, second)
    decision, here = play(here, taps("sales", first, "series", on=first.anchor))
    assert saved(decision, Lesson) == (lesson("series", "weekly", coached=True),)
    assert call_in(here, first) == replace(first, standing="on", asked_at=NOW)
    assert call_in(here, second) == replace(second, standing="on")
    then = after(a_situation(first, second), decision.saves)
    assert shown(decision) == {first.anchor: prompt(call_in(here, first), then)}


def test_a_yes_for_this_one_leaves_the_others_open() -> None:
    first, second = unsure(SERIES), unsure(NEXT)
    decision, here = play(a_situation(first, second), taps("sales", first, "occurrence"))
    assert saved(decision, Lesson) == (lesson("occurrence", "weekly#1", coached=True),)
    assert call_in(here, second) == second


def test_a_yes_after_the_start_is_for_the_review_alone() -> None:
    first = unsure(SERIES)
    late = a_situation(first, now=at("14:20"))
    decision, here = play(late, taps("sales", first, "series"))
    assert call_in(here, first) == replace(first, standing="on")
    assert shown(decision) == {first.anchor: started(first)}


def test_no_for_the_series_leaves_it_out_for_good() -> None:
    first = unsure(SERIES)
    decision, here = play(a_situation(first), taps("teach", first, "series", on=first.anchor))
    assert saved(decision, Lesson) == (lesson("series", "weekly"),)
    assert call_in(here, first).standing == "skipped"
    assert offered(shown(decision)[first.anchor]) == [("unteach", "series")]


@pytest.mark.parametrize(
    "call,value",
    [(unsure(SERIES), "customer"), (unsure(SERIES), "all"), (SERIES, "series")],
)
def test_a_yes_that_was_not_asked_for_changes_nothing(call: Call, value: str) -> None:
    decision = decide(taps("sales", call, value), a_situation(call))
    assert (decision.saves, decision.actions) == ((), ())


def test_a_forged_message_is_never_edited_by_a_yes() -> None:
    first = unsure(SERIES)
    foreign = f"{a_call(key='else').id}/prompt/1"
    decision = decide(taps("sales", first, "series", on=foreign), a_situation(first))
    assert list(shown(decision)) == [first.anchor]


def test_a_skip_that_was_not_taught_needs_no_lesson_to_be_planned() -> None:
    skipped = replace(SERIES, standing="skipped")
    elsewhere = lesson("series", "another")
    here = a_situation(skipped, rules=Rules(lessons=(elsewhere,)))
    assert saved(decide(taps("unskip", skipped), here), Lesson) == ()
