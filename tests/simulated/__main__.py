"""Checks evaluations by simulation (`python -m tests.simulated 500`) and prints what came of it."""

from __future__ import annotations

import sys

from tests.simulated.checking import false_claims, recovered


def main() -> None:
    """Simulate so many teams for each known effect, and as many without any."""
    teams = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    print(f"| {teams} teams with a known effect | 95 % interval held it | effect claimed |")
    print("| --- | ---: | ---: |")
    for one in recovered(teams):
        print(
            f"| {one.what} | {one.coverage:.1%} of {one.intervals} |"
            f" {one.claimed / one.intervals:.0%} |",
            flush=True,
        )
    print(
        f"\nWithout any effect {false_claims(teams) / teams:.1%} of {teams} teams had one claimed."
    )


if __name__ == "__main__":
    main()
