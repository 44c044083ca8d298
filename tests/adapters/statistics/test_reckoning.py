"""Differences with their intervals, against figures worked out by hand."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest

from adapters.statistics import OwnProcess
from adapters.statistics.reckoning import work_out
from coaching.effectiveness.figures import Changes, Estimate, Measured, TwoGroups


def measured(*values: float, person: str = "", of: str = "p") -> tuple[Measured, ...]:
    """One call each; of one person, or each of another."""
    return tuple(
        Measured(person=person or f"{of}{number}", value=value)
        for number, value in enumerate(values)
    )


def the(sample: TwoGroups | Changes) -> Estimate:
    (found,) = work_out([sample])
    assert found is not None
    return found


def test_a_mean_change_has_students_interval() -> None:
    found = the(Changes(values=(1.0, 2.0, 3.0, 4.0, 5.0)))
    half = 2.7764451 * math.sqrt(2.5 / 5)
    assert (found.difference, found.low, found.high) == pytest.approx((3.0, 3 - half, 3 + half))
    assert found.effect == pytest.approx(3 / math.sqrt(2.5))
    assert found.chance == pytest.approx(0.0132, abs=0.0001)


def test_shares_differ_by_cohens_h() -> None:
    first, other = measured(1, 1, 1, 0), measured(1, 0, 0, 0, of="q")
    found = the(TwoGroups(first=first, other=other, shares=True))
    assert found.difference == pytest.approx(0.5)
    assert found.effect == pytest.approx(2 * (math.asin(0.75**0.5) - math.asin(0.25**0.5)))
    assert found.low < 0.5 < found.high


def test_counts_differ_in_pooled_standard_deviations() -> None:
    first, other = measured(2, 4, 6), measured(1, 3, 5, of="q")
    found = the(TwoGroups(first=first, other=other, shares=False))
    assert (found.difference, found.effect) == pytest.approx((1.0, 0.5))


def test_calls_of_one_person_count_for_less_than_those_of_many() -> None:
    values = (1, 1, 1, 0, 0, 0)
    apart = TwoGroups(first=measured(*values), other=measured(*values, of="q"), shares=False)
    alike = TwoGroups(
        first=(*measured(1, 1, 1, person="a"), *measured(0, 0, 0, person="b")),
        other=(*measured(0, 0, 0, person="c"), *measured(1, 1, 1, person="d")),
        shares=False,
    )
    wide, narrow = the(alike), the(apart)
    assert wide.high - wide.low > 1.5 * (narrow.high - narrow.low)


def test_several_comparisons_make_each_less_sure() -> None:
    one = Changes(values=(1.0, 2.0, 3.0, 4.0, 5.0))
    nothing = Changes(values=(-1.0, 1.0, -2.0, 2.0, 0.1))
    alone = the(one)
    together = work_out([nothing, one, nothing])
    assert together[1] is not None
    assert together[1].chance == pytest.approx(3 * alone.chance)
    assert (together[1].low, together[1].high) == (alone.low, alone.high)
    (of_ten,) = work_out([one], 10)
    assert of_ten is not None
    assert of_ten.chance == pytest.approx(10 * alone.chance)


@pytest.mark.parametrize(
    "sample",
    [
        Changes(values=(1.0, 1.0, 1.0)),
        TwoGroups(first=measured(1, 1, 1), other=measured(0, 0, 0), shares=False),
    ],
)
def test_what_has_no_spread_is_not_reckoned(sample: TwoGroups | Changes) -> None:
    assert work_out([sample]) == (None,)
    good = Changes(values=(1.0, 2.0, 3.0))
    assert [one is None for one in work_out([sample, good])] == [True, False]


def test_calls_all_alike_on_each_side_are_not_sure_beyond_measure() -> None:
    first, other = measured(*[1] * 30), measured(*[0] * 30)
    found = the(TwoGroups(first=first, other=other, shares=True))
    assert found.difference == pytest.approx(1.0)
    assert 0.5 < found.low < 0.95 < found.high <= 1.0


async def test_a_process_of_its_own_says_the_same() -> None:
    samples = (Changes(values=(1.0, 2.0, 3.0, 4.0, 5.0)),)
    assert await OwnProcess().work_out(samples) == work_out(samples)


async def test_for_nothing_no_process_is_begun() -> None:
    assert await OwnProcess().work_out(()) == ()


def test_a_server_loads_nothing_of_it() -> None:
    heavy = "('statsmodels', 'pandas', 'scipy', 'numpy')"
    told = f"import sys; import bot.wiring; print([n for n in {heavy} if n in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
