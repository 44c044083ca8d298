"""The page about Teams says what is so: its app.yaml is one, its commands and codes exist."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from adapters.chat.teams.manifest import EXPLAINED, SCHEMA
from bot import config
from bot.config.keys import Teams
from coaching.texts.vocabulary import COMMANDS

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs/howto/teams.md").read_text(encoding="utf-8")
# Blocks are indented by four; app.yaml begins with one of its sections.
BLOCKS = [
    re.sub("^    ", "", block, flags=re.MULTILINE)
    for block in re.findall(r"(?:^    .*\n|^\n(?=    ))+", PAGE, re.MULTILINE)
]
YAML = [
    block.strip("\n") for block in BLOCKS if re.match(r"\n?(workspace|platforms|teams):", block)
]
ENVIRONMENT = {
    "TEAMS_APP_ID": "00000000-0000-4000-8000-000000000000",
    "TEAMS_APP_PASSWORD": "made-up",
    "CALENDAR_OF_ADA": "https://calendar.example.com/ada.ics",
}


def test_there_are_three_examples_of_app_yaml() -> None:
    assert len(YAML) == 3


@pytest.mark.parametrize("told", YAML)
def test_what_it_says_of_app_yaml_is_one(tmp_path: Path, told: str) -> None:
    (tmp_path / "app.yaml").write_text(told, encoding="utf-8")
    read = config.read(tmp_path / "app.yaml", ENVIRONMENT)
    assert read.platforms.teams is not None or read.teams[0].channels.teams


def test_it_names_the_commands_that_teams_lists() -> None:
    told = re.search(r"Commands are words: (.*?) and more;", PAGE, re.DOTALL)
    assert told is not None
    named = re.findall(r"`(\w+)`", told[1])
    assert set(EXPLAINED["en"]) <= set(named) <= set(COMMANDS)


def test_the_keys_it_names_are_keys() -> None:
    named = set(re.findall(r"`platforms\.teams\.(\w+)`", PAGE))
    assert named <= set(Teams.model_fields)
    assert {"service_hosts", "connector", "authority"} <= named


def test_the_words_of_microsoft_and_of_the_log_are_in_the_code() -> None:
    source = "\n".join(
        file.read_text(encoding="utf-8")
        for file in chain(ROOT.glob("adapters/chat/teams/*.py"), ROOT.glob("bot/wiring/teams.py"))
    )
    rows = PAGE.partition("| you see |")[2]
    codes = re.findall(r"`([A-Z][a-zA-Z]+)`", rows)
    assert "BotNotInConversationRoster" in codes
    assert [code for code in codes if code not in source] == []
    quoted = re.findall(r"“(?:turned away: )?((?:its|the keys|Microsoft) [^”]+)”", rows)
    assert len(quoted) == 6
    assert [words for words in quoted if words not in source] == []
    assert f"manifest {SCHEMA}" in rows
