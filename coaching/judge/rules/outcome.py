"""How a call ended: told apart by what the customer will do (METHOD §1, §14 outcome)."""

from __future__ import annotations

import re

from coaching.judge import Verdict
from coaching.judge.rules import acts_en, acts_zh, outcome_en, outcome_zh
from coaching.judge.rules.reading import Cues, Hit, clear_of, verdict
from coaching.judge.rules.typed import Typed

_NEGATED = re.compile(
    r"(?:(?<!\w)(?:not|hasn'?t|haven'?t|isn'?t|didn'?t|nothing|never|no|un|without|before|"
    r"until|once|"
    r"when|if|to be|get|getting|be)\s+(?:\S+\s+)?|[没未不等要前待]|还没有?|如果|准备|打算|"
    r"可以|愿意|能|会|想|"
    r"(?<!\w)(?:will|to|would|wants? to|'ll|going to)\s+(?:\S+\s+)?)$"
)
_WEAKER = ("outcome.warm_only", "outcome.seller_acts", "outcome.nothing_agreed")
_COVERS = frozenset(
    {
        "outcome.just_thinks",
        "outcome.quote_requested",
        "outcome.will_push",
        "outcome.same_people_no_new",
        "outcome.spoken_yes",
        "outcome.seller_acts",
    }
)


class OutcomeRules:
    """Reads what happened; its cues are compiled once."""

    def __init__(self) -> None:
        self._en = Cues(acts_en.LEXICON, outcome_en.OUTCOMES)
        self._zh = Cues(acts_zh.LEXICON, outcome_zh.OUTCOMES)

    def hits(self, typed: Typed) -> list[Hit]:
        """Every cue found in the text, the strongest first."""
        return (self._zh if typed.is_chinese else self._en).hits(typed.even)

    def read(self, typed: Typed) -> Verdict:
        """What came out of the call, by the strongest act of the customer still standing."""
        hits = self.hits(typed)
        return _decide(typed, [hit for hit in hits if not _undone(typed.even, hit)])


def _undone(text: str, hit: Hit) -> bool:
    """Whether a signature is denied, wished for or still to come."""
    return (
        hit.label == "order"
        and _NEGATED.search(text[max(hit.start - 24, 0) : hit.start]) is not None
    )


def _decide(typed: Typed, hits: list[Hit]) -> Verdict:
    """An order, else an act that stands, else a refusal, else a continuation."""
    by_rule = {hit.rule: hit for hit in reversed(hits)}
    acts = _standing(hits)
    orders = [hit for hit in hits if hit.label == "order"]
    refusals = [hit for hit in hits if hit.label == "no_sale"]
    goes_on = [hit for hit in hits if hit.label == "continuation"]
    if "outcome.renews_itself" in by_rule:
        return verdict(typed, hits, "outcome.renews_itself", 0.55, second="order")
    if orders:
        return verdict(typed, orders, orders[0].rule, 0.85, second="advance")
    if refusals and not acts:
        return _refused(typed, hits, refusals, goes_on)
    if acts:
        return _acted(typed, acts, refusals, goes_on)
    if goes_on:
        first = next((hit for hit in goes_on if hit.rule not in _WEAKER), goes_on[0])
        lost = [hit for hit in hits if hit.label == "advance"]
        return verdict(
            typed, hits, first.rule, 0.65 if lost else first.strength - 0.1, second="advance"
        )
    return verdict(typed, hits, "outcome.nothing_agreed", 0.5, second="advance")


def _standing(hits: list[Hit]) -> list[Hit]:
    """The customer's acts that are no mere talk of going on."""
    acts = [hit for hit in hits if hit.label == "advance"]
    covering = [hit for hit in hits if hit.rule in _COVERS]
    strong = [hit for hit in acts if hit.rule in {"outcome.takes_it_on", "outcome.new_person"}]
    return strong + [hit for hit in clear_of(acts, covering) if hit not in strong]


def _refused(typed: Typed, hits: list[Hit], refusals: list[Hit], goes_on: list[Hit]) -> Verdict:
    """Refuses and offers nothing: no-sale; refuses but leaves a door open: read two ways."""
    later = [hit for hit in clear_of(goes_on, refusals) if hit.rule not in _WEAKER]
    if later and refusals[0].rule == "outcome.refused":
        return verdict(typed, hits, later[0].rule, 0.55, second="no_sale")
    return verdict(typed, hits, refusals[0].rule, 0.85 if not later else 0.7, second="continuation")


def _acted(typed: Typed, acts: list[Hit], refusals: list[Hit], goes_on: list[Hit]) -> Verdict:
    """An act stands, unless a refusal came after it."""
    final = [hit for hit in refusals if hit.start > acts[0].start]
    if final:
        return verdict(typed, refusals, final[0].rule, 0.55, second="advance")
    sure = acts[0].strength - (0.2 if goes_on or refusals else 0.1)
    return verdict(typed, acts, acts[0].rule, sure, second="continuation")
