"""What a manager must be shown, recomputed from the raw answers alone."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import fmean, pstdev, stdev

from scipy.stats import t as student
from statsmodels.stats.proportion import proportion_confint

from tests.month import deeds as did
from tests.month.figures import (
    BERLIN,
    OUTCOMES,
    Shown,
    Standing,
    Tally,
    midnight,
    promised,
    standing,
    tally,
    week,
)
from tests.month.pages import score
from tests.month.team import FIRST, Month

KINDS = ("situation", "problem", "implication", "need_payoff")
FEWEST = 5
CALLS = 30
EACH = 3


# ---- the team's four weeks ---------------------------------------------------------------------


def team(month: Month, now: datetime) -> list[Shown]:
    """The figures of the team's page, in order: all as it stood last Monday."""
    monday = last_monday(now)
    stands, since = standing(month, monday), monday - timedelta(weeks=4)
    lately = tally(stands.parts, since, monday, monday)
    before = tally(stands.parts, since - timedelta(weeks=4), since, monday)
    told: list[Shown] = [("team-none", {})]
    if lately.held:
        counts = {"held": lately.held, "planned": lately.planned, "reviewed": lately.reviewed}
        told = [("team-held", {**counts, "before": before.held})]
    if lately.decided:
        told += [("team-outcomes", _outcomes(lately)), _rate(lately)]
    attitude = _attitude(standing(month, now))
    return [*told, *_promised(stands, since), attitude, ("team-each-policy", {})]


def last_monday(now: datetime) -> datetime:
    """Its midnight, in the team's zone."""
    today = now.astimezone(BERLIN).date()
    return midnight(today - timedelta(days=today.weekday()))


def _outcomes(lately: Tally) -> dict[str, object]:
    told = {one: lately.outcomes[one] for one in ("order", "advance", "continuation")}
    return {**told, "refused": lately.outcomes["no_sale"]}


def _rate(lately: Tally) -> Shown:
    low, high = proportion_confint(lately.advances, lately.decided, method="wilson")
    values = {
        "advances": lately.advances,
        "decided": lately.decided,
        "percent": round(100 * lately.advances / lately.decided),
        "low": round(100 * low),
        "high": round(100 * high),
    }
    return "team-rate", values


def _promised(stands: Standing, since: datetime) -> list[Shown]:
    due, kept, unknown = promised(stands, since, stands.now)
    if not due:
        return []
    if unknown:
        return [("team-promises-unknown", {"kept": kept, "due": due, "unknown": unknown})]
    return [("team-promises", {"kept": kept, "due": due})]


def _attitude(stands: Standing) -> Shown:
    """The mean of those who answered: it moves on only when five people more have."""
    told: dict[str, int] = {}
    waiting: dict[str, int] = {}
    for deed in stands.deeds:
        if isinstance(deed, did.Surveyed):
            waiting[deed.who.address] = score(deed.answers)
            if len(waiting) == FEWEST:
                told.update(waiting)
                waiting = {}
    if not told:
        return "team-attitude-none", {}
    scores = list(told.values())
    values = {"people": len(scores), "mean": round(fmean(scores)), "spread": round(pstdev(scores))}
    return "team-attitude", values


def weeks(month: Month, now: datetime) -> dict[str, tuple[int, ...]]:
    """The picture: the five weeks before this one, by outcome."""
    monday = last_monday(now)
    stands = standing(month, monday)
    days = [monday.date() - timedelta(7 * back) for back in (5, 4, 3, 2, 1)]
    tallies = [week(stands, one) for one in days]
    if not any(one.decided for one in tallies):
        return {}
    return {
        f"outcome-{one.replace('_', '-')}": tuple(each.outcomes[one] for each in tallies)
        for one in OUTCOMES
    }


# ---- does it work? -----------------------------------------------------------------------------


Halves = tuple[tuple[bool, ...], tuple[bool, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One kind of question: of each person, whether there were many where it went well, and not.

    It is told as it stood on some Monday, `until`; None where it cannot be told yet.
    """

    kind: str
    people: dict[str, Halves]
    until: datetime | None

    @property
    def is_enough(self) -> bool:
        """Whether anything may be said of it."""
        calls = (sum(len(one[side]) for one in self.people.values()) for side in (0, 1))
        return len(self.people) >= FEWEST and min(calls) >= CALLS and len(set(self._changes())) > 1

    def values(self) -> dict[str, object]:
        """What is told of it but for the difference."""
        every = self.people.values()
        return {
            "kind": (f"kind-{self.kind.replace('_', '-')}", {}),
            "first": f"{100 * fmean(_share(one[0]) for one in every):.0f}",
            "other": f"{100 * fmean(_share(one[1]) for one in every):.0f}",
            "n": sum(len(one[0]) for one in every),
            "m": sum(len(one[1]) for one in every),
            "people": len(self.people),
        }

    def _changes(self) -> list[float]:
        return [_share(well) - _share(others) for well, others in self.people.values()]

    def found(self) -> tuple[float, float, float, float]:
        """The mean difference in points, its 95 % interval by Student's t, and the effect."""
        changes = self._changes()
        spread = stdev(changes)
        width = float(student.ppf(0.975, len(changes) - 1)) * spread / math.sqrt(len(changes))
        mean = fmean(changes)
        return 100 * mean, 100 * (mean - width), 100 * (mean + width), mean / spread


def _share(side: tuple[bool, ...]) -> float:
    return sum(side) / len(side)


def compared(month: Month, now: datetime) -> list[Compared]:
    """Test 1 for each kind, whether or not there is enough of it."""
    return [_compared(kind, month, now) for kind in KINDS]


def _compared(kind: str, month: Month, now: datetime) -> Compared:
    """What is told moves on a Monday, with three calls a side of five people more, or with none."""
    told: dict[str, Halves] = {}
    until = None
    for monday in (midnight(FIRST + timedelta(7 * number)) for number in range(1, month.weeks + 1)):
        if monday > now:
            break
        halves = _halves(kind, month, monday)
        coming = [who for who in halves if who not in told and min(map(len, halves[who])) >= EACH]
        here = [*told, *(coming if len(coming) >= FEWEST else ())]
        moved = [
            sum(halves[who][side] != told.get(who, ((), ()))[side] for who in here)
            for side in (0, 1)
        ]
        if any(moved) and all(not many or many >= FEWEST for many in moved):
            told, until = {who: halves[who] for who in here}, monday
    return Compared(kind=kind, people=told, until=until)


def _halves(kind: str, month: Month, now: datetime) -> dict[str, Halves]:
    """Of each person whether they counted many, in calls that went well and in the others."""
    parts = standing(month, now).parts
    decides = {one.meeting.id: one for one in reversed(parts) if one.ended and one.ended.outcome}
    decides |= {
        one.meeting.id: one for one in parts if one.ended and one.ended.outcome and one.first
    }
    found: dict[str, tuple[list[tuple[datetime, bool]], list[tuple[datetime, bool]]]] = {}
    for part in parts:
        count = part.review.counts.get(kind, "unknown") if part.review else "unknown"
        if part.ended is None or part.ended.outcome is None or count == "unknown":
            continue
        ended = decides[part.meeting.id].ended
        well = ended is not None and ended.outcome in {"order", "advance"}
        sides = found.setdefault(part.seller.address, ([], []))
        sides[0 if well else 1].append((part.ended.at, count == "many"))
    return {
        who: (
            tuple(many for _, many in sorted(sides[0])),
            tuple(many for _, many in sorted(sides[1])),
        )
        for who, sides in found.items()
    }
