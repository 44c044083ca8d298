"""Slack's limits on blocks, as docs.slack.dev/reference/block-kit gives them; written for itself.

What breaks a limit is said as Slack says it: a sentence and a JSON pointer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from tests.adapters.slack.fake.elements import (
    actions,
    context,
    length,
    sized,
    text_object,
    wanted,
)
from tests.adapters.slack.fake.inputs import input_block
from tests.adapters.slack.fake.state import Json, World

Surface = Literal["message", "modal", "home"]
MOST = {"message": 50, "modal": 100, "home": 100}
# Not documented; seen in bolt-js issue 2509: about 13 200 characters in all the blocks together.
MOST_CHARACTERS = 13_200
MOST_CHARTS = 2
_EVERYWHERE = {"section", "divider", "image", "actions", "context", "header", "rich_text", "input"}
_KNOWN: Mapping[str, set[str]] = {
    "message": _EVERYWHERE
    | {"file", "video", "markdown", "table", "data_table", "data_visualization"}
    | {"card", "carousel", "container", "plan", "task_card", "context_actions"},
    "modal": _EVERYWHERE | {"video", "alert"},
    "home": _EVERYWHERE | {"video"},
}


def faults(blocks: Any, surface: Surface = "message", at: str = "/blocks") -> list[str]:
    """What is wrong with blocks; none where Slack would take them."""
    if not isinstance(blocks, list):
        return [f"must be an array [json-pointer:{at}]"]
    found = list(sized(blocks, MOST[surface], "items", at))
    for number, block in enumerate(blocks):
        found += _block(block, surface, f"{at}/{number}")
    found += _twice(blocks, at)
    charts = sum(
        isinstance(one, dict) and one.get("type") == "data_visualization" for one in blocks
    )
    if charts > MOST_CHARTS:
        found.append(f"no more than {MOST_CHARTS} data_visualization blocks [json-pointer:{at}]")
    return found


def characters(value: Any) -> int:
    """How many characters all texts in blocks have together."""
    if isinstance(value, dict):
        return sum(
            len(inner) if name == "text" and isinstance(inner, str) else characters(inner)
            for name, inner in value.items()
        )
    return sum(map(characters, value)) if isinstance(value, list) else 0


def named(blocks: list[Json], world: World) -> list[Json]:
    """The blocks as Slack keeps them: each has a block_id, each element an action_id."""
    return [_named(block, world) for block in blocks]


def _named(block: Json, world: World) -> Json:
    told = {**block, "block_id": block.get("block_id") or world.made("b")}
    if block["type"] == "actions":
        told["elements"] = [
            {**one, "action_id": one.get("action_id") or world.made("a")}
            for one in block["elements"]
        ]
    return told


def _block(block: Any, surface: Surface, at: str) -> Iterator[str]:
    kind = block.get("type") if isinstance(block, dict) else None
    if kind not in _KNOWN[surface]:
        yield f"unsupported type: {kind} [json-pointer:{at}/type]"
        return
    yield from length(block.get("block_id"), 255, f"{at}/block_id")
    match kind:
        case "section":
            yield from _section(block, at)
        case "header":
            yield from text_object(block.get("text"), 150, f"{at}/text", kinds=("plain_text",))
        case "context":
            yield from context(block, at)
        case "actions":
            yield from actions(block, at)
        case "rich_text":
            yield from _rich_text(block, at)
        case "input":
            yield from input_block(block, at)
        case "data_visualization":
            yield from _chart(block, at)
        case "image":
            yield from wanted(block, ("alt_text",), at)
            yield from length(block.get("alt_text"), 2000, f"{at}/alt_text")
        case _:
            return


def _section(block: Json, at: str) -> Iterator[str]:
    if not block.get("text") and not block.get("fields"):
        yield f"missing required field: text or fields [json-pointer:{at}]"
    if "text" in block:
        yield from text_object(block["text"], 3000, f"{at}/text")
    yield from sized(block.get("fields", [0]), 10, "items", f"{at}/fields")
    for number, inner in enumerate(block.get("fields", [])):
        yield from text_object(inner, 2000, f"{at}/fields/{number}")


_INLINE = {"text", "emoji", "link", "user", "usergroup", "channel", "broadcast", "date", "color"}


def _rich_text(block: Json, at: str) -> Iterator[str]:
    yield from sized(block.get("elements"), 1000, "items", f"{at}/elements")
    for number, part in enumerate(block.get("elements") or []):
        here = f"{at}/elements/{number}"
        kind = part.get("type")
        if kind == "rich_text_list":
            if part.get("style") not in {"bullet", "ordered"}:
                yield f"must be a valid enum value [json-pointer:{here}/style]"
            for inner, item in enumerate(part.get("elements", [])):
                yield from _inline(item, f"{here}/elements/{inner}")
        elif kind in {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}:
            yield from _inline(part, here)
        else:
            yield f"unsupported type: {kind} [json-pointer:{here}/type]"


def _inline(part: Json, at: str) -> Iterator[str]:
    if not isinstance(part.get("elements"), list):
        yield f"missing required field: elements [json-pointer:{at}]"
        return
    for number, run in enumerate(part["elements"]):
        here = f"{at}/elements/{number}"
        if run.get("type") not in _INLINE:
            yield f"unsupported type: {run.get('type')} [json-pointer:{here}/type]"
        elif run["type"] == "text" and not run.get("text"):
            yield f"must be more than 0 characters [json-pointer:{here}/text]"
        odd = set(run.get("style", {})) - {"bold", "italic", "strike", "code", "underline"}
        if odd:
            yield f"additional property: {odd.pop()} [json-pointer:{here}/style]"


def _chart(block: Json, at: str) -> Iterator[str]:
    yield from wanted(block, ("title", "chart"), at)
    yield from length(block.get("title"), 50, f"{at}/title", least=1)
    chart = block.get("chart") or {}
    here = f"{at}/chart"
    if chart.get("type") == "pie":
        yield from sized(chart.get("segments"), 6, "items", f"{here}/segments")
        return
    if chart.get("type") not in {"bar", "area", "line"}:
        yield f"must be a valid enum value [json-pointer:{here}/type]"
        return
    yield from wanted(chart, ("series", "axis_config"), here)
    yield from sized(chart.get("series"), 6, "items", f"{here}/series")
    categories = (chart.get("axis_config") or {}).get("categories")
    yield from sized(categories, 20, "items", f"{here}/axis_config/categories")
    yield from _series(chart.get("series") or [], categories or [], f"{here}/series")


def _series(all_series: list[Json], categories: list[str], at: str) -> Iterator[str]:
    names = [one.get("name") for one in all_series]
    if len(set(names)) < len(names):
        yield f"names must be unique [json-pointer:{at}]"
    if len(set(categories)) < len(categories):
        yield f"categories must be unique [json-pointer:{at}]"
    for category in categories:
        yield from length(category, 20, f"{at}/categories", least=1)
    for number, one in enumerate(all_series):
        here = f"{at}/{number}"
        yield from length(one.get("name"), 20, f"{here}/name", least=1)
        data = one.get("data") or []
        if [point.get("label") for point in data] != categories:
            yield f"labels must match the categories [json-pointer:{here}/data]"
        if not all(isinstance(point.get("value"), int | float) for point in data):
            yield f"must be a number [json-pointer:{here}/data]"


def _twice(blocks: list[Any], at: str) -> Iterator[str]:
    """Ids that come twice: block_ids, and action_ids within one block or all of a message."""
    blocks_named = [
        one["block_id"] for one in blocks if isinstance(one, dict) and "block_id" in one
    ]
    for name in {one for one in blocks_named if blocks_named.count(one) > 1}:
        yield f"`block_id` {name} already exists [json-pointer:{at}]"
    for number, block in enumerate(blocks):
        inner = block.get("elements", []) if isinstance(block, dict) else []
        named = [one["action_id"] for one in inner if isinstance(one, dict) and "action_id" in one]
        for name in {one for one in named if named.count(one) > 1}:
            yield f"`action_id` {name} already exists [json-pointer:{at}/{number}/elements]"
