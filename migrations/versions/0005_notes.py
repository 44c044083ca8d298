"""What a rep keeps beside plans and reviews: one table more."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    String,
    Uuid,
)

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notes",
        Column("workspace_id", Uuid(), nullable=False),
        Column("id", Uuid(), nullable=False),
        Column("rep_id", Uuid(), nullable=False),
        Column("author_id", Uuid(), nullable=False),
        Column("kind", String(16), nullable=False),
        Column("opportunity_id", Uuid()),
        Column("call_id", Uuid()),
        Column("said_at", DateTime(timezone=True), nullable=False),
        Column("details", JSON(), nullable=False),
        ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name="fk_notes_workspace_id",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["workspace_id", "rep_id"],
            ["reps.workspace_id", "reps.id"],
            name="fk_notes_workspace_id_rep_id",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["workspace_id", "author_id"],
            ["reps.workspace_id", "reps.id"],
            name="fk_notes_workspace_id_author_id",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["workspace_id", "opportunity_id"],
            ["opportunities.workspace_id", "opportunities.id"],
            name="fk_notes_workspace_id_opportunity_id",
        ),
        ForeignKeyConstraint(
            ["workspace_id", "call_id"],
            ["participations.workspace_id", "participations.id"],
            name="fk_notes_workspace_id_call_id",
            ondelete="CASCADE",
        ),
        PrimaryKeyConstraint("workspace_id", "id", name="pk_notes"),
    )
    op.create_index(
        "ix_notes_workspace_id_rep_id_said_at", "notes", ["workspace_id", "rep_id", "said_at"]
    )
    op.create_index("ix_notes_workspace_id_author_id", "notes", ["workspace_id", "author_id"])


def downgrade() -> None:
    op.drop_table("notes")
