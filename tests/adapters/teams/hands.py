"""Teams in a person's hands: what the fake Teams shows them, and what they do there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from bot.players.hands import Answer as Came
from bot.players.hands import Asked, OpenForm, Pressable, Refused, Seen, Stuck
from bot.replay.stage import Stage
from coaching.messages import Tap
from tests.adapters.teams.fake import cards
from tests.adapters.teams.fake.state import Dialog, Json, Post
from tests.adapters.teams.fake.teams import Answer, FakeTeams

WRONG = "Attention"


class TeamsHands:
    """Acts as the people of a script; `people` are their keys on Teams by e-mail address."""

    def __init__(self, stage: Stage, teams: FakeTeams, people: Mapping[str, str]) -> None:
        """Act on this stage and in this Teams."""
        self._stage = stage
        self._teams = teams
        self._people = people

    async def screen(self, rep_id: UUID) -> Sequence[Seen]:
        """The coach's cards in a rep's personal chat, as that rep now sees them."""
        key = await self._key(rep_id)
        return [_seen(post, key) for post in self._teams.posts(key) if post.by_bot]

    async def tap(self, rep_id: UUID, seen: Seen, button: Pressable) -> Came:
        """Tap a button, in whichever menu it is."""
        key = await self._looking_at_chat(rep_id)
        post = self._post(key, seen.reference)
        for action, pressable in _pressables(post.seen_by(key)):
            if pressable == button:
                await self._answered(await self._teams.press(key, post, action))
                return _opened(self._teams.dialog(key))
        raise Stuck(f"there is no [{button.label}] any more")

    async def submit(self, rep_id: UUID, form: OpenForm, answers: Mapping[str, str]) -> Came:
        """Fill in the open dialog and send it, if Teams' own client lets it go."""
        key = await self._key(rep_id)
        dialog = self._teams.dialog(key)
        if dialog is None:
            raise Stuck(f"the form “{form.title}” is closed")
        told = await self._teams.submit(key, answers)
        if told.errors:
            return Refused(told.errors)
        await self._answered(told)
        now = self._teams.dialog(key)
        if now is not None and (wrong := dict(_errors(now.card))):
            return Refused(wrong)
        return _opened(now)

    async def command(self, rep_id: UUID, name: str, words: str) -> Came:
        """Write a command, as one does from Teams' list of them."""
        key = await self._looking_at_chat(rep_id)
        await self._answered(await self._teams.write(key, f"{name} {words}".rstrip()))
        return _opened(self._teams.dialog(key))

    async def say(self, rep_id: UUID, words: str, thread: str = "") -> str:
        """Write in the personal chat; as it has no threads, a message there is quoted."""
        key = await self._looking_at_chat(rep_id)
        quoted = self._post(key, thread) if thread else None
        told = await self._answered(await self._teams.write(key, words, quoting=quoted))
        assert told.post is not None
        return told.post.reference

    async def edit(self, rep_id: UUID, source: str, words: str) -> None:
        """Change a text written before."""
        key = await self._looking_at_chat(rep_id)
        await self._answered(await self._teams.edit(key, self._post(key, source), words))

    # ---- inside ------------------------------------------------------------------------------

    async def _key(self, rep_id: UUID) -> str:
        return self._people[(await self._stage.rep_by_id(rep_id)).address]

    async def _looking_at_chat(self, rep_id: UUID) -> str:
        """Whoever has a dialog before their eyes closes it first."""
        key = await self._key(rep_id)
        self._teams.close(key)
        return key

    def _post(self, key: str, reference: str) -> Post:
        return next(post for post in self._teams.posts(key) if post.reference == reference)

    async def _answered(self, answer: Answer) -> Answer:
        """The answer, once all that follows has arrived."""
        assert answer.status == 200, f"Teams was answered {answer.status} {answer.text}"
        await self._stage.rest()
        return answer


# ---- cards ---------------------------------------------------------------------------------------


def _seen(post: Post, key: str) -> Seen:
    pressables = (pressable for _, pressable in _pressables(post.seen_by(key)))
    return Seen(reference=post.reference, buttons=tuple(pressables))


def _pressables(card: Json | None) -> Iterator[tuple[Json, Pressable]]:
    """The buttons from the top, those in menus included, each with its action."""
    for action in cards.actions(card):
        if tap := action["data"].get("tap"):
            yield action, Pressable(label=action["title"], tap=Tap(**tap))


# ---- forms ---------------------------------------------------------------------------------------


def _opened(dialog: Dialog | None) -> Came:
    """The form in a dialog; one that only says something is none."""
    send = next(iter(cards.actions(dialog.card)), None) if dialog else None
    if dialog is None or send is None or "form" not in send["data"]:
        return None
    form = send["data"]["form"]
    return OpenForm(
        kind=form["kind"],
        about=form["about"],
        title=dialog.title,
        submit=send["title"],
        fields=tuple(_asked(name, one) for name, one in cards.inputs(dialog.card).items()),
    )


def _asked(name: str, one: Json) -> Asked:
    ticks = one["type"] == "Input.Toggle"
    value = one.get("value", "")
    return Asked(
        name=name,
        label=one["title"] if ticks else one["label"],
        initial="" if ticks and value == one["valueOff"] else value,
        options={choice["value"]: choice["title"] for choice in one.get("choices", ())},
        ticks=ticks,
    )


def _errors(card: Json) -> Iterator[tuple[str, str]]:
    """What stands in red below a field, by the field's name; above all of them it has none."""
    name = ""
    for one in card["body"]:
        if one["type"] in cards.INPUTS:
            name = one["id"]
        elif any(run.get("color") == WRONG for run in one.get("inlines", ())):
            yield name, cards.words(one)
