"""What reps see otherwise than the judge, and show the operator: one table more."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    String,
    Text,
    Uuid,
)

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dissents",
        Column("workspace_id", Uuid(), nullable=False),
        Column("id", Uuid(), nullable=False),
        Column("rep_id", Uuid(), nullable=False),
        Column("said_at", DateTime(timezone=True), nullable=False),
        Column("kind", String(16), nullable=False),
        Column("text", Text(), nullable=False),
        Column("details", JSON(), nullable=False),
        ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name="fk_dissents_workspace_id",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["workspace_id", "rep_id"],
            ["reps.workspace_id", "reps.id"],
            name="fk_dissents_workspace_id_rep_id",
            ondelete="CASCADE",
        ),
        PrimaryKeyConstraint("workspace_id", "id", name="pk_dissents"),
    )
    op.create_index("ix_dissents_workspace_id_said_at", "dissents", ["workspace_id", "said_at"])
    op.create_index("ix_dissents_workspace_id_rep_id", "dissents", ["workspace_id", "rep_id"])


def downgrade() -> None:
    op.drop_table("dissents")
