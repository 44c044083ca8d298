"""What the page looks at, and what reaches the board."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from aiohttp.test_utils import TestClient, TestServer

from adapters.chat.web import Web, application, rep_place
from adapters.chat.web.views import day_view, people_view
from adapters.ports import Envelope
from coaching.calls import Call, Plan, Review, Standing
from coaching.errors import CoachError, Conflict
from coaching.meetings import Sorted
from coaching.people import Rep
from tests.adapters.web.fakes import (
    DIGEST,
    LIN,
    MARA,
    MEETING,
    MONDAY,
    NORTH,
    PROMPT,
    Scripted,
    world,
)

COACHED = Sorted(coached=True, reason="external", customer="halden.example")
CALL = Call(
    id=UUID(int=1),
    meeting_id=UUID(int=2),
    rep_id=MARA.id,
    opportunity_id=UUID(int=3),
    key="m1",
    series="m1",
    title="Halden Paper: line 2",
    customer="Halden",
    starts_at=MEETING.starts_at,
    ends_at=MEETING.ends_at,
    found_at=MONDAY,
)


@pytest.mark.parametrize(
    "standing, plan, review, state",
    [
        ("on", Plan(), Review(), "open"),
        ("on", Plan(objective="Jens agrees"), Review(), "planned"),
        ("on", Plan(objective="Jens agrees"), Review(held="agreed"), "reviewed"),
        ("cancelled", Plan(objective="Jens agrees"), Review(), "cancelled"),
        ("skipped", Plan(), Review(), "skipped"),
        ("unsure", Plan(), Review(), "unsure"),
    ],
)
def test_a_call_says_how_far_it_has_come(
    standing: Standing, plan: Plan, review: Review, state: str
) -> None:
    call = replace(CALL, standing=standing, plan=plan, review=review)
    (seen,) = day_view([(MEETING, COACHED, call)])
    assert seen == {
        "title": "Halden Paper: line 2",
        "starts": "2026-11-23T11:30:00+00:00",
        "ends": "2026-11-23T12:30:00+00:00",
        "all_day": False,
        "coached": True,
        "customer": "Halden",
        "state": state,
    }


def test_a_rep_without_a_zone_has_the_teams() -> None:
    (seen,) = people_view([replace(LIN, zone=None)], [NORTH])
    assert seen["zone"] == "Europe/Berlin"


async def test_a_message_is_put_once_and_changed_in_place() -> None:
    coach, _ = world()
    web = Web(board=coach.board, clock=coach.clock)
    envelope = Envelope(
        id="prompt-1",
        place=rep_place(MARA.id),
        message=PROMPT,
        say=coach.words.speaker("en", "UTC", MONDAY),
    )
    reference = await web.send(envelope)
    assert await web.send(envelope) == reference
    await web.edit(reference, replace(envelope, message=DIGEST))
    (post,) = await coach.board.posts(f"rep:{MARA.id}")
    assert (post.reference, post.author, post.at) == (reference, "coach", MONDAY)
    assert (post.message, post.edited) == (DIGEST, True)


@pytest.mark.parametrize("fault, status", [(Conflict(), 409), (CoachError("no"), 500)])
async def test_what_goes_wrong_inside_is_told_as_json(fault: CoachError, status: int) -> None:
    class Failing(Scripted):
        async def people(self) -> tuple[Rep, ...]:
            raise fault

    coach, site = world()
    door = Failing(board=coach.board, clock=coach.clock, words=coach.words)
    async with TestClient(
        TestServer(application(replace(site, door=door)), host="127.0.0.1")
    ) as client:
        answer = await client.get("/api/people")
        assert (answer.status, await answer.json()) == (
            status,
            {"error": {"field": "", "problem": str(fault)}},
        )


async def test_a_rep_without_a_zone_sees_the_teams_hours() -> None:
    class Zoneless(Scripted):
        async def people(self) -> tuple[Rep, ...]:
            return (replace(MARA, zone=None),)

    coach, site = world()
    door = Zoneless(board=coach.board, clock=coach.clock, words=coach.words)
    await coach.say(rep_place(MARA.id), PROMPT)
    async with TestClient(
        TestServer(application(replace(site, door=door)), host="127.0.0.1")
    ) as client:
        query = {"rep": str(MARA.id), "place": f"rep:{MARA.id}", "language": "en"}
        seen = await (await client.get("/api/board", params=query)).json()
    runs = seen["posts"][0]["blocks"][0]["runs"]
    assert runs[1]["text"] == " · today 12:30–13:30"
