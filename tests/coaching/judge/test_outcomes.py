"""How a call ended, at every border of METHOD §14, in English and Chinese."""

from __future__ import annotations

import pytest

from coaching.judge import Verdict
from tests.coaching.judge.judged import JUDGE, rows

ENGLISH = rows("""
    order: they signed
    order: PO came in this morning
    order: Mara signed the contract, start in June
    order: we got the order for three lines
    order: signed the renewal for two years
    order: he countersigned, copy is in the mail
    order: deposit paid, we start monday
    order: they bought two units on the spot
    advance: The CFO will join a working session on the 14th
    advance: she will send us last year's downtime data by Friday
    advance: he agreed to a pilot in plant 2
    advance: will introduce us to procurement
    advance: she puts us on tuesdays agenda
    advance: she takes the quote to the steering group on the 12th
    advance: next meeting on thursday with their CFO
    advance: said yes, legal drafts the contract by friday
    advance: purchasing said no but jens will run the test on line 2 next week
    advance: signed the nda
    advance: Jens walks us round the plant on the 3rd
    advance: they'll test two sensors next week and measure scrap
    advance: IT opens a test account for us tomorrow
    advance: he is bringing his quality lead to the workshop on wed
    advance: trial agreed, starts 1 March
    advance: Olt sends the spec sheet tonight
    advance: she promised to book the site visit
    advance: liked it, and will get the maintenance team together for an audit on the 9th
    advance: agreed to sign on Monday after the board meets
    continuation: They loved it, we should send a proposal and talk again after the budget round.
    continuation: they liked it, call us next quarter
    continuation: we'll think about it
    continuation: let's meet again some time
    continuation: not signed yet, will get back to us
    continuation: not before spring
    continuation: champion will push for us
    continuation: asked for a quote
    continuation: next meeting on thursday with the same people
    continuation: verbal yes, contract to follow
    continuation: contract renews automatically
    continuation: great meeting, very positive
    continuation: I will send the deck
    continuation: they want to discuss internally first
    continuation: good chat, stay in touch
    continuation: Jens will talk to his boss
    continuation: basically sold, he just needs to find the money
    continuation: follow up call booked for tuesday
    continuation: we presented everything and they nodded
    continuation: demo went really well, they are keen
    continuation: waiting for the new budget
    no_sale: not interested, thanks
    no_sale: they went with a competitor
    no_sale: said no to the pilot and offered nothing
    no_sale: project is dead
    no_sale: they decided to build it in-house
    no_sale: Mara told us they won't buy
    no_sale: staying with the current supplier
    no_sale: turned us down flat
    no_sale: cancelled the project
    no_sale: she declined, no alternative
""")

CHINESE = rows("""
    order: 合同签了
    order: 下单了，先订两台
    order: 定金收到了
    order: 王总当场签了字
    order: 拿到采购订单了
    order: 续约签好了，三年
    advance: 李工答应周五前把停机记录发给我们
    advance: 约了下周和财务总监一起评审
    advance: 王总周二把我们排进经营会
    advance: 同意在一号车间试用两周
    advance: 采购不同意，但王总安排周四做现场测试
    advance: 他答应把我们介绍给采购部
    advance: 李工下周三带质量经理来我们厂参观
    advance: 签了保密协议，开始对接数据
    advance: 对方周一启动试点
    advance: 客户会把技术要求整理好，周四发过来
    advance: 说好了，法务周五前审完合同
    advance: 王总答应出两个人配合测试
    advance: 张工明天导出三个月的数据给我
    continuation: 聊得很好，让我们发方案
    continuation: 预算定了再聊
    continuation: 再考虑考虑
    continuation: 约了下周再见一次
    continuation: 李工说会帮我们推一推
    continuation: 口头答应了，合同还没签
    continuation: 年后再说
    continuation: 自动续约
    continuation: 客户很满意，气氛不错
    continuation: 他们内部商量一下
    continuation: 让我们报个价
    continuation: 保持联系，有需要找我们
    continuation: 演示完了，大家都说好
    continuation: 等通知
    continuation: 下次再约时间细谈
    no_sale: 客户明确拒绝了
    no_sale: 选了别家
    no_sale: 项目取消了
    no_sale: 他们决定自己做
    no_sale: 说不需要，没兴趣
    no_sale: 不买了
    no_sale: 继续用原来的供应商
    no_sale: 被否了，没给别的机会
""")


@pytest.mark.parametrize("label,text", ENGLISH + CHINESE)
def test_an_outcome_is_what_the_customer_will_do(label: str, text: str) -> None:
    assert JUDGE.read("outcome", text).label == label


def test_a_quote_asked_for_is_quoted_as_our_work() -> None:
    assert JUDGE.read("outcome", "They asked for a quote.") == Verdict(
        kind="outcome",
        label="continuation",
        confidence=0.8,
        sure=True,
        words=("asked for a quote",),
        rule="outcome.quote_requested",
    )


def test_the_phrases_of_a_warm_talk_are_quoted_one_by_one() -> None:
    text = "They loved it, we should send a proposal and talk again after the budget round."

    assert JUDGE.read("outcome", text).words == (
        "send a proposal",
        "after the budget round",
        "loved it",
    )


@pytest.mark.parametrize("text", ["contract renews automatically", "合同自动续约"])
def test_a_renewal_by_itself_is_read_two_ways(text: str) -> None:
    verdict = JUDGE.read("outcome", text)

    assert (verdict.rule, verdict.sure, verdict.second) == ("outcome.renews_itself", False, "order")


@pytest.mark.parametrize(
    "text,label,second",
    [
        ("said no to the pilot, but call us in autumn", "continuation", "no_sale"),
        ("Jens agreed to send the log, then they cancelled the project", "no_sale", "advance"),
    ],
)
def test_what_can_be_read_two_ways_is_left_to_the_rep(text: str, label: str, second: str) -> None:
    verdict = JUDGE.read("outcome", text)

    assert (verdict.label, verdict.sure, verdict.second) == (label, False, second)


@pytest.mark.parametrize(
    "advance,continuation",
    [
        ("next meeting Thursday with the quality manager", "next meeting Thursday, same people"),
        ("she takes our quote to the board on the 12th", "she wants a quote"),
        ("he puts us on the agenda for Tuesday", "he will push for us"),
        ("yes, legal gets the contract by Friday", "a spoken yes"),
        ("王总周二上会讨论我们的报价", "王总要一份报价"),
        ("约了下周四和质量经理一起评审", "约了下周四再聊一次"),
    ],
)
def test_a_step_is_told_from_more_talk(advance: str, continuation: str) -> None:
    labels = [JUDGE.read("outcome", text).label for text in (advance, continuation)]

    assert labels == ["advance", "continuation"]
