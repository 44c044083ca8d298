"""What a call objective aims for, at every border of METHOD §14, in English and Chinese."""

from __future__ import annotations

import pytest

from coaching.judge import Verdict
from tests.coaching.judge.judged import JUDGE, rows

ENGLISH = rows("""
    advance: Jens agrees to walk us through line 2 on Thursday with the shift lead.
    advance: get mara to intro us to procurement
    advance: jens to send the downtime log by fri
    advance: The CFO joins a working session on the 14th
    advance: Mara hands over last year's scrap figures
    advance: present the savings and get Jens to book a line walk with maintenance
    advance: agree on a pilot in plant 2
    advance: meeting with their CFO to go through the business case
    advance: legal sends redlines so we can sign in March
    advance: they sign the nda
    advance: customer tests the sample on two machines before the 20th
    advance: She puts us on the agenda of the steering committee
    advance: have the it team open a sandbox for us by wednesday
    advance: he names one person per site for the evaluation
    advance: agree dates for a site visit at our reference in Lyon
    advance: Olt brings the quality manager to the next call
    advance: they fill in the requirements sheet
    continuation: agree to another meeting next month
    continuation: they let us send a proposal
    continuation: they think it over and call us back
    continuation: get a second meeting
    continuation: they agree to receive our quote
    continuation: Mara is open to talking again after the summer
    continuation: keep the conversation going
    continuation: they look at our brochure
    continuation: book a follow up call with Jens
    continuation: he agrees to stay in touch
    continuation: they discuss it internally
    order: get the contract signed
    order: close the deal today
    order: they sign the order for 3 lines
    order: Mara issues the purchase order this week
    order: get the PO by friday
    order: they place a first order of 200 units
    order: jens signs friday
    order: start the paid subscription in May
    seller_activity: Show Jens the dashboard and get good feedback.
    seller_activity: pitch the new platform
    seller_activity: present our roadmap and answer questions
    seller_activity: send proposal
    seller_activity: demo to the it team
    seller_activity: I want to explain how our service works
    seller_activity: walk them through the deck
    seller_activity: handle the price objection
    information_only: find out who decides and what the budget is
    information_only: understand their pain points
    information_only: Mara tells us how the budget is decided
    information_only: learn more about their maintenance set-up
    information_only: see if they have budget
    information_only: get clarity on the timeline
    information_only: he explains who signs what
    relationship: build rapport with the new plant manager
    relationship: they trust us
    relationship: make a good impression
    relationship: get to know Jens better
    relationship: the team feels comfortable with us
    relationship: have lunch and warm up the relationship
    vague: have a good meeting
    vague: move the deal forward
    vague: make progress
    vague: next steps
    vague: keep momentum
    vague: a great outcome
""")

CHINESE = rows("""
    advance: 李工答应周四带我们走一遍二号线
    advance: 让采购周三前发停机数据给我们
    advance: 客户同意在二车间做试点
    advance: 王总把财务总监请来参加周五的评审
    advance: 见到财务总监
    advance: 拿到去年的停机记录
    advance: 王总指定一个项目负责人
    advance: 对方下周二安排技术评审
    advance: 先演示，再让李工约设备主管一起看现场
    advance: 他们签保密协议
    advance: 采购把我们列入供应商名单
    advance: 对方把技术要求整理好发过来
    continuation: 约下次见面
    continuation: 客户同意再聊一次
    continuation: 他们同意看我们的方案
    continuation: 王总答应考虑一下
    continuation: 保持联系
    continuation: 让客户收下报价
    continuation: 争取下周再拜访一次
    continuation: 对方内部讨论一下
    order: 把合同签了
    order: 拿下订单
    order: 客户今天下单
    order: 王总签合同
    order: 收到定金
    order: 月底前签单
    seller_activity: 给李工演示看板
    seller_activity: 介绍新产品并报价
    seller_activity: 向客户汇报方案
    seller_activity: 把我们的优势讲清楚
    seller_activity: 发一份方案给王总
    seller_activity: 拜访客户，送样册
    information_only: 了解客户预算和决策流程
    information_only: 王总告诉我们谁拍板
    information_only: 摸清楚他们现在的供应商
    information_only: 弄清楚项目时间表
    information_only: 收集客户需求
    information_only: 看看客户有没有预算
    relationship: 和王总搞好关系
    relationship: 加深信任
    relationship: 留个好印象
    relationship: 请王总吃饭
    relationship: 让客户喜欢我们
    vague: 谈得顺利
    vague: 推进项目
    vague: 有个好结果
    vague: 达成合作意向
    vague: 取得进展
""")


@pytest.mark.parametrize("label,text", ENGLISH + CHINESE)
def test_an_objective_is_what_the_customer_would_do(label: str, text: str) -> None:
    assert JUDGE.read("objective", text).label == label


def test_the_customers_act_is_quoted_before_the_person_it_brings_in() -> None:
    text = "Jens agrees to walk us through line 2 on Thursday with the shift lead."

    assert JUDGE.read("objective", text).words == ("Jens agrees to walk us through line 2",)


def test_the_phrase_with_our_verb_is_quoted_for_seller_activity() -> None:
    verdict = JUDGE.read("objective", "Show Jens the dashboard and get good feedback.")

    assert verdict == Verdict(
        kind="objective",
        label="seller_activity",
        confidence=0.65,
        sure=True,
        words=("Show Jens the dashboard",),
        rule="objective.seller_acts",
    )


@pytest.mark.parametrize(
    "text,label,other,other_label",
    [
        (
            "Mara tells us the budget",
            "information_only",
            "Mara sends us the budget sheet",
            "advance",
        ),
        ("send the log", "seller_activity", "Jens sends the log", "advance"),
        ("they look at the quote", "continuation", "they take the quote to the board", "advance"),
        ("they sign the contract", "order", "they sign the pilot agreement", "advance"),
        ("they sign", "order", "legal checks the draft so we can sign", "advance"),
        ("they like us", "relationship", "they invite us to the audit", "advance"),
        ("another call", "continuation", "another call with the CFO", "advance"),
        ("给王总发方案", "seller_activity", "王总把数据发给我们", "advance"),
        ("王总签合同", "order", "王总签合同之前让法务审一遍", "advance"),
        ("再聊一次", "continuation", "和财务总监一起再聊一次", "advance"),
    ],
)
def test_pairs_at_a_border_are_told_apart(
    text: str, label: str, other: str, other_label: str
) -> None:
    labels = [JUDGE.read("objective", one).label for one in (text, other)]

    assert labels == [label, other_label]


def test_an_act_before_the_signature_it_leads_to_is_the_aim() -> None:
    text = "Jens sends the spec by Friday, they sign the contract in May"

    assert JUDGE.read("objective", text).label == "advance"


def test_two_goals_of_equal_weight_leave_the_judge_unsure_of_neither_act() -> None:
    verdict = JUDGE.read("objective", "find out the budget and build trust")

    assert (verdict.label, verdict.second or verdict.sure) == ("information_only", True)
