"""The fake Teams with its people; the package's docstring is the manual."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from aiohttp import web

from bot.clock import MovableClock
from tests.adapters.teams.fake import activities, cards
from tests.adapters.teams.fake.delivery import Answer
from tests.adapters.teams.fake.stage import Stage
from tests.adapters.teams.fake.state import (
    ADAPTIVE,
    BOT_ID,
    BOT_NAME,
    Channel,
    Dialog,
    Json,
    Person,
    Post,
)

__all__ = ["Answer", "FakeTeams", "fake_teams"]

Values = Mapping[str, str]
_NOTICE = "application/vnd.microsoft.activity.message"
_ERROR = "application/vnd.microsoft.error"
_BOT: Json = {"id": BOT_ID, "name": BOT_NAME}


class FakeTeams(Stage):
    """The whole of it; the package's docstring says how to use it."""

    def deliver_to(self, address: str) -> None:
        """Deliver to that address of the bot's."""
        self.delivery.address = address

    # ---- writing ------------------------------------------------------------------------------

    async def write(
        self, key: str, text: str, *, quoting: Post | None = None, **more: Any
    ) -> Answer:
        """Somebody writes in their personal chat; `more` goes into the activity."""
        person = self.world.people[key]
        self.world.chats.add(person.chat)
        quotes = quoting.id if quoting else ""
        post = self._posted(person, person.chat, text, quotes=quotes)
        return await self._written(person, post, more)

    async def mention(
        self, key: str, channel: str, text: str, *, under: Post | None = None, **more: Any
    ) -> Answer:
        """Somebody mentions the bot in a channel, or in the thread under a message."""
        root = (under.root or under.id) if under else ""
        said = f"{activities.MENTION} {text}"
        person = self.world.people[key]
        post = self._posted(person, self.world.place(channel), said, root=root)
        return await self._written(person, post, more)

    async def edit(self, key: str, post: Post, text: str) -> Answer:
        """Somebody changes what they wrote."""
        assert post.author == key, "nobody edits another's message"
        post.versions.append((post.text, None))
        post.text = text
        told = activities.changed(self.world, self.world.people[key], self.service, post)
        return replace(await self.delivery.deliver(told), post=post)

    async def delete(self, key: str, post: Post) -> Answer:
        """Somebody deletes what they wrote."""
        assert post.author == key, "nobody deletes another's message"
        post.deleted = True
        told = activities.deleted(self.world, self.world.people[key], self.service, post)
        return replace(await self.delivery.deliver(told), post=post)

    async def restore(self, key: str, post: Post) -> Answer:
        """Somebody takes back that they deleted what they wrote."""
        assert post.author == key, "nobody restores another's message"
        post.deleted = False
        told = activities.restored(self.world, self.world.people[key], self.service, post)
        return replace(await self.delivery.deliver(told), post=post)

    # ---- buttons and forms --------------------------------------------------------------------

    async def tap(
        self,
        key: str,
        post: Post,
        wanted: str,
        values: Values | None = None,
        *,
        old_client: bool = False,
    ) -> Answer:
        """Somebody taps a button (by title, verb or id) once they have filled in those values.

        An `old_client` knows no Action.Execute and takes what stands in its `fallback`.
        """
        action = cards.action(post.seen_by(key), wanted)
        return await self.press(key, post, action, values, old_client=old_client)

    async def press(
        self,
        key: str,
        post: Post,
        action: Json,
        values: Values | None = None,
        *,
        old_client: bool = False,
    ) -> Answer:
        """Somebody taps a button, by its action."""
        if old_client and action["type"] == "Action.Execute":
            assert isinstance(action.get("fallback"), dict), "an old client shows no such button"
            action = action["fallback"]
        card = post.seen_by(key)
        typed = cards.filled(card, values or {})
        if action.get("associatedInputs") == "none":
            typed = {}
        elif kept := cards.kept_back(card, typed):
            return Answer(status=0, errors=kept)
        return await self._tapped(self.world.people[key], post, action, typed)

    async def submit(self, key: str, values: Values | None = None) -> Answer:
        """Somebody fills in the dialog they have open and sends it."""
        dialog = self.world.dialogs.get(key)
        assert dialog is not None, "no dialog is open"
        typed = cards.filled(dialog.card, values or {})
        if kept := cards.kept_back(dialog.card, typed):
            return Answer(status=0, errors=kept)
        data = {**(cards.submit_action(dialog.card).get("data") or {}), **typed}
        person = self.world.people[key]
        if dialog.brought is not None:
            return await self._brought(person, "submitAction", dialog.brought | {"data": data})
        post = Post(id=dialog.post, place=dialog.place, author=BOT_ID)
        value = {"data": data, "context": {"theme": "default"}}
        told = activities.invoke(self.world, person, self.service, post, "task/submit", value)
        answer = await self.delivery.deliver(told)
        return self._followed(answer, person, post)

    async def bring(self, key: str, content: str, *, kind: str = "html") -> Answer:
        """Somebody chooses the bot's action at a message, in a chat that the bot is not in."""
        body = {"contentType": kind, "content": content}
        value = {
            "commandId": "judge",
            "commandContext": "message",
            "context": {"theme": "default"},
            "messagePayload": {"id": "1700000000000", "body": body, "attachments": []},
        }
        return await self._brought(self.world.people[key], "fetchTask", value)

    def close(self, key: str) -> None:
        """Somebody closes their dialog; the bot hears nothing of it."""
        self.world.dialogs.pop(key, None)

    # ---- what happens -------------------------------------------------------------------------

    async def install(self, key: str, channel: str = "") -> Answer:
        """Somebody installs the app for themselves, or into the team of a channel.

        Teams says it twice: that the bot is a member, and that the app was installed. The answer
        is that to the second.
        """
        person, place = self.world.people[key], self._placed(channel)
        if place is None:
            person.installed = True
            self.world.chats.add(person.chat)
        else:
            self.world.teams[place.team].installed = True
        await self._members(person, "membersAdded", [_BOT], place)
        return await self._installation(person, "add", place)

    async def upgrade(self, key: str, channel: str = "") -> Answer:
        """Somebody takes a newer version of the app."""
        return await self._installation(
            self.world.people[key], "add-upgrade", self._placed(channel)
        )

    async def uninstall(self, key: str, channel: str = "") -> Answer:
        """Somebody removes the app for themselves, or from the team of a channel."""
        person, place = self.world.people[key], self._placed(channel)
        if place is None:
            person.installed = False
        else:
            self.world.teams[place.team].installed = False
            await self._members(person, "membersRemoved", [_BOT], place)
        return await self._installation(person, "remove", place)

    async def join(self, key: str, team: str) -> Answer:
        """Somebody joins a team."""
        self.world.teams[team].members.add(key)
        person = self.world.people[key]
        return await self._members(person, "membersAdded", [_member(person)], self._general(team))

    async def leave(self, key: str, team: str) -> Answer:
        """Somebody leaves a team."""
        self.world.teams[team].members.discard(key)
        person = self.world.people[key]
        return await self._members(person, "membersRemoved", [_member(person)], self._general(team))

    def depart(self, key: str) -> None:
        """Somebody's account is closed; the bot is not told."""
        self.world.people[key].left = True

    async def rename_channel(self, key: str, channel: str, name: str) -> Answer:
        """A channel gets another name."""
        place = self.world.channels[channel]
        place.name = name
        return await self._event(key, "channelRenamed", place)

    async def delete_channel(self, key: str, channel: str) -> Answer:
        """A channel is deleted."""
        place = self.world.channels[channel]
        place.deleted = True
        return await self._event(key, "channelDeleted", place)

    async def rename_team(self, key: str, team: str, name: str) -> Answer:
        """A team gets another name."""
        self.world.teams[team].name = name
        return await self._event(key, "teamRenamed", self._general(team))

    async def delete_team(self, key: str, team: str) -> Answer:
        """A team is deleted with all its channels."""
        for channel in self.world.channels.values():
            channel.deleted = channel.deleted or channel.team == team
        return await self._event(key, "teamDeleted", self._general(team))

    async def archive_team(self, key: str, team: str) -> Answer:
        """A team is archived: all is still there to be read."""
        return await self._event(key, "teamArchived", self._general(team))

    async def happen(self, activity: Json) -> Answer:
        """Any activity, as it is, with a good token."""
        return await self.delivery.deliver(activity)

    def activity(self, key: str, kind: str = "message", **more: Any) -> Json:
        """An activity of somebody's in their personal chat, for `happen` or to be spoilt."""
        person = self.world.people[key]
        told = activities.base(self.world, kind, person, self.service, **more)
        return {"conversation": activities.personal(person), **told}

    # ---- inside -------------------------------------------------------------------------------

    def _placed(self, channel: str) -> Channel | None:
        return self.world.channels[channel] if channel else None

    def _general(self, team: str) -> Channel:
        return self.world.channels[team]

    def _posted(
        self, person: Person, place: str, text: str, *, root: str = "", quotes: str = ""
    ) -> Post:
        post = Post(
            id=self.world.activity_id(),
            place=place,
            author=person.key,
            text=text,
            root=root,
            quotes=quotes,
        )
        self.world.posts.append(post)
        return post

    async def _written(self, person: Person, post: Post, more: Mapping[str, Any]) -> Answer:
        told = {**activities.message(self.world, person, self.service, post), **more}
        return replace(await self.delivery.deliver(told), post=post)

    async def _members(
        self, person: Person, field: str, accounts: list[Json], place: Channel | None
    ) -> Answer:
        changes = (field, accounts)
        told = activities.members(self.world, person, self.service, changes, place)
        return await self.delivery.deliver(told)

    async def _installation(self, person: Person, action: str, place: Channel | None) -> Answer:
        told = activities.installation(self.world, person, self.service, action, place)
        return await self.delivery.deliver(told)

    async def _event(self, key: str, event: str, place: Channel) -> Answer:
        person = self.world.people[key]
        told = activities.team_event(self.world, person, self.service, event, place)
        return await self.delivery.deliver(told)

    async def _tapped(self, person: Person, post: Post, action: Json, typed: Values) -> Answer:
        data = {**(action.get("data") or {}), **typed}
        if action["type"] == "Action.Execute":
            told = {"type": "Action.Execute", "title": action.get("title", ""), "data": data}
            told |= {name: action[name] for name in ("id", "verb") if name in action}
            value = {"action": told, "trigger": "manual"}
            return await self._executed(person, post, value)
        assert action["type"] == "Action.Submit", f"{action['type']} tells the bot nothing"
        if (data.get("msteams") or {}).get("type") == "task/fetch":
            value = {"data": data, "context": {"theme": "default"}}
            told = activities.invoke(self.world, person, self.service, post, "task/fetch", value)
            return self._followed(await self.delivery.deliver(told), person, post)
        told = activities.submitted(self.world, person, self.service, post, data)
        return await self.delivery.deliver(told)

    async def _executed(self, person: Person, post: Post, value: Json) -> Answer:
        name = "adaptiveCard/action"
        told = activities.invoke(self.world, person, self.service, post, name, value)
        answer = await self.delivery.deliver(told)
        if answer.status != 200:
            return answer
        body = answer.body
        assert isinstance(body, dict), f"Teams takes no such answer to a tap: {answer.text}"
        assert set(body) <= {"statusCode", "type", "value"}, f"not in an answer: {set(body)}"
        match body.get("statusCode"), body.get("type"):
            case 200, t if t == ADAPTIVE:
                wrong = cards.fault(body["value"])
                assert not wrong, wrong
                post.own[person.key] = body["value"]
                return answer
            case 200, t if t == _NOTICE:
                assert isinstance(body["value"], str), "a notice is a text"
                return replace(answer, said=body["value"])
            case int() as status, t if t == _ERROR and status >= 400:
                return replace(answer, said=str(body["value"]["message"]))
        raise AssertionError(f"Teams takes no such answer to a tap: {answer.text}")

    async def _brought(self, person: Person, step: str, value: Json) -> Answer:
        name = f"composeExtension/{step}"
        told = activities.brought(self.world, person, self.service, name, value)
        nowhere = Post(id="", place=activities.ELSEWHERE, author=person.key)
        answer = self._followed(await self.delivery.deliver(told), person, nowhere)
        if (dialog := self.world.dialogs.get(person.key)) is not None:
            dialog.brought = {one: value[one] for one in value if one != "data"}
        return answer

    def _followed(self, answer: Answer, person: Person, post: Post) -> Answer:
        """What Teams does with the answer to task/fetch and task/submit."""
        if answer.status != 200:
            return answer
        task = (answer.body or {}).get("task")
        if task is None:
            assert not answer.body, f"Teams takes no such answer to a dialog: {answer.text}"
            self.close(person.key)
            return answer
        if task["type"] == "message":
            assert isinstance(task["value"], str), "a notice is a text"
            self.close(person.key)
            return replace(answer, said=task["value"])
        assert task["type"] == "continue", f"Teams knows no task {task['type']!r}"
        shown = task["value"]
        assert shown["card"]["contentType"] == ADAPTIVE, "a dialog shows a card"
        wrong = cards.fault(shown["card"]["content"])
        assert not wrong, wrong
        self.world.dialogs[person.key] = Dialog(
            person=person.key,
            place=post.place,
            post=post.id,
            title=str(shown.get("title", "")),
            card=shown["card"]["content"],
        )
        return answer


def _member(person: Person) -> Json:
    return {"id": person.id, "aadObjectId": person.aad}


@asynccontextmanager
async def fake_teams(clock: MovableClock) -> AsyncIterator[FakeTeams]:
    """A Teams that listens on loopback; see the package's docstring."""
    teams = FakeTeams(clock)
    app = web.Application(client_max_size=4 * 1024 * 1024)
    app.router.add_routes(teams.connector.routes("/emea"))
    # The global address is the same service.
    app.router.add_routes(teams.connector.routes("/teams"))
    app.router.add_routes(teams.issuer.routes("/login"))
    app.router.add_routes(teams.keys.routes("/openid"))
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        teams.at = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield teams
    finally:
        teams.connector.releasing.set()
        await teams.delivery.close()
        await runner.cleanup()
