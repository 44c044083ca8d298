"""The port `Board`: the web platform's posts."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from adapters.database import Database
from adapters.ports import WebPost
from coaching.errors import Unknown
from tests.adapters.database.world import HOUR, NOW, words

COACH = WebPost(
    reference="",
    place="ada",
    author="coach",
    at=NOW,
    id="m",
    thread="post-9",
    message=words(),
    language="zh-Hans",
    zone="Asia/Shanghai",
)
ADA = WebPost(reference="", place="ada", author="ada", at=NOW + HOUR, text="hello")


async def test_posts_are_kept_in_order_by_place(database: Database) -> None:
    references = [await database.board.put(post) for post in (COACH, ADA, ADA)]
    await database.board.put(replace(COACH, place="bob"))
    assert len(set(references)) == 3
    assert await database.board.posts("ada") == (
        replace(COACH, reference=references[0]),
        replace(ADA, reference=references[1]),
        replace(ADA, reference=references[2]),
    )
    assert await database.board.posts("nowhere") == ()


async def test_the_same_logical_id_is_posted_once(database: Database) -> None:
    first = await database.board.put(COACH)
    assert await database.board.put(replace(COACH, message=words("again"))) == first
    assert await database.board.posts("ada") == (replace(COACH, reference=first),)


async def test_a_changed_post_says_so(database: Database) -> None:
    said, wrote = [await database.board.put(post) for post in (COACH, ADA)]
    await database.board.change(said, message=words("better"))
    await database.board.change(wrote, text="hello!")
    assert await database.board.posts("ada") == (
        replace(COACH, reference=said, message=words("better"), edited=True),
        replace(ADA, reference=wrote, text="hello!", edited=True),
    )


@pytest.mark.parametrize("reference", ["post-404", "1700000000.0001", "", "post-²"])
async def test_what_was_never_posted_cannot_be_changed(database: Database, reference: str) -> None:
    with pytest.raises(Unknown, match="there is no post"):
        await database.board.change(reference, text="x")


async def test_every_listener_hears_of_a_change_once(database: Database) -> None:
    listeners = [database.board.changes() for _ in range(2)]
    reference = await database.board.put(COACH)
    await database.board.put(replace(COACH, place="bob"))
    await database.board.change(reference, text="x")
    for listener in listeners:
        assert [await anext(listener) for _ in range(2)] == ["ada", "bob"]
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(anext(listener), 0.01)


async def test_a_listener_waits_for_what_comes(database: Database) -> None:
    async def first_change() -> str | None:
        async for place in database.board.changes():
            return place
        return None

    listening = asyncio.create_task(first_change())
    await asyncio.sleep(0)
    await database.board.put(ADA)
    assert await asyncio.wait_for(listening, 5) == "ada"


async def test_what_changes_nothing_is_not_told(database: Database) -> None:
    await database.board.put(COACH)
    listener = database.board.changes()
    await database.board.put(COACH)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(anext(listener), 0.01)
