"""Commands: how a text becomes one, and what plan, review, skip and pause do."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from coaching import topics
from coaching.calls import Call, Review
from coaching.command_words import Command, named, parse
from coaching.commands import FAR, pause_until
from coaching.conversation import Conversation, Focus
from coaching.decide import decide
from coaching.events import Commanded, RepEvent
from coaching.ids import prompt_id, review_ask_id
from coaching.meetings import Lesson, Rules
from coaching.messages import Moment, text
from coaching.notes import Note
from coaching.notes.planner import Product
from coaching.nudge import Told
from coaching.people import Rep
from coaching.prepare import planned as plan_shown
from coaching.prepare import prompt, set_aside
from tests.coaching.world import (
    NOW,
    a_call,
    a_rep,
    a_situation,
    asked,
    at,
    call_in,
    offered,
    planned,
    play,
    said,
    saved,
    says,
    sends,
    shown,
    taps,
)

CALL = a_call()
OTHER = a_call("Nordwind", key="nord", starts_at=at("16:00"), ends_at=at("17:00"))
OVER = a_call("Altbau", key="alt", starts_at=at("09:00", day=25), ends_at=at("10:00", day=25))


def command(name: str, words: str = "") -> Commanded:
    return Commanded(name=name, words=words)


# ---- reading a command -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words,strict,meant",
    [
        ("Plan", True, Command(name="plan")),
        ("plan Halden.", False, Command(name="plan", words="halden")),
        ("plan the pilot", True, None),
        ("plan halden", True, Command(name="plan", words="halden")),
        ("needs Halden", True, Command(name="needs", words="Halden")),
        ("needs halden: we lose a day", True, Command(name="needs", words="halden: we lose a day")),
        ("needs more people on their side", True, None),
        ("客户说太贵了", False, None),
        ("需求还没谈清楚", False, None),
        ("需求 恒达", False, Command(name="needs", words="恒达")),
        ("help method", True, Command(name="help", words="method")),
        ("help us see line 2", True, None),
        ("planning is all", False, None),
        ("准备恒达", False, Command(name="plan", words="恒达")),
        ("/plan the pilot", True, Command(name="plan", words="the pilot")),
        ("/advance review", True, Command(name="review")),
        ("/advance", True, Command(name="help", words="")),
        ("/advancement", True, Command(name="help", words="advancement")),
        ("／帮助", True, Command(name="help")),
        ("/", True, Command(name="help", words="")),
        ("pause a week", True, Command(name="pause", words="a week")),
        ("pause the pilot", True, None),
        ("pause until thursday", True, Command(name="pause", words="until thursday")),
        ("pause for two weeks", True, Command(name="pause", words="for two weeks")),
        ("暂停两周", True, Command(name="pause", words="两周")),
        ("stop the line by friday", True, None),
        ("start until thursday", True, None),
        ("stop", True, Command(name="pause")),
        ("?", True, Command(name="help")),
        ("Jens acts", False, None),
    ],
)
def test_what_a_text_means_as_a_command(words: str, strict: bool, meant: Command | None) -> None:
    assert parse(words, strict=strict, names=frozenset({"halden paper"})) == meant


@pytest.mark.parametrize(
    "name,words,meant",
    [
        ("plan", "Halden", Command(name="plan", words="halden")),
        ("debrief", "", Command(name="review")),
        ("remember", "me", Command(name="help", words="me")),
        ("暂停到周四", "", Command(name="pause", words="到周四")),
        ("x" * 40_000, "", Command(name="help")),
    ],
)
def test_what_a_platforms_own_command_means(name: str, words: str, meant: Command) -> None:
    assert named(name, words) == meant


def test_help_says_what_it_does_and_what_it_understands() -> None:
    days = ["help-today", "help-week"]
    keys = ["help-what", "help-plan", "help-review", *days, "help-judge", "help-settings"]
    keys.append("help-connect")
    known = decide(command("help"), a_situation())
    unknown = decide(command("help"), a_situation(work=None))
    keys += ["help-pause", "help-page"]
    assert offered(sends(known)[0]) == [("help", "")]
    assert said(known) == [[*keys, "help-how"]]
    assert said(unknown) == [[*keys, "help-zone"]]


@pytest.mark.parametrize("asked", [command("help", "method"), taps("help"), says("帮助 方法")])
def test_help_about_the_method_names_every_word_of_its_topics(asked: RepEvent) -> None:
    assert said(decide(asked, a_situation())) == [
        ["help-method", *(f"help-{name}" for name in topics.IN_ORDER)]
    ]


def test_help_leaves_out_no_topic() -> None:
    assert set(topics.IN_ORDER) == topics.COMMANDS


def test_today_and_settings_answer_at_once() -> None:
    assert said(decide(command("today"), a_situation())) == [["today-none"]]
    assert said(decide(command("settings"), a_situation()))[0][0] == "settings-zone"


# ---- plan --------------------------------------------------------------------------------------


def test_plan_prompts_the_next_call_and_lists_the_others() -> None:
    decision, here = play(a_situation(OTHER, CALL), command("plan"))
    first, others = sends(decision)
    assert (first.id, first.helps_until) == (f"{prompt_id(CALL)}/7", CALL.starts_at)
    assert first.message == prompt(replace(CALL, anchor=first.id), a_situation(CALL, OTHER))
    assert offered(others) == [("plan", "")]
    assert call_in(here, CALL) == replace(
        CALL, anchor=first.id, asked_at=NOW, asked_start=CALL.starts_at
    )
    assert here.conversation.focus == Focus(topic="plan", call_id=CALL.id)


def test_a_prompt_that_was_asked_for_counts_as_no_nudge_and_replaces_it() -> None:
    decision, here = play(a_situation(CALL), command("plan"))
    assert saved(decision, Told) == ()
    kinds = {nudge.kind for nudge in decision.nudges or ()}
    assert kinds == {"reminder", "review"}
    assert call_in(here, CALL).asked_start == CALL.starts_at


def test_plan_a_second_time_points_the_first_prompt_to_the_new_one() -> None:
    _, here = play(a_situation(CALL), command("plan"))
    decision, here = play(here, command("plan"))
    assert [one.id for one in sends(decision)] == [f"{prompt_id(CALL)}/8"]
    assert [offered(one) for one in shown(decision).values()] == [[]]
    assert list(shown(decision)) == [f"{prompt_id(CALL)}/7"]


def test_plan_with_a_name_means_that_customer() -> None:
    _, here = play(a_situation(CALL, OTHER), command("plan", "nordw"))
    assert here.conversation.focus == Focus(topic="plan", call_id=OTHER.id)


def test_plan_with_a_name_finds_a_skipped_call_and_takes_it_up() -> None:
    away = Lesson(scope="occurrence", value=OTHER.key, coached=False)
    skipped = replace(OTHER, standing="skipped")
    here = a_situation(CALL, skipped, rules=Rules(lessons=(away,)))
    decision, here = play(here, command("plan", "Nordwind"))
    assert call_in(here, OTHER).standing == "on"
    assert saved(decision, Lesson) == (replace(away, coached=True),)
    alone = a_situation(skipped)
    assert said(decide(command("plan"), alone)) == [["no-call-to-plan"]]


def test_plan_shows_a_plan_that_is_made_and_goes_on_to_the_next() -> None:
    done = planned(asked(CALL))
    shown_again = decide(command("plan", "halden"), a_situation(done, OTHER))
    assert [one.message for one in sends(shown_again)] == [plan_shown(done)]
    _, here = play(a_situation(done, OTHER), command("plan"))
    assert here.conversation.focus == Focus(topic="plan", call_id=OTHER.id)


def test_plan_says_where_there_is_nothing_to_plan() -> None:
    assert said(decide(command("plan"), a_situation(OVER))) == [["no-call-to-plan"]]
    assert said(decide(command("plan", "nobody"), a_situation(CALL))) == [["no-such-call"]]


# ---- review ------------------------------------------------------------------------------------


def test_review_asks_about_the_latest_call_and_lists_the_others() -> None:
    earlier = a_call("Nordwind", key="nord", starts_at=at("09:00", 24), ends_at=at("10:00", 24))
    decision, here = play(a_situation(earlier, OVER), command("review"))
    first, others = sends(decision)
    assert (first.id, first.thread) == (review_ask_id(OVER), "")
    assert offered(others) == [("review", "")]
    assert call_in(here, OVER) == replace(OVER, anchor=first.id, review_asked_at=NOW)
    assert here.conversation.focus == Focus(topic="review", call_id=OVER.id)


def test_review_a_second_time_is_a_new_message_and_the_first_asking_counts() -> None:
    _, here = play(a_situation(OVER), command("review"))
    decision, here = play(here, command("review", "altbau"))
    assert [(one.id, one.thread) for one in sends(decision)] == [
        (f"{review_ask_id(OVER)}/8", review_ask_id(OVER))
    ]
    assert call_in(here, OVER).review_asked_at == NOW


def test_a_review_asked_before_a_call_moved_later_is_asked_anew() -> None:
    early = replace(OVER, review_asked_at=OVER.ends_at - timedelta(hours=3), anchor="a")
    _, here = play(a_situation(early), command("review"))
    assert call_in(here, OVER).review_asked_at == NOW


def test_review_says_where_all_is_reviewed_or_nothing_waits() -> None:
    done = replace(OVER, review=Review(held="signed", outcome="order", done=True))
    decision = decide(command("review"), a_situation(done))
    assert said(decision) == [["all-reviewed"], ["others-to-review"]]
    assert said(decide(command("review"), a_situation(CALL))) == [["no-call-to-review"]]


# ---- skip --------------------------------------------------------------------------------------


def weekly(number: int, **changes: object) -> Call:
    day = 26 if number == 0 else 23 - number
    usual = a_call(key=f"weekly#{number}", starts_at=at("14:00", day), ends_at=at("15:00", day))
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test's own keywords


def test_a_tap_on_skip_is_shown_in_the_message_tapped_and_in_the_first() -> None:
    call = asked(CALL)
    reminder = f"{call.id}/reminder/20261126T1300Z"
    decision, here = play(a_situation(call), taps("skip", call, on=reminder))
    aside = set_aside(replace(call, standing="skipped"))
    assert shown(decision) == {reminder: aside, call.anchor: aside}
    assert sends(decision) == ()
    assert call_in(here, call) == replace(call, standing="skipped")


def test_skip_ends_only_the_talk_about_that_call() -> None:
    for focus, left in (
        (Focus(topic="plan", call_id=CALL.id), None),
        (Focus(topic="plan", call_id=OTHER.id), Focus(topic="plan", call_id=OTHER.id)),
    ):
        talk = Conversation(rep_id=a_rep().id, focus=focus)
        _, here = play(a_situation(CALL, OTHER, conversation=talk), taps("skip", CALL))
        assert here.conversation.focus == left


def test_after_two_skips_in_a_series_the_coach_asks_once_whether_to_stop() -> None:
    before, call = weekly(1, standing="skipped"), asked(weekly(0))
    decision, here = play(a_situation(before, call), taps("skip", call, on=call.anchor))
    assert said(decision) == [["series-skipped"]]
    assert offered(sends(decision)[0]) == [("teach", "series"), ("go_on", "")]
    again = decide(taps("skip", call, on=call.anchor), here)
    assert said(again) == []


def test_one_skip_tapped_twice_is_one_skip() -> None:
    call = asked(weekly(0))
    decision, _ = play(a_situation(call), taps("skip", call), taps("skip", call))
    assert said(decision) == []


def test_two_skipped_calls_that_are_no_series_ask_nothing() -> None:
    decision, _ = play(a_situation(CALL, OTHER), taps("skip", CALL), taps("skip", OTHER))
    assert said(decision) == []


def test_going_on_with_a_series_is_noted_in_the_question() -> None:
    question = f"{a_rep().id}/series/7"
    decision = decide(taps("go_on", CALL, on=question), a_situation(CALL))
    assert [block.text for block in shown(decision)[question].blocks] == [text("goes-on")]  # type: ignore[union-attr]  # a line


# ---- pause -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words,until",
    [
        ("today", at("08:30", day=27)),
        ("day", at("08:30", day=27)),
        ("until monday", at("08:30", day=30)),
        ("a week", at("08:30", day=26) + timedelta(days=7)),
        ("open", NOW + FAR),
        ("3 days", at("08:30", day=29)),
        ("until 27 nov", at("08:30", day=27)),
        ("for two weeks", at("08:30", day=26) + timedelta(days=14)),
    ],
)
def test_how_long_a_pause_lasts(words: str, until: datetime) -> None:
    assert pause_until(words, a_situation()) == until


@pytest.mark.parametrize("words", ["", "2020-01-01", "9999-12-31", "soon", "x" * 999])
def test_a_pause_without_a_day_that_helps_is_asked_about(words: str) -> None:
    decision = decide(command("pause", words), a_situation())
    assert said(decision) == [["ask-pause"]]
    assert saved(decision, Rep) == ()


def test_a_pause_and_its_end_are_noted() -> None:
    decision, here = play(a_situation(), taps("pause", value="day"))
    assert here.rep == a_rep(paused_until=at("08:30", day=27))
    assert sends(decision)[0].message.blocks[0].text == text(  # type: ignore[union-attr]  # a line
        "paused-until", at=Moment(at("08:30", day=27))
    )
    decision, here = play(here, taps("resume"))
    assert (here.rep, said(decision)) == (a_rep(), [["resumed"]])


def test_resume_may_be_said() -> None:
    paused = a_situation(rep=a_rep(paused_until=NOW + FAR))
    _, here = play(paused, says("resume"))
    assert here.rep == a_rep()


def test_without_a_zone_there_is_no_pause_to_end() -> None:
    decision = decide(command("pause", "a week"), a_situation(work=None))
    assert said(decision) == [["settings-zone-unknown"]]


@pytest.mark.parametrize(
    "words, name",
    [
        ("needs: Jens: we lose orders", "needs"),
        ("needs nobody here: Jens: we lose orders", "needs"),
        ("需求：李工：老是停机", "needs"),
        ("需求 某某：李工：老是停机", "needs"),
        ("objection: too expensive", "objection"),
        ("inside: Mara", "inside"),
        ("difficulties acme: noise", "difficulties"),
        ("learn type Halden: paper mill", "learn"),
        ("经验 类型 恒达：食品厂", "learn"),
    ],
)
def test_what_is_to_be_noted_is_a_command_while_a_question_is_open(words: str, name: str) -> None:
    meant = parse(words, strict=True)
    assert meant is not None
    assert meant.name == name


@pytest.mark.parametrize(
    "words",
    [
        "needs approval by the board",
        "product trial: Jens runs it in plant 2",
        "say hello to the new plant manager: Jens introduces us",
        "learn who decides",
        "promises to send the log",
        "objection of the works council is settled: Jens confirms",
        "需求分析会：李工参加",
    ],
)
def test_a_sentence_that_begins_like_a_command_answers_the_question(words: str) -> None:
    assert parse(words, strict=True) is None


def test_a_product_is_asked_for_by_its_name_while_a_question_is_open() -> None:
    product = Note(
        id=UUID(int=9),
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW,
        content=Product(name="Lineguard"),
    )
    here = a_situation(asked(a_call()), notes=(product,))
    assert said(decide(says("product lineguard"), here)) == [["product-name-bare"]]
    assert said(decide(says("product other"), here))[0][0] != "product-name-bare"
