"""The console in a person's hands: straight to the program, by its own events."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from itertools import count
from typing import TextIO
from uuid import UUID

from adapters.ports import Say
from bot.clock import MovableClock
from bot.config.keys import Channels, Platforms
from bot.players.hands import Answer, Asked, Hands, OpenForm, Pressable, Refused, Seen
from bot.program import Program
from bot.replay.ear import buttons
from bot.replay.script import Script
from bot.replay.stage import Stage
from coaching.actions import Done, Reject, ShowForm, Tell
from coaching.events import ChatEvent, Commanded, Edited, Said, Submitted, Tapped
from coaching.forms import CheckField, ChoiceField, DateField, Field, Form
from coaching.messages import Message
from coaching.people import Rep, Team


class AtConsole:
    """A script is played at the console, with nobody looking on."""

    def __init__(self) -> None:
        """Speak into a text that nobody reads."""
        self.platforms = Platforms(web=None)
        self.channels = Channels()
        self.out: TextIO | None = io.StringIO()

    @asynccontextmanager
    async def begin(self, clock: MovableClock, script: Script) -> AsyncIterator[None]:
        """Nothing has to be there."""
        yield

    @asynccontextmanager
    async def open(self, program: Program) -> AsyncIterator[None]:
        """Everybody is there by themselves."""
        yield

    def rep(self, rep: Rep) -> str:
        """The address of a rep's direct messages."""
        return f"rep:{rep.id}"

    def team(self, team: Team) -> str:
        """The address of a team's channel."""
        return f"team:{team.id}"

    def hands(self, stage: Stage) -> Hands:
        """What people can do there."""
        return ConsoleHands(stage)


class ConsoleHands:
    """Acts on the program; sees what was heard of it."""

    def __init__(self, stage: Stage) -> None:
        """Act on this stage."""
        self._stage = stage
        self._numbers = count(1)
        self._threads: dict[str, str] = {}

    async def screen(self, rep_id: UUID) -> Sequence[Seen]:
        """The coach's messages to a rep, each as it reads now."""
        say = self._stage.say_to(await self._stage.rep_by_id(rep_id))
        threads: dict[str, str] = {}
        now: dict[str, Message] = {}
        for heard in self._stage.ear.at(self._stage.place(rep_id)):
            threads.setdefault(heard.envelope.id, heard.envelope.thread)
            now[heard.envelope.id] = heard.envelope.message
        return [
            Seen(reference=one, thread=threads[one], buttons=_pressables(message, say))
            for one, message in now.items()
        ]

    async def tap(self, rep_id: UUID, seen: Seen, button: Pressable) -> Answer:
        """Tap a button of a message."""
        return await self._act(rep_id, Tapped(tap=button.tap, message=seen.reference))

    async def submit(self, rep_id: UUID, form: OpenForm, answers: Mapping[str, str]) -> Answer:
        """Send a form with all its answers."""
        event = Submitted(kind=form.kind, about=form.about, answers=answers)
        return await self._act(rep_id, event)

    async def command(self, rep_id: UUID, name: str, words: str) -> Answer:
        """Give a command."""
        return await self._act(rep_id, Commanded(name=name, words=words))

    async def say(self, rep_id: UUID, words: str, thread: str = "") -> str:
        """Write a text."""
        source = f"console-{next(self._numbers)}"
        self._threads[source] = thread
        await self._act(rep_id, Said(text=words, thread=thread, source=source))
        return source

    async def edit(self, rep_id: UUID, source: str, words: str) -> None:
        """Change a text written before."""
        edited = Edited(source=source, text=words, thread=self._threads.get(source, ""))
        await self._act(rep_id, edited)

    async def _act(self, rep_id: UUID, event: ChatEvent) -> Answer:
        say = self._stage.say_to(await self._stage.rep_by_id(rep_id))
        match await self._stage.program.handle(rep_id, event):
            case Done() | Tell():
                return None
            case ShowForm(form=form):
                return _opened(form, say)
            case Reject(errors=errors):
                return Refused({name: say.plain(why) for name, why in errors.items()})


def _pressables(message: Message, say: Say) -> tuple[Pressable, ...]:
    return tuple(
        Pressable(label=say.plain(button.label), tap=button.tap) for button in buttons([message])
    )


def _opened(form: Form, say: Say) -> OpenForm:
    return OpenForm(
        kind=form.kind,
        about=form.about,
        title=say.plain(form.title),
        submit=say.plain(form.submit),
        fields=tuple(_asked(field, say) for field in form.fields),
    )


def _asked(field: Field, say: Say) -> Asked:
    label = say.plain(field.label)
    match field:
        case ChoiceField(options=options):
            named = {one.value: say.plain(one.label) for one in options}
            return Asked(name=field.name, label=label, initial=field.initial, options=named)
        case CheckField(initial=initial):
            return Asked(name=field.name, label=label, initial="yes" if initial else "", ticks=True)
        case DateField(initial=day):
            return Asked(name=field.name, label=label, initial=day.isoformat() if day else "")
        case _:
            return Asked(name=field.name, label=label, initial=field.initial)
