"""One whole story on Teams, from installing the app to its removal; all is delivered twice."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot import wiring
from bot.clock import MovableClock
from bot.config import Config
from bot.config.keys import Calendars, Platforms, TeamOf, Workspace
from bot.config.keys import Person as Listed
from bot.program import Program
from bot.replay.calendar_file import written
from bot.replay.script import Entry, Person
from coaching.people import Language
from tests.adapters.teams.fake import cards
from tests.adapters.teams.fake.state import Json, Post
from tests.adapters.teams.fake.teams import Answer, FakeTeams, fake_teams
from tests.adapters.teams.venue import LOCALES, TEAM, at_work, keys, refused
from tests.databases import KEY

ADA, KIM = "ada", "kim"
# Characters that nobody sees, and Teams' own client takes for an answer.
UNSEEN = "\u200b\u200b"
_JOINER = "\u2060"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the story's people and the coach say in one language."""

    language: Language
    zone: str
    ada: str
    welcome: str
    why: str
    next: str
    today: str
    offer: str
    digest_here: str
    taken: str
    customer: str
    guest: str
    other: str
    plan: str
    needed: str
    objective: str
    problem: str
    question: str
    judged: str
    aim: str
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
    not_listed: str
    gone: str
    no_channel: str


ENGLISH = Told(
    language="en",
    zone="Europe/Berlin",
    ada="Ada Brandt",
    welcome="Hello Ada Brandt. Before each customer call I ask",
    why="What you write is seen by you alone unless you share it.",
    next="One thing first: your time zone",
    today="today",
    offer="Sales North",
    digest_here="Yes",
    taken="The weekly digest comes to that channel from now on.",
    customer="Halden Paper",
    guest="Mara Voss <voss@halden-paper.example>",
    other="Coastal Foods",
    plan="Plan this call",
    needed="This one is needed.",
    objective="Mara sends the **downtime log** to <at>Kim Moss</at> by Friday.",
    problem="line 2 stops",
    question="When line 2 stops at night, what happens to the morning deliveries?",
    judged="An advance: “Mara sends the **downtime log”",
    aim="Aim: Mara sends the **downtime log** to <at>Kim Moss</at> by Friday.",
    keep="Done",
    kept="Noted. Good luck.",
    review="You aimed for “Mara sends the **downtime log** to <at>Kim Moss</at> by Friday”.",
    agreed="They agreed",
    advance="Advance.",
    enough="Enough for today",
    pause="pause",
    until_i_say="Until I say so",
    paused="Paused until you say “resume”.",
    resume="resume",
    back="Back again.",
    digest="3 calls held, 1 planned, 1 reviewed.",
    chart="Outcomes, five weeks",
    picture="This week: 0 orders, 1 advance, 0 continuations, 0 no-sales.",
    not_listed="you are not on it yet",
    gone="Ada Brandt cannot be reached in this chat any more.",
    no_channel="Nothing can be posted in the channel of sales-north any more.",
)
CHINESE = Told(
    language="zh-Hans",
    zone="Asia/Shanghai",
    ada="林晓",
    welcome="林晓，你好。每次见客户之前",
    why="你写的只有你自己看得到，除非你愿意分享。",
    next="先请设一下你的时区",
    today="今天",
    offer="Sales North",
    digest_here="好",
    taken="从现在起，周报发到那个频道。",
    customer="Hengda Paper",
    guest="李工 <li@hengda-paper.example>",
    other="Coastal Foods",
    plan="准备这次会谈",
    needed="这一项要填。",
    objective="李工周五前把**停机记录**发给 <at>Kim Moss</at>。",
    problem="二号线停机",
    question="二号线夜里一停，对早上交货有什么影响？",
    judged="“李工周五前把**停机记录**发给",
    aim="目标：李工周五前把**停机记录**发给 <at>Kim Moss</at>。",
    keep="好了",
    kept="记下了，祝顺利。",
    review="你想要的是：“李工周五前把**停机记录**发给 <at>Kim Moss</at>”。",
    agreed="答应了",
    advance="有进展。",
    enough="今天到这",
    pause="暂停",
    until_i_say="等我说恢复",
    paused="先暂停，等你发“恢复”。",
    resume="恢复",
    back="我回来了。",
    digest="会谈 3 次，准备过 1 次，复盘 1 次。",
    chart="五周的结果",
    picture="本周：签单 0，有进展 1，没推进 0，被拒绝 0。",
    not_listed="你还不在名单上",
    gone="在这里联系不上林晓了。",
    no_channel="sales-north的频道里发不了消息了。",
)


@dataclass(slots=True, kw_only=True)
class Story:
    """The program and the people around it; `day` counts from the Monday it begins."""

    told: Told
    teams: FakeTeams
    program: Program
    # A client that knows no Action.Execute sends each tap as a message, which nothing answers.
    old_client: bool

    async def at(self, day: int, time: str) -> None:
        """Time passes until then, on the team's clock."""
        await self.program.play_until(_moment(self.told, day, time))
        await self.quiet()

    async def quiet(self) -> None:
        """All that was begun is done, seconds later where Teams takes so many in a second."""
        await self.program.rest()
        for _ in range(3):
            self.teams.clock.advance(timedelta(seconds=1))
            await self.program.outbox.carry()

    async def done(self, answer: Answer) -> Answer:
        """What was done, once all that follows has arrived; the same again changes nothing."""
        assert (answer.status, answer.seconds < 5) == (200, True), answer
        await self.quiet()
        before = self.seen()
        again = await self.teams.deliver_again()
        await self.quiet()
        assert (again.status, self.seen()) == (200, before)
        return answer

    def seen(self) -> list[tuple[str, Json | None]]:
        """All messages as they stand."""
        return [(post.id, post.card) for post in self.teams.world.posts]

    def by_coach(self, place: str) -> list[Post]:
        return [post for post in self.teams.posts(place) if post.by_bot]

    def said_to(self, place: str) -> str:
        """The last words of the coach there."""
        return read_out(self.teams.last(place).card)

    def about(self, words: str) -> list[Post]:
        """The messages to Ada with those words, the first one first."""
        return [post for post in self.by_coach(ADA) if words in read_out(post.card)]

    async def tap(self, post: Post, label: str) -> Answer:
        """Ada taps a button; a card in the answer is what the message says from then on."""
        told = await self.teams.tap(ADA, post, label, old_client=self.old_client)
        answer = await self.done(told)
        shown = None if self.old_client else read_out(post.card)
        assert (read_out(answer.body["value"]) if answer.body else None) == shown
        return answer


def _moment(told: Told, day: int, time: str) -> datetime:
    hour, minute = map(int, time.split(":"))
    monday = datetime(2026, 11, 23, hour, minute, tzinfo=ZoneInfo(told.zone))
    return monday + timedelta(days=day)


def _config(told: Told, teams: FakeTeams, folder: Path, database: str) -> Config:
    lund = "Ida Lund <lund@coastal-foods.example>"
    calls = [
        Entry(id=f"call-{number}", title=title, start=start, end=end, people=(guest,))
        for number, (title, start, end, guest) in enumerate(
            (
                (told.customer, "mon 14:00", "15:00", told.guest),
                (told.other, "mon 15:00", "15:30", lund),
                (told.customer, "wed 14:00", "15:00", told.guest),
                (told.customer, "next wed 14:00", "15:00", told.guest),
            )
        )
    ]
    ada = Person(name=told.ada, address="ada@acme.example", calendar=tuple(calls))
    file = folder / "ada.ics"
    file.write_text(written(ada, _moment(told, 0, "8:00").date(), told.zone), encoding="utf-8")
    listed = Listed(name=told.ada, address="ada@acme.example", calendar=str(file))
    team = TeamOf(name="sales-north", language=told.language, zone=told.zone, people=(listed,))
    return Config(
        workspace=Workspace(name="acme", domains=("acme.example",), admin="kim@acme.example"),
        data=str(folder / "data"),
        platforms=Platforms(web=None, teams=keys(teams)),
        calendars=Calendars(poll=timedelta(days=1)),
        teams=(team,),
        database_url=database,
        secret=KEY,
    )


@asynccontextmanager
async def begun(
    told: Told, folder: Path, database: str, *, old_client: bool
) -> AsyncIterator[Story]:
    """Monday at eight: the program is at work in a tenant where nobody has it yet."""
    clock = MovableClock(_moment(told, 0, "8:00"))
    async with fake_teams(clock) as teams:
        teams.keys.signs_by = clock
        for key, name in ((ADA, told.ada), (KIM, "Kim Moss")):
            teams.person(key, name, f"{key}@acme.example", told.zone, LOCALES[told.language])
        teams.team(TEAM, "Sales North", {ADA, KIM})
        config = _config(told, teams, folder, database)
        async with wiring.build(config, clock) as program, at_work(program, teams):
            await program.tick()
            yield Story(told=told, teams=teams, program=program, old_client=old_client)


def read_out(card: Json | None) -> str:
    """All words of a card as a reader sees them."""
    return cards.words(card).replace(_JOINER, "")


@pytest.mark.parametrize("old_client", [False, True], ids=["new", "old"])
@pytest.mark.parametrize("told", [ENGLISH, CHINESE], ids=lambda told: told.language)
async def test_a_rep_is_coached_on_teams_from_installing_the_app_to_its_removal(
    told: Told, tmp_path: Path, sqlite_url: str, *, old_client: bool
) -> None:
    async with begun(told, tmp_path, sqlite_url, old_client=old_client) as story:
        await _installed(story)
        await _taken_into_a_channel(story)
        await _planned(story)
        await _reviewed(story)
        await _quiet_while_paused(story)
        await _digest(story)
        await _removed(story)
        assert refused(story.teams) == []


async def _installed(story: Story) -> None:
    """Whoever installs it is told why and what next; their zone comes with their first words."""
    told, teams = story.told, story.teams
    await story.done(await teams.install(ADA))
    assert [read_out(post.card) for post in story.by_coach(ADA)] == [story.said_to(ADA)]
    for words in (told.welcome, told.why, told.next):
        assert words in story.said_to(ADA)
    await story.done(await teams.write(ADA, told.today))
    assert told.customer in story.said_to(ADA)


async def _taken_into_a_channel(story: Story) -> None:
    """Whoever puts it into a team says whether the digest belongs there."""
    told, teams = story.told, story.teams
    await story.done(await teams.install(KIM))
    assert told.not_listed in story.said_to(KIM)
    await story.done(await teams.install(KIM, TEAM))
    offer = teams.last(KIM)
    assert told.offer in read_out(offer.card)
    await story.done(await teams.tap(KIM, offer, told.digest_here))
    assert told.taken in read_out(offer.card)
    assert teams.posts(TEAM) == []


async def _planned(story: Story) -> None:
    told, teams = story.told, story.teams
    await story.at(0, "11:00")
    prompt = teams.last(ADA)
    assert told.customer in read_out(prompt.card)

    await story.done(await teams.tap(ADA, prompt, told.plan))
    answers = {"problem": told.problem, "question": told.question, "size": "large"}
    kept_back = await teams.submit(ADA, answers)
    assert kept_back.errors == {"objective": told.needed}
    await story.done(await teams.submit(ADA, {**answers, "objective": UNSEEN}))
    dialog = teams.dialog(ADA)
    assert dialog is not None
    assert told.needed in read_out(dialog.card).splitlines()
    values = {name: one.get("value", "") for name, one in cards.inputs(dialog.card).items()}
    assert answers.items() <= values.items()

    await story.done(await teams.submit(ADA, {"objective": told.objective}))
    assert teams.dialog(ADA) is None
    verdict = teams.last(ADA)
    assert told.judged in read_out(verdict.card)
    assert (prompt.edited, told.aim in read_out(prompt.card)) == (True, True)
    await story.tap(verdict, told.keep)
    assert told.kept in story.said_to(ADA)


async def _reviewed(story: Story) -> None:
    """Two calls are over: a button is about the one it stands at."""
    told = story.told
    await story.at(0, "15:45")
    review, other = story.about(told.review)[-1], story.about(told.other)[-1]
    untouched = read_out(other.card)
    await story.tap(review, told.agreed)
    assert told.advance in read_out(review.card)
    assert read_out(other.card) == untouched
    asked = next(post for post in story.by_coach(ADA)[::-1] if told.enough in _labels(post))
    await story.tap(asked, told.enough)


def _labels(post: Post) -> list[str]:
    return cards.labels(post.card)


async def _quiet_while_paused(story: Story) -> None:
    told, teams = story.told, story.teams
    await story.at(1, "9:00")
    await story.done(await teams.write(ADA, told.pause))
    await story.tap(teams.last(ADA), told.until_i_say)
    assert told.paused in story.said_to(ADA)
    before = len(story.by_coach(ADA))
    await story.at(2, "17:00")
    assert len(story.by_coach(ADA)) == before
    await story.done(await teams.write(ADA, told.resume))
    assert told.back in story.said_to(ADA)


async def _digest(story: Story) -> None:
    told = story.told
    await story.at(4, "16:00")
    digest, *details = story.by_coach(TEAM)
    assert told.digest in read_out(digest.card)
    (chart,) = [one for one in cards.parts(digest.card) if one["type"].startswith("Chart.")]
    assert (chart["title"], chart["fallback"]["type"]) == (told.chart, "Container")
    assert told.chart in read_out(chart["fallback"])
    # It is said in words too, and in the notification.
    assert told.picture in read_out(digest.card)
    assert told.digest in digest.asked["summary"]
    assert {post.root for post in details} == {digest.id}


async def _removed(story: Story) -> None:
    told, teams = story.told, story.teams
    await story.done(await teams.uninstall(ADA))
    assert told.gone in story.said_to(KIM)
    await story.done(await teams.uninstall(KIM, TEAM))
    assert told.no_channel in story.said_to(KIM)
    before = story.seen()
    await story.at(11, "18:00")
    assert story.seen() == before
    # Nobody was mentioned by what a rep wrote.
    assert "<at>" not in json.dumps([one.body for one in teams.asked()])
