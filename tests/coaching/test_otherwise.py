"""The rep sees it otherwise: one tap, one reading, and their own word on who may read it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coaching.actions import Send
from coaching.calls import Call, Plan
from coaching.decide import decide
from coaching.dissent import Dissent, TakenBack, dissent_id
from coaching.events import Said, Tapped
from coaching.messages import Buttons, Message, Quoted, Tap, Text
from coaching.turn import Situation
from tests.coaching.test_planning import ANSWERS, UNSURE
from tests.coaching.world import (
    GOOD_PLAN,
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
    call_in,
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
    then,
)
from tests.coaching.world_after import (
    FRIDAY,
    JUDGE,
    PERHAPS,
    QUESTIONS,
    REFUSED,
    VAGUE,
    WARM,
    after_the_call,
    asked_after,
    form,
    live,
    tap,
)

VERDICT = f"{a_rep().id}/verdict/1"
OFFER = f"{a_rep().id}/otherwise/7"
CALL = asked(a_call())
WEAK = planned(CALL, WEAK_PLAN)


def labels(said_: Message) -> list[str]:
    rows = (block.buttons for block in said_.blocks if isinstance(block, Buttons))
    return [button.label.key for row in rows for button in row]


def line(said_: Message | Send, at: int = 0) -> Text:
    blocks = said_.blocks if isinstance(said_, Message) else said_.message.blocks
    return blocks[at].text  # type: ignore[union-attr]  # a line


def tell_tap(offer: Send, verb: str = "tell") -> Tap:
    rows = (block.buttons for block in offer.message.blocks if isinstance(block, Buttons))
    return next(one.tap for row in rows for one in row if one.tap.verb == verb)


def offer_in(here: Situation, call: Call, value: str) -> tuple[Send, Situation]:
    """What is asked once the rep says how they see it, and the situation after it."""
    decision, here = play(here, taps("see_as", call, value, on=VERDICT))
    return sends(decision)[-1], here


# ---- before the call ---------------------------------------------------------------------------


def test_one_tap_asks_which_reading_is_meant_of_each_answer() -> None:
    decision = decide(taps("otherwise", WEAK, on=VERDICT), a_situation(WEAK))
    told = shown(decision)[VERDICT]
    assert keys(told) == ["otherwise-objective", "otherwise-question"]
    assert line(told).values == {"words": Quoted(SELLER)}
    assert labels(told) == [
        "reading-button-objective-advance",
        "reading-button-objective-order",
        "reading-button-objective-continuation",
        "reading-button-objective-information-only",
        "reading-button-objective-relationship",
        "reading-button-question-implication",
        "reading-button-question-need-payoff",
        "reading-button-question-situation",
        "reading-button-question-not-spin",
        "button-never-mind",
    ]
    assert (decision.saves, sends(decision)) == ((), ())


def test_without_an_answer_there_is_nothing_to_see_otherwise() -> None:
    assert said(decide(taps("otherwise", CALL), a_situation(CALL))) == [["not-here-any-more"]]


def test_never_mind_says_the_verdict_again() -> None:
    here = a_situation(WEAK)
    _, here = play(here, taps("otherwise", WEAK, on=VERDICT))
    decision, here = play(here, taps("never_mind", WEAK, on=VERDICT))
    assert keys(shown(decision)[VERDICT]) == ["feedback-objective", "feedback-question"]
    assert call_in(here, WEAK) == WEAK


def test_the_reps_reading_settles_the_plan_as_an_unsure_ones_does() -> None:
    decision, here = play(a_situation(WEAK), taps("see_as", WEAK, "objective:advance", on=VERDICT))
    assert call_in(here, WEAK).plan == replace(WEAK_PLAN, objective_as="advance")
    told = shown(decision)[VERDICT]
    assert line(told).values == {"reason": Text(key="judge-objective-advance-bare")}
    assert said(decision) == [["otherwise-taken", "otherwise-offer"]]
    assert line(sends(decision)[0], 1).values == {"words": Quoted(SELLER), "problem": Quoted("")}
    assert saved(decision, Dissent) == ()


def test_a_question_is_shown_with_the_problem_it_stands_on_or_not_at_all() -> None:
    offer, _ = offer_in(a_situation(WEAK), WEAK, "question:implication")
    assert keys(offer) == ["otherwise-taken", "otherwise-offer-problem"]
    assert line(offer, 1).values == {"words": Quoted(PROBLEM), "problem": Quoted(TROUBLE)}


def test_the_problem_may_be_one_known_from_before() -> None:
    call = planned(CALL, Plan(objective=SELLER, question=PROBLEM))
    known = an_opportunity(size="large", problem=TROUBLE)
    here = a_situation(call, opportunities={known.id: known})
    offer, here = offer_in(here, call, "question:implication")
    kept = saved(decide(tapped(offer), here), Dissent)
    assert (kept[0].problem, line(offer, 1).values["problem"]) == (TROUBLE, Quoted(TROUBLE))


def tapped(offer: Send, verb: str = "tell", **changes: Any) -> Any:
    own = taps(verb, on=offer.id)
    return replace(own, tap=replace(tell_tap(offer, verb), **changes))


def test_what_the_rep_shows_is_kept_whole() -> None:
    offer, here = offer_in(a_situation(WEAK), WEAK, "question:implication")
    decision = decide(tapped(offer), here)
    assert saved(decision, Dissent) == (
        Dissent(
            id=dissent_id(a_rep().id, "question", PROBLEM),
            rep_id=a_rep().id,
            said_at=here.now,
            kind="question",
            text=PROBLEM,
            problem=TROUBLE,
            label="problem",
            confidence=0.9,
            rule="question.some_rule",
            says="implication",
        ),
    )
    told = shown(decision)[offer.id]
    assert (keys(told), labels(told)) == (["otherwise-told"], ["button-keep-private"])


def test_the_judge_reads_the_same_words_the_same_way_afterwards() -> None:
    offer, here = offer_in(a_situation(WEAK), WEAK, "question:implication")
    before = here.judge.read("question", PROBLEM, problem=TROUBLE)
    _, here = play(here, tapped(offer))
    assert here.judge.read("question", PROBLEM, problem=TROUBLE) == before
    fresh = a_call("Nordwind", key="nord")
    answers = ANSWERS | {"question": PROBLEM}
    decision = decide(submits_plan(fresh, **answers), a_situation(fresh, judge=here.judge))
    assert keys(sends(decision)[-1]) == ["feedback-objective", "feedback-question"]


def test_what_was_shown_can_be_taken_back_and_shown_again() -> None:
    offer, here = offer_in(a_situation(WEAK), WEAK, "objective:advance")
    _, here = play(here, tapped(offer))
    decision, here = play(here, tapped(offer, "keep_back"))
    gone = TakenBack(id=dissent_id(a_rep().id, "objective", SELLER), rep_id=a_rep().id)
    assert (saved(decision, TakenBack), saved(decision, Dissent)) == ((gone,), ())
    told = shown(decision)[offer.id]
    assert (keys(told), labels(told)) == (["kept-private"], ["button-tell-operator"])
    assert [one.says for one in saved(decide(tapped(offer), here), Dissent)] == ["advance"]


@pytest.mark.parametrize("value", ["", "objective", "objective:advance:not-an-id"])
def test_a_forged_way_back_is_answered(value: str) -> None:
    decision = decide(taps("keep_back", WEAK, value, on=OFFER), a_situation(WEAK))
    assert (said(decision), decision.saves) == ([["not-here-any-more"]], ())


def test_saying_it_again_replaces_what_was_said() -> None:
    first, here = offer_in(a_situation(WEAK), WEAK, "objective:advance")
    _, here = play(here, tapped(first))
    decision, here = play(here, taps("see_as", WEAK, "objective:order", on=VERDICT))
    assert [one.id for one in saved(decision, TakenBack)] == [
        dissent_id(a_rep().id, "objective", SELLER)
    ]
    kept = saved(decide(tapped(sends(decision)[-1]), here), Dissent)
    assert [(one.id, one.says) for one in kept] == [
        (dissent_id(a_rep().id, "objective", SELLER), "order")
    ]
    assert said(decide(tapped(first), here)) == [["not-here-any-more"]]


def test_the_judges_own_reading_chosen_again_leaves_it_to_the_judge() -> None:
    call = planned(CALL, replace(WEAK_PLAN, objective_as="advance"))
    decision, here = play(
        a_situation(call), taps("see_as", call, "objective:seller_activity", on=VERDICT)
    )
    assert call_in(here, call).plan == WEAK_PLAN
    assert said(decision) == []
    assert [one.id for one in saved(decision, TakenBack)] == [
        dissent_id(a_rep().id, "objective", SELLER)
    ]


def test_the_same_reading_tapped_twice_changes_nothing_more() -> None:
    offer, here = offer_in(a_situation(WEAK), WEAK, "objective:advance")
    _, here = play(here, tapped(offer))
    decision = decide(taps("see_as", WEAK, "objective:advance", on=VERDICT), here)
    assert (saved(decision, TakenBack), sends(decision)) == ((), ())
    assert keys(shown(decision)[VERDICT])[0] == "feedback-objective"


def test_a_yes_to_some_words_is_none_to_others() -> None:
    offer, here = offer_in(a_situation(WEAK), WEAK, "objective:advance")
    other = replace(WEAK_PLAN, objective="Show Jens the other dashboard", objective_as="advance")
    other_judge = FixedJudge(
        known={("objective", other.objective): a_verdict("objective", "seller_activity")}
    )
    here = a_situation(planned(CALL, other), judge=other_judge)
    decision = decide(tapped(offer), here)
    assert (said(decision), decision.saves) == ([["not-here-any-more"]], ())


@pytest.mark.parametrize(
    "value", ["", ":", "objective:advance", "fallback:advance:x", "objective:seller_activity:x"]
)
def test_a_forged_yes_keeps_nothing(value: str) -> None:
    decision = decide(taps("tell", WEAK, value, on=OFFER), a_situation(WEAK))
    assert (said(decision), decision.saves) == ([["not-here-any-more"]], ())


@pytest.mark.parametrize(
    "value", ["objective:best", "question:order", "fallback:advance", "objective", ":", ""]
)
def test_a_reading_that_is_none_of_that_kind_is_not_taken(value: str) -> None:
    decision, here = play(a_situation(WEAK), taps("see_as", WEAK, value, on=VERDICT))
    assert (call_in(here, WEAK), sends(decision)) == (WEAK, ())


def test_one_of_two_readings_is_no_dissent_but_a_third_is() -> None:
    call = planned(CALL, UNSURE)
    first, here = play(a_situation(call), taps("see_as", call, "objective:advance", on=VERDICT))
    assert call_in(here, call).plan.objective_as == "advance"
    assert said(first) == []
    third = decide(taps("see_as", call, "objective:order", on=VERDICT), a_situation(call))
    assert said(third) == [["otherwise-taken", "otherwise-offer"]]


def test_a_kept_plan_asks_nothing_more() -> None:
    call = planned(CALL, replace(GOOD_PLAN, kept=True))
    decision = decide(taps("never_mind", call, on=VERDICT), a_situation(call))
    assert offered(shown(decision)[VERDICT]) == []


def test_the_plan_cannot_be_seen_otherwise_once_the_call_has_begun() -> None:
    here = a_situation(WEAK, now=WEAK.starts_at)
    decision = decide(taps("see_as", WEAK, "objective:advance", on=VERDICT), here)
    assert decision.saves == ()


def test_it_can_be_said_in_chat_too() -> None:
    weak = ANSWERS | {"objective": SELLER, "question": PROBLEM}
    _, here = play(a_situation(CALL), submits_plan(CALL, **weak))
    decision, here = play(here, says("I see it otherwise.", thread=CALL.anchor))
    asked_ = sends(decision)[0]
    assert keys(asked_) == ["otherwise-objective", "otherwise-question"]
    assert asked_.thread == CALL.anchor
    decision, here = play(here, taps("see_as", CALL, "objective:advance", on=asked_.id))
    assert keys(shown(decision)[asked_.id])[0] == "feedback-objective"
    assert call_in(here, CALL).plan.objective == SELLER


# ---- after the call ----------------------------------------------------------------------------


ASK = f"{a_call().id}/review"
DOUBT = f"{a_rep().id}/outcome/{a_call().id}/8"
DETAIL = f"{a_rep().id}/detail/8"


def over() -> Situation:
    return after_the_call(asked_after())


def test_a_continuation_seen_as_an_advance_may_be_shown() -> None:
    here = live(over(), tap("held", "other", on=ASK), says(WARM))
    decision, here = play(here, tap("decide", "advance", on=DOUBT))
    assert said(decision) == [["ask-by"]]
    decision, here = play(here, says("Friday"))
    assert said(decision) == [
        ["promise-noted"],
        ["otherwise-offer"],
        QUESTIONS,
    ]
    kept = saved(decide(tapped(sends(decision)[1]), here), Dissent)
    assert [(one.kind, one.text, one.label, one.says) for one in kept] == [
        ("outcome", WARM, "continuation", "advance")
    ]


@pytest.mark.parametrize(
    "event", [says("no day"), tap("by"), tap("by", FRIDAY.isoformat())], ids=["none", "tap", "day"]
)
def test_what_waited_for_the_day_is_asked_once_it_is_settled(event: Said | Tapped) -> None:
    here = live(over(), tap("held", "other", on=ASK), says(WARM), tap("decide", "advance"))
    again = decide(says("whenever"), here)
    assert said(again) == [["ask-by"]]
    decision, later = play(then(here, again), event)
    assert ["otherwise-offer"] in said(decision)
    assert ["otherwise-offer"] not in said(decide(tap("by"), later))


def test_with_a_day_in_the_words_the_operator_is_spoken_of_at_once() -> None:
    warm = f"{WARM} on Friday"
    known = {**JUDGE.known, ("outcome", warm): a_verdict("outcome", "continuation")}
    here = live(
        after_the_call(asked_after(), judge=FixedJudge(known=known)),
        tap("held", "other", on=ASK),
        says(warm),
    )
    decision = decide(tap("decide", "advance", on=DOUBT), here)
    assert said(decision) == [
        ["otherwise-offer"],
        ["promise-noted"],
        QUESTIONS,
    ]


def test_an_outcome_decided_back_is_shown_to_nobody() -> None:
    here = live(over(), tap("held", "other", on=ASK), says(WARM))
    decision, here = play(here, tap("decide", "advance", on=DOUBT), tap("by"))
    offer = sends(decision)[0]
    decision, here = play(here, tapped(offer), tap("decide", "continuation", on=DOUBT))
    assert [one.id for one in saved(decision, TakenBack)] == [
        dissent_id(a_rep().id, "outcome", WARM)
    ]
    assert said(decide(tapped(offer), here)) == [["not-here-any-more"]]


def test_deciding_between_two_readings_is_no_dissent() -> None:
    here = live(over(), tap("held", "other", on=ASK), says(PERHAPS))
    assert said(decide(tap("decide", "continuation", on=DOUBT), here)) == [QUESTIONS]


def test_a_refusal_seen_as_a_continuation_may_be_shown() -> None:
    here = live(over(), tap("held", "other", on=ASK), says(REFUSED))
    assert said(decide(tap("decide", "continuation", on=DOUBT), here))[0] == ["otherwise-offer"]


def test_an_answer_that_is_specific_enough_is_not_asked_after() -> None:
    here = live(over(), tap("held", "nothing", on=ASK), says(VAGUE))
    assert here.conversation.focus is not None
    decision, here = play(here, tap("specific", "differently", on=DETAIL))
    assert keys(shown(decision)[DETAIL]) == ["otherwise-specific"]
    assert said(decision) == [["otherwise-offer"], ["ask-account"]]
    given = call_in(here, a_call()).review
    assert (given.differently, given.seen_specific) == (VAGUE, ("differently",))
    kept = saved(decide(tapped(sends(decision)[0]), here), Dissent)
    assert [(one.kind, one.text, one.label, one.says) for one in kept] == [
        ("review", VAGUE, "vague", "specific")
    ]


def test_what_can_be_used_elsewhere_may_still_be_shared() -> None:
    here = live(over(), tap("held", "nothing", on=ASK), form(held="nothing", elsewhere=VAGUE))
    decision = decide(tap("specific", "elsewhere", on=DETAIL), here)
    assert said(decision) == [["otherwise-offer"], ["ask-share"], ["review-done"]]


def test_specific_enough_tapped_twice_changes_nothing_more() -> None:
    here = live(over(), tap("held", "nothing", on=ASK), says(VAGUE))
    here = live(here, tap("specific", "differently", on=DETAIL))
    decision = decide(tap("specific", "differently", on=DETAIL), here)
    assert (decision.saves, sends(decision)) == ((), ())
    assert keys(shown(decision)[DETAIL]) == ["otherwise-specific"]


def test_specific_enough_said_late_leaves_the_talk_where_it_is() -> None:
    here = live(over(), tap("held", "nothing", on=ASK), says(VAGUE))
    talk = replace(here.conversation, focus=None)
    decision = decide(tap("specific", "differently", on=DETAIL), replace(here, conversation=talk))
    assert said(decision) == [["otherwise-offer"]]


@pytest.mark.parametrize("value", ["", "happened", "objective", "account", "x" * 999])
def test_only_an_answer_that_was_given_is_specific_enough(value: str) -> None:
    here = live(over(), tap("held", "nothing", on=ASK), says(VAGUE))
    decision = decide(tap("specific", value, on=DETAIL), here)
    assert (said(decision), decision.saves) == ([["not-here-any-more"]], ())


def test_the_follow_up_can_be_answered_as_before() -> None:
    here = live(over(), tap("held", "nothing", on=ASK))
    decision = decide(says(VAGUE), here)
    assert offered(sends(decision)[0]) == [("specific", "differently")]


def test_a_continuation_is_seen_otherwise_in_chat_too() -> None:
    here = live(over(), tap("held", "other", on=ASK), says(WARM))
    decision, here = play(here, says("I disagree"))
    assert said(decision) == [["ask-by"]]
    given = call_in(here, a_call()).review
    assert (given.outcome, given.happened) == ("advance", WARM)


def test_a_vague_answer_is_seen_otherwise_in_chat_too() -> None:
    here = live(over(), tap("held", "nothing", on=ASK), says(VAGUE))
    decision, here = play(here, says("Specific enough"))
    assert said(decision) == [["otherwise-offer"], ["ask-account"]]
    assert call_in(here, a_call()).review.differently == VAGUE


def test_nothing_is_seen_otherwise_before_it_was_said() -> None:
    here = live(over(), tap("held", "nothing", on=ASK))
    _, here = play(here, says("I disagree"))
    assert call_in(here, a_call()).review.differently == "I disagree"
