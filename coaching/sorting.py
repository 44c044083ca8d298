"""Which calendar entries are coached, why or why not, and who the customer is (DESIGN §3)."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from unicodedata import normalize

from coaching.domains import BOTS, FREE_MAIL, registrable, within
from coaching.meetings import Entry, Lesson, Person, Reason, Rules, Sorted

RULES = Rules(free_mail=FREE_MAIL, bots=BOTS)

_UPPER = 3
_LEGAL = {"gmbh": "GmbH", "ag": "AG", "kg": "KG", "se": "SE", "sa": "SA", "llc": "LLC", "bv": "BV"}
_SCOPES: tuple[str, ...] = ("occurrence", "series", "customer")


def sort(entry: Entry, rules: Rules, me: str) -> Sorted:
    """Whether an entry is coached for the owner of the address `me`, and the first reason found.

    What the calendar says goes before what the rep taught, that before titles, titles before
    people. Nothing about the people of a private entry is given on.
    """
    if entry.private and entry.status != "cancelled":
        return Sorted(coached=False, reason="private")
    others = () if entry.private else _others(entry, rules, me)
    external = tuple(person for person in others if _is_external(person, rules, me))
    customer = _customer(external, rules)
    reason = _ruled_out(entry, me) or _taught(entry, customer, rules) or _by_title(entry, rules)
    reason = reason or _by_people(entry, rules, others=others, external=external)
    coached = reason in {"external", "title_coached", "rep_coached"}
    return Sorted(coached=coached, reason=reason, customer=customer, others=others)


def blocks(entry: Entry, me: str) -> bool:
    """Whether the rep is not to be disturbed during an entry: busy, and not declined by them."""
    return entry.blocks and not _declined(entry, me)


def organizes(entry: Entry, me: str) -> bool:
    """Whether the owner of the address `me` organises it."""
    return any(person.organizer and _is_me(person, me) for person in entry.people)


def of_customer(customer: str, people: tuple[Person, ...], rules: Rules) -> tuple[Person, ...]:
    """Those of the people who are of that customer."""
    return tuple(person for person in people if _customer_key(person, rules) == customer)


def customer_name(key: str, people: tuple[Person, ...] = ()) -> str:
    """A customer's name as people say it: from the domain, or at free mail the person's own."""
    if "@" in key:
        named = (person for person in people if person.address == key)
        return display_name(next(named, Person(address=key)))
    label = _unicode(registrable(key).split(".")[0])
    if len(label) <= _UPPER:
        return label.upper()
    words = re.split(r"[-_]+", label)
    return " ".join(_LEGAL.get(word, word[:1].upper() + word[1:]) for word in words if word)


def display_name(person: Person) -> str:
    """A person's name, or where none is given the part before the @ written like one."""
    if person.name.strip() and "@" not in person.name:
        return person.name.strip()
    words = re.split(r"[._\-+]+", person.address.partition("@")[0])
    return " ".join(word[:1].upper() + word[1:] for word in words if word)


def title_matches(title: str, terms: tuple[str, ...]) -> bool:
    """Whether one of the terms stands in a title as whole words, whatever case and width."""
    folded = folded_title(title)
    return any(_pattern(term).search(folded) for term in terms if term.strip())


def folded_title(title: str) -> str:
    """A title for comparing: one width, one case, single blanks."""
    return " ".join(normalize("NFKC", title).casefold().split())


def _ruled_out(entry: Entry, me: str) -> Reason | None:
    """What the calendar itself says against coaching."""
    if entry.status == "cancelled":
        return "cancelled"
    if entry.all_day:
        return "all_day"
    if entry.unknown_zone:
        return "unknown_zone"
    if entry.shows_as != "busy":
        return "free" if entry.shows_as == "free" else "out_of_office"
    return "declined" if _declined(entry, me) else None


def _taught(entry: Entry, customer: str, rules: Rules) -> Reason | None:
    """What the rep taught: the most specific lesson, and of two alike the later one."""
    values = {"occurrence": entry.key, "series": entry.uid, "customer": customer}
    fitting = [one for one in rules.lessons if one.value and values[one.scope] == one.value]
    if not fitting:
        return None
    return "rep_coached" if min(reversed(fitting), key=_width).coached else "rep_ignored"


def _width(lesson: Lesson) -> int:
    """How much a lesson covers."""
    return _SCOPES.index(lesson.scope)


def _by_title(entry: Entry, rules: Rules) -> Reason | None:
    """Titles the operator leaves out."""
    return "title_ignored" if title_matches(entry.title, rules.ignore_titles) else None


def _by_people(
    entry: Entry, rules: Rules, *, others: tuple[Person, ...], external: tuple[Person, ...]
) -> Reason:
    """What the people say; where they are not known, the titles the operator wants coached."""
    if external:
        return "external"
    if entry.has_people and others:
        return "internal"
    if title_matches(entry.title, rules.coach_titles):
        return "title_coached"
    return "nobody_else" if entry.has_people else "no_attendees"


def _others(entry: Entry, rules: Rules, me: str) -> tuple[Person, ...]:
    """The people in it besides the owner: no rooms, no note-takers."""
    return tuple(
        person
        for person in entry.people
        if not (person.resource or _is_me(person, me) or _is_bot(person, rules))
    )


def _is_me(person: Person, me: str) -> bool:
    return person.address == me.strip().lower()


def _declined(entry: Entry, me: str) -> bool:
    return any(person.response == "declined" and _is_me(person, me) for person in entry.people)


def _is_bot(person: Person, rules: Rules) -> bool:
    addresses = {bot for bot in rules.bots if "@" in bot}
    hosts = [bot for bot in rules.bots if "@" not in bot and "." in bot]
    words = tuple(bot for bot in rules.bots if "@" not in bot and "." not in bot)
    local = re.sub(r"[._\-+]+", " ", person.address.partition("@")[0])
    return (
        person.address in addresses
        or within(person.domain, hosts)
        or title_matches(person.name, words)
        or title_matches(local, words)
    )


def _is_external(person: Person, rules: Rules, me: str) -> bool:
    """Whether somebody is of another company; an address without a domain is one of ours.

    The domain of `me` is always own, unless it is at a free-mail provider.
    """
    home = me.strip().lower().rpartition("@")[2]
    own = rules.own_domains | ({home} - rules.free_mail)
    return bool(person.domain) and not within(person.domain, own)


def _customer(external: tuple[Person, ...], rules: Rules) -> str:
    """The company with most people in it; of two alike the organiser's, then the first."""
    keys = [_customer_key(person, rules) for person in external]
    counted = Counter(keys)
    hosts = {key for key, person in zip(keys, external, strict=True) if person.organizer}
    return max(counted, key=lambda key: (counted[key], key in hosts), default="")


def _customer_key(person: Person, rules: Rules) -> str:
    return person.address if person.domain in rules.free_mail else registrable(person.domain)


@lru_cache(maxsize=1024)
def _pattern(term: str) -> re.Pattern[str]:
    """A term as whole words; Chinese has no blanks, so there any place will do."""
    folded = folded_title(term)
    before = r"(?<!\w)" if _has_edges(folded[0]) else ""
    after = r"(?!\w)" if _has_edges(folded[-1]) else ""
    return re.compile(before + re.escape(folded) + after)


def _has_edges(letter: str) -> bool:
    """Whether words with that letter are set apart by blanks (Chinese, Japanese, Thai are not)."""
    return letter.isalnum() and not "\u0e00" <= letter <= "\u0eff" and letter < "\u2e80"


def _unicode(label: str) -> str:
    """An internationalised label as it is written; what cannot be read stays as it is."""
    try:
        return label.encode().decode("idna")
    except UnicodeError:
        return label
