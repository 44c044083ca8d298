"""Chooses how steep a model's probabilities are and from where it is sure, on unseen hands.

Every text is read by a model that never saw its hand, the way it will meet a rep it never saw.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.training.fit import Found, fit
from coaching.judge import Kind
from coaching.judge.learned.model import Model, chances, margins, voices

MOST_FOLDS = 8
STEEPNESSES = tuple(round(0.5 + 0.25 * step, 2) for step in range(31))
LEVELS = tuple(round(0.40 + 0.01 * step, 2) for step in range(60))
PRECISION = 0.95  # wanted of the verdicts that are sure
_NEVER = 0.99
_FEWEST = 20  # verdicts from which a precision is believed


@dataclass(frozen=True, slots=True)
class Read:
    """One text read by a model that had not seen its hand."""

    label: str
    margin: tuple[float, ...]


def unseen(
    kind: Kind, language: str, found: Sequence[Found], labels: Sequence[str], hands: Sequence[str]
) -> list[Read]:
    """Every text as read by a model that was fitted without its hand (at most 8 folds)."""
    fold_of = {hand: at % MOST_FOLDS for at, hand in enumerate(sorted(set(hands)))}
    reads: list[Read | None] = [None] * len(found)
    for fold in sorted(set(fold_of.values())):
        known = [at for at, hand in enumerate(hands) if fold_of[hand] != fold]
        model = fit(kind, language, [found[at] for at in known], [labels[at] for at in known])
        for at, hand in enumerate(hands):
            if fold_of[hand] == fold:
                reads[at] = Read(labels[at], margins(model, voices(model, found[at])))
    return [read for read in reads if read is not None]


def calibrated(model: Model, reads: Sequence[Read]) -> Model:
    """The model with the steepness that fits best and the confidence it needs to be sure."""
    steep = min(STEEPNESSES, key=lambda one: (round(_loss(model, reads, one), 4), one))
    model = replace(model, shape=replace(model.shape, steepness=steep))
    return replace(model, shape=replace(model.shape, sure_from=_sure_from(model, reads)))


def _loss(model: Model, reads: Sequence[Read], steepness: float) -> float:
    """The mean log loss at a steepness."""
    tried = replace(model, shape=replace(model.shape, steepness=steepness))
    labels = model.shape.labels
    return -sum(
        math.log(max(chances(tried, read.margin)[labels.index(read.label)], 1e-12))
        for read in reads
    ) / len(reads)


def _sure_from(model: Model, reads: Sequence[Read]) -> float:
    """The lowest level above which the wanted share of verdicts is right."""
    judged = []
    for read in reads:
        chance = chances(model, read.margin)
        best = max(chance)
        judged.append((best, model.shape.labels[chance.index(best)] == read.label))
    for level in LEVELS:
        sure = [right for best, right in judged if best >= level]
        if len(sure) >= _FEWEST and sum(sure) / len(sure) >= PRECISION:
            return level
    return _NEVER
