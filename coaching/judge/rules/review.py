"""Whether an answer to a review question names something one could check (METHOD §11, §14)."""

from __future__ import annotations

import re

from coaching.judge import Verdict
from coaching.judge.rules import lexicon_en, lexicon_zh
from coaching.judge.rules.reading import Cue, Cues, Hit, verdict
from coaching.judge.rules.typed import Typed

ENGLISH = (
    Cue(
        "review.names_number",
        0.85,
        r"(?:€|\$|£)? ?\d[\d.,]*(?: ?(?:%|k|m|percent|hours?|days?|weeks?|minutes?|mins?|people|"
        r"times|euros?|dollars?|pallets?|machines?|lines?|sites?|plants?))?(?: \S+){0,3}|(?:two|"
        r"three|four|five|six|seven|ten|twelve|half) (?:hours?|days?|weeks?|minutes?|people|"
        r"times|machines?|lines?|months?|plants?|questions?)(?: \S+){0,2}",
    ),
    Cue(
        "review.names_moment",
        0.85,
        r"(?:when|after|before|once|until|as soon as|while|the moment|right after|"
        r"at the point) (?:i|he|she|they|we|the|jens|someone|his|her|their|our|my|"
        r"\w+)(?: \S+){1,6}|(?:at the (?:start|beginning|end)|in the (?:first|last|middle|"
        r"opening)|first (?:five|ten|two|\d+)|the (?:first|last|second) (?:question|minute|"
        r"slide|ten|five|part|half)|opening|halfway|at minute)(?: \S+){0,5}",
    ),
    Cue(
        "review.names_question",
        0.9,
        r"(?:ask|asked|asking|question) (?:him|her|them|\w+ )?(?:\S+ ){0,2}?(?:what|how|who|why|"
        r"where|when|which|about|whether|if|for|\")(?: \S+){1,8}|\"[^\"]{4,}\"|what (?:happens|"
        r"does|would|did) (?:\S+ ){1,6}(?:to|for|cost|mean|lead)(?: \S+){0,4}|[^.]{8,}\?",
    ),
    Cue(
        "review.names_person",
        0.85,
        r"(?:the |their |his |her |a |our )?(?:<WHO>)(?: \S+){1,6}|(?:he|she|they|customer|"
        r"client|buyer) (?:said|told|mentioned|asked|wanted|cares?|decides?|signs?|owns?|hates?|"
        r"needs?|has|had|uses?|fears?|worries|reports?|measures?|pays?|compares?|runs?|went|got|"
        r"reacted|stopped|brought|knows?|never|only|already|doesn'?t|didn'?t|won'?t|"
        r"can'?t)(?: \S+){1,6}",
    ),
    Cue(
        "review.names_change",
        0.8,
        r"(?:instead of|rather than|first|earlier|later|skip|cut|drop|leave out|stop|"
        r"not) (?:\S+ ){0,3}(?:demo|slides?|deck|price|pricing|features?|dashboard|product|"
        r"proposal|intro\w*|questions?|agenda|quote|pitch|case|implication|problem|situation|"
        r"need-payoff)(?: \S+){0,5}|(?:demo|slides?|deck|price|pricing|feature|dashboard|budget|"
        r"proposal|quote|agenda|audit|downtime|stops?|delivery|log|contract|pilot|scrap|invoice|"
        r"warehouse|line|plant|maintenance|night shift|procurement|erp|crm|"
        r"payback)s?(?: \S+){2,6}",
    ),
    Cue(
        "review.slogan",
        0.85,
        r"(?:always be closing|customer (?:first|is king|focus)|be (?:myself|better|proactive|"
        r"professional|prepared|confident|positive|patient|present|authentic|more \w+)|"
        r"listen(?:ing)? (?:more|better|is key)|practice makes|knowledge is|trust (?:is|"
        r"the process)|keep it simple|less is more|never give up|relationships? (?:matter|"
        r"is key|are key)|preparation is (?:key|everything)|communication is key|"
        r"stay (?:positive|focused|calm)|people buy|quality over|patience|consistency|teamwork|"
        r"think (?:big|positive))(?: \S+){0,4}",
    ),
    Cue(
        "review.mood",
        0.85,
        r"(?:went|going|was|is|felt|feel|it's|all|overall|pretty|very|really|quite|"
        r"so)? ?(?:well|good|great|fine|ok|okay|nice|bad|poor|awesome|amazing|tough|difficult|"
        r"positive|productive|interesting|solid|alright|smooth|not bad|happy|satisfied|friendly|"
        r"enjoyable|disappointing|so-so|meh|better|perfect|excellent|hard)(?: (?:meeting|call|"
        r"talk|conversation|vibes?|chat|session|overall|i think|enough|customer|people|"
        r"atmosphere|energy))?|^(?:nothing|not much|no idea|don'?t know|dunno|not sure|n/?a|"
        r"none|same as always|the usual)(?: \S+){0,3}",
    ),
    Cue(
        "review.resolve",
        0.85,
        r"(?:prepare|prep|plan|listen|ask|focus|talk|speak|try|work|sell|communicate|engage|"
        r"improve|follow[- ]?up|research|know|understand|build|manage|learn|close|present|push|"
        r"practi[cs]e|slow down|relax|explain|be|show|have|keep|need to|needs?|should|do|stay|"
        r"dig|get)(?: \w+){0,4} (?:better|more|harder|less|deeper|well|properly|closely|earlier|"
        r"faster|carefully|clearer|questions|preparation|confidence|confident|prepared|rapport|"
        r"time|rapport building|value|trust|organi[sz]ed|structured|effort|research|homework|"
        r"needs|pain|pain points|listening|focus|focused|assertive|proactive|patient|stronger|"
        r"clearly|control|energy|attention|the customer|customers?|improve|relationship)",
    ),
)

CHINESE = (
    Cue(
        "review.names_number",
        0.85,
        r"[^,.;?!]{0,6}(?:\d+(?:\.\d+)?|[二两三四五六七八九十百千万半]{1,3}|一(?=小时|分钟|天|"
        r"周|月|万|块|页|倍|年|吨|家|件|台))(?:个(?!人觉|问题不)|台|小时|分钟|天|周|月|%|万|块|"
        r"元|次|人|条|号|页|遍|成|倍|年|点|吨|单|件|家)[^,.;?!]{0,8}",
    ),
    Cue(
        "review.names_moment",
        0.85,
        r"[^,.;?!]{0,10}(?:的时候|之后|以后|之前|以前|一(?:说|提|讲|问|听|到|报|打开)|刚(?:开始|"
        r"坐下|说|问|讲|进)|开场(?!白要)|开头|一开始|前(?:十|五|几)分钟|讲到|说到|聊到|问到|"
        r"提到|报价(?:时|后|前)|演示(?:时|后|前|到)|那一刻|当时)[^,.;?!]{0,10}",
    ),
    Cue(
        "review.names_question",
        0.9,
        r"(?:问|追问|提问|多问一句|先问|再问|没问|该问|应该问|问了)(?!题|到位|得|的|好|更|"
        r"多)(?=[^.;!]{0,16}(?:什么|怎么|谁|多少|几|哪|为什么|为啥|会|有没有|是不是|后果|影响|"
        r"代价|\"|之前|预算|停|交|赔))[^.;!]{2,16}|\"[^\"]{2,}\"|[^,.;?!]{4,16}\?",
    ),
    Cue(
        "review.names_person",
        0.85,
        r"(?:<WHO>|他们?|她|客户|对方)[^,.;?!]{0,4}(?:说(?!得)|讲到|提到|问(?!题)|在意|担心|"
        r"负责|拍板|签字|归|反应|打断|没说话|不说话|皱眉|最怕|怕|考核|愣|沉默|嫌|卡|才是|其实|"
        r"只(?!要)|(?<=总|监|长|购|务|管|任)(?:关心|要求|没|不|有|在|管|决定|"
        r"看重))[^,.;?!]{1,12}",
    ),
    Cue(
        "review.names_change",
        0.8,
        r"[^,.;?!]{0,6}(?:先[^,.;?!]{1,8}再|而不是|不(?:要|再|该|急着)(?:讲|演示|报价|介绍|说|"
        r"发)|少讲|晚点(?:报价|讲|演示)|早点(?:约|叫|请|问|报)|换成|改成|放到|提前(?:约|叫|请|"
        r"发|拿)|带上|别(?:一上来|急着|先)|ppt|演示|报价|看板|停机|交期|审计|预算|合同|试点|"
        r"产线|夜班|法务|采购|财务|暗示问题|难点问题|背景问题)[^,.;?!]{1,12}",
    ),
    Cue(
        "review.slogan",
        0.9,
        r"(?:以客户为中心|客户(?:第一|至上|就是上帝)|坚持就是|细节决定|态度决定|"
        r"机会(?:总是)?留给|天道酬勤|多(?:听少说|沟通)|用心|真诚|换位思考|知己知彼|做好自己|"
        r"持续(?:学习|改进|努力)|不断(?:学习|努力|提高|提升|改进)|再接再厉|继续(?:努力|加油|"
        r"保持)|加油|心态|专业度?|信心|耐心)[^,.;?!]{0,6}",
    ),
    Cue(
        "review.mood",
        0.85,
        r"[^,.;?!]{0,4}(?:挺好|很好|不错|还行|还可以|一般|顺利|愉快|开心|满意|聊得来|没什么|"
        r"没啥|不知道|不清楚|没有|都好|感觉好|氛围|气氛|热情|有点难|不太好|糟|失望|正常|"
        r"老样子)[^,.;?!]{0,6}",
    ),
    Cue(
        "review.resolve",
        0.85,
        r"[^,.;?!]{0,4}(?:(?:要|应该|需要|得|下次|以后|争取|尽量|多|再|更|好好|加强|提高|提升|"
        r"改进|注意|做好|充分|认真)+(?:准备|沟通|了解|倾听|学习|练习|跟进|努力|提问|总结|功课|"
        r"专业|自信|主动|耐心|深入|仔细|充分|细致|积极|技巧|能力|水平|多听|细心|用心|思考|关系|"
        r"需求|产品知识|业务))[^,.;?!]{0,6}",
    ),
)

_VAGUE = frozenset({"review.slogan", "review.mood", "review.resolve"})
_WORD = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]|[a-z0-9'%-]+")
_FEW = {True: 8, False: 5}
_MANY = {True: 26, False: 16}


class ReviewRules:
    """Reads review answers; its cues are compiled once."""

    def __init__(self) -> None:
        self._en = Cues(lexicon_en.LEXICON, ENGLISH)
        self._zh = Cues(lexicon_zh.LEXICON, CHINESE)

    def hits(self, typed: Typed) -> list[Hit]:
        """Every cue found in the text, the strongest first."""
        return (self._zh if typed.is_chinese else self._en).hits(typed.even)

    def read(self, typed: Typed) -> Verdict:
        """Specific or vague."""
        chinese = typed.is_chinese
        length = len(_WORD.findall(typed.even))
        hits = self.hits(typed)
        specific = [hit for hit in hits if hit.label == "specific"]
        vague = [hit for hit in hits if hit.rule in _VAGUE]
        weight = sum({hit.rule: hit.strength for hit in specific}.values())
        weight += 0.5 if length >= _MANY[chinese] else 0.0
        weight -= 0.7 * len({hit.rule for hit in vague}) + (0.4 if length < _FEW[chinese] else 0.0)
        if specific and weight > 0.4:
            return verdict(
                typed, hits, specific[0].rule, min(0.55 + weight / 4, 0.9), second="vague"
            )
        if vague:
            return verdict(
                typed, hits, vague[0].rule, 0.75 if not specific else 0.58, second="specific"
            )
        sure = 0.7 if length < _FEW[chinese] else 0.55
        return verdict(typed, hits, "review.too_little", sure, second="specific")
