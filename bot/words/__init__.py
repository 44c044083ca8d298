"""The words of the coach: Fluent templates read once, filled with what Babel makes of values."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from itertools import zip_longest
from zoneinfo import ZoneInfo

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax import ast

from adapters.ports import Run
from bot.words import dates, marks
from coaching.errors import CoachError
from coaching.messages import Clock, Moment, Names, Quoted, Text, Value
from coaching.people import LANGUAGES, Language
from coaching.spans import Span

log = logging.getLogger(__name__)

CLOSING = "”"
Templates = Mapping[Language, FluentBundle]


class Unsayable(CoachError):
    """A text key is missing, has no value for a blank, or is badly written."""


class Speaker:
    """Says texts in one language, zone and moment (the port `Say`)."""

    def __init__(self, words: Words, reader: dates.Reader) -> None:
        """Speak to this reader with these words."""
        self.language: Language = reader.language
        self._words = words
        self._reader = reader

    def __call__(self, text: Text) -> tuple[Run, ...]:
        """The runs of a sentence."""
        return marks.joined(self._runs(text))

    def plain(self, text: Text) -> str:
        """The same sentence without styles."""
        return "".join(run.text for run in self(text))

    def stamp(self) -> str:
        """The moment spoken at, as weekday, date and time."""
        return self.plain(dates.stamp(self._reader.now, self._reader))

    def _runs(self, text: Text) -> Iterator[Run]:
        values = tuple(text.values.values())
        found = self._words.pieces(self.language, text)
        one_line = len(found) > 1
        for piece, following in zip_longest(found, found[1:]):
            inner: Iterable[Run] = (Run(text=piece.text),)
            if piece.blank is not None:
                inner = self._said(values[piece.blank], one_line=one_line)
            if piece.blank is not None and following and following.text.startswith(CLOSING):
                # The quoted sentence's own full stop would stand beside that of ours.
                inner = (replace(run, text=marks.stopless(run.text)) for run in inner)
            for run in inner:
                strong, emphasis = run.strong or piece.strong, run.emphasis or piece.emphasis
                yield replace(run, strong=strong, emphasis=emphasis)

    def _said(self, value: Value, *, one_line: bool) -> Iterable[Run]:
        match value:
            case Text():
                return self._runs(value)
            case Quoted():
                return (Run(text=marks.harmless(value.text, one_line=one_line)),)
            case Clock():
                return (Run(text=dates.clock(value.at, self._reader)),)
            case Moment():
                return self._runs(dates.moment(value.at, self._reader))
            case Span():
                return self._runs(dates.span(value, self._reader))
            case Names():
                return self._said(dates.names(value), one_line=True)
            # Every datetime is a date: without this arm its hour would be lost without a word.
            case datetime():
                return self._runs(dates.moment(value, self._reader))
            case date():
                return self._runs(dates.day(value, self._reader))
            case _:
                return (Run(text=marks.harmless(str(value), one_line=one_line)),)


class Words:
    """All templates; `strict` raises `Unsayable` where production shows the key."""

    def __init__(self, sources: Mapping[Language, Iterable[str]], *, strict: bool = False) -> None:
        """Parse Fluent sources; raises `Unsayable` for bad syntax or a key given twice."""
        self._bundles = {language: _bundle(language, told) for language, told in sources.items()}
        self._strict = strict
        self._reported: set[tuple[Language, str]] = set()

    def speaker(self, language: Language, zone: str, now: datetime) -> Speaker:
        """Who speaks to a reader of that language, in that IANA zone, at that moment."""
        return Speaker(self, dates.Reader(language=language, zone=ZoneInfo(zone), now=now))

    def pieces(self, language: Language, text: Text) -> tuple[marks.Piece, ...]:
        """The template of a text with its plurals chosen, its blanks by number still open."""
        try:
            return tuple(marks.pieces(self._filled(self._bundles[language], text)))
        except (LookupError, ValueError) as fault:
            return self._shown(language, text.key, fault)

    def _filled(self, bundle: FluentBundle, text: Text) -> str:
        pattern = bundle.get_message(text.key).value
        if pattern is None:
            raise ValueError(text.key)
        values = enumerate(text.values.items())
        blanks = {name: _argument(number, value) for number, (name, value) in values}
        filled, faults = bundle.format_pattern(pattern, blanks)
        if faults:
            raise ValueError(faults)
        return str(filled)

    def _shown(self, language: Language, key: str, fault: Exception) -> tuple[marks.Piece, ...]:
        if self._strict:
            raise Unsayable(f"{language}: {key}: {fault}") from fault
        if (language, key) not in self._reported:
            self._reported.add((language, key))
            log.error("A text cannot be said", extra={"key": key, "language": language})
        return (marks.Piece(text=key),)


@cache
def read(*, strict: bool = False) -> Words:
    """The words that come with the product."""
    return Words({language: tuple(sources(language)) for language in LANGUAGES}, strict=strict)


def sources(language: Language) -> Iterator[str]:
    """The Fluent sources of a language, by file name."""
    folder = files("coaching") / "texts" / language
    told = [file for file in folder.iterdir() if file.name.endswith(".ftl")]
    for file in sorted(told, key=lambda file: file.name):
        yield file.read_text(encoding="utf-8")


class _Blank(FluentType):
    """A value on its way through Fluent: drawn as one character, chosen by its own text."""

    def __init__(self, number: int, value: Value) -> None:
        self._drawn = marks.blank(number)
        self._value = value

    def __eq__(self, other: object) -> bool:
        return self._value == other

    __hash__ = None  # type: ignore[assignment]  # compared, never kept

    def format(self, locale: Locale) -> str:  # noqa: ARG002 - Fluent's own signature
        return self._drawn


def _argument(number: int, value: Value) -> int | _Blank:
    # A number goes in as it is: Fluent picks the plural by it, and digits hold no marks.
    return value if isinstance(value, int) else _Blank(number, value)


def _bundle(language: Language, told: Iterable[str]) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    known: set[str] = set()
    for source in told:
        resource = FluentResource(source)
        for entry in resource.body:
            _check(language, entry, known)
        bundle.add_resource(resource)
    return bundle


def _check(language: Language, entry: ast.EntryType, known: set[str]) -> None:
    if isinstance(entry, ast.Junk):
        raise Unsayable(f"{language}: not Fluent: {(entry.content or '').strip()[:80]}")
    if isinstance(entry, ast.Message):
        if entry.id.name in known:
            raise Unsayable(f"{language}: {entry.id.name} is given twice")
        known.add(entry.id.name)
