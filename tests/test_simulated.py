"""Simulated teams with a known effect and with none: a few; `make evaluate-check` has hundreds."""

from __future__ import annotations

import pytest

from tests.simulated.checking import false_claims, recovered

FEW = 12


@pytest.mark.timeout(300)
def test_a_known_effect_lies_within_its_interval() -> None:
    tallies = list(recovered(FEW, first=1000))
    assert [one.intervals for one in tallies] == [4 * FEW, 4 * FEW, FEW, FEW]
    for one in tallies:
        assert one.coverage >= 0.75, one
        assert one.claimed > 0, one
    whole = sum(one.held for one in tallies) / sum(one.intervals for one in tallies)
    assert 0.88 <= whole <= 1.0


@pytest.mark.timeout(300)
def test_where_there_is_no_effect_none_is_claimed() -> None:
    assert false_claims(FEW, first=2000) <= 2
