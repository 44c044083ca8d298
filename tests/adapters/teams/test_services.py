"""Which services are trusted with our token."""

from __future__ import annotations

import pytest

from adapters.chat.teams.services import HOSTS, Services


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_the_connectors_of_microsofts_clouds_are_trusted(host: str) -> None:
    assert Services().allowed(f"https://{host}/emea/")
    assert Services().allowed(f"https://{host.upper()}:443/v3/conversations")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "smba.trafficmanager.net",
        "//smba.trafficmanager.net/",
        "http://smba.trafficmanager.net/emea/",
        "ftp://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net.example.com/",
        "https://evil-smba.trafficmanager.net/",
        "https://other.trafficmanager.net/",
        "https://smba.trafficmanager.net@example.com/",
        "https://user:pass@smba.trafficmanager.net/",
        "https://example.com/smba.trafficmanager.net",
        "https://example.com\\@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net\\.example.com/",
        "https://smba.trafficmanager.net\n.example.com/",
        "https://smba.trafficmanager.net:99999/",
        "https://[::1/",
        "https://ѕmba.trafficmanager.net/",
        "https://smba.trafficmanager.net/" + "x" * 2_000,
        "http://localhost:56150/",
        "https://169.254.169.254/",
    ],
)
def test_all_others_are_not(address: str) -> None:
    assert not Services().allowed(address)


def test_what_the_operator_adds_is_trusted_on_its_own_port() -> None:
    services = Services(extra=frozenset({"gate.example.com", "localhost:56150", "[::1]:9000"}))
    assert services.allowed("https://gate.example.com/x")
    assert services.allowed("http://localhost:56150/_connector")
    assert services.allowed("http://[::1]:9000/")
    assert not services.allowed("http://gate.example.com/x")
    assert not services.allowed("https://gate.example.com:444/x")
    assert not services.allowed("http://localhost:56151/")
    assert not services.allowed("http://localhost/")


def test_an_emulator_may_be_anywhere_on_this_machine_and_nowhere_else() -> None:
    services = Services(near=True)
    assert services.allowed("http://127.0.0.1:1234/")
    assert services.allowed("http://localhost:5/")
    assert not services.allowed("http://192.168.0.2:1234/")
    assert not services.allowed("http://localhost.example.com/")
