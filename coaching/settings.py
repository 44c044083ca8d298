"""A rep's own settings: what they are, the form, and the pause."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import time, timedelta

from coaching import connecting, say
from coaching.actions import Decision, Reject
from coaching.answers import clean, faults
from coaching.events import Submitted
from coaching.forms import CheckField, ChoiceField, Form, Option, TextField
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Line,
    Message,
    Moment,
    Quoted,
    Tap,
    Text,
    message,
    text,
)
from coaching.people import LANGUAGES, Policy, Rep
from coaching.turn import Situation

LEADS = ("30", "60", "120", "180", "1440")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FAR_OFF = timedelta(days=365)
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")


def shown(situation: Situation) -> Message:
    """The settings in a few lines, with the way to change them."""
    policy = situation.policy
    zone, hours, *paused, change = in_brief(situation, primary=True)
    nudges = text(
        "settings-nudges",
        cues=_on(policy.cues),
        reminders=_on(policy.reminders),
        agendas=_on(policy.agendas),
    )
    *links, link = connecting.linked(situation)
    # All that is so first, then all that can be done.
    said = (zone, hours, Line(nudges), *paused, *links, *privacy(situation))
    return message(*said, change, link)


def in_brief(situation: Situation, *, primary: bool = False) -> tuple[Block, ...]:
    """The zone, the hours, a pause where there is one; buttons to change and to pause."""
    rep, policy = situation.rep, situation.policy
    change = Button(label=text("button-settings"), tap=Tap(verb="settings"), primary=primary)
    pause = Button(label=text("button-pause"), tap=Tap(verb="pause"))
    resume = Button(label=text("button-resume"), tap=Tap(verb="resume"))
    is_paused = rep.paused_until is not None and rep.paused_until > situation.now
    hours = text(
        "settings-hours",
        start=_clock(policy.day_starts),
        end=_clock(policy.day_ends),
        before=say.length(policy.prompt_before),
    )
    return (
        Line(_zone_shown(rep)),
        Line(hours),
        *((_paused_line(rep, situation),) if is_paused else ()),
        Buttons((change, resume if is_paused else pause)),
    )


def privacy(situation: Situation) -> tuple[Line, ...]:
    """Who sees what the rep writes and does, what their group means; a language model if any."""
    told = [Line(text("settings-privacy"))]
    if situation.rep.sells and situation.rep.group != "coached":
        told.append(Line(text(f"group-{situation.rep.group}")))
    if situation.team.per_person and situation.rep.sells and situation.rep.group != "control":
        told.append(Line(text("privacy-per-person")))
    if situation.model:
        key = "settings-model" if situation.rep.opinions else "settings-model-off"
        told.append(Line(text(key, host=Quoted(situation.model))))
    return tuple(told)


def _zone_shown(rep: Rep) -> Text:
    return (
        text("settings-zone", zone=Quoted(rep.zone)) if rep.zone else text("settings-zone-unknown")
    )


def _clock(at: time) -> str:
    return at.strftime("%H:%M")


def _on(value: bool) -> Text:  # noqa: FBT001 - the setting itself
    return text("setting-on" if value else "setting-off")


def _paused_line(rep: Rep, situation: Situation) -> Line:
    until = rep.paused_until
    if until is None or until - situation.now > FAR_OFF:
        return Line(text("paused-open"))
    return Line(text("paused-until", at=Moment(until)))


def pause_shown(rep: Rep, situation: Situation) -> Message:
    """Until when the coach is quiet, with the way back."""
    resume = Button(label=text("button-resume"), tap=Tap(verb="resume"))
    return message(_paused_line(rep, situation), Buttons((resume,)))


def ask_pause(situation: Situation) -> Message:
    """Asks until when to be quiet."""
    if situation.work is None:
        return message(Line(text("settings-zone-unknown")), _settings_button())
    options = ("day", "monday", "week", "open")
    return message(
        Line(text("ask-pause")),
        Buttons(
            tuple(
                Button(label=text(f"button-pause-{name}"), tap=Tap(verb="pause", value=name))
                for name in options
            )
        ),
    )


def _settings_button() -> Buttons:
    return Buttons((Button(label=text("button-settings"), tap=Tap(verb="settings")),))


def welcome(situation: Situation) -> Message:
    """Said once, at first contact: what this is, when it comes, what it keeps to itself."""
    zone = () if situation.work is not None else (Line(text("welcome-zone")),)
    calendar = () if situation.links else (Line(text("welcome-calendar")),)
    return message(
        Line(text("welcome", name=Quoted(situation.rep.name))),
        Line(text("welcome-when", before=say.length(situation.policy.prompt_before))),
        Line(text("welcome-private")),
        *((Line(text("privacy-per-person")),) if situation.team.per_person else ()),
        *_model_told(situation),
        *zone,
        *calendar,
        _first_buttons(situation),
    )


def _first_buttons(situation: Situation) -> Buttons:
    """To the settings; where no calendar is linked, first to what nothing comes without."""
    return (
        _settings_button()
        if situation.links
        else Buttons((connecting.button(primary=True), *_settings_button().buttons))
    )


def _model_told(situation: Situation) -> tuple[Line, ...]:
    """That a language model reads drafts, said before it reads the first."""
    if not situation.model:
        return ()
    return (Line(text("model-told", host=Quoted(situation.model))),)


# ---- the form ----------------------------------------------------------------------------------


def form(situation: Situation) -> Form:
    """All settings of a rep, as they are."""
    rep, policy = situation.rep, situation.policy
    return Form(
        kind="settings",
        title=text("form-settings-title"),
        fields=(
            _choice("language", LANGUAGES, rep.language),
            _text("zone", rep.zone or "", 64),
            _text("country", rep.country or "", 2),
            _text("day_starts", _clock(policy.day_starts), 5),
            _text("day_ends", _clock(policy.day_ends), 5),
            *(
                CheckField(name=day, label=text(f"day-{day}"), initial=number in policy.workdays)
                for number, day in enumerate(DAYS)
            ),
            _lead(policy),
            CheckField(
                name="cues",
                label=text("field-cues", before=say.length(policy.cue_before)),
                initial=policy.cues,
            ),
            CheckField(name="reminders", label=text("field-reminders"), initial=policy.reminders),
            CheckField(name="agendas", label=text("field-agendas"), initial=policy.agendas),
            *_opinions(situation),
        ),
        submit=text("button-save-settings"),
    )


def _opinions(situation: Situation) -> tuple[CheckField, ...]:
    """Whether a language model may read drafts, where there is one."""
    if not situation.model:
        return ()
    label = text("field-opinions", host=Quoted(situation.model))
    return (CheckField(name="opinions", label=label, initial=situation.rep.opinions),)


def _lead(policy: Policy) -> ChoiceField:
    """How long before a call to ask; an operator's own length is on offer too."""
    minutes = str(int(policy.prompt_before.total_seconds()) // 60)
    options = tuple(
        Option(value=lead, label=_before(int(lead))) for lead in dict.fromkeys([*LEADS, minutes])
    )
    return ChoiceField(
        name="prompt_before",
        label=text("field-prompt-before"),
        options=options,
        initial=minutes,
        required=True,
    )


def _before(minutes: int) -> Text:
    return text("length-before", length=say.length(timedelta(minutes=minutes)))


def _choice(name: str, values: tuple[str, ...], initial: str) -> ChoiceField:
    options = tuple(Option(value=value, label=text(f"{name}-{value.lower()}")) for value in values)
    return ChoiceField(
        name=name, label=text(f"field-{name}"), options=options, initial=initial, required=True
    )


def _text(name: str, initial: str, limit: int) -> TextField:
    key = name.replace("_", "-")
    return TextField(
        name=name,
        label=text(f"field-{key}"),
        hint=text(f"field-{key}-hint"),
        initial=initial,
        limit=limit,
        required=name != "country",
    )


def submit(event: Submitted, situation: Situation) -> Decision:
    """New settings: all of them are taken, or none with the errors at their fields."""
    asked = form(situation)
    answers = {field.name: clean(event.answers.get(field.name, "")) for field in asked.fields}
    errors = {**_more_faults(answers, situation), **faults(asked, event.answers)}
    if errors:
        return say.of(Reject(errors))
    rep = _changed(situation, answers)
    return say.of(rep, say.back(situation, message(Line(text("settings-saved")))))


def _more_faults(answers: dict[str, str], situation: Situation) -> dict[str, Text]:
    """What a form cannot check by itself."""
    found: dict[str, Text] = {}
    zone, country = answers["zone"], answers["country"]
    if not _zone(zone, situation):
        found["zone"] = text("error-zone", zone=Quoted(zone))
    if country and country.upper() not in situation.countries:
        found["country"] = text("error-country", country=Quoted(country))
    hours = {name: _time(answers[name]) for name in ("day_starts", "day_ends")}
    found |= {name: text("error-time") for name, at in hours.items() if at is None}
    start, end = hours["day_starts"], hours["day_ends"]
    if start is not None and end is not None and start >= end:
        found["day_ends"] = text("error-hours")
    if not any(answers[day] for day in DAYS):
        found["mon"] = text("error-workdays")
    return found


def _zone(words: str, situation: Situation) -> str:
    """The IANA name that is meant, in whatever case; empty if there is none."""
    wanted = words.casefold().replace(" ", "_")
    return next((name for name in situation.zones if name.casefold() == wanted), "")


def _time(words: str) -> time | None:
    """A time of day written as 8:30 or 08:30, also with Chinese signs."""
    found = _CLOCK.fullmatch(unicodedata.normalize("NFKC", words))
    return time(int(found[1]), int(found[2])) if found else None


def _changed(situation: Situation, answers: dict[str, str]) -> Rep:
    """The rep with the new settings; what is as the policy has it goes on following the policy."""
    rep, policy = situation.rep, situation.policy
    chosen = {
        "workdays": frozenset(number for number, day in enumerate(DAYS) if answers[day]),
        "day_starts": _time(answers["day_starts"]),
        "day_ends": _time(answers["day_ends"]),
        "prompt_before": timedelta(minutes=int(answers["prompt_before"])),
        "cues": bool(answers["cues"]),
        "reminders": bool(answers["reminders"]),
        "agendas": bool(answers["agendas"]),
    }
    new = {name: value for name, value in chosen.items() if value != getattr(policy, name)}
    preferences = replace(rep.preferences, **new)  # type: ignore[arg-type]  # by name, as above
    return replace(
        rep,
        language=next(one for one in LANGUAGES if one == answers["language"]),
        zone=_zone(answers["zone"], situation),
        country=answers["country"].upper() or None,
        preferences=preferences,
        opinions=bool(answers["opinions"]) if situation.model else rep.opinions,
    )
