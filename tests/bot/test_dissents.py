"""What a rep sees otherwise, from the tap to the operator's file; nothing is learned by itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from adapters.ports import Known
from bot import cli, config, dissents, judges, wiring
from bot.clock import MovableClock, SystemClock
from bot.program import Program
from coaching.actions import Decision
from coaching.dissent import Dissent, dissent_id
from coaching.errors import BadInput
from coaching.events import CalendarRead, RepEvent, Submitted, Tapped
from coaching.judge import Judge, Kind, Verdict
from coaching.messages import Buttons, Message, Tap
from coaching.spans import Span
from tests.bot import world
from tests.bot.world import DAY, MONDAY

Printed = pytest.CaptureFixture[str]
ADA = UUID(int=7)
MINUTE = timedelta(minutes=1)
QUESTION = "Are you unhappy with how often line 2 stops?"


def a_dissent(text: str = QUESTION, **changes: Any) -> Dissent:
    usual = Dissent(
        id=dissent_id(ADA, "question", text),
        rep_id=ADA,
        said_at=MONDAY,
        kind="question",
        text=text,
        problem="line 2 stops",
        label="problem",
        confidence=0.75,
        rule="question.asks_how_bad",
        says="implication",
    )
    return replace(usual, **changes)


def an_example(one: Dissent, **changes: str) -> dict[str, str]:
    usual = {
        "kind": one.kind,
        "text": one.text,
        "label": one.says,
        "problem": one.problem,
        "need": "",
    }
    return usual | changes


def rows(file: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


# ---- printed -----------------------------------------------------------------------------------


def test_a_dissent_is_printed_with_what_both_say_and_without_a_name() -> None:
    one = a_dissent("How often\ndoes it stop?", judge="3")
    assert dissents.printed(one) == (
        f"{str(one.id)[:8]}  2026-11-23  question\n"
        "  text: How often does it stop?\n"
        "  problem: line 2 stops\n"
        "  judge: problem (0.75, question.asks_how_bad, version 3); rep: implication"
    )


def test_a_text_that_stands_by_itself_is_printed_without_a_problem() -> None:
    told = dissents.printed(a_dissent(problem="", rule=""))
    assert told.splitlines()[1:] == [
        f"  text: {QUESTION}",
        "  judge: problem (0.75, no rule); rep: implication",
    ]


def test_a_dissent_for_a_program_has_everything_but_the_rep() -> None:
    one = a_dissent(judge="3")
    assert json.loads(dissents.as_json(one)) == {
        "id": str(one.id),
        "said_at": "2026-11-23T07:00:00+00:00",
        "kind": "question",
        "text": QUESTION,
        "problem": "line 2 stops",
        "label": "problem",
        "confidence": 0.75,
        "rule": "question.asks_how_bad",
        "judge": "3",
        "says": "implication",
    }


# ---- accepted ----------------------------------------------------------------------------------


def test_an_id_may_be_given_by_its_beginning_in_any_case_and_twice() -> None:
    one, other = a_dissent(), a_dissent("Changeovers?")
    told = [str(one.id), str(one.id)[:8].upper()]
    assert dissents.accepted([one, other], told) == (one,)


@pytest.mark.parametrize("told,fault", [("zz", "has the id 'zz'"), ("", "has the id ''")])
def test_an_id_that_is_none_is_named(told: str, fault: str) -> None:
    with pytest.raises(BadInput, match=fault):
        dissents.accepted([a_dissent()], [told])


def test_a_beginning_of_two_ids_is_none() -> None:
    twins = [a_dissent(id=UUID(int=1)), a_dissent(id=UUID(int=2))]
    with pytest.raises(BadInput, match="'0000' begins 2 ids"):
        dissents.accepted(twins, ["0000"])


# ---- the file ----------------------------------------------------------------------------------


def test_examples_are_written_with_the_reps_label(tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    one, other = a_dissent(), a_dissent("二号线多久停一次？\u2028", problem="")
    assert dissents.add(file, [one, other]) == 2
    assert rows(file) == [an_example(one), an_example(other)]
    assert file.stat().st_mode & 0o777 == 0o600


def test_what_the_file_has_is_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    one, other = a_dissent("It\u2028stops?"), a_dissent()
    dissents.add(file, [one])
    assert dissents.add(file, [one, other]) == 1
    assert rows(file) == [an_example(one), an_example(other)]


def test_a_file_written_by_hand_keeps_its_last_line(tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    by_hand = {"kind": "question", "text": "Why?", "label": "problem"}
    file.write_text(f"\n{json.dumps(by_hand)}", encoding="utf-8-sig")
    assert dissents.add(file, [a_dissent()]) == 1
    assert file.read_text(encoding="utf-8-sig").split("\n")[1:] == [
        json.dumps(by_hand),
        json.dumps(an_example(a_dissent())),
        "",
    ]


def test_the_same_question_about_another_problem_is_another_example(tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    one = a_dissent()
    file.write_text(json.dumps(an_example(one, problem="", label="problem")), encoding="utf-8")
    assert dissents.add(file, [one]) == 1


@pytest.mark.parametrize(
    "content,fault",
    [
        (json.dumps(an_example(a_dissent(), label="problem")), "the file has it as problem"),
        (json.dumps(an_example(a_dissent(), problem="!", label="problem")), "has it as problem"),
        ("{", "examples, line 1: row: is not JSON"),
        ("\n" + "[" * 100_000, "examples, line 2: row: is not JSON"),
        ("[1]", "examples, line 1: row: is no JSON object"),
        (
            json.dumps(an_example(a_dissent("Why?"), lable="problem")),
            "line 1: 'lable': is no field",
        ),
    ],
)
def test_a_file_that_does_not_fit_stays_as_it_is(tmp_path: Path, content: str, fault: str) -> None:
    file = tmp_path / "examples.jsonl"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=fault):
        dissents.add(file, [a_dissent("Another?"), a_dissent()])
    assert file.read_text(encoding="utf-8") == content


@pytest.mark.parametrize("text", [QUESTION, f"{QUESTION} ", QUESTION.upper()])
def test_two_reps_who_read_the_same_words_otherwise_are_not_both_taken(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "examples.jsonl"
    one, other = a_dissent(), a_dissent(text, id=UUID(int=1), says="situation")
    with pytest.raises(BadInput) as fault:
        dissents.add(file, [a_dissent("Another?"), one, other])
    both = f"{str(one.id)[:8]} says implication, the rep says situation"
    assert str(fault.value) == f"examples: 00000000: {both}; the judge sees no difference"
    assert not file.exists()


def test_two_reps_who_read_the_same_words_alike_make_one_example(tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    one = a_dissent()
    assert dissents.add(file, [one, a_dissent(f"{QUESTION} ", id=UUID(int=1))]) == 1
    assert rows(file) == [an_example(one)]


def test_what_is_written_can_be_learned(tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    dissents.add(file, [a_dissent(), a_dissent("Changeovers?", problem="")])
    assert [one.text for one in judges.told(file)] == [QUESTION, "Changeovers?"]


def test_what_could_not_be_learned_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "examples.jsonl"
    with pytest.raises(BadInput, match="examples, line 1: text: has 4001 characters"):
        dissents.add(file, [a_dissent("x" * 4001)])
    assert not file.exists()


def test_a_file_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(BadInput, match="bytes is not UTF-8 text"):
        dissents.add(tmp_path / "bytes", [a_dissent()])
    with pytest.raises(BadInput, match="cannot be used: Is a directory"):
        dissents.add(tmp_path, [a_dissent()])


# ---- the command -------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "ADVANCE_KEY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    told = "teams: [{name: north, zone: Europe/Berlin, people: [{name: A, address: a@b.example}]}]"
    (tmp_path / "app.yaml").write_text(told, encoding="utf-8")
    return tmp_path


def leave(*told: Dissent) -> tuple[Dissent, ...]:
    """Store these, as said by the rep of app.yaml."""

    async def left() -> tuple[Dissent, ...]:
        async with wiring.build(config.read(Path("app.yaml")), SystemClock()) as program:
            rep_id = program.enrolled.reps[0].id
            mine = tuple(replace(one, rep_id=rep_id) for one in told)
            async with program.store.open(program.workspace_id) as unit:
                await unit.save(rep_id, Decision(saves=mine), version=0)
            return mine

    return asyncio.run(left())


def test_nothing_shown_is_said_so(here: Path, capsys: Printed) -> None:
    assert cli.run(["otherwise"]) == 0
    assert capsys.readouterr().out == "No rep has shown any.\n"
    assert cli.run(["otherwise", "--json"]) == 0
    assert capsys.readouterr().out == ""


def test_the_operator_lists_what_was_shown(here: Path, capsys: Printed) -> None:
    one, other = leave(a_dissent(), a_dissent("Changeovers?", said_at=MONDAY + DAY))
    assert cli.run(["otherwise"]) == 0
    assert capsys.readouterr().out == f"{dissents.printed(one)}\n\n{dissents.printed(other)}\n"
    assert cli.run(["otherwise", "--json", "--since", "2026-11-24"]) == 0
    assert capsys.readouterr().out == f"{dissents.as_json(other)}\n"


def test_the_operator_takes_one_into_the_companys_examples(here: Path, capsys: Printed) -> None:
    one, _ = leave(a_dissent(), a_dissent("Changeovers?"))
    asked = ["otherwise", "--take", str(one.id)[:8], "--examples", "company.jsonl"]
    assert cli.run(asked) == 0
    assert capsys.readouterr().out == "1 new in company.jsonl.\n"
    assert rows(here / "company.jsonl") == [an_example(one)]
    assert cli.run(asked) == 0
    assert capsys.readouterr().out == "0 new in company.jsonl.\n"


# ---- the way there -----------------------------------------------------------------------------


def tap_in(message: Message, verb: str, value: str = "") -> Tap:
    found = [
        button.tap
        for block in message.blocks
        if isinstance(block, Buttons)
        for button in block.buttons
        if button.tap.verb == verb and button.tap.value.startswith(value)
    ]
    return found[0]


def verdicts(judge: Judge) -> list[Verdict]:
    """What the judge says of a few texts, those a rep read otherwise among them."""
    asked: Sequence[tuple[Kind, str, str]] = [
        ("question", QUESTION, "line 2 stops"),
        ("question", "What does a stop do to your launch?", "line 2 stops"),
        ("objective", "Show Jens the dashboard", ""),
        ("outcome", "They loved it", ""),
    ]
    return [judge.read(kind, text, problem=problem) for kind, text, problem in asked]


@dataclass(slots=True)
class Ada:
    """A rep in a running program who taps everything twice, as a platform may deliver it."""

    program: Program
    clock: MovableClock
    call: str = ""

    async def plans(self, **answers: str) -> None:
        window = Span(MONDAY - DAY, MONDAY + 10 * DAY)
        await self.does(CalendarRead(window=window, entries=(world.entry(),)))
        self.call = str((await self.known()).calls[0].id)
        await self.does(Submitted(kind="plan", about=self.call, answers=answers))

    async def taps_twice(self, message_id: str, verb: str, value: str = "") -> None:
        async with self.program.store.open(self.program.workspace_id) as unit:
            message = await unit.message(message_id)
        assert message is not None
        event = Tapped(tap=tap_in(message, verb, value), message=message_id)
        for _ in range(2):
            await self.does(event, f"{message_id} {verb}")
            self.clock.advance(MINUTE)

    async def does(self, event: RepEvent, delivery: str = "") -> None:
        rep = self.program.enrolled.reps[0]
        await self.program.service.handle(self.program.workspace_id, rep.id, event, delivery)

    async def known(self) -> Known:
        async with self.program.store.open(self.program.workspace_id) as unit:
            return await unit.known(self.program.enrolled.reps[0].id, since=MONDAY - DAY)

    async def newest(self, part: str) -> str:
        """The id of the message that the last decision sent."""
        known = await self.known()
        return f"{known.rep.id}/{part}/{self.call}/{known.conversation.version - 1}"


async def test_deliveries_come_twice_and_nothing_is_learned(tmp_path: Path) -> None:
    before = verdicts(wiring.judge())
    clock = MovableClock(MONDAY)
    async with wiring.build(world.company(tmp_path), clock) as program:
        ada = Ada(program, clock)
        problem = "line 2 stops"
        await ada.plans(objective="Show Jens the dashboard", problem=problem, question=QUESTION)
        verdict = await ada.newest("verdict")
        await ada.taps_twice(verdict, "otherwise")
        await ada.taps_twice(verdict, "see_as", "question:implication")
        offer = await ada.newest("otherwise")
        assert await dissents.shown(program, None) == ()
        at = clock.now()
        await ada.taps_twice(offer, "tell")
        kept = await dissents.shown(program, None)
        plan = (await ada.known()).calls[0].plan
    assert [(one.text, one.problem, one.label, one.says, one.said_at) for one in kept] == [
        (QUESTION, problem, "problem", "implication", at)
    ]
    assert kept[0].judge == judges.plain().version
    page = Path(__file__).parents[2] / "docs" / "howto" / "otherwise.md"
    worked = page.read_text(encoding="utf-8")
    *shown, judged = dissents.printed(kept[0]).splitlines()[1:]
    assert "\n".join(f"    {line}" for line in shown) in worked
    # A training may change version and confidence; the page shows those of one day.
    assert f", {kept[0].rule}, version {kept[0].judge}); rep: implication" in judged
    assert f", {kept[0].rule}, version " in worked
    assert (plan.objective_as, plan.question_as) == ("", "implication")
    assert verdicts(wiring.judge()) == before
