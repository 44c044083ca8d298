"""Where the app is installed, on platforms that have it installed by others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """A platform's own workspace in which the app is installed.

    `secrets` is what the platform gave us to act there (JSON of the adapter's own, encrypted at
    rest, never logged); empty where it comes from the environment. `installer` is a user's id.
    """

    platform: str
    tenant: str
    name: str
    installer: str = ""
    secrets: str = field(default="", repr=False)


class Tenants(Protocol):
    """Where the app is installed, on platforms that have it installed by others."""

    async def put(self, tenant: Tenant) -> None:
        """Add an installation or change it."""

    async def get(self, platform: str, tenant: str) -> Tenant | None:
        """One installation."""

    async def recent(self, platform: str, tenant: str) -> Tenant | None:
        """One installation as it was some seconds ago; what changed here is seen at once."""

    async def installed(self, platform: str) -> Sequence[str]:
        """Where the app is installed on a platform, by the platform's ids; nothing is opened."""

    async def rename(self, platform: str, tenant: str, name: str) -> None:
        """Say what an installation is called now, and touch nothing else of it."""

    async def drop(self, platform: str, tenant: str) -> None:
        """Forget an installation's secrets; which workspace it leads to stays known."""

    async def workspace(self, platform: str, tenant: str) -> UUID | None:
        """Which workspace of ours an installation leads to."""

    async def lead(self, platform: str, tenant: str, workspace_id: UUID) -> None:
        """Say which workspace of ours an installation leads to."""

    async def note_state(self, state: str, *, until: datetime) -> None:
        """Keep the state of an installation under way."""

    async def take_state(self, state: str, *, now: datetime) -> bool:
        """Whether that state was kept and still counts; it counts once."""
