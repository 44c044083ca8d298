"""Slack in a person's hands: what the fake Slack shows them, and what they do there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from bot.players.hands import Answer as Came
from bot.players.hands import Asked, OpenForm, Pressable, Refused, Seen, Stuck
from bot.replay.stage import Stage
from coaching.messages import Tap
from tests.adapters.slack.fake.acts import fields
from tests.adapters.slack.fake.slack import Answer, FakeSlack
from tests.adapters.slack.fake.state import Json, Opened, Post

COMMAND = "/advance"
# What Slack's own client says at a field, before a form leaves it.
LACKING, TOO_LONG = "Please complete this required field.", "This is too long."


class SlackHands:
    """Acts as the people of a script; `users` are their ids on Slack by e-mail address."""

    def __init__(self, stage: Stage, slack: FakeSlack, users: Mapping[str, str]) -> None:
        """Act on this stage and in this Slack."""
        self._stage = stage
        self._slack = slack
        self._users = users

    async def screen(self, rep_id: UUID) -> Sequence[Seen]:
        """The coach's direct messages to a rep, as they now stand."""
        return [_seen(post) for post in self._slack.posts(await self._user(rep_id)) if post.by_app]

    async def tap(self, rep_id: UUID, seen: Seen, button: Pressable) -> Came:
        """Tap a button, or choose in a menu."""
        user = await self._looking_at_messages(rep_id)
        post = await self._post(user, seen.reference)
        for element, pressable in _pressables(post):
            if pressable == button:
                act = self._slack.tap if element["type"] == "button" else self._slack.select
                await self._answered(await act(user, post, _value(element, button)))
                return self._opened(user)
        raise Stuck(f"there is no [{button.label}] any more")

    async def submit(self, rep_id: UUID, form: OpenForm, answers: Mapping[str, str]) -> Came:
        """Fill in the open form and send it, if Slack's own client lets it go."""
        user = await self._user(rep_id)
        view = self._slack.view(user)
        if view is None:
            raise Stuck(f"the form “{form.title}” is closed")
        if kept := _kept_back(view, answers):
            return Refused(kept)
        told = await self._answered(await self._slack.submit(user, view, answers))
        if told.body.get("response_action") == "errors":
            return Refused(told.body["errors"])
        return self._opened(user)

    async def command(self, rep_id: UUID, name: str, words: str) -> Came:
        """Give a slash command in the direct messages."""
        user = await self._looking_at_messages(rep_id)
        said = f"{name} {words}".rstrip()
        await self._answered(await self._slack.slash(user, "", COMMAND, said))
        return self._opened(user)

    async def say(self, rep_id: UUID, words: str, thread: str = "") -> str:
        """Write in the direct messages, or in a thread there."""
        user = await self._looking_at_messages(rep_id)
        root = await self._post(user, thread) if thread else None
        told = await self._answered(await self._slack.write(user, words, thread=root))
        assert told.post is not None
        return told.post.reference

    async def edit(self, rep_id: UUID, source: str, words: str) -> None:
        """Change a text written before."""
        user = await self._looking_at_messages(rep_id)
        await self._answered(await self._slack.edit(user, await self._post(user, source), words))

    # ---- inside ------------------------------------------------------------------------------

    async def _user(self, rep_id: UUID) -> str:
        return self._users[(await self._stage.rep_by_id(rep_id)).address]

    async def _looking_at_messages(self, rep_id: UUID) -> str:
        """Whoever has a form before their eyes closes it first."""
        user = await self._user(rep_id)
        if view := self._slack.view(user):
            await self._slack.close(user, view)
        return user

    async def _post(self, user: str, reference: str) -> Post:
        return next(post for post in self._slack.posts(user) if post.reference == reference)

    async def _answered(self, answer: Answer) -> Answer:
        """The answer, once all that follows has arrived."""
        assert answer.status == 200, f"Slack was answered {answer.status} {answer.text}"
        await self._stage.rest()
        return answer

    def _opened(self, user: str) -> Came:
        view = self._slack.view(user)
        return _form(view) if view and view.view["callback_id"] == "form" else None


# ---- messages ------------------------------------------------------------------------------------


def _seen(post: Post) -> Seen:
    return Seen(
        reference=post.reference,
        thread=f"{post.channel}:{post.thread_ts}" if post.thread_ts else "",
        buttons=tuple(pressable for _, pressable in _pressables(post)),
    )


def _pressables(post: Post) -> Iterator[tuple[Json, Pressable]]:
    """The buttons and the options of menus, from the top, each with its element."""
    for block in post.blocks:
        for element in block["elements"] if block["type"] == "actions" else ():
            for one in element.get("options", [element]):
                tap = Tap(**json.loads(one["value"]))
                yield element, Pressable(label=one["text"]["text"], tap=tap)


def _value(element: Json, button: Pressable) -> str:
    """The value behind what a button or an option says."""
    options: list[Json] = element.get("options", [element])
    values = [str(one["value"]) for one in options]
    return next(value for value in values if Tap(**json.loads(value)) == button.tap)


# ---- forms ---------------------------------------------------------------------------------------


def _form(view: Opened) -> OpenForm:
    about = json.loads(view.view["private_metadata"])
    return OpenForm(
        kind=about["kind"],
        about=about["about"],
        title=view.view["title"]["text"],
        submit=view.view["submit"]["text"],
        fields=tuple(_asked(name, block) for name, block in fields(view).items()),
    )


def _asked(name: str, block: Json) -> Asked:
    element = block["element"]
    groups = element.get("option_groups", [element])
    options = {
        one["value"]: one["text"]["text"] for group in groups for one in group.get("options", ())
    }
    ticks = element["type"] == "checkboxes"
    return Asked(
        name=name,
        label=block["label"]["text"],
        initial=_initial(element),
        options={} if ticks else options,
        ticks=ticks,
    )


def _initial(element: Json) -> str:
    """What stands in a field before anything is typed, as an answer."""
    match element:
        case {"initial_value": str(words)} | {"initial_date": str(words)}:
            return words
        case {"initial_option": chosen} | {"initial_options": [chosen]}:
            return str(chosen["value"])
        case _:
            return ""


def _kept_back(view: Opened, answers: Mapping[str, str]) -> Mapping[str, str]:
    """What Slack's client says at fields that it does not send as they are."""
    told: dict[str, str] = {}
    for name, block in fields(view).items():
        answer = answers[name]
        if not answer.strip() and not block.get("optional"):
            told[name] = LACKING
        elif len(answer) > block["element"].get("max_length", len(answer)):
            told[name] = TOO_LONG
    return told
