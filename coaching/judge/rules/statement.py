"""Feature, advantage or benefit: a benefit meets an explicit need voiced (METHOD §7, §14)."""

from __future__ import annotations

from coaching.judge import Verdict
from coaching.judge.reasons import Rule
from coaching.judge.rules import lexicon_en, lexicon_zh
from coaching.judge.rules.need import NeedRules
from coaching.judge.rules.reading import Cue, Cues, Hit, verdict
from coaching.judge.rules.topics import Topics
from coaching.judge.rules.typed import Typed

ENGLISH = (
    Cue(
        "statement.meets_need",
        0.95,
        r"(?:you (?:said|told|mentioned|asked|want(?:ed)?|need(?:ed)?|wish(?:ed)?|were looking|"
        r"are looking|require[sd]?|wanted|insisted)|as you (?:said|wanted|asked|put it|wished|"
        r"requested)|like you (?:said|asked|wanted)|since you|your (?:wish|requirement|request|"
        r"goal|target|demand)|the (?:\S+ ){1,3}you (?:asked|wanted|wished|need|described|"
        r"required)|what you(?:'re| are| were)? (?:asked|want|wanted|need|looking|after|"
        r"described))(?: \S+){0,6}",
    ),
    Cue(
        "statement.helps_anyone",
        0.85,
        r"(?:can|could|lets?|letting|helps?|helping|allow(?:s|ing)?|enable[sd]?|enabling|means?|"
        r"meaning|so (?:that )?(?:you|your|users?|the|nobody|no one|people|teams?|it|they|we|"
        r"anyone|a)|which (?:means|makes|lets|saves|cuts|gives|helps|keeps|allows)|you(?:'ll|"
        r" will| won'?t| get| save| see| can| know| never| no longer| don'?t)|"
        r"your \w+(?: \w+)? (?:can|will|won'?t|get|gets|see|sees|no longer|know|spend|save|"
        r"saves|stay|stays|never)|sav(?:es|ing)|reduc(?:es|ing)|cut(?:s|ting)|improv(?:es|ing)|"
        r"increas(?:es|ing)|boost(?:s|ing)?|speed(?:s|ing)?(?: up)?|prevent(?:s|ing)?|avoid(?:s|"
        r"ing)?|eliminat(?:es|ing)|makes? (?:it|your|life|sure|work)|making|easier|faster|"
        r"quicker|cheaper|simpler|less|fewer|better|safer|protects?|keeps?|frees?|ensures?|"
        r"guarantees?|minimi[sz]\w+|maximi[sz]\w+|easy to|no need|without|instead of|more \w+|"
        r"\w{3,}er(?: \w+)? than|quickly|easily|securely|automatically|any ?time|anywhere|"
        r"right away|immediately|instantly|therefore|thus|to (?:save|help|reduce|improve|"
        r"prevent|keep|avoid|make|let|ensure|stay|increase|get|stop|protect|handle|meet|give|"
        r"speed|see|find|run|work)|you(?=\s)(?: \w+)?|helpful|ideal for|great for|perfect for|"
        r"good for|allows?|simplif\w+|automat\w+|accelerat\w+|streamlin\w+|optimi[sz]\w+|"
        r"maximum|higher|lower|greater|longer|shorter|quiet\w*|comfort\w*|convenien\w+|"
        r"flexib\w+|efficien\w+|productiv\w+|peace of mind|regardless|wherever|whenever|no more|"
        r"never (?:have|need)|won'?t have to|(?:resist\w*|withstand\w*|last)(?: \S+){0,3}|"
        r"at a glance|in seconds|pays? (?:off|back|for)|lowers?|shortens?|catch(?:es)?|spots?|"
        r"warns?|alerts?|stops?|gives? you|useful)(?: \S+){0,6}",
    ),
    Cue(
        "statement.fact",
        0.7,
        r"(?:\d[\d.,]*(?: ?\w+)?|has|have|is|are|includes?|comes with|contains?|uses?|runs? on|"
        r"made (?:of|in|from)|weighs?|measures?|supports?|built|based on|consists?|features?|"
        r"offers?|provides?|holds?|stores?|certified|available|integrates? with|connects? to|"
        r"works? with|records?|logs?|costs?|hosted|encrypted|equipped|designed|version|shows?|"
        r"sends?)(?: \S+){0,5}",
    ),
)

CHINESE = (
    Cue(
        "statement.meets_need",
        0.95,
        r"(?:您|你|你们|您们|贵司|王总|李工)(?:们)?(?:刚才|上次|之前|前面|一直|不是)?(?:说|提|"
        r"要|想|希望|要求|需要|提到|讲|提出|关心|在找|期望|看重)(?:过|的|到|要|想|"
        r"了)?[^,.;?!]{0,12}|(?:正好|正是|刚好|恰好)(?:满足|符合|对应|解决|是)[^,.;?!]{0,12}|"
        r"(?:满足|符合|达到|实现)(?:您|你|贵司|你们)[^,.;?!]{0,10}|按(?:您|你|"
        r"贵司)[^,.;?!]{0,10}",
    ),
    Cue(
        "statement.helps_anyone",
        0.85,
        r"[^,.;?!]{0,6}(?:可以|能(?!源|耗|力|效)|能够|帮(?:助|您|你|客户|企业)|让|使|省|节省|"
        r"节约|减少|降低|提高|提升|缩短|避免|防止|加快|更(?:快|好|准|省|稳|方便|容易|轻松|安全|"
        r"高|低|少)|不用(?:再)?|无需|不需要|不必|方便|轻松|随时|马上|立刻|一目了然|实时(?:看|"
        r"掌握|知道)|意味着|从而|这样|确保|保证|及时|自动提醒|少(?:花|跑|停|出|走|返|加)|"
        r"多(?:做|出|赚)|适合|容易)[^,.;?!]{0,12}",
    ),
    Cue(
        "statement.fact",
        0.7,
        r"[^,.;?!]{0,6}(?:\d[\d.,]*|有|是|采用|支持|具备|配备|内置|包含|包括|带有|自带|由|使用|"
        r"基于|材质|型号|通过(?:了)?|认证|兼容|对接|提供|标配|重量|容量|功率|接口|部署|存储|"
        r"成立|专利)[^,.;?!]{0,10}",
    ),
)


class StatementRules:
    """Reads what a rep says of the product; its cues are compiled once."""

    def __init__(self, needs: NeedRules) -> None:
        self._en = Cues(lexicon_en.LEXICON, ENGLISH)
        self._zh = Cues(lexicon_zh.LEXICON, CHINESE)
        self._topics = Topics()
        self._needs = needs

    def hits(self, typed: Typed) -> list[Hit]:
        """Every cue found in the text, the strongest first."""
        return (self._zh if typed.is_chinese else self._en).hits(typed.even)

    def read(self, typed: Typed, *, need: Typed | None = None) -> Verdict:
        """Feature, advantage or benefit, held against the `need` this customer voiced."""
        hits = self.hits(typed)
        if need:
            return self._against(typed, hits, need)
        if cited := _of(hits, "statement.meets_need"):
            return verdict(typed, cited, "statement.meets_need", 0.75, second="advantage")
        return _alone(typed, hits)

    def _against(self, typed: Typed, hits: list[Hit], need: Typed) -> Verdict:
        """Held against a voiced need: explicit and met, explicit but another, or only implied."""
        helps, cited = _of(hits, "statement.helps_anyone"), _of(hits, "statement.meets_need")
        voiced = self._voiced(need)
        met = self._topics.shared(typed.even, need.even)
        if voiced == "explicit" and (cited or met > 1 or (met and helps)):
            sure = 0.85 if cited or met > 1 else 0.7
            return verdict(
                typed, cited + helps or hits, "statement.meets_need", sure, second="advantage"
            )
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


def _of(hits: list[Hit], rule: Rule) -> list[Hit]:
    """The hits of one rule."""
    return [hit for hit in hits if hit.rule == rule]


def _alone(typed: Typed, hits: list[Hit]) -> Verdict:
    """Without a need to meet, what helps is an advantage and the rest a feature."""
    if helps := _of(hits, "statement.helps_anyone"):
        return verdict(typed, helps, "statement.helps_anyone", 0.75, second="feature")
    return verdict(typed, hits, "statement.fact", 0.7 if hits else 0.5, second="advantage")
