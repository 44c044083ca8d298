"""People at work in Slack, at a steady pace whether or not they are answered."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import perf_counter

from tests.adapters.slack.fake import payloads
from tests.adapters.slack.fake.acts import button, filled
from tests.adapters.slack.fake.delivery import Kind
from tests.adapters.slack.fake.slack import FakeSlack
from tests.adapters.slack.fake.state import Json, Opened, Post

RATE = 50
TEAM = "TBENCH"
REPS = tuple(f"UBENCH{number}" for number in range(20))
# Of ten acts of a rep four are texts, three taps, two forms, one is a command.
_TURN = ("text", "tap", "text", "form", "text", "tap", "command", "text", "form", "tap")
_TEXTS = (
    "Jens agrees to walk us through line 2 on Thursday with the shift lead",
    "When line 2 stops at night, what happens to the morning deliveries?",
    "their night shift stops line 2 and the morning deliveries are late",
    "给李工演示看板，拿到好反馈",
    "how often does it stop",
)
_COMMANDS = ("today", "help", "week", "settings")


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What a rep sees when the load begins: a prompt, and the form that its button opened."""

    user: str
    prompt: Post
    form: Opened


def settle(slack: FakeSlack) -> str:
    """People who may be coached, where the app is installed; returns its token."""
    slack.workspace(TEAM, "Bench")
    for user in REPS:
        slack.person(user, user, address(user), team=TEAM)
    return slack.install(TEAM).token


def address(user: str) -> str:
    return f"{user.lower()}@seller.example"


async def talks(slack: FakeSlack) -> list[Talk]:
    """Wait for everybody's prompt, and let them open its form."""
    return list(await asyncio.gather(*(_talk(slack, user) for user in REPS)))


async def _talk(slack: FakeSlack, user: str) -> Talk:
    await slack.eventually(lambda: _prompt(slack, user), seconds=30)
    prompt = _prompt(slack, user)
    assert prompt is not None
    payload = payloads.tap(slack.world, slack.world.people[user], _plan(prompt), prompt)
    await slack.delivery.deliver("interactive", payload)
    await slack.eventually(lambda: slack.view(user), seconds=30)
    form = slack.view(user)
    assert form is not None
    return Talk(user=user, prompt=prompt, form=form)


def _prompt(slack: FakeSlack, user: str) -> Post | None:
    borne = (post for post in slack.posts(user) if '"plan"' in str(_values(post)))
    return next(borne, None)


def _values(post: Post) -> list[str]:
    rows = [block["elements"] for block in post.blocks if block["type"] == "actions"]
    return [one.get("value", "") for row in rows for one in row]


def _plan(prompt: Post) -> Json:
    wanted = next(value for value in _values(prompt) if json.loads(value)["verb"] == "plan")
    return button(prompt, wanted)


async def answered(slack: FakeSlack, known: Sequence[Talk], seconds: float) -> list[float]:
    """Act for so long; how many milliseconds each answer took from when it was to be sent."""
    tasks = []
    with _undisturbed():
        began, count = perf_counter(), int(RATE * seconds)
        async with asyncio.TaskGroup() as group:
            for number in range(count):
                due = began + number / RATE
                await asyncio.sleep(max(0.0, due - perf_counter()))
                talk = known[number % len(known)]
                act = (number // len(known) + number) % len(_TURN)
                kind, payload = _act(slack, talk, _TURN[act], number)
                tasks.append(group.create_task(_acted(slack, kind, payload, due)))
    return [task.result() for task in tasks]


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Without garbage collection here: who asks would be late by it, and the answer look so."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


async def _acted(slack: FakeSlack, kind: Kind, payload: Json, due: float) -> float:
    answer = await slack.delivery.deliver(kind, payload)
    if answer.status != 200:
        raise AssertionError(f"{payload} was answered by {answer.status}")
    return (perf_counter() - due) * 1000


def _act(slack: FakeSlack, talk: Talk, kind: str, number: int) -> tuple[Kind, Json]:
    world, person = slack.world, slack.world.people[talk.user]
    channel, said = world.direct(talk.user), _TEXTS[number % len(_TEXTS)]
    match kind:
        case "text":
            post = world.put(channel, talk.user, text=said, thread_ts=talk.prompt.ts)
            return "event", payloads.event(world, TEAM, payloads.message(post, channel))
        case "tap":
            return "interactive", payloads.tap(world, person, _plan(talk.prompt), talk.prompt)
        case "form":
            told = {"objective": said, "question": _TEXTS[(number + 1) % len(_TEXTS)]}
            form = replace(talk.form, id=world.made("V"), state=filled(talk.form, told))
            return "interactive", payloads.submission(world, person, form)
        case _:
            words = {"command": "/advance", "text": _COMMANDS[number % len(_COMMANDS)]}
            return "command", payloads.slash(world, person, channel, words, "")
