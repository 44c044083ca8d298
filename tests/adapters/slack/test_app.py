"""What people do on Slack, through the real app: stored first, answered then, once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.adapters.slack.atwork import Work, acme, at_work, config, keys, team


@pytest.fixture(params=["http", "socket"])
async def work(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Work]:
    async with acme() as slack:
        told = config(tmp_path, keys(slack, request.param), team())
        async with at_work(slack, told) as made:
            yield made


async def test_who_is_on_the_list_is_greeted_at_the_start_once(work: Work) -> None:
    assert len(work.slack.posts("U1")) == 1
    assert [work.slack.posts(user) for user in ("U2", "U3")] == [[], []]
