"""Trains every model: `python -m bot.training` writes them where the product reads them."""

from __future__ import annotations

from pathlib import Path

from bot.training.calibrate import calibrated, unseen
from bot.training.corpus import TONGUES, Tongue, examples
from bot.training.fit import Found, fit
from coaching.judge import LABELS, Kind
from coaching.judge.learned.judge import Models
from coaching.judge.learned.model import Model, margins, voices, write
from coaching.judge.learned.traits import NO_CONTEXT, Context, traits
from coaching.judge.rules.typed import typed

# A statement is held against the need that was voiced, so needs are learned first.
ORDER: tuple[Kind, ...] = ("need", *(kind for kind in LABELS if kind != "need"))


def trained(kind: Kind, tongue: Tongue, needs: Model | None = None) -> Model:
    """The calibrated model of a kind in a language; `needs` reads what statements answer."""
    told = examples(kind, tongue)
    found = [_found(kind, text.text, text.problem, text.need, needs) for text in told]
    labels = [text.label for text in told]
    reads = unseen(kind, tongue, found, labels, [text.hand for text in told])
    return calibrated(fit(kind, tongue, found, labels), reads)


def all_trained() -> Models:
    """Every model of every language."""
    models: dict[tuple[Kind, Tongue], Model] = {}
    for tongue in TONGUES:
        for kind in ORDER:
            models[kind, tongue] = trained(kind, tongue, models.get(("need", tongue)))
    return models


def written(models: Models, folder: Path) -> None:
    """Writes the models as `<language>/<kind>.judge` below a folder."""
    for (kind, tongue), model in models.items():
        place = folder / tongue
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{kind}.judge").write_bytes(write(model))


def _found(kind: Kind, text: str, problem: str, need: str, needs: Model | None) -> Found:
    if kind == "question":
        return traits(kind, typed(text), Context(problem=bool(problem.strip())))
    if kind != "statement" or not need.strip() or needs is None:
        return traits(kind, typed(text))
    heard = typed(need)
    margin = margins(needs, voices(needs, traits("need", heard, NO_CONTEXT)))
    voiced = needs.shape.labels[margin.index(max(margin))]
    return traits(kind, typed(text), Context(need=heard, voiced=voiced))
