"""The parts of an activity, by name; one that is not as documented is `BadInput` with its name."""

from __future__ import annotations

from typing import Any

from coaching.errors import BadInput

TEXT_LIMIT = 40_000
# Conversation ids are the longest: some 200 characters.
ID_LIMIT = 1_000


def part(activity: Any, *path: str) -> Any:
    """What is at the end of the path, None where the path ends before."""
    for name in path:
        if not isinstance(activity, dict):
            return None
        activity = activity.get(name)
    return activity


def listed(activity: Any, *path: str) -> list[Any]:
    """The list at the end of the path; nothing where there is none."""
    found = part(activity, *path)
    return found if isinstance(found, list) else []


def words(activity: Any, *path: str, default: str | None = None) -> str:
    """A text of at most 40 000 characters; without a default it must be there."""
    value = part(activity, *path)
    if value is None and default is not None:
        return default
    return _text(value, ".".join(path), TEXT_LIMIT)


def mark(activity: Any, *path: str, default: str | None = None) -> str:
    """An id, an address or a name; without a default it must be there."""
    field = ".".join(path)
    found = part(activity, *path)
    if found in (None, "") and default is not None:
        return default
    value = _text(found, field, ID_LIMIT)
    if not value:
        raise BadInput(field, "is empty")
    return value


def _text(value: Any, field: str, limit: int) -> str:
    if not isinstance(value, str):
        raise BadInput(field, "must be a text")
    if len(value) > limit:
        raise BadInput(field, f"has {len(value)} characters, at most {limit} are allowed")
    # JSON can spell half a surrogate pair, which no database and no answer can carry.
    if "\0" in value or any("\ud800" <= character <= "\udfff" for character in value):
        raise BadInput(field, "has characters that are no text")
    return value
