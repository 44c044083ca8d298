"""What a report counts, against values worked out by hand."""

from __future__ import annotations

import math

import pytest

from bot.training.measures import (
    Answer,
    accuracy,
    calibration,
    confusion,
    error,
    interval,
    macro_f1,
    sure_ones,
)


def read(wanted: str, as_what: str, times: int = 1) -> list[Answer]:
    return [Answer(wanted, as_what)] * times


# a: 6, five of them right; b: 5, four right; c: 2, too few to count as a class of its own.
ANSWERS = [
    *read("a", "a", 5),
    *read("a", "b"),
    *read("b", "b", 4),
    *read("b", "c"),
    *read("c", "a"),
    *read("c", "c"),
]


def test_accuracy_is_the_share_that_is_right() -> None:
    assert accuracy(ANSWERS) == pytest.approx(10 / 13)
    assert math.isnan(accuracy([]))


def test_macro_f1_is_the_mean_over_classes_of_five_and_more() -> None:
    # a: 2*5 / (6 wanted + 6 read); b: 2*4 / (5 + 5); c has two and is left out.
    assert macro_f1(ANSWERS) == pytest.approx((10 / 12 + 8 / 10) / 2)


def test_a_class_never_read_counts_as_nought() -> None:
    assert macro_f1([*read("a", "a", 5), *read("b", "a", 5)]) == pytest.approx((10 / 15 + 0) / 2)


def test_without_a_class_of_five_there_is_no_macro_f1() -> None:
    assert math.isnan(macro_f1(read("a", "a", 4)))
    assert math.isnan(macro_f1([]))


def test_the_interval_is_around_the_measure_and_the_same_each_time() -> None:
    low, high = interval(ANSWERS, accuracy)
    assert 0.45 < low < 10 / 13 < high <= 1
    assert interval(ANSWERS, accuracy) == (low, high)


def test_the_interval_of_four_times_as_many_is_about_half_as_wide() -> None:
    few, many = interval(ANSWERS, accuracy), interval(ANSWERS * 4, accuracy)
    assert (many[1] - many[0]) / (few[1] - few[0]) == pytest.approx(0.5, abs=0.15)


def test_of_what_is_always_right_the_interval_is_one_and_of_nothing_there_is_none() -> None:
    assert interval(read("a", "a", 9), accuracy) == (1.0, 1.0)
    assert [math.isnan(one) for one in interval(read("a", "a", 4), macro_f1)] == [True, True]


def test_confusion_has_a_line_a_label_in_the_order_of_the_labels() -> None:
    assert confusion(ANSWERS, ("c", "b", "a", "d")) == [
        "c                -> c 1, a 1",
        "b                -> c 1, b 4",
        "a                -> b 1, a 5",
    ]


CONFIDENT = [
    Answer("a", "a", 0.95, sure=True),
    Answer("a", "a", 0.90, sure=True),
    Answer("a", "b", 1.0, sure=True),
    Answer("b", "b", 0.55),
    Answer("b", "a", 0.50),
]


def test_calibration_goes_by_steps_of_confidence() -> None:
    (low, high) = calibration(CONFIDENT)
    assert (low[:2], high[:2]) == (("0.5-0.6", 2), ("0.9-1.0", 3))
    assert (*low[2:], *high[2:]) == pytest.approx((0.525, 0.5, 0.95, 2 / 3))
    # Two off by 0.025, three off by 0.2833.
    assert error(CONFIDENT) == pytest.approx((2 * 0.025 + 3 * (0.95 - 2 / 3)) / 5)
    assert (calibration([]), error([])) == ([], 0.0)


def test_coverage_is_the_share_that_is_sure_and_precision_what_of_it_is_right() -> None:
    assert sure_ones(CONFIDENT) == pytest.approx((3 / 5, 2 / 3))
    coverage, precision = sure_ones(read("a", "a"))
    assert (coverage, math.isnan(precision)) == (0.0, True)
    assert [math.isnan(one) for one in sure_ones([])] == [True, True]
