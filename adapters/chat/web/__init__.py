"""The web as a chat platform: a page on loopback, its routes, and how a message is drawn there.

A delivery is identified by the id that the page makes for each request it posts.
"""

from adapters.chat.web.platform import Web, rep_place, team_place
from adapters.chat.web.routes import application
from adapters.chat.web.site import Appointment, Door, Mover, Site, Words

__all__ = [
    "Appointment",
    "Door",
    "Mover",
    "Site",
    "Web",
    "Words",
    "application",
    "rep_place",
    "team_place",
]
