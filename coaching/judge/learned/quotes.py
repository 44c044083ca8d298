"""The rep's own words behind a learned verdict: where most of what decided it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coaching.judge.learned.model import Voice
from coaching.judge.learned.traits import Token
from coaching.judge.rules.reading import MOST_HANZI, MOST_QUOTES, MOST_WORDS
from coaching.judge.rules.typed import is_chinese

_PAUSES = frozenset(",.;?!:")
_BREAK = re.compile(r"[,.;?!:，。；？！：、\n]+|\s+(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\s+")
_IN_WORD = re.compile(r"[A-Za-z0-9]{2}")
_ENOUGH_WORDS = 3
# What points ahead is left out where a quote breaks off behind it.
_POINTS_AHEAD = re.compile(
    r"(?:\s+(?:an?|the|by|to|of|with|and|or|for|on|at|in|from|that))+$"
    r"|(?:(?<!目)的|(?<![现正存实])在|(?<![温缓饱])和|把)$",
    re.IGNORECASE,
)
_SHARE = 0.35  # of the best quote's weight that a further quote must have


def whole(text: str, words: str) -> str:
    """A quote that reads well: no word cut, and not one small word alone.

    A Chinese quote becomes its clause, where that is short enough to quote; in any other a word
    that was cut is completed, and fewer than three words grow to the end of their clause.
    """
    at = text.find(words)
    if at < 0 or not words:
        return words
    start, end = _clause(text, at, at + len(words))
    clause = text[start:end].strip()
    if is_chinese(clause):
        return clause if len(clause) <= MOST_HANZI else _uncut(text, at, at + len(words), end)
    if len(words.split()) < _ENOUGH_WORDS and len(clause.split()) <= MOST_WORDS:
        return clause
    return _uncut(text, at, at + len(words), end)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The places of the clause around a stretch of text."""
    before = [mark.end() for mark in _BREAK.finditer(text, 0, start)]
    after = _BREAK.search(text, end)
    return (before[-1] if before else 0), (after.start() if after else len(text))


def _uncut(text: str, start: int, end: int, clause_end: int) -> str:
    """The stretch with a Latin word or number at its ends completed, breaking off at a good place.

    At the end of its clause it does not break off.
    """
    while start and _IN_WORD.match(text[start - 1 : start + 1]):
        start -= 1
    while end < len(text) and _IN_WORD.match(text[end - 1 : end + 1]):
        end += 1
    found = text[start:end]
    return found if end == clause_end else _POINTS_AHEAD.sub("", found)


def weights(tokens: Sequence[Token], said: Iterable[Voice], label: int, rival: int) -> list[float]:
    """How much each token speaks for the label rather than for its rival."""
    heard = [0.0] * len(tokens)
    starts = {token.start: at for at, token in enumerate(tokens)}
    ends = {token.end: at for at, token in enumerate(tokens)}
    for voice in said:
        first, last = starts.get(voice.start), ends.get(voice.end)
        if first is not None and last is not None and first <= last:
            each = (voice.adds[label] - voice.adds[rival]) / (last - first + 1)
            for at in range(first, last + 1):
                heard[at] += each
    return heard


def passages(
    tokens: Sequence[Token], heard: Sequence[float], *, chinese: bool
) -> list[tuple[int, int]]:
    """Up to three passages (start, end in the even text) that weigh most, none across a pause."""
    most = MOST_HANZI if chinese else MOST_WORDS
    taken: list[tuple[int, int]] = []
    best = 0.0
    while len(taken) < MOST_QUOTES:
        weight, first, last = _heaviest(tokens, heard, taken, most)
        if weight <= 0 or weight < best * _SHARE:
            break
        best = best or weight
        taken.append((first, last))
    return [(tokens[first].start, tokens[last].end) for first, last in taken]


def _heaviest(
    tokens: Sequence[Token], heard: Sequence[float], taken: Sequence[tuple[int, int]], most: int
) -> tuple[float, int, int]:
    """The heaviest run of tokens clear of those taken: its weight, first and last token."""
    best = (0.0, 0, 0)
    for first, opening in enumerate(heard):
        if opening <= 0:
            continue
        weight = 0.0
        for last in range(first, min(first + most, len(tokens))):
            barred = any(a <= last <= b for a, b in taken)
            if barred or tokens[last].word in _PAUSES:
                break
            weight += heard[last]
            if weight > best[0]:
                best = (weight, first, last)
    return best
