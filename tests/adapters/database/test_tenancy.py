"""No public method of a unit sees or changes anything of another workspace."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import Unit
from coaching.actions import Decision
from coaching.errors import Unknown
from tests.adapters.database import world
from tests.adapters.database.world import ADA, LONG_AGO, MINUTE, NORTH, NOW

# The same ids in both workspaces: only the workspace tells them apart.
_PEOPLE = replace(ADA, name="Someone else")
_TEAM = replace(NORTH, name="Some other team")
_ELSEWHERE = replace(world.place(), address="elsewhere")
_CHANNEL = world.channel("elsewhere")
_LINK = world.link(address="https://calendar.example/other")
_SALE = replace(world.opportunity(), size="small")
_CALL = replace(world.call(), title="Something else", key="other")
_LEARNING = replace(world.learning(_CALL), text="something else")
_DISSENT = replace(world.dissent(), problem="something else")
_SAVES = (_SALE, _CALL, world.promise(_CALL), _LEARNING, world.told("other"), _DISSENT)
_DECISION = Decision(
    saves=_SAVES, actions=(world.send("m", "other"), world.edit("m", "other")), nudges=()
)

READS: dict[str, Callable[[Unit], Awaitable[object]]] = {
    "known": lambda unit: unit.known(ADA.id, since=LONG_AGO),
    "history": lambda unit: unit.history(NORTH.id, since=LONG_AGO),
    "known_team": lambda unit: unit.known_team(NORTH.id, since=LONG_AGO),
    "teams": lambda unit: unit.teams(),
    "reps": lambda unit: unit.reps(),
    "dissents": lambda unit: unit.dissents(),
    "found": lambda unit: unit.found(world.account()),
    "rep_of": lambda unit: unit.rep_of(world.account()),
    "links": lambda unit: unit.links(ADA.id),
    "message": lambda unit: unit.message("m"),
    "logical_id": lambda unit: unit.logical_id("r-m"),
    "thread": lambda unit: unit.thread("r-m"),
    "channel": lambda unit: unit.channel(NORTH.id),
    "place_of": lambda unit: unit.place_of(ADA.id),
}
WRITES: dict[str, Callable[[Unit], Awaitable[object]]] = {
    "put_team": lambda unit: unit.put_team(_TEAM),
    "put_rep": lambda unit: unit.put_rep(_PEOPLE),
    "put_account": lambda unit: unit.put_account(world.account(), ADA.id, _ELSEWHERE),
    "drop_account": lambda unit: unit.drop_account(world.account()),
    "put_channel": lambda unit: unit.put_channel(NORTH.id, _CHANNEL),
    "drop_channel": lambda unit: unit.drop_channel(world.channel()),
    "notify": lambda unit: unit.notify(
        "n", _ELSEWHERE, world.words("hello"), language="en", zone="UTC"
    ),
    "put_link": lambda unit: unit.put_link(_LINK),
    "drop_link": lambda unit: unit.drop_link(world.link().id),
    "save": lambda unit: unit.save(ADA.id, _DECISION, version=0),
    "save_team": lambda unit: unit.save_team(
        NORTH.id, Decision(actions=(world.post("p", "other"),))
    ),
    "first_time": lambda unit: unit.first_time("delivery", now=NOW),
}
_EMPTY: dict[str, object] = {
    "known": Unknown,
    "history": Unknown,
    "known_team": Unknown,
    "teams": (),
    "reps": (),
    "dissents": (),
    "found": None,
    "rep_of": None,
    "links": (),
    "message": None,
    "logical_id": "",
    "thread": "",
    "channel": None,
    "place_of": None,
}


@pytest.fixture
async def full(database: Database) -> UUID:
    """A workspace with something to be found by every method."""
    workspace = await world.settle(database, "full")
    call = world.call()
    saves = (world.opportunity(), call, world.promise(call), world.learning(call), world.told())
    decision = Decision(
        saves=(*saves, world.dissent()), actions=(world.send("m"),), nudges=(world.nudge(),)
    )
    async with database.store.open(workspace) as unit:
        await unit.put_link(world.link())
        await unit.save(ADA.id, decision, version=0)
        await unit.save_team(NORTH.id, Decision(actions=(world.post("p"),)))
        await unit.first_time("delivery", now=NOW)
    for batch in await database.queue.lease(NOW, limit=10, lease=MINUTE):
        await database.queue.sent(batch[0].row, f"r-{batch[0].id}", now=NOW)
        await database.queue.release(batch[0].row)
    return workspace


def test_every_public_method_of_a_unit_is_tried_here() -> None:
    methods = {name for name, _ in inspect.getmembers(Unit, inspect.isfunction) if name[0] != "_"}
    assert {*READS, *WRITES} == methods


@pytest.mark.parametrize("name", READS)
async def test_what_one_workspace_has_another_cannot_read(
    database: Database, full: UUID, name: str
) -> None:
    other = await database.store.workspace("other")
    async with database.store.open(full) as unit:
        assert await _found(READS[name], unit) != _EMPTY[name]
    async with database.store.open(other) as unit:
        assert await _found(READS[name], unit) == _EMPTY[name]


@pytest.mark.parametrize("name", WRITES)
async def test_what_one_workspace_writes_changes_nothing_in_another(
    database: Database, full: UUID, name: str
) -> None:
    other = await world.settle(database, "other")
    before = await _everything(database, full)
    mine = await _everything(database, other)
    async with database.store.open(other) as unit:
        answer = await WRITES[name](unit)
    assert await _everything(database, full) == before
    async with database.store.open(full) as unit:
        assert not await unit.first_time("delivery", now=NOW)
    # It did something, or the test would prove nothing; but there was no link to be dropped.
    changed = await _everything(database, other) != mine
    assert changed or answer or name == "drop_link"


async def test_places_of_two_workspaces_are_leased_apart(database: Database) -> None:
    for name in ("acme", "zeta"):
        workspace = await world.settle(database, name)
        async with database.store.open(workspace) as unit:
            await unit.save(ADA.id, Decision(actions=(world.send("m", name),)), version=0)
    leased = await database.queue.lease(NOW, limit=10, lease=MINUTE)
    assert [[row.message for row in batch] for batch in leased] == [
        [world.words("acme")],
        [world.words("zeta")],
    ]


async def _found(read: Callable[[Unit], Awaitable[object]], unit: Unit) -> object:
    try:
        return await read(unit)
    except Unknown:
        return Unknown


async def _everything(database: Database, workspace: UUID) -> dict[str, object]:
    """All that the reading methods find, and what would be carried or said next."""
    async with database.store.open(workspace) as unit:
        found = {name: await _found(read, unit) for name, read in READS.items()}
        found["p"] = await unit.message("p")
    found["waiting"] = await world.waiting(database, workspace)
    return found
