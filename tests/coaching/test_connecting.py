"""A rep links a calendar: the form, the command, what is told of it, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from coaching import connecting, settings
from coaching.actions import Decision, Reject, ShowForm
from coaching.calls import Call
from coaching.conversation import Conversation
from coaching.decide import decide
from coaching.events import CalendarFailed, Commanded, Submitted, Tapped
from coaching.ids import configured_link, link_id
from coaching.links import Link, Linked, Unlinked
from coaching.messages import Buttons, Line, Moment, Quoted, Tap, Text, text
from coaching.nudge import Nudge, Told
from coaching.spans import Span
from coaching.turn import Situation, after
from tests.coaching.world import (
    NOW,
    a_call,
    a_rep,
    a_situation,
    an_entry,
    asked,
    at,
    calendar_shows,
    keys,
    offered,
    planned,
    play,
    said,
    saved,
    says,
    sends,
    taps,
)

ADDRESS = "https://calendar.example/private-9f1c/Basic.ics"
ID = link_id(a_rep().id, ADDRESS)
NEW = Linked(id=ID, address=ADDRESS)
LINK = Link(id=ID, host="calendar.example", read_at=NOW)
GIVEN = Link(id=configured_link(a_rep().id), host="", read_at=NOW, configured=True)
HOST = Quoted("calendar.example")


def submits(address: str) -> Submitted:
    return Submitted(kind="connect", about="", answers={"address": address})


def unlinks(link: Link) -> Tapped:
    return Tapped(tap=Tap(verb="unlink", about=str(link.id)))


def others(number: int) -> tuple[Link, ...]:
    return tuple(Link(id=UUID(int=n), host=f"c{n}.example") for n in range(number))


def waiting(*links: Link, failing: bool = False, **changes: object) -> Situation:
    """The rep waits to hear what was found in these links."""
    fails = {str(link.id): ("calendar-fails", NOW) for link in links if failing}
    names = frozenset(str(link.id) for link in links)
    talk = Conversation(rep_id=a_rep().id, version=7, new_links=names, failed_links=fails)
    return a_situation(links=links, conversation=talk, **changes)


def a_span(call: Call) -> Span:
    return Span(call.starts_at, call.ends_at)


def line(decision: Decision) -> Text:
    """The first line of the one message sent."""
    (sent,) = sends(decision)
    first = sent.message.blocks[0]
    assert isinstance(first, Line)
    return first.text


# ---- the form and the command ------------------------------------------------------------------


def test_a_tap_opens_a_form_with_one_field_that_says_where_an_address_is_found() -> None:
    reply = decide(taps("connect"), a_situation()).reply
    assert reply == ShowForm(connecting.form())
    form = connecting.form()
    assert [field.name for field in form.fields] == ["address"]
    assert [one.key for one in form.intro] == [
        "connect-google",
        "connect-outlook",
        "connect-secret",
    ]


@pytest.mark.parametrize("words", [ADDRESS, ADDRESS.replace("https", "webcal"), f" {ADDRESS}\n"])
def test_an_address_is_linked_and_the_rep_waits_for_what_is_found(words: str) -> None:
    decision = decide(submits(words), a_situation())
    assert saved(decision, Linked) == (NEW,)
    assert line(decision) == text("connect-taken", host=HOST)
    (talk,) = saved(decision, Conversation)
    assert talk.new_links == {str(ID)}
    assert after(a_situation(), decision.saves).links == (Link(id=ID, host="calendar.example"),)


@pytest.mark.parametrize(
    "words,error",
    [
        ("", text("error-required")),
        ("my calendar", text("error-calendar-address")),
        ("http://calendar.example/a.ics", text("error-calendar-open")),
        (ADDRESS.ljust(2001, "x"), text("error-too-long", length=2001, limit=2000)),
    ],
)
def test_what_is_no_address_is_an_error_at_the_field(words: str, error: Text) -> None:
    decision = decide(submits(words), a_situation())
    assert decision.reply == Reject({"address": error})
    assert (decision.saves, decision.actions) == ((), ())


def test_five_links_are_the_limit_but_one_of_them_may_be_named_again() -> None:
    five = a_situation(links=others(5))
    many = text("error-calendar-many", most=5)
    assert decide(submits(ADDRESS), five).reply == Reject({"address": many})
    open_one = Reject({"address": text("error-calendar-open")})
    assert decide(submits("http://x.example/a"), five).reply == open_one
    again = decide(submits(ADDRESS), a_situation(links=(LINK, *others(4))))
    assert line(again) == text("connect-known", host=HOST)
    assert saved(again, Linked) == ()
    assert saved(decide(submits(ADDRESS), a_situation(links=others(4))), Linked) == (NEW,)


def test_a_link_that_fails_is_begun_anew_when_it_is_named_again() -> None:
    here = waiting(replace(LINK, failing=True), failing=True)
    decision = decide(submits(ADDRESS), here)
    (talk,) = saved(decision, Conversation)
    assert (saved(decision, Linked), dict(talk.failed_links)) == ((NEW,), {})
    assert talk.new_links == {str(ID)}


def test_an_address_behind_the_command_keeps_its_capitals_and_may_be_deleted() -> None:
    for words in (f"connect {ADDRESS}", f"连接日历 {ADDRESS}", f"日历{ADDRESS}"):
        decision = decide(says(words), a_situation())
        assert saved(decision, Linked) == (NEW,)
        assert said(decision) == [["connect-taken", "connect-delete"]]


def test_while_a_question_is_open_an_address_behind_the_command_is_no_answer() -> None:
    decision = decide(says(f"connect {ADDRESS}"), a_situation(asked(a_call())))
    assert (saved(decision, Linked), saved(decision, Call)) == ((NEW,), ())


def test_a_slash_command_links_as_well() -> None:
    decision = decide(Commanded(name="connect", words=ADDRESS), a_situation())
    assert saved(decision, Linked) == (NEW,)


def test_a_wrong_address_behind_the_command_is_not_repeated() -> None:
    decision = decide(says("connect http://calendar.example/private-9f1c"), a_situation())
    assert said(decision) == [["error-calendar-open", "connect-delete"]]
    assert saved(decision, Linked) == ()
    assert "private" not in repr(decision)


def test_no_answer_to_an_address_holds_it() -> None:
    decision = decide(submits(ADDRESS), a_situation())
    assert "private" not in repr(decision)


@pytest.mark.parametrize("words", ["connect", "connect my calendar", "/connect", "日历"])
def test_the_command_alone_shows_the_links_and_how_to_link_one(words: str) -> None:
    decision = decide(says(words), a_situation(links=(GIVEN, LINK)))
    assert said(decision) == [["links-count", "links-configured", "connect-how"]]
    assert offered(sends(decision)[0]) == [("connect", ""), ("unlink", "")]


def test_the_settings_name_each_link_by_its_machine_and_never_the_operators() -> None:
    long = "a-very-long-name-of-a-machine.calendar.example"
    links = (
        GIVEN,
        LINK,
        Link(id=UUID(int=1), host=long),
        Link(id=UUID(int=2), host="", read_at=NOW, failing=True),
    )
    shown = settings.shown(a_situation(links=links))
    assert "links-count" in keys(shown)
    row = [block for block in shown.blocks if isinstance(block, Buttons)][-1]
    assert [one.label for one in row.buttons] == [
        text("button-connect"),
        text("button-unlink", host=HOST, at=Moment(NOW)),
        text("button-unlink-unread", host=Quoted("…" + long[-29:])),
        text("button-unlink-failing", host=Quoted("…")),
    ]


# ---- what came of it ---------------------------------------------------------------------------


def test_once_it_is_read_the_rep_hears_how_many_customer_calls_there_are() -> None:
    far = an_entry("far", starts_at=at("09:00") + timedelta(days=15))
    decision, here = play(waiting(LINK), calendar_shows(an_entry(), far))
    assert line(decision) == text("linked-calls", count=1, days=14)
    assert here.conversation.new_links == frozenset()
    again = decide(calendar_shows(an_entry()), here)
    assert again.actions == ()


def test_entries_that_show_nobody_are_counted_as_questions_to_come() -> None:
    entry = an_entry(people=(), has_people=False)
    decision = decide(calendar_shows(entry), waiting(LINK))
    assert line(decision) == text("linked-unsure", count=1, days=14)


def test_where_nothing_was_found_the_rep_hears_what_counts() -> None:
    assert line(decide(calendar_shows(), waiting(LINK))) == text("linked-none", days=14)


@pytest.mark.parametrize("link", [replace(LINK, read_at=None), replace(LINK, failing=True)])
def test_nothing_is_told_of_a_link_that_was_not_read(link: Link) -> None:
    here = waiting(link)
    decision, later = play(here, calendar_shows(an_entry()))
    assert decision.actions == ()
    assert later.conversation.new_links == {str(ID)}


@pytest.mark.parametrize(
    "why,key", [("calendar-fails", "linked-refused"), ("calendar-away", "linked-away")]
)
def test_a_new_link_that_cannot_be_read_is_told_at_once_and_only_once(why: str, key: str) -> None:
    failed = CalendarFailed(link=str(ID), why=why)
    decision = decide(failed, waiting(replace(LINK, failing=True)))
    assert line(decision) == text(key, host=HOST)
    assert offered(sends(decision)[0]) == [("connect", ""), ("unlink", "")]
    assert saved(decision, Told) == (Told(kind="link", about=str(ID), start=NOW, at=NOW),)
    assert decision.nudges == ()


def test_a_link_known_for_long_that_fails_is_told_by_a_nudge() -> None:
    here = a_situation(links=(LINK,))
    decision = decide(CalendarFailed(link=str(ID), why="calendar-fails"), here)
    assert decision.actions == ()
    assert decision.nudges == (Nudge(kind="link", about=str(ID), start=NOW, at=NOW),)


def test_of_a_link_that_is_gone_nothing_is_told_at_once() -> None:
    here = replace(waiting(LINK), links=())
    assert decide(CalendarFailed(link=str(ID), why="calendar-fails"), here).actions == ()


def test_a_link_that_failed_at_first_is_told_of_when_it_works() -> None:
    failing = waiting(replace(LINK, failing=True))
    _, here = play(failing, CalendarFailed(link=str(ID), why="calendar-away"))
    decision = decide(calendar_shows(an_entry()), replace(here, links=(LINK,)))
    assert line(decision) == text("linked-calls", count=1, days=14)


# ---- unlinking ---------------------------------------------------------------------------------


def test_a_link_is_unlinked_and_nothing_more_is_told_of_it() -> None:
    here = waiting(LINK, *others(1), failing=True)
    decision = decide(unlinks(LINK), here)
    assert saved(decision, Unlinked) == (Unlinked(id=ID),)
    assert line(decision) == text("unlinked", host=HOST)
    now = after(here, decision.saves)
    assert now.links == others(1)
    assert set(now.conversation.failed_links) == {str(UUID(int=0))}
    assert now.conversation.new_links == {str(UUID(int=0))}
    assert decision.busy is None


def test_with_the_last_link_goes_what_was_only_noted() -> None:
    noted, unsure = a_call(), a_call("Nord", key="n", standing="unsure")
    kept = (
        asked(a_call("Asked", key="a")),
        planned(a_call("Planned", key="p")),
        a_call("Over", key="o", starts_at=at("09:00"), ends_at=at("10:00")),
        a_call("Skipped", key="s", standing="skipped"),
    )
    busy = ((noted.key, a_span(noted)),)
    here = a_situation(noted, unsure, *kept, links=(LINK,), busy=busy)
    decision = decide(unlinks(LINK), here)
    off = tuple(replace(one, standing="cancelled", cancelled_at=NOW) for one in (noted, unsure))
    assert (saved(decision, Call), decision.busy) == (off, ())
    assert said(decision) == [["unlinked"]]


def test_what_the_operator_linked_is_unlinked_only_there() -> None:
    decision = decide(unlinks(GIVEN), a_situation(links=(GIVEN,)))
    assert (saved(decision, Unlinked), line(decision)) == ((), text("unlink-configured"))


def test_a_link_that_is_gone_is_answered_not_dropped() -> None:
    decision = decide(unlinks(LINK), a_situation())
    assert (saved(decision, Unlinked), line(decision)) == ((), text("not-here-any-more"))
    forgotten = after(a_situation(), (Unlinked(id=ID),))
    assert forgotten.links == ()
