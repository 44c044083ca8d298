"""Fitting one model: deterministic, and right on what it was told."""

from __future__ import annotations

from bot.training.fit import FEWEST, fit
from coaching.judge import LABELS
from coaching.judge.learned.model import Model, key, margins, voices, write
from coaching.judge.learned.traits import Trait
from tests.bot.training.made import found, part

TOLD = part()
FOUND = found(TOLD)
WANTED = [one.label for one in TOLD]


def fitted() -> Model:
    return fit("review", "zh", FOUND, WANTED)


def test_the_same_texts_make_the_same_model_byte_for_byte() -> None:
    assert write(fitted()) == write(fitted())


def test_a_model_tells_what_it_was_told() -> None:
    model = fitted()
    right = 0
    for text, label in zip(FOUND, WANTED, strict=True):
        margin = margins(model, voices(model, text))
        right += model.shape.labels[margin.index(max(margin))] == label
    assert right / len(WANTED) > 0.95


def test_its_shape_says_what_it_is_and_it_is_not_calibrated() -> None:
    shape = fitted().shape
    assert (shape.kind, shape.language, shape.labels) == ("review", "zh", LABELS["review"])
    assert (shape.trained_on, shape.steepness, shape.votes, shape.sure_from) == (
        len(TOLD),
        1.0,
        (0.0, 0.0),
        1.0,
    )


def test_two_labels_have_opposite_weights_and_the_largest_fills_a_byte() -> None:
    model = fitted()
    pairs = list(zip(model.rows[::2], model.rows[1::2], strict=True))
    assert all(one == -other != 0 for one, other in pairs)
    assert max(abs(one) for one in model.rows) == 127


def test_a_trait_of_a_single_text_is_not_learned() -> None:
    once, often = Trait("once"), Trait("often")
    texts = [
        {"words": [often, once]},
        {"words": [often]},
        {"words": [Trait("y")]},
        {"words": [Trait("x")]},
    ]
    labels = ["specific", "specific", "vague", "vague"]
    model = fit("review", "en", texts, labels)  # type: ignore[arg-type]  # plain names for groups
    assert FEWEST == 2
    assert list(model.keys) == [key("often")]
    specific, vague = model.row(key("often"))
    assert specific > 0 > vague


def test_labels_are_in_our_order_not_in_the_alphabets() -> None:
    texts = [{"words": [Trait(label)]} for label in LABELS["need"] for _ in range(3)]
    labels = [label for label in LABELS["need"] for _ in range(3)]
    model = fit("need", "en", texts, labels)  # type: ignore[arg-type]  # plain names for groups
    for at, label in enumerate(LABELS["need"]):
        row = model.row(key(label))
        assert max(row) == row[at] > 0
