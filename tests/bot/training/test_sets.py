"""Sets labelled by others: what is read and what is left out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.training.sets import Item, items
from coaching.errors import BadInput

ROW = {"text": "Why late?", "lang": "en", "label": "problem"}


def folder(place: Path, **files: list[dict[str, Any]]) -> Path:
    place.mkdir(exist_ok=True)
    for name, rows in files.items():
        lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
        (place / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return place


def test_an_empty_folder_holds_no_set(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no set"):
        items(tmp_path)


@pytest.mark.parametrize(
    "line,fault",
    [
        ("{", "questions.jsonl, line 2: row: is not JSON"),
        ("[]", "questions.jsonl, line 2: row: is no JSON object"),
        ('{"text": "a", "lang": "en"}', "questions.jsonl, line 2: label: is missing or no text"),
        (
            '{"text": "a", "lang": "de", "label": "problem"}',
            "questions.jsonl, line 2: lang: is none of en, zh, zh-Hans",
        ),
        (
            '{"text": "a", "lang": "en", "label": "wonder"}',
            "questions.jsonl, line 2: label: is none of situation, problem",
        ),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(tmp_path: Path, line: str, fault: str) -> None:
    (tmp_path / "questions.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        items(tmp_path)
    assert str(bad.value).startswith(fault)


def test_a_text_may_hold_what_only_python_takes_for_the_end_of_a_line(tmp_path: Path) -> None:
    folder(tmp_path, questions=[ROW | {"text": "Why\u2028late?"}])
    assert [item.text for item in items(tmp_path)] == ["Why\u2028late?"]


def test_real_and_typed_texts_are_read_with_what_was_known(tmp_path: Path) -> None:
    folder(tmp_path, questions=[ROW | {"problem": "line 2 stops"}], others=[ROW])
    folder(tmp_path / "typed", questions=[ROW | {"text": "y late", "problem": None}])
    assert items(tmp_path) == [
        Item("question", "real", "en", "Why late?", "problem", "line 2 stops"),
        Item("question", "typed", "en", "y late", "problem"),
    ]


@pytest.mark.parametrize(
    "more",
    [{"doubtful": True}, {"text": "Why is [product] late?"}],
)
def test_doubtful_rows_and_placeholders_are_left_out(tmp_path: Path, more: dict[str, Any]) -> None:
    folder(tmp_path, questions=[ROW | more, ROW | {"doubtful": False}])
    assert items(tmp_path) == [Item("question", "real", "en", "Why late?", "problem")]


@pytest.mark.parametrize(
    "theirs,ours",
    [
        ("capability_doubt", "capability"),
        ("true", "capability"),
        ("resistance_to_change", "value"),
        ("price", "price"),
    ],
)
def test_other_trainers_names_for_objections_are_ours(
    tmp_path: Path, theirs: str, ours: str
) -> None:
    folder(tmp_path, objections=[{"text": "No", "lang": "zh", "label": theirs}])
    assert items(tmp_path) == [Item("objection", "real", "zh", "No", ours)]


@pytest.mark.parametrize(
    "more,need",
    [
        ({"need": "We want it red"}, "We want it red"),
        ({"note": "p. 4; context: We want it red "}, "We want it red"),
        ({"need": "We want it red", "note": "context: blue"}, "We want it red"),
        ({"note": "p. 4"}, ""),
        ({"note": None}, ""),
    ],
)
def test_the_need_behind_a_statement_may_stand_in_its_note(
    tmp_path: Path, more: dict[str, Any], need: str
) -> None:
    folder(tmp_path, fab=[{"text": "It is red", "lang": "en", "label": "benefit"} | more])
    assert items(tmp_path) == [Item("statement", "real", "en", "It is red", "benefit", "", need)]


def test_a_note_is_a_need_for_statements_only(tmp_path: Path) -> None:
    folder(tmp_path, needs=[{**ROW, "label": "implied", "note": "context: blue"}])
    assert items(tmp_path) == [Item("need", "real", "en", "Why late?", "implied")]
