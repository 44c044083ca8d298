"""The weekly digest: what it says, in which order, and what it keeps to itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from coaching import digest
from coaching.actions import Post
from coaching.calls import Call, Learning, Outcome, Plan
from coaching.decide import decide
from coaching.events import DigestDue
from coaching.messages import Chart, Line, Message, Quoted, Small, text
from coaching.spans import WorkCalendar
from coaching.turn import TeamWeek
from tests.coaching.world import IMPLICATION, PROBLEM, TEAM, a_call, at, keys
from tests.coaching.world_after import JUDGE, a_promise, ended, number, reviewed

MONDAY = date(2026, 11, 23)
NOW = at("16:00", day=27)
SHARED = at("15:30")
WORK = WorkCalendar(
    zone=ZoneInfo("Europe/Berlin"),
    workdays=frozenset(range(5)),
    day_starts=time(8, 30),
    day_ends=time(18, 30),
)
PEOPLE = {number(rep): f"Rep {rep}" for rep in range(1, 10)}


def a_week(*calls: Call, **changes: object) -> TeamWeek:
    usual = TeamWeek(now=NOW, team=TEAM, judge=JUDGE, work=WORK, calls=calls, names=PEOPLE)
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test's own keywords


def held(rep: int, weeks_ago: int = 0, meeting: int = 0, **changes: object) -> Call:
    """One rep's call of a week."""
    ago = timedelta(weeks=weeks_ago)
    which = 1000 * weeks_ago + 10 * rep + meeting
    usual = a_call(
        id=number(which),
        meeting_id=number(which),
        rep_id=number(rep),
        starts_at=at("14:00") - ago,
        ends_at=at("15:00") - ago,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test's own keywords


def ends(outcome: Outcome, rep: int = 1, weeks_ago: int = 0, meeting: int = 0) -> Call:
    plan = Plan(objective="x", planned_at=at("11:00", day=1) - timedelta(weeks=9))
    return ended(outcome, held(rep, weeks_ago, meeting, plan=plan))


def learned(words: str, rep: int = 1, moment: datetime = SHARED, count: int = 0) -> Learning:
    return Learning(
        id=number(5000 + count),
        call_id=number(rep),
        rep_id=number(rep),
        team_id=TEAM.id,
        text=words,
        shared_at=moment,
    )


def posts(situation: TeamWeek, monday: date = MONDAY) -> list[Post]:
    decision = decide(DigestDue(team_id=TEAM.id, week_of=monday), situation)
    return [action for action in decision.actions if isinstance(action, Post)]


def told(situation: TeamWeek, monday: date = MONDAY) -> Message:
    return posts(situation, monday)[0].message


def line(situation: TeamWeek, key: str) -> dict[str, object]:
    """The values of the line with that key."""
    message = told(situation)
    found = [
        block.text
        for block in message.blocks
        if isinstance(block, Line | Small) and block.text.key == key
    ]
    return dict(found[0].values)


def test_an_empty_week_is_not_told() -> None:
    assert posts(a_week()) == []


def test_the_digest_leads_with_promises_and_ends_with_why_it_came() -> None:
    kept = a_promise(kept=True, settled_at=at("09:00"))
    situation = a_week(ends("advance"), promises=(kept,), learnings=(learned("Ask who signs"),))
    assert keys(told(situation)) == [
        "digest-heading",
        "digest-promises",
        "digest-calls",
        "digest-rate-first",
        "digest-learning",
        "suggest-bring",
        "suggest-bring-why",
        "digest-chart",
        "digest-why",
    ]


def test_the_post_and_its_thread_are_sent_once_a_week_and_help_for_two_days() -> None:
    first, details = posts(a_week(ends("advance")))
    own = f"{TEAM.id}/digest/2026-11-23"
    assert (first.id, first.thread, first.helps_until) == (own, "", NOW + timedelta(days=2))
    assert (details.id, details.thread) == (f"{own}/details", own)
    assert keys(details.message) == ["digest-how-counted", "digest-private"]


def test_promises_of_which_nothing_is_known_are_said_to_be_so() -> None:
    promises = (
        a_promise(kept=True, settled_at=at("09:00")),
        a_promise(due_on=date(2026, 11, 25)),
    )
    situation = a_week(promises=promises)
    expected = {"kept": 1, "due": 2, "unknown": 1}
    assert line(situation, "digest-promises-unknown") == expected


def test_a_week_of_promises_alone_suggests_nothing() -> None:
    situation = a_week(promises=(a_promise(kept=True, settled_at=at("09:00")),))
    assert keys(told(situation)) == ["digest-heading", "digest-promises", "digest-why"]


def test_calls_nobody_reviewed_have_no_rate_and_no_chart() -> None:
    situation = a_week(held(1))
    expected = ["digest-heading", "digest-calls", "suggest-plan", "suggest-plan-why", "digest-why"]
    assert keys(told(situation)) == expected
    assert line(situation, "digest-calls") == {"held": 1, "planned": 0, "reviewed": 0}


@pytest.mark.parametrize(
    "now, before, key",
    [
        (9, 3, "digest-rate-up"),
        (3, 9, "digest-rate-down"),
        (5, 5, "digest-rate-same"),
    ],
)
def test_the_advance_rate_stands_against_the_four_weeks_before(
    now: int, before: int, key: str
) -> None:
    calls = [
        *(ends("advance" if one < now else "no_sale", one) for one in range(10)),
        *(ends("order" if one < before else "no_sale", one, 1 + one % 4) for one in range(10)),
        ends("advance", 1, 5),
    ]
    values = {"advances": now, "decided": 10, "before": before, "of": 10}
    assert line(a_week(*calls), key) == values


def test_a_joint_call_on_which_reps_differ_is_marked_in_the_thread() -> None:
    one, other = (
        ends("advance", 1),
        replace(ends("no_sale", 2), meeting_id=ends("advance").meeting_id),
    )
    details = posts(a_week(one, other))[1]
    assert details.message.blocks[1] == Line(text("digest-differing", count=1))


def test_the_week_is_named_by_its_number_over_the_turn_of_the_year() -> None:
    monday = date(2026, 12, 28)
    later = timedelta(days=35)
    call = replace(ends("advance"), starts_at=at("14:00") + later, ends_at=at("15:00") + later)
    message = told(a_week(call, now=NOW + later), monday)
    chart = next(block for block in message.blocks if isinstance(block, Chart))
    assert message.blocks[0].text == text("digest-heading", week=53)  # type: ignore[union-attr]  # a line
    assert chart.labels == tuple(text("week-label", week=week) for week in (49, 50, 51, 52, 53))


def test_the_chart_shows_five_weeks_and_says_the_same_in_words() -> None:
    calls = (ends("advance"), ends("no_sale", 2), ends("order", 1, 4), ends("advance", 1, 5))
    chart = next(one for one in told(a_week(*calls)).blocks if isinstance(one, Chart))
    assert [one.values for one in chart.series] == [
        (1, 0, 0, 0, 0),
        (0, 0, 0, 0, 1),
        (0, 0, 0, 0, 0),
        (0, 0, 0, 0, 1),
    ]
    summary = text("digest-chart-summary", order=0, advance=1, continuation=0, refused=1)
    assert chart.summary == summary


def test_a_team_in_another_zone_has_its_own_monday() -> None:
    sunday_evening = held(1, starts_at=at("16:00", day=22), ends_at=at("17:00", day=22))
    tokyo = replace(WORK, zone=ZoneInfo("Asia/Tokyo"))
    assert posts(a_week(sunday_evening)) == []
    assert len(posts(a_week(sunday_evening, work=tokyo))) == 2


# ---- what was learned --------------------------------------------------------------------------


def test_three_learnings_are_told_by_name_the_latest_first_and_the_rest_in_the_thread() -> None:
    hours = [at(f"{hour}:00") for hour in (9, 10, 11, 12)]
    learnings = tuple(
        learned(f"No. {count}", count, moment, count) for count, moment in enumerate(hours, start=1)
    )
    first, details = posts(a_week(learnings=learnings))
    line_of = [
        Line(text("digest-learning", name=Quoted(f"Rep {n}"), words=Quoted(f"No. {n}")))
        for n in (4, 3, 2, 1)
    ]
    assert list(first.message.blocks[1:4]) == line_of[:3]
    assert details.message.blocks[1] == line_of[3]


def test_a_learning_taken_back_or_of_somebody_unknown_is_not_told() -> None:
    unknown = learned("x", 99, count=1)
    assert posts(a_week(learnings=(learned(""), unknown))) == []


def test_what_was_shared_after_the_last_digest_is_told_in_the_next() -> None:
    friday_evening = learned("x", moment=at("17:00", day=20))
    before_the_last = learned("x", moment=at("15:59", day=20))
    after_this = learned("x", moment=at("16:00", day=27))
    assert len(posts(a_week(learnings=(friday_evening,)))) == 2
    assert posts(a_week(learnings=(before_the_last, after_this))) == []


def test_a_digest_on_monday_tells_what_was_shared_up_to_it() -> None:
    team = replace(TEAM, digest_weekday=0, digest_time=time(9, 0))
    sunday = learned("x", moment=at("20:00", day=29))
    monday_noon = learned("x", moment=at("12:00", day=30))
    now = at("09:00", day=30)
    assert len(posts(a_week(team=team, now=now, learnings=(sunday,)))) == 2
    assert posts(a_week(team=team, now=now, learnings=(monday_noon,))) == []


# ---- the suggestion ----------------------------------------------------------------------------


def asking(question: str, rep: int, meeting: int = 0, read_as: str = "") -> Call:
    plan = Plan(
        objective="x", question=question, question_as=read_as, planned_at=at("11:00", day=1)
    )
    return ended("advance", held(rep, meeting=meeting, plan=plan))


def suggested(*calls: Call) -> list[str]:
    return [key for key in keys(told(a_week(*calls))) if key.startswith("suggest")]


def test_kinds_of_questions_are_told_from_five_people_on() -> None:
    five = [asking(PROBLEM, rep) for rep in range(1, 6)]
    assert suggested(*five) == ["suggest-implication", "suggest-implication-why"]
    assert suggested(*five[:4]) == ["suggest-bring", "suggest-bring-why"]
    assert line(a_week(*five), "suggest-implication-why") == {"people": 5}


def test_four_people_with_many_questions_are_still_four() -> None:
    many = [asking(PROBLEM, rep, meeting) for rep in range(1, 5) for meeting in range(3)]
    assert suggested(*many) == ["suggest-bring", "suggest-bring-why"]


def test_a_question_the_judge_is_not_sure_of_counts_as_the_rep_reads_it_or_not_at_all() -> None:
    sure = [asking(PROBLEM, rep) for rep in range(1, 5)]
    assert suggested(*sure, asking("Changeovers?", 5))[0] == "suggest-bring"
    assert (
        suggested(*sure, asking("Changeovers?", 5, read_as="problem"))[0] == "suggest-implication"
    )


def test_enough_implication_questions_leave_the_place_to_something_else() -> None:
    assert suggested(*(asking(IMPLICATION, rep) for rep in range(1, 6)))[0] == "suggest-bring"


def test_dressed_up_outcomes_are_told_from_five_people_on() -> None:
    plain = [ends("advance", rep) for rep in range(1, 5)]
    dressed = reviewed(ends("advance", 5), dressed_up=True)
    assert suggested(*plain, dressed) == ["suggest-advance", "suggest-advance-why"]
    assert suggested(*plain[:3], dressed)[0] == "suggest-bring"
    expected = {"count": 1, "people": 5}
    assert line(a_week(*plain, dressed), "suggest-advance-why") == expected


def test_calls_of_other_weeks_say_nothing_about_this_one() -> None:
    before = [replace(asking(PROBLEM, rep), ends_at=at("15:00", day=19)) for rep in range(1, 6)]
    later = [replace(asking(PROBLEM, rep), ends_at=at("17:00", day=27)) for rep in range(1, 6)]
    skipped = [replace(asking(PROBLEM, rep), standing="skipped") for rep in range(1, 6)]
    assert suggested(ends("advance", 9), *before, *later, *skipped)[0] == "suggest-bring"


@pytest.mark.parametrize(
    "calls, key",
    [
        ((held(1), held(2)), "suggest-plan"),
        ((ends("advance"), replace(held(2), plan=ends("advance").plan)), "suggest-bring"),
        (tuple(replace(held(n), plan=ends("advance").plan) for n in (1, 2)), "suggest-review"),
        ((ends("no_sale"), ends("continuation", 2)), "suggest-action"),
        ((ends("advance"), ends("continuation", 2)), "suggest-bring"),
    ],
)
def test_one_suggestion_follows_from_what_was_done_least(calls: tuple[Call, ...], key: str) -> None:
    assert suggested(*calls) == [key, f"{key}-why"]


# ---- what it keeps to itself -------------------------------------------------------------------


def test_no_name_no_customer_and_no_words_of_a_rep_are_in_it_unless_shared() -> None:
    call = reviewed(
        ends("advance"), differently="secret 1", account="secret 2", elsewhere="secret 3"
    )
    promises = (a_promise("secret 4", kept=True, settled_at=at("09:00")),)
    everything = repr(posts(a_week(call, promises=promises)))
    assert [word for word in ("secret", "Rep 1", "Halden", "Jens") if word in everything] == []


def test_the_figures_are_the_same_whoever_held_the_calls() -> None:
    alone = a_week(ends("advance", 1), ends("no_sale", 1, meeting=1))
    shared = a_week(ends("advance", 1), ends("no_sale", 2))
    assert digest.compose(MONDAY, alone) == digest.compose(MONDAY, shared)
