"""The words the coach understands in chat, in both languages; all lower case."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, ...]] = {
    "plan": ("plan", "prepare", "准备", "计划"),
    "review": ("review", "debrief", "复盘", "回顾"),
    "today": ("today", "今天", "今日"),
    "week": ("week", "this week", "本周", "这周"),
    "settings": ("settings", "preferences", "设置", "偏好"),
    "pause": ("pause", "mute", "stop", "暂停", "停一停", "勿扰"),
    "resume": ("resume", "unpause", "start", "恢复", "继续提醒"),
    "help": ("help", "?", "？", "hi", "hello", "hey", "帮助", "你好", "您好"),
}
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
KEEP = frozenset({"keep", "keep it", "done", "leave it", "留着", "不改", "不改了", "就这样"})
SKIP = frozenset({"skip", "pass", "跳过", "不用了"})
NOTHING_NEW = frozenset({"nothing new", "nothing", "none", "no", "-", "没有", "没有新的", "无"})
ENOUGH = frozenset({"enough", "enough for today", "done", "今天到这", "先到这", "够了"})
HELD: dict[str, frozenset[str]] = {
    "agreed": frozenset({"they agreed", "agreed", "yes", "答应了", "同意了"}),
    "fallback": frozenset({"the fallback", "fallback", "退一步的那个", "退而求其次"}),
    "other": frozenset({"something else", "other", "别的结果", "别的"}),
    "signed": frozenset({"they signed", "signed", "签单了", "签了", "签单"}),
    "nothing": frozenset(
        {"nothing firm", "nothing", "continuation", "没推进", "暂时中断", "没进展"}
    ),
    "refused": frozenset({"they refused", "refused", "no", "拒绝了", "明确拒绝", "被拒了"}),
    "not_held": frozenset({"not held", "no show", "cancelled", "没开成", "取消了", "没见成"}),
}
PAUSES: dict[str, tuple[str, ...]] = {
    "day": ("today", "for today", "a day", "1 day", "今天", "一天"),
    "monday": ("until monday", "till monday", "monday", "到周一", "到下周一", "周一"),
    "week": ("a week", "one week", "1 week", "for a week", "一周", "一个星期"),
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
NEARBY: dict[str, int] = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "今天": 0,
    "今晚": 0,
    "明天": 1,
    "明早": 1,
    "后天": 2,
    "大后天": 3,
}
UNITS: dict[str, int] = {"day": 1, "days": 1, "week": 7, "weeks": 7, "天": 1, "周": 7, "星期": 7}
NUMBERS: dict[str, int] = {
    **{
        word: number
        for number, word in enumerate(
            ("a", "two", "three", "four", "five", "six", "seven"), start=1
        )
    },
    "one": 1,
    "an": 1,
    **{word: number for number, word in enumerate("一二三四五六七", start=1)},
    "两": 2,
}
