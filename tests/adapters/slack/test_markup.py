"""Runs of the coach's sentences as mrkdwn: its own emphasis, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.slack.limits import units
from adapters.chat.slack.markup import marked
from adapters.ports import Run
from tests.adapters.slack.documented import HOSTILE, LIVE

THEY, BOLD = Run(text="they", emphasis=True), Run(text="目标。", strong=True)


@pytest.mark.parametrize(
    "runs, shown",
    [
        ((), ""),
        ((Run(text="What will "), THEY, Run(text=" do?")), "What will _they_ do?"),
        ((THEY, Run(text="会")), "_they_\u200b会"),
        ((BOLD, Run(text="这是"), THEY), "*目标。*\u200b这是\u200b_they_"),
        ((Run(text="both", strong=True, emphasis=True),), "*_both_*"),
        ((Run(text=" a\nb ", strong=True),), " *a b* "),
        ((Run(text=" ", strong=True), Run(text="x")), " x"),
    ],
)
def test_emphasis_is_marked_where_slack_sees_it(runs: tuple[Run, ...], shown: str) -> None:
    assert marked(runs, 3_000) == shown


def test_quoted_words_bring_no_marks_of_their_own() -> None:
    shown = marked((Run(text="“"), Run(text=HOSTILE), Run(text="”")), 3_000)
    assert LIVE.search(shown) is None


@pytest.mark.parametrize("limit", [12, 20, 3_000])
@given(
    texts=st.lists(st.tuples(st.text(max_size=30), st.booleans(), st.booleans()), max_size=6),
    factor=st.integers(min_value=1, max_value=300),
)
def test_what_is_marked_fits(limit: int, texts: list[tuple[str, bool, bool]], factor: int) -> None:
    runs = [Run(text=one * factor, strong=bold, emphasis=slant) for one, bold, slant in texts]
    assert units(marked(runs, limit)) <= limit


def test_what_is_left_out_is_seen_to_be_left_out() -> None:
    shown = marked((Run(text="a" * 50, strong=True), Run(text="b")), 20)
    assert (shown[0], shown.endswith("…*"), units(shown) <= 20) == ("*", True, True)
    assert marked((Run(text="a" * 18), Run(text="b" * 5)), 20) == "a" * 18 + "b…"
