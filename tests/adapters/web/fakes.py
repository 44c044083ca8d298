"""A small world behind the page: a board in memory and a coach that follows a short script."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from adapters.chat.web import Appointment, Site, Web, rep_place, team_place
from adapters.ports import Envelope, Place, WebPost
from bot.clock import MovableClock
from bot.words import Words, sources
from coaching.actions import Done, Reject, Reply, ShowForm
from coaching.errors import Unknown
from coaching.events import ChatEvent, Commanded, Said, Submitted, Tapped
from coaching.forms import CheckField, ChoiceField, DateField, Form, Option, TextField
from coaching.meetings import Entry, Sorted
from coaching.messages import (
    Button,
    Buttons,
    Chart,
    Heading,
    Line,
    Message,
    Quoted,
    Series,
    Small,
    Tap,
    message,
    text,
)
from coaching.people import LANGUAGES, Language, Rep, Team
from coaching.spans import Span

NORTH = Team(id=UUID("00000000-0000-4000-8000-00000000aaaa"), name="North", zone="Europe/Berlin")
MARA = Rep(
    id=UUID("00000000-0000-4000-8000-000000000001"),
    team_id=NORTH.id,
    name="Mara Berg",
    address="mara@ours.example",
    zone="Europe/Berlin",
)
LIN = Rep(
    id=UUID("00000000-0000-4000-8000-000000000002"),
    team_id=NORTH.id,
    name="林晓",
    address="lin@ours.example",
    language="zh-Hans",
    zone="Asia/Shanghai",
)
MONDAY = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
SPOKEN: Mapping[Language, str] = {
    "en": """
t-words = { $words }
t-title = **Halden Paper** · { $when }
t-ask = What will *they* do if this goes well?
t-why = Comes 3 h before customer calls
t-plan = Plan this call
t-snooze = Snooze
t-hour = For 1 h
t-tomorrow = Until tomorrow
t-skip = Skip
t-form = Plan: Halden Paper
t-objective = What will the customer do?
t-size = How large is this sale?
t-large = Several meetings or people
t-small = One meeting, one person decides
t-by = By when?
t-share = Share it with the team
t-send = Check my plan
t-bad = Who on their side does it?
t-good = An advance: they act, on a day you can check.
t-week = Week 48
t-chart = Outcomes, two weeks
t-w1 = Week 47
t-w2 = Week 48
t-advances = Advances
t-others = Continuations
t-sum = Advances: 1 of 3, then 3 of 4.
""",
    "zh-Hans": """
t-words = { $words }
t-title = **恒达纸业** · { $when }
t-ask = 这次谈得顺，*对方*会答应做哪件事？
t-why = 客户会谈前 3 小时提醒
t-plan = 准备这次会谈
t-snooze = 稍后提醒
t-hour = 1 小时后
t-tomorrow = 明天
t-skip = 跳过
t-form = 准备：恒达纸业
t-objective = 客户会做什么？
t-size = 这单有多大？
t-large = 要谈几次，或有几个人拍板
t-small = 谈一次，一个人拍板
t-by = 哪天之前？
t-share = 分享给团队
t-send = 看看行不行
t-bad = 对方谁去做？
t-good = 这是一个进展：对方要做事，哪天也说得清。
t-week = 第 48 周
t-chart = 两周的结果
t-w1 = 第 47 周
t-w2 = 第 48 周
t-advances = 有进展
t-others = 没推进
t-sum = 有进展：3 次里 1 次，4 次里 3 次。
""",
}
FORM = Form(
    kind="plan",
    about="call-1",
    title=text("t-form"),
    intro=(text("t-ask"),),
    submit=text("t-send"),
    fields=(
        TextField(
            name="objective",
            label=text("t-objective"),
            hint=text("t-why"),
            required=True,
            limit=100,
            long=True,
        ),
        ChoiceField(
            name="size",
            label=text("t-size"),
            options=(
                Option(value="large", label=text("t-large")),
                Option(value="small", label=text("t-small")),
            ),
        ),
        DateField(name="by", label=text("t-by"), initial=date(2026, 11, 27)),
        CheckField(name="share", label=text("t-share")),
    ),
)
PROMPT = message(
    Heading(text("t-title", when=Span(MONDAY + timedelta(hours=4), MONDAY + timedelta(hours=5)))),
    Line(text("t-ask")),
    Buttons(
        (
            Button(label=text("t-plan"), tap=Tap(verb="plan", about="call-1"), primary=True),
            Button(label=text("t-skip"), tap=Tap(verb="skip", about="call-1")),
        )
    ),
    Buttons(
        (
            Button(label=text("t-hour"), tap=Tap(verb="snooze", about="call-1", value="1h")),
            Button(label=text("t-tomorrow"), tap=Tap(verb="snooze", about="call-1", value="1d")),
        ),
        menu=text("t-snooze"),
    ),
    Small(text("t-why")),
)
DIGEST = message(
    Heading(text("t-week")),
    Chart(
        title=text("t-chart"),
        labels=(text("t-w1"), text("t-w2")),
        series=(
            Series(name=text("t-advances"), values=(1, 3)),
            Series(name=text("t-others"), values=(2, 1)),
        ),
        summary=text("t-sum"),
    ),
)
MEETING = Entry(
    uid="m1",
    title="Halden Paper: line 2",
    starts_at=MONDAY + timedelta(hours=4),
    ends_at=MONDAY + timedelta(hours=5),
)
LUNCH = Entry(
    uid="m2",
    title="Lunch",
    starts_at=MONDAY + timedelta(hours=3),
    ends_at=MONDAY + timedelta(hours=4),
)


def words() -> Words:
    """The product's words and the script's, strict."""
    return Words({one: [*sources(one), SPOKEN[one]] for one in LANGUAGES}, strict=True)


@dataclass
class MemoryBoard:
    """The port `Board` in memory."""

    all: list[WebPost] = field(default_factory=list)
    ears: list[asyncio.Queue[str]] = field(default_factory=list)

    async def put(self, post: WebPost) -> str:
        for known in self.all:
            if post.id and (known.place, known.id) == (post.place, post.id):
                return known.reference
        reference = f"post-{len(self.all) + 1}"
        self.all.append(replace(post, reference=reference))
        self._ring(post.place)
        return reference

    async def change(
        self, reference: str, *, message: Message | None = None, text: str | None = None
    ) -> None:
        at = next(n for n, post in enumerate(self.all) if post.reference == reference)
        post = self.all[at]
        self.all[at] = replace(
            post, message=message or post.message, text=text or post.text, edited=True
        )
        self._ring(post.place)

    async def posts(self, place: str) -> Sequence[WebPost]:
        return [post for post in self.all if post.place == place]

    async def changes(self) -> AsyncIterator[str]:
        ear: asyncio.Queue[str] = asyncio.Queue()
        self.ears.append(ear)
        while True:
            yield await ear.get()

    def _ring(self, place: str) -> None:
        for ear in self.ears:
            ear.put_nowait(place)


@dataclass
class Scripted:
    """The ports `Door` and `Mover`: notes what comes in and answers from the script."""

    board: MemoryBoard
    clock: MovableClock
    words: Words
    heard: list[tuple[UUID, ChatEvent, str]] = field(default_factory=list)
    script: list[tuple[datetime, str, Place, Message, str]] = field(default_factory=list)
    reps: tuple[Rep, ...] = (MARA, LIN)

    async def people(self) -> Sequence[Rep]:
        return self.reps

    async def teams(self) -> Sequence[Team]:
        return (NORTH,)

    async def handle(self, rep_id: UUID, event: ChatEvent, delivery: str) -> Reply:
        first = all(delivery != seen for _, _, seen in self.heard)
        if first:
            self.heard.append((rep_id, event, delivery))
        match event:
            case Tapped(tap=Tap(verb="plan")) | Commanded(name="plan"):
                return ShowForm(FORM)
            case Tapped(tap=Tap(verb="gone")):
                raise Unknown("There is no such call.")
            case Submitted(answers=answers) if "Jens" not in answers["objective"]:
                return Reject({"objective": text("t-bad")})
            case Submitted() if first:
                await self.say(rep_place(rep_id), message(Line(text("t-good"))), thread="prompt-1")
            case Said(text=said, thread=thread) if first:
                echo = message(Line(text("t-words", words=Quoted(said))))
                await self.say(rep_place(rep_id), echo, thread=thread)
            case _:
                pass
        return Done()

    async def day(self, rep_id: UUID, span: Span) -> Sequence[Appointment]:
        coached = Sorted(coached=True, reason="external", customer="halden.example")
        found: list[Appointment] = [
            (LUNCH, Sorted(coached=False, reason="internal"), None),
            (MEETING, coached, None),
        ]
        return [one for one in found if one[0].starts_at in span] if rep_id == MARA.id else []

    async def say(
        self, place: Place, said: Message, *, thread: str = "", logical_id: str = ""
    ) -> None:
        roots = [post.reference for post in self.board.all if post.id == thread] if thread else [""]
        envelope = Envelope(
            id=logical_id or f"said-{len(self.board.all)}",
            place=place,
            message=said,
            say=self.words.speaker("en", "UTC", self.clock.now()),
            thread=roots[0] if roots else "",
        )
        await Web(board=self.board, clock=self.clock).send(envelope)

    async def move(self, until: datetime, *, stop_at: Collection[str]) -> AsyncIterator[datetime]:
        while self.script and self.script[0][0] <= until:
            at, logical_id, place, said, thread = self.script.pop(0)
            self.clock.set(at)
            await self.say(place, said, thread=thread, logical_id=logical_id)
            yield at
            if place.address in stop_at:
                return
        self.clock.set(until)
        yield until


def world() -> tuple[Scripted, Site]:
    """A Monday morning with a prompt, a review, a message for Lin and a digest to come."""
    board, clock, spoken = MemoryBoard(), MovableClock(MONDAY), words()
    coach = Scripted(board=board, clock=clock, words=spoken)
    coach.script = [
        (MONDAY + timedelta(hours=1), "prompt-1", rep_place(MARA.id), PROMPT, ""),
        (MONDAY + timedelta(hours=2), "prompt-2", rep_place(LIN.id), PROMPT, ""),
        (
            MONDAY + timedelta(hours=6),
            "review-1",
            rep_place(MARA.id),
            message(Line(text("t-good"))),
            "prompt-1",
        ),
        (
            MONDAY + timedelta(days=4, hours=7, minutes=30),
            "digest",
            team_place(NORTH.id),
            DIGEST,
            "",
        ),
    ]
    site = Site(door=coach, board=board, clock=clock, words=spoken.speaker, mover=coach)
    return coach, site
