"""Labelled sets by others, to measure the judge with: never trained on, never copied.

A folder holds `questions objectives outcomes fab needs objections reviews.jsonl`, and in `typed/`
the same names again; rows have `text`, `lang` (en, zh) and `label`, questions `problem`, statements
`need` or a `note` with the need behind "context:". A file that is missing is left out, and so are
rows marked `doubtful` and texts with [placeholders].
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.corpus import Tongue
from coaching.errors import BadInput
from coaching.judge import LABELS, Kind

FILES: dict[Kind, str] = {
    "question": "questions",
    "objective": "objectives",
    "outcome": "outcomes",
    "statement": "fab",
    "need": "needs",
    "objection": "objections",
    "review": "reviews",
}
SOURCES = ("real", "typed")
_TONGUES: dict[str, Tongue] = {"en": "en", "zh": "zh", "zh-Hans": "zh"}
# Other trainers' names for objections. "True" ones are gaps that really are there; who resists
# change finds it not worth it (METHOD §8).
_OTHER_NAMES = {
    "capability_doubt": "capability",
    "true": "capability",
    "resistance_to_change": "value",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A text somebody else has labelled."""

    kind: Kind
    source: str
    tongue: Tongue
    text: str
    label: str
    problem: str = ""
    need: str = ""


def items(folder: Path) -> list[Item]:
    """Every item in a folder of sets; raises `BadInput` naming file and line of a bad row."""
    found = [
        item
        for kind, name in FILES.items()
        for source, place in zip(SOURCES, (folder, folder / "typed"), strict=True)
        if (place / f"{name}.jsonl").is_file()
        for item in _items(kind, source, place / f"{name}.jsonl")
    ]
    if not found:
        raise BadInput(
            str(folder), "holds no set: see bot/training/sets.py for what it should hold"
        )
    return found


def _items(kind: Kind, source: str, file: Path) -> Iterator[Item]:
    for number, line in enumerate(file.read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        row = _row(line, f"{file.name}, line {number}: ")
        label = _OTHER_NAMES.get(row["label"], row["label"])
        if row.get("doubtful") or "[" in row["text"]:
            continue
        if label not in LABELS[kind]:
            raise BadInput(
                f"{file.name}, line {number}: label", f"is none of {', '.join(LABELS[kind])}"
            )
        _, _, context = (row.get("note") or "").partition("context:")
        need = row.get("need") or (context.strip() if kind == "statement" else "")
        tongue = _TONGUES[row["lang"]]
        yield Item(kind, source, tongue, row["text"], label, row.get("problem") or "", need)


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as bad:
        raise BadInput(f"{where}row", f"is not JSON: {bad}") from bad
    if not isinstance(row, dict):
        raise BadInput(f"{where}row", "is no JSON object")
    for name in ("text", "lang", "label"):
        if not isinstance(row.get(name), str):
            raise BadInput(f"{where}{name}", "is missing or no text")
    if row["lang"] not in _TONGUES:
        raise BadInput(f"{where}lang", f"is none of {', '.join(_TONGUES)}")
    return row
