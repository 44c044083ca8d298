"""The messages of a call before it starts: the prompt, what it turns into, the cue card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from coaching.calls import Call, Opportunity, Plan, Promise
from coaching.errors import Unknown
from coaching.messages import Heading, Line, Moment, Names, Quoted, text
from coaching.people import Policy
from coaching.prepare import (
    as_it_stands,
    cancelled,
    cue,
    planned,
    prompt,
    set_aside,
    snooze_until,
    snoozes,
    started,
    with_size,
)
from coaching.sales import opportunity_of
from coaching.spans import Span
from tests.coaching.world import (
    ADVANCE,
    FALLBACK,
    GOOD_PLAN,
    IMPLICATION,
    NOW,
    TROUBLE,
    a_call,
    a_rep,
    a_situation,
    an_opportunity,
    at,
    keys,
    offered,
)
from tests.coaching.world import planned as with_plan

CALL = a_call()
TEN = timedelta(minutes=10)
FIRST = [("plan", ""), ("find", ""), ("skip", ""), ("not_sales", "")]
SNOOZES = [("snooze", "15m"), ("snooze", "1h"), ("snooze", "before")]


def a_promise(due_on: date = date(2026, 11, 27), number: int = 9) -> Promise:
    return Promise(
        id=UUID(int=number),
        call_id=UUID(int=8),
        rep_id=a_rep().id,
        opportunity_id=CALL.opportunity_id,
        text="Mara sends the downtime log",
        due_on=due_on,
    )


def test_the_prompt_says_who_and_when_asks_two_questions_and_why_it_came() -> None:
    message = prompt(CALL, a_situation(CALL))
    assert keys(message) == [
        "call-heading-people",
        "stages-before",
        "ask-objective",
        "ask-question",
        "why-prompt",
    ]
    assert message.blocks[0] == Heading(
        text(
            "call-heading-people",
            customer=Quoted("Halden Paper"),
            when=Span(CALL.starts_at, CALL.ends_at),
            people=Names(("Jens Olt",)),
        )
    )
    assert offered(message) == [("stages", ""), *FIRST, *SNOOZES]


def test_where_the_calendar_names_nobody_the_heading_names_nobody() -> None:
    assert keys(planned(with_plan(replace(CALL, people=()))))[0] == "call-heading"


def test_what_was_promised_last_time_stands_above_the_questions() -> None:
    here = a_situation(CALL, promises=(a_promise(),))
    message = prompt(CALL, here)
    assert keys(message)[1] == "promised"
    assert offered(message)[:2] == [("promise", "kept"), ("promise", "open")]


def test_a_promise_whose_day_is_over_is_asked_after() -> None:
    here = a_situation(CALL, promises=(a_promise(date(2026, 11, 25)),))
    assert keys(prompt(CALL, here))[1] == "promised-overdue"
    assert keys(prompt(CALL, replace(here, work=None)))[1] == "promised"


@pytest.mark.parametrize(
    "changes", [{"kept": True}, {"withdrawn": True}, {"opportunity_id": UUID(int=99)}]
)
def test_only_open_promises_of_that_sale_are_shown(changes: dict[str, object]) -> None:
    promise = replace(a_promise(), **changes)  # type: ignore[arg-type]  # a table's own types
    here = a_situation(CALL, promises=(promise,))
    assert keys(prompt(CALL, here))[1:3] == ["stages-before", "ask-objective"]


def test_no_more_than_two_promises_are_shown() -> None:
    here = a_situation(CALL, promises=tuple(a_promise(number=number) for number in range(3)))
    assert keys(prompt(CALL, here)).count("promised") == 2


def test_a_known_trouble_is_put_on_the_table() -> None:
    known = replace(an_opportunity(size="large"), problem=TROUBLE)
    here = a_situation(CALL, opportunities={known.id: known})
    assert keys(prompt(CALL, here))[2:5] == ["known-problem", "ask-objective", "ask-question"]


def test_in_a_small_deal_a_question_about_a_trouble_is_asked_for() -> None:
    small = an_opportunity(size="small")
    here = a_situation(CALL, opportunities={small.id: small})
    assert keys(prompt(CALL, here))[1:3] == ["ask-objective", "ask-question-small"]


@pytest.mark.parametrize(
    "before,said",
    [
        (timedelta(hours=3), text("length-hours", hours=3)),
        (timedelta(minutes=90), text("length-minutes", minutes=90)),
        (timedelta(days=1), text("length-hours", hours=24)),
        (timedelta(days=2), text("length-days", days=2)),
    ],
)
def test_the_small_print_says_how_long_before_it_comes(before: timedelta, said: object) -> None:
    here = a_situation(CALL, policy=Policy(prompt_before=before))
    assert prompt(CALL, here).blocks[-1].text == text("why-prompt", hours=said)  # type: ignore[union-attr,arg-type]  # small print


def test_a_snooze_to_come_is_shown_one_that_is_over_is_not() -> None:
    here = a_situation(CALL)
    waits = replace(CALL, snoozed_until=at("12:00"))
    assert Line(text("snoozed-until", at=Moment(at("12:00")))) in prompt(waits, here).blocks
    over = replace(CALL, snoozed_until=NOW)
    assert "snoozed-until" not in keys(prompt(over, here))


@pytest.mark.parametrize(
    "now,fit",
    [
        ("11:00", ("15m", "1h", "before")),
        ("12:45", ("15m", "1h", "before")),
        ("12:46", ("15m", "before")),
        ("13:10", ("15m", "before")),
        ("13:11", ("15m",)),
        ("13:35", ("15m",)),
        ("13:36", ()),
    ],
)
def test_only_snoozes_that_end_before_the_call_are_offered(now: str, fit: tuple[str, ...]) -> None:
    assert snoozes(CALL, at(now)) == fit
    here = a_situation(CALL, now=at(now))
    assert offered(prompt(CALL, here))[5:] == [("snooze", one) for one in fit]


@pytest.mark.parametrize(
    "value,until", [("15m", at("11:15")), ("1h", at("12:00")), ("before", at("13:30"))]
)
def test_until_when_a_snooze_is(value: str, until: datetime) -> None:
    assert snooze_until(CALL, value, NOW) == until


# ---- a plan that waits -------------------------------------------------------------------------


def off(day: int, plan: Plan = GOOD_PLAN) -> Call:
    call = a_call(key=f"off-{day}", starts_at=at("09:00", day), ends_at=at("10:00", day))
    return replace(call, plan=plan, standing="cancelled")


def test_the_plan_of_a_cancelled_call_is_offered_the_latest_first() -> None:
    later = off(25, replace(GOOD_PLAN, objective="Mara names a date"))
    message = prompt(CALL, a_situation(off(24), later, CALL))
    assert keys(message)[2] == "carry-offer"
    assert offered(message)[1] == ("carry", str(later.id))


def test_a_plan_that_was_used_again_is_not_offered_again() -> None:
    used = with_plan(a_call(key="next", starts_at=at("16:00"), ends_at=at("17:00")))
    here = a_situation(off(24), used, CALL)
    assert "carry-offer" not in keys(prompt(CALL, here))


def test_neither_another_customers_plan_nor_an_unmade_one_is_offered() -> None:
    foreign = replace(off(24), opportunity_id=an_opportunity("Nordwind").id)
    here = a_situation(foreign, off(25, Plan(question=IMPLICATION)), CALL)
    assert "carry-offer" not in keys(prompt(CALL, here))


# ---- what it turns into ------------------------------------------------------------------------


def test_an_entry_without_attendees_is_asked_about_instead() -> None:
    message = prompt(replace(CALL, standing="unsure"), a_situation(CALL))
    assert keys(message) == ["unsure-heading", "unsure-ask", "why-unsure"]
    assert offered(message) == [
        ("sales", "series"),
        ("sales", "occurrence"),
        ("teach", "series"),
    ]


@pytest.mark.parametrize(
    "call,now,message",
    [
        (CALL, NOW, prompt(CALL, a_situation(CALL))),
        (CALL, CALL.starts_at, started(CALL)),
        (with_plan(CALL), CALL.starts_at, planned(with_plan(CALL))),
        (replace(CALL, standing="skipped"), NOW, set_aside(CALL)),
        (replace(CALL, standing="cancelled"), NOW, cancelled(CALL)),
    ],
)
def test_the_first_message_shows_the_call_as_it_stands(
    call: Call, now: datetime, message: object
) -> None:
    assert as_it_stands(call, a_situation(call, now=now)) == message


def test_a_cancelled_plan_is_said_to_be_kept() -> None:
    assert keys(cancelled(CALL))[1] == "cancelled"
    assert keys(cancelled(with_plan(CALL)))[1] == "cancelled-planned"


def test_a_plan_is_shown_with_what_there_is_of_it() -> None:
    whole = with_plan(CALL, replace(GOOD_PLAN, fallback=FALLBACK))
    aim = with_plan(CALL, Plan(objective=ADVANCE))
    assert keys(planned(whole))[1:] == ["planned-objective", "planned-fallback", "planned-question"]
    assert keys(planned(aim))[1:] == ["planned-objective"]
    assert offered(planned(aim)) == [("plan", "")]


def test_the_cue_card_is_the_aim_and_the_question() -> None:
    whole = with_plan(CALL, replace(GOOD_PLAN, fallback=FALLBACK))
    aim = with_plan(CALL, Plan(objective=ADVANCE))
    assert keys(cue(whole, TEN)) == [
        "cue-heading",
        "cue-objective",
        "cue-fallback",
        "cue-question",
        "why-cue",
    ]
    assert keys(cue(aim, TEN)) == ["cue-heading", "cue-objective", "why-cue"]


# ---- small things ------------------------------------------------------------------------------


def test_a_call_without_its_sale_is_our_fault() -> None:
    with pytest.raises(Unknown, match="opportunity"):
        opportunity_of(CALL, a_situation())


@pytest.mark.parametrize("value,size", [("large", "large"), ("small", "small"), ("huge", None)])
def test_a_deal_size_is_one_of_two(value: str, size: str | None) -> None:
    opportunity: Opportunity = an_opportunity()
    assert with_size(opportunity, value).size == size
