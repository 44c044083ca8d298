"""How an opening sounds that talks product, promises gain or gets personal: patterns, any case."""

from __future__ import annotations

import re

# Where one sentence of a text ends; a figure's point ends none.
SENTENCES = re.compile(r"(?<=[.!?])\s+|(?<=[。！？；;])|\n+")

_OFFERED = (
    r"product|system|solution|platform|software|tool|app|service|machine|dashboard|sensor|scanner"
    r"|offer|package|technology|device|equipment|portfolio|module|feature"
)
_GAIN = (
    r"sav(?:e|es|ed|ing)|cut(?:s|ting)?|reduc(?:e|es|ed|ing)|lower(?:s|ed|ing)?"
    r"|boost(?:s|ed|ing)?|increas(?:e|es|ed|ing)|improv(?:e|es|ed|ing)|doubl(?:e|es|ed|ing)"
    r"|halv(?:e|es|ed|ing)|speed(?:s|ing)? up|prevents?|eliminates?|guarantees?"
)
# Whose gain it is, or how much: without either "save" and "cut" are everyday words.
_MUCH = r"you|your|them|their|\d+|percent|half|twice|costs?|waste|downtime|scrap|energy|hours|money"
_OFFERED_ZH = "产品|系统|方案|平台|软件|设备|看板|服务|技术|传感器"
_GAIN_ZH = "省|降|减|提高|提升|增加|缩短|少|回本"

# Talk of what we sell, or of what it brings: neither belongs at the beginning of a large sale.
PRODUCT = re.compile(
    rf"\b(?:our|my) (?:\w+[ -]){{0,3}}(?:{_OFFERED})s?\b.*\b(?:is|are|has|have|can|does|do|comes"
    rf"|lets?|helps?|will|makes?|{_GAIN})\b"
    rf"|\b(?:we|i|our \w+|customers?|plants?|companies) (?:\w+ ){{0,5}}(?:{_GAIN})\b"
    rf".{{0,40}}\b(?:{_MUCH})\b"
    rf"|\bwe (?:can |could )?help (?:\w+ ){{0,4}}(?:like you|{_GAIN})\b"
    r"|\bpays? (?:for itself|off|back)\b|\bwhat we offer\b|\bdid you know (?:that )?our\b"
    r"|\bimagine (?:if|that|what)\b"
    rf"|我们(?:公司|这套|这个|这款)?的?[^，。？！]{{0,8}}(?:{_OFFERED_ZH})[^，。？！]{{0,6}}"
    rf"(?:能|可以|是|有|会|最|让|帮|{_GAIN_ZH})"
    rf"|用了我们[^。？！]{{0,20}}(?:{_GAIN_ZH})"
    rf"|(?:能|可以|会)(?:帮|让|给|为)[^，。？！]{{0,10}}(?:{_GAIN_ZH})"
    r"|(?:客户|同行|企业)[^。？！]{0,16}(?:省了|省下|降了|降低|提高了|提升了)",
    re.IGNORECASE,
)
# A solution shown or told by us before anybody asked for one; not what they would show us.
SHOWS = re.compile(
    r"\b(?:demo|demonstration|pitch)\b|\bdemonstrat(?:e|ing)\b"
    r"|\b(?:show|present|walk|take|introduce)(?:ing)? (?!(?:me|us)\b)"
    rf"(?:\w+ ){{0,4}}?(?:(?:our|the|my) (?:\w+[ -]){{0,3}}(?:{_OFFERED})s?|(?:our|my|the new) \w+)"
    r"|\b(?:a few|some|my|our|an?(?: \w+)?) (?:slides|slide deck|deck|presentation)\b"
    rf"|(?<!给我)(?:演示|展示|介绍|讲)(?:一下|一遍|下)?[^，。？！]{{0,6}}(?:{_OFFERED_ZH}|功能)"
    r"|(?:看|做|来)(?:个|一个|一下)?演示",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"\bhow (?:was|is|are|were|['’]s) (?:your|the) (?:\w+ )?"
    r"(?:weekend|holidays?|vacation|trip to|family|kids|wife|husband|game|match|golf)\b"
    r"|\b(?:golf|fishing|hobb(?:y|ies)|football|soccer|tennis|sailing)\b"
    r"|\b(?:watch|see) the (?:match|game)\b"
    r"|\byour (?:\w+ )?"
    r"(?:family|kids|children|daughter|son|wife|husband|boat|dogs?|garden|holidays?|vacation)\b"
    r"|\b(?:photo|picture|trophy)\b.{0,30}\b(?:wall|desk|shelf)\b"
    r"|高尔夫|打球|球赛|足球|钓鱼|爱好|(?:您|你)(?:的|家)?(?:孩子|家人|太太|先生家)|家里人"
    r"|周末(?:过得|怎么过|玩|打|去哪)|度假|旅游|书法|(?:墙|桌)上的(?:照片|奖杯|画)",
    re.IGNORECASE,
)
