"""How one system of the method is plugged in: its commands, pages, forms, taps and places.

A topic knows values, messages and other such ground; it never imports what shows or runs topics
(prepare, home, commands, chat, taps, decide).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from coaching.actions import Decision
from coaching.calls import Call, Opportunity
from coaching.conversation import Talk
from coaching.events import Submitted, Tapped
from coaching.forms import Form
from coaching.messages import Block, Message
from coaching.notes import Content, Note
from coaching.turn import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A command as a topic gets it: the words behind it as they were written, its thread.

    `source` is the platform's id of the text, empty where it was no text.
    """

    words: str = ""
    thread: str = ""
    source: str = ""


Command = Callable[[Asked, Situation], Decision]
Page = Callable[[Opportunity, Situation], Message]
Tapping = Callable[[Tapped, Situation], Decision]
Submitting = Callable[[Submitted, Situation], Decision]
Shown = Callable[[str, Situation], Form | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOf:
    """A form: how it looks for an id (None where that is gone), and how it is taken."""

    show: Shown
    submit: Submitting


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A line of chat in a talk: the clean words, the platform's id of the text, its thread."""

    words: str
    source: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a text of the rep gave: the note as it is now, and what of it.

    `asks` is the command behind a slash ("/needs") or what a talk asked, with the keys of parts of
    the note behind further slashes; `words` are the text's, of a command those behind it. `shown`
    is the logical id of the message that answered it, `is_new` whether the text made the note.
    """

    note: Note
    asks: str
    words: str = ""
    shown: str = ""
    is_new: bool = False


def _as_asked(given: Given) -> str:
    return given.asks


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """What follows when a text that gave a note, or a part of one, is edited or deleted.

    `asks` says exactly what of the note a text gave, with its keys; empty where an edit of the
    text is to change nothing.
    """

    change: Callable[[Given, Situation], Decision]
    withdraw: Callable[[Given, Situation], Decision]
    asks: Callable[[Given], str] = _as_asked


def _no_blocks(_situation: Situation) -> tuple[Block, ...]:
    return ()


def _no_lines(_call: Call, _situation: Situation) -> tuple[Block, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One system of the method.

    `commands` run for themselves; `pages` are shown for a sale by the command of that name
    (`needs halden`). `forms` go by their kind (a tap with the verb "form" and the kind as its value
    opens one), `taps` by verb, `talks` by the name a `Talk` bears; `edits` say of a kind of note
    what an edit or a deletion of the text that gave it does. `before` is shown in the prompt of a
    call and `cue` on its cue card, `after` once its review is given, `home` on the rep's page.
    """

    commands: Mapping[str, Command] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    forms: Mapping[str, FormOf] = field(default_factory=dict)
    taps: Mapping[str, Tapping] = field(default_factory=dict)
    talks: Mapping[str, Callable[[Heard, Talk, Situation], Decision]] = field(default_factory=dict)
    edits: Mapping[type[Content], Edits] = field(default_factory=dict)
    home: Callable[[Situation], tuple[Block, ...]] = _no_blocks
    before: Callable[[Call, Situation], tuple[Block, ...]] = _no_lines
    cue: Callable[[Call, Situation], tuple[Block, ...]] = _no_lines
    after: Callable[[Call, Situation], tuple[Block, ...]] = _no_lines
