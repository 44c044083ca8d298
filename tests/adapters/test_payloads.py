from __future__ import annotations

from typing import Any

import pytest

from adapters.payloads import TEXT_LIMIT, inner, listed, mark, part, words
from coaching.errors import BadInput

DEEP = {"user": {"id": "U1", "name": "", "tags": ["a", "b"]}}


def test_a_part_is_found_by_its_path_and_none_where_the_path_ends_before() -> None:
    assert [
        part(DEEP, "user", "id"),
        part(DEEP, "user", "id", "more"),
        part(DEEP, "team"),
        part([DEEP], "user"),
    ] == ["U1", None, None, None]


def test_a_list_is_given_and_nothing_where_there_is_none() -> None:
    assert [listed(DEEP, "user", "tags"), listed(DEEP, "user", "id"), listed(DEEP, "gone")] == [
        ["a", "b"],
        [],
        [],
    ]


def test_what_may_be_left_out_has_its_default() -> None:
    assert [
        words(DEEP, "user", "said", default="nothing"),
        words(DEEP, "user", "name", default="nothing"),
        mark(DEEP, "user", "said", limit=9, default="nobody"),
        mark(DEEP, "user", "name", limit=9, default="nobody"),
        mark(DEEP, "user", "id", limit=2, default="nobody"),
    ] == ["nothing", "", "nobody", "nobody", "U1"]


@pytest.mark.parametrize(
    "value,why",
    [
        (None, "must be a text"),
        (7, "must be a text"),
        ("a" * (TEXT_LIMIT + 1), "has 40001 characters, at most 40000 are allowed"),
        ("a\0b", "has characters that are no text"),
        ("a\ud83d", "has characters that are no text"),
    ],
)
def test_a_text_that_is_none_is_refused_by_its_path(value: Any, why: str) -> None:
    with pytest.raises(BadInput) as refused:
        words({"user": {"said": value}}, "user", "said")
    assert str(refused.value) == str(BadInput("user.said", why))


@pytest.mark.parametrize(
    "value,why",
    [
        ("", "is empty"),
        (None, "must be a text"),
        ("U12", "has 3 characters, at most 2 are allowed"),
    ],
)
def test_a_mark_that_must_be_there_is_neither_empty_nor_long(value: Any, why: str) -> None:
    with pytest.raises(BadInput) as refused:
        mark({"id": value}, "id", limit=2)
    assert str(refused.value) == str(BadInput("id", why))


def test_an_object_packed_in_a_text_is_unpacked() -> None:
    assert inner("value", '{"verb": "skip"}') == {"verb": "skip"}


@pytest.mark.parametrize(
    "packed,why",
    [("{", "is not JSON"), ("[" * 100_000, "is not JSON"), ("[1]", "must be a JSON object")],
)
def test_what_is_packed_otherwise_is_refused(packed: str, why: str) -> None:
    with pytest.raises(BadInput) as refused:
        inner("value", packed)
    assert str(refused.value) == str(BadInput("value", why))
