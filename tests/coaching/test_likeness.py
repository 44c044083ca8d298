"""Which words two texts have in common, in English and in Chinese."""

from __future__ import annotations

import pytest

from coaching.likeness import common, terms, weight


@pytest.mark.parametrize(
    "words,found",
    [
        ("The prices, and what they cost us!", {"price", "cost"}),
        ("Line 2 stops at night", {"line", "2", "stop", "night"}),
        ("ＰＲＩＣＥ", {"price"}),
        ("二号线停机", {"二号", "号线", "线停", "停机"}),
        ("价格的问题", {"价格", "问题"}),
        ("贵", {"贵"}),
        ("ERP系统", {"erp", "系统"}),
        ("and the", set()),
        ("gas us", {"gas"}),
        ("", set()),
    ],
)
def test_a_text_is_its_words_without_the_commonest(words: str, found: set[str]) -> None:
    assert terms(words) == found


@pytest.mark.parametrize(
    "wanted,among,found",
    [
        ({"price"}, {"price", "cost"}, {"price"}),
        ({"pharma"}, {"pharmaceutical"}, {"pharma"}),
        ({"objection"}, {"obj", "object"}, {"objection"}),
        ({"lin"}, {"line"}, set()),
        ({"line"}, {"stop"}, set()),
        (set(), {"stop"}, set()),
    ],
)
def test_words_fit_letter_for_letter_or_as_a_beginning_of_four_letters(
    wanted: set[str], among: set[str], found: set[str]
) -> None:
    assert common(wanted, among) == found


def test_a_word_weighs_as_much_as_two_pairs_of_chinese_characters() -> None:
    assert weight({"line", "停机", "机了"}) == 2.0
    assert weight(frozenset()) == 0.0
