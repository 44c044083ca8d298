"""A language model beside the judge: what it is asked, and what becomes of what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from coaching.actions import AskOpinion, Decision
from coaching.asking import LATE
from coaching.calls import Call, Plan
from coaching.conversation import Conversation, Focus
from coaching.decide import decide
from coaching.events import Joined, OpinionGiven, Submitted
from coaching.forms import CheckField
from coaching.messages import Line, Quoted, text
from coaching.people import Rep
from coaching.settings import form, shown, welcome
from coaching.turn import Situation
from coaching.view import Asked, View
from tests.coaching import world
from tests.coaching.world import (
    ADVANCE,
    IMPLICATION,
    NOW,
    PROBLEM,
    SELLER,
    TROUBLE,
    a_call,
    a_rep,
    a_situation,
    asked,
    call_in,
    keys,
    offered,
    play,
    said,
    saved,
    says,
    sends,
    submits_plan,
    taps,
    then,
)

HOST = "llm.example"
CALL = asked(a_call())
OPEN = "Jens and the dashboard"  # unsure: vague, or an advance
BOTH = "Changeovers?"  # unsure: a problem question, or an implication question
VERDICT = f"{a_rep().id}/verdict/{CALL.id}/7"
AS_ADVANCE = View(
    label="advance", confidence=0.8, rule="objective.customer_acts", words=("dashboard",)
)
AS_IMPLICATION = View(label="implication", confidence=0.8, rule="question.asks_effect")
OBJECTIVE = Asked(kind="objective", text=OPEN, language="en")
QUESTION = Asked(kind="question", text=BOTH, language="en", problem=TROUBLE)


def on(*calls: Call, told: str = HOST, **changes: Any) -> Situation:
    """Ada's situation with a model, of which she was told."""
    conversation = Conversation(rep_id=a_rep().id, version=7, greeted=True, model_told=told)
    return a_situation(*calls, **{"conversation": conversation, "model": HOST} | changes)


def wanted(decision: Decision) -> tuple[AskOpinion, ...]:
    return tuple(one for one in decision.actions if isinstance(one, AskOpinion))


def plans(objective: str = OPEN, question: str = IMPLICATION) -> Submitted:
    return submits_plan(CALL, objective=objective, problem=TROUBLE, question=question, fallback="")


def gives(view: View = AS_ADVANCE, about: Asked = OBJECTIVE) -> OpinionGiven:
    return OpinionGiven(call_id=CALL.id, message=VERDICT, asked=about, view=view)


def judged(objective: str = OPEN, question: str = IMPLICATION) -> Situation:
    """Just after a plan was judged."""
    return play(on(CALL), plans(objective, question))[1]


# ---- what is asked -------------------------------------------------------------------------------


def test_only_what_the_judge_is_not_firm_on_is_asked_with_its_context_alone() -> None:
    decision = decide(plans(OPEN, BOTH), on(CALL))
    first = AskOpinion(
        call_id=CALL.id,
        message=VERDICT,
        asked=OBJECTIVE,
        sure=False,
        confidence=0.5,
        helps_until=NOW + LATE,
    )
    assert wanted(decision) == (first, replace(first, asked=QUESTION))
    assert wanted(decide(plans(ADVANCE), on(CALL))) == ()


def test_the_verdict_does_not_wait_for_it() -> None:
    with_it, without = decide(plans(), on(CALL)), decide(plans(), on(CALL, model=""))
    assert (with_it.saves, sends(with_it)) == (without.saves, sends(without))
    assert wanted(without) == ()


def test_nothing_is_asked_once_the_call_is_near_its_start() -> None:
    soon = on(CALL, now=CALL.starts_at - timedelta(minutes=2))
    assert wanted(decide(plans(), soon))[0].helps_until == CALL.starts_at


def test_who_has_not_been_told_is_told_first_and_nothing_is_asked() -> None:
    decision = decide(plans(), on(CALL, told="other.example"))
    assert (wanted(decision), said(decision)[-1]) == ((), ["model-told"])
    assert saved(decision, Conversation)[0].model_told == HOST
    assert saved(decision, Conversation)[0].focus is not None
    later, _ = play(on(CALL, told=""), plans(), plans("They sign the order"), plans())
    assert ([one.asked for one in wanted(later)], ["model-told"] in said(later)) == (
        [OBJECTIVE],
        False,
    )


def test_a_rep_who_turned_it_off_is_not_asked_about_and_not_told() -> None:
    decision = decide(plans(), on(CALL, told="", rep=a_rep(opinions=False)))
    assert (wanted(decision), ["model-told"] in said(decision)) == ((), False)


def test_what_is_settled_is_not_asked_again() -> None:
    _, situation = play(judged(question=BOTH), gives())
    assert [one.asked for one in wanted(decide(plans(question=BOTH), situation))] == [QUESTION]
    _, read = play(judged(), taps("reading", CALL, "objective:vague", on=VERDICT))
    assert wanted(decide(plans(), read)) == ()


# ---- what comes back -----------------------------------------------------------------------------


def test_a_view_settles_what_the_judge_was_unsure_of_by_editing_the_verdict() -> None:
    before = judged()
    decision = decide(gives(), before)
    edited = world.shown(decision)
    # One answer and its reason; the buttons of the two readings are gone.
    assert keys(edited[VERDICT])[0] == "feedback-objective-gap"
    assert ("reading", "objective:advance") not in offered(edited[VERDICT])
    assert list(edited) == [VERDICT]
    assert sends(decision) == ()
    assert saved(decision, Call)[0].plan == replace(
        call_in(before, CALL).plan, objective_view=AS_ADVANCE
    )


def test_the_reason_is_ours_and_quotes_the_reps_own_words() -> None:
    view = replace(AS_ADVANCE, label="relationship", rule="objective.feeling", confidence=0.95)
    blocks = world.shown(decide(gives(view), judged()))[VERDICT].blocks
    reason = text("judge-rule-objective-feeling", words=Quoted("dashboard"))
    assert blocks[0] == Line(text("feedback-objective", reason=reason))


def test_a_question_is_settled_too_and_the_next_line_is_taken_for_what_is_left() -> None:
    _, situation = play(judged(OPEN, BOTH), gives(AS_IMPLICATION, QUESTION))
    assert call_in(situation, CALL).plan.question_view == AS_IMPLICATION
    focus = Focus(topic="plan", call_id=CALL.id, field="objective", judged=True)
    assert situation.conversation.focus == focus


def test_what_changes_nothing_is_kept_without_an_edit() -> None:
    unsure = replace(AS_ADVANCE, confidence=0.3)
    decision = decide(gives(unsure), judged())
    assert (saved(decision, Call)[0].plan.objective_view, decision.actions) == (unsure, ())


def test_after_a_view_the_coach_does_not_turn_from_what_it_asked_since() -> None:
    _, situation = play(judged(SELLER, BOTH), says(ADVANCE))
    asked_again = situation.conversation.focus
    _, situation = play(situation, gives(AS_IMPLICATION, QUESTION))
    assert (asked_again is not None, situation.conversation.focus) == (True, asked_again)


def test_with_the_attention_elsewhere_it_stays_there() -> None:
    elsewhere = replace(judged(), conversation=Conversation(rep_id=a_rep().id, version=9))
    decision, situation = play(elsewhere, gives())
    assert (list(world.shown(decision)), situation.conversation.focus) == ([VERDICT], None)


# ---- what comes too late -------------------------------------------------------------------------

KEEP = taps("keep", CALL, on=VERDICT)
READ = taps("reading", CALL, "objective:vague", on=VERDICT)
SEEN = taps("see_as", CALL, "objective:continuation", on=VERDICT)


@pytest.mark.parametrize(
    "since",
    [
        (plans(SELLER),),
        (KEEP,),
        (READ,),
        (SEEN,),
        (taps("see_as", CALL, "objective:vague", on=VERDICT),),
        (gives(replace(AS_ADVANCE, label="order")),),
    ],
)
def test_a_view_is_ignored_where_the_rep_has_gone_on_or_settled_it(since: tuple[Any, ...]) -> None:
    _, situation = play(judged(), *since)
    plan = call_in(situation, CALL).plan
    decision = decide(gives(), situation)
    assert (decision.saves, decision.actions) == ((), ())
    assert call_in(situation, CALL).plan == plan


def test_a_view_on_a_question_is_ignored_once_the_problem_is_another() -> None:
    _, situation = play(judged(OPEN, BOTH), gives(AS_IMPLICATION, QUESTION))
    moved = submits_plan(CALL, objective=OPEN, problem="costs", question=BOTH, fallback="")
    _, situation = play(situation, moved)
    assert call_in(situation, CALL).plan.question_view is None
    assert decide(gives(AS_IMPLICATION, QUESTION), situation).saves == ()


@pytest.mark.parametrize(
    "event, changes",
    [
        (gives(), {"now": CALL.starts_at}),
        (gives(), {"model": ""}),
        (gives(), {"rep": a_rep(opinions=False)}),
        (gives(), {"calls": ()}),
        (gives(about=replace(OBJECTIVE, kind="outcome")), {}),
    ],
)
def test_a_view_that_nobody_waits_for_is_ignored(
    event: OpinionGiven, changes: dict[str, Any]
) -> None:
    decision = decide(event, replace(judged(), **changes))
    assert (decision.saves, decision.actions) == ((), ())


@pytest.mark.parametrize("label", ["vague", "advance"])
def test_the_reps_own_reading_wins_over_a_view_that_came_first(label: str) -> None:
    high = View(label="relationship", confidence=0.99, rule="objective.feeling")
    tap = taps("reading", CALL, f"objective:{label}", on=VERDICT)
    _, situation = play(judged(), gives(high), tap)
    assert call_in(situation, CALL).plan.objective_as == label


def test_the_judges_own_reading_chosen_again_wins_over_a_view() -> None:
    seen = taps("see_as", CALL, "question:problem", on=VERDICT)
    _, situation = play(judged(OPEN, BOTH), gives(AS_IMPLICATION, QUESTION), seen)
    assert call_in(situation, CALL).plan.question_as == "problem"


def test_new_words_forget_how_the_old_were_read() -> None:
    _, situation = play(judged(), gives(), plans(SELLER), plans(OPEN))
    plan = Plan(objective=OPEN, problem=TROUBLE, question=IMPLICATION, planned_at=NOW)
    assert call_in(situation, CALL).plan == plan


def test_a_sure_verdict_stands() -> None:
    about = replace(QUESTION, text=PROBLEM)
    decision = decide(gives(AS_IMPLICATION, about), judged(ADVANCE, PROBLEM))
    assert decision.actions == ()


# ---- what the rep is told ------------------------------------------------------------------------


def test_the_welcome_tells_of_it_so_that_the_first_draft_may_be_asked_about() -> None:
    line = Line(text("model-told", host=Quoted(HOST)))
    assert line in welcome(on(CALL)).blocks
    assert line not in welcome(a_situation(CALL)).blocks
    met = decide(Joined(), on(CALL, conversation=Conversation(rep_id=a_rep().id)))
    assert saved(met, Conversation)[0].model_told == HOST


@pytest.mark.parametrize("words", ["privacy", "/privacy", "隐私"])
@pytest.mark.parametrize(
    "model, opinions, expected",
    [
        ("", True, ["settings-privacy"]),
        (HOST, True, ["settings-privacy", "settings-model"]),
        (HOST, False, ["settings-privacy", "settings-model-off"]),
    ],
)
def test_privacy_says_who_reads_drafts(
    words: str, model: str, *, opinions: bool, expected: list[str]
) -> None:
    rep = a_rep(opinions=opinions)
    decision = decide(says(words), on(CALL, told="", model=model, rep=rep))
    assert said(decision) == [[*expected, "home-erase"]]
    assert saved(decision, Conversation)[0].model_told == model
    assert keys(shown(on(CALL, model=model, rep=rep)))[-len(expected) :] == expected


def test_a_rep_turns_it_off_in_the_settings_and_on_again() -> None:
    def sent(situation: Situation, answer: str) -> Rep:
        answers = {
            field.name: ("yes" if field.initial else "")
            if isinstance(field, CheckField)
            else str(field.initial)
            for field in form(situation).fields
        }
        told = Submitted(kind="settings", about="", answers={**answers, "opinions": answer})
        return saved(decide(told, situation), Rep)[0]

    zones = frozenset({"Europe/Berlin"})
    off = a_rep(opinions=False)
    assert sent(on(CALL, zones=zones), "") == off
    assert sent(on(CALL, zones=zones, rep=off), "yes") == a_rep()
    # Where there is no model there is nothing to choose, and what was chosen stays.
    assert sent(on(CALL, zones=zones, model="", rep=off), "yes") == off
    assert "opinions" not in [field.name for field in form(a_situation(CALL)).fields]


def test_what_is_off_for_the_rep_stays_off_between_events() -> None:
    decision = decide(plans(), on(CALL, rep=a_rep(opinions=False)))
    assert wanted(decide(plans(BOTH), then(on(CALL, rep=a_rep(opinions=False)), decision))) == ()
