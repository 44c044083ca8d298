"""What an edit or a deletion of the text that told an objection does to it."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision, Edit
from coaching.notes.objections import Objection
from coaching.topics import noted, objections_reading, objections_view, voices
from coaching.topics.topic import Edits, Given
from coaching.turn import Situation, after


def change(given: Given, situation: Situation) -> Decision:
    """The objection as it is told now; when in the call it came stays as the rep said."""
    meant, before = sales.meant(given.words, situation), given.note.content
    sale = meant.sale or noted.sale_of(given.note, situation)
    who, words = voices.spoken(meant.rest)
    if sale is None or not words or not isinstance(before, Objection):
        return noted.stays(situation)
    told = replace(before, words=words, who=voices.person(who, voices.people(sale, situation)))
    if words != before.words:
        told = objections_reading.read(told, situation.judge)
    told = objections_reading.with_cause(told, sale, situation)
    note = replace(given.note, content=told, opportunity_id=sale.id)
    if note == given.note:
        return Decision()
    now = after(situation, (note,))
    shown = objections_view.noted((note, told), sale, now, guessed=False)
    return say.of(note, Edit(id=given.shown, message=shown))


def withdraw(given: Given, _situation: Situation) -> Decision:
    """The objection is forgotten."""
    before = given.note.content
    words = before.words if isinstance(before, Objection) else ""
    return noted.taken_back(given, {given.note.id: words})


EDITS = Edits(change=change, withdraw=withdraw)
