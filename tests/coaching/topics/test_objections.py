"""Objections: what one is about, its likely cause in this sale, the cure, what to plan."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from coaching.actions import Edit, Reject, ShowForm
from coaching.calls import Call
from coaching.decide import decide
from coaching.events import Commanded
from coaching.forms import ChoiceField
from coaching.home import home
from coaching.messages import Buttons, Line, Quoted, Text, text
from coaching.notes import Forgotten, Note
from coaching.notes.needs import Weighing
from coaching.notes.objections import Cause, Objection
from coaching.notes.planner import Problem
from coaching.notes.statements import Statement
from coaching.topics import causes, objections_view
from coaching.topics.causes import Likely, Recurring
from coaching.topics.noted import new_id
from coaching.turn import Situation
from tests.coaching.topics.selling import (
    BRUSH,
    CAN,
    FACT,
    HALDEN,
    LEAVE,
    LOSE,
    MIXED,
    NORDWERK,
    PRICE,
    UNCLEAR,
    WISH,
    WORTH,
    a_need,
    fresh,
    noted,
    sale,
    selling,
    submits,
    tap,
)
from tests.coaching.world import asked, at, keys, offered, play, said, saved, says, sends, with_size

HERE = selling()
TWO = selling(HALDEN, NORDWERK)
ID = new_id("objection", HERE)
SALE = HALDEN.opportunity_id
TROUBLE = a_need(number=30)
WANTED = a_need(WISH, 31, label="explicit")
FEATURES = tuple(noted(Statement(text=f"it has {n}", label="feature"), 40 + n) for n in range(3))
HELPS = noted(Statement(text="it spares you the nights", label="advantage"), 50)


def an_objection(words: str = PRICE, number: int = 0, **changes: object) -> Note:
    usual = Objection(words=words, label="price")
    return noted(replace(usual, **changes), number)  # type: ignore[arg-type]  # by name


def of(cause: Cause, number: int) -> Note:
    return an_objection(f"no {number}", number, cause=cause)


def cause_of(label: str, *notes: Note, when: str | None = None, **changes: object) -> Likely:
    here = selling(notes=notes, **changes)
    objection = Objection(words="no", label=label, when=when)  # type: ignore[arg-type]  # a test's own word
    return causes.likely(objection, sale(here), here)


def reviewed(asked_count: str, **changes: object) -> Call:
    call = replace(HALDEN, starts_at=at("09:00", 24), ends_at=at("10:00", 24), **changes)  # type: ignore[arg-type]  # by name
    return replace(call, review=replace(call.review, asked=asked_count, held="nothing"))  # type: ignore[arg-type]  # a test's own word


# ---- noting ------------------------------------------------------------------------------------


def test_an_objection_in_one_line_is_noted_with_its_likely_cause_and_cure() -> None:
    decision = decide(says(f"objection halden: Mara: {PRICE}"), selling(notes=(TROUBLE,)))
    objection = Objection(words=PRICE, label="price", who="Mara Voss", cause="unbuilt")
    assert saved(decision, Note) == (fresh(objection, ID),)
    (sent,) = sends(decision)
    assert keys(sent) == [
        "needs-noted",
        "need-said",
        "objection-about-price",
        "cause-unbuilt-implied",
        "cure-unbuilt",
        "field-objection-when",
        "plan-heading",
        "plan-effect",
        "plan-effect-for",
        "plan-payoff",
    ]
    assert offered(sent) == [
        ("objection_when", "start"),
        ("objection_when", "middle"),
        ("objection_when", "end"),
        ("plan", ""),
        ("sale", "difficulties"),
        ("form", "objection"),
        ("objection_otherwise", ""),
        ("sale", "objection"),
    ]


def test_while_a_plan_is_asked_for_an_objection_is_no_answer_to_it() -> None:
    decision = decide(says(f"异议 halden：{CAN}"), selling(asked(HALDEN)))
    (note,) = saved(decision, Note)
    assert note.content == Objection(words=CAN, label="capability", cause="gap")


def test_without_words_the_page_of_the_only_sale_is_shown() -> None:
    assert said(decide(says("objection"), HERE)) == [
        ["objections-heading", "objections-none", "objections-how"]
    ]


@pytest.mark.parametrize("words", ["objection", f"objection {LEAVE}"])
def test_among_several_sales_what_tells_no_objection_asks_which(words: str) -> None:
    notes = tuple(of("unbuilt", n) for n in range(3))
    decision = decide(says(words), replace(TWO, notes=notes))
    assert said(decision) == [["cause-recurs", "cure-unbuilt", "which-sale"]]
    assert saved(decision, Note) == ()


def test_where_no_call_is_known_there_is_no_sale() -> None:
    here = replace(HERE, calls=())
    assert said(decide(says(f"objection {PRICE}"), here)) == [["no-sale-known"]]


def test_too_long_an_objection_is_not_noted() -> None:
    decision = decide(Commanded(name="objection", words="halden: " + "x" * 501), HERE)
    assert (saved(decision, Note), said(decision)) == ((), [["error-too-long"]])


def test_without_a_customer_the_nearest_is_taken_and_can_be_changed() -> None:
    decision, here = play(replace(TWO, notes=(TROUBLE,)), says(f"objection {WORTH}"))
    (sent,) = sends(decision)
    assert keys(sent)[0] == "needs-noted-guessed"
    assert offered(sent)[-1] == ("objection_move", "")
    (note,) = saved(decision, Note)
    asks = decide(tap("objection_move", note.id, on=sent.id), here)
    nordwerk = sale(TWO, NORDWERK).id
    assert offered(sends(asks)[0]) == [("objection_move", str(nordwerk))]
    moved = decide(tap("objection_move", note.id, str(nordwerk), on=sends(asks)[0].id), here)
    assert saved(moved, Note) == (replace(note, opportunity_id=nordwerk),)
    (edit,) = moved.actions
    assert isinstance(edit, Edit)
    assert [keys(edit)[0], keys(edit)[3]] == ["needs-noted", "cause-unbuilt-none"]


# ---- what it is about --------------------------------------------------------------------------


def test_an_objection_that_reads_two_ways_is_asked_first() -> None:
    decision, here = play(TWO, says(f"objection {MIXED}"))
    (sent,) = sends(decision)
    assert keys(sent) == ["needs-noted-guessed", "need-said-nobody", "two-ways-any"]
    assert offered(sent)[:2] == [("objection_as", "price"), ("objection_as", "capability")]
    (note,) = saved(decision, Note)
    settled = decide(tap("objection_as", note.id, "capability", on=sent.id), here)
    own = Objection(words=MIXED, label="capability", cause="gap")
    assert saved(settled, Note) == (replace(note, content=own),)
    (edit,) = settled.actions
    assert isinstance(edit, Edit)
    assert keys(edit)[2:5] == ["objection-about-capability", "cause-gap", "cure-gap"]
    assert offered(edit)[-1] == ("objection_move", "")


def test_the_rep_may_see_an_objection_otherwise() -> None:
    here = selling(notes=(an_objection(),))
    asks = decide(tap("objection_otherwise", an_objection().id), here)
    assert said(asks) == [["objection-otherwise"]]
    labels = ["value", "capability", "early", "other"]
    assert offered(sends(asks)[0]) == [("objection_as", label) for label in labels]
    seen = decide(tap("objection_as", an_objection().id, "other", on=sends(asks)[0].id), here)
    (note,) = saved(seen, Note)
    assert note.content == Objection(words=PRICE, label="other", cause="unknown")


def test_when_it_came_may_change_the_cause() -> None:
    here = selling(notes=(an_objection(cause="unbuilt"),))
    decision = decide(tap("objection_when", an_objection().id, "start"), here)
    (note,) = saved(decision, Note)
    assert note.content == Objection(words=PRICE, label="price", when="start", cause="too_early")
    (sent,) = sends(decision)
    assert "cause-too-early-start" in keys(sent)
    assert "field-objection-when" not in keys(sent)


def test_an_objection_is_dropped_once_the_rep_says_so_twice() -> None:
    here = selling(notes=(an_objection(),))
    asks = decide(tap("objection_drop", an_objection().id), here)
    assert offered(sends(asks)[0]) == [("objection_drop", "yes"), ("objection_drop", "no")]
    gone = decide(tap("objection_drop", an_objection().id, "yes", on=sends(asks)[0].id), here)
    assert gone.saves == (Forgotten(id=an_objection().id),)
    assert [offered(one) for one in gone.actions if isinstance(one, Edit)] == [
        [("sale", "objection")]
    ]


@pytest.mark.parametrize(
    "event",
    [
        tap("objection_as", UUID(int=5), "price"),
        tap("objection_as", an_objection().id, "cheap"),
        tap("objection_as", an_objection(number=1).id, "price"),
        tap("objection_when", UUID(int=5), "start"),
        tap("objection_when", an_objection().id, "yesterday"),
        tap("objection_otherwise", UUID(int=5)),
        tap("objection_drop", UUID(int=5)),
        tap("objection_move", UUID(int=5)),
        tap("objection_move", an_objection().id, str(UUID(int=5))),
        tap("objections_from", UUID(int=5), "6"),
        tap("objections_from", SALE, "-1"),
        tap("form", UUID(int=5), "objection"),
        tap("form", an_objection(number=1).id, "objection"),
        submits("objection", UUID(int=5), words=PRICE),
    ],
)
def test_what_is_gone_is_answered(event: object) -> None:
    lost = replace(an_objection(number=1), opportunity_id=UUID(int=5))
    decision = decide(event, selling(notes=(an_objection(), lost)))  # type: ignore[arg-type]  # all a rep's
    assert (decision.saves, said(decision)) == ((), [["not-here-any-more"]])


# ---- the form ----------------------------------------------------------------------------------


def test_an_objection_by_form_knows_the_call_who_said_it_and_when() -> None:
    reply = decide(tap("form", HALDEN.id, "objection"), HERE).reply
    assert isinstance(reply, ShowForm)
    assert [field.name for field in reply.form.fields] == ["words", "who", "who_else", "when"]
    answers = {"words": WORTH, "who": "Mara Voss", "when": "start"}
    (note,) = saved(decide(submits("objection", HALDEN.id, **answers), HERE), Note)
    heard = Objection(words=WORTH, label="value", who="Mara Voss", when="start", cause="too_early")
    assert note == replace(fresh(heard, ID), call_id=HALDEN.id)
    (plain,) = saved(decide(submits("objection", SALE, words=WORTH, who_else="Kim"), HERE), Note)
    heard = Objection(words=WORTH, label="value", who="Kim", cause="unbuilt")
    assert plain == fresh(heard, ID)


def test_a_form_with_faults_stores_nothing() -> None:
    decision = decide(submits("objection", SALE, when="never"), HERE)
    errors = {"words": text("error-required"), "when": text("error-choice")}
    assert (decision.reply, decision.saves) == (Reject(errors), ())


def test_an_objection_is_changed_under_its_id() -> None:
    kept = an_objection(MIXED, second="capability", when="end")
    here = selling(notes=(kept,))
    reply = decide(tap("form", kept.id, "objection"), here).reply
    assert isinstance(reply, ShowForm)
    label = reply.form.fields[-1]
    assert isinstance(label, ChoiceField)
    assert (label.name, label.initial) == ("label", "price")
    same = {"words": MIXED, "label": "price"}
    other = {"words": CAN, "label": "price"}
    own = {"words": MIXED, "label": "value"}

    def changed(answers: dict[str, str]) -> Objection:
        (note,) = saved(decide(submits("objection", kept.id, **answers), here), Note)
        assert note == replace(kept, content=note.content)
        assert isinstance(note.content, Objection)
        return note.content

    unbuilt: Cause = "unbuilt"
    assert changed(same) == Objection(
        words=MIXED, label="price", second="capability", cause=unbuilt
    )
    assert changed(other) == Objection(words=CAN, label="capability", cause="gap")
    assert changed(own) == Objection(words=MIXED, label="value", cause=unbuilt)


# ---- the cause ---------------------------------------------------------------------------------


def test_a_question_of_ability_is_no_fault_of_the_seller() -> None:
    assert cause_of("capability") == Likely(cause="gap", evidence=text("cause-gap"))
    assert cause_of("capability", when="start").cause == "gap"


def test_what_comes_at_the_start_or_before_any_need_was_offered_too_early() -> None:
    start = Likely(cause="too_early", evidence=text("cause-too-early-start"))
    for label in ("price", "value", "early"):
        assert cause_of(label, TROUBLE, WANTED, when="start") == start
    assert cause_of("early") == Likely(cause="too_early", evidence=text("cause-too-early-said"))
    assert cause_of("early", a_need(FACT, label="neither")).cause == "too_early"


def test_a_brush_off_after_needs_were_voiced_has_another_cause() -> None:
    assert cause_of("early", TROUBLE).evidence.key == "cause-unbuilt-implied"
    assert cause_of("early", TROUBLE, WANTED).cause == "unknown"


def test_many_features_bring_price_objections() -> None:
    evidence = text("cause-features-many", count=3, words=Quoted("it has 2"))
    assert cause_of("price", WANTED, *FEATURES) == Likely(cause="features", evidence=evidence)
    assert cause_of("price", WANTED, *FEATURES[1:], HELPS).cause == "unknown"
    assert cause_of("value", WANTED, *FEATURES).cause == "unknown"


def test_an_advantage_before_a_wish_brings_value_objections_in_a_large_sale() -> None:
    evidence = text("cause-advantages-offered", words=Quoted("it spares you the nights"))
    assert cause_of("value", TROUBLE, HELPS) == Likely(cause="advantages", evidence=evidence)
    assert cause_of("value", TROUBLE, WANTED, HELPS).cause == "unknown"
    small = with_size(selling(notes=(TROUBLE, HELPS)), "small")
    value = Objection(words="no", label="value")
    assert causes.likely(value, sale(small), small).cause == "unknown"


@pytest.mark.parametrize("label", ["price", "value"])
def test_without_a_wish_the_need_is_not_built(label: str) -> None:
    assert cause_of(label).evidence == text("cause-unbuilt-none")
    implied = text("cause-unbuilt-implied", words=Quoted(LOSE))
    assert cause_of(label, TROUBLE) == Likely(cause="unbuilt", evidence=implied)
    small = with_size(selling(notes=(TROUBLE,)), "small")
    objection = Objection(words="no", label=label)  # type: ignore[arg-type]  # a test's own word
    assert causes.likely(objection, sale(small), small).cause == "unknown"


def test_where_the_cost_weighs_more_the_need_is_not_built() -> None:
    cost = noted(Weighing(cost="a week", heavier="cost"), 55)
    told = text("cause-unbuilt-cost", words=Quoted("a week"))
    assert cause_of("price", WANTED, cost).evidence == told
    light = noted(Weighing(heavier="cost"), 55)
    assert cause_of("price", WANTED, light).evidence == text("cause-unbuilt-light")
    even = noted(Weighing(heavier="even"), 55)
    assert cause_of("price", WANTED, even).cause == "unknown"


def test_a_last_call_without_an_implication_question_could_not_build_the_need() -> None:
    def cause(call: Call, size: str = "large") -> Text:
        here = with_size(selling(call, notes=(WANTED,)), size)
        value = Objection(words="no", label="value")
        return causes.likely(value, sale(here), here).evidence

    assert cause(reviewed("none")) == text("cause-unbuilt-unasked")
    assert cause(reviewed("some")) == text("cause-unknown")
    assert cause(reviewed("unknown")) == text("cause-unknown")
    assert cause(reviewed("none"), "small") == text("cause-unknown")


def test_what_nothing_points_to_is_said_to_be_unknown() -> None:
    assert cause_of("other") == Likely(cause="unknown", evidence=text("cause-unknown"))


# ---- what to plan ------------------------------------------------------------------------------


def planning(cause: Cause, *notes: Note, **changes: object) -> list[str]:
    here = selling(notes=notes, **changes)
    return [one.key for one in causes.asks(cause, sale(here), here)]


def test_questions_are_planned_on_the_sales_own_trouble() -> None:
    heard = a_need(number=32, who="Mara Voss")
    assert planning("unbuilt", TROUBLE) == ["plan-effect", "plan-effect-for", "plan-payoff"]
    assert planning("features", TROUBLE, heard) == [
        "plan-effect",
        "plan-effect-others",
        "plan-payoff",
    ]
    assert planning("too_early") == ["plan-trouble", "plan-effect-open"]
    assert planning("unknown") == ["plan-moment"]
    assert planning("unknown", TROUBLE) == ["plan-moment", "plan-effect"]
    assert planning("gap") == ["plan-proof"]
    assert planning("gap", WANTED) == ["plan-proof", "plan-other-want"]


def test_in_a_small_sale_two_questions_are_enough_and_it_is_said_what_turns_round() -> None:
    small = with_size(selling(notes=(TROUBLE,)), "small")
    assert [one.key for one in causes.asks("unbuilt", sale(small), small)] == [
        "plan-effect",
        "plan-payoff",
    ]
    bare = with_size(HERE, "small")
    (told,) = said(decide(says(f"objection halden: {PRICE}"), bare))
    assert told[3:6] == ["cause-unbuilt-none", "cure-unbuilt", "objection-small"]
    assert "objection-small" not in said(decide(says(f"objection halden: {CAN}"), bare))[0]


def trouble(here: Situation) -> object:
    return causes.asks("unbuilt", sale(here), here)[0].values.get("words")


def test_the_trouble_is_the_latest_voiced_that_waits_else_one_planned_else_the_sales() -> None:
    grown = a_need("we want it gone", 33, label="explicit", grew_from=TROUBLE.id)
    planned = noted(Problem(text="scrap"), 20)
    waits = a_need("late again", 10)
    assert trouble(selling(notes=(waits, TROUBLE, grown, planned))) == Quoted("late again")
    assert trouble(selling(notes=(TROUBLE, grown, planned))) == Quoted(LOSE)
    assert trouble(selling(notes=(planned,))) == Quoted("scrap")
    known = selling()
    sales = {SALE: replace(sale(known), problem="line 2")}
    assert trouble(replace(known, opportunities=sales)) == Quoted("line 2")


def test_without_a_call_ahead_there_is_none_to_plan() -> None:
    (sent,) = sends(decide(says(f"objection halden: {CAN}"), selling(reviewed("some"))))
    assert "plan" not in [verb for verb, _ in offered(sent)]


# ---- the page, and what recurs -----------------------------------------------------------------


def test_the_page_lists_the_latest_first_and_goes_on_by_a_button() -> None:
    here = selling(notes=tuple(of("unknown", n) for n in range(8)))
    page = objections_view.page(sale(here), here)
    assert keys(page).count("objection-is") == 6
    first = page.blocks[1]
    assert isinstance(first, Line)
    assert first.text.values["said"] == text("need-said-nobody", words=Quoted("no 7"))
    assert offered(page)[-1] == ("objections_from", "6")
    rest = decide(tap("objections_from", SALE, "6"), here)
    assert said(rest)[0].count("objection-is") == 2
    assert offered(sends(rest)[0])[-1] == ("sale", "sale")


def test_a_cause_of_three_among_the_last_ten_recurs() -> None:
    old = tuple(of("gap", n) for n in range(3))
    new = tuple(of("features" if n < 5 else "unknown", n) for n in range(3, 13))
    assert causes.recurring(selling(notes=new)) is None
    assert causes.recurring(selling(notes=(*old, *new))) is None
    three = selling(notes=(*new, of("features", 13)))
    assert causes.recurring(three) is None
    four = selling(notes=(*new, of("features", 13), of("features", 14)))
    assert causes.recurring(four) is None
    five = selling(notes=(*new, *(of("features", n) for n in (13, 14, 15))))
    assert causes.recurring(five) == Recurring(cause="features", count=3, among=10)
    many = selling(notes=tuple(of("too_early", n) for n in range(4)))
    assert causes.recurring(many) == Recurring(cause="too_early", count=4, among=4)
    assert causes.recurring(HERE) is None


def test_a_recurring_cause_is_told_on_the_page_at_home_and_with_the_next_objection() -> None:
    here = selling(notes=tuple(of("unbuilt", n) for n in range(3)))
    assert keys(objections_view.page(sale(here), here))[-2:] == ["cause-recurs", "cure-unbuilt"]
    assert {"cause-recurs", "cure-unbuilt"} <= set(keys(home(here)))
    assert said(decide(says(f"objection halden: {WORTH}"), here))[0][-1] == "cause-recurs"
    assert "cause-recurs" not in keys(home(HERE))


def test_a_row_of_buttons_stands_below_every_objection() -> None:
    here = selling(notes=(of("gap", 0),))
    page = objections_view.page(sale(here), here)
    rows = [block for block in page.blocks if isinstance(block, Buttons)]
    assert [one.tap.verb for one in rows[0].buttons] == ["form", "objection_drop"]
    assert BRUSH not in repr(page)


def test_a_need_that_is_not_settled_is_no_cause() -> None:
    unclear = a_need(UNCLEAR, second="explicit")
    decision = decide(says(f"objection halden: {PRICE}"), selling(notes=(unclear,)))
    assert "cause-unknown" in said(decision)[0]


def test_an_unknown_customers_name_is_nobody_who_objects() -> None:
    here = selling(HALDEN, NORDWERK)
    decision = decide(says(f"objection acme: Jens: {PRICE}"), here)
    content = saved(decision, Note)[0].content
    assert isinstance(content, Objection)
    assert (content.who, content.words) == ("Jens Olt", PRICE)
