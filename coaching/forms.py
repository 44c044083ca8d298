"""Forms for any platform: what is asked, under which names, within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coaching.messages import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A free text of at most `limit` characters."""

    name: str
    label: Text
    hint: Text | None = None
    initial: str = ""
    required: bool = False
    limit: int = 500
    long: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose, by its value."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField:
    """One of a few answers; `initial` is an option's value or empty."""

    name: str
    label: Text
    options: tuple[Option, ...]
    hint: Text | None = None
    initial: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField:
    """A day, answered as ISO 8601 (2026-11-27)."""

    name: str
    label: Text
    hint: Text | None = None
    initial: date | None = None
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckField:
    """A yes or no, answered as "yes" or an empty text."""

    name: str
    label: Text
    initial: bool = False


Field = TextField | ChoiceField | DateField | CheckField


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form about one thing: `kind` names it, `about` is the id of the call it is for."""

    kind: str
    title: Text
    fields: tuple[Field, ...]
    about: str = ""
    intro: tuple[Text, ...] = ()
    submit: Text
