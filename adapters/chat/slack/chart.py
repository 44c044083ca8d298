"""A chart as Slack's own block; what it cannot show is left to the summary."""

from __future__ import annotations

from adapters import charts
from adapters.chat.slack.limits import (
    CHART_LABEL,
    CHART_POINTS,
    CHART_SERIES,
    CHART_TITLE,
    Json,
    label,
)
from adapters.ports import Say
from coaching.messages import Chart


def drawn_chart(chart: Chart, say: Say) -> Json | None:
    """The chart as bars side by side, or None where Slack could not draw all of it."""
    if not charts.fits(chart, series=CHART_SERIES, labels=CHART_POINTS):
        return None
    categories = charts.unlike(map(say.plain, chart.labels), CHART_LABEL, label)
    names = charts.unlike((say.plain(row.name) for row in chart.series), CHART_LABEL, label)
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
