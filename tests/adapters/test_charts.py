from __future__ import annotations

import pytest

from adapters.charts import fits, unlike
from coaching.messages import Chart, Series, text


def chart(*rows: tuple[int, ...], labels: int = 2) -> Chart:
    return Chart(
        title=text("title"),
        labels=tuple(text(f"label-{number}") for number in range(labels)),
        series=tuple(Series(name=text("row"), values=row) for row in rows),
        summary=text("summary"),
    )


@pytest.mark.parametrize(
    "drawn,fit",
    [
        (chart((1, 2)), True),
        (chart((1, 2), (3, 4)), True),
        (chart((1, 2), (3, 4), (5, 6)), False),
        (chart((1, 2, 3), labels=3), True),
        (chart((1, 2, 3, 4), labels=4), False),
        (chart((1, 2), (3,)), False),
        (chart(), False),
        (chart((), labels=0), False),
    ],
)
def test_a_chart_fits_with_a_value_a_label_and_few_of_each(drawn: Chart, *, fit: bool) -> None:
    assert fits(drawn, series=2, labels=3) is fit


def test_labels_that_would_be_the_same_have_a_number_behind_them() -> None:
    def label(words: str, limit: int) -> str:
        return words[:limit]

    told = ["Northern", "Northward", "North", "South"]
    assert unlike(told, 5, label) == ["North", "Nor 2", "Nor 3", "South"]
