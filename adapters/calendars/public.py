"""Which machines a given address may lead to: none inside the operator's own network."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

_NAT64 = IPv6Network("64:ff9b::/96")


class NotPublic(OSError):
    """The address leads into a private network."""


class PublicResolver(AbstractResolver):
    """Looks names up and gives out only public addresses.

    It stands at the connection itself, so a name cannot lead elsewhere after it was checked.
    """

    def __init__(self, trusted: str | None = None) -> None:
        """Ask the system's resolver; a name that is `trusted` may lead anywhere."""
        self._system = ThreadedResolver()
        self._trusted = trusted

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The host's addresses; `NotPublic` if any of them is inside."""
        results = await self._system.resolve(host, port, family)
        for result in results if host != self._trusted else ():
            check_public(result["host"])
        return results

    async def close(self) -> None:
        """Nothing is held."""
        await self._system.close()


def check_public(host: str) -> None:
    """Raise `NotPublic` if the host is a literal address that is not public; names pass."""
    try:
        address = ip_address(host.strip("[]"))
    except ValueError:
        return
    if not is_public(address):
        raise NotPublic


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address is of the open internet, also where it is wrapped in another."""
    inner = list(_inner(address))
    if inner:
        return all(is_public(one) for one in inner)
    is_odd = address.is_multicast or address.is_reserved or address.is_unspecified
    is_site = isinstance(address, IPv6Address) and address.is_site_local
    return address.is_global and not (is_odd or is_site)


def _inner(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses an IPv6 address stands for."""
    if not isinstance(address, IPv6Address):
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
    if address.sixtofour:
        yield address.sixtofour
    if address.teredo:
        yield from address.teredo
    if address in _NAT64 or int(address) >> 32 == 0:
        yield IPv4Address(int(address) & 0xFFFFFFFF)
