"""Words of like use: what lets a word that no hand wrote speak as its neighbours do.

A vector for each of the commonest words of a language. They are needed to train, never to read:
what a direction weighs, every word weighs by its share in it, and that goes into the model's table.
Where they come from: `gather.py` and docs/decisions/0027-words-of-like-use.md.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from bot.corpus import Tongue
from coaching.judge.learned.model import key

SIZE = 64  # directions
UNIT = 200.0  # a vector has length 1, its parts are told in this many steps
_MAGIC = b"advance kin 1\n"
_MOST = 127


@dataclass(frozen=True, slots=True)
class Kin:
    """The keys of the words' traits, sorted, and a row for each: its vector in steps."""

    keys: array[int]
    rows: Any

    def __len__(self) -> int:
        return len(self.keys)


@cache
def kin(tongue: Tongue) -> Kin:
    """The words of like use of a language, as they come with the product's source."""
    return read((files("bot.training") / "words" / f"{tongue}.kin").read_bytes())


def trait_of(word: str) -> str:
    """The name of the trait that a word of one token, or of two Chinese characters, has."""
    return word if word.isascii() else " ".join(word)


def kin_of(vectors: Mapping[str, Iterable[float]]) -> Kin:
    """Words with their vectors, each of them made as long as the others."""
    named = sorted((key(trait_of(word)), list(vector)) for word, vector in vectors.items())
    told = np.array([vector for _, vector in named], dtype=np.float64)
    length = np.sqrt((told * told).sum(axis=1, keepdims=True))
    steps = np.clip(np.rint(told / np.where(length > 0, length, 1) * UNIT), -_MOST, _MOST)
    return Kin(array("I", [one for one, _ in named]), csr_matrix(steps))


def write(words: Kin) -> bytes:
    """The words as a file: a line that says what it is, then keys and steps, packed."""
    steps = words.rows.toarray().astype(np.int8).tobytes()
    return _MAGIC + zlib.compress(struct.pack(f"<{len(words)}I", *words.keys) + steps, 9)


def read(data: bytes) -> Kin:
    """The words in a file that `write` made; raises `ValueError` for any other."""
    if not data.startswith(_MAGIC):
        raise ValueError("holds no words of like use")
    table = zlib.decompress(data[len(_MAGIC) :])
    count = len(table) // (4 + SIZE)
    keys = array("I", struct.unpack_from(f"<{count}I", table))
    steps = np.frombuffer(table, dtype=np.int8, offset=4 * count).reshape(count, SIZE)
    return Kin(keys, csr_matrix(steps.astype(np.float64)))
