"""Slack's documented limits, and the cutting and folding that keep to them.

Lengths are in UTF-16 units, the strictest way to count: Slack's own pages count so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

Json = dict[str, Any]

# docs.slack.dev/reference/block-kit/blocks and .../block-elements
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
ACTIONS = 25
OPTIONS = 100
ACTION_ID = 255
BUTTON_LABEL = 75
BUTTON_VALUE = 2_000
OPTION_LABEL = 75
OPTION_VALUE = 150
PLACEHOLDER = 150
PARAGRAPH = 3_000
FIELD_LABEL = 2_000
INPUT_TEXT = 3_000
VIEW_TITLE = 24
VIEW_SIZE = 250_000
# docs.slack.dev/reference/block-kit/blocks/data-visualization-block
CHARTS = 2
CHART_TITLE = 50
CHART_LABEL = 20
CHART_SERIES = 6
CHART_POINTS = 20
# docs.slack.dev/reference/methods/chat.update, stricter than chat.postMessage
MESSAGE_TEXT = 4_000
# For all paragraphs of a message Slack gives no figure: this is the one for its Markdown blocks.
MESSAGE_WORDS = 12_000

ELLIPSIS = "…"


def units(text: str) -> int:
    """How many UTF-16 units a text has."""
    return len(text) + sum(character > "\uffff" for character in text)


def cut(text: str, limit: int, weigh: Callable[[str], int] = units) -> str:
    """The text if it weighs at most `limit`, else its beginning and an ellipsis.

    `weigh` tells what one character comes to, at least 1.
    """
    ends = list(accumulate(map(weigh, text[: limit + 1])))
    if not ends or ends[-1] <= limit:
        return text
    return text[: bisect_right(ends, limit - 1)].rstrip() + ELLIPSIS


def label(text: str, limit: int) -> str:
    """A text for where Slack wants one: cut to the limit, never blank."""
    return cut(" ".join(text.split()), limit) or ELLIPSIS


def folded(
    blocks: Sequence[Json], last: Json, *, count: int, size: int, weigh: Callable[[Json], int]
) -> list[Json]:
    """The blocks if they are at most `count` and weigh at most `size`.

    Else as many as fit, and `last` behind them, which says so.
    """
    ends = list(accumulate(map(weigh, blocks)))
    if len(blocks) <= count and (not ends or ends[-1] <= size):
        return list(blocks)
    kept = min(count - 1, bisect_right(ends, size - weigh(last)))
    return [*blocks[:kept], last]
