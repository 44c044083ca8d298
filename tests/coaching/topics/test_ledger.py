"""The ledger of promises: what is open, kept, not kept; what only the rep sees as a promise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from coaching import ids, topics
from coaching.actions import Reject, ShowForm
from coaching.calls import Call, Promise
from coaching.decide import decide
from coaching.events import Commanded, Submitted, Tapped
from coaching.messages import Block, Buttons, Heading, Line, Quoted, Tap, Text, text
from coaching.topics import ledger
from coaching.turn import Situation
from tests.coaching.world import a_call, at, keys, offered, said, saved, says, sends
from tests.coaching.world_after import DAYLESS, FRIDAY, WARM, a_promise, after_the_call, reviewed

TODAY = date(2026, 11, 30)
MONDAY = at("09:00", day=30)
HALDEN = a_call()
COASTAL = a_call("Coastal Foods", key="coastal-1")
DAY = timedelta(days=1)


def a_promise_of(number: int, due_on: date, call: Call = HALDEN, **changes: object) -> Promise:
    return a_promise(
        f"Mara sends log {number}",
        due_on,
        id=UUID(int=900 + number),
        opportunity_id=call.opportunity_id,
        call_id=call.id,
        **changes,
    )


def settled(number: int, due_on: date, *, kept: bool, **changes: Any) -> Promise:
    return a_promise_of(number, due_on, kept=kept, settled_at=MONDAY, **changes)


def on_monday(*promises: Promise, calls: tuple[Call, ...] = (HALDEN, COASTAL)) -> Situation:
    return after_the_call(*calls, now=MONDAY, promises=promises)


def blocks_of(situation: Situation, words: str = "promises") -> tuple[Block, ...]:
    (sent,) = sends(decide(says(words), situation))
    return sent.message.blocks


def lines(situation: Situation, words: str = "promises") -> list[Text]:
    found = blocks_of(situation, words)
    return [block.text for block in found if isinstance(block, Heading | Line)]


def entry(key: str, number: int, day: date, customer: str = "Halden Paper", **more: date) -> Text:
    words = Quoted(f"Mara sends log {number}")
    return text(key, customer=Quoted(customer), promise=words, day=day, **more)


# ---- the whole ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["promises", "客户承诺", "承诺"])
def test_with_nothing_promised_it_says_how_a_promise_comes_about(name: str) -> None:
    decision = decide(Commanded(name=name), on_monday())
    assert said(decision) == [["ledger-heading", "ledger-none"]]


def test_open_ones_come_first_the_overdue_before_the_others_then_kept_then_not_kept() -> None:
    situation = on_monday(
        a_promise_of(1, TODAY + 3 * DAY),
        a_promise_of(2, TODAY - 3 * DAY),
        a_promise_of(3, TODAY, COASTAL),
        settled(4, TODAY - 9 * DAY, kept=True),
        settled(5, TODAY - 5 * DAY, kept=True),
        settled(6, TODAY - 7 * DAY, kept=False),
        a_promise_of(7, TODAY, withdrawn=True),
    )
    assert lines(situation) == [
        text("ledger-heading"),
        text("ledger-share", kept=2, due=4),
        text("ledger-unknown", count=1),
        text("ledger-open"),
        entry("ledger-overdue", 2, TODAY - 3 * DAY),
        entry("ledger-due", 3, TODAY, "Coastal Foods"),
        entry("ledger-due", 1, TODAY + 3 * DAY),
        text("ledger-kept"),
        entry("ledger-settled", 5, TODAY - 5 * DAY),
        entry("ledger-settled", 4, TODAY - 9 * DAY),
        text("ledger-broken"),
        entry("ledger-settled", 6, TODAY - 7 * DAY),
    ]


def test_an_open_one_has_the_taps_that_settle_it() -> None:
    rows = [block for block in blocks_of(on_monday(a_promise())) if isinstance(block, Buttons)]
    values = [button.tap for button in rows[0].buttons]
    about = str(a_promise().id)
    assert values == [
        Tap(verb="promise", about=about, value=value)
        for value in ("kept", "moved:2026-12-04", "moved:2026-12-07", "broken")
    ]


def test_a_tap_in_the_ledger_settles_it_and_is_answered_below() -> None:
    tap = Tap(verb="promise", about=str(a_promise().id), value="kept")
    on = f"{HALDEN.rep_id}/promises/7"
    decision = decide(Tapped(tap=tap, message=on), on_monday(a_promise()))
    assert said(decision) == [["promise-kept"]]
    assert saved(decision, Promise)[0].kept is True


def test_a_moved_one_shows_its_first_day_wherever_it_stands() -> None:
    moved = (TODAY - 9 * DAY, TODAY - 5 * DAY)
    situation = on_monday(
        a_promise_of(1, TODAY + DAY, moved_from=moved),
        a_promise_of(2, TODAY - DAY, moved_from=moved),
        settled(3, TODAY - DAY, kept=True, moved_from=moved),
    )
    first = TODAY - 9 * DAY
    assert lines(situation)[2:] == [
        text("ledger-unknown", count=1),
        text("ledger-moved", count=3),
        text("ledger-open"),
        entry("ledger-overdue-moved", 2, TODAY - DAY, first=first),
        entry("ledger-due-moved", 1, TODAY + DAY, first=first),
        text("ledger-kept"),
        entry("ledger-settled-moved", 3, TODAY - DAY, first=first),
    ]


@pytest.mark.parametrize(
    "kept,broken,share",
    [
        (3, 1, text("ledger-share", kept=3, due=4)),
        (4, 2, text("ledger-share-percent", kept=4, due=6, percent=67)),
    ],
)
def test_a_share_is_told_from_five_on(kept: int, broken: int, share: Text) -> None:
    promises = [
        settled(number, TODAY - number * DAY, kept=number <= kept)
        for number in range(1, kept + broken + 1)
    ]
    assert lines(on_monday(*promises))[1] == share


def test_of_long_lists_the_first_are_shown_and_the_others_counted() -> None:
    still_open = [a_promise_of(number, TODAY + number * DAY) for number in range(10)]
    kept = [settled(number, TODAY - number * DAY, kept=True) for number in range(20, 27)]
    shown = lines(on_monday(*still_open, *kept))
    assert [one for one in shown if one.key == "home-more"] == [
        text("home-more", count=2),
        text("home-more", count=2),
    ]
    assert len(blocks_of(on_monday(*still_open, *kept))) <= 50


# ---- one sale's --------------------------------------------------------------------------------


TWO = (a_promise_of(1, TODAY), a_promise_of(2, TODAY, COASTAL))


def test_a_customers_name_shows_that_sales_promises_with_the_way_back_to_all() -> None:
    situation = on_monday(*TWO)
    assert lines(situation, "promises halden") == [
        text("ledger-heading-sale", customer=Quoted("Halden Paper")),
        text("ledger-open"),
        entry("ledger-due", 1, TODAY),
    ]
    (sent,) = sends(decide(says("promises halden"), situation))
    assert offered(sent)[-1] == ("promises", "")


def test_all_promises_offer_each_sales_own_which_a_tap_opens() -> None:
    situation = on_monday(*TWO)
    (sent,) = sends(decide(says("promises"), situation))
    assert offered(sent)[-2:] == [("sale", "promises"), ("sale", "promises")]
    tap = Tap(verb="sale", about=str(COASTAL.opportunity_id), value="promises")
    (opened,) = sends(decide(Tapped(tap=tap), situation))
    assert keys(opened)[0] == "ledger-heading-sale"
    (back,) = sends(decide(Tapped(tap=Tap(verb="promises")), situation))
    assert keys(back)[0] == "ledger-heading"


def test_a_name_that_is_no_customers_is_said_to_be_none_and_all_are_shown() -> None:
    shown = lines(on_monday(*TWO), "promises acme")
    assert shown[:2] == [text("ledger-no-such", words=Quoted("acme")), text("ledger-heading")]


def test_a_longer_word_goes_before_the_shorter_one_it_begins_with() -> None:
    call = a_call("恒达纸业")
    situation = after_the_call(call, now=MONDAY)
    assert said(decide(says("客户承诺恒达纸业"), situation)) == [
        ["ledger-heading-sale", "ledger-none"]
    ]


def test_a_sale_that_is_not_known_any_more_has_no_name() -> None:
    gone = replace(a_promise_of(1, TODAY), opportunity_id=UUID(int=5))
    assert lines(on_monday(gone))[-1] == entry("ledger-due", 1, TODAY, "")


# ---- dressed up --------------------------------------------------------------------------------


CALLED = reviewed(HALDEN, held="other", happened=WARM, outcome="advance", dressed_up=True)


def test_a_continuation_seen_as_an_advance_stands_apart_with_the_reason_and_counts_nowhere() -> (
    None
):
    kept = a_promise(WARM, FRIDAY, kept=True, settled_at=MONDAY)
    situation = on_monday(
        kept, settled(3, FRIDAY, kept=True, call=COASTAL), calls=(CALLED, COASTAL)
    )
    shown = lines(situation)
    assert text("ledger-share", kept=1, due=1) in shown
    assert shown[-2:] == [
        text("ledger-dressed"),
        text(
            "ledger-dressed-dated",
            customer=Quoted("Halden Paper"),
            words=Quoted(WARM),
            reason=text("judge-rule-outcome-some-rule", words=Quoted("talk again")),
            day=FRIDAY,
        ),
    ]


def test_one_without_a_day_says_so() -> None:
    assert lines(on_monday(calls=(CALLED,)))[-1].key == "ledger-dressed-undated"


def test_where_the_judge_reads_it_otherwise_now_the_plain_reason_stands() -> None:
    words = "Jens might look into it"
    call = reviewed(CALLED, happened=words)
    assert lines(on_monday(calls=(call,)))[-1] == text(
        "ledger-dressed-undated",
        customer=Quoted("Halden Paper"),
        words=Quoted(words),
        reason=text("ledger-dressed-why"),
    )


def test_called_a_continuation_by_the_rep_too_it_is_not_in_the_ledger() -> None:
    call = reviewed(CALLED, outcome="continuation")
    assert [one.key for one in lines(on_monday(calls=(call,)))] == ["ledger-heading", "ledger-none"]


def test_one_of_a_call_long_gone_stands_apart_too() -> None:
    old = a_promise(WARM, FRIDAY, call_id=UUID(int=6), dressed_up=True)
    gone = replace(old, id=UUID(int=7), opportunity_id=UUID(int=5))
    shown = lines(on_monday(old, gone))
    assert [one.key for one in shown[1:]] == [
        "ledger-dressed",
        "ledger-dressed-dated",
        "ledger-dressed-dated",
    ]
    assert [one.values["customer"] for one in shown[2:]] == [Quoted("Halden Paper"), Quoted("")]


def test_a_sales_ledger_has_its_own_dressed_up_ones_alone() -> None:
    other = reviewed(COASTAL, held="other", happened=WARM, outcome="advance", dressed_up=True)
    shown = lines(on_monday(calls=(CALLED, other)), "promises coastal")
    assert [one.values["customer"] for one in shown if one.key == "ledger-dressed-undated"] == [
        Quoted("Coastal Foods")
    ]


# ---- who ---------------------------------------------------------------------------------------


NOBODY = a_promise("a trial by Friday")


def form(who: str, promise: Promise = NOBODY) -> Submitted:
    return Submitted(kind="promise", about=str(promise.id), answers={"who": who})


def test_one_that_names_nobody_has_a_button_to_say_who() -> None:
    opens = ("form", "promise")
    for promise, has in (
        (NOBODY, True),
        (a_promise(), False),
        (replace(NOBODY, who="Jens"), False),
    ):
        (sent,) = sends(decide(says("promises"), on_monday(promise)))
        assert (opens in offered(sent)) is has


def test_the_form_asks_who_and_keeps_the_answer() -> None:
    tap = Tap(verb="form", value="promise", about=str(NOBODY.id))
    reply = decide(Tapped(tap=tap), on_monday(NOBODY)).reply
    assert isinstance(reply, ShowForm)
    assert reply.form.intro == (text("ledger-words", words=Quoted("a trial by Friday")),)
    decision = decide(form(" Jens "), on_monday(NOBODY))
    assert saved(decision, Promise) == (replace(NOBODY, who="Jens"),)
    (sent,) = sends(decision)
    assert sent.message.blocks[0] == Line(
        text("ledger-who", who=Quoted("Jens"), words=Quoted("a trial by Friday"))
    )
    assert lines(on_monday(replace(NOBODY, who="Jens")))[-1].values["promise"] == text(
        "promise-of", who=Quoted("Jens"), promise=Quoted("a trial by Friday")
    )


def test_an_empty_answer_takes_the_name_away() -> None:
    decision = decide(form(""), on_monday(replace(NOBODY, who="Jens")))
    assert saved(decision, Promise) == (NOBODY,)
    assert said(decision) == [["ledger-who-gone"]]


def test_a_name_too_long_is_an_error_at_the_field() -> None:
    decision = decide(form("x" * 81), on_monday(NOBODY))
    assert decision.reply == Reject({"who": text("error-too-long", length=81, limit=80)})
    assert (saved(decision, Promise), decision.actions) == ((), ())


@pytest.mark.parametrize("promise", [a_promise(withdrawn=True), a_promise(id=UUID(int=1))])
def test_a_promise_that_is_gone_is_answered(promise: Promise) -> None:
    situation = on_monday(promise)
    assert said(decide(form("Jens", a_promise()), situation)) == [["not-here-any-more"]]
    tap = Tap(verb="form", value="promise", about=str(a_promise().id))
    assert said(decide(Tapped(tap=tap), situation)) == [["not-here-any-more"]]


# ---- the rep's page ----------------------------------------------------------------------------


def test_the_page_shows_the_share_and_the_way_to_all() -> None:
    situation = on_monday(settled(1, FRIDAY, kept=True))
    line, row = ledger.TOPIC.home(situation)
    assert line == Line(text("ledger-share", kept=1, due=1))
    assert isinstance(row, Buttons)
    assert row.buttons[0].tap == Tap(verb="promises")
    assert line in topics.home(situation)


def test_with_nothing_due_the_page_has_the_button_alone_and_with_nothing_promised_nothing() -> None:
    assert len(ledger.TOPIC.home(on_monday(a_promise_of(1, TODAY)))) == 1
    assert ledger.TOPIC.home(on_monday()) == ()


def test_the_words_of_a_promise_are_those_of_the_review() -> None:
    assert a_promise().text == DAYLESS
    assert ids.promise_id(HALDEN) == a_promise().id
