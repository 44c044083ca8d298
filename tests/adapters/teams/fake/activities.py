"""Activities as Teams sends them to a bot (learn.microsoft.com, Teams: bots, conversations)."""

from __future__ import annotations

from datetime import UTC
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from tests.adapters.teams.fake.state import (
    BOT_ID,
    BOT_NAME,
    Channel,
    Json,
    Person,
    Post,
    Team,
    World,
)

ROOT = ";messageid="
MENTION = f"<at>{BOT_NAME}</at>"


def base(world: World, kind: str, person: Person, service: str, **more: Any) -> Json:
    """What all activities have; the zone, where known, and language are the person's client's."""
    now = world.clock.now()
    client = {"locale": person.locale, "platform": "Web"}
    local = {}
    if person.tz:
        client["timezone"] = person.tz
        time = now.astimezone(ZoneInfo(person.tz)).isoformat(timespec="milliseconds")
        local = {"localTimestamp": time, "localTimezone": person.tz}
    return {
        "type": kind,
        "id": world.activity_id(),
        "timestamp": now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        **local,
        "channelId": "msteams",
        "serviceUrl": service,
        "from": person.account,
        "recipient": {"id": BOT_ID, "name": BOT_NAME},
        "locale": person.locale,
        "entities": [{**client, "country": person.locale[-2:], "type": "clientInfo"}],
        "channelData": {"tenant": {"id": person.tenant}},
        **more,
    }


# A chat of two people.
ELSEWHERE = "19:one_another@unq.gbl.spaces"


def personal(person: Person) -> Json:
    """Their personal chat, as `conversation`."""
    return {"conversationType": "personal", "tenantId": person.tenant, "id": person.chat}


def in_channel(told: Json, team: Team, channel: Channel, root: str = "") -> Json:
    """The activity, in a channel (or in a thread there)."""
    id_ = f"{channel.id}{ROOT}{root}" if root else channel.id
    place = {"isGroup": True, "conversationType": "channel", "tenantId": team.tenant, "id": id_}
    data = {
        **told["channelData"],
        "teamsChannelId": channel.id,
        "teamsTeamId": team.id,
        "channel": {"id": channel.id},
        "team": {"id": team.id},
    }
    return {**told, "conversation": place, "channelData": data}


def in_place(world: World, told: Json, person: Person, place: str, root: str = "") -> Json:
    """The activity, where it happened: a personal chat or a channel."""
    channel = world.channel(place)
    if channel is None:
        return {**told, "conversation": personal(person)}
    return in_channel(told, world.teams[channel.team], channel, root)


def message(world: World, person: Person, service: str, post: Post) -> Json:
    """What somebody wrote, a message they quote with it; in a channel the bot is mentioned."""
    told = base(world, "message", person, service, id=post.id)
    mark = f'<quoted messageId="{post.quotes}"/> ' if post.quotes else ""
    told |= {"textFormat": "plain", "text": f"{mark}{post.text}"}
    html = f"<div>{mark}{escape(post.text, quote=False)}</div>"
    told["attachments"] = [{"contentType": "text/html", "content": html}]
    if post.quotes:
        told["entities"] = [_quoted(post), *told["entities"]]
    if MENTION in post.text:
        mentioned = {"id": BOT_ID, "name": BOT_NAME}
        mention = {"type": "mention", "mentioned": mentioned, "text": MENTION}
        told["entities"] = [mention, *told["entities"]]
        html = html.replace(escape(MENTION, quote=False), MENTION)
        told["attachments"] = [{"contentType": "text/html", "content": html}]
    return in_place(world, told, person, post.place, post.root or post.id)


def _quoted(post: Post) -> Json:
    """The message of the bot's that is quoted."""
    quoted = {
        "messageId": post.quotes,
        "senderId": BOT_ID,
        "senderName": BOT_NAME,
        "time": post.quotes,
        "validatedMessageReference": True,
    }
    return {"type": "quotedReply", "quotedReply": quoted}


def changed(world: World, person: Person, service: str, post: Post) -> Json:
    """Somebody changed what they wrote: the same id again."""
    told = {**message(world, person, service, post), "type": "messageUpdate"}
    told["channelData"] = {**told["channelData"], "eventType": "editMessage"}
    return told


def deleted(world: World, person: Person, service: str, post: Post) -> Json:
    """Somebody deleted what they wrote."""
    told = base(world, "messageDelete", person, service, id=post.id)
    told["channelData"] = {**told["channelData"], "eventType": "softDeleteMessage"}
    return in_place(world, told, person, post.place, post.root or post.id)


def invoke(world: World, person: Person, service: str, post: Post, name: str, value: Json) -> Json:
    """A tap on a card that waits for its answer."""
    told = base(world, "invoke", person, service, name=name, value=value, replyToId=post.id)
    told["channelData"] = {**told["channelData"], "source": {"name": "message"}}
    return in_place(world, told, person, post.place, post.root or post.id)


def brought(world: World, person: Person, service: str, name: str, value: Json) -> Json:
    """Our action at a message of somebody else's, in a chat that the bot is not in."""
    told = base(world, "invoke", person, service, name=name, value=value)
    chat = {"conversationType": "personal", "tenantId": person.tenant, "id": ELSEWHERE}
    told["channelData"] = {**told["channelData"], "source": {"name": "message"}}
    return {**told, "conversation": chat}


def restored(world: World, person: Person, service: str, post: Post) -> Json:
    """Somebody took back that they deleted it."""
    told = changed(world, person, service, post)
    told["channelData"]["eventType"] = "undeleteMessage"
    return told


def submitted(world: World, person: Person, service: str, post: Post, value: Any) -> Json:
    """A tap on an Action.Submit without a dialog: a message with a value and no text."""
    told = base(world, "message", person, service, value=value, replyToId=post.id)
    told["channelData"] |= {"source": {"name": "message"}, "legacy": {"replyToId": post.id}}
    return in_place(world, told, person, post.place, post.root or post.id)


def installation(
    world: World, person: Person, service: str, action: str, channel: Channel | None
) -> Json:
    """The app is installed ("add"), updated ("add-upgrade") or removed ("remove")."""
    told = base(world, "installationUpdate", person, service, action=action)
    told["id"] = f"f:{told['id']}"
    told["channelData"] = {**told["channelData"], "source": {"name": "message"}}
    # Of the two events of an installation it alone tells in which language somebody reads.
    reads = {"locale": person.locale}
    client = {"type": "clientInfo", **reads}
    return {**_event(world, told, person, channel), **reads, "entities": [client]}


def members(
    world: World,
    person: Person,
    service: str,
    changes: tuple[str, list[Json]],
    channel: Channel | None,
) -> Json:
    """Members ("membersAdded" or "membersRemoved" and who); the bot itself may be among them."""
    field, accounts = changes
    told = base(world, "conversationUpdate", person, service, **{field: accounts})
    told["id"] = f"f:{told['id']}"
    if channel is not None:
        kind = "teamMemberAdded" if field == "membersAdded" else "teamMemberRemoved"
        told["channelData"] = {**told["channelData"], "eventType": kind}
    return _event(world, told, person, channel)


def team_event(world: World, person: Person, service: str, event: str, channel: Channel) -> Json:
    """Something happened to a team or its channel: channelRenamed, channelDeleted, teamDeleted…"""
    told = base(world, "conversationUpdate", person, service)
    told["id"] = f"f:{told['id']}"
    told["channelData"] = {**told["channelData"], "eventType": event}
    told = _event(world, told, person, channel)
    if event.startswith("channel"):
        told["channelData"]["channel"] = {"id": channel.id, "name": channel.name}
    # It is said of the team: in its General channel, whichever channel it is about.
    told["conversation"]["id"] = world.teams[channel.team].id
    return told


def _event(world: World, told: Json, person: Person, channel: Channel | None) -> Json:
    """An event has no zone, no language and no client; it happened in a channel or a chat."""
    for name in ("localTimestamp", "localTimezone", "locale", "entities"):
        told.pop(name, None)
    del told["from"]["name"]
    if channel is None:
        return {**told, "conversation": personal(person)}
    team = world.teams[channel.team]
    told = in_channel(told, team, channel)
    told["channelData"]["team"] = {"id": team.id, "name": team.name, "aadGroupId": team.group}
    told["channelData"]["settings"] = {"selectedChannel": {"id": channel.id}}
    return told
