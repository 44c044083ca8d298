"""An answer that is too long, or packed, is refused before anybody parses it."""

from __future__ import annotations

import gzip
import json

import pytest
from httpx2 import ByteStream, Response

from adapters.opinion import Model, open_model
from adapters.opinion.bounds import MOST_BYTES, MOST_TOKENS, TooMuch, hooks
from adapters.ports import Later
from bot.clock import MovableClock
from coaching.view import Asked
from tests.adapters.opinion.conftest import NOW, Set
from tests.adapters.opinion.vendor import READING, Vendor

ASKED = Asked(kind="question", text="And what happens to the deliveries?", language="en")
TOO_MUCH = f"answered more than {MOST_BYTES} bytes"
LONG = '{"choices": [' + "1," * 1_000_000 + "1]}"


async def refused(model: Model) -> tuple[str, bool]:
    """Why a reading did not come, and whether it may be asked for again at once."""
    with pytest.raises(Later) as later:
        await model.read(ASKED)
    return str(later.value), later.value.at == NOW


@pytest.mark.parametrize("status", [200, 401, 500])
async def test_a_long_answer_that_says_so_is_not_read(
    model: Model, told: Vendor, status: int
) -> None:
    told.raw, told.status = LONG, status
    assert await refused(model) == (TOO_MUCH, True)


async def test_an_answer_without_end_is_left_at_the_limit(model: Model, told: Vendor) -> None:
    told.endless = True
    assert await refused(model) == (TOO_MUCH, True)
    # Its connection is given up, and the next answer is read as ever.
    told.endless = False
    assert (await model.read(ASKED)).label == READING["label"]


async def test_what_is_packed_is_not_unpacked(model: Model, told: Vendor) -> None:
    told.packed = gzip.compress(LONG.encode())
    assert len(told.packed) < MOST_BYTES
    assert await refused(model) == ("answered packed", True)
    assert told.accepted == ["identity"]


@pytest.mark.parametrize("over, fits", [(0, True), (1, False)])
@pytest.mark.parametrize("says_so", [True, False])
async def test_the_limit_is_exact(over: int, *, fits: bool, says_so: bool) -> None:
    body = b" " * (MOST_BYTES + over)
    headers = {"content-length": str(len(body))} if says_so else {}
    response = Response(200, headers=headers, stream=ByteStream(body))
    try:
        for hook in hooks()["response"]:
            await hook(response)
        read = await response.aread()
    except TooMuch:
        read = b""
    assert (read == body) == fits


async def test_a_length_that_is_no_number_is_counted_all_the_same() -> None:
    body = ByteStream(b" " * (MOST_BYTES + 1))
    response = Response(200, headers={"content-length": "some"}, stream=body)
    for hook in hooks()["response"]:
        await hook(response)
    with pytest.raises(TooMuch, match=TOO_MUCH):
        await response.aread()


async def test_models_are_told_how_long_an_answer_may_be_where_they_know_the_word(
    told: Vendor,
) -> None:
    for settings in (
        Set(vendor="openai", at=f"{told.at}/v1"),
        Set(vendor="openai", at=f"{told.at}/v1", near=False),
        Set(vendor="anthropic", at=told.at),
    ):
        model = open_model(settings, MovableClock(NOW))
        await model.read(ASKED)
        await model.close()
    assert [body.get("max_tokens") for body in told.asked] == [MOST_TOKENS, None, MOST_TOKENS]
    assert "max_completion_tokens" not in json.dumps(told.asked)
