"""The surveys among what a rep keeps: the one begun, and those ended."""

from __future__ import annotations

from coaching.notes import Note
from coaching.notes.survey import Survey
from coaching.turn import Situation


def surveys(situation: Situation) -> tuple[Note, ...]:
    """All surveys of the rep, the earliest first."""
    own = (
        note
        for note in situation.notes
        if isinstance(note.content, Survey) and note.rep_id == situation.rep.id
    )
    return tuple(sorted(own, key=lambda note: (note.said_at, note.id)))


def content(note: Note) -> Survey:
    """The survey that a note keeps; raises `TypeError` on a note of another kind."""
    if not isinstance(note.content, Survey):
        raise TypeError(note.id)
    return note.content


def unfinished(situation: Situation) -> Note | None:
    """The survey that was begun and has statements open."""
    return next((one for one in surveys(situation) if content(one).ended_at is None), None)


def finished(situation: Situation) -> tuple[Survey, ...]:
    """The surveys ended, the latest first."""
    ended = (content(note) for note in reversed(surveys(situation)))
    return tuple(survey for survey in ended if survey.ended_at is not None)
