"""Adaptive Cards 1.5 as documented, held against what is drawn; and words to draw.

Rules: adaptivecards.io/explorer (properties, required ones, values) and learn.microsoft.com,
"Types of cards" and "Charts in Adaptive Cards" for Teams.
"""

from __future__ import annotations

import json
import re
from collections import Counter
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
HOSTILE = "**b** [l](https://x) <at>Mara</at> {{DATE(2026-11-23T07:30:00Z)}} <b>h</b> &lt; - _i_"
MOST_BYTES = 80_000
JOINER = "\u2060"

# What Markdown or Teams would make something of, wherever Markdown may be read.
LIVE = re.compile(
    r"[*~`\\<>\[\]|]|\{\{|://|www\.|&#?\w+;|(?<![^\W_])_|_(?![^\W_])|^\s*([-+#=]+|\d+[.)])(\s|$)",
    re.MULTILINE | re.IGNORECASE,
)
# What is read even in a TextRun or a title.
RUN_LIVE = re.compile(r"\{\{|<\s*/?\s*at\b", re.IGNORECASE)

_ELEMENT = {"type", "spacing", "separator", "id", "isVisible", "height", "fallback", "requires"}
_INPUT = {*_ELEMENT, "label", "isRequired", "errorMessage"}
_ACTION = {"type", "title", "style", "fallback", "mode", "tooltip", "isEnabled", "id", "iconUrl"}
_STYLE = {"size", "weight", "color", "isSubtle", "wrap", "style", "maxLines", "fontType"}
# Each type with the properties it may have and those it must have.
TYPES: dict[str, tuple[set[str], set[str]]] = {
    "AdaptiveCard": (
        {"type", "$schema", "version", "msteams", "body", "actions", "fallbackText"},
        set(),
    ),
    "TextBlock": (_ELEMENT | _STYLE | {"text"}, {"text"}),
    "RichTextBlock": (_ELEMENT | {"inlines", "horizontalAlignment"}, {"inlines"}),
    "TextRun": (
        {"type", "text", "size", "weight", "color", "isSubtle", "italic", "strikethrough"},
        {"text"},
    ),
    "Container": (_ELEMENT | {"items", "style", "bleed"}, {"items"}),
    "ActionSet": (_ELEMENT | {"actions"}, {"actions"}),
    "Action.Submit": (_ACTION | {"data", "associatedInputs"}, {"title"}),
    "Action.Execute": (_ACTION | {"data", "associatedInputs", "verb"}, {"title", "fallback"}),
    "Action.ShowCard": (_ACTION | {"card"}, {"title", "card"}),
    "Input.Text": (_INPUT | {"isMultiline", "maxLength", "value", "placeholder"}, {"id", "label"}),
    "Input.ChoiceSet": (
        _INPUT | {"choices", "style", "value", "wrap", "isMultiSelect"},
        {"id", "label", "choices"},
    ),
    "Input.Date": (_INPUT | {"value", "min", "max"}, {"id", "label"}),
    "Input.Toggle": (_INPUT | {"title", "value", "valueOn", "valueOff", "wrap"}, {"id", "title"}),
    "Chart.VerticalBar.Grouped": (
        _ELEMENT
        | {"title", "data", "stacked", "colorSet", "showBarValues", "xAxisTitle", "yAxisTitle"},
        {"data", "fallback"},
    ),
}
VALUES: dict[str, set[Any]] = {
    "version": {"1.5"},
    "weight": {"Lighter", "Default", "Bolder"},
    "size": {"Small", "Default", "Medium", "Large", "ExtraLarge"},
    "color": {"Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"},
    "spacing": {"None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"},
    "style": {"positive", "destructive", "default", "compact", "expanded"},
    "mode": {"primary", "secondary"},
    "verb": {"tap", "form"},
}
_READ_AS_MARKDOWN = {
    "TextBlock": ("text",),
    "Input.Text": ("label", "errorMessage"),
    "Input.ChoiceSet": ("label", "errorMessage"),
    "Input.Date": ("label", "errorMessage"),
    "Input.Toggle": ("title",),
}


def q(words: str) -> Text:
    """Somebody's words as a text."""
    return text("t-words", words=Quoted(words))


def long_texts(most: int = 10_000) -> st.SearchStrategy[str]:
    """Texts of any characters, some long, some of marks alone."""
    characters = st.characters(exclude_categories=["Cs"])
    marks = st.text(alphabet="<>&*_~`!@#:/|\\[](){}-+= \n1.中a😀;", max_size=40)
    pieces = st.lists(
        st.sampled_from(
            [
                "{{",
                "<at>",
                "</at>",
                "<AT id=0>",
                "&lt;",
                "](",
                "https://",
                "www.",
                "- ",
                "1. ",
                "\n",
            ]
        ),
        max_size=12,
    ).map("".join)
    return st.one_of(
        st.text(characters, max_size=30),
        marks,
        pieces,
        st.builds(
            lambda piece, times: (piece * times)[:most],
            st.text(characters, min_size=1, max_size=8),
            st.integers(min_value=1, max_value=most),
        ),
    )


def parts(drawn: Any) -> Iterator[dict[str, Any]]:
    """All that has a type in a card, fallbacks included."""
    if isinstance(drawn, list):
        for one in drawn:
            yield from parts(one)
    elif isinstance(drawn, dict):
        if "type" in drawn:
            yield drawn
        for name, value in drawn.items():
            if name not in ("data", "msteams") or drawn.get("type", "").startswith("Chart."):
                yield from parts(value)


def faults(card: Any) -> list[str]:
    """What a client would refuse in a card, or read otherwise than it was written."""
    found = []
    if len(json.dumps(card).encode()) > MOST_BYTES:
        found.append(f"{len(json.dumps(card))} bytes")
    if (card.get("type"), card.get("version")) != ("AdaptiveCard", "1.5") or not card.get("body"):
        found.append("no card with a body")
    for one in parts(card):
        found += _faults(one)
    ids = Counter(one["id"] for one in parts(card) if one["type"].startswith("Input."))
    found += [f"two inputs are {name}" for name, count in ids.items() if count > 1]
    return found


def _faults(one: dict[str, Any]) -> Iterator[str]:
    kind = one["type"]
    if kind not in TYPES:
        yield f"unknown type {kind}"
        return
    may, must = TYPES[kind]
    if not must <= one.keys() <= may:
        yield f"{kind} has {sorted(one)}"
    for name in one.keys() & VALUES.keys():
        if one[name] not in VALUES[name]:
            yield f"{kind}.{name} is {one[name]!r}"
    for name in _READ_AS_MARKDOWN.get(kind, ()):
        if LIVE.search(one.get(name, "")):
            yield f"{kind}.{name} is read as Markdown: {one[name]!r}"
    yield from _special_faults(one, kind)


def _special_faults(one: dict[str, Any], kind: str) -> Iterator[str]:
    match kind:
        case "TextRun":
            if not one["text"] or "\n" in one["text"] or RUN_LIVE.search(one["text"]):
                yield f"run {one['text']!r}"
        case "RichTextBlock":
            if not "".join(run["text"] for run in one["inlines"]).strip():
                yield "a paragraph with nothing to read"
        case "ActionSet":
            shown = [action for action in one["actions"] if action.get("mode") != "secondary"]
            if not 1 <= len(shown) <= 6:
                yield f"{len(shown)} actions in a row"
        case "Action.Submit" | "Action.Execute" | "Action.ShowCard":
            yield from _action_faults(one, kind)
        case "Chart.VerticalBar.Grouped":
            yield from _chart_faults(one)
        case _:
            yield from _input_faults(one, kind)


def _input_faults(one: dict[str, Any], kind: str) -> Iterator[str]:
    match kind:
        case "Input.ChoiceSet":
            yield from _choice_faults(one)
        case "Input.Text":
            if not 1 <= len(one.get("value", "-")) <= one["maxLength"]:
                yield f"value of {len(one['value'])}, at most {one['maxLength']}"
        case "Input.Date":
            if not re.fullmatch(r"(\d{4}-\d\d-\d\d)?", one.get("value", "")):
                yield f"date {one['value']}"
        case "Input.Toggle":
            if one["value"] not in (one["valueOn"], one["valueOff"]) or not one["valueOff"]:
                yield f"toggle {one}"
        case _:
            pass


def _action_faults(one: dict[str, Any], kind: str) -> Iterator[str]:
    if not one["title"].strip() or RUN_LIVE.search(one["title"]) or "\n" in one["title"]:
        yield f"title {one['title']!r}"
    if kind == "Action.Execute":
        fallback = one["fallback"]
        same = {name: one[name] for name in ("title", "data")}
        if fallback["type"] != "Action.Submit" or same != {name: fallback[name] for name in same}:
            yield "a fallback that does something else"
    if kind == "Action.ShowCard" and {"Action.ShowCard"} & {
        inner["type"] for inner in one["card"]["actions"]
    }:
        yield "a menu in a menu"


def _choice_faults(one: dict[str, Any]) -> Iterator[str]:
    values = [choice["value"] for choice in one["choices"]]
    if not values or ("value" in one and one["value"] not in values):
        yield f"choices {values}, {one.get('value')}"
    for choice in one["choices"]:
        if (
            choice.keys() != {"title", "value"}
            or not choice["title"]
            or LIVE.search(choice["title"])
        ):
            yield f"choice {choice}"


def _chart_faults(one: dict[str, Any]) -> Iterator[str]:
    labels = [[point["x"] for point in row["values"]] for row in one["data"]]
    names = [row["legend"] for row in one["data"]]
    if any(row != labels[0] or len(set(row)) != len(row) for row in labels):
        yield f"labels {labels}"
    if len(set(names)) != len(names) or not all(names):
        yield f"names {names}"
    if not all(isinstance(point["y"], int) for row in one["data"] for point in row["values"]):
        yield "figures"
    if any(part["type"].startswith("Chart.") for part in parts(one["fallback"])):
        yield "a chart in its own stead"
