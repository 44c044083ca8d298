"""What `advance evaluate` prints: a team's evaluation as its manager sees it, or as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime

from bot import wiring
from bot.digesting import team_named
from bot.program import Program
from coaching.effectiveness.figures import Evaluation, Finding
from coaching.errors import BadInput, Unknown
from coaching.topics.managing import evaluation_shown


async def evaluated(program: Program, name: str, *, colour: bool, as_json: bool) -> str:
    """A team's evaluation (the only team where none is named); nothing is stored.

    Raises `BadInput` where no such team is there, or the results are not fit.
    """
    team = team_named(program, name)
    try:
        evaluation = await program.figures.evaluation(program.workspace_id, team.id)
    except Unknown:
        raise BadInput("team", f"the server was not started with {team.name} yet") from None
    if as_json:
        return json.dumps(_plain(evaluation), ensure_ascii=False, indent=2, default=_day)
    say = program.words.speaker(team.language, team.zone, program.clock.now())
    return wiring.printed(evaluation_shown.shown(evaluation), say, colour=colour)


def _plain(evaluation: Evaluation) -> dict[str, object]:
    """All figures; where something lacks, only what: under five people nothing else is told."""
    return {
        "team": evaluation.team,
        "people": evaluation.people,
        "counted_to": evaluation.counted_to,
        "began": evaluation.began,
        "findings": [_finding(one) for one in evaluation.findings],
    }


def _finding(finding: Finding) -> dict[str, object]:
    one = finding.comparison
    told: dict[str, object] = {"test": one.test, "what": one.what, "source": one.source}
    if finding.estimate is None:
        return {**told, "known": False, "lack": one.lack or "same"}
    return {
        **told,
        "known": True,
        "first": asdict(one.first),
        "other": asdict(one.other),
        "unmatched": one.unmatched,
        **asdict(finding.estimate),
        "reading": finding.reading,
    }


def _day(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(value)  # pragma: no cover - nothing else is in it
