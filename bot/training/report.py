"""How good the judge is: `python -m bot.training.report [FOLDER OF SETS]`.

Without a folder, every hand of the corpus is read by a judge trained without it; with one, the
judge as it comes with the product reads others' sets (`sets.py` says what a folder holds).
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from bot.corpus import TONGUES, Example, Tongue, examples
from bot.judges import plain
from bot.training.measures import (
    Answer,
    accuracy,
    calibration,
    confusion,
    error,
    interval,
    macro_f1,
    sure_ones,
)
from bot.training.peers import Keywords, Peer, nearest, tfidf
from bot.training.sets import SOURCES, Item, items
from bot.training.train import curve, heldout
from coaching.errors import BadInput
from coaching.judge import LABELS, Kind

_NO_CLASS = "no class has five items"


def main(arguments: Sequence[str]) -> int:
    """Print the report; 0 where it was made, 2 where the sets cannot be read."""
    try:
        lines = _on_sets(items(Path(arguments[0]))) if arguments else _on_own()
    except BadInput as bad:
        sys.stderr.write(f"{bad}\n")
        return 2
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return 0


# ---- on others' sets -----------------------------------------------------------------------------


def _on_sets(found: Sequence[Item]) -> Iterator[str]:
    read = [(item, _read(item)) for item in sorted(found, key=_part)]
    peers = {
        (kind, tongue): _peers(examples(kind, tongue))
        for kind in LABELS
        for tongue in TONGUES
        if any(item.kind == kind and item.tongue == tongue for item in found)
    }
    for (kind, source, tongue), group in groupby(read, lambda one: _part(one[0])):
        part = list(group)
        answers = [answer for _, answer in part]
        yield from _measured(f"{kind} {source} {tongue}", answers, LABELS[kind])
        texts = [item.text for item, _ in part]
        for name, peer in peers[kind, tongue].items():
            told = [
                Answer(item.label, label)
                for (item, _), label in zip(part, peer.predict(texts), strict=True)
            ]
            yield f"    beside it, {name}: accuracy {accuracy(told):.3f}, {_f1(told)}"
    yield from _pooled(read)


def _pooled(read: Sequence[tuple[Item, Answer]]) -> Iterator[str]:
    yield ""
    yield "When sure, pooled by kind (real and typed, both languages)"
    for kind in LABELS:
        for source in (*SOURCES, "all"):
            pooled = [
                answer
                for item, answer in read
                if item.kind == kind and source in {"all", item.source}
            ]
            if pooled:
                coverage, precision = sure_ones(pooled)
                yield (
                    f"  {kind + ' ' + source:18} {len(pooled):4} texts  {_f1(pooled)}"
                    f"  coverage {coverage:.2f}  precision {precision:.3f}"
                )


def _part(item: Item) -> tuple[Kind, str, Tongue]:
    return item.kind, item.source, item.tongue


def _read(item: Item) -> Answer:
    verdict = plain().read(item.kind, item.text, problem=item.problem, need=item.need)
    return Answer(item.label, verdict.label, verdict.confidence, verdict.sure)


# ---- on the corpus, hand by hand -----------------------------------------------------------------


def _on_own() -> Iterator[str]:
    for tongue in TONGUES:
        for kind in LABELS:
            yield from _measured(
                f"{kind} {tongue}, unseen hands", heldout(kind, tongue), LABELS[kind]
            )
            yield from _peers_unseen(kind, tongue)
            points = ", ".join(f"{count}: {f1:.3f}" for count, f1 in curve(kind, tongue))
            yield f"    learning curve, texts: macro-F1 on unseen hands: {points}"


def _peers_unseen(kind: Kind, tongue: Tongue) -> Iterator[str]:
    told = examples(kind, tongue)
    answers: dict[str, list[Answer]] = {}
    for hand in sorted({one.hand for one in told}):
        known = [one for one in told if one.hand != hand]
        unseen = [one for one in told if one.hand == hand]
        for name, peer in _peers(known).items():
            labels = peer.predict([one.text for one in unseen])
            answers.setdefault(name, []).extend(
                Answer(one.label, label) for one, label in zip(unseen, labels, strict=True)
            )
    for name, read in answers.items():
        yield f"    beside it, {name}: accuracy {accuracy(read):.3f}, macro-F1 {macro_f1(read):.3f}"


# ---- both ----------------------------------------------------------------------------------------


def _peers(told: Sequence[Example]) -> dict[str, Peer]:
    return {
        "keywords": Keywords(told),
        "TF-IDF with logistic regression": tfidf(told),
        "nearest neighbour": nearest(told),
    }


def _measured(name: str, answers: Sequence[Answer], labels: Sequence[str]) -> Iterator[str]:
    coverage, precision = sure_ones(answers)
    yield ""
    yield f"{name}: {len(answers)} texts"
    yield f"    accuracy {accuracy(answers):.3f}, {_f1(answers)}"
    yield f"    sure {coverage:.2f} of them, {precision:.3f} of those right"
    yield from (f"    {line}" for line in confusion(answers, labels))
    steps = ", ".join(
        f"{step}: {count} texts, said {mean:.2f}, right {right:.2f}"
        for step, count, mean, right in calibration(answers)
    )
    yield f"    calibration (error {error(answers):.3f}): {steps}"


def _f1(answers: Sequence[Answer]) -> str:
    measured = macro_f1(answers)
    if math.isnan(measured):
        return _NO_CLASS
    low, high = interval(answers, macro_f1)
    return f"macro-F1 {measured:.3f} ({low:.2f}-{high:.2f})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
