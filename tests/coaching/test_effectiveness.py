"""What is compared with what, from how many on, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from coaching.calls import Call, Outcome
from coaching.effectiveness import minimum
from coaching.effectiveness.comparing import lack_of_changes, of_outcomes, of_questions
from coaching.effectiveness.counted import decided, practised_from, rated
from coaching.effectiveness.evaluating import Results, asked, found
from coaching.effectiveness.figures import (
    Changes,
    Comparison,
    Estimate,
    Finding,
    Sample,
    Side,
    TwoGroups,
)
from coaching.effectiveness.matching import Course, courses, matched, of_results
from coaching.history import History
from coaching.notes.practice import Count
from coaching.people import Rep
from tests.coaching.team_world import (
    DAY,
    NOW,
    WEEK,
    a_call_of,
    a_history,
    a_practice,
    a_result,
    an_observation,
    people,
)

LONG_AGO = NOW - 20 * WEEK
REPS = people(8)
ESTIMATE = Estimate(difference=0.3, low=0.1, high=0.5, chance=0.01, effect=0.6)


def calls_of(
    rep: Rep, outcome: Outcome, count: Count, number: int, *, start: int = 0
) -> list[Call]:
    """So many calls of a rep, one a day, each with implication questions counted so."""
    return [
        a_call_of(rep, LONG_AGO + (start + day) * DAY, outcome, counts={"implication": count})
        for day in range(number)
    ]


def a_full_history(**changes: Any) -> History:
    """Eight reps, each with good calls with many questions, and bad ones with few; A has one more.

    It is one of few questions that went well: not all are to be alike.
    """
    calls = [
        call
        for rep in REPS
        for call in (
            *calls_of(rep, "advance", "many", 5),
            *calls_of(rep, "continuation", "some", 5, start=5),
        )
    ]
    calls += calls_of(REPS[0], "advance", "some", 1, start=10)
    return a_history(REPS, calls, **changes)


def the(comparisons: tuple[Comparison, ...], test: str, what: str, source: str) -> Comparison:
    (one,) = [
        one for one in comparisons if (one.test, one.what, one.source) == (test, what, source)
    ]
    return one


# ---- what is counted ---------------------------------------------------------------------------


def test_three_or_more_count_as_many_and_who_does_not_know_is_left_out() -> None:
    ada = REPS[0]
    counts: tuple[Count, ...] = ("none", "some", "many", "unknown")
    calls = [
        a_call_of(ada, LONG_AGO + day * DAY, counts={"problem": count})
        for day, count in enumerate(counts)
    ]
    known = rated(a_history([ada], calls))
    assert [(one.what, one.source, one.value) for one in known] == [
        ("problem", "reported", 0.0),
        ("problem", "reported", 0.0),
        ("problem", "reported", 1.0),
    ]


def test_a_call_not_held_not_reviewed_or_cancelled_is_not_counted() -> None:
    ada = REPS[0]
    off = a_call_of(ada, LONG_AGO, counts={"problem": "many"}, standing="cancelled")
    open_one = a_call_of(ada, LONG_AGO + DAY, None, counts={"problem": "many"})
    history = a_history([ada], [off, open_one])
    assert rated(history) == ()
    assert of_outcomes(history)[0].first == Side(count=0, people=0, mean=0.0)


@pytest.mark.parametrize(
    "changes", [{"group": "attention"}, {"group": "control"}, {"sells": False}]
)
def test_only_calls_of_those_who_are_coached_are_counted(changes: dict[str, Any]) -> None:
    (ada,) = people(1)
    call = a_call_of(ada, LONG_AGO, counts={"problem": "many"})
    assert len(rated(a_history([ada], [call]))) == 1
    assert rated(a_history([replace(ada, **changes)], [call])) == ()


def test_what_colleagues_count_stands_apart_and_several_make_a_mean() -> None:
    call = a_call_of(REPS[0], LONG_AGO, "no_sale", counts={"problem": "many"})
    notes = (
        an_observation(call, problem=4),
        an_observation(call, by=98, problem=1, situation=2),
        a_practice(REPS[0], "problem", LONG_AGO),
    )
    known = rated(a_history(REPS, [call], notes=notes))
    assert sorted((one.source, one.what, one.value, one.success) for one in known) == [
        ("observed", "implication", 0.0, False),
        ("observed", "need_payoff", 0.0, False),
        ("observed", "problem", 2.5, False),
        ("observed", "situation", 1.0, False),
        ("reported", "problem", 1.0, False),
    ]


def test_a_colleague_who_still_counts_is_not_heard_before_time_is_over() -> None:
    call = a_call_of(REPS[0], NOW - timedelta(hours=1, minutes=30))
    note = an_observation(call, done=False, problem=4)
    assert rated(a_history(REPS, [call], notes=(note,))) == ()
    later = a_history(REPS, [call], notes=(note,), now=NOW + timedelta(hours=3))
    assert len(rated(later)) == 4


def test_an_observation_of_another_teams_call_is_not_counted() -> None:
    other = a_call_of(REPS[0], LONG_AGO)
    assert rated(a_history(REPS, [], notes=(an_observation(other, problem=3),))) == ()


def test_in_a_joint_call_the_organisers_word_counts() -> None:
    ada, bea = REPS[:2]
    hers = a_call_of(ada, LONG_AGO, "continuation", counts={"problem": "many"}, organizer=True)
    other = a_call_of(bea, LONG_AGO, "advance", counts={"problem": "some"})
    joint = a_history(REPS, [hers, replace(other, meeting_id=hers.meeting_id)])
    assert [(one.person, one.value) for one in decided(joint)] == [(ada.id, 0.0), (bea.id, 0.0)]
    assert [one.success for one in rated(joint)] == [False, False]
    unsaid = replace(other, meeting_id=hers.meeting_id, review=a_call_of(bea, NOW, None).review)
    alone = decided(a_history(REPS, [hers, unsaid]))
    assert [one.person for one in alone] == [ada.id]


def test_when_somebody_began_to_practise_is_the_first_time() -> None:
    ada = REPS[0]
    first, again = a_practice(ada, "problem", LONG_AGO), a_practice(ada, "problem", NOW)
    history = a_history(REPS, [], notes=(again, first))
    assert practised_from(ada.id, "problem", history) == LONG_AGO
    assert practised_from(ada.id, "implication", history) is None
    assert practised_from(REPS[1].id, "problem", history) is None


# ---- test 1 ------------------------------------------------------------------------------------


def test_each_persons_calls_that_went_well_are_held_against_their_others() -> None:
    comparisons = of_questions(a_full_history())
    one = the(comparisons, "success", "implication", "reported")
    assert (one.first.count, one.first.people, one.lack) == (41, 8, None)
    assert one.first.mean == pytest.approx((7 + 5 / 6) / 8)
    assert one.other == Side(count=40, people=8, mean=0.0)
    assert one.sample == Changes(values=(5 / 6, *(1.0,) * 7))


def test_a_call_whose_outcome_is_open_is_on_neither_side() -> None:
    history = a_full_history()
    first = history.calls[0]
    opened = replace(first, review=replace(first.review, held="other", outcome=None))
    less = a_history(REPS, [opened, *history.calls[1:]])
    comparisons = of_questions(less)
    one = the(comparisons, "success", "implication", "reported")
    assert (one.first.count, one.other.count) == (40, 40)


@pytest.mark.parametrize(
    "reps,calls,lack",
    [(4, 12, "people"), (5, 5, "calls"), (5, 6, None)],
)
def test_nothing_is_said_of_few_people_or_few_calls(
    reps: int, calls: int, lack: str | None
) -> None:
    made = [
        call
        for rep in REPS[:reps]
        for call in (
            *calls_of(rep, "order", "many", calls),
            *calls_of(rep, "no_sale", "many" if rep == REPS[0] else "none", calls, start=calls),
        )
    ]
    comparisons = of_questions(a_history(REPS, made))
    assert the(comparisons, "success", "implication", "reported").lack == lack


def test_where_all_calls_are_alike_nothing_is_said() -> None:
    calls = [
        call
        for rep in REPS
        for call in (
            *calls_of(rep, "advance", "many", 5),
            *calls_of(rep, "continuation", "many", 5, start=5),
        )
    ]
    comparisons = of_questions(a_history(REPS, calls))
    assert the(comparisons, "success", "implication", "reported").lack == "same"


# ---- test 2 ------------------------------------------------------------------------------------


def weekly(rep: Rep, counts: tuple[Count, ...]) -> list[Call]:
    """One call a week, each counted so."""
    return [
        a_call_of(rep, LONG_AGO + week * WEEK, counts={"implication": count})
        for week, count in enumerate(counts)
    ]


def test_the_first_four_weeks_are_before_where_nobody_practised() -> None:
    counts: tuple[Count, ...] = ("none", "many", "none", "none", "many", "many", "many", "none")
    calls = [call for rep in REPS for call in weekly(rep, counts)]
    comparisons = of_questions(a_history(REPS, calls))
    one = the(comparisons, "began", "implication", "reported")
    assert (one.other, one.first) == (
        Side(count=32, people=8, mean=0.25),
        Side(count=32, people=8, mean=0.75),
    )
    assert one.sample == Changes(values=(0.5,) * 8)
    assert one.lack == "same"


def test_who_practised_began_then_if_enough_was_counted_before() -> None:
    counts: tuple[Count, ...] = ("none",) * 6 + ("many",) * 4
    calls = [call for rep in REPS for call in weekly(rep, counts)]
    notes = (
        a_practice(REPS[0], "implication", LONG_AGO + 6 * WEEK),
        a_practice(REPS[1], "implication", LONG_AGO + 2 * WEEK),
    )
    comparisons = of_questions(a_history(REPS, calls, notes=notes))
    one = the(comparisons, "began", "implication", "reported")
    four_weeks_on = 4 / 6
    assert isinstance(one.sample, Changes)
    assert one.sample.values == pytest.approx((1.0, *(four_weeks_on,) * 7))
    assert one.lack is None


def test_who_was_counted_too_seldom_on_a_side_is_left_out() -> None:
    counts: tuple[Count, ...] = ("none",) * 4 + ("many",) * 2
    calls = [call for rep in REPS for call in weekly(rep, counts)]
    one = the(of_questions(a_history(REPS, calls)), "began", "implication", "reported")
    assert (one.sample, one.first.people, one.lack) == (Changes(values=()), 0, "people")


def test_eight_people_are_enough_and_seven_are_not() -> None:
    assert lack_of_changes((0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7)) == "people"
    assert lack_of_changes((0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)) is None


# ---- productivity ------------------------------------------------------------------------------


def outcomes_of(rep: Rep, outcomes: tuple[Outcome, ...]) -> list[Call]:
    return [a_call_of(rep, LONG_AGO + week * WEEK, one) for week, one in enumerate(outcomes)]


def test_orders_and_advances_later_are_held_against_the_first_four_weeks() -> None:
    ended: tuple[Outcome, ...] = ("continuation",) * 3 + ("order",) + ("advance",) * 3
    calls = [call for rep in REPS for call in outcomes_of(rep, ended)]
    (one,) = of_outcomes(a_history(REPS, calls))
    assert (one.test, one.what, one.source) == ("productivity", "own", "outcomes")
    assert (one.other.mean, one.first.mean) == (0.25, 1.0)


def test_coached_people_are_held_against_those_who_are_only_asked_for_reviews() -> None:
    coached, attention = people(5), people(5, "attention", start=5)
    calls = [
        *(call for rep in coached for call in outcomes_of(rep, ("order",) * 6)),
        *(call for rep in attention for call in outcomes_of(rep, ("order", "no_sale") * 3)),
    ]
    _, one = of_outcomes(a_history((*coached, *attention), calls))
    assert (one.what, one.first, one.other, one.lack) == (
        "coached-attention",
        Side(count=30, people=5, mean=1.0),
        Side(count=30, people=5, mean=0.5),
        None,
    )
    assert one.sample == TwoGroups(first=(1.0,) * 5, other=(0.5,) * 5, shares=True)
    _, four = of_outcomes(a_history((*coached, *attention[:4]), calls))
    assert (four.first.people, four.other.people, four.lack) == (5, 0, "people")


# ---- results by the month ----------------------------------------------------------------------


def months_of(person: str, before: float, since: float, group: Any = "coached") -> list[Any]:
    return [
        a_result(person, "2026-07", before, group),
        a_result(person, "2026-08", before, group),
        a_result(person, "2026-09", 999.0, group),
        a_result(person, "2026-10", since, group),
        a_result(person, "2026-11", since, group),
    ]


SEPTEMBER = date(2026, 9, 1)


def test_the_first_month_counts_neither_before_nor_since() -> None:
    (one,) = courses(months_of("a@x", 10.0, 12.0), SEPTEMBER)
    assert one == Course(person="a@x", group="coached", before=10.0, since=12.0)
    assert one.change == 2.0


def test_who_has_one_month_on_a_side_is_left_out() -> None:
    assert courses(months_of("a@x", 10.0, 12.0)[1:], SEPTEMBER) == ()


def a_course(person: str, before: float) -> Course:
    return Course(person=person, group="coached", before=before, since=before)


def test_the_nearest_start_is_matched_once_and_only_within_the_caliper() -> None:
    mine = [a_course("a", 100.0), a_course("b", 100.5), a_course("c", 50.0)]
    others = [a_course("x", 101.0), a_course("y", 99.0), a_course("z", 70.0)]
    pairs, alone = matched(mine, others)
    assert [(one.person, two.person) for one, two in pairs] == [("b", "x"), ("a", "y")]
    assert alone == 1


def test_without_anybody_else_nobody_is_matched() -> None:
    assert matched([a_course("a", 1.0)], []) == ((), 1)


def test_the_difference_is_how_much_more_changed_for_one_of_a_pair() -> None:
    rows = [
        row
        for number in range(8)
        for row in (
            *months_of(f"c{number}", 100.0 + number * 50, 110.0 + number * 51),
            *months_of(f"k{number}", 101.0 + number * 50, 103.0 + number * 50, "control"),
        )
    ]
    (one,) = of_results(rows, SEPTEMBER)
    assert (one.what, one.unmatched, one.lack) == ("coached-control", 0, None)
    assert isinstance(one.sample, Changes)
    assert sorted(one.sample.values) == pytest.approx([8.0 + number for number in range(8)])
    assert (one.first.mean, one.other.mean) == (13.5, 2.0)


def test_each_two_groups_that_are_there_are_compared() -> None:
    rows = [
        *months_of("c", 1.0, 2.0),
        *months_of("a", 1.0, 2.0, "attention"),
        *months_of("k", 1.0, 2.0, "control"),
    ]
    assert [one.what for one in of_results(rows, SEPTEMBER)] == [
        "coached-control",
        "attention-control",
        "coached-attention",
    ]


def test_where_there_is_nobody_to_compare_with_that_is_what_is_not_known() -> None:
    (one,) = of_results(months_of("c", 1.0, 2.0), SEPTEMBER)
    assert (one.what, one.lack, one.first.people) == ("coached-control", "people", 0)


# ---- what may be said --------------------------------------------------------------------------


def test_only_what_lacks_nothing_is_reckoned_with() -> None:
    history = a_full_history()
    what = asked(history, Results(rows=(), began=SEPTEMBER))
    assert (what.team, what.people, what.began) == ("North", 8, SEPTEMBER)
    assert len(what.comparisons) == 18
    (sample,) = what.samples
    one = the(what.comparisons, "success", "implication", "reported")
    assert (sample, what.counted_to) == (one.sample, one.counted_to)
    evaluation = found(what, [ESTIMATE])
    told = [one for one in evaluation.findings if one.estimate]
    assert [(one.comparison.what, one.reading) for one in told] == [("implication", "more")]
    assert (evaluation.began, evaluation.counted_to) == (SEPTEMBER, what.counted_to)
    assert asked(history, None).began is None


def test_who_has_left_is_not_among_those_who_are_coached() -> None:
    gone = replace(REPS[0], active=False)
    manages = replace(REPS[1], sells=False)
    assert asked(a_history((gone, manages, *REPS[2:]), []), None).people == 6


def test_each_estimate_goes_to_its_own_comparison() -> None:
    what = asked(a_full_history(), None)
    evaluation = found(what, [ESTIMATE])
    assert [one.estimate for one in evaluation.findings if one.comparison.lack is None] == [
        ESTIMATE
    ]
    assert all(one.estimate is None for one in evaluation.findings if one.comparison.lack)


@pytest.mark.parametrize(
    "difference,chance,reading",
    [(0.3, 0.049, "more"), (-0.3, 0.049, "less"), (0.3, 0.05, "open")],
)
def test_a_difference_that_chance_explains_is_open(
    difference: float, chance: float, reading: str
) -> None:
    sample: Sample = Changes(values=())
    side = Side(count=0, people=0, mean=0.0)
    one = Comparison(
        test="success", what="problem", source="reported", first=side, other=side, sample=sample
    )
    estimate = replace(ESTIMATE, difference=difference, chance=chance)
    assert Finding(comparison=one, estimate=estimate).reading == reading
    assert Finding(comparison=one).reading == "open"


def test_the_minimum_is_what_a_large_difference_needs() -> None:
    power = (1.96 + 0.84) ** 2
    assert round((power * 2 / minimum.CALLS) ** 0.5, 2) == 0.72
    assert minimum.PEOPLE == 5
