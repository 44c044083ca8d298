"""The people of a month: each deed done by form or by chat, in what the coach really sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from bot.players.body import Body
from bot.players.chat import ChatPlayer
from bot.players.form import FormPlayer
from bot.players.hands import Hands, Player
from bot.replay import intents as means
from bot.replay.intents import Intent
from bot.replay.script import Changes, Moves
from bot.replay.stage import Stage
from coaching import home
from coaching.ids import call_id
from coaching.messages import Message
from tests.month import deeds as did
from tests.month.deeds import Deed, Meeting, Seller
from tests.month.team import MANAGER


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What was shown for a look: of a rep's page, or of what the manager asked for."""

    at: datetime
    who: str
    name: str
    about: str
    message: Message


@dataclass(slots=True, kw_only=True)
class Acting:
    """The people of a month, each in their own way."""

    stage: Stage
    reps: dict[str, UUID]
    keep: Callable[[Page], None]
    eyes: Hands
    hands: Body
    _players: dict[str, Player] = field(init=False)

    def __post_init__(self) -> None:
        self._players = {
            "form": FormPlayer(self.hands, self.stage),
            "chat": ChatPlayer(self.hands, self.stage),
        }

    def _id(self, who: Seller) -> UUID:
        return self.reps[who.address]

    async def does(self, deed: Deed) -> None:
        """One deed, by form or by chat."""
        match deed:
            case did.Moves():
                await self._moves(deed)
            case did.Cancels():
                for seller in deed.meeting.sellers:
                    await self._change(seller, deed, Changes(cancelled=(deed.meeting.id,)))
            case did.OfMeeting():
                await self._of_call(deed)
            case did.Looks():
                await self._looks(deed)
            case _:
                await self._beside(deed)

    async def _of_call(self, deed: did.OfMeeting) -> None:
        match deed:
            case did.Plans():
                await self._plans(deed)
            case did.Ends():
                await self._ends(deed)
            case did.Reviews():
                await self._reviews(deed)
            case did.Settles():
                await self._settles(deed)
            case did.Counts():
                await self._counts(deed)
            case _:
                raise AssertionError(deed)

    async def _beside(self, deed: Deed) -> None:
        match deed:
            case did.Practises():
                await self._command(deed.who, "practice")
                await self._means(deed.who, means.Tapping(verb="practise", value=deed.skill))
            case did.Surveyed():
                await self._surveyed(deed)
            case did.Needs() | did.Objects():
                name = "needs" if isinstance(deed, did.Needs) else "objection"
                words = f"{deed.customer.name}: {deed.customer.who}: {deed.words}"
                await self._command(deed.who, name, words)
                await self._read_as(deed)
            case _:
                raise AssertionError(deed)

    async def _read_as(self, deed: did.Needs | did.Objects) -> None:
        """Where what was just noted can be read two ways, the rep says which is meant."""
        verb = "need_as" if isinstance(deed, did.Needs) else "objection_as"
        last = (await self.eyes.screen(self._id(deed.who)))[-1]
        for button in last.buttons:
            if (button.tap.verb, button.tap.value) == (verb, deed.label):
                await self.hands.press(self._id(deed.who), verb, button.tap.about, deed.label)

    async def _means(self, who: Seller, intent: Intent, about: str = "") -> None:
        refused = await self._players[who.way].act(self._id(who), intent, about)
        assert not refused, (who.name, intent, refused)

    async def _command(self, who: Seller, name: str, words: str = "") -> None:
        await self._means(who, means.CommandGiven(name=name, words=words))

    def _about(self, who: Seller, meeting: Meeting) -> str:
        return str(call_id(self._id(who), meeting.id))

    async def _change(self, who: Seller, deed: Deed, changes: Changes) -> None:
        await self.stage.change(who.name, changes, deed.at.date())

    async def _plans(self, deed: did.Plans) -> None:
        plan = means.Plan(
            call=deed.meeting.id,
            objective=deed.objective,
            problem=deed.problem,
            question=deed.question,
            fallback=deed.fallback,
            size=deed.size,
        )
        about = self._about(deed.who, deed.meeting)
        await self._means(deed.who, plan, about)
        await self._settled(deed.who, "reading", about, f"question:{deed.kind}")

    async def _settled(self, who: Seller, verb: str, about: str | None, value: str | None) -> None:
        """Where the coach reads words two ways, the rep says what they meant."""
        if await self.hands.find(self._id(who), verb, about, value):
            await self.hands.press(self._id(who), verb, about, value)

    async def _ends(self, deed: did.Ends) -> None:
        about = self._about(deed.who, deed.meeting)
        since, rep_id = len(self.stage.ear.heard), self._id(deed.who)
        told = means.OutcomeTold(
            call=deed.meeting.id,
            held=deed.held,
            happened=deed.happened,
            by=None if deed.held == "other" else deed.by,
        )
        await self._means(deed.who, told, about)
        if deed.held == "other":
            await self._settled(deed.who, "decide", about, deed.outcome)
        given = deed.by is not None and deed.held != "other"
        if given or self.stage.asked(rep_id, since) != "ask-by":
            return
        if deed.by is None:
            await self.hands.press(rep_id, "by", about, "")
        else:
            thread = await self.hands.thread(rep_id, about)
            await self.hands.say(rep_id, deed.by.isoformat(), thread)

    async def _reviews(self, deed: did.Reviews) -> None:
        about, rep_id = self._about(deed.who, deed.meeting), self._id(deed.who)
        if deed.who.way == "form":
            form = await self.hands.press_form(rep_id, "review", about)
            given = {
                name: words
                for name in ("differently", "account", "elsewhere", "proposed")
                if (words := getattr(deed, name))
            }
            counts = {_field(kind): count for kind, count in deed.counts.items()}
            share = {"share": "yes"} if deed.share else {}
            refused = await self.hands.fill(rep_id, form, given | counts | share)
            assert not refused, refused
            asked = {one.name for one in form.fields if one.name.startswith("asked")}
            assert asked == set(counts), (asked, counts)
            return
        for kind, count in deed.counts.items():
            value = count if kind == "implication" else f"{kind}:{count}"
            await self.hands.press(rep_id, "asked", about, value)
        if deed.proposed:
            await self.hands.press(rep_id, "proposed", about, deed.proposed)
        told = means.ReviewTold(
            call=deed.meeting.id,
            differently=deed.differently,
            account=deed.account,
            elsewhere=deed.elsewhere,
            share=deed.share,
        )
        await self._means(deed.who, told, about)

    async def _settles(self, deed: did.Settles) -> None:
        about = str(uuid5(call_id(self._id(deed.who), deed.meeting.id), "promise"))
        told = means.Promised(call=deed.meeting.id, became=deed.became, to=deed.to)
        await self._means(deed.who, told, about)

    async def _moves(self, deed: did.Moves) -> None:
        moved = Moves(
            id=deed.meeting.id,
            start=f"{deed.starts_at:%Y-%m-%d %H:%M}",
            end=f"{deed.ends_at:%Y-%m-%d %H:%M}",
        )
        for seller in deed.meeting.sellers:
            await self._change(seller, deed, Changes(moved=(moved,)))

    async def _surveyed(self, deed: did.Surveyed) -> None:
        await self._command(deed.who, "survey")
        if deed.who.way == "form":
            answers = {
                f"statement-{number}": str(answer)
                for number, answer in enumerate(deed.answers, start=1)
            }
            await self._means(deed.who, means.Fill(form="survey", answers=answers))
            return
        await self._means(deed.who, means.Tapping(verb="survey", value="start"))
        for answer in deed.answers:
            await self.hands.say(self._id(deed.who), str(answer))

    async def _counts(self, deed: did.Counts) -> None:
        await self._command(deed.who, "count")
        for kind in (*deed.kinds, "done"):
            await self.hands.press(self._id(deed.who), "joint", None, kind)

    async def _looks(self, deed: did.Looks) -> None:
        """Look at one's home, or ask for a page; the manager is known by the page alone."""
        name, about = deed.page, deed.about.name if deed.about else ""
        manages = name in {"team", "evaluate"}
        rep_id = self.reps[MANAGER] if manages else self._id(deed.who)
        if name == "home":
            program = self.stage.program
            shown = await program.service.look(program.workspace_id, rep_id, home.home)
        else:
            since = len(self.stage.ear.heard)
            await self.hands.command(rep_id, name, about)
            await self.stage.rest()
            heard = self.stage.ear.at(self.stage.place(rep_id), since)
            shown = heard[-1].envelope.message
        who = "manager" if manages else deed.who.address
        page = Page(at=self.stage.clock.now(), who=who, name=name, about=about, message=shown)
        self.keep(page)


def _field(kind: str) -> str:
    return "asked" if kind == "implication" else f"asked_{kind}"
