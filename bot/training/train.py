"""Trains every model: `python -m bot.training` writes them where the product reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.corpus import TONGUES, Example, Tongue, examples
from bot.training.calibrate import calibrated, unseen
from bot.training.fit import Found, fit
from bot.training.measures import Answer, macro_f1
from coaching.judge import LABELS, Kind
from coaching.judge.learned.judge import Models, voiced, vote
from coaching.judge.learned.model import Model, Vote, chances, margins, voices, write
from coaching.judge.learned.traits import Context, traits
from coaching.judge.rules import RuleJudge
from coaching.judge.rules.typed import typed

# A statement is held against the need that was voiced, so needs are learned first.
ORDER: tuple[Kind, ...] = ("need", *(kind for kind in LABELS if kind != "need"))


_STRETCH = 20  # texts that stay together in a learning curve


def trained(kind: Kind, tongue: Tongue, needs: Model | None = None) -> Model:
    """The calibrated model of a kind in a language; `needs` reads what statements answer."""
    told, found = _told(kind, tongue, needs)
    labels = [text.label for text in told]
    reads = unseen(kind, tongue, found, told, _votes(kind, told))
    return calibrated(fit(kind, tongue, found, labels), reads)


def heldout(kind: Kind, tongue: Tongue) -> list[Answer]:
    """Every text of the corpus as read by a model that never saw its hand, calibrated on all."""
    told, found = _told(kind, tongue, _needs(kind, tongue))
    labels = [text.label for text in told]
    reads = unseen(kind, tongue, found, told, _votes(kind, told))
    shape = calibrated(fit(kind, tongue, found, labels), reads).shape
    answers = []
    for read in reads:
        chance = chances(shape, read.margin, read.vote)
        best = max(chance)
        label = shape.labels[chance.index(best)]
        answers.append(Answer(read.label, label, best, best >= shape.sure_from))
    return answers


def curve(kind: Kind, tongue: Tongue) -> list[tuple[int, float]]:
    """The macro-F1 on unseen hands by how many texts were trained on: a quarter, a half, all."""
    told, found = _told(kind, tongue, _needs(kind, tongue))
    points = []
    for every in (8, 4, 2, 1):
        # Whole stretches, for minimal pairs stand together.
        kept = [at for at in range(len(told)) if at // _STRETCH % every == 0]
        reads: list[Answer] = []
        for hand in sorted({text.hand for text in told}):
            known = [at for at in kept if told[at].hand != hand]
            model = fit(kind, tongue, [found[at] for at in known], [told[at].label for at in known])
            reads += [
                Answer(text.label, _likeliest(model, found[at]))
                for at, text in enumerate(told)
                if text.hand == hand
            ]
        points.append((len(kept), macro_f1(reads)))
    return points


def _likeliest(model: Model, found: Found) -> str:
    margin = margins(model, voices(model, found))
    return model.shape.labels[margin.index(max(margin))]


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


def _needs(kind: Kind, tongue: Tongue) -> Model | None:
    return trained("need", tongue) if kind == "statement" else None


def _told(
    kind: Kind, tongue: Tongue, needs: Model | None
) -> tuple[tuple[Example, ...], list[Found]]:
    told = examples(kind, tongue)
    return told, [_found(kind, text.text, text.problem, text.need, needs) for text in told]


def _votes(kind: Kind, told: Sequence[Example]) -> list[Vote]:
    rules = RuleJudge()
    return [vote(rules.read(kind, one.text, problem=one.problem, need=one.need)) for one in told]


def _found(kind: Kind, text: str, problem: str, need: str, needs: Model | None) -> Found:
    if kind == "question":
        return traits(kind, typed(text), Context(problem=bool(problem.strip())))
    if kind != "statement" or not need.strip() or needs is None:
        return traits(kind, typed(text))
    heard = typed(need)
    return traits(kind, typed(text), Context(need=heard, voiced=voiced(needs, heard)))
