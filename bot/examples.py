"""What `advance examples` prints: what a company's own examples change in the judge."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from bot.corpus import TONGUES, examples
from coaching.judge import LABELS, Kind
from coaching.judge.learned.judge import LearnedJudge, Told

_SHOWN = 10  # other readings that are listed; all are counted
_SHORT = 60
_EVERY = 4  # text of the corpus is tried: enough to see a change, in seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A text that is read otherwise with the examples: its label before and now."""

    kind: Kind
    text: str
    before: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What examples did: how many there are, how many were right before and are now.

    `others` are those of the texts tried from the judge's own corpus that are read otherwise.
    """

    told: int
    right_before: int
    right_now: int
    still_otherwise: tuple[Change, ...]
    tried: int
    others: tuple[Change, ...]


def taught(judge: LearnedJudge, told: Sequence[Told]) -> Taught:
    """What these examples change in the judge, tried on them and on its own corpus."""
    now = judge.taught(told)
    kinds = {one.kind for one in told}
    own = list(_own(kinds))
    return Taught(
        told=len(told),
        right_before=sum(judge.likeliest(one) == one.label for one in told),
        right_now=sum(now.likeliest(one) == one.label for one in told),
        still_otherwise=tuple(
            Change(kind=one.kind, text=one.text, before=read, now=one.label)
            for one in told
            if (read := now.likeliest(one)) != one.label
        ),
        tried=len(own),
        others=tuple(_changes(judge, now, own)),
    )


def printed(taught: Taught) -> str:
    """The change for a person."""
    lines = [
        _summary(taught),
        *(
            f"  still otherwise: {_cut(one.text)}  (read as {one.before}, you say {one.now})"
            for one in taught.still_otherwise
        ),
        f"Read otherwise now, of {taught.tried} texts of the judge's own: {len(taught.others)}.",
        *(
            f"  {one.kind}: {_cut(one.text)}  ({one.before} -> {one.now})"
            for one in taught.others[:_SHOWN]
        ),
    ]
    if len(taught.others) > _SHOWN:
        lines.append(f"  and {len(taught.others) - _SHOWN} more: --json lists them all")
    return "\n".join(lines)


def _summary(taught: Taught) -> str:
    before, now = taught.right_before, taught.right_now
    return f"{taught.told} examples: {before} were read so before, {now} are now."


def as_json(taught: Taught) -> str:
    """The change for a program, on one line."""
    return json.dumps(asdict(taught), ensure_ascii=False)


def _own(kinds: set[Kind]) -> Iterator[Told]:
    for kind in LABELS:
        for tongue in TONGUES if kind in kinds else ():
            for one in examples(kind, tongue)[::_EVERY]:
                yield Told(
                    kind=kind, text=one.text, label=one.label, problem=one.problem, need=one.need
                )


def _changes(judge: LearnedJudge, now: LearnedJudge, own: Sequence[Told]) -> Iterator[Change]:
    for one in own:
        before, after = judge.likeliest(one), now.likeliest(one)
        if before != after:
            yield Change(kind=one.kind, text=one.text, before=before, now=after)


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHORT else f"{flat[: _SHORT - 1]}…"
