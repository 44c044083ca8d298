"""Values as JSON and back: messages, with their unions told apart by a tag, and stored details."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

from cattrs import Converter
from cattrs.strategies import configure_tagged_union

from coaching.messages import Block, Clock, Moment, Names, Quoted, Text, Value
from coaching.spans import Span

T = TypeVar("T")
_Tagged = Quoted | Clock | Moment | Span | Names | Text


def dump(value: Any) -> Any:
    """A value as JSON can hold it: a message, a plan, a mapping."""
    return _converter.unstructure(value)


def load(stored: Any, kind: type[T]) -> T:
    """The value again; fields that were added since take their defaults."""
    return _converter.structure(stored, kind)


def _dump_value(value: Value) -> Any:
    """A blank's filling: texts and numbers as they are, a day tagged like the classes."""
    match value:
        case str() | int():
            return value
        case date():
            return {"_type": "date", "on": value.isoformat()}
        case _:
            return _converter.unstructure(value, unstructure_as=_Tagged)


def _load_value(stored: Any, _: object) -> Value:
    match stored:
        case str() | int():
            return stored
        case {"_type": "date", "on": day}:
            return date.fromisoformat(day)
        case _:
            value: Value = _converter.structure(stored, _Tagged)  # type: ignore[arg-type]  # a union
            return value


def _make() -> Converter:
    converter = Converter(
        detailed_validation=False, unstruct_collection_overrides={AbstractSet: list}
    )
    for kind, write, read in (
        (UUID, str, UUID),
        (time, time.isoformat, time.fromisoformat),
        (timedelta, timedelta.total_seconds, lambda seconds: timedelta(seconds=seconds)),
        (datetime, datetime.isoformat, datetime.fromisoformat),
        (date, date.isoformat, date.fromisoformat),
    ):
        converter.register_unstructure_hook(kind, write)
        converter.register_structure_hook(kind, lambda stored, _, read=read: read(stored))
    # Before the unions: a Text holds values that may be a Text.
    converter.register_unstructure_hook(Value, _dump_value)
    converter.register_structure_hook(Value, _load_value)
    configure_tagged_union(_Tagged, converter)
    configure_tagged_union(Block, converter)
    return converter


_converter = _make()
