"""The judge that comes with the product: its models read from beside the code."""

from __future__ import annotations

from importlib.resources import files

from coaching.judge import LABELS, Kind
from coaching.judge.learned.judge import LearnedJudge, Tongue
from coaching.judge.learned.model import Model, read
from coaching.judge.rules import RuleJudge

TONGUES: tuple[Tongue, ...] = ("en", "zh")


def models() -> dict[tuple[Kind, Tongue], Model]:
    """Every model that comes with the product."""
    folder = files("coaching.judge.learned") / "models"
    return {
        (kind, tongue): read((folder / tongue / f"{kind}.judge").read_bytes())
        for tongue in TONGUES
        for kind in LABELS
    }


def learned() -> LearnedJudge:
    """The judge as it comes with the product."""
    return LearnedJudge(models(), RuleJudge())
