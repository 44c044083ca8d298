"""The one schema that all tables are in, and the columns they share."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, MetaData, Uuid

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def workspace_column(*, key: bool = True) -> Column[object]:
    """The workspace's column, part of the primary key unless the table numbers its rows."""
    owner = ForeignKey("workspaces.id", ondelete="CASCADE")
    return Column("workspace_id", Uuid(), owner, primary_key=key, nullable=False)


def id_column() -> Column[object]:
    """The id of a row, which counts within its workspace."""
    return Column("id", Uuid(), primary_key=True)


def refers(column: str, table: str, ondelete: str | None = "CASCADE") -> ForeignKeyConstraint:
    """A reference to the id of a row in the same workspace."""
    return ForeignKeyConstraint(
        ["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"], ondelete=ondelete
    )
