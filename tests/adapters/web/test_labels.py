"""The page's own words."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from adapters.chat.web.labels import LABELS, labels
from bot.words import sources
from coaching.people import LANGUAGES, Language
from tests.adapters.web.fakes import MONDAY, words

PAGE = files("adapters.chat.web") / "page"
# Keys the page puts together, and one that the server says.
PATTERNS = {"command": r"command-\w+", "call": r"call-[a-z-]+"}
SERVER = {"replies"}


def _page() -> str:
    return "".join(file.read_text("utf-8") for file in PAGE.iterdir() if file.name[-3:] != "svg")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_word_in_every_language(language: Language) -> None:
    told = labels(words().speaker(language, "UTC", MONDAY))
    assert set(told) == set(LABELS)
    for key, blanks in LABELS.items():
        assert set(re.findall(r"\{(\w+)\}", told[key])) == set(blanks)


def test_the_words_of_the_page_are_those_of_its_file() -> None:
    keys = {
        key
        for source in sources("en")
        for key in re.findall(r"^play-([a-z-]+) =", source, re.MULTILINE)
    }
    assert keys == set(LABELS) | SERVER


def test_the_page_asks_for_words_that_exist_and_leaves_none_unused() -> None:
    page = _page()
    asked = set(re.findall(r'data-t(?:-label)?="([a-z-]+)"', page))
    calls = re.findall(r"\bt\(([^;\n]*)", page)
    asked |= {key for call in calls for key in re.findall(r'"([a-z][a-z-]*)"', call)} & set(LABELS)
    whole = set(re.findall(r'data-t(?:-label)?="([a-z-]+)"|\bt\("([a-z-]+)"', page))
    assert {key for pair in whole for key in pair if key} <= set(LABELS)
    patterns = "|".join(PATTERNS.values())
    assert {key for key in LABELS if not re.fullmatch(patterns, key)} <= asked


def test_the_page_builds_no_markup_from_text() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", _page())


def test_the_page_needs_nothing_from_elsewhere() -> None:
    assert re.findall(r"https?://|//[a-z]+\.[a-z]+/", _page()) == []
