"""The corpus as training reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.corpus import TONGUES, Example, Tongue, examples
from coaching.judge import LABELS, Kind

CORPUS = Path(__file__).parents[2] / "coaching" / "judge" / "corpus"


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("kind", LABELS)
def test_every_row_of_every_hand_is_read_in_order(kind: Kind, tongue: Tongue) -> None:
    wanted = []
    for file in sorted((CORPUS / tongue).glob(f"{kind}-*.jsonl")):
        hand = file.stem.partition("-")[2]
        for line in file.read_text(encoding="utf-8").split("\n"):
            if line:
                row = json.loads(line)
                known = (row.get("problem", ""), row.get("need", ""))
                wanted.append(Example(row["text"], row["label"], hand, *known))
    assert list(examples(kind, tongue)) == wanted
    assert len({one.hand for one in wanted}) >= 3


def test_questions_have_problems_and_statements_needs() -> None:
    assert any(one.problem for one in examples("question", "en"))
    assert any(one.need for one in examples("statement", "en"))
    assert not any(one.problem or one.need for one in examples("review", "en"))
