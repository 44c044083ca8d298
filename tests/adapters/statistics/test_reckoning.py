"""Differences with their intervals, against figures worked out by hand."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest

from adapters.statistics import OwnProcess
from adapters.statistics.reckoning import work_out
from coaching.effectiveness.figures import Changes, Estimate, TwoGroups


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


def test_two_groups_have_welchs_interval() -> None:
    """By hand: variances 1 and 4 of four and three people; Student's t on 2.74 degrees."""
    found = the(TwoGroups(first=(3.0, 4.0, 5.0, 4.0), other=(0.0, 2.0, 4.0), shares=False))
    spread = math.sqrt((2 / 3) / 4 + 4 / 3)
    assert found.difference == pytest.approx(2.0)
    assert (found.low + found.high) / 2 == pytest.approx(2.0)
    degrees = spread**4 / (((2 / 3) / 4) ** 2 / 3 + (4 / 3) ** 2 / 2)
    assert degrees == pytest.approx(2.505, abs=0.001)
    assert (found.high - found.low) / 2 / spread == pytest.approx(3.574, abs=0.01)
    assert found.effect == pytest.approx(2.0 / math.sqrt((2 + 8) / 5))


def test_shares_differ_by_cohens_h() -> None:
    found = the(TwoGroups(first=(1.0, 0.5, 0.75), other=(0.0, 0.5, 0.25), shares=True))
    assert found.difference == pytest.approx(0.5)
    assert found.effect == pytest.approx(2 * (math.asin(0.75**0.5) - math.asin(0.25**0.5)))
    assert found.low < 0.5 < found.high <= 1.0


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
        TwoGroups(first=(1.0,) * 3, other=(0.0,) * 3, shares=True),
    ],
)
def test_what_has_no_spread_is_not_reckoned(sample: TwoGroups | Changes) -> None:
    assert work_out([sample]) == (None,)
    good = Changes(values=(1.0, 2.0, 3.0))
    assert [one is None for one in work_out([sample, good])] == [True, False]


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
