"""Fits one model: a linear support vector machine on the traits, its weights in one byte each.

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
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from coaching.judge import LABELS, Kind
from coaching.judge.learned.model import Model, Shape, key
from coaching.judge.learned.traits import LOUDNESS, Group, Trait

Found = Mapping[Group, Sequence[Trait]]

FEWEST = 2  # texts in which a trait must occur
STRENGTH = 0.3  # of the fit against the weights' smallness
_MOST = 127


def fit(
    kind: Kind,
    language: str,
    found: Sequence[Found],
    labels: Sequence[str],
    strength: float = STRENGTH,
) -> Model:
    """The model that tells these texts' labels by their traits, not yet calibrated."""
    seen = Counter(key(trait.name) for text in found for named in text.values() for trait in named)
    keys = sorted(one for one, count in seen.items() if count >= FEWEST)
    place = {one: at for at, one in enumerate(keys)}
    rarity = np.array([math.log((1 + len(found)) / (1 + seen[one])) + 1 for one in keys])
    machine = LinearSVC(C=strength, random_state=0, max_iter=3000)
    machine.fit(_matrix(found, place, rarity), list(labels))
    names = tuple(LABELS[kind])
    coef, bias = _by_label(machine, names)
    weights = coef * rarity[:, None]
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
        array("I", [keys[at] for at in kept]),
        array("b", rows[kept].tobytes()),
    )


def _by_label(machine: Any, names: Sequence[str]) -> tuple[Any, Any]:  # noqa: ANN401 - untyped library
    """Weights (trait by label) and biases in the order of our labels."""
    coef, bias = machine.coef_, machine.intercept_
    if len(machine.classes_) == 2:  # noqa: PLR2004 - two classes have one row
        coef, bias = np.vstack([-coef[0], coef[0]]), np.array([-bias[0], bias[0]])
    order = [list(machine.classes_).index(name) for name in names]
    return coef[order].T, bias[order]


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
