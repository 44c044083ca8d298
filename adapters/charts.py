"""What any platform that draws charts itself has to see to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coaching.messages import Chart


def fits(chart: Chart, *, series: int, labels: int) -> bool:
    """Whether each row has a value a label, and there are at least one and at most so many."""
    is_even = all(len(row.values) == len(chart.labels) for row in chart.series)
    return is_even and 1 <= len(chart.series) <= series and 1 <= len(chart.labels) <= labels


def unlike(texts: Iterable[str], limit: int, label: Callable[[str, int], str]) -> list[str]:
    """The texts cut to a label's length, a number behind those that would be the same.

    `label` cuts a text to so many characters, as the platform counts them.
    """
    seen: list[str] = []
    for text in texts:
        name, number = label(text, limit), 1
        while name in seen:
            number += 1
            tail = f" {number}"
            name = label(text, limit - len(tail)) + tail
        seen.append(name)
    return seen
