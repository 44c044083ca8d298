"""How much a card holds, and the cutting and folding that keep to it."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any

Json = dict[str, Any]

# A message to Teams holds 80 KB to be safe; what stands around its card has the rest.
CARD_BYTES = 70_000
# Teams documents none of these: they are what can be read in one go.
PARAGRAPH = 4_000
BUTTON_LABEL = 80
FIELD_LABEL = 500
OPTION_LABEL = 200
TITLE = 60
TEXT = 4_000
SUMMARY = 1_000
# learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format: six actions
# are shown in a row; those marked secondary go into its overflow menu, which takes a place too.
ROW = 6
TAP_BYTES = 2_000
CHART_LABEL = 30
CHART_SERIES = 8
CHART_POINTS = 24

ELLIPSIS = "…"


def size_of(drawn: object) -> int:
    """How many bytes something is as JSON, spelled in ASCII, which is how the SDK sends it."""
    return len(json.dumps(drawn))


def cut(text: str, limit: int) -> str:
    """The text if it has at most `limit` characters, else its beginning and an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def label(text: str, limit: int) -> str:
    """A text for where a card wants one: on one line, cut to the limit, never blank."""
    return cut(" ".join(text.split()), limit) or ELLIPSIS


def folded(
    elements: Sequence[Json],
    last: Json,
    *,
    size: int,
    weigh: Callable[[Json], int] = size_of,
) -> list[Json]:
    """The elements if together they weigh at most `size`, in bytes.

    Else as many as fit, and `last` behind them, which says so.
    """
    # Two bytes part one from the next.
    ends = list(accumulate(weigh(element) + 2 for element in elements))
    if not ends or ends[-1] <= size:
        return list(elements)
    return [*elements[: bisect_right(ends, size - weigh(last))], last]
