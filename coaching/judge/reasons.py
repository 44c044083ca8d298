"""Every border the judge decides has a name: a closed list, each with its label and METHOD §."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from coaching.judge import Kind

Rule = Literal[
    "question.asks_fact",
    "question.asks_coping",
    "question.asks_whether",
    "question.asks_how_bad",
    "question.asks_content",
    "question.asks_effect",
    "question.asks_size",
    "question.asks_nothing_changes",
    "question.asks_worth",
    "question.asks_wish",
    "question.asks_if_solved",
    "question.leads",
    "question.pitches",
    "question.closes",
    "question.arranges",
    "question.chats",
    "question.no_question",
    "objective.customer_acts",
    "objective.new_person",
    "objective.hands_over",
    "objective.just_goes_on",
    "objective.just_receives",
    "objective.just_thinks",
    "objective.signature",
    "objective.seller_acts",
    "objective.information_told",
    "objective.feeling",
    "objective.nobody_acts",
    "outcome.signed",
    "outcome.customer_acts",
    "outcome.new_person",
    "outcome.hands_over",
    "outcome.takes_it_on",
    "outcome.same_people_no_new",
    "outcome.quote_requested",
    "outcome.spoken_yes",
    "outcome.will_push",
    "outcome.just_thinks",
    "outcome.not_now",
    "outcome.warm_only",
    "outcome.seller_acts",
    "outcome.renews_itself",
    "outcome.nothing_agreed",
    "outcome.refused",
    "outcome.chose_other",
    "statement.fact",
    "statement.helps_anyone",
    "statement.implied_only",
    "statement.other_need",
    "statement.meets_need",
    "need.trouble",
    "need.want",
    "need.intention",
    "need.fact",
    "need.content",
    "need.asks",
    "objection.money",
    "objection.not_worth",
    "objection.we_manage",
    "objection.can_it",
    "objection.brush_off",
    "objection.other",
    "review.names_moment",
    "review.names_question",
    "review.names_number",
    "review.names_person",
    "review.names_change",
    "review.slogan",
    "review.mood",
    "review.resolve",
    "review.too_little",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """What a rule decides: the kind of text, the label it gives, the METHOD sections behind it."""

    kind: Kind
    label: str
    section: str


_LABELS_OF: dict[str, tuple[str, str]] = {
    "question.asks_fact": ("situation", "4, 14 question"),
    "question.asks_coping": ("situation", "14 question"),
    "question.asks_whether": ("problem", "4, 14 question"),
    "question.asks_how_bad": ("problem", "14 question"),
    "question.asks_content": ("problem", "14 question"),
    "question.asks_effect": ("implication", "4, 14 question"),
    "question.asks_size": ("implication", "14 question"),
    "question.asks_nothing_changes": ("implication", "14 question"),
    "question.asks_worth": ("need_payoff", "4, 14 question"),
    "question.asks_wish": ("need_payoff", "14 question"),
    "question.asks_if_solved": ("need_payoff", "4"),
    "question.leads": ("not_spin", "14 question"),
    "question.pitches": ("not_spin", "4, 14 question"),
    "question.closes": ("not_spin", "4, 14 question"),
    "question.arranges": ("not_spin", "4, 14 question"),
    "question.chats": ("not_spin", "14 question"),
    "question.no_question": ("not_spin", "4"),
    "objective.customer_acts": ("advance", "2, 14 objective"),
    "objective.new_person": ("advance", "2, 14 outcome"),
    "objective.hands_over": ("advance", "14 objective"),
    "objective.just_goes_on": ("continuation", "2, 14 objective"),
    "objective.just_receives": ("continuation", "14 objective"),
    "objective.just_thinks": ("continuation", "14 objective"),
    "objective.signature": ("order", "2, 14 objective"),
    "objective.seller_acts": ("seller_activity", "2, 14 objective"),
    "objective.information_told": ("information_only", "2, 14 objective"),
    "objective.feeling": ("relationship", "2, 14 objective"),
    "objective.nobody_acts": ("vague", "14 objective"),
    "outcome.signed": ("order", "1, 14 outcome"),
    "outcome.customer_acts": ("advance", "1, 14 outcome"),
    "outcome.new_person": ("advance", "14 outcome"),
    "outcome.hands_over": ("advance", "1, 14 outcome"),
    "outcome.takes_it_on": ("advance", "14 outcome"),
    "outcome.same_people_no_new": ("continuation", "1, 14 outcome"),
    "outcome.quote_requested": ("continuation", "1, 14 outcome"),
    "outcome.spoken_yes": ("continuation", "14 outcome"),
    "outcome.will_push": ("continuation", "14 outcome"),
    "outcome.just_thinks": ("continuation", "1"),
    "outcome.not_now": ("continuation", "14 outcome"),
    "outcome.warm_only": ("continuation", "1"),
    "outcome.seller_acts": ("continuation", "1"),
    "outcome.renews_itself": ("continuation", "14 outcome"),
    "outcome.nothing_agreed": ("continuation", "1"),
    "outcome.refused": ("no_sale", "1, 14 outcome"),
    "outcome.chose_other": ("no_sale", "14 outcome"),
    "statement.fact": ("feature", "7, 14 statement"),
    "statement.helps_anyone": ("advantage", "7, 14 statement"),
    "statement.implied_only": ("advantage", "14 statement"),
    "statement.other_need": ("advantage", "7"),
    "statement.meets_need": ("benefit", "7, 14 statement"),
    "need.trouble": ("implied", "6, 14 need"),
    "need.want": ("explicit", "6, 14 need"),
    "need.intention": ("explicit", "6, 14 need"),
    "need.fact": ("neither", "14 need"),
    "need.content": ("neither", "14 need"),
    "need.asks": ("neither", "14 need"),
    "objection.money": ("price", "8, 14 objection"),
    "objection.not_worth": ("value", "8, 14 objection"),
    "objection.we_manage": ("value", "14 objection"),
    "objection.can_it": ("capability", "8, 14 objection"),
    "objection.brush_off": ("early", "8, 14 objection"),
    "objection.other": ("other", "8"),
    "review.names_moment": ("specific", "11, 14 review"),
    "review.names_question": ("specific", "14 review"),
    "review.names_number": ("specific", "14 review"),
    "review.names_person": ("specific", "14 review"),
    "review.names_change": ("specific", "14 review"),
    "review.slogan": ("vague", "14 review"),
    "review.mood": ("vague", "11, 14 review"),
    "review.resolve": ("vague", "14 review"),
    "review.too_little": ("vague", "11"),
}

_KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}

RULES: tuple[Rule, ...] = get_args(Rule)
# METHOD §14: what only "yes" fits, and what renews by itself, is never sure, whoever reads it so.
NEVER_SURE: frozenset[Rule] = frozenset(("question.leads", "outcome.renews_itself"))
BORDERS: MappingProxyType[Rule, Border] = MappingProxyType(
    {
        rule: Border(kind=_KINDS[rule.partition(".")[0]], label=label, section=section)
        for rule in RULES
        for label, section in (_LABELS_OF[rule],)
    }
)
