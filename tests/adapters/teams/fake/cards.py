"""Cards in a person's hands: what can be tapped, what is to be filled in, what goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from tests.adapters.teams.fake.state import Json

NEWEST = (1, 5)
INPUTS = ("Input.Text", "Input.ChoiceSet", "Input.Date", "Input.Toggle", "Input.Number")


def fault(card: Any) -> str:
    """What Teams would not take of a card at first sight; empty where it takes it."""
    if not isinstance(card, dict) or card.get("type") != "AdaptiveCard":
        return "an attachment is no AdaptiveCard"
    found = re.fullmatch(r"(\d+)\.(\d+)", str(card.get("version", "")))
    if not found or (int(found[1]), int(found[2])) > NEWEST:
        return "the card's version is not supported"
    if not isinstance(card.get("body", []), list) or not isinstance(card.get("actions", []), list):
        return "body and actions are lists"
    if not card.get("body") and not card.get("actions"):
        return "the card is empty"
    names = [one["id"] for one in parts(card) if one.get("type") in INPUTS and "id" in one]
    if any("id" not in one for one in parts(card) if one.get("type") in INPUTS):
        return "an input has no id"
    return "two inputs have one id" if len(names) != len(set(names)) else ""


def parts(card: Any) -> Iterator[Json]:
    """All elements and actions of a card, from the top; what stands in for others is left out."""
    if isinstance(card, list):
        for one in card:
            yield from parts(one)
    elif isinstance(card, dict):
        if "type" in card:
            yield card
        for name, value in card.items():
            if name not in {"fallback", "data", "msteams", "refresh"}:
                yield from parts(value)


def actions(card: Json | None) -> list[Json]:
    """What can be tapped in a card, that in menus and in cards within the card included."""
    return [
        one
        for one in parts(card or {})
        if str(one["type"]).startswith("Action.") and one["type"] != "Action.ShowCard"
    ]


def labels(card: Json | None) -> list[str]:
    """The words on all buttons, from the top."""
    return [str(one.get("title", "")) for one in actions(card)]


def action(card: Json | None, wanted: str) -> Json:
    """A button by its title, its verb or its id; raises `AssertionError` if it is not there."""
    for one in actions(card):
        tap = (one.get("data") or {}).get("tap") or {}
        if wanted in (one.get("title"), one.get("id"), tap.get("verb")):
            return one
    raise AssertionError(f"no button {wanted!r} among {labels(card)}")


def submit_action(card: Json) -> Json:
    """The button that sends a dialog's form."""
    for one in actions(card):
        if one["type"] in {"Action.Submit", "Action.Execute"}:
            return one
    raise AssertionError("the dialog has no button that sends it")


def words(card: Json | None) -> str:
    """All that is to be read in a card, a line each; buttons not."""
    return "\n".join(_words(card or {}))


def _words(card: Json) -> Iterator[str]:
    for one in parts(card):
        match one["type"]:
            case "TextBlock":
                yield str(one.get("text", ""))
            case "RichTextBlock":
                runs = one.get("inlines", [])
                yield "".join(run if isinstance(run, str) else run.get("text", "") for run in runs)
            case kind if kind in INPUTS:
                yield str(one.get("label", one.get("title", "")))
            case _:
                pass


def inputs(card: Json | None) -> dict[str, Json]:
    """What is to be filled in, by its id."""
    return {one["id"]: one for one in parts(card or {}) if one["type"] in INPUTS}


def filled(card: Json | None, values: Mapping[str, str]) -> dict[str, str]:
    """All values of a card once somebody has typed those (by id or label, choices by title too)."""
    asked = inputs(card)
    by_label = {str(one.get("label", one.get("title"))): name for name, one in asked.items()}
    wanted = {by_label.get(name, name): value for name, value in values.items()}
    if odd := set(wanted) - set(asked):
        raise AssertionError(f"no such fields {sorted(odd)} among {sorted(asked)}")
    return {
        name: _chosen(one, wanted[name]) if name in wanted else _initial(one)
        for name, one in asked.items()
    }


def kept_back(card: Json | None, values: Mapping[str, str]) -> dict[str, str]:
    """What Teams' own client says at fields before anything is sent, by id."""
    told = {}
    for name, one in inputs(card).items():
        value = values.get(name, "")
        is_missing = one.get("isRequired") and not value.strip()
        is_long = "maxLength" in one and len(value) > one["maxLength"]
        if is_missing or is_long:
            told[name] = str(one.get("errorMessage", ""))
    return told


def _initial(one: Json) -> str:
    if one["type"] == "Input.Toggle":
        return str(one.get("value", one.get("valueOff", "false")))
    return str(one.get("value", ""))


def _chosen(one: Json, value: str) -> str:
    if one["type"] == "Input.Toggle":
        on, off = one.get("valueOn", "true"), one.get("valueOff", "false")
        assert value in (on, off, ""), f"a toggle is {on!r} or {off!r}"
        return str(value or off)
    if one["type"] != "Input.ChoiceSet" or not value:
        return value
    for choice in one["choices"]:
        if value in (choice["value"], choice["title"]):
            return str(choice["value"])
    raise AssertionError(f"no choice {value!r}")
