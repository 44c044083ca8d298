"""The marks of a template, `**strong**` and `*emphasis*`, and how foreign text is made harmless."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from adapters.ports import Run

# A blank travels through Fluent as one private-use character, so that no mark inside a value can
# be taken for one of the template's.
_FIRST_BLANK = 0xE000
_MOST_BLANKS = 0xF8FF - _FIRST_BLANK
_TOKEN = re.compile(r"(\*\*|\*|[\ue000-\uf8ff])")
# Characters that turn the direction of what follows, and so can disguise it.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINE_ENDS = re.compile(r"\r\n|[\r\u0085\u2028\u2029\v\f]")
_SPACES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a template: plain characters, or the number of the blank to fill in there."""

    text: str = ""
    blank: int | None = None
    strong: bool = False
    emphasis: bool = False


def blank(number: int) -> str:
    """The character that stands for a blank while Fluent works."""
    return chr(_FIRST_BLANK + min(number, _MOST_BLANKS))


def pieces(template: str) -> Iterator[Piece]:
    """The pieces of a filled template, in order; raises ValueError where a mark is left open."""
    strong = emphasis = False
    for part in filter(None, _TOKEN.split(template)):
        if part == "**":
            strong = not strong
        elif part == "*":
            emphasis = not emphasis
        elif _FIRST_BLANK <= ord(part[0]) <= _FIRST_BLANK + _MOST_BLANKS:
            yield Piece(blank=ord(part) - _FIRST_BLANK, strong=strong, emphasis=emphasis)
        else:
            yield Piece(text=part, strong=strong, emphasis=emphasis)
    if strong or emphasis:
        raise ValueError(template)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with neighbours of one style made one, and empty ones left out."""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out and (out[-1].strong, out[-1].emphasis) == (run.strong, run.emphasis):
            last = out.pop()
            out.append(Run(text=last.text + run.text, strong=run.strong, emphasis=run.emphasis))
        else:
            out.append(run)
    return tuple(out)


def harmless(foreign: str, *, one_line: bool) -> str:
    """Foreign text without control or direction-turning characters; `one_line` folds its lines."""
    lines = _LINE_ENDS.sub("\n", foreign)
    kept = "".join(character for character in lines if _is_kept(character))
    return _SPACES.sub(" ", kept).strip() if one_line else kept.strip("\n")


def stopless(words: str) -> str:
    """Words without one closing full stop, for between quotation marks; three are no full stop."""
    return words[:-1] if words.endswith((".", "。")) and not words.endswith("..") else words


def _is_kept(character: str) -> bool:
    if character in "\n\t":
        return True
    return character not in _TURNING and unicodedata.category(character) not in ("Cc", "Cs")
