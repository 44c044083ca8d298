"""A company's own examples: what they change, and what of a bad file is said."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot import cli
from bot.judges import TONGUES, plain, seen, told, warm
from coaching.errors import BadInput
from coaching.judge import Kind, Verdict
from coaching.judge.learned.judge import Told

Printed = pytest.CaptureFixture[str]

TEXT = "Is the kwalm above forty?"
ROW = {"kind": "question", "text": TEXT, "label": "implication"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "ADVANCE_KEY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def company(here: Path, content: bytes, app: str = "app.yaml") -> None:
    (here / app).write_text("judge: {examples: company.jsonl}\n", encoding="utf-8")
    (here / "company.jsonl").write_bytes(content)


def lines(*rows: dict[str, Any]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def label(capsys: Printed, text: str = TEXT, *options: str) -> str:
    assert cli.run([*options, "judge", "question", text, "--json"]) == 0
    found: str = json.loads(capsys.readouterr().out)["label"]
    return found


def test_an_example_is_read_as_the_company_says(here: Path, capsys: Printed) -> None:
    before = label(capsys)
    company(here, lines(ROW))
    assert (before == "implication", label(capsys)) == (False, "implication")


def test_the_file_lies_where_data_does_in_the_working_folder(here: Path, capsys: Printed) -> None:
    (here / "etc").mkdir()
    company(here, lines(ROW), app="etc/app.yaml")
    assert label(capsys, TEXT, "--config", "etc/app.yaml") == "implication"


def test_what_changes_is_told(here: Path, capsys: Printed) -> None:
    text = "我们有点慢"
    other = "implied" if plain().read("need", text).label == "neither" else "neither"
    company(here, lines({"kind": "need", "text": text, "label": other}))
    assert cli.run(["examples"]) == 0
    first, second, *_ = capsys.readouterr().out.splitlines()
    assert first == "1 examples: 0 were read so before, 1 are now."
    assert second.startswith("Read otherwise now, of ")


def test_what_changes_is_told_to_programs(here: Path, capsys: Printed) -> None:
    known = {"kind": "review", "text": "Prepare better.", "label": "vague"}
    company(here, lines(known))
    assert cli.run(["examples", "--json"]) == 0
    taught = json.loads(capsys.readouterr().out)
    assert taught == {
        "told": 1,
        "right_before": 1,
        "right_now": 1,
        "still_otherwise": [],
        "tried": taught["tried"],
        "others": [],
    }
    assert taught["tried"] > 500


def test_without_a_file_there_is_nothing_to_tell(here: Path, capsys: Printed) -> None:
    assert cli.run(["examples"]) == 2
    assert capsys.readouterr().err == "judge.examples: names no file in app.yaml yet\n"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + lines(ROW),
        b"\n  \n" + lines(ROW) + b"\n",
        lines(ROW).replace(b"\n", b"\r\n"),
        lines(ROW).rstrip(),
        lines(ROW, ROW),
        lines(ROW | {"problem": None, "need": "", "register": "typed", "field": "dairy"}),
    ],
)
def test_what_editors_leave_in_a_file_does_no_harm(
    here: Path, capsys: Printed, content: bytes
) -> None:
    company(here, content)
    assert label(capsys) == "implication"


def test_a_text_may_hold_what_only_python_takes_for_the_end_of_a_line(here: Path) -> None:
    text = "How is the kwalm?\u2028And the zorgt?\x85"
    company(here, lines(ROW | {"text": text}))
    assert told(here / "company.jsonl") == (Told(kind="question", text=text, label="implication"),)


def test_context_is_learned_with_the_text(here: Path) -> None:
    row = {"kind": "statement", "text": "It is red", "label": "benefit", "need": "We want it red"}
    company(here, lines(row, ROW | {"problem": "line 2 stops"}))
    assert told(here / "company.jsonl") == (
        Told(kind="statement", text="It is red", label="benefit", need="We want it red"),
        Told(kind="question", text=TEXT, label="implication", problem="line 2 stops"),
    )


def test_the_same_text_may_have_two_labels_in_two_contexts(here: Path) -> None:
    need = {"kind": "statement", "text": "It is red", "need": "We want it red", "label": "benefit"}
    company(
        here,
        lines(
            ROW,
            ROW | {"label": "problem", "problem": "line 2 stops"},
            need,
            need | {"need": "We want it fast", "label": "advantage"},
        ),
    )
    assert len(told(here / "company.jsonl")) == 4


def test_only_statements_have_a_need_and_only_questions_a_problem() -> None:
    one = Told(kind="review", text="Ask Jens", label="vague")
    assert seen(replace(one, problem="line 2 stops", need="We want it red")) == seen(one)


@pytest.mark.parametrize(
    "row,other",
    [
        ({}, {}),
        ({}, {"text": f" {TEXT.upper()} "}),
        ({}, {"text": TEXT.replace("?", "\uff1f")}),
        ({"text": "u stop 3 times?"}, {"text": "You stop “12” times ?"}),
        ({"problem": "line 2 stops"}, {"problem": "drift"}),
        ({}, {"problem": " "}),
        (
            {"kind": "statement", "label": "benefit", "need": "We want it red"},
            {"kind": "statement", "label": "advantage", "need": "we want it RED "},
        ),
    ],
)
def test_what_the_judge_cannot_tell_apart_has_one_label(
    here: Path, row: dict[str, str], other: dict[str, str]
) -> None:
    first, second = ROW | row, ROW | {"label": "problem"} | other
    company(here, lines(first) + b"\n" + lines(second))
    with pytest.raises(BadInput) as fault:
        told(here / "company.jsonl")
    both = f"{second['label']} here and {first['label']} in line 1"
    assert fault.value.field == "judge.examples, line 3: label"
    assert fault.value.problem == (
        f"{second['text'].strip()!r} is {both}, and the judge sees no difference; choose one"
    )


KINDS = "question, objective, outcome, statement, need, objection, review"
FIELDS = "kind, text, label, problem, need, register, field"
LABELS = "situation, problem, implication, need_payoff, not_spin"


@pytest.mark.parametrize(
    "content,said",
    [
        (b"\xff\xfe", "judge.examples: company.jsonl cannot be read: 'utf-8' codec can't decode"),
        (lines(ROW) + b"{", "judge.examples, line 2: row: is not JSON: "),
        (b"[" * 100_000, "judge.examples, line 1: row: is not JSON: "),
        (b"[1]", "judge.examples, line 1: row: is no JSON object with kind, text and label"),
        (lines(ROW | {"kind": "song"}), f"judge.examples, line 1: kind: is none of {KINDS}"),
        (lines(ROW | {"kind": ["question"]}), "judge.examples, line 1: kind: is no text"),
        (lines({"text": TEXT, "label": "problem"}), "judge.examples, line 1: kind: is none of "),
        (lines(ROW | {"label": "vague"}), f"judge.examples, line 1: label: is none of {LABELS}"),
        (lines(ROW | {"label": ["problem"]}), "judge.examples, line 1: label: is no text"),
        (lines(ROW | {"text": 5}), "judge.examples, line 1: text: is no text"),
        (lines(ROW | {"text": None}), "judge.examples, line 1: text: is empty; 1 to 4000 "),
        (lines(ROW | {"problem": 0}), "judge.examples, line 1: problem: is no text"),
        (lines(ROW | {"need": False}), "judge.examples, line 1: need: is no text"),
        (lines(ROW | {"field": []}), "judge.examples, line 1: field: is no text"),
        (lines(ROW | {"kind": None}), f"judge.examples, line 1: kind: is none of {KINDS}"),
        (
            lines(ROW | {"probl\nem": "drift"}),
            r"judge.examples, line 1: 'probl\nem': is no field of an example; there are " + FIELDS,
        ),
        (lines(ROW | {"text": " \n"}), "judge.examples, line 1: text: is empty; 1 to 4000 "),
        (
            lines(ROW | {"text": "x" * 4001}),
            "judge.examples, line 1: text: has 4001 characters; at most 4000 are allowed",
        ),
        (
            lines(ROW | {"problem": "x" * 4001}),
            "judge.examples, line 1: problem: has 4001 characters; at most 4000 are allowed",
        ),
        (
            b'{"kind": "question", "text": "a\\ud800", "label": "problem"}',
            "judge.examples, line 1: text: has half a character (a lone surrogate)",
        ),
        (
            lines(ROW, ROW | {"text": f" {TEXT} ", "label": "problem"}),
            f"judge.examples, line 2: label: {TEXT!r} is problem here and implication in line 1",
        ),
        (
            b"".join(lines(ROW | {"text": f"{TEXT} {number}"}) for number in range(10_001)),
            "judge.examples: has 10001 examples; at most 10000 are allowed",
        ),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_a_bad_file_is_one_clear_line_and_nothing_is_learned(
    here: Path, capsys: Printed, content: bytes, said: str
) -> None:
    company(here, content)
    for command in (["examples"], ["judge", "question", TEXT]):
        assert cli.run(command) == 2
        printed = capsys.readouterr()
        assert (printed.out, printed.err.startswith(said)) == ("", True), printed.err
        assert printed.err.count("\n") == 1
    assert (here / "company.jsonl").read_bytes() == content


def test_a_file_that_is_not_there_is_named(here: Path, capsys: Printed) -> None:
    company(here, b"")
    (here / "company.jsonl").unlink()
    assert cli.run(["judge", "question", TEXT]) == 2
    assert capsys.readouterr().err.startswith("judge.examples: company.jsonl cannot be read: ")


def test_an_empty_file_changes_nothing(here: Path, capsys: Printed) -> None:
    company(here, b"")
    assert label(capsys) == plain().read("question", TEXT).label
    assert cli.run(["examples"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "0 examples: 0 were read so before, 0 are now.",
        "Read otherwise now, of 0 texts of the judge's own: 0.",
    ]


def test_the_judge_that_comes_with_the_product_never_changes(here: Path, capsys: Printed) -> None:
    before = plain().read("question", TEXT)
    company(here, lines(ROW))
    label(capsys)
    assert plain().read("question", TEXT) == before


# ---- the doctor ----------------------------------------------------------------------------------


def looked_at(capsys: Printed) -> list[str]:
    return [line for line in capsys.readouterr().out.splitlines() if "people:" not in line]


FIT = "ok    configuration: every key is known and every value allowed"
DATABASE = "ok    database: answers, with this program's schema"


def test_the_doctor_counts_the_examples(here: Path, capsys: Printed) -> None:
    company(here, lines(ROW, ROW))
    assert cli.run(["doctor"]) == 0
    assert looked_at(capsys) == [FIT, "ok    judge: 2 examples in company.jsonl", DATABASE]


def test_the_doctor_finds_a_file_without_examples_worth_a_look(here: Path, capsys: Printed) -> None:
    company(here, b"")
    assert cli.run(["doctor"]) == 0
    assert looked_at(capsys) == [FIT, "look  judge: 0 examples in company.jsonl", DATABASE]


def test_the_doctor_says_what_is_wrong_with_the_examples_and_looks_on(
    here: Path, capsys: Printed
) -> None:
    company(here, lines(ROW | {"text": 5}))
    assert cli.run(["doctor"]) == 1
    bad = "bad   judge: judge.examples, line 1: text: is no text"
    assert looked_at(capsys) == [FIT, bad, DATABASE]


class Listening:
    """A judge that notes which kinds it read in which language."""

    def __init__(self) -> None:
        self.read_of: set[tuple[Kind, str]] = set()

    def read(self, kind: Kind, text: str, **about: Any) -> Verdict:
        self.read_of.add((kind, "en" if text.isascii() else "zh"))
        return plain().read(kind, text, **about)


def test_a_judge_is_warm_once_it_read_every_kind_in_every_language() -> None:
    judge = Listening()
    warm(judge)
    assert judge.read_of == {(kind, tongue) for kind in KINDS.split(", ") for tongue in TONGUES}
