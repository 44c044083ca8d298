"""The words the coach understands in chat, in both languages; all lower case."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, ...]] = {
    "plan": ("plan", "prepare", "准备", "计划"),
    "review": ("review", "debrief", "复盘", "回顾"),
    "today": ("today", "今天", "今日"),
    "week": ("week", "this week", "本周", "这周"),
    "needs": ("needs", "need", "需求"),
    "difficulties": ("difficulties", "difficulty", "explore", "难点", "帮我想", "难处"),
    "product": ("product", "products", "产品"),
    "inside": ("inside", "ally", "allies", "champion", "内部支持", "支持者", "内线"),
    "objection": ("objection", "objections", "异议"),
    "sale": ("sale", "customer", "客户"),
    "say": ("say", "话术", "怎么说"),
    "stages": (
        *("stages", "four stages", "opening", "commitment"),
        *("四步", "会谈四步", "四个阶段", "开场", "晋级承诺"),
    ),
    "judge": ("judge", "评判", "评一评", "评一下", "评"),
    "settings": ("settings", "preferences", "设置", "偏好"),
    "connect": ("connect", "link calendar", "calendar", "连接日历", "日历"),
    "pause": ("pause", "mute", "stop", "暂停", "停一停", "勿扰"),
    "resume": ("resume", "unpause", "start", "恢复", "继续提醒"),
    "privacy": ("privacy", "who sees this", "隐私", "谁看得到"),
    "promises": ("promises", "ledger", "客户承诺", "承诺"),
    "team": ("team", "my team", "团队", "我的团队"),
    "evaluate": ("evaluate", "evaluation", "does it work", "评估", "有没有用"),
    "learn": ("learn", "learnings", "经验", "学到的", "学习"),
    "survey": ("survey", "问卷", "自评"),
    "practice": ("practice", "practise", "练习"),
    "count": ("count", "同行计数", "计数"),
    "help": ("help", "?", "？", "hi", "hello", "hey", "帮助", "你好", "您好"),
}
# What the method knows and the coach cannot do in chat yet.
ABSENT: dict[str, tuple[str, ...]] = {
    "export": ("export", "export my data", "导出", "导出我的数据"),
    "forget-me": ("forget me", "forget", "erase me", "忘了我", "忘掉我", "删除我的数据"),
}
# What is practised, as it is named behind “practice”.
PRACTISED: dict[str, tuple[str, ...]] = {
    "questions": ("questions", "more questions", "多提问", "提问"),
    "problem": ("problem", "problem questions", "难点", "难点问题"),
    "implication": ("implication", "implication questions", "暗示", "暗示问题"),
    "need_payoff": (
        *("need-payoff", "payoff", "need-payoff questions", "payoff questions"),
        *("效益", "需求—效益", "需求效益", "需求—效益问题", "效益问题"),
    ),
    "situation": (
        *("situation", "situation questions", "fewer situation questions"),
        *("背景", "背景问题", "少问背景", "少问背景问题"),
    ),
}
PUT_ASIDE = frozenset({"none", "nothing", "stop", "enough", "放下", "先放下", "不练了", "停"})
# What “help” is asked about, to be told the words of the method.
METHOD = frozenset({"method", "the method", "more", "方法", "更多"})
THANKS = frozenset(
    {
        "thanks",
        "thank you",
        "thx",
        "ok",
        "okay",
        "great",
        "good",
        "cool",
        "got it",
        "谢谢",
        "多谢",
        "好",
        "好的",
        "收到",
        "嗯",
        "行",
    }
)
# Who begins so speaks of themself: what stands before a colon is no name then.
OF_ONESELF = frozenset({"i", "we", "our", "my", "it", "this", "that", "there", "but", "and"})
OF_ONESELF_ZH = ("我", "咱", "这", "那", "但", "就是")
KEEP = frozenset({"keep", "keep it", "done", "leave it", "留着", "不改", "不改了", "就这样"})
OTHERWISE = frozenset(
    {
        "i see it otherwise",
        "i see it differently",
        "i disagree",
        "i don't agree",
        "i don’t agree",
        "specific enough",
        "我不这么看",
        "我不同意",
        "不同意",
        "够具体了",
    }
)
SKIP = frozenset({"skip", "pass", "跳过", "不用了"})
NOTHING_NEW = frozenset({"nothing new", "nothing", "none", "no", "-", "没有", "没有新的", "无"})
# Whether the rep can end a problem for a customer.
YES = frozenset(
    {"yes", "y", "yes we can", "yes, we can", "we can", "sure"}
    | {"是", "是的", "能", "可以", "能解决", "有"}
)
NO = frozenset(
    {"no", "n", "no we can't", "we can't", "not surely", "not sure", "no, or not surely"}
    | {"不能", "没把握", "不能，或没把握", "没有", "不行", "解决不了"}
)
NOBODY = frozenset(
    {"nobody", "no one", "noone", "nobody yet", "没有人", "没人", "还没有", "还没有人"}
)
NO_DAY = NOTHING_NEW | SKIP | {"no day", "no date", "open", "没有日子", "没定", "没说"}
ENOUGH = frozenset(
    {"enough", "enough for today", "done", "that's all", "that’s all", "no more"}
    | {"今天到这", "先到这", "够了", "没有了", "没了", "就这些"}
)
BACK = frozenset({"back", "previous", "go back", "上一条", "上一个", "上一题", "返回"})
# How strongly one agrees with a statement, 1..5.
AGREES: dict[int, frozenset[str]] = {
    1: frozenset({"strongly disagree", "not at all", "完全不同意", "非常不同意", "一"}),
    2: frozenset({"disagree", "不同意", "不太同意", "二"}),
    3: frozenset({"not sure", "neutral", "neither", "说不准", "不确定", "一般", "三"}),
    4: frozenset({"agree", "同意", "比较同意", "四"}),
    5: frozenset({"strongly agree", "fully agree", "非常同意", "完全同意", "五"}),
}
# How a command begins that says what type of customer one is.
TYPE = ("type", "kind", "客户类型", "类型", "行业")
HELD: dict[str, frozenset[str]] = {
    "agreed": frozenset({"they agreed", "agreed", "yes", "答应了", "同意了"}),
    "fallback": frozenset({"the fallback", "fallback", "退一步的那个", "退而求其次"}),
    "other": frozenset(
        {"something else", "they agreed to something", "other", "别的结果", "答应了一件事", "别的"}
    ),
    "signed": frozenset({"they signed", "signed", "签单了", "签了", "签单"}),
    "nothing": frozenset(
        {"nothing firm", "nothing", "continuation", "没推进", "暂时中断", "没进展"}
    ),
    "refused": frozenset({"they refused", "refused", "no", "拒绝了", "明确拒绝", "被拒了"}),
    "not_held": frozenset({"not held", "no show", "cancelled", "没开成", "取消了", "没见成"}),
}
# How the length of a pause begins, where it is no other text.
HOW_LONG = ("until ", "till ", "for ", "到", *"123456789一二两三四五六七")
PAUSES: dict[str, tuple[str, ...]] = {
    "day": ("today", "for today", "a day", "for a day", "one day", "1 day", "今天", "一天"),
    "monday": (
        "until monday",
        "till monday",
        "monday",
        "this week",
        "until next week",
        "till next week",
        "到周一",
        "到下周一",
        "周一",
        "下周一",
        "本周",
        "这周",
        "到下周",
    ),
    "week": ("a week", "one week", "1 week", "for a week", "一周", "一个星期", "1周", "七天"),
    "open": ("open", "until i say", "until i say so", "直到我说", "等我说", "一直"),
}
WEEKDAYS: dict[str, int] = {
    **{
        name: number
        for number, names in enumerate(
            (
                ("monday", "mon"),
                ("tuesday", "tue", "tues"),
                ("wednesday", "wed"),
                ("thursday", "thu", "thur", "thurs"),
                ("friday", "fri"),
                ("saturday",),
                ("sunday",),
            )
        )
        for name in names
    },
    **{
        f"{prefix}{name}": number
        for number, name in enumerate("一二三四五六日")
        for prefix in ("周", "星期", "礼拜")
    },
    "周天": 6,
    "星期天": 6,
    "礼拜天": 6,
}
MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
VERBS_LIKE_MONTHS = frozenset({"may", "march"})
WEEKS_AHEAD: dict[str, int] = {
    "next": 1,
    "next week": 1,
    "next week on": 1,
    "本": 0,
    "这": 0,
    "这个": 0,
    "下": 1,
    "下个": 1,
    "下下": 2,
    "下下个": 2,
}
NOT_AHEAD = frozenset({"last", "past", "every", "each", "上", "上个", "每", "每个"})
ENDS: dict[str, tuple[str, int]] = {
    **dict.fromkeys(("end of the week", "end of week", "end of this week"), ("week", 0)),
    **dict.fromkeys(("later this week", "within this week", "by this week", "eow"), ("week", 0)),
    **dict.fromkeys(("next week", "end of next week"), ("week", 1)),
    **dict.fromkeys(("end of the month", "end of month", "end of this month"), ("month", 0)),
    **dict.fromkeys(("month's end", "month’s end", "eom"), ("month", 0)),
    "end of next month": ("month", 1),
    **dict.fromkeys(
        ("end of the quarter", "end of quarter", "end of this quarter"), ("quarter", 0)
    ),
    **dict.fromkeys(("end of the year", "end of year", "end of this year", "eoy"), ("year", 0)),
    **dict.fromkeys(
        ("本周内", "这周内", "本周之内", "这周之内", "周末前", "周末之前"), ("week", 0)
    ),
    **dict.fromkeys(("下周", "下个周", "下星期", "下个星期", "下礼拜", "下个礼拜"), ("week", 1)),
    "下下周": ("week", 2),
    **dict.fromkeys(("月底", "月末", "本月底", "这个月底"), ("month", 0)),
    **dict.fromkeys(("下月底", "下个月底", "下月末", "下个月末"), ("month", 1)),
    **dict.fromkeys(("季度末", "季末", "本季度末"), ("quarter", 0)),
    **dict.fromkeys(("年底", "年末", "今年底"), ("year", 0)),
}
NEARBY: dict[str, int] = {
    "today": 0,
    "tonight": 0,
    "end of day": 0,
    "eod": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "今天": 0,
    "今晚": 0,
    "明天": 1,
    "明早": 1,
    "明晚": 1,
    "后天": 2,
    "大后天": 3,
}
UNITS: dict[str, int] = {
    "day": 1,
    "days": 1,
    "week": 7,
    "weeks": 7,
    "天": 1,
    "周": 7,
    "星期": 7,
    "礼拜": 7,
}
MONTHS_LONG = frozenset({"month", "months", "个月"})
NUMBERS: dict[str, int] = {
    **{
        word: number
        for number, word in enumerate(
            ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
        )
    },
    "one": 1,
    "an": 1,
    **{word: number for number, word in enumerate("一二三四五六七八九十", start=1)},
    "两": 2,
}
