"""The keys of a second opinion: off by default, on with consent, the key from the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import config
from bot.config import BadConfig, Config
from bot.config.keys import CONSENT, Opinion

ON = "vendor: openai, model: m, consent: true"


def read(tmp_path: Path, told: str, **environment: str) -> Config:
    path = tmp_path / "app.yaml"
    path.write_text(f"opinion: {told}", encoding="utf-8")
    return config.read(path, environment)


def faults(tmp_path: Path, told: str, **environment: str) -> list[str]:
    with pytest.raises(BadConfig) as bad:
        read(tmp_path, told, **environment)
    return str(bad.value).splitlines()


def test_without_a_word_it_is_off(tmp_path: Path) -> None:
    assert (Config().opinion, read(tmp_path, "").opinion) == (None, None)


def test_a_model_of_ones_own_needs_no_key(tmp_path: Path) -> None:
    found = read(tmp_path, f"{{{ON}, address: 'http://127.0.0.1:11434/v1/'}}").opinion
    assert found == Opinion(
        vendor="openai", model="m", consent=True, address="http://127.0.0.1:11434/v1"
    )
    assert found is not None
    assert (found.at, found.host, found.near) == ("http://127.0.0.1:11434/v1", "127.0.0.1", True)


@pytest.mark.parametrize(
    "vendor, host", [("openai", "api.openai.com"), ("anthropic", "api.anthropic.com")]
)
def test_without_an_address_it_is_the_vendors_own(tmp_path: Path, vendor: str, host: str) -> None:
    told = f"{{vendor: {vendor}, model: m, consent: true, key: '${{K}}', timeout: 20, per_day: 9}}"
    found = read(tmp_path, told, K="s3cret").opinion
    assert found is not None
    assert (found.host, found.near, found.key) == (host, False, "s3cret")
    assert (found.timeout, found.per_day) == (20, 9)


def test_the_key_is_never_shown(tmp_path: Path) -> None:
    assert "s3cret" not in repr(read(tmp_path, f"{{{ON}, key: '${{K}}'}}", K="s3cret"))


@pytest.mark.parametrize("consent", ["", ", consent: false"])
def test_it_is_refused_without_consent_which_says_what_is_sent(
    tmp_path: Path, consent: str
) -> None:
    told = f"{{vendor: openai, model: m, address: 'https://llm.example/v1'{consent}}}"
    (fault,) = faults(tmp_path, told)
    assert fault.startswith("opinion.consent: ")
    assert fault.endswith(CONSENT)


@pytest.mark.parametrize(
    "address",
    [
        "http://llm.example/v1",
        "http://8.8.8.8/v1",
        "http://0.0.0.0/v1",
        "ftp://localhost/v1",
        "https://",
        "https://u:pass@llm.example/v1",
        "https://llm.example/v1?key=pass",
        "https://llm.example/v1#x",
        "https://[::1/v1",
        "http://[::1]:99999/v1",
        "llm.example",
    ],
)
def test_an_address_is_encrypted_or_near(tmp_path: Path, address: str) -> None:
    (fault,) = faults(tmp_path, f"{{{ON}, address: '{address}'}}")
    assert fault.startswith("opinion.address: an https:// address, or http:// to localhost")
    assert "pass@" not in fault


@pytest.mark.parametrize(
    "address",
    ["https://llm.example/v1", "http://localhost:1/v1", "http://10.1.2.3/v1", "http://[::1]:8/v1"],
)
def test_an_address_that_is_encrypted_or_near_is_taken(tmp_path: Path, address: str) -> None:
    found = read(tmp_path, f"{{{ON}, address: '{address}'}}").opinion
    assert found is not None
    assert found.at == address


@pytest.mark.parametrize(
    "told, expected",
    [
        (f"{{{ON}, key: sk-1234}}", ["opinion.key: ${NAME}: the key itself belongs in the"]),
        (f"{{{ON}, key: '${{K}}'}}", ["opinion.key: the environment has no K"]),
        (f"{{{ON}}}", ["opinion: key is required unless address names a model of your own"]),
        (
            "{vendor: anthropic, model: m, consent: true, address: 'https://llm.example'}",
            ["opinion: key is required for this vendor"],
        ),
        (
            f"{{{ON}, address: 'http://localhost/v1', timeout: 61, per_day: 0}}",
            ["opinion.timeout: '61': at most 60", "opinion.per_day: '0': at least 1"],
        ),
        ("{vendor: x}", ["opinion.vendor: 'x': one of", "opinion.model: is required", ""]),
        (f"{{{ON}, temperature: 1}}", ["opinion.temperature: no such key; there are vendor"]),
    ],
)
def test_a_fault_names_its_key_and_the_limit(
    tmp_path: Path, told: str, expected: list[str]
) -> None:
    found = faults(tmp_path, told)
    assert len(found) == len(expected)
    assert all(fault.startswith(start) for fault, start in zip(found, expected, strict=True))
    assert "sk-1234" not in "".join(found)
