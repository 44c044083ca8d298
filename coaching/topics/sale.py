"""The page of a sale: all that is known of it in one message, with the way to each part."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision
from coaching.calls import DealSize, Opportunity
from coaching.events import Tapped
from coaching.feedback import slug
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Names,
    Quoted,
    Tap,
    message,
    text,
)
from coaching.notes.planner import Ally, Problem
from coaching.notes.statements import Statement
from coaching.spans import Span
from coaching.topics import needs_view, objections_view, weighing
from coaching.topics.noted import brief, in_place, in_sale
from coaching.topics.topic import Topic
from coaching.topics.voices import calls_of
from coaching.turn import Situation, after

ON_HOME = 4
SIZES: tuple[DealSize, ...] = ("large", "small")
# The pages of a sale, in the order in which it grows.
PAGES = ("difficulties", "needs", "stages", "say", "objection", "inside")
# Those of them that the home page opens for the nearest sale.
LOGS = ("needs", "say", "objection")


def page(sale: Opportunity, situation: Situation) -> Message:
    """All that is known of a sale, short."""
    return message(
        Heading(text("sale-heading", customer=Quoted(sale.customer.name))),
        *_size(sale),
        _next_call(sale, situation),
        *_promises(sale, situation),
        _problems(sale, situation),
        *_needs(sale, situation),
        *_statements(sale, situation),
        *_objections(sale, situation),
        *_allies(sale, situation),
        _row(sale, situation),
    )


def _size(sale: Opportunity) -> tuple[Block, ...]:
    """Large or small; where that is not known, it is asked."""
    line = Line(text(f"sale-size-{sale.size or 'unknown'}"))
    if sale.size is not None:
        return (line,)
    buttons = tuple(
        Button(
            label=text(f"size-{size}"), tap=Tap(verb="sale_size", about=str(sale.id), value=size)
        )
        for size in SIZES
    )
    return (line, Buttons(buttons))


def sized(event: Tapped, situation: Situation) -> Decision:
    """The rep says how large a sale is; its page shows it."""
    sale, size = sales.of_id(event.tap.about, situation), event.tap.value
    if sale is None or size not in SIZES:
        return say.line_back(situation, text("not-here-any-more"))
    known = replace(sale, size=size)
    shown = page(known, after(situation, (known,)))
    return say.of(known, in_place(event, shown, situation, part="sale"))


def _next_call(sale: Opportunity, situation: Situation) -> Line:
    ahead = [one for one in calls_of(sale, situation) if one.starts_at > situation.now]
    if not ahead:
        return Line(text("sale-no-call"))
    key = "sale-call-planned" if ahead[0].plan.made else "sale-call"
    return Line(text(key, when=Span(ahead[0].starts_at, ahead[0].ends_at)))


def _promises(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    """How much of theirs is open, and what is due first."""
    due = [one for one in situation.promises if one.opportunity_id == sale.id and one.is_open]
    if not due:
        return ()
    first = min(due, key=lambda one: one.due_on)
    words = brief(first.text)
    return (Line(text("sale-promises", count=len(due), promise=words, day=first.due_on)),)


def _problems(sale: Opportunity, situation: Situation) -> Line:
    """How many problems are written down, and what they lead to."""
    problems = [one for _, one in in_sale(Problem, sale, situation)]
    if not problems:
        known = text("sale-problem", problem=brief(sale.problem))
        return Line(known if sale.problem else text("sale-no-problem"))
    difficulties = sum(len(one.difficulties) for one in problems)
    return Line(text("sale-problems", problems=len(problems), difficulties=difficulties))


def _needs(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    """How many needs of which kind, who has not been heard, and which side weighs more."""
    kept = needs_view.needs_of(sale, situation)
    if not kept:
        return (Line(text("sale-no-need")),)
    explicit = len(needs_view.explicit(kept))
    implied = sum(need.label == "implied" for _, need in kept)
    silent = needs_view.unheard(sale, situation)
    scale = weighing.weighed(sale, situation)
    heavier = (scale.heavier if scale else None) or "open"
    return (
        Line(text("sale-needs", explicit=explicit, implied=implied)),
        *((Line(text("needs-unheard", people=Names(silent))),) if silent else ()),
        Line(text(f"sale-weighed-{heavier}")),
    )


def _statements(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    """How much is planned to be said, and how much of it meets a wish."""
    planned = [one.label for _, one in in_sale(Statement, sale, situation)]
    if not planned:
        return ()
    return (Line(text("sale-statements", count=len(planned), benefits=planned.count("benefit"))),)


def _objections(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    kept = objections_view.of_sale(sale, situation)
    if not kept:
        return ()
    latest = kept[-1][1]
    cause = text(f"cause-name-{slug(latest.cause)}")
    return (Line(text("sale-objections", count=len(kept), words=brief(latest.words), cause=cause)),)


def _allies(sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    """Who argues for us when we are not there."""
    allies = dict.fromkeys(one.who for _, one in in_sale(Ally, sale, situation))
    return (Line(text("sale-allies", people=Names(tuple(allies)))),) if allies else ()


def _row(sale: Opportunity, situation: Situation) -> Buttons:
    about = str(sale.id)
    ahead = [one for one in calls_of(sale, situation) if one.starts_at > situation.now]
    plan = tuple(
        Button(
            label=text("button-plan-next"), tap=Tap(verb="plan", about=str(one.id)), primary=True
        )
        for one in ahead[:1]
    )
    pages = tuple(
        Button(label=text(f"button-{name}-page"), tap=Tap(verb="sale", about=about, value=name))
        for name in PAGES
    )
    weigh = Button(label=text("button-weigh"), tap=Tap(verb="form", about=about, value="weighing"))
    return Buttons((*plan, *pages, weigh))


def home(situation: Situation) -> tuple[Block, ...]:
    """The sales whose calls are nearest, a button each; the logs of the first."""
    known = sales.known(situation)[:ON_HOME]
    if not known:
        return ()
    buttons = tuple(
        Button(
            label=text("button-sale", customer=Quoted(sale.customer.name)),
            tap=Tap(verb="sale", about=str(sale.id), value="sale"),
        )
        for sale in known
    )
    return (Heading(text("home-sales")), Buttons(buttons), *_nearest(known[0]))


def _nearest(sale: Opportunity) -> tuple[Block, ...]:
    """The logs of the nearest sale, where something is noted between two calls."""
    row = Buttons(
        tuple(
            Button(
                label=text(f"button-{name}-page"),
                tap=Tap(verb="sale", about=str(sale.id), value=name),
            )
            for name in LOGS
        )
    )
    return (Line(text("home-sale-logs", customer=Quoted(sale.customer.name))), row)


TOPIC = Topic(pages={"sale": page}, taps={"sale_size": sized}, home=home)
