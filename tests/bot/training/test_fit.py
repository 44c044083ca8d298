"""Fitting one model: deterministic, and right on what it was told."""

from __future__ import annotations

from bot.training.fit import Found, fit
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


def test_a_word_of_a_single_text_is_learned_and_a_piece_of_one_is_not() -> None:
    texts: list[Found] = [
        {"words": [Trait("often"), Trait("once")], "letters": [Trait("~pie"), Trait("~two")]},
        {"words": [Trait("often")], "letters": [Trait("~two")]},
        {"words": [Trait("y"), Trait("x")]},
        {"words": [Trait("x")]},
    ]
    model = fit("review", "en", texts, ["specific", "specific", "vague", "vague"])
    assert {key(name) for name in ("often", "once", "~two", "x", "y")} < set(model.keys)
    assert key("~pie") not in model.keys
    specific, vague = model.row(key("once"))
    assert specific > 0 > vague


def test_what_is_rarer_is_louder() -> None:
    texts: list[Found] = [{"words": [Trait("a"), Trait(f"b{at}")]} for at in range(4)]
    texts += [{"words": [Trait("c")]} for _ in range(4)]
    model = fit("review", "en", texts, ["specific"] * 4 + ["vague"] * 4)
    # All four texts push "a", one alone pushes each "b": without rarity it would be four to one.
    assert model.row(key("a"))[0] < 4 * model.row(key("b0"))[0]


def test_labels_are_in_our_order_not_in_the_alphabets() -> None:
    texts = [{"words": [Trait(label)]} for label in LABELS["need"] for _ in range(3)]
    labels = [label for label in LABELS["need"] for _ in range(3)]
    model = fit("need", "en", texts, labels)  # type: ignore[arg-type]  # plain names for groups
    for at, label in enumerate(LABELS["need"]):
        row = model.row(key(label))
        assert max(row) == row[at] > 0
