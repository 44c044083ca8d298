"""Who is to keep a promise: asked in chat after its day, where its words name nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coaching.calls import Call, Promise
from coaching.conversation import Conversation, Focus
from coaching.decide import decide
from coaching.events import Deleted, Edited, RepEvent
from coaching.turn import Situation
from tests.coaching.world import offered, saved, says, sends
from tests.coaching.world_after import (
    FRIDAY,
    a_promise,
    after_the_call,
    asked_after,
    form,
    live,
    reviewed,
    said,
    tap,
)

TRIAL = "a trial by Friday"
DAYLESS_TRIAL = "a trial"
OPEN = reviewed(asked_after(), held="other")


def telling(words: str = TRIAL, call: Call | None = None) -> tuple[Situation, RepEvent]:
    """The rep tells what was agreed."""
    call = call or OPEN
    focus = Focus(topic="review", call_id=call.id, field="happened")
    conversation = Conversation(rep_id=call.rep_id, version=7, focus=focus)
    return after_the_call(call, conversation=conversation), says(words)


def test_it_is_asked_once_the_day_is_noted_and_the_three_questions_wait() -> None:
    situation, tells = telling()
    decision = decide(tells, situation)
    assert said(decision)[-2:] == ["promise-noted", "judge-promise-who"]
    assert offered(sends(decision)[-1]) == [("who", "")]
    (conversation,) = saved(decision, Conversation)
    assert conversation.focus == Focus(topic="review", call_id=OPEN.id, field="who")


def test_the_day_is_asked_first() -> None:
    situation, tells = telling(DAYLESS_TRIAL)
    assert said(decide(tells, situation))[-1] == "ask-by"
    situation = live(situation, tells)
    assert said(decide(tap("by", str(FRIDAY)), situation)) == ["promise-noted", "judge-promise-who"]


def test_the_answer_is_kept_with_the_promise_and_the_questions_follow() -> None:
    situation = live(*telling())
    decision = decide(says("Jens"), situation)
    assert saved(decision, Promise) == (a_promise(TRIAL, who="Jens"),)
    assert said(decision)[0] == "three-questions"


@pytest.mark.parametrize("event", [says("skip"), says("no"), tap("who")])
def test_who_names_nobody_goes_on_to_the_questions(event: RepEvent) -> None:
    decision = decide(event, live(*telling()))
    assert saved(decision, Promise) == ()
    assert said(decision)[0] == "three-questions"


def test_a_promise_whose_words_name_who_is_not_asked_about() -> None:
    situation, tells = telling("Mara sends us the log by Friday")
    assert "judge-promise-who" not in said(decide(tells, situation))


def test_by_form_it_is_asked_by_a_button_and_the_review_is_done() -> None:
    decision = decide(form(held="other", happened=TRIAL), after_the_call(asked_after()))
    assert "judge-promise-who" in said(decision)
    assert ("form", "promise") in [one for sent in sends(decision) for one in offered(sent)]
    (promise,) = saved(decision, Promise)
    assert promise.id == a_promise().id


@pytest.mark.parametrize(
    "verdict", ["They loved it, talk again after the budget round", "Jens might look into it"]
)
def test_what_the_rep_alone_sees_as_an_advance_is_not_asked_about(verdict: str) -> None:
    situation = live(*telling(verdict))
    decision = live(situation, tap("decide", "advance"), tap("by", str(FRIDAY)))
    assert decision.conversation.focus != Focus(topic="review", call_id=OPEN.id, field="who")


def test_the_answer_edited_is_the_new_answer_and_deleted_it_is_none() -> None:
    situation = live(*telling(), says("Jens", source="m1"))
    decision = decide(Edited(source="m1", text="Mara"), situation)
    assert saved(decision, Promise) == (a_promise(TRIAL, who="Mara"),)
    decision = decide(Deleted(source="m1"), situation)
    assert saved(decision, Promise) == (a_promise(TRIAL),)
    assert said(decision) == ["taken-back-who"]


def test_without_a_promise_there_is_nothing_to_keep() -> None:
    situation = replace(live(*telling()), promises=(a_promise(TRIAL, withdrawn=True),))
    decision = decide(says("Jens"), situation)
    assert saved(decision, Promise) == ()


def test_seeing_it_otherwise_is_no_answer_to_by_when() -> None:
    situation = live(*telling(DAYLESS_TRIAL))
    assert said(decide(says("I disagree"), situation)) == ["ask-by"]
