"""Where the app is installed: what a platform gave us to act there is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from time import monotonic
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.database.faults import to_read, to_write
from adapters.database.scope import insert_into
from adapters.database.seal import Seal
from adapters.database.tables import install_states, tenants
from adapters.ports import Tenant

RECENT_SECONDS = 3.0


class SqlTenants:
    """The port `Tenants` on SQLite or PostgreSQL."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, seal: Seal) -> None:
        self._writer = writer
        self._reader = reader
        self._seal = seal
        self._changes = 0
        self._recent: dict[tuple[str, str], tuple[float, Tenant]] = {}

    async def put(self, tenant: Tenant) -> None:
        """Add an installation or change it; raises `BadInput` where no key is set."""
        values = {
            "name": tenant.name,
            "installer": tenant.installer,
            "sealed_secrets": self._seal.close(tenant.secrets) if tenant.secrets else "",
        }
        row = {"platform": tenant.platform, "tenant": tenant.tenant, **values}
        async with to_write(self._writer) as connection:
            statement = insert_into(tenants, connection).values(row)
            keys = [tenants.c.platform, tenants.c.tenant]
            await connection.execute(
                statement.on_conflict_do_update(index_elements=keys, set_=values)
            )
        self._forget()

    async def get(self, platform: str, tenant: str) -> Tenant | None:
        """One installation; raises `BadInput` where no key opens it."""
        async with to_read(self._reader) as connection:
            found = await connection.execute(select(tenants).where(_same(platform, tenant)))
            row = found.mappings().first()
        return None if row is None else self._tenant(row)

    async def recent(self, platform: str, tenant: str) -> Tenant | None:
        """One installation as it was some seconds ago; what changed here is seen at once."""
        kept = self._recent.get((platform, tenant))
        if kept is not None and monotonic() - kept[0] < RECENT_SECONDS:
            return kept[1]
        changes = self._changes
        found = await self.get(platform, tenant)
        # What changed while it was read may not be in it; one that is not there may come any time.
        if found is not None and found.secrets and changes == self._changes:
            self._recent[platform, tenant] = (monotonic(), found)
        return found

    async def installed(self, platform: str) -> Sequence[str]:
        """Where the app is installed, in order; one that no key opens stops none of the others."""
        here = (tenants.c.platform == platform, tenants.c.sealed_secrets != "")
        wanted = select(tenants.c.tenant).where(*here).order_by(tenants.c.tenant)
        async with to_read(self._reader) as connection:
            return tuple(await connection.scalars(wanted))

    async def rename(self, platform: str, tenant: str, name: str) -> None:
        """Say what an installation is called now; its secrets may be renewed at the same moment."""
        named = update(tenants).where(_same(platform, tenant)).values(name=name)
        async with to_write(self._writer) as connection:
            await connection.execute(named)
        self._forget()

    async def drop(self, platform: str, tenant: str) -> None:
        """Forget an installation's secrets; which workspace it leads to stays known."""
        gone = update(tenants).where(_same(platform, tenant)).values(sealed_secrets="")
        async with to_write(self._writer) as connection:
            await connection.execute(gone)
        self._forget()

    async def workspace(self, platform: str, tenant: str) -> UUID | None:
        """Which workspace of ours an installation leads to."""
        wanted = select(tenants.c.workspace_id).where(_same(platform, tenant))
        async with to_read(self._reader) as connection:
            found: UUID | None = await connection.scalar(wanted)
        return found

    async def lead(self, platform: str, tenant: str, workspace_id: UUID) -> None:
        """Say which workspace of ours an installation leads to."""
        led = update(tenants).where(_same(platform, tenant)).values(workspace_id=workspace_id)
        async with to_write(self._writer) as connection:
            await connection.execute(led)

    async def note_state(self, state: str, *, until: datetime) -> None:
        """Keep the state of an installation under way."""
        async with to_write(self._writer) as connection:
            kept = insert_into(install_states, connection).values(state=state, until=until)
            await connection.execute(kept)

    async def take_state(self, state: str, *, now: datetime) -> bool:
        """Whether that state was kept and still counts; it counts once, and late ones go."""
        mine = delete(install_states).where(install_states.c.state == state)
        async with to_write(self._writer) as connection:
            taken = await connection.execute(mine.returning(install_states.c.until))
            until: datetime | None = taken.scalar()
            await connection.execute(delete(install_states).where(install_states.c.until < now))
        return until is not None and until >= now

    def _forget(self) -> None:
        self._changes += 1
        self._recent.clear()

    def _tenant(self, row: RowMapping) -> Tenant:
        sealed = row["sealed_secrets"]
        return Tenant(
            platform=row["platform"],
            tenant=row["tenant"],
            name=row["name"],
            installer=row["installer"],
            secrets=self._seal.open(sealed) if sealed else "",
        )


def _same(platform: str, tenant: str) -> ColumnElement[bool]:
    return and_(tenants.c.platform == platform, tenants.c.tenant == tenant)
