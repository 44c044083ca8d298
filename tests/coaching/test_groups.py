"""Who is left alone, who is only asked for reviews, who only manages: what each of them gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from coaching.agenda import today, week, where
from coaching.decide import decide
from coaching.events import Brought, Commanded, Deleted, Joined, RepEvent, Submitted, Tapped
from coaching.groups import Unjudging
from coaching.home import home
from coaching.judge import Verdict
from coaching.messages import Tap
from coaching.nudge import Nudge
from coaching.nudges import pending
from coaching.review import review_form
from coaching.review_counts import asked_of, blocks
from coaching.turn import Situation
from tests.coaching.world import (
    TEAM,
    a_call,
    a_rep,
    a_situation,
    an_entry,
    asked,
    at,
    calendar_shows,
    edits,
    keys,
    offered,
    planned,
    play,
    said,
    saved,
    says,
    sends,
    taps,
)

DAY = timedelta(days=1)


def of_group(group: str, *calls: Any, **changes: Any) -> Situation:
    situation = a_situation(*calls, **changes)
    return replace(situation, rep=a_rep(group=group))


def unmet(situation: Situation) -> Situation:
    return replace(situation, conversation=replace(situation.conversation, greeted=False))


def a_manager(*calls: Any) -> Situation:
    return replace(a_situation(*calls), rep=a_rep(sells=False, manages=(TEAM.id,)))


def kinds(nudges: tuple[Nudge, ...]) -> list[str]:
    return [one.kind for one in nudges]


# ---- left alone --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "event", [Joined(), calendar_shows(an_entry()), edits("1", "x"), Deleted(source="1")]
)
def test_who_is_in_the_control_group_is_never_messaged(event: RepEvent) -> None:
    decision = decide(event, of_group("control", asked(a_call())))
    assert (decision.actions, decision.saves, decision.nudges) == ((), (), ())


@pytest.mark.parametrize(
    "event",
    [
        says("hello"),
        says("plan"),
        Commanded(name="plan"),
        taps("plan", a_call()),
        Submitted(kind="plan", about="", answers={}),
        Brought(text="How often?"),
    ],
)
def test_who_writes_all_the_same_is_told_why_there_is_no_more(event: RepEvent) -> None:
    decision = decide(event, of_group("control", asked(a_call())))
    assert said(decision) == [["group-control"]]
    assert decision.nudges == ()


def test_who_is_left_alone_may_ask_who_sees_what() -> None:
    (told,) = said(decide(says("privacy"), of_group("control")))
    assert told == ["settings-privacy", "group-control", "home-erase"]


def test_who_is_left_alone_may_manage_all_the_same() -> None:
    manager = replace(of_group("control"), rep=a_rep(group="control", manages=(TEAM.id,)))
    tap = Tapped(tap=Tap(verb="manage", about=str(TEAM.id), value="team"))
    assert said(decide(says("team"), manager)) == [["working-it-out"]]
    assert said(decide(tap, manager)) == [["working-it-out"]]


# ---- only asked for reviews --------------------------------------------------------------------


def test_who_gets_attention_is_asked_for_reviews_and_nothing_else() -> None:
    calls = (a_call(), planned(a_call(key="b", starts_at=at("16:00"), ends_at=at("17:00"))))
    assert set(kinds(pending(a_situation(*calls)).nudges)) == {"prompt", "cue", "review"}
    assert kinds(pending(of_group("attention", *calls)).nudges) == ["review", "review"]


def test_who_gets_attention_is_offered_no_planning_anywhere() -> None:
    calls = (a_call(), planned(a_call(key="b", starts_at=at("16:00"), ends_at=at("17:00"))))
    tomorrow = a_call(key="c", starts_at=at("13:00") + DAY, ends_at=at("14:00") + DAY)
    here = of_group("attention", *calls, tomorrow)
    assert [where(call, here) for call in calls] == ["ahead", "planned"]
    for shown in (today(here), week(here), home(here)):
        assert "plan" not in [verb for verb, _ in offered(shown)]
        assert "standing-to-plan" not in str(shown)
    assert "home-to-plan" not in keys(home(here))


def test_who_gets_attention_is_not_asked_what_they_proposed() -> None:
    over = asked(a_call())
    for group, is_asked in (("coached", True), ("attention", False)):
        here = of_group(group, over, now=at("15:30"))
        skills = asked_of(over, here)
        form = review_form(over, None, skills)
        assert ("proposed" in [one.name for one in form.fields]) == is_asked
        assert bool(blocks(over, skills)) == is_asked


def test_who_gets_attention_has_no_agenda_of_a_full_day() -> None:
    day = at("06:00")
    calls = [
        a_call(key=f"c{hour}", starts_at=at(f"{hour}:00"), ends_at=at(f"{hour}:30"))
        for hour in (13, 14, 15)
    ]
    full = a_situation(*calls, now=day)
    assert "agenda" in kinds(pending(full).nudges)
    assert set(kinds(pending(of_group("attention", *calls, now=day)).nudges)) == {"review"}


def test_who_gets_attention_is_greeted_with_what_that_means() -> None:
    decision, here = play(unmet(of_group("attention")), Joined())
    assert said(decision) == [["welcome-attention", "group-attention", "welcome-private"]]
    assert decide(Joined(), here).actions == ()
    told = replace(of_group("attention"), team=replace(TEAM, per_person=True))
    decision, here = play(unmet(told), Joined())
    assert said(decision)[0][-1] == "privacy-per-person"
    assert here.conversation.per_person_told


@pytest.mark.parametrize(
    "event",
    [
        Commanded(name="plan"),
        says("practice"),
        taps("plan", a_call()),
        taps("find", a_call()),
        Submitted(kind="plan", about="", answers={}),
        Brought(text="How often?"),
    ],
)
def test_who_gets_attention_gets_no_method(event: RepEvent) -> None:
    assert said(decide(event, of_group("attention", a_call()))) == [["group-attention"]]


@pytest.mark.parametrize("word", ["today", "help", "week", "connect"])
def test_who_gets_attention_has_all_that_is_not_the_method(word: str) -> None:
    assert said(decide(says(word), of_group("attention"))) == said(
        decide(says(word), replace(of_group("attention"), rep=a_rep()))
    )


def test_a_review_is_taken_and_nothing_in_it_judged() -> None:
    call = replace(a_call(), starts_at=at("09:00"), ends_at=at("09:30"))
    here = of_group("attention", call)
    assert said(decide(says("review"), here))[0][0] == "review-heading"
    _, here = play(here, says("review"), taps("held", call, "other"))
    decision, here = play(here, says("They loved it, send a proposal."))
    assert said(decision) == [["two-ways-outcome"]]
    decision, here = play(here, taps("decide", call, "advance"))
    assert here.calls[0].review.outcome == "advance"
    _, here = play(here, Submitted(kind="settings", about="", answers={}))
    assert here.rep.group == "attention"


def test_who_gets_attention_counts_no_questions() -> None:
    call = replace(a_call(), starts_at=at("09:00"), ends_at=at("09:30"))
    assert asked_of(call, a_situation(call)) != ()
    assert asked_of(call, of_group("attention", call)) == ()


def test_a_judge_that_judges_nothing() -> None:
    assert Unjudging().read("outcome", "x") == Verdict(
        kind="outcome", label="advance", confidence=0.5, sure=False, second="continuation"
    )
    assert Unjudging().read("review", "x") == Verdict(
        kind="review", label="specific", confidence=1.0, sure=True
    )


def test_an_edit_of_a_review_is_taken_too() -> None:
    assert decide(edits("none", "other words"), of_group("attention")).actions == ()


# ---- who only manages --------------------------------------------------------------------------


def test_who_only_manages_is_greeted_once_and_never_nudged() -> None:
    decision, here = play(unmet(a_manager(a_call())), Joined())
    assert said(decision) == [["welcome-manager", "welcome-manager-not-for"]]
    assert decision.nudges == ()
    assert sends(decide(Joined(), here)) == ()


def test_who_only_manages_may_ask_for_anything() -> None:
    assert said(decide(says("today"), a_manager())) == said(decide(says("today"), a_situation()))


# ---- figures of single reps --------------------------------------------------------------------


def test_a_rep_is_told_at_once_when_managers_begin_to_see_figures_of_each() -> None:
    known = replace(a_situation().conversation, greeted=True)
    here = a_situation(team=replace(TEAM, per_person=True), conversation=known)
    decision, here = play(here, Joined())
    assert said(decision) == [["privacy-per-person"]]
    assert here.conversation.per_person_told
    assert decide(Joined(), here).actions == ()
    closed = replace(here, team=TEAM)
    decision, closed = play(closed, Joined())
    assert (said(decision), closed.conversation.per_person_told) == ([], False)


def test_a_new_rep_is_told_in_the_greeting() -> None:
    decision, here = play(unmet(a_situation(team=replace(TEAM, per_person=True))), Joined())
    assert "privacy-per-person" in said(decision)[0]
    assert here.conversation.per_person_told
    assert saved(decision, type(here.conversation))[0].greeted
    assert "privacy-per-person" in said(decide(says("privacy"), here))[0]
