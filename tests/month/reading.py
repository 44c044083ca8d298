"""What a message shows, bare enough to be compared with figures: keys and values, never words."""

from __future__ import annotations

from bot.replay.ear import texts
from coaching.messages import (
    Buttons,
    Chart,
    Message,
    Moment,
    Names,
    Quoted,
    Text,
    Value,
)
from coaching.messages import Clock as TimeOfDay
from coaching.spans import Span
from tests.month.figures import Shown


def lines(message: Message) -> list[Shown]:
    """All sentences of a message but for its buttons, each with its values."""
    bare = Message(tuple(block for block in message.blocks if not isinstance(block, Buttons)))
    inner = {id(value) for text in texts(bare) for value in text.values.values()}
    return [_shown(text) for text in texts(bare) if id(text) not in inner]


def line(message: Message, *keys: str) -> list[Shown]:
    """Those sentences of a message that have one of these keys."""
    return [one for one in lines(message) if one[0] in keys]


def series(message: Message) -> dict[str, tuple[int, ...]]:
    """The figures of a message's picture, by the name of their row; empty without one."""
    return {
        row.name.key: row.values
        for block in message.blocks
        if isinstance(block, Chart)
        for row in block.series
    }


def _shown(text: Text) -> Shown:
    return text.key, {name: _plain(value) for name, value in text.values.items()}


def _plain(value: Value) -> object:
    match value:
        case Quoted(text=words):
            return words
        case Names(names=names):
            return names
        case Text():
            return _shown(value)
        case TimeOfDay(at=at) | Moment(at=at):
            return at
        case Span():
            return (value.starts_at, value.ends_at)
        case _:
            return value
