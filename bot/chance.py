"""The one place that throws dice: jitter, and new secrets."""

from __future__ import annotations

import base64
import random
import secrets


def jitter() -> float:
    """A number in [0, 1), to spread retries of many processes."""
    return random.random()  # noqa: S311 - spreads retries, guards nothing


def new_key() -> str:
    """A fresh key for what is encrypted at rest (32 bytes, URL-safe base64, as Fernet has it)."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode("ascii")


def dice(seed: int) -> random.Random:
    """Dice that always fall the same way, for what must come out the same again."""
    return random.Random(seed)  # noqa: S311 - repeats, guards nothing
