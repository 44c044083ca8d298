"""The command line: `advance …`. Exit codes: 0 done, 1 failed, 2 wrong usage."""

from __future__ import annotations

import asyncio
import logging
import sys
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Literal, TextIO, get_args

import click

from bot import config as configuration
from bot import digesting, dissents, doctor, examples, judging, serve, wiring
from bot.clock import SystemClock
from bot.config import BadConfig, Config
from bot.logs import log_to
from bot.meetings import Wanted, list_meetings
from coaching.calls import DealSize
from coaching.dissent import Dissent
from coaching.errors import BadInput, CoachError
from coaching.judge import Kind
from coaching.people import LANGUAGES, Language

FAILED, MISUSED = 1, 2
_DEFAULT = Path("app.yaml")
_DAY = click.DateTime(["%Y-%m-%d"])
_language = click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", help="In which language."
)


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command; return its exit code. Faults are told on stderr, one a line."""
    try:
        result = advance.main(arguments, prog_name="advance", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as help_wanted:
        click.echo(help_wanted.format_message(), err=True)
        return MISUSED
    except click.ClickException as misuse:
        misuse.show()
        return MISUSED
    except (click.Abort, KeyboardInterrupt):
        return FAILED
    except (BadInput, BadConfig) as bad:
        click.echo(str(bad), err=True)
        return MISUSED
    except CoachError as fault:
        click.echo(str(fault), err=True)
        return FAILED
    return result if isinstance(result, int) else 0


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("advance"), prog_name="advance")
@click.option(
    "--config",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The configuration, by default app.yaml where there is one.",
)
@click.option("--verbose", is_flag=True, help="Log what is done, not only what goes wrong.")
@click.pass_context
def advance(context: click.Context, path: Path | None, *, verbose: bool) -> None:
    """Advance coaches sales reps before and after their customer calls."""
    context.obj = path
    log_to(sys.stderr, verbose=verbose)


# ---- to look at ----------------------------------------------------------------------------------


@advance.command()
@_language
def demo(language: Language) -> None:
    """Play a sample week to a transcript, the digest included."""
    # Here and below: what only one command needs is no burden to the others.
    from bot.demo import demo

    asyncio.run(demo(sys.stdout, SystemClock().now(), language=language, colour=colour()))


@advance.command()
@click.option("--calendar", metavar="FILE_OR_URL", default="", help="A real calendar.")
@click.option("--me", metavar="ADDRESS", default="", help="Whose calendar it is.")
@click.option("--zone", default="", help="Where you are, such as Europe/Berlin.")
@click.option("--domain", "domains", multiple=True, help="A domain of your own company.")
@click.option("--database", default="", help="Where it is kept, to go on another time.")
@click.option("--port", type=click.IntRange(0, 65535), default=8080, show_default=True)
@click.option("--open/--no-open", "opens", default=True, help="Open the browser.")
@_language
@click.pass_obj
def play(path: Path | None, /, *, calendar: str, me: str, opens: bool, **more: object) -> None:
    """Open the playground in the browser, on loopback, with a clock one can move."""
    if calendar and not me:
        raise click.UsageError("--calendar needs --me ADDRESS: whose calendar is it?")
    from bot.play import Game, play

    game = Game(calendar=calendar, me=me, **more)  # type: ignore[arg-type]  # checked by click

    def ready(address: str) -> None:
        click.echo(f"The playground is at {address} (Ctrl+C ends it)")
        if opens:
            click.launch(address)

    asyncio.run(play(_config(path), game, SystemClock(), ready=ready))


@advance.command()
@click.argument("script", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--by", type=click.Choice(["form", "chat"]), default="form", show_default=True)
@click.option("--on", type=click.Choice(["console", "web"]), default="console", show_default=True)
def replay(script: Path, by: Literal["form", "chat"], on: Literal["console", "web"]) -> None:
    """Play a dialogue script to a transcript; its rep answers by form or by chat."""
    from bot.replay.command import run

    asyncio.run(run(script, sys.stdout, by=by, on=on, colour=colour()))


@advance.command()
@click.argument("source", metavar="FILE_OR_URL")
@click.option("--me", metavar="ADDRESS", required=True, help="Whose calendar it is.")
@click.option("--from", "from_day", type=_DAY, help="The first day, by default today.")
@click.option("--to", "to_day", type=_DAY, help="The last day, by default two weeks on.")
@click.option("--domain", "domains", multiple=True, help="A domain of your own company.")
@click.option("--zone", default="", help="Your zone, where the calendar names none.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@_language
@click.pass_obj
def meetings(
    path: Path | None,
    /,
    *,
    source: str,
    me: str,
    from_day: datetime | None,
    to_day: datetime | None,
    as_json: bool,
    **more: object,
) -> None:
    """List what is in a calendar: what would be coached, and why or why not."""
    wanted = Wanted(
        me=me,
        from_on=_day(from_day),
        to_on=_day(to_day),
        as_json=as_json,
        **more,  # type: ignore[arg-type]  # domains, zone and language, as click has checked them
    )
    asyncio.run(_listed(_config(path), source, wanted))


async def _listed(config: Config, source: str, wanted: Wanted) -> None:
    clock = SystemClock()
    calendar = wiring.calendar(source, clock, wanted.zone)
    rules = wiring.rules(config)
    listing = await list_meetings(calendar, wanted, now=clock.now(), rules=rules)
    click.echo(listing.output)
    # The table ends with them; JSON has no room for a remark.
    for fault in listing.faults if wanted.as_json else ():
        click.echo(fault, err=True)


@advance.command()
@click.argument("kind", type=click.Choice(get_args(Kind)))
@click.argument("text", required=False)
@click.option("--problem", default="", help="The customer's problem that is on the table.")
@click.option("--need", default="", help="The need that the customer has voiced.")
@click.option(
    "--deal",
    type=click.Choice(get_args(DealSize)),
    default="large",
    show_default=True,
    help="The size of the deal: advice differs, the label does not.",
)
@click.option("--batch", type=click.File(encoding="utf-8-sig"), help="A file, one JSON row a line.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def judge(
    path: Path | None,
    kind: Kind,
    text: str | None,
    problem: str,
    need: str,
    deal: DealSize,
    batch: TextIO | None,
    *,
    as_json: bool,
) -> None:
    """Say what a text is, how sure that is, which words decided it, and what to do next."""
    if (text is None) == (batch is None):
        raise click.UsageError("Give one TEXT, or --batch FILE.")
    reads = wiring.judge(_config(path))
    if batch is not None:
        for row in judging.batch(reads, kind, _lines(batch)):
            click.echo(row)
        return
    verdict = judging.judged(reads, kind, {"text": text, "problem": problem, "need": need})
    heard = judging.says(verdict, large=deal == "large", problem=problem)
    said = wiring.said(heard, judging.language_of(text or ""), SystemClock().now())
    click.echo(judging.as_json(verdict, said) if as_json else judging.printed(verdict, said))


@advance.command(name="examples")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def examples_command(path: Path | None, *, as_json: bool) -> None:
    """Say what your company's own examples (judge.examples in app.yaml) change."""
    taught = wiring.taught(_config(path))
    click.echo(examples.as_json(taught) if as_json else examples.printed(taught))


# ---- to operate ----------------------------------------------------------------------------------


@advance.command(name="serve")
@click.pass_obj
def serve_command(path: Path | None) -> None:
    """Serve until told to stop: calendars, nudges, digests, the page."""
    logging.getLogger("bot").setLevel(logging.INFO)
    asyncio.run(serve.serve(_config(path)))


@advance.command()
@click.pass_obj
def migrate(path: Path | None) -> None:
    """Bring the database to this version's schema."""
    wiring.migrate(_config(path))
    click.echo("The database has this version's schema.")


@advance.group()
def manifest() -> None:
    """Make what an app in a chat is created from."""


@manifest.command()
@click.option(
    "--mode",
    type=click.Choice(["socket", "http"]),
    help="Socket Mode or signed HTTP; by default as app.yaml says, else socket.",
)
@click.option("--address", default="", help="With http: where Slack reaches it, https://HOST.")
@click.option("--name", default="Advance", show_default=True, help="What people see.")
@click.pass_obj
def slack(
    path: Path | None, mode: Literal["socket", "http"] | None, address: str, name: str
) -> None:
    """Print the manifest to create the Slack app from (docs/howto/slack.md)."""
    # Whoever begins has no tokens yet that app.yaml asks for: they come with the app.
    if mode is None or (mode == "http" and not address):
        told, at = configuration.slack_address(_file(path))
        mode, address = mode or told or "socket", address or at
    click.echo(wiring.slack_manifest(mode=mode, address=address, name=name))


@manifest.command()
@click.option("--app-id", default="", help="The bot's in Entra; by default as app.yaml says.")
@click.option("--address", required=True, help="Where Teams reaches the server, https://HOST.")
@click.option("--name", default="Advance", show_default=True, help="What people see.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("advance-teams.zip"),
    show_default=True,
    help="The package to write.",
)
@click.option("--website", default="", help="Your page about it; by default the server's own.")
@click.option("--privacy", default="", help="Your page on privacy, likewise.")
@click.option("--terms", default="", help="Your terms of use, likewise.")
@click.pass_obj
def teams(
    path: Path | None, /, app_id: str, address: str, name: str, out: Path, **pages: str
) -> None:
    """Write the app package to upload to Microsoft Teams (docs/howto/teams.md)."""
    # Told all, it needs no configuration: whoever begins has nothing yet that app.yaml asks for.
    named = app_id or configuration.teams_app_id(_file(path))
    if not named:
        raise click.UsageError("--app-id, or TEAMS_APP_ID in the environment, is needed.")
    packed = wiring.teams_package(app_id=named, address=address, name=name, **pages)
    try:
        out.write_bytes(packed)
    except OSError as fault:
        raise click.FileError(str(out), fault.strerror) from fault
    click.echo(f"Upload {out} to Teams.")


@advance.command(name="doctor")
@click.pass_obj
def doctor_command(path: Path | None) -> int:
    """Look the installation over and say what to do."""
    return asyncio.run(_examined(_config(path)))


async def _examined(config: Config) -> int:
    code = 0
    async for finding in doctor.examine(config, SystemClock()):
        click.echo(str(finding))
        if finding.level == "bad":
            code = FAILED
    return code


@advance.command()
@click.option("--preview", is_flag=True, help="Print it; nothing is posted.")
@click.option("--team", default="", help="Which team, where there are several.")
@click.pass_obj
def digest(path: Path | None, team: str, *, preview: bool) -> None:
    """Show the weekly digest as it would be posted now."""
    if not preview:
        raise click.UsageError("Digests are posted by the server; --preview shows one.")
    asyncio.run(_previewed(_config(path), team))


@advance.command(name="evaluate")
@click.option("--team", default="", help="Which team, where there are several.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def evaluate_command(path: Path | None, team: str, *, as_json: bool) -> None:
    """Show whether it works: what its managers see, with how sure that is."""
    asyncio.run(_evaluated(_config(path), team, as_json=as_json))


async def _evaluated(config: Config, team: str, *, as_json: bool) -> None:
    from bot.evaluating import evaluated

    async with wiring.build(config, SystemClock(), use="look") as program:
        told = await evaluated(program, team, colour=colour() and not as_json, as_json=as_json)
    click.echo(told)


async def _previewed(config: Config, team: str) -> None:
    async with wiring.build(config, SystemClock(), use="look") as program:
        told = await digesting.preview(program, team, colour=colour())
    click.echo(told or "There is nothing to tell of this week yet.")


@advance.command()
@click.option("--since", type=_DAY, help="Only what was said from that day (UTC) on.")
@click.option("--json", "as_json", is_flag=True, help="For programs, one JSON object a line.")
@click.option("--take", multiple=True, metavar="ID", help="Accept this one, by how its id begins.")
@click.option(
    "--examples",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Add those accepted to this file, one JSON object a line.",
)
@click.pass_obj
def otherwise(
    path: Path | None,
    since: datetime | None,
    take: tuple[str, ...],
    examples: Path | None,
    *,
    as_json: bool,
) -> None:
    """List the texts that reps read otherwise than the judge, where they chose to show them."""
    if bool(take) != (examples is not None):
        raise click.UsageError("--take ID and --examples FILE go together.")
    found = asyncio.run(_shown(_config(path), since))
    if examples is not None:
        added = dissents.add(examples, dissents.accepted(found, take))
        click.echo(f"{added} new in {examples}.")
    elif as_json:
        for one in found:
            click.echo(dissents.as_json(one))
    else:
        click.echo("\n\n".join(map(dissents.printed, found)) or "No rep has shown any.")


async def _shown(config: Config, since: datetime | None) -> tuple[Dissent, ...]:
    from_at = since.replace(tzinfo=UTC) if since else None
    async with wiring.build(config, SystemClock(), use="look") as program:
        return await dissents.shown(program, from_at)


# ---- shared --------------------------------------------------------------------------------------


def _config(path: Path | None) -> Config:
    return configuration.read(_file(path))


def _file(path: Path | None) -> Path | None:
    return path or (_DEFAULT if _DEFAULT.exists() else None)


def colour() -> bool:
    """Whether the terminal shows colours and nobody asked for plain output."""
    return sys.stdout.isatty() and not configuration.no_colour()


def _day(told: datetime | None) -> date | None:
    return told.date() if told else None


def _lines(batch: TextIO) -> list[str]:
    try:
        return batch.readlines()
    except UnicodeDecodeError as bad:
        raise BadInput("batch", "is not UTF-8 text") from bad
