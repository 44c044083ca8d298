"""A language model's second opinion; without it the judge's answer stands alone."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from importlib.util import find_spec
from typing import Literal, Protocol

from pydantic import ValidationError

from adapters.opinion.instructions import data, instructions
from adapters.opinion.reply import Vendor, shape
from adapters.ports import Clock, Gone, Later, Never
from coaching.errors import BadInput
from coaching.view import Asked, View, view_of

__all__ = ["Model", "Settings", "VendorName", "missing", "open_model"]
VendorName = Literal["openai", "anthropic"]
# Their debug lines hold whole requests: a rep's words never go to a log.
_TALKATIVE = ("openai", "anthropic", "httpx2", "httpcore2")


class Settings(Protocol):
    """Which model, where, and how long a reading may take (seconds)."""

    @property
    def vendor(self) -> VendorName:
        """Whose way of speaking it has."""

    @property
    def at(self) -> str:
        """Its address."""

    @property
    def near(self) -> bool:
        """Whether that is this machine or a private network."""

    @property
    def key(self) -> str:
        """The key to it, empty where it needs none."""

    @property
    def model(self) -> str:
        """Its name."""

    @property
    def timeout(self) -> int:
        """How long a reading may take, with everything."""


def missing(vendor: VendorName) -> str:
    """What to do where the vendor's package is not installed; empty where it is."""
    if find_spec(vendor):
        return ""
    return f"the package {vendor} is missing: requirements/install requirements/opinion.txt"


def open_model(settings: Settings, clock: Clock) -> Model:
    """The model of these settings; raises `BadInput` where its vendor's package is missing."""
    told = missing(settings.vendor)
    if told:
        raise BadInput("opinion.vendor", told)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return Model(_vendor(settings, clock), clock=clock, timeout=settings.timeout)


def _vendor(settings: Settings, clock: Clock) -> Vendor:
    client: Callable[..., Vendor]
    if settings.vendor == "openai":
        from adapters.opinion.openai import OpenAi

        client = OpenAi
    else:
        from adapters.opinion.anthropic import Anthropic

        client = Anthropic
    return client(
        address=settings.at,
        key=settings.key,
        model=settings.model,
        timeout=settings.timeout,
        near=settings.near,
        clock=clock,
    )


class Model:
    """The port `Opinion`: one model behind one address."""

    def __init__(self, vendor: Vendor, *, clock: Clock, timeout: float) -> None:
        """Ask this vendor; a reading takes at most `timeout` seconds, with everything."""
        self._vendor = vendor
        self._clock = clock
        self._timeout = timeout

    async def read(self, asked: Asked) -> View:
        """What the model takes a text for; raises `Later`, `Never` or `Gone`, nothing else."""
        system, user = instructions(asked.kind), data(asked)
        try:
            async with asyncio.timeout(self._timeout):
                reply = await self._vendor.ask(system, user, shape(asked.kind))
        except (Later, Never, Gone):
            raise
        except TimeoutError:
            raise Later(self._clock.now(), "took too long") from None
        except ValidationError:
            raise Never("answered in another form") from None
        except Exception as surprise:  # noqa: BLE001 - the clients have many for a wrong answer
            raise Never(f"no answer: {type(surprise).__name__}") from None
        view = view_of(
            asked,
            label=reply.label,
            confidence=reply.confidence,
            rule=reply.rule,
            words=reply.words,
        )
        if view is None:
            raise Never("answered outside the lists")
        return view

    async def close(self) -> None:
        """Close its connections."""
        await self._vendor.close()
