"""The marks of an activity: ids, addresses, names."""

from __future__ import annotations

from functools import partial

from adapters import payloads

# Conversation ids are the longest: some 200 characters.
mark = partial(payloads.mark, limit=1_000)
