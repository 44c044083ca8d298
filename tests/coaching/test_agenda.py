"""Several calls at a glance; it is Thursday, 26 November, 11:00."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coaching import agenda
from coaching.calls import Call, Plan
from coaching.messages import Clock, Heading, Line, Message, Quoted, text
from coaching.turn import Situation
from tests.coaching.world import NOW, a_call, a_situation, at, keys, offered, planned
from tests.coaching.world_after import a_promise, ended, number, reviewed

TODAY = date(2026, 11, 26)


def call_at(local: str, day: int = 26, name: str = "Halden Paper", **changes: object) -> Call:
    starts_at = at(local, day)
    key = f"{name} {day} {local}"
    ends_at = at(f"{int(local[:2]) + 1}:{local[3:]}", day)
    return a_call(name, key=key, starts_at=starts_at, ends_at=ends_at, **changes)


def standing(message: Message) -> list[str]:
    """Where each call in a list stands."""
    lines = [block for block in message.blocks if isinstance(block, Line)]
    texts = [line.text.values["standing"] for line in lines if "standing" in line.text.values]
    return [getattr(one, "key", "") for one in texts]


def test_the_calls_still_to_come_are_those_on_the_next_first() -> None:
    later, sooner = call_at("16:00"), call_at("14:00")
    away = [call_at("15:00", standing="skipped"), call_at("11:00"), call_at("09:00")]
    assert agenda.coming(a_situation(later, sooner, *away)) == (sooner, later)


def test_the_morning_names_each_call_and_offers_to_plan_one() -> None:
    calls = tuple(call_at(f"{hour}:00", name=f"Customer {hour}") for hour in (12, 14, 16))
    message = agenda.morning(calls, TODAY)
    assert message.blocks[0] == Heading(text("agenda-heading", count=3, day=TODAY))
    when = text("call-times", start=Clock(at("12:00")), end=Clock(at("13:00")))
    assert message.blocks[1] == Line(
        text("agenda-entry", number=1, when=when, customer=Quoted("Customer 12"))
    )
    assert offered(message) == [("plan", "")] * 3
    assert keys(message)[-2:] == ["agenda-ask", "why-agenda"]


def test_no_more_than_ten_calls_get_a_button() -> None:
    calls = tuple(call_at("14:00", day) for day in range(1, 15))
    assert len(offered(agenda.morning(calls, TODAY))) == 10


@pytest.mark.parametrize(
    "call, where",
    [
        (call_at("14:00"), "standing-to-plan"),
        (planned(call_at("14:00")), "standing-planned"),
        (call_at("10:30"), "standing-running"),
        (call_at("09:00"), "standing-to-review"),
        (reviewed(call_at("09:00"), held="other"), "standing-to-review"),
        (call_at("14:00", standing="skipped"), "standing-skipped"),
        (reviewed(call_at("09:00"), held="not_held"), "standing-not-held"),
        (ended("order", call_at("09:00")), "standing-order"),
        (ended("no_sale", call_at("09:00")), "standing-no-sale"),
    ],
)
def test_today_says_where_each_call_stands(call: Call, where: str) -> None:
    assert standing(agenda.today(a_situation(call))) == [where]


def test_today_offers_to_plan_what_is_left_to_plan() -> None:
    calls = (call_at("09:00"), call_at("13:00"), planned(call_at("15:00"), Plan(objective="x")))
    message = agenda.today(a_situation(*calls, call_at("14:00", day=27)))
    assert message.blocks[0] == Heading(text("today-heading", count=3))
    assert offered(message) == [("plan", "")]


def test_a_day_is_the_reps_own_day() -> None:
    before_midnight, after = call_at("22:30"), call_at("00:30", day=27)
    assert len(standing(agenda.today(a_situation(before_midnight, after)))) == 1


def test_a_free_day_and_a_free_week_say_so_with_what_is_due() -> None:
    situation = a_situation(promises=(a_promise(),))
    assert keys(agenda.today(situation)) == ["today-none", "promised"]
    assert keys(agenda.week(situation)) == ["week-none", "promised"]


def test_the_week_runs_from_monday_to_sunday() -> None:
    calls = [call_at("14:00", day) for day in (22, 23, 29, 30)]
    message = agenda.week(a_situation(*reversed(calls)))
    assert message.blocks[0] == Heading(text("week-heading", count=2))
    assert standing(message) == ["standing-to-review", "standing-to-plan"]


def test_three_open_promises_due_within_a_week_are_shown_the_earliest_first() -> None:
    days = [date(2026, 12, 3), date(2026, 12, 4), date(2026, 11, 20), TODAY, date(2026, 12, 1)]
    open_ones = [a_promise(f"due {day}", day, id=number(count)) for count, day in enumerate(days)]
    settled = a_promise("kept", date(2026, 11, 19), kept=True, settled_at=NOW)
    message = agenda.week(a_situation(promises=(settled, *open_ones)))
    lines = [block.text for block in message.blocks if isinstance(block, Line)][1:]
    assert [(line.key, line.values["day"]) for line in lines] == [
        ("promised-overdue", date(2026, 11, 20)),
        ("promised", TODAY),
        ("promised", date(2026, 12, 1)),
    ]


def test_without_a_zone_there_is_no_day_to_show() -> None:
    lost: Situation = replace(a_situation(call_at("14:00")), work=None)
    assert keys(agenda.today(lost)) == keys(agenda.week(lost)) == ["settings-zone-unknown"]
