"""A manager's four weeks: totals always, single reps only where all may be shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from coaching.attitude import TeamAttitude
from coaching.calls import Call, Plan, Promise
from coaching.figures import Promised
from coaching.history import History
from coaching.notes import Note
from coaching.notes.survey import Survey
from coaching.people import Rep
from coaching.team_figures import OfRep
from coaching.team_report import first_day, report
from tests.coaching.team_world import DAY, NOW, TEAM, WEEK, a_call_of, a_history, people

# All is told as it was known when that week began; NOW is the Thursday of it.
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
LATELY = MONDAY - timedelta(hours=12)
OPEN = replace(TEAM, per_person=True)
KNOWN_SINCE = MONDAY - timedelta(days=60)


def known(call: Call, since: Any = KNOWN_SINCE) -> Call:
    return replace(call, found_at=since)


def a_team(reps: tuple[Rep, ...], calls: list[Call], **changes: Any) -> History:
    """A team whose policy is open, and in which everybody was told."""
    told = frozenset(rep.id for rep in reps)
    return a_history(reps, calls, **{"team": OPEN, "told": told, **changes})


def test_the_last_four_weeks_stand_beside_the_four_before() -> None:
    (ada,) = people(1)
    planned = Plan(objective="Jens decides", planned_at=LATELY - 4 * DAY)
    calls = [
        a_call_of(ada, LATELY - 3 * DAY, "order", plan=planned),
        a_call_of(ada, LATELY - 4 * DAY, "continuation"),
        a_call_of(ada, LATELY - 5 * DAY, None),
        a_call_of(ada, LATELY - 5 * WEEK, "no_sale"),
        a_call_of(ada, LATELY - 9 * WEEK, "no_sale"),
        a_call_of(ada, NOW - DAY, None),
    ]
    shown = report(a_history([ada], calls))
    assert (shown.team, shown.people, shown.until) == ("North", 1, date(2026, 11, 22))
    now, before = shown.lately, shown.before
    assert (now.held, now.planned, now.reviewed, now.advances, now.decided) == (3, 1, 2, 1, 2)
    assert (before.held, before.advances, before.decided) == (1, 0, 1)


def test_the_rate_says_how_unsure_it_is() -> None:
    (ada,) = people(1)
    calls = [
        a_call_of(ada, LATELY - day * DAY, "advance" if day < 6 else "no_sale")
        for day in range(1, 11)
    ]
    shown = report(a_history([ada], calls))
    assert shown.rate == pytest.approx((0.2366, 0.7634), abs=0.0001)
    assert report(a_history([ada], [])).rate is None


def test_five_weeks_are_counted_from_their_mondays() -> None:
    (ada,) = people(1)
    shown = report(a_history([ada], [a_call_of(ada, LATELY - WEEK, "order")]))
    assert [(day, week.held) for day, week in shown.weeks] == [
        (date(2026, 10, 19), 0),
        (date(2026, 10, 26), 0),
        (date(2026, 11, 2), 0),
        (date(2026, 11, 9), 1),
        (date(2026, 11, 16), 0),
    ]


def test_promises_due_in_the_four_weeks_are_counted() -> None:
    (ada,) = people(1)
    promise = Promise(
        id=UUID(int=5),
        call_id=UUID(int=6),
        rep_id=ada.id,
        opportunity_id=UUID(int=3),
        text="the log",
        due_on=MONDAY.date() - 7 * DAY,
        kept=True,
        settled_at=LATELY - 5 * DAY,
    )
    unknown = replace(promise, id=UUID(int=7), kept=None, settled_at=None)
    shown = report(a_history([ada], [], promises=(promise, unknown)))
    assert shown.promised == Promised(due=2, kept=1, unknown=1)


def test_no_answer_of_this_week_shows_before_it_is_over() -> None:
    (ada,) = people(1)
    call = a_call_of(ada, LATELY, None)
    promise = Promise(
        id=UUID(int=5),
        call_id=call.id,
        rep_id=ada.id,
        opportunity_id=UUID(int=3),
        text="the log",
        due_on=MONDAY.date() - 7 * DAY,
    )
    before = report(a_history([ada], [call], promises=(promise,)))
    on_monday = replace(a_call_of(ada, LATELY).review, reviewed_at=MONDAY)
    kept = replace(promise, kept=True, settled_at=MONDAY)
    this_week = a_call_of(ada, MONDAY, "order")
    answered = a_history([ada], [replace(call, review=on_monday), this_week], promises=(kept,))
    assert report(answered) == before
    later = report(replace(answered, now=NOW + WEEK))
    assert (later.lately.reviewed, later.lately.held, later.promised.kept) == (2, 2, 1)


def a_survey(rep: Rep, answer: int) -> Note:
    content = Survey(answers=(answer,) * 15, ended_at=NOW)
    return Note(id=rep.id, rep_id=rep.id, author_id=rep.id, said_at=NOW, content=content)


def test_the_attitude_is_shown_from_five_people_on() -> None:
    reps = people(5)
    notes = tuple(a_survey(rep, 3) for rep in reps)
    assert report(a_history(reps, [], notes=notes[:4])).attitude is None
    attitude = TeamAttitude(mean=45, spread=0, people=5)
    assert report(a_history(reps, [], notes=notes)).attitude == attitude


# ---- single reps -------------------------------------------------------------------------------


def test_single_reps_are_shown_by_name_where_all_may_be() -> None:
    bea, ada = replace(people(2)[0], name="bea"), replace(people(2)[1], name="Ada")
    calls = [known(a_call_of(bea, LATELY - DAY)), known(a_call_of(ada, LATELY - 2 * DAY, None))]
    shown = report(a_team((bea, ada), calls))
    assert (shown.per_person, shown.why_not) == (
        (
            OfRep(name="Ada", held=1, planned=0, reviewed=0),
            OfRep(name="bea", held=1, planned=0, reviewed=1),
        ),
        "",
    )


def test_the_policy_keeps_single_reps_back() -> None:
    (ada,) = people(1)
    shown = report(a_team((ada,), [known(a_call_of(ada, LATELY - DAY))], team=TEAM))
    assert (shown.per_person, shown.why_not) == (None, "policy")


@pytest.mark.parametrize("since,may", [(KNOWN_SINCE, True), (KNOWN_SINCE + DAY, False)])
def test_nothing_is_shown_of_anybody_while_one_is_in_the_first_sixty_days(
    since: Any, *, may: bool
) -> None:
    ada, bea = people(2)
    calls = [known(a_call_of(ada, LATELY - DAY)), known(a_call_of(bea, LATELY - DAY), since)]
    shown = report(a_team((ada, bea), calls))
    assert (shown.per_person is not None, shown.why_not) == (may, "" if may else "too-new")


def test_nothing_is_shown_while_one_was_not_told_or_has_no_call_yet() -> None:
    ada, bea = people(2)
    calls = [known(a_call_of(rep, LATELY - DAY)) for rep in (ada, bea)]
    assert report(a_team((ada, bea), calls, told=frozenset({ada.id}))).why_not == "too-new"
    assert report(a_team((ada, bea), calls[:1])).why_not == "too-new"


def test_who_has_left_counts_among_those_who_could_be_reckoned() -> None:
    ada, bea = people(2)
    gone = replace(bea, active=False)
    calls = [known(a_call_of(rep, LATELY - DAY)) for rep in (ada, bea)]
    assert report(a_team((ada, gone), calls, told=frozenset({ada.id}))).per_person is None
    told = report(a_team((ada, gone), calls)).per_person
    assert told is not None
    assert [one.name for one in told] == ["A"]


def test_with_five_left_out_the_others_are_shown() -> None:
    reps = people(7)
    calls = [known(a_call_of(rep, LATELY - DAY)) for rep in reps[:2]]
    calls += [known(a_call_of(rep, LATELY - DAY), LATELY - 2 * DAY) for rep in reps[2:]]
    told = report(a_team(reps, calls)).per_person
    assert told is not None
    assert [one.name for one in told] == ["A", "B"]
    assert report(a_team(reps, calls[:6])).per_person is not None
    assert report(a_team(reps[:6], calls[:6])).per_person is None


def test_where_nobody_may_be_shown_that_is_said() -> None:
    reps = people(5)
    calls = [known(a_call_of(rep, LATELY - DAY), LATELY - 2 * DAY) for rep in reps]
    assert report(a_team(reps, calls)).why_not == "too-new"


def test_the_first_day_is_when_a_call_was_first_found() -> None:
    ada, bea = people(2)
    calls = [known(a_call_of(ada, NOW), LATELY - 3 * DAY), known(a_call_of(ada, NOW), NOW)]
    assert first_day(ada.id, calls) == LATELY - 3 * DAY
    assert first_day(bea.id, calls) is None
