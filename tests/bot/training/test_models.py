"""The models that come with the product are what training makes of the corpus, byte for byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.corpus import TONGUES, Tongue, examples
from bot.judges import models
from bot.training.train import ORDER, all_trained, written
from coaching.judge import LABELS, Kind
from coaching.judge.learned.model import read, write

ROOT = Path(__file__).parents[3]
MODELS = ROOT / "coaching" / "judge" / "learned" / "models"

# As `python -m bot.training` does it, for one model. In a process of its own: with another seed of
# the hashes, and without the tracing of coverage, under which it would take minutes.
_TRAIN = """
import sys
from bot.training.train import trained
from coaching.judge.learned.model import write
kind, tongue = sys.argv[1:]
needs = trained("need", tongue) if kind == "statement" else None
sys.stdout.buffer.write(write(trained(kind, tongue, needs)))
"""


@pytest.mark.timeout(600)
@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("kind", LABELS)
def test_a_model_is_what_training_makes_of_the_corpus(kind: Kind, tongue: Tongue) -> None:
    command = [sys.executable, "-W", "error", "-c", _TRAIN, kind, tongue]
    made = subprocess.run(command, capture_output=True, check=True, cwd=ROOT).stdout
    shipped = (MODELS / tongue / f"{kind}.judge").read_bytes()
    assert read(made).shape == read(shipped).shape, "run make judge and commit the models"
    assert made == shipped, "run make judge and commit the models"


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize("kind", LABELS)
def test_a_model_knows_what_it_is_and_on_how_many_texts_it_was_trained(
    kind: Kind, tongue: Tongue
) -> None:
    shape = models()[kind, tongue].shape
    told = (shape.kind, shape.language, shape.labels, shape.trained_on)
    assert told == (kind, tongue, LABELS[kind], len(examples(kind, tongue)))


def test_all_models_together_are_small() -> None:
    assert sum(file.stat().st_size for file in MODELS.glob("*/*.judge")) < 8_000_000


def test_needs_are_learned_before_the_statements_that_answer_them() -> None:
    assert ORDER[0] == "need"
    assert sorted(ORDER) == sorted(LABELS)


def test_models_are_written_where_the_product_reads_them(tmp_path: Path) -> None:
    found = models()
    written(found, tmp_path)
    made = {str(file.relative_to(tmp_path)) for file in tmp_path.glob("*/*.judge")}
    assert made == {f"{tongue}/{kind}.judge" for tongue in TONGUES for kind in LABELS}
    assert (tmp_path / "zh" / "need.judge").read_bytes() == write(found["need", "zh"])


def test_all_means_every_kind_in_every_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.training.train.ORDER", ("review",))
    assert set(all_trained()) == {("review", tongue) for tongue in TONGUES}
