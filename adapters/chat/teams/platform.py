"""Teams' side of the `Platform` port, and what else is asked there in our name."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.chat.teams.buttons import in_cards
from adapters.chat.teams.cards import addressed, drawn, summary
from adapters.chat.teams.connector import Connector, Letter
from adapters.chat.teams.limits import Json
from adapters.chat.teams.pacing import Pacing
from adapters.chat.teams.references import (
    NAME,
    Reference,
    main_line,
    message_reference,
    place_of,
    reference_of,
    split,
    under,
)
from adapters.chat.teams.refusals import NO_ACTIVITY, SOON, THROTTLED, Refused, at_place
from adapters.ports import Account, Clock, Envelope, Gone, Later, Never, Place, Profile

# learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference: where
# no service is known yet.
SERVICE = "https://smba.trafficmanager.net/teams/"
_GUEST_MARK = "#EXT#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody on a roster: their account, their id for this bot, what Teams says about them."""

    account: Account
    id: str
    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Teams:
    """Carries messages to Teams; all it does raises `Later`, `Never` or `Gone`, nothing else.

    `bot` is our own id there ("28:" and the app's id), `service` the connector where none is known.
    Without `dialogs` forms open in the card, for an emulator that knows no others.
    A message's reference is its conversation and its activity: "a:1…|1700000000000".
    """

    connector: Connector
    clock: Clock
    pacing: Pacing
    bot: str
    service: str = SERVICE
    dialogs: bool = True
    name: str = NAME
    _chats: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    async def send(self, envelope: Envelope) -> str:
        """Write a message, in a channel under the one it hangs on; return its reference.

        Nothing can be looked up on Teams: what may have arrived already is sent again.
        """
        place = envelope.place
        to = await self._reached(place)
        letter = await self._letter(envelope)
        root = _root(envelope, to)
        if root:
            activity = await self._answered(place, to, root, letter)
        elif place.kind == "team":
            activity = await self._begun(place, to, letter)
        else:
            with self._listening(place, to.conversation):
                activity = await self.connector.write(to, letter)
        return message_reference(to.conversation, activity)

    async def edit(self, reference: str, envelope: Envelope) -> None:
        """Replace what a message says; raises `Never` where it is not there any more."""
        conversation, activity = split(reference)
        if not conversation:
            raise Never("no such message")
        known = self._known(envelope.place)
        to = replace(known, conversation=conversation)
        letter = await self._letter(envelope)
        with self._listening(envelope.place, conversation):
            await self.connector.rewrite(to, activity, letter)

    async def profile(self, place: Place, user: str) -> Profile:
        """What Teams says about somebody in a place, by Entra's object id or their id for us."""
        at = await self._reached(place)
        with self._asking(place, at.conversation):
            told = await self.connector.member(at, user)
        if not _text(told, "id"):
            raise Later(self.clock.now() + SOON, "no such answer was expected")
        return profile_of(told)

    async def members(self, place: Place) -> AsyncGenerator[Member, None]:
        """Who is in a place, page by page as they are wanted."""
        at, token = await self._reached(place), ""
        while True:
            with self._asking(place, at.conversation):
                found, token = await self.connector.members(at, token)
            for one in found:
                yield member_of(one, place.tenant)
            if not token:
                return

    async def chat(self, place: Place) -> Place:
        """Somebody's personal chat with us, begun if need be."""
        return place_of(await self._reached(place), tenant=place.tenant, kind="rep")

    async def channels(self, place: Place, team: str) -> Collection[str]:
        """The ids of a team's channels, by the team's own; asked of the service of a place."""
        at = self._known(place)
        with self._asking(place, at.conversation):
            return await self.connector.channels(at, team)

    async def close(self) -> None:
        """Close the connections."""
        await self.connector.close()

    async def _letter(self, envelope: Envelope) -> Letter:
        card = await self._to_whom(drawn(envelope.message, envelope.say), envelope.place)
        shown = card if self.dialogs else in_cards(card)
        return Letter(card=shown, summary=summary(envelope.message, envelope.say))

    async def _to_whom(self, card: Json, place: Place) -> Json:
        """The card, in a channel with a mention of whoever is meant, by the name they have now."""
        user = reference_of(place).user
        if place.kind == "rep" or not user:
            return card
        try:
            told = await self.profile(place, user)
        except (Later, Never, Gone):
            # It answers them where they wrote: they find it without their name as well.
            return card
        return addressed(card, user, told.name) if told.name else card

    # ---- where to ------------------------------------------------------------------------------

    def _known(self, place: Place) -> Reference:
        """A place's reference, with what is not known taken from us."""
        known = reference_of(place)
        return replace(
            known,
            service=known.service or self.service,
            bot=known.bot or self.bot,
            conversation=main_line(known.conversation),
        )

    async def _reached(self, place: Place) -> Reference:
        """The same, with a conversation; where none is known it is begun, once for a person."""
        known = self._known(place)
        if known.conversation:
            return known
        key = (place.tenant, known.user)
        if key not in self._chats:
            with self._listening(place, known.user):
                chat = await self.connector.chat_with(known, place.tenant)
            if not chat:
                raise Later(self.clock.now() + SOON, "no such answer was expected")
            self._chats[key] = chat
        return replace(known, conversation=self._chats[key])

    # ---- channels ------------------------------------------------------------------------------

    async def _begun(self, place: Place, to: Reference, letter: Letter) -> str:
        with self._listening(place, to.conversation):
            return await self.connector.begin(to, place.tenant, letter)

    async def _answered(self, place: Place, to: Reference, root: str, letter: Letter) -> str:
        """Write into a thread; where its first message is gone, into the channel."""
        thread = replace(to, conversation=under(to.conversation, root))
        try:
            with self._listening(place, to.conversation, but=NO_ACTIVITY):
                return await self.connector.write(thread, letter)
        except Refused:
            return await self._begun(place, to, letter)

    # ---- what is said to it --------------------------------------------------------------------

    @contextmanager
    def _listening(self, place: Place, conversation: str, *, but: str = "") -> Iterator[None]:
        """Write when Teams wants to hear it; a no is raised as what it means, except `but`."""
        self.pacing.take(place.tenant, conversation)
        with self._asking(place, conversation, but=but):
            yield

    @contextmanager
    def _asking(self, place: Place, conversation: str, *, but: str = "") -> Iterator[None]:
        self.pacing.check(conversation)
        try:
            yield
        except Refused as refused:
            if refused.code == THROTTLED and isinstance(refused.means, Later):
                self.pacing.pause(conversation, refused.means.at)
            if but and refused.code == but:
                raise
            raise at_place(refused.means, place.kind) from None


def _root(envelope: Envelope, to: Reference) -> str:
    """The message to write under; in a personal chat, which has no threads, there is none.

    What hangs on a message of another channel goes on in the main line.
    """
    if envelope.place.kind == "rep":
        return ""
    conversation, message = split(envelope.thread)
    return (message if conversation == to.conversation else "") or to.root


def profile_of(member: Mapping[str, Any]) -> Profile:
    """What a roster says of a member; an e-mail address is verified by Entra.

    Shape: learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context. Zone and
    language are known from what they do alone.
    """
    principal = _text(member, "userPrincipalName")
    is_guest = _text(member, "userRole").lower() in ("guest", "anonymous")
    name = _text(member, "name")
    name = name or f"{_text(member, 'givenName')} {_text(member, 'surname')}".strip()
    is_stranger = _GUEST_MARK in principal.upper()
    address = _text(member, "email") or ("" if is_stranger else principal)
    return Profile(name=name, address=address, guest=is_guest or is_stranger)


def member_of(member: Mapping[str, Any], tenant: str) -> Member:
    """Who a member of a roster is: by Entra's object id, else by their id for us."""
    id_ = _text(member, "id")
    object_id = _text(member, "aadObjectId") or _text(member, "objectId")
    account = Account(platform=NAME, tenant=tenant, user=object_id or id_)
    return Member(account=account, id=id_, profile=profile_of(member))


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""
