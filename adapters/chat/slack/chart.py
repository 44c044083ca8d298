"""A chart as Slack's own block; what it cannot show is left to the summary."""

from __future__ import annotations

from collections.abc import Iterable

from adapters.chat.slack.limits import (
    CHART_LABEL,
    CHART_POINTS,
    CHART_SERIES,
    CHART_TITLE,
    Json,
    label,
    units,
)
from adapters.ports import Say
from coaching.messages import Chart


def drawn_chart(chart: Chart, say: Say) -> Json | None:
    """The chart as bars side by side, or None where Slack could not draw all of it."""
    if not _fits(chart):
        return None
    categories = _unlike(map(say.plain, chart.labels))
    names = _unlike(say.plain(row.name) for row in chart.series)
    series = [
        {
            "name": name,
            "data": [
                {"label": category, "value": value}
                for category, value in zip(categories, row.values, strict=True)
            ],
        }
        for name, row in zip(names, chart.series, strict=True)
    ]
    return {
        "type": "data_visualization",
        "title": label(say.plain(chart.title), CHART_TITLE),
        "chart": {"type": "bar", "series": series, "axis_config": {"categories": categories}},
    }


def _fits(chart: Chart) -> bool:
    is_even = all(len(row.values) == len(chart.labels) for row in chart.series)
    few_series = 1 <= len(chart.series) <= CHART_SERIES
    return is_even and few_series and 1 <= len(chart.labels) <= CHART_POINTS


def _unlike(texts: Iterable[str]) -> list[str]:
    """The texts cut to a label's length, a number behind those that would be the same."""
    seen: list[str] = []
    for text in texts:
        name, number = label(text, CHART_LABEL), 1
        while name in seen:
            number += 1
            tail = f" {number}"
            name = label(text, CHART_LABEL - units(tail)) + tail
        seen.append(name)
    return seen
