"""Tries are counted from reviews and joint calls, each said as what it is (METHOD §10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coaching.calls import Review
from coaching.learning_order import Proposal, mastered, proposal
from coaching.notes import Note
from coaching.notes.practice import BEHAVIOURS, Count, Practice, Skill, Try
from coaching.practice import (
    Attempt,
    attempts_of,
    counted,
    heard,
    level,
    observations,
    progress,
)
from coaching.review_counts import asked_of
from tests.coaching.topics.practising import BEGAN, LIN, a_practice, observed, occasion
from tests.coaching.topics.practising import counted as a_counted
from tests.coaching.world import NOW, a_call, a_rep, a_situation, at
from tests.coaching.world_after import after_the_call

ENDED = a_practice("problem", ended_at=NOW, by_itself=True)


def practice_of(note: Note) -> Practice:
    assert isinstance(note.content, Practice)
    return note.content


# ---- tries -------------------------------------------------------------------------------------


def test_nothing_is_in_practice_until_the_rep_chooses() -> None:
    assert progress(a_situation()) is None
    assert progress(a_situation(notes=(ENDED,))) is None


def test_what_a_colleague_practises_is_not_the_reps() -> None:
    other = replace(a_practice(), rep_id=LIN)
    assert progress(a_situation(notes=(other,))) is None


@pytest.mark.parametrize(
    "skill,count,is_try,has_quantity",
    [
        ("implication", None, False, False),
        ("implication", "unknown", False, False),
        ("implication", "none", False, False),
        ("implication", "some", True, False),
        ("implication", "many", True, True),
        ("situation", None, False, False),
        ("situation", "unknown", False, False),
        ("situation", "none", True, True),
        ("situation", "some", True, True),
        ("situation", "many", True, False),
    ],
)
def test_a_try_is_a_call_in_which_it_was_done_and_fewer_is_the_aim_of_situation_questions(
    skill: Skill, count: Count | None, is_try: bool, has_quantity: bool
) -> None:
    one = Attempt(skill=skill, call_id=a_call().id, at=NOW, customer="x", reported=count)
    assert (one.is_try, one.has_quantity) == (is_try, has_quantity)


@pytest.mark.parametrize(
    "reported,observed,is_try,has_quantity",
    [
        ("many", 2, True, False),
        ("none", 1, True, False),
        (None, 3, True, True),
        (None, 0, False, False),
    ],
)
def test_a_try_counts_from_either_and_for_the_quantity_what_was_observed_goes_first(
    reported: Count | None, observed: int, is_try: bool, has_quantity: bool
) -> None:
    one = Attempt(
        skill="problem",
        call_id=a_call().id,
        at=NOW,
        customer="x",
        reported=reported,
        observed=observed,
    )
    assert (one.is_try, one.has_quantity) == (is_try, has_quantity)


@pytest.mark.parametrize(
    "skill,number,said",
    [
        ("problem", 0, "none"),
        ("problem", 1, "some"),
        ("problem", 2, "some"),
        ("problem", 3, "many"),
        ("questions", 4, "none"),
        ("questions", 5, "some"),
        ("questions", 9, "some"),
        ("questions", 10, "many"),
    ],
)
def test_a_number_is_said_as_a_rep_would(skill: Skill, number: int, said: Count) -> None:
    assert level(skill, number) == said


def test_tries_are_counted_since_the_practice_began() -> None:
    before = a_counted("many", 13)
    calls = (before, a_counted("some", 17), a_counted("unknown", 18), a_counted("many", 19))
    running = progress(a_situation(*calls, notes=(a_practice(),)))
    assert running is not None
    assert [(one.at.day, one.reported) for one in running.tries] == [(17, "some"), (19, "many")]
    assert (running.reached, running.may_judge, running.is_there) == (1, False, False)


def test_a_call_not_held_is_no_try() -> None:
    call = a_counted("many", 17)
    off = replace(call, review=replace(call.review, held="not_held"))
    running = progress(a_situation(off, notes=(a_practice(),)))
    assert running is not None
    assert running.tries == ()


def test_three_tries_with_the_quantity_of_the_last_five_are_enough_to_go_on() -> None:
    days: dict[int, Count] = {
        16: "many",
        17: "many",
        18: "some",
        19: "some",
        20: "some",
        23: "many",
    }
    calls = tuple(a_counted(count, day) for day, count in days.items())
    running = progress(a_situation(*calls, notes=(a_practice(),)))
    assert running is not None
    assert (len(running.tries), running.reached, running.is_there) == (6, 2, False)
    more = a_situation(*calls, a_counted("many", 24), notes=(a_practice(),))
    now = progress(more)
    assert now is not None
    assert (now.reached, now.is_there, now.may_judge) == (2, False, True)
    best = a_situation(*calls[-1:], *calls[:2], notes=(a_practice(),))
    there = progress(best)
    assert there is not None
    assert (there.reached, there.is_there) == (3, True)


def test_older_tries_stand_as_they_were_noted_and_a_known_calls_review_goes_first() -> None:
    known = a_counted("some", 18)
    old = Try(call_id=LIN, at=at("09:00", 16), customer="Nord", count="many", chosen=True)
    stale = Try(call_id=known.id, at=known.starts_at, customer="x", count="many")
    note = a_practice(tried=(old, stale))
    found = attempts_of(practice_of(note), a_situation(known, notes=(note,)))
    assert [(one.customer, one.reported, one.chosen) for one in found] == [
        ("Nord", "many", True),
        ("Halden Paper", "some", False),
    ]


# ---- joint calls -------------------------------------------------------------------------------


def test_what_was_observed_stands_beside_what_was_reported() -> None:
    call = a_counted("many", 17)
    notes = (a_practice(), observed(call, implication=2, problem=4), occasion(call, "practice"))
    (one,) = attempts_of(practice_of(notes[0]), a_situation(call, notes=notes))
    assert (one.reported, one.observed, one.observer_id, one.chosen) == ("many", 2, LIN, True)
    assert (one.is_try, one.has_quantity) == (True, False)


def test_of_two_who_counted_the_one_who_heard_more_is_told() -> None:
    call = a_counted(None, 17)
    other = observed(call, by=a_call().id, implication=1)
    notes = (a_practice(), observed(call, implication=3), other)
    (one,) = attempts_of(practice_of(notes[0]), a_situation(call, notes=notes))
    assert (one.observed, one.observer_id) == (3, LIN)


def test_a_joint_call_too_old_to_be_known_still_counts() -> None:
    gone = a_counted(None, 17)
    notes = (a_practice(), observed(gone, implication=3))
    (one,) = attempts_of(practice_of(notes[0]), a_situation(notes=notes))
    assert one == Attempt(
        skill="implication",
        call_id=gone.id,
        at=gone.ends_at,
        customer="Halden Paper",
        observed=3,
        observer_id=LIN,
    )
    before = replace(notes[1], said_at=BEGAN - timedelta(hours=1))
    assert attempts_of(practice_of(notes[0]), a_situation(notes=(notes[0], before))) == ()


def test_questions_of_any_kind_are_all_that_was_heard() -> None:
    call = a_counted(None, 17)
    seen = observed(call, situation=2, problem=3).content
    assert heard("questions", seen) == 5  # type: ignore[arg-type]  # made as an observation
    assert heard("implication", seen) == 0  # type: ignore[arg-type]  # made as an observation


def test_what_is_not_done_is_not_told_until_nobody_can_count_any_more() -> None:
    call = a_call()
    note = observed(call, done=False, problem=1)
    during = a_situation(call, notes=(note,), now=at("14:30"))
    assert observations(during) == ()
    late = replace(during, now=call.ends_at + timedelta(hours=2, seconds=1))
    assert [one for one, _ in observations(late)] == [note]
    assert [one for one, _ in observations(replace(during, calls=()))] == [note]


def test_what_the_rep_counted_for_a_colleague_is_not_theirs() -> None:
    theirs = replace(observed(a_call(), problem=1), rep_id=LIN, author_id=a_rep().id)
    assert observations(a_situation(a_call(), notes=(theirs,))) == ()


# ---- noted with the practice -------------------------------------------------------------------


def test_a_count_is_noted_with_the_practice_and_once() -> None:
    call = a_counted("some", 17)
    note = a_practice()
    (now,) = counted(call, a_situation(call, notes=(note, occasion(call, "practice"))))
    entry = Try(
        call_id=call.id,
        at=call.starts_at,
        customer="Halden Paper",
        count="some",
        chosen=True,
    )
    assert now == replace(note, content=replace(practice_of(note), tried=(entry,)))
    again = a_situation(call, notes=(now, occasion(call, "practice")))
    assert counted(call, again) == ()


def test_a_count_taken_back_or_of_a_call_not_held_is_no_try_any_more() -> None:
    call = a_counted("some", 17)
    entry = Try(call_id=call.id, at=call.starts_at, customer="Halden Paper", count="some")
    note = a_practice(tried=(entry,))
    for review in (
        call.review.with_count("implication", None),
        replace(call.review, held="not_held"),
    ):
        changed = replace(call, review=review)
        (now,) = counted(changed, a_situation(changed, notes=(note,)))
        assert practice_of(now).tried == ()


def test_nothing_is_noted_without_a_practice_or_of_a_call_before_it() -> None:
    call = a_counted("some", 13)
    assert counted(call, a_situation(call)) == ()
    assert counted(call, a_situation(call, notes=(a_practice(),))) == ()


# ---- what a review asks ------------------------------------------------------------------------


def test_the_first_review_of_a_week_asks_for_all_four_kinds_and_a_later_one_for_one() -> None:
    sunday, monday = a_counted("some", 22), a_counted("some", 23)
    assert asked_of(a_call(), after_the_call(a_call(), sunday)) == BEHAVIOURS
    assert asked_of(a_call(), after_the_call(a_call(), monday)) == ("implication",)
    notes = (a_practice("problem"),)
    assert asked_of(a_call(), after_the_call(a_call(), monday, notes=notes)) == ("problem",)


def test_a_call_that_was_not_held_was_not_the_weeks_review() -> None:
    monday = a_counted("some", 23)
    off = replace(monday, review=replace(monday.review, held="not_held"))
    assert asked_of(a_call(), after_the_call(a_call(), off)) == BEHAVIOURS


def test_the_week_is_that_of_the_reps_zone_and_of_utc_until_it_is_known() -> None:
    call = a_counted("some", 23)
    late = replace(call, review=replace(call.review, reviewed_at=at("00:30", 23)))
    here = after_the_call(a_call(), late)
    assert asked_of(a_call(), here) == ("implication",)
    assert asked_of(a_call(), replace(here, work=None)) == BEHAVIOURS


def test_who_practises_questions_at_all_is_asked_for_them_beside_the_four() -> None:
    notes = (a_practice("questions"),)
    assert asked_of(a_call(), after_the_call(a_call(), notes=notes)) == ("questions", *BEHAVIOURS)
    monday = a_counted("some", 23)
    assert asked_of(a_call(), after_the_call(a_call(), monday, notes=notes)) == ("questions",)


def test_what_was_counted_can_be_corrected() -> None:
    monday = a_counted("some", 23)
    call = replace(a_call(), review=Review().with_count("problem", "some"))
    assert asked_of(call, after_the_call(call, monday)) == ("problem", "implication")


# ---- what next ---------------------------------------------------------------------------------


def test_without_counts_the_learning_order_begins_with_questions_at_all() -> None:
    assert proposal(a_situation()) == Proposal(skill="questions")


def test_what_comes_by_itself_is_not_proposed_again() -> None:
    done = tuple(
        a_practice(skill, ended_at=NOW, by_itself=True) for skill in ("questions", "problem")
    )
    given_up = a_practice("implication", ended_at=NOW)
    assert proposal(a_situation(notes=(*done, given_up))) == Proposal(skill="implication")
    theirs = tuple(replace(note, rep_id=LIN) for note in done)
    assert mastered(a_situation(notes=theirs)) == frozenset()


def test_what_is_there_in_half_of_three_calls_is_passed_over() -> None:
    done = (a_practice("questions", ended_at=NOW, by_itself=True),)
    calls = (
        a_counted("many", 17, "problem"),
        a_counted("many", 18, "problem"),
        a_counted("none", 19, "problem"),
    )
    assert proposal(a_situation(*calls, notes=done)).skill == "implication"
    weak = a_situation(*calls[1:], a_counted("some", 20, "problem"), notes=done)
    assert proposal(weak) == Proposal(skill="problem", there=1, of=3)
    few = a_situation(*calls[:2], notes=done)
    assert proposal(few) == Proposal(skill="problem", there=2, of=2)


def test_questions_at_all_are_what_the_four_kinds_come_to_at_least() -> None:
    call = a_counted("many", 17)
    review = call.review
    for kind in BEHAVIOURS:
        review = review.with_count(kind, "many")
    full = [replace(a_counted("many", day), review=review) for day in (17, 18, 19)]
    assert proposal(a_situation(*full)).skill == "situation"
    some = replace(full[0], review=review.with_count("problem", "unknown"))
    assert proposal(a_situation(some, *full[1:])) == Proposal(skill="questions", there=2, of=2)
    own = replace(full[0], review=review.with_count("questions", "none"))
    assert proposal(a_situation(own, *full[:1])).of == 2
    off = replace(full[0], review=replace(review, held="not_held"))
    assert proposal(a_situation(off)) == Proposal(skill="questions")


def test_where_all_is_there_fewer_situation_questions_stay() -> None:
    done = tuple(
        a_practice(skill, ended_at=NOW, by_itself=True)
        for skill in ("questions", "problem", "implication", "need_payoff", "situation")
    )
    assert proposal(a_situation(notes=done)) == Proposal(skill="situation")
