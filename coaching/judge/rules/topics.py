"""Whether two texts speak of the same thing: by topic, and by words that carry meaning."""

from __future__ import annotations

import re

_TOPICS = (
    (
        r"fast|quick|speed|slow|hours?|time|minutes?|days?|sooner|earlier|wait|long|delay|late|"
        r"short|"
        r"instant|seconds?|快|时间|小时|分钟|天|周期|及时|提前|准时|交期|效率|速度|慢|缩短|提速"
    ),
    (
        r"cost|money|sav|cheap|budget|price|spend|euro|expens|pay|margin|profit|"
        r"成本|钱|省|费用|预算|便宜|价|节约|利润"
    ),
    (
        r"error|mistake|accura|wrong|typo|correct|exact|quality|defect|scrap|reject|check|valid|"
        r"错|准|质量|良率|不良|次品|返工|精度|合格|检"
    ),
    (
        r"downtime|stop|break|fail|outage|uptime|maint|jam|down|availab|reliab|stable|crash|"
        r"停机|故障|停线|稳定|维护|保养|可靠|停|坏"
    ),
    (
        r"see|overview|visib|dashboard|report|transpar|glance|real.?time|track|monitor|insight|"
        r"live|"
        r"view|screen|看到|实时|报表|看板|数据|透明|掌握|监控|查|可视|随时|一目了然|进度"
    ),
    (
        r"manual|automat|by hand|typ|paper|copy|entry|entr|excel|spreadsheet|手工|人工|自动|"
        r"录入|纸|重复"
    ),
    (
        r"safe|secur|risk|protect|complian|audit|gdpr|encrypt|trace|安全|合规|审计|风险|追溯|"
        r"保密|权限|加密"
    ),
    r"train|eas|simple|learn|onboard|intuitive|adopt|培训|简单|易用|上手|学|操作",
    r"customer|client|complain|service|respon|answer|客户|投诉|服务|响应|售后",
    (
        r"stock|inventory|warehouse|pick|order|deliver|ship|transport|route|"
        r"库存|缺料|备货|仓|物流|发货|订单|缺货"
    ),
    r"energy|power|electric|emission|heat|fuel|consum|能耗|电|排放|节能",
    r"staff|people|hire|shift|overtime|turnover|workload|人手|加班|人员|招人|排班|人力",
    r"lead|sales|pipeline|forecast|deal|convert|revenue|线索|销售额|预测|转化|业绩",
)
_COMMON = (
    "want need with that this have from they them their your would like must will into which what "
    "when able could should about every each more less than before after system software product "
    "solution wants needs looking make makes have been being were there these those some only also "
    "because said told gets know just team teams people company "
    "我们 你们 他们 希望 需要 可以 能够 系统 一个 现在 公司 客户 想要 必须 这个 我要 要能"
)
_WORD = re.compile(r"[a-z]{4,}")
_HANZI = re.compile(r"[\u4e00-\u9fff]+")


class Topics:
    """Finds what two texts share; building it compiles the topics."""

    def __init__(self) -> None:
        self._topics = tuple(re.compile(rf"(?<![a-z])(?:{topic})", re.ASCII) for topic in _TOPICS)
        self._common = frozenset(_COMMON.split())

    def shared(self, one: str, other: str) -> int:
        """How many topics and telling words two even texts share."""
        topics = sum(1 for topic in self._topics if topic.search(one) and topic.search(other))
        return topics + len(self._telling(one) & self._telling(other))

    def _telling(self, text: str) -> set[str]:
        """Beginnings of words and pairs of characters that carry meaning."""
        stems = {word[:5] for word in _WORD.findall(text) if word not in self._common}
        pairs = {run[at : at + 2] for run in _HANZI.findall(text) for at in range(len(run) - 1)}
        return stems | (pairs - self._common)
