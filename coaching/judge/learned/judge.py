"""The judge that learned: models say what a text is and how sure, rules name the border."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from coaching.judge import Kind, Verdict
from coaching.judge.learned.model import Model, Voice, Vote, chances, margins, voices
from coaching.judge.learned.quotes import passages, weights, whole
from coaching.judge.learned.teach import Lesson, taught
from coaching.judge.learned.traits import NO_CONTEXT, Context, tokens_of, traits
from coaching.judge.reasons import BORDERS, NEVER_SURE, Rule
from coaching.judge.rules import RuleJudge
from coaching.judge.rules.reading import MOST_QUOTES, Hit, quote
from coaching.judge.rules.typed import Typed, typed

Tongue = Literal["en", "zh"]
Models = Mapping[tuple[Kind, Tongue], Model]

# Where no rule has a cue in the text: what its label mostly rests on.
_USUAL: Mapping[str, Rule] = MappingProxyType(
    {
        "question.situation": "question.asks_fact",
        "question.problem": "question.asks_whether",
        "question.implication": "question.asks_effect",
        "question.need_payoff": "question.asks_worth",
        "question.not_spin": "question.no_question",
        "objective.advance": "objective.customer_acts",
        "objective.continuation": "objective.just_goes_on",
        "objective.order": "objective.signature",
        "objective.seller_activity": "objective.seller_acts",
        "objective.information_only": "objective.information_told",
        "objective.relationship": "objective.feeling",
        "objective.vague": "objective.nobody_acts",
        "outcome.order": "outcome.signed",
        "outcome.advance": "outcome.customer_acts",
        "outcome.continuation": "outcome.nothing_agreed",
        "outcome.no_sale": "outcome.refused",
        "statement.feature": "statement.fact",
        "statement.advantage": "statement.helps_anyone",
        "statement.benefit": "statement.meets_need",
        "need.implied": "need.trouble",
        "need.explicit": "need.want",
        "need.neither": "need.fact",
        "objection.price": "objection.money",
        "objection.value": "objection.not_worth",
        "objection.capability": "objection.can_it",
        "objection.early": "objection.brush_off",
        "objection.other": "objection.other",
        "review.specific": "review.names_moment",
        "review.vague": "review.too_little",
    }
)

_FEWEST_WORDS = 2  # or Chinese characters
_FIRM = 0.7  # of the rules' confidence, from which their vote is firm


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An example of a company's own: what a text is, and what was known beside it."""

    kind: Kind
    text: str
    label: str
    problem: str = ""
    need: str = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A text as read: its labels by probability, the best first, and what spoke for them."""

    typed: Typed
    model: Model
    said: Sequence[Voice]
    ranked: Sequence[tuple[float, str]]

    def quotes(self) -> list[tuple[int, int]]:
        """The passages of the even text that decided the first label against the second."""
        labels = self.model.shape.labels
        first, second = (labels.index(label) for _, label in self.ranked[:2])
        tokens = tokens_of(self.typed.even)
        heard = weights(tokens, self.said, first, second)
        return passages(tokens, heard, chinese=self.typed.is_chinese)


class LearnedJudge:
    """Reads English and Chinese by models; `rules` say which border of METHOD §14 it was."""

    def __init__(self, models: Models, rules: RuleJudge) -> None:
        self._models = models
        self._rules = rules

    @cached_property
    def version(self) -> str:
        """Eight hex digits, others where the models or what was learned on top are others."""
        crc = 0
        for _, model in sorted(self._models.items()):
            crc = _summed(model, crc)
        return f"{crc:08x}"

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        """Say what the text is; `problem` matters to questions, `need` to statements."""
        ruled = self._rules.read(kind, text, problem=problem, need=need)
        read = self._read(kind, typed(text), self._context(kind, problem, need), ruled)
        (chance, label), (_, second) = read.ranked[:2]
        rule, hits = self._rule(kind, label, ruled, read)
        sure = chance >= read.model.shape.sure_from and self._may_be_sure(read, label, ruled)
        sure = sure and rule not in NEVER_SURE
        return Verdict(
            kind=kind,
            label=label,
            confidence=round(min(max(chance, 0.01), 0.99), 2),
            sure=sure,
            words=_words(read, ruled if ruled.rule == rule else None, hits),
            rule=rule,
            second="" if sure else second,
        )

    def taught(self, lessons: Iterable[Told]) -> LearnedJudge:
        """A judge that has learned a company's examples on top; this one stays as it is."""
        by_model: dict[tuple[Kind, Tongue], list[Lesson]] = {}
        for told in lessons:
            text = typed(told.text)
            found = traits(told.kind, text, self._context(told.kind, told.problem, told.need))
            by_model.setdefault((told.kind, _tongue(text)), []).append(Lesson(found, told.label))
        models = {which: taught(self._models[which], many) for which, many in by_model.items()}
        return LearnedJudge({**self._models, **models}, self._rules)

    def likeliest(self, told: Told) -> str:
        """The label a text would get, whatever label it was told with."""
        ruled = self._rules.read(told.kind, told.text, problem=told.problem, need=told.need)
        context = self._context(told.kind, told.problem, told.need)
        return self._read(told.kind, typed(told.text), context, ruled).ranked[0][1]

    def _read(self, kind: Kind, text: Typed, context: Context, ruled: Verdict) -> _Reading:
        model = self._models[kind, _tongue(text)]
        said = voices(model, traits(kind, text, context))
        chance = chances(model.shape, margins(model, said), vote(ruled))
        ranked = sorted(zip(chance, model.shape.labels, strict=True), key=lambda one: -one[0])
        return _Reading(text, model, said, ranked)

    def _context(self, kind: Kind, problem: str, need: str) -> Context:
        if kind == "question":
            return Context(problem=bool(problem.strip()))
        if kind != "statement" or not need.strip():
            return NO_CONTEXT
        heard = typed(need)
        return Context(need=heard, voiced=voiced(self._models["need", _tongue(heard)], heard))

    def _may_be_sure(self, read: _Reading, label: str, ruled: Verdict) -> bool:
        """Whether the text says enough: one word alone only where the rules are firm as well."""
        if ruled.rule in NEVER_SURE:
            return False
        words = sum(token.word[0].isalpha() for token in tokens_of(read.typed.even))
        return words >= _FEWEST_WORDS or (words > 0 and vote(ruled) == Vote(label, firm=True))

    def _rule(
        self, kind: Kind, label: str, ruled: Verdict, read: _Reading
    ) -> tuple[Rule, list[Hit]]:
        """The border that decided: the rules' own where they agree, else their best cue for it."""
        hits = [hit for hit in self._rules.hits(kind, read.typed) if hit.label == label]
        for rule in BORDERS:
            if rule == ruled.rule and BORDERS[rule].label == label:
                return rule, hits
        if hits:
            return hits[0].rule, hits
        return _USUAL[f"{kind}.{label}"], []


def vote(ruled: Verdict) -> Vote:
    """The rules' reading as a vote."""
    return Vote(ruled.label, ruled.confidence >= _FIRM)


def voiced(needs: Model, need: Typed) -> str:
    """What kind of need was voiced, by the model of needs alone."""
    margin = margins(needs, voices(needs, traits("need", need)))
    return needs.shape.labels[margin.index(max(margin))]


def _summed(model: Model, crc: int) -> int:
    """The CRC-32 so far, carried on over a model: its shape, what was learned, its table."""
    told = repr((model.shape, sorted(model.added.items())))
    for part in (told.encode(), model.keys.tobytes(), model.rows.tobytes()):
        crc = zlib.crc32(part, crc)
    return crc


def _tongue(text: Typed) -> Tongue:
    return "zh" if text.is_chinese else "en"


def _words(read: _Reading, ruled: Verdict | None, hits: Sequence[Hit]) -> tuple[str, ...]:
    """The words that decided, in the rep's letters; as the rule quotes them where it agrees."""
    text = read.typed.text
    if ruled is not None and ruled.words:
        said = list(ruled.words)
    else:
        places = [*read.quotes(), *((hit.start, hit.end) for hit in hits[:1])]
        said = [quote(read.typed, start, end) for start, end in places]
    found: list[str] = []
    for words in (whole(text, words) for words in said):
        if words and not any(words in other or other in words for other in found):
            found.append(words)
    return tuple(found[:MOST_QUOTES])
