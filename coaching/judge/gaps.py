"""What an objective or a promise still lacks, test by test (METHOD §2)."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, get_args

from coaching.judge import Verdict
from coaching.judge.rules import acts_en, acts_zh
from coaching.judge.rules.typed import typed

Gap = Literal["customer_acts", "observable", "moves_on", "checkable", "highest"]
PromiseGap = Literal["who", "what", "by_when"]
_Sign = Literal["who", "what", "by_when", "thing", "hedge"]

GAPS: tuple[Gap, ...] = get_args(Gap)
PROMISE_GAPS: tuple[PromiseGap, ...] = get_args(PromiseGap)

_BY_LABEL: dict[str, tuple[Gap, ...]] = {
    "advance": (),
    "order": (),
    "continuation": ("moves_on",),
    "seller_activity": ("customer_acts", "moves_on"),
    "information_only": ("customer_acts", "moves_on"),
    "relationship": ("customer_acts", "observable", "moves_on"),
    "vague": ("customer_acts", "observable", "moves_on"),
}

# "They" and "someone" leave open who it is; a name is read from what stands after it.
_ENGLISH: dict[_Sign, str] = {
    "who": r"he|she|(?:the |his |her |their )?<WHO>|(?:ms|mr|mrs|dr)\.? \w+|their \w+|"
    r"(?!they|someone|everyone|both|customers?|clients?|prospects?|<WORK>|<GOODS>)<NAME> "
    r"(?:(?:has |have )?(?:agreed|agrees|promised|commits|committed|offered|accepts|will|"
    r"would|to|'ll|"
    r"is going to)(?!\w)|(?=\w+(?:s|ed)(?!\w))<ACT>)|"
    r"(?:get|have|ask|by|from|with) (?!us|me|you|the|a|an|them|it|our|my|"
    r"<DATE>)<NAME>(?: to)? <ACT>",
    "what": r"<ACT>|sign(?:s|ed|ing)?|order(?:s|ed|ing)?|buy(?:s|ing)?",
    "by_when": r"<DATE>",
    "thing": r"<GOODS>|<WORK>|\d+|contract|nda|budget|agenda|purchase order|po|invoice|"
    r"letter|minutes",
    "hedge": r"maybe|perhaps|possibly|hopefully|might|if possible|at least|(?:try|"
    r"tries) to|ideally|"
    r"(?:read|reads|look at|looks at|look over|have a look|forward|forwards|mention|mentions)",
}
_CHINESE: dict[_Sign, str] = {
    "who": r"<WHO>|(?<!其)他(?!们)|她(?!们)|[小老][\u4e00-\u9fff](?=答应|同意|承诺|会|把|来|去|要|"
    r"发|在)|"
    r"[\u4e00-\u9fff](?:经理|主任|科长|部长|老师|博士|先生|女士|小姐)",
    "what": r"<ACT>|签(?:合同|单|字|约)|下单|付款",
    "by_when": r"<DATE>",
    "thing": r"<WORK>|数据|记录|清单|报表|日志|图纸|样品|合同|预算|名单|文件|议程|\d+|"
    r"[一二两三四五六七八九十][号台条份个次周天]",
    "hedge": r"也许|可能|尽量|争取|最好|如果可以|看看|了解一下|至少|试着|提一下|转达|翻一翻",
}


@cache
def _signs(*, chinese: bool) -> dict[_Sign, re.Pattern[str]]:
    """The compiled patterns of a language, made when first needed."""
    if chinese:
        return {sign: acts_zh.LEXICON.compile(pattern) for sign, pattern in _CHINESE.items()}
    return {sign: acts_en.LEXICON.compile(pattern) for sign, pattern in _ENGLISH.items()}


def _shows(text: str) -> frozenset[_Sign]:
    """Which signs of a promise a text shows."""
    read = typed(text)
    signs = _signs(chinese=read.is_chinese)
    return frozenset(sign for sign, pattern in signs.items() if pattern.search(read.even))


def objective_gaps(text: str, verdict: Verdict) -> tuple[Gap, ...]:
    """The tests of METHOD §2 that an objective read as `verdict` fails, in their order.

    Whether it is the highest commitment cannot be read from words alone: that test fails only
    where they hold back ("at least", "have a look").
    """
    shows = _shows(text)
    gaps = set(_BY_LABEL[verdict.label])
    if verdict.rule == "objective.just_thinks":
        gaps.add("observable")
    if not shows & {"by_when", "who", "thing"}:
        gaps.add("checkable")
    if verdict.label == "advance" and "hedge" in shows:
        gaps.add("highest")
    return tuple(gap for gap in GAPS if gap in gaps)


def promise_gaps(text: str) -> tuple[PromiseGap, ...]:
    """Which of who, what and by when the words of a promise leave open, in that order."""
    shows = _shows(text)
    return tuple(gap for gap in PROMISE_GAPS if gap not in shows)
