"""A person who prefers buttons and forms."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from bot.players.body import Body
from bot.players.hands import OpenForm, Refused, Stuck
from bot.replay import intents as means
from bot.replay.intents import Intent
from bot.replay.stage import Stage
from coaching.ids import link_id

NOTHING: Mapping[str, str] = {}
PLAIN: Mapping[type[Intent], str] = {
    means.Keep: "keep",
    means.NothingOpen: "clear",
    means.Shown: "tell",
    means.KeptBack: "keep_back",
    means.Carry: "carry",
    means.Skip: "skip",
    means.Unskip: "unskip",
    means.Undo: "unteach",
    means.Which: "which",
}


class FormPlayer:
    """Taps, and answers in forms; writes only where chat itself is the point."""

    def __init__(self, body: Body, stage: Stage) -> None:
        """Act with this body; `stage` tells which follow-up was asked."""
        self._body = body
        self._stage = stage

    async def act(self, rep_id: UUID, intent: Intent, about: str) -> Mapping[str, str]:
        """Do what is meant; return what was refused, by field."""
        body = self._body
        match intent:
            case means.Plan():
                form = await body.press_form(rep_id, "plan", about)
                size = {"size": intent.size} if intent.size else {}
                return await body.fill(rep_id, form, intent.answers() | size)
            case means.Revise():
                form = await body.press_form(rep_id, "plan", about)
                return await body.fill(rep_id, form, intent.answers())
            case means.OutcomeTold():
                return await self._outcome(rep_id, intent, about)
            case means.ReviewTold():
                return await self._review(rep_id, intent, about)
            case means.SettingsTold():
                await body.command(rep_id, "settings")
                form = await body.press_form(rep_id, "settings")
                return await body.fill(rep_id, form, intent.fields)
            case means.Connect() | means.Unlink() | means.Pause() | means.Resume():
                return await self._by_command(rep_id, intent)
            case means.Fill() | means.Tapping():
                return await self._topic(rep_id, intent)
            case means.CommandGiven():
                await body.command(rep_id, intent.name, intent.words)
            case means.Says():
                thread = await body.thread(rep_id, about) if about else ""
                await body.say(rep_id, intent.words, thread)
            case means.Edits():
                await body.edit(rep_id, intent.was, intent.now)
            case _:
                if verb := opening(intent):
                    await body.press(rep_id, verb, about)
                verb, value = tapped(intent)
                answer = await body.press(rep_id, verb, about, value)
                return answer.errors if isinstance(answer, Refused) else NOTHING
        return NOTHING

    async def _topic(self, rep_id: UUID, told: means.Fill | means.Tapping) -> Mapping[str, str]:
        """What topics of the method ask: their forms and buttons go by kind and verb alone."""
        verb, value = (
            ("form", told.form) if isinstance(told, means.Fill) else (told.verb, told.value)
        )
        answer = await self._body.press(rep_id, verb, None, value, label=told.button)
        if isinstance(told, means.Fill):
            if not isinstance(answer, OpenForm):
                raise Stuck(f"“{told.form}” opened no form")
            return await self._body.fill(rep_id, answer, told.answers)
        return answer.errors if isinstance(answer, Refused) else NOTHING

    async def _by_command(
        self,
        rep_id: UUID,
        told: means.Connect | means.Unlink | means.Pause | means.Resume,
    ) -> Mapping[str, str]:
        """What a command brings the button for, or does by itself."""
        if isinstance(told, means.Resume):
            await self._body.command(rep_id, "resume")
            return NOTHING
        if isinstance(told, means.Pause):
            await self._body.command(rep_id, "pause")
            await self._body.press(rep_id, "pause", "", told.until)
            return NOTHING
        await self._body.command(rep_id, "connect")
        if isinstance(told, means.Unlink):
            await self._body.press(rep_id, "unlink", str(link_id(rep_id, means.LINKED)))
            return NOTHING
        form = await self._body.press_form(rep_id, "connect")
        return await self._body.fill(rep_id, form, {"address": told.address})

    async def _outcome(
        self, rep_id: UUID, told: means.OutcomeTold, about: str
    ) -> Mapping[str, str]:
        await self._body.press(rep_id, "held", about, told.held)
        by = told.by.isoformat() if told.by else ""
        if by and not told.happened and await self._body.find(rep_id, "by", about, by):
            await self._body.press(rep_id, "by", about, by)
        elif by or told.happened:
            form = await self._body.press_form(rep_id, "review", about)
            given = {"happened": told.happened, "by": by}
            answers = {name: words for name, words in given.items() if words}
            return await self._body.fill(rep_id, form, answers)
        return NOTHING

    async def _review(self, rep_id: UUID, told: means.ReviewTold, about: str) -> Mapping[str, str]:
        given = dict(told.answers())
        if told.share:
            given["share"] = "yes"
        if told.asked:
            given["asked"] = told.asked
        if not given:
            # An outcome given in the form has closed the questions that stand in it.
            if await self._body.find(rep_id, "enough", about):
                await self._body.press(rep_id, "enough", about)
            return NOTHING
        since = len(self._stage.ear.heard)
        form = await self._body.press_form(rep_id, "review", about)
        refused = await self._body.fill(rep_id, form, given)
        if told.detail and not refused:
            if not self._stage.asked(rep_id, since).startswith("detail-"):
                raise Stuck("the coach asked no follow-up, so there is no detail to give")
            await self._body.say(rep_id, told.detail, await self._body.thread(rep_id, about))
        return refused


def opening(intent: Intent) -> str:
    """The verb of the button that brings the one that means this; empty where it is there."""
    match intent:
        case means.NotSales():
            return "not_sales"
        case means.Otherwise(before=True):
            return "otherwise"
        case _:
            return ""


def tapped(intent: Intent) -> tuple[str, str | None]:
    """The verb and value of the button that means this; None is any value."""
    match intent:
        case means.Deal(size=size):
            return "size", size
        case means.Reading(of=of, is_=label):
            return "reading", f"{of}:{label}"
        case means.Otherwise(of=of, is_=label):
            return ("see_as", f"{of}:{label}") if intent.before else ("specific", of)
        case means.NotSales(scope=scope):
            return "teach", scope
        case means.Snooze(for_=length):
            return "snooze_review" if length == "tomorrow" else "snooze", length
        case means.IsSales(scope=scope):
            return "sales", scope
        case means.Series(ask=ask):
            return ("teach", "series") if ask == "stop" else ("go_on", None)
        case means.Decide(as_=outcome):
            return "decide", outcome
        case means.Promised(became=became, to=day):
            return "promise", f"moved:{day}" if day else became
        case _:
            return PLAIN[type(intent)], None
