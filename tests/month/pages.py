"""What a rep's own pages must show at a moment, recomputed from the raw answers alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from tests.month import deeds as did
from tests.month.deeds import Customer, Seller
from tests.month.figures import Part, Shown, Standing

# Statements of the survey that speak against closing (METHOD §13).
AGAINST = (2, 6, 8, 10, 15)


def today(stands: Standing, seller: Seller) -> date:
    """The rep's own date."""
    return stands.now.astimezone(ZoneInfo(seller.zone)).date()


# ---- promises ----------------------------------------------------------------------------------


def ledger(stands: Standing, seller: Seller) -> list[Shown]:
    """How many promises were kept of those due; what only the rep sees as an advance is none."""
    real = [one for one in stands.of(seller) if one.due_on and one.ended and not one.ended.warm]
    kept = sum(one.kept is True for one in real)
    broken = sum(one.kept is False for one in real)
    unknown = sum(one.kept is None and one.due_on < today(stands, seller) for one in real)  # type: ignore[operator]  # has a day
    moved = sum(one.moved > 0 for one in real)
    due = kept + broken + unknown
    if not due:
        return []
    share: Shown = ("ledger-share", {"kept": kept, "due": due})
    if due >= 5:
        percent = round(100 * kept / due)
        share = ("ledger-share-percent", {"kept": kept, "due": due, "percent": percent})
    told: list[Shown] = [share]
    told += [("ledger-unknown", {"count": unknown})] if unknown else []
    return [*told, *([("ledger-moved", {"count": moved})] if moved else [])]


def listed(stands: Standing, seller: Seller) -> dict[str, int]:
    """How many lines the ledger has of each sort; what does not fit is counted in a line."""
    parts = [one for one in stands.of(seller) if one.ended is not None]
    real = [one for one in parts if one.due_on and one.ended and not one.ended.warm]
    still_open = [one for one in real if one.kept is None]
    dressed = [
        one for one in parts if one.ended and one.ended.warm and one.ended.outcome == "advance"
    ]
    return {
        "open": min(len(still_open), 8),
        "settled": sum(min(sum(one.kept is how for one in real), 5) for how in (True, False)),
        "dressed": min(len(dressed), 5),
    }


# ---- practice ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One try: whether the quantity was there, and whether a colleague counted it."""

    enough: bool
    seen: bool


def tries(stands: Standing, seller: Seller) -> list[Tried] | None:
    """The tries of what is practised, the oldest first; None where nothing is."""
    began = [one for one in stands.deeds if isinstance(one, did.Practises) and one.who == seller]
    if not began:
        return None
    skill, found = began[-1].skill, []
    for part in sorted(stands.of(seller), key=lambda one: one.starts_at):
        not_held = part.ended is not None and part.ended.held == "not_held"
        if part.starts_at < began[-1].at or part.cancelled or not_held:
            continue
        said = part.review.counts.get(skill) if part.review else None
        heard = _heard(stands, seller, part, skill)
        if said in {"some", "many"} or heard:
            enough = heard >= 3 if heard is not None else said == "many"
            found.append(Tried(enough=enough, seen=heard is not None))
    return found


def _heard(stands: Standing, seller: Seller, part: Part, skill: str) -> int | None:
    """How often a colleague counted it in that call; None where nobody counted."""
    for deed in stands.deeds:
        if isinstance(deed, did.Counts) and (deed.seller, deed.meeting) == (seller, part.meeting):
            return deed.kinds.count(skill)
    return None


def practice(stands: Standing, seller: Seller) -> list[Shown]:
    """How many tries, and in how many of the latest five there was enough; and whose counts."""
    found = tries(stands, seller)
    if found is None:
        return []
    if not found:
        return [("practice-tries-none", {})]
    key = "practice-tries" if len(found) < 3 else "practice-tries-enough"
    lately = _lately(found)
    there = "practice-quantity-there" if lately["reached"] >= 3 else "practice-quantity"  # type: ignore[operator]  # a count
    return [(key, {"tries": len(found)}), (there, lately)]


def _lately(found: Sequence[Tried]) -> dict[str, object]:
    last = found[-5:]
    seen = sum(one.seen for one in last)
    source: Shown = ("counted-both", {"own": len(last) - seen, "seen": seen})
    if not seen or seen == len(last):
        source = ("counted-seen" if seen else "counted-own", {})
    return {"reached": sum(one.enough for one in last), "tries": len(last), "source": source}


# ---- needs and objections ----------------------------------------------------------------------


def needs(stands: Standing, seller: Seller, customer: Customer) -> Counter[str]:
    """How many needs of each kind were noted of one customer."""
    return Counter(
        one.label
        for one in stands.deeds
        if isinstance(one, did.Needs) and (one.who, one.customer) == (seller, customer)
    )


def sale(stands: Standing, seller: Seller, customer: Customer) -> list[Shown]:
    """The counts on the page of a sale: needs by kind; promises open; objections."""
    of = [one for one in stands.of(seller) if one.meeting.customer == customer]
    still_open = sum(bool(one.due_on) and one.kept is None for one in of)
    told: list[Shown] = [("sale-promises", {"count": still_open})] if still_open else []
    kinds = needs(stands, seller, customer)
    if kinds:
        told.append(("sale-needs", {name: kinds[name] for name in ("explicit", "implied")}))
    said = [one for one in objections(stands, seller) if one[0].customer == customer]
    told += [("sale-objections", {"count": len(said)})] if said else []
    return told


def objections(stands: Standing, seller: Seller) -> list[tuple[did.Objects, str]]:
    """The rep's objections, the oldest first, each with the cause it had when it was noted."""
    own = [one for one in stands.deeds if isinstance(one, did.Objects) and one.who == seller]
    return [(one, _cause(one, stands)) for one in own]


def _cause(said: did.Objects, stands: Standing) -> str:
    """METHOD §8, as far as nothing is stated and nothing weighed in this month."""
    if said.label == "capability":
        return "gap"
    before = [one for one in stands.deeds if one.at < said.at]
    voiced = {
        one.label
        for one in before
        if isinstance(one, did.Needs) and (one.who, one.customer) == (said.who, said.customer)
    }
    sized = any(
        isinstance(one, did.Plans) and one.size and one.meeting.customer == said.customer
        for one in before
    )
    large = said.customer.large or not sized
    if not voiced or (large and "explicit" not in voiced):
        return "unbuilt"
    counted = [
        one.counts["implication"]
        for one in sorted(
            (one for one in before if isinstance(one, did.Reviews)),
            key=lambda one: one.meeting.starts_at,
        )
        if (one.who, one.meeting.customer) == (said.who, said.customer)
        and one.counts.get("implication", "unknown") != "unknown"
    ]
    return "unbuilt" if large and counted and counted[-1] == "none" else "unknown"


def recurs(stands: Standing, seller: Seller) -> list[Shown]:
    """The cause that three or more of the latest ten objections have."""
    latest = [cause for _, cause in objections(stands, seller)][-10:]
    known = [cause for cause in latest if cause != "unknown"]
    if not known:
        return []
    most = max(dict.fromkeys(known), key=known.count)
    if known.count(most) < 3:
        return []
    name: Shown = (f"cause-name-{most}", {})
    values = {"count": known.count(most), "among": len(latest), "cause": name}
    return [("cause-recurs", values)]


# ---- the survey, and the home tab --------------------------------------------------------------


def score(answers: Sequence[int]) -> int:
    """High is in favour of closing."""
    return sum(
        6 - answer if number in AGAINST else answer
        for number, answer in enumerate(answers, start=1)
    )


def surveyed(stands: Standing, seller: Seller) -> did.Surveyed | None:
    """The rep's survey, if it was answered."""
    own = [one for one in stands.deeds if isinstance(one, did.Surveyed) and one.who == seller]
    return own[-1] if own else None


def home(stands: Standing, seller: Seller) -> list[Shown]:
    """The figures of the rep's home, in its order."""
    told = [*_due(stands, seller), *recurs(stands, seller)]
    found = surveyed(stands, seller)
    if found is not None:
        day = found.at.astimezone(ZoneInfo(seller.zone)).date()
        told.append(("survey-home", {"score": score(found.answers), "day": day}))
    told += [*ledger(stands, seller)[:1], *_practised(stands, seller)]
    return [*told, _known(stands, seller)]


def _due(stands: Standing, seller: Seller) -> list[Shown]:
    """What customers promised until a week from now: five by name, the others counted."""
    reach = today(stands, seller) + timedelta(days=7)
    due = [one for one in stands.of(seller) if one.due_on and one.due_on <= reach]
    left = sum(one.kept is None for one in due) - 5
    return [("home-more", {"count": left})] if left > 0 else []


def _practised(stands: Standing, seller: Seller) -> list[Shown]:
    found = tries(stands, seller)
    if found is None:
        return []
    skill = next(
        one.skill
        for one in reversed(stands.deeds)
        if isinstance(one, did.Practises) and one.who == seller
    )
    kind: Shown = (f"skill-{skill}", {})
    if not found:
        return [("practice-home-none", {"kind": kind})]
    return [("practice-home", {**_lately(found), "kind": kind})]


def _known(stands: Standing, seller: Seller) -> Shown:
    parts = stands.of(seller)
    reviews = [one.review for one in parts if one.review is not None]
    values = {
        "calls": len(parts),
        "plans": sum(one.plan is not None for one in parts),
        "reviews": sum(one.ended is not None for one in parts),
        "learnings": sum(bool(one.account) + bool(one.elsewhere) for one in reviews),
        "shared": sum(one.share for one in reviews),
    }
    return "home-known", values
