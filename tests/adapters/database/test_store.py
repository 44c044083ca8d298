"""The port `Store`: what is saved is what is known."""

from __future__ import annotations

from dataclasses import replace

from adapters.database import Database
from adapters.ports import Known
from coaching.actions import Decision
from coaching.calls import Plan, Review
from coaching.conversation import Conversation, Focus
from coaching.meetings import Lesson
from coaching.spans import Span
from tests.adapters.database import world
from tests.adapters.database.world import LONG_AGO, NOW


async def test_a_decision_saved_whole_is_known_whole(database: Database) -> None:
    workspace = await database.store.workspace("acme")
    sale, call = world.opportunity(), world.call()
    planned = replace(
        call, plan=Plan(objective="they test it", planned_at=NOW), review=Review(held="agreed")
    )
    conversation = Conversation(
        rep_id=world.rep().id,
        greeted=True,
        focus=Focus(topic="plan", call_id=call.id),
        answered={"1.2": ("plan", "c", "objective")},
        series_asked=frozenset({"s"}),
    )
    lesson = Lesson(scope="series", value="standup", coached=False)
    busy = ((call.key, Span(call.starts_at, call.ends_at)),)
    saves = (
        lesson,
        world.told(),
        conversation,
        world.learning(call),
        world.promise(call),
        planned,
        sale,
    )
    async with database.store.open(workspace) as unit:
        await unit.put_team(world.team())
        await unit.put_rep(world.rep())
        await unit.save(world.rep().id, Decision(saves=saves, busy=busy), version=0)
    async with database.store.open(workspace) as unit:
        known = await unit.known(world.rep().id, since=LONG_AGO)
    assert known == Known(
        rep=world.rep(),
        team=world.team(),
        conversation=replace(conversation, version=1),
        calls=(planned,),
        busy=busy,
        opportunities={sale.id: sale},
        promises=(world.promise(call),),
        told=(world.told(),),
        lessons=(lesson,),
    )
