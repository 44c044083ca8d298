"""What a question is, at every border of METHOD §14, in English and Chinese."""

from __future__ import annotations

import pytest

from coaching.judge import Verdict
from tests.coaching.judge.judged import JUDGE, rows

ENGLISH = rows("""
    situation: How many machines do you run on two shifts?
    situation: which erp are you on
    situation: who signs off purchases over 50k?
    situation: Could you walk me through how a complaint is handled today?
    situation: how do you track spare parts at the moment
    situation: when line 2 stops, how do you cope?
    situation: what do you do when the scanner dies
    situation: How long have you worked with your present supplier?
    situation: where are the pallets stored before loading
    situation: what's your process for closing the month
    situation: Who do you call when the press fails?
    situation: do you use excel or a planning tool for the roster
    problem: How hard are they to keep running?
    problem: How often does line 2 stop?
    problem: are you happy with the lead times
    problem: any trouble with the night shift?
    problem: why does the packer jam on mondays
    problem: what's the most annoying bit of month end
    problem: Is it difficult to find trained operators?
    problem: how satisfied are your people with the scanners
    problem: do you ever run out of labels
    problem: Where in the process do most errors creep in?
    problem: how reliable is the forecast you get from sales
    problem: does the old system give you headaches?
    problem: which part of onboarding takes too long
    problem: how bad do the delays get in december
    implication: What does that delay do to your launch?
    implication: When line 2 stops at night, what happens to the morning deliveries?
    implication: and if nothing changes by next winter?
    implication: how much overtime does that cost you
    implication: who else gets hit when the report is late
    implication: does that mean you lose orders?
    implication: how does the scrap affect your margin
    implication: what's the knock on for the warehouse if picking is slow
    implication: what would another year of this do to the team
    implication: You said returns pile up. What does that lead to for finance?
    implication: how do customers react when you miss a slot
    implication: if the operators keep leaving, what happens to quality
    implication: does the rework slow down your shipments
    implication: what do the breakdowns cost per month, roughly?
    implication: So because of the late data, how many decisions get pushed back?
    implication: imapct on your other plants if this one is down?
    need_payoff: If you could cut that delay, what would it do for your launch?
    need_payoff: how would it help if maintenance knew a day earlier
    need_payoff: What would you do with the hours saved?
    need_payoff: why is it important to you to fix this
    need_payoff: what would steady nights be worth to you?
    need_payoff: would it be useful to see stops as they happen
    need_payoff: if the line ran through the night, who would notice first
    need_payoff: What would you like the handover to look like?
    need_payoff: in an ideal world how would planning work
    need_payoff: How much would you save if rework was halved?
    need_payoff: who else would benefit from faster quotes?
    need_payoff: when you explain it to the board without me, what will you say
    not_spin: Did you know our platform forecasts demand?
    not_spin: Shall I book the order?
    not_spin: if i could show you a 20% saving would you sign today?
    not_spin: does thursday 3pm work for you
    not_spin: Can I show you our dashboard?
    not_spin: when can we meet again
    not_spin: How was your weekend?
    not_spin: are you ready to move forward with us
    not_spin: did you get my email with the deck
    not_spin: Our tool cuts downtime by a third.
    not_spin: would you prefer the blue or the grey one?
    not_spin: can everyone hear me ok
""")

CHINESE = rows("""
    implication: 二号线夜里一停，早上的货怎么交？
    implication: 交不上货谁来赔
    situation: 你们现在货怎么交给客户的
    situation: 你们有几条产线？
    situation: 现在用的是哪家的系统
    situation: 谁负责审批五万以上的采购
    situation: 停线了你们怎么处理？
    situation: 目前排产是怎么做的
    situation: 仓库一共多大面积
    situation: 能介绍一下你们的验收流程吗
    situation: 这套设备用了多少年了
    situation: 现在用ERP还是excel排班
    situation: 出了次品一般谁来跟进
    problem: 多久停一次？
    problem: 现在的系统用得满意吗
    problem: 对账经常出错吗
    problem: 排产有没有什么困难
    problem: 为什么夜班老是卡料
    problem: 您觉得最头疼的是哪一块
    problem: 这台设备好不好用
    problem: 换型慢不慢，有没有觉得麻烦
    problem: 交货延误严重吗
    problem: 人手够不够
    problem: 数据准不准
    problem: 供应商送货及时吗，会不会缺料
    implication: 停一次，早上的货怎么交？
    implication: 这对交期有什么影响
    implication: 如果一直不解决，年底会怎么样
    implication: 因为返工，每个月多花多少钱？
    implication: 夜班一停，谁最头疼
    implication: 报表晚了，会不会耽误老板做决定
    implication: 延误了客户会怎么看
    implication: 这会导致什么后果
    implication: 停机一小时损失多少
    implication: 老员工再走几个，质量会怎么样
    implication: 缺料的时候，下游跟着受什么影响
    implication: 再拖半年，对明年的订单意味着什么
    implication: 这个delay对你们的launch有什么impact？
    need_payoff: 如果夜班不停机，对您值多少
    need_payoff: 要是能提前两天知道缺料，对您有什么帮助
    need_payoff: 您为什么觉得缩短交期重要
    need_payoff: 省下来的人手您打算用在哪儿
    need_payoff: 您希望交接做到什么程度
    need_payoff: 解决了这个问题，能给车间带来什么好处
    need_payoff: 如果报表自动出来，财务能省多少时间
    need_payoff: 理想的排产应该是什么样
    need_payoff: 这样对您有用吗
    need_payoff: 我不在的时候，您跟董事会怎么说这件事
    need_payoff: 假如返工减少一半，哪个部门最受益
    not_spin: 您知道我们的系统可以自动排产吗
    not_spin: 您看今天能签合同吗
    not_spin: 周四下午方便吗
    not_spin: 我给您演示一下吧？
    not_spin: 资料收到了吗
    not_spin: 周末过得怎么样
    not_spin: 如果我们能降价百分之五，您今天就定吗
    not_spin: 我们的产品特别稳定
    not_spin: 什么时候方便再见一面
    not_spin: 您要A款还是B款
""")


@pytest.mark.parametrize("label,text", ENGLISH + CHINESE)
def test_a_question_is_what_its_words_ask_for(label: str, text: str) -> None:
    assert JUDGE.read("question", text).label == label


def test_the_words_that_decided_are_quoted_and_their_rule_is_named() -> None:
    text = "How often does line 2 stop?"

    assert JUDGE.read("question", text) == Verdict(
        kind="question",
        label="problem",
        confidence=0.8,
        sure=True,
        words=("How often does line 2 stop",),
        rule="question.asks_how_bad",
    )


def test_several_questions_in_one_text_count_as_the_one_furthest_along() -> None:
    text = "How many trucks do you run? How often are they late? What does a late truck cost you?"

    assert JUDGE.read("question", text).label == "implication"


@pytest.mark.parametrize(
    "text", ["Wouldn't it be great to save money?", "您不想省钱吗", "难道不觉得这样更好吗？"]
)
def test_a_question_to_which_only_yes_fits_leaves_the_judge_unsure(text: str) -> None:
    verdict = JUDGE.read("question", text)

    assert (verdict.rule, verdict.sure, verdict.second) == ("question.leads", False, "need_payoff")


@pytest.mark.parametrize(
    "text,label",
    [
        ("so who takes the blame at the Q4 review", "implication"),
        ("and what about your margin", "implication"),
        ("那交期呢，客户怎么交代", "implication"),
        ("are you happy with the delivery schedule", "problem"),
        ("who decides on the budget", "situation"),
        ("which customers do you deliver to", "situation"),
    ],
)
def test_with_a_problem_on_the_table_what_it_reaches_is_heard(text: str, label: str) -> None:
    assert JUDGE.read("question", text, problem="line 2 stops").label == label


def test_without_a_problem_on_the_table_a_stake_alone_asks_for_a_fact() -> None:
    assert JUDGE.read("question", "what about your budget").label == "situation"


@pytest.mark.parametrize(
    "text,label",
    [
        ("does the packer cause any problems", "problem"),
        ("does that cause your customers any problems", "implication"),
        ("how often does the outage happen", "problem"),
        ("what happens to the orders if the line fails again", "implication"),
        ("if the line fails again in May, what does it cost you", "implication"),
        ("if the line never failed again, what would you do with the time", "need_payoff"),
        ("how would it help if nothing changes on the shop floor", "need_payoff"),
        ("what would that do for your launch", "need_payoff"),
        ("what does that do to your launch", "implication"),
        ("does our demo on Tuesday solve your problem with scrap", "problem"),
    ],
)
def test_pairs_at_a_border_are_told_apart(text: str, label: str) -> None:
    assert JUDGE.read("question", text).label == label


def test_where_two_readings_are_close_the_judge_is_unsure_and_names_both() -> None:
    verdict = JUDGE.read("question", "what about the late trucks and your margin", problem="late")

    assert (verdict.label, verdict.sure, verdict.second) == ("implication", False, "problem")
