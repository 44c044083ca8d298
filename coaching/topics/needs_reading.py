"""Needs as they are told in chat, a line each: who said it, in which words, implied or explicit."""

from __future__ import annotations

from dataclasses import replace

from coaching.answers import clean, fault
from coaching.calls import Opportunity
from coaching.judge import Judge
from coaching.messages import Text, text
from coaching.notes import Note
from coaching.notes.needs import Need
from coaching.topics import noted, voices
from coaching.topics.needs_view import Kept
from coaching.turn import Situation


def lines_of(words: str) -> tuple[str, ...]:
    """The lines of a text that say something."""
    return tuple(filter(None, map(clean, clean(words).splitlines())))


def fault_of(lines: tuple[str, ...]) -> Text | None:
    """Why these lines cannot be noted, if they cannot."""
    if len(lines) > noted.MOST:
        return text("needs-too-many", count=len(lines), most=noted.MOST)
    return next(filter(None, (fault(line, noted.LIMIT) for line in lines)), None)


def new(lines: tuple[str, ...], sale: Opportunity, situation: Situation) -> tuple[Kept, ...]:
    """The needs that these lines tell, as notes of this turn."""
    known = voices.people(sale, situation)
    spoken = (voices.spoken(line) for line in lines)
    needs = tuple(
        read(Need(who=voices.person(who, known), words=words), situation.judge)
        for who, words in spoken
    )
    return tuple(
        (note_of(need, sale, situation, number), need) for number, need in enumerate(needs)
    )


def read(need: Need, judge: Judge) -> Need:
    """The need as the judge reads its words; with both readings where it is not sure."""
    verdict = judge.read("need", need.words)
    second = verdict.second if not verdict.sure and verdict.second else None
    return replace(need, label=verdict.label, second=second)  # type: ignore[arg-type]  # labels of a need


def note_of(need: Need, sale: Opportunity, situation: Situation, number: int = 0) -> Note:
    """A need as a note of this turn."""
    return Note(
        id=noted.new_id("need", situation, number),
        rep_id=situation.rep.id,
        author_id=situation.rep.id,
        said_at=situation.now,
        content=need,
        opportunity_id=sale.id,
    )
