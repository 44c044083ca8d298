"""A month of a team of twelve, drawn from a seed: calendars and raw answers, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random  # noqa: TID251 - seeded, repeatable draws
from zoneinfo import ZoneInfo

from coaching.calls import DealSize, Held, Outcome
from coaching.people import Language
from tests.month.deeds import (
    Cancels,
    Counts,
    Customer,
    Deed,
    Ends,
    Meeting,
    Moves,
    Needs,
    Objects,
    OfMeeting,
    Plans,
    Practises,
    Reviews,
    Seller,
    Settles,
    Surveyed,
)
from tests.month.words import WORDS

FIRST = date(2026, 11, 2)
ZONE = "Europe/Berlin"
OWN = "harbour-systems.example"
MANAGER = "kim@harbour-systems.example"
_ENGLISH = ("Ada Brandt", "Ben Ohm", "Cleo Hart", "Dan Reeve", "Eva Storm", "Finn Lake")
_CHINESE = ("林晓", "陈静", "赵磊", "周宁", "吴桐", "孙悦")
_PINYIN = ("lin", "chen", "zhao", "zhou", "wu", "sun")
_FIRST_WORDS: tuple[str, ...] = (
    *("Amber", "Birch", "Cedar", "Delta", "Elm", "Fjord"),
    *("Grove", "Haven", "Iris", "Jade", "Kite", "Lark"),
)
_SECOND_WORDS = ("Mills", "Paper", "Foods", "Glass", "Tools", "Logistics", "Dairy", "Textiles")
_CONTACTS: dict[Language, tuple[str, ...]] = {
    "en": ("Mara Voss", "Jens Olt", "Ida Lund", "Per Holm", "Nora Beck", "Otto Kern"),
    "zh-Hans": ("王总", "李工", "张经理", "刘主任", "黄总监", "何工"),
}
# Starts and ends, local to the rep; with room for a review between any two.
_SLOTS = ((time(10), time(10, 45)), (time(13, 30), time(14, 15)), (time(16), time(16, 40)))
_DAYS = 5
_KINDS = ("situation", "problem", "implication", "need_payoff")
_OUTCOMES: dict[Held, Outcome] = {
    "signed": "order",
    "nothing": "continuation",
    "refused": "no_sale",
}
_COUNTS = ("none", "none", "some", "some", "some", "unknown", "many", "many", "many")
PRACTISING = {0: "implication", 1: "problem", 6: "implication", 7: "problem", 9: "implication"}
SURVEYED = (0, 2, 3, 6, 7, 8, 10)
JOINT = ((0, 1), (6, 7), (2, 3))


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What stands in the calendars, and all that was done, in order."""

    sellers: tuple[Seller, ...]
    meetings: tuple[Meeting, ...]
    deeds: tuple[Deed, ...]
    weeks: int

    def of(self, seller: Seller) -> tuple[Meeting, ...]:
        """What stands in one rep's calendar."""
        return tuple(one for one in self.meetings if seller in one.sellers)

    @property
    def fridays(self) -> tuple[date, ...]:
        """The last working day of each week."""
        return tuple(FIRST + timedelta(days=7 * week + 4) for week in range(self.weeks))


def month(seed: int, *, weeks: int = 4, sellers: int = 12) -> Month:
    """A month as the seed has it; the same seed is the same month."""
    chance = Random(seed)
    team = tuple(_seller(number, chance) for number in _spread(sellers))
    meetings = sorted(_meetings(team, weeks, chance), key=lambda one: (one.starts_at, one.id))
    deeds: list[Deed] = [*_apart(team, weeks, chance)]
    for meeting in meetings:
        deeds += _about(meeting, chance)
    last = _local(FIRST + timedelta(days=7 * weeks - 3), time(16, 30), ZONE)
    kept = [one for one in _in_order(deeds) if one.at < last]
    return Month(
        sellers=team,
        meetings=tuple(meetings),
        deeds=tuple(_counted(_sized(_possible(kept)))),
        weeks=weeks,
    )


def _spread(sellers: int) -> Iterable[int]:
    """So many of the twelve, half of them from each half."""
    half = sellers // 2
    return (*range(sellers - half), *range(6, 6 + half))


def _seller(number: int, chance: Random) -> Seller:
    chinese = number >= len(_ENGLISH)
    at = number % len(_ENGLISH)
    name = _CHINESE[at] if chinese else _ENGLISH[at]
    language: Language = "zh-Hans" if chinese else "en"
    return Seller(
        number=number,
        name=name,
        address=f"{_PINYIN[at] if chinese else name.split()[0].lower()}@{OWN}",
        language=language,
        zone="Asia/Shanghai" if chinese else ZONE,
        way="chat" if number % 2 else "form",
        customers=tuple(
            Customer(
                name=f"{_FIRST_WORDS[number]} {second}",
                who=chance.choice(_CONTACTS[language]),
                large=chance.random() < 0.6,
            )
            for second in _SECOND_WORDS
        ),
    )


def _local(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone))


# ---- calendars ---------------------------------------------------------------------------------


def _meetings(team: Sequence[Seller], weeks: int, chance: Random) -> Iterator[Meeting]:
    """Two or three calls a week each, no two at a time; joint ones in the second and third week."""
    taken: set[tuple[int, date, int]] = set()
    here = {seller.number: seller for seller in team}
    for week in range(weeks):
        pair = JOINT[week % len(JOINT)]
        if set(pair) <= set(here):
            yield _meeting((here[pair[0]], here[pair[1]]), week, taken, chance)
        for seller in team:
            for _ in range(chance.choice((2, 3, 3))):
                yield _meeting((seller,), week, taken, chance)


def _meeting(
    sellers: tuple[Seller, ...], week: int, taken: set[tuple[int, date, int]], chance: Random
) -> Meeting:
    free = [
        (day, slot)
        for day in (FIRST + timedelta(days=7 * week + ahead) for ahead in range(_DAYS))
        for slot in range(len(_SLOTS))
        if not any((seller.number, day, slot) in taken for seller in sellers)
    ]
    day, slot = chance.choice(free)
    taken |= {(seller.number, day, slot) for seller in sellers}
    start, end = _SLOTS[slot]
    customer = chance.choice(sellers[0].customers)
    numbers = "-".join(str(seller.number) for seller in sellers)
    return Meeting(
        id=f"m{numbers}-{day:%m%d}-{slot}",
        sellers=sellers,
        customer=customer,
        starts_at=_local(day, start, sellers[0].zone),
        ends_at=_local(day, end, sellers[0].zone),
    )


# ---- what is done ------------------------------------------------------------------------------


def _apart(team: Sequence[Seller], weeks: int, chance: Random) -> Iterator[Deed]:
    """What is done beside the calls: practices begun in the second week, surveys."""
    for seller in team:
        if seller.number in PRACTISING and weeks > 1:
            at = _local(FIRST + timedelta(days=7), time(9, 20), seller.zone)
            yield Practises(at=at, who=seller, skill=PRACTISING[seller.number])
        if seller.number in SURVEYED:
            day = FIRST + timedelta(days=7 * chance.randrange(weeks) + chance.randrange(4))
            answers = tuple(chance.randint(1, 5) for _ in range(15))
            at = _local(day, time(12, 10), seller.zone)
            yield Surveyed(at=at, who=seller, answers=answers)


def _about(meeting: Meeting, chance: Random) -> Iterator[Deed]:
    """All that is done about one meeting by those who are in it."""
    fate = chance.random()
    called = meeting.sellers[0]
    now = meeting
    if fate < 0.05 and len(meeting.sellers) == 1:
        at = _local(meeting.starts_at.date(), time(8, 55), called.zone)
        yield Cancels(at=at, who=called, meeting=meeting)
    elif fate < 0.12 and len(meeting.sellers) == 1 and meeting.starts_at.hour == 10:
        later = timedelta(hours=2, minutes=20)
        at = _local(meeting.starts_at.date(), time(8, 55), called.zone)
        start, end = meeting.starts_at + later, meeting.ends_at + later
        yield Moves(at=at, who=called, meeting=meeting, starts_at=start, ends_at=end)
        now = replace(meeting, starts_at=start, ends_at=end)
    held = chance.random() > 0.07
    for seller in meeting.sellers:
        yield from _by(seller, meeting, now, chance, held=held)
    if len(meeting.sellers) > 1:
        yield from _counting(meeting, chance)


def _by(
    seller: Seller, meeting: Meeting, now: Meeting, chance: Random, *, held: bool
) -> Iterator[Deed]:
    """What one rep does about a meeting, which is where `now` has it."""
    words, who = WORDS[seller.language], meeting.customer.who
    plan: Plans | None = None
    if chance.random() < 0.7:
        # Week by week more of them ask what the trouble leads to.
        week = (meeting.starts_at.date() - FIRST).days // 7
        kind = chance.choice(("problem", "problem", "need_payoff", *("implication",) * (week + 1)))
        at = chance.choice((meeting, now)).starts_at - timedelta(minutes=75)
        # In chat a fallback is asked for only once the judge is content.
        asks = chance.random() < 0.4 and seller.way == "form"
        plan = Plans(
            at=at,
            who=seller,
            meeting=meeting,
            objective=chance.choice(words.objectives).format(who=who),
            problem=words.problem,
            question=chance.choice(words.questions[kind]),
            kind=kind,
            fallback=words.fallbacks[0].format(who=who) if asks else "",
        )
        yield plan
    when = chance.random()
    if when > 0.95:
        return
    at = now.ends_at + timedelta(minutes=14)
    if when > 0.85 and at.date() + timedelta(days=1) < _end_of_week(at.date()):
        at = _local(at.date() + timedelta(days=1), time(9, 12), seller.zone)
    if not held:
        yield Ends(at=at, who=seller, meeting=meeting, held="not_held", outcome=None)
        return
    ends = _ends(at, seller, meeting, plan, chance)
    yield ends
    yield _reviewed(ends, chance)
    if ends.by is not None:
        yield from _settled(ends, ends.by, chance)
    yield from _heard(ends, chance)


def _end_of_week(day: date) -> date:
    return day + timedelta(days=_DAYS - day.weekday())


def _ends(
    at: datetime, seller: Seller, meeting: Meeting, plan: Plans | None, chance: Random
) -> Ends:
    words, who = WORDS[seller.language], meeting.customer.who
    options: list[Held] = ["other", "other", "signed", "nothing", "nothing", "refused"]
    options += ["agreed"] * 3 if plan else []
    options += ["fallback"] if plan and plan.fallback else []
    # Warm words are no agreement, and some reps insist that they are.
    warm = chance.random() < 0.2
    held = chance.choice(options)
    by = at.date() + timedelta(days=chance.randint(1, 9)) if chance.random() < 0.85 else None
    if warm:
        insists = chance.random() < 0.3
        return Ends(
            at=at,
            who=seller,
            meeting=meeting,
            held="other",
            outcome="advance" if insists else "continuation",
            happened=words.warm[0],
            by=by if insists else None,
            warm=True,
        )
    if held == "other":
        said = chance.choice(words.agreed).format(who=who)
        return Ends(
            at=at, who=seller, meeting=meeting, held=held, outcome="advance", happened=said, by=by
        )
    outcome = _OUTCOMES.get(held, "advance")
    kept = by if outcome == "advance" else None
    return Ends(at=at, who=seller, meeting=meeting, held=held, outcome=outcome, by=kept)


def _reviewed(ends: Ends, chance: Random) -> Reviews:
    """The questions after it; counts of all kinds, of which only those asked are given in the end.

    Who says that things were promised or agreed counts more questions: there is something to find.
    """
    words, who = WORDS[ends.who.language], ends.meeting.customer.who
    well = ends.outcome in {"advance", "order"}
    counts = {kind: chance.choice(_COUNTS[3:] if well else _COUNTS[:7]) for kind in _KINDS}
    differently = words.differently[0].format(who=who) if chance.random() < 0.6 else ""
    # In chat "nothing new" to the three asked together means all three.
    more = bool(differently) or ends.who.way == "form"
    elsewhere = chance.choice(words.elsewhere) if more and chance.random() < 0.5 else ""
    return Reviews(
        at=ends.at + timedelta(minutes=2),
        who=ends.who,
        meeting=ends.meeting,
        differently=differently,
        account=words.account[0].format(who=who) if more and chance.random() < 0.5 else "",
        elsewhere=elsewhere,
        share=bool(elsewhere) and chance.random() < 0.5,
        counts=counts,
        proposed=chance.choice(("yes", "no", "")),
    )


def _settled(ends: Ends, by: date, chance: Random) -> Iterator[Deed]:
    """What became of a promise, once the coach has asked after it."""
    fate = chance.random()
    if fate > 0.85:
        return
    day = _workday_after(by)
    at = _local(day, time(9, 40), ends.who.zone)
    if fate > 0.7:
        to = day + timedelta(days=7)
        yield Settles(at=at, who=ends.who, meeting=ends.meeting, became="moved", to=to)
        at = _local(_workday_after(to), time(9, 44), ends.who.zone)
    kept = chance.random() < 0.6
    yield Settles(at=at, who=ends.who, meeting=ends.meeting, became="kept" if kept else "broken")


def _workday_after(day: date) -> date:
    after = day + timedelta(days=1)
    return after + timedelta(days=7 - after.weekday()) if after.weekday() >= _DAYS else after


def _heard(ends: Ends, chance: Random) -> Iterator[Deed]:
    """What the customer needs, and said against it."""
    words, at = WORDS[ends.who.language], ends.at + timedelta(minutes=4)
    customer = ends.meeting.customer
    if chance.random() < 0.3:
        label = chance.choice(tuple(words.needs))
        said = chance.choice(words.needs[label])
        yield Needs(at=at, who=ends.who, customer=customer, words=said, label=label)
    if chance.random() < 0.3:
        label = chance.choice(tuple(words.objections))
        said = words.objections[label][0]
        at += timedelta(minutes=1)
        yield Objects(at=at, who=ends.who, customer=customer, words=said, label=label)


def _counting(meeting: Meeting, chance: Random) -> Iterator[Deed]:
    """The second rep of a joint call counts what the first one asks."""
    kinds = tuple(chance.choice(_KINDS) for _ in range(chance.randint(2, 5)))
    at = meeting.starts_at + timedelta(minutes=20)
    yield Counts(
        at=at, who=meeting.sellers[1], meeting=meeting, seller=meeting.sellers[0], kinds=kinds
    )


# ---- made to fit -------------------------------------------------------------------------------


def _in_order(deeds: Iterable[Deed]) -> list[Deed]:
    """By time; no two at one moment, so that what was said last is no chance."""
    apart = [replace(one, at=one.at + timedelta(seconds=3 * one.who.number)) for one in deeds]
    return sorted(apart, key=lambda one: one.at)


def _possible(deeds: Sequence[Deed]) -> Iterator[Deed]:
    """Without what nobody can do about a meeting that was called off."""
    off = {one.meeting.id: one.at for one in deeds if isinstance(one, Cancels)}
    for deed in deeds:
        at = off.get(deed.meeting.id) if isinstance(deed, OfMeeting) else None
        if at is None or deed.at <= at:
            yield deed


def _sized(deeds: Iterable[Deed]) -> Iterator[Deed]:
    """What is asked at the first plan: a deal's size of anybody, its problem of each, if large."""
    sizes: dict[str, DealSize] = {}
    problems: set[tuple[int, str]] = set()
    for deed in deeds:
        if not isinstance(deed, Plans):
            yield deed
            continue
        customer = deed.meeting.customer
        own = (deed.who.number, customer.name)
        size: DealSize = "large" if customer.large else "small"
        asked = own not in problems and sizes.get(customer.name) != "small"
        told = None if customer.name in sizes else size
        sizes[customer.name] = size
        problems |= {own} if asked else set()
        yield replace(deed, size=told, problem=deed.problem if asked else "")


def _counted(deeds: Iterable[Deed]) -> Iterator[Deed]:
    """Of what was counted only what is asked: the kind practised, and once a week all four."""
    practised: dict[int, str] = {}
    weeks: set[tuple[int, int]] = set()
    for deed in deeds:
        if isinstance(deed, Practises):
            practised[deed.who.number] = deed.skill
        if isinstance(deed, Reviews):
            week = (deed.who.number, deed.at.isocalendar().week)
            asked = _KINDS if week not in weeks else ()
            weeks.add(week)
            wanted = {*asked, practised.get(deed.who.number, "implication")}
            counts = {kind: deed.counts[kind] for kind in _KINDS if kind in wanted}
            yield replace(deed, counts=counts)
        else:
            yield deed
