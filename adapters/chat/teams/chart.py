"""A chart as Teams draws it natively, with paragraphs that say the same for all other clients.

Shape: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/
charts-in-adaptive-cards, "Grouped vertical bar chart".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from adapters import charts
from adapters.chat.teams.elements import bold, paragraphs
from adapters.chat.teams.escape import literal
from adapters.chat.teams.limits import CHART_LABEL, CHART_POINTS, CHART_SERIES, TITLE, Json, label
from adapters.ports import Run, Say
from coaching.messages import Chart, Text


def drawn_chart(chart: Chart, say: Say) -> Json | None:
    """The chart as stacked bars, or None where it could not be read."""
    if not charts.fits(chart, series=CHART_SERIES, labels=CHART_POINTS):
        return None
    labels = _unlike(chart.labels, say)
    names = _unlike((row.name for row in chart.series), say)
    return {
        "type": "Chart.VerticalBar.Grouped",
        "stacked": True,
        "title": label(literal(say.plain(chart.title)), TITLE),
        "colorSet": "categorical",
        "showBarValues": True,
        "data": [
            {
                "legend": name,
                "values": [
                    {"x": x, "y": value} for x, value in zip(labels, row.values, strict=True)
                ],
            }
            for name, row in zip(names, chart.series, strict=True)
        ],
        "fallback": {
            "type": "Container",
            "items": [*bold(chart.title, say), *_told(chart, labels, names)],
        },
    }


def _told(chart: Chart, labels: Sequence[str], names: Sequence[str]) -> Iterable[Json]:
    """The figures, a label a line."""
    for number, shown in enumerate(labels):
        figures = " · ".join(
            f"{name} {row.values[number]}" for name, row in zip(names, chart.series, strict=True)
        )
        yield from paragraphs((Run(text=shown, strong=True), Run(text=f"  {figures}")))


def _unlike(texts: Iterable[Text], say: Say) -> list[str]:
    return charts.unlike((literal(say.plain(one)) for one in texts), CHART_LABEL, label)
