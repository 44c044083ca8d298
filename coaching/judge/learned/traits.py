"""What the learned judge sees of a text: its traits, each with the letters it stands on.

Traits come in groups, and each group speaks equally loudly whatever the length of the text:

    words    one word (in Chinese: one character), and two in a row
    gaps     two words with one or two others between, how the text begins, and what stands under
             an "if", a "when" or a "not"
    letters  pieces of three to five letters, so that a slip of the finger is no new word
    form     length, question mark, whether a problem is on the table; for a statement, what it
             shares with the need that was voiced
    need     the words of the need that was voiced (statements only)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from coaching.judge import Kind
from coaching.judge.rules.topics import Topics
from coaching.judge.rules.typed import Typed

Group = Literal["words", "gaps", "letters", "form", "need"]

# A group's loudness against the others, chosen by trying on texts of hands not trained on.
LOUDNESS: Mapping[Group, float] = {
    "words": 1.0,
    "gaps": 0.7,
    "letters": 0.7,
    "form": 0.4,
    "need": 0.7,
}

_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d[\d.,:]*%?|[?$€£%!,.;:¥]|[\u3400-\u9fff]")
_PAUSES = frozenset(",.;?!")
_NOT = frozenset(("not", "no", "never", "without", "none", "nobody", "nothing"))
_UNDER = frozenset(
    ("if", "when", "once", "unless", "until", "before", "suppose", "imagine", "after")
)
_REACH = 7  # words that stand under an "if" or a "not" at most
_RUN = 2
_GAPS = (2, 3)
_BEGINNING = 4
_PIECES = (3, 4, 5)
_SHORTEST = 3  # letters of a word that is cut into pieces
_LONGEST_READ = 400  # tokens; what is beyond is not looked at
_MOST_SHARED, _MOST_IN_COMMON = 3, 5


class Trait(NamedTuple):
    """A trait and where it stands in the even text (0, 0 where it stands nowhere)."""

    name: str
    start: int = 0
    end: int = 0


class Token(NamedTuple):
    """A word, number, mark or Chinese character of an even text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the text: a problem on the table, a need and what kind of need."""

    problem: bool = False
    need: Typed | None = None
    voiced: str = ""


NO_CONTEXT = Context()
_TOPICS = Topics()


def traits(kind: Kind, typed: Typed, context: Context = NO_CONTEXT) -> dict[Group, list[Trait]]:
    """The traits of a text by group; one that stands in several places has its first."""
    tokens = tokens_of(typed.even)
    framed = [Token("^", 0, 0), *tokens, Token("$", 0, 0)]
    found: dict[Group, list[Trait]] = {
        "words": _first(_runs(framed)),
        "gaps": _first([*_gaps(framed), *_beginnings(framed), *_under(tokens)]),
        "letters": _first(_pieces(tokens)),
        "form": [Trait(f"={name}") for name in _form(kind, typed, tokens, context)],
    }
    if kind == "statement":
        found["need"] = [Trait(f"n:{name}") for name in _need(context)]
    return {group: named for group, named in found.items() if named}


def tokens_of(even: str) -> list[Token]:
    """The tokens of an even text; every number is the same token."""
    found = []
    for match in _TOKEN.finditer(even):
        word = match[0]
        found.append(Token("#" if word[0].isdigit() else word, match.start(), match.end()))
        if len(found) == _LONGEST_READ:
            break
    return found


def _first(named: Iterable[Trait]) -> list[Trait]:
    seen: dict[str, Trait] = {}
    for trait in named:
        seen.setdefault(trait.name, trait)
    return list(seen.values())


def _spanned(name: str, tokens: Sequence[Token]) -> Trait:
    """The trait with the place of its tokens; the frame around a text has no place."""
    first = tokens[0] if tokens[0].end else tokens[min(1, len(tokens) - 1)]
    last = tokens[-1] if tokens[-1].end else tokens[max(-2, -len(tokens))]
    return Trait(name, first.start, last.end)


def _runs(framed: Sequence[Token]) -> Iterator[Trait]:
    for at in range(len(framed)):
        for end in range(at + 1, min(at + _RUN, len(framed)) + 1):
            run = framed[at:end]
            yield _spanned(" ".join([token.word for token in run]), run)


def _gaps(framed: Sequence[Token]) -> Iterator[Trait]:
    for at, token in enumerate(framed):
        for gap in _GAPS:
            if at + gap < len(framed):
                other = framed[at + gap]
                yield _spanned(f"{token.word} _ {other.word}", (token, other))


def _beginnings(framed: Sequence[Token]) -> Iterator[Trait]:
    for end in range(2, min(_BEGINNING + 1, len(framed) - 1) + 1):
        start = framed[1:end]
        yield _spanned("^ " + " ".join([token.word for token in start]), start)


def _under(tokens: Sequence[Token]) -> Iterator[Trait]:
    """Each word with the "if", "when" or "not" it stands under, up to the next pause."""
    over, reach = "", 0
    for token in tokens:
        if token.word in _PAUSES:
            over = ""
        if over and reach < _REACH:
            yield Trait(f"{over}: {token.word}", token.start, token.end)
            reach += 1
        if token.word in _NOT or token.word.endswith("n't"):
            over, reach = "not", 0
        elif token.word in _UNDER:
            over, reach = token.word, 0


def _pieces(tokens: Sequence[Token]) -> Iterator[Trait]:
    for word, start, end in tokens:
        if len(word) >= _SHORTEST and word.isascii() and word.isalpha():
            framed = f"<{word}>"
            for size in _PIECES:
                for at in range(len(framed) - size + 1):
                    yield Trait(f"~{framed[at : at + size]}", start, end)


def _form(kind: Kind, typed: Typed, tokens: Sequence[Token], context: Context) -> Iterator[str]:
    yield "asked" if "?" in typed.even else "unasked"
    yield f"length {len(tokens).bit_length()}"
    if kind == "question":
        yield "problem" if context.problem else "no problem"
    if kind == "statement" and context.need is not None:
        shared = min(_TOPICS.shared(typed.even, context.need.even), _MOST_SHARED)
        common = min(
            len(_content(tokens) & _content(tokens_of(context.need.even))), _MOST_IN_COMMON
        )
        yield f"voiced {context.voiced}"
        yield f"shared {shared}"
        yield f"voiced {context.voiced} shared {shared}"
        yield f"voiced {context.voiced} common {common}"


def _content(tokens: Iterable[Token]) -> set[str]:
    """The words that may carry meaning: Chinese characters, and words of four letters or more."""
    return {word for word, *_ in tokens if len(word) > _SHORTEST or not word.isascii()}


def _need(context: Context) -> Iterator[str]:
    if context.need is None:
        yield "none"
        return
    tokens = tokens_of(context.need.even)
    for at, token in enumerate(tokens):
        yield token.word
        if at:
            yield f"{tokens[at - 1].word} {token.word}"
