"""One whole story on Slack, from being found by e-mail to the app's removal."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest

from bot import wiring
from bot.clock import MovableClock
from bot.config import Config
from bot.config.keys import Calendars, Channels, Platforms, TeamOf, Workspace
from bot.config.keys import Person as Listed
from bot.program import Program
from bot.replay.calendar_file import written
from bot.replay.script import Entry, Person
from coaching.people import Language
from tests.adapters.slack.atwork import view_words
from tests.adapters.slack.fake.delivery import Mode
from tests.adapters.slack.fake.slack import Answer, FakeSlack, fake_slack, labels
from tests.adapters.slack.fake.state import Json, Post
from tests.adapters.slack.venue import CHANNEL, TEAM, at_work, install, keys, refused
from tests.databases import KEY

ADA, BEN, KIM = "U0ADA", "U0BEN", "U0KIM"
# Characters that nobody sees, and Slack takes for an answer.
UNSEEN = "\u200b\u200b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the story's people and the coach say in one language."""

    language: Language
    zone: str
    locale: str
    ada: str
    greeting: str
    plan: str
    needed: str
    customer: str
    guest: str
    objective: str
    problem: str
    question: str
    aim: str
    judged: str
    keep: str
    kept: str
    review: str
    agreed: str
    advance: str
    enough: str
    pause: str
    until_i_say: str
    paused: str
    resume: str
    back: str
    digest: str
    chart: str
    picture: str
    gone: str


ENGLISH = Told(
    language="en",
    zone="Europe/Berlin",
    locale="en-GB",
    ada="Ada Brandt",
    greeting="Hello Ada Brandt.",
    plan="Plan this call",
    needed="This one is needed.",
    customer="Halden Paper",
    guest="Mara Voss <voss@halden-paper.example>",
    objective="Mara sends the downtime log <!channel> by Friday.",
    problem="line 2 stops",
    question="When line 2 stops at night, what happens to the morning deliveries?",
    aim="Aim: Mara sends the downtime log <!channel> by Friday.",
    judged="An advance: “Mara sends the downtime log <!channel> by Friday”",
    keep="Done",
    kept="Noted. Good luck.",
    review="You aimed for “Mara sends the downtime log <!channel> by Friday”.",
    agreed="They agreed",
    advance="Advance.",
    enough="Enough for today",
    pause="pause",
    until_i_say="Until I say so",
    paused="Paused until you say “resume”.",
    resume="resume",
    back="Back again.",
    digest="2 calls held, 1 planned, 1 reviewed.",
    chart="Outcomes, five weeks",
    picture="This week: 0 orders, 1 advance, 0 continuations, 0 no-sales.",
    gone="Ben Lowe cannot be reached in this chat any more.",
)
CHINESE = Told(
    language="zh-Hans",
    zone="Asia/Shanghai",
    locale="zh-CN",
    ada="林晓",
    greeting="林晓，你好。",
    plan="准备这次会谈",
    needed="这一项要填。",
    customer="Hengda Paper",
    guest="李工 <li@hengda-paper.example>",
    objective="李工周五前把停机记录发给 <@U0KIM>。",
    problem="二号线停机",
    question="二号线夜里一停，对早上交货有什么影响？",
    aim="目标：李工周五前把停机记录发给 <@U0KIM>。",
    judged="“李工周五前把停机记录发给 <@U0KIM”",
    keep="好了",
    kept="记下了，祝顺利。",
    review="你想要的是：“李工周五前把停机记录发给 <@U0KIM>”。",
    agreed="答应了",
    advance="有进展。",
    enough="今天到这",
    pause="暂停",
    until_i_say="等我说恢复",
    paused="先暂停，等你发“恢复”。",
    resume="恢复",
    back="我回来了。",
    digest="会谈 2 次，准备过 1 次，复盘 1 次。",
    chart="五周的结果",
    picture="本周：签单 0，有进展 1，没推进 0，被拒绝 0。",
    gone="在这里联系不上Ben Lowe了。",
)


@dataclass(slots=True, kw_only=True)
class Story:
    """The program and the people around it; `day` counts from the Monday it begins."""

    told: Told
    slack: FakeSlack
    program: Program

    async def at(self, day: int, time: str) -> None:
        """Time passes until then, on the team's clock."""
        await self.program.play_until(_moment(self.told, day, time))
        await self.quiet()

    async def quiet(self) -> None:
        """All that was begun is done, seconds later where Slack takes a message a second."""
        await self.program.rest()
        for _ in range(5):
            self.slack.clock.advance(timedelta(seconds=1))
            await self.program.outbox.carry()

    async def done(self, answer: Answer) -> Answer:
        """What was done, once all that follows has arrived; it was taken in time."""
        assert (answer.status, answer.seconds < 3) == (200, True)
        await self.quiet()
        return answer

    def by_coach(self, user: str) -> list[Post]:
        return [post for post in self.slack.posts(user) if post.by_app]

    def in_thread(self, root: Post) -> list[Post]:
        return [post for post in self.slack.thread(root) if post.by_app]

    async def tap(self, post: Post, label: str) -> None:
        await self.done(await self.slack.tap(ADA, post, label))


def _moment(told: Told, day: int, time: str) -> datetime:
    hour, minute = map(int, time.split(":"))
    monday = datetime(2026, 11, 23, hour, minute, tzinfo=ZoneInfo(told.zone))
    return monday + timedelta(days=day)


def _config(told: Told, slack: FakeSlack, mode: Mode, folder: Path, database: str) -> Config:
    calls = [
        Entry(id=f"call-{number}", title=told.customer, start=start, end="15:00", people=people)
        for number, (start, people) in enumerate(
            (start, (told.guest,)) for start in ("mon 14:00", "wed 14:00", "next wed 14:00")
        )
    ]
    ada = Person(name=told.ada, address="ada@acme.example", calendar=tuple(calls))
    file = folder / "ada.ics"
    file.write_text(written(ada, _moment(told, 0, "8:00").date(), told.zone), encoding="utf-8")
    team = TeamOf(
        name="sales-north",
        language=told.language,
        zone=told.zone,
        channels=Channels(slack=CHANNEL),
        people=(
            Listed(name=told.ada, address="ada@acme.example", calendar=str(file)),
            Listed(name="Ben Lowe", address="ben@acme.example"),
        ),
    )
    return Config(
        workspace=Workspace(name="acme", domains=("acme.example",), admin="kim@acme.example"),
        data=str(folder / "data"),
        platforms=Platforms(slack=keys(slack, mode)),
        calendars=Calendars(poll=timedelta(days=1)),
        teams=(team,),
        database_url=database,
        secret=KEY,
    )


@asynccontextmanager
async def begun(told: Told, mode: Mode, folder: Path, database: str) -> AsyncIterator[Story]:
    """Monday at eight: the program is at work in a Slack of one workspace."""
    clock = MovableClock(_moment(told, 0, "8:00"))
    async with fake_slack(clock, burst=3) as slack:
        slack.workspace(TEAM, "Acme")
        for user, name, mail in (
            (ADA, told.ada, "ada@acme.example"),
            (BEN, "Ben Lowe", "ben@acme.example"),
            (KIM, "Kim Moss", "kim@acme.example"),
        ):
            slack.person(user, name, mail, told.zone, told.locale, team=TEAM)
        slack.channel(CHANNEL, "sales-north", team=TEAM)
        config = _config(told, slack, mode, folder, database)
        async with (
            wiring.build(config, clock) as program,
            at_work(program, slack) as address,
        ):
            if mode == "http":
                await install(slack, address, KIM)
            story = Story(told=told, slack=slack, program=program)
            await story.quiet()
            yield story


def read_out(shown: Json | Post | None) -> str:
    """All words of a view or a message as a reader sees them: no marks, nothing escaped."""
    told = {"blocks": shown.blocks} if isinstance(shown, Post) else shown or {}
    words = view_words(told)
    assert "<" not in words, "somebody's words were not escaped"
    return unescape(re.sub("[*_\u200b]", "", words))


def charts(post: Post) -> list[Json]:
    return [block for block in post.blocks if block["type"] == "data_visualization"]


@pytest.mark.parametrize("mode", ["socket", "http"])
@pytest.mark.parametrize("told", [ENGLISH, CHINESE], ids=lambda told: told.language)
async def test_a_rep_is_coached_on_slack_from_first_contact_to_the_apps_removal(
    told: Told, mode: Mode, tmp_path: Path, sqlite_url: str
) -> None:
    async with begun(told, mode, tmp_path, sqlite_url) as story:
        await _greeted(story, mode)
        prompt = await _planned(story)
        await _reviewed(story, prompt)
        await _quiet_while_paused(story)
        await _digest(story)
        assert refused(story.slack) == []
        await _somebody_leaves(story)
        await _uninstalled(story)


async def _greeted(story: Story, mode: Literal["socket", "http"]) -> None:
    told, slack = story.told, story.slack
    assert told.greeting in slack.last(ADA).text
    assert [len(story.by_coach(user)) for user in (ADA, BEN)] == [1, 1]
    # Whoever installed it is welcomed; where the operator did, there is nobody to welcome.
    assert len(story.by_coach(KIM)) == (1 if mode == "http" else 0)
    assert slack.posts(CHANNEL) == []


async def _planned(story: Story) -> Post:
    told, slack = story.told, story.slack
    await story.at(0, "11:00")
    prompt = slack.last(ADA)
    assert told.customer in prompt.text
    await story.done(await slack.open_home(ADA))
    assert told.aim not in read_out(slack.home(ADA))

    await story.tap(prompt, told.plan)
    form = slack.view(ADA)
    answer = await story.done(await slack.submit(ADA, form, {"objective": UNSEEN}))
    assert answer.body == {"response_action": "errors", "errors": {"objective": told.needed}}
    answers = {
        "objective": told.objective,
        "problem": told.problem,
        "question": told.question,
        "size": "large",
    }
    answer = await story.done(await slack.submit(ADA, form, answers))
    assert (answer.body, slack.view(ADA)) == ({}, None)
    verdict = slack.last(ADA)
    assert told.judged in read_out(verdict)
    assert prompt.edited
    # The home tab that was open follows.
    assert told.aim in read_out(slack.home(ADA))
    await story.tap(verdict, told.keep)
    assert told.kept in slack.last(ADA).text
    return prompt


async def _reviewed(story: Story, prompt: Post) -> None:
    told = story.told
    await story.at(0, "15:10")
    review = story.in_thread(prompt)[-1]
    assert told.review in read_out(review)
    await story.tap(review, told.agreed)
    assert told.advance in read_out(review)
    asked = next(post for post in story.in_thread(prompt)[::-1] if told.enough in labels(post))
    await story.tap(asked, told.enough)


async def _quiet_while_paused(story: Story) -> None:
    told, slack = story.told, story.slack
    await story.at(1, "9:00")
    await story.done(await slack.slash(ADA, "", "/advance", told.pause))
    await story.tap(slack.last(ADA), told.until_i_say)
    assert told.paused in slack.last(ADA).text
    before = len(story.by_coach(ADA))
    await story.at(2, "17:00")
    assert len(story.by_coach(ADA)) == before
    await story.done(await slack.write(ADA, told.resume))
    assert told.back in slack.last(ADA).text


async def _digest(story: Story) -> None:
    told, slack = story.told, story.slack
    await story.at(4, "16:00")
    digest = slack.posts(CHANNEL)[0]
    assert told.digest in digest.text
    (chart,) = charts(digest)
    assert chart["title"] == told.chart
    assert told.picture in read_out(digest)
    assert told.picture in digest.text


async def _somebody_leaves(story: Story) -> None:
    told, slack = story.told, story.slack
    before = len(story.by_coach(KIM))
    await story.done(await slack.user_change(BEN, signs={"deleted"}))
    await story.done(await slack.user_change(BEN, signs={"deleted"}))
    assert len(story.by_coach(KIM)) == before + 1
    assert told.gone in slack.last(KIM).text


async def _uninstalled(story: Story) -> None:
    slack = story.slack
    await story.done(await slack.app_uninstalled(TEAM))
    before = [len(slack.posts(place)) for place in (ADA, BEN, KIM, CHANNEL)]
    await story.at(9, "18:00")
    assert [len(slack.posts(place)) for place in (ADA, BEN, KIM, CHANNEL)] == before
