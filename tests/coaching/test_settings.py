"""A rep's own settings: shown, changed by form, and the pause."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching import commands, settings
from coaching.actions import Decision, Reject, ShowForm
from coaching.decide import decide
from coaching.events import Submitted
from coaching.forms import CheckField, ChoiceField, TextField
from coaching.links import Link
from coaching.messages import Buttons, Line, Quoted, Text, text
from coaching.people import LANGUAGES, Policy, Preferences, Rep
from coaching.turn import Situation
from tests.coaching.world import NOW, a_rep, a_situation, at, keys, offered, saved, says, taps
from tests.coaching.world_after import said

ZONES = frozenset({"Europe/Berlin", "Asia/Shanghai", "America/New_York"})
COUNTRIES = frozenset({"DE", "CN", "US"})
USUAL = {
    "language": "en",
    "zone": "Europe/Berlin",
    "country": "DE",
    "day_starts": "08:30",
    "day_ends": "18:30",
    **dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), "yes"),
    "prompt_before": "180",
    **dict.fromkeys(("cues", "reminders", "agendas"), "yes"),
}


def here(rep: Rep | None = None, **changes: object) -> Situation:
    names = {"zones": ZONES, "countries": COUNTRIES}
    return a_situation(**{"rep": rep or a_rep(), **names, **changes})


def sent(situation: Situation, answers: dict[str, str]) -> Decision:
    event = Submitted(kind="settings", about="", answers={**USUAL, **answers})
    return decide(event, situation)


def errors(**answers: str) -> dict[str, Text]:
    decision = sent(here(), answers)
    assert (decision.saves, decision.actions) == ((), ())
    assert isinstance(decision.reply, Reject)
    return dict(decision.reply.errors)


def rep_after(situation: Situation | None = None, **answers: str) -> Rep:
    return saved(sent(situation or here(), answers), Rep)[0]


# ---- shown -------------------------------------------------------------------------------------


def test_the_settings_are_shown_with_the_way_to_change_and_to_pause() -> None:
    message = settings.shown(here())
    expected = ["settings-zone", "settings-hours", "settings-nudges", "links-none"]
    assert keys(message) == [*expected, "settings-privacy"]
    assert offered(message) == [("settings", ""), ("pause", ""), ("connect", "")]
    # No button stands between the lines.
    assert [isinstance(block, Buttons) for block in message.blocks] == [False] * 5 + [True] * 2


def test_how_long_before_a_call_is_said_in_hours_where_they_are_whole() -> None:
    form = settings.form(here())
    (asked,) = (field for field in form.fields if field.name == "prompt_before")
    assert isinstance(asked, ChoiceField)
    lengths = [option.label.values["length"] for option in asked.options]
    assert [one.key for one in lengths if isinstance(one, Text)] == [
        "length-minutes",
        *["length-hours"] * 4,
    ]


def test_a_pause_is_shown_with_the_way_back() -> None:
    message = settings.shown(here(a_rep(paused_until=at("08:30", day=30))))
    assert keys(message)[3] == "paused-until"
    assert offered(message) == [("settings", ""), ("resume", ""), ("connect", "")]


def test_a_pause_that_is_over_is_not_shown() -> None:
    assert offered(settings.shown(here(a_rep(paused_until=NOW))))[1] == ("pause", "")


def test_an_unknown_zone_is_said_to_be_missing() -> None:
    message = settings.shown(here(a_rep(zone=None), work=None, policy=Policy(cues=False)))
    assert keys(message)[0] == "settings-zone-unknown"


def test_the_welcome_asks_for_the_zone_only_where_it_is_unknown() -> None:
    calendar = "welcome-calendar"
    assert keys(settings.welcome(here()))[1:] == ["welcome-when", "welcome-private", calendar]
    assert keys(settings.welcome(here(work=None)))[3:] == ["welcome-zone", calendar]


def test_the_welcome_offers_to_link_a_calendar_where_none_is() -> None:
    linked = settings.welcome(here(links=(Link(id=UUID(int=9), host="calendar.example"),)))
    assert keys(linked) == ["welcome", "welcome-when", "welcome-private"]
    assert offered(linked) == [("settings", "")]
    assert offered(settings.welcome(here())) == [("connect", ""), ("settings", "")]


def test_the_welcome_and_the_form_say_the_times_of_the_policy() -> None:
    policy = Policy(prompt_before=timedelta(hours=5), cue_before=timedelta(minutes=20))
    situation = here(policy=policy)
    welcome = Line(text("welcome-when", before=text("length-hours", hours=5)))
    cues = text("field-cues", before=text("length-minutes", minutes=20))
    assert welcome in settings.welcome(situation).blocks
    assert cues in [field.label for field in settings.form(situation).fields]


# ---- the form ----------------------------------------------------------------------------------


def test_the_form_opens_with_the_settings_as_they_are() -> None:
    policy = replace(Policy(), prompt_before=timedelta(minutes=45), agendas=False)
    reply = decide(taps("settings"), here(policy=policy)).reply
    assert isinstance(reply, ShowForm)
    initial = {
        field.name: field.initial
        for field in reply.form.fields
        if isinstance(field, TextField | ChoiceField | CheckField)
    }
    days = dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), True) | {"sat": False, "sun": False}
    assert initial == {
        "language": "en",
        "zone": "Europe/Berlin",
        "country": "",
        "day_starts": "08:30",
        "day_ends": "18:30",
        **days,
        "prompt_before": "45",
        "cues": True,
        "reminders": True,
        "agendas": False,
    }


def test_the_form_sent_as_it_opens_changes_nothing_and_goes_on_following_the_policy() -> None:
    rep = a_rep(country="DE")
    decision = sent(here(rep), {})
    assert saved(decision, Rep) == (rep,)
    assert said(decision) == ["settings-saved"]


def test_all_settings_are_taken() -> None:
    rep = rep_after(
        language="zh-Hans",
        zone="Asia/Shanghai",
        country="cn",
        day_starts="9:00",
        day_ends="20:15",
        mon="",
        sat="yes",
        prompt_before="60",
        cues="",
        reminders="",
        agendas="",
    )
    preferences = Preferences(
        workdays=frozenset({1, 2, 3, 4, 5}),
        day_starts=time(9),
        day_ends=time(20, 15),
        prompt_before=timedelta(hours=1),
        cues=False,
        reminders=False,
        agendas=False,
    )
    expected = a_rep(
        language="zh-Hans", zone="Asia/Shanghai", country="CN", preferences=preferences
    )
    assert rep == expected


def test_every_language_on_offer_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "LANGUAGES", (*LANGUAGES, "nb"))
    assert str(rep_after(language="nb").language) == "nb"


def test_a_setting_chosen_before_stays_chosen() -> None:
    rep = a_rep(preferences=Preferences(cues=False, day_starts=time(7)))
    policy = rep.preferences.over(Policy())
    after = rep_after(here(rep, policy=policy), cues="", day_starts="07:00", day_ends="17:00")
    expected = Preferences(cues=False, day_starts=time(7), day_ends=time(17))
    assert after.preferences == expected


@pytest.mark.parametrize("written", ["8:30", "8：30", "08:30", " 8:30 ", "０８:３０"])
def test_a_time_is_taken_as_people_write_it(written: str) -> None:
    rep = rep_after(here(policy=Policy(day_starts=time(7))), day_starts=written)
    assert rep.preferences.day_starts == time(8, 30)


@pytest.mark.parametrize("written", ["24:00", "8", "830", "8:5", "25:00", "8:60", "half", "8.30"])
def test_what_is_no_time_is_named(written: str) -> None:
    assert errors(day_starts=written) == {"day_starts": text("error-time")}


@given(hour=st.integers(0, 22), minute=st.integers(0, 59))
def test_every_minute_can_be_written(hour: int, minute: int) -> None:
    situation = here(policy=Policy(day_starts=time(23)))
    rep = rep_after(situation, day_starts=f"{hour}:{minute:02}", day_ends="23:59")
    assert rep.preferences.day_starts == time(hour, minute)


@pytest.mark.parametrize("written", ["europe/berlin", "EUROPE/BERLIN", "America/New York"])
def test_a_zone_is_found_in_whatever_case(written: str) -> None:
    assert rep_after(zone=written).zone in ZONES


def test_an_unknown_zone_and_an_unknown_country_are_named() -> None:
    assert errors(zone="Mars/Base", country="ZZ") == {
        "zone": text("error-zone", zone=Quoted("Mars/Base")),
        "country": text("error-country", country=Quoted("ZZ")),
    }


def test_the_country_may_be_left_empty() -> None:
    assert rep_after(here(a_rep(country="DE")), country="").country is None


def test_all_faults_are_told_at_once_and_nothing_is_stored() -> None:
    days = dict.fromkeys(settings.DAYS, "")
    faulty = {"language": "xx", "zone": "", "day_starts": "soon", "prompt_before": "7"}
    assert errors(**faulty, **days, cues="maybe", country="x" * 40_000) == {
        "language": text("error-choice"),
        "zone": text("error-required"),
        "country": text("error-too-long", length=40_000, limit=2),
        "day_starts": text("error-time"),
        "prompt_before": text("error-choice"),
        "mon": text("error-workdays"),
        "cues": text("error-choice"),
    }


def test_a_day_that_ends_before_it_starts_is_named() -> None:
    expected = {"day_ends": text("error-hours")}
    assert errors(day_starts="18:00", day_ends="9:00") == expected
    assert errors(day_starts="9:00", day_ends="9:00") == expected


@given(answers=st.dictionaries(st.sampled_from(sorted(USUAL)), st.text(max_size=70)))
def test_whatever_is_sent_is_taken_whole_or_not_at_all(answers: dict[str, str]) -> None:
    decision = sent(here(), answers)
    is_rejected = isinstance(decision.reply, Reject)
    assert bool(saved(decision, Rep)) is not is_rejected


# ---- the pause ---------------------------------------------------------------------------------


def morning(day: int, month: int = 11) -> datetime:
    return at("08:30", day=1).replace(day=day, month=month)


@pytest.mark.parametrize(
    "words, until",
    [
        ("pause today", morning(27)),
        ("暂停一天", morning(27)),
        ("pause until monday", morning(30)),
        ("pause this week", morning(30)),
        ("pause until next week", morning(30)),
        ("暂停到下周", morning(30)),
        ("暂停到周一", morning(30)),
        ("pause a week", morning(3, 12)),
        ("pause for a week", morning(3, 12)),
        ("暂停一周", morning(3, 12)),
        ("pause until thursday", morning(3, 12)),
        ("暂停到周五", morning(27)),
        ("pause 3 days", morning(29)),
        ("pause two weeks", morning(10, 12)),
        ("暂停两周", morning(10, 12)),
        ("pause until 7 dec", morning(7, 12)),
        ("pause until i say so", NOW + commands.FAR),
        ("暂停直到我说", NOW + commands.FAR),
    ],
)
def test_a_pause_ends_on_the_morning_that_was_named(words: str, until: datetime) -> None:
    decision = decide(says(words), here())
    assert [rep.paused_until for rep in saved(decision, Rep)] == [until]


def test_a_pause_with_no_end_is_shown_as_such() -> None:
    paused = a_rep(paused_until=NOW + commands.FAR)
    assert keys(settings.pause_shown(paused, here())) == ["paused-open"]
    assert keys(settings.pause_shown(a_rep(paused_until=morning(30)), here())) == ["paused-until"]


def test_asking_until_when_needs_a_zone() -> None:
    assert offered(settings.ask_pause(here())) == [
        ("pause", "day"),
        ("pause", "monday"),
        ("pause", "week"),
        ("pause", "open"),
    ]
    assert offered(settings.ask_pause(here(work=None))) == [("settings", "")]
