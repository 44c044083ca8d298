"""Has a language model read what the judge is not firm on: within a budget, never in the way."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from adapters.ports import Clock, Gone, Later, Never, Opinion, Opinions, Question
from bot.service import Service
from coaching.events import OpinionGiven
from coaching.view import View

log = logging.getLogger(__name__)

AT_ONCE = 4
# Longer than a reading may take: whoever died over it leaves it to another.
LEASE = timedelta(seconds=90)
# So many failures in a row, and the model is left in peace for a while.
FAILURES = 3
REST = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """How many texts of a workspace are read on a day in UTC."""

    workspace_id: UUID
    per_day: int


class SecondOpinions:
    """Asks one language model on behalf of one workspace; whatever fails, the verdict stands."""

    def __init__(
        self, *, opinion: Opinion, waiting: Opinions, service: Service, clock: Clock, budget: Budget
    ) -> None:
        """Ask this model what waits here, and tell the coach what it says."""
        self._opinion = opinion
        self._waiting = waiting
        self._service = service
        self._clock = clock
        self._budget = budget
        self._failures = 0
        self._rests_until: datetime | None = None
        self._stopping = False

    def stop(self) -> None:
        """Finish what is under way and begin nothing more."""
        self._stopping = True

    async def ask(self) -> int:
        """Have all read that waits; return how many readings came back."""
        came = 0
        while not (self._stopping or self._rests()):
            claimed = await self._waiting.claim(
                self._budget.workspace_id, self._clock.now(), limit=AT_ONCE, lease=LEASE
            )
            if not claimed:
                break
            came += sum(await asyncio.gather(*map(self._one, claimed)))
        return came

    def _rests(self) -> bool:
        return self._rests_until is not None and self._clock.now() < self._rests_until

    async def _one(self, question: Question) -> bool:
        """Ask once and be done with it: what fails is not asked again."""
        view = await self._read(question)
        if view is not None:
            await self._tell(question, view)
        await self._waiting.settle(question.row)
        return view is not None

    async def _read(self, question: Question) -> View | None:
        workspace_id, day = self._budget.workspace_id, self._clock.now().date()
        if not await self._waiting.spend(workspace_id, day, per_day=self._budget.per_day):
            log.info("A second opinion was left out: the day's budget is spent")
            return None
        try:
            view = await self._opinion.read(question.asked)
        except (Later, Never, Gone) as refused:
            self._failed(refused)
            await self._waiting.in_vain(workspace_id, day)
            return None
        self._failures = 0
        return view

    async def _tell(self, question: Question, view: View) -> None:
        event = OpinionGiven(
            call_id=question.call_id, message=question.message, asked=question.asked, view=view
        )
        try:
            await self._service.handle(self._budget.workspace_id, question.rep_id, event)
        except Exception:
            # The verdict that the rep has is a good one without it.
            log.exception("A second opinion was lost", extra={"rep": str(question.rep_id)})

    def _failed(self, refused: Later | Never | Gone) -> None:
        """Count a failure; rest after too many, or as long as the model asks for."""
        self._failures += 1
        now = self._clock.now()
        fields = {"why": str(refused), "kind": type(refused).__name__}
        log.info("A second opinion did not come", extra=fields)
        at = refused.at if isinstance(refused, Later) else now
        if self._failures >= FAILURES or isinstance(refused, Gone):
            at = max(at, now + REST)
            log.warning("The language model is left in peace for a while", extra=fields)
            self._failures = 0
        if at > now:
            self._rests_until = max(at, self._rests_until or at)
