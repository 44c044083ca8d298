"""What holds for every verdict of the learned judge, and how it names its border."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.judges import models, plain
from coaching.judge import LABELS, Kind, Verdict
from coaching.judge.learned.judge import LearnedJudge, Told
from coaching.judge.reasons import BORDERS
from coaching.judge.rules import RuleJudge
from coaching.judge.rules.reading import MOST_HANZI, MOST_QUOTES, MOST_WORDS
from coaching.judge.rules.typed import MOST_READ
from tests.coaching.judge.learned.made import judge, leaning, model

KINDS: tuple[Kind, ...] = tuple(LABELS)
MIXED = (
    "if you could what does the delay cost Jens send us the log by Friday ? . , we not signed PO "
    "线 停 一次 如果 客户 答应 周五 发 数据 我们 方案 影响 多少 ？ 。 ， “ ” ＡＢ İ ß 🙂 u & w/ \n"
)
PIECES = st.sampled_from(MIXED.split(" "))
CONTEXTS = st.sampled_from(["", " ", "line 2 stops", "我们希望少停机", "we want fewer stops"])


def is_whole(verdict: Verdict, kind: Kind, text: str) -> bool:
    border = BORDERS[verdict.rule]  # type: ignore[index]  # Verdict.rule is open to other judges
    assert (border.kind, border.label) == (kind, verdict.label)
    assert verdict.label in LABELS[kind]
    assert 0 < verdict.confidence < 1
    assert verdict.sure is (verdict.second == "")
    assert verdict.second in {"", *LABELS[kind]} - {verdict.label}
    assert len(verdict.words) <= MOST_QUOTES
    assert all(words and words in text for words in verdict.words)
    return True


@settings(deadline=None)  # the first one reads the models and compiles the rules
@given(
    kind=st.sampled_from(KINDS),
    pieces=st.lists(PIECES, max_size=25),
    glue=st.sampled_from(["", " "]),
    context=CONTEXTS,
)
def test_any_text_gets_a_whole_verdict(
    kind: Kind, pieces: list[str], glue: str, context: str
) -> None:
    text = glue.join(pieces)
    verdict = plain().read(kind, text, problem=context, need=context)
    assert is_whole(verdict, kind, text)


@settings(deadline=None)  # the first one reads the models and compiles the rules
@given(kind=st.sampled_from(KINDS), text=st.text(max_size=60), need=st.text(max_size=20))
def test_any_letters_at_all_get_a_whole_verdict(kind: Kind, text: str, need: str) -> None:
    assert is_whole(plain().read(kind, text, problem=need, need=need), kind, text)


@pytest.mark.parametrize("text", ["", "   ", "?", "。", "!!!", "\u200b", "\u202e", "🙂", "\0", "x"])
@pytest.mark.parametrize("kind", KINDS)
def test_next_to_nothing_gets_a_whole_verdict_without_made_up_words(kind: Kind, text: str) -> None:
    verdict = plain().read(kind, text)
    assert is_whole(verdict, kind, text)
    assert verdict.words in {(), ("x",), ("🙂",)}


def test_a_very_long_text_is_read_up_to_a_limit() -> None:
    text = "How often does line 2 stop? " + "x" * MOST_READ
    longer = text + " If it ran for a month, what would that be worth to you?"
    assert plain().read("question", longer) == plain().read("question", text)


@pytest.mark.parametrize(
    "kind,text",
    [
        ("question", "Wouldn't you agree that the stops cost you far too much?"),
        ("question", "您不觉得这个问题很严重吗？"),
        ("outcome", "The contract renews automatically in March"),
        ("outcome", "合同三月自动续约"),
    ],
)
@pytest.mark.parametrize("certain", [False, True])
def test_leading_questions_and_renewals_are_never_sure(
    kind: Kind, text: str, *, certain: bool
) -> None:
    label = plain().read(kind, text).label
    reads = judge(leaning(kind, label, by=50)) if certain else plain()
    verdict = reads.read(kind, text)
    assert (verdict.sure, verdict.second != "") == (False, True)


def test_it_is_sure_from_the_confidence_its_model_asks_for() -> None:
    sure, unsure = (
        judge(model("review", {"log": (110, 0)}, sure_from=level)).read("review", "log it")
        for level in (0.59, 0.62)
    )
    assert (sure.label, sure.sure, sure.second) == ("specific", True, "")
    assert (unsure.label, unsure.sure, unsure.second) == ("specific", False, "vague")
    assert sure.confidence == unsure.confidence


def test_confidence_is_never_nought_or_one() -> None:
    assert judge(leaning("review", "vague", by=500)).read("review", "log").confidence == 0.99


def test_where_the_rules_agree_the_border_and_the_words_are_theirs() -> None:
    text = "Mara sends us the log by Friday"
    verdict = judge(leaning("objective", "advance")).read("objective", text)
    assert (verdict.label, verdict.rule, verdict.words) == (
        "advance",
        "objective.hands_over",
        ("Mara sends us the log by Friday",),
    )


def test_where_the_rules_disagree_their_best_cue_for_the_label_is_named() -> None:
    text = "Show Jens the dashboard and Mara sends us the log"
    verdict = judge(leaning("objective", "seller_activity")).read("objective", text)
    assert (verdict.label, verdict.rule, verdict.words) == (
        "seller_activity",
        "objective.seller_acts",
        ("Show Jens the dashboard",),
    )


@pytest.mark.parametrize("kind,label", [(kind, label) for kind in KINDS for label in LABELS[kind]])
def test_every_label_has_a_border_of_its_own_where_no_rule_has_a_cue(
    kind: Kind, label: str
) -> None:
    verdict = judge(leaning(kind, label)).read(kind, "qqq zzz")
    assert is_whole(verdict, kind, "qqq zzz")
    assert (verdict.label, verdict.words) == (label, ())


def test_the_words_that_weighed_most_are_quoted_as_typed() -> None:
    weights = {"zorgt": (0, 127, 0, 0, 0, 0, 0), "would": (0, -9, 0, 0, 0, 0, 0)}
    verdict = judge(model("objective", weights)).read(
        "objective", "Wld you really ZORGT that thing of theirs over there"
    )
    assert (verdict.label, verdict.words) == ("continuation", ("ZORGT",))


def test_one_word_alone_is_sure_only_where_the_rules_are_firm_as_well() -> None:
    sure = judge(leaning("outcome", "order"))
    assert sure.read("outcome", "signed").sure
    assert not sure.read("outcome", "zorgt").sure
    assert not sure.read("outcome", "12345 !").sure
    assert sure.read("outcome", "zorgt zorgt").sure


HANZI = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往"


def test_quotes_are_short() -> None:
    words = {f"w{letter}": (127, 0) for letter in "abcdefghij"}
    english = judge(model("review", words)).read("review", " ".join(words))
    chinese = judge(model("review", dict.fromkeys(HANZI, (127, 0)))).read("review", HANZI)
    assert len(english.words[0].split()) == MOST_WORDS
    assert chinese.words[0] == HANZI[:MOST_HANZI]


def test_a_problem_on_the_table_counts_for_questions_only() -> None:
    with_one = {"=problem": (0, 127, 0, 0, 0)}
    reads = judge(model("question", with_one))
    assert reads.read("question", "qq zz", problem="line 2 stops").label == "problem"
    assert reads.read("question", "qq zz", problem=" ").label == "situation"
    assert reads.read("need", "qq zz", problem="line 2 stops") == reads.read("need", "qq zz")


def test_a_statement_is_held_against_the_need_as_the_judge_reads_it() -> None:
    statements = model("statement", {"=voiced explicit": (0, 0, 127)})
    wants, moans = (leaning("need", label) for label in ("explicit", "implied"))
    assert judge(statements, wants).read("statement", "qq", need="zz").label == "benefit"
    assert judge(statements, moans).read("statement", "qq", need="zz").label == "feature"
    assert judge(statements, wants).read("statement", "qq", need=" ").label == "feature"


OURS = Told(kind="objective", text="Zorgt signs off the Kwalm sheet", label="advance")


def test_an_example_becomes_right_and_the_judge_before_stays_as_it_is() -> None:
    before = judge(leaning("objective", "vague", by=1))
    after = before.taught([OURS])
    assert (before.likeliest(OURS), after.likeliest(OURS)) == ("vague", "advance")


def test_an_example_becomes_right_even_where_the_rules_vote_against_it() -> None:
    against = Told(kind="objective", text="Mara sends us the log by Friday", label="continuation")
    before = judge(model("objective", {}, votes=(2.0, 0.5)))
    assert before.likeliest(against) == "advance"
    assert before.taught([against]).likeliest(against) == "continuation"


def test_the_rules_vote_decides_where_the_model_wavers() -> None:
    text = "Mara sends us the log by Friday"
    wavering = leaning("objective", "vague", by=0.1)
    voting = model("objective", {}, wavering.shape.bias, votes=(1.0, 0.0))
    assert judge(wavering).read("objective", text).label == "vague"
    assert judge(voting).read("objective", text).label == "advance"


def test_no_examples_change_nothing() -> None:
    texts = ("How often does it stop?", "产线一停，早上的货怎么交？")
    nothing = plain().taught([])
    assert [nothing.read("question", text) for text in texts] == [
        plain().read("question", text) for text in texts
    ]


def examples(label: str) -> list[Told]:
    return [
        Told(kind="question", text=text, label=label)
        for text in ("How is the kwalm?", "And the zorgt, is it in place?")
    ]


def verdicts(reads: LearnedJudge, texts: tuple[str, ...]) -> list[Verdict]:
    return [reads.read("question", text) for text in texts]


def test_the_shipped_judge_learns_an_example_and_other_languages_and_kinds_stay() -> None:
    told = examples("problem")
    after = plain().taught(told)
    chinese = ("产线一停，早上的货怎么交？", "多久停一次？")
    assert [after.likeliest(one) for one in told] == ["problem", "problem"]
    assert verdicts(after, chinese) == verdicts(plain(), chinese)
    assert after.read("need", "We want fewer stops") == plain().read("need", "We want fewer stops")


def test_the_same_examples_make_the_same_judge() -> None:
    told = examples("implication")
    texts = ("How is the zorgt?", "How often does line 2 stop?")
    assert verdicts(plain().taught(told), texts) == verdicts(plain().taught(told), texts)


def test_the_version_changes_with_what_is_learned_and_with_nothing_else() -> None:
    table = {"zorgt": (9, 0)}
    before, same = judge(model("review", table)), judge(model("review", table))
    other = judge(model("review", {"zorgt": (8, 0)}))
    calmer = judge(model("review", table, sure_from=0.9))
    wrong = Told(kind="review", text="Zorgt", label="vague")
    assert re.fullmatch("[0-9a-f]{8}", before.version)
    assert same.version == before.version == before.taught([]).version
    assert before.taught([wrong]).version == same.taught([wrong]).version
    others = {one.version for one in (before, other, calmer, before.taught([wrong]))}
    assert len(others) == 4


def test_two_loads_have_the_same_version() -> None:
    assert LearnedJudge(models(), RuleJudge()).version == plain().version


CLEAR: tuple[tuple[str, str], ...] = (
    ("situation", "How many shifts do you run?"),
    ("problem", "Are you unhappy with how often line 2 stops?"),
    ("implication", "What effect do the stops have on your deliveries?"),
    ("need_payoff", "If line 2 ran without stops, how would that help you?"),
    ("not_spin", "Shall we meet again on Tuesday at ten?"),
)


def test_one_wrong_example_does_not_turn_clear_texts() -> None:
    wrong = Told(
        kind="question", text="How many people work in your warehouse?", label="need_payoff"
    )
    after = plain().taught([wrong])
    assert [after.read("question", text).label for _, text in CLEAR] == [
        label for label, _ in CLEAR
    ]
