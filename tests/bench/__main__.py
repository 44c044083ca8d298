"""Runs all benchmarks and prints one table: ours, the peer or limit, the ratio."""

from __future__ import annotations

import asyncio
import sys

from tests.bench import answers, calendar_reading, judging, promises, slack_acks
from tests.bench.table import Row, printed


async def main() -> None:
    """Measure one thing after the other; the names on the command line choose among them."""
    parts = {
        "calendar": calendar_reading.rows,
        "judge": judging.rows,
        "answers": answers.rows,
        "promises": promises.rows,
        "slack": slack_acks.rows,
    }
    chosen = sys.argv[1:] or list(parts)
    rows: list[Row] = []
    for name in chosen:
        print(f"measuring {name} …", file=sys.stderr)
        rows += await parts[name]()
    print(printed(rows))


if __name__ == "__main__":
    asyncio.run(main())
