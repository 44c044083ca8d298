"""The methods of chat: post, change, delete, show to one person only."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from tests.adapters.slack.fake.blocks import MOST_CHARACTERS, characters, faults, named
from tests.adapters.slack.fake.state import BOT_USER, Channel, Grant, Json, Post, Refusal, World

MOST_TEXT = 40_000
MOST_UPDATE = 4_000
EVERY = timedelta(seconds=1)


def channel_of(world: World, grant: Grant, name: Any) -> Channel:
    """A channel by its id, or direct messages by a user's; only of the token's workspaces."""
    if isinstance(name, str) and name in world.people and _reaches(world, grant, name):
        return world.direct(name)
    channel = world.channels.get(str(name))
    if channel is None or channel.deleted or not _in(world, grant, channel.team):
        raise Refusal("channel_not_found")
    return channel


def _reaches(world: World, grant: Grant, user: str) -> bool:
    return _in(world, grant, world.people[user].team)


def _in(world: World, grant: Grant, team: str) -> bool:
    if grant.org_wide:
        return world.workspaces[team].enterprise == grant.enterprise
    return grant.team == team


def _open(world: World, grant: Grant, asked: Json) -> Channel:
    channel = channel_of(world, grant, asked.get("channel"))
    if channel.archived:
        raise Refusal("is_archived")
    if channel.kind != "im" and BOT_USER not in channel.members:
        raise Refusal("not_in_channel" if channel.kind == "public" else "channel_not_found")
    return channel


def check_content(asked: Json, most: int = MOST_TEXT) -> None:
    """Refuse what is too long, or not drawn as Slack wants it."""
    text, blocks = asked.get("text") or "", asked.get("blocks") or []
    if not text and not blocks and not asked.get("attachments"):
        raise Refusal("no_text")
    if len(text) > most:
        raise Refusal("msg_too_long")
    if blocks and (found := faults(blocks)):
        raise Refusal("invalid_blocks", found)
    if characters(blocks) > MOST_CHARACTERS:
        raise Refusal("msg_blocks_too_long")


def post_message(world: World, grant: Grant, asked: Json) -> Json:
    channel = _open(world, grant, asked)
    check_content(asked)
    _check_metadata(asked.get("metadata"))
    thread = str(asked.get("thread_ts") or "")
    if thread and not channel.has_thread(thread):
        raise Refusal("thread_not_found")
    post = world.put(
        channel,
        BOT_USER,
        text=asked.get("text") or "",
        blocks=named(asked.get("blocks") or [], world),
        thread_ts=thread,
        metadata=asked.get("metadata"),
        by_app=True,
        asked=asked,
    )
    return {"channel": channel.id, "ts": post.ts, "message": post.shown}


def _check_metadata(metadata: Any) -> None:
    if metadata is None:
        return
    if not isinstance(metadata, dict) or set(metadata) != {"event_type", "event_payload"}:
        raise Refusal("invalid_metadata_format")
    if not isinstance(metadata["event_payload"], dict):
        raise Refusal("invalid_metadata_format")


def _own(world: World, grant: Grant, asked: Json) -> Post:
    channel = channel_of(world, grant, asked.get("channel"))
    if channel.archived:
        raise Refusal("is_archived")
    post = channel.post(str(asked.get("ts")))
    if post is None:
        raise Refusal("message_not_found")
    return post


def update(world: World, grant: Grant, asked: Json) -> Json:
    post = _own(world, grant, asked)
    if not post.by_app:
        raise Refusal("cant_update_message")
    check_content(asked, MOST_UPDATE)
    post.versions.append((post.text, post.blocks))
    post.text = asked.get("text") or ""
    if "blocks" in asked:
        post.blocks = named(asked["blocks"], world)
    return {"channel": post.channel, "ts": post.ts, "text": post.text, "message": post.shown}


def delete(world: World, grant: Grant, asked: Json) -> Json:
    post = _own(world, grant, asked)
    if not post.by_app:
        raise Refusal("cant_delete_message")
    post.deleted = True
    return {"channel": post.channel, "ts": post.ts}


def post_ephemeral(world: World, grant: Grant, asked: Json) -> Json:
    channel = _open(world, grant, asked)
    check_content(asked)
    user = str(asked.get("user"))
    if user not in channel.members:
        raise Refusal("user_not_in_channel")
    return {"message_ts": ephemeral(world, channel.id, user, asked).ts}


def ephemeral(world: World, channel: str, user: str, asked: Json) -> Post:
    """Show something to one person only."""
    post = Post(
        channel=channel,
        ts=world.ts(),
        user=user,
        text=asked.get("text") or "",
        blocks=named(asked.get("blocks") or [], world),
        by_app=True,
        asked=asked,
    )
    world.ephemerals.append(post)
    return post


class Flow:
    """One message a second in a channel, `burst` of them at once; else 429."""

    def __init__(self, burst: int) -> None:
        self.burst = burst
        self._full: dict[str, datetime] = {}

    def take(self, channel: str, now: datetime) -> None:
        if not self.burst:
            return
        full = max(self._full.get(channel, now), now)
        early = full - now - EVERY * (self.burst - 1)
        if early > timedelta():
            wait = {"Retry-After": str(int(early.total_seconds()) + 1)}
            raise Refusal("ratelimited", status=429, headers=wait)
        self._full[channel] = full + EVERY
