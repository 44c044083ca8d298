"""Reads a script file; all that is wrong with it is said at once, each with its line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.replay.script import Script
from coaching.errors import BadInput

SIZE_LIMIT = 1_000_000


def read(path: Path) -> Script:
    """The script in a YAML file; raises `BadInput` that names each fault by line and field."""
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise BadInput(str(path), f"is over {SIZE_LIMIT} bytes")
        told = path.read_text(encoding="utf-8")
        node = yaml.compose(told, Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError) as bad:
        raise BadInput(str(path), f"cannot be read: {bad}") from bad
    except yaml.YAMLError as bad:
        raise BadInput(str(path), f"is not YAML: {bad}") from bad
    lines: dict[tuple[int | str, ...], int] = {(): 1}
    plain = _plain(node, (), lines)
    try:
        return Script.model_validate(plain)
    except ValidationError as bad:
        faults = [_fault(error, lines) for error in _told(bad.errors())]
        raise BadInput(str(path), "\n".join(["is no script:", *faults])) from bad


def _plain(
    node: yaml.Node | None, where: tuple[int | str, ...], lines: dict[tuple[int | str, ...], int]
) -> object:
    """The values of a document, every scalar as text (no 11:00 that is 660), and their lines."""
    if node is None:
        return {}
    lines[where] = node.start_mark.line + 1
    match node:
        case yaml.MappingNode():
            return {
                key.value: _plain(value, (*where, str(key.value)), lines)
                for key, value in node.value
            }
        case yaml.SequenceNode():
            return [_plain(item, (*where, at), lines) for at, item in enumerate(node.value)]
        case _:
            return node.value


def _told(errors: Sequence[ErrorDetails]) -> Iterator[ErrorDetails]:
    """The errors without those that only say that the parts within are wrong."""
    for error in errors:
        within = (one["loc"] for one in errors if len(one["loc"]) > len(error["loc"]))
        if not any(loc[: len(error["loc"])] == error["loc"] for loc in within):
            yield error


def _fault(error: ErrorDetails, lines: dict[tuple[int | str, ...], int]) -> str:
    where = tuple(error["loc"])
    known = next(where[:end] for end in range(len(where), -1, -1) if where[:end] in lines)
    what = error["msg"].removeprefix("Value error, ")
    if error["type"] == "extra_forbidden":
        what = f"no such field; there are {', '.join(_siblings(where))}"
    given = error["input"]
    shown = f" {given!r}:" if isinstance(given, str) and error["type"] != "extra_forbidden" else ""
    return f"  line {lines[known]}, {_named(where)}:{shown} {what}"


def _named(where: Sequence[int | str]) -> str:
    """A place such as `step 3, rep, plan`."""
    parts: list[str] = []
    for part in where:
        if isinstance(part, int):
            parts[-1] = f"{parts[-1].removesuffix('s')} {part + 1}"
        else:
            parts.append(part)
    return ", ".join(parts) or "the script"


def _siblings(where: Sequence[int | str]) -> list[str]:
    model: type[BaseModel] = Script
    for part in where[:-1]:
        if isinstance(part, str):
            model = _model_of(model, part)
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_of(model: type[BaseModel], part: str) -> type[BaseModel]:
    for name, field in model.model_fields.items():
        if part in {name, field.alias}:
            return _model_in(field.annotation) or model
    return model


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next((found for one in inner if (found := _model_in(one))), None)
