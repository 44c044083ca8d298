"""The parts of a payload, by name; one that is not as documented is `BadInput` with its name."""

from __future__ import annotations

import json
from typing import Any

from coaching.errors import BadInput

TEXT_LIMIT = 40_000


def part(payload: Any, *path: str) -> Any:
    """What is at the end of the path, None where the path ends before."""
    for name in path:
        if not isinstance(payload, dict):
            return None
        payload = payload.get(name)
    return payload


def listed(payload: Any, *path: str) -> list[Any]:
    """The list at the end of the path; nothing where there is none."""
    found = part(payload, *path)
    return found if isinstance(found, list) else []


def words(payload: Any, *path: str, default: str | None = None) -> str:
    """A text of at most 40 000 characters; without a default it must be there."""
    value = part(payload, *path)
    if value is None and default is not None:
        return default
    return _text(value, ".".join(path), TEXT_LIMIT)


def mark(payload: Any, *path: str, limit: int, default: str | None = None) -> str:
    """An id, an address or a name of at most `limit` characters; without a default it is there."""
    field = ".".join(path)
    found = part(payload, *path)
    if found in (None, "") and default is not None:
        return default
    value = _text(found, field, limit)
    if not value:
        raise BadInput(field, "is empty")
    return value


def inner(field: str, packed: str) -> dict[str, Any]:
    """The JSON object inside a text."""
    try:
        unpacked = json.loads(packed)
    except (ValueError, RecursionError) as error:
        raise BadInput(field, "is not JSON") from error
    if not isinstance(unpacked, dict):
        raise BadInput(field, "must be a JSON object")
    return unpacked


def _text(value: Any, field: str, limit: int) -> str:
    if not isinstance(value, str):
        raise BadInput(field, "must be a text")
    if len(value) > limit:
        raise BadInput(field, f"has {len(value)} characters, at most {limit} are allowed")
    # JSON can spell half a surrogate pair, which no database and no answer can carry.
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise BadInput(field, "has characters that are no text")
    return value
