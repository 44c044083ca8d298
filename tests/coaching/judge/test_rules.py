"""What holds for every verdict: closed rules, honest words, any input."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.judge import LABELS, Kind
from coaching.judge.reasons import BORDERS, RULES, Rule
from coaching.judge.rules import (
    acts_en,
    acts_zh,
    need,
    objection,
    objective_en,
    objective_zh,
    outcome_en,
    outcome_zh,
    question_en,
    question_zh,
    review,
    statement,
)
from coaching.judge.rules.reading import MOST_HANZI, MOST_WORDS, Cue, Lexicon
from coaching.judge.rules.typed import MOST_READ, typed
from tests.coaching.judge.judged import JUDGE

TEXTS = Path(__file__).parents[3] / "coaching" / "texts"
KINDS: tuple[Kind, ...] = tuple(LABELS)
CUES: tuple[Cue, ...] = (
    *question_en.QUESTIONS,
    *question_zh.QUESTIONS,
    *objective_en.OBJECTIVES,
    *objective_zh.OBJECTIVES,
    *outcome_en.OUTCOMES,
    *outcome_zh.OUTCOMES,
    *(cue for kind in (need, objection, review, statement) for cue in kind.ENGLISH + kind.CHINESE),
)
MIXED = (
    "if you could what does the delay cost Jens send us the log by Friday ? . , we not signed PO "
    "线 停 一次 如果 客户 答应 周五 发 数据 我们 方案 影响 多少 ？ 。 ， “ ” ＡＢ İ ß 🙂 u & w/ \n"
)
PIECES = st.sampled_from(MIXED.split(" "))


@given(
    kind=st.sampled_from(KINDS),
    pieces=st.lists(PIECES, max_size=25),
    glue=st.sampled_from(["", " "]),
    context=st.sampled_from(["", "line 2 stops", "我们希望少停机", "we want fewer stops"]),
)
def test_any_text_gets_a_whole_verdict(
    kind: Kind, pieces: list[str], glue: str, context: str
) -> None:
    text = glue.join(pieces)

    verdict = JUDGE.read(kind, text, problem=context, need=context)

    border = BORDERS[verdict.rule]  # type: ignore[index]  # Verdict.rule is open to other judges
    assert (border.kind, border.label) == (kind, verdict.label)
    assert verdict.label in LABELS[kind]
    assert 0 < verdict.confidence < 1
    assert verdict.sure is (verdict.second == "")
    assert verdict.second in {"", *LABELS[kind]} - {verdict.label}
    assert all(words and words in text for words in verdict.words)


@given(text=st.text(max_size=80))
def test_what_is_read_points_into_what_was_typed(text: str) -> None:
    read = typed(text)

    assert len(read.even) == len(read.starts) == len(read.ends)
    assert list(read.starts) == sorted(read.starts)
    assert all(0 <= a < b <= len(text) for a, b in zip(read.starts, read.ends, strict=True))


@pytest.mark.parametrize("text", ["", "   ", "?", "x?", "。", "!!!", "x"])
@pytest.mark.parametrize("kind", KINDS)
def test_next_to_nothing_is_never_sure_except_that_it_says_too_little(
    kind: Kind, text: str
) -> None:
    verdict = JUDGE.read(kind, text)

    assert not verdict.sure or verdict.rule in {
        "question.no_question",
        "review.too_little",
        "need.asks",
    }


def test_a_very_long_text_is_read_up_to_a_limit() -> None:
    text = "How often does line 2 stop? " + "x" * MOST_READ + " What does it cost you?"

    assert JUDGE.read("question", text).label == "problem"


def test_quoted_words_are_short() -> None:
    english = JUDGE.read("objective", "Mara sends us every single log of line 2 by Friday at noon")
    chinese = JUDGE.read(
        "outcome", "李工答应在下周五之前把去年全年的停机记录和返工记录都整理好发给我们"
    )

    assert english.words[0] == "Mara sends us every single log of line"
    assert len(english.words[0].split()) == MOST_WORDS
    assert 0 < len(chinese.words[0]) <= MOST_HANZI


def test_words_too_long_to_quote_end_at_a_pause() -> None:
    verdict = JUDGE.read("question", "要是能提前两天知道缺料，对您的排产和交期有什么帮助呢")

    assert verdict.words[0] == "要是能提前两天知道缺料"


@pytest.mark.parametrize(
    "text,same",
    [
        ("what wld it mean 4 u if stops were gone", "what would it mean 4 you if stops were gone"),
        ("whats the imapct on ur deliveries", "what's the impact on your deliveries"),
        ("does the delay affct your custmers", "does the delay affect your customers"),
        ("Ｗｈｙ is it late？", "why is it late?"),
    ],
)
def test_shorthand_and_slips_are_read_as_meant(text: str, same: str) -> None:
    assert typed(text).even == same


def test_words_are_quoted_as_typed_not_as_read() -> None:
    verdict = JUDGE.read("question", "hows the imapct on ur deliveries")

    assert verdict.words == ("imapct on ur deliveries",)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_belongs_to_a_label_of_its_kind_and_names_its_section(rule: Rule) -> None:
    border = BORDERS[rule]

    assert border.kind == rule.partition(".")[0]
    assert border.label in LABELS[border.kind]
    assert re.fullmatch(r"\d+(, \d+)?( \w+)?", border.section)


def test_every_label_has_a_rule() -> None:
    decided = {(border.kind, border.label) for border in BORDERS.values()}

    assert decided == {(kind, label) for kind, labels in LABELS.items() for label in labels}


# The rules without cues of their own: they decide by absence, or against the voiced need.
BY_ABSENCE = {"question.no_question", "review.too_little"}
AGAINST_A_NEED = {"statement.implied_only", "statement.other_need"}


def test_every_rule_has_a_cue_or_decides_without() -> None:
    assert {cue.rule for cue in CUES} == set(RULES) - BY_ABSENCE - AGAINST_A_NEED


@pytest.mark.parametrize("lexicon", [acts_en.LEXICON, acts_zh.LEXICON])
def test_a_pattern_is_expanded_to_its_last_list(lexicon: Lexicon) -> None:
    assert not re.search(r"<[A-Z_]+>", lexicon.expand("<ACT> by <DATE> and <WHO>"))


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_every_rule_and_label_has_its_sentences(language: str) -> None:
    lines = (TEXTS / language / "judge.ftl").read_text(encoding="utf-8").splitlines()
    said = {key: value for key, sign, value in (line.partition(" = ") for line in lines) if sign}
    rules = {f"judge-rule-{re.sub('[._]', '-', rule)}" for rule in RULES}
    labels = {
        f"judge-{kind}-{label.replace('_', '-')}" for kind, some in LABELS.items() for label in some
    }

    assert {key for key in said if not key.startswith(("judge-gap-", "judge-promise-"))} == {
        key + end for key in rules | labels for end in ("", "-bare")
    }
    assert {key for key, value in said.items() if "{ $words }" in value} == rules


def test_the_coach_says_a_reason_in_25_words() -> None:
    lines = (TEXTS / "en" / "judge.ftl").read_text(encoding="utf-8").splitlines()
    reasons = [line.partition(" = ")[2] for line in lines if line.startswith("judge-rule-")]

    assert max(len(re.findall(r"[\w'-]+", reason)) for reason in reasons) <= 25
