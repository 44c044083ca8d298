"""Whether words voice a need: trouble is implied, a wish explicit (METHOD §6, §14)."""

from __future__ import annotations

import re

from coaching.judge import Verdict
from coaching.judge.rules import lexicon_en, lexicon_zh
from coaching.judge.rules.reading import Cue, Cues, Hit, clear_of, verdict
from coaching.judge.rules.typed import Typed

ENGLISH = (
    Cue(
        "need.want",
        0.95,
        r"(?:we|i|they|he|she|you|people|everyone|customers?|our \w+|my \w+|the \w+|who|"
        r"\w+)(?:'d)?(?: \w+)?(?: \w+)? (?:want(?:s|ed)?|wish(?:es)?|would (?:\w+ )?(?:like|"
        r"love|prefer)|'d (?:\w+ )?(?:like|love)|need(?!n)s?|require[sd]?|must(?! be (?:tired|"
        r"a joke))|demands?|insists?|expects?|hopes?|am hoping|are hoping|is hoping|long for|"
        r"(?:are|is|am|'re|'m) (?:\w+ )?(?:looking (?:for|to|at (?:buying|getting|replacing))|"
        r"keen to|eager to|after|in the market for)|dreams? of)(?: \S+){0,6}",
    ),
    Cue(
        "need.want",
        0.9,
        r"(?:^|[.,;] ?|so |but |and )(?:want|need|would like|looking for|wish|must have|"
        r"require)(?: \S+){1,6}|what (?:we|i)(?:'d| would)? (?:really )?(?:like|want|need|wish|"
        r"would like|'d like)(?: \S+){0,5}|if only(?: \S+){0,5}|(?:it|that) (?:would|"
        r"'d) be (?:great|good|nice|ideal|perfect|helpful|useful) (?:if|to)(?: \S+){0,5}|"
        r"(?:must|has to|have to|needs to|should) (?:be (?:able|faster|ready|in place|solved|"
        r"fixed|under|done|below|available|compliant)|handle|support|come down|drop|work|fit|"
        r"run|go below|improve|go down|get (?:faster|better|down))(?: \S+){0,4}|(?:top|first|"
        r"highest|number one|biggest|main) (?:priority|goal|wish|requirement)(?: \S+){0,5}|"
        r"(?:our|the) (?:goal|target|aim|requirement|objective) is(?: \S+){0,5}|it(?:'s|"
        r" is) (?:essential|important|critical|vital|crucial) (?:that|for|to|we)(?: \S+){0,5}|"
        r"(?:i|we)(?:'d| would) (?:pay|give)(?: \S+){0,5}|a must|(?:please|can you) (?:find|"
        r"get) (?:me|us)(?: \S+){0,4}",
    ),
    Cue(
        "need.want",
        0.85,
        r"(?:need(?:s)?|want(?:s)?|would like|'d like|would love|'d love|'d want|would want|"
        r"would help|'d help|wish(?:es)?|require[sd]?|hoping (?:to|for)|looking (?:to|for)|"
        r"must)(?! (?:to )?(?:have been|be kidding)) (?:\S+)(?: \S+){0,5}|(?:important|critical|"
        r"crucial|essential|key|vital|a priority|priority|matters?(?: most)?)(?: \S+)? (?:to|"
        r"for) (?:us|me|our \w+)(?: \S+){0,4}|what matters(?: \S+){0,5}|(?:it|that|this)(?:'d|"
        r" would) (?:really |be )?(?:help|save|solve|make|great|nice|a dream)(?: \S+){0,5}|"
        r"(?:can'?t wait|ideally|preferably|dream)(?: \S+){0,5}|if (?:we|i) (?:could|had|"
        r"were able to)(?: \S+){1,6}|(?:has|have) to (?:be |get |become )?(?:faster|better|"
        r"cheaper|safer|quicker|able|automatic|in one|within|under|below|less|more|possible|"
        r"visible|available|gone)(?: \S+){0,4}|(?:interested|keen) (?:in|on|to)(?: \S+){1,5}",
    ),
    Cue(
        "need.intention",
        0.95,
        r"(?:we|i|they|he|she|our \w+|the \w+|management|the board)(?:'re|'m|'ve| are| is| am|"
        r" have| has|'ll| will)?(?: \w+)? (?:going to|gonna|plan(?:s|ned|ning)? (?:to|on|a|for)|"
        r"intend(?:s|ed)? to|decided to|committed to|set aside|budgeted|allocated|determined to|"
        r"about to|aim(?:s|ing)? to|have to (?:solve|fix|replace|find|get|stop|cut|reduce|"
        r"change|do something|act)|will (?:replace|buy|invest|switch|install|implement|change|"
        r"upgrade|move|roll out|cut|fix|solve|hire|introduce|automate)|must (?:solve|fix|"
        r"replace|find|get|stop|cut|reduce|change))(?: \S+){0,6}",
    ),
    Cue(
        "need.intention",
        0.85,
        r"(?:have|has|there's|got|is) (?:a |the |our )?budget (?:for|to|set aside|approved|"
        r"of)(?: \S+){0,4}|(?:project|tender|rfp) (?:is|has been|was) (?:started|approved|"
        r"launched|out|issued)(?: \S+){0,3}|something (?:has|needs) to (?:change|"
        r"happen)(?: \S+){0,3}|we can'?t go on(?: \S+){0,3}|time to (?:replace|change|act|"
        r"fix)(?: \S+){0,3}|(?:replacing|buying|switching|investing in|"
        r"automating)(?: \S+){1,4} (?:this|next) (?:year|quarter|month|summer|spring)",
    ),
    Cue("need.trouble", 0.85, r"<TROUBLE>(?: \S+){0,5}"),
    Cue(
        "need.trouble",
        0.85,
        r"(?:not|\w+n'?t|never|hardly|barely|nobody|no one|no|nor|"
        r"without)(?: \w+){0,2} (?:happy|satisfied|good enough|fast enough|easy|reliable|"
        r"accurate|enough|keep up|know|knows|see|find|finds|rely|trust|work|works|working|clear|"
        r"sure|ideal|great|comfortable|content|thrilled|pleased|visibility|overview|control|"
        r"idea|cope|manage|afford|time|capacity|in time|on time|agree|match|talk to|fit|reach|"
        r"get|tell|connected|integrated|perfect|the best)(?: \S+){0,5}|(?:takes?|took|taking|"
        r"spend|spends|spending|cost|costs|needs?) (?:us |me |them |him |her |about |around |"
        r"roughly |almost |nearly |up to |half |far |way |over |at least |more than |"
        r"too )*(?:\d+|a day|days|hours|weeks|an hour|forever|ages|half|long|a week|two|three|"
        r"four|five|six|a full|a whole|the whole|all day|so)(?: \S+){0,6}|(?:every time|"
        r"again and again|over and over|keeps? \w+ing|still (?:do|use|have to|type|copy|"
        r"on paper)|have to (?:redo|re\w+|chase|guess|check|call|wait|copy|type|do|throw|enter|"
        r"stop|restart|phone|ask|go)|had to(?: \w+){1,4}|someone has to|we end up|by mistake|"
        r"always (?:\w+ )?(?:late|wrong|down|full)|getting (?:old|worse)|outdated|old and|eats?|"
        r"eating|drains?|fed up|sick of|tired of|can get|could be better|bit of a|goes? (?:up|"
        r"missing)|sometimes \w+ (?:out|off|down)|blind|guess(?:ing|work)?|fire ?fight\w*|"
        r"no idea|out of date|out of stock|left in|leaving|quit|walked|angry|upset|furious|"
        r"unclear|scattered|silos?|excel hell|on paper|noise|noisy)(?: \S+){0,5}",
    ),
    Cue(
        "need.content",
        0.85,
        r"(?:(?:very|quite|really|pretty|perfectly|so|are|is|am|'re|'m|all|fully) )+(?:happy|"
        r"satisfied|pleased|content|fine|great|good|smooth|impressed|proud)(?: \S+){0,4}|"
        r"(?:works?|runs?|running|working|goes|went) (?:just |very |really |quite |"
        r"perfectly )*(?:well|fine|great|smoothly|perfectly|like a charm)|no (?:problems?|"
        r"complaints?|issues?|trouble)(?: \S+){0,3}|(?:don'?t|do not|doesn'?t|didn'?t|no longer|"
        r"never|not) (?:really |actually |currently )?(?:need|want|require|"
        r"looking)(?: \S+){0,4}|(?:nice|great|good|lovely|impressive|love|like[sd]?|thanks?|"
        r"thank you) (?:your|the|this|demo|product|tool|presentation|dashboard|team|job|idea|"
        r"work|for|what)(?: \S+){0,4}|can'?t complain|not (?:bad|a problem|an issue)|"
        r"nothing wrong",
    ),
    Cue(
        "need.asks",
        0.9,
        r"^(?:how|what|when|where|who|which|why|do|does|did|can|could|is|are|will|would|have|"
        r"has)(?!\w)[^.]*\?\s*$|[^.!]*\?\s*$",
    ),
    Cue(
        "need.fact",
        0.6,
        r"(?:we|they|i|our \w+|the \w+|there) (?:have|has|had|use|uses|used|run|runs|are|is|was|"
        r"were|bought|installed|started|introduced|employ|make|makes|sell|ship|work|got|took|"
        r"signed|moved|founded|operate|produce|buy|serve|switched|opened|changed|built|report|"
        r"meet|own|store|keep)(?: \S+){0,5}",
    ),
)

CHINESE = (
    Cue(
        "need.want",
        0.95,
        r"(?<!不)(?<!没)(?:希望|想要|想(?!想|不|到|法|起|当)|需要(?!花|人工|手工|反复|加班|等|"
        r"重新|\d|两|三|好几|几)|要求|盼着?|期望|期待|最好(?:能|是|有)|得有|必须(?:能|要|有|得|"
        r"在|把|支持|达到|做到|解决|控制|降|保证)?|务必|要是能[^,.;?!]{1,12}就好|"
        r"如果能[^,.;?!]{1,12}就好|巴不得|愿意(?:花|出|投|买|换)|急需|迫切)[^,.;?!]{0,12}",
    ),
    Cue(
        "need.want",
        0.9,
        r"(?<!不)(?<!没)(?<!需)(?:要(?:能|把|有|一个|一套|一种|降|提|缩|减|做到|达到|实现|解决|"
        r"控制|尽快|在|支持|保证|快|上|换|找)|应该(?:能|要|有|换)|目标是|重点是|优先(?:级|考虑|"
        r"解决)|首要)[^,.;?!]{1,12}|(?:只要|能)[^,.;?!]{1,10}(?:就好了?|就行|最好)[^,.;?!]{0,4}",
    ),
    Cue(
        "need.want",
        0.85,
        r"(?<!不)(?<!没)(?:如果|要是)能[^,.;?!]{2,14}|(?:能|可以)[^,.;?!]{2,12}(?:就好|最好|"
        r"就行|就省心|多好)|(?:很|最|非常|特别)(?:想|需要|希望|看重|在乎)[^,.;?!]{1,12}|(?:我|"
        r"我们|公司|老板|领导|客户|车间|财务)(?:就|也|都|真|现在|一直|其实)?(?:要|想|需要|"
        r"希望)(?!花|求我|人工|手工|反复|加班|等|重新|是不|好几|\d|两|三)[^,.;?!]{2,14}|(?:要求|"
        r"必须|一定得?|得)(?:做到|达到|在|能|有|控制|降|支持|保证|快|准|满足|"
        r"符合)[^,.;?!]{1,12}|缺(?:一个|个|一套)[^,.;?!]{1,12}",
    ),
    Cue(
        "need.intention",
        0.95,
        r"(?<!不)(?<!没)(?:打算|计划|准备(?!好)|决定|已经立项|立项|列(?:入|了)(?:预算|计划)|"
        r"预算(?:已|批了|有了|留|拨|做了)|拨了|(?:今年|明年|年底前|下个?季度|下半年|下个?月|"
        r"本季度|一定|马上|肯定)(?:内|前)?(?:一定|就|必须|肯定)?要|要(?:换掉?|上|买|改造|升级|"
        r"招标|引进|淘汰|采购|更换|投|推行|开始)|在(?:找|选型|招标|评估|看)|正在(?:找|选|招标|"
        r"评估)|非(?:换|改|解决)不可|不能再(?:拖|这样|等)|必须解决|得(?:换|改|解决|"
        r"想办法))[^,.;?!]{0,12}",
    ),
    Cue("need.trouble", 0.85, r"[^,.;?!]{0,6}<TROUBLE>[^,.;?!]{0,8}"),
    Cue(
        "need.trouble",
        0.85,
        r"(?:不(?:好|太|够|满|能|清楚|知道|准|稳|方便|一样|及时|统一|透明|理想|放心|同步|行|敢|"
        r"到位|了解|支持|顺)|没(?:办法|法|人|时间|有人|有数据|有统一|数|空|底)|看不(?:到|见|清)|"
        r"找不到|查不到|跟不上|做不(?:完|到|了|过来)|忙不过来|管不(?:过来|了|住)|算不(?:清|准|"
        r"过来)|说不清|等(?:半天|很久|好久|好几|上|一)|花(?:了|掉|费)?[^,.;?!]{0,6}(?:小时|天|"
        r"时间|个人|功夫)|要(?:花|等|两|三|好几|几|重新|反复)[^,.;?!]{0,8}|得(?:重新|反复|手|人|"
        r"一个个|挨个|来回)[^,.;?!]{0,8}|老(?:是|出|坏|停|要|化)|总(?:是|出|要|有)|经常|天天|"
        r"又[^,.;?!]{0,6}(?:了)|越来越(?:多|慢|差|高|难|贵)|靠(?:人|手|经验|excel|猜|感觉|微信|"
        r"电话)|太(?:贵|高|长|多|久|复杂|旧|老|少|杂|乱|大|低)|有点(?:慢|乱|旧|吃力|老|高|复杂)|"
        r"半天|一堆|全靠|每次(?:都|要|得)|每天(?:都|要|得)|每(?:周|月|个月)都?(?:要|得|有|会)|"
        r"动不动|三天两头|挨|被(?:客户|老板|罚|骂|催|投诉)|才(?:能|知道|发现|拿到)|等(?:到|着)|"
        r"一[^,.;?!]{1,6}就(?:停|乱|错|坏|卡|慢|崩|急|忙)|没人|乱|忙|急|赶|催|拖|堆|压|丢|漏|错|"
        r"坏|卡|慢|贵|旧|老化|反复|凭感觉|拍脑袋|头大|火大|急死|骂|受不了|苦|累)[^,.;?!]{0,8}",
    ),
    Cue(
        "need.trouble",
        0.65,
        r"[^,.;?!]{0,6}[停坏卡堵漏丢错慢乱累苦愁吵骂罚赔扣退返废误延催赶挤爆断缺抄猜蒙翻盯][^,.;"
        r"?!]{0,8}|[^,.;?!]{0,6}(?:一个个|挨个|来回|光[^,.;?!]{1,8}就|打电话问|扯皮|背锅|摸黑|"
        r"黑箱|拍板慢|人盯|全靠|还在用|还是靠|才知道|才发现)[^,.;?!]{0,8}",
    ),
    Cue(
        "need.content",
        0.85,
        r"(?<!不)(?<!不太)(?:(?:很|挺|非常|比较|还|都|蛮|相当|十分)(?:满意|好用|顺|稳定|顺利|"
        r"不错|好|可以|方便|省心)|没(?:什么|啥|有)?(?:问题|毛病|抱怨|不满|麻烦|困难)|(?:不|"
        r"没)(?:有)?(?:需要|需求|打算|想|必要|想过|计划|考虑)|不用(?:换|买|改)|运行(?:良好|正常|"
        r"稳定)|够用了?|做得(?:不错|很好)|真(?:不错|好)|谢谢)[^,.;?!]{0,8}",
    ),
    Cue(
        "need.asks",
        0.9,
        r"[^.!]*(?:\?|吗|呢|(?<![怎什那这多要])么)\s*$|^(?:怎么|什么|哪|谁|多少|能不能|有没有|"
        r"是不是|可不可以)[^.!]*$",
    ),
    Cue(
        "need.fact",
        0.6,
        r"(?:我们|公司|厂里|目前|现在|去年|今年|一共|总共|这边)[^,.;?!]{0,4}(?:有|是|用|做|在|"
        r"买|上|共|成立|装|生产)[^,.;?!]{0,8}",
    ),
)

_REDOING = re.compile(
    r"(?:have|has|had|need|needs) to (?:re\w+|chase|guess|call|wait|copy|type|throw|enter|"
    r"do (?:it|this|everything|that) |"
    r"check (?:everything|it|twice|each)|stop|restart|phone|ask|go back|work overtime|scrap|"
    r"dig|search|send (?:it|back))"
)


class NeedRules:
    """Reads a customer's words; its cues are compiled once."""

    def __init__(self) -> None:
        self._en = Cues(lexicon_en.LEXICON, ENGLISH)
        self._zh = Cues(lexicon_zh.LEXICON, CHINESE)

    def hits(self, typed: Typed) -> list[Hit]:
        """Every cue found in the text, the strongest first."""
        return (self._zh if typed.is_chinese else self._en).hits(typed.even)

    def read(self, typed: Typed) -> Verdict:
        """Implied, explicit or neither."""
        hits = self.hits(typed)
        content = [hit for hit in hits if hit.rule == "need.content"]
        wants = clear_of((hit for hit in hits if hit.label == "explicit"), content)
        wants = [hit for hit in wants if not _REDOING.search(typed.even[hit.start : hit.end])]
        trouble = clear_of((hit for hit in hits if hit.label == "implied"), content)
        asks = next((hit for hit in hits if hit.rule == "need.asks"), None)
        if asks and not (wants and asks.start > wants[0].end):
            return verdict(
                typed, hits, "need.asks", 0.75, second="implied" if trouble else "explicit"
            )
        if wants:
            return verdict(typed, wants, wants[0].rule, wants[0].strength - 0.1, second="implied")
        if trouble:
            mixed = 0.2 if content else 0.1
            return verdict(typed, trouble, "need.trouble", 0.85 - mixed, second="neither")
        if content:
            return verdict(typed, content, "need.content", 0.75, second="implied")
        sure = 0.65 if any(hit.rule == "need.fact" for hit in hits) else 0.5
        return verdict(typed, hits, "need.fact", sure, second="implied")
