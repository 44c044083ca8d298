"""A model: its file, its table, and how traits become margins and chances."""

from __future__ import annotations

import math
import zlib
from dataclasses import replace

import pytest

from coaching.judge.learned.model import (
    Voice,
    Vote,
    chances,
    key,
    margins,
    read,
    voices,
    write,
)
from coaching.judge.learned.traits import Trait
from tests.coaching.judge.learned.made import model

SMALL = model("need", {"a": (100, -50, 0), "b": (0, 1, -127), "c": (127, 0, 3)}, (0.5, 0, -0.25))
KNOWN = {"a": (100, -50, 0), "b": (0, 1, -127), "c": (127, 0, 3)}


def test_a_file_read_and_written_again_is_the_same_byte_for_byte() -> None:
    data = write(SMALL)
    assert read(data) == SMALL
    assert write(read(data)) == data


def test_an_empty_table_is_a_model_too() -> None:
    empty = model("review", {})
    assert read(write(empty)) == empty


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"advance judge 2\n{}\n", b"advance judge 1"])
def test_any_other_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="is no model of this judge"):
        read(data)


@pytest.mark.parametrize("name,row", KNOWN.items())
def test_a_known_trait_has_its_row_wherever_it_stands(name: str, row: tuple[int, ...]) -> None:
    assert tuple(SMALL.row(key(name))) == row


@pytest.mark.parametrize("data", [write(SMALL)[:-5], b"advance judge 1\n{}\n"])
def test_a_damaged_file_is_refused_like_any_other(data: bytes) -> None:
    with pytest.raises(ValueError, match="is no model of this judge"):
        read(data)


def test_an_unknown_trait_has_no_row() -> None:
    assert [tuple(SMALL.row(number)) for number in (0, key("d"), 2**32 - 1)] == [(), (), ()]


def test_what_was_added_stands_on_top_of_what_is_known_and_alone_where_nothing_is() -> None:
    learned = replace(SMALL, added={key("a"): (1.5, 0.0, -1.5), key("d"): (0.0, 2.0, -2.0)})
    assert [tuple(learned.row(key(name))) for name in "abd"] == [
        (101.5, -50.0, -1.5),
        (0, 1, -127),
        (0.0, 2.0, -2.0),
    ]


def test_a_group_is_as_loud_with_four_traits_as_with_one() -> None:
    four = {"words": [Trait("a", 0, 1), Trait("x"), Trait("y"), Trait("z")]}
    alone = {"letters": [Trait("a", 2, 3)]}
    assert voices(SMALL, four) == [Voice(0, 1, (0.5, -0.25, 0.0))]  # type: ignore[arg-type]
    (loud,) = voices(SMALL, alone)  # type: ignore[arg-type]
    assert (loud.start, loud.end) == (2, 3)
    assert loud.adds == pytest.approx((0.7, -0.35, 0.0))


def test_margins_are_the_bias_and_all_that_was_said() -> None:
    said = [Voice(0, 1, (1.0, 0.25, -1.0)), Voice(0, 0, (0.5, 0.0, 0.0))]
    assert margins(SMALL, said) == (2.0, 0.25, -1.25)
    assert margins(SMALL, []) == (0.5, 0, -0.25)


def test_chances_follow_the_margins_as_steeply_as_calibrated() -> None:
    two = model("review", {}).shape
    vote = Vote("specific", firm=True)
    assert chances(two, (math.log(3), 0), vote) == pytest.approx((0.75, 0.25))
    assert chances(replace(two, steepness=2.0), (math.log(3), 0), vote) == pytest.approx((0.9, 0.1))
    assert chances(two, (1e6, -1e6), vote) == (1.0, 0.0)


@pytest.mark.parametrize("firm,chance", [(True, 0.75), (False, 2 / 3)])
def test_the_rules_vote_for_their_label_and_firmly_with_more(*, firm: bool, chance: float) -> None:
    shape = model("review", {}, votes=(math.log(3), math.log(2))).shape
    assert chances(shape, (0, 0), Vote("vague", firm)) == pytest.approx((1 - chance, chance))


def test_the_vote_weighs_the_same_however_steep_the_model_is() -> None:
    shape = replace(model("review", {}, votes=(math.log(3), 0)).shape, steepness=4.0)
    assert chances(shape, (0, 0), Vote("vague", firm=True)) == pytest.approx((0.25, 0.75))


def test_a_table_with_a_torn_row_is_refused() -> None:
    head, _, packed = write(SMALL).rpartition(b"}\n")
    torn = zlib.compress(zlib.decompress(packed) + b"x")
    with pytest.raises(ValueError, match="is no model of this judge"):
        read(head + b"}\n" + torn)
