"""What people do with blocks: find a button, choose an option, fill a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tests.adapters.slack.fake.state import Json, Opened, Post

Values = Mapping[str, str | Sequence[str]]


def _elements(blocks: Sequence[Json]) -> Iterator[tuple[Json, Json]]:
    for block in blocks:
        for one in [*block.get("elements", []), block.get("accessory")]:
            if isinstance(one, dict) and block["type"] in {"actions", "section"}:
                yield block, one


def _blocks(borne: Post | Opened) -> list[Json]:
    blocks: list[Json] = borne.blocks if isinstance(borne, Post) else borne.view["blocks"]
    return blocks


def labels(borne: Post | Opened) -> list[str]:
    """The words on all buttons, menus and options, from the top."""
    found: list[str] = []
    for _, one in _elements(_blocks(borne)):
        if one["type"] == "button":
            found.append(one["text"]["text"])
        else:
            found += [option["text"]["text"] for option in one.get("options", [])]
    return found


def button(borne: Post | Opened, wanted: str) -> Json:
    """The action of a tap on a button, by its label, its action_id or its value."""
    for block, one in _elements(_blocks(borne)):
        names = (one.get("text", {}).get("text"), one.get("action_id"), one.get("value"))
        if one["type"] == "button" and wanted in names:
            kept: Json = {
                name: one[name] for name in ("type", "action_id", "text", "value") if name in one
            }
            return {**kept, "block_id": block["block_id"]}
    raise AssertionError(f"no button {wanted!r} among {labels(borne)}")


def choice(borne: Post | Opened, wanted: str) -> Json:
    """The action of a choice in a menu, by the option's label or value."""
    for block, one in _elements(_blocks(borne)):
        for option in one.get("options", []):
            if wanted in (option["text"]["text"], option["value"]):
                chosen: Json = {"type": one["type"], "action_id": one["action_id"]}
                chosen |= {"block_id": block["block_id"], "selected_option": option}
                return chosen | {"placeholder": one.get("placeholder")}
    raise AssertionError(f"no option {wanted!r} among {labels(borne)}")


def fields(view: Opened) -> dict[str, Json]:
    """The input blocks of a form by their block_ids."""
    return {one["block_id"]: one for one in view.view["blocks"] if one["type"] == "input"}


def filled(view: Opened, values: Values) -> Json:
    """A form's `state.values` once somebody has typed those values.

    They go by block_id or label; choices by value or label. What is not named stays as it was.
    Slack's own client sends no form in which something required is missing, or too long.
    """
    asked = fields(view)
    by_label = {block["label"]["text"]: name for name, block in asked.items()}
    wanted = {by_label.get(name, name): value for name, value in values.items()}
    if odd := set(wanted) - set(asked):
        raise AssertionError(f"no such fields {sorted(odd)} among {sorted(asked)}")
    state: Json = {}
    for name, block in asked.items():
        one = block["element"]
        before = view.state.get(name, {}).get(one["action_id"]) or _initial(one)
        answer = _answer(one, wanted[name]) if name in wanted else before
        if _empty(answer) and not block.get("optional"):
            raise AssertionError(f"{name} is required")
        state[name] = {one["action_id"]: answer}
    return state


def _initial(one: Json) -> Json:
    match one["type"]:
        case "plain_text_input":
            return {"type": one["type"], "value": one.get("initial_value") or None}
        case "datepicker":
            return {"type": one["type"], "selected_date": one.get("initial_date")}
        case "checkboxes":
            return {"type": one["type"], "selected_options": one.get("initial_options", [])}
        case _:
            return {"type": one["type"], "selected_option": one.get("initial_option")}


def _answer(one: Json, value: str | Sequence[str]) -> Json:
    match one["type"]:
        case "plain_text_input":
            assert isinstance(value, str), "a text is typed"
            assert len(value) <= one.get("max_length", 3000), "Slack takes no longer text"
            return {"type": one["type"], "value": value or None}
        case "datepicker":
            return {"type": one["type"], "selected_date": value or None}
        case "checkboxes":
            names = [value] if isinstance(value, str) else value
            chosen = [_option(one, name) for name in names if name]
            return {"type": one["type"], "selected_options": chosen}
        case _:
            assert isinstance(value, str), "one option is chosen"
            return {"type": one["type"], "selected_option": _option(one, value) if value else None}


def _option(one: Json, wanted: str) -> Json:
    for option in one["options"]:
        if wanted in (option["value"], option["text"]["text"]):
            chosen: Json = option
            return chosen
    raise AssertionError(f"no option {wanted!r}")


def _empty(answer: Json) -> bool:
    return not any(value for name, value in answer.items() if name != "type")
