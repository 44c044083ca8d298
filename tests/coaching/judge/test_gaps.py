"""What an objective or a promise lacks (METHOD §1, §2)."""

from __future__ import annotations

import pytest

from coaching.judge.gaps import Gap, PromiseGap, objective_gaps, promise_gaps
from tests.coaching.judge.judged import JUDGE


@pytest.mark.parametrize(
    "text,gaps",
    [
        ("Jens walks us through line 2 on Thursday", ()),
        ("Show the dashboard", ("customer_acts", "moves_on", "checkable")),
        ("they trust us", ("customer_acts", "observable", "moves_on", "checkable")),
        ("talk again", ("moves_on", "checkable")),
        ("Mara will think about it", ("observable", "moves_on")),
        ("find out who decides by Friday", ("customer_acts", "moves_on")),
        ("they bring it along", ("checkable",)),
        ("the CFO joins for at least ten minutes on Friday", ("highest",)),
        ("李工周四带我们走一遍二号线", ()),
        ("谈得顺利", ("customer_acts", "observable", "moves_on", "checkable")),
        ("王总考虑一下", ("observable", "moves_on")),
    ],
)
def test_an_objective_is_told_which_test_it_fails(text: str, gaps: tuple[Gap, ...]) -> None:
    assert objective_gaps(text, JUDGE.read("objective", text)) == gaps


@pytest.mark.parametrize(
    "text,gaps",
    [
        ("Mara sends the log by Friday", ()),
        ("mara will send the log", ("by_when",)),
        ("they send the log by Friday", ("who",)),
        ("by Friday", ("who", "what")),
        ("send the log", ("who", "by_when")),
        ("maybe", ("who", "what", "by_when")),
        ("她答应周五前发数据", ()),
        ("客户试用一下", ("who", "by_when")),
        ("李工周四之前", ("what",)),
    ],
)
def test_a_promise_says_who_does_what_by_when(text: str, gaps: tuple[PromiseGap, ...]) -> None:
    assert promise_gaps(text) == gaps
