"""Words and characters that say nothing of what a text is about, in both languages."""

from __future__ import annotations

_ENGLISH = (
    "a about after again all also an and any are as at be been but by can could customer did do "
    "does for from get had has have he her him his how i if in into is it its just me more my no "
    "not of on or our out she so some than that the their them then there they this to up us was "
    "we were what when where which who why will with would you your"
)
_CHINESE = "的了是在我你他她它们和就也都要会不有这那吗呢吧把被给跟说"
COMMON = frozenset(_ENGLISH.split()) | frozenset(_CHINESE)
