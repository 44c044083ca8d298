"""Practice is for safe calls, never for the one that matters most (METHOD §10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from coaching.calls import Call
from coaching.safe_calls import coming, focus, matters_most, proposed
from coaching.turn import Situation
from tests.coaching.topics.practising import a_practice, counted, occasion
from tests.coaching.world import a_call, a_situation, an_opportunity, at
from tests.coaching.world_after import a_promise

BOARD = ("Jens", "Mara", "Ole")


def on(day: int, name: str, *, people: tuple[str, ...] = ("Jens",), **changes: Any) -> Call:
    """A call of an hour on that day of November."""
    given = {"starts_at": at("09:00", day), "ends_at": at("10:00", day), **changes}
    return a_call(name, key=f"{name}{day}", id=an_id(name, day), people=people, **given)


def an_id(name: str, day: int) -> Any:
    return an_opportunity(f"{name}{day}").id


def small(situation: Situation, *names: str) -> Situation:
    """The situation with these customers' deals small."""
    sized = {
        id_: replace(one, size="small") if one.customer.name in names else one
        for id_, one in situation.opportunities.items()
    }
    return replace(situation, opportunities=sized)


def names(situation: Situation) -> list[tuple[str, str]]:
    return [(one.call.customer, one.why) for one in proposed(situation)]


def test_a_small_deal_is_safe_and_a_large_one_only_with_a_friendly_customer() -> None:
    calls = (on(27, "Nord"), on(30, "Ost"), on(30, "Halden Paper"))
    here = small(a_situation(*calls), "Ost")
    assert names(here) == [("Ost", "small")]
    kept = a_promise(kept=True, settled_at=at("09:00"))
    assert names(replace(here, promises=(kept,))) == [
        ("Ost", "small"),
        ("Halden Paper", "friendly"),
    ]
    broken = a_promise(kept=False, settled_at=at("09:00"))
    assert names(replace(here, promises=(broken, a_promise()))) == [("Ost", "small")]


@pytest.mark.parametrize(
    "outcome,dressed_up,safe",
    [
        ("advance", False, True),
        ("order", False, True),
        ("advance", True, False),
        ("continuation", False, False),
    ],
)
def test_a_sale_that_moved_is_friendly_but_not_by_a_dressed_up_continuation(
    outcome: str, dressed_up: bool, safe: bool
) -> None:
    before = counted(None, 17)
    before = replace(
        before,
        review=replace(before.review, outcome=outcome, dressed_up=dressed_up),  # type: ignore[arg-type]  # a table's own words
    )
    here = a_situation(before, on(30, "Halden Paper"))
    assert bool(proposed(here)) == safe


def test_few_people_are_safe_the_fewest_first_and_three_at_most() -> None:
    crowd = (*BOARD, "Lin")
    calls = (
        on(27, "Nord", people=crowd),
        on(30, "Ost", people=BOARD),
        on(30, "West", people=("Jens", "Mara")),
        on(30, "Sued"),
        on(28, "Mitte", people=("Jens", "Ole")),
    )
    here = small(a_situation(*calls), "Nord", "Ost", "West", "Sued", "Mitte")
    assert [name for name, _ in names(here)] == ["Sued", "Mitte", "West"]


def test_only_the_next_two_weeks_are_looked_at_and_what_is_on() -> None:
    calls = (
        on(27, "Nord"),
        on(28, "Ost", standing="skipped"),
        on(25, "West"),
        on(27, "Sued", starts_at=at("10:00") + timedelta(days=15)),
    )
    assert [call.customer for call in coming(a_situation(*calls))] == ["Nord"]


def test_a_call_chosen_or_left_alone_is_not_proposed_again() -> None:
    call = on(27, "Nord")
    for use in ("practice", "leave_alone"):
        here = small(a_situation(call, notes=(occasion(call, use),)), "Nord")
        assert proposed(here) == ()


def test_the_largest_call_of_a_week_matters_most() -> None:
    largest, longer = on(27, "Nord", people=BOARD), on(26, "Ost", people=BOARD)
    longer = replace(longer, ends_at=longer.ends_at + timedelta(minutes=30))
    other_week = on(30, "West", people=BOARD)
    here = a_situation(largest, longer, on(27, "Sued"), other_week)
    assert [matters_most(call, here) for call in here.calls] == [False, True, False, True]
    assert not matters_most(longer, small(here, "Ost"))
    off = replace(here, calls=(largest, replace(longer, standing="cancelled")))
    assert matters_most(largest, off)


def test_a_call_with_few_people_is_not_the_largest() -> None:
    call = on(27, "Nord", people=("Jens", "Mara"))
    assert not matters_most(call, a_situation(call))


def test_in_the_call_that_matters_most_there_is_nothing_to_practise() -> None:
    call = on(27, "Nord", people=BOARD)
    notes = (a_practice(),)
    assert focus(call, a_situation(call, notes=notes)) is None
    chosen = a_situation(call, notes=(*notes, occasion(call, "practice")))
    running = focus(call, chosen)
    assert running is not None
    assert running.skill == "implication"
    usual = on(27, "Ost")
    assert focus(usual, a_situation(usual)) is None
    left = a_situation(usual, notes=(*notes, occasion(usual, "leave_alone")))
    assert focus(usual, left) is None


def test_a_call_that_matters_most_is_not_proposed_however_friendly() -> None:
    call = on(30, "Halden Paper", people=BOARD)
    kept = a_promise(kept=True, settled_at=at("09:00"))
    assert proposed(a_situation(call, promises=(kept,))) == ()
