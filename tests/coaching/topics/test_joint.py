"""A colleague counts the kinds of question by taps during a joint call (METHOD §10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid5

import pytest

from coaching import ids
from coaching.actions import Edit
from coaching.calls import Call
from coaching.decide import decide
from coaching.events import Commanded
from coaching.messages import Heading, Line, Quoted, text
from coaching.notes import Note
from coaching.notes.practice import BEHAVIOURS, Observation
from coaching.topics import joint, practice
from coaching.turn import Joint, Situation
from tests.coaching.topics.practising import LIN, a_practice, observed, tap, texts
from tests.coaching.world import (
    a_call,
    a_rep,
    a_situation,
    at,
    keys,
    offered,
    play,
    said,
    saved,
    says,
    sends,
)
from tests.coaching.world_after import after_the_call

CALL = a_call()
WITH_LIN = Joint(
    call_id=ids.call_id(LIN, CALL.key),
    rep_id=LIN,
    name="Lin",
    customer="Halden Paper",
    meeting_id=CALL.meeting_id,
    starts_at=CALL.starts_at,
    ends_at=CALL.ends_at,
)
TAPS = [("joint", kind) for kind in BEHAVIOURS]
PLACE = f"{a_rep().id}/count/7"
NOTHING = dict.fromkeys(BEHAVIOURS, 0)


def beside(*joints: Joint, now: str = "14:05", **changes: Any) -> Situation:
    """Ada sits in Lin's call at 14:05."""
    return a_situation(CALL, joint=joints or (WITH_LIN,), now=at(now), **changes)


def counts(*values: str, on: str = PLACE) -> tuple[Any, ...]:
    return tuple(tap("joint", value, WITH_LIN.call_id, on=on) for value in values)


def seen_in(situation: Situation) -> Observation:
    (note,) = situation.notes
    assert isinstance(note.content, Observation)
    return note.content


def test_in_a_shared_call_the_message_to_count_in_comes_and_the_seller_can_know() -> None:
    decision = decide(says("count"), beside())
    (sent,) = sends(decision)
    who, customer = Quoted("Lin"), Quoted("Halden Paper")
    assert sent.id == PLACE
    assert sent.message.blocks[:2] == (
        Heading(text("count-what", name=who, customer=customer)),
        Line(text("count-so-far", **NOTHING)),
    )
    assert offered(sent) == [*TAPS, ("joint", "done")]
    assert saved(decision, Note) == (
        Note(
            id=uuid5(WITH_LIN.call_id, f"observation/{a_rep().id}"),
            rep_id=LIN,
            author_id=a_rep().id,
            said_at=at("14:05"),
            content=Observation(customer="Halden Paper"),
            opportunity_id=CALL.opportunity_id,
            call_id=WITH_LIN.call_id,
        ),
    )


def test_a_meeting_that_is_no_call_of_ones_own_belongs_to_no_sale() -> None:
    decision = decide(says("count"), replace(beside(), calls=()))
    assert [note.opportunity_id for note in saved(decision, Note)] == [None]


def test_each_tap_is_one_more_and_the_last_can_be_undone() -> None:
    decision, later = play(beside(), says("count"), *counts("problem", "problem", "situation"))
    assert seen_in(later).counts == {"problem": 2, "situation": 1}
    assert decision.actions == (
        Edit(id=PLACE, message=joint._shown(seen_in(later), WITH_LIN)),  # noqa: SLF001 - as shown
    )
    undone, after = play(later, *counts("undo"))
    assert seen_in(after).counts == {"problem": 2}
    assert ("joint", "undo") in offered(undone.actions[0])  # type: ignore[arg-type]  # an edit
    _, empty = play(after, *counts("undo", "undo", "undo"))
    assert (seen_in(empty).counts, seen_in(empty).latest) == ({}, ())


def test_done_shows_the_sum_and_can_be_opened_again() -> None:
    decision, later = play(beside(), says("count"), *counts("problem", "done"))
    (edit,) = decision.actions
    assert isinstance(edit, Edit)
    who, customer = Quoted("Lin"), Quoted("Halden Paper")
    assert texts(edit.message) == [
        text("count-done", name=who, customer=customer),
        text("count-so-far", **{**NOTHING, "problem": 1}),
    ]
    assert offered(edit) == [("joint", "on")]
    assert seen_in(later).done
    reopened, on = play(later, *counts("on"))
    assert not seen_in(on).done
    assert offered(reopened.actions[0])[:4] == TAPS  # type: ignore[arg-type]  # an edit


def test_a_tap_on_a_message_that_is_not_the_one_to_count_in_brings_it() -> None:
    decision = decide(counts("", on="")[0], beside())
    assert [keys(one) for one in sends(decision)] == [["count-what", "count-so-far"]]


def test_in_chat_letters_count_at_once_and_other_words_do_not() -> None:
    _, later = play(beside(), says("count pp i"))
    assert seen_in(later).latest == ("problem", "problem", "implication")
    _, none = play(beside(), Commanded(name="count", words="maybe"))
    assert seen_in(none).latest == ()


def test_letters_count_while_a_question_is_open_and_other_words_answer_it() -> None:
    asked = replace(CALL, asked_at=at("11:00"), anchor="x", asked_start=CALL.starts_at)
    here = replace(beside(now="13:50"), calls=(asked,))
    _, later = play(here, says("count pi"))
    assert seen_in(later).latest == ("problem", "implication")
    _, answered = play(here, says("count on Jens to call us"))
    assert answered.notes == ()


def test_fingers_that_stick_do_not_fill_the_note() -> None:
    _, later = play(beside(), *(Commanded(name="count", words="s" * 150) for _ in range(2)))
    assert seen_in(later).counts == {"situation": 200}


def test_with_several_colleagues_it_is_asked_for_whom() -> None:
    ben = replace(WITH_LIN, call_id=CALL.id, name="Ben")
    decision = decide(says("count"), beside(WITH_LIN, ben))
    (sent,) = sends(decision)
    assert keys(sent) == ["count-which"]
    assert [one.label.values["name"] for one in sent.message.blocks[1].buttons] == [  # type: ignore[union-attr]  # a row
        Quoted("Ben"),
        Quoted("Lin"),
    ]


@pytest.mark.parametrize(
    "now,open_", [("13:44", False), ("13:45", True), ("17:00", True), ("17:01", False)]
)
def test_one_can_count_from_a_quarter_of_an_hour_before_until_two_hours_after(
    now: str, open_: bool
) -> None:
    situation = beside(now=now)
    assert said(decide(says("count"), situation)) == (
        [["count-what", "count-so-far"]] if open_ else [["count-nobody"]]
    )
    assert bool(joint.home(situation)) == open_
    wrong = "count-not-begun" if now < "14:00" else "count-closed"
    tapped = decide(counts("problem")[0], situation)
    assert (said(tapped) == [[wrong]]) is not open_
    assert (saved(tapped, Note) == ()) is not open_


def test_a_call_that_is_not_shared_any_more_is_answered() -> None:
    situation = replace(beside(), joint=())
    assert said(decide(counts("problem")[0], situation)) == [["not-here-any-more"]]


def test_the_page_has_a_button_while_it_can_be_counted() -> None:
    (row,) = joint.home(beside())
    assert row.buttons[0].label == text("button-count", name=Quoted("Lin"))  # type: ignore[union-attr]  # a row


# ---- what the seller sees ----------------------------------------------------------------------


def seller(call: Call, *notes: Note, **changes: Any) -> Situation:
    """Ada sold, Lin counted."""
    return after_the_call(call, notes=notes, names={LIN: "Lin"}, **changes)


def test_the_seller_sees_on_the_page_that_a_colleague_counts_and_then_what() -> None:
    now = seller(CALL, observed(CALL, done=False, problem=2))
    (sent,) = sends(decide(says("practice"), now))
    counting = text("observed-now", who=Quoted("Lin"))
    customer = Quoted("Halden Paper")
    assert texts(sent.message)[-1] == text("observed-now-in", customer=customer, counts=counting)
    (later,) = sends(decide(says("practice"), seller(CALL, observed(CALL, problem=2))))
    done = text("observed", who=Quoted("Lin"), **{**NOTHING, "problem": 2})
    assert texts(later.message)[-1] == text("observed-now-in", customer=customer, counts=done)


def test_the_review_shows_what_a_colleague_counted_beside_what_the_rep_says() -> None:
    decision = decide(tap("held", "signed", CALL.id), seller(CALL, observed(CALL, problem=2)))
    told = texts(sends(decision)[-1].message)[-1]
    assert told == text("observed", who=Quoted("Lin"), **{**NOTHING, "problem": 2})


def test_a_colleague_whose_name_is_not_known_is_a_colleague() -> None:
    for done, key in ((True, "observed-by-nobody"), (False, "observed-now-by-nobody")):
        notes = (observed(CALL, done=done, problem=2),)
        decision = decide(tap("held", "signed", CALL.id), after_the_call(CALL, notes=notes))
        assert texts(sends(decision)[-1].message)[-1].key == key


def test_the_next_prompt_tells_what_was_counted_in_the_call_before() -> None:
    after = a_call(key="next", starts_at=at("10:00", 27), ends_at=at("11:00", 27))
    late = a_call(key="late", starts_at=at("12:00", 27), ends_at=at("13:00", 27))
    here = seller(CALL, observed(CALL, problem=2), now=CALL.ends_at + timedelta(minutes=15))
    here = replace(here, calls=(CALL, after, late))
    told = text("observed", who=Quoted("Lin"), **{**NOTHING, "problem": 2})
    line = text("observed-last", customer=Quoted("Halden Paper"), counts=told)
    assert [practice.before(call, here) for call in (CALL, after, late)] == [(), (Line(line),), ()]


def test_what_is_observed_and_what_is_said_stand_side_by_side() -> None:
    call = replace(CALL, review=replace(CALL.review, asked="many", held="signed"))
    here = seller(call, a_practice(), observed(call, implication=2))
    (sent,) = sends(decide(says("practice"), here))
    assert text(
        "attempt-both",
        customer=Quoted("Halden Paper"),
        day=call.starts_at.date(),
        who=Quoted("Lin"),
        number=2,
        count=text("asked-many"),
    ) in texts(sent.message)
