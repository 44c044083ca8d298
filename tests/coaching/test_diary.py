"""The calendar as the coach keeps it: found, moved, cancelled, back again, not known what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from coaching import ids
from coaching.actions import Decision
from coaching.calls import Call, Opportunity, Review
from coaching.conversation import Conversation
from coaching.decide import decide
from coaching.events import CalendarFailed, Joined, Refreshed
from coaching.meetings import Entry, Lesson, Person, Rules
from coaching.prepare import as_it_stands, cancelled, prompt, set_aside
from coaching.prepare import planned as plan_shown
from coaching.spans import Span
from coaching.turn import Situation
from tests.coaching.world import (
    ADVANCE,
    NOW,
    TEAM,
    a_call,
    a_rep,
    a_situation,
    an_entry,
    an_opportunity,
    asked,
    at,
    calendar_shows,
    call_in,
    comes_due,
    meeting_is_cancelled,
    meeting_moves,
    planned,
    play,
    said,
    saved,
    says,
    sends,
    shown,
    taps,
)

STRANGE = Conversation(rep_id=a_rep().id, version=7)
ENTRY = an_entry()
CALL = asked(a_call())
BARE = an_entry("bare", title="Line 2 with Halden", has_people=False, people=())


# ---- calls that are known for what they are ----------------------------------------------------


def test_a_meeting_with_a_customer_is_a_call_with_a_sale_of_its_own() -> None:
    decision = decide(calendar_shows(ENTRY), a_situation())
    opportunity = an_opportunity(name="Halden")
    assert saved(decision, Opportunity) == (opportunity,)
    assert saved(decision, Call) == (
        replace(
            a_call(),
            customer="Halden",
            opportunity_id=opportunity.id,
            organizer=True,
            found_at=NOW,
        ),
    )
    assert decision.busy == ((ENTRY.key, Span(ENTRY.starts_at, ENTRY.ends_at)),)
    assert decision.actions == ()


def test_a_second_meeting_with_the_customer_belongs_to_the_same_sale() -> None:
    decision = decide(
        calendar_shows(ENTRY),
        a_situation(opportunities={an_opportunity().id: an_opportunity(size="small")}),
    )
    assert saved(decision, Opportunity) == ()


def test_two_new_meetings_with_one_customer_make_one_sale() -> None:
    second = an_entry("second", starts_at=at("16:00"), ends_at=at("17:00"))
    decision = decide(calendar_shows(ENTRY, second), a_situation())
    assert len(saved(decision, Opportunity)) == 1
    assert len(saved(decision, Call)) == 2


def test_a_title_the_operator_coaches_names_its_customer() -> None:
    here = a_situation(rules=Rules(coach_titles=("line 2",)))
    decision = decide(calendar_shows(BARE), here)
    (opportunity,) = saved(decision, Opportunity)
    assert (opportunity.customer.key, opportunity.customer.name) == (
        "title:line 2 with halden",
        "Line 2 with Halden",
    )
    assert saved(decision, Call)[0].standing == "on"


def test_a_meeting_that_moves_keeps_its_plan_and_shows_its_new_time() -> None:
    call = replace(planned(CALL), snoozed_until=at("12:00"))
    decision, here = play(a_situation(call), meeting_moves(ENTRY, "16:00"))
    moved = call_in(here, call)
    assert (moved.starts_at, moved.ends_at, moved.plan) == (at("16:00"), at("17:00"), call.plan)
    assert moved.snoozed_until is None
    assert shown(decision) == {CALL.anchor: plan_shown(moved)}


def test_a_new_title_leaves_a_snooze_alone() -> None:
    call = replace(CALL, snoozed_until=at("12:00"))
    _, here = play(a_situation(call), calendar_shows(replace(ENTRY, title="Line 2, again")))
    assert call_in(here, call) == replace(call, title="Line 2, again", organizer=True)


def test_a_call_never_asked_about_moves_without_a_word() -> None:
    decision = decide(meeting_moves(ENTRY, "16:00"), a_situation(a_call()))
    assert decision.actions == ()


def test_a_message_that_asked_for_the_review_is_not_touched_by_a_later_move() -> None:
    over = replace(CALL, review_asked_at=at("15:10"))
    here = a_situation(over, now=at("15:30"))
    decision, here = play(here, meeting_moves(ENTRY, "17:00"))
    assert (decision.actions, call_in(here, over).starts_at) == ((), at("17:00"))


def test_a_meeting_set_up_anew_is_another_meeting_with_the_same_plan() -> None:
    call = planned(CALL)
    _, here = play(a_situation(call), calendar_shows(replace(ENTRY, uid="anew")))
    moved = call_in(here, call)
    assert (moved.key, moved.meeting_id) == ("anew", ids.meeting_id(TEAM.id, "anew"))
    assert (moved.id, moved.plan) == (call.id, call.plan)


def test_a_cancelled_meeting_is_shown_as_such_and_its_snooze_is_void() -> None:
    call = replace(CALL, snoozed_until=at("12:00"))
    decision, here = play(a_situation(call), meeting_is_cancelled(ENTRY))
    off = replace(call, standing="cancelled", cancelled_at=NOW, snoozed_until=None)
    assert call_in(here, call) == off
    assert shown(decision) == {CALL.anchor: cancelled(off)}


def test_a_skipped_call_that_is_cancelled_stays_skipped() -> None:
    skipped = replace(CALL, standing="skipped")
    decision = decide(meeting_is_cancelled(ENTRY), a_situation(skipped))
    assert saved(decision, Call) == ()


def test_a_cancelled_meeting_that_comes_back_is_a_call_again() -> None:
    off = replace(planned(CALL), standing="cancelled", cancelled_at=NOW)
    decision, here = play(a_situation(off), calendar_shows(ENTRY))
    back = replace(planned(CALL), organizer=True)
    assert call_in(here, CALL) == back
    assert shown(decision) == {CALL.anchor: plan_shown(back)}


def test_a_reviewed_call_is_history_whatever_its_entry_does() -> None:
    done = replace(planned(CALL), review=Review(held="signed", outcome="order", done=True))
    here = a_situation(done, now=at("15:30"))
    _, here = play(here, meeting_moves(ENTRY, "16:00", day=30))
    assert call_in(here, done) == done


def test_an_empty_calendar_is_believed_the_second_time() -> None:
    other = a_call("Nordwind", key="nord", starts_at=at("16:00"), ends_at=at("17:00"))
    here = a_situation(CALL, other)
    first, here = play(here, calendar_shows())
    assert (here.conversation.seen_empty, saved(first, Call)) == (True, ())
    _, here = play(here, calendar_shows())
    assert [call.standing for call in here.calls] == ["cancelled", "cancelled"]
    _, here = play(here, calendar_shows(ENTRY))
    assert not here.conversation.seen_empty


# ---- what the rep taught -----------------------------------------------------------------------


def taught_away() -> Rules:
    return Rules(lessons=(Lesson(scope="series", value=CALL.series, coached=False),))


def test_a_lesson_leaves_out_an_unplanned_call_without_calling_it_cancelled() -> None:
    decision, here = play(a_situation(CALL, rules=taught_away()), calendar_shows(ENTRY))
    off = replace(CALL, standing="skipped")
    assert call_in(here, CALL) == off
    assert shown(decision) == {CALL.anchor: set_aside(off)}


@pytest.mark.parametrize("call", [planned(CALL), replace(CALL, standing="skipped")])
def test_a_lesson_leaves_a_planned_or_a_skipped_call_as_it_is(call: Call) -> None:
    _, here = play(a_situation(call, rules=taught_away()), calendar_shows(ENTRY))
    assert call_in(here, call) == call


# ---- entries that show no attendees ------------------------------------------------------------


def unsure_calls(here: Situation) -> list[str]:
    return [call.key for call in here.calls if call.standing == "unsure"]


def bare(number: int, day: int, **changes: Any) -> Entry:
    return replace(
        BARE,
        occurrence=str(number),
        starts_at=at("14:00", day),
        ends_at=at("15:00", day),
        **changes,
    )


def test_one_entry_of_each_series_waits_to_be_asked_about() -> None:
    other = replace(BARE, uid="other", starts_at=at("16:00"), ends_at=at("17:00"))
    _, here = play(a_situation(), calendar_shows(bare(2, 28), bare(1, 27), other))
    assert unsure_calls(here) == ["other", "bare#1"]
    _, again = play(here, calendar_shows(bare(2, 28), bare(1, 27), other))
    assert again.calls == here.calls


@pytest.mark.parametrize(
    "entry",
    [
        replace(BARE, title=""),
        replace(BARE, starts_at=at("09:00"), ends_at=at("12:00")),
        replace(BARE, all_day=True),
    ],
)
def test_without_a_title_or_after_the_start_nothing_is_asked(entry: Entry) -> None:
    _, here = play(a_situation(), calendar_shows(entry))
    assert here.calls == ()


def asked_whether() -> tuple[Situation, Call]:
    """The question is out, in the prompt's place."""
    _, here = play(a_situation(), calendar_shows(BARE))
    (call,) = here.calls
    due = comes_due("prompt", str(call.id), call.starts_at, NOW)
    decision, here = play(here, due)
    assert said(decision) == [["unsure-heading", "unsure-ask", "why-unsure"]]
    return here, here.calls[0]


def test_the_question_is_asked_once_for_a_series() -> None:
    here, call = asked_whether()
    assert here.conversation.series_asked == {"bare"}
    _, here = play(here, calendar_shows(bare(2, 27), bare(3, 28)))
    assert unsure_calls(here) == []
    assert call_in(here, call).standing == "cancelled"


def test_a_question_that_never_came_is_asked_for_the_next_entry() -> None:
    _, here = play(a_situation(), calendar_shows(bare(1, 26), bare(2, 27)))
    later = replace(here, now=at("16:00"))
    _, here = play(later, calendar_shows(bare(2, 27)))
    assert unsure_calls(here) == ["bare#1", "bare#2"]


def test_a_question_whose_entry_is_cancelled_in_time_goes_to_the_next_entry() -> None:
    _, here = play(a_situation(), calendar_shows(bare(1, 26), bare(2, 27)))
    _, here = play(here, calendar_shows(bare(1, 26, status="cancelled"), bare(2, 27)))
    assert unsure_calls(here) == ["bare#2"]


def test_a_yes_makes_it_a_call_and_it_stays_one_and_moves() -> None:
    here, call = asked_whether()
    _, here = play(here, taps("sales", call, "occurrence", on=call.anchor))
    _, here = play(here, calendar_shows(BARE))
    assert call_in(here, call).standing == "on"
    _, here = play(here, meeting_moves(BARE, "16:00"))
    moved = call_in(here, call)
    assert (moved.standing, moved.starts_at) == ("on", at("16:00"))
    _, here = play(here, says(ADVANCE))
    assert call_in(here, call).plan.objective == ADVANCE


def test_a_yes_for_the_series_coaches_its_later_entries() -> None:
    here, call = asked_whether()
    _, here = play(here, taps("sales", call, "series"), calendar_shows(BARE, bare(2, 27)))
    assert [one.standing for one in here.calls] == ["on", "on"]


def test_a_no_stays_quiet() -> None:
    here, call = asked_whether()
    _, here = play(here, taps("teach", call, "series", on=call.anchor))
    decision, here = play(here, calendar_shows(BARE, bare(2, 27)))
    assert (call_in(here, call).standing, decision.actions) == ("skipped", ())
    assert len(here.calls) == 1
    assert decision.nudges == ()


def test_the_question_moves_with_its_entry() -> None:
    here, call = asked_whether()
    decision, here = play(here, meeting_moves(BARE, "16:00"))
    moved = call_in(here, call)
    assert (moved.standing, moved.starts_at) == ("unsure", at("16:00"))
    assert shown(decision) == {call.anchor: prompt(moved, here)}


def test_the_question_goes_with_its_entry() -> None:
    here, call = asked_whether()
    decision, here = play(here, calendar_shows())
    assert call_in(here, call).standing == "cancelled"
    assert shown(decision) == {call.anchor: cancelled(call_in(here, call))}


def test_an_entry_that_shows_a_customer_at_last_is_asked_for_its_plan_in_the_same_message() -> None:
    here, call = asked_whether()
    people = (Person(address="jens@halden.example", name="Jens Olt"),)
    decision, here = play(here, calendar_shows(replace(BARE, people=people, has_people=True)))
    known = call_in(here, call)
    assert (known.standing, known.customer, known.people) == ("on", "Halden", ("Jens Olt",))
    assert (known.anchor, known.asked_start) == (call.anchor, call.starts_at)
    assert shown(decision) == {call.anchor: as_it_stands(known, here)}


def test_an_entry_that_shows_colleagues_only_is_let_go() -> None:
    here, call = asked_whether()
    people = (Person(address="bo@north.example"),)
    decision, here = play(here, calendar_shows(replace(BARE, people=people, has_people=True)))
    assert call_in(here, call).standing == "skipped"
    assert shown(decision) == {call.anchor: set_aside(call_in(here, call))}


def test_a_question_that_has_begun_is_left_as_it_is() -> None:
    here, call = asked_whether()
    _, here = play(replace(here, now=at("14:30")), calendar_shows())
    assert call_in(here, call) == call


# ---- links, and first contact ------------------------------------------------------------------


def test_a_link_that_fails_is_noted_once_with_when_it_began() -> None:
    failed = CalendarFailed(link="link", why="calendar-fails")
    _, here = play(a_situation(), failed, failed)
    assert here.conversation.failed_links == {"link": ("calendar-fails", NOW)}


def test_a_read_forgets_the_links_that_work_again_and_no_others() -> None:
    links = {"a": ("calendar-fails", NOW), "b": ("calendar-away", NOW)}
    talk = Conversation(rep_id=a_rep().id, failed_links=links)
    _, here = play(a_situation(conversation=talk), calendar_shows(failing=["b"]))
    assert here.conversation.failed_links == {"b": ("calendar-away", NOW)}


def test_the_coach_says_hello_once() -> None:
    decision, here = play(a_situation(conversation=STRANGE), Joined())
    assert said(decision) == [["welcome", "welcome-when", "welcome-private", "welcome-calendar"]]
    assert [one.id for one in sends(decision)] == [f"{a_rep().id}/welcome/7"]
    again = decide(Joined(), here)
    assert (again.saves, again.actions) == ((), ())


def test_without_a_zone_the_first_thing_asked_is_the_zone() -> None:
    assert (
        said(decide(Joined(), a_situation(work=None, conversation=STRANGE)))[0][3] == "welcome-zone"
    )


def test_without_a_zone_a_calendar_is_read_in_utc() -> None:
    decision = decide(calendar_shows(ENTRY), a_situation(work=None))
    assert (len(saved(decision, Call)), decision.nudges) == (1, ())


def test_what_the_timing_hangs_on_may_change_without_a_word() -> None:
    decision = decide(Refreshed(), a_situation())
    assert decision == Decision(nudges=())
