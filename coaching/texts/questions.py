"""How texts that ask something look, in both languages: patterns over folded texts."""

from __future__ import annotations

import re

MARKS = ("?", "？")
# Words that begin a question even where the mark is left out, and seldom begin an outcome.
BEGINS = re.compile(
    r"(?:what|what['’]s|why|how|who|where|which|huh|can you|could you|do you|are you)\b"
    r"|(?:这|这个|这些|那|那个|你)?(?:是什么|是干什么|是做什么|什么(?![都也])|为什么|为啥|怎么(?![都也着])|如何|干嘛|干吗)"
)
# Whole texts that can only be meant for the coach: what is this, and why does it ask?
ABOUT_COACH = re.compile(
    r"what|why|how|huh|what now|what for|why me|help me|explain"
    r"|what(?:['’]s| is| are| was)(?: all)? (?:this|that|it|these)(?: all)?(?: about| for)?"
    r"|what(?:['’]s| is) an? (?:advance|implication question|fallback|continuation)"
    r"|what (?:do|does) (?:you|this|that|it) (?:mean|want|do)"
    r"|what (?:do|can|should|must) i (?:do|write|say|answer|put)(?: here| now)?"
    r"|what are you(?: doing)?|who are you"
    r"|why (?:do|are|did) you (?:ask|asking)(?: me)?(?: (?:for )?(?:this|that|it))?"
    r"|why (?:this|that|should i|do i have to)"
    r"|how (?:do|does|should|can) (?:this|it|i|you) (?:work|use this|use it|answer|do this)"
    r"|(?:sorry )?i (?:do not|don['’]t) (?:understand|get it|know what (?:this|that) is)"
    r"|(?:这|那|这个|那个|这些)(?:都)?(?:是)?(?:什么|啥|干什么|干嘛|做什么)(?:意思|东西|用)?(?:的|用的)?"
    r"|什么意思|什么东西|什么情况|啥意思|啥|什么"
    r"|(?:你)?(?:为什么|为啥|干嘛|干吗)(?:要|老)?(?:问)?(?:我|这个|这些|我这个)?"
    r"|(?:这个|这)?(?:要|该)?(?:怎么|如何)(?:用|弄|填|写|回答|答)"
    r"|(?:我)?(?:该|要)(?:写|填|回答|答)(?:什么|啥)"
    r"|你是谁|你(?:是|能|会)(?:干什么|做什么|干嘛|什么)(?:的)?"
    r"|(?:我)?(?:没看懂|看不懂|没懂|不懂|不明白|没明白)"
)
# What a question ends with and says nothing.
TAIL = re.compile(r"[\s?？!！.。]+$|(?<=[\u4e00-\u9fff])(?:呀|啊|呢|吗|了)?[\s?？!！.。]*$")
