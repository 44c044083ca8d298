"""The elements of a card that messages and forms share: paragraphs, and the card around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from adapters.chat.teams import limits
from adapters.chat.teams.escape import literal
from adapters.chat.teams.limits import ELLIPSIS, Json
from adapters.ports import Run, Say
from coaching.messages import Text, text

CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"


def card(body: Sequence[Json]) -> Json:
    """A card of the version that Teams draws everywhere, as wide as the chat."""
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "msteams": {"width": "Full"},
        "body": list(body) or [plain_paragraph(ELLIPSIS)],
    }


def attachment(drawn: Json) -> Json:
    """A card as what a message or a dialog holds."""
    return {"contentType": CONTENT_TYPE, "content": drawn}


def paragraphs(
    runs: Sequence[Run], *, limit: int = limits.PARAGRAPH, **style: object
) -> list[Json]:
    """Runs as one paragraph a line, or nothing where there is nothing to read.

    `style` goes to each run (https://adaptivecards.io/explorer/TextRun.html).
    """
    lines = [line for line in _lines(_cut(runs, limit)) if any(run.text.strip() for run in line)]
    drawn = [
        {"type": "RichTextBlock", "inlines": [_inline(run, style) for run in line]}
        for line in lines
    ]
    return [one | ({"spacing": "None"} if number else {}) for number, one in enumerate(drawn)]


def plain_paragraph(words: str, **style: object) -> Json:
    """A paragraph of one line in one style."""
    run = Run(text=" ".join(literal(words).split()))
    return {"type": "RichTextBlock", "inlines": [_inline(run, style)]}


def more_left_out(say: Say) -> Json:
    """The last line where not everything fits."""
    return plain_paragraph(say.plain(text("more-left-out")))


def bold(said: Text, say: Say) -> list[Json]:
    """A heading."""
    return paragraphs((Run(text=say.plain(said), strong=True),), size="Medium")


def small(said: Text, say: Say) -> list[Json]:
    """Small print."""
    return paragraphs((Run(text=say.plain(said)),), size="Small", isSubtle=True)


def _inline(run: Run, style: Json) -> Json:
    return (
        {"type": "TextRun", "text": run.text}
        | ({"weight": "Bolder"} if run.strong else {})
        | ({"italic": True} if run.emphasis else {})
        | style
    )


def _cut(runs: Sequence[Run], limit: int) -> Iterable[Run]:
    """The runs made literal, together of about `limit` characters; cut visibly."""
    room = limit
    for run in runs:
        shown = literal(run.text)
        if shown and room >= 0:
            yield replace(run, text=limits.cut(shown, max(room, 1)))
        room -= len(shown)


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=words)] for words in others]
    return [[run for run in line if run.text] for line in lines]
