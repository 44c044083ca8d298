"""The transcript of a script: by day and time, who says what to whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TextIO

from adapters.ports import Say
from bot import wiring
from bot.clock import MovableClock
from bot.replay.ear import Heard
from bot.words import Speaker, Words
from coaching.messages import Clock, Line, Message, Quoted, Text, message, text
from coaching.people import Language

RULE = 86
MARGIN = "       "
THREAD = "     │ "
SMALL = "· "
OWN = "     › "
STRONG, PLAIN = "\x1b[1m", "\x1b[0m"


class Transcript:
    """Writes to a stream, in one language and one zone, whoever reads the messages."""

    def __init__(
        self,
        out: TextIO,
        words: Words,
        *,
        language: Language,
        zone: str,
        colour: bool = False,
        brief: bool = False,
    ) -> None:
        """Write with these words; `colour` for headings, `brief` for no small print twice."""
        self._out = out
        self._words = words
        self._language = language
        self._zone = zone
        self._colour = colour
        self._last: tuple[str, str, str] = ("", "", "")
        self._brief = brief
        self._known: set[str] = set()
        self._shown: dict[str, list[str]] = {}
        self._clock: MovableClock | None = None
        self._names: Mapping[str, str] = {}

    def began(self, clock: MovableClock, names: Mapping[str, str]) -> None:
        """The play begins by this clock; `names` are those of all places, by address."""
        self._clock, self._names = clock, names

    def heard(self, heard: Heard) -> None:
        """The coach said something, or changed what it had said: then what is new is shown."""
        envelope = heard.envelope
        name = self._names.get(envelope.place.address, envelope.place.address)
        if envelope.place.kind == "team":
            head = text("transcript-posts", team=Quoted(name))
        else:
            key = "transcript-changed" if heard.changed else "transcript-coach"
            head = self._there(text(key, name=Quoted(name)), envelope.say)
        said = wiring.printed(envelope.message, envelope.say, colour=self._colour).split("\n")
        before = "\n".join(self._shown.get(envelope.id, ()))
        self._shown[envelope.id] = said
        fresh = [line for line in said if line not in before and line not in self._known]
        self._known.update(line for line in said if self._brief and line.startswith(SMALL))
        if fresh:
            self._write(head, fresh, THREAD if envelope.thread else MARGIN)

    def _there(self, head: Text, say: Say) -> Text:
        """The heading with the reader's own time, where that is another."""
        if self._clock is None:
            return head
        own = say.plain(text("transcript-clock", at=Clock(self._clock.now())))
        here = self._say().plain(text("transcript-clock", at=Clock(self._clock.now())))
        return head if own == here else text("transcript-away", who=head, at=Quoted(own))

    def did(self, name: str, words: str) -> None:
        """A person wrote, tapped or sent something."""
        head = text("transcript-words", words=Quoted(name))
        self._write(head, self._drawn(_line(words)), OWN)

    def note(self, head: Text, *lines: Text) -> None:
        """Something happened outside the chat."""
        drawn = [part for line in lines for part in self._drawn(message(Line(line)))]
        self._write(head, drawn, MARGIN)

    def aside(self, now: datetime, *lines: Text) -> None:
        """Some words to whoever reads the transcript, said at that moment."""
        say = self._words.speaker(self._language, self._zone, now)
        for line in lines:
            said = wiring.printed(message(Line(line)), say, colour=self._colour)
            self._out.write(f"{said}\n\n")

    def _write(self, head: Text, lines: list[str], margin: str) -> None:
        day, _, time = self._say().stamp().rpartition(" ")
        who = self._say().plain(head)
        if day != self._last[0]:
            rule = "─" * max(3, RULE - len(day) - 4)
            self._out.write(f"{self._strong(f'── {day} {rule}')}\n\n")
        if (day, time, who) != self._last:
            self._out.write(f"{time:>5}  {self._strong(who)}\n")
        self._last = (day, time, who)
        self._out.writelines(f"{margin}{line}".rstrip() + "\n" for line in lines)
        self._out.write("\n")

    def _drawn(self, said: Message) -> list[str]:
        return wiring.printed(said, self._say(), colour=self._colour).split("\n")

    def _say(self) -> Speaker:
        if self._clock is None:
            raise ValueError("a transcript needs a clock")
        return self._words.speaker(self._language, self._zone, self._clock.now())

    def _strong(self, words: str) -> str:
        return f"{STRONG}{words}{PLAIN}" if self._colour else words


def _line(words: str) -> Message:
    return message(Line(text("transcript-words", words=Quoted(words))))
