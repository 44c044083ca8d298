"""The rep's page: what stands on it, what each button means, how long it may get."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from coaching import agenda, connecting, settings, topics
from coaching.calls import Call, Learning, Promise, Review
from coaching.conversation import Conversation
from coaching.home import home
from coaching.links import Link
from coaching.messages import Button, Buttons, Heading, Line, Quoted, Small, Tap, message, text
from coaching.notes import Content, Note
from coaching.notes.objections import Objection
from coaching.notes.planner import Difficulty, Problem, Product, Solves
from coaching.notes.practice import Practice
from coaching.notes.survey import Survey
from coaching.prepare import promise_lines
from coaching.spans import Span
from coaching.turn import Joint, Situation
from tests.coaching.world import (
    ADVANCE,
    NOW,
    a_call,
    a_rep,
    a_situation,
    at,
    keys,
    offered,
    planned,
)
from tests.coaching.world_after import FRIDAY, a_promise, reviewed

CALL = a_call()
SLACK_HOLDS = 100
A_LINK = Link(id=UUID(int=9), host="calendar.example")
SETTINGS = ["home-settings", "settings-zone", "settings-hours", "links-none"]
CONNECT = ("connect", "")
KNOWN = ["home-known-heading", "home-known", "settings-privacy", "home-erase", "home-why"]
UNKNOWN = ["home-known-heading", "home-known-none", "settings-privacy", "home-erase", "home-why"]


def other(name: str, day: int = 26, local: str = "16:00", **changes: object) -> Call:
    start = at(local, day)
    usual = a_call(name, key=f"{name}-{day}", starts_at=start, ends_at=start + timedelta(hours=1))
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test's own keywords


def calls_shown(situation: Situation) -> list[tuple[str, str]]:
    """The calls on the page, as (customer, where it stands)."""
    lines = [one.text.values for one in home(situation).blocks if isinstance(one, Line)]
    found = [(one.get("customer"), one.get("standing")) for one in lines]
    return [
        (who.text, where.key)  # type: ignore[union-attr]  # a text
        for who, where in found
        if isinstance(who, Quoted) and where
    ]


def buttons(situation: Situation) -> list[tuple[str, str]]:
    """The buttons of the calls, as (label, verb)."""
    rows = [one.buttons for one in home(situation).blocks if isinstance(one, Buttons)]
    taps = [(one.label.key, one.tap.verb) for row in rows for one in row]
    return [one for one in taps if one[1] in {"plan", "review"}]


# ---- the day -----------------------------------------------------------------------------------


def test_the_page_shows_the_day_what_is_promised_the_settings_and_what_is_known() -> None:
    call = planned(CALL)
    promise = a_promise()
    here = a_situation(call, promises=(promise,))
    plan = Button(label=text("button-change"), tap=Tap(verb="plan", about=str(call.id)))
    noted = text(
        "home-promise",
        customer=Quoted("Halden Paper"),
        promise=Quoted(promise.text),
        day=promise.due_on,
    )
    counted = text(
        "home-known",
        days=30,
        since=date(2026, 11, 20),
        calls=1,
        plans=1,
        reviews=0,
        learnings=0,
        shared=0,
    )
    assert home(here) == message(
        Heading(text("home-today")),
        Line(agenda.standing_today(call, here)),
        Line(text("planned-objective", objective=Quoted(ADVANCE))),
        Buttons((plan,)),
        Heading(text("home-promises")),
        Line(noted),
        promise_lines(promise, here)[1],
        *topics.home(here),
        Heading(text("home-settings")),
        *settings.in_brief(here),
        *connecting.linked(here),
        Heading(text("home-known-heading")),
        Line(counted),
        *settings.privacy(here),
        Line(text("home-erase")),
        Small(text("home-why")),
    )


def test_where_no_calendar_showed_anything_the_page_helps_to_link_one() -> None:
    here = a_situation()
    assert keys(home(here)) == ["home-today", "home-no-calendar", *SETTINGS, *UNKNOWN]
    assert offered(home(here)) == [CONNECT, ("settings", ""), ("pause", ""), CONNECT]


def test_a_calendar_that_is_linked_and_shows_nothing_is_not_to_be_linked_again() -> None:
    here = a_situation(links=(A_LINK,))
    linked = ["home-today", "home-calendar-empty", *SETTINGS[:-1], "links-count", *UNKNOWN]
    assert keys(home(here)) == linked


def test_an_empty_day_in_a_calendar_that_works_is_just_empty() -> None:
    busy = (("workshop", Span(at("08:00"), at("09:00"))),)
    here = a_situation(busy=busy)
    assert keys(home(here)) == ["home-today", "today-none", *SETTINGS, *UNKNOWN]
    later = a_situation(other("Nordwind", 27))
    assert keys(home(later))[:3] == ["home-today", "today-none", "home-to-plan"]


def test_a_calendar_that_fails_is_said_once_however_many_links_do() -> None:
    fails = dict.fromkeys(("1", "2"), ("calendar-fails", NOW))
    here = a_situation(conversation=Conversation(rep_id=a_rep().id, failed_links=fails))
    assert keys(home(here))[:3] == ["home-today", "calendar-fails", "home-no-calendar"]


def test_without_a_zone_there_is_no_day_and_the_settings_ask_for_it() -> None:
    here = a_situation(CALL, work=None, rep=a_rep(zone=None))
    zone = ["home-settings", "settings-zone-unknown", "settings-hours", "links-none"]
    shown = message(*topics.home(here))
    own = ["home-heading", "settings-zone-unknown", *keys(shown), *zone, *KNOWN]
    assert keys(home(here)) == own
    assert offered(home(here)) == [*offered(shown), ("settings", ""), ("pause", ""), CONNECT]


@pytest.mark.parametrize(
    "call,where,button",
    [
        (CALL, "to-plan", [("button-home-plan", "plan")]),
        (planned(CALL), "planned", [("button-change", "plan")]),
        (replace(CALL, standing="skipped"), "skipped", [("button-plan-after-all", "plan")]),
        (other("Over", local="08:00"), "to-review", [("button-home-review", "review")]),
        (other("Past", local="08:00", standing="skipped"), "skipped", []),
        (other("Now", local="10:30"), "running", []),
        (
            other("Done", local="08:00", review=Review(held="signed", outcome="order")),
            "order",
            [],
        ),
    ],
)
def test_each_call_of_today_has_the_one_button_that_helps(
    call: Call, where: str, button: list[tuple[str, str]]
) -> None:
    here = a_situation(call)
    assert calls_shown(here) == [(call.customer, f"standing-{where}")]
    assert buttons(here) == button


# ---- what else is open -------------------------------------------------------------------------


def test_plans_of_the_coming_week_and_reviews_of_the_past_stand_below_the_day() -> None:
    here = a_situation(
        other("Far", 30),
        other("Tomorrow", 27),
        planned(other("Ready", 27, "09:00")),
        other("Later", 30, starts_at=at("16:00", 30) + timedelta(days=10)),
        other("Older", 24),
        other("Yesterday", 25),
        other("Told", 25, "09:00", review=Review(held="nothing", outcome="continuation")),
        other("Closed", 2),
        other("Off", 27, standing="cancelled"),
        other("Which", 27, standing="unsure"),
    )
    assert calls_shown(here) == [
        ("Tomorrow", "standing-to-plan"),
        ("Far", "standing-to-plan"),
        ("Yesterday", "standing-to-review"),
        ("Older", "standing-to-review"),
    ]
    assert [one[1] for one in buttons(here)] == ["plan", "plan", "review", "review"]


# ---- promises ----------------------------------------------------------------------------------


def test_promises_due_within_a_week_or_overdue_are_there_to_be_settled() -> None:
    late = a_promise(due_on=date(2026, 11, 25), id=UUID(int=11))
    far = a_promise(due_on=date(2026, 12, 4), id=UUID(int=12))
    kept = a_promise(kept=True, id=UUID(int=13))
    here = a_situation(CALL, promises=(a_promise(), late, far, kept))
    shown = keys(home(here))
    assert shown[shown.index("home-promises") :][:3] == [
        "home-promises",
        "home-promise-overdue",
        "home-promise",
    ]
    assert "home-more" not in shown
    taps = [one for one in offered(home(here)) if one[0] == "promise"]
    assert taps == [("promise", "kept"), ("promise", "open")] * 2


def test_a_promise_of_a_sale_not_known_any_more_is_said_without_a_name() -> None:
    promise = a_promise()
    here = a_situation(promises=(promise,))
    assert promise_lines(promise, here)[0] in home(here).blocks


# ---- what is known, how long it gets -----------------------------------------------------------


def test_what_is_known_is_counted() -> None:
    told = reviewed(
        other("Past", 24), held="nothing", account="They buy in May", elsewhere="Ask", share=True
    )
    alone = reviewed(other("Older", 23), held="nothing", elsewhere="Ask again")
    here = a_situation(planned(CALL), told, alone, work=None, rep=a_rep(zone=None))
    counted = [one.text for one in home(here).blocks if isinstance(one, Line)]
    assert (
        text(
            "home-known",
            days=30,
            since=date(2026, 11, 20),
            calls=3,
            plans=1,
            reviews=2,
            learnings=3,
            shared=1,
        )
        in counted
    )


def test_a_page_full_of_everything_counts_the_rest_and_leaves_room_for_the_topics() -> None:
    today = [
        planned(other(f"Today{n}", local="16:00", key=f"t{n}", id=UUID(int=n))) for n in range(30)
    ]
    coming = [other(f"Soon{n}", 27, key=f"c{n}", id=UUID(int=100 + n)) for n in range(30)]
    past = [other(f"Past{n}", 25, key=f"p{n}", id=UUID(int=200 + n)) for n in range(30)]
    promises: list[Promise] = [a_promise(id=UUID(int=300 + n), due_on=FRIDAY) for n in range(30)]
    fails = {"1": ("calendar-fails", NOW), "2": ("calendar-away", NOW)}
    here = a_situation(
        *today,
        *coming,
        *past,
        promises=tuple(promises),
        conversation=Conversation(rep_id=a_rep().id, failed_links=fails),
        rep=a_rep(paused_until=NOW + timedelta(days=1)),
        model="model.example",
        links=(A_LINK, replace(A_LINK, id=UUID(int=8), configured=True)),
    )
    more = [
        one.text for one in home(here).blocks if isinstance(one, Line) and "more" in one.text.key
    ]
    assert more == [
        text("home-more-today", count=22),
        text("home-more", count=25),
        text("home-more", count=25),
        text("home-more", count=26),
    ]
    assert len(home(here).blocks) - len(topics.home(here)) == 76
    assert len(home(replace(here, **_everything(here))).blocks) <= SLACK_HOLDS


def _everything(here: Situation) -> dict[str, Any]:
    """All that the topics show on the page, each as long as it gets."""
    rep, call = here.rep, here.calls[0]
    contents: tuple[Content, ...] = (
        *(Objection(words="too dear", label="price", cause="features") for _ in range(4)),
        *(Objection(words="why now", label="value", cause="unbuilt") for _ in range(4)),
        Problem(text="line 2 stops", difficulties=(Difficulty(text="late trucks"),)),
        Product(name="Line watch", solves=(Solves(problem="stops"),)),
        Practice(behaviour="implication", began_at=NOW - timedelta(days=9)),
        Survey(answers=(3,) * 15),
    )
    notes = tuple(
        Note(
            id=UUID(int=900 + number),
            rep_id=rep.id,
            author_id=rep.id,
            said_at=NOW - timedelta(days=100),
            content=content,
            opportunity_id=call.opportunity_id,
        )
        for number, content in enumerate(contents)
    )
    shared = Learning(
        id=UUID(int=1000),
        call_id=UUID(int=1001),
        rep_id=UUID(int=1002),
        team_id=here.team.id,
        text="ask who loses sleep",
        shared_at=NOW,
    )
    joint = Joint(
        call_id=UUID(int=1003),
        rep_id=UUID(int=1002),
        name="Ben",
        customer=call.customer,
        meeting_id=call.meeting_id,
        starts_at=NOW,
        ends_at=NOW + timedelta(hours=1),
    )
    kept = replace(here.promises[0], id=UUID(int=1004), kept=True, settled_at=NOW)
    return {
        "notes": notes,
        "shared": (shared,),
        "joint": (joint,),
        "promises": (*here.promises, kept),
        "rep": replace(rep, manages=(here.team.id,)),
    }


def test_the_page_of_a_paused_rep_says_so_and_offers_to_go_on() -> None:
    here = a_situation(rep=a_rep(paused_until=NOW + timedelta(days=1)))
    assert "paused-until" in keys(home(here))
    assert offered(home(here)) == [CONNECT, ("settings", ""), ("resume", ""), CONNECT]
