"""What `advance judge` prints: one text, or a file with one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from coaching.advice import advice
from coaching.errors import BadInput
from coaching.feedback import reason, two_ways
from coaching.judge import Judge, Kind, Verdict
from coaching.judge.rules.typed import is_chinese
from coaching.messages import Text
from coaching.people import Language

TEXT_LIMIT = 4000


def judged(judge: Judge, kind: Kind, told: Mapping[str, object], where: str = "") -> Verdict:
    """The verdict on `text`, with `problem` and `need` where told; raises `BadInput`."""
    words = {
        name: _checked(told.get(name, ""), name, where) for name in ("text", "problem", "need")
    }
    if not words["text"].strip():
        raise BadInput(f"{where}text", "is empty; a text of 1 to 4000 characters is wanted")
    return judge.read(kind, words["text"], problem=words["problem"], need=words["need"])


def printed(verdict: Verdict, says: str) -> str:
    """A verdict for a person: what it is, how sure, which words decided, which rule, what next."""
    sure = "sure" if verdict.sure else f"not sure, perhaps {verdict.second}"
    lines = [f"{verdict.label} ({verdict.confidence:.2f}, {sure.removesuffix(', perhaps ')})"]
    lines += [f"  words: {' | '.join(verdict.words)}"] if verdict.words else []
    lines += [f"  rule: {verdict.rule}"] if verdict.rule else []
    return "\n".join([*lines, f"  {says}"])


def as_json(verdict: Verdict, says: str) -> str:
    """A verdict for a program, on one line; `says` is the coach's sentence about it."""
    return json.dumps(asdict(verdict) | {"says": says}, ensure_ascii=False)


def language_of(text: str) -> Language:
    """The language the coach answers a text in."""
    return "zh-Hans" if is_chinese(text) else "en"


def says(verdict: Verdict, *, large: bool, problem: str) -> Text:
    """What the coach says about a verdict: the reason and the next step, or its two readings."""
    if not verdict.sure and verdict.second:
        return two_ways(verdict)
    return advice(verdict, large=large, problem=problem.strip()) or reason(verdict)


def batch(judge: Judge, kind: Kind, lines: Iterable[str]) -> list[str]:
    """Each row with its `label`, `confidence` and `sure`; empty lines are left out.

    All or none: raises `BadInput` for the first bad row before there is anything to print.
    """
    rows = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            row = _row(line, f"line {number}: ")
            verdict = judged(judge, kind, row, f"line {number}: ")
            told = {
                "label": verdict.label,
                "confidence": verdict.confidence,
                "sure": verdict.sure,
            }
            rows.append(json.dumps(row | told, ensure_ascii=False))
    return rows


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
        json.dumps(row, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError as bad:
        raise BadInput(f"{where}row", "has half a character (a lone surrogate)") from bad
    except ValueError as bad:
        raise BadInput(f"{where}row", f"is not JSON: {bad}") from bad
    except RecursionError as bad:
        raise BadInput(f"{where}row", "is nested too deep") from bad
    if not isinstance(row, dict):
        raise BadInput(f"{where}row", "is no JSON object with a text")
    return row


def _checked(value: object, name: str, where: str) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadInput(f"{where}{name}", "is no text")
    if "\0" in value:
        raise BadInput(f"{where}{name}", "has a NUL character")
    if len(value) > TEXT_LIMIT:
        allowed = f"at most {TEXT_LIMIT} are allowed"
        raise BadInput(f"{where}{name}", f"has {len(value)} characters; {allowed}")
    return value
