"""Chooses how steep a model's probabilities are and from where it is sure, on unseen hands.

Every text is read by a model that never saw its hand, the way it will meet a rep it never saw.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.corpus import Example, Tongue
from bot.training.fit import Found, fit
from coaching.judge import Kind
from coaching.judge.learned.model import Model, Shape, Vote, chances, margins, voices

MOST_FOLDS = 5
STEEPNESSES = tuple(round(0.5 + 0.25 * step, 2) for step in range(31))
VOTES = tuple(round(0.25 * step, 2) for step in range(13))
ROUNDS = 2
# Not below 0.8, however right the corpus finds it: a stranger is further away than our hands.
LEVELS = tuple(round(0.80 + 0.01 * step, 2) for step in range(20))
PRECISION = 0.95  # wanted of the verdicts that are sure
_NEVER = 0.99
_FEWEST = 20  # verdicts from which a precision is believed


@dataclass(frozen=True, slots=True)
class Read:
    """One text read by a model that had not seen its hand, and how the rules vote."""

    label: str
    margin: tuple[float, ...]
    vote: Vote


def unseen(
    kind: Kind,
    language: Tongue,
    found: Sequence[Found],
    told: Sequence[Example],
    votes: Sequence[Vote],
) -> list[Read]:
    """Every text as read by a model that was fitted without its hand (at most 5 folds)."""
    fold_of = {hand: at % MOST_FOLDS for at, hand in enumerate(sorted({one.hand for one in told}))}
    folds = [fold_of[one.hand] for one in told]
    reads: dict[int, Read] = {}
    for fold in sorted(set(folds)):
        known = [at for at, one in enumerate(folds) if one != fold]
        model = fit(kind, language, [found[at] for at in known], [told[at].label for at in known])
        for at, one in enumerate(folds):
            if one == fold:
                margin = margins(model, voices(model, found[at]))
                reads[at] = Read(told[at].label, margin, votes[at])
    return [reads[at] for at in sorted(reads)]


def calibrated(model: Model, reads: Sequence[Read]) -> Model:
    """The model with the steepness and votes that fit best and the confidence to be sure from."""
    shape = model.shape
    for _ in range(ROUNDS):
        shape = _best(reads, [replace(shape, steepness=one) for one in STEEPNESSES])
        shape = _best(reads, [replace(shape, votes=(one, shape.votes[1])) for one in VOTES])
        shape = _best(reads, [replace(shape, votes=(shape.votes[0], one)) for one in VOTES])
    return replace(model, shape=replace(shape, sure_from=_sure_from(shape, reads)))


def _best(reads: Sequence[Read], shapes: Sequence[Shape]) -> Shape:
    """The first of the shapes with the least mean log loss, to four digits."""
    return min(shapes, key=lambda shape: round(_loss(shape, reads), 4))


def _loss(shape: Shape, reads: Sequence[Read]) -> float:
    return -sum(
        math.log(max(chances(shape, read.margin, read.vote)[shape.labels.index(read.label)], 1e-12))
        for read in reads
    ) / len(reads)


def _sure_from(shape: Shape, reads: Sequence[Read]) -> float:
    """The lowest level above which the wanted share of verdicts is right."""
    judged = []
    for read in reads:
        chance = chances(shape, read.margin, read.vote)
        best = max(chance)
        judged.append((best, shape.labels[chance.index(best)] == read.label))
    for level in LEVELS:
        sure = [right for best, right in judged if best >= level]
        if len(sure) >= _FEWEST and sum(sure) / len(sure) >= PRECISION:
            return level
    return _NEVER
