"""Messages as Slack's blocks: in a conversation, on the home tab, in a modal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from adapters.chat.slack import limits
from adapters.chat.slack.buttons import add_row, numbered, plain_text
from adapters.chat.slack.chart import drawn_chart
from adapters.chat.slack.limits import Json, folded, label, units
from adapters.chat.slack.markup import legible, literal, marked
from adapters.ports import Run, Say
from coaching.messages import (
    Block,
    Buttons,
    Chart,
    Heading,
    Line,
    Message,
    Small,
    Text,
    text,
)

TOLD = "told"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A message for Slack: its blocks, and `text` for notifications and screen readers."""

    blocks: list[Json]
    text: str


def drawn(message: Message, say: Say) -> Drawn:
    """A message for a conversation, within 50 blocks and all other limits."""
    blocks = _blocks(message, say, charts=limits.CHARTS) or [paragraph(limits.ELLIPSIS)]
    fitting = folded(
        blocks,
        more_left_out(say),
        count=limits.MESSAGE_BLOCKS,
        size=limits.MESSAGE_WORDS,
        weigh=_words,
    )
    return Drawn(blocks=numbered(fitting), text=_plain(message, say))


def home_view(message: Message, say: Say) -> Json:
    """A message as the home tab; Slack draws charts in conversations alone, so words stand here."""
    return {"type": "home", "blocks": _view_blocks(_blocks(message, say, charts=0), say)}


def modal_of(message: Message, title: Text, say: Say) -> Json:
    """A message as a modal with nothing to send; its buttons work as in a conversation."""
    heading, spelled_out = modal_title(title, say)
    blocks = [*spelled_out, *_blocks(message, say, charts=0)]
    return {
        "type": "modal",
        "callback_id": TOLD,
        "title": heading,
        "notify_on_close": False,
        "blocks": _view_blocks(blocks, say),
    }


# ---- pieces that forms are drawn with too ------------------------------------------------------


def modal_title(title: Text, say: Say) -> tuple[Json, list[Json]]:
    """A modal's title, and the paragraph that says it whole where it had to be cut."""
    whole = legible(say.plain(title))
    shown = label(whole, limits.VIEW_TITLE)
    spelled_out = [] if shown == " ".join(whole.split()) else rich((Run(text=whole, strong=True),))
    return plain_text(shown), spelled_out


def paragraph(shown: str) -> Json:
    """A paragraph in one style."""
    return _section(literal(shown, limits.PARAGRAPH))


def rich(runs: Sequence[Run]) -> list[Json]:
    """A paragraph, or nothing where there is nothing to read."""
    shown = marked([replace(run, text=legible(run.text)) for run in runs], limits.PARAGRAPH)
    return [_section(shown)] if shown.strip() else []


def more_left_out(say: Say) -> Json:
    """The last line where not everything fits."""
    return paragraph(say.plain(text("more-left-out")))


def size_of(block: Json) -> int:
    """How many bytes a block is on its way to Slack."""
    return len(json.dumps(block)) + 2


# ---- blocks ------------------------------------------------------------------------------------


def _blocks(message: Message, say: Say, *, charts: int) -> list[Json]:
    """The blocks top to bottom, at most so many charts; action ids are yet to be numbered."""
    blocks: list[Json] = []
    before: Block | None = None
    for block in message.blocks:
        match block:
            case Heading(text=said):
                blocks += _bold(said, say)
            case Line(text=said):
                blocks += rich(say(said))
            case Small(text=said):
                blocks += _small(said, say)
            case Buttons():
                is_joined = block.menu is not None and isinstance(before, Buttons)
                add_row(blocks, block, say, is_joined=is_joined)
            case Chart():
                shown = drawn_chart(block, say) if charts else None
                charts -= shown is not None
                blocks += [shown] if shown else _bold(block.title, say)
                blocks += _small(block.summary, say)
        before = block
    return blocks


def _bold(said: Text, say: Say) -> list[Json]:
    return rich((Run(text=say.plain(said), strong=True),))


def _section(words: str) -> Json:
    # Verbatim: Slack shall make no link or mention of what only looks like one.
    return {"type": "section", "text": {"type": "mrkdwn", "text": words, "verbatim": True}}


def _small(said: Text, say: Say) -> list[Json]:
    words = literal(legible(say.plain(said)), limits.PARAGRAPH)
    if not words.strip():
        return []
    # Verbatim: Slack shall make no link or mention of what only looks like one.
    shown = {"type": "mrkdwn", "text": words, "verbatim": True}
    return [{"type": "context", "elements": [shown]}]


# ---- whole surfaces ----------------------------------------------------------------------------


def _view_blocks(blocks: list[Json], say: Say) -> list[Json]:
    # A tenth is left for the view around its blocks.
    size = limits.VIEW_SIZE * 9 // 10
    shown = blocks or [paragraph(limits.ELLIPSIS)]
    last = more_left_out(say)
    return numbered(folded(shown, last, count=limits.VIEW_BLOCKS, size=size, weigh=size_of))


def _words(block: Json) -> int:
    match block:
        case {"type": "section", "text": {"text": words}}:
            return units(words)
        case {"type": "context", "elements": [{"text": words}]}:
            return units(words)
        case _:
            return 0


def _plain(message: Message, say: Say) -> str:
    """All that is to be read but the buttons, a line each."""
    lines = (legible(say.plain(said)) for said in _texts(message))
    return literal("\n".join(line for line in lines if line.strip()), limits.MESSAGE_TEXT) or (
        limits.ELLIPSIS
    )


def _texts(message: Message) -> Iterator[Text]:
    for block in message.blocks:
        match block:
            case Heading(text=said) | Line(text=said) | Small(text=said):
                yield said
            case Chart(summary=said):
                yield said
            case Buttons():
                pass
