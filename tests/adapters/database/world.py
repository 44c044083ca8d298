"""The values that the store's tests are made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select

from adapters.database import Database
from adapters.database.tables import accounts, calendar_links, due, outbox, places, teams
from adapters.ports import Account, CalendarLink, Place, WebPost
from coaching.actions import AskOpinion, Edit, Post, Send
from coaching.calls import Call, Customer, Learning, Opportunity, Promise
from coaching.dissent import Dissent, dissent_id
from coaching.judge import Kind
from coaching.meetings import Lesson
from coaching.messages import Line, Message, Quoted, message, text
from coaching.notes import Content, Note
from coaching.notes.needs import Need
from coaching.nudge import Nudge, Told
from coaching.people import Rep, Team
from coaching.view import Asked

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=30)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
_SPACE = UUID(int=1)


def ident(name: str) -> UUID:
    return uuid5(_SPACE, name)


def team(name: str = "North") -> Team:
    return Team(id=ident(f"team {name}"), name=name, zone="Europe/Berlin")


def rep(name: str = "Ada", *, of: Team | None = None) -> Rep:
    of = of or team()
    address = f"{name.lower()}@seller.example"
    return Rep(id=ident(f"rep {name}"), team_id=of.id, name=name, address=address)


def account(name: str = "Ada", platform: str = "web") -> Account:
    return Account(platform=platform, tenant="t1", user=name)


def place(name: str = "Ada", platform: str = "web") -> Place:
    return Place(platform=platform, tenant="t1", address=f"dm-{name}", kind="rep")


def channel(name: str = "north", platform: str = "web") -> Place:
    return Place(platform=platform, tenant="t1", address=f"#{name}", kind="team")


def opportunity(key: str = "buyer.example", *, of: Team | None = None) -> Opportunity:
    customer = Customer(id=ident(f"customer {key}"), key=key, name=key.title())
    return Opportunity(id=ident(f"sale {key}"), customer=customer, team_id=(of or team()).id)


def call(key: str = "m1", *, of: Rep | None = None, starts_at: datetime = NOW + 3 * HOUR) -> Call:
    of = of or rep()
    return Call(
        id=ident(f"call {of.id} {key}"),
        meeting_id=ident(f"meeting {key}"),
        rep_id=of.id,
        opportunity_id=opportunity().id,
        key=key,
        series=key,
        title="Quarterly talk",
        customer="Buyer",
        people=("Bo", "Cy"),
        starts_at=starts_at,
        ends_at=starts_at + HOUR,
        found_at=NOW,
    )


def promise(of: Call) -> Promise:
    return Promise(
        id=ident(f"promise {of.id}"),
        call_id=of.id,
        rep_id=of.rep_id,
        opportunity_id=of.opportunity_id,
        text="sends the figures",
        due_on=date(2026, 11, 27),
    )


def learning(of: Call) -> Learning:
    return Learning(
        id=ident(f"learning {of.id}"),
        call_id=of.id,
        rep_id=of.rep_id,
        team_id=team().id,
        text="ask for the yearly plan",
        shared_at=NOW,
    )


def note(name: str = "first", *, content: Content | None = None, of: Rep | None = None) -> Note:
    owner = (of or rep()).id
    return Note(
        id=ident(f"note {owner} {name}"),
        rep_id=owner,
        author_id=owner,
        said_at=NOW,
        content=content or Need(words="we lose a morning", who="Bo"),
    )


def dissent(text: str = "They act", *, of: Rep | None = None, said_at: datetime = NOW) -> Dissent:
    of = of or rep()
    return Dissent(
        id=dissent_id(of.id, "objective", text),
        rep_id=of.id,
        said_at=said_at,
        kind="objective",
        text=text,
        problem="line 2 stops",
        label="vague",
        confidence=0.7,
        rule="objective.nobody_acts",
        says="advance",
        judge="3",
    )


def words(said: str = "hello") -> Message:
    return message(Line(text("line", said=Quoted(said))))


def send(logical_id: str = "m", said: str = "hello", **more: object) -> Send:
    return Send(id=logical_id, message=words(said), **more)  # type: ignore[arg-type]  # by name


def edit(logical_id: str = "m", said: str = "changed") -> Edit:
    return Edit(id=logical_id, message=words(said))


def post(logical_id: str = "p", said: str = "digest", *, of: Team | None = None) -> Post:
    return Post(id=logical_id, team_id=(of or team()).id, message=words(said))


def nudge(about: str = "c1", *, at: datetime = NOW, start: datetime = NOW + HOUR) -> Nudge:
    return Nudge(kind="prompt", about=about, start=start, at=at)


def told(about: str = "c1", *, start: datetime = NOW + HOUR) -> Told:
    return Told(kind="prompt", about=about, start=start, at=NOW)


NORTH = team()
ADA = rep()
SHANGHAI = timezone(8 * HOUR)


def link(rep_id: UUID = ADA.id, *, address: str = "https://calendar.example/x") -> CalendarLink:
    return CalendarLink(id=ident(f"link {rep_id}"), rep_id=rep_id, address=address)


async def settle(database: Database, name: str = "acme") -> UUID:
    """A workspace with one team, its channel, one rep and their account."""
    workspace = await database.store.workspace(name)
    async with database.store.open(workspace) as unit:
        await unit.put_team(NORTH)
        await unit.put_channel(NORTH.id, channel())
        await unit.put_rep(ADA)
        await unit.put_account(account(), ADA.id, place())
    return workspace


async def waiting(database: Database, workspace: UUID) -> object:
    """What a workspace has pending: rows, nudges, accounts and channels, as they are stored."""
    found = []
    async with database.reader.connect() as connection:
        for table in (outbox, due, accounts, places, teams, calendar_links):
            mine = (
                select(table).where(table.c.workspace_id == workspace).order_by(*table.primary_key)
            )
            rows = (await connection.execute(mine)).mappings().all()
            found.append([dict(row) for row in rows])
    return found


def lesson() -> Lesson:
    return Lesson(scope="series", value="standup", coached=False)


def web_post() -> WebPost:
    return WebPost(reference="", place="ada", author="coach", at=NOW, id="m", message=words())


def channel_post(name: str) -> Post:
    return post(f"p-{name}")


def ask(of: Call | None = None, kind: Kind = "objective", **changes: Any) -> AskOpinion:
    """A question for a language model, which the judge is sure of, to be answered in an hour."""
    usual = AskOpinion(
        call_id=(of or call()).id,
        message="verdict",
        asked=Asked(kind=kind, text="Jens walks us through line 2", language="en"),
        sure=True,
        confidence=0.7,
        helps_until=NOW + HOUR,
    )
    return replace(usual, **changes)
