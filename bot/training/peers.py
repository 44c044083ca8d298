"""What the judge is held against: three plain readers trained on the same corpus."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Protocol

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import Pipeline, make_pipeline

from bot.corpus import Example

_WORD = r"[a-z0-9']+|[\u3400-\u9fff]"
_KEYWORDS = 40  # a label


class Peer(Protocol):
    """Anything that labels texts."""

    def predict(self, texts: Sequence[str]) -> Sequence[str]:
        """The label of each text."""


class Keywords:
    """Counts the words that lean most to each label."""

    def __init__(self, told: Sequence[Example]) -> None:
        words: dict[str, Counter[str]] = defaultdict(Counter)
        for one in told:
            words[one.label].update(set(re.findall(_WORD, one.text.lower())))
        whole = sum(words.values(), Counter[str]())
        self._usual = Counter(one.label for one in told).most_common(1)[0][0]
        self._words = {
            label: {
                word
                for word, _ in sorted(
                    seen.items(), key=lambda one: (-_lean(one[1], whole[one[0]]), one[0])
                )[:_KEYWORDS]
            }
            for label, seen in words.items()
        }

    def predict(self, texts: Sequence[str]) -> Sequence[str]:
        """The label most of whose words occur."""
        return [self._one(set(re.findall(_WORD, text.lower()))) for text in texts]

    def _one(self, words: set[str]) -> str:
        counts = {label: len(words & own) for label, own in self._words.items()}
        best = max(counts, key=lambda label: counts[label])
        return best if counts[best] else self._usual


def _lean(here: int, anywhere: int) -> float:
    return here / anywhere * math.log(1 + here)


def tfidf(told: Sequence[Example]) -> Pipeline:
    """TF-IDF of one and two words with logistic regression."""
    return _trained(LogisticRegression(C=10, max_iter=500), told)


def nearest(told: Sequence[Example]) -> Pipeline:
    """The label of the example nearest in TF-IDF."""
    return _trained(KNeighborsClassifier(n_neighbors=1, metric="cosine"), told)


def _trained(
    reader: LogisticRegression | KNeighborsClassifier, told: Sequence[Example]
) -> Pipeline:
    table = TfidfVectorizer(token_pattern=_WORD, ngram_range=(1, 2), sublinear_tf=True)
    return make_pipeline(table, reader).fit([one.text for one in told], [one.label for one in told])
