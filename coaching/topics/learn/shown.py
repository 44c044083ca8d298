"""How learnings are shown: found by words, in the prompt of a call, on the rep's page."""

from __future__ import annotations

from coaching import sales
from coaching.calls import Call, Opportunity
from coaching.forms import Form, TextField
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.topics.learn.known import Learned, last_time, offered, search
from coaching.turn import Situation

TYPE_LIMIT = 40
WORDS_LIMIT = 200
# So many customers are offered where it is not said which one is meant.
MOST_ASKED = 8


def found(words: str, situation: Situation) -> Message:
    """The learnings with these words, or that there are none; without words, the latest."""
    learned = search(words, situation)
    buttons = Buttons((_search_button(), *_type_button(situation)))
    if not learned:
        none = text("learn-none", words=Quoted(words)) if words else text("learn-nothing-yet")
        return message(Line(none), Line(text("learn-how")), buttons)
    head = text("learn-found", words=Quoted(words)) if words else text("learn-latest")
    shown = (Line(_said(one, situation)) for one in learned)
    return message(Line(head), *shown, buttons, Small(text("learn-why")))


def _said(learned: Learned, situation: Situation) -> Text:
    work = situation.work
    day = work.local_date(learned.at) if work else learned.at.date()
    words = Quoted(learned.words)
    if learned.own:
        key = "learn-own-shared" if learned.shared else "learn-own"
        return text(key, words=words, customer=Quoted(learned.customer), day=day)
    author = _author(learned.author)
    if learned.customer_type:
        kind = Quoted(learned.customer_type)
        return text("learn-entry-typed", words=words, author=author, day=day, type=kind)
    return text("learn-entry", words=words, author=author, day=day)


def _author(name: str) -> Quoted | Text:
    return Quoted(name) if name else text("learn-colleague")


def _search_button() -> Button:
    return Button(label=text("button-learn"), tap=Tap(verb="form", value="learn"))


def search_form() -> Form:
    """One field: the words to look for."""
    words = TextField(
        name="words",
        label=text("field-learn"),
        hint=text("field-learn-hint"),
        limit=WORDS_LIMIT,
        required=True,
    )
    title, submit = text("form-learn-title"), text("button-learn-search")
    return Form(kind="learn", title=title, fields=(words,), submit=submit)


# ---- the type of a customer --------------------------------------------------------------------


def type_button(sale: Opportunity) -> Button:
    """Opens the form that asks what type of customer this is."""
    customer = Quoted(sale.customer.name)
    tap = Tap(verb="form", value="customer-type", about=str(sale.id))
    return Button(label=text("button-customer-type", customer=customer), tap=tap)


def _type_button(situation: Situation) -> tuple[Button, ...]:
    """For the nearest sale whose type of customer nobody has said."""
    without = (sale for sale in sales.known(situation) if not sale.customer_type)
    return tuple(type_button(sale) for sale in without)[:1]


def type_form(sale: Opportunity) -> Form:
    """One field: what type of customer this is, in the rep's own word."""
    kind = TextField(
        name="type",
        label=text("field-customer-type"),
        hint=text("field-customer-type-hint"),
        initial=sale.customer_type,
        limit=TYPE_LIMIT,
    )
    return Form(
        kind="customer-type",
        about=str(sale.id),
        title=text("form-customer-type-title", customer=Quoted(sale.customer.name)),
        intro=(text("customer-type-why"),),
        fields=(kind,),
        submit=text("button-customer-type-save"),
    )


def typed(sale: Opportunity) -> Message:
    """Says what type of customer this is now, with the way to change it."""
    customer, kind = Quoted(sale.customer.name), Quoted(sale.customer_type)
    noted = text("customer-type-noted", customer=customer, type=kind)
    gone = text("customer-type-none", customer=customer)
    line = Line(noted if sale.customer_type else gone)
    return message(line, Buttons((type_button(sale),)))


def ask_which(situation: Situation) -> Message:
    """Asks which customer's type it is; says so where no customer is known."""
    buttons = tuple(type_button(sale) for sale in sales.known(situation)[:MOST_ASKED])
    if not buttons:
        return message(Line(text("no-sale-known")))
    return message(Line(text("which-sale")), Buttons(buttons))


# ---- elsewhere ---------------------------------------------------------------------------------


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    """In a prompt: what the rep noted for this account, and a colleague's learning that fits."""
    noted = last_time(call, situation)
    own = (Line(text("learn-last-time", words=Quoted(noted))),) if noted else ()
    learning = offered(call, situation)
    if learning is None:
        return own
    words = Quoted(learning.text)
    author = _author(situation.names.get(learning.rep_id, ""))
    if learning.customer_type:
        kind = Quoted(learning.customer_type)
        line = text("learn-before-typed", words=words, author=author, type=kind)
        return (*own, Line(line))
    return (*own, Line(text("learn-before", words=words, author=author)))


def after(call: Call, situation: Situation) -> tuple[Block, ...]:
    """Once something was shared: what type of customer it comes from, where nobody has said."""
    sale = situation.opportunities.get(call.opportunity_id)
    if sale is None or sale.customer_type or not (call.review.share and call.review.elsewhere):
        return ()
    ask = text("customer-type-ask", customer=Quoted(sale.customer.name))
    return (Line(ask), Buttons((type_button(sale),)))


def home(situation: Situation) -> tuple[Block, ...]:
    """How much colleagues shared, and the way to search it."""
    shared = [one for one in situation.shared if one.text and one.rep_id != situation.rep.id]
    if not shared:
        return ()
    return (Line(text("learn-home", count=len(shared))), Buttons((_search_button(),)))
