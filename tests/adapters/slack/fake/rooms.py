"""The methods of conversations and users."""

from __future__ import annotations

from tests.adapters.slack.fake.chat import channel_of
from tests.adapters.slack.fake.state import BOT_USER, Grant, Json, Person, Post, Refusal, World


def open_(world: World, grant: Grant, asked: Json) -> Json:
    user = str(asked.get("users", ""))
    person = _person(world, grant, user)
    if "deleted" in person.signs:
        raise Refusal("user_disabled")
    if "is_bot" in person.signs:
        raise Refusal("cannot_dm_bot")
    return {"channel": {"id": world.direct(user).id}}


def info(world: World, grant: Grant, asked: Json) -> Json:
    return {"channel": channel_of(world, grant, asked.get("channel")).shown}


def join(world: World, grant: Grant, asked: Json) -> Json:
    channel = channel_of(world, grant, asked.get("channel"))
    if channel.kind != "public":
        raise Refusal("method_not_supported_for_channel_type")
    if channel.archived:
        raise Refusal("is_archived")
    channel.members.add(BOT_USER)
    return {"channel": channel.shown}


def history(world: World, grant: Grant, asked: Json) -> Json:
    channel = channel_of(world, grant, asked.get("channel"))
    if BOT_USER not in channel.members:
        raise Refusal("not_in_channel")
    told = [one for one in reversed(channel.posts) if not one.deleted]
    return _page([one for one in told if one.thread_ts in ("", one.ts)], asked)


def replies(world: World, grant: Grant, asked: Json) -> Json:
    channel = channel_of(world, grant, asked.get("channel"))
    root = asked.get("ts")
    told = [one for one in channel.posts if root in (one.ts, one.thread_ts) and not one.deleted]
    if not told:
        raise Refusal("thread_not_found")
    return _page(told, asked)


def _page(posts: list[Post], asked: Json) -> Json:
    with_metadata = str(asked.get("include_all_metadata", "")).lower() in {"1", "true"}
    shown = [
        one.shown | ({"metadata": one.metadata} if with_metadata and one.metadata else {})
        for one in posts
    ]
    return {"messages": shown[: int(asked.get("limit", 100))], "has_more": False}


def members(world: World, grant: Grant, asked: Json) -> Json:
    channel = channel_of(world, grant, asked.get("channel"))
    return {"members": sorted(channel.members), "response_metadata": {"next_cursor": ""}}


def list_(world: World, grant: Grant, asked: Json) -> Json:
    team = _team(grant, asked)
    told = [one.shown for one in world.channels.values() if one.team == team and one.kind != "im"]
    return {"channels": told, "response_metadata": {"next_cursor": ""}}


def user_info(world: World, grant: Grant, asked: Json) -> Json:
    person = _person(world, grant, str(asked.get("user", "")))
    with_locale = str(asked.get("include_locale", "")).lower() in {"1", "true"}
    return {"user": person.shown | ({"locale": person.locale} if with_locale else {})}


def by_email(world: World, grant: Grant, asked: Json) -> Json:
    for person in world.people.values():
        named = person.email and person.email.lower() == str(asked.get("email", "")).lower()
        if named and _reached(world, grant, person) and "deleted" not in person.signs:
            return {"user": person.shown}
    raise Refusal("users_not_found")


def user_list(world: World, grant: Grant, asked: Json) -> Json:
    team = _team(grant, asked)
    told = [one.shown for one in world.people.values() if one.team == team]
    return {"members": told, "response_metadata": {"next_cursor": ""}}


def _team(grant: Grant, asked: Json) -> str:
    """Which workspace is meant; with an organisation's token it has to be said."""
    team = str(asked.get("team_id") or grant.team)
    if not team:
        raise Refusal("missing_argument")
    return team


def _person(world: World, grant: Grant, user: str) -> Person:
    person = world.people.get(user)
    if person is None or not _reached(world, grant, person):
        raise Refusal("user_not_found")
    return person


def _reached(world: World, grant: Grant, person: Person) -> bool:
    if grant.org_wide:
        return world.workspaces[person.team].enterprise == grant.enterprise
    return person.team == grant.team
