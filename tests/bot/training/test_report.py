"""The report prints all its parts: on others' sets, and on the corpus hand by hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.training import report
from coaching.judge import LABELS

Printed = pytest.CaptureFixture[str]

SPECIFIC = [f"周一就问王总第{number}条线停了几次" for number in range(5)]
VAGUE = ["下次好好准备", "多沟通", "准备再充分些", "态度要更好", "加油"]


def folder(tmp_path: Path, vague: list[str]) -> str:
    told = [(text, "specific") for text in SPECIFIC] + [(text, "vague") for text in vague]
    (tmp_path / "typed").mkdir()
    for name, rows in (("reviews", told), ("typed/reviews", told[:1])):
        lines = [
            json.dumps({"text": text, "label": label, "lang": "zh"}, ensure_ascii=False)
            for text, label in rows
        ]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return str(tmp_path)


def shape(line: str) -> str:
    """A line with its figures left out."""
    return re.sub(r"\d[\d.]*|nan", "#", line).strip()


def test_a_folder_of_sets_is_measured_part_by_part_beside_the_peers(
    tmp_path: Path, capsys: Printed
) -> None:
    report.main([folder(tmp_path, VAGUE)])
    lines = [shape(line) for line in capsys.readouterr().out.splitlines()]
    part = lines[1 : lines.index("", 1)]
    assert part[:3] == [
        "review real zh: # texts",
        "accuracy #, macro-F# # (#-#)",
        "sure # of them, # of those right",
    ]
    assert [line.split("->")[0].strip() for line in part[3:5]] == ["specific", "vague"]
    assert part[5].startswith("calibration (error #): ")
    assert part[6:] == [
        f"beside it, {name}: accuracy #, macro-F# # (#-#)"
        for name in ("keywords", "TF-IDF with logistic regression", "nearest neighbour")
    ]
    assert lines[lines.index("When sure, pooled by kind (real and typed, both languages)") :] == [
        "When sure, pooled by kind (real and typed, both languages)",
        "review real          # texts  macro-F# # (#-#)  coverage #  precision #",
        "review typed          # texts  no class has five items  coverage #  precision #",
        "review all           # texts  macro-F# # (#-#)  coverage #  precision #",
    ]


def test_a_folder_without_sets_is_said_to_have_none(tmp_path: Path, capsys: Printed) -> None:
    assert report.main([str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == (
        "",
        f"{tmp_path}: holds no set: see bot/training/sets.py for what it should hold\n",
    )


def test_the_corpus_is_read_hand_by_hand_with_peers_and_a_learning_curve(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One kind in one language: all of them take minutes.
    monkeypatch.setattr(report, "LABELS", {"review": LABELS["review"]})
    monkeypatch.setattr(report, "TONGUES", ("zh",))
    report.main([])
    lines = [shape(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[:4] == [
        "",
        "review zh, unseen hands: # texts",
        "accuracy #, macro-F# # (#-#)",
        "sure # of them, # of those right",
    ]
    assert lines[-1] == ("learning curve, texts: macro-F# on unseen hands: #: #, #: #, #: #, #: #")
    assert [line.split(":")[0] for line in lines[-4:-1]] == [
        "beside it, keywords",
        "beside it, TF-IDF with logistic regression",
        "beside it, nearest neighbour",
    ]
