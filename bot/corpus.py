"""Reads the corpus: examples written by several hands, one file a hand, kind and language."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from coaching.judge import Kind

Tongue = Literal["en", "zh"]
TONGUES: tuple[Tongue, ...] = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Example:
    """A text and what it is; `hand` says who wrote it, `problem` and `need` what was known."""

    text: str
    label: str
    hand: str = ""
    problem: str = ""
    need: str = ""


@cache
def examples(kind: Kind, tongue: Tongue) -> tuple[Example, ...]:
    """All examples of a kind in a language, by hand in alphabetical order."""
    folder = files("coaching.judge") / "corpus" / tongue
    found = sorted(
        (file for file in folder.iterdir() if file.name.startswith(f"{kind}-")),
        key=lambda file: file.name,
    )
    return tuple(
        example
        for file in found
        for example in _read(file.read_text(encoding="utf-8"), file.name[len(kind) + 1 : -6])
    )


def _read(text: str, hand: str) -> Iterable[Example]:
    for line in text.splitlines():
        row = json.loads(line)
        yield Example(row["text"], row["label"], hand, row.get("problem", ""), row.get("need", ""))
