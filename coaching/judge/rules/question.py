"""Which kind of question a text is: the one furthest along S, P, I, N (METHOD §4, §14)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coaching.judge import Verdict
from coaching.judge.reasons import Rule
from coaching.judge.rules import lexicon_en, lexicon_zh, question_en, question_zh
from coaching.judge.rules.reading import Cues, Hit, verdict
from coaching.judge.rules.typed import Typed

_ORDER = ("not_spin", "situation", "problem", "implication", "need_payoff")
_HOW_BAD: Rule = "question.asks_how_bad"
_WHETHER: Rule = "question.asks_whether"

# Strengths from which a cue settles something; below _HINT it only tells with a problem known.
_HINT, _IF_ALONE, _CLEAR, _SURE = 0.8, 0.8, 0.85, 0.9

_SENTENCE = re.compile(r"[^.!?;\n]+[.!?;\n]*")
_ASKS_EN = re.compile(
    r"(?<!\w)(?:what|whats|how|why|who|where|when|which|whose|do|does|did|is|are|was|were|have|has|"
    r"can|could|would|will|should|shall|any|if|suppose|imagine|tell me|talk me|walk me|describe|"
    r"wonder\w*|curious|ask)(?!\w)"
)
_ASKS_ZH = re.compile(
    r"吗|么|呢|什么|多少|几|哪|谁|怎|如何|为何|是不是|有没有|会不会|能不能|够不够|还是|多久|"
    r"多大|啥|是否|"
    r"满不满意|(.)[不没]\1|没有?\s*$|吧\s*$|介绍一下|讲讲|说说|聊聊|问"
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one sentence is: the deciding rule, how sure, and the runner-up."""

    rule: Rule
    confidence: float
    second: str
    hits: tuple[Hit, ...]


class QuestionRules:
    """Reads questions; its cues are compiled once."""

    def __init__(self) -> None:
        self._en = Cues(lexicon_en.LEXICON, question_en.QUESTIONS)
        self._zh = Cues(lexicon_zh.LEXICON, question_zh.QUESTIONS)

    def hits(self, typed: Typed) -> list[Hit]:
        """Every cue found in the text, the strongest first."""
        return (self._zh if typed.is_chinese else self._en).hits(typed.even)

    def read(self, typed: Typed, *, known: bool = False) -> Verdict:
        """Which kind of question the text is; `known` says that a problem is on the table."""
        cues = self._zh if typed.is_chinese else self._en
        asks = _ASKS_ZH if typed.is_chinese else _ASKS_EN
        readings = [
            _read_sentence(cues.hits(typed.even, start, end), asked=asked, known=known)
            for start, end, asked in _sentences(typed.even, asks)
        ]
        best = _furthest(readings)
        return verdict(typed, best.hits, best.rule, best.confidence, second=best.second)


def _sentences(text: str, asks: re.Pattern[str]) -> list[tuple[int, int, bool]]:
    """Where each sentence stands and whether it asks; only those that ask, if any does."""
    spans = [
        (found.start(), found.end(), "?" in found[0] or asks.match(found[0].lstrip()) is not None)
        for found in _SENTENCE.finditer(text)
        if found[0].strip(" .!?;\n")
    ]
    marked = [span for span in spans if "?" in text[span[0] : span[1]]]
    asking = marked or [span for span in spans if span[2] or asks.search(text, span[0], span[1])]
    if asking:
        return [(start, end, True) for start, end, _ in asking]
    return spans or [(0, len(text), False)]


def _furthest(readings: Sequence[_Reading]) -> _Reading:
    """Several in one text: the one furthest along."""
    return max(readings, key=lambda reading: _ORDER.index(_label(reading.rule)))


def _label(rule: Rule) -> str:
    return Hit(rule, 0.0, 0, 0).label


def _read_sentence(hits: list[Hit], *, asked: bool, known: bool) -> _Reading:
    """What one sentence is, by the strongest cue of each label and the borders between them."""
    best = _best(hits)
    found = best.get("not_spin")
    spin = {label: hit for label, hit in best.items() if label != "not_spin"}
    strongest = max((hit.strength for hit in spin.values()), default=0.0)
    if not asked and strongest < 0.9:
        return _Reading("question.no_question", 0.65, _top(spin), tuple(hits))
    if any(hit.rule == "question.leads" for hit in hits) and "implication" not in spin:
        return _Reading("question.leads", 0.45, "need_payoff", tuple(hits))
    if found and _is_no_question(found, spin):
        sure = 0.85 if found.strength >= 0.9 else 0.7
        return _Reading(found.rule, sure, _top(spin), tuple(hits))
    if not spin:
        return _Reading("question.asks_fact", 0.35, "problem", tuple(hits))
    return _spin(hits, spin, known=known)


def _best(hits: Iterable[Hit]) -> dict[str, Hit]:
    """The strongest hit of each label."""
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.label, hit)
    return best


def _top(spin: dict[str, Hit]) -> str:
    """The furthest label among the SPIN hits, situation where there is none."""
    return max(spin, key=_ORDER.index, default="situation")


def _is_no_question(found: Hit, spin: dict[str, Hit]) -> bool:
    """Whether a pitch, a closing or an arrangement outweighs what else was found."""
    far = max(
        (hit.strength for label, hit in spin.items() if label in {"need_payoff", "implication"}),
        default=0.0,
    )
    near = max((hit.strength for hit in spin.values()), default=0.0)
    if found.strength < _HINT and near > _HINT:
        return False
    return found.strength > min(far, _SURE) or found.strength >= _CLEAR >= far


def _spin(hits: list[Hit], spin: dict[str, Hit], *, known: bool) -> _Reading:
    """Which of the four kinds, where two were found the border decides."""
    label = _border({hit.rule: hit for hit in reversed(hits)}, spin, known=known)
    chosen = spin[label]
    others = [other for other in spin if other != label and spin[other].strength >= 0.8]
    second = max(others, key=lambda other: spin[other].strength, default="")
    confidence = chosen.strength - (0.1 if chosen.strength >= _CLEAR else 0.2)
    if second and spin[second].strength > chosen.strength:
        confidence = min(confidence, 0.55)
    return _Reading(chosen.rule, confidence, second or _neighbour(label), tuple(hits))


def _border(rules: dict[Rule, Hit], spin: dict[str, Hit], *, known: bool) -> str:
    """The label furthest along, unless a border says otherwise."""
    hinted = "implication" in spin and spin["implication"].strength < _HINT
    near = {label: hit for label, hit in spin.items() if label != "implication"}
    far = _top(near if near and hinted and not known else spin)
    if far == "need_payoff":
        return _worth_or_effect(rules, spin)
    if far == "implication":
        return _effect_or_trouble(rules, spin, known=known)
    return "situation" if _copes(rules, spin, far) else far


def _worth_or_effect(rules: dict[Rule, Hit], spin: dict[str, Hit]) -> str:
    """An "if" alone asks for worth, unless the sentence stays with the trouble and its effect."""
    effect = spin["implication"].strength if "implication" in spin else 0.0
    if "question.asks_nothing_changes" in rules and "question.asks_worth" not in rules:
        return "implication"
    only_if = spin["need_payoff"].strength <= _IF_ALONE
    return "implication" if only_if and effect > _IF_ALONE else "need_payoff"


def _effect_or_trouble(rules: dict[Rule, Hit], spin: dict[str, Hit], *, known: bool) -> str:
    """How often and how bad ask about trouble, coping about today, whatever else is named."""
    effect = spin["implication"].strength
    if _copes(rules, spin, "implication"):
        return "situation"
    how_bad, whether = _strength(rules, _HOW_BAD), _strength(rules, _WHETHER)
    if effect <= _CLEAR and (how_bad >= _SURE or "question.asks_content" in rules):
        return "problem"
    if effect < _SURE and whether > _SURE and not known:
        return "problem"
    if effect < _HINT and _strength(rules, "question.asks_fact") >= _CLEAR:
        return "situation"
    return "implication"


def _copes(rules: dict[Rule, Hit], spin: dict[str, Hit], far: str) -> bool:
    """Whether it asks how they manage, and nothing clearer."""
    return _strength(rules, "question.asks_coping") > 0 and spin[far].strength <= _CLEAR


def _strength(rules: dict[Rule, Hit], rule: Rule) -> float:
    return rules[rule].strength if rule in rules else 0.0


def _neighbour(label: str) -> str:
    """The label one step back, or one ahead of the first."""
    return _ORDER[max(_ORDER.index(label) - 1, 1)] if label != "situation" else "problem"
