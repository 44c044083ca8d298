"""The platforms on which the app is installed; their libraries are loaded only where one is on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from adapters.chat.slack.manifest import Mode, manifest
from bot.config import Config
from bot.desk import FrontDesk, Own
from bot.wiring.ground import Ground

if TYPE_CHECKING:
    from adapters.chat.slack.platform import Slack
    from adapters.chat.teams.platform import Teams
    from bot.wiring.slack import SlackDoor
    from bot.wiring.teams import TeamsDoor


def slack(ground: Ground) -> Slack | None:
    """What carries to Slack, where it is on."""
    keys = ground.config.platforms.slack
    if keys is None:
        return None
    from bot.wiring.slack import platform

    opened = platform(keys, ground.opened.tenants, ground.clock)
    ground.closing.push_async_callback(opened.close)
    return opened


def slack_door(ground: Ground, carrying: Slack | None, desk: FrontDesk) -> SlackDoor | None:
    """What opens Slack's door, where it is on."""
    keys = ground.config.platforms.slack
    if keys is None or carrying is None:
        return None
    from bot.wiring.slack import SlackDoor

    return SlackDoor(
        config=ground.config,
        keys=keys,
        slack=carrying,
        desk=desk,
        tenants=ground.opened.tenants,
        clock=ground.clock,
    )


def teams(ground: Ground) -> Teams | None:
    """What carries to Teams, where it is on."""
    keys = ground.config.platforms.teams
    if keys is None:
        return None
    from bot.wiring.teams import platform

    opened = platform(keys, ground.clock)
    ground.closing.push_async_callback(opened.close)
    return opened


def teams_door(ground: Ground, carrying: Teams | None, desk: FrontDesk) -> TeamsDoor | None:
    """What opens Teams' door, where it is on."""
    keys = ground.config.platforms.teams
    if keys is None or carrying is None:
        return None
    from bot.wiring.teams import TeamsDoor

    return TeamsDoor(
        config=ground.config,
        keys=keys,
        teams=carrying,
        desk=desk,
        tenants=ground.opened.tenants,
        clock=ground.clock,
    )


def own(ground: Ground) -> Own:
    """What app.yaml says of its own workspace."""
    config = ground.config
    on = (config.platforms.slack, config.platforms.teams)
    return Own(
        workspace_id=ground.workspace_id,
        listed=_addresses(config) if config.teams else None,
        admin=config.workspace.admin or "",
        tenants=frozenset(one.tenant for one in on if one and one.tenant),
    )


def slack_manifest(*, mode: Mode, address: str, name: str) -> str:
    """What the app on Slack is created from, as JSON; raises `BadInput`."""
    return json.dumps(manifest(mode=mode, address=address, name=name), indent=2, ensure_ascii=False)


def teams_package(
    *, app_id: str, address: str, name: str, website: str, privacy: str, terms: str
) -> bytes:
    """What is uploaded to Teams, as a zip; raises `BadInput`."""
    from adapters.chat.teams.manifest import Pages, package

    pages = Pages(website=website, privacy=privacy, terms=terms)
    return package(app_id=app_id, address=address, name=name, pages=pages)


def _addresses(config: Config) -> frozenset[str]:
    people = {person.address for team in config.teams for person in team.people}
    return frozenset(people.union(*(team.managers for team in config.teams)))
