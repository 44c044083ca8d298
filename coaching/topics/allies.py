"""Who will argue for us inside the customer when we are not there, and what for (METHOD §4)."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision
from coaching.answers import clean, fault, folded
from coaching.calls import Opportunity
from coaching.conversation import Talk
from coaching.events import Tapped
from coaching.messages import Block, Button, Buttons, Line, Quoted, Tap, message, text
from coaching.notes import Forgotten
from coaching.notes.planner import Ally
from coaching.texts import vocabulary
from coaching.topics import allies_edits, allies_form, allies_view, drafts, voices
from coaching.topics.allies_view import COMMAND, NAME, Inside, button, changed, named, new, of_id
from coaching.topics.topic import Asked, FormOf, Heard, Topic
from coaching.turn import Situation, after


def asked(command: Asked, situation: Situation) -> Decision:
    """Who is inside that customer; a name behind it is kept, with what they will say.

    `inside halden: Mara: fewer stops at night` says who and what.
    """
    meant = sales.meant(clean(command.words), situation)
    known = sales.known(situation)
    sale = meant.sale or (known[0] if len(known) == 1 else None)
    if sale is None:
        which = sales.ask_which(COMMAND, situation)
        return say.of(say.back(situation, which, thread=command.thread, part=NAME))
    who, words = allies_edits.parted(meant.rest)
    wrong = fault(who, allies_form.WHO_LIMIT) or fault(words, allies_form.LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong, thread=command.thread)
    if who:
        return begin(who, words, sale, situation, command.thread)
    if not allies_view.of_sale(sale, situation):
        return ask_who(sale, situation, command.thread)
    return _told(allies_view.page(sale, situation).blocks, None, situation, command.thread)


def _told(
    blocks: tuple[Block, ...], talk: Talk | None, situation: Situation, thread: str = ""
) -> Decision:
    """These blocks, and what the next line of chat answers."""
    sent = say.back(situation, message(*blocks), thread=thread, part=NAME)
    return say.of(say.talking(situation.conversation, talk), sent)


def _gone(situation: Situation) -> Decision:
    return say.line_back(situation, text("not-here-any-more"))


# ---- in chat -----------------------------------------------------------------------------------


def hear(line: Heard, talk: Talk, situation: Situation) -> Decision:
    """A line of chat says who, what they will say, or the question that has them say it."""
    if talk.asks == "who":
        sale = sales.of_id(talk.about, situation)
        return _ended(situation) if sale is None else _hear_who(line, sale, situation)
    one = of_id(talk.about, situation)
    if one is None:
        return _ended(situation)
    if drafts.skips(line.words):
        following = ask_question if talk.asks == "words" else finished
        return following(one, situation, line.thread)
    if drafts.closes(line.words):
        return finished(one, situation, line.thread)
    if talk.asks == "words":
        return _hear_words(line, one, situation)
    return _hear_question(line, one, situation)


def _ended(situation: Situation) -> Decision:
    return _told((Line(text("not-here-any-more")),), None, situation)


def ask_who(sale: Opportunity, situation: Situation, thread: str = "") -> Decision:
    """Who argues for us there? Those whom the calendar names are on offer."""
    if allies_view.is_full(sale, situation):
        full = text("inside-full", most=allies_view.MOST)
        return say.line_back(situation, full, thread=thread)
    asks = Line(text("inside-ask-who", customer=Quoted(sale.customer.name)))
    people = tuple(
        Button(
            label=text("button-inside-person", who=Quoted(who)),
            tap=Tap(verb="inside_who", about=str(sale.id), value=allies_view.key(sale, who)),
        )
        for who in _offered(sale, situation)
    )
    row = (Buttons(people),) if people else ()
    return _told((asks, *row), Talk(topic=NAME, about=str(sale.id), asks="who"), situation, thread)


def _offered(sale: Opportunity, situation: Situation) -> tuple[str, ...]:
    inside = {folded(one.ally.who) for one in allies_view.of_sale(sale, situation)}
    people = voices.people(sale, situation)
    return tuple(who for who in people if folded(who) not in inside)[: allies_view.MOST]


def _hear_who(line: Heard, sale: Opportunity, situation: Situation) -> Decision:
    if drafts.closes(line.words) or folded(line.words) in vocabulary.NOBODY:
        nobody = Line(text("inside-nobody", customer=Quoted(sale.customer.name)))
        return _told((nobody,), None, situation, line.thread)
    if drafts.asks_coach(line.words):
        return ask_who(sale, situation, line.thread)
    who, words = allies_edits.parted(line.words)
    wrong = fault(who, allies_form.WHO_LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong, thread=line.thread)
    return begin(who, words, sale, situation, line.thread)


def begin(
    who: str, words: str, sale: Opportunity, situation: Situation, thread: str = ""
) -> Decision:
    """That person is inside; what they will say is kept too, or asked for."""
    who = voices.person(who, voices.people(sale, situation))
    known = named(who, sale, situation)
    if known is None and allies_view.is_full(sale, situation):
        return ask_who(sale, situation, thread)
    one = known or new(who, sale, situation)
    if words:
        one = changed(one, replace(one.ally, will_say=words))
    now = after(situation, (one.note,))
    ask = ask_question if one.ally.will_say else ask_words
    return say.joined(say.of(one.note), ask(one, now, thread))


def ask_words(one: Inside, situation: Situation, thread: str = "") -> Decision:
    """What will they say?"""
    talk = Talk(topic=NAME, about=one.id, asks="words")
    asks = Line(text("inside-ask-words", who=Quoted(one.ally.who)))
    return _told((asks,), talk, situation, thread)


def _hear_words(line: Heard, one: Inside, situation: Situation) -> Decision:
    if drafts.asks_coach(line.words):
        return ask_words(one, situation, line.thread)
    now = changed(one, replace(one.ally, will_say=line.words))
    asks = ask_question(now, after(situation, (now.note,)), line.thread)
    return say.joined(say.of(now.note), asks)


def ask_question(one: Inside, situation: Situation, thread: str = "") -> Decision:
    """Which question has them say it while the rep is there (METHOD §4)?"""
    talk = Talk(topic=NAME, about=one.id, asks="question")
    asks = Line(text("inside-ask-question", who=Quoted(one.ally.who)))
    return _told((asks,), talk, situation, thread)


def _hear_question(line: Heard, one: Inside, situation: Situation) -> Decision:
    if drafts.asks_coach(line.words):
        return ask_question(one, situation, line.thread)
    now = changed(one, replace(one.ally, question=line.words, read_as=""))
    there = after(situation, (now.note,))
    judged = allies_view.judged(now, there)
    return say.joined(say.of(now.note), finished(now, there, line.thread, judged))


def finished(
    one: Inside, situation: Situation, thread: str = "", said: tuple[Block, ...] = ()
) -> Decision:
    """How that person stands now."""
    show = button("button-inside-show", "sale", str(one.sale.id), COMMAND)
    stands = (*said, *allies_view.lines(one), Buttons((show,)))
    return _told(stands, None, situation, thread)


# ---- taps --------------------------------------------------------------------------------------


def _who(event: Tapped, situation: Situation) -> Decision:
    """Asks who it is, or takes one of those on offer."""
    sale, value = sales.of_id(event.tap.about, situation), event.tap.value
    if sale is None:
        return _gone(situation)
    if not value:
        return ask_who(sale, situation)
    offered = (who for who in _offered(sale, situation) if allies_view.key(sale, who) == value)
    who = next(offered, None)
    return _gone(situation) if who is None else begin(who, "", sale, situation)


def _words(event: Tapped, situation: Situation) -> Decision:
    one = of_id(event.tap.about, situation)
    return _gone(situation) if one is None else ask_words(one, situation)


def _question(event: Tapped, situation: Situation) -> Decision:
    one = of_id(event.tap.about, situation)
    return _gone(situation) if one is None else ask_question(one, situation)


def _read(event: Tapped, situation: Situation) -> Decision:
    """The rep says which of two readings of the question is meant."""
    one, reading = of_id(event.tap.about, situation), drafts.reading_of(event.tap.value)
    if one is None or reading is None or not one.ally.question:
        return _gone(situation)
    now = changed(one, replace(one.ally, read_as=reading[1]))
    there = after(situation, (now.note,))
    said = message(*allies_view.judged(now, there))
    return say.of(now.note, say.back(there, said, part=NAME))


def _drop(event: Tapped, situation: Situation) -> Decision:
    """Asks before somebody is taken off; a second tap does it."""
    one = of_id(event.tap.about, situation)
    if one is None:
        return _gone(situation)
    if event.tap.value == "yes":
        dropped = message(Line(text("inside-dropped", who=Quoted(one.ally.who))))
        return say.of(Forgotten(id=one.note.id), say.back(situation, dropped, part=NAME))
    return say.of(say.back(situation, allies_view.drop_ask(one), part=NAME))


TOPIC = Topic(
    commands={COMMAND: asked},
    forms={NAME: FormOf(show=allies_form.shown, submit=allies_form.submit)},
    taps={
        "inside_who": _who,
        "inside_words": _words,
        "inside_question": _question,
        "inside_read": _read,
        "inside_drop": _drop,
    },
    talks={NAME: hear},
    edits={Ally: allies_edits.EDITS},
    before=allies_view.before,
)
