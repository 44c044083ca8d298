"""The ledger of promises: what customers said they would do, who, by when, and what came of it."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision, Reject
from coaching.answers import clean, faults
from coaching.calls import Promise
from coaching.events import Submitted, Tapped
from coaching.forms import Form, TextField
from coaching.messages import Line, Quoted, message, text
from coaching.topics.ledger import shown
from coaching.topics.topic import Asked, FormOf, Topic
from coaching.turn import Situation

__all__ = ["TOPIC"]

WHO_LIMIT = 80


def _asked(asked: Asked, situation: Situation) -> Decision:
    """All promises, or those of the sale named; a name that is no customer's is said to be none."""
    meant = sales.meant(asked.words, situation)
    page = shown.ledger(situation, meant.sale)
    if meant.sale is None and meant.rest:
        unknown = Line(text("ledger-no-such", words=Quoted(meant.rest)))
        page = message(unknown, *page.blocks)
    return say.of(say.back(situation, page, thread=asked.thread, part="promises"))


def _tapped(_event: Tapped, situation: Situation) -> Decision:
    return _asked(Asked(), situation)


# ---- who ---------------------------------------------------------------------------------------


def _promise(promise_id: str, situation: Situation) -> Promise | None:
    standing = (one for one in situation.promises if not one.withdrawn)
    return next((one for one in standing if str(one.id) == promise_id), None)


def _who_form(about: str, situation: Situation) -> Form | None:
    """Asks who is to do what was promised."""
    promise = _promise(about, situation)
    if promise is None:
        return None
    who = TextField(
        name="who",
        label=text("field-promise-who"),
        hint=text("field-promise-who-hint"),
        initial=promise.who,
        limit=WHO_LIMIT,
    )
    return Form(
        kind="promise",
        about=about,
        title=text("form-promise-title"),
        intro=(text("ledger-words", words=Quoted(promise.text)),),
        fields=(who,),
        submit=text("button-promise-save"),
    )


def _who_submitted(event: Submitted, situation: Situation) -> Decision:
    """Who is to do it, kept with the promise; an empty answer takes the name away."""
    promise, form = _promise(event.about, situation), _who_form(event.about, situation)
    if promise is None or form is None:
        return say.line_back(situation, text("not-here-any-more"))
    errors = faults(form, event.answers)
    if errors:
        return say.of(Reject(errors))
    named = replace(promise, who=clean(event.answers.get("who", "")))
    return say.of(named, say.back(situation, shown.named(named), part="promises"))


TOPIC = Topic(
    commands={"promises": _asked},
    forms={"promise": FormOf(show=_who_form, submit=_who_submitted)},
    taps={"promises": _tapped},
    home=shown.home,
)
