"""What is too long is cut where one sees it, and what is too much is folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.slack.limits import cut, folded, label, units
from adapters.chat.slack.markup import legible, literal
from tests.adapters.slack.documented import HOSTILE, LIVE, long_texts
from tests.adapters.slack.documented import units as counted


@pytest.mark.parametrize(
    "text, limit, shown",
    [
        ("", 3, ""),
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("a bcd", 3, "a…"),
        ("😀😀", 4, "😀😀"),
        ("😀😀😀", 4, "😀…"),
        ("四个字呀", 3, "四个…"),
    ],
)
def test_a_text_is_cut_at_a_whole_character(text: str, limit: int, shown: str) -> None:
    assert cut(text, limit) == shown


@given(text=long_texts(200), limit=st.integers(min_value=1, max_value=100))
def test_a_cut_text_fits_and_begins_as_the_whole_did(text: str, limit: int) -> None:
    shown = cut(text, limit)
    assert units(shown) == counted(shown) <= limit
    assert shown == text if counted(text) <= limit else text.startswith(shown[:-1])


@pytest.mark.parametrize(
    "text, shown",
    [(" a\n b ", "a b"), ("", "…"), (" \n", "…"), ("abcdefgh", "abcd…")],
)
def test_a_label_is_one_line_and_never_blank(text: str, shown: str) -> None:
    assert label(text, 5) == shown


LAST = {"w": 2}


@pytest.mark.parametrize(
    "weights, kept",
    [
        ([], []),
        ([1, 1, 1], [1, 1, 1]),
        ([1, 1, 1, 1], [1, 1, 2]),
        ([4, 4, 4], [4, 4, 4]),
        ([4, 4, 5], [4, 4, 2]),
        ([11, 1, 1], [2]),
        ([13], [2]),
    ],
)
def test_blocks_that_do_not_fit_give_way_to_a_last_line(
    weights: list[int], kept: list[int]
) -> None:
    blocks = [{"w": weight} for weight in weights]
    shown = folded(blocks, LAST, count=3, size=12, weigh=lambda block: int(block["w"]))
    assert [block["w"] for block in shown] == kept


@pytest.mark.parametrize(
    "text, shown",
    [
        ("plain words, 14:00–15:00", "plain words, 14:00–15:00"),
        ("*bold* ~gone~ `code`", "∗bold∗ ∼gone∼ ˋcodeˋ"),
        ("_so_ line_2 中_文", "ˍsoˍ line_2 中_文"),
        ("> quoted\n  >> deeper\n3 > 2", "› quoted\n  ›› deeper\n3 &gt; 2"),
        ("R&D <b>", "R&amp;D &lt;b&gt;"),
        (HOSTILE, "&lt;!channel&gt; ∗b∗ &lt;@U1&gt; https:\u2060//x"),
        ("&lt;!here&gt;", "&amp;lt;!here&amp;gt;"),
    ],
)
def test_a_literal_text_means_nothing_in_mrkdwn(text: str, shown: str) -> None:
    assert literal(text, 100) == shown


def test_a_literal_text_is_cut_as_it_is_sent() -> None:
    assert literal("a&&&", 10) == "a&amp;…"
    assert literal("a&", 6) == "a&amp;"


@given(text=long_texts(300), limit=st.integers(min_value=1, max_value=200))
def test_no_text_comes_alive_in_mrkdwn(text: str, limit: int) -> None:
    shown = literal(text, limit)
    assert counted(shown) <= limit
    assert LIVE.search(shown) is None


def test_control_characters_and_half_pairs_are_left_out() -> None:
    assert legible("a\0b\x07c\ud800d\r\ne\tf") == "abcd\ne\tf"
