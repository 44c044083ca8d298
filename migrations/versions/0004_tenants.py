"""Where the app is installed, installations under way, and messages to people who are no reps."""

from __future__ import annotations

from alembic import op
from sqlalchemy import (
    Column,
    DateTime,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    String,
    Text,
    Uuid,
)

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tenants",
        Column("platform", String(16), nullable=False),
        Column("tenant", Text(), nullable=False),
        Column("workspace_id", Uuid()),
        Column("name", Text(), nullable=False),
        Column("installer", Text(), nullable=False),
        Column("sealed_secrets", Text(), nullable=False),
        ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
            name="fk_tenants_workspace_id",
            ondelete="CASCADE",
        ),
        PrimaryKeyConstraint("platform", "tenant", name="pk_tenants"),
    )
    op.create_table(
        "install_states",
        Column("state", Text(), nullable=False),
        Column("until", DateTime(timezone=True), nullable=False),
        PrimaryKeyConstraint("state", name="pk_install_states"),
    )
    op.create_index("ix_install_states_until", "install_states", ["until"])
    op.add_column("outbox", Column("language", String(16)))
    op.add_column("outbox", Column("zone", Text()))


def downgrade() -> None:
    op.drop_column("outbox", "zone")
    op.drop_column("outbox", "language")
    op.drop_table("install_states")
    op.drop_table("tenants")
