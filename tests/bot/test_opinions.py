"""A second opinion by the real program: a vendor on loopback, its client, the store, the coach."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.opinion import open_model
from adapters.ports import Envelope
from bot import doctor, wiring, words
from bot.calendars import Calendars
from bot.clock import MovableClock
from bot.config.keys import Opinion
from bot.opinions import FAILURES, REST, Budget, SecondOpinions
from bot.outbox import Outbox
from bot.scheduler import Beats, Scheduler
from bot.service import Coach, Service
from coaching.actions import Decision
from coaching.calls import Call
from coaching.decide import decide
from coaching.errors import Unknown
from coaching.events import Event, OpinionGiven, Submitted
from coaching.judge import Kind, Verdict
from coaching.messages import Line, Text
from coaching.turn import Situation, TeamWeek
from coaching.view import Asked, View
from tests.adapters.database import world as stored
from tests.adapters.database.world import ADA, NOW
from tests.adapters.opinion.vendor import Vendor, vendor
from tests.bot.world import HOUR, Shelf, company

AT = NOW - timedelta(hours=1)
TODAY = NOW.date()
OPEN = "Jens and the dashboard"
VIEW = {
    "words": ["dashboard"],
    "rule": "objective.feeling",
    "label": "relationship",
    "confidence": 0.95,
}


class Torn:
    """A judge that reads every text two ways."""

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        first, second = ("vague", "advance") if kind == "objective" else ("problem", "implication")
        rule = "objective.nobody_acts" if kind == "objective" else "question.asks_whether"
        return Verdict(kind=kind, label=first, confidence=0.5, sure=False, rule=rule, second=second)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One rep with one call, and a model that is asked about the drafts for it."""

    database: Database
    acme: UUID
    clock: MovableClock
    service: Service
    opinions: SecondOpinions
    told: Vendor
    call: Call

    async def plans(self, objective: str = OPEN, question: str = "") -> None:
        answers = {"objective": objective, "problem": "line 2 stops", "question": question}
        event = Submitted(kind="plan", about=str(self.call.id), answers=answers)
        await self.service.handle(self.acme, ADA.id, event)

    async def verdict(self) -> list[str]:
        """What the last verdict says now: its keys, of a reason the reason's."""
        async with self.database.store.open(self.acme) as unit:
            known = await unit.known(ADA.id, since=NOW - timedelta(days=9))
            ids = [
                f"{ADA.id}/verdict/{self.call.id}/{turn}"
                for turn in range(known.conversation.version, 0, -1)
            ]
            found = [told for one in ids if (told := await unit.message(one)) is not None]
        return [_key(block.text) for block in found[0].blocks if isinstance(block, Line)]

    async def spent(self) -> tuple[int, int]:
        return await self.database.opinions.spent(self.acme, self.clock.now().date())


def _key(told: Text) -> str:
    reason = told.values.get("reason")
    return reason.key if isinstance(reason, Text) else told.key


@pytest.fixture
async def world(database: Database) -> AsyncIterator[World]:
    acme = await stored.settle(database)
    call = stored.call()
    clock = MovableClock(AT)
    coach = Coach(decide=decide, judge=Torn(), model="127.0.0.1")
    service = Service(store=database.store, coach=coach, clock=clock)
    async with database.store.open(acme) as unit:
        await unit.save(ADA.id, Decision(saves=(stored.opportunity(), call)), version=0)
    async with vendor() as told:
        told.says = VIEW
        model = open_model(on(told), clock)
        opinions = SecondOpinions(
            opinion=model,
            waiting=database.opinions,
            service=service,
            clock=clock,
            budget=Budget(workspace_id=acme, per_day=5),
        )
        made = World(
            database=database,
            acme=acme,
            clock=clock,
            service=service,
            opinions=opinions,
            told=told,
            call=call,
        )
        await made.plans("They come")  # the first draft: the rep is told, nothing is asked
        assert await opinions.ask() == 0
        yield made
        await model.close()


def on(told: Vendor) -> Opinion:
    """The vendor as app.yaml would name it, with little patience."""
    return Opinion(
        vendor="openai", model="m-1", consent=True, key="", address=f"{told.at}/v1", timeout=1
    )


UNSURE = ["two-ways-objective", "ask-size"]
SETTLED = ["judge-rule-objective-feeling", "ask-size"]


async def test_a_verdict_is_refined_once_the_model_has_read_the_draft(world: World) -> None:
    await world.plans()
    assert await world.verdict() == UNSURE
    assert await world.opinions.ask() == 1
    assert await world.verdict() == SETTLED
    assert (await world.spent(), len(world.told.asked)) == ((1, 0), 1)
    # Said once: nothing waits any more.
    assert await world.opinions.ask() == 0
    assert len(world.told.asked) == 1


@pytest.mark.parametrize(
    "status, raw, says, delay",
    [
        (401, None, VIEW, 0),
        (429, None, VIEW, 0),
        (500, None, VIEW, 0),
        (200, "<html>", VIEW, 0),
        (200, None, {"label": "relationship"}, 0),
        (200, None, {**VIEW, "label": "implication"}, 0),
        (200, None, VIEW, 1.5),
    ],
)
async def test_whatever_fails_the_judges_answer_stands_and_is_not_asked_again(
    world: World, status: int, raw: str | None, says: object, delay: float
) -> None:
    world.told.status, world.told.raw, world.told.says = status, raw, says
    world.told.delay = delay
    await world.plans()
    assert await world.opinions.ask() == 0
    assert (await world.verdict(), await world.spent()) == (UNSURE, (1, 1))
    world.told.status, world.told.raw, world.told.says = 200, None, VIEW
    world.clock.set(AT + REST)
    assert await world.opinions.ask() == 0
    assert await world.verdict() == UNSURE


async def test_new_words_meanwhile_are_not_touched_by_what_was_said_of_the_old(
    world: World,
) -> None:
    await world.plans()
    (old,) = await world.database.opinions.claim(world.acme, AT, limit=1, lease=REST)
    await world.plans("Jens, soon")
    view = View(label="relationship", confidence=0.95, rule="objective.feeling")
    event = OpinionGiven(call_id=old.call_id, message=old.message, asked=old.asked, view=view)
    await world.service.handle(world.acme, ADA.id, event)
    assert await world.verdict() == UNSURE


async def test_over_the_days_budget_nothing_is_sent_and_tomorrow_it_is_again(world: World) -> None:
    for number in range(7):
        await world.plans(f"{OPEN} {number}")
        await world.opinions.ask()
    assert (len(world.told.asked), await world.spent()) == (5, (5, 0))
    assert await world.verdict() == UNSURE


async def test_after_failures_in_a_row_the_model_is_left_in_peace(world: World) -> None:
    world.told.status = 500
    for number in range(FAILURES + 2):
        await world.plans(f"{OPEN} {number}")
        await world.opinions.ask()
    assert len(world.told.asked) == FAILURES
    world.told.status = 200
    world.clock.set(AT + REST)
    assert await world.opinions.ask() == 1
    assert await world.verdict() == SETTLED


@pytest.mark.parametrize("status, after, rests", [(429, "30", 30), (401, "", 300), (503, "", 0)])
async def test_a_model_that_asks_for_peace_gets_it(
    world: World, status: int, after: str, rests: int
) -> None:
    world.told.status, world.told.headers = status, {"Retry-After": after}
    await world.plans()
    await world.opinions.ask()
    world.told.status = 200
    await world.plans(f"{OPEN} again")
    if rests:
        world.clock.set(AT + timedelta(seconds=rests - 1))
        assert await world.opinions.ask() == 0
        world.clock.set(AT + timedelta(seconds=rests))
    assert await world.opinions.ask() == 1


async def test_a_success_between_failures_forgets_them(world: World) -> None:
    for status in (500, 500, 200, 500, 500):
        world.told.status = status
        await world.plans(f"{OPEN} {len(world.told.asked)}")
        await world.opinions.ask()
    assert len(world.told.asked) == 5
    assert await world.spent() == (5, 4)


async def test_no_log_has_a_word_of_the_rep(world: World, caplog: pytest.LogCaptureFixture) -> None:
    world.told.status, world.told.raw = 401, f"you wrote {OPEN}"
    await world.plans()
    with caplog.at_level("DEBUG", logger="bot"):
        await world.opinions.ask()
    assert "The language model is left in peace for a while" in caplog.text
    assert OPEN not in caplog.text + str([vars(one) for one in caplog.records])


async def test_a_view_that_cannot_be_told_is_lost_and_stops_nobody(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks(event: Event, situation: Situation | TeamWeek) -> Decision:
        raise Unknown("broken")

    broken = SecondOpinions(
        opinion=Fixed(),
        waiting=world.database.opinions,
        service=Service(
            store=world.database.store, coach=Coach(decide=breaks, judge=Torn()), clock=world.clock
        ),
        clock=world.clock,
        budget=Budget(workspace_id=world.acme, per_day=5),
    )
    await world.plans()
    assert await broken.ask() == 1
    assert "A second opinion was lost" in caplog.text
    assert await world.opinions.ask() == 0


async def test_who_is_stopping_asks_nothing_more(world: World) -> None:
    await world.plans()
    world.opinions.stop()
    assert (await world.opinions.ask(), world.told.asked) == (0, [])


async def test_a_server_asks_on_a_beat_of_its_own_and_carries_what_follows(world: World) -> None:
    await world.plans()
    speaker = Listener()
    outbox = Outbox(
        queue=world.database.queue,
        platforms={"web": speaker},
        speaker=words.read().speaker,
        clock=world.clock,
        jitter=lambda: 0.5,
    )
    calendars = Calendars(
        store=world.database.store, service=world.service, source=Shelf(), poll=HOUR
    )
    scheduler = Scheduler(
        queue=world.database.queue,
        service=world.service,
        calendars=calendars,
        outbox=outbox,
        opinions=world.opinions,
    )
    await outbox.carry()

    async def tidy() -> None:
        pass

    beats = Beats(scheduler, outbox, world.clock, tidy)
    beats.start()
    async with asyncio.timeout(20):
        await speaker.refined.wait()
    await beats.stop()
    assert len(world.told.asked) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """A platform that notices when a verdict is edited to the model's reading."""

    name: str = "web"
    refined: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, envelope: Envelope) -> str:
        return f"ref:{envelope.id}"

    async def edit(self, reference: str, envelope: Envelope) -> None:
        if "reason" in str(envelope.message) and "feeling" in str(envelope.message):
            self.refined.set()


class Fixed:
    """A model that finds every objective to be about a feeling."""

    async def read(self, asked: Asked) -> View:
        return View(label="relationship", confidence=0.95, rule="objective.feeling")


# ---- the program -------------------------------------------------------------------------------


async def test_a_program_with_a_model_is_put_together_and_looked_over(tmp_path: Path) -> None:
    async with vendor() as told:
        config = company(tmp_path, opinion=on(told))
        async with wiring.build(config, MovableClock(NOW), source=Shelf()) as program:
            assert program.scheduler.opinions is not None
            await program.tick()
            program.scheduler.opinions.stop()
        found = [str(one) async for one in doctor.examine(config, MovableClock(NOW))]
    assert "ok    opinion: m-1 at 127.0.0.1, 0 of 200 asked today, 0 in vain" in found


async def test_doctor_says_which_package_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.opinion.find_spec", lambda name: None)
    async with vendor() as told:
        found = doctor.examine(company(tmp_path, opinion=on(told)), MovableClock(NOW))
        lines = [str(one) async for one in found]
    assert [one for one in lines if one.startswith("bad   opinion: the package openai is missing")]


async def test_without_one_nothing_is_asked(tmp_path: Path) -> None:
    async with wiring.build(company(tmp_path), MovableClock(NOW), source=Shelf()) as program:
        assert program.scheduler.opinions is None
        assert wiring.opinion_missing(program.config) == ""
