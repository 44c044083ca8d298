"""A manager asks; the figures are worked out beside and come into the message that waits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from bot import wiring
from bot.clock import MovableClock
from bot.config.keys import Evaluate, Person, Platforms, TeamOf, Web
from bot.enrol import rep_id, team_id
from bot.gathering import Gathering
from bot.program import Program
from bot.requests import Requests
from coaching.actions import Gather
from coaching.errors import Unknown
from coaching.events import Commanded, Gathered
from coaching.messages import Buttons, Chart
from coaching.people import Rep
from tests.bot.world import MONDAY, ada, bea, company

BOSS = "boss@seller.example"


def managed() -> TeamOf:
    return TeamOf(name="north", people=(ada(""), bea("")), managers=(BOSS, "bea@seller.example"))


@pytest.fixture
async def program(tmp_path: Path) -> AsyncIterator[Program]:
    config = company(tmp_path, teams=(managed(),))
    async with wiring.build(config, MovableClock(MONDAY)) as program:
        await program.greet()
        yield program


def the(program: Program, name: str) -> Rep:
    return next(rep for rep in program.enrolled.reps if rep.name == name)


async def shown(program: Program, rep: Rep) -> list[list[str]]:
    """What the page shows a rep by now, by text keys, the greeting left out."""
    posts = await program.board.posts(f"rep:{rep.id}")
    told = [post.message.blocks for post in posts if post.message is not None]
    keys = [
        [block.text.key for block in blocks if not isinstance(block, Buttons | Chart)]
        for blocks in told
    ]
    return [one for one in keys if not one[0].startswith("welcome")]


async def test_who_manages_a_team_sees_its_figures_in_the_same_message(program: Program) -> None:
    boss = the(program, "boss")
    assert (boss.sells, boss.manages) == (False, (team_id(program.workspace_id, "north"),))
    await program.handle(boss.id, Commanded(name="team"))
    await program.handle(boss.id, Commanded(name="evaluate"))
    team, evaluation = await shown(program, boss)
    assert (team[0], evaluation[0]) == ("team-heading", "evaluate-heading")


async def test_a_rep_may_manage_and_another_sees_nothing(program: Program) -> None:
    await program.handle(the(program, "Bea").id, Commanded(name="team"))
    await program.handle(the(program, "Ada").id, Commanded(name="team"))
    assert (await shown(program, the(program, "Bea")))[0][0] == "team-heading"
    assert await shown(program, the(program, "Ada")) == [["manages-nothing"]]


async def test_the_same_delivery_again_asks_nothing_again(program: Program) -> None:
    boss = the(program, "boss")
    asked = Commanded(name="team")
    for _ in range(2):
        await program.service.handle(program.workspace_id, boss.id, asked, "d1")
    await program.scheduler.gather()
    assert len(await shown(program, boss)) == 1


async def test_a_running_server_works_them_out_on_its_beat(program: Program) -> None:
    boss = the(program, "boss")
    await program.service.handle(program.workspace_id, boss.id, Commanded(name="team"))
    await program.tick()
    assert (await shown(program, boss))[0][0] == "team-heading"


async def test_results_that_are_not_fit_are_told_the_operator_and_the_manager(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    evaluate = Evaluate(results=str(tmp_path / "none.csv"), began=MONDAY.date())
    config = company(tmp_path, teams=(managed(),), evaluate=evaluate)
    async with wiring.build(config, MovableClock(MONDAY)) as program:
        await program.greet()
        boss = the(program, "boss")
        await program.handle(boss.id, Commanded(name="evaluate"))
        assert await shown(program, boss) == [["figures-failed"]]
    assert "none.csv" in caplog.text


async def test_one_that_fails_does_not_keep_the_others(
    program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    came: list[str] = []

    async def handle(workspace_id: UUID, rep_id: UUID, event: Gathered) -> None:
        if event.message == "first":
            raise RuntimeError
        came.append(event.message)

    requests = Requests()
    for message in ("first", "second"):
        asked = Gather(what="team", team_id=program.enrolled.teams[0].id, message=message)
        requests.add(program.workspace_id, the(program, "boss").id, asked)
    gathering = Gathering(requests=requests, figures=program.figures, handle=handle)
    assert (await gathering.work(), await gathering.work()) == (2, 0)
    assert came == ["second"]
    assert "Figures could not be told" in caplog.text


async def test_whatever_fails_the_manager_is_told(
    program: Program, caplog: pytest.LogCaptureFixture
) -> None:
    def fails() -> None:
        raise RuntimeError

    boss, figures = the(program, "boss"), replace(program.figures, results=fails)
    requests, came = Requests(), list[Gathered]()

    async def handle(workspace_id: UUID, rep_id: UUID, event: Gathered) -> None:
        came.append(event)

    team_id = program.enrolled.teams[0].id
    requests.add(
        program.workspace_id, boss.id, Gather(what="evaluate", team_id=team_id, message="m")
    )
    await Gathering(requests=requests, figures=figures, handle=handle).work()
    assert came == [Gathered(message="m", team_id=team_id, told=None)]
    assert "Figures could not be had" in caplog.text


async def test_the_figures_of_a_team_that_is_not_here_are_unknown(program: Program) -> None:
    with pytest.raises(Unknown):
        await program.figures.team(program.workspace_id, rep_id(program.workspace_id, "x"))


async def test_a_control_group_has_no_calendar_read(tmp_path: Path) -> None:
    left_alone = Person(name="Cem", address="cem@seller.example", calendar="/cem", group="control")
    team = TeamOf(name="north", people=(ada(), left_alone))
    config = company(tmp_path, teams=(team,), platforms=Platforms(web=Web(port=0)))
    async with wiring.build(config, MovableClock(MONDAY)) as program:
        await program.greet()
        assert [link.rep_id for link in program.enrolled.links] == [the(program, "Ada").id]
        assert await program.board.posts(f"rep:{the(program, 'Cem').id}") == ()
