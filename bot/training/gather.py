"""Gathers the words of like use: `python -m bot.training.gather LANGUAGE VECTORS FILE`.

Done once, for the files are part of the tree. VECTORS is GloVe as JSON (English) or a binary file
of word2vec (Chinese), the commonest words first: docs/decisions/0027-words-of-like-use.md.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from bot.training.kin import SIZE, Kin, kin_of, write

MOST = 20_000  # words
# What a text is cut into: a word, a mark, or one or two Chinese characters.
_WORDS = {
    "en": re.compile(r"[a-z]+(?:'[a-z]+)?|[?!,.;:]"),
    "zh": re.compile(r"[a-z]+|[\u3400-\u9fff]{1,2}"),
}


def main(arguments: Sequence[str]) -> None:
    """Read the vectors, keep the words and directions that matter most, write them."""
    language, source, target = arguments
    pairs = _glove(Path(source)) if source.endswith(".json") else _word2vec(Path(source))
    wanted = ((word, vector) for word, vector in pairs if _WORDS[language].fullmatch(word))
    Path(target).write_bytes(write(gathered(dict(islice(wanted, MOST)))))


def gathered(vectors: dict[str, Sequence[float]]) -> Kin:
    """The words by the directions in which they differ most, around their middle."""
    told = np.array(list(vectors.values()), dtype=np.float64)
    told = told - told.mean(axis=0)
    _, turned = np.linalg.eigh(told.T @ told)
    directions = turned[:, ::-1][:, :SIZE]  # eigh tells the least first
    return kin_of(dict(zip(vectors, (told @ directions).tolist(), strict=True)))


def _glove(file: Path) -> Iterator[tuple[str, Sequence[float]]]:
    """Words as a list, and for each its numbers (with two more behind them) by name."""
    told = json.loads(file.read_text(encoding="utf-8"))
    size = told["dimensions"]
    for word in told["words"]:
        yield word, told["vectors"][word][:size]


def _word2vec(file: Path) -> Iterator[tuple[str, Sequence[float]]]:
    """A line with count and size; then word, space and four bytes a number, again and again."""
    data = file.read_bytes()
    head, at = data.split(b"\n", 1)[0], data.index(b"\n") + 1
    count, size = map(int, head.split())
    for _ in range(count):
        space = data.index(b" ", at)
        word = data[at:space].strip().decode("utf-8", "ignore")
        at = space + 1 + 4 * size
        yield word, np.frombuffer(data, dtype="<f4", count=size, offset=space + 1).tolist()


if __name__ == "__main__":
    main(sys.argv[1:])
