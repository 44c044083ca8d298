"""Words of like use: kept as told, and what they lend to a word that no text had."""

from __future__ import annotations

import json
import math
from array import array
from pathlib import Path

import numpy as np
import pytest

from bot.corpus import TONGUES, Tongue
from bot.training import gather
from bot.training.fit import Found, fit
from bot.training.kin import SIZE, UNIT, Kin, kin, kin_of, read, trait_of, write
from coaching.judge.learned.model import key
from coaching.judge.learned.traits import Trait, traits
from coaching.judge.rules.typed import typed


def likeness(words: Kin, one: str, other: str) -> float:
    """The cosine of two words."""
    a, b = (words.rows[words.keys.index(key(trait_of(word)))].toarray()[0] for word in (one, other))
    return float(a @ b / math.sqrt((a @ a) * (b @ b)))


def axis(at: int, length: float = 1.0) -> list[float]:
    return [length if one == at else 0.0 for one in range(SIZE)]


@pytest.mark.parametrize("word,trait", [("late", "late"), ("贵", "贵"), ("会议", "会 议")])
def test_a_word_is_known_by_the_trait_it_has_in_a_text(word: str, trait: str) -> None:
    assert trait_of(word) == trait
    named = {one.name for one in traits("need", typed(f"{word}"))["words"]}
    assert trait in named


def test_words_are_as_long_as_each_other_and_sorted_by_their_keys() -> None:
    words = kin_of(
        {"late": axis(0, 3.0), "slow": [1.0, 1.0, *axis(9)[2:-1], 0.0], "": axis(1, 0.0)}
    )
    assert list(words.keys) == sorted(words.keys)
    assert words.rows[words.keys.index(key("late"))].toarray()[0][0] == 127  # a byte holds no more
    assert (
        words.rows[words.keys.index(key("slow"))].toarray()[0][:2].tolist()
        == [round(UNIT / math.sqrt(3))] * 2
    )
    assert not words.rows[words.keys.index(key(""))].toarray().any()


def test_words_are_read_as_they_were_written() -> None:
    words = kin_of({"late": axis(0), "贵": axis(1, -2.0)})
    again = read(write(words))
    assert again.keys == words.keys
    assert again.rows.toarray().tolist() == words.rows.toarray().tolist()
    with pytest.raises(ValueError, match="no words of like use"):
        read(b"something else")


@pytest.mark.parametrize(
    "tongue,word,near,far",
    [("en", "expensive", "costly", "friday"), ("zh", "推迟", "延期", "价格")],
)
def test_words_of_like_use_are_near(tongue: Tongue, word: str, near: str, far: str) -> None:
    words = kin(tongue)
    assert likeness(words, word, near) > 0.5 > likeness(words, word, far)


@pytest.mark.parametrize("tongue", TONGUES)
def test_each_language_has_as_many_words_as_are_gathered(tongue: Tongue) -> None:
    words = kin(tongue)
    assert (len(words), words.rows.shape) == (gather.MOST, (gather.MOST, SIZE))
    assert len(set(words.keys)) == len(words)


def test_a_word_that_no_text_had_speaks_as_its_kin_do() -> None:
    dear: Found = {"words": [Trait("expensive"), Trait("zz")]}
    soon: Found = {"words": [Trait("friday"), Trait("zz")]}
    model = fit(
        "review", "en", [dear, dear, soon, soon], ["vague", "vague", "specific", "specific"]
    )
    specific, vague = model.row(key("costly"))
    assert vague > 0 > specific
    specific, vague = model.row(key("monday"))
    assert specific > 0 > vague
    assert model.row(key("qqzorgt")) == ()


# ---- gathering -----------------------------------------------------------------------------------

VECTORS = {f"w{letter}": [float(at == ord(letter) % 70) for at in range(70)] for letter in "abcdef"}


def test_glove_is_gathered_with_what_is_a_word_here(tmp_path: Path) -> None:
    told = {
        "dimensions": 70,
        "words": ["no-word", *VECTORS],
        "vectors": {name: [*one, 7.0, 1] for name, one in VECTORS.items()}
        | {"no-word": [0.0] * 72},
    }
    (tmp_path / "glove.json").write_text(json.dumps(told), encoding="utf-8")
    gather.main(["en", str(tmp_path / "glove.json"), str(tmp_path / "en.kin")])
    found = read((tmp_path / "en.kin").read_bytes())
    assert found.keys == array("I", sorted(map(key, VECTORS)))
    # Six words, each as far from the others: around their middle all are alike in the same way.
    assert likeness(found, "wa", "wb") == pytest.approx(-1 / 5, abs=0.02)


def test_word2vec_is_gathered_with_words_of_two_characters_at_most(tmp_path: Path) -> None:
    rows = {"贵": 0, "会议": 1, "社会主义": 2, "</s>": 3, "crm": 4}
    data = f"{len(rows)} 70\n".encode()
    for word, at in rows.items():
        vector = np.array([float(one == at) for one in range(70)], dtype="<f4")
        data += word.encode() + b" " + vector.tobytes() + b"\n"
    (tmp_path / "words.vector").write_bytes(data)
    gather.main(["zh", str(tmp_path / "words.vector"), str(tmp_path / "zh.kin")])
    found = read((tmp_path / "zh.kin").read_bytes())
    assert found.keys == array("I", sorted(key(name) for name in ("贵", "会 议", "crm")))
