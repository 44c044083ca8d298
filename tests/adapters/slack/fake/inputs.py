"""Slack's limits on input blocks and views."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.adapters.slack.fake.elements import length, options, placeholder, text_object, wanted
from tests.adapters.slack.fake.state import Json

VIEW_BYTES = 250_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def input_block(block: Json, at: str) -> Iterator[str]:
    """An input block: a label, a hint and one element."""
    yield from wanted(block, ("element",), at)
    yield from text_object(block.get("label"), 2000, f"{at}/label", kinds=("plain_text",))
    if "hint" in block:
        yield from text_object(block["hint"], 2000, f"{at}/hint", kinds=("plain_text",))
    one = block.get("element") or {}
    here = f"{at}/element"
    yield from length(one.get("action_id"), 255, f"{here}/action_id")
    match one.get("type"):
        case "plain_text_input":
            yield from _plain(one, here)
        case "static_select":
            yield from options(one, 100, here)
        case "radio_buttons" | "checkboxes":
            yield from options(one, 10, here)
        case "datepicker":
            yield from placeholder(one, here)
            if "initial_date" in one and not _DAY.fullmatch(str(one["initial_date"])):
                yield f"must be a date [json-pointer:{here}/initial_date]"
        case kind:
            yield f"unsupported type: {kind} [json-pointer:{here}/type]"


def _plain(one: Json, at: str) -> Iterator[str]:
    yield from placeholder(one, at)
    most = one.get("max_length", 3000)
    if not isinstance(most, int) or not 1 <= most <= 3000:
        yield f"must be between 1 and 3000 [json-pointer:{at}/max_length]"
    elif len(one.get("initial_value", "")) > most:
        yield f"must be less than {most + 1} characters [json-pointer:{at}/initial_value]"


def view_faults(view: Any, kind: str, blocks: list[str]) -> list[str]:
    """What is wrong with a view; `blocks` is what is wrong with its blocks."""
    if not isinstance(view, dict) or view.get("type") != kind:
        return [f"must be of type {kind} [json-pointer:/view/type]"]
    found = list(blocks)
    found += length(view.get("private_metadata"), 3000, "/view/private_metadata")
    found += length(view.get("callback_id"), 255, "/view/callback_id")
    if kind == "modal":
        found += text_object(view.get("title"), 24, "/view/title", kinds=("plain_text",))
        for name in ("submit", "close"):
            if view.get(name) is not None:
                found += text_object(view[name], 24, f"/view/{name}", kinds=("plain_text",))
        inner = view.get("blocks", [])
        asks = any(isinstance(one, dict) and one.get("type") == "input" for one in inner)
        if asks and not view.get("submit"):
            found.append("missing required field: submit [json-pointer:/view]")
    return found


def too_large(view: Any) -> bool:
    """Whether a view is more than Slack takes at all."""
    return len(json.dumps(view, ensure_ascii=False).encode()) > VIEW_BYTES
