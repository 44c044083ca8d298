"""Which sale is meant: the one named, the one whose call is nearest, or one to choose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from coaching.answers import folded
from coaching.calls import Call, Opportunity
from coaching.errors import Unknown
from coaching.messages import Button, Buttons, Line, Message, Quoted, Tap, message, text
from coaching.turn import Situation

# Where two sales are as near, the coming call counts: what was is nearer to forgetting.
_PAST_WEIGHS = 2
_SHOWN = 8
# A Chinese name is said by two characters at least.
_SHORT = 2
_BREAKS = ":：,，-—–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """The sale that words name, if they name one, and the words behind its name."""

    sale: Opportunity | None
    rest: str = ""


def opportunity_of(call: Call, situation: Situation) -> Opportunity:
    """The opportunity a call belongs to."""
    try:
        return situation.opportunities[call.opportunity_id]
    except KeyError:
        raise Unknown(f"opportunity {call.opportunity_id}") from None


def of_id(opportunity_id: str, situation: Situation) -> Opportunity | None:
    """The sale of that id, if the rep has or had a call in it."""
    return next((one for one in known(situation) if str(one.id) == opportunity_id), None)


def known(situation: Situation) -> tuple[Opportunity, ...]:
    """The sales in which the rep has calls, the one whose call is nearest to now first."""
    nearest: dict[Opportunity, timedelta] = {}
    for call in situation.calls:
        sale = situation.opportunities.get(call.opportunity_id)
        if sale is None or call.standing == "unsure":
            continue
        away = call.starts_at - situation.now
        far = away if away >= timedelta() else -away * _PAST_WEIGHS
        nearest[sale] = min(far, nearest.get(sale, far))
    return tuple(sorted(nearest, key=lambda sale: (nearest[sale], sale.customer.name)))


def only(situation: Situation) -> Opportunity | None:
    """The one sale there is, where there is no other: nobody need be asked which."""
    there = known(situation)
    return there[0] if len(there) == 1 else None


def meant(words: str, situation: Situation) -> Meant:
    """The sale that words begin with (a customer's name, or its first word), and the rest of them.

    Words that begin with no customer's name are the rest, and name no sale.
    """
    short = words.casefold()
    named = [
        (name, sale)
        for sale in known(situation)
        for name in _names(sale.customer.name)
        if short.startswith(name) and _ends(short, name)
    ]
    if not named:
        named = _begun(short, situation)
    if not named:
        return Meant(sale=None, rest=words.strip())
    name, sale = max(named, key=lambda one: len(one[0]))
    return Meant(sale=sale, rest=words[len(name) :].strip().lstrip(_BREAKS).strip())


def _begun(short: str, situation: Situation) -> list[tuple[str, Opportunity]]:
    """The one customer whose Chinese name begins as the words do: it is rarely said whole.

    Where the name came from a mail domain, the Chinese one stands in the titles of the calls.
    """
    head = _head(short)
    begun = [
        (head, sale)
        for sale in known(situation)
        if any(_is_short_for(head, name) for name in _called(sale, situation))
    ]
    return begun if len(begun) == 1 else []


def begins(words: str, customer: str) -> bool:
    """Whether folded words begin with a customer's name, its first word or a Chinese short form."""
    named = any(words.startswith(name) and _ends(words, name) for name in _names(customer))
    return named or _is_short_for(_head(words), customer)


def _head(short: str) -> str:
    return re.split(rf"[\s{re.escape(_BREAKS)}]", short, maxsplit=1)[0]


def _is_short_for(head: str, customer: str) -> bool:
    return not head.isascii() and len(head) >= _SHORT and folded(customer).startswith(head)


def _called(sale: Opportunity, situation: Situation) -> tuple[str, ...]:
    titles = (call.title for call in situation.calls if call.opportunity_id == sale.id)
    return (sale.customer.name, *titles)


def _names(customer: str) -> tuple[str, ...]:
    whole = folded(customer)
    first = whole.partition(" ")[0]
    return (whole, first) if len(first) > len("the") else (whole,)


def _ends(short: str, name: str) -> bool:
    """Whether the name is a word of its own there; in Chinese no blank parts it from the next."""
    rest = short[len(name) :]
    return not rest or not rest[0].isalnum() or not name.isascii()


def ask_which(command: str, situation: Situation) -> Message:
    """Asks which sale a command is about; says so where there is none."""
    sales = known(situation)[:_SHOWN]
    if not sales:
        return message(Line(text("no-sale-known")))
    buttons = tuple(
        Button(
            label=text("button-sale", customer=Quoted(sale.customer.name)),
            tap=Tap(verb="sale", about=str(sale.id), value=command),
        )
        for sale in sales
    )
    return message(Line(text("which-sale")), Buttons(buttons))
