"""The app's manifest, and what it asks of Slack: each event, method and scope, with its reason.

The app listens to what stands here and calls what stands here, so that the two cannot part.
Shape and limits: docs.slack.dev/reference/app-manifest.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlsplit

from coaching.errors import BadInput
from coaching.texts.vocabulary import COMMANDS

Mode = Literal["socket", "http"]
Json = dict[str, Any]

EVENTS_PATH = "/slack/events"
INSTALL_PATH = "/slack/install"
REDIRECT_PATH = "/slack/oauth_redirect"
COMMAND = "/advance"
SHORTCUT = "judge_question"
NAME_LIMIT = 35

SCOPES: Mapping[str, str] = {
    "chat:write": "to send messages and to edit its own",
    "commands": "for /advance, and to judge a question from a message's menu",
    "im:history": "to hear what people write to it in their direct messages; no channel is read",
    "im:write": "to open the direct messages with a person",
    "users:read": "to know a person's name, time zone and language, and that they have left",
    "users:read.email": "to know who is who: the address in Slack is the one in app.yaml",
    "team:read": "to learn that the workspace has another name",
    "channels:read": "to learn that it was invited to a channel, or that the channel is gone",
    "groups:read": "the same, for private channels",
    "channels:join": "to get back into the public channel that was chosen for the digest",
}
"""Each scope of the bot token, and what it is for."""

EVENTS: Mapping[str, tuple[str, ...]] = {
    "app_home_opened": (),
    "app_uninstalled": (),
    "tokens_revoked": (),
    "message.im": ("im:history",),
    "user_change": ("users:read",),
    "team_rename": ("team:read",),
    "member_joined_channel": ("channels:read", "groups:read"),
    "channel_archive": ("channels:read",),
    "channel_deleted": ("channels:read",),
    "channel_left": ("channels:read",),
    "group_archive": ("groups:read",),
    "group_deleted": ("groups:read",),
    "group_left": ("groups:read",),
}
"""Each event the app hears, and the scopes it needs for that (docs.slack.dev/reference/events)."""

METHODS: Mapping[str, tuple[str, ...]] = {
    "auth.test": (),
    "chat.postMessage": ("chat:write",),
    "chat.update": ("chat:write",),
    "conversations.history": ("im:history",),
    "conversations.info": ("channels:read", "groups:read"),
    "conversations.join": ("channels:join",),
    "conversations.open": ("im:write",),
    "conversations.replies": ("im:history",),
    "users.info": ("users:read", "users:read.email"),
    "users.lookupByEmail": ("users:read.email",),
    "views.open": (),
    "views.publish": (),
}
"""Each method the app calls, and the scopes it needs for it (docs.slack.dev/reference/methods)."""

_ABOUT = (
    "Advance asks you before each customer meeting what the customer should agree to do, and for"
    " one question that lets them see what a problem costs. It says at once how good both are, and"
    " why. After the meeting it asks what came of it, in the same thread, and once a week it tells"
    " your team's channel what customers promised and kept. It judges your own words: nothing is"
    " recorded, and drafts and answers are seen by you alone unless you share them. “settings” and"
    " “pause” change what comes; “help” says what else it understands."
)


def manifest(*, mode: Mode, address: str = "", name: str = "Advance") -> Json:
    """The manifest to create the app with, as Slack takes it.

    In "http" mode `address` is where Slack reaches the app (https://host); raises `BadInput` if it
    or the name is not usable.
    """
    if not 1 <= len(name) <= NAME_LIMIT:
        raise BadInput("name", f"has {len(name)} characters, 1 to {NAME_LIMIT} are allowed")
    at = _checked(address) if mode == "http" else ""
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": name,
            "description": "A coach for sales calls: asks before the call and after it.",
            "long_description": _ABOUT,
            "background_color": "#1d3557",
        },
        "features": _features(name, at),
        "oauth_config": {
            **({"redirect_urls": [f"{at}{REDIRECT_PATH}"]} if at else {}),
            "scopes": {"bot": list(SCOPES)},
        },
        "settings": {
            "event_subscriptions": {**_reached(at), "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **_reached(at)},
            "org_deploy_enabled": True,
            "socket_mode_enabled": not at,
            # Slack rotates tokens only where an installation is stored, and never stops again.
            "token_rotation_enabled": bool(at),
        },
    }


def _features(name: str, at: str) -> Json:
    command = {
        "command": COMMAND,
        "description": "Plan a customer call, review one, see today and this week, change settings",
        "usage_hint": " | ".join(COMMANDS),
        "should_escape": False,
    }
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": name, "always_online": True},
        "shortcuts": [
            {
                "name": "Judge this question",
                "type": "message",
                "callback_id": SHORTCUT,
                "description": "Say which kind of question this is, and what to do next",
            }
        ],
        "slash_commands": [{**command, "url": f"{at}{EVENTS_PATH}"} if at else command],
    }


def _reached(at: str) -> Json:
    """Where Slack sends things; nowhere in Socket Mode."""
    return {"request_url": f"{at}{EVENTS_PATH}"} if at else {}


def _checked(address: str) -> str:
    """The address without its last slash; plain http only to this machine, where a Slack is tried.

    Slack itself calls nothing but https.
    """
    try:
        told = urlsplit(address)
        near = told.hostname in ("localhost", "127.0.0.1", "::1")
        fit = bool(told.hostname) and told.port != 0
    except ValueError:
        fit = False
    if fit and (told.scheme == "https" or (told.scheme == "http" and near)):
        more = told.query or told.fragment or told.username is not None
        if not more:
            return address.rstrip("/")
    raise BadInput(
        "address",
        f"{address!r} is not where Slack reaches the app: https://HOST, without a user, a question"
        " mark or a #",
    )
