"""What the parts of one program stand on."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from adapters.database import Database
from adapters.ports import Clock
from bot.config import Config

# What the program is put together for: to be the server, to play a script, only to look.
Use = Literal["serve", "script", "look"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The configuration, clock and open database of a program; `closing` ends with it."""

    config: Config
    clock: Clock
    opened: Database
    workspace_id: UUID
    closing: AsyncExitStack
    use: Use
