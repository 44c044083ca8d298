"""Which entries are coached and why, who the customer is, and what they are called."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from coaching.meetings import Entry, Lesson, Person, Reason, Rules, Sorted
from coaching.sorting import (
    RULES,
    blocks,
    customer_name,
    display_name,
    organizes,
    sort,
    title_matches,
)

ME = "sam.reed@northbeam.example"
START = datetime(2026, 11, 24, 13, tzinfo=UTC)
SAM = Person(address=ME, name="Sam Reed", response="accepted", organizer=True)
KIM = Person(address="kim@northbeam.example", name="Kim Cho")
MARA = Person(address="mara.voss@halden-paper.example", name="Mara Voss")
JENS = Person(address="jens.olt@halden-paper.example", name="Jens Olt")
IDA = Person(address="ida@harbour-mills.example", name="Ida Lund")
ANN = Person(address="ann.bell@gmail.com", name="Ann Bell")
ROOM = Person(address="spree@halden-paper.example", name="Spree", resource=True)


def entry(*people: Person, title: str = "Line 2") -> Entry:
    return Entry(
        uid="line2",
        occurrence="2026-11-24T13:00:00Z",
        title=title,
        starts_at=START,
        ends_at=START + timedelta(hours=1),
        people=people,
        has_people=bool(people),
    )


CALL = entry(SAM, MARA)


def test_a_call_with_a_customer_is_coached() -> None:
    found = sort(entry(SAM, KIM, MARA, ROOM), RULES, ME)
    assert found == Sorted(
        coached=True, reason="external", customer="halden-paper.example", others=(KIM, MARA)
    )


@pytest.mark.parametrize(
    "one, reason",
    [
        (replace(CALL, status="cancelled"), "cancelled"),
        (replace(CALL, status="tentative"), "external"),
        (replace(CALL, all_day=True), "all_day"),
        (replace(CALL, unknown_zone="Mars/Base"), "unknown_zone"),
        (replace(CALL, shows_as="free"), "free"),
        (replace(CALL, shows_as="out_of_office"), "out_of_office"),
        (entry(replace(SAM, response="declined"), MARA), "declined"),
        (entry(SAM, replace(MARA, response="declined")), "external"),
        (entry(SAM, MARA, title="LUNCH with Mara"), "title_ignored"),
        (entry(SAM, MARA, title="Lunchtime talk"), "external"),
        (entry(SAM, KIM), "internal"),
        (entry(SAM, KIM, title="Customer visit"), "internal"),
        (entry(SAM), "nobody_else"),
        (entry(SAM, ROOM), "nobody_else"),
        (entry(SAM, title="Customer visit"), "title_coached"),
        (entry(), "no_attendees"),
        (entry(title="customer  VISIT Halden"), "title_coached"),
        (entry(title="Customer visit and lunch"), "title_ignored"),
        (replace(entry(KIM), has_people=False), "no_attendees"),
        (replace(entry(MARA), has_people=False), "external"),
        (entry(SAM, Person(address="fred@fireflies.ai")), "nobody_else"),
        (entry(SAM, Person(address="x7@read.ai", name="Read.ai Meeting Notes")), "nobody_else"),
        (entry(SAM, Person(address="no-reply@webinar.example")), "nobody_else"),
        (entry(SAM, Person(address="c_1@group.calendar.google.com")), "nobody_else"),
        (entry(SAM, Person(address="", name="/o=northbeam/cn=kim")), "internal"),
        (entry(SAM, Person(address="lee@emea.northbeam.example")), "internal"),
        (entry(SAM, Person(address="lee@notnorthbeam.example")), "external"),
    ],
)
def test_each_entry_has_its_first_reason(one: Entry, reason: Reason) -> None:
    rules = replace(RULES, ignore_titles=("lunch",), coach_titles=("customer visit",))
    found = sort(one, rules, ME)
    coached = reason in {"external", "title_coached"}
    assert (found.reason, found.coached) == (reason, coached)


def test_nothing_is_said_about_a_private_entry() -> None:
    private = replace(CALL, private=True)
    taught = Lesson(scope="series", value="line2", coached=True)
    rules = replace(RULES, lessons=(taught,))
    assert sort(private, rules, ME) == Sorted(coached=False, reason="private")
    off = replace(private, status="cancelled")
    assert sort(off, rules, ME) == Sorted(coached=False, reason="cancelled")


def lesson(scope: str, *, coached: bool) -> Lesson:
    values = {"occurrence": CALL.key, "series": "line2", "customer": "halden-paper.example"}
    return {
        "occurrence": Lesson(scope="occurrence", value=values["occurrence"], coached=coached),
        "series": Lesson(scope="series", value=values["series"], coached=coached),
        "customer": Lesson(scope="customer", value=values["customer"], coached=coached),
    }[scope]


@pytest.mark.parametrize(
    "lessons, reason",
    [
        ((lesson("customer", coached=False),), "rep_ignored"),
        ((lesson("customer", coached=False), lesson("series", coached=True)), "rep_coached"),
        ((lesson("occurrence", coached=False), lesson("series", coached=True)), "rep_ignored"),
        ((lesson("series", coached=False), lesson("series", coached=True)), "rep_coached"),
        ((lesson("series", coached=True), lesson("series", coached=False)), "rep_ignored"),
        ((Lesson(scope="series", value="another", coached=False),), "external"),
        ((Lesson(scope="customer", value="", coached=False),), "external"),
    ],
)
def test_of_what_the_rep_taught_the_narrowest_counts_and_then_the_latest(
    lessons: tuple[Lesson, ...], reason: Reason
) -> None:
    assert sort(CALL, replace(RULES, lessons=lessons), ME).reason == reason


def test_what_the_rep_taught_goes_before_titles_but_not_before_the_calendar() -> None:
    rules = replace(RULES, ignore_titles=("line",), lessons=(lesson("series", coached=True),))
    assert sort(CALL, rules, ME).reason == "rep_coached"
    assert sort(replace(CALL, shows_as="free"), rules, ME).reason == "free"
    assert sort(entry(), rules, ME) == Sorted(coached=True, reason="rep_coached")


@pytest.mark.parametrize(
    "people, customer",
    [
        ((SAM, MARA, IDA, JENS), "halden-paper.example"),
        ((SAM, MARA, IDA), "halden-paper.example"),
        ((SAM, MARA, replace(IDA, organizer=True)), "harbour-mills.example"),
        ((SAM, ANN), "ann.bell@gmail.com"),
        ((SAM, ANN, Person(address="bo@gmail.com"), MARA, JENS), "halden-paper.example"),
        ((SAM, Person(address="a@eu.kiln.co.uk"), Person(address="b@kiln.co.uk")), "kiln.co.uk"),
        ((SAM, KIM), ""),
    ],
)
def test_the_customer_is_the_company_with_most_people(
    people: tuple[Person, ...], customer: str
) -> None:
    assert sort(entry(*people), RULES, ME).customer == customer


def test_at_a_free_mail_provider_only_the_rep_is_own() -> None:
    mine = Person(address="sam@gmail.com")
    assert sort(entry(mine, ANN), RULES, "Sam@Gmail.com ") == Sorted(
        coached=True, reason="external", customer="ann.bell@gmail.com", others=(ANN,)
    )


def test_configured_domains_are_own_beside_that_of_the_rep() -> None:
    rules = replace(RULES, own_domains=frozenset({"halden-paper.example"}))
    assert sort(entry(SAM, KIM, MARA), rules, ME).reason == "internal"
    assert sort(entry(SAM, IDA), rules, ME).reason == "external"


def test_without_rules_everybody_is_a_person() -> None:
    bot = Person(address="fred@fireflies.ai")
    assert sort(entry(SAM, bot), Rules(), ME).customer == "fireflies.ai"


@pytest.mark.parametrize(
    "title, term, matches",
    [
        ("Team lunch", "lunch", True),
        ("ＴＥＡＭ ＬＵＮＣＨ", "team lunch", True),
        ("Launch", "lunch", False),
        ("1:1 Kim", "1:1", True),
        ("11:15", "1:1", False),
        ("Q&A (internal)", "(internal)", True),
        ("销售周会", "周会", True),
        ("周会A", "周会", True),
        ("Straße", "STRASSE", True),
        ("anything", "  ", False),
    ],
)
def test_titles_match_as_whole_words(title: str, term: str, matches: bool) -> None:
    assert title_matches(title, (term,)) is matches


@pytest.mark.parametrize(
    "key, name",
    [
        ("halden-paper.com", "Halden Paper"),
        ("dhl.com", "DHL"),
        ("mueller-gmbh.de", "Mueller GmbH"),
        ("kiln.co.uk", "Kiln"),
        ("hengda.com.cn", "Hengda"),
        ("contoso.onmicrosoft.com", "Contoso"),
        ("sub.halden-paper.com", "Halden Paper"),
        ("xn--mller-kva.de", "Müller"),
        ("xn--a.de", "Xn A"),
        ("ann.bell@gmail.com", "Ann Bell"),
        ("bo_li-chen@qq.com", "Bo Li Chen"),
        ("", ""),
    ],
)
def test_a_customer_is_called_as_people_say_it(key: str, name: str) -> None:
    assert customer_name(key, (MARA, replace(ANN, name="Ann Bell"))) == name


def test_an_address_in_place_of_a_name_is_written_like_one() -> None:
    person = Person(address="mara.voss@halden.example", name="mara.voss@halden.example")
    assert display_name(person) == "Mara Voss"
    assert display_name(replace(person, name=" Mara V. ")) == "Mara V."


def test_what_the_rep_declined_does_not_block() -> None:
    assert blocks(CALL, ME)
    assert not blocks(entry(replace(SAM, response="declined"), MARA), ME)
    assert not blocks(replace(CALL, status="cancelled"), ME)


def test_the_rep_organises_what_they_set_up() -> None:
    assert organizes(CALL, ME.upper())
    assert not organizes(entry(replace(MARA, organizer=True), replace(SAM, organizer=False)), ME)
