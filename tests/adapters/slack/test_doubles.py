"""The same thing delivered again, at once or late, and stores that fail: one effect, one answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import connect

import pytest

from tests.adapters.slack.atwork import (
    ADA_CALLS,
    Work,
    acme,
    at_work,
    call_soon,
    config,
    keys,
    team,
)
from tests.adapters.slack.fake.delivery import Answer, Delivery, Kind
from tests.adapters.slack.fake.state import Json, Post

PLAN = {"objective": "She signs the pilot contract by Friday."}
KINDS = ["event", "tap", "form", "wrong form", "command", "shortcut"]


@pytest.fixture(params=["http", "socket"])
async def work(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Work]:
    async with acme() as slack:
        told = config(tmp_path, keys(slack, request.param), team(ADA_CALLS))
        async with at_work(slack, told, source=call_soon()) as made:
            yield made


async def act(work: Work, kind: str, prompt: Post) -> Answer:
    """Something Ada does."""
    slack = work.slack
    match kind:
        case "event":
            return await slack.write("U1", PLAN["objective"])
        case "tap":
            return await slack.tap("U1", prompt, "Skip")
        case "command":
            return await slack.slash("U1", "C100", "/advance", "today")
        case "shortcut":
            return await slack.shortcut("U1", "judge_question", prompt)
        case _:
            await slack.tap("U1", prompt, "Plan this call")
            await work.rest()
            values = PLAN if kind == "form" else {"objective": " "}
            return await slack.submit("U1", slack.view("U1"), values)


async def seen(work: Work, user: str = "U1") -> list[tuple[str, str, int]]:
    """What the coach has said to somebody, edits included, once nothing is under way any more."""
    await work.pass_(times=4)
    posts = [post for post in work.slack.posts(user) if post.by_app]
    return [(post.ts, post.text, len(post.versions)) for post in posts]


def told(answer: Answer) -> tuple[int, object]:
    return answer.status, answer.body or answer.text


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_delivered_again_changes_nothing_and_gets_the_same_answer(
    work: Work, kind: str
) -> None:
    await work.pass_()
    first = await act(work, kind, work.slack.last("U1"))
    once = await seen(work)
    again = await work.slack.deliver_again()
    assert told(again) == told(first)
    assert await seen(work) == once


@dataclass(slots=True, kw_only=True)
class Hurried(Delivery):
    """Delivers everything three times at once."""

    answers: list[Answer] = field(default_factory=list)

    async def deliver(self, kind: Kind, payload: Json) -> Answer:
        self.last = (kind, payload)
        self.answers = list(await asyncio.gather(*(self.again() for _ in range(3))))
        return self.answers[0]


@pytest.mark.parametrize("kind", KINDS)
async def test_what_is_delivered_several_times_at_once_has_one_effect(
    work: Work, kind: str
) -> None:
    await work.pass_()
    calm = work.slack.delivery
    hurried = Hurried(server=calm.server, mode=calm.mode, address=calm.address)
    work.slack.delivery = hurried
    await act(work, kind, work.slack.last("U1"))
    said = [text for _, text, _ in await seen(work)]
    assert len({str(told(answer)) for answer in hurried.answers}) == 1
    assert len(said) == len(set(said))
    opened = [one.answer["ok"] for one in work.slack.asked("views.open")]
    assert opened.count(True) == (1 if "form" in kind or kind == "shortcut" else 0)
    await calm.close()
    await hurried.close()


@pytest.mark.parametrize("first", ["event", "command", "home"])
async def test_first_contact_delivered_again_is_one_greeting(tmp_path: Path, first: str) -> None:
    async with acme() as slack, at_work(slack, config(tmp_path, keys(slack, "http"))) as work:
        assert slack.posts("U1") == []
        if first == "event":
            answer = await slack.write("U1", "She signs the pilot contract by Friday.")
        elif first == "command":
            answer = await slack.slash("U1", "", "/advance", "today")
        else:
            answer = await slack.open_home("U1")
        once = await seen(work)
        again = await slack.deliver_again()
        assert told(again) == told(answer)
        assert await seen(work) == once
        assert len(once) == (2 if first == "command" else 1)


async def test_who_was_greeted_elsewhere_is_heard_at_their_first_word_here(work: Work) -> None:
    work.slack.person("U4", "Ada", "ada@acme.example")
    await work.pass_()
    await work.slack.write("U4", "She signs the pilot contract by Friday.")
    once = await seen(work, "U4")
    await work.slack.deliver_again()
    assert await seen(work, "U4") == once
    assert len(once) == 1


async def test_a_strangers_message_delivered_again_is_answered_once(work: Work) -> None:
    await work.slack.write("U3", "hi")
    await asyncio.gather(*(work.slack.deliver_again() for _ in range(3)))
    await work.rest()
    assert len(work.slack.posts("U3")) == 2


class Broken:
    """A database in which nothing can be promised, until it is mended."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "advance.db"

    def __enter__(self) -> None:
        self._run(
            "create trigger broken before insert on seen begin select raise(abort, 'full'); end"
        )

    def __exit__(self, *_: object) -> None:
        self._run("drop trigger broken")

    def _run(self, statement: str) -> None:
        with closing(connect(self.file)) as connection:
            connection.execute(statement)
            connection.commit()


@pytest.mark.parametrize("kind", ["event", "tap", "form", "command"])
async def test_what_could_not_be_stored_is_not_acknowledged_and_works_the_next_time(
    work: Work, tmp_path: Path, kind: str
) -> None:
    await work.pass_()
    prompt = work.slack.last("U1")
    if work.slack.delivery.mode == "socket":
        # There what fails is told by silence.
        work.slack.delivery.patience = 0.5
    if kind == "form":
        await work.slack.tap("U1", prompt, "Plan this call")
        await work.rest()
    before = await seen(work)
    with Broken(tmp_path):
        if kind == "form":
            failed = await work.slack.submit("U1", work.slack.view("U1"), PLAN)
        else:
            failed = await act(work, kind, prompt)
        assert await seen(work) == before
    work.slack.delivery.patience = 5
    again = await work.slack.deliver_again()
    once = await seen(work)
    await work.slack.deliver_again()
    assert (failed.status in {0, 500, 503}, again.status) == (True, 200)
    assert once != before
    assert await seen(work) == once
