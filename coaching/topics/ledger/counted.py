"""Which promises stand open, were kept or not, and which are none by the judge's reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coaching.calls import Promise
from coaching.judge import Verdict
from coaching.turn import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger: a promise and its customer."""

    promise: Promise
    customer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dressed:
    """What the rep alone sees as an advance: its words, its day if it has one, the judge's view."""

    customer: str
    words: str
    day: date | None
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A rep's promises: open ones by day, the longest overdue first; the others newest day first.

    `due` counts those whose day is past or whose end is known, `unknown` those of them still open.
    What only the rep sees as an advance is in `dressed` and in no count.
    """

    still_open: tuple[Entry, ...] = ()
    kept: tuple[Entry, ...] = ()
    broken: tuple[Entry, ...] = ()
    dressed: tuple[Dressed, ...] = ()
    due: int = 0
    unknown: int = 0
    moved: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.still_open or self.kept or self.broken or self.dressed)


def ledger(situation: Situation, sale_id: UUID | None = None) -> Ledger:
    """The rep's promises, all or those of one sale, as far back as the situation knows them."""
    standing = [
        promise
        for promise in situation.promises
        if not promise.withdrawn and sale_id in {None, promise.opportunity_id}
    ]
    real = [promise for promise in standing if not _is_dressed(promise, situation)]
    entries = [_entry(promise, situation) for promise in sorted(real, key=lambda one: one.due_on)]
    still_open = tuple(one for one in entries if one.promise.is_open)
    kept = tuple(one for one in reversed(entries) if one.promise.kept is True)
    broken = tuple(one for one in reversed(entries) if one.promise.kept is False)
    unknown = sum(one.promise.due_on < situation.today for one in still_open)
    return Ledger(
        still_open=still_open,
        kept=kept,
        broken=broken,
        dressed=_dressed(standing, situation, sale_id),
        due=len(kept) + len(broken) + unknown,
        unknown=unknown,
        moved=sum(bool(promise.moved_from) for promise in real),
    )


def _entry(promise: Promise, situation: Situation) -> Entry:
    sale = situation.opportunities.get(promise.opportunity_id)
    return Entry(promise=promise, customer=sale.customer.name if sale else "")


def _is_dressed(promise: Promise, situation: Situation) -> bool:
    call = situation.call(str(promise.call_id))
    return promise.dressed_up if call is None else call.review.dressed_up


def _dressed(
    standing: list[Promise], situation: Situation, sale_id: UUID | None
) -> tuple[Dressed, ...]:
    """Continuations that the rep sees as advances, from calls and from promises of older calls."""
    days = {promise.call_id: promise.due_on for promise in standing}
    found = [
        (call.ends_at.date(), call.opportunity_id, call.review.happened, days.get(call.id))
        for call in situation.calls
        if call.review.dressed_up
        and call.review.outcome == "advance"
        and sale_id in {None, call.opportunity_id}
    ]
    found += [
        (promise.due_on, promise.opportunity_id, promise.text, promise.due_on)
        for promise in standing
        if promise.dressed_up and situation.call(str(promise.call_id)) is None
    ]
    found.sort(key=lambda one: one[0], reverse=True)
    return tuple(
        Dressed(
            customer=situation.opportunities[sale].customer.name
            if sale in situation.opportunities
            else "",
            words=words,
            day=day,
            verdict=situation.judge.read("outcome", words),
        )
        for _, sale, words, day in found
    )
