"""What the coach says to people who are not reps: who installs it, who runs it, who may not."""

from __future__ import annotations

from typing import Literal, get_args

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
from coaching.people import Team

# Why a channel takes no messages any more, as text keys.
Why = Literal[
    "channel-gone-archived", "channel-gone-missing", "channel-gone-removed", "channel-gone-refused"
]
WHYS: tuple[Why, ...] = get_args(Why)


# ---- whoever installs it -----------------------------------------------------------------------


def welcome_installer(name: str, workspace: str, *, listed: bool = False) -> Message:
    """Said once, to whoever installed the app alone; an empty name is left out.

    `listed` is whether those who are coached there stand on a list, and are greeted.
    """
    return message(
        Line(text("installed-hello", name=Quoted(name)) if name else text("installed-hello-bare")),
        Line(_installed(workspace)),
        Line(text("installed-what")),
        Line(text("installed-reps-listed" if listed else "installed-reps")),
        Line(text("installed-channel")),
        Small(text("installed-why")),
    )


def _installed(workspace: str) -> Text:
    """Where it is installed; who else was written to: nobody."""
    if not workspace:
        return text("installed-bare")
    return text("installed", workspace=Quoted(workspace))


# ---- the team's channel ------------------------------------------------------------------------


def channel_offer(team: Team, channel: str, name: str = "") -> Message:
    """Asks who invited the coach to a channel whether the team's digest belongs there.

    `channel` is the platform's own address of it, `name` what people call it, empty if not known.
    """
    about = str(team.id)
    yes = Tap(verb="digest_here", about=about, value=f"yes:{channel}")
    no = Tap(verb="digest_here", about=about, value="no")
    asks = text("channel-offer-bare", team=Quoted(team.name))
    if name:
        asks = text("channel-offer", team=Quoted(team.name), channel=Quoted(name))
    return message(
        Line(asks),
        Buttons(
            (
                Button(label=text("button-digest-here"), tap=yes, primary=True),
                Button(label=text("button-digest-not-here"), tap=no),
            )
        ),
        Small(text("channel-offer-why")),
    )


def channel_taken(channel: str) -> Message:
    """The offer was taken: the digest comes there from now on; `channel` is its name."""
    named = text("channel-taken", channel=Quoted(channel))
    return message(Line(named if channel else text("channel-taken-bare")))


def channel_left() -> Message:
    """The offer was not taken: nothing is posted in that channel."""
    return message(Line(text("channel-left")))


# ---- whoever is not coached --------------------------------------------------------------------


def not_coached(who_runs: str) -> Message:
    """Says to somebody who is not on the list why nothing follows, and whom to ask."""
    return message(Line(text("not-coached")), *_ask(who_runs))


def looks_after_it() -> Message:
    """Says to whoever runs the coach that they are not on their own list, and what they hear."""
    return message(Line(text("looks-after-it")), Line(text("looks-after-it-hears")))


def guest(who_runs: str = "") -> Message:
    """Says to somebody from outside the company that only its own people are coached."""
    return message(Line(text("guest-not-coached")), *_ask(who_runs))


def _ask(who_runs: str) -> tuple[Block, ...]:
    if not who_runs:
        return (Line(text("ask-whoever-runs")),)
    return (Line(text("ask-who-runs", who=Quoted(who_runs))),)


# ---- whoever runs it ---------------------------------------------------------------------------


def channel_gone(channel: str, why: str, *, team: str = "") -> Message:
    """Told once: a channel takes no messages any more; named by itself, else by its team.

    `why` is one of `WHYS`, else left out.
    """
    return message(
        Line(_gone(channel, team)),
        *(Line(text(key)) for key in WHYS if key == why),
        Line(text("channel-gone-mend")),
        Small(text("why-told-once")),
    )


def _gone(channel: str, team: str) -> Text:
    if channel:
        return text("channel-gone", channel=Quoted(channel))
    return text("channel-gone-team", team=Quoted(team)) if team else text("channel-gone-bare")


def person_gone(name: str) -> Message:
    """Told once: somebody is not reached any more; what they wrote is kept."""
    named = text("person-gone", name=Quoted(name))
    return message(
        Line(named if name else text("person-gone-bare")),
        Line(text("person-gone-kept")),
        Small(text("why-told-once")),
    )


# ---- beside an answer --------------------------------------------------------------------------


def answered_privately() -> Text:
    """The answer to a command that was given in a channel: seen by the asker alone."""
    return text("answered-privately")


def form_too_old() -> Text:
    """The form could not open any more: the tap was too long ago."""
    return text("form-too-old")
