"""Which words two texts have in common: English by words, Chinese by pairs of characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet

from coaching.texts.common import COMMON

_WORD = re.compile(r"[^\W_\u3400-\u9fff]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")
# Shorter beginnings fit too many words.
_BEGINNING = 4
# A Chinese word of two characters makes one pair, and beside it half as many again by chance.
_PAIR_WEIGHS = 0.5


def terms(words: str) -> frozenset[str]:
    """The words of a text without the commonest and without a plural's s; Chinese in pairs.

    A Chinese character that stands alone between others is a term of its own.
    """
    even = unicodedata.normalize("NFKC", words).casefold()
    plain = {_singular(word) for word in _WORD.findall(even) if word not in COMMON}
    spaced = "".join(" " if char in COMMON else char for char in even)
    pairs = {pair for run in _HAN.findall(spaced) for pair in _pairs(run)}
    return frozenset(plain | pairs)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _BEGINNING - 1 and word.endswith("s") else word


def _pairs(run: str) -> tuple[str, ...]:
    pairs = tuple(run[start : start + 2] for start in range(len(run) - 1))
    return pairs or (run,)


def common(wanted: AbstractSet[str], among: AbstractSet[str]) -> frozenset[str]:
    """The wanted terms that stand among the others, letter for letter or as a beginning."""
    return frozenset(one for one in wanted if any(_fits(one, other) for other in among))


def _fits(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _BEGINNING and long.startswith(short))


def weight(found: AbstractSet[str]) -> float:
    """How much terms say together: a word 1, a pair of Chinese characters a half."""
    return sum(_PAIR_WEIGHS if _HAN.match(one) else 1.0 for one in found)
