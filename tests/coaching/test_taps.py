"""Taps as such: old ones, foreign ones, forged ones; none is dropped, none reaches too far."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.actions import Edit, ShowForm
from coaching.calls import Call, Review
from coaching.decide import decide
from coaching.events import Tapped
from coaching.ids import owner_of
from coaching.messages import Tap
from coaching.prepare import prompt
from coaching.turn import Situation
from tests.coaching.world import (
    NOW,
    a_call,
    a_rep,
    a_situation,
    asked,
    at,
    call_in,
    offered,
    planned,
    play,
    said,
    sends,
    taps,
)

VERBS = (
    *("settings", "pause", "resume", "promise", "plan", "review", "skip", "which", "not_sales"),
    *("teach", "unteach", "sales", "go_on", "find", "unskip", "snooze", "keep", "size"),
    *("reading", "clear", "carry", "held", "decide", "more", "by", "nothing_new", "enough"),
    *("asked", "share", "snooze_review", "otherwise", "see_as", "never_mind", "specific"),
    *("tell", "keep_back", "connect", "unlink", "stages", "stages_fine", "stages_closes"),
)
ABOUT_SOMETHING = [verb for verb in VERBS[3:] if verb != "connect"]
CALL = asked(a_call())
OVER = a_call("Altbau", key="alt", starts_at=at("09:00", day=25), ends_at=at("10:00", day=25))
FOREIGN = a_call("Elsewhere", key="else")


def test_a_tap_on_settings_opens_them() -> None:
    assert isinstance(decide(taps("settings"), a_situation()).reply, ShowForm)


def test_a_tap_on_review_opens_its_form() -> None:
    assert isinstance(decide(taps("review", OVER), a_situation(OVER)).reply, ShowForm)


@pytest.mark.parametrize("verb", [*ABOUT_SOMETHING, "no_such_verb", ""])
def test_a_tap_for_a_call_of_somebody_else_is_answered_and_changes_nothing(verb: str) -> None:
    decision = decide(taps(verb, FOREIGN, "kept"), a_situation(CALL))
    assert said(decision) == [["not-here-any-more"]]
    assert decision.saves == ()


@pytest.mark.parametrize("verb", ["no_such_verb", "", "x" * 40_000])
def test_a_verb_that_is_none_is_answered(verb: str) -> None:
    assert said(decide(taps(verb, CALL), a_situation(CALL))) == [["not-here-any-more"]]


@pytest.mark.parametrize("verb", ["held", "decide", "more", "by", "enough", "share", "asked"])
def test_a_review_cannot_be_tapped_before_the_call_is_over(verb: str) -> None:
    assert said(decide(taps(verb, CALL, "agreed"), a_situation(CALL))) == [["review-is-closed"]]


TOLD = Review(held="other", happened="They act", outcome="advance", elsewhere="Ask who else")


@pytest.mark.parametrize(
    "verb,value,before",
    [
        ("held", "nothing", TOLD),
        ("decide", "continuation", TOLD),
        ("nothing_new", "", TOLD),
        ("enough", "", TOLD),
        ("asked", "some", TOLD),
        ("share", "yes", TOLD),
        ("snooze_review", "1h", Review()),
    ],
)
def test_every_tap_of_a_review_finds_its_way(verb: str, value: str, before: Review) -> None:
    over = replace(OVER, review=before)
    _, here = play(a_situation(over), taps(verb, over, value))
    assert call_in(here, over) != over


@pytest.mark.parametrize("verb", ["more", "by"])
def test_a_tap_that_wants_words_turns_to_that_review(verb: str) -> None:
    over = replace(OVER, review=TOLD)
    _, here = play(a_situation(over), taps(verb, over))
    focus = here.conversation.focus
    assert (focus and focus.topic, focus and focus.call_id) == ("review", over.id)


def test_the_buttons_of_a_prompt_are_all_known() -> None:
    assert {verb for verb, _ in offered(prompt(CALL, a_situation(CALL)))} <= set(VERBS)


texts = st.one_of(
    st.sampled_from(["", "series", "customer", "small", "agreed", "1h", "objective:advance"]),
    st.text(max_size=20),
)
messages = st.sampled_from(
    [
        "",
        CALL.anchor,
        f"{FOREIGN.id}/prompt/20261126T1300Z",
        f"{a_rep().id}/said/3",
        "/",
        "week of 2026-11-23",
    ]
)


def worlds() -> st.SearchStrategy[Situation]:
    standings = st.sampled_from(["on", "skipped", "cancelled", "unsure"])
    calls = st.builds(
        lambda standing, made: replace(planned(CALL) if made else CALL, standing=standing),
        standings,
        st.booleans(),
    )
    moments = st.sampled_from([NOW, CALL.starts_at, CALL.ends_at])
    return st.builds(lambda call, now: a_situation(call, OVER, now=now), calls, moments)


@given(worlds(), st.sampled_from(VERBS), texts, messages)
def test_no_tap_reaches_a_message_that_is_not_this_reps(
    here: Situation, verb: str, value: str, on: str
) -> None:
    event = Tapped(tap=Tap(verb=verb, about=str(CALL.id), value=value), message=on)
    decision = decide(event, here)
    owners = {owner_of(one.id) for one in decision.actions if isinstance(one, Edit)}
    assert owners <= {str(CALL.id), str(OVER.id), str(a_rep().id)}
    assert all(one.rep_id == a_rep().id for one in decision.saves if isinstance(one, Call))


@given(worlds(), st.sampled_from(VERBS), texts)
def test_a_tap_never_brings_a_cancelled_call_back(here: Situation, verb: str, value: str) -> None:
    _, later = play(here, taps(verb, CALL, value, on=CALL.anchor))
    was_off = call_in(here, CALL).standing == "cancelled"
    assert not was_off or call_in(later, CALL).standing == "cancelled"


@given(worlds(), st.sampled_from(VERBS), texts)
def test_no_message_is_sent_twice_under_one_id(here: Situation, verb: str, value: str) -> None:
    sent = [one.id for one in sends(decide(taps(verb, CALL, value), here))]
    assert len(sent) == len(set(sent))
