"""How texts are said: values, marks, foreign characters, and what happens to faults."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.ports import Run
from bot import words
from bot.words import Unsayable, Words
from coaching.messages import Clock, Moment, Names, Quoted, Text, Value, text
from coaching.people import LANGUAGES, Language
from coaching.spans import Span

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
AT_TWO = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
SOURCE = """
plain = { $x }
inside = Aim: { $x }.
strong = **Aim.** { $x } is *yours*
around = **{ $x }**
kinds = { $kind ->
    [advance] an advance
   *[other] not an advance
 }
calls = { $n ->
    [one] one call
   *[other] { $n } calls
 }
nested = **Now:** { $x }
open = **never closed
attribute-only =
    .label = x
"""


def say(value: Value, key: str = "plain", language: Language = "en", days: int = 0) -> str:
    extra = "\nplain = { $x }\ninside = Aim: { $x }.\n"
    sources = {tag: ("\n".join(words.sources(tag)) + extra,) for tag in LANGUAGES}
    speaker = Words(sources, strict=True).speaker(
        language, "Europe/Berlin", MONDAY + timedelta(days=days)
    )
    return speaker.plain(text(key, x=value))


def runs(key: str, **values: Value) -> tuple[Run, ...]:
    speaker = Words({"en": (SOURCE,)}, strict=True).speaker("en", "UTC", MONDAY)
    return speaker(text(key, **values))


@pytest.mark.parametrize(
    "days,english,chinese",
    [
        (0, "today 14:00", "今天 14:00"),
        (1, "tomorrow 14:00", "明天 14:00"),
        (-1, "yesterday 14:00", "昨天 14:00"),
        (2, "Wednesday 14:00", "周三 14:00"),
        (6, "Sunday 14:00", "周日 14:00"),
        (7, "Mon 30 Nov 14:00", "11月30日 周一 14:00"),
        (-2, "Sat 21 Nov 14:00", "11月21日 周六 14:00"),
        (365, "Tue 23 Nov 2027 14:00", "2027年11月23日 周二 14:00"),
    ],
)
def test_a_moment_is_said_as_near_as_it_is(days: int, english: str, chinese: str) -> None:
    at = Moment(AT_TWO + timedelta(days=days))
    assert (say(at), say(at, language="zh-Hans")) == (english, chinese)


@pytest.mark.parametrize(
    "days,english,chinese",
    [
        (0, "today", "今天"),
        (1, "tomorrow", "明天"),
        (-1, "yesterday", "昨天"),
        (3, "Thu 26 Nov", "11月26日 周四"),
        (-9, "Sat 14 Nov", "11月14日 周六"),
        (-200, "Thu 7 May 2026", "2026年5月7日 周四"),
    ],
)
def test_a_day_is_said_with_its_weekday(days: int, english: str, chinese: str) -> None:
    day = date(2026, 11, 23) + timedelta(days=days)
    assert (say(day), say(day, language="zh-Hans")) == (english, chinese)


def test_a_time_of_day_is_said_in_the_readers_zone_and_counts_to_24() -> None:
    early = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)
    assert [say(Clock(at), language="zh-Hans") for at in (early, AT_TWO)] == ["9:05", "14:00"]


def test_a_span_within_a_day_names_the_day_once() -> None:
    assert say(Span(AT_TWO, AT_TWO + timedelta(hours=1))) == "today 14:00–15:00"


def test_a_span_over_midnight_names_both_days() -> None:
    span = Span(AT_TWO, AT_TWO + timedelta(hours=12))
    told = (say(span), say(span, language="zh-Hans"))
    assert told == ("today 14:00 – tomorrow 2:00", "今天 14:00 至 明天 2:00")


def test_today_is_the_readers_today_not_utcs() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert say(Moment(late)) == "tomorrow 0:30"


@pytest.mark.parametrize(
    "count,english,chinese",
    [
        (0, "", ""),
        (1, "A", "A"),
        (2, "A and B", "A、B"),
        (3, "A, B and C", "A、B、C"),
        (4, "A, B, C and D", "A、B、C、D"),
        (5, "A, B, C, D and 1 more", "A、B、C、D等 5 人"),
        (7, "A, B, C, D and 3 more", "A、B、C、D等 7 人"),
    ],
)
def test_names_are_listed_up_to_four(count: int, english: str, chinese: str) -> None:
    names = Names(tuple("ABCDEFG"[:count]))
    assert (say(names), say(names, language="zh-Hans")) == (english, chinese)


def test_a_bare_datetime_keeps_its_hour() -> None:
    assert say(AT_TWO) == "today 14:00"


def test_an_instant_can_be_stamped_however_near_it_is() -> None:
    assert words.read().speaker("en", "Europe/Berlin", AT_TWO).stamp() == "Mon 23 Nov 14:00"


def test_marks_of_the_template_become_styles() -> None:
    assert runs("strong", x=Quoted("this")) == (
        Run(text="Aim.", strong=True),
        Run(text=" this is "),
        Run(text="yours", emphasis=True),
    )


@pytest.mark.parametrize("value", [Quoted("**no** *no* \ue001"), "**no** *no* \ue001"])
def test_marks_inside_a_value_are_data(value: Value) -> None:
    assert runs("around", x=value) == (Run(text="**no** *no* \ue001", strong=True),)


def test_marks_inside_names_are_data() -> None:
    assert runs("inside", x=Names(("*Ann*",))) == (Run(text="Aim: *Ann*."),)


def test_a_text_in_a_text_keeps_its_own_marks_and_takes_on_those_around_it() -> None:
    inner = text("strong", x=Quoted("*a*"))
    assert runs("nested", x=inner) == (
        Run(text="Now:", strong=True),
        Run(text=" "),
        Run(text="Aim.", strong=True),
        Run(text=" *a* is "),
        Run(text="yours", emphasis=True),
    )


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp"])))
def test_the_characters_of_a_quotation_are_not_touched(told: str) -> None:
    assert "".join(run.text for run in runs("plain", x=Quoted(told))) == told


def test_a_quotation_loses_what_could_disguise_it() -> None:
    hostile = "ab\x00c\x1b[31m\u202eevil\u2066x\x7f"
    assert runs("plain", x=Quoted(hostile)) == (Run(text="abc[31mevilx"),)


def test_a_quotation_in_a_sentence_stays_on_its_line() -> None:
    assert runs("inside", x=Quoted("one\r\n\r\n  two\u2028three ")) == (
        Run(text="Aim: one two three."),
    )


def test_a_quotation_that_stands_alone_keeps_its_lines() -> None:
    assert runs("plain", x=Quoted("\none\r\ntwo\n")) == (Run(text="one\ntwo"),)


@pytest.mark.parametrize("kind,told", [("advance", "an advance"), ("order", "not an advance")])
def test_a_plain_value_can_choose_a_variant(kind: str, told: str) -> None:
    assert runs("kinds", kind=kind) == (Run(text=told),)


@pytest.mark.parametrize("count,told", [(1, "one call"), (2, "2 calls")])
def test_a_number_chooses_its_plural(count: int, told: str) -> None:
    assert runs("calls", n=count) == (Run(text=told),)


@pytest.mark.parametrize(
    "asked", [text("missing"), text("plain"), text("open"), text("attribute-only")]
)
def test_a_text_that_cannot_be_said_is_our_fault_in_tests(asked: Text) -> None:
    speaker = Words({"en": (SOURCE,)}, strict=True).speaker("en", "UTC", MONDAY)
    with pytest.raises(Unsayable, match=asked.key):
        speaker(asked)


def test_in_production_the_key_is_shown_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    speaker = Words({"en": (SOURCE,)}).speaker("en", "UTC", MONDAY)
    with caplog.at_level(logging.ERROR):
        told = [speaker.plain(text("missing")) for _ in range(2)]
    assert (told, len(caplog.records)) == (["missing", "missing"], 1)


@pytest.mark.parametrize("source", ["no equals sign", "twice = 1\ntwice = 2\n"])
def test_bad_sources_are_refused_when_read(source: str) -> None:
    with pytest.raises(Unsayable):
        Words({"en": (source,)})


def test_a_key_in_two_files_is_refused() -> None:
    with pytest.raises(Unsayable, match="twice"):
        Words({"en": ("a = 1\n", "a = 2\n")})


@pytest.mark.parametrize(
    "said,shown",
    [
        ("Jens walks us through.", "On the table so far: “Jens walks us through”."),
        ("李工带我们看。", "On the table so far: “李工带我们看”."),
        ("and then...", "On the table so far: “and then...”."),
        ("does it stop?", "On the table so far: “does it stop?”."),
    ],
)
def test_a_quoted_full_stop_does_not_stand_beside_the_sentences_own(said: str, shown: str) -> None:
    assert told("known-problem", problem=Quoted(said)) == shown


def test_words_outside_quotation_marks_keep_their_full_stop() -> None:
    assert told("planned-objective", objective=Quoted("Acme Inc.")) == "Aim: Acme Inc."


def told(key: str, **values: Value) -> str:
    return (
        words.read()
        .speaker("en", "UTC", datetime(2026, 11, 23, tzinfo=UTC))
        .plain(text(key, **values))
    )
