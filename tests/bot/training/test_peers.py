"""The plain readers the judge is held against, on a corpus of six texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from bot.corpus import Example
from bot.training.peers import Keywords, Peer, nearest, tfidf

TOLD = [
    Example("how often does it stop", "problem"),
    Example("does it stop at night", "problem"),
    Example("why does it stop", "problem"),
    Example("what would that be worth", "need_payoff"),
    Example("would fewer of them help", "need_payoff"),
    Example("停机几次", "problem"),
]


@pytest.mark.parametrize("peer", [Keywords, tfidf, nearest])
def test_a_peer_reads_by_the_words_it_has_met(
    peer: Callable[[Sequence[Example]], Peer],
) -> None:
    asked = ["does this stop", "that would be worth what", "停机吗"]
    assert list(peer(TOLD).predict(asked)) == ["problem", "need_payoff", "problem"]


def test_by_keywords_what_has_none_is_what_is_most_usual() -> None:
    assert Keywords(TOLD).predict(["qq", ""]) == ["problem", "problem"]


def test_a_word_of_both_labels_speaks_less_than_one_of_a_single_label() -> None:
    both = [Example(f"{word} it", label) for word, label in (("stop", "a"), ("gain", "b"))]
    assert Keywords([*both, both[1]]).predict(["stop", "gain", "it"])[:2] == ["a", "b"]


def test_the_nearest_example_lends_its_label() -> None:
    assert list(nearest(TOLD).predict([one.text for one in TOLD])) == [one.label for one in TOLD]
