"""Values as rows and back: a field with a column goes there, the others are the row's details."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import RowMapping, Table

from adapters.database.codec import dump, load

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def row_of(value: DataclassInstance, table: Table, *, without: frozenset[str] = frozenset()) -> Any:
    """The columns of a value; fields in `without` are stored elsewhere."""
    names = [field.name for field in fields(value) if field.name not in without]
    columns = {name: getattr(value, name) for name in names if name in table.c}
    details = {name: dump(getattr(value, name)) for name in names if name not in table.c}
    return columns | {"details": details}


def value_of(row: RowMapping | Mapping[str, Any], kind: type[T], **elsewhere: Any) -> T:
    """The value of a row and of what is stored `elsewhere`; a missing detail takes its default."""
    names = _names(kind)
    columns = {str(name): dump(cell) for name, cell in row.items() if name in names}
    return load(columns | row.get("details", {}) | dump(elsewhere), kind)


@cache
def _names(kind: type[DataclassInstance]) -> frozenset[str]:
    return frozenset(field.name for field in fields(kind))
