"""The port `Queue`: what is decided on is carried once, in order, or dropped with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import Outgoing
from coaching.actions import Action, Decision, Post
from coaching.messages import Message
from tests.adapters.database import world
from tests.adapters.database.world import ADA, HOUR, MINUTE, NORTH, NOW, edit, post, send, words


@pytest.fixture
async def acme(database: Database) -> UUID:
    """A workspace with a team, its channel, a rep and their account."""
    return await world.settle(database)


class Desk:
    """Decides in the rep's name, and carries what follows."""

    def __init__(self, database: Database, workspace: UUID) -> None:
        self.database = database
        self.queue = database.queue
        self.workspace = workspace
        self.version = 0

    async def decide(self, *actions: Action) -> None:
        async with self.database.store.open(self.workspace) as unit:
            await unit.save(ADA.id, Decision(actions=actions), version=self.version)
        self.version += 1

    async def lease(self, now: datetime = NOW) -> Sequence[tuple[Outgoing, ...]]:
        return await self.queue.lease(now, limit=10, lease=MINUTE)

    async def carry(self) -> list[tuple[str, str, Message]]:
        """Carry all there is, as a platform that takes everything."""
        carried: list[tuple[str, str, Message]] = []
        while leased := await self.lease():
            for row in [row for batch in leased for row in batch]:
                carried.append((row.kind, row.id, row.message))
                reference = row.reference or f"r-{row.id}"
                await self.queue.sent(row.row, reference, now=NOW)
            for batch in leased:
                await self.queue.release(batch[0].row)
        return carried

    async def says(self, logical_id: str) -> Message | None:
        async with self.database.store.open(self.workspace) as unit:
            return await unit.message(logical_id)


@pytest.fixture
def desk(database: Database, acme: UUID) -> Desk:
    return Desk(database, acme)


async def test_a_send_is_leased_with_all_that_its_platform_needs(desk: Desk) -> None:
    await desk.decide(send("m", "hello", helps_until=NOW + HOUR))
    ((row,),) = await desk.lease()
    assert row == Outgoing(
        row=row.row,
        workspace_id=desk.workspace,
        kind="send",
        id="m",
        place=world.place(),
        message=words("hello"),
        language="en",
        zone="Europe/Berlin",
        helps_until=NOW + HOUR,
    )


async def test_a_reader_has_their_own_language_and_zone(desk: Desk) -> None:
    async with desk.database.store.open(desk.workspace) as unit:
        await unit.put_rep(replace(ADA, language="zh-Hans", zone="Asia/Shanghai"))
    await desk.decide(send())
    ((row,),) = await desk.lease()
    assert (row.language, row.zone) == ("zh-Hans", "Asia/Shanghai")


async def test_a_post_goes_to_the_channel_in_the_teams_language(desk: Desk) -> None:
    async with desk.database.store.open(desk.workspace) as unit:
        await unit.put_team(replace(NORTH, language="zh-Hans"))
        await unit.save_team(NORTH.id, Decision(actions=(post("d"),)))
    ((row,),) = await desk.lease()
    assert (row.id, row.place, row.language) == ("d", world.channel(), "zh-Hans")


async def test_a_conversation_is_carried_in_order(desk: Desk) -> None:
    for number in range(5):
        await desk.decide(send(f"m{number}"))
    assert [row for _, row, _ in await desk.carry()] == ["m0", "m1", "m2", "m3", "m4"]


async def test_what_is_carried_is_not_leased_again(desk: Desk) -> None:
    await desk.decide(send())
    await desk.carry()
    assert await desk.lease(NOW + HOUR) == ()


async def test_the_same_logical_id_is_sent_once(desk: Desk) -> None:
    await desk.decide(send("m", "first"))
    await desk.decide(send("m", "second"))
    assert await desk.carry() == [("send", "m", words("first"))]
    await desk.decide(send("m", "third"))
    assert await desk.carry() == []


async def test_an_edit_before_the_send_went_changes_what_is_sent(desk: Desk) -> None:
    await desk.decide(send("m", "one"), edit("m", "two"))
    await desk.decide(edit("m", "three"))
    assert await desk.carry() == [("send", "m", words("three"))]


async def test_edits_that_wait_become_one(desk: Desk) -> None:
    await desk.decide(send("m", "one"))
    await desk.carry()
    await desk.decide(edit("m", "two"))
    await desk.decide(send("n"), edit("m", "three"))
    assert await desk.carry() == [("edit", "m", words("three")), ("send", "n", words())]


async def test_an_edit_names_the_message_as_its_platform_does(desk: Desk) -> None:
    await desk.decide(send("m", "one"))
    await desk.carry()
    await desk.decide(edit("m", "two"))
    ((row,),) = await desk.lease()
    assert (row.kind, row.reference, row.thread) == ("edit", "r-m", "")


async def test_an_edit_while_its_message_is_on_the_way_comes_after_it(desk: Desk) -> None:
    await desk.decide(send("m", "one"))
    ((row,),) = await desk.lease()
    await desk.decide(edit("m", "two"))
    await desk.queue.sent(row.row, "r-m", now=NOW)
    await desk.queue.release(row.row)
    assert await desk.carry() == [("edit", "m", words("two"))]


async def test_an_edit_while_another_is_on_the_way_comes_after_it(desk: Desk) -> None:
    await desk.decide(send("m", "one"))
    await desk.carry()
    await desk.decide(edit("m", "two"))
    ((row,),) = await desk.lease()
    await desk.decide(edit("m", "three"))
    await desk.queue.sent(row.row, "r-m", now=NOW)
    await desk.queue.release(row.row)
    assert await desk.carry() == [("edit", "m", words("three"))]


async def test_the_last_edit_wins_when_the_send_was_put_off(desk: Desk) -> None:
    await desk.decide(send("m", "one"))
    ((row,),) = await desk.lease()
    await desk.decide(edit("m", "two"))
    await desk.queue.later(row.row, NOW, "busy")
    await desk.decide(edit("m", "three"))
    assert (await desk.carry())[-1][2] == words("three")


async def test_an_edit_goes_where_its_message_went(desk: Desk) -> None:
    await desk.decide(send("m"))
    await desk.carry()
    async with desk.database.store.open(desk.workspace) as unit:
        other = world.account("Ada", "console")
        await unit.put_account(other, ADA.id, world.place("Ada", "console"))
    await desk.decide(edit("m"), send("n"))
    leased = {batch[0].id: batch[0].place.platform for batch in await desk.lease()}
    assert leased == {"m": "web", "n": "console"}


async def test_the_account_used_last_gets_the_message(desk: Desk) -> None:
    console, web = world.account("Ada", "console"), world.account()
    async with desk.database.store.open(desk.workspace) as unit:
        await unit.put_account(console, ADA.id, world.place("Ada", "console"))
        await unit.put_account(web, ADA.id, world.place())
    await desk.decide(send("m"))
    async with desk.database.store.open(desk.workspace) as unit:
        await unit.put_account(console, ADA.id, world.place("Ada", "console"))
    await desk.decide(send("n"))
    leased = {batch[0].id: batch[0].place.platform for batch in await desk.lease()}
    assert leased == {"m": "web", "n": "console"}


async def test_a_renewed_address_is_used_for_what_waits(desk: Desk) -> None:
    await desk.decide(send("m"))
    renewed = replace(world.place(), address="dm-Ada-renewed")
    async with desk.database.store.open(desk.workspace) as unit:
        await unit.put_account(world.account(), ADA.id, renewed)
    ((row,),) = await desk.lease()
    assert row.place == renewed


async def test_what_waits_for_a_former_channel_goes_there(desk: Desk) -> None:
    async with desk.database.store.open(desk.workspace) as unit:
        await unit.save_team(NORTH.id, Decision(actions=(post("old"),)))
        await unit.put_channel(NORTH.id, world.channel("new"))
        await unit.save_team(NORTH.id, Decision(actions=(post("fresh"),)))
    leased = {batch[0].id: batch[0].place.address for batch in await desk.lease()}
    assert leased == {"old": "#north", "fresh": "#new"}


async def test_an_answer_waits_for_the_message_it_hangs_on(desk: Desk) -> None:
    await desk.decide(send("m"), send("n", thread="m"), send("o"))
    ((first,),) = await desk.lease()
    await desk.queue.sent(first.row, "r-m", now=NOW)
    await desk.queue.release(first.row)
    ((second, third),) = await desk.lease()
    assert [(row.id, row.thread) for row in (first, second, third)] == [
        ("m", ""),
        ("n", "r-m"),
        ("o", ""),
    ]


@pytest.mark.parametrize("thread", ["nobody", "later"])
async def test_an_answer_to_what_is_not_there_goes_out_by_itself(desk: Desk, thread: str) -> None:
    await desk.decide(send("m", thread=thread), send("later"))
    ((first, second),) = await desk.lease()
    assert [(row.id, row.thread) for row in (first, second)] == [("m", ""), ("later", "")]


async def test_an_answer_to_a_dropped_message_goes_out_by_itself(desk: Desk) -> None:
    await desk.decide(send("m"), send("n", thread="m"))
    ((first,),) = await desk.lease()
    await desk.queue.never(first.row, "refused", now=NOW)
    await desk.queue.release(first.row)
    ((second,),) = await desk.lease()
    assert (second.id, second.thread) == ("n", "")


async def test_an_answer_elsewhere_than_its_message_has_no_thread(desk: Desk) -> None:
    await desk.decide(send("m"))
    await desk.carry()
    async with desk.database.store.open(desk.workspace) as unit:
        other = world.account("Ada", "console")
        await unit.put_account(other, ADA.id, world.place("Ada", "console"))
    await desk.decide(send("n", thread="m"))
    ((row,),) = await desk.lease()
    assert (row.place.platform, row.thread) == ("console", "")


async def test_a_post_may_hang_on_a_post(desk: Desk) -> None:
    answer = Post(id="q", team_id=NORTH.id, message=words(), thread="p")
    async with desk.database.store.open(desk.workspace) as unit:
        await unit.save_team(NORTH.id, Decision(actions=(post("p"),)))
    await desk.carry()
    await desk.decide(answer)
    ((row,),) = await desk.lease()
    assert (row.id, row.thread, row.place) == ("q", "r-p", world.channel())


async def test_a_message_that_no_longer_helps_is_dropped(desk: Desk) -> None:
    await desk.decide(send("m", helps_until=NOW - MINUTE), edit("m"), send("n", helps_until=NOW))
    await desk.decide(edit("gone"))
    assert [row for _, row, _ in await desk.carry()] == ["n"]
    assert await desk.database.dropped(NOW - HOUR) == {"no_message": 1, "too_late": 1}


async def test_a_conversation_with_nothing_left_that_helps_is_not_leased(desk: Desk) -> None:
    await desk.decide(send("m", helps_until=NOW - MINUTE))
    assert await desk.lease() == ()
    await desk.decide(send("n"))
    assert [[row.id for row in batch] for batch in await desk.lease()] == [["n"]]


async def test_an_edit_of_a_dropped_message_is_dropped(desk: Desk) -> None:
    await desk.decide(send("m"), send("n"))
    ((row, _),) = await desk.lease()
    await desk.decide(edit("m"))
    await desk.queue.never(row.row, "refused", now=NOW)
    await desk.queue.release(row.row)
    assert [row for _, row, _ in await desk.carry()] == ["n"]
    await desk.decide(edit("m", "again"))
    assert await desk.carry() == []
    assert await desk.database.dropped(NOW - HOUR) == {"no_message": 2, "refused": 1}


async def test_a_message_to_nowhere_is_dropped_with_its_reason(desk: Desk) -> None:
    bob, south = world.rep("Bob"), world.team("South")
    async with desk.database.store.open(desk.workspace) as unit:
        await unit.put_rep(bob)
        await unit.put_team(south)
        await unit.save(bob.id, Decision(actions=(send("m"),)), version=0)
        await unit.save_team(south.id, Decision(actions=(post("p", of=south),)))
    assert await desk.lease() == ()
    assert await desk.database.dropped(NOW) == {"no_place": 2}
    assert await desk.says("m") == words("hello")


async def test_a_message_says_its_last_edit(desk: Desk) -> None:
    assert await desk.says("m") is None
    await desk.decide(send("m", "one"))
    assert await desk.says("m") == words("one")
    await desk.carry()
    await desk.decide(edit("m", "two"))
    assert await desk.says("m") == words("two")


async def test_a_reference_leads_to_its_logical_id(desk: Desk) -> None:
    await desk.decide(send("m"), send("n"))
    await desk.carry()
    async with desk.database.store.open(desk.workspace) as unit:
        assert await unit.logical_id("r-n") == "n"
        assert await unit.logical_id("nobody's") == ""
        assert await unit.logical_id("") == ""


async def test_a_leased_conversation_is_not_leased_again_until_its_lease_ends(desk: Desk) -> None:
    await desk.decide(send("m"))
    assert len(await desk.lease()) == 1
    await desk.decide(send("n"))
    assert await desk.lease(NOW + MINUTE / 2) == ()
    (batch,) = await desk.lease(NOW + MINUTE)
    assert [row.id for row in batch] == ["m", "n"]


async def test_a_renewed_lease_lasts_longer(desk: Desk) -> None:
    await desk.decide(send("m"))
    ((row,),) = await desk.lease()
    assert await desk.queue.renew(row.row, until=NOW + 2 * MINUTE)
    assert await desk.lease(NOW + MINUTE) == ()
    assert len(await desk.lease(NOW + 2 * MINUTE)) == 1


async def test_a_released_conversation_is_leased_again(desk: Desk) -> None:
    await desk.decide(send("m"))
    ((row,),) = await desk.lease()
    await desk.queue.release(row.row)
    assert not await desk.queue.renew(row.row, until=NOW + HOUR)
    await desk.queue.release(row.row)
    assert len(await desk.lease()) == 1


async def test_a_row_held_back_holds_back_its_conversation_alone(desk: Desk) -> None:
    await desk.decide(send("m"), send("n"), post("p"))
    leased = {batch[0].id: batch for batch in await desk.lease()}
    await desk.queue.later(leased["m"][0].row, NOW + HOUR, "busy")
    await desk.queue.later(leased["m"][0].row, NOW + 9 * HOUR, "said twice")
    await desk.queue.release(leased["p"][0].row)
    before = await desk.lease(NOW + HOUR - 2 * MINUTE)
    assert [[row.id for row in batch] for batch in before] == [["p"]]
    await desk.queue.sent(before[0][0].row, "r-p", now=NOW)
    again = {batch[0].id: batch for batch in await desk.lease(NOW + HOUR)}
    assert [(row.id, row.attempts) for row in again["m"]] == [("m", 1), ("n", 0)]


async def test_a_message_is_carried_even_if_its_lease_was_lost(desk: Desk) -> None:
    await desk.decide(send("m"))
    ((row,),) = await desk.lease()
    await desk.lease(NOW + MINUTE)
    await desk.queue.sent(row.row, "r1", now=NOW)
    await desk.queue.sent(row.row, "r2", now=NOW)
    await desk.queue.never(row.row, "refused", now=NOW)
    assert await desk.lease(NOW + HOUR) == ()
    assert await desk.database.dropped(NOW - HOUR) == {}
    async with desk.database.store.open(desk.workspace) as unit:
        assert (await unit.logical_id("r1"), await unit.logical_id("r2")) == ("m", "")


async def test_not_more_conversations_are_leased_than_asked_for(desk: Desk) -> None:
    await desk.decide(send("m"), post("p"))
    (first,) = await desk.queue.lease(NOW, limit=1, lease=MINUTE)
    (second,) = await desk.queue.lease(NOW, limit=1, lease=MINUTE)
    assert [first[0].id, second[0].id] == ["m", "p"]


async def test_a_long_backlog_comes_in_pieces(desk: Desk) -> None:
    await desk.decide(*(send(f"m{number:02}") for number in range(45)))
    (batch,) = await desk.lease()
    assert [row.id for row in batch] == [f"m{number:02}" for number in range(20)]
    await desk.queue.release(batch[0].row)
    assert [row for _, row, _ in await desk.carry()] == [f"m{number:02}" for number in range(45)]


async def test_the_next_moment_is_the_earliest_that_is_known(desk: Desk) -> None:
    assert await desk.queue.next_at() is None
    await desk.decide(send("m"))
    ((row,),) = await desk.lease()
    assert await desk.queue.next_at() == NOW + MINUTE
    await desk.queue.later(row.row, NOW + HOUR, "busy")
    assert await desk.queue.next_at() == NOW + HOUR
    ((row,),) = await desk.lease(NOW + HOUR)
    await desk.queue.sent(row.row, "r", now=NOW)
    await desk.queue.release(row.row)
    assert await desk.queue.next_at() is None


async def test_what_somebody_took_and_never_settled_is_known_to_have_been_tried(
    database: Database,
) -> None:
    workspace = await world.settle(database)
    async with database.store.open(workspace) as unit:
        await unit.save(ADA.id, Decision(actions=(world.send("m"),)), version=0)
    (fresh,) = await database.queue.lease(NOW, limit=10, lease=MINUTE)
    (again,) = await database.queue.lease(NOW + HOUR, limit=10, lease=MINUTE)
    assert [row.again for row in (*fresh, *again)] == [False, True]


async def test_a_message_is_known_with_the_thread_it_stands_in(desk: Desk) -> None:
    await desk.decide(send("m"), send("n", thread="m"))
    await desk.carry()
    await desk.decide(edit("n"))
    await desk.carry()
    async with desk.database.store.open(desk.workspace) as unit:
        assert [await unit.thread(f"r-{name}") for name in ("m", "n", "o")] == ["m", "m", ""]
        assert [await unit.logical_id(f"r-{name}") for name in ("m", "n")] == ["m", "n"]
