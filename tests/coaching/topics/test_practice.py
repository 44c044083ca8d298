"""A rep practises one behaviour: the command, the page, safe calls, and where it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import pytest

from coaching import topics
from coaching.actions import Edit
from coaching.calls import Call
from coaching.decide import decide
from coaching.events import Commanded
from coaching.feedback import to_improve, verdict
from coaching.messages import Buttons, Line, Message, Quoted, Text, text
from coaching.notes import Forgotten, Note
from coaching.notes.practice import Count, Occasion, Practice, Skill
from coaching.safe_calls import matters_most
from coaching.spans import Span
from coaching.topics import practice
from coaching.turn import Situation
from tests.coaching.topics.practising import (
    ID,
    LIN,
    a_practice,
    counted,
    observed,
    occasion,
    tap,
    texts,
)
from tests.coaching.world import (
    GOOD_PLAN,
    NOW,
    WEAK_PLAN,
    a_call,
    a_rep,
    a_situation,
    at,
    keys,
    offered,
    planned,
    play,
    said,
    saved,
    says,
    sends,
    with_size,
)
from tests.coaching.world_after import after_the_call, asked_after, form

PLACE = f"{a_rep().id}/practice/7"
RULES = ["practice-rules", "practice-start-questions", "practice-why-order"]
BOARD = ("Jens", "Mara", "Ole")


def counting(*counts: Count, skill: Skill = "implication", **changes: Any) -> Situation:
    """Ada practises that; her calls since the 16th were counted so."""
    calls = tuple(counted(count, 16 + n, skill) for n, count in enumerate(counts))
    return a_situation(*calls, **{"notes": (a_practice(skill),), **changes})


def kept(situation: Situation) -> list[tuple[Skill, bool, bool]]:
    """The practices, as (what, whether it runs, whether it came by itself)."""
    return [
        (one.content.behaviour, one.content.ended_at is None, one.content.by_itself)
        for one in situation.notes
        if isinstance(one.content, Practice)
    ]


def shown_by(words: str, situation: Situation) -> Message:
    (sent,) = sends(decide(says(words), situation))
    return sent.message


# ---- choosing ----------------------------------------------------------------------------------


def test_without_a_practice_the_page_says_the_rules_and_proposes_the_first_with_its_reason() -> (
    None
):
    told = shown_by("practice", a_situation())
    assert keys(told) == RULES
    skills = ["questions", "problem", "implication", "need_payoff", "situation"]
    assert offered(told) == [("practise", skill) for skill in skills]


def test_the_reason_is_the_reps_own_counts_where_there_are_some() -> None:
    done = (a_practice("questions", ended_at=NOW, by_itself=True),)
    calls = (counted("some", 17, "problem"), counted("many", 18, "problem"))
    told = shown_by("practice", a_situation(*calls, notes=done))
    assert texts(told)[1:] == [
        text("practice-start-problem"),
        text("practice-why-counts", there=1, calls=2),
    ]
    assert ("practise", "questions") not in offered(told)


@pytest.mark.parametrize("words", ["practice implication", "练习暗示问题"])
def test_a_behaviour_is_chosen_in_words(words: str) -> None:
    decision, later = play(a_situation(), says(words))
    assert saved(decision, Note) == (
        Note(
            id=uuid5(a_rep().id, "practice/7"),
            rep_id=a_rep().id,
            author_id=a_rep().id,
            said_at=NOW,
            content=Practice(behaviour="implication", began_at=NOW),
        ),
    )
    assert said(decision) == [
        [
            "practice-began",
            "practising-implication",
            "goal-implication",
            "practice-tries-none",
            "practice-safe-none",
        ]
    ]
    assert kept(later) == [("implication", True, False)]


def test_words_that_choose_are_heard_while_a_question_is_open() -> None:
    call = replace(a_call(), asked_at=NOW, anchor="x", asked_start=at("14:00"))
    here = a_situation(call, notes=(a_practice(),))
    _, later = play(here, says("practice problem"))
    assert kept(later) == [("implication", False, False), ("problem", True, False)]
    _, talked = play(here, says("practice makes perfect"))
    assert kept(talked) == [("implication", True, False)]


def test_words_that_name_nothing_show_the_page() -> None:
    assert keys(shown_by("practice everything", a_situation())) == RULES


def test_a_tap_chooses_and_the_page_shows_it_in_its_place() -> None:
    decision, later = play(a_situation(), tap("practise", "problem", on=PLACE))
    (edit,) = decision.actions
    assert isinstance(edit, Edit)
    assert (edit.id, keys(edit)[:2]) == (PLACE, ["practice-began", "practising-problem"])
    assert kept(later) == [("problem", True, False)]


def test_a_tap_elsewhere_brings_the_page_as_a_message() -> None:
    for on in ("", f"{a_rep().id}/done/7", f"{a_call().id}/prompt/x"):
        (sent,) = sends(decide(tap("practise", on=on), counting()))
        assert (sent.id, keys(sent)[0]) == (PLACE, "practising-implication")


def test_one_behaviour_at_a_time_another_puts_the_first_aside() -> None:
    _, later = play(counting(), tap("practise", "problem"))
    assert kept(later) == [("implication", False, False), ("problem", True, False)]


def test_what_runs_already_is_not_begun_anew() -> None:
    decision, later = play(counting("some"), tap("practise", "implication"))
    assert saved(decision, Note) == ()
    assert kept(later) == [("implication", True, False)]


def test_another_is_chosen_from_the_whole_list() -> None:
    (sent,) = sends(decide(tap("practise", "others"), counting()))
    assert keys(sent) == RULES


# ---- going on ----------------------------------------------------------------------------------


@pytest.mark.parametrize("event", [tap("practise", "given_up"), says("practice stop")])
def test_it_can_be_put_aside_at_any_time(event: Any) -> None:
    decision, later = play(counting(), event)
    assert kept(later) == [("implication", False, False)]
    assert said(decision) == [["practice-given-up", *RULES]]


def test_by_itself_it_comes_only_once_the_quantity_is_there() -> None:
    decision, later = play(counting("many", "many"), tap("practise", "by_itself"))
    assert said(decision)[0][0] == "practice-not-yet"
    assert kept(later) == [("implication", True, False)]
    there = counting("many", "many", "many")
    assert ("practise", "by_itself") in offered(shown_by("practice", there))
    decision, later = play(there, tap("practise", "by_itself"))
    assert said(decision)[0][:3] == ["practice-came", "practice-rules", "practice-start-questions"]
    assert kept(later) == [("implication", False, True)]


def test_what_ended_already_cannot_end_again() -> None:
    here = a_situation(notes=(a_practice(ended_at=NOW),))
    assert said(decide(tap("practise", "by_itself"), here))[0][0] == "practice-none-running"


def test_after_a_review_that_reaches_the_quantity_it_is_asked_whether_it_comes_by_itself() -> None:
    notes = (a_practice(),)
    before = tuple(counted("many", day) for day in (23, 24))
    here = after_the_call(*before, asked_after(), notes=notes)
    decision = decide(form(held="signed", asked="many"), here)
    asks = text("practice-by-itself-after", reached=3, tries=3, source=text("counted-own"))
    told = [one for sent in sends(decision) for one in texts(sent.message)]
    assert asks in told
    assert asks not in [
        one
        for sent in sends(decide(form(held="signed", asked="some"), here))
        for one in texts(sent.message)
    ]


def test_a_review_of_an_older_call_does_not_ask() -> None:
    here = counting("many", "many", "many")
    assert practice.after_review(here.calls[0], here) == ()
    (line, row) = practice.after_review(here.calls[-1], here)
    assert isinstance(line, Line)
    assert isinstance(row, Buttons)
    assert [one.tap.value for one in row.buttons] == ["by_itself", ""]
    assert practice.after_review(here.calls[-1], replace(here, notes=())) == ()


# ---- the page ----------------------------------------------------------------------------------


def test_the_page_tells_the_tries_each_with_whose_count_it_is() -> None:
    call, alone, early = counted("many", 17), counted(None, 18), counted("some", 16)
    notes = (
        a_practice(),
        observed(call, implication=2),
        observed(alone, implication=3),
        occasion(early, "practice"),
    )
    told = texts(
        shown_by("practice", a_situation(early, call, alone, notes=notes, names={LIN: "Lin"}))
    )
    halden, lin = Quoted("Halden Paper"), Quoted("Lin")
    own = text(
        "attempt-reported",
        customer=halden,
        day=early.starts_at.date(),
        count=text("asked-some"),
    )
    both = text(
        "attempt-both",
        customer=halden,
        day=call.starts_at.date(),
        who=lin,
        number=2,
        count=text("asked-many"),
    )
    theirs = text(
        "attempt-observed", customer=halden, day=alone.starts_at.date(), who=lin, number=3
    )
    mixed = text("counted-both", own=1, seen=2)
    assert told[:7] == [
        text("practising-implication"),
        text("goal-implication"),
        text("practice-tries-enough", tries=3),
        text("practice-quantity", reached=1, tries=3, source=mixed),
        text("attempt-chosen", attempt=own),
        both,
        theirs,
    ]


def test_before_the_zone_is_known_a_day_is_that_of_utc_and_who_is_not_known_a_colleague() -> None:
    call = counted(None, 17)
    here = a_situation(call, notes=(a_practice(), observed(call, implication=3)), work=None)
    told = texts(shown_by("practice", here))
    assert (
        text(
            "attempt-observed",
            customer=Quoted("Halden Paper"),
            day=call.starts_at.date(),
            who=text("attempt-somebody"),
            number=3,
        )
        in told
    )


def test_what_only_colleagues_counted_is_said_as_theirs() -> None:
    call = counted(None, 17)
    here = a_situation(call, notes=(a_practice(), observed(call, implication=3)))
    source = text("counted-seen")
    told = texts(shown_by("practice", here))
    assert told[3] == text("practice-quantity", reached=1, tries=1, source=source)


def test_until_three_tries_the_page_says_that_it_only_counts() -> None:
    assert text("practice-tries", tries=2) in texts(shown_by("practice", counting("some", "many")))


# ---- safe calls --------------------------------------------------------------------------------


def coming(name: str, day: int = 27, **changes: Any) -> Call:
    given = {"starts_at": at("14:00", day), "ends_at": at("15:00", day), **changes}
    return a_call(name, key=f"{name}{day}", id=uuid5(ID, f"{name}{day}"), **given)


def line(key: str, call: Call) -> Text:
    return text(key, customer=Quoted(call.customer), when=Span(call.starts_at, call.ends_at))


def test_safe_calls_are_proposed_and_chosen_by_a_tap_and_that_is_undone() -> None:
    call = coming("Nord")
    here = with_size(counting(), "small")
    here = with_size(a_situation(call, notes=here.notes), "small")
    told = shown_by("practice", here)
    assert texts(told)[3:] == [text("practice-safe"), line("practice-safe-small", call)]
    decision, later = play(here, tap("occasion", "practice", call.id, on=PLACE))
    assert saved(decision, Note) == (
        Note(
            id=uuid5(call.id, "occasion"),
            rep_id=a_rep().id,
            author_id=a_rep().id,
            said_at=NOW,
            content=Occasion(use="practice"),
            opportunity_id=call.opportunity_id,
            call_id=call.id,
        ),
    )
    (edit,) = decision.actions
    assert isinstance(edit, Edit)
    assert texts(edit.message)[3:] == [line("practice-chosen", call)]
    assert ("occasion", "undo") in offered(edit)
    undone, back = play(later, tap("occasion", "undo", call.id, on=PLACE))
    assert saved(undone, Forgotten) == (Forgotten(id=uuid5(call.id, "occasion")),)
    assert shown_by("practice", back) == told


def test_any_coming_call_can_be_left_alone() -> None:
    call = coming("Nord")
    here = a_situation(call, notes=(a_practice(),))
    told = shown_by("practice", here)
    menu = told.blocks[-2]
    assert isinstance(menu, Buttons)
    assert (menu.menu, [one.tap.value for one in menu.buttons]) == (
        text("button-leave-menu"),
        ["leave_alone"],
    )
    _, later = play(here, tap("occasion", "leave_alone", call.id, on=PLACE))
    assert matters_most(call, later)
    assert texts(shown_by("practice", later))[3:] == [
        line("practice-left-alone", call),
        text("practice-safe-none"),
    ]


def test_the_largest_call_of_the_week_is_named_and_not_offered() -> None:
    call = coming("Nord", people=BOARD)
    told = shown_by("practice", a_situation(call, notes=(a_practice(),)))
    assert texts(told)[3:] == [line("practice-largest", call), text("practice-safe-none")]
    assert offered(told) == [("practise", "others"), ("practise", "given_up")]


def test_a_call_that_is_over_or_gone_cannot_be_chosen() -> None:
    over = counted("some", 25)
    for about in (over.id, UUID(int=1)):
        decision = decide(tap("occasion", "practice", about), a_situation(over))
        assert said(decision) == [["not-here-any-more"]]


# ---- before a call -----------------------------------------------------------------------------


def test_the_prompt_and_the_cue_carry_the_focus() -> None:
    call = coming("Nord")
    here = counting("some")
    here = a_situation(call, *here.calls, notes=here.notes)
    kind = text("skill-implication")
    assert topics.before(call, here)[:1] == practice.before(call, here)
    assert practice.before(call, here) == (
        Line(text("practice-before-first", kind=kind, number=2)),
    )
    assert practice.cue(call, here) == (Line(text("practice-cue", kind=kind)),)


def test_after_three_tries_the_prompt_tells_the_quantity() -> None:
    here = counting("some", "many", "many")
    kind = text("skill-implication")
    assert practice.before(a_call(), here) == (
        Line(text("practice-before", kind=kind, reached=2, tries=3, source=text("counted-own"))),
    )


def test_a_practice_call_says_so_with_what_is_enough() -> None:
    call, kind, goal = coming("Nord"), text("skill-problem"), text("goal-problem")
    notes = (a_practice("problem"), occasion(call, "practice"))
    fresh = a_situation(call, notes=notes)
    first = text("practice-before-chosen-first", kind=kind, number=1, goal=goal)
    assert practice.before(call, fresh) == (Line(first),)
    assert practice.cue(call, fresh) == (Line(text("practice-cue-chosen", kind=kind, goal=goal)),)
    tried = counting("some", "some", "some", skill="problem")
    later = a_situation(call, *tried.calls, notes=notes)
    chosen = text("practice-before-chosen", kind=kind, goal=goal)
    assert practice.before(call, later) == (Line(chosen),)


def test_nothing_is_practised_in_the_call_that_matters_most() -> None:
    call = coming("Nord", people=BOARD)
    here = a_situation(call, notes=(a_practice(),))
    assert (practice.before(call, here), practice.cue(call, here)) == ((), ())


def test_without_a_practice_nothing_is_said_before_a_call() -> None:
    assert (
        practice.before(a_call(), a_situation(a_call())),
        practice.cue(a_call(), a_situation()),
    ) == (
        (),
        (),
    )


# ---- the verdict -------------------------------------------------------------------------------


def verdict_in(situation: Situation, call: Call) -> list[Text]:
    return texts(verdict(call, replace(situation, calls=(*situation.calls, call))))


def test_before_three_tries_the_coach_names_the_kind_and_counts() -> None:
    call = planned(coming("Nord"))
    here = replace(counting("some"), opportunities=a_situation(call).opportunities)
    told = verdict_in(here, call)
    kind = text("judge-question-implication-bare")
    assert told[1] == text("feedback-practised", reason=kind, number=2)
    usual = verdict_in(replace(here, notes=()), call)
    assert usual[1].key == "feedback-question"


def test_after_three_tries_it_gives_its_reasons_as_always() -> None:
    call = planned(coming("Nord"))
    tried = counting("some", "some", "many")
    here = replace(tried, opportunities={**tried.opportunities, **a_situation(call).opportunities})
    assert verdict_in(here, call) == verdict_in(replace(here, notes=()), call)


def test_a_kind_that_is_practised_needs_no_second_look_before_three_tries() -> None:
    call = planned(coming("Nord"), replace(WEAK_PLAN, objective=GOOD_PLAN.objective))
    here = a_situation(call)
    assert to_improve(call, here) == ("question",)
    assert to_improve(call, replace(here, notes=(a_practice("problem"),))) == ()
    assert to_improve(call, replace(here, notes=(a_practice("questions"),))) == ()
    for skill in ("implication", "situation"):
        other = replace(here, notes=(a_practice(skill),))
        assert to_improve(call, other) == ("question",)


def test_in_the_call_that_matters_most_the_kind_is_named_and_no_try_is_counted() -> None:
    call = planned(coming("Nord", people=BOARD))
    told = verdict_in(a_situation(call, notes=(a_practice(),)), call)
    kind = text("judge-question-implication-bare")
    assert told[1] == text("feedback-practised-plain", reason=kind)


# ---- the rep's page ----------------------------------------------------------------------------


def test_the_home_page_tells_what_is_practised_and_has_the_button() -> None:
    (told, row) = practice.home(counting("some", "many"))
    kind = text("skill-implication")
    own = text("counted-own")
    assert told == Line(text("practice-home", kind=kind, tries=2, reached=1, source=own))
    none = practice.home(counting())
    assert none == (Line(text("practice-home-none", kind=kind)), row)
    assert isinstance(row, Buttons)
    assert [(one.label.key, one.tap.verb) for one in row.buttons] == [
        ("button-practice", "practise")
    ]


def test_the_home_page_offers_to_choose_once_there_are_calls() -> None:
    assert practice.home(a_situation()) == ()
    (row,) = practice.home(a_situation(a_call()))
    assert isinstance(row, Buttons)
    assert [one.label.key for one in row.buttons] == ["button-practice-choose"]


def test_the_slash_command_knows_the_words_too() -> None:
    _, later = play(a_situation(), Commanded(name="练习", words="效益问题"))
    assert kept(later) == [("need_payoff", True, False)]
