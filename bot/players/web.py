"""The page in a person's hands: real HTTP, with nothing in it that the page would not send."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import count
from typing import Any, TextIO
from uuid import UUID

import aiohttp

from bot import wiring
from bot.clock import MovableClock
from bot.config.keys import Channels, Platforms
from bot.players.hands import Answer, Asked, Hands, OpenForm, Pressable, Refused, Seen, Stuck
from bot.program import Program
from bot.replay.script import Script
from bot.replay.stage import Stage
from bot.serve import listening
from coaching.messages import Tap
from coaching.people import Rep, Team

Json = dict[str, Any]


class OnPage:
    """A script is played on the page, served on a free port."""

    def __init__(self) -> None:
        """Be nowhere yet."""
        self.platforms = Platforms()
        self.channels = Channels()
        self.out: TextIO | None = None
        self.address = ""
        self._session: aiohttp.ClientSession

    @asynccontextmanager
    async def begin(self, clock: MovableClock, script: Script) -> AsyncIterator[None]:
        """People have a browser."""
        async with aiohttp.ClientSession() as self._session:
            yield

    @asynccontextmanager
    async def open(self, program: Program) -> AsyncIterator[None]:
        """The page is served."""
        async with listening("port", wiring.page(program), "127.0.0.1", 0) as (host, port):
            self.address = f"http://{host}:{port}"
            yield

    def rep(self, rep: Rep) -> str:
        """The address of a rep's direct messages."""
        return f"rep:{rep.id}"

    def team(self, team: Team) -> str:
        """The address of a team's channel."""
        return f"team:{team.id}"

    def hands(self, stage: Stage) -> Hands:
        """What people can do there."""
        return WebHands(stage, self, self._session)


class WebHands:
    """Asks the page's own addresses; the session is the caller's to close."""

    def __init__(self, stage: Stage, page: OnPage, session: aiohttp.ClientSession) -> None:
        """Act on this page."""
        self._stage = stage
        self._page = page
        self._session = session
        self._numbers = count(1)

    async def screen(self, rep_id: UUID) -> Sequence[Seen]:
        """The coach's posts to a rep, as the page shows them."""
        return [_seen(post) for post in await self._posts(rep_id) if post["coach"]]

    async def tap(self, rep_id: UUID, seen: Seen, button: Pressable) -> Answer:
        """Tap a button of a post."""
        tap = button.tap
        told = {"verb": tap.verb, "about": tap.about, "value": tap.value}
        return await self._act(rep_id, "tap", message=seen.reference, **told)

    async def submit(self, rep_id: UUID, form: OpenForm, answers: Mapping[str, str]) -> Answer:
        """Send a form with all its answers."""
        return await self._act(
            rep_id, "submit", kind=form.kind, about=form.about, answers=dict(answers)
        )

    async def command(self, rep_id: UUID, name: str, words: str) -> Answer:
        """Give a command."""
        return await self._act(rep_id, "command", name=name, words=words)

    async def say(self, rep_id: UUID, words: str, thread: str = "") -> str:
        """Write a text; its id is the post's reference."""
        before = {post["reference"] for post in await self._posts(rep_id)}
        told = {"text": words, "thread": thread} if thread else {"text": words}
        await self._act(rep_id, "say", **told)
        posts = await self._posts(rep_id)
        new = [post for post in posts if post["mine"] and post["reference"] not in before]
        return str(new[-1]["reference"])

    async def edit(self, rep_id: UUID, source: str, words: str) -> None:
        """Change a text written before."""
        await self._act(rep_id, "edit", reference=source, text=words)

    async def _posts(self, rep_id: UUID) -> list[Json]:
        rep = await self._stage.rep_by_id(rep_id)
        asked = {"rep": str(rep_id), "place": f"rep:{rep_id}", "language": rep.language}
        url = f"{self._page.address}/api/board"
        async with self._session.get(url, params=asked) as answer:
            answer.raise_for_status()
            seen: Json = await answer.json()
        return list(seen["posts"])

    async def _act(self, rep_id: UUID, act: str, /, **told: object) -> Answer:
        rep = await self._stage.rep_by_id(rep_id)
        asking = {
            "rep": str(rep_id),
            "delivery": f"player-{next(self._numbers):06}",
            "language": rep.language,
        }
        url = f"{self._page.address}/api/{act}"
        async with self._session.post(url, json=asking | told) as answer:
            reply: Json = await answer.json()
        if "error" in reply:
            raise Stuck(f"the page refused {act}: {reply['error']['problem']}")
        await self._stage.rest()
        return _answer(reply)


def _seen(post: Json) -> Seen:
    found = (block["buttons"] for block in post["blocks"] if block["kind"] == "buttons")
    return Seen(
        reference=post["reference"],
        thread=post["thread"],
        buttons=tuple(
            Pressable(label=one["label"], tap=Tap(**one["tap"])) for row in found for one in row
        ),
    )


def _answer(reply: Json) -> Answer:
    match reply["reply"]:
        case "form":
            form = reply["form"]
            return OpenForm(
                kind=form["kind"],
                about=form["about"],
                title=form["title"],
                submit=form["submit"],
                fields=tuple(map(_asked, form["fields"])),
            )
        case "reject":
            return Refused(reply["errors"])
        case _:
            return None


def _asked(field: Json) -> Asked:
    return Asked(
        name=field["name"],
        label=field["label"],
        initial=field["initial"],
        options={one["value"]: one["label"] for one in field.get("options", ())},
        ticks=field["type"] == "check",
    )
