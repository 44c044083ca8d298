"""What both ways of playing share: looking for a button, filling in a form, writing a text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import UUID

from bot.players.hands import Answer, Asked, Hands, OpenForm, Pressable, Refused, Seen, Stuck

Tell = Callable[[UUID, str], None]
SHOWN = 3


class Body:
    """A person's eyes and hands; `tell` puts what they do into the transcript."""

    def __init__(self, hands: Hands, tell: Tell) -> None:
        """Use these hands."""
        self._hands = hands
        self._tell = tell
        self._texts: list[tuple[UUID, str, str]] = []

    async def press(
        self,
        rep_id: UUID,
        verb: str,
        about: str | None = "",
        value: str | None = None,
        *,
        label: str = "",
    ) -> Answer:
        """Tap the newest button that means this, whatever it is about where `about` is None.

        Raises `Stuck` where there is none.
        """
        found = await self.find(rep_id, verb, about, value, label=label)
        if found is None:
            raise Stuck(await self._missing(rep_id, verb, about, value))
        seen, button = found
        self._tell(rep_id, f"[{button.label}]")
        return await self._hands.tap(rep_id, seen, button)

    async def find(
        self,
        rep_id: UUID,
        verb: str,
        about: str | None = "",
        value: str | None = None,
        *,
        label: str = "",
    ) -> tuple[Seen, Pressable] | None:
        """The newest button that means this (and says `label`), and its message."""
        for seen in reversed(await self._hands.screen(rep_id)):
            for button in seen.buttons:
                tap = button.tap
                meant = tap.verb == verb and about in {None, tap.about} and label in button.label
                if meant and value in {None, tap.value}:
                    return seen, button
        return None

    async def _missing(self, rep_id: UUID, verb: str, about: str | None, value: str | None) -> str:
        seen = [one for one in await self._hands.screen(rep_id) if one.buttons][-SHOWN:]
        offered = "; ".join(" ".join(f"[{button.label}]" for button in one.buttons) for one in seen)
        wanted = " ".join(filter(None, (verb, value)))
        whom = "this call" if about else "this"
        return f"no button for “{wanted}” about {whom}; the last messages offer {offered or 'none'}"

    async def press_form(
        self, rep_id: UUID, verb: str, about: str = "", value: str | None = None
    ) -> OpenForm:
        """Tap a button that opens a form; raises `Stuck` where it opens none."""
        answer = await self.press(rep_id, verb, about, value)
        if not isinstance(answer, OpenForm):
            raise Stuck(f"“{verb}” opened no form")
        return answer

    async def fill(
        self, rep_id: UUID, form: OpenForm, given: Mapping[str, str]
    ) -> Mapping[str, str]:
        """Send a form, all not given left as it is; return what was refused, by field."""
        fields = {field.name: field for field in form.fields}
        strange = sorted(set(given) - set(fields))
        if strange:
            raise Stuck(f"the form “{form.title}” has no {', '.join(strange)}")
        answers = {name: given.get(name, field.initial) for name, field in fields.items()}
        self._tell(rep_id, _written(form, {name: fields[name] for name in given}, answers))
        answer = await self._hands.submit(rep_id, form, answers)
        return answer.errors if isinstance(answer, Refused) else {}

    async def thread(self, rep_id: UUID, about: str) -> str:
        """Where the talk about a call hangs: the newest message with a button about it."""
        for seen in reversed(await self._hands.screen(rep_id)):
            abouts = {button.tap.about for button in seen.buttons}
            if abouts == {about}:
                return seen.root
        return ""

    async def say(self, rep_id: UUID, words: str, thread: str = "") -> None:
        """Write a text."""
        self._tell(rep_id, words)
        source = await self._hands.say(rep_id, words, thread)
        self._texts.append((rep_id, words, source))

    async def edit(self, rep_id: UUID, was: str, now: str) -> None:
        """Change the newest of one's texts that contains `was`; raises `Stuck` if none does."""
        for at in reversed(range(len(self._texts))):
            who, words, source = self._texts[at]
            if who == rep_id and was in words:
                self._tell(rep_id, f"✎ {now}")
                self._texts[at] = (who, now, source)
                await self._hands.edit(rep_id, source, now)
                return
        raise Stuck(f"has written nothing with “{was}” in it")

    async def command(self, rep_id: UUID, name: str, words: str = "") -> Answer:
        """Give a command by the platform's own way."""
        self._tell(rep_id, f"/{name} {words}".rstrip())
        return await self._hands.command(rep_id, name, words)


def _written(form: OpenForm, fields: Mapping[str, Asked], answers: Mapping[str, str]) -> str:
    """A form as its sender sees it: the title, what was filled in, the button."""
    told = [_line(field, answers[name]) for name, field in fields.items()]
    return "\n".join([form.title, *told, f"[{form.submit}]"])


def _line(field: Asked, answer: str) -> str:
    chinese = not field.label.isascii() and "\u4e00" <= field.label[-1] <= "\u9fff"
    colon = "" if field.label.endswith(("?", "？")) else "：" if chinese else ": "
    return f"{field.label}{colon or ' '}{_answer(field, answer)}"


def _answer(field: Asked, answer: str) -> str:
    if field.ticks:
        return "✓" if answer else "–"
    return field.options.get(answer, answer) or "–"
