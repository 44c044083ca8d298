"""A Slack on loopback that answers as Slack's documentation says, and the people in it.

Start it, tell the code under test where it is, act as a person, look at what there is to see::

    async with fake_slack(MovableClock(NOW)) as slack:
        slack.person("U1", "Mara Weiss", "mara@acme.example")
        app = my_app(api=slack.api, token=slack.token, signing_secret=slack.signing_secret)
        slack.deliver_to("http://127.0.0.1:1234/slack/events")   # or: await slack.connected()

        answer = await slack.write("U1", "help")                 # an event, and the app's answer
        await slack.eventually(lambda: slack.posts("U1")[1:])
        await slack.tap("U1", slack.last("U1"), "Plan this call")
        form = slack.view("U1")
        answer = await slack.submit("U1", form, {"objective": "She signs the pilot."})
        again = await slack.deliver_again()                      # the same delivery once more

There is one workspace T1 ("Acme") from the start and the app's user is `slack.bot_user`. More:
`workspace(id, name, enterprise)`, `person(...)`, `channel(...)`, `install(team, installer,
org_wide=, rotates=)` (a `Grant` with `token` and `refresh`), `code(installer)`,
`approver(user)` and `authorize_url` for OAuth. `slack.token` installs T1 if nobody has.

The app's side: the methods under `api`, with Slack's limits on blocks, texts and views, its
tokens, triggers (three seconds on `slack.clock`, once), threads, archived channels, and 429 for
more than one message a second in a channel (`burst` at once; 0 turns that off). Each call is in
`asked(method)`. What else goes wrong is ordered: `limit(method, seconds, times)`,
`fail(method, kind, times)`, `kill(team, error)`, `slack.server.joins = False` (no channels:join).

Two ways to deliver: signed HTTP after `deliver_to(address)`, or Socket Mode after
`use_sockets()` as soon as the app has connected (`api` and `app_token` are all it needs; await
`connected()`). Signatures are dated by the machine's clock, which Bolt compares them with.

What people do returns an `Answer`: `status` (0: none came in time), `body`, `text`, `seconds`, and
`post` for what was written. Answers to forms and commands take effect as in Slack: a form closes,
shows errors, changes or has another put on it; a command's answer is in `ephemerals(user)`. An
answer that Slack would not take raises `AssertionError`. To see: `posts(user or channel)`,
`last(...)`, `thread(post)`, `home(user)`, `view(user)`, `ephemerals(user)`, `labels(post)`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from html import escape
from typing import Any

from aiohttp import web

from bot.clock import MovableClock
from tests.adapters.slack.fake import payloads
from tests.adapters.slack.fake.acts import Values, button, choice, fields, filled, labels
from tests.adapters.slack.fake.chat import check_content, ephemeral
from tests.adapters.slack.fake.delivery import Answer
from tests.adapters.slack.fake.stage import Stage
from tests.adapters.slack.fake.state import BOT_USER, Json, Opened, Post, Refusal
from tests.adapters.slack.fake.views import check_view, replace_view, show

__all__ = ["Answer", "FakeSlack", "fake_slack", "labels"]


class FakeSlack(Stage):
    """The whole of it; the module's docstring says how to use it."""

    def deliver_to(self, address: str) -> None:
        """Deliver by signed HTTP to that address."""
        self.delivery.mode, self.delivery.address = "http", address

    def use_sockets(self) -> None:
        """Deliver through Socket Mode."""
        self.delivery.mode = "socket"

    # ---- writing ------------------------------------------------------------------------------

    async def write(
        self, user: str, text: str, *, thread: Post | None = None, **more: Any
    ) -> Answer:
        """Somebody writes to the app; `more` goes into the event (subtype, files …)."""
        channel = self.world.direct(user)
        said = escape(text, quote=False)
        root = (thread.thread_ts or thread.ts) if thread else ""
        post = self.world.put(channel, user, text=said, thread_ts=root)
        told = {**payloads.message(post, channel), **more}
        return replace(await self._event(channel.team, told), post=post)

    async def edit(self, user: str, post: Post, text: str) -> Answer:
        """Somebody changes what they wrote."""
        assert post.user == user, "nobody edits another's message"
        before = post.shown
        post.versions.append((post.text, post.blocks))
        post.text = escape(text, quote=False)
        told = payloads.changed(self.world, post, before)
        return replace(await self._event(self._team(user), told), post=post)

    async def delete(self, user: str, post: Post) -> Answer:
        """Somebody deletes what they wrote."""
        assert post.user == user, "nobody deletes another's message"
        post.deleted = True
        told = payloads.deleted(self.world, post, post.shown)
        return replace(await self._event(self._team(user), told), post=post)

    # ---- buttons, menus, forms ----------------------------------------------------------------

    async def tap(self, user: str, borne: Post | Opened | str, wanted: str) -> Answer:
        """Somebody taps a button, by label, action_id or value; "home" is their home tab."""
        shown = self._borne(user, borne)
        return await self._acted(user, button(shown, wanted), shown)

    async def select(self, user: str, borne: Post | Opened | str, wanted: str) -> Answer:
        """Somebody chooses an option in a menu, by label or value."""
        shown = self._borne(user, borne)
        return await self._acted(user, choice(shown, wanted), shown)

    async def submit(self, user: str, view: Opened | None, values: Values) -> Answer:
        """Somebody fills in a form and sends it."""
        assert view is not None, "no form is open"
        assert view.id in self.world.views, "that form is closed"
        view.state = filled(view, values)
        person = self.world.people[user]
        payload = payloads.submission(self.world, person, view)
        answer = await self.delivery.deliver("interactive", payload)
        if answer.status == 200:
            self._follow(view, answer.body)
        return answer

    async def close(self, user: str, view: Opened | None) -> Answer | None:
        """Somebody closes a form; the app hears of it where it asked to."""
        assert view is not None, "no form is open"
        payload = payloads.closing(self.world, self.world.people[user], view)
        self.world.views.pop(view.id, None)
        if not view.view.get("notify_on_close"):
            return None
        return await self.delivery.deliver("interactive", payload)

    async def shortcut(self, user: str, callback_id: str, post: Post) -> Answer:
        """Somebody takes a shortcut from a message's menu."""
        url = self._response_url(post.channel, user)
        person = self.world.people[user]
        payload = payloads.shortcut(self.world, person, callback_id, post, url)
        return await self.delivery.deliver("interactive", payload)

    async def slash(self, user: str, channel: str, command: str, text: str = "") -> Answer:
        """Somebody gives a slash command; in an empty `channel`, to the app itself."""
        place = self.world.channels[channel] if channel else self.world.direct(user)
        url = self._response_url(place.id, user)
        words = {"command": command, "text": text}
        person = self.world.people[user]
        payload = payloads.slash(self.world, person, place, words, url)
        answer = await self.delivery.deliver("command", payload)
        if answer.status == 200 and answer.text:
            told = answer.body or {"text": answer.text}
            _taken(lambda: check_content(told))
            ephemeral(self.world, place.id, user, told)
        return answer

    # ---- what happens -------------------------------------------------------------------------

    async def open_home(self, user: str, tab: str = "home") -> Answer:
        """Somebody looks at the home tab (or at the tab of messages)."""
        person, channel = self.world.people[user], self.world.direct(user)
        told = payloads.home_opened(person, channel.id, self.world.homes.get(user), tab)
        return await self._event(person.team, told)

    async def user_change(self, user: str, **changes: Any) -> Answer:
        """Something about somebody changes: tz, locale, name, email, or `signs` (deleted …)."""
        person = self.world.people[user]
        for name, value in changes.items():
            setattr(person, name, set(value) if name == "signs" else value)
        shown = {**person.shown, "locale": person.locale}
        return await self._event(person.team, {"type": "user_change", "user": shown})

    async def invite(self, user: str, channel: str, whom: str = BOT_USER) -> Answer:
        """Somebody invites the app (or another) to a channel."""
        place = self.world.channels[channel]
        place.members |= {user, whom}
        told = {"type": "member_joined_channel", "user": whom, "channel": channel}
        told |= {"channel_type": "C" if place.kind == "public" else "G", "inviter": user}
        return await self._event(place.team, {**told, "team": place.team})

    async def remove(self, user: str, channel: str) -> Answer:
        """Somebody removes the app from a channel."""
        place = self.world.channels[channel]
        place.members.discard(BOT_USER)
        kind = "channel_left" if place.kind == "public" else "group_left"
        return await self._event(place.team, {"type": kind, "channel": channel, "actor_id": user})

    async def archive(self, user: str, channel: str) -> Answer:
        """Somebody archives a channel."""
        place = self.world.channels[channel]
        place.archived = True
        told = {"type": "channel_archive", "channel": channel, "user": user, "is_moved": 0}
        return await self._event(place.team, told)

    async def delete_channel(self, channel: str) -> Answer:
        """A channel is deleted."""
        place = self.world.channels[channel]
        place.deleted = True
        return await self._event(place.team, {"type": "channel_deleted", "channel": channel})

    async def rename_channel(self, channel: str, name: str) -> Answer:
        """A channel gets another name."""
        place = self.world.channels[channel]
        place.name = name
        told = {"id": channel, "name": name, "created": 1}
        return await self._event(place.team, {"type": "channel_rename", "channel": told})

    async def rename_team(self, team: str, name: str) -> Answer:
        """A workspace gets another name."""
        self.world.workspaces[team].name = name
        return await self._event(team, {"type": "team_rename", "name": name, "team_id": team})

    async def app_uninstalled(self, team: str = "T1") -> Answer:
        """The app is removed from a workspace; its tokens end."""
        payload = payloads.event(self.world, team, {"type": "app_uninstalled"})
        self._end(team, "account_inactive")
        return await self.delivery.deliver("event", payload)

    async def tokens_revoked(self, team: str = "T1") -> Answer:
        """The app's bot token is revoked."""
        told = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT_USER]}}
        payload = payloads.event(self.world, team, told)
        self._end(team, "token_revoked")
        return await self.delivery.deliver("event", payload)

    async def happened(self, event: Json, team: str = "T1") -> Answer:
        """Any other event."""
        return await self._event(team, event)

    # ---- inside -------------------------------------------------------------------------------

    def _end(self, team: str, error: str) -> None:
        wide = payloads.org_wide(self.world, team)
        self.kill(self.world.workspaces[team].enterprise if wide else team, error)

    def _team(self, user: str) -> str:
        return self.world.people[user].team

    async def _event(self, team: str, told: Json) -> Answer:
        return await self.delivery.deliver("event", payloads.event(self.world, team, told))

    def _borne(self, user: str, borne: Post | Opened | str) -> Post | Opened:
        if isinstance(borne, str):
            assert user in self.world.homes, "the home tab is empty"
            return self.world.homes[user]
        return borne

    async def _acted(self, user: str, action: Json, borne: Post | Opened) -> Answer:
        url = self._response_url(borne.channel, user) if isinstance(borne, Post) else ""
        payload = payloads.tap(self.world, self.world.people[user], action, borne, url)
        return await self.delivery.deliver("interactive", payload)

    def _response_url(self, channel: str, user: str) -> str:
        name = self.world.made("response-")
        self.server.responses[name] = (channel, user)
        return f"{self.server.at}/response/{name}"

    def _follow(self, view: Opened, told: Json) -> None:
        """What Slack does with the answer to a form."""
        match told.get("response_action"):
            case None:
                assert not told, f"Slack takes no such answer to a form: {told}"
                self.world.views.pop(view.id, None)
            case "errors":
                odd = set(told["errors"]) - set(fields(view))
                assert not odd, f"errors at fields that are not there: {odd}"
                assert told["errors"], "no errors"
                assert all(told["errors"].values()), "an error without words"
            case "clear":
                for one in [one.id for one in self.world.views.values() if one.user == view.user]:
                    del self.world.views[one]
            case "update":
                _taken(lambda: check_view(told["view"], "modal"))
                replace_view(self.world, view, told["view"])
            case "push":
                _taken(lambda: check_view(told["view"], "modal"))
                show(self.world, view.user, told["view"], view.id)
            case other:
                raise AssertionError(f"Slack knows no response_action {other!r}")


def _taken(check: Any) -> None:
    """Raise `AssertionError` for what Slack would not take."""
    try:
        check()
    except Refusal as refusal:
        raise AssertionError(f"{refusal.code}: {refusal.messages}") from None


@asynccontextmanager
async def fake_slack(clock: MovableClock, *, burst: int = 5) -> AsyncIterator[FakeSlack]:
    """A Slack that listens on loopback; see the module's docstring."""
    slack = FakeSlack(clock, burst=burst)
    runner = web.AppRunner(slack.server.app(), shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        slack.server.at = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield slack
    finally:
        slack.server.releasing.set()
        await slack.delivery.close()
        for socket in list(slack.server.sockets):
            await socket.close()
        await runner.cleanup()
