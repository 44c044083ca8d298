"""The rep's calendar as the coach keeps it: calls found, moved, cancelled, still to be sorted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC

from coaching import prepare, say, settings, sorting
from coaching.actions import Decision, Edit, Entity
from coaching.calls import Call, Customer, Opportunity
from coaching.events import CalendarFailed, CalendarRead
from coaching.ids import call_id, customer_id, meeting_id, opportunity_id
from coaching.meetings import Entry, Sorted
from coaching.reconcile import (
    Cancelled,
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
    sure = [call for call in situation.calls if call.standing != "unsure"]
    changes = reconcile(
        sure,
        event,
        rules=situation.rules,
        me=me,
        now=situation.now,
        zone=situation.work.zone if situation.work else UTC,
        confirmed=situation.conversation.seen_empty,
    )
    conversation = replace(
        situation.conversation,
        seen_empty=any(isinstance(change, Emptied) for change in changes)
        or (situation.conversation.seen_empty and not event.entries),
        failed_links={},
    )
    decisions = [_changed(change, situation) for change in changes]
    known = say.joined(say.of(conversation), *decisions, _unsure(event, situation))
    return replace(known, busy=busy(event.entries, me))


def failed(event: CalendarFailed, situation: Situation) -> Decision:
    """A link fails: what is known stays; the rep will be told once."""
    links = situation.conversation.failed_links
    if event.link in links:
        return Decision()
    now_failed = {**links, event.link: (event.why, situation.now)}
    return say.of(replace(situation.conversation, failed_links=now_failed))


def joined(situation: Situation) -> Decision:
    """Say hello, once."""
    if situation.conversation.greeted:
        return Decision()
    greeted = replace(situation.conversation, greeted=True)
    return say.of(greeted, say.back(situation, settings.welcome(situation), part="welcome"))


Change = Found | Moved | Renamed | Restored | Cancelled | Emptied


def _changed(change: Change, situation: Situation) -> Decision:
    match change:
        case Found(entry=entry, sorted=how):
            return say.of(*new_call(entry, how, situation))
        case (
            Moved(call=call, entry=entry, sorted=how) | Renamed(call=call, entry=entry, sorted=how)
        ):
            return _moved(call, updated(call, entry, how, situation.rep.address), situation)
        case Restored(call=call, entry=entry, sorted=how):
            back = updated(call, entry, how, situation.rep.address)
            return _shown(replace(back, standing="on", cancelled_at=None), situation)
        case Cancelled(call=call):
            return _cancelled(call, situation)
        case Emptied():
            return Decision()


def new_call(
    entry: Entry, how: Sorted, situation: Situation, *, unsure: bool = False
) -> tuple[Entity, ...]:
    """A call, with its customer's opportunity where this is the first one."""
    team, me = situation.team.id, situation.rep.address
    customer_key = how.customer or f"title:{sorting.folded_title(entry.title)}"
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
    if call.key != new.key:
        new = replace(new, id=call.id)
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


# ---- entries that show no attendees ------------------------------------------------------------


def _unsure(event: CalendarRead, situation: Situation) -> Decision:
    """One question per series for entries of which nobody can tell what they are."""
    me, now = situation.rep.address, situation.now
    entries = {entry.key: entry for entry in event.entries}
    parts: list[Entity] = []
    for call in situation.calls:
        if call.standing == "unsure":
            parts += _still_unsure(call, entries.get(call.key), situation, event)
    asked = {call.series for call in situation.calls}
    for entry in sorted(event.entries, key=lambda one: one.starts_at):
        how = sorting.sort(entry, situation.rules, me)
        waits = how.reason == "no_attendees" and entry.starts_at > now and bool(entry.title)
        if waits and entry.uid not in asked:
            asked.add(entry.uid)
            parts += new_call(entry, how, after(situation, tuple(parts)), unsure=True)
    return say.of(*parts)


def _still_unsure(
    call: Call, entry: Entry | None, situation: Situation, event: CalendarRead
) -> Iterable[Entity]:
    """An unsure call follows its entry, and is gone with it."""
    if call.starts_at <= situation.now or call.starts_at not in event.window:
        return ()
    if entry is None or entry.status == "cancelled":
        return (replace(call, standing="cancelled", cancelled_at=situation.now),)
    if (entry.starts_at, entry.ends_at) == (call.starts_at, call.ends_at):
        return ()
    return (replace(call, starts_at=entry.starts_at, ends_at=entry.ends_at),)
