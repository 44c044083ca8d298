"""The channels that app.yaml gives its teams."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.ports import Place
from bot.desk import FrontDesk


async def put_channels(
    desk: FrontDesk, platform: str, tenant: str, addresses: Mapping[str, str]
) -> None:
    """Say which channels are whose; `addresses` by the team's name, empty where it has none."""
    if not tenant:
        return
    for team, address in addresses.items():
        if address:
            place = Place(platform=platform, tenant=tenant, address=address, kind="team")
            await desk.channel_configured(team, place)
