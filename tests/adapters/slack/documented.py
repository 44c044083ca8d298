"""Slack's limits as its documentation has them, held against what is drawn; and words to draw."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from bot.words import Words, sources
from coaching.messages import Quoted, Text, text
from coaching.people import LANGUAGES
from tests.adapters.web.fakes import MONDAY, SPOKEN

SAY = Words({one: [*sources(one), SPOKEN[one]] for one in LANGUAGES}, strict=True).speaker(
    "en", "Europe/Berlin", MONDAY
)
HOSTILE = "<!channel> *b* <@U1> https://x"
# What mrkdwn would make something of: entities alone may hold & and no < or > may stand.
LIVE = re.compile(r"[<>*~`]|&(?!amp;|lt;|gt;)|://|(?<![^\W_])_|_(?![^\W_])|^\s*&gt;", re.MULTILINE)


def q(words: str) -> Text:
    """Somebody's words as a text."""
    return text("t-words", words=Quoted(words))


def long_texts(most: int = 10_000) -> st.SearchStrategy[str]:
    """Texts of any characters, some long, some of marks alone."""
    characters = st.characters(exclude_categories=["Cs"])
    marks = st.text(alphabet="<>&*_~`!@#:/| \n中a😀", max_size=40)
    return st.one_of(
        st.text(characters, max_size=30),
        marks,
        st.builds(
            lambda piece, times: (piece * times)[:most],
            st.text(characters, min_size=1, max_size=8),
            st.integers(min_value=1, max_value=most),
        ),
    )


def units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def faults(drawn: Any, surface: str) -> list[str]:
    """What Slack would refuse in blocks or a view."""
    blocks = drawn["blocks"] if isinstance(drawn, dict) else drawn
    found = list(_surface_faults(drawn, blocks, surface))
    ids = [element["action_id"] for element in _taps(blocks)]
    found += ["two elements have one action id"] * (len(ids) != len(set(ids)))
    names = [block["block_id"] for block in blocks if "block_id" in block]
    found += ["two blocks have one id"] * (len(names) != len(set(names)))
    for block in blocks:
        found += _block_faults(block, surface)
    return found


def _surface_faults(drawn: Any, blocks: list[Any], surface: str) -> Iterator[str]:
    most = 50 if surface == "message" else 100
    if not 1 <= len(blocks) <= most:
        yield f"{len(blocks)} blocks"
    if sum(block["type"] == "data_visualization" for block in blocks) > 2:
        yield "more than two charts"
    if surface != "message" and len(json.dumps(drawn)) > 250_000:
        yield "a view of more than 250 kB"
    if surface == "modal":
        for name in ("title", "submit", "close"):
            if name in drawn and not 1 <= units(drawn[name]["text"]) <= 24:
                yield f"{name}: {drawn[name]['text']}"
        if len(drawn.get("private_metadata", "")) > 3_000:
            yield "private_metadata"


def _taps(blocks: list[Any]) -> list[Any]:
    rows = [block["elements"] for block in blocks if block["type"] == "actions"]
    return [element for row in rows for element in row]


def _block_faults(block: Any, surface: str) -> Iterator[str]:
    match block["type"]:
        case "section":
            words = block["text"]["text"]
            # Stars and underscores are the coach's own emphasis here: test_markup.py looks at them.
            live = LIVE.search(words.replace("*", "").replace("_", ""))
            if not 1 <= units(words) <= 3_000 or live or not block["text"]["verbatim"]:
                yield f"section: {words}"
        case "context":
            yield from _context_faults(block["elements"])
        case "actions":
            yield from _row_faults(block["elements"])
        case "data_visualization":
            yield from _chart_faults(block, surface)
        case "input":
            yield from _input_faults(block, surface)
        case other:
            yield f"unknown block {other}"


def _context_faults(elements: list[Any]) -> Iterator[str]:
    for element in elements:
        if not 1 <= units(element["text"]) <= 3_000 or LIVE.search(element["text"]):
            yield f"context: {element['text']}"
        if not element["verbatim"]:
            yield "context: not verbatim"


def _row_faults(elements: list[Any]) -> Iterator[str]:
    if not 1 <= len(elements) <= 25:
        yield f"{len(elements)} elements"
    for element in elements:
        yield from _element_faults(element)
        if not re.match(r"^tap/.{1,251}$", element["action_id"]):
            yield element["action_id"]


def _input_faults(block: Any, surface: str) -> Iterator[str]:
    for name in ("label", "hint"):
        if name in block and not 1 <= units(block[name]["text"]) <= 2_000:
            yield f"{name}: {block[name]['text']}"
    if surface == "message" or block["element"]["action_id"] != "value":
        yield "an input out of place"
    yield from _element_faults(block["element"])


def _element_faults(element: Any) -> Iterator[str]:
    match element["type"]:
        case "button":
            if not 1 <= units(element["text"]["text"]) <= 75 or len(element["value"]) > 2_000:
                yield f"button: {element}"
        case "static_select" | "radio_buttons" | "checkboxes" as kind:
            if "placeholder" in element and not 1 <= units(element["placeholder"]["text"]) <= 150:
                yield f"placeholder: {element['placeholder']}"
            yield from _option_faults(element, 100 if kind == "static_select" else 10)
        case "plain_text_input":
            if not 1 <= element["max_length"] <= 3_000:
                yield f"max_length {element['max_length']}"
            initial = element.get("initial_value", "-")
            if not 1 <= units(initial) <= element["max_length"]:
                yield f"initial value: {initial}"
        case "datepicker":
            pass
        case other:
            yield f"unknown element {other}"


def _option_faults(element: Any, most: int) -> Iterator[str]:
    groups = element.get("option_groups") or [element]
    options = [option for group in groups for option in group["options"]]
    if len(groups) > 100 or any(not 1 <= len(group["options"]) <= most for group in groups):
        yield f"{len(options)} options"
    for option in options:
        if not 1 <= units(option["text"]["text"]) <= 75 or not 1 <= len(option["value"]) <= 150:
            yield f"option: {option}"
    chosen = [element["initial_option"]] if "initial_option" in element else []
    if any(one not in options for one in [*chosen, *element.get("initial_options", [])]):
        yield "the initial option is none of the options"


def _chart_faults(block: Any, surface: str) -> Iterator[str]:
    series = block["chart"]["series"]
    categories = block["chart"]["axis_config"]["categories"]
    names = [row["name"] for row in series]
    if surface != "message":
        yield "a chart out of place"
    if not 1 <= units(block["title"]) <= 50:
        yield f"title: {block['title']}"
    if not 1 <= len(series) <= 6 or len(names) != len(set(names)):
        yield f"series: {names}"
    if not 1 <= len(categories) <= 20 or len(categories) != len(set(categories)):
        yield f"categories: {categories}"
    if any(not 1 <= units(name) <= 20 for name in [*names, *categories]):
        yield f"labels: {names} {categories}"
    if any([point["label"] for point in row["data"]] != categories for row in series):
        yield "a series has other labels than the axis"
