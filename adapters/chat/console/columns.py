"""Text in columns: how wide characters are, and where a line may break, Chinese included."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from adapters.ports import Run

# What must not begin a line stays with what comes before it.
_TOKEN = re.compile(
    r"\n|[^\S\n]+|[^\s\u2e80-\uffdf]+[、。，．：；！？）】》”’…]*|\S[、。，．：；！？）】》”’…]*"
)
_BOLD, _ITALIC, _FAINT, _PLAIN = "\x1b[1m", "\x1b[3m", "\x1b[2m", "\x1b[0m"


def width(text: str) -> int:
    """How many columns a text takes."""
    return sum(map(_columns, text))


def wrapped(runs: Iterable[Run], columns: int, *, colour: bool, faint: bool = False) -> list[str]:
    """Runs as lines of at most so many columns (longer only for a word without a break)."""
    lines: list[list[Run]] = [[]]
    used = 0
    for token in _tokens(runs):
        if token.text == "\n" or (used and used + width(token.text.rstrip()) > columns):
            lines.append([])
            used = 0
        if not token.text.isspace() or (used and token.text != "\n"):
            lines[-1].append(token)
            used += width(token.text)
    return [_drawn(line, colour=colour, faint=faint) for line in lines]


def _tokens(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        for token in _TOKEN.findall(run.text):
            yield Run(text=token, strong=run.strong, emphasis=run.emphasis)


def _drawn(line: Iterable[Run], *, colour: bool, faint: bool) -> str:
    told = []
    kept = list(line)
    while kept and kept[-1].text.isspace():
        kept.pop()
    for style, runs in groupby(kept, key=lambda run: (run.strong, run.emphasis)):
        text = "".join(run.text for run in runs)
        strong, emphasis = style
        marks = (strong, _BOLD), (emphasis, _ITALIC), (faint, _FAINT)
        codes = "".join(code for wanted, code in marks if wanted and colour)
        told.append(f"{codes}{text}{_PLAIN}" if codes else text)
    return "".join(told)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
