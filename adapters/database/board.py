"""The web platform's posts, and word of what changes among them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any
from weakref import WeakSet

from sqlalchemy import RowMapping, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.database.codec import dump, load
from adapters.database.faults import to_read, to_write
from adapters.database.scope import insert_into
from adapters.database.tables import posts
from adapters.ports import WebPost
from coaching.errors import Unknown
from coaching.messages import Message

_PREFIX = "post-"


class SqlBoard:
    """The port `Board` on SQLite or PostgreSQL; `changes` tells of this process's alone."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self._writer = writer
        self._reader = reader
        self._listeners: WeakSet[_Listener] = WeakSet()

    async def put(self, post: WebPost) -> str:
        """Add a post and return its reference; the same `id` again in a place changes nothing."""
        async with to_write(self._writer) as connection:
            statement = insert_into(posts, connection).values(_row(post))
            added = statement.on_conflict_do_nothing().returning(posts.c.id)
            number = (await connection.execute(added)).scalar_one_or_none()
            if number is None:
                return f"{_PREFIX}{await _former(connection, post)}"
        self._tell(post.place)
        return f"{_PREFIX}{number}"

    async def change(
        self, reference: str, *, message: Message | None = None, text: str | None = None
    ) -> None:
        """Replace what a post says and mark it as edited; raises `Unknown`."""
        values: dict[str, Any] = {"edited": True}
        if message is not None:
            values["message"] = dump(message)
        if text is not None:
            values["text"] = text
        statement = update(posts).where(posts.c.id == _number(reference)).values(values)
        async with to_write(self._writer) as connection:
            changed = await connection.execute(statement.returning(posts.c.place))
            place = changed.scalar_one_or_none()
        if place is None:
            raise Unknown(f"there is no post {reference}")
        self._tell(place)

    async def posts(self, place: str) -> Sequence[WebPost]:
        """All posts of a place, in order."""
        ordered = select(posts).where(posts.c.place == place).order_by(posts.c.id)
        async with to_read(self._reader) as connection:
            rows = (await connection.execute(ordered)).mappings().all()
        return tuple(_post(row) for row in rows)

    def changes(self) -> AsyncIterator[str]:
        """The places in which something changes, from this call on; twice may be told as once."""
        listener = _Listener()
        self._listeners.add(listener)
        return listener

    def _tell(self, place: str) -> None:
        for listener in self._listeners:
            listener.tell(place)


class _Listener:
    """Remembers which places changed since it was last asked; a slow one does not swell."""

    def __init__(self) -> None:
        self._places: dict[str, None] = {}
        self._changed = asyncio.Event()

    def tell(self, place: str) -> None:
        self._places[place] = None
        self._changed.set()

    def __aiter__(self) -> _Listener:
        return self

    async def __anext__(self) -> str:
        while not self._places:
            self._changed.clear()
            await self._changed.wait()
        place = next(iter(self._places))
        del self._places[place]
        return place


def _row(post: WebPost) -> dict[str, Any]:
    return {
        "place": post.place,
        "author": post.author,
        "at": post.at,
        "logical_id": post.id or None,
        "thread": post.thread,
        "text": post.text,
        "message": null() if post.message is None else dump(post.message),
        "language": post.language,
        "zone": post.zone,
        "edited": post.edited,
    }


def _post(row: RowMapping) -> WebPost:
    at: datetime = row["at"]
    return WebPost(
        reference=f"{_PREFIX}{row['id']}",
        place=row["place"],
        author=row["author"],
        at=at,
        id=row["logical_id"] or "",
        thread=row["thread"],
        text=row["text"],
        message=None if row["message"] is None else load(row["message"], Message),
        language=row["language"],
        zone=row["zone"],
        edited=row["edited"],
    )


async def _former(connection: AsyncConnection, post: WebPost) -> int:
    same = (posts.c.place == post.place) & (posts.c.logical_id == post.id)
    number: int = (await connection.execute(select(posts.c.id).where(same))).scalar_one()
    return number


def _number(reference: str) -> int:
    """A reference's number; -1, which is no post's, where it is none of ours."""
    number = reference.removeprefix(_PREFIX)
    return int(number) if number.isascii() and number.isdigit() else -1
