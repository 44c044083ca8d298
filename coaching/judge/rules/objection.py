"""What an objection is about: money, worth, ability, or nothing yet (METHOD §8, §14)."""

from __future__ import annotations

from coaching.judge import Verdict
from coaching.judge.rules import lexicon_en, lexicon_zh
from coaching.judge.rules.reading import Cue, Cues, Hit, verdict
from coaching.judge.rules.typed import Typed

ENGLISH = (
    Cue(
        "objection.money",
        0.9,
        r"(?:too |very |so |quite |rather |pretty |bit |way )?(?:expensive|pricey|costly|"
        r"overpriced|steep)(?: \S+){0,4}|(?:price|prices|pricing|cost|costs|fee|fees|quote|rate|"
        r"rates)(?: \S+){0,4} (?:too|high|higher|above|over|more|double|twice|steep|out of|"
        r"beyond|is a|are a|problem|issue|crazy|much|shock\w*|come down|than)(?: \S+){0,4}|"
        r"(?:can'?t|cannot|couldn'?t|unable to|not able to) afford(?: \S+){0,4}|(?:no|"
        r"not in (?:the|our)|out of|over|beyond|above|isn'?t in (?:the|our)|don'?t have (?:the|"
        r"a|any)|without|tight|cut|limited|small|blows?|exceeds?|not enough|haven'?t got the|"
        r"budget is|lack of) ?(?:our |the |my )?budgets?(?: \S+){0,4}|"
        r"budget(?: \S+){0,3} (?:tight|gone|spent|cut|limited|frozen|used up|doesn'?t|won'?t|"
        r"isn'?t|exhausted|is smaller)(?: \S+){0,3}|(?:too much|a lot of|that much|"
        r"so much) money(?: \S+){0,3}|(?:cheaper|discount|lower price|better price|"
        r"less expensive|half the price|price match|for less|% off|percent off|"
        r"better deal)(?: \S+){0,4}|(?:charge|charges|asks?|offers?|pay|"
        r"paying)(?: \S+){0,3} (?:less|half|cheaper|so much|that much|a fraction)(?: \S+){0,3}|"
        r"(?:money|funds|cash)(?: \S+){0,2} (?:tight|short|gone|isn'?t there)|(?:on|about|"
        r"with) (?:the |your |that )?(?:price|prices|pricing|costs?)|too much for (?:us|"
        r"our)(?: \S+){0,3}",
    ),
    Cue(
        "objection.not_worth",
        0.85,
        r"(?:don'?t|do not|doesn'?t|can'?t|fail to|struggl\w+ to) (?:really |quite |"
        r"even )?(?:see|get|understand|think we need|need|know why|know what)(?: \S+){0,6}|"
        r"(?:not sure|unsure|question|wonder|doubt)(?: \S+)? (?:it|this|that|we|if it|"
        r"whether it|the)(?: \S+){0,3} (?:worth|need|benefit|pay|value|justif\w+|"
        r"makes? sense)(?: \S+){0,4}|(?:no|little|not much|limited) (?:real |clear |"
        r"obvious )?(?:value|benefit|roi|return|gain|difference|advantage|urgency|problem|"
        r"impact|interest in changing)(?: \S+){0,4}|roi|return on investment|business case|"
        r"(?:can|could) live without(?: \S+){0,2}|(?:make|makes) (?:no|little|"
        r"much of a) (?:difference|sense)(?: \S+){0,4}|(?:isn'?t|not|"
        r"never) (?:\w+ )?(?:a )?(?:problem|issue|priority|urgent|important|concern|need|"
        r"necessary)(?: \S+){0,4}|what (?:do|would|will) (?:we|i) (?:gain|get)(?: \S+){0,5}|"
        r"so what|why (?:should|would|do)(?: \S+){1,7}|how (?:does|will|would|"
        r"is)(?: \S+){1,4} (?:help|benefit|better|different|improve|save)(?: \S+){0,4}|(?:same|"
        r"just like|no different|nothing (?:new|special))(?: \S+){0,5}",
    ),
    Cue(
        "objection.we_manage",
        0.85,
        r"(?:already|currently|still|perfectly|quite|very|pretty) (?:have|use|using|"
        r"work(?:ing)? with|happy|satisfied|got|covered|do|doing|fine|comfortable|handle|"
        r"well served)(?: \S+){0,5}|(?:happy|satisfied|fine|comfortable|good|content|pleased|ok|"
        r"okay) with(?: \S+){0,5}|(?:current|existing|present|own|old) (?:supplier|vendor|"
        r"provider|system|solution|tool|process|partner|way|setup|team|one|software|"
        r"product)(?: \S+){0,6}|(?:we|they|my \w+|our \w+) (?:like|prefer|trust|know|"
        r"are used to) (?:the|our|what|doing|it)(?: \S+){0,5}|(?:do|doing|build|handle|handling|"
        r"make) (?:it|this|that) (?:ourselves|in[- ]?house|internally|manually)(?: \S+){0,2}|"
        r"in[- ]?house|(?:too (?:much )?(?:change|disruption|hassle)|hard to change|"
        r"don'?t want to change|not ready (?:to|for) chang\w+|switching|changing|the change|"
        r"learn(?:ing)? (?:a )?new)(?: \S+){0,4}|works? (?:for us|fine|well|ok)",
    ),
    Cue(
        "objection.not_worth",
        0.95,
        r"(?:not|\w+n'?t|hardly|barely|never)(?: \w+){0,3} (?:worth|justif\w+|pay off|"
        r"pay for itself|pay back|see (?:the|any|much|a|enough|what) (?:\w+ )?(?:value|benefit|"
        r"point|need|reason|return|advantage|difference|roi)|big enough|a priority|that (?:bad|"
        r"big|serious|important|much of)|bother us|a (?:big|real|major|serious) (?:problem|"
        r"issue|deal)|need (?:it|this|that|all|anything|another|so|such)|important enough|"
        r"hurt(?:ing)? enough)(?: \S+){0,5}|worth (?:it|the|that|all|our|spending|"
        r"so)(?: \S+){0,4}|what'?s (?:the|in it) (?:point|benefit|value|for us|difference|use|"
        r"gain)(?: \S+){0,3}|(?:why|what for) (?:would|should|do|spend|bother|change|pay|switch|"
        r"fix)(?: \S+){0,6}|overkill|nice to have|too (?:much|big) (?:effort|hassle|work|"
        r"trouble|system|tool)(?: \S+){0,4}|(?:more|bigger) (?:hassle|trouble|effort|"
        r"work) than(?: \S+){0,4}|no (?:need|benefit|value|point|roi|return|use|business case|"
        r"reason)(?: \S+){0,4}|low(?:er)? priority|other priorities|(?:only|just) (?:saves?|"
        r"happens?|once|twice|a few|loses?|costs?)(?: \S+){0,5}|for (?:a few|an hour|five|ten|"
        r"two|three|that little|such a small)(?: \S+){0,4}|don'?t (?:really )?need(?: \S+){0,3}|"
        r"doesn'?t justify(?: \S+){0,3}",
    ),
    Cue(
        "objection.we_manage",
        0.9,
        r"(?:we|i|they|our \w+|it|that|excel|what we have|the current \w+|the old \w+)(?:'re|"
        r"'ve|'s| are| have| is| can| already)?(?: (?!never|not|won'?t|can'?t|doesn'?t|don'?t|"
        r"will|would|hardly)\w+){0,2} (?:manage|managing|cope|get by|getting by|fine|ok|okay|"
        r"happy|good|works?|working|does the job|do the job|satisfied|always done|"
        r"already (?:have|use|do|got|work)|lived with|live with|survive|have (?:a|our|one|"
        r"someone)|doing (?:fine|ok|well)|running fine|good enough|comfortable|used to it|"
        r"enough)(?: \S+){0,6}|(?:always|for years) (?:done|worked|been)(?: \S+){0,4}|"
        r"ain'?t broke|not broken|why change|change is(?: \S+){0,3}|never (?:had|been) (?:a|any|"
        r"an) (?:problem|issue)s?(?: \S+){0,2}|people (?:are used to|won'?t|don'?t want|"
        r"like the)(?: \S+){0,4}",
    ),
    Cue(
        "objection.can_it",
        0.9,
        r"(?:can|could|does|do|is|will|would|are|has|have) (?:it|your|you|this|that|"
        r"the (?:system|product|tool|software|machine|solution|platform|device)|"
        r"they)(?: \w+)?(?: \w+)? (?:handle|cope|work|works|support|integrate|run|scale|connect|"
        r"do|deliver|manage|process|talk to|survive|fit|keep up|stand|guarantee|prove|reliable|"
        r"secure|certified|compliant|accurate|able|compatible|ready|fast enough|really|"
        r"big enough|ever|references?|experience|read|export|import|speak|offer|meet|stable|"
        r"safe|come with)(?: \S+){0,6}|(?:doubt|not (?:sure|convinced|certain|confident)|unsure|"
        r"worried|worry|skeptical|sceptical|concern(?:ed|s)?|afraid|nervous|don'?t (?:believe|"
        r"think|trust|see how)|hard to believe|question) (?:that |whether |if |about |how |is |"
        r"by |it |your |you |this |the )*(?:\S+ ){0,6}?(?:can|could|will|would|works?|handle|"
        r"integrat\w*|scale|reliab\w+|support|fit|secur\w+|deliver|able|cope|enough|stable|"
        r"accura\w+|capab\w+|experience|size|quality|company|team|system|it|this|"
        r"that)(?: \S+){0,4}",
    ),
    Cue(
        "objection.can_it",
        0.8,
        r"(?:risk|risky|trust|reliab\w+|stable|stability|secure|security|quality|reputation|"
        r"reviews?|heard (?:bad|that|about|of)|never heard(?: of)?|unknown|new company|"
        r"start-?up|small company|track record|too good to be true|complex|complicated|"
        r"difficult to|hard to|learning curve|training|implement\w*|migration|migrate|"
        r"install\w*|onboarding|integrat\w+|compatib\w+|support|maintenance|downtime|warranty|"
        r"guarantee|features?|functionality|functions?|capacity|performance|speed|accuracy|"
        r"tried (?:it|this|something|that|one|your)|bad experience|didn'?t work|burn(?:ed|t)|"
        r"failed|broke|missing|lacks?|need (?:it|a|one) (?:that|to|with)|specs?|scale|"
        r"languages?)(?: \S+){0,6}",
    ),
    Cue(
        "objection.can_it",
        0.85,
        r"(?:your|you|it|this|the (?:system|product|tool|software|machine|solution|platform)|"
        r"they)(?:'re|'s)?(?: \w+){0,2}? (?:can'?t|cannot|don'?t|doesn'?t|won'?t|isn'?t|aren'?t|"
        r"lacks?|lacking|missing|never|hasn'?t|haven'?t|is not|are not|does not|do not|not|"
        r"too small|too (?:new|young|slow|complex|complicated|heavy|big|rigid))(?: \S+){1,6}|"
        r"(?:no|any|without) (?:\w+ )?(?:references?|certificat\w+|integration|interface|"
        r"experience|support|local \w+|api|track record|iso|case|proof|examples?)(?: \S+){0,4}|"
        r"(?:works? with|compatible with|connect to|integrat\w+ with|hook up to|run on|"
        r"won'?t work|never work|doesn'?t work|too new|too small a|who else (?:uses|has|in)|"
        r"have you (?:done|ever|got|any|worked|installed)|show me|prove|proof|what (?:if|"
        r"happens if) (?:it|your|you)|security|data protection|gdpr|cyber|(?:high|"
        r"low) (?:quality|reliability)|service (?:team|engineers?)|spare parts|lead times?|"
        r"delivery time|missing)(?: \S+){0,5}",
    ),
    Cue(
        "objection.brush_off",
        0.95,
        r"(?:just |please |can you |could you )*(?:send|email|mail|drop|leave)(?: \w+)? (?:me|"
        r"us|over|some|your|a|the|it|something|an)(?: \w+){0,3} (?:info\w*|brochures?|e?mail|"
        r"materials?|details|deck|catalogue?|something|link|overview|flyer|card|literature|"
        r"one)(?: \S+){0,3}|(?:not|no|zero)(?: \w+)? (?:interested|interest)(?: \S+){0,3}|(?:no|"
        r"don'?t have|haven'?t got|not got|haven'?t|have no|"
        r"short on)(?: \w+){0,2} time(?: \S+){0,4}|(?:too |very |really |pretty |"
        r"quite )?(?:busy|swamped|snowed under|in a (?:meeting|rush|hurry))(?: \S+){0,4}|"
        r"(?:call|try|ring|come)(?: \w+)? (?:back|again|later|me later|us later|me in|me next|"
        r"another time|next)(?: \S+){0,4}|bad (?:time|moment)|not a good time|(?:who are you|"
        r"how did you get|where did you get|what are you selling|is this a sales|"
        r"get to the point|what do you want|are you selling|take (?:me|us) off|don'?t call|"
        r"stop calling|we don'?t (?:talk|take|buy from|deal|meet|see))(?: \S+){0,5}|(?:make it|"
        r"keep it|be) (?:quick|brief|short)|(?:two|five|ten|\d+) minutes|not (?:looking|"
        r"in the market)(?: \S+){0,4}|no thanks?|no thank you|not (?:right )?now|"
        r"don'?t need (?:anything|salespeople|any)(?: \S+){0,2}|what(?:'s| is) this about|"
        r"we(?:'re| are) (?:all set|good,? thanks|covered)",
    ),
    Cue(
        "objection.brush_off",
        0.85,
        r"(?:not|isn'?t) (?:a )?(?:good|great|right|best) (?:time|moment|day)(?: \S+){0,4}|"
        r"(?:i'?m|we'?re|am) (?:just )?(?:not|busy|about to|driving|heading|on (?:my|the) way|"
        r"tied up|good|all set)(?: \S+){0,4}|(?:e?mail|send|text) (?:it|that|me|"
        r"us)(?: \S+){0,4}|what (?:company|are you|is this|do you sell)(?: \S+){0,4}|(?:call|"
        r"talk|reach|contact|try) (?:me|us|you|back)(?: \S+){0,4}|get back to you|(?:i|"
        r"we) don'?t (?:have|take|talk|deal|accept|do)(?: \S+){0,2} (?:time|calls?|vendors?|"
        r"sales|cold)(?: \S+){0,3}|remove me|hang up|thanks,? but|maybe (?:later|"
        r"some other time)|in a hurry|how long (?:will|does|is) this(?: \S+){0,3}|before (?:you|"
        r"we) (?:go on|start|begin|continue)(?: \S+){0,5}",
    ),
    Cue(
        "objection.other",
        0.8,
        r"(?:ask|talk to|check with|clear it with|run it by|speak to|depends on|up to|"
        r"decided by|not my|have to convince|approval (?:of|from|by)|sign-?off from|my (?:boss|"
        r"manager|wife|husband|partner)|the board|procurement|head office|headquarters|"
        r"committee|legal|contract (?:runs|until|with|expires)|locked in|under contract|"
        r"think about|think it over|next (?:year|quarter)|reorgani[sz]\w*|merger|timing|"
        r"not the right time|wait until|holiday|new (?:ceo|boss|manager)|decision|other vendors|"
        r"compare)(?: \S+){0,5}",
    ),
)

CHINESE = (
    Cue(
        "objection.money",
        0.9,
        r"[^,.;?!]{0,6}(?:太贵|贵了?|价格|价钱|报价|便宜|打(?:个|点|一?些)?折|折扣|优惠|降价|"
        r"预算(?:不|没|有限|超|紧|用完|砍)|没(?:有)?预算|超(?:出)?(?:了)?预算|没(?:有)?钱|"
        r"多少钱|费用|成本太高|付不起|买不起|花不起|出不起|资金|经费|砍价|低(?:一点|点|些)|"
        r"再(?:低|少|让|便宜))[^,.;?!]{0,8}",
    ),
    Cue(
        "objection.not_worth",
        0.95,
        r"[^,.;?!]{0,4}(?:不值(?:得|当|这个)?|值(?:得)?(?:吗|不值)|没(?:有)?(?:必要|用|意义|"
        r"什么用|多大用|多大意义|好处|价值|多大(?:的)?价值)|不划算|划不来|犯不着|犯不上|用不着|"
        r"何必|为什么(?:要)?(?:换|花|买|改)|图什么|有什么(?:好处|用|区别|意义|必要)|小题大做|"
        r"大材小用|杀鸡|多此一举|不(?:是什么)?(?:大|要紧|严重)(?:问题|事)?|问题不大|不(?:那么|"
        r"太|算)?(?:急|重要|严重|紧迫)|不是(?:重点|优先|当务之急)|回本|看不出|看不到(?:好处|"
        r"价值)|效益不|收益不|也就(?:省|几|一|停)|省不了|不需要|不急)[^,.;?!]{0,8}",
    ),
    Cue(
        "objection.we_manage",
        0.9,
        r"[^,.;?!]{0,8}(?:够用|挺好(?:的)?|还行|还可以|过得去|凑合|能用|用得(?:好好|惯|挺好|"
        r"还行|不错)|习惯了|用惯|一直(?:这么|这样|都)|多少年|这么多年|好好的|"
        r"没出过(?:什么)?(?:问题|事)|忙得过来|应付得(?:来|了)|自己(?:能|可以|会)(?:搞|做|解决|"
        r"处理|应付)|现在的[^,.;?!]{0,6}(?:满意|挺好|不错|够)|已经有(?:供应商|系统|了|一家|"
        r"合作)|有(?:固定|长期|老|合作)(?:的)?(?:供应商|合作)|不想(?:换|变|折腾)|懒得换|"
        r"换[^,.;?!]{0,4}(?:麻烦|折腾|太累)|人工也|满意)[^,.;?!]{0,8}",
    ),
    Cue(
        "objection.can_it",
        0.9,
        r"[^,.;?!]{0,10}(?:能(?:不能|行|用|接|对接|支持|扛|撑|跑|适应|处理|保证|做到|满足|连|"
        r"兼容|不能)|行不行|靠谱|可靠|稳定(?:吗|性|么)|做得到|撑得住|扛得住|适合|适用|兼容|对接|"
        r"支持(?:吗|不|我们|国产|离线|中文)|达不到|做不到|不支持|没(?:有)?(?:做过|案例|经验|"
        r"资质|认证|这个功能|功能|接口|证书|实力|本地)|有没有(?:案例|做过|经验|资质|认证|先例|"
        r"同行)|有(?:案例|同行|资质|认证)(?:吗|么)|做过(?:我们|类似|这)|做过[^,.;?!]{0,8}(?:吗|"
        r"么|没)|案例|安全(?:吗|性|么)?|数据(?:安全|泄露)|售后|质量(?:行|怎么样|过关|有保证|不)|"
        r"交期|小公司|没听(?:说)?过|怀疑|不(?:太)?相信|担心(?:你们|系统|设备|产品|用不|实施|"
        r"数据|效果|出)|怕(?:你们|系统|设备|用不|实施|数据|效果|出|不)|实施(?:周期|难|不)|"
        r"水土不服|真有那么|真的能|会不会(?:宕|停|坏|出|影响|不))[^,.;?!]{0,10}",
    ),
    Cue(
        "objection.can_it",
        0.8,
        r"[^,.;?!]{0,6}(?:风险|靠不住|信不过|信任|不放心|担心|怕|复杂|难用|难学|难上手|培训|"
        r"上线|落地|迁移|集成|维护|保修|功能|性能|精度|速度|规模|资质|口碑|用过类似|以前用过|"
        r"吃过亏|踩过坑|失败过|缺|跟不上|满足不了|满足|你们(?:行|能|会|有|敢))[^,.;?!]{0,10}",
    ),
    Cue(
        "objection.brush_off",
        0.95,
        r"[^,.;?!]{0,4}(?:(?:先|把)?(?:发|留|放|寄)(?:个|份|一份|一下|我)?(?:点|些)?(?:资料|"
        r"邮件|材料|名片|微信|介绍|彩页|电话)(?:过来|给我|吧|就行|先看看|我看看|在这|下)?|"
        r"没(?:有)?(?:时间|空|兴趣)|不(?:感兴趣|用了|需要谢谢|要了谢谢)|很忙|在忙|正忙|忙着|"
        r"在开会|开会呢|改天|改日|下次(?:再说|吧)|回头(?:再说|联系|聊)|以后再(?:说|联系)|"
        r"有需要(?:再|会|我)|需要(?:的话|了|时)(?:再|会|我)?(?:联系|找|打)|再联系|别(?:再)?打|"
        r"不要(?:再)?打|你(?:是|们是)(?:谁|干什么|做什么|哪)|推销|从哪(?:里|儿)?(?:拿到|知道)|"
        r"怎么有我|长话短说|直接说|快点说|几分钟|暂时不(?:考虑|需要|用)|谢谢(?:,)?不(?:用|需要|"
        r"要))[^,.;?!]{0,8}",
    ),
    Cue(
        "objection.other",
        0.8,
        r"[^,.;?!]{0,6}(?:问(?:一下)?(?:老板|领导|总部|财务|采购)|请示|汇报|商量|做不了主|"
        r"定不了|不归我|说了不算|总部|集团|合同(?:还|没)?(?:没)?到期|合同期|明年|年底|下半年|"
        r"考虑|再(?:想|看|比)|比较(?:一下|几家)|对比|货比|别家|换届|改组|时机|流程|招标|老板不|"
        r"领导不)[^,.;?!]{0,8}",
    ),
)

_ORDER = (
    "objection.brush_off",
    "objection.not_worth",
    "objection.money",
    "objection.we_manage",
    "objection.can_it",
    "objection.other",
)


class ObjectionRules:
    """Reads a customer's objection; its cues are compiled once."""

    def __init__(self) -> None:
        self._en = Cues(lexicon_en.LEXICON, ENGLISH)
        self._zh = Cues(lexicon_zh.LEXICON, CHINESE)

    def hits(self, typed: Typed) -> list[Hit]:
        """Every cue found in the text, the strongest first."""
        return (self._zh if typed.is_chinese else self._en).hits(typed.even)

    def read(self, typed: Typed) -> Verdict:
        """What the objection is about."""
        hits = self.hits(typed)
        ranked = sorted(hits, key=lambda hit: (-hit.strength, _ORDER.index(hit.rule)))
        if not ranked:
            return verdict(typed, hits, "objection.other", 0.4, second="value")
        best = ranked[0]
        rival = next((hit for hit in ranked if hit.label != best.label), None)
        close = rival is not None and rival.strength > best.strength - 0.05
        sure = best.strength - (0.25 if close else 0.1)
        return verdict(typed, hits, best.rule, sure, second=rival.label if rival else "other")
