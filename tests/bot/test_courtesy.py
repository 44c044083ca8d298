"""Who sends lets those go first who wait for an answer, but not for ever."""

from __future__ import annotations

import asyncio

import pytest

from bot import courtesy
from bot.courtesy import Courtesy


async def test_a_message_waits_until_nobody_waits_for_an_answer() -> None:
    ours = Courtesy()
    await ours.wait()
    with ours.answering():
        with ours.answering():
            message = asyncio.create_task(ours.wait())
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.01)
        assert not message.done()
    await message


async def test_messages_go_out_however_many_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courtesy, "PATIENCE", 0.01)
    ours = Courtesy()
    with ours.answering():
        await asyncio.wait_for(asyncio.gather(*(ours.wait() for _ in range(3))), 1)
