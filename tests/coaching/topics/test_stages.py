"""The four stages of a call: the checklist, what the rep will say, and where it shows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import pytest

from coaching import topics
from coaching.actions import Reject, ShowForm
from coaching.calls import Call, Plan, Review
from coaching.decide import decide
from coaching.events import Commanded
from coaching.home import home
from coaching.messages import Line, Quoted, Text, message, text
from coaching.notes import Note
from coaching.notes.stages import Stages
from coaching.topics.stages import forms, kept, page, places, points
from coaching.turn import Situation
from tests.coaching.topics.selling import HALDEN, NORDWERK, noted, selling, submits, tap
from tests.coaching.world import (
    ADVANCE,
    GOOD_PLAN,
    NOW,
    a_call,
    a_rep,
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

OPENING = "I'm Ada from Harbour; may I ask how line 2 runs?"
HERE = selling()
OVER = a_call(key="over", starts_at=at("08:00"), ends_at=at("09:00"))
GONE = UUID(int=404)


def about(call: Call, **content: Any) -> Note:
    """What Ada noted on Monday for the stages of a call."""
    note = noted(Stages(**content), call=call, call_id=call.id)
    return replace(note, id=uuid5(call.id, "stages"))


def lines(blocks: tuple[object, ...]) -> list[Text]:
    return [one.text for one in blocks if isinstance(one, Line)]


def ticks(*names: str) -> dict[str, str]:
    return dict.fromkeys(names, "yes")


# ---- the checklist -----------------------------------------------------------------------------


def test_a_large_sale_has_four_stages_of_two_to_four_points() -> None:
    call = a_call()
    stages = {one: points.of_stage(one, call, large=True) for one in points.STAGES}
    assert stages == {
        "preliminaries": ("who-why", "consent", "no-product", "otherwise"),
        "investigating": ("few-facts", "problems", "implications", "payoff"),
        "demonstrating": ("wishes-only", "not-early"),
        "commitment": ("attention", "concerns", "summary", "propose"),
    }


def test_in_a_small_sale_product_may_come_early_and_implications_are_not_asked_for() -> None:
    assert points.of_call(a_call(), large=False) == (
        *("who-why", "consent", "otherwise", "few-facts", "problems"),
        *("wishes-first", "helps-too", "concerns", "summary", "propose"),
    )


def test_several_people_are_opened_with_otherwise_than_one() -> None:
    assert points.of_stage("preliminaries", HALDEN, large=True)[-1] == "several"
    assert points.of_stage("preliminaries", HALDEN, large=False)[-1] == "several"


# ---- the command -------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["stages", "opening", "commitment", "四步", "会谈四步", "开场"])
def test_the_command_shows_the_checklist_of_the_next_call(words: str) -> None:
    decision = decide(says(words), HERE)
    assert said(decision) == [
        [
            "stages-heading",
            "stages-preliminaries",
            *["stages-open"] * 4,
            "stages-investigating",
            *["stages-open"] * 4,
            "stages-demonstrating",
            *["stages-open"] * 2,
            "stages-commitment",
            *["stages-open"] * 4,
            "stages-how",
        ]
    ]
    assert offered(sends(decision)[0]) == [
        ("form", "stages"),
        ("form", "stages_points"),
        ("sale", "needs"),
    ]


def heading(decision: Any) -> object:
    return sends(decision)[0].message.blocks[0]


def test_of_several_sales_it_is_that_of_the_next_call_with_a_way_to_another() -> None:
    just_over = replace(NORDWERK, starts_at=at("10:30"), ends_at=at("10:50"))
    here = selling(HALDEN, just_over)
    decision = decide(says("stages"), here)
    assert heading(decision).text.values["customer"] == Quoted("Halden Paper")  # type: ignore[attr-defined]
    assert offered(sends(decision)[0])[-1] == ("stages_which", "")
    other = decide(tap("stages_which", ""), here)
    assert offered(sends(other)[0]) == [("sale", "stages"), ("sale", "stages")]
    named = decide(says("stages nordwerk"), here)
    assert heading(named).text.values["customer"] == Quoted("Nordwerk")  # type: ignore[attr-defined]
    chosen = decide(tap("sale", NORDWERK.opportunity_id, "stages"), here)
    assert heading(chosen) == heading(named)


def test_a_call_that_is_running_is_the_next_one_and_after_the_last_there_is_that() -> None:
    running = a_call(key="run", starts_at=at("10:30"), ends_at=at("11:30"))
    sale = selling(OVER, running, HALDEN)
    assert kept.meant(sale.opportunities[HALDEN.opportunity_id], sale) == running
    past = selling(OVER)
    assert said(decide(says("stages"), past))[0][-1] == "stages-closes-ask"


def test_without_any_sale_or_call_it_says_so() -> None:
    assert said(decide(says("stages"), replace(HERE, calls=()))) == [["no-sale-known"]]
    words = decide(says("opening we met in May"), replace(HERE, calls=()))
    assert said(words) == [["no-sale-known"]]
    off = selling(replace(HALDEN, standing="cancelled"))
    assert said(decide(says("stages halden"), off)) == [["stages-no-call"]]
    assert said(decide(says("opening halden: hello"), off)) == [["stages-no-call"]]


def test_words_behind_the_customer_are_how_the_rep_opens() -> None:
    decision, here = play(HERE, says(f"opening halden: {OPENING}", thread="t"))
    made = about(HALDEN, opening=OPENING)
    assert saved(decision, Note) == (replace(made, said_at=NOW),)
    assert said(decision) == [["stages-noted", "stages-nothing-against"]]
    assert sends(decision)[0].thread == "t"
    again, _ = play(here, says("opening halden paper: 换个说法"))
    assert saved(again, Note) == (replace(made, said_at=NOW, content=Stages(opening="换个说法")),)


@pytest.mark.parametrize("here", [HERE, selling(HALDEN, NORDWERK)])
def test_words_for_no_customer_are_kept_nowhere_and_asked_whose_they_are(here: Situation) -> None:
    decision = decide(says(f"opening: {OPENING}"), here)
    assert said(decision) == [["stages-name-first", "which-sale"]]
    assert saved(decision, Note) == ()


def test_a_text_that_is_too_long_is_refused() -> None:
    decision = decide(Commanded(name="opening", words=f"halden: {'x' * 501}"), HERE)
    assert said(decision) == [["error-too-long"]]
    assert saved(decision, Note) == ()


# ---- the forms ---------------------------------------------------------------------------------


def initial(form: object) -> dict[str, object]:
    return {one.name: one.initial for one in form.fields}  # type: ignore[attr-defined]


def test_the_form_proposes_the_objective_of_the_plan() -> None:
    here = selling(planned(HALDEN))
    reply = decide(tap("form", HALDEN.id, "stages"), here).reply
    assert isinstance(reply, ShowForm)
    assert initial(reply.form) == {
        "opening": "",
        "concerns": "",
        "summary": "",
        "proposal": ADVANCE,
    }


def test_what_is_written_is_kept_and_the_objective_stays_the_plans() -> None:
    here = selling(planned(HALDEN))
    answers = {"opening": f" {OPENING} ", "concerns": "the price", "proposal": ADVANCE}
    decision, now = play(here, submits("stages", HALDEN.id, **answers))
    content = Stages(opening=OPENING, concerns="the price")
    assert saved(decision, Note) == (replace(about(HALDEN), said_at=NOW, content=content),)
    assert said(decision) == [["stages-noted", "stages-nothing-against"]]
    assert offered(sends(decision)[0]) == [("stages", "")]
    opened = decide(tap("stages", HALDEN.id), now)
    assert [one for one in said(opened)[0] if "own" in one] == [
        "stages-own-opening",
        "stages-own-concerns",
        "stages-own-proposal",
    ]


def test_a_proposal_of_its_own_goes_above_the_objective() -> None:
    stages = Stages(proposal="Jens names a date", summary="quiet nights")
    assert kept.proposal(planned(HALDEN), stages) == "Jens names a date"
    note = about(HALDEN, proposal=stages.proposal, summary=stages.summary)
    shown_page = page.page(HALDEN, selling(notes=(note,)))
    assert text("stages-own-summary", words=Quoted("quiet nights")) in lines(shown_page.blocks)


@pytest.mark.parametrize(
    "kind,answers,wrong",
    [
        ("stages", {"opening": "x" * 501, "summary": "\x00"}, ["opening", "summary"]),
        ("stages_points", {"consent": "maybe"}, ["consent"]),
    ],
)
def test_a_form_with_faults_keeps_nothing(
    kind: str, answers: dict[str, str], wrong: list[str]
) -> None:
    decision = decide(submits(kind, HALDEN.id, **answers), HERE)
    assert isinstance(decision.reply, Reject)
    assert sorted(decision.reply.errors) == wrong
    assert decision.saves == ()


def test_ticked_points_are_kept_and_counted() -> None:
    note = about(HALDEN, opening=OPENING, checked=("helps-too", "consent"))
    here = selling(notes=(note,))
    form = forms.show_points(str(HALDEN.id), here)
    assert form is not None
    assert [name for name, on in initial(form).items() if on] == ["consent"]
    decision, now = play(here, submits("stages_points", HALDEN.id, **ticks("who-why", "propose")))
    content = Stages(opening=OPENING, checked=("helps-too", "who-why", "propose"))
    assert saved(decision, Note) == (replace(note, content=content),)
    assert lines(sends(decision)[0].message.blocks) == [
        text("stages-progress", done=2, all=14),
        text("stages-open", point=text("stages-point-consent")),
    ]
    assert said(decide(tap("stages", HALDEN.id), now))[0].count("stages-ticked") == 2


def test_with_all_ticked_nothing_is_left_to_name() -> None:
    all_of = points.of_call(HALDEN, large=True)
    decision = decide(submits("stages_points", HALDEN.id, **ticks(*all_of)), HERE)
    assert lines(sends(decision)[0].message.blocks) == [text("stages-progress", done=14, all=14)]


def test_in_a_small_sale_one_line_says_what_turns_round() -> None:
    here = with_size(HERE, "small")
    assert said(decide(says("stages"), here))[0][:2] == ["stages-heading", "stages-small"]
    decision = decide(submits("stages", HALDEN.id, opening=OPENING, proposal=ADVANCE), here)
    assert said(decision) == [["stages-noted", "stages-nothing-against", "stages-small"]]


@pytest.mark.parametrize(
    "event",
    [
        tap("stages", GONE),
        tap("stages_fine", GONE, "benefit"),
        tap("stages_fine", HALDEN.id, "nonsense"),
        tap("stages_closes", GONE, "2"),
        tap("stages_closes", HALDEN.id, "4"),
        tap("stages_closes", HALDEN.id, "x"),
        tap("form", GONE, "stages"),
        tap("form", GONE, "stages_points"),
        submits("stages", GONE, opening="x"),
        submits("stages_points", GONE),
    ],
)
def test_what_is_gone_or_never_was_is_answered(event: Any) -> None:
    decision = decide(event, HERE)
    assert said(decision) == [["not-here-any-more"]]
    assert decision.saves == ()


# ---- before the call ---------------------------------------------------------------------------


def test_the_prompt_of_a_large_sale_has_one_line_and_the_way_to_the_checklist() -> None:
    blocks = topics.before(HALDEN, HERE)
    assert lines(blocks) == [text("stages-before")]
    assert offered(message(*blocks)) == [("stages", "")]
    assert places.before(HALDEN, with_size(HERE, "small")) == ()


def test_the_prompt_and_the_cue_card_have_the_opening_in_the_reps_words() -> None:
    here = selling(notes=(about(HALDEN, opening=OPENING, proposal="x"),))
    own = text("stages-own-opening", words=Quoted(OPENING))
    assert lines(places.before(HALDEN, here)) == [own]
    assert lines(places.before(HALDEN, with_size(here, "small"))) == [own]
    assert lines(topics.cue(HALDEN, here)) == [own]
    assert topics.cue(HALDEN, HERE) == ()
    assert topics.cue(HALDEN, selling(notes=(about(HALDEN, concerns="x"),))) == ()


def test_the_prompt_has_no_more_than_one_warning() -> None:
    note = about(HALDEN, opening="How was your weekend? Let me demo our dashboard.")
    here = selling(notes=(note,))
    assert [one.key for one in lines(places.before(HALDEN, here))] == ["stages-warn-personal"]


def test_what_belongs_to_somebody_else_or_to_another_call_is_not_shown() -> None:
    later = a_call(key="later", starts_at=at("16:00"), ends_at=at("17:00"))
    foreign = replace(about(HALDEN, opening=OPENING), author_id=UUID(int=9))
    here = selling(HALDEN, later, notes=(foreign, about(later, opening=OPENING)))
    assert kept.of_call(HALDEN, here) is None
    assert kept.of_call(later, here) == Stages(opening=OPENING)


# ---- after the call ----------------------------------------------------------------------------


def reviewed(**changes: Any) -> Call:
    review = Review(held="signed", outcome="order", done=True, reviewed_at=NOW)
    return replace(OVER, review=replace(review, **changes))


def test_after_the_review_it_asks_how_often_they_closed_where_the_stages_were_used() -> None:
    call = reviewed()
    here = selling(call, notes=(about(call, opening=OPENING),))
    blocks = places.after(call, here)
    assert lines(blocks) == [text("stages-closes-ask")]
    assert offered(message(*blocks)) == [("stages_closes", f"{count}") for count in range(4)]
    assert places.after(call, selling(call)) == ()
    told = selling(call, notes=(about(call, closes=0),))
    assert places.after(call, told) == ()


def test_a_call_that_was_not_held_is_not_asked_about() -> None:
    call = reviewed(held="not_held", outcome=None)
    assert places.after(call, selling(call, notes=(about(call, opening=OPENING),))) == ()


def test_whoever_proposed_nothing_hears_what_waiting_does() -> None:
    call = reviewed(proposed=False)
    here = selling(call, notes=(about(call, opening=OPENING),))
    assert [one.key for one in lines(places.after(call, here))] == [
        "stages-warn-waited",
        "stages-closes-ask",
    ]


@pytest.mark.parametrize(
    "count,size,key",
    [
        ("0", "large", "stages-closes-none"),
        ("2", "large", "stages-closes-few"),
        ("3", "large", "stages-warn-closed"),
        ("3", None, "stages-warn-closed"),
        ("3", "small", "stages-closes-small"),
    ],
)
def test_what_many_closes_mean_hangs_on_the_size(count: str, size: str | None, key: str) -> None:
    note = about(OVER, opening=OPENING)
    here = with_size(selling(OVER, notes=(note,)), size)
    decision, now = play(here, tap("stages_closes", OVER.id, count))
    content = Stages(opening=OPENING, closes=int(count))
    assert saved(decision, Note) == (replace(note, content=content),)
    assert said(decision) == [[key]]
    on_page = keys(page.page(OVER, now))
    assert ("stages-warn-closed" in on_page) is (key == "stages-warn-closed")


# ---- on the rep's page -------------------------------------------------------------------------


def test_at_home_stands_the_next_call_that_is_planned() -> None:
    later = planned(a_call("Nordwerk", key="n", starts_at=at("14:00", 27), ends_at=at("15:00", 27)))
    first = about(HALDEN, checked=("who-why",))
    here = selling(HALDEN, later, OVER, notes=(first,))
    assert text("stages-home", customer=Quoted("Halden Paper"), done=1, all=14) in lines(
        home(here).blocks
    )
    assert lines(places.home(replace(here, notes=()))) == [
        text("stages-home", customer=Quoted("Nordwerk"), done=0, all=14)
    ]
    assert places.home(HERE) == ()


# ---- the texts of a plan that is changed -------------------------------------------------------


def test_seen_otherwise_stands_until_the_words_are_changed() -> None:
    note = about(HALDEN, opening="How was your weekend?", proposal="x")
    here = selling(notes=(note,))
    on_page = f"{a_rep().id}/stages/3"
    seen, now = play(here, tap("stages_fine", HALDEN.id, "personal", on=on_page))
    assert "stages-warn-personal" not in keys(shown(seen)[on_page])
    same, now = play(
        now, submits("stages", HALDEN.id, opening="How was your weekend?", proposal="x")
    )
    assert said(same) == [["stages-noted", "stages-nothing-against"]]
    other, _ = play(now, submits("stages", HALDEN.id, opening="How is the family?", proposal="x"))
    assert said(other) == [["stages-noted", "stages-warn-personal"]]
    assert saved(other, Note)[0].content == Stages(opening="How is the family?", proposal="x")


def test_seen_otherwise_in_the_answer_edits_the_answer() -> None:
    here = selling(notes=(about(HALDEN, opening="How was your weekend?", proposal="x"),))
    answer = f"{a_rep().id}/stages-new/3"
    decision = decide(tap("stages_fine", HALDEN.id, "personal", on=answer), here)
    assert keys(shown(decision)[answer]) == ["stages-noted", "stages-nothing-against"]


def test_the_plan_given_here_has_an_objective_to_propose() -> None:
    assert kept.proposal(replace(HALDEN, plan=GOOD_PLAN), Stages()) == ADVANCE
    assert kept.proposal(replace(HALDEN, plan=Plan()), Stages()) == ""
