"""What an edit or a deletion of a text that told of somebody inside does to it."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision
from coaching.answers import fault
from coaching.messages import Block, Buttons, Line, Quoted, message, text
from coaching.notes import Forgotten
from coaching.topics import allies_form, allies_view, noted, voices
from coaching.topics.allies_view import COMMAND, NAME, Inside, button, changed, named, of_id
from coaching.topics.topic import Edits, Given
from coaching.turn import Situation, after


def parted(words: str) -> tuple[str, str]:
    """Who it is, and behind a colon what they will say."""
    who, said = voices.spoken(words)
    return (who, said) if who else (said, "")


# ---- edited ------------------------------------------------------------------------------------


def change(given: Given, situation: Situation) -> Decision:
    """That person, with what is known of them as it reads now."""
    one = of_id(str(given.note.id), situation)
    if one is None:
        return noted.stays(situation)
    match given.asks:
        case "words":
            return _told(changed(one, replace(one.ally, will_say=given.words)), situation)
        case "question":
            asked = changed(one, replace(one.ally, question=given.words, read_as=""))
            now = after(situation, (asked.note,))
            return _told(asked, now, allies_view.judged(asked, now))
        case "who":
            return _renamed(given, given.words, one, situation)
        case _:
            meant = sales.meant(given.words, situation)
            other = meant.sale is not None and meant.sale.id != one.sale.id
            return _renamed(given, "" if other else meant.rest, one, situation)


def _renamed(given: Given, words: str, one: Inside, situation: Situation) -> Decision:
    """Who it is and what they will say; another person is not meant by the text that made none."""
    who, said = parted(words)
    who = voices.person(who, voices.people(one.sale, situation))
    another = named(who, one.sale, situation)
    same = another is not None and another.id == one.id
    if not who or (not same and (another is not None or not given.is_new)):
        return noted.stays(situation)
    wrong = fault(who, allies_form.WHO_LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong)
    will_say = said or one.ally.will_say
    return _told(changed(one, replace(one.ally, who=who, will_say=will_say)), situation)


def _told(one: Inside, situation: Situation, judged: tuple[Block, ...] = ()) -> Decision:
    show = button("button-inside-show", "sale", str(one.sale.id), COMMAND)
    stands = message(*judged, *allies_view.lines(one), Buttons((show,)))
    return say.of(one.note, say.back(situation, stands, part=NAME))


# ---- deleted -----------------------------------------------------------------------------------


def withdraw(given: Given, situation: Situation) -> Decision:
    """That person without it; one with more known of them is asked for first."""
    one = of_id(str(given.note.id), situation)
    if one is None:
        return Decision()
    if given.asks == "question":
        return _gone(changed(one, replace(one.ally, question="", read_as="")), one, situation)
    if given.asks == "words" or not given.is_new:
        return _gone(changed(one, replace(one.ally, will_say="")), one, situation)
    if one.ally.question:
        return say.of(say.back(situation, allies_view.drop_ask(one), part=NAME))
    dropped = message(Line(text("inside-dropped", who=Quoted(one.ally.who))))
    return say.of(Forgotten(id=one.note.id), say.back(situation, dropped, part=NAME))


def _gone(now: Inside, before: Inside, situation: Situation) -> Decision:
    return Decision() if now.ally == before.ally else _told(now, situation)


EDITS = Edits(change=change, withdraw=withdraw)
