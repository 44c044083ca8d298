"""Learnings: found by words and type of customer, offered before a call, typed by the rep."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from coaching import topics
from coaching.actions import Reject, ShowForm
from coaching.calls import Call, Learning, Opportunity, Plan
from coaching.decide import decide
from coaching.events import Commanded, Submitted, Tapped
from coaching.ids import learning_id
from coaching.messages import Block, Buttons, Line, Quoted, Tap, Text, text
from coaching.notes import Note
from coaching.notes.planner import Problem
from coaching.topics import learn
from coaching.topics.learn.known import last_time, offered, search
from coaching.turn import Situation
from tests.coaching.world import (
    NOW,
    TEAM,
    a_call,
    a_rep,
    a_situation,
    an_opportunity,
    keys,
    said,
    saved,
    says,
    sends,
    taps,
)
from tests.coaching.world import offered as buttons_of
from tests.coaching.world_after import after_the_call, asked_after, form, reviewed

MARA, TOM = UUID(int=31), UUID(int=32)
NAMES = {MARA: "Mara B.", TOM: "Tom K."}
TODAY = date(2026, 11, 26)


def shares(number: int, words: str, **changes: Any) -> Learning:
    """What Mara shared so many days ago."""
    usual = Learning(
        id=UUID(int=500 + number),
        call_id=UUID(int=600 + number),
        rep_id=MARA,
        team_id=TEAM.id,
        text=words,
        shared_at=NOW - timedelta(days=number),
    )
    return replace(usual, **changes)


PRICE = shares(1, "Ask who else pays for a stop before naming the price")
NIGHT = shares(2, "When a line stops at night the shift lead knows the cost", rep_id=TOM)
FOOD = shares(3, "The audit is the budget", customer_type="Food plant")


def team_of(*learnings: Learning, calls: tuple[Call, ...] = (), **changes: Any) -> Situation:
    return a_situation(*(calls or (a_call(),)), shared=learnings, names=NAMES, **changes)


def lines(situation: Situation, words: str) -> list[Text]:
    (sent,) = sends(decide(says(words), situation))
    return [block.text for block in sent.message.blocks if isinstance(block, Line)]


def entry(learning: Learning, author: Quoted | Text | None = None) -> Text:
    day = TODAY - (NOW - learning.shared_at)
    author = author or Quoted(NAMES[learning.rep_id])
    words = Quoted(learning.text)
    if learning.customer_type:
        kind = Quoted(learning.customer_type)
        return text("learn-entry-typed", words=words, author=author, day=day, type=kind)
    return text("learn-entry", words=words, author=author, day=day)


# ---- searching ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["learn", "经验", "学到的"])
def test_without_words_the_latest_are_shown(name: str) -> None:
    (sent,) = sends(decide(Commanded(name=name), team_of(FOOD, PRICE, NIGHT)))
    blocks = [block.text for block in sent.message.blocks if isinstance(block, Line)]
    assert blocks == [text("learn-latest"), entry(PRICE), entry(NIGHT), entry(FOOD)]


def test_words_find_what_has_most_of_them_the_latest_first_among_equals() -> None:
    old = shares(9, "Night calls: the shift lead")
    found = lines(team_of(old, FOOD, PRICE, NIGHT), "learn who pays at night for stops")
    assert found == [
        text("learn-found", words=Quoted("who pays at night for stops")),
        entry(PRICE),
        entry(NIGHT),
        entry(old),
    ]


def test_the_type_of_its_customer_finds_a_learning() -> None:
    assert lines(team_of(FOOD, PRICE), "learn food plants")[1:] == [entry(FOOD)]


def test_chinese_words_find_chinese_learnings() -> None:
    zh = shares(1, "先问停机谁最头疼")
    assert lines(team_of(zh, PRICE), "经验 停机")[1:] == [entry(zh)]


def test_at_most_eight_are_shown() -> None:
    many = [shares(number, f"price {number}") for number in range(1, 12)]
    assert len(search("price", team_of(*many))) == 8


def test_where_nothing_is_found_it_says_so_and_how_to_search() -> None:
    decision = decide(says("learn steel"), team_of(PRICE))
    assert said(decision) == [["learn-none", "learn-how"]]
    assert said(decide(says("learn"), team_of())) == [["learn-nothing-yet", "learn-how"]]


def test_one_taken_back_is_not_found() -> None:
    assert (
        said(decide(says("learn"), team_of(replace(PRICE, text=""))))[0][0] == "learn-nothing-yet"
    )


def test_a_colleague_without_a_name_is_a_colleague() -> None:
    unknown = replace(PRICE, rep_id=UUID(int=77))
    assert lines(team_of(unknown), "learn price")[1] == entry(unknown, text("learn-colleague"))


def test_the_customer_of_another_is_nowhere_in_what_is_shown() -> None:
    (sent,) = sends(decide(says("learn price"), team_of(replace(PRICE, customer_type="mill"))))
    lined = [block.text for block in sent.message.blocks if isinstance(block, Line)]
    assert not [one for one in lined if "customer" in one.values]


OWN = reviewed(
    a_call(starts_at=NOW - timedelta(days=3), ends_at=NOW - timedelta(days=3)),
    held="nothing",
    account="Their price is set in March",
    elsewhere="Name no price first",
    reviewed_at=NOW - timedelta(days=2),
)


def test_the_reps_own_are_found_too_with_the_customer_and_who_sees_them() -> None:
    day = TODAY - timedelta(days=2)
    halden = Quoted("Halden Paper")
    assert lines(team_of(calls=(OWN,)), "learn price")[1:] == [
        text("learn-own", words=Quoted(words), customer=halden, day=day)
        for words in ("Their price is set in March", "Name no price first")
    ]
    mine = shares(1, "Name no price first", rep_id=a_rep().id, call_id=OWN.id)
    shared = lines(team_of(mine, calls=(OWN,)), "learn first")[1:]
    assert shared == [
        text(
            "learn-own-shared",
            words=Quoted("Name no price first"),
            customer=halden,
            day=TODAY - timedelta(days=1),
        )
    ]


def test_the_reps_own_customers_name_finds_it_and_an_old_shared_one_has_none() -> None:
    assert len(search("halden", team_of(calls=(OWN,)))) == 2
    old = shares(1, "price", rep_id=a_rep().id)
    assert search("price", team_of(old))[0].customer == ""


def test_a_call_without_a_sale_and_a_rep_without_a_zone_are_no_hindrance() -> None:
    situation = team_of(calls=(replace(OWN, review=replace(OWN.review, reviewed_at=None)),))
    bare = replace(situation, opportunities={}, work=None)
    assert lines(bare, "learn march")[1].values["day"] == TODAY - timedelta(days=3)


# ---- by form and by button ---------------------------------------------------------------------


def test_a_button_opens_the_search_and_the_form_finds() -> None:
    (sent,) = sends(decide(says("learn"), team_of(PRICE)))
    assert buttons_of(sent) == [("form", "learn"), ("form", "customer-type")]
    reply = decide(Tapped(tap=Tap(verb="form", value="learn")), team_of(PRICE)).reply
    assert isinstance(reply, ShowForm)
    found = decide(Submitted(kind="learn", about="", answers={"words": "price"}), team_of(PRICE))
    assert said(found) == [["learn-found", "learn-entry", "learn-why"]]


def test_a_search_for_nothing_is_an_error_at_the_field() -> None:
    decision = decide(Submitted(kind="learn", about="", answers={}), team_of(PRICE))
    assert decision.reply == Reject({"words": text("error-required")})


def test_a_tap_shows_the_latest() -> None:
    assert said(decide(taps("learn"), team_of(PRICE)))[0][0] == "learn-latest"


def test_who_knows_all_types_is_asked_for_none() -> None:
    situation = with_type(team_of(PRICE), "paper mill")
    (sent,) = sends(decide(says("learn"), situation))
    assert buttons_of(sent) == [("form", "learn")]


# ---- the type of a customer --------------------------------------------------------------------


def with_type(situation: Situation, kind: str) -> Situation:
    sales = {id_: replace(one, customer_type=kind) for id_, one in situation.opportunities.items()}
    return replace(situation, opportunities=sales)


SALE = an_opportunity(size="large")
TYPED = replace(SALE, customer_type="Paper mill")


@pytest.mark.parametrize(
    "words", ["learn type halden: Paper mill", "learn kind Halden Paper Paper mill"]
)
def test_the_type_of_a_customer_is_said_behind_its_name(words: str) -> None:
    decision = decide(says(words), team_of())
    assert saved(decision, Opportunity) == (TYPED,)
    (sent,) = sends(decision)
    assert sent.message.blocks[0] == Line(
        text("customer-type-noted", customer=Quoted("Halden Paper"), type=Quoted("Paper mill"))
    )


def test_in_chinese_no_blank_need_part_it() -> None:
    call = a_call("恒达纸业")
    situation = team_of(calls=(call,))
    decision = decide(says("经验 类型恒达纸业：造纸厂"), situation)
    assert [one.customer_type for one in saved(decision, Opportunity)] == ["造纸厂"]


def test_a_word_that_only_begins_like_type_is_looked_for() -> None:
    typists = shares(1, "typewriter makers")
    assert lines(team_of(typists), "learn typewriter")[1:] == [entry(typists)]


def test_the_type_goes_to_what_the_rep_shared_from_there_too() -> None:
    mine = shares(1, "price", rep_id=a_rep().id, call_id=a_call().id)
    other = shares(2, "price", call_id=a_call().id)
    decision = decide(says("learn type halden: Paper mill"), team_of(mine, other, NIGHT))
    assert saved(decision, Learning) == (replace(mine, customer_type="Paper mill"),)


def test_without_a_customer_it_asks_which_and_without_a_type_it_shows_it() -> None:
    decision = decide(says("learn type"), team_of())
    assert said(decision) == [["which-sale"]]
    assert buttons_of(sends(decision)[0]) == [("form", "customer-type")]
    assert said(decide(says("learn type halden"), team_of())) == [["customer-type-none"]]
    assert said(decide(says("learn type"), a_situation())) == [["no-sale-known"]]


def test_a_type_too_long_is_not_kept() -> None:
    decision = decide(says(f"learn type halden: {'x' * 41}"), team_of())
    assert (said(decision), saved(decision, Opportunity)) == ([["error-too-long"]], ())


def typed(kind: str, about: str = str(SALE.id)) -> Submitted:
    return Submitted(kind="customer-type", about=about, answers={"type": kind})


def test_the_form_asks_the_type_and_keeps_it() -> None:
    tap = Tap(verb="form", about=str(SALE.id), value="customer-type")
    reply = decide(Tapped(tap=tap), with_type(team_of(), "mill")).reply
    assert isinstance(reply, ShowForm)
    assert reply.form.fields[0].initial == "mill"
    decision = decide(typed(" Paper mill "), team_of())
    assert (saved(decision, Opportunity), said(decision)) == ((TYPED,), [["customer-type-noted"]])


def test_an_empty_type_takes_it_away() -> None:
    decision = decide(typed(""), with_type(team_of(), "mill"))
    assert (saved(decision, Opportunity), said(decision)) == ((SALE,), [["customer-type-none"]])


def test_a_form_too_long_or_of_no_sale_keeps_nothing() -> None:
    decision = decide(typed("x" * 41), team_of())
    assert decision.reply == Reject({"type": text("error-too-long", length=41, limit=40)})
    assert said(decide(typed("mill", "9"), team_of())) == [["not-here-any-more"]]
    tap = Tap(verb="form", about="9", value="customer-type")
    assert said(decide(Tapped(tap=tap), team_of())) == [["not-here-any-more"]]


# ---- once it is shared -------------------------------------------------------------------------


def test_what_is_shared_bears_the_type_of_its_customer() -> None:
    situation = with_type(after_the_call(asked_after()), "Paper mill")
    shared = form(held="nothing", elsewhere="Name no price first", share="yes")
    (learning,) = saved(decide(shared, situation), Learning)
    assert (learning.id, learning.customer_type) == (learning_id(a_call()), "Paper mill")
    bare = decide(shared, after_the_call(asked_after()))
    assert saved(bare, Learning)[0].customer_type == ""


SHARING = reviewed(a_call(), elsewhere="Name no price first", share=True)


def test_who_shared_is_asked_the_type_where_nobody_has_said() -> None:
    line, row = learn.TOPIC.after(SHARING, team_of())
    assert line == Line(text("customer-type-ask", customer=Quoted("Halden Paper")))
    assert isinstance(row, Buttons)
    assert (line, row) == topics.after(SHARING, team_of())[-2:]


def test_nobody_is_asked_twice_or_for_what_they_keep_to_themselves() -> None:
    assert learn.TOPIC.after(SHARING, with_type(team_of(), "mill")) == ()
    assert learn.TOPIC.after(reviewed(SHARING, share=False), team_of()) == ()
    assert learn.TOPIC.after(reviewed(SHARING, elsewhere=""), team_of()) == ()
    assert learn.TOPIC.after(SHARING, replace(team_of(), opportunities={})) == ()


# ---- before a call -----------------------------------------------------------------------------


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    return learn.TOPIC.before(call, situation)


def on(problem: str) -> Call:
    return a_call(plan=Plan(problem=problem))


def test_one_of_the_same_type_of_customer_is_offered() -> None:
    situation = with_type(team_of(PRICE, FOOD), "food plant.")
    assert offered(a_call(), situation) == FOOD
    assert before(a_call(), situation) == (
        Line(
            text(
                "learn-before-typed",
                words=Quoted(FOOD.text),
                author=Quoted("Mara B."),
                type=Quoted("Food plant"),
            )
        ),
    )


@pytest.mark.parametrize(
    "problem,learning",
    [
        ("Line 2 stops at night", NIGHT),
        ("line stops", NIGHT),
        ("line", None),
        ("The line is slow and the scrap rate of the old press is high at shift change", None),
        ("", None),
    ],
)
def test_words_overlap_clearly_from_two_on_that_are_half_of_the_problem(
    problem: str, learning: Learning | None
) -> None:
    assert offered(on(problem), team_of(NIGHT)) == learning


@pytest.mark.parametrize("problem,fits", [("夜班停机多", True), ("停机", False)])
def test_in_chinese_four_pairs_of_characters_do(problem: str, fits: bool) -> None:
    learning = shares(1, "夜班停机多的时候先问早上的货")
    assert (offered(on(problem), team_of(learning)) == learning) is fits


def test_the_problem_is_the_plans_else_the_sales_else_one_planned_for() -> None:
    stops = "line stops"
    situation = team_of(NIGHT)
    sale = replace(SALE, problem=stops)
    assert offered(a_call(), replace(situation, opportunities={SALE.id: sale})) == NIGHT
    note = Note(
        id=UUID(int=8),
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW,
        content=Problem(text=stops),
        opportunity_id=SALE.id,
    )
    assert offered(a_call(), replace(situation, notes=(note,))) == NIGHT
    elsewhere = replace(note, opportunity_id=UUID(int=9))
    assert offered(a_call(), replace(situation, notes=(elsewhere,))) is None
    assert offered(on("scrap"), replace(situation, notes=(note,))) is None


def test_ones_own_and_one_taken_back_are_not_offered() -> None:
    own, gone = replace(NIGHT, rep_id=a_rep().id), replace(NIGHT, text="")
    assert offered(on("line stops"), team_of(own, gone)) is None


def test_the_type_goes_before_the_words_and_both_before_either() -> None:
    typed_night = replace(NIGHT, id=UUID(int=1), customer_type="food plant")
    situation = with_type(team_of(NIGHT, FOOD, typed_night), "food plant")
    calls = [a_call(key=f"halden-{n}", starts_at=NOW + timedelta(days=n)) for n in range(4)]
    calls = [replace(call, plan=Plan(problem="line stops")) for call in calls]
    situation = replace(situation, calls=tuple(calls))
    assert [offered(call, situation) for call in calls] == [typed_night, FOOD, NIGHT, typed_night]


def test_without_a_type_the_line_speaks_of_a_trouble_like_this() -> None:
    shown = before(on("line stops"), team_of(NIGHT))
    assert shown == (Line(text("learn-before", words=Quoted(NIGHT.text), author=Quoted("Tom K."))),)


def test_what_the_rep_last_noted_for_the_account_stands_in_the_next_prompt() -> None:
    older = replace(OWN, id=UUID(int=3), starts_at=NOW - timedelta(days=9))
    older = reviewed(older, account="Older")
    later = reviewed(a_call(key="h-9", starts_at=NOW + timedelta(days=9)), account="Later")
    other = reviewed(a_call("Coastal Foods", key="c", starts_at=NOW), account="Other")
    call = a_call(key="halden-next")
    situation = team_of(calls=(older, OWN, later, other, call))
    assert last_time(call, situation) == "Their price is set in March"
    shown = before(call, situation)
    assert shown == (Line(text("learn-last-time", words=Quoted("Their price is set in March"))),)
    prompt = sends(decide(says("plan"), situation))[0]
    assert "learn-last-time" in keys(prompt)


# ---- the rep's page ----------------------------------------------------------------------------


def test_the_page_counts_what_colleagues_shared_and_offers_to_search_it() -> None:
    own = shares(4, "mine", rep_id=a_rep().id)
    line, row = learn.TOPIC.home(team_of(PRICE, NIGHT, own, replace(FOOD, text="")))
    assert line == Line(text("learn-home", count=2))
    assert isinstance(row, Buttons)
    assert learn.TOPIC.home(team_of(own)) == ()
