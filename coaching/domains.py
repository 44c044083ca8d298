"""What is known of mail domains: free mail, guests that are no people, where a name begins."""

from __future__ import annotations

from collections.abc import Iterable

# Providers at which anybody has an address: there the address is the customer, not the domain.
_FREE_MAIL = """
126.com 139.com 163.com 189.cn 21cn.com aliyun.com aol.com att.net bigpond.com bluewin.ch
bol.com.br btinternet.com comcast.net cox.net daum.net fastmail.com fastmail.fm foxmail.com
free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com hanmail.net
hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com
icloud.com inbox.lv laposte.net libero.it live.co.uk live.com live.de live.fr live.nl mac.com
mail.com mail.de mail.ru mailbox.org me.com msn.com naver.com o2.pl online.de online.no
orange.fr outlook.com outlook.de outlook.es outlook.fr outlook.jp pm.me posteo.de proton.me
protonmail.com qq.com rediffmail.com rocketmail.com runbox.com sbcglobal.net seznam.cz sfr.fr
sina.cn sina.com sohu.com t-online.de tutanota.com tuta.io uol.com.br verizon.net virgilio.it
vip.163.com vip.qq.com wanadoo.fr web.de wp.pl yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com
yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru yeah.net ymail.com
zoho.com zoznam.sk
"""
FREE_MAIL: frozenset[str] = frozenset(_FREE_MAIL.split())

# Guests that are no people. With @: an address. With a dot: a domain and all below it. Else: words
# in the name or in the part before the @.
BOTS: tuple[str, ...] = (
    "calendar.google.com",
    "fred@fireflies.ai",
    "pilot@otter.ai",
    "bot@fathom.video",
    "notes@fathom.video",
    "bot@tldv.io",
    "assistant.gong.io",
    "notes@avoma.com",
    "scribe@circleback.ai",
    "assistant@read.ai",
    "executive.assistant@read.ai",
    "meet@meetgeek.ai",
    "assistant@sembly.ai",
    "recorder@grain.com",
    "note taker",
    "notetaker",
    "meeting notes",
    "meeting recorder",
    "no reply",
    "noreply",
)

# Second labels under a country's code below which names are given out (example.co.uk).
_SECOND_LABELS = """
ac asn biz co com edu firm gen go gob gouv gov govt gv id ind info ltd ne net nhs nom or org plc res
sch web
"""
_SECOND = frozenset(_SECOND_LABELS.split())
_HOSTED = frozenset({"onmicrosoft.com"})
_COUNTRY = 2


def within(domain: str, domains: Iterable[str]) -> bool:
    """Whether a domain is one of these or lies below one."""
    return any(domain == one or domain.endswith(f".{one}") for one in domains)


def registrable(domain: str) -> str:
    """The part of a domain that somebody registered: eu.halden.co.uk is halden.co.uk.

    A short rule, not the public suffix list: two labels, three below a country's co, com, ac, ...
    """
    labels = domain.split(".")
    short = _COUNTRY
    if len(labels) > short and len(labels[-1]) == _COUNTRY and labels[-2] in _SECOND:
        short += 1
    if ".".join(labels[-2:]) in _HOSTED:
        short += 1
    return ".".join(labels[-short:])
