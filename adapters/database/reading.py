"""Reading what is stored about a rep or a team."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Table, bindparam, or_, select

from adapters.database.codec import load
from adapters.database.noted import counted, joint, noted, shared
from adapters.database.rows import value_of
from adapters.database.scope import Scope, ours, refers
from adapters.database.tables import (
    accounts,
    conversations,
    customers,
    dissents,
    learnings,
    lessons,
    meetings,
    opportunities,
    participations,
    problems,
    promises,
    reps,
    teams,
    told,
)
from adapters.ports import Account, Known, KnownHistory, KnownTeam
from coaching.calls import Call, Customer, Learning, Opportunity, Promise
from coaching.conversation import Conversation
from coaching.dissent import Dissent
from coaching.errors import Unknown
from coaching.meetings import Lesson
from coaching.nudge import Told
from coaching.people import Rep, Team
from coaching.spans import Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")
# What was told is found by the call's start; a call that ended after `since` may have begun before.
_LONGEST_CALL = timedelta(days=7)
# A settled promise stays in its rep's ledger this much longer than calls do.
_LEDGER = timedelta(days=60)
_Busy = tuple[tuple[str, Span], ...]


async def known(scope: Scope, rep_id: UUID, since: datetime) -> Known:
    """One rep's stored state; raises `Unknown`."""
    found = await scope.found(_REP, rep=rep_id)
    if not found:
        raise _no_rep(rep_id)
    row = found[0]
    rep, team = value_of(row, Rep), value_of(_prefixed(row, teams), Team)
    conversation, busy = _conversation(row, rep_id)
    told_since = since - _LONGEST_CALL
    notes, authors = await noted(scope, rep_id)
    learned, sharers = await shared(scope, rep.team_id)
    others = await joint(scope, rep_id, since)
    managed = await _names_of(scope, rep.manages)
    return Known(
        rep=rep,
        team=team,
        conversation=conversation,
        calls=_values(await scope.found(_REPS_CALLS, rep=rep_id, since=since), Call),
        busy=busy,
        opportunities={
            row["id"]: _opportunity(row)
            for row in await scope.found(_OPPORTUNITIES, rep=rep_id, team=rep.team_id)
        },
        promises=_values(
            await scope.found(_REPS_PROMISES, rep=rep_id, since=since - _LEDGER), Promise
        ),
        told=_values(await scope.found(_TOLD, rep=rep_id, since=told_since), Told),
        lessons=_values(await scope.found(_LESSONS, rep=rep_id), Lesson),
        notes=notes,
        shared=learned,
        names={**authors, **sharers, **{one.rep_id: one.name for one in others}},
        joint=others,
        managed=managed,
    )


async def _names_of(scope: Scope, team_ids: Iterable[UUID]) -> Mapping[UUID, str]:
    """The teams of these ids by name; nothing is asked for those who manage none."""
    wanted = tuple(team_ids)
    if not wanted:
        return {}
    rows = await scope.rows(scope.select(teams).where(teams.c.id.in_(wanted)))
    return {row["id"]: row["name"] for row in rows}


async def known_team(scope: Scope, team_id: UUID, since: datetime) -> KnownTeam:
    """One team's stored state, by its opportunities: calls stay with the team they were made in."""
    team = await team_by_id(scope, team_id)
    theirs = opportunities.c.team_id == team_id
    lately = or_(promises.c.due_on >= since.date(), promises.c.settled_at > since)
    made = await scope.found(_CALLS.where(theirs, participations.c.ends_at > since))
    calls = _values(made, Call)
    rows = await scope.rows(
        scope.select(learnings)
        .where(learnings.c.team_id == team_id, learnings.c.shared_at > since)
        .order_by(learnings.c.shared_at, learnings.c.id)
    )
    found = tuple(value_of(row, Learning) for row in rows)
    people = {call.rep_id for call in calls} | {learning.rep_id for learning in found}
    named = or_(reps.c.team_id == team_id, reps.c.id.in_(people))
    return KnownTeam(
        team=team,
        calls=calls,
        promises=_values(await scope.found(_PROMISES.where(theirs, lately)), Promise),
        learnings=found,
        names={row["id"]: row["name"] for row in await scope.rows(scope.select(reps).where(named))},
    )


async def history(scope: Scope, team_id: UUID, since: datetime) -> KnownHistory:
    """One team's calls and what is noted of them, by its opportunities; raises `Unknown`."""
    team = await team_by_id(scope, team_id)
    theirs = opportunities.c.team_id == team_id
    lately = or_(promises.c.due_on >= since.date(), promises.c.settled_at > since)
    made = await scope.found(_CALLS.where(theirs, participations.c.ends_at > since))
    # Thousands of calls: read beside the conversation, which must not wait for it.
    calls = await asyncio.to_thread(_values, made, Call)
    had_calls = reps.c.id.in_({call.rep_id for call in calls})
    here = or_(reps.c.team_id == team_id, had_calls)
    rows = await scope.rows(scope.select(reps).where(here).order_by(reps.c.name, reps.c.id))
    people = _values(rows, Rep)
    ids = {rep.id for rep in people}
    return KnownHistory(
        team=team,
        people=people,
        calls=calls,
        promises=_values(await scope.found(_PROMISES.where(theirs, lately)), Promise),
        notes=await counted(scope, ids),
        told=await _told_per_person(scope, ids),
    )


async def _told_per_person(scope: Scope, people: Iterable[UUID]) -> frozenset[UUID]:
    mine = conversations.c.rep_id.in_(tuple(people))
    rows = await scope.rows(scope.select(conversations).where(mine))
    return frozenset(row["rep_id"] for row in rows if row["state"].get("per_person_told"))


async def rep_by_id(scope: Scope, rep_id: UUID) -> Rep:
    """A rep; raises `Unknown`."""
    row = await scope.row(scope.select(reps).where(reps.c.id == rep_id))
    if row is None:
        raise _no_rep(rep_id)
    return value_of(row, Rep)


async def team_by_id(scope: Scope, team_id: UUID) -> Team:
    """A team; raises `Unknown`."""
    row = await scope.row(scope.select(teams).where(teams.c.id == team_id))
    if row is None:
        raise Unknown(f"there is no team {team_id} in this workspace")
    return value_of(row, Team)


async def all_teams(scope: Scope) -> tuple[Team, ...]:
    """All teams, by name."""
    rows = await scope.rows(scope.select(teams).order_by(teams.c.name, teams.c.id))
    return tuple(value_of(row, Team) for row in rows)


async def all_reps(scope: Scope) -> tuple[Rep, ...]:
    """All reps, by name."""
    rows = await scope.rows(scope.select(reps).order_by(reps.c.name, reps.c.id))
    return tuple(value_of(row, Rep) for row in rows)


async def all_dissents(scope: Scope, since: datetime | None) -> tuple[Dissent, ...]:
    """What reps see otherwise, said at `since` or later, oldest first."""
    wanted = scope.select(dissents)
    if since is not None:
        wanted = wanted.where(dissents.c.said_at >= since)
    rows = await scope.rows(wanted.order_by(dissents.c.said_at, dissents.c.id))
    return tuple(value_of(row, Dissent) for row in rows)


async def rep_of(scope: Scope, account: Account) -> Rep | None:
    """The rep behind an account."""
    row = await scope.row(
        scope.select(reps)
        .join(accounts, scope.join(accounts, reps, "rep_id"))
        .where(
            accounts.c.platform == account.platform,
            accounts.c.tenant == account.tenant,
            accounts.c.user == account.user,
        )
    )
    return None if row is None else value_of(row, Rep)


# ---- statements, made once -----------------------------------------------------------------------


def _named(table: Table) -> list[ColumnElement[Any]]:
    """A table's columns under its name, beside those of another."""
    return [column.label(f"{table.name}_{column.name}") for column in table.c]


_ANYONE: ColumnElement[UUID] = bindparam("rep", type_=reps.c.id.type)
_SINCE: ColumnElement[datetime] = bindparam("since", type_=told.c.start.type)
_MEMORY = (conversations.c.version, conversations.c.state, conversations.c.busy)
_REP = (
    ours(reps, *_named(teams), *_MEMORY)
    .join(teams, refers(reps, teams, "team_id"))
    .outerjoin(
        conversations,
        (conversations.c.workspace_id == reps.c.workspace_id)
        & (conversations.c.rep_id == reps.c.id),
    )
    .where(reps.c.id == _ANYONE)
)
_CALLS = (
    ours(participations, meetings.c.key, meetings.c.series)
    .join(meetings, refers(participations, meetings, "meeting_id"))
    .join(opportunities, refers(participations, opportunities, "opportunity_id"))
    .order_by(participations.c.starts_at, participations.c.id)
)
_REPS_CALLS = _CALLS.where(participations.c.rep_id == _ANYONE, participations.c.ends_at > _SINCE)
# The team's, and those of calls that the rep had in another team.
_OPPORTUNITIES = (
    ours(opportunities, *_named(customers), problems.c.text.label("problem"))
    .join(customers, refers(opportunities, customers, "customer_id"))
    .outerjoin(
        problems,
        (problems.c.workspace_id == opportunities.c.workspace_id)
        & (problems.c.opportunity_id == opportunities.c.id)
        & (problems.c.rep_id == _ANYONE),
    )
    .where(
        or_(
            opportunities.c.team_id == bindparam("team", type_=teams.c.id.type),
            opportunities.c.id.in_(
                select(participations.c.opportunity_id).where(
                    participations.c.workspace_id == bindparam("workspace"),
                    participations.c.rep_id == _ANYONE,
                )
            ),
        )
    )
)
_PROMISES = (
    ours(promises)
    .join(opportunities, refers(promises, opportunities, "opportunity_id"))
    .order_by(promises.c.due_on, promises.c.id)
)
_REPS_PROMISES = _PROMISES.where(
    promises.c.rep_id == _ANYONE, or_(promises.c.kept.is_(None), promises.c.settled_at > _SINCE)
)
_TOLD = (
    ours(told)
    .where(told.c.rep_id == _ANYONE, told.c.start > _SINCE)
    .order_by(told.c.at, told.c.kind, told.c.about)
)
_LESSONS = (
    ours(lessons).where(lessons.c.rep_id == _ANYONE).order_by(lessons.c.scope, lessons.c.value)
)

# ---- rows as values ------------------------------------------------------------------------------


def _values(rows: Iterable[RowMapping], kind: type[T]) -> tuple[T, ...]:
    return tuple(value_of(row, kind) for row in rows)


def _conversation(row: RowMapping, rep_id: UUID) -> tuple[Conversation, _Busy]:
    if row["version"] is None:
        return Conversation(rep_id=rep_id), ()
    stored = {**row["state"], "rep_id": str(rep_id), "version": row["version"]}
    return load(stored, Conversation), load(row["busy"], _Busy)


def _opportunity(row: RowMapping) -> Opportunity:
    customer = value_of(_prefixed(row, customers), Customer)
    return value_of(row, Opportunity, customer=customer, problem=row["problem"] or "")


def _prefixed(row: RowMapping, table: Table) -> dict[str, Any]:
    return {column.name: row[f"{table.name}_{column.name}"] for column in table.c}


def _no_rep(rep_id: UUID) -> Unknown:
    return Unknown(f"there is no rep {rep_id} in this workspace")
