"""In which tenants the app is installed, and who its bot is there."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.chat.slack.app import Ourselves
from adapters.chat.slack.tokens import PLATFORM, installation_of
from adapters.ports import Gone, Tenants


@dataclass(frozen=True, slots=True, kw_only=True)
class OneBot:
    """The one bot of Socket Mode: whatever comes over its connection is for it."""

    us: Ourselves

    async def ourselves(self, enterprise: str, team: str, *, org_wide: bool) -> Ourselves | None:
        """That bot."""
        return self.us


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBots:
    """The bots of stored installations."""

    tenants: Tenants

    async def ourselves(self, enterprise: str, team: str, *, org_wide: bool) -> Ourselves | None:
        """The bot of a team, or of the organisation where the app is installed across it."""
        kept = await self.tenants.recent(PLATFORM, enterprise if org_wide else team)
        if kept is None or not kept.secrets:
            return None
        try:
            installed = installation_of(kept)
        except Gone:
            return None
        return Ourselves(bot_id=installed.bot_id or "", bot_user=installed.bot_user_id or "")
