"""Buttons and menus as Slack's elements, each with what a tap on it means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain, count

from adapters.chat.slack import limits
from adapters.chat.slack.limits import Json, label
from adapters.ports import Say
from coaching.messages import Button, Buttons, Tap

TAP = "tap/"


def add_row(blocks: list[Json], block: Buttons, say: Say, *, is_joined: bool) -> None:
    """Add buttons in rows of at most 25; `is_joined`: beside those right before, if there is room.

    What tells two buttons of a message apart is yet to be added, by `numbered`.
    """
    elements = _elements(block, say)
    if is_joined and blocks and blocks[-1]["type"] == "actions":
        row = blocks[-1]["elements"]
        if len(row) + len(elements) <= limits.ACTIONS:
            row += elements
            return
    for start in range(0, len(elements), limits.ACTIONS):
        row = elements[start : start + limits.ACTIONS]
        blocks.append({"type": "actions", "elements": row})


def numbered(blocks: list[Json]) -> list[Json]:
    """The blocks with an action id for each element that no other in the message has."""
    numbers = count(1)
    return [
        block | {"elements": [_named(element, next(numbers)) for element in block["elements"]]}
        if block["type"] == "actions"
        else block
        for block in blocks
    ]


def _named(element: Json, number: int) -> Json:
    return element | {"action_id": f"{TAP}{number}/{element['action_id']}"[: limits.ACTION_ID]}


def _elements(block: Buttons, say: Say) -> list[Json]:
    """Buttons as such or, where they may be folded and their taps fit, as one menu."""
    if block.menu is None or any(
        len(tap_value(button.tap)) > limits.OPTION_VALUE for button in block.buttons
    ):
        return list(chain.from_iterable(_button(button, say) for button in block.buttons))
    options = [
        {
            "text": plain_text(label(say.plain(button.label), limits.OPTION_LABEL)),
            "value": tap_value(button.tap),
        }
        for button in block.buttons
    ]
    placeholder = plain_text(label(say.plain(block.menu), limits.PLACEHOLDER))
    return [
        {
            "type": "static_select",
            "action_id": "menu",
            "placeholder": placeholder,
            "options": options[start : start + limits.OPTIONS],
        }
        for start in range(0, len(options), limits.OPTIONS)
    ]


def _button(button: Button, say: Say) -> Iterator[Json]:
    value = tap_value(button.tap)
    # A tap is an id and a few words of ours: one that does not fit could only be refused.
    if len(value) <= limits.BUTTON_VALUE:
        yield {
            "type": "button",
            "action_id": button.tap.verb,
            "text": plain_text(label(say.plain(button.label), limits.BUTTON_LABEL)),
            "value": value,
        } | ({"style": "primary"} if button.primary else {})


def tap_value(tap: Tap) -> str:
    """A tap as compact JSON, without what is empty."""
    parts = {"verb": tap.verb, "about": tap.about, "value": tap.value}
    kept = {name: value for name, value in parts.items() if value}
    return json.dumps(kept, separators=(",", ":"))


def plain_text(shown: str) -> Json:
    """A text that Slack shows as it is."""
    return {"type": "plain_text", "text": shown, "emoji": True}
