"""The rules of DESIGN "When", kind by kind: for which calls a nudge is wanted, and about when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from coaching.calls import Call, Promise
from coaching.moments import Wish
from coaching.nudge import Kind, Told
from coaching.people import Policy
from coaching.spans import Span, WorkCalendar
from coaching.turn import Situation

LEAVE_BEHIND = timedelta(days=40)
LEAVE_AHEAD = timedelta(days=100)
LINK_OPEN = timedelta(days=14)


def wishes(situation: Situation, work: WorkCalendar) -> Iterator[Wish]:
    """All nudges wanted but the agendas; which are settled or over is for the caller to see."""
    for call in situation.calls:
        if call.standing == "on":
            yield from chain(
                _prompts(call, situation, work),
                _reminders(call, situation, work),
                _cues(call, situation),
                _reviews(call, situation, work),
                _review_reminders(call, situation, work),
            )
    yield from (prompt(call, work, situation.policy) for call in _unsure(situation))
    yield from _cancellations(situation)
    yield from (_check(promise, work, situation.policy) for promise in _open(situation))
    yield from _links(situation)


def worked_days(situation: Situation, work: WorkCalendar) -> WorkCalendar:
    """The rep's calendar with leave and pause taken for days off.

    Leave is a busy entry that covers the whole of a day's hours. A pause counts back from its end,
    so that what follows from it is the same before, in and after it.
    """
    now, pause = situation.now, situation.rep.paused_until
    spans = [span for _, span in situation.busy]
    if pause is not None:
        spans.append(Span(now - LEAVE_BEHIND, pause))
    near = Span(now - LEAVE_BEHIND, now + LEAVE_AHEAD)
    return work.without(
        Span(max(span.starts_at, near.starts_at), min(span.ends_at, near.ends_at)) for span in spans
    )


# ---- before the call ---------------------------------------------------------------------------


def asked(call: Call, situation: Situation, work: WorkCalendar) -> bool:
    """Whether the rep was asked for the call as it stands: by a prompt, an agenda, or by a snooze.

    A call that has moved far since is asked for again (DESIGN "Changes").
    """
    if call.asked_start is not None:
        return abs(call.starts_at - call.asked_start) <= situation.policy.moved_far
    return call.snoozed_until is not None or _agenda_for(call, situation, work) is not None


def _agenda_for(call: Call, situation: Situation, work: WorkCalendar) -> Told | None:
    """The agenda sent for the call's day when the call was there already."""
    about = work.local_date(call.starts_at).isoformat()
    agendas = (told for told in _sent(situation, "agenda", about) if call.found_at <= told.at)
    return next(agendas, None)


def _prompts(call: Call, situation: Situation, work: WorkCalendar) -> Iterator[Wish]:
    found_in_time = call.found_at <= call.starts_at
    if found_in_time and not call.plan.made and not asked(call, situation, work):
        yield prompt(call, work, situation.policy)


def prompt(call: Call, work: WorkCalendar, policy: Policy) -> Wish:
    """The prompt of a call: from the previous working day on, 3 h before the start at best."""
    eve = work.previous_workday(work.local_date(call.starts_at))
    reach = call.starts_at - policy.prompt_reach
    opened = work.hours(eve).starts_at if eve is not None else reach
    return Wish(
        kind="prompt",
        about=str(call.id),
        start=call.starts_at,
        preferred=call.starts_at - policy.prompt_before,
        earliest=max(opened, reach, call.found_at),
        latest=call.starts_at - policy.prompt_latest,
        last=call.starts_at - policy.last_chance,
    )


def _unsure(situation: Situation) -> Iterator[Call]:
    """The next call of each series of which the rep is yet to say whether it is a sales call."""
    known = set(situation.conversation.series_asked)
    for call in sorted(situation.calls, key=lambda call: call.starts_at):
        if call.standing != "unsure" or call.starts_at <= situation.now or call.series in known:
            continue
        known.add(call.series)
        if call.asked_start is None:
            yield call


def _reminders(call: Call, situation: Situation, work: WorkCalendar) -> Iterator[Wish]:
    policy = situation.policy
    if call.plan.made or not asked(call, situation, work):
        return
    if call.snoozed_until and (call.asked_at is None or call.snoozed_until > call.asked_at):
        yield _snoozed(call, call.snoozed_until, policy)
    elif call.asked_at is not None and policy.reminders:
        wish = _reminder(call, call.asked_at, policy)
        once = not _since("reminder", call, call.asked_at, situation)
        if once and wish.earliest <= wish.latest and not _by_agenda(call, situation, work):
            yield wish


def _by_agenda(call: Call, situation: Situation, work: WorkCalendar) -> bool:
    """Whether it was the agenda that asked last, which replaces the reminder too."""
    told = _agenda_for(call, situation, work)
    if told is None or call.asked_at is None or call.asked_at < told.at:
        return False
    return not _since("prompt", call, told.at, situation)


def _reminder(call: Call, asked_at: datetime, policy: Policy) -> Wish:
    return Wish(
        kind="reminder",
        about=str(call.id),
        start=call.starts_at,
        preferred=call.starts_at - policy.reminder_before,
        earliest=asked_at + policy.reminder_gap,
        latest=call.starts_at - policy.reminder_latest,
        last=call.starts_at - policy.last_chance,
    )


def _snoozed(call: Call, until: datetime, policy: Policy) -> Wish:
    """The reminder at the moment the rep chose, which is its key: each snooze is kept once."""
    last = call.starts_at - policy.last_chance
    return Wish(
        kind="reminder",
        about=str(call.id),
        start=until,
        preferred=min(until, last),
        earliest=min(until, last),
        latest=last,
        last=last,
        asked_for=True,
    )


def _cues(call: Call, situation: Situation) -> Iterator[Wish]:
    """The cue card of a planned call, unless one came for nearly the same start."""
    policy, start = situation.policy, call.starts_at
    shown = _sent(situation, "cue", str(call.id))
    if not call.plan.made or not policy.cues or call.found_at > start:
        return
    if any(abs(told.start - start) <= policy.moved_far for told in shown):
        return
    yield Wish(
        kind="cue",
        about=str(call.id),
        start=start,
        preferred=start - policy.cue_before,
        earliest=max(start - policy.cue_earliest, call.found_at),
        latest=start,
        last=start,
        any_hours_until=start,
    )


def _cancellations(situation: Situation) -> Iterator[Wish]:
    """The word that a planned call was cancelled, while it would still be to come."""
    for call in situation.calls:
        at = call.cancelled_at
        if call.standing != "cancelled" or at is None or not call.plan.made:
            continue
        if at < call.starts_at:
            last = max(at, call.starts_at - situation.policy.last_chance)
            yield _at_first("cancelled", str(call.id), call.starts_at, at, last)


# ---- after the call ----------------------------------------------------------------------------


def review_closes(call: Call, work: WorkCalendar, policy: Policy) -> datetime:
    """When the review of a call can no longer be given or changed (DESIGN "When").

    7 days after its end, or at the end of the second working day after its reminder, whichever is
    later. `work` is best taken from `worked_days`, so that leave does not count.
    """
    asked_at = max(call.review_asked_at or call.ends_at, call.ends_at)
    reminded_on = work.next_workday(work.local_date(asked_at))
    if call.review_snoozed_until is not None:
        reminded_on = max(reminded_on, work.local_date(call.review_snoozed_until))
    closes_on = work.next_workday(reminded_on, policy.review_open_workdays)
    return max(call.ends_at + policy.review_open, work.hours(closes_on).ends_at)


def _reviews(call: Call, situation: Situation, work: WorkCalendar) -> Iterator[Wish]:
    policy = situation.policy
    if call.review.made or _asked_review(call) is not None:
        return
    closes = review_closes(call, work, policy)
    if call.found_at <= closes:
        yield Wish(
            kind="review",
            about=str(call.id),
            start=call.starts_at,
            preferred=call.ends_at + policy.review_after,
            earliest=max(call.ends_at, call.found_at),
            latest=closes,
            last=closes,
            any_hours_until=_grace(call, policy),
        )


def _asked_review(call: Call) -> datetime | None:
    """When the review was asked; a call that has moved since is asked for again."""
    at = call.review_asked_at
    return at if at is not None and at >= call.ends_at else None


def _grace(call: Call, policy: Policy) -> datetime:
    return call.ends_at + policy.review_grace + timedelta.resolution


def _review_reminders(call: Call, situation: Situation, work: WorkCalendar) -> Iterator[Wish]:
    asked_at, policy = _asked_review(call), situation.policy
    if call.review.made or asked_at is None:
        return
    closes, until = review_closes(call, work, policy), call.review_snoozed_until
    if until is not None and until > asked_at:
        grace = _grace(call, policy)
        yield _at_first("review_reminder", str(call.id), until, until, closes, any_hours=grace)
    elif policy.reminders and not _since("review_reminder", call, asked_at, situation):
        morning = work.hours(work.next_workday(work.local_date(asked_at))).starts_at
        yield _at_first("review_reminder", str(call.id), call.starts_at, morning, closes)


# ---- promises and links ------------------------------------------------------------------------


def _open(situation: Situation) -> Iterator[Promise]:
    return (promise for promise in situation.promises if promise.is_open)


def _check(promise: Promise, work: WorkCalendar, policy: Policy) -> Wish:
    """Asks on the first working day after the day agreed; its key is that day, in UTC."""
    asks_on = work.next_workday(promise.due_on)
    closes_on = work.next_workday(asks_on, policy.promise_workdays)
    opens, closes = work.hours(asks_on).starts_at, work.hours(closes_on).ends_at
    return _at_first("promise", str(promise.id), _day_as_key(promise.due_on), opens, closes)


def _day_as_key(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _links(situation: Situation) -> Iterator[Wish]:
    """The word that a calendar link fails, once for each time it began to."""
    for link, (_, since) in situation.conversation.failed_links.items():
        yield _at_first("link", link, since, since, since + LINK_OPEN)


# ---- shared ------------------------------------------------------------------------------------


def _at_first(
    kind: Kind,
    about: str,
    start: datetime,
    opens: datetime,
    closes: datetime,
    *,
    any_hours: datetime | None = None,
) -> Wish:
    """The wish to speak at the first free moment in a stretch of time."""
    return Wish(
        kind=kind,
        about=about,
        start=start,
        preferred=opens,
        earliest=opens,
        latest=closes,
        last=closes,
        any_hours_until=any_hours,
        asked_for=any_hours is not None,
    )


def _sent(situation: Situation, kind: Kind, about: str) -> Iterator[Told]:
    return (
        told
        for told in situation.told
        if told.kind == kind and told.about == about and not told.dropped
    )


def _since(kind: Kind, call: Call, at: datetime, situation: Situation) -> bool:
    """Whether a nudge of that kind was sent about the call at that moment or later."""
    return any(told.at >= at for told in _sent(situation, kind, str(call.id)))
