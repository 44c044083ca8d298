"""How planned statements are shown: the page of a sale, what is said of a new one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coaching import feedback
from coaching.calls import Call, Opportunity
from coaching.judge import Verdict
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.notes import Note
from coaching.notes.statements import Statement, StatementLabel
from coaching.sales import opportunity_of
from coaching.topics import needs_view
from coaching.topics.causes import MANY_FEATURES
from coaching.topics.noted import brief, in_sale, of_id
from coaching.topics.statements_reading import against
from coaching.turn import Situation

Kept = tuple[Note, Statement]

SHOWN = 8
WISHES = 3


def statements_of(sale: Opportunity, situation: Situation) -> tuple[Kept, ...]:
    """What is planned to be said in a sale, the oldest first."""
    return in_sale(Statement, sale, situation)


# ---- the page ----------------------------------------------------------------------------------


def page(sale: Opportunity, situation: Situation) -> Message:
    """What the rep plans to say to this customer, the latest first, and what it is."""
    kept = statements_of(sale, situation)
    heading = Heading(text("say-heading", customer=Quoted(sale.customer.name)))
    if not kept:
        return message(heading, *_first(sale, situation), _row(sale), Small(text("say-how")))
    latest = tuple(reversed(kept))
    left = len(latest) - SHOWN
    return message(
        heading,
        *(block for one in latest[:SHOWN] for block in _entry(one, situation)),
        *((Line(text("say-more", count=left)),) if left > 0 else ()),
        *balance(sale, situation),
        _row(sale),
    )


def _first(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    """Nothing is planned yet: begin with what they want, not with what we have (METHOD §7)."""
    wanted = needs_view.explicit(needs_view.needs_of(sale, situation))
    if not wanted:
        return (Line(text("say-none-unwanted")),)
    wishes = (
        Line(text("say-wish", words=brief(need.words))) for _, need in reversed(wanted[-WISHES:])
    )
    return (Line(text("say-none")), *wishes)


def _entry(one: Kept, situation: Situation) -> tuple[Block, ...]:
    note, statement = one
    if statement.second is not None:
        unsure = Line(text("say-is-unsure", words=brief(statement.text)))
        return (unsure, Buttons((*_as(note, (statement.label, statement.second)), _drop(note))))
    line = Line(text(f"say-is-{statement.label}", words=brief(statement.text)))
    return (line, *_meets(statement, situation), Buttons((_change(note), _drop(note))))


def _meets(statement: Statement, situation: Situation) -> tuple[Line, ...]:
    """The wish that a benefit meets, in the customer's words."""
    need = needs_view.need_of(statement.need_id, situation)
    if statement.label != "benefit" or need is None:
        return ()
    return (Line(text("say-meets", said=needs_view.said(need))),)


def balance(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    """What all that is planned would bring about: objections, for the most part (METHOD §7, §8)."""
    stated = {statement.label for _, statement in statements_of(sale, situation)}
    features = _features(sale, situation) if "feature" in stated else ()
    return (*features, *(_advantages(sale, situation) if "advantage" in stated else ()))


def _risk(statement: Statement, sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    """What one more of its kind would bring about, once it is clear which kind it is."""
    if statement.second is not None:
        return ()
    if statement.label == "feature":
        return _features(sale, situation)
    return _advantages(sale, situation) if statement.label == "advantage" and sale.is_large else ()


def _features(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    stated = [statement.label for _, statement in statements_of(sale, situation)]
    count = stated.count("feature")
    return (Line(text("say-many-features", count=count)),) if count >= MANY_FEATURES else ()


def _advantages(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    """Where nobody has said yet what they want; in a small sale advantages may do."""
    if needs_view.explicit(needs_view.needs_of(sale, situation)):
        return ()
    size = "large" if sale.is_large else "small"
    return (Line(text(f"say-advantages-{size}")),)


def _row(sale: Opportunity) -> Buttons:
    about = str(sale.id)
    add = Button(
        label=text("button-say-add"), tap=Tap(verb="form", about=about, value="say"), primary=True
    )
    needs = Button(
        label=text("button-needs-page"), tap=Tap(verb="sale", about=about, value="needs")
    )
    product = Button(label=text("button-say-product"), tap=Tap(verb="form", value="product"))
    return Buttons((add, needs, product))


def _change(note: Note) -> Button:
    return Button(
        label=text("button-change"), tap=Tap(verb="form", about=str(note.id), value="say")
    )


def _drop(note: Note) -> Button:
    return Button(label=text("button-drop"), tap=Tap(verb="say_drop", about=str(note.id)))


def _as(note: Note, labels: Sequence[StatementLabel]) -> tuple[Button, ...]:
    return tuple(
        Button(
            label=text(f"button-say-{label}"),
            tap=Tap(verb="say_as", about=str(note.id), value=label),
        )
        for label in labels
    )


# ---- a new one ---------------------------------------------------------------------------------


def noted(one: Kept, sale: Opportunity, situation: Situation, *, guessed: bool) -> Message:
    """What the coach says of a statement just noted; `guessed`: the customer was not named."""
    key = "needs-noted-guessed" if guessed else "needs-noted"
    return message(
        Line(text(key, customer=Quoted(sale.customer.name))),
        Line(text("option-words", words=brief(one[1].text))),
        *_remark(one, sale, situation),
        *_risk(one[1], sale, situation),
        Buttons((*_elsewhere(one[0], guessed=guessed), _all(sale), _needs(sale))),
    )


def _remark(one: Kept, sale: Opportunity, situation: Situation) -> tuple[Block, ...]:
    note, statement = one
    verdict = against(statement, sale, situation)
    if statement.second is not None:
        pair = (statement.label, statement.second)
        unsure = replace(verdict, label=pair[0], second=pair[1], sure=False)
        return (Line(feedback.two_ways(unsure)), Buttons(_as(note, pair)))
    others: tuple[StatementLabel, ...] = ("feature", "advantage", "benefit")
    otherwise = Buttons(
        _as(note, tuple(label for label in others if label != statement.label)),
        menu=text("button-otherwise"),
    )
    line = Line(_why(statement, verdict, sale, situation))
    return (line, *_meets(statement, situation), otherwise)


def _why(statement: Statement, verdict: Verdict, sale: Opportunity, situation: Situation) -> Text:
    """The reason, turned round where the sale is small; the plain name against the judge."""
    if statement.label == "advantage" and not sale.is_large:
        return text("say-advantage-small")
    if statement.label == "benefit" and needs_view.need_of(statement.need_id, situation) is None:
        return text("say-benefit-unnoted")
    if verdict.label != statement.label:
        return text(f"judge-statement-{statement.label}-bare")
    return feedback.reason(verdict)


def _elsewhere(note: Note, *, guessed: bool) -> tuple[Button, ...]:
    if not guessed:
        return ()
    other = Button(label=text("button-other-sale"), tap=Tap(verb="say_move", about=str(note.id)))
    return (other,)


def _all(sale: Opportunity) -> Button:
    tap = Tap(verb="sale", about=str(sale.id), value="say")
    return Button(label=text("button-say-page"), tap=tap)


def _needs(sale: Opportunity) -> Button:
    tap = Tap(verb="sale", about=str(sale.id), value="needs")
    return Button(label=text("button-needs-page"), tap=tap)


# ---- in the prompt -----------------------------------------------------------------------------


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    """The latest planned benefit: the one thing worth saying in the next call."""
    sale = opportunity_of(call, situation)
    benefits = [one for _, one in statements_of(sale, situation) if one.label == "benefit"]
    if not benefits:
        return ()
    return (Line(text("say-before", words=brief(benefits[-1].text))),)


def known(note_id: str, situation: Situation) -> Kept | None:
    """The statement of that id, if it is there."""
    return of_id(Statement, note_id, situation)
