"""Models made by hand: every weight is known, so every margin can be told beforehand."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from coaching.judge import LABELS, Kind
from coaching.judge.learned.judge import LearnedJudge, Tongue
from coaching.judge.learned.model import Model, Shape, key
from coaching.judge.rules import RuleJudge

RULES = RuleJudge()
TONGUES: tuple[Tongue, ...] = ("en", "zh")


def model(
    kind: Kind,
    weights: Mapping[str, Sequence[int]],
    bias: Sequence[float] = (),
    *,
    sure_from: float = 0.6,
    votes: tuple[float, float] = (0.0, 0.0),
) -> Model:
    """A model in which a weight of 100 is worth 1; a margin of ln 3 gives chances of 3 to 1."""
    named = sorted((key(name), row) for name, row in weights.items())
    return Model(
        Shape(
            kind=kind,
            language="en",
            labels=LABELS[kind],
            scale=0.01,
            bias=tuple(bias) or (0.0,) * len(LABELS[kind]),
            steepness=1.0,
            votes=votes,
            sure_from=sure_from,
            trained_on=0,
        ),
        array("I", [number for number, _ in named]),
        array("b", [weight for _, row in named for weight in row]),
    )


def judge(*models: Model) -> LearnedJudge:
    """A judge with these models in both languages, and empty ones for the other kinds."""
    given = {one.shape.kind: one for one in models}
    return LearnedJudge(
        {(kind, tongue): given.get(kind, model(kind, {})) for kind in LABELS for tongue in TONGUES},
        RULES,
    )


def leaning(kind: Kind, label: str, by: float = 5.0) -> Model:
    """A model that reads every text as one label."""
    return model(kind, {}, [by if one == label else 0.0 for one in LABELS[kind]])
