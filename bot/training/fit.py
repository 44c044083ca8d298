"""Fits one model: a linear support vector machine on the traits, its weights in one byte each.

Beside its own trait a word has its share in the directions of words of like use (`kin.py`). What
these weigh is told word by word in the end: also for words that no hand wrote.

The method is chosen for the same answer on every machine: dual coordinate descent with a fixed
order needs no BLAS and no library function whose last digit depends on the processor.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.svm import LinearSVC

from bot.corpus import Tongue
from bot.training.kin import UNIT, Kin, kin
from coaching.judge import LABELS, Kind
from coaching.judge.learned.model import Model, Shape, key
from coaching.judge.learned.traits import LOUDNESS, Group, Trait

Found = Mapping[Group, Sequence[Trait]]

# Texts in which a trait of a group must occur. A word counts from the first on: what one writer
# says once, the next one may say again.
FEWEST: Mapping[Group, int] = {"words": 1, "gaps": 2, "letters": 2, "form": 2, "need": 2}
STRENGTH = 0.03  # of the fit against the weights' smallness
# How loud the words of like use are, beside the traits.
KINSHIP: Mapping[Tongue, float] = {"en": 6.0, "zh": 4.0}
_MOST = 127


def fit(
    kind: Kind,
    language: Tongue,
    found: Sequence[Found],
    labels: Sequence[str],
    strength: float = STRENGTH,
) -> Model:
    """The model that tells these texts' labels by their traits, not yet calibrated."""
    seen = Counter(key(trait.name) for text in found for named in text.values() for trait in named)
    keys = sorted(_learned(found, seen))
    place = {one: at for at, one in enumerate(keys)}
    rarity = np.array([_rarity(seen[one], len(found)) for one in keys])
    akin, loud = kin(language), KINSHIP[language] / UNIT
    machine = LinearSVC(C=strength, random_state=0, max_iter=3000)
    known = _matrix(found, place, rarity)
    machine.fit(hstack([known, loud * _shares(found, akin)]).tocsr(), list(labels))
    names = tuple(LABELS[kind])
    coef, bias = _by_label(machine, names)
    told, weights = _told(keys, coef[: len(keys)] * rarity[:, None], akin, loud * coef[len(keys) :])
    scale = float(f"{np.abs(weights).max() / _MOST:.6g}")
    rows = np.rint(weights / scale).astype(np.int8)
    kept = np.flatnonzero(np.abs(rows).max(axis=1) > 0)
    return Model(
        Shape(
            kind=kind,
            language=language,
            labels=names,
            scale=scale,
            bias=tuple(float(f"{one:.6g}") for one in bias),
            steepness=1.0,
            votes=(0.0, 0.0),
            sure_from=1.0,
            trained_on=len(found),
        ),
        array("I", told[kept].tolist()),
        array("b", rows[kept].tobytes()),
    )


def _learned(found: Sequence[Found], seen: Mapping[int, int]) -> set[int]:
    """The traits that occur in as many texts as their group wants."""
    return {
        one
        for text in found
        for group, named in text.items()
        for one in [key(trait.name) for trait in named]
        if seen[one] >= FEWEST[group]
    }


def _rarity(count: int, texts: int) -> float:
    """How much louder a trait of so many texts is for being rare: tf-idf's, and half as much again.

    The power 1.5 is told by a square root, for that has the same last digit everywhere.
    """
    rare = math.log((1 + texts) / (1 + count)) + 1
    return rare * math.sqrt(rare)


def _told(keys: Sequence[int], own: Any, akin: Kin, directions: Any) -> tuple[Any, Any]:  # noqa: ANN401 - untyped library
    """All keys, sorted, and their weights: a trait's own, and a word's share in each direction."""
    told = np.union1d(keys, akin.keys)
    weights = np.zeros((len(told), own.shape[1]))
    weights[np.searchsorted(told, keys)] = own
    weights[np.searchsorted(told, akin.keys)] += akin.rows @ directions
    return told, weights


def _by_label(machine: Any, names: Sequence[str]) -> tuple[Any, Any]:  # noqa: ANN401 - untyped library
    """Weights (trait by label) and biases in the order of our labels."""
    coef, bias = machine.coef_, machine.intercept_
    if len(machine.classes_) == 2:  # noqa: PLR2004 - two classes have one row
        coef, bias = np.vstack([-coef[0], coef[0]]), np.array([-bias[0], bias[0]])
    order = [list(machine.classes_).index(name) for name in names]
    return coef[order].T, bias[order]


def _shares(found: Sequence[Found], akin: Kin) -> Any:  # noqa: ANN401 - untyped library
    """One row a text: what its words have in each direction, as loud as its words are."""
    place = {one: at for at, one in enumerate(akin.keys)}
    ends, columns, loud = [0], [], []
    for text in found:
        named = text.get("words", ())
        columns += [place[one] for one in (key(trait.name) for trait in named) if one in place]
        ends.append(len(columns))
        loud.append(LOUDNESS["words"] / math.sqrt(len(named) or 1))
    # Whole numbers are added up before anything is multiplied: no last digit is left to chance.
    words = csr_matrix(([1.0] * len(columns), columns, ends), shape=(len(found), len(akin)))
    return diags(loud) @ (words @ akin.rows)


def _matrix(found: Sequence[Found], place: Mapping[int, int], rarity: Any) -> Any:  # noqa: ANN401 - untyped library
    """One row a text; a trait weighs its group's loudness and how rare it is."""
    ends, columns, values = [0], [], []
    for text in found:
        for group, named in text.items():
            loud = LOUDNESS[group] / math.sqrt(len(named))
            for trait in named:
                at = place.get(key(trait.name))
                if at is not None:
                    columns.append(at)
                    values.append(loud * rarity[at])
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(found), len(place)))
