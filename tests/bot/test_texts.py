"""The files of words: all languages say the same things, and every key is in use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

from bot import words
from coaching.messages import text
from coaching.people import LANGUAGES, Language

ROOT = Path(__file__).parents[2]
# A language counts the others, the other one all of them.
ALTERNATIVES = {"said-names-many": {"more", "total"}}


class Blanks(Visitor):
    """Collects the blanks of a message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.found.add(node.id.name)


def blanks(language: Language) -> dict[str, frozenset[str]]:
    found = {}
    for source in words.sources(language):
        for entry in FluentParser().parse(source).body:
            if isinstance(entry, fluent.Message):
                visitor = Blanks()
                visitor.visit(entry)
                extra = ALTERNATIVES.get(entry.id.name, set())
                found[entry.id.name] = frozenset(visitor.found - extra)
    return found


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for ring in ("coaching", "adapters", "bot"):
        for path in (ROOT / ring).rglob("*.py"):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def pattern_of(node: ast.expr) -> str | None:
    """A string in the code as a pattern of keys; a blank in it stands for any part of a key."""
    match node:
        case ast.Constant(value=str(value)):
            return re.escape(value)
        case ast.JoinedStr(values=values):
            parts = (pattern_of(part) or "[a-z0-9_-]+" for part in values)
            return "".join(parts)
        case ast.IfExp(body=body, orelse=orelse):
            return f"(?:{pattern_of(body)}|{pattern_of(orelse)})"
        case _:
            return None


def asked(tree: ast.Module) -> Iterator[str]:
    """The patterns of keys in `text(…)` and `Text(key=…)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            keys = [one.value for one in node.keywords if one.arg == "key"]
            first = {"text": node.args[:1], "Text": keys}.get(node.func.id, [])
            yield from filter(None, map(pattern_of, first))


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_language_has_the_keys_of_the_first_with_the_same_blanks(language: Language) -> None:
    assert blanks(language) == blanks(LANGUAGES[0])


def test_the_words_can_be_read_and_no_key_stands_twice() -> None:
    assert words.read(strict=True) is words.read(strict=True)


@pytest.mark.parametrize("change", ["first", "same", "up", "down"])
@pytest.mark.parametrize(
    "language,counted",
    [("en", "Orders or advances in 4 of 6"), ("zh-Hans", "6 次里签单或有进展的 4 次")],
)
def test_a_rate_names_the_orders_it_counts(language: Language, counted: str, change: str) -> None:
    speaker = words.read(strict=True).speaker(language, "UTC", datetime(2026, 11, 27, tzinfo=UTC))
    rate = text(f"digest-rate-{change}", advances=4, decided=6, before=8, of=20)
    assert speaker.plain(rate).startswith(counted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_is_asked_for_exists(language: Language) -> None:
    keys = "\n".join(blanks(language))
    missing = {
        f"{path.relative_to(ROOT)}: {pattern}"
        for path, tree in trees()
        for pattern in asked(tree)
        if not re.search(f"^{pattern}$", keys, re.MULTILINE)
    }
    assert missing == set()


def test_no_key_is_left_that_nobody_asks_for() -> None:
    page = "\n".join(
        path.read_text(encoding="utf-8")
        for suffix in ("js", "html")
        for path in (ROOT / "adapters").rglob(f"*.{suffix}")
    )
    used = {
        pattern
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant | ast.JoinedStr)
        and (pattern := pattern_of(node))
        and "-" in pattern
    }
    whole = re.compile("|".join(f"(?:{pattern})" for pattern in sorted(used)))
    unused = {key for key in blanks("en") if not whole.fullmatch(key) and key not in page}
    assert unused == set()


def sentences(tree: ast.Module) -> Iterator[str]:
    """Strings of four words or with Chinese that are neither docstring, exception nor pattern."""
    spoken = {id(node) for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.Expr):
            spoken -= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) in spoken and isinstance(node.value, str):
            words_in = re.findall(r"[A-Za-z]+", node.value)
            is_sentence = len(words_in) > 3 and re.search(r"[a-z] [a-z]+ [a-z]", node.value)
            if is_sentence or re.search("[\u4e00-\u9fff]", node.value):
                yield node.value


def test_the_coach_has_no_words_outside_the_texts() -> None:
    # What reads words knows words: the judge, the vocabulary, days as people write them.
    apart = ("judge", "texts", "days.py", "domains.py")
    found = {
        f"{path.name}: {sentence[:60]}"
        for path, tree in trees()
        if path.is_relative_to(ROOT / "coaching") and not {*path.parts} & {*apart}
        for sentence in sentences(tree)
    }
    assert found == set()
