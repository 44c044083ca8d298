"""How much of an answer is taken in: what is longer is refused before anybody parses it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from typing import cast

from httpx2 import AsyncByteStream, RequestError, Response

from adapters.ports import Later

# A reading of `MOST_TOKENS` fits in many times over. The clients parse on the loop: of this many
# bytes a hostile answer keeps them for less than half a second, of 256 KB for more than three.
MOST_BYTES = 32 * 1024
MOST_TOKENS = 2000
# What is packed small may be large: no packing is asked for, and none is taken.
PLAIN = {"Accept-Encoding": "identity"}
_LONG = f"answered more than {MOST_BYTES} bytes"


class TooMuch(RequestError):
    """The answer is too long, or packed; both clients take a `RequestError` for a failure."""


def hooks() -> dict[str, list[Callable[[Response], Awaitable[None]]]]:
    """What an HTTP client is given so that it reads no answer longer than `MOST_BYTES`."""
    return {"response": [_bound]}


def unanswered(error: Exception, now: datetime) -> Later:
    """What a client's connection error means; it wraps ours, so its cause is looked at."""
    cause = error.__cause__
    return Later(now, str(cause) if isinstance(cause, TooMuch) else type(error).__name__)


async def _bound(response: Response) -> None:
    """Refuse what says that it is too long, and count what does not say it."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise TooMuch("answered packed")
    told = response.headers.get("content-length", "")
    if told.isdecimal() and int(told) > MOST_BYTES:
        raise TooMuch(_LONG)
    response.stream = _Counted(cast("AsyncByteStream", response.stream))


class _Counted(AsyncByteStream):
    """A body that ends in `TooMuch` once it is too long."""

    def __init__(self, body: AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        taken = 0
        async for part in self._body:
            taken += len(part)
            if taken > MOST_BYTES:
                raise TooMuch(_LONG)
            yield part

    async def aclose(self) -> None:
        await self._body.aclose()
