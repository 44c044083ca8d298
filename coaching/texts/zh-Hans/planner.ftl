# 准备暗示问题：一个麻烦，它带来什么，每一处怎么问。

help-difficulties = **难点** – 后面写客户名：从一个麻烦出发，想它带来什么，每一处准备一个问题
chain-whom = “{ $words }”里没有我认得的客户。说的是哪家？

## 三步

chain-ask-problem = **第一步。**{ $customer }多半有什么麻烦？几个字就行，回“够了”就结束。
chain-offers = 或者从你提过的里挑一个：
button-chain-offer = { $problem }
chain-ask-difficulties = **第二步。**“{ $problem }”会带来什么难处？一行一条：什么会拖、会贵、会有风险，谁受影响？
chain-ask-more = 记下了，一共 { $count } 条。“{ $problem }”还会带来什么？回“够了”，就来想怎么问。
chain-small = 小单问到难点往往就够了，想一条就停也行。
chain-asks-already = “{ $words }”已经是在问了，那是第三步。它背后是哪个难处？几个字就行。
chain-ask-question = **第三步。**“{ $difficulty }”：怎么问，能让{ $customer }自己讲这件事？回“跳过”就先空着。
chain-done = “{ $problem }”带来的每个难处，都想好怎么问了。
chain-open = { $count ->
    [0] “{ $problem }”记下了。
   *[other] “{ $problem }”记下了，还有 { $count } 个难处没想好怎么问。
}
chain-left = 先到这里。想接着来，发“难点”。
chain-full = 这家客户已经记了 { $most } 个麻烦，不能再多。先删一个。
chain-for = 针对“{ $difficulty }”：
button-find-steps = 一步一步来
button-chain-on = 来想怎么问
button-chain-reword = 换个问法
button-chain-show = 看全部

## 解决了值多少

chain-ask-deliver = 问对方值多少之前先问你：“{ $problem }”，你真能替他们解决吗？
chain-cannot-deliver = 那就别问需求—效益问题：勾起了愿望又给不了。其中有没有哪一块你能解决？
chain-ask-payoff = 怎么问，能让对方自己说出没有了“{ $problem }”有多大好处？
chain-payoff-good = **这是需求—效益问题。**“{ $question }”让对方自己说好处。放在暗示问题后面问，别抢先。
chain-payoff-wanted = 记下了。这里要的是转向解决的那一问：要是解决了，对方哪里会更好？
chain-payoff-early = 现在问还早：先准备一个问题，问麻烦会带来什么，让它显出分量。
button-chain-payoff = 解决了值多少
button-chain-can-yes = 能解决
button-chain-can-no = 不能，或没把握

## 页面

chain-heading = { $customer }：麻烦和问题
chain-none = 这里还没有准备。先想一个他们多半有的麻烦。
chain-problem = **“{ $problem }”**
chain-difficulty = → “{ $difficulty }”：“{ $question }”
chain-difficulty-open = → “{ $difficulty }”：还没想好怎么问
chain-payoff = 解决了值多少：“{ $question }”
chain-more = 还有 { $count } 个麻烦没列出来，这里是最近的。
chain-best = { $at }可以问：“{ $question }”
button-chain-use = 就用这个
button-chain-begin = 加一个麻烦
button-chain-form = 填表
button-chain-ask = 写一个问题
button-chain-more = 加一个难处
button-chain-change = 修改
button-chain-drop = 删掉
button-chain-drop-sure = 确定删掉
button-chain-keep = 不，留着
chain-drop-ask = { $count ->
    [0] 删掉“{ $problem }”？
   *[other] 删掉“{ $problem }”和它的 { $count } 个难处？
}
chain-dropped = 删掉了：“{ $problem }”。

## 提问的顺序

order-brief-large = 提问的顺序：背景少问（查得到的不问），难点，暗示（对方可能不好受），需求—效益（自己给得出答案才问）。
order-brief-small = 提问的顺序：背景少问，接着问难点，小单到这一步就够；需求—效益，自己给得出答案才问。
order-heading-large = **大单的提问顺序**
order-heading-small = **小单的提问顺序**
order-heading-unknown = **提问顺序**（没说大小之前，先按大单算）
order-situation-large = 1 背景问题：少问，查得到的不问。问多了对方烦，你也听不到什么。
order-problem-large = 2 难点问题：早点问。别一听到麻烦就抛方案。
order-implication-large = 3 暗示问题：最管用，对拍板的人尤其管用。对方听了可能不好受，后面要接第 4 步。
order-payoff-large = 4 需求—效益问题：麻烦够重了再问。问早了不行，自己给不出答案的也别问。
order-situation-small = 1 背景问题：少问，查得到的不问。
order-problem-small = 2 难点问题：小单问到这一步就够，可以接着说你的方案。
order-implication-small = 3 暗示问题：对方不当回事时再问。问重了，小单扛不住。
order-payoff-small = 4 需求—效益问题：问完难点就可以接着问。自己给不出答案的别问。

## 表单

form-chain-title = 从麻烦到问题
field-chain-problem = 他们多半有的一个麻烦
field-difficulty = 它带来的难处 { $number }
field-chain-question = 针对难处 { $number } 的问题
field-chain-deliver = 这个麻烦你能替他们解决吗？
field-chain-payoff = 问对方解决了有多大好处
button-chain-save = 存好
error-chain-known = 这家客户的这个麻烦已经记过了，到那里改。
error-chain-difficulty = 写一下这个问题针对哪个难处。
error-chain-twice = 这个难处上面已经有了。
error-chain-deliver = 要问好处，这里得选“能”：你得给得出答案。

## 出现的地方

chain-before = 你给他们准备过一个问题：“{ $question }”
chain-before-open = 给{ $customer }准备的难处里，还有 { $count } 个没想好怎么问。
chain-cue = 接着问解决了值多少：“{ $question }”
chain-home = 准备了 { $problems } 个麻烦；{ $count ->
    [0] 每个难处都想好怎么问了。
   *[other] 还有 { $count } 个难处没想好怎么问。
}
chain-home-none = { $customer }有什么麻烦，会带来什么？三步，从麻烦想到问题。
button-chain-home = 麻烦和问题
