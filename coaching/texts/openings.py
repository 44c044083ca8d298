"""How an opening sounds that talks product, promises gain or gets personal: patterns, any case."""

from __future__ import annotations

import re

# Where one sentence of a text ends; a figure's point ends none.
SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[。！？；;])|\n+")

_OFFERED = (
    r"product|system|solution|platform|software|tool|app|service|machine|dashboard|sensor|offer"
    r"|package|technology|device|equipment|portfolio|module"
)
_GAIN = (
    r"sav(?:e|es|ing)|cut(?:s|ting)?|reduc(?:e|es|ing)|lower(?:s|ing)?|boost(?:s|ing)?"
    r"|increas(?:e|es|ing)|improv(?:e|es|ing)|doubl(?:e|es|ing)|halv(?:e|es|ing)"
    r"|speed(?:s|ing)? up|pays? (?:for itself|off|back)|prevents?|eliminates?|guarantees?"
)
# Talk of what we sell, or of what it brings: neither belongs at the beginning of a large sale.
PRODUCT = re.compile(
    rf"\b(?:our|this|the) (?:\w+[ -]){{0,3}}(?:{_OFFERED})s?\b.*\b(?:is|has|can|does|comes|lets"
    rf"|helps?|will|{_GAIN})\b"
    rf"|\b(?:we|i|our \w+|customers?|plants?|companies) (?:\w+ ){{0,5}}(?:{_GAIN})\b"
    r"|\bwe (?:can )?help (?:\w+ ){0,4}(?:like you|to|you)\b"
    r"|我们(?:公司)?的?[^，。？！]{0,8}(?:产品|系统|方案|平台|软件|设备|看板|服务|技术|传感器)"
    r"[^，。？！]{0,6}(?:能|可以|是|有|会|最|让|帮)"
    r"|(?:能|可以|会)(?:帮|让|给|为)[^，。？！]{0,10}(?:省|降|减|提高|提升|增加|缩短|少)"
    r"|客户[^，。？！]{0,10}(?:省了|省下|降了|降低|提高了|提升了)",
    re.IGNORECASE,
)
# A solution shown or told before anybody asked for one.
SHOWS = re.compile(
    r"\b(?:demo|demonstrat(?:e|ion)|pitch)\b"
    rf"|\b(?:show|present|walk|take|introduce)\b.{{0,25}}\b(?:our|the) (?:\w+[ -]){{0,3}}"
    rf"(?:{_OFFERED}|slides|deck|presentation|features?)s?\b"
    r"|(?:演示|展示|介绍|讲)(?:一下|一遍)?[^，。？！]{0,6}"
    r"(?:产品|系统|方案|平台|软件|设备|看板|服务|技术|功能)",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"\bhow (?:was|is|are|were) (?:your|the) (?:\w+ )?"
    r"(?:weekend|holidays?|vacation|trip|family|kids|wife|husband|game|match|golf)\b"
    r"|\b(?:golf|fishing|hobb(?:y|ies)|football|soccer|tennis|sailing)\b"
    r"|\byour (?:\w+ )?(?:family|kids|children|wife|husband|boat|dog|garden|holidays?|vacation)\b"
    r"|\b(?:photo|picture|trophy)\b.{0,30}\b(?:wall|desk|shelf)\b"
    r"|高尔夫|打球|球赛|足球|钓鱼|爱好|(?:您|你)(?:的|家)?(?:孩子|家人|太太|先生家)|家里人"
    r"|周末(?:过|去|怎么|玩|打)|度假|旅游|书法|(?:墙|桌)上的(?:照片|奖杯|画)",
    re.IGNORECASE,
)
