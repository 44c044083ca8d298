"""What the coach says, for any platform: text keys with values, never sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from coaching.spans import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """Somebody's own words: data, which every adapter escapes."""

    text: str


@dataclass(frozen=True, slots=True)
class Clock:
    """An instant to be said as a time of day, in the reader's zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant to be said with its day ("today 14:00"), in the reader's zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Names:
    """People's names (data), to be said as a list in the reader's language."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A sentence by its key in `texts/`, with what fills its blanks.

    A `Span` is said as a day with a time range, a `date` as a weekday and date, a `Text` is said
    first and put in whole.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


Value = str | int | Quoted | Clock | Moment | Span | date | Names | Text


def text(key: str, **values: Value) -> Text:
    """A `Text` in one short call."""
    return Text(key=key, values=values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tap:
    """What a button means: a verb, what it is about (a call's, promise's or team's id), a value."""

    verb: str
    about: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One button: its label and what a tap on it means."""

    label: Text
    tap: Tap
    primary: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The first line of a message."""

    text: Text


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph."""

    text: Text


@dataclass(frozen=True, slots=True)
class Small:
    """Small print: why this came, and how to change that."""

    text: Text


@dataclass(frozen=True, slots=True)
class Buttons:
    """A row of buttons; with `menu` the platform may fold them under that label."""

    buttons: tuple[Button, ...]
    menu: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of figures in a chart, one value a label."""

    name: Text
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Stacked bars over a few labels; `summary` says the same in words."""

    title: Text
    labels: tuple[Text, ...]
    series: tuple[Series, ...]
    summary: Text


Block = Heading | Line | Small | Buttons | Chart


@dataclass(frozen=True, slots=True)
class Message:
    """A whole message, top to bottom."""

    blocks: tuple[Block, ...]


def message(*blocks: Block) -> Message:
    """A `Message` of these blocks."""
    return Message(blocks)
