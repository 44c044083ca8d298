"""A company's own examples on top of a model: as little change as makes them right.

Each example that is not yet right with some room pushes its own traits, just far enough (the
passive-aggressive rule of Crammer et al., 2006). Traits the model has never met take their share,
so a company's own words learn most and everybody's words are moved least.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coaching.judge.learned.model import Model, key, margins, voices
from coaching.judge.learned.traits import LOUDNESS, Group, Trait

ROUNDS = 10  # over all examples at most
ROOM = 0.3  # of margin that an example must have over the next label
_FARTHEST = 0.5  # that one push may go, so that a wrong example cannot turn the model


@dataclass(frozen=True, slots=True)
class Lesson:
    """An example as the model sees it: its traits by group, and the label it should have."""

    found: Mapping[Group, Sequence[Trait]]
    label: str


def taught(model: Model, lessons: Sequence[Lesson]) -> Model:
    """The model with a company's examples learned on top; the same lessons, the same model."""
    added = {trait: list(adds) for trait, adds in model.added.items()}
    learning = replace(model, added=added)
    for _ in range(ROUNDS):
        pushed = [_pushed(learning, lesson, added) for lesson in lessons]
        if not any(pushed):
            break
    return replace(model, added={trait: tuple(adds) for trait, adds in added.items()})


def _pushed(model: Model, lesson: Lesson, added: dict[int, list[float]]) -> bool:
    """Whether an example had too little room and was pushed towards its label, in `added`."""
    labels = model.shape.labels
    margin = margins(model, voices(model, lesson.found))
    right = labels.index(lesson.label)
    rival = max((at for at in range(len(labels)) if at != right), key=margin.__getitem__)
    # The rules may vote for another label: the example must stand against that, too.
    room = ROOM + max(model.shape.votes) / model.shape.steepness
    lacking = room - (margin[right] - margin[rival])
    if lacking <= 0:
        return False
    squared = sum(LOUDNESS[group] ** 2 for group, named in lesson.found.items() if named)
    step = min(lacking / (2 * squared), _FARTHEST) / model.shape.scale
    for group, named in lesson.found.items():
        for trait in named:
            adds = added.setdefault(key(trait.name), [0.0] * len(labels))
            adds[right] += step * LOUDNESS[group] / math.sqrt(len(named))
            adds[rival] -= step * LOUDNESS[group] / math.sqrt(len(named))
    return True
