"""The weekly digest in the team's channel: promises first, no ranking, nothing about one person."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from uuid import UUID

from coaching import figures
from coaching.actions import Decision, Post
from coaching.calls import Call, Learning
from coaching.events import DigestDue
from coaching.figures import OUTCOMES, Promised, Week
from coaching.messages import (
    Block,
    Chart,
    Heading,
    Line,
    Message,
    Quoted,
    Series,
    Small,
    Text,
    message,
    text,
)
from coaching.spans import Span
from coaching.turn import TeamWeek

WEEKS = 5
THURSDAY = 3
TOLD_FIRST, TOLD_AFTER = 3, 20
ENOUGH_PEOPLE = 5
HELPS_FOR = timedelta(days=2)


def decide(event: DigestDue, situation: TeamWeek) -> Decision:
    """Post the week, with the details in its thread; nothing for an empty week."""
    told = compose(event.week_of, situation)
    if told is None:
        return Decision()
    digest_id = f"{event.team_id}/digest/{event.week_of.isoformat()}"
    until = situation.now + HELPS_FOR
    post = Post(id=digest_id, team_id=event.team_id, message=told, helps_until=until)
    details = Post(
        id=f"{digest_id}/details",
        team_id=event.team_id,
        message=_details(event.week_of, situation),
        thread=digest_id,
        helps_until=until,
    )
    return Decision(actions=(post, details))


def compose(monday: date, situation: TeamWeek) -> Message | None:
    """The digest of the week from that Monday on, or None where nothing happened."""
    *before, now = weeks(monday, situation)
    since = _since_last(monday, situation)
    promised = figures.promised(situation.promises, since, situation.now, situation.work)
    learnings = _shared(since, situation)
    if not now.held and not promised.due and not learnings:
        return None
    return message(
        Heading(text("digest-heading", week=monday.isocalendar().week)),
        *_promised(promised),
        *_calls(now, before),
        *(Line(_learned(one, situation)) for one in learnings[:TOLD_FIRST]),
        *_suggestion(now, monday, situation),
        *((_chart(monday, (*before, now)),) if now.decided else ()),
        Small(text("digest-why")),
    )


def weeks(monday: date, situation: TeamWeek) -> tuple[Week, ...]:
    """The figures of the week and of the four before it, the oldest first."""
    mondays = (monday - timedelta(days=7 * back) for back in reversed(range(WEEKS)))
    spans = (figures.week_span(one, situation.work) for one in mondays)
    return tuple(figures.week(situation.calls, span, situation.now) for span in spans)


def _since_last(monday: date, situation: TeamWeek) -> Span:
    """From the last digest to this one: what is told once must not fall between two weeks.

    A digest in the first three days of a week tells the week before (`digest_moments`).
    """
    team, work = situation.team, situation.work
    late = 7 if team.digest_weekday < THURSDAY else 0
    day = monday + timedelta(days=team.digest_weekday + late)
    last = work.instant(day - timedelta(days=7), team.digest_time)
    return Span(last, work.instant(day, team.digest_time))


def _promised(promised: Promised) -> tuple[Block, ...]:
    if not promised.due:
        return ()
    key = "digest-promises-unknown" if promised.unknown else "digest-promises"
    values = {"kept": promised.kept, "due": promised.due}
    if promised.unknown:
        values["unknown"] = promised.unknown
    return (Line(Text(key=key, values=values)),)


def _calls(now: Week, before: list[Week]) -> tuple[Block, ...]:
    if not now.held:
        return ()
    held = Line(text("digest-calls", held=now.held, planned=now.planned, reviewed=now.reviewed))
    if not now.decided:
        return (held,)
    return (held, Line(_rate(now, before)))


def _rate(now: Week, before: list[Week]) -> Text:
    """The advance rate against the four weeks before, with how sure one can be of a change."""
    old = figures.total(before)
    values: dict[str, int] = {"advances": now.advances, "decided": now.decided}
    if not old[1]:
        return Text(key="digest-rate-first", values=values)
    values |= {"before": old[0], "of": old[1]}
    if not figures.changed((now.advances, now.decided), old):
        return Text(key="digest-rate-same", values=values)
    up = now.advances * old[1] > old[0] * now.decided
    return Text(key="digest-rate-up" if up else "digest-rate-down", values=values)


def _shared(since: Span, situation: TeamWeek) -> list[Learning]:
    """What was shared since the last digest, the latest first; one taken back has no text."""
    found = [
        one
        for one in situation.learnings
        if one.text and one.shared_at in since and one.rep_id in situation.names
    ]
    return sorted(found, key=lambda one: (one.shared_at, str(one.id)), reverse=True)


def _learned(one: Learning, situation: TeamWeek) -> Text:
    name = situation.names[one.rep_id]
    return text("digest-learning", name=Quoted(name), words=Quoted(one.text))


# ---- the suggestion ----------------------------------------------------------------------------


def _suggestion(now: Week, monday: date, situation: TeamWeek) -> tuple[Block, ...]:
    """One thing to do next week with its reason; none for a week without calls."""
    if not now.held:
        return ()
    key, reason = _judged(monday, situation) or _counted(now)
    return (Line(text(f"suggest-{key}")), Small(reason))


def _judged(monday: date, situation: TeamWeek) -> tuple[str, Text] | None:
    """What the judge's figures suggest; they are told only from five people on."""
    kinds, people = _question_kinds(monday, situation)
    if people >= ENOUGH_PEOPLE and kinds["implication"] * 2 < kinds.total():
        return "implication", text("suggest-implication-why", people=people)
    dressed, contributors = _dressed_up(monday, situation)
    if contributors >= ENOUGH_PEOPLE and dressed:
        return "advance", text("suggest-advance-why", count=dressed, people=contributors)
    return None


def _counted(now: Week) -> tuple[str, Text]:
    if now.planned * 2 < now.held:
        return "plan", text("suggest-plan-why", planned=now.planned, held=now.held)
    if now.reviewed * 2 < now.held:
        return "review", text("suggest-review-why", reviewed=now.reviewed, held=now.held)
    if now.advances * 2 < now.decided:
        return "action", text("suggest-action-why", advances=now.advances, decided=now.decided)
    return "bring", text("suggest-bring-why")


def _of_week(monday: date, situation: TeamWeek) -> list[Call]:
    span = figures.week_span(monday, situation.work)
    return [
        call
        for call in situation.calls
        if call.ends_at in span and call.ends_at <= situation.now and call.standing == "on"
    ]


def _question_kinds(monday: date, situation: TeamWeek) -> tuple[Counter[str], int]:
    """How many drafted questions of each kind, where the judge is sure, and by how many people."""
    kinds: Counter[str] = Counter()
    people: set[UUID] = set()
    for call in _of_week(monday, situation):
        plan = call.plan
        if not plan.question:
            continue
        verdict = situation.judge.read("question", plan.question, problem=plan.problem)
        label = plan.question_as or (verdict.label if verdict.sure else "")
        if label:
            kinds[label] += 1
            people.add(call.rep_id)
    return kinds, len(people)


def _dressed_up(monday: date, situation: TeamWeek) -> tuple[int, int]:
    """How many outcomes called an advance read as a continuation, and how many people reviewed."""
    reviewed = [call for call in _of_week(monday, situation) if call.review.outcome is not None]
    dressed = sum(call.review.dressed_up and call.review.outcome == "advance" for call in reviewed)
    return dressed, len({call.rep_id for call in reviewed})


# ---- the picture and the thread ----------------------------------------------------------------


def _chart(monday: date, several: tuple[Week, ...]) -> Chart:
    mondays = [monday - timedelta(days=7 * back) for back in reversed(range(WEEKS))]
    labels = tuple(text("week-label", week=one.isocalendar().week) for one in mondays)
    series = tuple(
        Series(
            name=text(f"outcome-{outcome.replace('_', '-')}"),
            values=tuple(one.count(outcome) for one in several),
        )
        for outcome in OUTCOMES
    )
    now = several[-1]
    summary = text(
        "digest-chart-summary",
        order=now.count("order"),
        advance=now.count("advance"),
        continuation=now.count("continuation"),
        refused=now.count("no_sale"),
    )
    return Chart(title=text("digest-chart"), labels=labels, series=series, summary=summary)


def _details(monday: date, situation: TeamWeek) -> Message:
    """How the figures are counted, and the shared learnings that did not fit."""
    now = weeks(monday, situation)[-1]
    rest = _shared(_since_last(monday, situation), situation)[TOLD_FIRST:]
    lines: list[Block] = [Line(text("digest-how-counted"))]
    if now.differing:
        lines.append(Line(text("digest-differing", count=now.differing)))
    lines += [Line(_learned(one, situation)) for one in rest[:TOLD_AFTER]]
    return message(*lines, Small(text("digest-private")))
