"""The problem on the table of a sale is each rep's own: one table more."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, PrimaryKeyConstraint, Text, Uuid

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "problems",
        Column("workspace_id", Uuid(), nullable=False),
        Column("rep_id", Uuid(), nullable=False),
        Column("opportunity_id", Uuid(), nullable=False),
        Column("text", Text(), nullable=False),
        ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name="fk_problems_workspace_id",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["workspace_id", "rep_id"],
            ["reps.workspace_id", "reps.id"],
            name="fk_problems_workspace_id_rep_id",
            ondelete="CASCADE",
        ),
        ForeignKeyConstraint(
            ["workspace_id", "opportunity_id"],
            ["opportunities.workspace_id", "opportunities.id"],
            name="fk_problems_workspace_id_opportunity_id",
            ondelete="CASCADE",
        ),
        PrimaryKeyConstraint("workspace_id", "rep_id", "opportunity_id", name="pk_problems"),
    )


def downgrade() -> None:
    op.drop_table("problems")
