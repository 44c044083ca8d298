"""Which pages are looked at when: each rep's own, and the manager's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from tests.month.deeds import Looks, Needs, Objects, Seller
from tests.month.figures import BERLIN
from tests.month.team import Month

OWN = ("promises", "practice", "survey", "objection", "home")


def looks(month: Month) -> tuple[Looks, ...]:
    """Every rep looks at all pages after the last digest and halfway, the manager on Mondays."""
    days = {month.fridays[(month.weeks - 1) // 2], month.fridays[-1]}
    return tuple(look for day in sorted(days) for look in _on(day, month))


def end(month: Month) -> datetime:
    """When the last thing is looked at: the Monday after the last week."""
    return _monday(month.fridays[-1])


def _monday(friday: date) -> datetime:
    return datetime.combine(friday + timedelta(days=3), time(9, 30), BERLIN)


def _on(day: date, month: Month) -> Iterator[Looks]:
    at = datetime.combine(day, time(16, 40), BERLIN)
    for seller in month.sellers:
        yield from _of(seller, at + timedelta(seconds=20 * seller.number), month)
    for page in ("team", "evaluate"):
        yield Looks(at=_monday(day), who=month.sellers[0], page=page)


def _of(seller: Seller, at: datetime, month: Month) -> Iterator[Looks]:
    for number, page in enumerate(OWN):
        yield Looks(at=at + timedelta(seconds=number), who=seller, page=page)
    about = {
        one.customer.name: one.customer
        for one in month.deeds
        if isinstance(one, Needs | Objects) and one.who == seller and one.at < at
    }
    for number, customer in enumerate(list(about.values())[:2]):
        later = at + timedelta(seconds=len(OWN) + number)
        yield Looks(at=later, who=seller, page="sale", about=customer)
