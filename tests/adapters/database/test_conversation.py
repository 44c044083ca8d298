"""A talk kept in the store: each turn is decided on what the turn before has stored."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import Known
from coaching.decide import decide
from coaching.events import RepEvent
from coaching.turn import Situation
from tests.adapters.database.world import ADA, LONG_AGO, settle
from tests.coaching.world import (
    ADVANCE,
    a_rep,
    a_situation,
    an_entry,
    calendar_shows,
    comes_due,
    says,
    taps,
)


@pytest.fixture
async def acme(database: Database) -> UUID:
    """A workspace with one team and one rep."""
    return await settle(database)


async def happens(database: Database, workspace: UUID, *events: RepEvent) -> Situation:
    """What is known after these events, each decided on what was stored before."""
    for event in events:
        async with database.store.open(workspace) as unit:
            known = await unit.known(ADA.id, since=LONG_AGO)
        here = situation(known)
        async with database.store.open(workspace) as unit:
            await unit.save(ADA.id, decide(event, here), version=known.conversation.version)
    async with database.store.open(workspace) as unit:
        return situation(await unit.known(ADA.id, since=LONG_AGO))


def situation(known: Known) -> Situation:
    names = ("rep", "team", "conversation", "calls", "busy", "opportunities", "promises", "told")
    stored = {name: getattr(known, name) for name in names}
    return replace(a_situation(), **stored | {"rep": replace(stored["rep"], zone="Europe/Berlin")})


async def test_a_loose_text_waits_in_the_store_for_its_call(database: Database, acme: UUID) -> None:
    here = await happens(database, acme, calendar_shows(an_entry(), an_entry("other")))
    due = [comes_due("prompt", str(one.id), one.starts_at, here.now) for one in here.calls]
    here = await happens(database, acme, *due, says(ADVANCE, source="1.1"))
    ((turn, waits),) = here.conversation.loose.items()
    assert waits == (ADVANCE, "1.1")
    chosen = here.calls[1]
    here = await happens(database, acme, taps("which", chosen, turn))
    assert {call.id: call.plan.objective for call in here.calls}[chosen.id] == ADVANCE
    assert here.conversation.loose == {}
    assert here.conversation.answered == {"1.1": ("plan", str(chosen.id), "objective")}


async def test_a_meeting_set_up_anew_is_stored_as_another_with_the_same_call(
    database: Database, acme: UUID
) -> None:
    before = await happens(database, acme, calendar_shows(an_entry()), says("plan"), says(ADVANCE))
    here = await happens(database, acme, calendar_shows(replace(an_entry(), uid="anew")))
    (call,) = here.calls
    assert (call.id, call.plan.objective) == (before.calls[0].id, ADVANCE)
    assert (call.key, call.series) == ("anew", "anew")
    assert call.meeting_id != before.calls[0].meeting_id


async def test_an_entry_that_shows_its_people_at_last_is_stored_as_a_call(
    database: Database, acme: UUID
) -> None:
    bare = replace(an_entry(), people=(), has_people=False)
    unsure = await happens(database, acme, calendar_shows(bare))
    here = await happens(database, acme, calendar_shows(an_entry()))
    assert [call.standing for call in (*unsure.calls, *here.calls)] == ["unsure", "on"]
    assert here.calls[0].customer == "Halden"
    assert here.rep.name == a_rep().name
