"""What the rep does on the page: each posted act goes to the door once, its answer back drawn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from uuid import UUID

from aiohttp import web

from adapters.chat.web.draw import drawn_reply
from adapters.chat.web.platform import rep_place
from adapters.chat.web.read import Verb, read, read_asking, read_body
from adapters.chat.web.site import Site
from adapters.ports import WebPost
from coaching.errors import BadInput, Unknown
from coaching.events import ChatEvent, Edited, Said, Tapped
from coaching.people import Rep

Act = Callable[[web.Request], Awaitable[web.Response]]


def act(site: Site, verb: Verb) -> Act:
    """The handler of one verb."""

    async def handle(request: web.Request) -> web.Response:
        body = read_body(await request.read())
        asking = read_asking(body)
        event = read(verb, body)
        rep = await rep_of(site, asking.rep_id)
        posted = await _posted(site, rep, event, asking.delivery)
        reply = await site.door.handle(rep.id, posted, f"web:{asking.delivery}")
        say = site.words(asking.language, await zone_of(site, rep), site.clock.now())
        return web.json_response(drawn_reply(reply, say))

    return handle


async def rep_of(site: Site, rep_id: UUID) -> Rep:
    """The rep of that id, or `Unknown`."""
    for rep in await site.door.people():
        if rep.id == rep_id:
            return rep
    raise Unknown(f"There is no rep {rep_id} here.")


async def zone_of(site: Site, rep: Rep) -> str:
    """The rep's zone, or else the team's."""
    if rep.zone:
        return rep.zone
    teams = await site.door.teams()
    return next((team.zone for team in teams if team.id == rep.team_id), "UTC")


async def _posted(site: Site, rep: Rep, event: ChatEvent, delivery: str) -> ChatEvent:
    """The event with the rep's own words on the board and the core's names for what it is about."""
    match event:
        case Said():
            return await _said(site, rep, event, delivery)
        case Edited():
            return await _edited(site, rep, event)
        case Tapped(message=reference) if reference:
            tapped = await _post(site, rep_place(rep.id).address, "message", reference)
            return replace(event, message=tapped.id)
        case _:
            return event


async def _said(site: Site, rep: Rep, said: Said, delivery: str) -> Said:
    place = rep_place(rep.id).address
    root = await _post(site, place, "thread", said.thread) if said.thread else None
    post = WebPost(
        reference="",
        place=place,
        author=str(rep.id),
        at=site.clock.now(),
        id=f"said:{delivery}",
        thread=said.thread,
        text=said.text,
        language=rep.language,
    )
    reference = await site.board.put(post)
    return replace(said, thread=root.id if root else "", source=reference)


async def _edited(site: Site, rep: Rep, edited: Edited) -> Edited:
    post = await _post(site, rep_place(rep.id).address, "reference", edited.source)
    if post.author != str(rep.id):
        raise BadInput("reference", "is not a text of this rep")
    if post.text != edited.text:
        await site.board.change(post.reference, text=edited.text)
    thread = await _post(site, post.place, "thread", post.thread) if post.thread else None
    return replace(edited, thread=thread.id if thread else "")


async def _post(site: Site, place: str, field: str, reference: str) -> WebPost:
    for post in await site.board.posts(place):
        if post.reference == reference:
            return post
    raise BadInput(field, "is not a post of this place")
