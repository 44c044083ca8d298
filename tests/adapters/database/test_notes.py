"""What a rep keeps beside plans and reviews: known whole, theirs alone, gone when they say so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import Known
from coaching.actions import Decision, Entity
from coaching.notes import KINDS, Content, Forgotten
from coaching.notes.needs import Need, Weighing
from coaching.notes.objections import Objection
from coaching.notes.planner import Ally, Difficulty, Problem, Product, Solves
from coaching.notes.practice import Observation, Occasion, Practice, Try
from coaching.notes.stages import Stages
from coaching.notes.statements import Statement
from coaching.notes.survey import Survey
from coaching.turn import Joint
from tests.adapters.database import world
from tests.adapters.database.world import ADA, HOUR, LONG_AGO, NORTH, NOW

BEN = world.rep("Ben")
CONTENTS: tuple[Content, ...] = (
    Ally(who="Bo", will_say="it saves us nights", question="What would you tell the board?"),
    Need(words="we want fewer stops", label="explicit", grew_from=world.ident("need")),
    Objection(words="too dear", label="price", when="end"),
    Observation(counts={"problem": 2}, done=True, latest=("problem", "problem"), customer="Halden"),
    Occasion(use="practice"),
    Practice(
        behaviour="questions",
        began_at=NOW,
        ended_at=NOW + HOUR,
        by_itself=True,
        tried=(Try(call_id=world.ident("call"), at=NOW, customer="Halden", count="many"),),
    ),
    Problem(text="line 2 stops", difficulties=(Difficulty(text="late trucks", question="q?"),)),
    Product(name="Line watch", solves=(Solves(problem="stops", who="shift leads"),)),
    Stages(opening="why we are here", checked=("concerns",), closes=2),
    Statement(text="it tells the shift lead", label="benefit", need_id=world.ident("need")),
    Survey(answers=(1, 2, 3, 4, 5) * 3),
    Weighing(serious="a morning a week", cost="a line for a day", heavier="problem"),
)


@pytest.fixture
async def acme(database: Database) -> UUID:
    """A workspace with one team and two reps."""
    workspace = await world.settle(database)
    async with database.store.open(workspace) as unit:
        await unit.put_rep(BEN)
    return workspace


async def _save(database: Database, acme: UUID, rep_id: UUID, *saves: Entity) -> None:
    async with database.store.open(acme) as unit:
        version = (await unit.known(rep_id, since=LONG_AGO)).conversation.version
        await unit.save(rep_id, Decision(saves=saves), version=version)


async def _known(database: Database, acme: UUID, rep_id: UUID = ADA.id) -> Known:
    async with database.store.open(acme) as unit:
        return await unit.known(rep_id, since=LONG_AGO)


def test_every_kind_is_tried() -> None:
    assert {type(content) for content in CONTENTS} == set(KINDS.values())


@pytest.mark.parametrize("content", CONTENTS, ids=lambda content: type(content).__name__)
async def test_a_note_saved_is_known_whole(
    database: Database, acme: UUID, content: Content
) -> None:
    sale, call = world.opportunity(), world.call()
    note = replace(world.note(content=content), opportunity_id=sale.id, call_id=call.id)
    await _save(database, acme, ADA.id, note, call, sale)
    assert (await _known(database, acme)).notes == (note,)


async def test_a_note_saved_again_replaces_what_was(database: Database, acme: UUID) -> None:
    await _save(database, acme, ADA.id, world.note())
    again = replace(world.note(), content=Need(words="we want it", label="explicit"))
    await _save(database, acme, ADA.id, again)
    assert (await _known(database, acme)).notes == (again,)


async def test_notes_come_oldest_first(database: Database, acme: UUID) -> None:
    later = replace(world.note("later"), said_at=NOW + HOUR)
    await _save(database, acme, ADA.id, later, world.note())
    assert (await _known(database, acme)).notes == (world.note(), later)


async def test_nobody_knows_another_reps_notes(database: Database, acme: UUID) -> None:
    await _save(database, acme, ADA.id, world.note())
    assert (await _known(database, acme, BEN.id)).notes == ()


async def test_what_a_colleague_noted_both_know_and_by_whom(database: Database, acme: UUID) -> None:
    counted = Observation(counts={"problem": 1})
    note = replace(world.note(content=counted), author_id=BEN.id)
    await _save(database, acme, BEN.id, note)
    ada, ben = await _known(database, acme), await _known(database, acme, BEN.id)
    assert ada.notes == ben.notes == (note,)
    assert ada.names == {BEN.id: "Ben"}


async def test_a_forgotten_note_is_gone(database: Database, acme: UUID) -> None:
    other = world.note("other")
    await _save(database, acme, ADA.id, world.note(), other)
    await _save(database, acme, ADA.id, Forgotten(id=world.note().id))
    assert (await _known(database, acme)).notes == (other,)


async def test_nobody_has_another_reps_note_forgotten(database: Database, acme: UUID) -> None:
    await _save(database, acme, ADA.id, world.note())
    await _save(database, acme, BEN.id, Forgotten(id=world.note().id))
    assert (await _known(database, acme)).notes == (world.note(),)


async def test_notes_are_kept_as_long_as_retention_says(database: Database, acme: UUID) -> None:
    await _save(database, acme, ADA.id, world.note())
    keep = timedelta(days=400)
    assert (await database.prune(NOW + keep, keep))["notes"] == 0
    assert (await database.prune(NOW + keep + HOUR, keep))["notes"] == 1
    assert (await _known(database, acme)).notes == ()


async def test_a_colleague_in_the_same_meeting_is_known_by_name(
    database: Database, acme: UUID
) -> None:
    mine, theirs = world.call(), world.call(of=BEN)
    elsewhere = world.call("m2", of=BEN)
    await _save(database, acme, BEN.id, world.opportunity(), theirs, elsewhere)
    await _save(database, acme, ADA.id, mine)
    known = await _known(database, acme)
    assert known.joint == (
        Joint(
            call_id=theirs.id,
            rep_id=BEN.id,
            name="Ben",
            customer="Buyer",
            meeting_id=theirs.meeting_id,
            starts_at=theirs.starts_at,
            ends_at=theirs.ends_at,
        ),
    )
    assert known.names == {BEN.id: "Ben"}


async def test_what_the_team_shares_is_known_newest_first(database: Database, acme: UUID) -> None:
    mine, theirs = world.call(), world.call("m2", of=BEN)
    first = world.learning(mine)
    second = replace(world.learning(theirs), shared_at=NOW + HOUR)
    taken_back = replace(world.learning(world.call("m3")), text="")
    await _save(database, acme, BEN.id, world.opportunity(), theirs, second)
    await _save(database, acme, ADA.id, mine, first, world.call("m3"), taken_back)
    known = await _known(database, acme)
    assert known.shared == (second, first)
    assert known.names == {ADA.id: "Ada", BEN.id: "Ben"}


async def test_another_teams_learnings_are_not_known(database: Database, acme: UUID) -> None:
    south = world.team("South")
    cleo = world.rep("Cleo", of=south)
    async with database.store.open(acme) as unit:
        await unit.put_team(south)
        await unit.put_rep(cleo)
    call = world.call()
    await _save(database, acme, ADA.id, world.opportunity(), call, world.learning(call))
    assert NORTH.id != south.id
    assert (await _known(database, acme, cleo.id)).shared == ()


async def test_a_settled_promise_stays_in_the_ledger_for_longer_than_its_call(
    database: Database, acme: UUID
) -> None:
    call = world.call()
    settled = NOW - timedelta(days=80)
    promise = replace(world.promise(call), kept=True, settled_at=settled)
    gone = replace(
        world.promise(world.call("m2")), kept=True, settled_at=settled - timedelta(days=20)
    )
    saves = (world.opportunity(), call, world.call("m2"), promise, gone)
    await _save(database, acme, ADA.id, *saves)
    assert (await _known(database, acme)).promises == (promise,)


async def test_the_problem_on_the_table_is_each_reps_own(database: Database, acme: UUID) -> None:
    mine = replace(world.opportunity(), problem="line 2 stops")
    await _save(database, acme, ADA.id, mine)
    ben = (await _known(database, acme, BEN.id)).opportunities
    assert ben == {mine.id: replace(mine, problem="")}
    await _save(database, acme, BEN.id, replace(mine, problem="", size="small"))
    ada = (await _known(database, acme)).opportunities
    assert ada == {mine.id: replace(mine, size="small")}
