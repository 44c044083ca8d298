"""What a language model takes a text for, and what becomes of the judge's verdict beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite

from coaching.judge import LABELS, Kind, Verdict
from coaching.judge.reasons import BORDERS, NEVER_SURE, RULES
from coaching.people import Language

# Under this confidence of its own, a view settles nothing.
FAIR = 0.6
# From here on it also settles what the judge did not think of, or thought otherwise of.
HIGH = 0.9
# A sure verdict stands from here on, whatever the view; below, only a high one goes against it.
# Below it about one sure verdict in six is wrong, above it one in forty (decision 0022).
FIRM = 0.9
_NEVER = 2.0
MOST_WORDS = 3
LONGEST_WORDS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that a language model is told: a text, what kind of thing it is, and its context."""

    kind: Kind
    text: str
    language: Language
    problem: str = ""
    need: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A language model's reading of a text, in the judge's own closed lists.

    `confidence` is 0..1; `words` are spans of the text, letter for letter; `rule` is one of
    `reasons.RULES` that gives the label. Nothing else of what a model writes goes further.
    """

    label: str
    confidence: float
    rule: str
    words: tuple[str, ...] = ()


def rules_of(kind: Kind) -> dict[str, str]:
    """The borders of a kind of text by name, each with the label it gives."""
    return {rule: BORDERS[rule].label for rule in RULES if BORDERS[rule].kind == kind}


def view_of(
    asked: Asked, *, label: str, confidence: float, rule: str, words: Sequence[str]
) -> View | None:
    """A model's answer as a view; None where it is none (another kind's label, no such number).

    A rule that does not give the label is replaced by the label's first that may be sure; words
    that are not in the text are dropped.
    """
    if label not in LABELS[asked.kind] or not (isfinite(confidence) and 0 <= confidence <= 1):
        return None
    fitting = [name for name, gives in rules_of(asked.kind).items() if gives == label]
    kept = (one.strip() for one in words if _is_span(one.strip(), asked.text))
    return View(
        label=label,
        confidence=confidence,
        rule=rule if rule in fitting else next(one for one in fitting if one not in NEVER_SURE),
        words=tuple(dict.fromkeys(kept))[:MOST_WORDS],
    )


def _is_span(words: str, text: str) -> bool:
    return 0 < len(words) <= LONGEST_WORDS and words in text


def is_firm(verdict: Verdict) -> bool:
    """Whether a verdict stands whatever anybody but the rep takes the text for."""
    return verdict.sure and verdict.confidence >= FIRM


def worth_asking(verdict: Verdict) -> bool:
    """Whether a view could change anything about a verdict."""
    return not is_firm(verdict) and verdict.rule not in NEVER_SURE


def settled(verdict: Verdict, view: View | None) -> Verdict:
    """One verdict of two readings: the judge's, unless a view is entitled to settle it.

    Unsure, and the view takes one of the judge's readings: from `FAIR` on it settles which.
    Unsure, and the view takes a third: from `HIGH` on it is that. Sure, and the view differs:
    the verdict stands, unless it is not `FIRM` and the view is `HIGH`. The judge's own rule and
    words are kept wherever its first reading is. What METHOD §14 leaves unsure (`NEVER_SURE`) is
    settled by no view, and a view by such a rule settles nothing.
    """
    if view is None or view.confidence < _needed(verdict, view):
        return verdict
    if view.label == verdict.label:
        return verdict if verdict.sure else replace(verdict, sure=True, second="")
    return replace(
        verdict,
        label=view.label,
        confidence=view.confidence,
        sure=True,
        words=view.words,
        rule=view.rule,
        second="",
    )


def _needed(verdict: Verdict, view: View) -> float:
    """How confident a view has to be; more than 1 where no view is entitled."""
    if not NEVER_SURE.isdisjoint((verdict.rule, view.rule)):
        return _NEVER
    if view.label == verdict.label:
        return FAIR
    if verdict.sure:
        return _NEVER if is_firm(verdict) else HIGH
    return FAIR if view.label == verdict.second else HIGH
