"""Buttons and menus as a card's actions, each with what a tap on it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from adapters.chat.teams import limits
from adapters.chat.teams.escape import literal
from adapters.chat.teams.limits import Json, label, size_of
from adapters.ports import Say
from coaching.messages import Button, Buttons, Tap, Text

TAP = "tap"
# The taps that open a form: Teams opens a dialog only in the answer to a tap that asks for one.
OPENS = frozenset({"plan", "unskip", "review", "settings", "judge", "connect", "form"})
# Opens a topic's form; the others are called as the verb that opens them.
_FORM = "form"
_DIALOG = {"msteams": {"type": "task/fetch"}}


def add_row(elements: list[Json], block: Buttons, say: Say, *, is_joined: bool) -> None:
    """Add a row of buttons; `is_joined`: a menu beside those right before, if there is room."""
    actions = [
        _action(button, say)
        for button in block.buttons
        if size_of(button_data(button.tap)) <= limits.TAP_BYTES
    ]
    if not actions:
        return
    if block.menu is None:
        elements.append(_row(actions))
        return
    menu = _menu(block.menu, actions, say)
    row = elements[-1]["actions"] if is_joined and elements else None
    if row is not None and len(row) < limits.ROW:
        row.append(menu)
    else:
        elements.append(_row([menu]))


def button_data(tap: Tap) -> Json:
    """What a tap sends, without what is empty."""
    parts = {"verb": tap.verb, "about": tap.about, "value": tap.value}
    asks = _DIALOG if tap.verb in OPENS else {}
    return {**asks, TAP: {name: value for name, value in parts.items() if value}}


def opener(kind: str, about: str) -> Tap:
    """The tap that opens a form by its kind."""
    if kind in OPENS:
        return Tap(verb=kind, about=about)
    return Tap(verb=_FORM, about=about, value=kind)


def in_cards(drawn: Any) -> Any:
    """What is drawn, with forms that open in the card tapped: for a client without dialogs."""
    if isinstance(drawn, list):
        return [in_cards(one) for one in drawn]
    if not isinstance(drawn, dict):
        return drawn
    data = drawn.get("data")
    if drawn.get("type") == "Action.Submit" and isinstance(data, dict) and "msteams" in data:
        return _executing(drawn | {"data": {TAP: data[TAP]}})
    return {name: in_cards(one) for name, one in drawn.items()}


def shown_title(said: Text, say: Say) -> str:
    """The title of a button."""
    return label(literal(say.plain(said)), limits.BUTTON_LABEL)


def _action(button: Button, say: Say) -> Json:
    data = button_data(button.tap)
    style = {"style": "positive"} if button.primary else {}
    submit = {
        "type": "Action.Submit",
        "title": shown_title(button.label, say),
        "data": data,
        **style,
    }
    if button.tap.verb in OPENS:
        return submit
    return _executing(submit)


def _executing(submit: Json) -> Json:
    """The action, answered in its card; a client that cannot sends it as a message with a value."""
    return {**submit, "type": "Action.Execute", "verb": TAP, "fallback": submit}


def _menu(named: Text, actions: Sequence[Json], say: Say) -> Json:
    """A button that folds others out: the overflow menu of a row could not say what they do."""
    return {
        "type": "Action.ShowCard",
        "title": shown_title(named, say),
        "card": {"type": "AdaptiveCard", "actions": _overflowing(actions)},
    }


def _row(actions: Sequence[Json]) -> Json:
    return {"type": "ActionSet", "actions": _overflowing(actions)}


def _overflowing(actions: Sequence[Json]) -> list[Json]:
    """The actions, all that do not fit beside each other marked for the overflow menu."""
    if len(actions) <= limits.ROW:
        return list(actions)
    shown = limits.ROW - 1
    return [*actions[:shown], *(action | {"mode": "secondary"} for action in actions[shown:])]
