"""The port `Store`: what is saved is what is known, and only in its workspace."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import Known, KnownTeam
from coaching.actions import Decision
from coaching.calls import Call, Plan, Review
from coaching.conversation import Conversation, Focus
from coaching.errors import Conflict, Unknown
from coaching.meetings import Lesson
from coaching.people import Preferences
from coaching.spans import Span
from tests.adapters.database import world
from tests.adapters.database.world import ADA, HOUR, LONG_AGO, NORTH, NOW


@pytest.fixture
async def acme(database: Database) -> UUID:
    """A workspace with one team and one rep."""
    return await world.settle(database)


async def _save(database: Database, workspace: UUID, decision: Decision, version: int) -> None:
    async with database.store.open(workspace) as unit:
        await unit.save(ADA.id, decision, version=version)


async def _known(database: Database, workspace: UUID, since: datetime = LONG_AGO) -> Known:
    async with database.store.open(workspace) as unit:
        return await unit.known(ADA.id, since=since)


async def test_a_decision_saved_whole_is_known_whole(database: Database, acme: UUID) -> None:
    sale, call = world.opportunity(), world.call()
    planned = replace(
        call, plan=Plan(objective="they test it", planned_at=NOW), review=Review(held="agreed")
    )
    conversation = Conversation(
        rep_id=ADA.id,
        greeted=True,
        focus=Focus(topic="plan", call_id=call.id),
        answered={"1.2": ("plan", "c", "objective")},
        series_asked=frozenset({"s", "t"}),
        failed_links={"x": ("link.gone", NOW)},
    )
    lesson = Lesson(scope="series", value="standup", coached=False)
    busy = ((call.key, Span(call.starts_at, call.ends_at)),)
    rest = (conversation, world.learning(call), world.promise(call), planned, sale)
    await _save(database, acme, Decision(saves=(lesson, world.told(), *rest), busy=busy), 0)
    assert await _known(database, acme) == Known(
        rep=ADA,
        team=NORTH,
        conversation=replace(conversation, version=1),
        calls=(planned,),
        busy=busy,
        opportunities={sale.id: sale},
        promises=(world.promise(call),),
        told=(world.told(),),
        lessons=(lesson,),
        shared=(world.learning(call),),
        names={ADA.id: ADA.name},
    )


async def test_what_is_saved_again_replaces_what_was(database: Database, acme: UUID) -> None:
    sale, call, promise = world.opportunity(), world.call(), world.promise(world.call())
    lesson = Lesson(scope="series", value="standup", coached=False)
    busy = (("a", Span(NOW, NOW + HOUR)),)
    first = (sale, call, promise, world.told(), lesson)
    await _save(database, acme, Decision(saves=first, busy=busy), 0)
    sale, call = replace(sale, size="small"), replace(call, starts_at=NOW, standing="cancelled")
    promise = replace(promise, kept=True, settled_at=NOW)
    rep = replace(ADA, zone="Asia/Shanghai", preferences=Preferences(cues=False))
    told, lesson = replace(world.told(), dropped="paused"), replace(lesson, coached=True)
    second = (call, sale, rep, promise, told, lesson)
    await _save(database, acme, Decision(saves=second, busy=()), 1)
    assert await _known(database, acme) == Known(
        rep=rep,
        team=NORTH,
        conversation=Conversation(rep_id=ADA.id, version=2),
        calls=(call,),
        busy=(),
        opportunities={sale.id: sale},
        promises=(promise,),
        told=(told,),
        lessons=(lesson,),
    )


async def test_what_a_decision_leaves_out_stays(database: Database, acme: UUID) -> None:
    conversation = Conversation(rep_id=ADA.id, loose={"7": ("a text", "1.3")})
    busy = (("a", Span(NOW, NOW + HOUR)),)
    decision = Decision(saves=(conversation,), busy=busy, nudges=(world.nudge(),))
    await _save(database, acme, decision, 0)
    await _save(database, acme, Decision(), 1)
    known = await _known(database, acme)
    assert known.conversation == replace(conversation, version=2)
    assert known.busy == busy
    assert await database.queue.next_at() == world.nudge().at


async def test_what_is_past_is_not_loaded(database: Database, acme: UUID) -> None:
    old = world.call("old", starts_at=NOW - 9 * timedelta(days=1))
    lately = world.call("lately", starts_at=NOW - HOUR)
    settled = replace(world.promise(old), kept=True, settled_at=NOW - 63 * timedelta(days=1))
    forgotten = world.told("old", start=NOW - 20 * timedelta(days=1))
    saves = (world.opportunity(), old, lately, settled, forgotten, world.told("new"))
    await _save(database, acme, Decision(saves=saves), 0)
    known = await _known(database, acme, since=NOW - timedelta(days=2))
    assert known.calls == (lately,)
    assert known.promises == ()
    assert known.told == (world.told("new"),)


async def test_calls_come_in_the_order_of_their_starts(database: Database, acme: UUID) -> None:
    calls = [world.call(str(hours), starts_at=NOW + hours * HOUR) for hours in (3, 1, 2)]
    await _save(database, acme, Decision(saves=(world.opportunity(), *calls)), 0)
    known = await _known(database, acme)
    assert [call.key for call in known.calls] == ["1", "2", "3"]


async def test_the_second_of_two_decisions_on_one_state_is_a_conflict(
    database: Database, acme: UUID
) -> None:
    await _save(database, acme, Decision(), 0)
    with pytest.raises(Conflict):
        await _save(database, acme, Decision(saves=(world.told(),), actions=(world.send(),)), 0)
    known = await _known(database, acme)
    assert (known.conversation.version, known.told) == (1, ())
    async with database.store.open(acme) as unit:
        assert await unit.message("m") is None


@pytest.mark.parametrize("version", [0, 1])
async def test_of_many_decisions_at_once_one_is_stored(
    database: Database, acme: UUID, version: int
) -> None:
    for before in range(version):
        await _save(database, acme, Decision(), before)
    tries = (_save(database, acme, Decision(), version) for _ in range(6))
    ends = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(end).__name__ for end in ends) == ["Conflict"] * 5 + ["NoneType"]
    assert (await _known(database, acme)).conversation.version == version + 1


async def test_an_exception_inside_undoes_all(database: Database, acme: UUID) -> None:
    with pytest.raises(RuntimeError):
        await _fail_after_saving(database, acme)
    known = await _known(database, acme)
    assert (known.conversation.version, known.told) == (0, ())


async def _fail_after_saving(database: Database, workspace: UUID) -> None:
    async with database.store.open(workspace) as unit:
        await unit.save(ADA.id, Decision(saves=(world.told(),)), version=0)
        raise RuntimeError


async def test_two_reps_in_one_meeting_share_it(database: Database, acme: UUID) -> None:
    bob = world.rep("Bob")
    hers = world.call("joint")
    his = replace(world.call("joint", of=bob), meeting_id=world.ident("derived otherwise"))
    await _save(database, acme, Decision(saves=(world.opportunity(), hers)), 0)
    async with database.store.open(acme) as unit:
        await unit.put_rep(bob)
        await unit.save(bob.id, Decision(saves=(his,)), version=0)
        known = await unit.known(bob.id, since=LONG_AGO)
    assert known.calls == (replace(his, meeting_id=hers.meeting_id),)


async def test_two_teams_share_a_customer(database: Database, acme: UUID) -> None:
    south = world.team("South")
    zoe = world.rep("Zoe", of=south)
    ours, theirs = world.opportunity(), world.opportunity(of=south)
    other = replace(theirs.customer, id=world.ident("derived otherwise"), name="Buyer Inc")
    theirs = replace(theirs, id=world.ident("their sale"), customer=other)
    await _save(database, acme, Decision(saves=(ours,)), 0)
    async with database.store.open(acme) as unit:
        await unit.put_team(south)
        await unit.put_rep(zoe)
        await unit.save(zoe.id, Decision(saves=(theirs,)), version=0)
        known = await unit.known(zoe.id, since=LONG_AGO)
    shared = replace(other, id=ours.customer.id)
    assert known.opportunities == {theirs.id: replace(theirs, customer=shared)}


async def test_a_rep_who_changes_team_keeps_the_sales_of_their_calls(
    database: Database, acme: UUID
) -> None:
    south = world.team("South")
    await _save(database, acme, Decision(saves=(world.opportunity(), world.call())), 0)
    async with database.store.open(acme) as unit:
        await unit.put_team(south)
        await unit.put_rep(replace(ADA, team_id=south.id))
    known = await _known(database, acme)
    assert known.team == south
    assert known.opportunities == {world.opportunity().id: world.opportunity()}


async def test_a_team_knows_its_calls_promises_and_learnings(
    database: Database, acme: UUID
) -> None:
    call, old = world.call(), world.call("old", starts_at=NOW - 60 * timedelta(days=1))
    shared = world.learning(call)
    stale = replace(shared, id=world.ident("stale"), shared_at=NOW - 60 * timedelta(days=1))
    past = replace(world.promise(old), due_on=(NOW - 60 * timedelta(days=1)).date())
    saves = (world.opportunity(), call, old, shared, stale, world.promise(call), past)
    await _save(database, acme, Decision(saves=saves), 0)
    async with database.store.open(acme) as unit:
        await unit.put_rep(world.rep("Bob"))
        known = await unit.known_team(NORTH.id, since=LONG_AGO)
    assert known == KnownTeam(
        team=NORTH,
        calls=(call,),
        promises=(world.promise(call),),
        learnings=(shared,),
        names={ADA.id: "Ada", world.rep("Bob").id: "Bob"},
    )


async def test_a_call_stays_with_the_team_it_was_made_in(database: Database, acme: UUID) -> None:
    south = world.team("South")
    await _save(database, acme, Decision(saves=(world.opportunity(), world.call())), 0)
    async with database.store.open(acme) as unit:
        await unit.put_team(south)
        await unit.put_rep(replace(ADA, team_id=south.id))
        north = await unit.known_team(NORTH.id, since=LONG_AGO)
        now_in = await unit.known_team(south.id, since=LONG_AGO)
    assert (north.calls, north.names) == ((world.call(),), {ADA.id: "Ada"})
    assert (now_in.calls, now_in.names) == ((), {ADA.id: "Ada"})


async def test_teams_and_reps_come_by_name(database: Database, acme: UUID) -> None:
    east, bob = world.team("East"), world.rep("Bob")
    async with database.store.open(acme) as unit:
        await unit.put_team(east)
        await unit.put_rep(world.rep("Cy"))
        await unit.put_rep(bob)
        await unit.put_rep(replace(bob, active=False))
        assert await unit.teams() == (east, NORTH)
        assert await unit.reps() == (ADA, replace(bob, active=False), world.rep("Cy"))


async def test_an_account_leads_to_its_rep(database: Database, acme: UUID) -> None:
    bob = world.rep("Bob")
    async with database.store.open(acme) as unit:
        await unit.put_rep(bob)
        await unit.put_account(world.account("U1"), ADA.id, world.place("U1"))
        assert await unit.rep_of(world.account("U1")) == ADA
        assert await unit.rep_of(world.account("U1", "console")) is None
        await unit.put_account(world.account("U1"), bob.id, world.place("U1"))
        assert await unit.rep_of(world.account("U1")) == bob


async def test_a_delivery_is_new_once(database: Database, acme: UUID) -> None:
    async with database.store.open(acme) as unit:
        assert [await unit.first_time("d", now=NOW) for _ in range(2)] == [True, False]
    async with database.store.open(acme) as unit:
        assert not await unit.first_time("d", now=NOW)
        assert await unit.first_time("e", now=NOW)


async def test_a_delivery_whose_handling_failed_is_new_again(
    database: Database, acme: UUID
) -> None:
    with pytest.raises(RuntimeError):
        await _fail_after_noting(database, acme)
    async with database.store.open(acme) as unit:
        assert await unit.first_time("d", now=NOW)


async def _fail_after_noting(database: Database, workspace: UUID) -> None:
    async with database.store.open(workspace) as unit:
        await unit.first_time("d", now=NOW)
        raise RuntimeError


async def test_who_is_not_here_is_unknown(database: Database, acme: UUID) -> None:
    nobody = world.ident("nobody")
    elsewhere = replace(world.post(), team_id=nobody)
    async with database.store.open(acme) as unit:
        for asked in (
            unit.known(nobody, since=LONG_AGO),
            unit.known_team(nobody, since=LONG_AGO),
            unit.save(nobody, Decision(), version=0),
            unit.save_team(nobody, Decision()),
            unit.save_team(NORTH.id, Decision(actions=(elsewhere,))),
            unit.put_rep(replace(ADA, team_id=nobody)),
            unit.put_account(world.account(), nobody, world.place()),
            unit.put_channel(nobody, world.channel()),
            unit.put_link(world.link(nobody)),
        ):
            with pytest.raises(Unknown):
                await asked


async def test_a_workspace_is_made_once(database: Database) -> None:
    first = await database.store.workspace("zeta")
    second = await database.store.workspace("acme")
    assert await database.store.workspace("zeta") == first
    assert await database.store.workspaces() == (second, first)


async def test_an_instant_without_zone_is_refused(database: Database, acme: UUID) -> None:
    naive = replace(world.told(), at=NOW.replace(tzinfo=None))
    with pytest.raises(Exception, match="an instant needs a zone"):
        await _save(database, acme, Decision(saves=(naive,)), 0)


async def test_instants_come_back_in_utc_whatever_zone_they_went_in(
    database: Database, acme: UUID
) -> None:
    abroad = NOW.astimezone(world.SHANGHAI)
    call: Call = world.call(starts_at=abroad)
    await _save(database, acme, Decision(saves=(world.opportunity(), call)), 0)
    known = await _known(database, acme)
    assert known.calls[0].starts_at.isoformat() == "2026-11-23T09:00:00+00:00"


async def test_who_only_looks_waits_for_no_writer_and_stores_nothing(
    database: Database, acme: UUID
) -> None:
    async with database.store.open(acme) as writing:
        await writing.put_rep(replace(ADA, name="Written"))
        async with asyncio.timeout(5), database.store.look(acme) as looking:
            seen = await looking.reps()
    async with database.store.look(acme) as looking:
        await looking.put_rep(replace(ADA, name="Only looked"))
    async with database.store.look(acme) as looking:
        assert (seen, await looking.reps()) == ((ADA,), (replace(ADA, name="Written"),))
