"""A learned model: what each trait speaks for, in one byte a label.

A model is data. Traits are known by the CRC-32 of their names, sorted, so that a table of some
ten thousand rows is a few hundred kilobytes, is loaded without being parsed, and tells an unknown
trait from a known one.
"""

from __future__ import annotations

import json
import math
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import NamedTuple

from coaching.judge import Kind
from coaching.judge.learned.traits import LOUDNESS, Group, Trait

_MAGIC = b"advance judge 1\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What a model is besides its table: `scale` is the worth of one unit of a weight.

    `steepness` turns margins into probabilities; `votes` are what the rules' own reading adds to
    its label, where it is firm and where it is faint; `sure_from` is the confidence from which a
    verdict is sure. All were chosen on texts the model had not been trained on.
    """

    kind: Kind
    language: str
    labels: tuple[str, ...]
    scale: float
    bias: tuple[float, ...]
    steepness: float
    votes: tuple[float, float]
    sure_from: float
    trained_on: int


@dataclass(frozen=True, slots=True)
class Model:
    """A table of traits (`keys`, sorted) and one row of weights (-127..127) per trait.

    `added` is what a company's own examples add to it, trait by trait, in the same unit.
    """

    shape: Shape
    keys: array[int]
    rows: array[int]
    added: Mapping[int, Sequence[float]] = field(default_factory=dict)

    def row(self, key: int) -> Sequence[float]:
        """What a trait speaks for, label by label; empty where the trait is unknown."""
        at = bisect_left(self.keys, key)
        width = len(self.shape.labels)
        known: Sequence[float] = ()
        if at < len(self.keys) and self.keys[at] == key:
            known = self.rows[at * width : (at + 1) * width]
        if not self.added or key not in self.added:
            return known
        added = self.added[key]
        return [a + b for a, b in zip(known, added, strict=True)] if known else added


@dataclass(frozen=True, slots=True)
class Voice:
    """What one trait said: its place, and what it adds to the margin of each label."""

    start: int
    end: int
    adds: tuple[float, ...]


def key(name: str) -> int:
    """The number a trait is known by."""
    return zlib.crc32(name.encode())


def voices(model: Model, found: Mapping[Group, Sequence[Trait]]) -> list[Voice]:
    """What the known traits of a text say."""
    said: list[Voice] = []
    for group, traits in found.items():
        loud = model.shape.scale * LOUDNESS[group] / math.sqrt(len(traits))
        said.extend(
            Voice(trait.start, trait.end, tuple([loud * one for one in row]))
            for trait in traits
            if (row := model.row(key(trait.name)))
        )
    return said


def margins(model: Model, said: Iterable[Voice]) -> tuple[float, ...]:
    """How much speaks for each label."""
    total = list(model.shape.bias)
    for voice in said:
        for at, one in enumerate(voice.adds):
            total[at] += one
    return tuple(total)


class Vote(NamedTuple):
    """What the rules read a text as, and whether they are firm in it."""

    label: str
    firm: bool


def chances(shape: Shape, margin: Sequence[float], vote: Vote) -> tuple[float, ...]:
    """The probability of each label, as calibrated, the rules' vote included."""
    heard = [shape.steepness * one for one in margin]
    heard[shape.labels.index(vote.label)] += shape.votes[0 if vote.firm else 1]
    most = max(heard)
    raised = [math.exp(one - most) for one in heard]
    whole = sum(raised)
    return tuple(one / whole for one in raised)


def write(model: Model) -> bytes:
    """The model as a file: a line that says what it is, its shape as JSON, its table."""
    shape = json.dumps(asdict(model.shape), ensure_ascii=True, sort_keys=True).encode()
    table = struct.pack(f"<{len(model.keys)}I", *model.keys) + model.rows.tobytes()
    return _MAGIC + shape + b"\n" + zlib.compress(table, 9)


def read(data: bytes) -> Model:
    """The model in a file that `write` made; raises `ValueError` for any other."""
    if not data.startswith(_MAGIC):
        raise ValueError("is no model of this judge")
    head, _, packed = data[len(_MAGIC) :].partition(b"\n")
    try:
        told = json.loads(head)
        shape = Shape(**(told | {name: tuple(told[name]) for name in ("labels", "bias", "votes")}))
        table = zlib.decompress(packed)
    except (ValueError, TypeError, KeyError, zlib.error) as bad:
        raise ValueError("is no model of this judge: damaged") from bad
    count, over = divmod(len(table), 4 + len(shape.labels))
    if over:
        raise ValueError("is no model of this judge: damaged")
    keys = array("I", struct.unpack_from(f"<{count}I", table))
    return Model(shape, keys, array("b", table[4 * count :]))
