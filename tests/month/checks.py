"""Holds what was said in a month against what the raw answers give."""

from __future__ import annotations

from collections import Counter
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from bot.replay.ear import keys
from coaching.messages import Buttons, Message
from tests.month import figures, managed, pages
from tests.month.acting import Page
from tests.month.deeds import Seller
from tests.month.figures import Shown, Standing
from tests.month.playing import Played, Said
from tests.month.reading import line, lines, series
from tests.month.team import ZONE, Month

# Small print that only one kind of unasked message has.
WHYS = ("why-prompt", "why-reminder", "why-review", "why-review-reminder", "why-promise")
LEDGER = ("ledger-share", "ledger-share-percent", "ledger-unknown", "ledger-moved")
PRACTICE = (
    *("practice-tries-none", "practice-tries", "practice-tries-enough"),
    *("practice-quantity", "practice-quantity-there"),
)
HOME = (
    *("home-more", "cause-recurs", "survey-home", "ledger-share", "ledger-share-percent"),
    *("practice-home", "practice-home-none", "home-known"),
)
TEAM = {"team-none", "team-held", "team-outcomes", "team-rate", "team-attitude"}
TEAM |= {"team-attitude-none", "team-promises", "team-promises-unknown", "team-each"}
OPENS, CLOSES = time(8, 30), time(18, 30)


# ---- the digest --------------------------------------------------------------------------------


def digests(month: Month, played: Played) -> None:
    """One digest a week with its thread; each figure, the picture's too, is the recomputed one."""
    posts = [one.heard.envelope.message for one in played.said if one.to == "channel"]
    told = [(lines(post), lines(more)) for post, more in zip(posts[::2], posts[1::2], strict=True)]
    fridays = figures.fridays(month)
    assert told == [(figures.digest(month, day), figures.details(month, day)) for day in fridays]
    assert [series(post) for post in posts[::2]] == [figures.chart(month, day) for day in fridays]


# ---- the reps' pages ---------------------------------------------------------------------------


def own_pages(month: Month, played: Played) -> None:
    """Every figure on every page that a rep looked at."""
    by_address = {one.address: one for one in month.sellers}
    for page in played.pages:
        if page.who in by_address:
            stands = figures.standing(month, page.at)
            of = f"{page.name} {page.about} of {page.who} at {page.at}"
            got, wanted = _read(page), _wanted(page, stands, by_address[page.who], month)
            assert (of, got) == (of, wanted)


def _read(page: Page) -> object:
    """The figures that a page shows."""
    shown = page.message
    match page.name:
        case "promises":
            return line(shown, *LEDGER), _sorts(shown)
        case "practice":
            return line(shown, *PRACTICE)
        case "survey":
            return [(key, values.get("score")) for key, values in line(shown, "survey-score")]
        case "objection":
            return line(shown, "cause-recurs")
        case "sale":
            found = line(shown, "sale-promises", "sale-needs", "needs-unheard", "sale-objections")
            counts = ("count", "explicit", "implied")
            return [(key, {one: said[one] for one in counts if one in said}) for key, said in found]
        case _:
            return [(key, _counts(values)) for key, values in line(shown, *HOME)]


def _counts(values: object) -> object:
    """The figures of a line, without how far back they reach."""
    assert isinstance(values, dict)
    return {name: value for name, value in values.items() if name not in {"days", "since"}}


def _sorts(shown: Message) -> dict[str, int]:
    found = Counter(key for key, _ in lines(shown))
    still_open = ("ledger-due", "ledger-overdue", "ledger-due-moved", "ledger-overdue-moved")
    return {
        "open": sum(found[key] for key in still_open),
        "settled": found["ledger-settled"] + found["ledger-settled-moved"],
        "dressed": found["ledger-dressed-undated"] + found["ledger-dressed-dated"],
    }


def _wanted(page: Page, stands: Standing, seller: Seller, month: Month) -> object:
    match page.name:
        case "promises":
            return pages.ledger(stands, seller), pages.listed(stands, seller)
        case "practice":
            return pages.practice(stands, seller)
        case "survey":
            found = pages.surveyed(stands, seller)
            return [("survey-score", pages.score(found.answers))] if found else []
        case "objection":
            return pages.recurs(stands, seller)
        case "sale":
            every = (one.customer for one in month.meetings)
            return pages.sale(stands, seller, next(one for one in every if one.name == page.about))
        case _:
            return pages.home(stands, seller)


# ---- the manager's pages -----------------------------------------------------------------------


def managers_pages(month: Month, played: Played) -> None:
    """The team's four weeks, and which comparisons were told with which figures."""
    shown = [one for one in played.pages if one.who == "manager"]
    assert [one.name for one in shown] == ["team", "evaluate"] * (len(shown) // 2)
    for page in shown:
        if page.name == "team":
            wanted = managed.team(month, page.at)
            keys_of_all = {key for key, _ in wanted} | TEAM
            assert line(page.message, *keys_of_all) == wanted
            assert series(page.message) == managed.weeks(month, page.at)
        else:
            _evaluation(page, month)


def _evaluation(page: Page, month: Month) -> None:
    shown = page.message
    assert line(shown, "evaluate-people") == [("evaluate-people", {"people": len(month.sellers)})]
    found = managed.compared(month, page.at)
    enough = [one for one in found if one.is_enough]
    told = line(shown, "evaluate-success-reported")
    bare = [{name: said[name] for name in said if name != "found"} for _, said in told]
    assert bare == [one.values() for one in enough]
    for one, (_, said) in zip(enough, told, strict=True):
        _interval(said["found"], one.found())
    lacking = [said["count"] for _, said in line(shown, "not-yet-success-reported")]
    assert lacking == ([len(found) - len(enough)] if len(enough) < len(found) else [])
    # Four weeks are the beginning: there is nothing since to be held against it.
    assert line(shown, "evaluate-began-reported", "evaluate-own") == []


def _interval(told: object, wanted: tuple[float, float, float, float]) -> None:
    """The difference, its interval and effect, as said; a point of rounding either way."""
    assert isinstance(told, tuple)
    key, values = told
    difference, low, high, effect = wanted
    assert key == "found-open-points" or low > 0 or high < 0
    for name, exact in (("difference", difference), ("low", low), ("high", high)):
        assert abs(_number(values[name]) - max(-100.0, min(100.0, exact))) <= 0.5 + 1e-6, name
    assert abs(_number(values["effect"]) - effect) <= 0.005 + 1e-6


def _number(said: str) -> float:
    return float(said.replace("−", "-"))


# ---- when, and to whom -------------------------------------------------------------------------


def nobody_is_disturbed(month: Month, played: Played) -> None:
    """Nothing comes of itself outside working hours, on a weekend, or during a rep's own call."""
    for seller in month.sellers:
        for one in _unasked(played, seller):
            at = one.at.astimezone(ZoneInfo(seller.zone))
            said = (seller.name, at, keys(one.heard.envelope.message))
            assert (said, at.weekday() < 5 and OPENS <= at.time() <= CLOSES) == (said, True)
            assert (said, _is_busy(month, seller, one)) == (said, False)


def _unasked(played: Played, seller: Seller) -> list[Said]:
    return [
        one
        for one in played.said
        if one.to == seller.name and one.unasked and not one.heard.changed
    ]


def _is_busy(month: Month, seller: Seller, one: Said) -> bool:
    stands = figures.standing(month, one.at)
    return any(
        part.starts_at < one.at < part.ends_at for part in stands.of(seller) if not part.cancelled
    )


def nobody_is_told_twice(month: Month, played: Played) -> None:
    """No message is sent twice, and nobody is asked the same of the same call twice."""
    sent = Counter(one.heard.envelope.id for one in played.said if not one.heard.changed)
    assert [name for name, times in sent.items() if times > 1] == []
    for seller in month.sellers:
        asked = Counter(
            (why, _about(one), _start(one))
            for one in _unasked(played, seller)
            for why in WHYS
            if why in keys(one.heard.envelope.message)
        )
        twice = [one for one, times in asked.items() if times > 1]
        assert (seller.name, twice) == (seller.name, [])


def _about(one: Said) -> str:
    """What the message is about: its first button's call or promise."""
    rows = [block for block in one.heard.envelope.message.blocks if isinstance(block, Buttons)]
    return rows[0].buttons[0].tap.about if rows else one.heard.envelope.id


def _start(one: Said) -> str:
    """What it is for: the start of a call, which may be moved far, or a promise's day likewise."""
    _, _, tail = one.heard.envelope.id.rpartition("/")
    return tail


def no_name_is_given_away(month: Month, played: Played) -> None:
    """The channel hears no customer, and no rep but those who chose to share."""
    names = {one.name for one in month.sellers}
    customers = {one.customer.name for one in month.meetings}
    for one in played.said:
        if one.to == "channel":
            said = lines(one.heard.envelope.message)
            shared = {values["name"] for key, values in said if key == "digest-learning"}
            others: list[Shown] = [each for each in said if each[0] != "digest-learning"]
            plain = " ".join(str(values) for _, values in others)
            assert {name for name in names | customers if name in plain} == set()
            assert shared <= names


def nobody_stands_alone(played: Played) -> None:
    """No figure that the judge or a survey gives stands on fewer than five people."""
    messages = [one.heard.envelope.message for one in played.said if one.to == "channel"]
    messages += [one.message for one in played.pages if one.who == "manager"]
    for shown in messages:
        for key, values in lines(shown):
            if "people" in values and key != "evaluate-people":
                assert (key, values["people"]) >= (key, managed.FEWEST)


def the_digest_comes_once_a_week(month: Month, played: Played) -> None:
    """On Fridays at four in the team's zone, and nowhere but in its channel."""
    zone = ZoneInfo(ZONE)
    posts = [one for one in played.said if "digest-heading" in keys(one.heard.envelope.message)]
    assert {one.to for one in posts} == {"channel"}
    at = [one.at.astimezone(zone) for one in posts]
    assert [one.date() for one in at] == figures.fridays(month)
    assert {one.time() for one in at} <= {time(16)} or all(
        one - timedelta(seconds=10) <= one.replace(hour=16, minute=0, second=0) for one in at
    )
