"""What the page looks at: people, posts and appointments as plain JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from adapters.chat.web.draw import Json, drawn
from adapters.chat.web.platform import COACH, rep_place, team_place
from adapters.chat.web.site import Appointment, Words
from adapters.ports import WebPost
from coaching.calls import Call
from coaching.messages import text
from coaching.people import Language, Rep, Team


def people_view(reps: Sequence[Rep], teams: Sequence[Team]) -> list[Json]:
    """Whom one can act as, each with zone and places; a rep without a zone has the team's."""
    known = {team.id: team for team in teams}
    return [_person(rep, known[rep.team_id]) for rep in reps if rep.team_id in known]


def posts_view(
    posts: Sequence[WebPost],
    names: Mapping[str, str],
    *,
    me: str,
    language: Language,
    zone: str,
    words: Words,
) -> list[Json]:
    """A place's posts in order, in the reader's language; each root with its count of replies.

    Days are said as seen from the moment of each post ("today" stays true in an old message).
    """
    replies = Counter(post.thread for post in posts if post.thread)
    drawings = []
    for post in posts:
        say = words(language, zone, post.at)
        count = replies[post.reference]
        drawing: Json = {
            "reference": post.reference,
            "thread": post.thread,
            "author": names.get(post.author, ""),
            "coach": post.author == COACH,
            "mine": post.author == me,
            "at": post.at.isoformat(),
            "edited": post.edited,
            "text": post.text,
            "blocks": drawn(post.message, say) if post.message else [],
            "replies": say.plain(text("play-replies", count=count)) if count else "",
        }
        drawings.append(drawing)
    return drawings


def day_view(appointments: Sequence[Appointment]) -> list[Json]:
    """A stretch of a rep's calendar: what is coached, and how far each call has come."""
    return [
        {
            "title": entry.title,
            "starts": entry.starts_at.isoformat(),
            "ends": entry.ends_at.isoformat(),
            "all_day": entry.all_day,
            "coached": sorted_.coached,
            "customer": call.customer if call else sorted_.customer,
            "state": _state(call),
        }
        for entry, sorted_, call in appointments
    ]


def _person(rep: Rep, team: Team) -> Json:
    return {
        "id": str(rep.id),
        "name": rep.name,
        "language": rep.language,
        "zone": rep.zone or team.zone,
        "place": rep_place(rep.id).address,
        "team": team.name,
        "channel": team_place(team.id).address,
    }


def _state(call: Call | None) -> str:
    if call is None:
        return ""
    if call.standing != "on":
        return str(call.standing)
    if call.review.made:
        return "reviewed"
    return "planned" if call.plan.made else "open"
