"""One judge for all its tests, and a table's rows as cases."""

from __future__ import annotations

from coaching.judge.rules import RuleJudge

JUDGE = RuleJudge()


def rows(table: str) -> list[tuple[str, str]]:
    """The rows "label: text" of a table as pairs; blank lines are left out."""
    lines = (line.strip() for line in table.splitlines())
    return [(label, text) for label, _, text in (line.partition(": ") for line in lines) if text]
