"""Holds what the coach said against what a script expects of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.replay.ear import Heard, texts
from bot.replay.script import Expected


def missing(expected: Sequence[Expected], heard: Sequence[Heard]) -> Expected | None:
    """The first expected key that was not said in its turn; others may come between.

    What was sent and what was changed are two rows: which of them is seen first is chance.
    """
    rows = [list(_said(one for one in heard if one.changed is row)) for row in (False, True)]
    for one in expected:
        for row in rows:
            at = next((at for at, said in enumerate(row) if _is(one, *said)), None)
            if at is not None:
                del row[: at + 1]
                break
        else:
            return one
    return None


def unlike(expected: Sequence[Expected], heard: Sequence[Heard]) -> bool:
    """Whether the messages sent are not exactly these, one key each, in order."""
    sent = [one for one in heard if not one.changed]
    if len(sent) != len(expected):
        return True
    return any(missing([one], [message]) for one, message in zip(expected, sent, strict=True))


def listed(heard: Sequence[Heard]) -> str:
    """What was said, a line for each text, for a person to compare."""
    lines: list[str] = []
    for one in heard:
        lines.append("changed:" if one.changed else "sent:")
        lines += [f"  {key}: {words}" for key, words in _said([one])]
    return "\n".join(lines) or "nothing"


def _said(heard: Iterable[Heard]) -> Iterator[tuple[str, str]]:
    """The key and sentence of each text, as its reader read it."""
    for one in heard:
        for text in texts(one.envelope.message):
            yield text.key, one.envelope.say.plain(text)


def _is(expected: Expected, key: str, words: str) -> bool:
    return key == expected.key and expected.contains in words
