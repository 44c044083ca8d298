"""What Slack sends to an app, in the shapes of docs.slack.dev: events, taps, forms, commands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.adapters.slack.fake.state import (
    APP_ID,
    BOT_USER,
    Channel,
    Json,
    Opened,
    Person,
    Post,
    Workspace,
    World,
)

VERIFICATION = "made-up-verification"


def org_wide(world: World, team: str) -> bool:
    """Whether that workspace's app is installed for its whole organisation."""
    enterprise = world.workspaces[team].enterprise
    return bool(enterprise) and any(
        one.org_wide and one.enterprise == enterprise for one in world.grants.values()
    )


def event(world: World, team: str, told: Json) -> Json:
    """An event in its envelope."""
    home = world.workspaces[team]
    number = world.made("Ev")
    wide = org_wide(world, team)
    allowed = {
        "enterprise_id": home.enterprise or None,
        "team_id": None if wide else team,
        "user_id": BOT_USER,
        "is_bot": True,
        "is_enterprise_install": wide,
    }
    return {
        "token": VERIFICATION,
        "team_id": team,
        **({"enterprise_id": home.enterprise} if home.enterprise else {}),
        "context_team_id": team,
        "context_enterprise_id": home.enterprise or None,
        "api_app_id": APP_ID,
        "event": {"event_ts": world.ts(), **told},
        "type": "event_callback",
        "event_id": number,
        "event_time": int(world.clock.now().timestamp()),
        "authorizations": [allowed],
        "is_ext_shared_channel": False,
        "event_context": f"4-{number}",
    }


def message(post: Post, channel: Channel) -> Json:
    """The event of a new message in a direct conversation."""
    return {
        **post.shown,
        "client_msg_id": f"client-{post.ts}",
        "channel": channel.id,
        "channel_type": "im",
        "event_ts": post.ts,
        "team": channel.team,
    }


def changed(world: World, post: Post, before: Json) -> Json:
    """The event of a message that was changed."""
    told: Json = {"type": "message", "subtype": "message_changed", "hidden": True}
    told |= {"channel": post.channel, "channel_type": "im", "ts": world.ts()}
    return told | {"message": post.shown, "previous_message": before}


def deleted(world: World, post: Post, before: Json) -> Json:
    """The event of a message that was deleted; one with answers becomes a tombstone."""
    told: Json = {"type": "message", "subtype": "message_deleted", "hidden": True}
    told |= {"channel": post.channel, "channel_type": "im", "ts": world.ts()}
    return told | {"deleted_ts": post.ts, "previous_message": before}


def home_opened(person: Person, channel: str, home: Opened | None, tab: str) -> Json:
    """The event of somebody who opens the home tab, or the tab of messages."""
    told: Json = {"type": "app_home_opened", "user": person.id, "channel": channel, "tab": tab}
    return told | ({"view": home.shown} if home else {})


def _common(world: World, person: Person, home: Workspace, kind: str) -> Json:
    names = {"id": person.id, "username": person.shown["name"], "name": person.shown["name"]}
    enterprise = {"id": home.enterprise, "name": "Org"} if home.enterprise else None
    return {
        "type": kind,
        "user": {**names, "team_id": person.team},
        "api_app_id": APP_ID,
        "token": VERIFICATION,
        "trigger_id": world.trigger(person.id),
        "team": {"id": home.id, "domain": home.domain},
        "enterprise": enterprise,
        "is_enterprise_install": org_wide(world, home.id),
    }


def tap(
    world: World, person: Person, action: Json, borne: Post | Opened, response_url: str = ""
) -> Json:
    """A tap on a button, or a choice in a menu, in a message or in a view."""
    told = _common(world, person, world.workspaces[person.team], "block_actions")
    told["actions"] = [{**action, "action_ts": f"{world.ts()}"}]
    if isinstance(borne, Opened):
        told["container"] = {"type": "view", "view_id": borne.id}
        return told | {"view": borne.shown}
    channel = world.channels[borne.channel]
    ephemeral = borne in world.ephemerals
    told["container"] = {
        "type": "message",
        "message_ts": borne.ts,
        "channel_id": channel.id,
        "is_ephemeral": ephemeral,
        **({"thread_ts": borne.thread_ts} if borne.thread_ts else {}),
    }
    told |= {"channel": {"id": channel.id, "name": channel.name}, "state": {"values": {}}}
    # What only one person saw is not sent back.
    shown = {} if ephemeral else {"message": borne.shown}
    return told | shown | {"response_url": response_url}


def submission(world: World, person: Person, view: Opened) -> Json:
    """A form that was sent."""
    told = _common(world, person, world.workspaces[person.team], "view_submission")
    return told | {"view": view.shown, "response_urls": []}


def closing(world: World, person: Person, view: Opened) -> Json:
    """A form that was closed without being sent."""
    told = _common(world, person, world.workspaces[person.team], "view_closed")
    del told["trigger_id"]
    return told | {"view": view.shown, "is_cleared": False}


def shortcut(world: World, person: Person, callback_id: str, post: Post, response_url: str) -> Json:
    """A shortcut taken from a message's menu."""
    told = _common(world, person, world.workspaces[person.team], "message_action")
    channel = world.channels[post.channel]
    return told | {
        "callback_id": callback_id,
        "action_ts": world.ts(),
        "message_ts": post.ts,
        "message": post.shown,
        "channel": {"id": channel.id, "name": channel.name},
        "response_url": response_url,
    }


def slash(
    world: World, person: Person, channel: Channel, words: Mapping[str, str], response_url: str
) -> Json:
    """A slash command: all its values are texts."""
    home = world.workspaces[person.team]
    told: dict[str, Any] = {
        "token": VERIFICATION,
        "team_id": home.id,
        "team_domain": home.domain,
        "channel_id": channel.id,
        "channel_name": channel.name,
        "user_id": person.id,
        "user_name": person.shown["name"],
        **words,
        "api_app_id": APP_ID,
        "is_enterprise_install": str(org_wide(world, home.id)).lower(),
        "response_url": response_url,
        "trigger_id": world.trigger(person.id),
    }
    return told | (
        {"enterprise_id": home.enterprise, "enterprise_name": "Org"} if home.enterprise else {}
    )
