# 异议：说的是什么、在这单里从哪儿来、接下来准备什么。

help-objection = **异议** – 客户说过的不同意见；“异议”加客户名、冒号和对方原话：看它多半从哪儿来
objections-heading = { $customer } · 异议
objections-none = 这里还没记过异议。对方怎么说的？写原话。
objections-how = 直接打字也行：“异议”、客户名、冒号，再写原话。
objection-is = { $said } · { $label } · { $cause }
objection-label-price = 价格
objection-label-value = 价值
objection-label-capability = 能力
objection-label-early = 来得早
objection-label-other = 别的
objection-about-price = **价格异议。**
objection-about-value = **价值异议**：他觉得麻烦还不够大。
objection-about-capability = **能力异议**：问的是我们做不做得到。
objection-about-early = **来得早**：还没什么可掂的，先把你推开了。
objection-about-other = **别的**：不是价格、值不值、行不行。
objection-otherwise = 照你看，“{ $words }”说的是什么？
objection-small = 这是小单：对方说出麻烦就够了，讲优点也管用。少问几句，早点谈方案。
button-objection-price = 嫌贵
button-objection-value = 不值得
button-objection-capability = 行不行
button-objection-early = 来得太早
button-objection-other = 别的
button-plan-next = 准备下一次会谈
button-objection-add = 记一条异议
button-objection-heard = 听到一条异议
button-objection-page = 全部异议
button-objections-more = 其余的异议
form-objection-title = 异议：{ $customer }
field-objection-words = 对方怎么说的？
field-objection-when = 会谈里什么时候说的？
field-objection-label = 说的是什么？
objection-when-start = 刚开始
objection-when-middle = 中间
objection-when-end = 快结束

## 从哪儿来

cause-features-many = 多半是这么来的：给他们记了 { $count } 条特征，最后一条是“{ $words }”。特征一多，人就盯着价格看。
cause-advantages-offered = 多半是这么来的：“{ $words }”已经说出去了，可对方还没人说过想要。
cause-unbuilt-none = 多半是这么来的：他们的需求一条都没记。还不觉得是麻烦，也就不觉得值钱。
cause-unbuilt-implied = 多半是这么来的：“{ $words }”还停在麻烦上，没人说过想解决。
cause-unbuilt-cost = 多半是这么来的：在他们看来代价更重，“{ $words }”。
cause-unbuilt-light = 多半是这么来的：在他们看来，解决的代价比麻烦还重。
cause-unbuilt-unasked = 多半是这么来的：上次会谈你说一个暗示问题都没问，麻烦就没机会变重。
cause-too-early-said = 多半是这么来的：他们的麻烦还没上桌，方案先到了。
cause-too-early-start = 多半是这么来的：会谈刚开始就来了，麻烦还没聊，方案已经在桌上。
cause-gap = 问的是真能不能做到，什么技巧都绕不过去。
cause-unknown = 从现有的记录里，我看不出它从哪儿来。
cause-name-features = 特征讲多了
cause-name-advantages = 没人想要，先讲了优点
cause-name-unbuilt = 需求还没问出来
cause-name-too-early = 方案给早了
cause-name-gap = 能力问题
cause-name-unknown = 原因不明
cause-recurs = 你最近 { $among } 条异议里，有 { $count } 条多半是同一个原因：{ $cause }。

## 对策

cure-features = 对策：少讲特征，先用问题让对方看清麻烦有多大。
cure-advantages = 对策：优点先压一压，等对方自己说想要。先问麻烦会带来什么，再问解决了值多少。
cure-unbuilt = 对策：别忙着练怎么回答，多问问麻烦，再问它会带来什么。
cure-too-early = 对策：方案先放一放，先让对方同意你提问，从麻烦问起。
cure-gap = 做得到，拿证据；做不到，直说。
cure-unknown = 先别急着回答：找找它前面发生了什么。

## 准备什么

plan-heading = 下次可以准备：
plan-trouble = · 一个问题：他们可能有、还没说出口的麻烦。
plan-effect = · 一个问题：“{ $words }”会带来什么——成本、延误、风险、牵连到谁。
plan-effect-for = · “{ $words }”对{ $who }意味着什么，这位还没听到怎么说。
plan-effect-others = · 那边还有谁受“{ $words }”的影响，怎么受的。
plan-effect-open = · 这个麻烦会带来什么，谁受影响。
plan-payoff = · 没有了“{ $words }”，对他们值多少：等后果说出来了再问。
plan-proof = · 什么能让他们信：可以问谁，可以看到什么？
plan-other-want = · 真做不到的话：他们想要的“{ $words }”，我们能做到几分？
plan-moment = · 它来之前，你刚说了什么，或者刚问了什么？
