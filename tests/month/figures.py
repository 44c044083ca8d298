"""Every figure of a month, recomputed from the raw answers alone; nothing of the coach is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from statsmodels.stats.proportion import confint_proportions_2indep

from tests.month import deeds as did
from tests.month.deeds import Deed, Meeting, Seller
from tests.month.team import FIRST, ZONE, Month

BERLIN = ZoneInfo(ZONE)
OUTCOMES = ("order", "advance", "continuation", "no_sale")
# A line as it is compared: its key, and what fills its blanks.
Shown = tuple[str, Mapping[str, object]]


@dataclass(slots=True, kw_only=True)
class Part:
    """One rep's part in one meeting, as it stands at some moment."""

    seller: Seller
    meeting: Meeting
    starts_at: datetime
    ends_at: datetime
    cancelled: bool = False
    plan: did.Plans | None = None
    ended: did.Ends | None = None
    review: did.Reviews | None = None
    due_on: date | None = None
    moved: int = 0
    kept: bool | None = None
    settled_at: datetime | None = None

    @property
    def first(self) -> bool:
        """Whether this rep called the meeting."""
        return self.meeting.sellers[0] == self.seller


@dataclass(slots=True, kw_only=True)
class Standing:
    """All that was said and done until a moment."""

    now: datetime
    parts: list[Part]
    deeds: list[Deed] = field(default_factory=list)

    def of(self, seller: Seller) -> list[Part]:
        """One rep's parts."""
        return [one for one in self.parts if one.seller == seller]


def standing(month: Month, now: datetime) -> Standing:
    """How a month stands: every deed until then, in order."""
    parts = {
        (seller.address, meeting.id): Part(
            seller=seller, meeting=meeting, starts_at=meeting.starts_at, ends_at=meeting.ends_at
        )
        for meeting in month.meetings
        for seller in meeting.sellers
    }
    done = [deed for deed in month.deeds if deed.at <= now]
    for deed in done:
        if isinstance(deed, did.Moves | did.Cancels):
            for seller in deed.meeting.sellers:
                _change(parts[seller.address, deed.meeting.id], deed)
        elif isinstance(deed, did.OfMeeting) and not isinstance(deed, did.Counts):
            _change(parts[deed.who.address, deed.meeting.id], deed)
    return Standing(now=now, parts=list(parts.values()), deeds=done)


def _change(part: Part, deed: did.OfMeeting) -> None:
    match deed:
        case did.Moves():
            part.starts_at, part.ends_at = deed.starts_at, deed.ends_at
        case did.Cancels():
            part.cancelled = True
        case did.Plans():
            part.plan = deed
        case did.Ends():
            part.ended, part.due_on = deed, deed.by
        case did.Reviews():
            part.review = deed
        case did.Settles(became="moved"):
            part.due_on, part.moved = deed.to, part.moved + 1
        case did.Settles():
            part.kept, part.settled_at = deed.became == "kept", deed.at
        case _:
            raise AssertionError(deed)


# ---- a week ------------------------------------------------------------------------------------


@dataclass(slots=True, kw_only=True)
class Tally:
    """Meetings of a span of time: held, planned, reviewed, and how they ended."""

    held: int = 0
    planned: int = 0
    reviewed: int = 0
    differing: int = 0
    outcomes: dict[str, int] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, 0))

    @property
    def decided(self) -> int:
        """Those with an outcome."""
        return sum(self.outcomes.values())

    @property
    def advances(self) -> int:
        """Successes."""
        return self.outcomes["order"] + self.outcomes["advance"]


def tally(parts: Iterable[Part], since: datetime, until: datetime, now: datetime) -> Tally:
    """The meetings that ended in that time and by now; one of two reps counts once."""
    found = Tally()
    meetings: dict[str, list[Part]] = {}
    for part in parts:
        if not part.cancelled and since <= part.ends_at < until and part.ends_at <= now:
            meetings.setdefault(part.meeting.id, []).append(part)
    for together in meetings.values():
        ends = [one for one in together if one.ended is not None]
        if ends and all(one.ended and one.ended.held == "not_held" for one in ends):
            continue
        found.held += 1
        found.planned += any(one.plan and one.plan.at <= one.starts_at for one in together)
        found.reviewed += bool(ends)
        decided = [one for one in ends if one.ended and one.ended.outcome]
        if not decided:
            continue
        decides = next((one for one in decided if one.first), decided[0])
        assert decides.ended is not None
        assert decides.ended.outcome is not None
        found.outcomes[decides.ended.outcome] += 1
        found.differing += len({one.ended.outcome for one in decided if one.ended}) > 1
    return found


def week(stands: Standing, monday: date) -> Tally:
    """The week from that Monday on, in the team's zone."""
    return tally(stands.parts, midnight(monday), midnight(monday + timedelta(7)), stands.now)


def midnight(day: date) -> datetime:
    """The beginning of a day in the team's zone."""
    return datetime.combine(day, time(), BERLIN)


def promised(stands: Standing, since: datetime, until: datetime) -> tuple[int, int, int]:
    """What fell due or was settled in that time: (due, kept, not known)."""
    real = [one for one in stands.parts if one.due_on is not None]
    settled = [one for one in real if one.settled_at and since <= one.settled_at < until]
    unknown = 0
    for one in real:
        assert one.due_on is not None
        over = midnight(one.due_on + timedelta(1))
        unknown += one.settled_at is None and since <= over < until and over <= stands.now
    return len(settled) + unknown, sum(one.kept is True for one in settled), unknown


# ---- the digest --------------------------------------------------------------------------------


def digest(month: Month, friday: date) -> list[Shown]:
    """The lines of the digest of that Friday at four, in order, without its picture."""
    now = datetime.combine(friday, time(16), BERLIN)
    stands, last = standing(month, now), now - timedelta(7)
    monday = friday - timedelta(4)
    this, before = week(stands, monday), [week(stands, one) for one in _before(monday)]
    lines: list[Shown] = [("digest-heading", {"week": monday.isocalendar().week})]
    due, kept, unknown = promised(stands, last, now)
    if due and unknown:
        lines.append(("digest-promises-unknown", {"kept": kept, "due": due, "unknown": unknown}))
    elif due:
        lines.append(("digest-promises", {"kept": kept, "due": due}))
    counted: dict[str, object] = {
        "held": this.held,
        "planned": this.planned,
        "reviewed": this.reviewed,
    }
    lines.append(("digest-calls", counted))
    if this.decided:
        lines.append(_rate(this, before))
    lines += shared(stands, last)[:3]
    lines += _suggested(stands, monday, this)
    if this.decided:
        lines += [("digest-chart", {}), ("digest-chart-summary", _summary(this))]
    return [*lines, ("digest-why", {})]


def details(month: Month, friday: date) -> list[Shown]:
    """The lines in the digest's thread."""
    now = datetime.combine(friday, time(16), BERLIN)
    stands = standing(month, now)
    differing = week(stands, friday - timedelta(4)).differing
    told: list[Shown] = [("digest-differing", {"count": differing})] if differing else []
    rest = shared(stands, now - timedelta(7))[3:23]
    return [("digest-how-counted", {}), *told, *rest, ("digest-private", {})]


def chart(month: Month, friday: date) -> dict[str, tuple[int, ...]]:
    """The five weeks of the digest's picture, by outcome, the oldest first."""
    stands = standing(month, datetime.combine(friday, time(16), BERLIN))
    monday = friday - timedelta(4)
    weeks = [*(week(stands, one) for one in _before(monday)), week(stands, monday)]
    return {
        f"outcome-{one.replace('_', '-')}": tuple(each.outcomes[one] for each in weeks)
        for one in OUTCOMES
    }


def _before(monday: date) -> list[date]:
    return [monday - timedelta(7 * back) for back in (4, 3, 2, 1)]


def _summary(this: Tally) -> dict[str, object]:
    told = {one: this.outcomes[one] for one in ("order", "advance", "continuation")}
    return {**told, "refused": this.outcomes["no_sale"]}


def _counted(this: Tally) -> dict[str, object]:
    return {"held": this.held, "planned": this.planned, "reviewed": this.reviewed}


def _rate(this: Tally, before: Sequence[Tally]) -> Shown:
    values: dict[str, object] = {"advances": this.advances, "decided": this.decided}
    of = sum(one.decided for one in before)
    if not of:
        return "digest-rate-first", values
    earlier = sum(one.advances for one in before)
    low, high = confint_proportions_2indep(
        this.advances, this.decided, earlier, of, method="newcomb", compare="diff"
    )
    change = "up" if low > 0 else "down" if high < 0 else "same"
    return f"digest-rate-{change}", {**values, "before": earlier, "of": of}


def shared(stands: Standing, since: datetime) -> list[Shown]:
    """What was shared since then, the latest first."""
    found = [
        one
        for one in stands.deeds
        if isinstance(one, did.Reviews) and one.share and since <= one.at < stands.now
    ]
    return [
        ("digest-learning", {"name": one.who.name, "words": one.elsewhere})
        for one in sorted(found, key=lambda one: one.at, reverse=True)
    ]


def _suggested(stands: Standing, monday: date, this: Tally) -> list[Shown]:
    if not this.held:
        return []
    key, values = _why(stands, monday, this)
    return [(f"suggest-{key}", {}), (f"suggest-{key}-why", values)]


def _why(stands: Standing, monday: date, this: Tally) -> tuple[str, dict[str, object]]:
    """What to do next week: of the judge's figures only what five people or more stand behind."""
    since, until = midnight(monday), midnight(monday + timedelta(7))
    over = [
        one
        for one in stands.parts
        if not one.cancelled and since <= one.ends_at < until and one.ends_at <= stands.now
    ]
    plans = [one.plan for one in over if one.plan is not None]
    people = len({one.who.address for one in plans})
    if people >= 5 and sum(one.kind == "implication" for one in plans) * 2 < len(plans):
        return "implication", {"people": people}
    ends = [one.ended for one in over if one.ended is not None and one.ended.outcome]
    reviewers = len({one.who.address for one in ends})
    dressed = sum(one.warm and one.outcome == "advance" for one in ends)
    if reviewers >= 5 and dressed:
        return "advance", {"count": dressed, "people": reviewers}
    if this.planned * 2 < this.held:
        return "plan", {"planned": this.planned, "held": this.held}
    if this.reviewed * 2 < this.held:
        return "review", {"reviewed": this.reviewed, "held": this.held}
    if this.advances * 2 < this.decided:
        return "action", {"advances": this.advances, "decided": this.decided}
    return "bring", {}


def fridays(month: Month) -> list[date]:
    """The days of the digests."""
    return [FIRST + timedelta(7 * week + 4) for week in range(month.weeks)]
