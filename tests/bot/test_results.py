"""An operator's file of results: read whole, or refused with the lines that are not fit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot import results
from bot.config.keys import Evaluate
from coaching.effectiveness.evaluating import Results
from coaching.effectiveness.matching import Result
from coaching.errors import BadInput

HEAD = "rep,month,group,result\n"


def a_file(folder: Path, text: str) -> Path:
    path = folder / "results.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_each_line_is_one_persons_month(tmp_path: Path) -> None:
    path = a_file(tmp_path, f"{HEAD}Ada@North.example, 2026-09 ,coached,125000.5\n")
    told = Evaluate(results=str(path), began=date(2026, 9, 1))
    assert results.results(told) == Results(
        rows=(
            Result(
                person="ada@north.example",
                month=date(2026, 9, 1),
                group="coached",
                value=125000.5,
            ),
        ),
        began=date(2026, 9, 1),
    )
    assert results.results(Evaluate()) is None


@pytest.mark.parametrize(
    "line,wrong",
    [
        ("ada,2026-09,coached,1", "line 2: rep must be a mail address"),
        ("a@x,september,coached,1", "line 2: month must be"),
        ("a@x,2026-09,best,1", "line 2: group must be one of coached, attention, control"),
        ("a@x,2026-09,coached,much", "line 2: result must be a number"),
        ("a@x,2026-09,coached,inf", "line 2: result must be a number"),
        ("a@x", "line 2: group must be"),
        ("a@x,2026-09,coached,125,5", "line 2: more than four columns"),
        ("a@x,2026-09,coached,1\nA@x,2026-09,coached,2", "a@x has 2026-09 twice"),
    ],
)
def test_a_line_that_is_not_fit_is_named(tmp_path: Path, line: str, wrong: str) -> None:
    with pytest.raises(BadInput, match=wrong):
        results.rows(a_file(tmp_path, f"{HEAD}{line}\n"))


def test_of_many_faults_five_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"line 6: .*\(and 2 more\)"):
        results.rows(a_file(tmp_path, HEAD + "x,y,z,1\n" * 7))


def test_a_file_without_its_columns_or_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the first line must be rep,month,group,result"):
        results.rows(a_file(tmp_path, "who,when\n"))
    with pytest.raises(BadInput, match="cannot be read"):
        results.rows(tmp_path / "none.csv")


def test_a_file_as_a_spreadsheet_writes_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "results.csv"
    path.write_text(f"{HEAD}a@x,2026-09,control,1\n", encoding="utf-8-sig", newline="\r\n")
    assert [one.person for one in results.rows(path)] == ["a@x"]
    with pytest.raises(BadInput, match="with commas between"):
        results.rows(a_file(tmp_path, HEAD.replace(",", ";") + "a@x;2026-09;control;1\n"))


def test_there_is_an_end_to_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST", 2)
    lines = "a@x,2026-08,coached,1\na@x,2026-09,coached,1\n"
    with pytest.raises(BadInput, match="more than 2 lines"):
        results.rows(a_file(tmp_path, HEAD + lines))
