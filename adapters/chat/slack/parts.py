"""The marks of a payload: ids, time stamps, names."""

from __future__ import annotations

from functools import partial

from adapters import payloads

mark = partial(payloads.mark, limit=255)
