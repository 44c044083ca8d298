"""Where Teams may be spoken to: nothing of ours is sent to any other address."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

# The connectors of Teams, cloud by cloud: public, GCC, GCC High, DoD, and 21Vianet in China
# (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages).
HOSTS = frozenset(
    {
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
        "frontend.botapi.msg.infra.teams.microsoftonline.cn",
    }
)
_LONGEST = 2_000
_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """The services that are trusted: Microsoft's own, and those that the operator adds.

    `extra` are hosts, with a port where it is none of the usual ("localhost:56150"); an address
    that is not encrypted is trusted on this machine alone. With `near` all of this machine is.
    """

    extra: frozenset[str] = frozenset()
    near: bool = False

    def allowed(self, service_url: str) -> bool:
        """Whether a `serviceUrl` leads to a trusted service."""
        try:
            at = urlsplit(service_url)
            host, port = (at.hostname or "").lower(), at.port or _PORTS[at.scheme]
        except (ValueError, KeyError):
            return False
        if len(service_url) > _LONGEST or not _is_plain(service_url) or "@" in at.netloc:
            return False
        is_here = _is_loopback(host)
        if at.scheme == "http" and not is_here:
            return False
        if self.near and is_here:
            return True
        if port == _PORTS[at.scheme] and (host in HOSTS or host in self.extra):
            return True
        return f"{_bracketed(host)}:{port}" in self.extra


def _is_plain(address: str) -> bool:
    """Whether every reader of an address sees the same in it: no control signs, no backslashes."""
    return address.isascii() and address.isprintable() and not set(' \\<>"').intersection(address)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
