"""Slack's limits on what stands in blocks: texts, buttons, menus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tests.adapters.slack.fake.state import Json

TEXTS = ("plain_text", "mrkdwn")


def length(value: Any, most: int, at: str, *, least: int = 0) -> Iterator[str]:
    """A text's length; nothing is said of a text that is not there, unless one has to be."""
    if value is None and not least:
        return
    if not isinstance(value, str):
        yield f"must be a string [json-pointer:{at}]"
    elif len(value) > most:
        yield f"must be less than {most + 1} characters [json-pointer:{at}]"
    elif len(value) < least:
        yield f"must be more than {least - 1} characters [json-pointer:{at}]"


def sized(value: Any, most: int, what: str, at: str) -> Iterator[str]:
    """A list's length: one at least."""
    if not isinstance(value, list):
        yield f"must be an array [json-pointer:{at}]"
    elif len(value) > most:
        yield f"no more than {most} {what} allowed [json-pointer:{at}]"
    elif not value:
        yield f"no less than 1 {what} allowed [json-pointer:{at}]"


def wanted(told: Json, names: Sequence[str], at: str) -> Iterator[str]:
    """Fields that have to be there."""
    for name in names:
        if told.get(name) in (None, ""):
            yield f"missing required field: {name} [json-pointer:{at}]"


def text_object(told: Any, most: int, at: str, *, kinds: Sequence[str] = TEXTS) -> Iterator[str]:
    """A text object of at most so many characters."""
    if not isinstance(told, dict) or told.get("type") not in kinds:
        yield f"must provide a valid text object [json-pointer:{at}]"
        return
    yield from length(told.get("text"), most, f"{at}/text", least=1)
    extra = set(told) - {"type", "text", "emoji" if told["type"] == "plain_text" else "verbatim"}
    if extra:
        yield f"additional property: {min(extra)} [json-pointer:{at}]"


def context(block: Json, at: str) -> Iterator[str]:
    """A context block: at most ten texts and pictures."""
    yield from sized(block.get("elements"), 10, "items", f"{at}/elements")
    for number, one in enumerate(block.get("elements") or []):
        if one.get("type") != "image":
            yield from text_object(one, 3000, f"{at}/elements/{number}")


def actions(block: Json, at: str) -> Iterator[str]:
    """An actions block: at most 25 things to tap or choose."""
    yield from sized(block.get("elements"), 25, "items", f"{at}/elements")
    for number, one in enumerate(block.get("elements") or []):
        yield from element(one, f"{at}/elements/{number}")


def element(one: Json, at: str) -> Iterator[str]:
    """A button or a menu in an actions block."""
    yield from length(one.get("action_id"), 255, f"{at}/action_id")
    match one.get("type"):
        case "button":
            yield from text_object(one.get("text"), 75, f"{at}/text", kinds=("plain_text",))
            yield from length(one.get("value"), 2000, f"{at}/value")
            yield from length(one.get("accessibility_label"), 75, f"{at}/accessibility_label")
            if one.get("style", "primary") not in {"primary", "danger"}:
                yield f"must be a valid enum value [json-pointer:{at}/style]"
        case "static_select" | "multi_static_select":
            yield from options(one, 100, at)
        case "overflow":
            yield from options(one, 5, at)
        case "checkboxes" | "radio_buttons":
            yield from options(one, 10, at)
        case "datepicker":
            yield from placeholder(one, at)
        case kind:
            yield f"unsupported type: {kind} [json-pointer:{at}/type]"


def options(one: Json, most: int, at: str) -> Iterator[str]:
    """The options of a menu, radio buttons or checkboxes, and which are chosen at first."""
    yield from placeholder(one, at)
    offered = one.get("options")
    yield from sized(offered, most, "items", f"{at}/options")
    for number, option in enumerate(offered or []):
        here = f"{at}/options/{number}"
        plain = one["type"] not in {"checkboxes", "radio_buttons"}
        kinds = ("plain_text",) if plain else TEXTS
        yield from text_object(option.get("text"), 75, f"{here}/text", kinds=kinds)
        yield from length(option.get("value"), 150, f"{here}/value", least=1)
    chosen = [one["initial_option"]] if "initial_option" in one else one.get("initial_options", [])
    if any(option not in (offered or []) for option in chosen):
        yield f"initial option must be one of the options [json-pointer:{at}]"
    if one.get("initial_options") == []:
        yield f"no less than 1 items allowed [json-pointer:{at}/initial_options]"


def placeholder(one: Json, at: str) -> Iterator[str]:
    """The words in an empty field."""
    if "placeholder" in one:
        told = one["placeholder"]
        yield from text_object(told, 150, f"{at}/placeholder", kinds=("plain_text",))
