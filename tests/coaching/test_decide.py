"""The one way in, and the small pieces that decisions are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from coaching import ids, say
from coaching.actions import Decision, Done, Edit, Reject, Send, ShowForm
from coaching.answers import as_day, clean, fault, faults
from coaching.calls import Learning, Plan, Promise
from coaching.conversation import Conversation, Focus
from coaching.decide import decide
from coaching.errors import Unknown
from coaching.events import DigestDue, Joined, Refreshed, Submitted
from coaching.feedback import feedback, reason, will_do
from coaching.forms import CheckField, ChoiceField, DateField, Form, Option, TextField
from coaching.meetings import Lesson
from coaching.messages import Line, Quoted, message, text
from coaching.nudge import Told
from coaching.spans import Span
from coaching.turn import TeamWeek, after
from tests.coaching.world import (
    NOW,
    TEAM,
    FixedJudge,
    a_call,
    a_rep,
    a_situation,
    a_verdict,
    an_opportunity,
    at,
    calendar_shows,
    call_in,
    play,
    says,
    taps,
)

CALL = a_call()
DIGEST = DigestDue(team_id=TEAM.id, week_of=date(2026, 11, 23))


def a_week() -> TeamWeek:
    work = a_situation().work
    assert work is not None
    return TeamWeek(now=NOW, team=TEAM, judge=FixedJudge(), work=work)


# ---- decide ------------------------------------------------------------------------------------


def test_a_digest_is_about_a_team_and_all_else_about_a_rep() -> None:
    assert decide(DIGEST, a_week()).nudges is None
    with pytest.raises(Unknown, match="about a team"):
        decide(DIGEST, a_situation())
    with pytest.raises(Unknown, match="about a rep"):
        decide(Joined(), a_week())


def test_every_decision_about_a_rep_brings_the_timetable_that_follows_from_it() -> None:
    found = decide(calendar_shows(), a_situation(CALL))
    assert found.nudges == ()
    kept = decide(says("thanks"), a_situation(CALL))
    assert [nudge.kind for nudge in kept.nudges or ()] == ["prompt", "review"]


def test_the_timetable_knows_the_busy_hours_just_read() -> None:
    full = Span(at("08:00"), at("13:45"))
    here = a_situation(CALL, busy=(("workshop", full),))
    waits = decide(says("thanks"), here).nudges or ()
    assert waits[0].at == at("13:45")


def test_a_settings_form_finds_its_way() -> None:
    form = decide(taps("settings"), a_situation()).reply
    assert isinstance(form, ShowForm)
    assert form.form.kind == "settings"
    empty = decide(Submitted(kind="settings", about="", answers={}), a_situation())
    assert isinstance(empty.reply, Reject)


def test_a_review_form_finds_its_way() -> None:
    form = Submitted(kind="review", about=str(CALL.id), answers={"held": "nothing"})
    decision, here = play(a_situation(CALL, now=at("15:30")), form)
    assert decision.reply == Done()
    assert call_in(here, CALL).review.outcome == "continuation"


# ---- after -------------------------------------------------------------------------------------


def test_what_is_saved_is_known_from_then_on() -> None:
    promise = Promise(
        id=UUID(int=9),
        call_id=CALL.id,
        rep_id=a_rep().id,
        opportunity_id=CALL.opportunity_id,
        text="They act",
        due_on=date(2026, 11, 27),
    )
    learning = Learning(
        id=UUID(int=8),
        call_id=CALL.id,
        rep_id=a_rep().id,
        team_id=TEAM.id,
        text="Ask who else",
        shared_at=NOW,
    )
    told = Told(kind="prompt", about=str(CALL.id), start=CALL.starts_at, at=NOW)
    lesson = Lesson(scope="series", value="s", coached=False)
    conversation = Conversation(rep_id=a_rep().id, greeted=True)
    rep = a_rep(name="Ada L.")
    skipped = replace(CALL, standing="skipped")
    opportunity = an_opportunity(size="small")
    here = a_situation(CALL)
    assert after(
        here, (promise, learning, told, lesson, conversation, rep, skipped, opportunity)
    ) == replace(
        here,
        promises=(promise,),
        told=(told,),
        rules=replace(here.rules, lessons=(lesson,)),
        conversation=conversation,
        rep=rep,
        calls=(skipped,),
        opportunities={opportunity.id: opportunity},
    )


# ---- say ---------------------------------------------------------------------------------------


def test_parts_are_told_apart_by_what_they_are() -> None:
    send = Send(id="1", message=message(Line(text("kept"))))
    reject = Reject({})
    assert say.of(CALL, send, reject) == Decision(reply=reject, saves=(CALL,), actions=(send,))


def test_of_several_decisions_the_last_reply_and_the_last_busy_hours_count() -> None:
    shown, busy = Reject({"a": text("kept")}), (("key", Span(NOW, at("12:00"))),)
    parts = (Decision(reply=shown, busy=busy), Decision(saves=(CALL,)), Decision(reply=Done()))
    assert say.joined(*parts) == Decision(reply=shown, saves=(CALL,), busy=busy)
    assert say.joined() == Decision()


def test_only_a_message_of_the_call_or_of_the_rep_is_edited() -> None:
    said = message(Line(text("kept")))
    own, reps = f"{CALL.id}/prompt", f"{a_rep().id}/said/3"
    assert say.edit_of(own, CALL, said) == (Edit(id=own, message=said),)
    assert say.edit_of(reps, CALL, said) == (Edit(id=reps, message=said),)
    assert say.edit_of(f"{a_call(key='else').id}/prompt", CALL, said) == ()
    assert say.edit_of("", CALL, said) == ()


def test_attention_is_taken_off_one_call_only() -> None:
    talk = Conversation(rep_id=a_rep().id, focus=Focus(topic="plan", call_id=CALL.id))
    assert say.left(talk, CALL).focus is None
    assert say.left(talk, a_call(key="else")) == talk
    assert say.left(replace(talk, focus=None), CALL).focus is None


def test_an_answer_is_remembered_by_the_text_that_gave_it_last() -> None:
    talk = Conversation(rep_id=a_rep().id)
    first, second = ("plan", "c", "objective"), ("plan", "c", "problem")
    for source, given in (("1", first), ("2", second), ("3", first), ("", second)):
        talk = say.remembered(talk, source, given)
    assert talk.answered == {"2": second, "3": first}
    assert say.remembered(talk, "3", second).answered == {"3": second}


# ---- answers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words,problem",
    [
        ("fine\n\ttoo", None),
        ("x" * 5, None),
        ("x" * 11, text("error-too-long", length=11, limit=10)),
        ("\x00", text("error-characters")),
        ("\ud800", text("error-characters")),
        ("\x1b[31m", text("error-characters")),
    ],
)
def test_why_a_text_cannot_be_taken(words: str, problem: object) -> None:
    assert fault(words, 10) == problem


@pytest.mark.parametrize(
    "words,clean_words",
    [(" a\r\nb\rc ", "a\nb\nc"), ("\u200b", ""), ("\u3000", ""), ("\u200ba", "\u200ba")],
)
def test_a_clean_text_has_no_edges_and_can_be_seen(words: str, clean_words: str) -> None:
    assert clean(words) == clean_words


FORM = Form(
    kind="plan",
    title=text("form-plan-title"),
    submit=text("button-save-plan"),
    fields=(
        TextField(name="must", label=text("a"), required=True, limit=3),
        TextField(name="may", label=text("b")),
        ChoiceField(name="one", label=text("c"), options=(Option(value="x", label=text("x")),)),
        DateField(name="day", label=text("d")),
        CheckField(name="check", label=text("e")),
    ),
)


@pytest.mark.parametrize(
    "answers,found",
    [
        ({"must": "yes"}, {}),
        ({"must": "yes", "one": "x", "day": "2026-11-27", "check": "yes", "else": "\0"}, {}),
        ({}, {"must": "error-required"}),
        ({"must": "long"}, {"must": "error-too-long"}),
        (
            {"must": "yes", "one": "y", "day": "soon", "check": "no"},
            {"one": "error-choice", "day": "error-date", "check": "error-choice"},
        ),
    ],
)
def test_all_faults_of_a_form_are_found_at_once(
    answers: dict[str, str], found: dict[str, str]
) -> None:
    assert {name: one.key for name, one in faults(FORM, answers).items()} == found


def test_a_day_is_an_iso_date() -> None:
    assert (as_day("2026-11-27"), as_day("27 Nov")) == (date(2026, 11, 27), None)


# ---- feedback, ids -----------------------------------------------------------------------------


def test_a_reason_quotes_the_words_that_decided_where_there_are_any() -> None:
    bare = a_verdict("question", "problem", rule="question.asks_how_bad")
    quoting = replace(bare, words=("How often", "stop"))
    assert reason(bare) == text("judge-rule-question-asks-how-bad-bare")
    assert reason(quoting) == text("judge-rule-question-asks-how-bad", words=Quoted("How often"))


@pytest.mark.parametrize(
    "kind,label,large,small",
    [
        ("objective", "advance", True, True),
        ("objective", "order", True, True),
        ("objective", "vague", False, False),
        ("question", "implication", True, True),
        ("question", "problem", False, True),
        ("question", "need_payoff", False, True),
        ("question", "situation", False, False),
    ],
)
def test_what_will_do_depends_on_the_size_of_the_deal(
    kind: str, label: str, large: bool, small: bool
) -> None:
    verdict = a_verdict(kind, label)  # type: ignore[arg-type]  # a table's own words
    plan = Plan(objective="Jens walks us through line 2 on Thursday")
    assert will_do(verdict, an_opportunity(), plan) == large
    assert will_do(verdict, an_opportunity(size="small"), plan) == small
    assert not will_do(replace(verdict, sure=False), an_opportunity(size="small"), plan)


def test_an_advance_that_fails_a_test_is_asked_for_what_is_missing() -> None:
    advance = a_verdict("objective", "advance")
    plan = Plan(objective="they agree")
    assert feedback(advance, replace(CALL, plan=plan), an_opportunity()) == (
        Line(text("feedback-objective-gap", gap=text("judge-gap-checkable"))),
    )
    assert not will_do(advance, an_opportunity(), plan)


def test_the_rep_s_own_reading_of_an_aim_is_not_asked_for_more() -> None:
    own = replace(a_verdict("objective", "advance"), rule="objective.own_reading")
    assert will_do(own, an_opportunity(), Plan(objective="they agree", objective_as="advance"))


def test_the_same_thing_always_has_the_same_id_and_another_another() -> None:
    one, other = CALL, a_call(key="else")
    made = [
        make(call)
        for call in (one, other)
        for make in (ids.promise_id, ids.learning_id, ids.prompt_id, ids.review_ask_id)
    ]
    assert len(set(made)) == len(made)
    assert ids.prompt_id(one) == f"{one.id}/prompt/20261126T1300Z"
    assert ids.owner_of(ids.prompt_id(one)) == str(one.id)
    assert ids.promise_id(one) == ids.promise_id(replace(one, starts_at=at("16:00")))


def test_whoever_was_not_greeted_yet_is_asked_nothing() -> None:
    strange = Conversation(rep_id=a_rep().id, version=7)
    here = a_situation(a_call(), conversation=strange)
    assert decide(Refreshed(), here).nudges == ()
    greeted = decide(Refreshed(), a_situation(a_call())).nudges
    assert greeted is not None
    assert [nudge.kind for nudge in greeted] == ["prompt", "review"]
