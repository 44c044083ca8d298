"""The corpus: rows of one form, labels of METHOD §14, nothing twice, no label given away."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

from coaching.judge import LABELS, Kind

CORPUS = Path(__file__).parents[3] / "coaching" / "judge" / "corpus"
FILES = sorted(CORPUS.glob("*/*.jsonl"))
KEYS = {
    "question": {"text", "label", "problem", "register", "field"},
    "statement": {"text", "label", "need", "register", "field"},
}
ALIKE = 0.8


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def kind(path: Path) -> Kind:
    found: Kind = path.stem.partition("-")[0]  # type: ignore[assignment]  # checked by LABELS
    return found


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_there_is_a_corpus_in_both_languages() -> None:
    assert {path.parent.name for path in FILES} == {"en", "zh"}


def test_rows_have_one_form(path: Path) -> None:
    keys = KEYS.get(kind(path), {"text", "label", "register", "field"})
    for row in rows(path):
        assert set(row) == keys, row
        assert row["label"] in LABELS[kind(path)], row
        assert row["register"] in {"textbook", "typed", "dictated"}, row
        assert row["text"] == row["text"].strip() != "", row


def test_labels_are_balanced(path: Path) -> None:
    counts = Counter(row["label"] for row in rows(path))
    mean = sum(counts.values()) / len(LABELS[kind(path)])
    assert {label: count for label, count in counts.items() if abs(count / mean - 1) > 0.2} == {}


def test_whether_a_problem_is_given_does_not_tell_the_label(path: Path) -> None:
    if kind(path) != "question":
        return
    given = defaultdict(list)
    for row in rows(path):
        given[row["label"]].append(bool(row["problem"]))
    shares = [sum(one) / len(one) for one in given.values()]
    assert max(shares) - min(shares) < 0.15


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("of", LABELS)
def test_nothing_is_in_it_twice_or_nearly(of: str, language: str) -> None:
    several = [path for path in FILES if path.parent.name == language and kind(path) == of]
    told = [(row["text"], row["label"]) for path in several for row in rows(path)]
    assert alike(told) == []


def alike(told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pairs of one label whose runs of four characters are nearly the same.

    Two texts of different labels may be as like as they please: that is what minimal pairs are.
    """
    grams = [_grams(text) for text, _ in told]
    by_gram: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(grams):
        for gram in own:
            by_gram[gram].append(number)
    found = []
    for number, own in enumerate(grams):
        shared = Counter(other for gram in own for other in by_gram[gram] if other < number)
        for other, count in shared.items():
            union = len(own) + len(grams[other]) - count
            if count / union > ALIKE and told[number][1] == told[other][1]:
                found.append((told[other][0], told[number][0]))
    return found


def _grams(text: str) -> set[str]:
    folded = re.sub(r"\W+", " ", text.casefold()).strip()
    return {folded[at : at + 4] for at in range(max(1, len(folded) - 3))}


def test_near_twins_are_found() -> None:
    told = [("how often does line 2 stop", "problem"), ("How often does line 2 stop?", "problem")]
    assert len(alike(told)) == 1
    assert alike([told[0], (told[1][0], "situation")]) == []
