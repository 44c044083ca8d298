"""Messages as adaptive cards: in a chat, in a channel, in a dialog."""

from __future__ import annotations

from collections.abc import Iterator

from adapters.chat.teams import limits
from adapters.chat.teams.buttons import add_row
from adapters.chat.teams.chart import drawn_chart
from adapters.chat.teams.elements import (
    attachment,
    bold,
    card,
    more_left_out,
    paragraphs,
    small,
)
from adapters.chat.teams.escape import harmless, literal
from adapters.chat.teams.limits import ELLIPSIS, Json, cut, folded, label
from adapters.ports import Say
from coaching.messages import Block, Buttons, Chart, Heading, Line, Message, Small, Text


def drawn(message: Message, say: Say) -> Json:
    """A message as a card of at most 70 000 bytes; what does not fit is said to be left out."""
    elements = _elements(message, say)
    return card(folded(elements, more_left_out(say), size=limits.CARD_BYTES - _AROUND))


def summary(message: Message, say: Say) -> str:
    """What a notification says: all that is to be read but the buttons, on one line."""
    lines = (harmless(say.plain(said)) for said in _texts(message))
    return (
        cut(" ".join(" ".join(line.split()) for line in lines).strip(), limits.SUMMARY) or ELLIPSIS
    )


def addressed(drawn_card: Json, user: str, name: str) -> Json:
    """The card with somebody mentioned above its text; `user` is their id in the conversation.

    Shape: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format,
    "Mention support within Adaptive Cards".
    """
    shown = label(harmless(name), limits.TITLE)
    mention = f"<at>{shown}</at>"
    entity = {"type": "mention", "text": mention, "mentioned": {"id": user, "name": shown}}
    line = {"type": "TextBlock", "text": mention, "wrap": True}
    return {
        **drawn_card,
        "msteams": {**drawn_card["msteams"], "entities": [entity]},
        "body": [line, *drawn_card["body"]],
    }


def dialog(drawn_card: Json, title: Text, say: Say, *, tall: bool = False) -> Json:
    """A card as a dialog (task module): the `value` of a "continue" in the answer to an invoke."""
    return {
        "title": dialog_title(title, say),
        "width": "medium",
        "height": "large" if tall else "medium",
        "card": attachment(drawn_card),
    }


def dialog_title(title: Text, say: Say) -> str:
    """The title of a dialog, cut to what its bar shows."""
    return label(literal(say.plain(title)), limits.TITLE)


# What a card has beside its body, and a mention above it.
_AROUND = 2_000


def _elements(message: Message, say: Say) -> list[Json]:
    elements: list[Json] = []
    before: Block | None = None
    for block in message.blocks:
        match block:
            case Heading(text=said):
                elements += bold(said, say)
            case Line(text=said):
                elements += paragraphs(say(said))
            case Small(text=said):
                elements += small(said, say)
            case Buttons():
                follows = isinstance(before, Buttons) and bool(before.buttons)
                is_joined = follows and _is_row(elements)
                add_row(elements, block, say, is_joined=is_joined)
            case Chart():
                shown = drawn_chart(block, say)
                elements += [shown] if shown else bold(block.title, say)
                elements += small(block.summary, say)
        before = block
    return elements


def _is_row(elements: list[Json]) -> bool:
    return bool(elements) and elements[-1]["type"] == "ActionSet"


def _texts(message: Message) -> Iterator[Text]:
    for block in message.blocks:
        match block:
            case Heading(text=said) | Line(text=said) | Small(text=said):
                yield said
            case Chart(summary=said):
                yield said
            case Buttons():
                pass
