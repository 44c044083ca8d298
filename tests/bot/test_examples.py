"""How the change by a company's examples is printed."""

from __future__ import annotations

from dataclasses import replace

from bot.examples import Change, Taught, printed, taught
from bot.judges import plain
from coaching.judge.learned.judge import Told

CHANGE = Change(kind="need", text="We\n want  it", before="explicit", now="neither")
NOTHING = Taught(told=2, right_before=1, right_now=2, still_otherwise=(), tried=9, others=(CHANGE,))


def test_a_change_is_told_line_by_line() -> None:
    otherwise = replace(NOTHING, still_otherwise=(replace(CHANGE, text="x" * 61),))
    assert printed(otherwise).splitlines() == [
        "2 examples: 1 were read so before, 2 are now.",
        f"  still otherwise: {'x' * 59}…  (read as explicit, you say neither)",
        "Read otherwise now, of 9 texts of the judge's own: 1.",
        "  need: We want it  (explicit -> neither)",
    ]


def test_ten_changes_are_shown_and_the_rest_counted() -> None:
    many = printed(replace(NOTHING, others=(CHANGE,) * 12)).splitlines()
    assert many[1:3] == [
        "Read otherwise now, of 9 texts of the judge's own: 12.",
        "  need: We want it  (explicit -> neither)",
    ]
    assert (len(many), many[-1]) == (13, "  and 2 more: --json lists them all")


def test_what_cannot_be_made_right_is_told() -> None:
    both = [
        Told(kind="review", text="Prepare better.", label=label, problem=known)
        for label, known in (("specific", ""), ("vague", "line 2 stops"))
    ]
    found = taught(plain(), both)
    assert found.told == 2
    assert found.right_now == 1
    (left,) = found.still_otherwise
    assert (left.kind, left.text) == ("review", "Prepare better.")
    assert {left.before, left.now} == {"specific", "vague"}
