"""All nudges still to come, derived from a rep's whole situation at each decision anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from coaching.calls import Call
from coaching.moments import Openings, Wish, moment, reason
from coaching.nudge import PRIORITY, Kind, Nudge, Told
from coaching.spans import Span, WorkCalendar, merged
from coaching.turn import Situation
from coaching.wishes import asked, review_closes, wishes, worked_days

__all__ = ["Timetable", "agenda_calls", "pending", "review_closes", "worked_days"]

UNCAPPED: frozenset[Kind] = frozenset({"review", "review_reminder"})
# What who gets attention without the method is asked, or told of a calendar that fails.
ATTENTION = UNCAPPED | {"link"}
AGENDA_GRACE = timedelta(minutes=60)
RECORDED_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """The nudges still to come, by moment, and those newly given up, each with its reason."""

    nudges: tuple[Nudge, ...] = ()
    dropped: tuple[Told, ...] = ()


def pending(situation: Situation) -> Timetable:
    """What is still to be said to the rep, and when; `at` is never before `situation.now`.

    What is settled (`situation.told`) is left out, so is everything while the zone is unknown.
    Up to the moment of a nudge the answer stays the same as long as nothing but the time changes.
    """
    rep = situation.rep
    if situation.work is None or not (rep.active and rep.sells) or rep.group == "control":
        return Timetable()
    openings = _openings(situation, situation.work)
    wanted = list(_wanted(situation, openings))
    planned: list[tuple[Wish, Nudge]] = []
    dropped: list[Told] = []
    spent = _spent(situation, openings.work)
    for wish in wanted:
        at = moment(wish, openings, situation.now)
        if at is not None:
            nudge = Nudge(kind=wish.kind, about=wish.about, start=wish.start, at=at)
            planned.append((wish, nudge))
        elif wish.last < situation.now <= wish.last + RECORDED_FOR:
            full = spent[openings.work.local_date(wish.last)] >= situation.policy.daily_cap
            why = "over_cap" if full and wish.kind not in UNCAPPED else reason(wish, openings)
            dropped.append(_dropped(wish, situation, why))
    kept, over = _capped(planned, spent, openings.work, situation.policy.daily_cap)
    # What is over the cap of a later hour may still find room: a call is cancelled, a rep answers.
    dropped += [
        _dropped(wish, situation, "over_cap") for wish, nudge in over if nudge.at <= situation.now
    ]
    return Timetable(
        nudges=tuple(sorted((nudge for _, nudge in kept), key=_order)),
        dropped=tuple(sorted(dropped, key=_order)),
    )


def _order(item: Nudge | Told) -> tuple[object, ...]:
    return (item.at, PRIORITY[item.kind], item.start, item.kind, item.about)


def _openings(situation: Situation, work: WorkCalendar) -> Openings:
    """The rep's free working time; a call's own entry begins where its nudges end."""
    busy = [span for _, span in situation.busy]
    pause = situation.rep.paused_until
    if pause is not None and pause > situation.now:
        busy.append(Span(situation.now - RECORDED_FOR, pause))
    return Openings(work=worked_days(situation, work), taken=merged(busy), paused_until=pause)


def _dropped(wish: Wish, situation: Situation, why: str) -> Told:
    return Told(kind=wish.kind, about=wish.about, start=wish.start, at=situation.now, dropped=why)


def _wanted(situation: Situation, openings: Openings) -> Iterator[Wish]:
    """All wishes not settled, the prompts of a day with an agenda replaced by it."""
    settled = {told.key for told in situation.told}
    in_agenda: set[str] = set()
    is_coached = situation.rep.is_coached
    for wish, calls in _agendas(situation, openings) if is_coached else ():
        in_agenda.update(str(call.id) for call in calls)
        yield wish
    for wish in wishes(situation, openings.work):
        replaced = wish.kind == "prompt" and wish.about in in_agenda
        meant = is_coached or wish.kind in ATTENTION
        if meant and wish.key not in settled and not replaced:
            yield wish


# ---- the agenda --------------------------------------------------------------------------------


def agenda_calls(situation: Situation, day: date) -> tuple[Call, ...]:
    """The calls of a local date that an agenda sent now would ask for, by start.

    Whoever sends it sets `asked_at` and `asked_start` of each, as for a prompt.
    """
    if situation.work is None:
        return ()
    return _in_agenda(situation, worked_days(situation, situation.work), day)


def _in_agenda(situation: Situation, work: WorkCalendar, day: date) -> tuple[Call, ...]:
    stretch = work.stretch(day)
    if stretch is None:
        return ()
    opens = stretch.starts_at + situation.policy.agenda_lead
    settled = {told.key for told in situation.told}
    calls = (
        call
        for call in situation.calls
        if call.standing == "on"
        and not call.plan.made
        and call.starts_at >= opens
        and call.starts_at > situation.now
        and work.local_date(call.starts_at) == day
        and ("prompt", str(call.id), call.starts_at) not in settled
        and not asked(call, situation, work)
    )
    return tuple(sorted(calls, key=lambda call: (call.starts_at, call.key)))


def _agendas(situation: Situation, openings: Openings) -> Iterator[tuple[Wish, tuple[Call, ...]]]:
    """The agendas that find their moment, each with its calls; at most one for a day."""
    policy = situation.policy
    if not policy.agendas:
        return
    settled = {told.about for told in situation.told if told.kind == "agenda"}
    days = Counter(openings.work.local_date(call.starts_at) for call in situation.calls)
    for day in sorted(day for day, count in days.items() if count >= policy.agenda_from):
        calls = _in_agenda(situation, openings.work, day)
        if len(calls) < policy.agenda_from or day.isoformat() in settled:
            continue
        opens = openings.work.hours(day).starts_at
        last = min(opens + AGENDA_GRACE, calls[0].starts_at - policy.agenda_lead)
        wish = Wish(
            kind="agenda",
            about=day.isoformat(),
            start=calls[0].starts_at,
            preferred=opens,
            earliest=opens,
            latest=last,
            last=last,
        )
        if moment(wish, openings, situation.now) is not None:
            yield wish, calls


# ---- the cap -----------------------------------------------------------------------------------


def _spent(situation: Situation, work: WorkCalendar) -> Counter[date]:
    """How many capped messages were sent on each local date."""
    return Counter(
        work.local_date(told.at)
        for told in situation.told
        if told.kind not in UNCAPPED and not told.dropped
    )


def _capped(
    planned: Iterable[tuple[Wish, Nudge]], spent: Counter[date], work: WorkCalendar, cap: int
) -> tuple[list[tuple[Wish, Nudge]], list[tuple[Wish, Nudge]]]:
    """What fits under the cap of its day and what does not; what a rep asked for always fits."""
    room = Counter({day: cap - count for day, count in spent.items()})
    kept: list[tuple[Wish, Nudge]] = []
    over: list[tuple[Wish, Nudge]] = []
    for wish, nudge in sorted(planned, key=_importance):
        if wish.kind in UNCAPPED:
            kept.append((wish, nudge))
            continue
        day = work.local_date(nudge.at)
        left = room.get(day, cap)
        room[day] = left - 1
        fits = left > 0 or wish.asked_for
        (kept if fits else over).append((wish, nudge))
    return kept, over


def _importance(item: tuple[Wish, Nudge]) -> tuple[object, ...]:
    wish, nudge = item
    return (not wish.asked_for, PRIORITY[wish.kind], nudge.at, wish.start, wish.about)
