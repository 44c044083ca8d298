"""What a manager's figures are made of: the team's calls, counts, practices and surveys alone."""

from __future__ import annotations

from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import KnownHistory
from coaching.actions import Decision
from coaching.conversation import Conversation
from coaching.errors import Unknown
from coaching.notes import Content, Note
from coaching.notes.needs import Need
from coaching.notes.practice import Observation, Practice
from coaching.notes.survey import Survey
from tests.adapters.database import world
from tests.adapters.database.world import ADA, LONG_AGO, NORTH, NOW


def a_note(number: int, content: Content, call_id: UUID | None = None) -> Note:
    return Note(
        id=UUID(int=number),
        rep_id=ADA.id,
        author_id=ADA.id,
        said_at=NOW,
        content=content,
        call_id=call_id,
    )


async def test_a_teams_history_is_its_calls_and_what_was_counted(database: Database) -> None:
    workspace = await world.settle(database, "acme")
    call = world.call()
    counted = (
        a_note(1, Observation(counts={"problem": 2}, done=True), call_id=call.id),
        a_note(2, Practice(behaviour="implication", began_at=NOW)),
        a_note(3, Survey(answers=(3,) * 15)),
    )
    saves = (world.opportunity(), call, *counted, a_note(4, Need(words="line 2 stops")))
    told = Conversation(rep_id=ADA.id, per_person_told=True)
    async with database.store.open(workspace) as unit:
        await unit.save(ADA.id, Decision(saves=(*saves, told)), version=0)
    async with database.store.look(workspace) as unit:
        history = await unit.history(NORTH.id, since=LONG_AGO)
        later = await unit.history(NORTH.id, since=call.ends_at)
    assert isinstance(history, KnownHistory)
    assert (history.team, history.calls, history.notes) == (NORTH, (call,), counted)
    assert ADA.id in {rep.id for rep in history.people}
    assert (history.told, history.promises) == (frozenset({ADA.id}), ())
    assert later.calls == ()


async def test_of_a_team_that_is_not_here_there_is_no_history(database: Database) -> None:
    workspace = await world.settle(database, "acme")
    async with database.store.look(workspace) as unit:
        with pytest.raises(Unknown):
            await unit.history(UUID(int=9), since=LONG_AGO)
