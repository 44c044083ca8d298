"""The benchmark's table, and how a stretch of time is measured."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import quantiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of ours beside a peer's or a limit, in one unit; lower is better unless `more`."""

    what: str
    unit: str
    ours: float
    peer: str
    theirs: float
    more: bool = False

    @property
    def ratio(self) -> float:
        """How many times better than the peer; below 1 it is worse."""
        return self.ours / self.theirs if self.more else self.theirs / self.ours


def printed(rows: Iterable[Row]) -> str:
    """The rows as a Markdown table."""
    lines = [
        "| what | ours | peer or limit | theirs | times better |",
        "| --- | ---: | --- | ---: | ---: |",
    ]
    lines += [
        f"| {row.what} | {row.ours:,.2f} {row.unit} | {row.peer} |"
        f" {row.theirs:,.2f} {row.unit} | {row.ratio:.2f} |"
        for row in rows
    ]
    return "\n".join(lines)


def percentile(values: list[float], part: int) -> float:
    """The `part`-th percentile of at least two values."""
    return quantiles(values, n=100, method="inclusive")[part - 1]
