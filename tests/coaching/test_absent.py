"""Commands of the method that the coach does not have: one line each, never the whole help."""

from __future__ import annotations

import pytest

from coaching.command_words import Command, named, parse
from coaching.decide import decide
from coaching.events import Commanded
from tests.coaching.world import (
    a_call,
    a_situation,
    asked,
    call_in,
    keys,
    play,
    said,
    says,
    sends,
    shown,
    taps,
)


@pytest.mark.parametrize(
    "name,words,key",
    [
        ("export", "", "home-erase"),
        ("forget", "me", "home-erase"),
        ("导出", "", "home-erase"),
    ],
)
def test_a_command_that_is_not_there_is_answered_in_one_line(
    name: str, words: str, key: str
) -> None:
    assert said(decide(Commanded(name=name, words=words), a_situation())) == [[key]]


def test_without_a_slash_only_the_word_alone_is_that_command() -> None:
    assert parse("team", strict=True) == Command(name="team")
    assert parse("team meeting went well", strict=False) is None
    assert said(decide(says("export"), a_situation())) == [["home-erase"]]


def test_who_asks_who_sees_what_hears_whom_to_ask_for_a_copy() -> None:
    (told,) = said(decide(says("privacy"), a_situation()))
    assert told[-1] == "home-erase"


@pytest.mark.parametrize(
    "typed",
    [
        "评 二号线多久停一次？",
        "评：二号线多久停一次？",
        "评一下二号线多久停一次？",
        "评判：二号线多久停一次？",
    ],
)
def test_a_question_is_judged_by_a_short_word_too(typed: str) -> None:
    assert parse(typed, strict=False) == Command(name="judge", words="二号线多久停一次？")


def test_a_text_that_only_begins_like_the_short_word_is_no_command() -> None:
    assert parse("评估下来没问题", strict=False) is None
    assert named("评", "停一次要多少钱？") == Command(name="judge", words="停一次要多少钱？")


def test_a_prompt_the_rep_asked_for_says_that_it_came_for_that() -> None:
    call = a_call()
    decision, here = play(a_situation(call), says("plan"))
    assert keys(sends(decision)[0])[-1] == "why-prompt-asked"
    snoozed, _ = play(here, taps("snooze", call, "15m", on=call_in(here, call).anchor))
    assert [keys(one)[-1] for one in shown(snoozed).values()] == ["why-prompt-asked"]


def test_a_prompt_that_came_by_itself_says_when_prompts_come() -> None:
    call = asked(a_call())
    snoozed, _ = play(a_situation(call), taps("snooze", call, "15m", on=call.anchor))
    assert [keys(one)[-1] for one in shown(snoozed).values()] == ["why-prompt"]
