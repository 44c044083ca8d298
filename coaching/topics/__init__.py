"""The systems of the method beside plan and review, each in a file here: one line plugs it in."""

from __future__ import annotations

from coaching import sales, say
from coaching.actions import Decision, ShowForm
from coaching.calls import Call
from coaching.conversation import Talk
from coaching.events import Submitted, Tapped
from coaching.messages import Block, text
from coaching.topics import (
    allies,
    joint,
    learn,
    ledger,
    managing,
    needs,
    objections,
    planner,
    practice,
    products,
    remembered,
    sale,
    stages,
    statements,
    survey,
)
from coaching.topics.topic import Asked, Heard, Topic
from coaching.turn import Situation

ALL: tuple[Topic, ...] = (
    sale.TOPIC,
    needs.TOPIC,
    statements.TOPIC,
    objections.TOPIC,
    planner.TOPIC,
    survey.TOPIC,
    products.TOPIC,
    ledger.TOPIC,
    learn.TOPIC,
    practice.TOPIC,
    joint.TOPIC,
    allies.TOPIC,
    managing.TOPIC,
    stages.TOPIC,
)

_COMMANDS = {name: run for topic in ALL for name, run in topic.commands.items()}
_PAGES = {name: page for topic in ALL for name, page in topic.pages.items()}
_FORMS = {kind: form for topic in ALL for kind, form in topic.forms.items()}
_TAPS = {verb: tap for topic in ALL for verb, tap in topic.taps.items()}
_EDITS = {kind: edits for topic in ALL for kind, edits in topic.edits.items()}
_TALKS = {name: talk for topic in ALL for name, talk in topic.talks.items()}

COMMANDS = frozenset(_COMMANDS) | frozenset(_PAGES)
# As they are of use in a sale, from its first problem to what a team makes of it.
_READ = (
    *("sale", "difficulties", "product", "needs", "say", "stages", "objection", "inside"),
    *("promises", "learn", "practice", "count", "survey", "team", "evaluate"),
)
IN_ORDER = tuple(name for name in _READ if name in COMMANDS)


def run(name: str, asked: Asked, situation: Situation) -> Decision:
    """What follows from a topic's command; a page is shown for the sale that is meant."""
    if name in _COMMANDS:
        decision = _COMMANDS[name](asked, situation)
        said, source = asked.words, asked.source
        return remembered.remembering(decision, f"/{name}", said, source, situation, _EDITS)
    sale = sales.meant(asked.words, situation).sale or sales.only(situation)
    shown = sales.ask_which(name, situation) if sale is None else _PAGES[name](sale, situation)
    return say.of(say.back(situation, shown, thread=asked.thread, part=name))


def heard(words: Heard, talk: Talk, situation: Situation) -> Decision | None:
    """What follows from a line of chat in a talk; None where nobody talks of that any more."""
    hear = _TALKS.get(talk.topic)
    if hear is None:
        return None
    decision, said, source = hear(words, talk, situation), words.words, words.source
    return remembered.remembering(decision, talk.asks, said, source, situation, _EDITS)


def edited(
    note_id: str, gave: str, words: str, situation: Situation, *, thread: str = ""
) -> Decision | None:
    """An edited text changes what it gave to a note; None where that note is gone.

    `words` are a command's behind it, empty where the text does not say it any more.
    """
    was = remembered.given(note_id, gave, words, situation)
    if was is None:
        return None
    if not words:
        return say.line_back(situation, text("stays-noted"), thread=thread)
    return remembered.edited(was, situation, _EDITS)


def withdrawn(note_id: str, gave: str, situation: Situation) -> Decision:
    """A deleted text takes back what it gave to a note; one that is gone is not missed."""
    was = remembered.given(note_id, gave, "", situation)
    return Decision() if was is None else _EDITS[type(was.note.content)].withdraw(was, situation)


def tapped(event: Tapped, situation: Situation) -> Decision | None:
    """What follows from a tap, if it is a topic's."""
    match event.tap.verb:
        case "form":
            return _opened(event.tap.value, event.tap.about, situation)
        case "sale":
            return _page(event, situation)
        case verb if verb in _TAPS:
            return _TAPS[verb](event, situation)
        case _:
            return None


def _opened(kind: str, about: str, situation: Situation) -> Decision:
    form = _FORMS[kind].show(about, situation) if kind in _FORMS else None
    if form is None:
        return say.line_back(situation, text("not-here-any-more"))
    return say.of(ShowForm(form))


def _page(event: Tapped, situation: Situation) -> Decision:
    sale, name = sales.of_id(event.tap.about, situation), event.tap.value
    if sale is None or name not in COMMANDS:
        return say.line_back(situation, text("not-here-any-more"))
    if name in _PAGES:
        return say.of(say.back(situation, _PAGES[name](sale, situation), part=name))
    return _COMMANDS[name](Asked(words=sale.customer.name), situation)


def submitted(event: Submitted, situation: Situation) -> Decision | None:
    """What follows from a form, if it is a topic's."""
    form = _FORMS.get(event.kind)
    if form is None:
        return None
    return remembered.replaced(form.submit(event, situation), situation)


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    """What the topics have to say in the prompt of a call."""
    return tuple(block for topic in ALL for block in topic.before(call, situation))


def cue(call: Call, situation: Situation) -> tuple[Block, ...]:
    """What the topics have to say on the cue card of a call."""
    return tuple(block for topic in ALL for block in topic.cue(call, situation))


def after(call: Call, situation: Situation) -> tuple[Block, ...]:
    """What the topics have to say once a call is reviewed."""
    return tuple(block for topic in ALL for block in topic.after(call, situation))


def home(situation: Situation) -> tuple[Block, ...]:
    """What the topics show on the rep's page."""
    return tuple(block for topic in ALL for block in topic.home(situation))
