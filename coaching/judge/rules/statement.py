"""Feature, advantage or benefit: a benefit meets an explicit need this customer voiced (§7, §14)."""

from __future__ import annotations

import re

from coaching.judge import Verdict
from coaching.judge.reasons import Rule
from coaching.judge.rules import lexicon_en, lexicon_zh
from coaching.judge.rules.need import NeedRules
from coaching.judge.rules.reading import Cue, Cues, Hit, verdict
from coaching.judge.rules.typed import Typed

ENGLISH = (
    Cue("statement.meets_need", 0.95, r"(?:you (?:said|told|mentioned|asked|want(?:ed)?|need(?:ed)?|wish(?:ed)?|were looking|are looking|require[sd]?|wanted|insisted)|as you (?:said|wanted|asked|put it|wished|requested)|like you (?:said|asked|wanted)|since you|your (?:wish|requirement|request|goal|target|demand)|the (?:\S+ ){1,3}you (?:asked|wanted|wished|need|described|required)|what you(?:'re| are| were)? (?:asked|want|wanted|need|looking|after|described))(?: \S+){0,6}"),
    Cue("statement.helps_anyone", 0.85, r"(?:can|could|lets?|letting|helps?|helping|allow(?:s|ing)?|enable[sd]?|enabling|means?|meaning|so (?:that )?(?:you|your|users?|the|nobody|no one|people|teams?|it|they|we|anyone|a)|which (?:means|makes|lets|saves|cuts|gives|helps|keeps|allows)|you(?:'ll| will| won'?t| get| save| see| can| know| never| no longer| don'?t)|your \w+(?: \w+)? (?:can|will|won'?t|get|gets|see|sees|no longer|know|spend|save|saves|stay|stays|never)|sav(?:es|ing)|reduc(?:es|ing)|cut(?:s|ting)|improv(?:es|ing)|increas(?:es|ing)|boost(?:s|ing)?|speed(?:s|ing)?(?: up)?|prevent(?:s|ing)?|avoid(?:s|ing)?|eliminat(?:es|ing)|makes? (?:it|your|life|sure|work)|making|easier|faster|quicker|cheaper|simpler|less|fewer|better|safer|protects?|keeps?|frees?|ensures?|guarantees?|minimi[sz]\w+|maximi[sz]\w+|easy to|no need|without|instead of|more \w+|\w{3,}er(?: \w+)? than|quickly|easily|securely|automatically|any ?time|anywhere|right away|immediately|instantly|therefore|thus|to (?:save|help|reduce|improve|prevent|keep|avoid|make|let|ensure|stay|increase|get|stop|protect|handle|meet|give|speed|see|find|run|work)|you(?=\s)(?: \w+)?|helpful|ideal for|great for|perfect for|good for|allows?|simplif\w+|automat\w+|accelerat\w+|streamlin\w+|optimi[sz]\w+|maximum|higher|lower|greater|longer|shorter|quiet\w*|comfort\w*|convenien\w+|flexib\w+|efficien\w+|productiv\w+|peace of mind|regardless|wherever|whenever|no more|never (?:have|need)|won'?t have to|(?:resist\w*|withstand\w*|last)(?: \S+){0,3}|at a glance|in seconds|pays? (?:off|back|for)|lowers?|shortens?|catch(?:es)?|spots?|warns?|alerts?|stops?|gives? you|useful)(?: \S+){0,6}"),
    Cue("statement.fact", 0.7, r"(?:\d[\d.,]*(?: ?\w+)?|has|have|is|are|includes?|comes with|contains?|uses?|runs? on|made (?:of|in|from)|weighs?|measures?|supports?|built|based on|consists?|features?|offers?|provides?|holds?|stores?|certified|available|integrates? with|connects? to|works? with|records?|logs?|costs?|hosted|encrypted|equipped|designed|version|shows?|sends?)(?: \S+){0,5}"),
)

CHINESE = (
    Cue("statement.meets_need", 0.95, r"(?:您|你|你们|您们|贵司|王总|李工)(?:们)?(?:刚才|上次|之前|前面|一直|不是)?(?:说|提|要|想|希望|要求|需要|提到|讲|提出|关心|在找|期望|看重)(?:过|的|到|要|想|了)?[^,.;?!]{0,12}|(?:正好|正是|刚好|恰好)(?:满足|符合|对应|解决|是)[^,.;?!]{0,12}|(?:满足|符合|达到|实现)(?:您|你|贵司|你们)[^,.;?!]{0,10}|按(?:您|你|贵司)[^,.;?!]{0,10}"),
    Cue("statement.helps_anyone", 0.85, r"[^,.;?!]{0,6}(?:可以|能(?!源|耗|力|效)|能够|帮(?:助|您|你|客户|企业)|让|使|省|节省|节约|减少|降低|提高|提升|缩短|避免|防止|加快|更(?:快|好|准|省|稳|方便|容易|轻松|安全|高|低|少)|不用(?:再)?|无需|不需要|不必|方便|轻松|随时|马上|立刻|一目了然|实时(?:看|掌握|知道)|意味着|从而|这样|确保|保证|及时|自动提醒|少(?:花|跑|停|出|走|返|加)|多(?:做|出|赚)|适合|容易)[^,.;?!]{0,12}"),
    Cue("statement.fact", 0.7, r"[^,.;?!]{0,6}(?:\d[\d.,]*|有|是|采用|支持|具备|配备|内置|包含|包括|带有|自带|由|使用|基于|材质|型号|通过(?:了)?|认证|兼容|对接|提供|标配|重量|容量|功率|接口|部署|存储|成立|专利)[^,.;?!]{0,10}"),
)

_WORD = re.compile(r"[a-z]{4,}")
_HANZI = re.compile(r"[\u4e00-\u9fff]+")
_COMMON = frozenset(
    "want need with that this have from they them their your would like must will into which what "
    "when able could should about every each more less than before after system software product "
    "solution wants needs looking make makes have been being were there these those some only also "
    "because said told get gets got know just team teams people company".split()
)
_SAME = (
    r"fast|quick|speed|slow|hours?|time|minutes?|days?|sooner|earlier|wait|long|delay|late|short|instant|second",
    r"cost|money|sav|cheap|budget|price|spend|euro|expens|pay|margin|profit",
    r"error|mistake|accura|wrong|typo|correct|exact|quality|defect|scrap|reject|check|valid",
    r"downtime|stop|break|fail|outage|uptime|maint|jam|down|availab|reliab|stable|crash|run through",
    r"see|overview|visib|dashboard|report|transpar|glance|real.?time|track|monitor|know where|insight|live|view|screen",
    r"manual|automat|by hand|typ|paper|copy|entry|entr|excel|spreadsheet",
    r"safe|secur|risk|protect|complian|audit|gdpr|encrypt|trace",
    r"train|easy|simple|learn|onboard|intuitive|adopt|use",
    r"customer|client|complain|service|respon|answer",
    r"stock|inventory|warehouse|pick|order|deliver|ship|transport|route",
    r"energy|power|electric|emission|heat|fuel|consum",
    r"staff|people|hire|shift|overtime|turnover|workload",
    r"lead|sales|pipeline|forecast|deal|convert|revenue",
    r"快|时间|小时|分钟|天|周期|及时|提前|准时|交期|效率|速度|慢|缩短|当天|提速",
    r"成本|钱|省|费用|预算|便宜|价|节约|利润",
    r"错|准|质量|良率|不良|次品|返工|精度|合格|检",
    r"停机|故障|停线|稳定|维护|保养|可靠|停|坏|不断",
    r"看到|实时|报表|看板|数据|透明|掌握|监控|查|可视|随时|一目了然|进度",
    r"手工|人工|自动|录入|纸|excel|重复",
    r"安全|合规|审计|风险|追溯|保密|权限|加密",
    r"培训|简单|易用|上手|学|操作",
    r"库存|缺料|备货|仓|物流|发货|订单|缺货",
    r"能耗|电|排放|节能|用电",
    r"人手|加班|人员|招人|排班|人力",
    r"客户|投诉|服务|响应|售后",
)


class StatementRules:
    """Reads what a rep says of the product; its cues are compiled once."""

    def __init__(self, needs: NeedRules) -> None:
        self._en = Cues(lexicon_en.LEXICON, ENGLISH)
        self._zh = Cues(lexicon_zh.LEXICON, CHINESE)
        self._groups = tuple(re.compile(group) for group in _SAME)
        self._needs = needs

    def read(self, typed: Typed, *, need: Typed | None = None) -> Verdict:
        """Feature, advantage or benefit, held against the `need` this customer voiced."""
        hits = (self._zh if typed.is_chinese else self._en).hits(typed.even)
        if need:
            return self._against(typed, hits, need)
        if cited := _of(hits, "statement.meets_need"):
            return verdict(typed, cited, "statement.meets_need", 0.75, second="advantage")
        return _alone(typed, hits)

    def _against(self, typed: Typed, hits: list[Hit], need: Typed) -> Verdict:
        """Held against a voiced need: explicit and met, explicit but another, or only implied."""
        helps, cited = _of(hits, "statement.helps_anyone"), _of(hits, "statement.meets_need")
        voiced = self._voiced(need)
        met = self._meets(typed.even, need.even)
        if voiced == "explicit" and (cited or met > 1 or (met and helps)):
            sure = 0.85 if cited or met > 1 else 0.7
            return verdict(typed, cited + helps or hits, "statement.meets_need", sure, second="advantage")
        if voiced == "explicit" and met:
            return verdict(typed, hits, "statement.fact", 0.55, second="benefit")
        if voiced == "explicit" and helps:
            return verdict(typed, helps, "statement.other_need", 0.6, second="benefit")
        if voiced == "implied" and cited + helps:
            return verdict(typed, cited + helps, "statement.implied_only", 0.7, second="benefit")
        return _alone(typed, hits)

    def _voiced(self, need: Typed) -> str:
        """Explicit, implied or neither; what nobody can place was given as a need, so it is one."""
        voiced = self._needs.read(need)
        return voiced.label if voiced.sure else "explicit"

    def _meets(self, text: str, need: str) -> int:
        """How many topics or telling words the statement shares with the need."""
        topics = sum(1 for group in self._groups if group.search(text) and group.search(need))
        return topics + len(_telling(text) & _telling(need))


def _of(hits: list[Hit], rule: Rule) -> list[Hit]:
    """The hits of one rule."""
    return [hit for hit in hits if hit.rule == rule]


def _alone(typed: Typed, hits: list[Hit]) -> Verdict:
    """Without a need to meet, what helps is an advantage and the rest a feature."""
    if helps := _of(hits, "statement.helps_anyone"):
        return verdict(typed, helps, "statement.helps_anyone", 0.75, second="feature")
    return verdict(typed, hits, "statement.fact", 0.7 if hits else 0.5, second="advantage")


def _telling(text: str) -> set[str]:
    """Stems and pairs of characters that carry meaning, to see whether two texts share any."""
    stems = {word[:5] for word in _WORD.findall(text) if word not in _COMMON}
    pairs = {run[at : at + 2] for run in _HANZI.findall(text) for at in range(len(run) - 1)}
    return stems | (pairs - _PAIRS)


_PAIRS = frozenset("我们 你们 他们 希望 需要 可以 能够 系统 一个 现在 公司 客户 想要 必须 这个 我要 要能".split())
