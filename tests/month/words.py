"""What the simulated reps write, in both languages; the readings are ours, not the judge's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coaching.people import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Texts with a blank for the contact's name; a question's kind is what it was written as."""

    objectives: tuple[str, ...]
    fallbacks: tuple[str, ...]
    problem: str
    questions: Mapping[str, tuple[str, ...]]
    agreed: tuple[str, ...]
    warm: tuple[str, ...]
    differently: tuple[str, ...]
    account: tuple[str, ...]
    elsewhere: tuple[str, ...]
    needs: Mapping[str, tuple[str, ...]]
    objections: Mapping[str, tuple[str, ...]]
    statements: Mapping[str, tuple[str, ...]]


_ENGLISH = Words(
    objectives=(
        "{who} sends us the downtime log of line 2.",
        "{who} introduces us to the head of finance.",
        "{who} opens line 2 to us for a two-week pilot.",
        "{who} puts our pilot on the agenda of the board.",
    ),
    fallbacks=("{who} sends us the maintenance records of last year.",),
    problem="line 2 stops at night",
    questions={
        "implication": (
            "When line 2 stops at night, what happens to the morning deliveries?",
            "What does a stop at night do to the morning deliveries?",
        ),
        "problem": ("How often does line 2 stop at night?",),
        "need_payoff": ("What would a quiet night be worth to you?",),
    },
    agreed=(
        "{who} sends us the maintenance records of last year.",
        "{who} introduces us to the head of finance.",
    ),
    warm=("They loved it, we should send a proposal and talk again after the budget round.",),
    differently=("Before the demo I would have asked {who} who pays for the night shift.",),
    account=("{who} signs for spare parts of up to 5,000 without asking the head of finance.",),
    elsewhere=(
        "Ask who else loses sleep over it; the second name was the budget holder.",
        "Ask what the night shift writes in its log before you show the dashboard.",
    ),
    needs={
        "implied": ("we lose orders when line 2 stops", "line 2 is down three times a week"),
        "explicit": ("we want line 2 to run through the night",),
    },
    objections={
        "price": ("it's too expensive",),
        "value": ("we manage as it is",),
        "capability": ("can it run with our old line?",),
    },
    statements={
        "feature": ("It has twelve sensors.",),
        "advantage": ("You can see a stop coming two hours ahead.",),
    },
)
_CHINESE = Words(
    objectives=(
        "{who}把二号线的停机记录发给我们。",
        "{who}把我们介绍给财务总监。",
        "{who}让我们在二号线试用两周。",
        "{who}把试用方案放进董事会的议程。",
    ),
    fallbacks=("{who}把去年的维修记录发给我们。",),
    problem="二号线夜里停机",
    questions={
        "implication": ("二号线夜里一停，对早上交货有什么影响？", "夜里一停机，早上的货怎么交？"),
        "problem": ("二号线多久停一次？",),
        "need_payoff": ("如果夜里不停机，对你们值多少？",),
    },
    agreed=("{who}把去年的维修记录发给我们。", "{who}把我们介绍给财务总监。"),
    warm=("他们很喜欢，我们先发方案，预算定了再聊。",),
    differently=("演示之前先问{who}，夜班的钱是谁出的。",),
    account=("五千以下的备件{who}自己就能签，不用问财务总监。",),
    elsewhere=(
        "问一句还有谁为这事睡不着，第二个名字就是管预算的人。",
        "看板先不演示，先问夜班在记录里写了什么。",
    ),
    needs={
        "implied": ("二号线一停，早上的货就交不出去", "二号线老出故障，夜班天天加班"),
        "explicit": ("我们想在年底前让夜班不停机",),
    },
    objections={
        "price": ("太贵了",),
        "value": ("我们现在这样也过得去",),
        "capability": ("能跟我们的老线一起用吗？",),
    },
    statements={
        "feature": ("它有十二个传感器。",),
        "advantage": ("你可以提前两小时看到要停机。",),
    },
)
WORDS: Mapping[Language, Words] = {"en": _ENGLISH, "zh-Hans": _CHINESE}
