"""Sealing what is secret at rest: a calendar's address, and what was read from it."""

from __future__ import annotations

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from coaching.errors import BadInput

_SETTING = "ADVANCE_KEY"


class Seal:
    """Seals and opens texts with the operator's key.

    Several keys are separated by commas: the first seals, all of them open, so that a key can be
    changed without losing what an older one sealed.
    """

    def __init__(self, key: str | None) -> None:
        """Take the key or keys (urlsafe base64 of 32 bytes each); raises `BadInput`."""
        try:
            keys = [Fernet(part.strip()) for part in (key or "").split(",") if part.strip()]
        except ValueError:
            problem = "a key is 32 bytes in URL-safe base64; several are separated by commas"
            raise BadInput(_SETTING, problem) from None
        self._fernet = MultiFernet(keys) if keys else None

    def close(self, text: str) -> str:
        """The text, sealed; raises `BadInput` where no key is set."""
        return self._needed().encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """The text again; raises `BadInput` where no key fits."""
        try:
            return self._needed().decrypt(sealed).decode()
        except InvalidToken:
            problem = "no key opens what is stored; put the former key after the new one"
            raise BadInput(_SETTING, problem) from None

    def _needed(self) -> MultiFernet:
        if self._fernet is None:
            raise BadInput(_SETTING, "calendar links need a key to be stored; set one")
        return self._fernet
