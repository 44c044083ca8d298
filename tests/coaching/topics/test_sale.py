"""The page of a sale: all that is known of it, short, with the way to each part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from coaching import sales
from coaching.calls import Opportunity, Promise
from coaching.decide import decide
from coaching.home import home
from coaching.messages import Buttons, Heading, Line, Names, Quoted, Tap, text
from coaching.notes.needs import Weighing
from coaching.notes.objections import Objection
from coaching.notes.planner import Ally, Difficulty, Problem
from coaching.notes.statements import Statement, StatementLabel
from coaching.topics import sale as page_of
from tests.coaching.topics.selling import (
    HALDEN,
    NORDWERK,
    WISH,
    a_need,
    noted,
    sale,
    selling,
    tap,
)
from tests.coaching.world import (
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
    shown,
    with_size,
)

HERE = selling()


def a_promise(words: str, day: int, **changes: object) -> Promise:
    usual = Promise(
        id=UUID(int=300 + day),
        call_id=HALDEN.id,
        rep_id=a_rep().id,
        opportunity_id=HALDEN.opportunity_id,
        text=words,
        due_on=date(2026, 11, day),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # by name


def test_of_a_new_sale_the_page_says_what_is_not_known_yet() -> None:
    decision = decide(says("sale halden"), with_size(HERE, None))
    assert said(decision) == [
        ["sale-heading", "sale-size-unknown", "sale-call", "sale-no-problem", "sale-no-need"]
    ]
    assert offered(sends(decision)[0]) == [
        ("sale_size", "large"),
        ("sale_size", "small"),
        ("plan", ""),
        ("sale", "difficulties"),
        ("sale", "needs"),
        ("sale", "stages"),
        ("sale", "say"),
        ("sale", "objection"),
        ("sale", "inside"),
        ("form", "weighing"),
    ]


@pytest.mark.parametrize("size", ["large", "small"])
def test_how_large_a_sale_is_can_be_said_on_its_page_which_shows_it(size: str) -> None:
    unknown = with_size(HERE, None)
    about = sale(unknown).id
    page = f"{unknown.rep.id}/sale/3"
    decision, now = play(unknown, tap("sale_size", about, size, on=page))
    assert sale(now).size == size
    assert list(shown(decision)) == [page]
    assert keys(shown(decision)[page])[1] == f"sale-size-{size}"
    assert ("sale_size", "large") not in offered(shown(decision)[page])


@pytest.mark.parametrize("about, size", [(HALDEN.opportunity_id, "huge"), (UUID(int=5), "large")])
def test_an_unknown_sale_or_size_is_answered(about: UUID, size: str) -> None:
    decision = decide(tap("sale_size", about, size), HERE)
    assert (said(decision), saved(decision, Opportunity)) == ([["not-here-any-more"]], ())


def test_of_a_sale_in_progress_the_page_has_every_part_in_short() -> None:
    chain = Problem(text="scrap", difficulties=(Difficulty(text="late"), Difficulty(text="cost")))
    notes = (
        noted(chain),
        a_need(number=1),
        a_need(WISH, 2, label="explicit"),
        noted(Objection(words="too dear", label="price", cause="too_early"), 3),
        noted(Ally(who="Jens"), 4),
        noted(Ally(who="Jens"), 5),
        noted(Weighing(heavier="cost"), 6),
    )
    promises = (
        a_promise("the log", 30),
        a_promise("the budget", 27),
        a_promise("done", 26, kept=True),
        a_promise("elsewhere", 26, opportunity_id=UUID(int=9)),
    )
    here = selling(planned(HALDEN), notes=notes, promises=promises)
    page = page_of.page(sale(here), here)
    lines = {one.text.key: one.text for one in page.blocks if isinstance(one, Line)}
    assert set(lines) == {
        "sale-size-large",
        "sale-call-planned",
        "sale-promises",
        "sale-problems",
        "sale-needs",
        "needs-unheard",
        "sale-weighed-cost",
        "sale-objections",
        "sale-allies",
    }
    assert lines["sale-promises"] == text(
        "sale-promises", count=2, promise=Quoted("the budget"), day=date(2026, 11, 27)
    )
    assert lines["sale-problems"] == text("sale-problems", problems=1, difficulties=2)
    assert lines["sale-needs"] == text("sale-needs", explicit=1, implied=1)
    assert lines["needs-unheard"] == text("needs-unheard", people=Names(("Mara Voss",)))
    assert lines["sale-objections"] == text(
        "sale-objections",
        count=1,
        words=Quoted("too dear"),
        cause=text("cause-name-too-early"),
    )
    assert lines["sale-allies"] == text("sale-allies", people=Names(("Jens",)))


def test_a_sale_without_a_call_ahead_says_so_and_offers_none_to_plan() -> None:
    over = replace(HALDEN, starts_at=at("09:00"), ends_at=at("10:00"))
    kept = (a_need(WISH, label="explicit"), a_need(number=1, who="Mara"))
    here = with_size(selling(over, notes=kept), "small")
    sales_ = {HALDEN.opportunity_id: replace(sale(here), problem="line 2")}
    here = replace(here, opportunities=sales_)
    page = page_of.page(sale(here), here)
    assert keys(page) == [
        "sale-heading",
        "sale-size-small",
        "sale-no-call",
        "sale-problem",
        "sale-needs",
        "sale-weighed-open",
    ]
    assert "plan" not in [verb for verb, _ in offered(page)]


def test_a_button_from_anywhere_opens_the_page() -> None:
    decision = decide(tap("sale", HALDEN.opportunity_id, "sale"), HERE)
    assert said(decision)[0][0] == "sale-heading"


def test_at_home_the_four_nearest_sales_are_one_row_of_buttons() -> None:
    calls = tuple(
        a_call(f"Kunde{n} AG", key=f"k{n}", starts_at=at("14:00", 27 + n % 3)) for n in range(6)
    )
    here = a_situation(*calls)
    assert keys(home(here)).count("home-sales") == 1
    assert offered(home(here)).count(("sale", "sale")) == 4
    assert page_of.home(a_situation()) == ()


@pytest.mark.parametrize("words", ["客户恒达", "客户 恒达", "客户：恒达纸", "客户恒达纸业"])
def test_a_chinese_customer_is_known_by_the_beginning_of_its_name(words: str) -> None:
    here = a_situation(a_call("恒达纸业"), NORDWERK)
    assert said(decide(says(words), here))[0][0] == "sale-heading"


def test_a_beginning_that_two_customers_share_or_one_character_names_none() -> None:
    here = a_situation(a_call("恒达纸业"), a_call("恒达机械", key="m"))
    for words in ("恒达", "恒"):
        assert sales.meant(words, here) == sales.Meant(sale=None, rest=words)
    assert sales.meant("恒达机械：贵", here).rest == "贵"
    assert sales.meant("恒达纸：贵", here).rest == "贵"


def test_what_is_planned_to_be_said_is_counted() -> None:
    labels: tuple[StatementLabel, ...] = ("feature", "benefit")
    statements = tuple(
        noted(Statement(text=f"fact {n}", label=label), n) for n, label in enumerate(labels)
    )
    shown_page = page_of.page(sale(HERE), selling(notes=statements))
    counted = text("sale-statements", count=2, benefits=1)
    assert Line(counted) in shown_page.blocks


def test_the_page_of_the_rep_opens_the_logs_of_the_nearest_sale() -> None:
    heading, _sales, line, logs = page_of.home(selling(HALDEN, NORDWERK))
    assert isinstance(heading, Heading)
    assert line == Line(text("home-sale-logs", customer=Quoted("Halden Paper")))
    assert isinstance(logs, Buttons)
    about = str(HALDEN.opportunity_id)
    assert [one.tap for one in logs.buttons] == [
        Tap(verb="sale", about=about, value=name) for name in ("needs", "say", "objection")
    ]
