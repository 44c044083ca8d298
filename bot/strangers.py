"""Those who need not be coached: where and in which language they are spoken to."""

from __future__ import annotations

from dataclasses import replace

from adapters.ports import Account, Place, Tenant, Unit
from coaching.messages import Message
from coaching.people import Language


async def tell_admin(
    unit: Unit, tenant: Tenant | None, there: Account, key: str, told: Message
) -> None:
    """Tell whoever installed or runs the coach there, once for each `key`."""
    if tenant is None or tenant.installer in {"", there.user}:
        return
    admin = replace(there, user=tenant.installer)
    language, zone = await reader(unit, admin)
    place = await chat_of(unit, admin)
    await unit.notify(key, place, told, language=language, zone=zone)


def direct(account: Account) -> Place:
    """Somebody's direct messages, by who they are: they need not be coached here."""
    return Place(platform=account.platform, tenant=account.tenant, address=account.user, kind="rep")


async def chat_of(unit: Unit, account: Account) -> Place:
    """Somebody's direct messages: as they are known there, else by who they are."""
    found = await unit.found(account)
    known = found[1] if found is not None else None
    if known is None or known.platform != account.platform:
        return direct(account)
    return known


def nobody_at(place: Place) -> Account:
    """Nobody's account where a place is."""
    return Account(platform=place.platform, tenant=place.tenant, user="")


async def reader(unit: Unit, account: Account) -> tuple[Language, str]:
    """In which language and zone to speak to somebody who may be no rep."""
    rep = await unit.rep_of(account)
    if rep is not None:
        return rep.language, rep.zone or "UTC"
    teams = await unit.teams()
    return (teams[0].language, teams[0].zone) if teams else ("en", "UTC")
