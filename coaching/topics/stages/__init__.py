"""The four stages of a call: their checklist, what the rep will say, what speaks against it."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision
from coaching.answers import clean, fault
from coaching.calls import Call, Opportunity
from coaching.events import Tapped
from coaching.messages import Line, Message, message, text
from coaching.notes.stages import Stages
from coaching.topics import noted
from coaching.topics.stages import cautions, forms, kept, page, places
from coaching.topics.topic import Asked, Topic
from coaching.turn import Situation, after

__all__ = ["TOPIC"]

COMMAND = "stages"


# ---- the command -------------------------------------------------------------------------------


def asked(given: Asked, situation: Situation) -> Decision:
    """The page of the call that is meant, the nearest one's without a name; words open that call.

    Words for no customer by name are kept nowhere: many a sentence begins so, and what was noted
    before would be lost.
    """
    meant, known = sales.meant(given.words, situation), sales.known(situation)
    words = clean(meant.rest)
    sale = meant.sale or (None if words else _nearest(known, situation))
    if sale is None:
        which = sales.ask_which(COMMAND, situation)
        how = (Line(text("stages-name-first")),) if known else ()
        shown = message(*how, *which.blocks)
        return say.of(say.back(situation, shown, thread=given.thread, part=COMMAND))
    call = kept.meant(sale, situation)
    if not words or call is None:
        return say.of(
            say.back(situation, _page(sale, situation), thread=given.thread, part=COMMAND)
        )
    wrong = fault(words, noted.LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong, thread=given.thread)
    return forms.written(call, {"opening": words}, situation, thread=given.thread)


def _nearest(known: tuple[Opportunity, ...], situation: Situation) -> Opportunity | None:
    """The sale of the next call, else of the latest one; None where there is none."""
    coming = (call for one in known if (call := kept.meant(one, situation)) is not None)
    ahead = [call for call in coming if call.ends_at > situation.now]
    if not ahead:
        return known[0] if known else None
    return situation.opportunities[min(ahead, key=lambda call: call.starts_at).opportunity_id]


def _page(sale: Opportunity, situation: Situation) -> Message:
    """The page of the call that is meant in a sale."""
    call = kept.meant(sale, situation)
    return message(Line(text("stages-no-call"))) if call is None else page.page(call, situation)


# ---- the taps ----------------------------------------------------------------------------------


def _of_call(event: Tapped, situation: Situation) -> Call | None:
    """The call that a tap is about, if its sale is known."""
    call = situation.call(event.tap.about)
    return call if call and noted.sale_or_call(event.tap.about, situation) else None


def opened(event: Tapped, situation: Situation) -> Decision:
    """The page of a call."""
    call = _of_call(event, situation)
    if call is None:
        return say.line_back(situation, text("not-here-any-more"))
    return say.of(say.back(situation, page.page(call, situation), part=COMMAND))


def which(_event: Tapped, situation: Situation) -> Decision:
    """Asks which customer is meant."""
    return say.of(say.back(situation, sales.ask_which(COMMAND, situation), part=COMMAND))


def fine(event: Tapped, situation: Situation) -> Decision:
    """The rep sees it otherwise: that is not said again until they change their words."""
    call = _of_call(event, situation)
    if call is None or event.tap.value not in cautions.KINDS:
        return say.line_back(situation, text("not-here-any-more"))
    stages = kept.of_call(call, situation) or Stages()
    seen = tuple(dict.fromkeys((*stages.fine, event.tap.value)))
    note = kept.note(call, replace(stages, fine=seen), situation)
    now = after(situation, (note,))
    shown = page.noted(call, now) if "/stages-new/" in event.message else page.page(call, now)
    return say.of(note, noted.in_place(event, shown, situation, part=COMMAND))


def closes(event: Tapped, situation: Situation) -> Decision:
    """How often the rep asked for the order, as they remember it."""
    call, count = _of_call(event, situation), noted.numbered(event)
    if call is None or count not in page.TIMES:
        return say.line_back(situation, text("not-here-any-more"))
    stages = kept.of_call(call, situation) or Stages()
    note = kept.note(call, replace(stages, closes=count), situation)
    told = page.closes_told(call, count, situation)
    return say.of(note, say.back(situation, told, thread=call.anchor, part="stages-new"))


TOPIC = Topic(
    commands={COMMAND: asked},
    pages={COMMAND: _page},
    forms=forms.FORMS,
    taps={page.OPEN: opened, page.WHICH: which, page.FINE: fine, page.CLOSES: closes},
    before=places.before,
    cue=places.cue,
    after=places.after,
    home=places.home,
)
