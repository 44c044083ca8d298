"""The rep's own words behind a learned verdict."""

from __future__ import annotations

import pytest

from coaching.judge.learned.model import Voice
from coaching.judge.learned.quotes import passages, weights, whole
from coaching.judge.learned.traits import tokens_of

EVEN = "mara sends the log, then we talk again"


def quoted(even: str, heard: list[float], *, chinese: bool = False) -> list[str]:
    tokens = tokens_of(even)
    return [even[start:end] for start, end in passages(tokens, heard, chinese=chinese)]


def test_a_trait_shares_its_weight_among_the_tokens_it_stands_on() -> None:
    said = [Voice(0, 10, (1.0, -1.0)), Voice(5, 10, (0.25, 0.0)), Voice(0, 0, (9.0, 0.0))]
    assert weights(tokens_of("mara sends it"), said, 0, 1) == [1.0, 1.25, 0.0]
    assert weights(tokens_of("mara sends it"), said[:2], 1, 0) == [-1.0, -1.25, 0.0]


def test_a_trait_that_ends_before_it_begins_weighs_nothing() -> None:
    assert weights(tokens_of("mara sends it"), [Voice(5, 4, (1.0, 0.0))], 0, 1) == [0.0, 0.0, 0.0]


def test_the_heaviest_passage_comes_first_and_none_crosses_a_pause() -> None:
    heard = [1.0, 2.0, 1.0, 1.0, 3.0, 1.0, 1.0, 1.0, 0.5]
    assert quoted(EVEN, heard) == ["mara sends the log", "then we talk again"]


def test_what_weighs_a_third_of_the_best_or_less_is_not_quoted() -> None:
    heard = [1.0, 2.0, 1.0, 1.0, 3.0, -0.1, -0.1, 1.0, 0.5]
    assert quoted(EVEN, heard) == ["mara sends the log"]
    heard[7] = 1.3
    assert quoted(EVEN, heard) == ["mara sends the log", "talk again"]


def test_there_are_three_passages_at_most() -> None:
    heard = [1.0, 0.0] * 4
    assert quoted("a, b, c, d,", heard) == ["a", "b", "c"]


def test_what_speaks_against_is_left_out_at_the_ends_and_taken_along_within() -> None:
    assert quoted("a b c d", [-1.0, 2.0, -0.5, 2.0]) == ["b c d"]
    assert quoted("a b c d", [2.0, -3.0, -3.0, 2.5]) == ["d", "a"]


@pytest.mark.parametrize("heard", [[], [0.0, 0.0], [-1.0, -2.0]])
def test_where_nothing_speaks_for_it_nothing_is_quoted(heard: list[float]) -> None:
    assert quoted("a b" if heard else "", heard) == []


def test_a_passage_has_eight_words_or_sixteen_characters_at_most() -> None:
    assert quoted("a b c d e f g h i j", [1.0] * 10)[0] == "a b c d e f g h"
    assert quoted("停" * 20, [1.0] * 20, chinese=True)[0] == "停" * 16


@pytest.mark.parametrize(
    "text,words,reads",
    [
        ("why do the invoices bounce?", "why do", "why do the invoices bounce"),
        ("Hi. why do they bounce, Ann?", "why do", "why do they bounce"),
        ("what does the late truck cost you", "the late truck", "the late truck"),
        ("what does the late truck cost you", "e late truc", "the late truck"),
        ("it is so that since the move of May they do bounce", "bounce", "bounce"),
        ("it is so that since the move of May they do bounce", "oun", "bounce"),
        ("几条产线在用老的mes", "几条产线在用老的me", "几条产线在用老的mes"),
        ("你好，投诉归哪个部门管", "诉归哪个部门", "投诉归哪个部门管"),
        ("投诉归哪个部门管 现在", "诉归哪个部门", "投诉归哪个部门管"),
        ("我们这边从去年开始就一直用这套老旧的mes系统在跑", "老旧的m", "老旧的mes"),
        (
            "Eva sends us the shift log by the end",
            "Eva sends us the shift log by the",
            "Eva sends us the shift log",
        ),
        ("they let us all log in, then go", "they let us all log in", "they let us all log in"),
        (
            "他们会把夜班三个月来所有停机的记录都发给我们看",
            "他们会把夜班三个月来所有停机的",
            "他们会把夜班三个月来所有停机",
        ),
        (
            "他们会把夜班三个月来一直到现在还留着的记录发来",
            "夜班三个月来一直到现在",
            "夜班三个月来一直到现在",
        ),
        ("late", "gone", "gone"),
        ("late", "", ""),
    ],
)
def test_a_quote_reads_whole(text: str, words: str, reads: str) -> None:
    assert whole(text, words) == reads
