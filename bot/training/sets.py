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
    tongue: str
    text: str
    label: str
    problem: str = ""
    need: str = ""


def items(folder: Path) -> list[Item]:
    """Every item in a folder of sets."""
    return [
        item
        for kind, name in FILES.items()
        for source, place in zip(SOURCES, (folder, folder / "typed"), strict=True)
        if (place / f"{name}.jsonl").is_file()
        for item in _items(kind, source, place / f"{name}.jsonl")
    ]


def _items(kind: Kind, source: str, file: Path) -> Iterator[Item]:
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        label = _OTHER_NAMES.get(row["label"], row["label"])
        if row.get("doubtful") or "[" in row["text"] or label not in LABELS[kind]:
            continue
        _, _, context = (row.get("note") or "").partition("context:")
        need = row.get("need") or (context.strip() if kind == "statement" else "")
        yield Item(kind, source, row["lang"], row["text"], label, row.get("problem") or "", need)
