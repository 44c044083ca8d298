"""A rep's days as values, and a small loop that plays them: what comes when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from coaching.calls import Call, Plan, Promise, Review
from coaching.conversation import Conversation
from coaching.judge import Kind as JudgeKind
from coaching.judge import Verdict
from coaching.meetings import Rules
from coaching.nudge import Nudge, Told
from coaching.nudges import agenda_calls, pending
from coaching.people import Policy, Rep, Team
from coaching.spans import Span, WorkCalendar
from coaching.turn import Situation

NAMES = UUID("6d1f0c1e-0000-4000-8000-000000000000")
TEAM = Team(id=uuid5(NAMES, "team"), name="North")
FOUND = datetime(2026, 1, 1, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


class NoJudge:
    """Timing never reads what a rep wrote."""

    def read(self, kind: JudgeKind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        raise AssertionError(kind, text, problem, need)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """A wall clock in one zone: `wall("2026-11-16 09:00")` is an instant."""

    zone: ZoneInfo = BERLIN

    def __call__(self, local: str) -> datetime:
        return datetime.fromisoformat(local).replace(tzinfo=self.zone).astimezone(UTC)

    def span(self, local: str, until: str) -> Span:
        """A stretch of one local day, `span("2026-11-16 09:00", "10:00")`."""
        return Span(self(local), self(f"{local[:10]} {until}"))

    def says(self, moment: datetime) -> str:
        return f"{moment.astimezone(self.zone):%a %H:%M}"


def work(zone: ZoneInfo = BERLIN, **changes: object) -> WorkCalendar:
    usual = WorkCalendar(
        zone=zone,
        workdays=frozenset(range(5)),
        day_starts=time(8, 30),
        day_ends=time(18, 30),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test's own keywords


def call(title: str, span: Span, **changes: object) -> Call:
    usual = Call(
        id=uuid5(NAMES, title),
        meeting_id=uuid5(NAMES, f"meeting {title}"),
        rep_id=uuid5(NAMES, "rep"),
        opportunity_id=uuid5(NAMES, "opportunity"),
        key=title,
        series=title,
        title=title,
        customer="Acme",
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        found_at=FOUND,
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test's own keywords


def promise(title: str, due_on: date) -> Promise:
    return Promise(
        id=uuid5(NAMES, title),
        call_id=uuid5(NAMES, "call"),
        rep_id=uuid5(NAMES, "rep"),
        opportunity_id=uuid5(NAMES, "opportunity"),
        text=title,
        due_on=due_on,
    )


def situation(now: datetime, *calls: Call, **changes: object) -> Situation:
    """A rep's situation; each call is busy unless `busy` says otherwise."""
    rep = Rep(
        id=uuid5(NAMES, "rep"),
        team_id=TEAM.id,
        name="Kim",
        address="kim@north.example",
        zone="Europe/Berlin",
    )
    usual = Situation(
        now=now,
        rep=rep,
        team=TEAM,
        policy=Policy(),
        work=work(),
        rules=Rules(),
        judge=NoJudge(),
        conversation=Conversation(rep_id=rep.id),
        calls=calls,
        busy=tuple((one.key, Span(one.starts_at, one.ends_at)) for one in calls),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # a test's own keywords


PLANNED = Plan(objective="Lee has the board's date by Friday")
REVIEWED = Review(held="agreed", outcome="advance", done=True)
Change = Callable[[Situation], Situation]


def changed(title: str, **changes: object) -> Change:
    """The happening that a call is different from now on (its busy entry follows it)."""

    def change(before: Situation) -> Situation:
        calls = tuple(
            replace(one, **changes) if one.title == title else one  # type: ignore[arg-type]  # a test's own keywords
            for one in before.calls
        )
        others = tuple(entry for entry in before.busy if entry[0] != title)
        moved = tuple(
            (one.key, Span(one.starts_at, one.ends_at))
            for one in calls
            if one.title == title and one.standing == "on"
        )
        return replace(before, calls=calls, busy=others + moved)

    return change


def added(new: Call) -> Change:
    """The happening that a call is found in the calendar now."""

    def change(before: Situation) -> Situation:
        found = replace(new, found_at=before.now)
        entry = (new.key, Span(new.starts_at, new.ends_at))
        return replace(before, calls=(*before.calls, found), busy=(*before.busy, entry))

    return change


def sent(before: Situation, nudge: Nudge) -> Situation:
    """The situation after the coach has sent a nudge at `now`."""
    now = before.now
    told = Told(kind=nudge.kind, about=nudge.about, start=nudge.start, at=now)
    covered = {nudge.about}
    if nudge.kind == "agenda":
        of_day = agenda_calls(before, date.fromisoformat(nudge.about))
        covered = {str(one.id) for one in of_day}
    calls = tuple(
        _asked(one, nudge, now) if str(one.id) in covered else one for one in before.calls
    )
    return replace(before, calls=calls, told=(*before.told, told))


def _asked(one: Call, nudge: Nudge, now: datetime) -> Call:
    if nudge.kind in {"prompt", "agenda"}:
        return replace(one, asked_at=now, asked_start=one.starts_at)
    return replace(one, review_asked_at=now) if nudge.kind == "review" else one


def play(
    start: Situation, until: datetime, happenings: Iterable[tuple[datetime, Change]] = ()
) -> tuple[Told, ...]:
    """All that was told or dropped up to a moment, in order."""
    waiting = sorted(happenings, key=lambda happening: happening[0])
    here = start
    while True:
        table = pending(here)
        here = replace(here, told=(*here.told, *table.dropped))
        due = [nudge for nudge in table.nudges if nudge.at <= here.now]
        if due:
            here = sent(here, due[0])
            continue
        moments = [nudge.at for nudge in table.nudges] + [at for at, _ in waiting] + [until]
        here = replace(here, now=min(moments))
        while waiting and waiting[0][0] <= here.now:
            here = waiting.pop(0)[1](here)
        if here.now >= until:
            final = pending(here)
            return tuple(told for told in (*here.told, *final.dropped))


def story(told: Iterable[Told], start: Situation, wall: Wall, *more: Call) -> list[str]:
    """What was told as lines: "Mon 08:30 prompt Acme", "Mon 09:00 - cue Acme (over_cap)"."""
    titles = {str(one.id): one.title for one in (*start.calls, *more)}
    titles |= {str(one.id): one.text for one in start.promises}
    return [
        f"{wall.says(one.at)} {one.kind.replace('_', ' ')} {titles.get(one.about, '')}".strip()
        + (f" – not sent: {one.dropped}" if one.dropped else "")
        for one in told
    ]


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)
