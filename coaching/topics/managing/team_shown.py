"""How a team's four weeks look to its manager: totals first, what they are not for last."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from coaching.attitude import TeamAttitude
from coaching.figures import OUTCOMES, Promised, Week
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Chart,
    Heading,
    Line,
    Message,
    Quoted,
    Series,
    Small,
    Tap,
    message,
    text,
)
from coaching.team_figures import OfRep, TeamReport

# More people than that no message holds.
_NAMED = 30


def shown(report: TeamReport, team_id: UUID) -> Message:
    """The last four weeks of a team."""
    evaluate = Tap(verb="manage", about=str(team_id), value="evaluate")
    return message(
        Heading(text("team-heading", team=Quoted(report.team), until=report.until)),
        *_calls(report),
        *_promised(report.promised),
        _attitude(report.attitude),
        *_each(report.per_person, report.why_not),
        *_chart(report.weeks),
        Buttons((Button(label=text("button-evaluate"), tap=evaluate),)),
        Small(text("team-not-for")),
    )


def _calls(report: TeamReport) -> tuple[Block, ...]:
    now = report.lately
    if not now.held:
        return (Line(text("team-none")),)
    held = text(
        "team-held",
        held=now.held,
        planned=now.planned,
        reviewed=now.reviewed,
        before=report.before.held,
    )
    if report.rate is None:
        return (Line(held),)
    low, high = report.rate
    rate = text(
        "team-rate",
        advances=now.advances,
        decided=now.decided,
        percent=_percent(now.advances / now.decided),
        low=_percent(low),
        high=_percent(high),
    )
    return (Line(held), Line(text("team-outcomes", **_outcomes(now))), Line(rate))


def _outcomes(week: Week) -> dict[str, int]:
    return {
        "order": week.count("order"),
        "advance": week.count("advance"),
        "continuation": week.count("continuation"),
        "refused": week.count("no_sale"),
    }


def _percent(share: float) -> int:
    return round(share * 100)


def _promised(promised: Promised) -> tuple[Line, ...]:
    if not promised.due:
        return ()
    kept, due = promised.kept, promised.due
    if promised.unknown:
        told = text("team-promises-unknown", kept=kept, due=due, unknown=promised.unknown)
        return (Line(told),)
    return (Line(text("team-promises", kept=kept, due=due)),)


def _attitude(attitude: TeamAttitude | None) -> Line:
    if attitude is None:
        return Line(text("team-attitude-none"))
    return Line(
        text(
            "team-attitude",
            people=attitude.people,
            mean=attitude.mean,
            spread=attitude.spread,
        )
    )


def _each(per_person: tuple[OfRep, ...] | None, why_not: str) -> tuple[Line, ...]:
    if per_person is None:
        return (Line(text(f"team-each-{why_not}")),)
    lines = (
        Line(
            text(
                "team-of-rep",
                name=Quoted(one.name),
                held=one.held,
                planned=one.planned,
                reviewed=one.reviewed,
            )
        )
        for one in per_person[:_NAMED]
    )
    return (Line(text("team-each")), *lines)


def _chart(weeks: tuple[tuple[date, Week], ...]) -> tuple[Chart, ...]:
    """The outcomes of five weeks, where there are any."""
    if not any(week.decided for _, week in weeks):
        return ()
    series = tuple(
        Series(
            name=text(f"outcome-{outcome.replace('_', '-')}"),
            values=tuple(week.count(outcome) for _, week in weeks),
        )
        for outcome in OUTCOMES
    )
    _, latest = weeks[-1]
    return (
        Chart(
            title=text("digest-chart"),
            labels=tuple(text("week-label", week=day.isocalendar().week) for day, _ in weeks),
            series=series,
            summary=text("team-chart-summary", **_outcomes(latest)),
        ),
    )
