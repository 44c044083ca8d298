"""What a language model is to be asked, and how often it was: two tables more."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    String,
    Text,
    UniqueConstraint,
    Uuid,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "asked",
        Column("id", BigInteger().with_variant(Integer(), "sqlite"), nullable=False),
        Column("workspace_id", Uuid(), nullable=False),
        Column("rep_id", Uuid(), nullable=False),
        Column("call_id", Uuid(), nullable=False),
        Column("kind", String(16), nullable=False),
        Column("message", Text(), nullable=False),
        Column("asked", JSON(), nullable=False),
        Column("sure", Boolean(), nullable=False),
        Column("confidence", Float(), nullable=False),
        Column("helps_until", DateTime(timezone=True), nullable=False),
        Column("claimed_until", DateTime(timezone=True)),
        _of_workspace("asked"),
        ForeignKeyConstraint(
            ["workspace_id", "rep_id"],
            ["reps.workspace_id", "reps.id"],
            name="fk_asked_workspace_id_rep_id",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["workspace_id", "call_id"],
            ["participations.workspace_id", "participations.id"],
            name="fk_asked_workspace_id_call_id",
            ondelete="CASCADE",
        ),
        PrimaryKeyConstraint("id", name="pk_asked"),
        UniqueConstraint(
            "workspace_id", "call_id", "kind", name="uq_asked_workspace_id_call_id_kind"
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "asked_days",
        Column("workspace_id", Uuid(), nullable=False),
        Column("day", Date(), nullable=False),
        Column("asked", Integer(), nullable=False),
        Column("failed", Integer(), nullable=False),
        _of_workspace("asked_days"),
        PrimaryKeyConstraint("workspace_id", "day", name="pk_asked_days"),
    )


def _of_workspace(table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["workspace_id"],
        ["workspaces.id"],
        name=f"fk_{table}_workspace_id",
        ondelete="CASCADE",
    )


def downgrade() -> None:
    op.drop_table("asked_days")
    op.drop_table("asked")
