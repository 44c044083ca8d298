"""Where slack_bolt keeps installations and installs under way: on our port `Tenants`.

slack_sdk's own stores keep tokens in clear; here they are `Tenant.secrets`, sealed at rest.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Bot, Installation
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.chat.slack.tokens import PLATFORM, installation_of, secrets_of
from adapters.ports import Clock, Gone, Tenant, Tenants
from coaching.errors import BadInput, CoachError

STATE_LIFE = timedelta(minutes=10)
log = logging.getLogger(__name__)


def tenant_of(installation: Installation) -> Tenant:
    """An installation as our port knows it: by the organisation if it is org-wide, else the team.

    Raises `BoltError` where Slack named neither.
    """
    org_wide = installation.is_enterprise_install
    tenant = installation.enterprise_id if org_wide else installation.team_id
    if not tenant:
        raise BoltError("Slack did not say where the app was installed")
    name = installation.enterprise_name if org_wide else installation.team_name
    return Tenant(
        platform=PLATFORM,
        tenant=tenant,
        name=name or tenant,
        installer=installation.user_id or "",
        secrets=secrets_of(installation),
    )


class Installations(AsyncInstallationStore):
    """slack_sdk's installation store: one installation a team, or one for an organisation.

    There are no tokens of users: what belongs to a user alone is neither found nor deleted.
    """

    def __init__(self, tenants: Tenants) -> None:
        """Keep installations there."""
        self._tenants = tenants

    @property
    def logger(self) -> logging.Logger:
        """Where slack_sdk may log."""
        return log

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation; raises `BoltError` where it cannot be kept.

        With renewed tokens (the same `installed_at`) the workspace keeps the name it has by now.
        """
        tenant = tenant_of(installation)
        try:
            await self._tenants.put(await self._named_as_kept(tenant, installation))
        except CoachError as fault:
            # Bolt shows the installer a page for this error, and for no other.
            raise BoltError(str(fault)) from fault

    async def _named_as_kept(self, tenant: Tenant, installation: Installation) -> Tenant:
        # What cannot be opened or read any more is mended by installing anew.
        with suppress(BadInput, Gone):
            kept = await self._tenants.get(PLATFORM, tenant.tenant)
            if kept and installation_of(kept).installed_at == installation.installed_at:
                return replace(tenant, name=kept.name)
        return tenant

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a bot's renewed tokens in its installation, if that is still there."""
        installation = await self.async_find_installation(
            enterprise_id=bot.enterprise_id,
            team_id=bot.team_id,
            is_enterprise_install=bot.is_enterprise_install,
        )
        if installation is not None:
            installation.bot_token = bot.bot_token
            installation.bot_refresh_token = bot.bot_refresh_token
            installation.bot_token_expires_at = bot.bot_token_expires_at
            await self.async_save(installation)

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        """The bot of a team, or of the organisation it belongs to."""
        installation = await self.async_find_installation(
            enterprise_id=enterprise_id,
            team_id=team_id,
            is_enterprise_install=is_enterprise_install,
        )
        return installation.to_bot() if installation else None

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """The installation of a team, or of the organisation it belongs to.

        With a `user_id` only if that user made it: Bolt renews the tokens of what it finds for a
        user apart, and a refresh token counts once.
        """
        for tenant in (None if is_enterprise_install else team_id, enterprise_id):
            installation = await self._of(tenant)
            if installation is not None:
                return installation if user_id in (None, installation.user_id) else None
        return None

    async def _of(self, tenant: str | None) -> Installation | None:
        kept = await self._tenants.get(PLATFORM, tenant) if tenant else None
        with suppress(Gone):
            return installation_of(kept) if kept else None
        return None

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget the tokens of a team; of its organisation if the team never had any.

        A team that had is not mixed up with its organisation: the second of the two events of an
        uninstallation must not end an org-wide installation.
        """
        for tenant in filter(None, (team_id, enterprise_id)):
            if await self._is_known(tenant):
                await self._tenants.drop(PLATFORM, tenant)
                return

    async def _is_known(self, tenant: str) -> bool:
        try:
            return await self._tenants.get(PLATFORM, tenant) is not None
        except BadInput:  # sealed with a key that is gone: known all the same
            return True

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Forget the tokens as `async_delete_bot`; a user's own were never kept."""
        if user_id is None:
            await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    async def async_delete_all(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget the tokens as `async_delete_bot`."""
        await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)


class States(AsyncOAuthStateStore):
    """slack_sdk's state store: a state counts once, for ten minutes, on whichever server."""

    def __init__(self, tenants: Tenants, clock: Clock, new: Callable[[], str]) -> None:
        """Keep states there; `new` makes one that nobody can guess."""
        self._tenants = tenants
        self._clock = clock
        self._new = new

    @property
    def logger(self) -> logging.Logger:
        """Where slack_sdk may log."""
        return log

    async def async_issue(self, *_args: object, **_more: object) -> str:
        """A new state, kept."""
        state = self._new()
        await self._tenants.note_state(state, until=self._clock.now() + STATE_LIFE)
        return state

    async def async_consume(self, state: str) -> bool:
        """Whether that state was issued, lately, and not taken yet."""
        return await self._tenants.take_state(state, now=self._clock.now())


def installed_at(tenant: Tenant) -> float:
    """When it was installed last, in seconds since 1970; 0 where Slack did not install it."""
    with suppress(Gone):
        return float(installation_of(tenant).installed_at)
    return 0.0
