"""Only the latest verdict on a call bears buttons; a former one is a line, whoever taps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coaching.actions import Decision
from coaching.calls import Call
from coaching.decide import decide
from coaching.events import Deleted, OpinionGiven
from coaching.judge import Kind, Verdict
from coaching.messages import Line, message, text
from coaching.turn import Situation
from coaching.view import Asked, View
from tests.coaching.world import (
    ADVANCE,
    IMPLICATION,
    PROBLEM,
    SELLER,
    TROUBLE,
    FixedJudge,
    a_call,
    a_rep,
    a_situation,
    a_verdict,
    asked,
    call_in,
    edits,
    keys,
    offered,
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
    DATED,
    PERHAPS,
    WARM,
    after_the_call,
    asked_after,
    live,
    tap,
)

CALL = asked(a_call())
WEAK = {"objective": SELLER, "fallback": "", "problem": TROUBLE, "question": PROBLEM}
BETTER = WEAK | {"objective": ADVANCE}
FIRST = f"{a_rep().id}/verdict/{CALL.id}/7"
SECOND = f"{a_rep().id}/verdict/{CALL.id}/8"
ANEW = message(Line(text("looked-at-anew")))
DOUBT = f"{a_rep().id}/outcome/{CALL.id}/7"


def revised(**changes: object) -> tuple[Decision, Situation]:
    here = a_situation(CALL, **changes)
    return play(here, submits_plan(CALL, **WEAK), submits_plan(CALL, **BETTER))


def test_a_newer_verdict_turns_the_former_into_a_line() -> None:
    decision, here = revised()
    assert shown(decision)[FIRST] == ANEW
    assert [one.id for one in sends(decision)] == [SECOND]
    assert call_in(here, CALL).verdict == SECOND


def test_answers_written_anew_one_by_one_leave_one_verdict_with_buttons() -> None:
    _, here = play(a_situation(CALL), submits_plan(CALL, **WEAK))
    aim, here = play(here, says(ADVANCE, thread=CALL.anchor))
    assert FIRST not in shown(aim)
    question, here = play(here, says(IMPLICATION, thread=CALL.anchor))
    assert shown(question)[FIRST] == ANEW
    assert call_in(here, CALL).verdict == f"{a_rep().id}/verdict/{CALL.id}/9"


@pytest.mark.parametrize(
    "verb,value",
    [
        ("keep", ""),
        ("reading", "objective:advance"),
        ("clear", ""),
        ("otherwise", ""),
        ("see_as", "question:implication"),
        ("never_mind", ""),
    ],
)
def test_a_tap_on_a_former_verdict_is_answered_by_the_present_state(verb: str, value: str) -> None:
    _, here = revised()
    decision, later = play(here, taps(verb, CALL, value, on=FIRST))
    assert call_in(later, CALL) == call_in(here, CALL)
    assert sends(decision) == ()
    assert list(shown(decision)) == [FIRST, SECOND]
    assert shown(decision)[FIRST] == ANEW
    assert offered(shown(decision)[SECOND]) == [("plan", ""), ("keep", ""), ("otherwise", "")]


def test_a_deal_size_tapped_on_a_former_verdict_holds_and_the_latest_shows_it() -> None:
    sale = replace(a_situation(CALL).opportunities[CALL.opportunity_id], size=None)
    _, here = revised(opportunities={sale.id: sale})
    decision, later = play(here, taps("size", CALL, "small", on=FIRST))
    assert later.opportunities[sale.id].size == "small"
    assert shown(decision)[FIRST] == ANEW
    assert ("size", "small") not in offered(shown(decision)[SECOND])


def test_the_latest_verdict_is_kept_in_place() -> None:
    _, here = revised()
    decision, later = play(here, taps("keep", CALL, on=SECOND))
    assert list(shown(decision)) == [SECOND]
    assert keys(shown(decision)[SECOND])[-1] == "kept"
    assert call_in(later, CALL).plan.kept


def test_a_reading_chosen_in_a_message_of_its_own_makes_it_the_verdict() -> None:
    _, here = play(a_situation(CALL), submits_plan(CALL, **WEAK), says("I disagree"))
    own = f"{a_rep().id}/otherwise/{CALL.id}/8"
    decision, later = play(here, taps("see_as", CALL, "objective:advance", on=own))
    assert shown(decision)[FIRST] == ANEW
    assert keys(shown(decision)[own]) == ["feedback-objective", "feedback-question"]
    assert call_in(later, CALL).verdict == own


def test_a_view_on_a_former_verdict_refines_the_latest() -> None:
    _, here = revised(model="models.example")
    asks = Asked(kind="question", text=PROBLEM, language="en", problem=TROUBLE)
    view = View(label="implication", confidence=0.95, rule="question.asks_effect")
    given = OpinionGiven(call_id=CALL.id, message=FIRST, asked=asks, view=view)
    unsure = replace(here, judge=_Unsure())
    decision = decide(given, unsure)
    assert list(shown(decision)) == [FIRST, SECOND]
    assert keys(shown(decision)[SECOND])[:2] == ["feedback-objective", "feedback-question"]


class _Unsure:
    """Takes a question for two things."""

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        """The verdict of the usual judge, unsure where it is about a question."""
        if kind == "question":
            return a_verdict("question", "problem", second="implication")
        return FixedJudge().read(kind, text)


# ---- what was agreed ---------------------------------------------------------------------------


def over() -> Situation:
    return after_the_call(asked_after())


def told() -> Situation:
    return live(over(), says(WARM, source="m1"))


def test_words_told_anew_turn_the_former_verdict_on_them_into_a_line() -> None:
    decision = decide(edits("m1", PERHAPS), told())
    assert shown(decision)[DOUBT] == ANEW
    assert said(decision) == [["two-ways-outcome"]]
    assert saved(decision, Call)[0].outcome_verdict == f"{a_rep().id}/outcome/{CALL.id}/8"


def test_a_decision_tapped_on_a_former_verdict_decides_nothing() -> None:
    here = live(told(), edits("m1", PERHAPS))
    decision = decide(tap("decide", "continuation", on=DOUBT), here)
    assert (shown(decision), saved(decision, Call)) == ({DOUBT: ANEW}, ())


def test_words_that_need_no_verdict_leave_none_with_buttons() -> None:
    claimed = live(over(), tap("held", "agreed"), tap("more"), says(WARM, source="m1"))
    doubt = call_in(claimed, CALL).outcome_verdict
    decision = decide(edits("m1", DATED), claimed)
    assert shown(decision)[doubt] == ANEW
    assert saved(decision, Call)[0].outcome_verdict == ""


def test_words_taken_back_turn_their_verdict_into_a_line() -> None:
    decision = decide(Deleted(source="m1"), told())
    assert shown(decision)[DOUBT] == message(Line(text("verdict-taken-back")))
    assert saved(decision, Call)[0].outcome_verdict == ""


def test_a_call_of_before_that_knows_no_verdict_is_told_as_ever() -> None:
    _, here = revised()
    unknown = replace(call_in(here, CALL), verdict="")
    later = replace(here, calls=(unknown,), now=here.now + timedelta(minutes=1))
    decision = decide(taps("keep", CALL, on=FIRST), later)
    assert list(shown(decision)) == [FIRST]
