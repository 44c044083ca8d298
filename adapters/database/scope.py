"""One transaction in one workspace: a unit's statements are made here, so none can reach out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Delete,
    RowMapping,
    Select,
    Table,
    Update,
    Uuid,
    bindparam,
    select,
    update,
)
from sqlalchemy import delete as delete_from
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncConnection

_WORKSPACE = bindparam("workspace", type_=Uuid())


@dataclass(frozen=True, slots=True)
class Scope:
    """A connection inside a transaction, and the workspace it may see."""

    connection: AsyncConnection
    workspace_id: UUID

    def mine(self, table: Table) -> ColumnElement[bool]:
        """Only this workspace's rows."""
        return table.c.workspace_id == self.workspace_id

    def join(self, left: Table, right: Table, column: str) -> ColumnElement[bool]:
        """The condition under which a row refers to another by that column."""
        return refers(left, right, column)

    def select(self, table: Table, *more: Any) -> Select[Any]:
        """This workspace's rows of a table, with further columns."""
        return select(table, *more).where(self.mine(table))

    async def rows(self, statement: Select[Any]) -> Sequence[RowMapping]:
        """All rows."""
        found: Sequence[RowMapping] = (await self.connection.execute(statement)).mappings().all()
        return found

    async def row(self, statement: Select[Any]) -> RowMapping | None:
        """The first row, if there is one."""
        found: RowMapping | None = (await self.connection.execute(statement)).mappings().first()
        return found

    async def found(self, statement: Select[Any], **told: Any) -> Sequence[RowMapping]:
        """All rows of a statement that was made once (`ours`), with what is told this time."""
        rows = await self.connection.execute(statement, {"workspace": self.workspace_id, **told})
        found: Sequence[RowMapping] = rows.mappings().all()
        return found

    async def change(self, table: Table, *where: ColumnElement[bool], **values: Any) -> int:
        """Change rows of this workspace; return how many."""
        return await self._count(update(table).where(self.mine(table), *where).values(**values))

    async def delete(self, table: Table, *where: ColumnElement[bool]) -> int:
        """Delete rows of this workspace; return how many."""
        return await self._count(delete_from(table).where(self.mine(table), *where))

    async def put(self, table: Table, rows: Iterable[Mapping[str, Any]], *key: str) -> None:
        """Insert rows, or change those whose key is already there (the primary key by default)."""
        names = [name for name in key or _primary(table) if name != "workspace_id"]
        # One order for all, so that two transactions on the same rows cannot wait in a ring.
        owned = sorted(self._owned(rows), key=lambda row: [str(row[name]) for name in names])
        if not owned:
            return
        dialect = self.connection.dialect.name
        await self.connection.execute(
            _putting(table, dialect, tuple(names), tuple(owned[0])), owned
        )

    async def add(self, table: Table, row: Mapping[str, Any]) -> bool:
        """Insert a row; False if one like it is there already."""
        # Not `rowcount`: SQLAlchemy keeps it for updates and deletes alone.
        owned = self._owned([row])[0]
        statement = insert_into(table, self.connection).values(owned).on_conflict_do_nothing()
        added = await self.connection.execute(statement.returning(table.c.workspace_id))
        return added.first() is not None

    async def _count(self, statement: Update | Delete) -> int:
        return (await self.connection.execute(statement)).rowcount

    def _owned(self, rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        return [{**row, "workspace_id": self.workspace_id} for row in rows]


def ours(table: Table, *more: Any) -> Select[Any]:
    """The workspace's rows of a table, with further columns: a statement to be made only once.

    To make one takes longer than most take to run. `Scope.found` says which workspace it is.
    """
    return select(table, *more).where(table.c.workspace_id == _WORKSPACE)


def refers(left: Table, right: Table, column: str) -> ColumnElement[bool]:
    """The condition under which a row refers to another by that column."""
    return (left.c.workspace_id == right.c.workspace_id) & (left.c[column] == right.c.id)


def _primary(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.primary_key)


@cache
def _putting(table: Table, dialect: str, key: Sequence[str], columns: Sequence[str]) -> Any:
    """The insert that changes a row whose key is there: made once for each table's columns."""
    statement = _insert(table, dialect)
    kept = {"workspace_id", *key, *_primary(table)}
    changed = {name: statement.excluded[name] for name in columns if name not in kept}
    index = [table.c.workspace_id, *(table.c[name] for name in key)]
    return statement.on_conflict_do_update(index_elements=index, set_=changed)


def insert_into(table: Table, connection: AsyncConnection) -> Any:
    """The dialect's own insert: both know `on conflict`, under two names."""
    return _insert(table, connection.dialect.name)


def _insert(table: Table, dialect: str) -> Any:
    return sqlite_insert(table) if dialect == "sqlite" else postgresql_insert(table)
