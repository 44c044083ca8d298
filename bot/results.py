"""Reads an operator's file of results: who brought in how much in which month, in which group."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from bot.config.keys import Evaluate
from coaching.effectiveness.evaluating import Results
from coaching.effectiveness.matching import Result
from coaching.errors import BadInput
from coaching.people import GROUPS

COLUMNS = ("rep", "month", "group", "result")
# A thousand people over eight years.
MOST = 100_000
_SHOWN = 5


def results(told: Evaluate) -> Results | None:
    """The results that app.yaml names, None where it names none.

    Raises `BadInput` with the lines that are not fit.
    """
    if told.results is None or told.began is None:
        return None
    return Results(rows=rows(Path(told.results)), began=told.began)


def rows(path: Path) -> tuple[Result, ...]:
    """Every row of the file; raises `BadInput` with up to five lines that are not fit."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            read = csv.DictReader(file)
            if tuple(read.fieldnames or ()) != COLUMNS:
                raise BadInput(
                    str(path), f"the first line must be {','.join(COLUMNS)}, with commas between"
                )
            found, faults = _read(read)
    except (OSError, UnicodeDecodeError, csv.Error) as bad:
        raise BadInput(str(path), f"cannot be read: {bad}") from bad
    faults = [*faults, *_twice(found)]
    if faults:
        more = f" (and {len(faults) - _SHOWN} more)" if len(faults) > _SHOWN else ""
        raise BadInput(str(path), f"{'; '.join(faults[:_SHOWN])}{more}")
    return tuple(found)


def _read(read: Iterable[dict[str, str]]) -> tuple[list[Result], list[str]]:
    found: list[Result] = []
    faults: list[str] = []
    for number, row in enumerate(read, start=2):
        if number > MOST:
            faults.append(f"more than {MOST} lines")
            break
        try:
            found.append(_result(row))
        except ValueError as bad:
            faults.append(f"line {number}: {bad}")
    return found, faults


def _result(row: dict[str, str]) -> Result:
    if None in row:
        # A decimal comma without quotes would be taken for the end of the number.
        raise ValueError("more than four columns; a number has a point, such as 3.5")
    cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
    person = cells["rep"].lower()
    group = next((one for one in GROUPS if one == cells["group"]), None)
    if "@" not in person:
        raise ValueError("rep must be a mail address")
    if group is None:
        raise ValueError(f"group must be one of {', '.join(GROUPS)}")
    return Result(
        person=person, month=_month(cells["month"]), group=group, value=_number(cells["result"])
    )


def _month(told: str) -> date:
    try:
        return date.fromisoformat(f"{told}-01")
    except ValueError:
        raise ValueError("month must be one such as 2026-09") from None


def _number(told: str) -> float:
    try:
        value = float(told)
    except ValueError:
        raise ValueError("result must be a number such as 125000 or 3.5") from None
    if not math.isfinite(value):
        raise ValueError("result must be a number such as 125000 or 3.5")
    return value


def _twice(found: Iterable[Result]) -> Iterator[str]:
    seen: set[tuple[str, date]] = set()
    for one in found:
        key = (one.person, one.month)
        if key in seen:
            yield f"{one.person} has {one.month:%Y-%m} twice"
        seen.add(key)
