"""What an edit or a deletion of the text that told needs does to them."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision, Edit
from coaching.notes import Forgotten, Note
from coaching.notes.needs import Need
from coaching.topics import needs_reading, needs_view, noted
from coaching.topics.needs_view import Kept
from coaching.topics.topic import Edits, Given
from coaching.turn import Situation, after


def change(given: Given, situation: Situation) -> Decision:
    """The lines as they are now: each takes the place of the one that stood there."""
    meant = sales.meant(given.words, situation)
    sale = meant.sale or noted.sale_of(given.note, situation)
    lines = needs_reading.lines_of(meant.rest)
    if sale is None or not lines:
        return noted.stays(situation)
    wrong = needs_reading.fault_of(lines)
    if wrong is not None:
        return say.line_back(situation, wrong)
    before = {note.id: note for note in noted.together(given.note, situation)}
    ids = noted.of_turn(given.note.id)
    told = needs_reading.new(lines, sale, situation)
    kept = tuple(
        _in_place(one, before.get(id_, replace(one[0], id=id_)))
        for id_, one in zip(ids, told, strict=False)
    )
    notes = tuple(note for note, _ in kept)
    gone = tuple(Forgotten(id=one) for one in before if one not in {note.id for note in notes})
    if not gone and notes == tuple(before.values()):
        return Decision()
    now = after(situation, (*notes, *gone))
    shown = needs_view.noted(sale, kept, now, guessed=False)
    return say.of(*notes, *gone, Edit(id=given.shown, message=shown))


def _in_place(told: Kept, before: Note) -> Kept:
    """A need as it is told now, in place of what the note held; what drew it out stays so."""
    was = before.content
    assert isinstance(was, Need)  # noqa: S101 - a note of this topic
    need = replace(told[1], question=was.question, grew_from=was.grew_from)
    if was.words == need.words:
        need = replace(need, label=was.label, second=was.second)
    return replace(before, content=need, opportunity_id=told[0].opportunity_id), need


def withdraw(given: Given, situation: Situation) -> Decision:
    """All that the text told is forgotten."""
    notes = noted.together(given.note, situation)
    words = {note.id: note.content.words for note in notes if isinstance(note.content, Need)}
    return noted.taken_back(given, words)


EDITS = Edits(change=change, withdraw=withdraw)
