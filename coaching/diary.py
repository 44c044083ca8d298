"""The rep's calendar as the coach keeps it: calls found, moved, cancelled, still to be sorted."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import assert_never

from coaching import connecting, prepare, say, settings, sorting
from coaching.actions import Decision, Edit
from coaching.calls import Call, Customer, Opportunity
from coaching.events import CalendarFailed, CalendarRead
from coaching.ids import TITLE_KEY, call_id, customer_id, meeting_id, opportunity_id
from coaching.meetings import Entry, Sorted
from coaching.messages import Line, message, text
from coaching.reconcile import (
    Cancelled,
    Change,
    Emptied,
    Found,
    Moved,
    Renamed,
    Restored,
    busy,
    reconcile,
    updated,
)
from coaching.turn import Situation, after


def read(event: CalendarRead, situation: Situation) -> Decision:
    """Bring the known calls up to what the calendars say; edits go out at once, quietly."""
    me = situation.rep.address
    conversation = situation.conversation
    changes = reconcile(
        [call for call in situation.calls if call.standing != "unsure"],
        event,
        rules=situation.rules,
        me=me,
        now=situation.now,
        zone=situation.work.zone if situation.work else UTC,
        confirmed=conversation.seen_empty,
    )
    emptied = any(isinstance(change, Emptied) for change in changes)
    still_empty = conversation.seen_empty and not event.entries
    failing = {
        link: since for link, since in conversation.failed_links.items() if link in event.failing
    }
    known = replace(conversation, seen_empty=emptied or still_empty, failed_links=failing)
    decision = say.of(known)
    for change in changes:
        now = after(situation, decision.saves)
        decision = say.joined(decision, _changed(change, now))
    decision = say.joined(decision, _unsure(event, after(situation, decision.saves)))
    came = connecting.came(after(situation, decision.saves))
    return replace(say.joined(decision, came), busy=busy(event.entries, me))


def failed(event: CalendarFailed, situation: Situation) -> Decision:
    """A link fails: what is known stays; the rep is told once, of a new one at once."""
    links = situation.conversation.failed_links
    if event.link in links:
        return Decision()
    now_failed = {**links, event.link: (event.why, situation.now)}
    failing = say.of(replace(situation.conversation, failed_links=now_failed))
    return say.joined(failing, connecting.failed(event, situation))


def joined(situation: Situation) -> Decision:
    """Say hello, once; later only that managers see figures of each rep, where that is new."""
    known, per_person = situation.conversation, situation.team.per_person
    if known.greeted:
        return _per_person(situation) if per_person != known.per_person_told else Decision()
    greeted = replace(known, greeted=True, model_told=situation.model, per_person_told=per_person)
    return say.of(greeted, say.back(situation, settings.welcome(situation), part="welcome"))


def _per_person(situation: Situation) -> Decision:
    """From when on managers see figures of each rep, every rep is told; no more is quiet."""
    per_person = situation.team.per_person
    known = replace(situation.conversation, per_person_told=per_person)
    if not per_person:
        return say.of(known)
    told = message(Line(text("privacy-per-person")))
    return say.of(known, say.back(situation, told, part="per-person"))


def _changed(change: Change, situation: Situation) -> Decision:
    match change:
        case Found(entry=entry, sorted=how):
            return _found(entry, how, situation)
        case (
            Moved(call=call, entry=entry, sorted=how) | Renamed(call=call, entry=entry, sorted=how)
        ):
            return _moved(call, _updated(call, entry, how, situation), situation)
        case Restored(call=call, entry=entry, sorted=how):
            back = _updated(call, entry, how, situation)
            return _shown(replace(back, standing="on", cancelled_at=None), situation)
        case Cancelled(call=call, why="rep_ignored"):
            return _left_out(call, situation)
        case Cancelled(call=call):
            return _cancelled(call, situation)
        case Emptied():
            return Decision()
        case _:
            assert_never(change)


def _found(entry: Entry, how: Sorted, situation: Situation) -> Decision:
    """A new call, or one that shows now what it is; what was held and reviewed stays history."""
    new = new_call(entry, how, situation)
    known = situation.call(str(call_id(situation.rep.id, entry.key)))
    if known is None:
        return say.of(*new)
    if known.standing != "unsure":
        return Decision()
    call = replace(
        new[-1],
        found_at=known.found_at,
        anchor=known.anchor,
        asked_at=known.asked_at,
        asked_start=known.asked_start,
    )
    return say.joined(say.of(*new), _shown(call, after(situation, new)))


def _updated(call: Call, entry: Entry, how: Sorted, situation: Situation) -> Call:
    """The call as its entry shows it; under another key it is another meeting to all."""
    new = updated(call, entry, how, situation.rep.address)
    if new.key == call.key:
        return new
    return replace(new, meeting_id=meeting_id(situation.team.id, new.key))


def new_call(
    entry: Entry, how: Sorted, situation: Situation, *, unsure: bool = False
) -> tuple[Call] | tuple[Opportunity, Call]:
    """A call, after its customer's opportunity where this is the first one."""
    team, me = situation.team.id, situation.rep.address
    customer_key = how.customer or f"{TITLE_KEY}{sorting.folded_title(entry.title)}"
    name = sorting.customer_name(how.customer, how.others) if how.customer else entry.title
    opportunity = Opportunity(
        id=opportunity_id(team, customer_key),
        customer=Customer(id=customer_id(team, customer_key), key=customer_key, name=name),
        team_id=team,
    )
    call = Call(
        id=call_id(situation.rep.id, entry.key),
        meeting_id=meeting_id(team, entry.key),
        rep_id=situation.rep.id,
        opportunity_id=opportunity.id,
        key=entry.key,
        series=entry.uid,
        title=entry.title,
        customer=name,
        people=tuple(sorting.display_name(person) for person in how.others),
        organizer=sorting.organizes(entry, me),
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        found_at=situation.now,
        standing="unsure" if unsure else "on",
    )
    known = opportunity.id in situation.opportunities
    return (call,) if known else (opportunity, call)


def _moved(call: Call, new: Call, situation: Situation) -> Decision:
    """A plan is kept and shown with the new time; a snooze for the old time is void."""
    if new.starts_at != call.starts_at:
        new = replace(new, snoozed_until=None)
    return _shown(new, situation)


def _shown(call: Call, situation: Situation) -> Decision:
    """The first message shows the call as it stands, while that still matters."""
    if not call.anchor or call.review_asked_at is not None:
        return say.of(call)
    now = after(situation, (call,))
    return say.of(call, Edit(id=call.anchor, message=prepare.as_it_stands(call, now)))


def _cancelled(call: Call, situation: Situation) -> Decision:
    if call.standing == "skipped":
        return Decision()
    off = replace(call, standing="cancelled", cancelled_at=situation.now, snoozed_until=None)
    return _shown(off, situation)


def _left_out(call: Call, situation: Situation) -> Decision:
    """What the rep taught leaves a call out; one they planned all the same stays."""
    if call.standing == "skipped" or call.plan.made:
        return Decision()
    return _shown(replace(call, standing="skipped"), situation)


# ---- entries that show no attendees ------------------------------------------------------------


def _unsure(event: CalendarRead, situation: Situation) -> Decision:
    """One question per series for entries of which nobody can tell what they are."""
    entries = {entry.key: entry for entry in event.entries}
    decision = Decision()
    for call in situation.calls:
        entry = entries.get(call.key)
        if call.standing == "unsure" and situation.now < call.starts_at in event.window:
            decision = say.joined(decision, _still_unsure(call, entry, situation))
    now = after(situation, decision.saves)
    asked = set(now.conversation.series_asked) | {
        call.series for call in now.calls if _speaks_for_series(call, now)
    }
    for entry in sorted(event.entries, key=lambda one: one.starts_at):
        how = sorting.sort(entry, situation.rules, situation.rep.address)
        waits = how.reason == "no_attendees" and entry.starts_at > now.now and entry.title
        if waits and entry.uid not in asked:
            asked.add(entry.uid)
            found = say.of(*new_call(entry, how, now, unsure=True))
            decision, now = say.joined(decision, found), after(now, found.saves)
    return decision


def _speaks_for_series(call: Call, situation: Situation) -> bool:
    """Whether a call's series needs no question: it was asked, is about to be, or is known."""
    if call.asked_at is not None:
        return True
    if call.standing == "unsure":
        return call.starts_at > situation.now
    return call.standing != "cancelled"


def _still_unsure(call: Call, entry: Entry | None, situation: Situation) -> Decision:
    """An unsure call follows its entry, is gone with it, and is left out once known to be none."""
    if entry is None or entry.status == "cancelled":
        return _cancelled(call, situation)
    how = sorting.sort(entry, situation.rules, situation.rep.address)
    if how.reason != "no_attendees":
        return _shown(replace(call, standing="skipped"), situation)
    new = _updated(call, entry, how, situation)
    return Decision() if new == call else _shown(new, situation)
