"""What a call objective aims for: the customer's act wins in a mixed text (METHOD §2, §14)."""

from __future__ import annotations

import re

from coaching.judge import Verdict
from coaching.judge.reasons import Rule
from coaching.judge.rules import acts_en, acts_zh, objective_en, objective_zh
from coaching.judge.rules.reading import Cues, Hit, clear_of, verdict
from coaching.judge.rules.typed import Typed

_NOT_YET_EN = re.compile(
    r"(?:so (?:that )?(?:we|they|he|she)(?: can)?|before (?:we|they|anyone|he|she)|"
    r"in order to|ready to|"
    r"prior to|until|needed to|towards|toward|path to|what it takes to|before|"
    r"without) (?:\S+ ){0,3}$"
)
_NOT_YET_ZH = re.compile(r"(?:以便|为了|才能|之前|以前|准备|为|离|不|没|关于)[^,.;?!]{0,3}$")
_BEFORE_ZH = re.compile(r"^[^,.;?!]{0,10}(?:之前|以前|的条件|的障碍|流程|条款)")
_NEW_PERSON: Rule = "objective.new_person"
_TOLD: Rule = "objective.information_told"
_ASKED = 0.9  # told by somebody outweighs what merely looks like an act; what we find out does not
_WEAK = {"seller_activity", "information_only", "relationship", "vague"}


class ObjectiveRules:
    """Reads call objectives; its cues are compiled once."""

    def __init__(self) -> None:
        self._en = Cues(acts_en.LEXICON, objective_en.OBJECTIVES)
        self._zh = Cues(acts_zh.LEXICON, objective_zh.OBJECTIVES)

    def hits(self, typed: Typed) -> list[Hit]:
        """Every cue found in the text, the strongest first."""
        return (self._zh if typed.is_chinese else self._en).hits(typed.even)

    def read(self, typed: Typed) -> Verdict:
        """What the objective aims for."""
        chinese = typed.is_chinese
        hits = [
            hit
            for hit in self.hits(typed)
            if hit.label != "order" or not _only_mentioned(typed.even, hit, chinese=chinese)
        ]
        return _decide(typed, hits)


def _only_mentioned(text: str, hit: Hit, *, chinese: bool) -> bool:
    """Whether the signature is only what something else is for."""
    if chinese:
        before = _NOT_YET_ZH.search(text, 0, hit.start)
        return before is not None or _BEFORE_ZH.search(text[hit.start :]) is not None
    return _NOT_YET_EN.search(text[: hit.start]) is not None


def _decide(typed: Typed, hits: list[Hit]) -> Verdict:
    """Order, then a customer's act, then consent merely to go on, then what is left."""
    orders = [hit for hit in hits if hit.label == "order"]
    acts = [hit for hit in hits if hit.label == "advance"]
    goes_on = [hit for hit in hits if hit.label == "continuation"]
    told = [hit for hit in hits if hit.rule == _TOLD and hit.strength > _ASKED]
    free = clear_of(acts, [*goes_on, *told])
    free += [hit for hit in acts if hit.rule == _NEW_PERSON and hit not in free]
    free.sort(key=lambda hit: (hit.rule == _NEW_PERSON, -hit.strength))
    if orders and not _comes_first(clear_of(free, orders), orders[0]):
        return verdict(typed, hits, orders[0].rule, 0.85, second="advance")
    if free:
        sure, second = (0.2, "continuation") if goes_on else (0.1, "vague")
        return verdict(typed, free, free[0].rule, free[0].strength - sure, second=second)
    if goes_on:
        sure, second = (0.65, "advance") if acts else (0.75, "vague")
        return verdict(typed, hits, goes_on[0].rule, sure, second=second)
    return _without_them(typed, [hit for hit in hits if hit.label in _WEAK])


def _comes_first(acts: list[Hit], order: Hit) -> bool:
    """Whether a clear act of the customer stands before the signature it leads to."""
    return any(act.start < order.start and act.strength >= _ASKED for act in acts)


def _without_them(typed: Typed, hits: list[Hit]) -> Verdict:
    """What an objective is in which the customer does nothing."""
    if not hits:
        return verdict(typed, hits, "objective.nobody_acts", 0.5, second="seller_activity")
    ranked = sorted(hits, key=lambda hit: (-hit.strength, hit.start))
    best = ranked[0]
    others = [hit for hit in ranked if hit.label != best.label]
    close = bool(others) and others[0].strength == best.strength
    second = others[0].label if others else "vague"
    return verdict(typed, ranked, best.rule, best.strength - (0.2 if close else 0.1), second=second)
