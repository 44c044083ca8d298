"""`python -m bot.training`: trains every model and says what came of it."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

from bot.training.train import all_trained, written


def main() -> None:
    """Train, write, tell."""
    models = all_trained()
    written(models, Path(str(files("coaching.judge.learned") / "models")))
    for (kind, tongue), model in models.items():
        shape = model.shape
        sys.stdout.write(
            f"{tongue} {kind:10} {shape.trained_on:6} texts  {len(model.keys):6} traits  "
            f"steepness {shape.steepness:<5} votes {shape.votes} sure from {shape.sure_from}\n"
        )


if __name__ == "__main__":
    main()
