"""How the rules read: letters made even, cues searched, words cut short enough to quote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coaching.judge import Verdict
from coaching.judge.reasons import BORDERS, Rule
from coaching.judge.rules.typed import Typed, is_chinese

THRESHOLD = 0.6
MOST_WORDS = 8
MOST_HANZI = 16
MOST_QUOTES = 3

_PAUSES = ",，;；"
_TRIMMED = " \t\n,.;:!?，。；：！？、\"'“”()（）"
_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[^\s\u3400-\u4dbf\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern that speaks for a rule, with its strength 0..1.

    In the pattern a space stands for any run of blanks (" ?" for none as well) and `<NAME>` for a
    list of the lexicon; a named group is what will be quoted, else all that matched.
    """

    rule: Rule
    strength: float
    pattern: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found: its rule and strength, and where its words stand."""

    rule: Rule
    strength: float
    start: int
    end: int

    @property
    def label(self) -> str:
        """The label its rule gives."""
        return BORDERS[self.rule].label


class Lexicon:
    """Turns patterns with named lists into compiled ones; `letters` puts word borders around."""

    def __init__(self, lists: Mapping[str, str], *, letters: bool) -> None:
        self._lists = dict(lists)
        self._letters = letters

    def expand(self, pattern: str) -> str:
        """The pattern with every `<NAME>` replaced, lists within lists too."""
        while (expanded := _NAMED.sub(self._list, pattern)) != pattern:
            pattern = expanded
        return pattern

    def compile(self, pattern: str) -> re.Pattern[str]:
        """The compiled pattern, to be searched in an `even` text."""
        source = self.expand(pattern).replace(" ?", r"\s*").replace(" ", r"\s+")
        if self._letters:
            return re.compile(rf"(?<!\w)(?:{source})(?!\w)")
        # ASCII makes \b a border between a Latin letter and a Chinese character.
        return re.compile(source, re.ASCII)

    def _list(self, found: re.Match[str]) -> str:
        return f"(?:{self._lists[found[1]]})"


_NAMED = re.compile(r"<([A-Z_0-9]+)>")


def happened(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """The cues of an aim as cues of an outcome: what was hoped for has been agreed."""
    return tuple(Cue(_HAPPENED[cue.rule], cue.strength, cue.pattern) for cue in cues)


_HAPPENED: dict[Rule, Rule] = {
    "objective.customer_acts": "outcome.customer_acts",
    "objective.new_person": "outcome.new_person",
    "objective.hands_over": "outcome.hands_over",
}


class Cues:
    """A table of cues, compiled at its first use: who never reads Chinese does not pay for it."""

    def __init__(self, lexicon: Lexicon, cues: Iterable[Cue]) -> None:
        self._lexicon = lexicon
        self._table = tuple(cues)
        self._compiled: tuple[tuple[Cue, re.Pattern[str]], ...] = ()

    def hits(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """All finds of every cue between two places of an `even` text, the strongest first."""
        if not self._compiled:
            self._compiled = tuple((cue, self._lexicon.compile(cue.pattern)) for cue in self._table)
        stop = len(text) if end is None else end
        found = [
            Hit(cue.rule, cue.strength, *_quotable(match))
            for cue, pattern in self._compiled
            for match in pattern.finditer(text, start, stop)
        ]
        return sorted(found, key=lambda hit: -hit.strength)


def _quotable(match: re.Match[str]) -> tuple[int, int]:
    """Where the words to quote stand: a named group that took part, else the whole match."""
    for name in match.re.groupindex:
        if match[name]:
            return match.span(name)
    return match.span()


def quote(typed: Typed, start: int, end: int) -> str:
    """The rep's own letters behind a stretch of the even text, cut to what can be quoted."""
    start, end = typed.place(start, end)
    text = typed.text
    most = MOST_HANZI if is_chinese(text[start:end]) else MOST_WORDS
    words = list(_WORD.finditer(text, start, end))
    if len(words) > most:
        end = words[most - 1].end()
        pauses = [text.rfind(mark, words[1].start(), end) for mark in _PAUSES]
        end = max(pauses) if max(pauses) > 0 else end
    return text[start:end].strip(_TRIMMED)


def verdict(
    typed: Typed, hits: Iterable[Hit], rule: Rule, confidence: float, *, second: str = ""
) -> Verdict:
    """A verdict by that rule; the hits that speak for its label lend their words.

    Where a border decided that has no cue of its own, the hits given lend theirs.
    """
    border = BORDERS[rule]
    found = list(hits)
    ours = [hit for hit in found if hit.label == border.label] or found
    ours.sort(key=lambda hit: (hit.rule != rule, -hit.strength))
    quoted: list[Hit] = []
    for hit in ours:
        if (
            len(quoted) < MOST_QUOTES
            and clear_of([hit], quoted)
            and quote(typed, hit.start, hit.end)
        ):
            quoted.append(hit)
    sure = confidence >= THRESHOLD
    return Verdict(
        kind=border.kind,
        label=border.label,
        confidence=round(confidence, 2),
        sure=sure,
        words=tuple(quote(typed, hit.start, hit.end) for hit in quoted),
        rule=rule,
        second="" if sure else second,
    )


def clear_of(hits: Iterable[Hit], others: Iterable[Hit]) -> list[Hit]:
    """The hits that share no letter with any of the others."""
    taken = [(other.start, other.end) for other in others]
    return [
        hit for hit in hits if not any(hit.start < end and start < hit.end for start, end in taken)
    ]
