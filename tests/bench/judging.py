"""The judge: one text, beside a limit and beside plain readers; and what it costs to load."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from time import perf_counter

from bot.corpus import Example, examples
from bot.training.peers import Keywords, Peer, nearest, tfidf
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
QUESTIONS = tuple(words for kind, words in TEXTS if kind == "question" and words.isascii())
ROUNDS = 500
_PEERS: Mapping[str, Callable[[Sequence[Example]], Peer]] = {
    "keywords": Keywords,
    "TF-IDF with logistic regression": tfidf,
    "nearest neighbour": nearest,
}

# In a process of its own; its modules are imported before, so that only the judge is counted.
_LOAD = """
import time
from pathlib import Path
from bot import judges
def held():
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0])
before, began = held(), time.perf_counter()
judges.plain()
loaded = time.perf_counter()
for text in ("how often does it stop", "多久停一次"):
    for kind in judges.LABELS:
        judges.plain().read(kind, text)
print((loaded - began) * 1000, (time.perf_counter() - loaded) * 1000, (held() - before) / 1024)
"""


async def rows() -> list[Row]:
    """Milliseconds a text, in the middle and at the slow end, and what loading takes."""
    return [*_reading(), *_beside_peers(), *_loading()]


def _reading() -> list[Row]:
    read = judge().read
    for kind, words in TEXTS:
        read(kind, words)  # compiles what is compiled at first use; measured in _loading
    ours = _times([partial(read, kind, words) for kind, words in TEXTS])
    return [
        Row(what="judge a text, p50", unit="ms", ours=percentile(ours, 50), peer="limit", theirs=1),
        Row(what="judge a text, p99", unit="ms", ours=percentile(ours, 99), peer="limit", theirs=5),
    ]


def _beside_peers() -> list[Row]:
    """English questions by us and by peers trained on the same examples."""
    read, told = judge().read, examples("question", "en")
    ours = _times([partial(read, "question", words) for words in QUESTIONS])
    found = []
    for name, train in _PEERS.items():
        peer = train(told)
        theirs = _times([partial(peer.predict, [words]) for words in QUESTIONS])
        found += [
            Row(
                what=f"judge a question, p{part}",
                unit="ms",
                ours=percentile(ours, part),
                peer=name,
                theirs=percentile(theirs, part),
            )
            for part in (50, 99)
        ]
    return found


def _loading() -> list[Row]:
    command = [sys.executable, "-W", "ignore", "-c", _LOAD]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    load, first, memory = map(float, told.split())
    return [
        Row(what="load the judge", unit="ms", ours=load, peer="limit", theirs=500.0),
        Row(
            what="its first text of each kind in both languages",
            unit="ms",
            ours=first,
            peer="limit",
            theirs=1000.0,
        ),
        Row(what="memory the judge adds", unit="MB", ours=memory, peer="limit", theirs=50.0),
    ]


def _times(reads: Sequence[Callable[[], object]]) -> list[float]:
    """Milliseconds of each read, in many rounds."""
    found = []
    for _ in range(ROUNDS):
        for read in reads:
            began = perf_counter()
            read()
            found.append((perf_counter() - began) * 1000)
    return found
