"""The judge: its models read from beside the code, a company's own examples on top."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from coaching.errors import BadInput
from coaching.judge import LABELS, Kind
from coaching.judge.learned.judge import LearnedJudge, Told, Tongue
from coaching.judge.learned.model import Model, read
from coaching.judge.rules import RuleJudge

TONGUES: tuple[Tongue, ...] = ("en", "zh")
TEXT_LIMIT = 4000
EXAMPLE_LIMIT = 10_000
_KINDS: dict[object, Kind] = {kind: kind for kind in LABELS}
_FIELDS = ("text", "problem", "need")


def models() -> dict[tuple[Kind, Tongue], Model]:
    """Every model that comes with the product."""
    folder = files("coaching.judge.learned") / "models"
    return {
        (kind, tongue): read((folder / tongue / f"{kind}.judge").read_bytes())
        for tongue in TONGUES
        for kind in LABELS
    }


@cache
def plain() -> LearnedJudge:
    """The judge as it comes with the product; read once, for it never changes."""
    return LearnedJudge(models(), RuleJudge())


def learned(examples: Path | None = None) -> LearnedJudge:
    """The judge, taught a company's examples where there are any.

    Raises `BadInput` for the first example that cannot be learned.
    """
    return plain().taught(told(examples)) if examples else plain()


def told(file: Path) -> tuple[Told, ...]:
    """A company's examples, one JSON object a line; raises `BadInput` naming line and field."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as bad:
        raise BadInput("judge.examples", f"{file} cannot be read: {bad}") from bad
    found = tuple(_rows(text))
    if len(found) > EXAMPLE_LIMIT:
        raise BadInput(
            "judge.examples", f"has {len(found)} examples; at most {EXAMPLE_LIMIT} are allowed"
        )
    _contradicting(found)
    return found


def _rows(text: str) -> Iterator[Told]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(line, f"judge.examples, line {number}: ")


def _row(line: str, where: str) -> Told:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as bad:
        raise BadInput(f"{where}row", f"is not JSON: {bad}") from bad
    if not isinstance(row, dict):
        raise BadInput(f"{where}row", "is no JSON object with kind, text and label")
    kind = _KINDS.get(row.get("kind")) if isinstance(row.get("kind"), str) else None
    if kind is None:
        raise BadInput(f"{where}kind", f"is none of {', '.join(LABELS)}")
    label = row.get("label")
    if label not in LABELS[kind]:
        raise BadInput(f"{where}label", f"is none of {', '.join(LABELS[kind])}")
    words = {name: _words(row.get(name) or "", f"{where}{name}") for name in _FIELDS}
    if not words["text"].strip():
        raise BadInput(f"{where}text", f"is empty; 1 to {TEXT_LIMIT} characters are wanted")
    return Told(kind=kind, label=label, **words)


def _words(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise BadInput(name, "is no text")
    if len(value) > TEXT_LIMIT:
        raise BadInput(name, f"has {len(value)} characters; at most {TEXT_LIMIT} are allowed")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadInput(name, "has half a character (a lone surrogate)")
    return value


def _contradicting(found: Sequence[Told]) -> None:
    """Raises `BadInput` where the same text in the same context has two labels."""
    labels: dict[tuple[str, ...], str] = {}
    for one in found:
        about = (one.kind, one.text.strip(), one.problem.strip(), one.need.strip())
        if labels.setdefault(about, one.label) != one.label:
            both = f"{labels[about]} and {one.label}"
            raise BadInput("judge.examples", f"{one.text.strip()[:60]!r} is {both}; choose one")
