"""What the learned judge sees of a text, and where each trait stands."""

from __future__ import annotations

import pytest

from coaching.judge import Kind
from coaching.judge.learned.traits import Context, Group, Token, Trait, tokens_of, traits
from coaching.judge.rules.typed import typed


def named(
    text: str, group: Group, kind: Kind = "objective", context: Context | None = None
) -> list[str]:
    found = traits(kind, typed(text), context or Context())
    return [trait.name for trait in found.get(group, [])]


def test_words_numbers_and_marks_are_tokens_and_every_number_is_the_same() -> None:
    assert tokens_of("it's 3.5% of €20k, 好?") == [
        Token("it's", 0, 4),
        Token("#", 5, 9),
        Token("of", 10, 12),
        Token("€", 13, 14),
        Token("#", 14, 16),
        Token("k", 16, 17),
        Token(",", 17, 18),
        Token("好", 19, 20),
        Token("?", 20, 21),
    ]


def test_what_is_beyond_400_tokens_is_not_looked_at() -> None:
    assert tokens_of("a " * 401) == tokens_of("a " * 400)
    assert len(tokens_of("a " * 400)) == 400


def test_words_stand_alone_and_in_twos_with_the_frame_around_the_text() -> None:
    assert traits("objective", typed("Why late?"))["words"] == [
        Trait("^"),
        Trait("^ why", 0, 3),
        Trait("why", 0, 3),
        Trait("why late", 0, 8),
        Trait("late", 4, 8),
        Trait("late ?", 4, 9),
        Trait("?", 8, 9),
        Trait("? $", 8, 9),
        Trait("$"),
    ]


def test_chinese_characters_stand_alone_and_in_twos() -> None:
    assert [name for name in named("为何晚到", "words") if name.startswith("为")] == [
        "为",
        "为 何",
    ]


def test_gaps_are_two_words_apart_and_how_the_text_begins() -> None:
    assert traits("objective", typed("why so late"))["gaps"] == [
        Trait("^ _ so", 4, 6),
        Trait("^ _ late", 7, 11),
        Trait("why _ late", 0, 11),
        Trait("why _ $", 0, 3),
        Trait("so _ $", 4, 6),
        Trait("^ why", 0, 3),
        Trait("^ why so", 0, 6),
        Trait("^ why so late", 0, 11),
    ]


@pytest.mark.parametrize(
    "text,under",
    [
        ("if it stops, we wait", ["if: it", "if: stops"]),
        ("we don't go there", ["not: go", "not: there"]),
        ("when nobody came we left", ["when: nobody", "not: came", "not: we", "not: left"]),
        ("if a b c d e f g h", [f"if: {letter}" for letter in "abcdefg"]),
        ("we go there", []),
    ],
)
def test_words_stand_under_an_if_or_a_not_up_to_the_next_pause(text: str, under: list[str]) -> None:
    assert [name for name in named(text, "gaps") if ": " in name] == under


def test_letters_are_pieces_of_three_to_five_standing_on_their_word() -> None:
    assert traits("objective", typed("go why 好好好"))["letters"] == [
        Trait("~<wh", 3, 6),
        Trait("~why", 3, 6),
        Trait("~hy>", 3, 6),
        Trait("~<why", 3, 6),
        Trait("~why>", 3, 6),
        Trait("~<why>", 3, 6),
    ]


def test_a_slip_of_the_finger_keeps_most_pieces_of_its_word() -> None:
    right, slipped = (set(named(word, "letters")) for word in ("walkthrough", "walktrough"))
    assert len(right & slipped) > len(right - slipped) / 2


def test_a_trait_in_several_places_has_its_first() -> None:
    words = traits("objective", typed("stop or stop"))["words"]
    assert [trait for trait in words if trait.name == "stop"] == [Trait("stop", 0, 4)]


def test_places_point_into_the_even_text() -> None:
    text = typed("wld u show us line 2?")
    for trait in traits("question", text)["words"]:
        if trait.end:
            words = trait.name.replace("^ ", "").replace(" $", "").replace("#", "2")
            assert words.replace(" ?", "?") == text.even[trait.start : trait.end]


def test_the_form_says_length_and_whether_it_is_asked() -> None:
    assert named("Why so late?", "form") == ["=asked", "=length 3"]
    assert named("", "form") == ["=unasked", "=length 0"]


def test_a_word_is_not_taken_for_a_form_of_the_same_name() -> None:
    found = traits("question", typed("no problem asked"), Context(problem=False))
    assert not {trait.name for trait in found["words"]} & {trait.name for trait in found["form"]}


@pytest.mark.parametrize("known,told", [(True, "=problem"), (False, "=no problem")])
def test_a_question_knows_whether_a_problem_is_on_the_table(*, known: bool, told: str) -> None:
    assert named("why?", "form", "question", Context(problem=known)) == [
        "=asked",
        "=length 2",
        told,
    ]


def test_a_statement_knows_what_it_shares_with_the_need() -> None:
    heard = Context(need=typed("we need downtime live"), voiced="explicit")
    found = traits("statement", typed("It reports downtime live"), heard)
    assert found["form"] == [
        Trait("=unasked"),
        Trait("=length 3"),
        Trait("=voiced explicit"),
        Trait("=shared 3"),
        Trait("=voiced explicit shared 3"),
        Trait("=voiced explicit common 2"),
    ]
    assert [trait.name for trait in found["need"]] == [
        "n:we",
        "n:need",
        "n:we need",
        "n:downtime",
        "n:need downtime",
        "n:live",
        "n:downtime live",
    ]


def test_chinese_characters_count_one_by_one_as_shared_with_the_need() -> None:
    heard = Context(need=typed("要少停"), voiced="explicit")
    assert "=voiced explicit common 1" in named("能停", "form", "statement", heard)


def test_a_statement_without_a_need_says_so_and_other_kinds_say_nothing() -> None:
    assert named("It is red", "need", "statement") == ["n:none"]
    assert named("It is red", "form", "statement") == ["=unasked", "=length 2"]
    heard = Context(need=typed("we need it red"), voiced="explicit")
    assert named("It is red", "need", "need", heard) == []


def test_an_empty_text_has_its_frame_and_its_form_only() -> None:
    assert traits("objective", typed("")) == {
        "words": [Trait("^"), Trait("^ $"), Trait("$")],
        "form": [Trait("=unasked"), Trait("=length 0")],
    }
