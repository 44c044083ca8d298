"""The tables: every reference names the workspace too, so that no row can refer across two.

What is searched, joined or constrained is a column; the other fields of a value are its `details`
(`adapters.database.rows`).
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from adapters.database.columns import Instant, RowNumber

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _workspace(*, key: bool = True) -> Column[object]:
    """The workspace's column, part of the primary key unless the table numbers its rows."""
    owner = ForeignKey("workspaces.id", ondelete="CASCADE")
    return Column("workspace_id", Uuid(), owner, primary_key=key, nullable=False)


def _id() -> Column[object]:
    return Column("id", Uuid(), primary_key=True)


def _refers(column: str, table: str, ondelete: str | None = "CASCADE") -> ForeignKeyConstraint:
    """A reference to the id of a row in the same workspace."""
    return ForeignKeyConstraint(
        ["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"], ondelete=ondelete
    )


workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Uuid(), primary_key=True),
    Column("name", Text(), nullable=False, unique=True),
)

# ---- where the app is installed ----------------------------------------------------------------

# A platform's own workspaces; one whose app was taken out keeps its row, without its secrets.
tenants = Table(
    "tenants",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("tenant", Text(), primary_key=True),
    Column("workspace_id", Uuid(), ForeignKey("workspaces.id", ondelete="CASCADE")),
    Column("name", Text(), nullable=False),
    Column("installer", Text(), nullable=False),
    Column("sealed_secrets", Text(), nullable=False),
)

# Installations under way: what comes back from the platform must be what we sent there.
install_states = Table(
    "install_states",
    metadata,
    Column("state", Text(), primary_key=True),
    Column("until", Instant(), nullable=False),
    Index(None, "until"),
)

# ---- people ------------------------------------------------------------------------------------

# A place is one conversation on one platform; the outbox leases places, and each lease has a
# number, so that who lost one cannot renew it.
places = Table(
    "places",
    metadata,
    Column("id", RowNumber, primary_key=True),
    _workspace(key=False),
    Column("platform", Text(), nullable=False),
    Column("tenant", Text(), nullable=False),
    Column("address", Text(), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("lease", Integer(), nullable=False, default=0),
    Column("leased_until", Instant()),
    Column("held_until", Instant()),
    UniqueConstraint("workspace_id", "digest"),
    UniqueConstraint("workspace_id", "id"),
    CheckConstraint("kind in ('rep', 'team')", name="kind"),
    sqlite_autoincrement=True,
)

teams = Table(
    "teams",
    metadata,
    _workspace(),
    _id(),
    Column("name", Text(), nullable=False),
    Column("language", String(16), nullable=False),
    Column("zone", Text(), nullable=False),
    Column("details", JSON(), nullable=False),
    Column("place_id", RowNumber),
    _refers("place_id", "places", None),
)

reps = Table(
    "reps",
    metadata,
    _workspace(),
    _id(),
    Column("team_id", Uuid(), nullable=False),
    Column("name", Text(), nullable=False),
    Column("address", Text(), nullable=False),
    Column("language", String(16), nullable=False),
    Column("zone", Text()),
    Column("active", Boolean(), nullable=False),
    Column("details", JSON(), nullable=False),
    _refers("team_id", "teams", None),
    Index(None, "workspace_id", "team_id"),
)

accounts = Table(
    "accounts",
    metadata,
    _workspace(),
    Column("platform", Text(), primary_key=True),
    Column("tenant", Text(), primary_key=True),
    Column("user", Text(), primary_key=True),
    Column("rep_id", Uuid(), nullable=False),
    Column("place_id", RowNumber, nullable=False),
    Column("used", Integer(), nullable=False),
    _refers("rep_id", "reps"),
    _refers("place_id", "places", None),
    Index(None, "workspace_id", "rep_id"),
)

calendar_links = Table(
    "calendar_links",
    metadata,
    _workspace(),
    _id(),
    Column("rep_id", Uuid(), nullable=False),
    Column("sealed_address", Text(), nullable=False),
    Column("validators", JSON(), nullable=False),
    Column("read_at", Instant()),
    Column("failed_at", Instant()),
    Column("failure", Text(), nullable=False),
    Column("sealed_entries", Text(), nullable=False),
    _refers("rep_id", "reps"),
    Index(None, "workspace_id", "rep_id"),
)

# ---- sales -------------------------------------------------------------------------------------

customers = Table(
    "customers",
    metadata,
    _workspace(),
    _id(),
    Column("key", Text(), nullable=False),
    Column("name", Text(), nullable=False),
    Column("details", JSON(), nullable=False),
    UniqueConstraint("workspace_id", "key"),
)

opportunities = Table(
    "opportunities",
    metadata,
    _workspace(),
    _id(),
    Column("customer_id", Uuid(), nullable=False),
    Column("team_id", Uuid(), nullable=False),
    Column("details", JSON(), nullable=False),
    _refers("customer_id", "customers", None),
    _refers("team_id", "teams", None),
    Index(None, "workspace_id", "team_id"),
)

meetings = Table(
    "meetings",
    metadata,
    _workspace(),
    _id(),
    Column("key", Text(), nullable=False),
    Column("series", Text(), nullable=False),
    UniqueConstraint("workspace_id", "key"),
)

participations = Table(
    "participations",
    metadata,
    _workspace(),
    _id(),
    Column("meeting_id", Uuid(), nullable=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("opportunity_id", Uuid(), nullable=False),
    Column("starts_at", Instant(), nullable=False),
    Column("ends_at", Instant(), nullable=False),
    Column("details", JSON(), nullable=False),
    _refers("meeting_id", "meetings", None),
    _refers("rep_id", "reps"),
    _refers("opportunity_id", "opportunities", None),
    UniqueConstraint("workspace_id", "rep_id", "meeting_id"),
    Index(None, "workspace_id", "rep_id", "ends_at"),
    Index(None, "workspace_id", "opportunity_id", "ends_at"),
)

promises = Table(
    "promises",
    metadata,
    _workspace(),
    _id(),
    Column("call_id", Uuid(), nullable=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("opportunity_id", Uuid(), nullable=False),
    Column("text", Text(), nullable=False),
    Column("due_on", Date(), nullable=False),
    Column("kept", Boolean()),
    Column("settled_at", Instant()),
    Column("details", JSON(), nullable=False),
    _refers("call_id", "participations"),
    _refers("rep_id", "reps"),
    _refers("opportunity_id", "opportunities", None),
    Index(None, "workspace_id", "rep_id"),
    Index(None, "workspace_id", "opportunity_id"),
)

learnings = Table(
    "learnings",
    metadata,
    _workspace(),
    _id(),
    Column("call_id", Uuid(), nullable=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("team_id", Uuid(), nullable=False),
    Column("text", Text(), nullable=False),
    Column("shared_at", Instant(), nullable=False),
    Column("details", JSON(), nullable=False),
    _refers("call_id", "participations"),
    _refers("rep_id", "reps"),
    _refers("team_id", "teams", None),
    Index(None, "workspace_id", "team_id", "shared_at"),
)

# What a rep keeps beside plans and reviews (coaching.notes): its content is the details.
notes = Table(
    "notes",
    metadata,
    _workspace(),
    _id(),
    Column("rep_id", Uuid(), nullable=False),
    Column("author_id", Uuid(), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("opportunity_id", Uuid()),
    Column("call_id", Uuid()),
    Column("said_at", Instant(), nullable=False),
    Column("details", JSON(), nullable=False),
    _refers("rep_id", "reps"),
    _refers("author_id", "reps"),
    _refers("opportunity_id", "opportunities", None),
    _refers("call_id", "participations"),
    Index(None, "workspace_id", "rep_id", "said_at"),
    Index(None, "workspace_id", "author_id"),
)

lessons = Table(
    "lessons",
    metadata,
    _workspace(),
    Column("rep_id", Uuid(), primary_key=True),
    Column("scope", String(16), primary_key=True),
    Column("value", Text(), primary_key=True),
    Column("coached", Boolean(), nullable=False),
    Column("details", JSON(), nullable=False),
    _refers("rep_id", "reps"),
)

dissents = Table(
    "dissents",
    metadata,
    _workspace(),
    _id(),
    Column("rep_id", Uuid(), nullable=False),
    Column("said_at", Instant(), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("text", Text(), nullable=False),
    Column("details", JSON(), nullable=False),
    _refers("rep_id", "reps"),
    Index(None, "workspace_id", "said_at"),
    Index(None, "workspace_id", "rep_id"),
)

# ---- the coach's memory and promises -----------------------------------------------------------

conversations = Table(
    "conversations",
    metadata,
    _workspace(),
    Column("rep_id", Uuid(), primary_key=True),
    Column("version", Integer(), nullable=False),
    Column("state", JSON(), nullable=False),
    Column("busy", JSON(), nullable=False),
    _refers("rep_id", "reps"),
)

due = Table(
    "due",
    metadata,
    Column("id", RowNumber, primary_key=True),
    _workspace(key=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("about", Text(), nullable=False),
    Column("start", Instant(), nullable=False),
    Column("at", Instant(), nullable=False),
    Column("details", JSON(), nullable=False),
    Column("claimed_until", Instant()),
    _refers("rep_id", "reps"),
    UniqueConstraint("workspace_id", "rep_id", "kind", "about", "start"),
    Index(None, "at"),
    sqlite_autoincrement=True,
)

told = Table(
    "told",
    metadata,
    _workspace(),
    Column("rep_id", Uuid(), primary_key=True),
    Column("kind", String(24), primary_key=True),
    Column("about", Text(), primary_key=True),
    Column("start", Instant(), primary_key=True),
    Column("at", Instant(), nullable=False),
    Column("dropped", Text(), nullable=False),
    Column("details", JSON(), nullable=False),
    _refers("rep_id", "reps"),
    Index(None, "workspace_id", "rep_id", "start"),
)

seen = Table(
    "seen",
    metadata,
    _workspace(),
    Column("delivery", Text(), primary_key=True),
    Column("seen_at", Instant(), nullable=False),
    Index(None, "seen_at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowNumber, primary_key=True),
    _workspace(key=False),
    Column("rep_id", Uuid()),
    Column("team_id", Uuid()),
    Column("place_id", RowNumber),
    Column("kind", String(8), nullable=False),
    Column("logical_id", Text(), nullable=False),
    Column("thread", Text(), nullable=False),
    Column("message", JSON(), nullable=False),
    Column("helps_until", Instant()),
    Column("state", String(8), nullable=False),
    Column("reason", Text(), nullable=False, default=""),
    Column("reference", Text(), nullable=False, default=""),
    Column("attempts", Integer(), nullable=False, default=0),
    Column("settled_at", Instant()),
    # The reader's, where a message is for nobody we know: neither a rep nor a team.
    Column("language", String(16)),
    Column("zone", Text()),
    _refers("rep_id", "reps"),
    _refers("team_id", "teams"),
    _refers("place_id", "places", None),
    CheckConstraint("kind in ('send', 'edit')", name="kind"),
    CheckConstraint("state in ('waiting', 'taken', 'sent', 'dropped')", name="state"),
    Index(None, "workspace_id", "logical_id"),
    Index(None, "workspace_id", "reference"),
    sqlite_autoincrement=True,
)
OPEN = outbox.c.state.in_(("waiting", "taken"))
IS_SEND = outbox.c.kind == "send"
Index(
    "uq_outbox_send",
    outbox.c.workspace_id,
    outbox.c.logical_id,
    unique=True,
    sqlite_where=IS_SEND,
    postgresql_where=IS_SEND,
)
Index(
    "ix_outbox_open",
    outbox.c.place_id,
    outbox.c.id,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)

# What a language model is to be asked: one row for each answer of a plan, the newest wording.
asked = Table(
    "asked",
    metadata,
    Column("id", RowNumber, primary_key=True),
    _workspace(key=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("call_id", Uuid(), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("message", Text(), nullable=False),
    Column("asked", JSON(), nullable=False),
    Column("sure", Boolean(), nullable=False),
    Column("confidence", Float(), nullable=False),
    Column("helps_until", Instant(), nullable=False),
    Column("claimed_until", Instant()),
    _refers("rep_id", "reps"),
    _refers("call_id", "participations"),
    UniqueConstraint("workspace_id", "call_id", "kind"),
    sqlite_autoincrement=True,
)

# How often a language model was asked on a day in UTC, and how often in vain.
asked_days = Table(
    "asked_days",
    metadata,
    _workspace(),
    Column("day", Date(), primary_key=True),
    Column("asked", Integer(), nullable=False),
    Column("failed", Integer(), nullable=False),
)

# ---- the web's own board -----------------------------------------------------------------------

posts = Table(
    "posts",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("place", Text(), nullable=False),
    Column("author", Text(), nullable=False),
    Column("at", Instant(), nullable=False),
    Column("logical_id", Text()),
    Column("thread", Text(), nullable=False),
    Column("text", Text(), nullable=False),
    Column("message", JSON()),
    Column("language", String(16), nullable=False),
    Column("zone", Text(), nullable=False),
    Column("edited", Boolean(), nullable=False),
    UniqueConstraint("place", "logical_id"),
    Index(None, "place", "id"),
    sqlite_autoincrement=True,
)
