"""The page that the app's manifest names: what the coach is, and who sees what one writes to it."""

from __future__ import annotations

from html import escape

from aiohttp import web

from adapters.chat.teams.manifest import FULL

_PAGE = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Advance</title>"
    "<meta name=viewport content='width=device-width'><h1>Advance</h1>{told}</html>"
)
# Nothing is loaded from anywhere, and nobody learns where a reader came from.
_HEADERS = {"Content-Security-Policy": "default-src 'none'", "Referrer-Policy": "no-referrer"}


async def about(_request: web.Request) -> web.Response:
    """The page, in both languages; it is the same for everybody."""
    told = "".join(f"<p lang={language}>{escape(words)}</p>" for language, words in FULL.items())
    return web.Response(text=_PAGE.format(told=told), content_type="text/html", headers=_HEADERS)
