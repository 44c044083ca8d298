"""What speaks against how a rep means to open, to show and to close, and when it does not apply."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import pytest

from bot.judges import plain
from coaching.calls import Call, Plan
from coaching.messages import Quoted, text
from coaching.notes import Note
from coaching.notes.stages import Stages
from coaching.notes.statements import Statement
from coaching.topics.stages import cautions, kept
from coaching.topics.stages.cautions import Caution
from coaching.turn import Situation
from tests.coaching.topics.selling import HALDEN, WISH, a_need, noted, selling
from tests.coaching.world import SELLER, a_call, at, planned, with_size

JUDGE = plain()
PLAIN = "I'm Ada from Harbour; may I ask how line 2 runs?"
OLDER = a_call(key="older", starts_at=at("14:00", 19), ends_at=at("15:00", 19))


def about(call: Call, **content: Any) -> Note:
    note = noted(Stages(**content), call=call, call_id=call.id)
    return replace(note, id=uuid5(call.id, "stages"))


def judged(*calls: Call, notes: tuple[Note, ...] = ()) -> Situation:
    """Ada's sale to Halden Paper, read by the judge that reps have."""
    return replace(selling(*calls, notes=notes), judge=JUDGE)


def opening(words: str, *notes: Note) -> Situation:
    """Ada opens so, and has something to propose."""
    own = about(HALDEN, opening=words, proposal="Jens sends the log")
    return judged(notes=(own, *notes))


def kinds(situation: Situation, call: Call = HALDEN) -> list[str]:
    return [one.kind for one in cautions.of_call(call, situation)]


# ---- the opening -------------------------------------------------------------------------------

GAINS = (
    "We help plants like yours cut downtime by 30%.",
    "We cut downtime for plants like yours by a third.",
    "Our new sensor platform saves you a shift a month.",
    "Many of our customers save 20% on energy.",
    "Our dashboard lets you see every stop.",
    "Good morning. We can reduce your scrap.",
    "What we offer is a complete package that pays for itself.",
    "My product will make your night shift easier.",
    "我们的系统能帮您每月省下一个班",
    "很多同行用了之后成本降了20%",
    "您好！我们的方案可以降低停机成本。",
)
PERSONALS = (
    "How was your weekend, and how is the golf?",
    "I saw the photo of your boat on the wall.",
    "How are the kids?",
    "周末打高尔夫了吗？",
    "您家孩子高考怎么样？",
)
FINE = (
    PLAIN,
    "Ada Brandt, Harbour Systems. Jens said that nights are hard; may I ask a few questions?",
    "You wrote that line 2 stops at the weekend. I would like to understand what happens then.",
    "You said the platform is slow on Mondays; may I ask what follows?",
    "We save the last ten minutes for next steps, if that suits.",
    "Could you show me line 2 first? Jens offered to walk us through the system you have.",
    "Three of you today: who should begin, and what do you want to have settled by four?",
    "我是海港的林雨，想了解一下二号线的情况，可以问您几个问题吗？",
    "二号线周末怎么排班？您给我介绍一下现有的设备，好吗？",
    "上次李工提到夜班停机，今天想多了解一点，方便问几个问题吗？",
)


@pytest.mark.parametrize("words", GAINS)
def test_an_opening_that_promises_gain_is_named_in_a_large_sale_alone(words: str) -> None:
    assert kinds(opening(words)) == ["benefit"]
    assert kinds(with_size(opening(words), None)) == ["benefit"]
    assert kinds(with_size(opening(words), "small")) == []


@pytest.mark.parametrize("words", PERSONALS)
def test_an_opening_that_gets_personal_is_named_in_a_large_sale_alone(words: str) -> None:
    assert kinds(opening(words)) == ["personal"]
    assert kinds(with_size(opening(words), "small")) == []


@pytest.mark.parametrize("words", FINE)
def test_an_opening_that_says_who_and_why_and_asks_leave_is_fine(words: str) -> None:
    assert kinds(opening(words)) == []


def test_only_the_sentence_that_does_it_is_quoted() -> None:
    here = opening(f"Good morning. {GAINS[1]} May I ask?")
    assert cautions.of_call(HALDEN, here) == (
        Caution(kind="benefit", said=text("stages-warn-benefit", words=Quoted(GAINS[1]))),
    )


def test_the_same_opening_as_last_time_is_named_in_any_sale() -> None:
    before = about(OLDER, opening="may I ask how line 2 runs? I'm Ada from Harbour.")
    here = replace(opening(PLAIN, before), calls=(OLDER, HALDEN))
    assert kinds(here) == ["same"]
    assert kinds(with_size(here, "small")) == ["same"]
    other = replace(opening("Jens, the log shows four stops on Monday", before), calls=here.calls)
    assert kinds(other) == []


def test_a_call_that_is_not_known_any_more_is_an_earlier_one() -> None:
    before = replace(about(OLDER, opening=PLAIN), said_at=at("10:00", 1))
    assert kinds(opening(PLAIN, before)) == ["same"]


def test_a_later_call_or_another_customers_says_nothing_of_last_time() -> None:
    later = a_call(key="later", starts_at=at("14:00", 28), ends_at=at("15:00", 28))
    foreign = replace(about(OLDER, opening=PLAIN), opportunity_id=UUID(int=5))
    here = opening(PLAIN, about(later, opening=PLAIN), foreign, about(OLDER, concerns="x"))
    here = replace(here, calls=(later, HALDEN))
    assert kept.last_opening(HALDEN, here) == ""
    assert kinds(here) == []


# ---- the solution ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "Let me show you our dashboard first.",
        "A short demo, then questions.",
        "I brought a few slides on what we do.",
        "先给您演示一下我们的看板",
    ],
)
def test_an_opening_that_shows_before_a_wish_is_noted_is_early(words: str) -> None:
    assert kinds(opening(words)) == ["early"]
    assert kinds(opening(words, a_need(WISH, label="explicit"))) == []
    assert kinds(opening(words, a_need(label="implied"))) == ["early"]
    assert kinds(with_size(opening(words), "small")) == []


def test_an_objective_that_shows_is_early() -> None:
    plan = Plan(objective=f"{SELLER.replace('the', 'our')}", planned_at=at("09:00"))
    here = judged(planned(HALDEN, plan))
    assert cautions.of_call(planned(HALDEN, plan), here) == (
        Caution(
            kind="early",
            said=text("stages-warn-early", words=Quoted("Show Jens our dashboard")),
        ),
    )


@pytest.mark.parametrize(
    "words",
    [
        "Jens brings Mara to a demo on Thursday",
        "Jens asks Mara for a demo of our dashboard on Thursday",  # of which the judge is not sure
    ],
)
def test_an_objective_in_which_the_customer_acts_is_not_early(words: str) -> None:
    assert kinds(judged(), planned(HALDEN, Plan(objective=words))) == []


def test_what_is_planned_to_be_said_is_early_in_its_own_call() -> None:
    other = UUID(int=77)
    said = Statement(text="it logs every stop", label="feature")
    here = judged(notes=(noted(said),))
    assert kinds(here) == ["early"]
    assert kinds(replace(here, notes=(noted(said, call_id=HALDEN.id),))) == ["early"]
    assert kinds(replace(here, notes=(noted(said, call_id=other),))) == []


# ---- commitment --------------------------------------------------------------------------------

CLOSES = "Shall I book the order? Would you prefer delivery in May or June?"


def test_more_than_two_closing_phrases_are_too_many_in_a_large_sale() -> None:
    note = about(HALDEN, summary=CLOSES, proposal="If I could show you that, would you sign today?")
    here = judged(notes=(note,))
    assert cautions.of_call(HALDEN, here) == (
        Caution(kind="closing", said=text("stages-warn-closing", count=3)),
    )
    assert kinds(with_size(here, "small")) == []


def test_two_are_not_nor_one_that_is_written_twice() -> None:
    note = about(HALDEN, summary=CLOSES, concerns=CLOSES.lower(), proposal=CLOSES)
    assert cautions.closings(HALDEN, note.content, judged()) == 2  # type: ignore[arg-type]  # stages
    assert kinds(judged(notes=(note,))) == []


def test_an_order_for_an_objective_counts_as_one() -> None:
    call = planned(HALDEN, Plan(objective="They sign the purchase order today"))
    assert cautions.closings(call, Stages(), judged()) == 1


def test_nothing_to_propose_is_named_in_any_sale_once_something_is_written() -> None:
    here = judged(notes=(about(HALDEN, concerns="the price"),))
    assert kinds(here) == ["silent"]
    assert kinds(with_size(here, "small")) == ["silent"]
    assert kinds(here, planned(HALDEN)) == []
    assert kinds(judged(notes=(about(HALDEN, checked=("consent",)),))) == []


# ---- afterwards --------------------------------------------------------------------------------


def test_after_the_call_only_what_was_done_counts() -> None:
    over = a_call(key="over", starts_at=at("08:00"), ends_at=at("09:00"))
    note = about(over, opening=GAINS[0], closes=2)
    assert kinds(judged(over, notes=(note,)), over) == []
    over = replace(over, review=replace(over.review, proposed=False))
    note = about(over, opening=GAINS[0], closes=3)
    here = judged(over, notes=(note,))
    assert kinds(here, over) == ["closed", "waited"]
    assert kinds(with_size(here, "small"), over) == ["waited"]
    seen = replace(note, content=Stages(closes=3, fine=("closed",)))
    assert kinds(replace(here, notes=(seen,)), over) == ["waited"]
