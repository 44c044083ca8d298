"""The one way an event flows: load what is known, let the coach decide, store it all at once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID
from weakref import WeakValueDictionary

from adapters.ports import Clock, Known, KnownTeam, Store, Unit
from bot.courtesy import Courtesy
from bot.looks import Looks
from bot.remembering import Remembering
from bot.requests import Requests
from bot.workdays import team_calendar, work_calendar
from bot.zones import countries, zones
from coaching.actions import Decision, Gather, Reject, Reply
from coaching.errors import Conflict
from coaching.events import DigestDue, Event, Refreshed, RepEvent
from coaching.judge import Judge
from coaching.links import Linked, Unlinked
from coaching.meetings import Rules
from coaching.messages import Message
from coaching.people import Policy, Rep
from coaching.turn import Situation, TeamWeek

log = logging.getLogger(__name__)
Decide = Callable[[Event, Situation | TeamWeek], Decision]

# How far back calls and promises may still matter (turn.Situation), and a digest looks.
REACH = timedelta(days=30)
WEEKS = timedelta(weeks=4)
# Another process may decide on the same conversation; each try loads it anew.
TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """What the coach is given besides the state; `policy` is the operator's.

    `model` is the host of the language model that gives second opinions, empty where there is none.
    """

    decide: Decide
    judge: Judge
    policy: Policy = field(default_factory=Policy)
    rules: Rules = field(default_factory=Rules)
    model: str = ""


class Service:
    """Takes events in; what follows from them is stored in one transaction."""

    def __init__(
        self,
        *,
        store: Store,
        coach: Coach,
        clock: Clock,
        courtesy: Courtesy | None = None,
        looks: Looks | None = None,
        requests: Requests | None = None,
    ) -> None:
        """Decide with this coach about what is in this store.

        `courtesy` is told meanwhile, `looks` of whoever has changed their calendar links,
        `requests` of what managers ask for.
        """
        self._store = store
        self._coach = coach
        self._clock = clock
        self._courtesy = courtesy or Courtesy()
        # Not `or`: one that is empty is false.
        self._looks = Looks() if looks is None else looks
        self._requests = Requests() if requests is None else requests
        self._turns: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()

    async def handle(
        self,
        workspace_id: UUID,
        rep_id: UUID,
        event: RepEvent,
        delivery: str = "",
        *,
        first: Callable[[Unit], Awaitable[None]] | None = None,
    ) -> Reply:
        """Decide on what happened to a rep and store what follows.

        A `delivery` seen before gets its answer again and has no second effect. `first` is done
        before, in the same transaction. Raises `Unknown` for a rep that is not here, `Conflict`
        where others kept coming between.
        """
        turn = self._turns.setdefault(rep_id, asyncio.Lock())
        with self._courtesy.answering():
            async with turn:
                for _ in range(TRIES - 1):
                    try:
                        return await self._once(workspace_id, rep_id, event, delivery, first)
                    except Conflict:
                        log.info("Somebody came between; deciding anew", extra={"rep": str(rep_id)})
                return await self._once(workspace_id, rep_id, event, delivery, first)

    async def handle_team(self, workspace_id: UUID, event: DigestDue, delivery: str) -> None:
        """Decide on what is due for a team, once per `delivery`; raises `Unknown`."""
        now = self._clock.now()
        async with self._store.open(workspace_id) as unit:
            if not await unit.first_time(delivery, now=now):
                return
            known = await unit.known_team(event.team_id, since=_since(event))
            decision = self._coach.decide(event, self._team_week(known, now))
            await unit.save_team(event.team_id, decision)

    async def preview(self, workspace_id: UUID, event: DigestDue) -> Decision:
        """What would follow from a digest, stored nowhere; raises `Unknown`."""
        now = self._clock.now()
        async with self._store.look(workspace_id) as unit:
            known = await unit.known_team(event.team_id, since=_since(event))
            return self._coach.decide(event, self._team_week(known, now))

    async def look(
        self, workspace_id: UUID, rep_id: UUID, view: Callable[[Situation], Message]
    ) -> Message:
        """What a view shows of a rep's situation; nothing is stored. Raises `Unknown`."""
        now = self._clock.now()
        async with self._store.look(workspace_id) as unit:
            known = await unit.known(rep_id, since=now - REACH)
        return view(self._situation(known, now))

    async def _once(
        self,
        workspace_id: UUID,
        rep_id: UUID,
        event: RepEvent,
        delivery: str,
        first: Callable[[Unit], Awaitable[None]] | None,
    ) -> Reply:
        now = self._clock.now()
        async with self._store.open(workspace_id) as unit:
            if first is not None:
                await first(unit)
            known = await unit.known(rep_id, since=now - REACH)
            decision = self._coach.decide(event, self._situation(known, now))
            if isinstance(decision.reply, Reject):
                # Nothing was done: the same form again is looked at anew, not taken for a double.
                return decision.reply
            stored = not delivery or await unit.first_time(delivery, now=now)
            if stored:
                await unit.save(rep_id, decision, version=known.conversation.version)
                if any(isinstance(one, Rep) for one in decision.saves):
                    # Hours and days off come from the rep: new ones move all nudges.
                    known = await unit.known(rep_id, since=now - REACH)
                    anew = self._coach.decide(Refreshed(), self._situation(known, now))
                    await unit.save(rep_id, anew, version=known.conversation.version)
        if any(isinstance(one, Linked | Unlinked) for one in decision.saves):
            self._looks.add(workspace_id, rep_id)
        if stored:
            for action in decision.actions:
                if isinstance(action, Gather):
                    self._requests.add(workspace_id, rep_id, action)
        return decision.reply

    def _situation(self, known: Known, now: datetime) -> Situation:
        policy = known.rep.preferences.over(self._coach.policy)
        return Situation(
            now=now,
            rep=known.rep,
            team=known.team,
            policy=policy,
            work=work_calendar(known.rep, policy, now.date()),
            rules=replace(self._coach.rules, lessons=known.lessons),
            judge=Remembering(judge=self._coach.judge),
            conversation=known.conversation,
            calls=known.calls,
            busy=known.busy,
            opportunities=known.opportunities,
            promises=known.promises,
            told=known.told,
            zones=zones(),
            countries=countries(),
            model=self._coach.model,
            links=known.links,
            notes=known.notes,
            shared=known.shared,
            names=known.names,
            joint=known.joint,
            managed=known.managed,
        )

    def _team_week(self, known: KnownTeam, now: datetime) -> TeamWeek:
        return TeamWeek(
            now=now,
            team=known.team,
            judge=self._coach.judge,
            work=team_calendar(known.team, self._coach.policy, now.date()),
            calls=known.calls,
            promises=known.promises,
            learnings=known.learnings,
            names=known.names,
        )


def _since(event: DigestDue) -> datetime:
    # A day more than the weeks told: the team's midnight is up to 14 hours from UTC's.
    monday = datetime.combine(event.week_of, time(), tzinfo=UTC)
    return monday - WEEKS - timedelta(days=1)
