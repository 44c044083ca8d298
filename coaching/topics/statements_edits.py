"""What an edit or a deletion of the text that told a planned statement does to it."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision, Edit
from coaching.notes.statements import Statement
from coaching.topics import noted, statements_reading, statements_view
from coaching.topics.topic import Edits, Given
from coaching.turn import Situation, after


def change(given: Given, situation: Situation) -> Decision:
    """The statement as it is told now, read anew; the same words stay as the rep sees them."""
    meant, before = sales.meant(given.words, situation), given.note.content
    sale = meant.sale or noted.sale_of(given.note, situation)
    if sale is None or not meant.rest or not isinstance(before, Statement):
        return noted.stays(situation)
    if (meant.rest, sale.id) == (before.text, given.note.opportunity_id):
        return Decision()
    told = statements_reading.read(meant.rest, sale, situation)
    note = replace(given.note, content=told, opportunity_id=sale.id)
    now = after(situation, (note,))
    shown = statements_view.noted((note, told), sale, now, guessed=False)
    return say.of(note, Edit(id=given.shown, message=shown))


def withdraw(given: Given, _situation: Situation) -> Decision:
    """The statement is forgotten."""
    before = given.note.content
    words = before.text if isinstance(before, Statement) else ""
    return noted.taken_back(given, {given.note.id: words})


EDITS = Edits(change=change, withdraw=withdraw)
