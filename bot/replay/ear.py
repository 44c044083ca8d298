"""Hears all that the coach says on a platform, while the platform carries it as ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from adapters.ports import Envelope, Platform
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Chart,
    Heading,
    Line,
    Message,
    Small,
    Text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message as it was sent, or as it read after a change."""

    envelope: Envelope
    changed: bool = False


@dataclass(slots=True)
class Ear:
    """What was said so far, oldest first; `listener` is told at once."""

    listener: Callable[[Heard], None] | None = None
    heard: list[Heard] = field(default_factory=list)

    def around(self, platform: Platform) -> Platform:
        """The platform, with this ear at it."""
        return _Listening(name=platform.name, _inner=platform, _ear=self)

    def note(self, heard: Heard) -> None:
        """Keep what was said, and pass it on."""
        self.heard.append(heard)
        if self.listener:
            self.listener(heard)

    def at(self, address: str, since: int = 0) -> tuple[Heard, ...]:
        """What was said in a place, from the given number in all that was heard."""
        return tuple(one for one in self.heard[since:] if one.envelope.place.address == address)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listening:
    """A platform that is listened to."""

    name: str
    _inner: Platform
    _ear: Ear

    async def send(self, envelope: Envelope) -> str:
        reference = await self._inner.send(envelope)
        self._ear.note(Heard(envelope=envelope))
        return reference

    async def edit(self, reference: str, envelope: Envelope) -> None:
        await self._inner.edit(reference, envelope)
        self._ear.note(Heard(envelope=envelope, changed=True))


def texts(message: Message) -> Iterator[Text]:
    """All texts of a message from top to bottom, each before those within it."""
    for block in message.blocks:
        for text in _of_block(block):
            yield from _with_inner(text)


def keys(message: Message) -> tuple[str, ...]:
    """The keys of all its texts, in order."""
    return tuple(text.key for text in texts(message))


def buttons(messages: Sequence[Message]) -> Iterator[Button]:
    """All buttons of some messages."""
    for message in messages:
        for block in message.blocks:
            if isinstance(block, Buttons):
                yield from block.buttons


def _of_block(block: Block) -> Iterator[Text]:
    match block:
        case Heading(text=text) | Line(text=text) | Small(text=text):
            yield text
        case Buttons(buttons=several, menu=menu):
            yield from (menu,) if menu else ()
            yield from (button.label for button in several)
        case Chart(title=title, summary=summary):
            yield title
            yield summary


def _with_inner(text: Text) -> Iterator[Text]:
    yield text
    for value in text.values.values():
        if isinstance(value, Text):
            yield from _with_inner(value)
