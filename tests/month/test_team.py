"""The month itself: the same seed is the same month, and all that is to be tried is in it."""

from __future__ import annotations

import pytest

from tests.month import deeds as did
from tests.month.figures import standing
from tests.month.looks import end
from tests.month.team import JOINT, PRACTISING, SURVEYED, month


def test_the_same_seed_is_the_same_month() -> None:
    assert month(19) == month(19)
    assert month(19) != month(20)


def test_the_months_played_have_all_that_is_to_be_tried() -> None:
    deeds = [deed for seed in (18, 19, 20) for deed in month(seed).deeds]

    assert {type(deed) for deed in deeds} == {
        *(did.Plans, did.Ends, did.Reviews, did.Settles, did.Moves, did.Cancels),
        *(did.Counts, did.Practises, did.Surveyed, did.Needs, did.Objects),
    }
    ends = [deed for deed in deeds if isinstance(deed, did.Ends)]
    assert {one.outcome for one in ends} == {"order", "advance", "continuation", "no_sale", None}
    assert any(one.warm and one.outcome == "advance" for one in ends)
    became = {one.became for one in deeds if isinstance(one, did.Settles)}
    assert became == {"kept", "broken", "moved"}


@pytest.mark.parametrize("seed", [18, 19, 20])
def test_twelve_reps_have_nine_to_twelve_calls_each_half_of_them_by_form(seed: int) -> None:
    planned = month(seed)

    assert [one.language for one in planned.sellers] == ["en"] * 6 + ["zh-Hans"] * 6
    assert [one.way for one in planned.sellers] == ["form", "chat"] * 6
    assert {len(planned.of(one)) for one in planned.sellers} <= set(range(8, 15))
    assert len([one for one in planned.meetings if len(one.sellers) > 1]) == 4
    assert {one.who.number for one in planned.deeds if isinstance(one, did.Practises)} == set(
        PRACTISING
    )
    surveyed = {one.who.number for one in planned.deeds if isinstance(one, did.Surveyed)}
    assert surveyed == set(SURVEYED)
    assert all(pair[1] - pair[0] == 1 for pair in JOINT)


def test_nothing_is_done_about_a_call_that_was_called_off() -> None:
    stands = standing(planned := month(19), end(planned))

    off = [one for one in stands.parts if one.cancelled]
    assert off
    assert [one.ended for one in off] == [None] * len(off)
