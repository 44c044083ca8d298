"""The judge: one text, beside the limit of a millisecond, and beside a bare set of patterns."""

from __future__ import annotations

import re
from time import perf_counter

from bot.wiring import judge
from coaching.judge import Kind
from tests.bench.table import Row, percentile

TEXTS: tuple[tuple[Kind, str], ...] = (
    ("question", "When line 2 stops at night, what happens to the morning deliveries?"),
    ("question", "how often does it stop"),
    ("question", "产线一停，早上的货怎么交？"),
    ("objective", "Jens agrees to walk us through line 2 on Thursday with the shift lead"),
    ("objective", "给李工演示看板，拿到好反馈"),
    ("outcome", "They loved it, we should send a proposal and talk again after the budget round."),
    ("review", "Prepare better."),
    ("review", "Should have asked Mara about the night shift before I showed the screen"),
)
ROUNDS = 500


async def rows() -> list[Row]:
    """Milliseconds a text, in the middle and at the slow end."""
    read = judge().read
    bare = [
        re.compile(word, re.IGNORECASE) for word in ("how often", "what happens", "agree", "停")
    ]
    ours: list[float] = []
    theirs: list[float] = []
    for _ in range(ROUNDS):
        for kind, words in TEXTS:
            began = perf_counter()
            read(kind, words)
            ours.append((perf_counter() - began) * 1000)
            began = perf_counter()
            [one.search(words) for one in bare]
            theirs.append((perf_counter() - began) * 1000)
    middle, slow = percentile(ours, 50), percentile(ours, 99)
    return [
        Row(what="judge a text, p50", unit="ms", ours=middle, peer="limit", theirs=1.0),
        Row(what="judge a text, p99", unit="ms", ours=slow, peer="limit", theirs=5.0),
        Row(
            what="judge a text, p50",
            unit="ms",
            ours=middle,
            peer="four bare patterns",
            theirs=percentile(theirs, 50),
        ),
    ]
