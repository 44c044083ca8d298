"""A person who prefers to write: answers what was asked last, in the words of a chat."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from bot.players.body import Body
from bot.players.form import NOTHING, FormPlayer
from bot.players.hands import Stuck
from bot.replay import intents as means
from bot.replay.intents import Intent
from bot.replay.stage import Stage
from coaching.people import Language
from coaching.texts import vocabulary

# What a text key asks for, among the fields of a plan and of a review.
ASKS = {
    "ask-objective": "objective",
    "chat-objective": "objective",
    "again-objective": "objective",
    "chat-problem": "problem",
    "chat-question": "question",
    "again-question": "question",
    "ask-fallback": "fallback",
    "ask-happened": "happened",
    "ask-by": "by",
    "three-questions": "differently",
    "ask-differently": "differently",
    "ask-account": "account",
    "ask-elsewhere": "elsewhere",
}
LONGEST = 12


class ChatPlayer:
    """Writes wherever one can, and taps the rest."""

    def __init__(self, body: Body, stage: Stage) -> None:
        """Act with this body; `stage` tells what the coach asked."""
        self._body = body
        self._stage = stage
        self._form = FormPlayer(body, stage)

    async def act(self, rep_id: UUID, intent: Intent, about: str) -> Mapping[str, str]:
        """Do what is meant; return what was refused, by field."""
        language = (await self._stage.rep_by_id(rep_id)).language
        match intent:
            case means.Plan():
                await self._plan(rep_id, intent, about, language)
            case means.Revise():
                await self._revise(rep_id, intent, about)
            case means.Keep():
                await self._answer(rep_id, about, _word(vocabulary.KEEP, language))
            case means.Skip():
                await self._answer(rep_id, about, _word(vocabulary.SKIP, language))
            case means.OutcomeTold():
                await self._outcome(rep_id, intent, about)
            case means.ReviewTold():
                await self._review(rep_id, intent, about, language)
            case means.Pause():
                await self._pause(rep_id, intent, language)
            case means.Resume():
                await self._body.say(rep_id, _word(vocabulary.COMMANDS["resume"], language))
            case means.Connect():
                name = _word(vocabulary.COMMANDS["connect"], language)
                await self._body.say(rep_id, f"{name} {intent.address}")
            case means.CommandGiven():
                name = _word(vocabulary.COMMANDS[intent.name], language)
                await self._body.say(rep_id, f"{name} {intent.words}".rstrip())
            case _:
                return await self._form.act(rep_id, intent, about)
        return NOTHING

    # ---- before the call ---------------------------------------------------------------------

    async def _plan(self, rep_id: UUID, plan: means.Plan, about: str, language: Language) -> None:
        if await self._body.find(rep_id, "plan", about) is None:
            raise Stuck("no message asks for a plan of this call")
        if not await self._body.thread(rep_id, about):
            # Only an agenda offers it: one asks for the call by its customer's name.
            call = await self._stage.call_by_id(rep_id, about)
            name = _word(vocabulary.COMMANDS["plan"], language)
            await self._body.say(rep_id, f"{name} {call.customer}")
        left = await self._answers(rep_id, about, "objective", plan.answers())
        if plan.size and await self._body.find(rep_id, "size", about, plan.size):
            await self._body.press(rep_id, "size", about, plan.size)
        if left:
            raise Stuck(f"by chat the coach did not ask for {', '.join(left)}")

    async def _revise(self, rep_id: UUID, anew: means.Revise, about: str) -> None:
        answers = anew.answers()
        left = await self._answers(rep_id, about, next(iter(answers)), answers)
        if left:
            raise Stuck(f"by chat the coach did not ask for {', '.join(left)}")

    async def _answers(
        self, rep_id: UUID, about: str, first: str, answers: Mapping[str, str]
    ) -> dict[str, str]:
        """Answer what is asked as long as there is an answer; return what nobody asked for."""
        left = dict(answers)
        name = first
        while name in left:
            since = len(self._stage.ear.heard)
            await self._answer(rep_id, about, left.pop(name))
            name = ASKS.get(self._stage.asked(rep_id, since), "")
        return left

    # ---- after the call ----------------------------------------------------------------------

    async def _outcome(self, rep_id: UUID, told: means.OutcomeTold, about: str) -> None:
        found = await self._body.find(rep_id, "held", about, told.held)
        if found is None:
            # The same words as without a button: it says what there is.
            await self._body.press(rep_id, "held", about, told.held)
            return
        since = len(self._stage.ear.heard)
        await self._answer(rep_id, about, found[1].label)
        answers = {"happened": told.happened, "by": told.by.isoformat() if told.by else ""}
        left = {name: words for name, words in answers.items() if words}
        name = ASKS.get(self._stage.asked(rep_id, since), "")
        left = await self._answers(rep_id, about, name, left)
        if left:
            raise Stuck(f"by chat the coach did not ask for {', '.join(left)}")

    async def _review(
        self, rep_id: UUID, told: means.ReviewTold, about: str, language: Language
    ) -> None:
        if told.asked:
            await self._body.press(rep_id, "asked", about, told.asked)
        left = told.answers()
        key = self._stage.asked(rep_id, 0)
        for _ in range(LONGEST):
            words = _next_words(key, left, told.detail, language)
            if not words:
                break
            since = len(self._stage.ear.heard)
            await self._answer(rep_id, about, words)
            key = self._stage.asked(rep_id, since)
        if left:
            raise Stuck(f"by chat the coach did not ask for {', '.join(left)}")
        if told.share:
            await self._body.press(rep_id, "share", about, "yes")

    # ---- anything ----------------------------------------------------------------------------

    async def _answer(self, rep_id: UUID, about: str, words: str) -> None:
        """Write in the call's thread."""
        await self._body.say(rep_id, words, await self._body.thread(rep_id, about))

    async def _pause(self, rep_id: UUID, pause: means.Pause, language: Language) -> None:
        name = _word(vocabulary.COMMANDS["pause"], language)
        if pause.until == "open":
            await self._body.say(rep_id, name)
            await self._body.press(rep_id, "pause", "", "open")
            return
        length = _word(vocabulary.PAUSES[pause.until], language)
        blank = " " if language == "en" else ""
        await self._body.say(rep_id, f"{name}{blank}{length}")


def _next_words(key: str, left: dict[str, str], detail: str, language: Language) -> str:
    """What to write to the question of that key; empty where none is open."""
    if key.startswith("detail-"):
        return detail or _word(vocabulary.NOTHING_NEW, language)
    name = ASKS.get(key, "")
    if name in left:
        return left.pop(name)
    if name not in {"differently", "account", "elsewhere"}:
        return ""
    return _word(vocabulary.NOTHING_NEW if left else vocabulary.ENOUGH, language)


def _word(forms: frozenset[str] | tuple[str, ...], language: Language) -> str:
    """One of several forms, in a language; the longest, as it leaves no doubt."""
    own = [form for form in forms if form.isascii() == (language == "en")]
    return max(own, key=lambda form: (len(form), form))
