"""What `advance digest --preview` prints: the digest as it would be posted now."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot import wiring
from bot.program import Program
from coaching.actions import Post
from coaching.errors import BadInput, Unknown
from coaching.events import DigestDue
from coaching.people import Team


async def preview(program: Program, name: str, *, colour: bool) -> str:
    """A team's digest of this week (the only team where none is named); nothing is stored."""
    team = team_named(program, name)
    now = program.clock.now()
    today = now.astimezone(ZoneInfo(team.zone)).date()
    event = DigestDue(team_id=team.id, week_of=today - timedelta(days=today.weekday()))
    try:
        decision = await program.service.preview(program.workspace_id, event)
    except Unknown:
        # The server has not been started with this team yet.
        return ""
    say = program.words.speaker(team.language, team.zone, now)
    posts = [action.message for action in decision.actions if isinstance(action, Post)]
    return "\n\n".join(wiring.printed(post, say, colour=colour) for post in posts)


def team_named(program: Program, name: str) -> Team:
    """The team of that name, or the only one; raises `BadInput`."""
    teams = {team.name: team for team in program.enrolled.teams}
    if name in teams:
        return teams[name]
    if not name and len(teams) == 1:
        return next(iter(teams.values()))
    raise BadInput("team", f"there is no {name or 'single team'}; there are {', '.join(teams)}")
