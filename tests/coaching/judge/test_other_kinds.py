"""Statements, needs, objections and reviews at the borders of METHOD §14, in both languages."""

from __future__ import annotations

import pytest

from tests.coaching.judge.judged import JUDGE, rows

NEEDS = rows("""
    implied: it takes us two days to close the books
    implied: we have to retype every order
    implied: not happy with the reports
    implied: The forklifts keep breaking down in winter.
    implied: nobody knows which version is right
    implied: honestly the handover is a mess
    implied: we lose about five pallets a week
    implied: people complain about the noise
    explicit: we want to close in one day
    explicit: we're going to replace the packer this year
    explicit: I need one place where I can see all plants
    explicit: It has to be below two percent by summer.
    explicit: we are looking for a supplier who delivers overnight
    explicit: what we'd like is a warning before it stops
    explicit: the board decided to invest in automation
    explicit: we must get this fixed before the audit
    neither: we have three plants and 200 people
    neither: we're very happy with the current setup
    neither: how does your tool do that?
    neither: We bought the presses in 2015.
    neither: nice demo, thanks
    neither: no problems there
    neither: the team works in two shifts
    neither: we don't need that
    implied: 对账每个月要花三天
    implied: 报表老是对不上
    implied: 夜班经常停机
    implied: 新人上手太慢
    implied: 我们看不到库存
    implied: 员工抱怨很多
    implied: 每张单子都得重新录一遍
    implied: 物料总是晚到
    explicit: 我们希望一天内对完账
    explicit: 今年一定要换掉这套系统
    explicit: 我们需要一个能看到全部工厂的看板
    explicit: 明年打算上自动化
    explicit: 必须在审计前解决
    explicit: 我想要停机前有预警
    explicit: 我们正在找新的供应商
    neither: 我们有三个厂
    neither: 现在的系统挺好用的
    neither: 你们这个怎么收费？
    neither: 设备是2015年买的
    neither: 我们不需要这个
    neither: 演示真不错，谢谢
""")

OBJECTIONS = rows("""
    price: it's too expensive
    price: your competitor charges half of that
    price: we don't have the budget for this
    price: can you do better on the price
    value: not worth it for two stops a week
    value: we manage fine with excel
    value: i don't see the benefit
    value: why change, it works
    value: nice to have, but not a priority
    capability: can it run offline in our plant?
    capability: have you done this in food production?
    capability: i doubt it integrates with our erp
    capability: your company is too small for a rollout like ours
    capability: It will never work with our old presses.
    early: just send me a brochure
    early: no time, call me next month
    early: we're not interested
    early: who are you and how did you get my number
    other: need to ask my boss
    other: our contract runs until december
    other: the board decides in may
    price: 太贵了
    price: 今年没有预算
    price: 别家比你们便宜一半
    price: 能不能再打个折
    value: 我们现在用得挺好
    value: 不值得折腾
    value: 看不出有什么好处
    value: 停机也就一个月一次，问题不大
    value: 没必要换
    capability: 你们系统能对接我们的ERP吗
    capability: 你们做过食品行业吗
    capability: 我担心你们实施不了
    capability: 数据安全怎么保证
    capability: 你们公司太小，没听说过
    early: 先发个资料吧
    early: 我在忙，改天再说
    early: 没兴趣
    early: 你是哪家公司的，别再打了
    other: 这个我得请示老板
    other: 合同到明年才到期
""")

REVIEWS = rows("""
    vague: it went well
    vague: prepare better
    vague: listen more
    vague: Be more confident next time.
    vague: ask better questions
    vague: good vibes, nice people
    vague: nothing really
    vague: relationships are key
    vague: communicate value more clearly
    vague: I should follow up faster
    specific: ask what happens to the morning trucks before showing the dashboard
    specific: When Mara asked for the price I answered at once; next time I ask what a stop costs.
    specific: the CFO only cares about payback under 18 months
    specific: Jens reports to the plant director, not to IT
    specific: I would leave out slides 4 to 9
    specific: stop talking after asking what a late truck costs
    specific: "who else loses sleep over it" got me the budget holder's name
    specific: their audit is on 12 May, so nothing gets decided before
    specific: i lost them when i opened the feature list
    specific: bring the shift lead's log next time instead of our own numbers
    vague: 下次要多准备
    vague: 挺顺利的
    vague: 多听少说
    vague: 继续努力
    vague: 加强沟通
    vague: 感觉还不错
    vague: 要更专业一点
    vague: 没什么
    vague: 以客户为中心
    vague: 提高提问技巧
    specific: 李工一提夜班我就开始讲产品，应该先问夜班停机谁去修
    specific: 财务总监关心的是18个月回本
    specific: 报价之前先问停一次赔多少
    specific: 王总真正怕的是客户审计，不是成本
    specific: 应该问“早上的货怎么交”，而不是问满不满意
    specific: 演示到第三页他就开始看手机了
    specific: 采购五月才换人，之前签不下来
    specific: 下次带上停机记录，不再讲公司介绍
    specific: 开场十分钟都在讲我们自己
    specific: 质量经理说返工都记在他头上
""")

STATEMENTS = rows("""
    feature: it has 64 gb of memory and runs on linux
    feature: The scanner weighs 300 grams.
    feature: our company was founded in 1998
    feature: it comes with 20 report templates
    feature: the data is stored in Frankfurt
    advantage: it lets your planners see stops in real time
    advantage: with the alerts you can react faster
    advantage: so nobody has to type orders twice
    advantage: it cuts energy use in most plants
    advantage: that saves companies like yours a lot of time
    feature: 系统支持中英文，自带20个报表
    feature: 我们公司成立于1998年
    feature: 这台设备重三百公斤
    feature: 采用不锈钢材质
    feature: 数据部署在本地
    advantage: 这样可以帮您减少停机
    advantage: 操作更简单，新人也能用
    advantage: 让计划员随时看到进度
    advantage: 能省不少人工
    advantage: 避免重复录入
""")

CLOSE_IN_A_DAY = "the matching runs overnight, so your team closes the books by noon"
SAME_DAY = "自动对账能让您当天出结果"


@pytest.mark.parametrize("label,text", NEEDS)
def test_a_need_is_trouble_or_a_wish_or_neither(label: str, text: str) -> None:
    assert JUDGE.read("need", text).label == label


@pytest.mark.parametrize("label,text", OBJECTIONS)
def test_an_objection_is_about_money_worth_ability_or_comes_early(label: str, text: str) -> None:
    assert JUDGE.read("objection", text).label == label


@pytest.mark.parametrize("label,text", REVIEWS)
def test_a_review_is_specific_where_one_could_check_it(label: str, text: str) -> None:
    assert JUDGE.read("review", text).label == label


@pytest.mark.parametrize("label,text", STATEMENTS)
def test_a_statement_without_a_voiced_need_is_no_benefit(label: str, text: str) -> None:
    assert JUDGE.read("statement", text).label == label


@pytest.mark.parametrize(
    "text,need,rule",
    [
        (CLOSE_IN_A_DAY, "we want to close the books in one day", "statement.meets_need"),
        (CLOSE_IN_A_DAY, "closing the books takes too long", "statement.implied_only"),
        (CLOSE_IN_A_DAY, "we need fewer safety incidents", "statement.other_need"),
        (CLOSE_IN_A_DAY, "we have three plants", "statement.helps_anyone"),
        ("the matching runs at night", "we want the matching at night", "statement.meets_need"),
        ("one run takes 5 minutes", "we want to close in one day", "statement.fact"),
        (SAME_DAY, "我们希望一天内对完账", "statement.meets_need"),
        (SAME_DAY, "对账太慢了", "statement.implied_only"),
        (SAME_DAY, "我们要降能耗", "statement.other_need"),
        ("You said you want one list: here it is.", "", "statement.meets_need"),
        ("您说过要看到全部工厂，看板上都有", "", "statement.meets_need"),
    ],
)
def test_a_benefit_meets_an_explicit_need_that_was_voiced(text: str, need: str, rule: str) -> None:
    assert JUDGE.read("statement", text, need=need).rule == rule
