"""The judge: its models read from beside the code, a company's own examples on top."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from coaching.errors import BadInput
from coaching.judge import LABELS, Judge, Kind
from coaching.judge.gaps import objective_gaps
from coaching.judge.learned.judge import LearnedJudge, Told, Tongue
from coaching.judge.learned.model import Model, read
from coaching.judge.learned.traits import tokens_of
from coaching.judge.rules import RuleJudge
from coaching.judge.rules.typed import typed

TONGUES: tuple[Tongue, ...] = ("en", "zh")
TEXT_LIMIT = 4000
EXAMPLE_LIMIT = 10_000
_FIRST_TEXTS = ("how often does it stop", "多久停一次")
_KINDS: dict[object, Kind] = {kind: kind for kind in LABELS}
_READ = ("text", "problem", "need")
# The corpus says of its texts how they were said and in which trade; that changes no verdict.
_FIELDS = ("kind", "text", "label", "problem", "need", "register", "field")


class Seen(NamedTuple):
    """What the judge's models see of an example; where two are seen alike, one label is right."""

    kind: Kind
    words: tuple[str, ...]
    problem: bool
    need: tuple[str, ...]


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


def warm(judge: Judge) -> None:
    """Have it read a text of each kind in each language: much is compiled at first use.

    That takes hundreds of milliseconds, in which a server at work would answer nobody.
    """
    for words in _FIRST_TEXTS:
        for kind in LABELS:
            judge.read(kind, words)
        objective_gaps(words, judge.read("objective", words))


def told(file: Path) -> tuple[Told, ...]:
    """A company's examples, one JSON object a line; raises `BadInput` naming line and field."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as bad:
        raise BadInput("judge.examples", f"{file} cannot be read: {bad}") from bad
    return parsed(text, "judge.examples")


def parsed(text: str, name: str) -> tuple[Told, ...]:
    """The examples in a file's text; raises `BadInput`, where `name` stands for the file."""
    rows = dict(_rows(text, name))
    if len(rows) > EXAMPLE_LIMIT:
        raise BadInput(name, f"has {len(rows)} examples; at most {EXAMPLE_LIMIT} are allowed")
    _contradicting(rows, name)
    return tuple(rows.values())


def seen(one: Told) -> Seen:
    """What the models see: words and marks of the even texts, any number being the same one."""
    return Seen(
        kind=one.kind,
        words=_tokens(one.text),
        problem=one.kind == "question" and bool(one.problem.strip()),
        need=_tokens(one.need) if one.kind == "statement" else (),
    )


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokens_of(typed(text).even))


def _rows(text: str, name: str) -> Iterator[tuple[int, Told]]:
    # Not splitlines: a text may hold characters that only it takes for the end of a line.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, _row(line, f"{name}, line {number}: ")


def _row(line: str, where: str) -> Told:
    row = _fields(line, where)
    kind = _KINDS.get(row["kind"])
    if kind is None:
        raise BadInput(f"{where}kind", f"is none of {', '.join(LABELS)}")
    if row["label"] not in LABELS[kind]:
        raise BadInput(f"{where}label", f"is none of {', '.join(LABELS[kind])}")
    if not row["text"].strip():
        raise BadInput(f"{where}text", f"is empty; 1 to {TEXT_LIMIT} characters are wanted")
    return Told(kind=kind, label=row["label"], **{name: row[name] for name in _READ})


def _fields(line: str, where: str) -> dict[str, str]:
    """Every field of an example, empty where it is missing or null."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as bad:
        raise BadInput(f"{where}row", f"is not JSON: {bad}") from bad
    if not isinstance(row, dict):
        raise BadInput(f"{where}row", "is no JSON object with kind, text and label")
    for name in row:
        if name not in _FIELDS:
            known = ", ".join(_FIELDS)
            raise BadInput(f"{where}{name[:40]!r}", f"is no field of an example; there are {known}")
    return {name: _words(row.get(name), f"{where}{name}") for name in _FIELDS}


def _words(value: object, name: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(name, "is no text")
    if len(value) > TEXT_LIMIT:
        raise BadInput(name, f"has {len(value)} characters; at most {TEXT_LIMIT} are allowed")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise BadInput(name, "has half a character (a lone surrogate)")
    return value


def _contradicting(rows: dict[int, Told], name: str) -> None:
    """Raises `BadInput` where two examples that the models cannot tell apart have two labels."""
    lines: dict[Seen, int] = {}
    for number, one in rows.items():
        first = lines.setdefault(seen(one), number)
        if rows[first].label != one.label:
            raise BadInput(
                f"{name}, line {number}: label",
                f"{one.text.strip()[:60]!r} is {one.label} here and {rows[first].label} in line "
                f"{first}, and the judge sees no difference; choose one",
            )
