"""The rep's own words behind a learned verdict: where most of what decided it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coaching.judge.learned.model import Voice
from coaching.judge.learned.traits import Token
from coaching.judge.rules.reading import MOST_HANZI, MOST_QUOTES, MOST_WORDS

_PAUSES = frozenset(",.;?!:")
_SHARE = 0.35  # of the best quote's weight that a further quote must have


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
