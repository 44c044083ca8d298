"""What `advance otherwise` prints and writes: texts that reps read otherwise and chose to show."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from bot.judges import parsed, seen
from bot.program import Program
from coaching.dissent import Dissent
from coaching.errors import BadInput
from coaching.judge.learned.judge import Told

SHORT = 8


async def shown(program: Program, since: datetime | None) -> tuple[Dissent, ...]:
    """What reps chose to show, said at `since` or later, oldest first."""
    async with program.store.open(program.workspace_id) as unit:
        return tuple(await unit.dissents(since=since))


def printed(dissent: Dissent) -> str:
    """A dissent for a person: its short id, the text, what the judge and the rep say. No name."""
    stood_on = f"  problem: {_flat(dissent.problem)}\n" if dissent.problem else ""
    by = f"{dissent.confidence:.2f}, {dissent.rule or 'no rule'}"
    version = f", version {dissent.judge}" if dissent.judge else ""
    return (
        f"{_short(dissent)}  {dissent.said_at:%Y-%m-%d}  {dissent.kind}\n"
        f"  text: {_flat(dissent.text)}\n"
        f"{stood_on}"
        f"  judge: {dissent.label} ({by}{version}); rep: {dissent.says}"
    )


def as_json(dissent: Dissent) -> str:
    """A dissent for a program, on one line."""
    told = {
        "id": str(dissent.id),
        "said_at": dissent.said_at.isoformat(),
        "kind": dissent.kind,
        "text": dissent.text,
        "problem": dissent.problem,
        "label": dissent.label,
        "confidence": dissent.confidence,
        "rule": dissent.rule,
        "judge": dissent.judge,
        "says": dissent.says,
    }
    return json.dumps(told, ensure_ascii=False)


def accepted(found: Sequence[Dissent], ids: Sequence[str]) -> tuple[Dissent, ...]:
    """Those with these ids, or with ids that begin so, once each; raises `BadInput`."""
    return tuple({one.id: one for told in ids for one in [_only(found, told)]}.values())


def _only(found: Sequence[Dissent], told: str) -> Dissent:
    meant = [one for one in found if told and str(one.id).startswith(told.lower())]
    if not meant:
        raise BadInput("take", f"nothing that is listed has the id {told!r}")
    if len(meant) > 1:
        raise BadInput("take", f"{told!r} begins {len(meant)} ids; give more of the one you mean")
    return meant[0]


def add(file: Path, wanted: Sequence[Dissent]) -> int:
    """Append examples with the reps' labels, one JSON object a line; return how many are new.

    All or none: raises `BadInput` where the judge could not learn the file with them.
    """
    with _usable(file):
        before = file.read_text(encoding="utf-8-sig") if file.exists() else ""
        fresh = _fresh(wanted, parsed(before, "examples"))
        glue = "\n" if fresh and before and not before.endswith("\n") else ""
        more = glue + "".join(f"{_example(one)}\n" for one in fresh)
        parsed(before + more, "examples")
        # Reps' own words: for its owner's eyes, like the database.
        file.touch(mode=0o600)
        with file.open("a", encoding="utf-8") as out:
            out.write(more)
    return len(fresh)


@contextmanager
def _usable(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BadInput("examples", f"{file} cannot be used: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadInput("examples", f"{file} is not UTF-8 text") from error


def _fresh(wanted: Sequence[Dissent], there: Sequence[Told]) -> list[Dissent]:
    """Those the judge would see nothing of yet, one of each; raises `BadInput` for two labels."""
    labels = {seen(one): ("the file has it as", one.label) for one in there}
    fresh = []
    for one in wanted:
        known = seen(Told(kind=one.kind, text=one.text, label=one.says, problem=one.problem))
        if known not in labels:
            fresh.append(one)
        said, label = labels.setdefault(known, (f"{_short(one)} says", one.says))
        if label != one.says:
            problem = f"{said} {label}, the rep says {one.says}; the judge sees no difference"
            raise BadInput("examples", f"{_short(one)}: {problem}")
    return fresh


def _example(dissent: Dissent) -> str:
    example = {
        "kind": dissent.kind,
        "text": dissent.text,
        "label": dissent.says,
        "problem": dissent.problem,
        "need": "",
    }
    return json.dumps(example, ensure_ascii=False)


def _short(dissent: Dissent) -> str:
    return str(dissent.id)[:SHORT]


def _flat(words: str) -> str:
    return " ".join(words.split())
