# 评判说的话：先是类别，再是理由，文件末尾是缺了什么。“-bare”是没有原话可引时的说法。

## 问题

judge-question-situation = **背景问题**：问的是情况。
judge-question-situation-bare = **背景问题**：问的是情况。
judge-question-problem = **难点问题**：问的是有没有麻烦。
judge-question-problem-bare = **难点问题**：问的是有没有麻烦。
judge-question-implication = **暗示问题**：追着麻烦问后果。
judge-question-implication-bare = **暗示问题**：追着麻烦问后果。
judge-question-need-payoff = **需求—效益问题**：问的是解决了有什么好处。
judge-question-need-payoff-bare = **需求—效益问题**：问的是解决了有什么好处。
judge-question-not-spin = **不属于四类问题**：没在问对方的业务。
judge-question-not-spin-bare = **不属于四类问题**：没在问对方的业务。

judge-rule-question-asks-fact = “{ $words }”问的是一个情况，是背景问题。事先查得到的就别问了，问问这里面有什么麻烦。
judge-rule-question-asks-fact-bare = 这句问的是一个情况，是背景问题。事先查得到的就别问了，问问这里面有什么麻烦。
judge-rule-question-asks-coping = “{ $words }”问的是眼下怎么应付，是背景问题。这么应付着，又会带来什么？
judge-rule-question-asks-coping-bare = 这句问的是眼下怎么应付，是背景问题。这么应付着，又会带来什么？
judge-rule-question-asks-whether = “{ $words }”问的是有没有麻烦，是难点问题，留着有用。这个麻烦会带来什么？谁最头疼？
judge-rule-question-asks-whether-bare = 这句问的是有没有麻烦，是难点问题，留着有用。这个麻烦会带来什么？谁最头疼？
judge-rule-question-asks-how-bad = “{ $words }”问的是多久一次、有多严重或什么缘故，是难点问题，留着有用。这个麻烦会带来什么后果？
judge-rule-question-asks-how-bad-bare = 这句问的是多久一次、有多严重或什么缘故，是难点问题，留着有用。这个麻烦会带来什么后果？
judge-rule-question-asks-content = “{ $words }”问的是满不满意，是难点问题。要是不满意，会给他们带来什么？
judge-rule-question-asks-content-bare = 这句问的是满不满意，是难点问题。要是不满意，会给他们带来什么？
judge-rule-question-asks-effect = **这是暗示问题。**“{ $words }”追着麻烦问后果。对方听了可能不好受，再备一个问题，问解决了值多少。
judge-rule-question-asks-effect-bare = **这是暗示问题。**它追着麻烦问后果。对方听了可能不好受，再备一个问题，问解决了值多少。
judge-rule-question-asks-size = **这是暗示问题。**“{ $words }”让对方自己算这个麻烦有多大。问完停一停，等他算。
judge-rule-question-asks-size-bare = **这是暗示问题。**它让对方自己算这个麻烦有多大。问完停一停，等他算。
judge-rule-question-asks-nothing-changes = **这是暗示问题。**“{ $words }”让对方看看不动会怎样。最先难受的会是谁？
judge-rule-question-asks-nothing-changes-bare = **这是暗示问题。**它让对方看看不动会怎样。最先难受的会是谁？
judge-rule-question-asks-worth = “{ $words }”让对方自己说解决了有什么好处，是需求—效益问题。问之前，麻烦够大了吗？
judge-rule-question-asks-worth-bare = 这句让对方自己说解决了有什么好处，是需求—效益问题。问之前，麻烦够大了吗？
judge-rule-question-asks-wish = “{ $words }”问的是对方想要什么，是需求—效益问题。问之前，麻烦够大了吗？
judge-rule-question-asks-wish-bare = 这句问的是对方想要什么，是需求—效益问题。问之前，麻烦够大了吗？
judge-rule-question-asks-if-solved = “{ $words }”从麻烦已经解决说起，是需求—效益问题。前面用哪一问先让麻烦显得够重？
judge-rule-question-asks-if-solved-bare = 这句从麻烦已经解决说起，是需求—效益问题。前面用哪一问先让麻烦显得够重？
judge-rule-question-leads = “{ $words }”只能答“是”，听不出什么。换个你也不知道答案的问法？
judge-rule-question-leads-bare = 这句只能答“是”，听不出什么。换个你也不知道答案的问法？
judge-rule-question-pitches = “{ $words }”说的是我们，没在问对方。它对应对方的哪个麻烦？问那个。
judge-rule-question-pitches-bare = 这句说的是我们，没在问对方。它对应对方的哪个麻烦？问那个。
judge-rule-question-closes = “{ $words }”是在要对方拍板。之前先问一句麻烦会带来什么：问哪一句？
judge-rule-question-closes-bare = 这句是在要对方拍板。之前先问一句麻烦会带来什么：问哪一句？
judge-rule-question-arranges = “{ $words }”是在安排见面。关于对方的业务和麻烦，想问哪一句？
judge-rule-question-arranges-bare = 这句是在安排见面。关于对方的业务和麻烦，想问哪一句？
judge-rule-question-chats = “{ $words }”是寒暄，说两句就好。关于对方的麻烦，想问哪一句？
judge-rule-question-chats-bare = 这句是寒暄，说两句就好。关于对方的麻烦，想问哪一句？
judge-rule-question-no-question = “{ $words }”是陈述，没有在问。换成问句，对方会怎么答？
judge-rule-question-no-question-bare = 这句是陈述，没有在问。换成问句，对方会怎么答？

## 目标

judge-objective-advance = **进展**：对方有人要做一件事。
judge-objective-advance-bare = **进展**：对方有人要做一件事。
judge-objective-continuation = **暂时中断**：接着聊，对方没有谁要做事。
judge-objective-continuation-bare = **暂时中断**：接着聊，对方没有谁要做事。
judge-objective-order = **签单**：对方签字。
judge-objective-order-bare = **签单**：对方签字。
judge-objective-seller-activity = **我们的动作**：说的是我们做什么，不是对方做什么。
judge-objective-seller-activity-bare = **我们的动作**：说的是我们做什么，不是对方做什么。
judge-objective-information-only = **了解情况**：我们多知道一点，对方还在原地。
judge-objective-information-only-bare = **了解情况**：我们多知道一点，对方还在原地。
judge-objective-relationship = **拉近关系**：说的是对方的感觉。
judge-objective-relationship-bare = **拉近关系**：说的是对方的感觉。
judge-objective-vague = **还没定**：里面还没有人做事。
judge-objective-vague-bare = **还没定**：里面还没有人做事。

judge-rule-objective-customer-acts = **这是一个进展。**“{ $words }”是对方动手，做没做看得见。
judge-rule-objective-customer-acts-bare = **这是一个进展。**对方动手，做没做看得见。
judge-rule-objective-new-person = **这是一个进展。**“{ $words }”把以前不在场的人带进来。这个人要做什么？
judge-rule-objective-new-person-bare = **这是一个进展。**有以前不在场的人进来。这个人要做什么？
judge-rule-objective-hands-over = **这是一个进展。**“{ $words }”要对方花功夫交出来，肯交就是当真。
judge-rule-objective-hands-over-bare = **这是一个进展。**要对方花功夫交东西出来，肯交就是当真。
judge-rule-objective-just-goes-on = “{ $words }”之后谁也没做什么，是暂时中断。再见面之前，对方谁会去做一件什么事？
judge-rule-objective-just-goes-on-bare = 接着聊，谁也没做什么，是暂时中断。再见面之前，对方谁会去做一件什么事？
judge-rule-objective-just-receives = “{ $words }”只是收下或听听，是暂时中断。他们拿到后会做什么，和谁，哪天之前？
judge-rule-objective-just-receives-bare = 只是收下或听听，是暂时中断。他们拿到后会做什么，和谁，哪天之前？
judge-rule-objective-just-thinks = “{ $words }”看不见，是暂时中断。为了弄明白，他们会去做哪件事，哪天之前？
judge-rule-objective-just-thinks-bare = 心里想看不见，是暂时中断。为了弄明白，他们会去做哪件事，哪天之前？
judge-rule-objective-signature = “{ $words }”是签单。他们签字之前，还有什么没谈妥吗？备一个退一步的。
judge-rule-objective-signature-bare = 这是签单。他们签字之前，还有什么没谈妥吗？备一个退一步的。
judge-rule-objective-seller-acts = “{ $words }”是*你*要做的事。谈完后，对方谁会去做哪件事？哪天？
judge-rule-objective-seller-acts-bare = 这是*你*要做的事。谈完后，对方谁会去做哪件事？哪天？
judge-rule-objective-information-told = “{ $words }”让你多知道一点，对方还在原地。他们说完之后，会去做什么？
judge-rule-objective-information-told-bare = 你会多知道一点，对方还在原地。他们说完之后，会去做什么？
judge-rule-objective-feeling = “{ $words }”没法核对。他们要真这么想，会去做一件什么看得见的事？
judge-rule-objective-feeling-bare = 感觉没法核对。他们要真这么想，会去做一件什么看得见的事？
judge-rule-objective-nobody-acts = “{ $words }”里还没有人做事。对方谁、做什么、哪天之前？
judge-rule-objective-nobody-acts-bare = 这里面还没有人做事。对方谁、做什么、哪天之前？

## 结果

judge-outcome-order = **签单**：白纸黑字签了。
judge-outcome-order-bare = **签单**：白纸黑字签了。
judge-outcome-advance = **进展**：对方有人要做一件事。
judge-outcome-advance-bare = **进展**：对方有人要做一件事。
judge-outcome-continuation = **暂时中断**：还会接着谈，对方没有谁要做事。
judge-outcome-continuation-bare = **暂时中断**：还会接着谈，对方没有谁要做事。
judge-outcome-no-sale = **没有成交**：对方拒绝了。
judge-outcome-no-sale-bare = **没有成交**：对方拒绝了。

judge-rule-outcome-signed = **签单了。**“{ $words }”，白纸黑字。
judge-rule-outcome-signed-bare = **签单了。**白纸黑字。
judge-rule-outcome-customer-acts = **有进展。**“{ $words }”是对方动手，做没做看得见。
judge-rule-outcome-customer-acts-bare = **有进展。**对方动手，做没做看得见。
judge-rule-outcome-new-person = **有进展。**“{ $words }”，以前不在场的人进来了。
judge-rule-outcome-new-person-bare = **有进展。**以前不在场的人进来了。
judge-rule-outcome-hands-over = **有进展。**“{ $words }”是对方花功夫交出来的。
judge-rule-outcome-hands-over-bare = **有进展。**对方肯花功夫把东西交出来。
judge-rule-outcome-takes-it-on = **有进展。**“{ $words }”是对方往拍板走的一步，哪天也说得清。
judge-rule-outcome-takes-it-on-bare = **有进展。**对方往拍板走了一步，哪天也说得清。
judge-rule-outcome-same-people-no-new = “{ $words }”是再聊一次：还是这些人，没有新的事要做。
judge-rule-outcome-same-people-no-new-bare = 这是再聊一次：还是这些人，没有新的事要做。
judge-rule-outcome-quote-requested = “{ $words }”是我们的事，对方只管收。
judge-rule-outcome-quote-requested-bare = 说定的是我们的事，对方只管收。
judge-rule-outcome-spoken-yes = “{ $words }”是口头的，往白纸黑字还没走出哪天的一步。
judge-rule-outcome-spoken-yes-bare = 这是口头答应，往白纸黑字还没走出哪天的一步。
judge-rule-outcome-will-push = “{ $words }”是好意，还没有哪件事、哪一天。
judge-rule-outcome-will-push-bare = 这是好意，还没有哪件事、哪一天。
judge-rule-outcome-just-thinks = “{ $words }”在他们心里，谁也看不见。
judge-rule-outcome-just-thinks-bare = 这在他们心里，谁也看不见。
judge-rule-outcome-not-now = “{ $words }”是往后放：没拒绝，也没往前走。
judge-rule-outcome-not-now-bare = 这是往后放：没拒绝，也没往前走。
judge-rule-outcome-warm-only = “{ $words }”说的是感觉，没说对方要做什么。
judge-rule-outcome-warm-only-bare = 说的是感觉，没说对方要做什么。
judge-rule-outcome-seller-acts = “{ $words }”是我们做的，没说对方要做什么。
judge-rule-outcome-seller-acts-bare = 说的是我们做什么，没说对方要做什么。
judge-rule-outcome-renews-itself = “{ $words }”是自己发生的，不是这次谈出来的。
judge-rule-outcome-renews-itself-bare = 这是自己发生的，不是这次谈出来的。
judge-rule-outcome-nothing-agreed = “{ $words }”里看不到对方有谁要做事。
judge-rule-outcome-nothing-agreed-bare = 这里面看不到对方有谁要做事。
judge-rule-outcome-refused = **这次没有成交。**“{ $words }”是拒绝，也没答应别的。
judge-rule-outcome-refused-bare = **这次没有成交。**对方拒绝了，也没答应别的。
judge-rule-outcome-chose-other = **这次没有成交。**“{ $words }”，对方另选了一条路。
judge-rule-outcome-chose-other-bare = **这次没有成交。**对方另选了一条路。

## 特征、优点、利益

judge-statement-feature = **特征**：说的是产品是什么、有什么。
judge-statement-feature-bare = **特征**：说的是产品是什么、有什么。
judge-statement-advantage = **优点**：说的是产品怎么用、对谁可能有用。
judge-statement-advantage-bare = **优点**：说的是产品怎么用、对谁可能有用。
judge-statement-benefit = **利益**：对上了这个客户说过的明确需求。
judge-statement-benefit-bare = **利益**：对上了这个客户说过的明确需求。

judge-rule-statement-fact = “{ $words }”说的是产品是什么，是特征。它解决对方的哪个麻烦？
judge-rule-statement-fact-bare = 说的是产品是什么，是特征。它解决对方的哪个麻烦？
judge-rule-statement-helps-anyone = “{ $words }”对谁都可能有用，是优点。这个客户谁说过想要？
judge-rule-statement-helps-anyone-bare = 对谁都可能有用，是优点。这个客户谁说过想要？
judge-rule-statement-implied-only = “{ $words }”还是优点：对方只说了麻烦，没说想要。问哪一句，能让他自己说出来？
judge-rule-statement-implied-only-bare = 这还是优点：对方只说了麻烦，没说想要。问哪一句，能让他自己说出来？
judge-rule-statement-other-need = “{ $words }”还是优点：对方说想要的不是这个。
judge-rule-statement-other-need-bare = 这还是优点：对方说想要的不是这个。
judge-rule-statement-meets-need = **这是利益。**“{ $words }”对上了对方说过想要的。
judge-rule-statement-meets-need-bare = **这是利益。**它对上了对方说过想要的。

## 需求

judge-need-implied = **隐含需求**：对方说了麻烦。
judge-need-implied-bare = **隐含需求**：对方说了麻烦。
judge-need-explicit = **明确需求**：对方说了想要什么。
judge-need-explicit-bare = **明确需求**：对方说了想要什么。
judge-need-neither = **还不是需求**：既不是麻烦，也不是想要。
judge-need-neither-bare = **还不是需求**：既不是麻烦，也不是想要。

judge-rule-need-trouble = “{ $words }”说的是麻烦，是隐含需求。怎么让他自己说出想解决？
judge-rule-need-trouble-bare = 说的是麻烦，是隐含需求。怎么让他自己说出想解决？
judge-rule-need-want = **明确需求。**“{ $words }”说了想要什么。
judge-rule-need-want-bare = **明确需求。**对方说了想要什么。
judge-rule-need-intention = **明确需求。**“{ $words }”说了要动手。
judge-rule-need-intention-bare = **明确需求。**对方说了要动手。
judge-rule-need-fact = “{ $words }”是个情况，还不是需求。这里面什么让他们头疼？
judge-rule-need-fact-bare = 这是个情况，还不是需求。这里面什么让他们头疼？
judge-rule-need-content = “{ $words }”说的是没什么不好，还不是需求。哪一块没这么顺？
judge-rule-need-content-bare = 对方觉得没什么不好，还不是需求。哪一块没这么顺？
judge-rule-need-asks = “{ $words }”是对方在问你，还不是需求。他为什么问这个？
judge-rule-need-asks-bare = 对方是在问你，还不是需求。他为什么问这个？

## 异议

judge-objection-price = **价格异议。**
judge-objection-price-bare = **价格异议。**
judge-objection-value = **价值异议**：对方觉得麻烦还不够大。
judge-objection-value-bare = **价值异议**：对方觉得麻烦还不够大。
judge-objection-capability = **能力异议**：问的是我们做不做得到。
judge-objection-capability-bare = **能力异议**：问的是我们做不做得到。
judge-objection-early = **来得早**：还什么都没聊到。
judge-objection-early-bare = **来得早**：还什么都没聊到。
judge-objection-other = **别的**：不是钱、值不值、行不行。
judge-objection-other-bare = **别的**：不是钱、值不值、行不行。

judge-rule-objection-money = “{ $words }”说的是价格。在这之前，他听了多少特征？麻烦够重了吗？
judge-rule-objection-money-bare = 说的是价格。在这之前，他听了多少特征？麻烦够重了吗？
judge-rule-objection-not-worth = “{ $words }”说的是价值：他觉得麻烦还不够大。哪个后果还没谈到？
judge-rule-objection-not-worth-bare = 说的是价值：他觉得麻烦还不够大。哪个后果还没谈到？
judge-rule-objection-we-manage = “{ $words }”说的是价值：他们应付得过去。这么应付，代价是什么？
judge-rule-objection-we-manage-bare = 说的是价值：他们应付得过去。这么应付，代价是什么？
judge-rule-objection-can-it = “{ $words }”问的是做不做得到。做得到，拿证据；做不到，直说。
judge-rule-objection-can-it-bare = 问的是做不做得到。做得到，拿证据；做不到，直说。
judge-rule-objection-brush-off = “{ $words }”来得早：还什么都没聊到。他可能有什么麻烦，可以问一句？
judge-rule-objection-brush-off-bare = 来得早：还什么都没聊到。他可能有什么麻烦，可以问一句？
judge-rule-objection-other = “{ $words }”说的不是钱、值不值、行不行。要走下一步，谁或什么得先变？
judge-rule-objection-other-bare = 说的不是钱、值不值、行不行。要走下一步，谁或什么得先变？

## 复盘

judge-review-specific = **具体**：核对得了。
judge-review-specific-bare = **具体**：核对得了。
judge-review-vague = **笼统**：里面没有核对得了的东西。
judge-review-vague-bare = **笼统**：里面没有核对得了的东西。

judge-rule-review-names-moment = “{ $words }”是个能回头看的时刻。
judge-rule-review-names-moment-bare = 说到了能回头看的时刻。
judge-rule-review-names-question = “{ $words }”是下次问得出口、数得清的一问。
judge-rule-review-names-question-bare = 说到了下次问得出口、数得清的一问。
judge-rule-review-names-number = “{ $words }”核对得了。
judge-rule-review-names-number-bare = 说到了核对得了的东西。
judge-rule-review-names-person = “{ $words }”说清了是谁、怎么样。
judge-rule-review-names-person-bare = 说清了是谁、怎么样。
judge-rule-review-names-change = “{ $words }”是下次会换个做法的一件事。
judge-rule-review-names-change-bare = 说到了下次会换个做法的一件事。
judge-rule-review-slogan = “{ $words }”放在哪次会谈都对。这一次，该用在哪一刻？
judge-rule-review-slogan-bare = 放在哪次会谈都对。这一次，该用在哪一刻？
judge-rule-review-mood = “{ $words }”是感觉。是哪一刻让你这么觉得？
judge-rule-review-mood-bare = 说的是感觉。是哪一刻让你这么觉得？
judge-rule-review-resolve = “{ $words }”：那样的话，哪一刻会不一样？
judge-rule-review-resolve-bare = 这是决心：那样的话，哪一刻会不一样？
judge-rule-review-too-little = “{ $words }”有点短。是谁、哪一刻、哪一问？
judge-rule-review-too-little-bare = 有点短。是谁、哪一刻、哪一问？

## 目标缺了什么

judge-gap-customer-acts = 里面对方没有人做事。对方谁会做什么？
judge-gap-observable = 这件事看不见。做成了，能看到或拿到什么？
judge-gap-moves-on = 做完之后，离拍板还是那么远。哪一步能近一点？
judge-gap-checkable = 哪天、和谁、看到什么，就知道这件事办成了？
judge-gap-highest = 这是对方最多能给的吗？在座的谁能给得更多？

## 承诺缺了什么

judge-promise-who = 对方谁来做？
judge-promise-what = 具体做哪件事？
judge-promise-by-when = 哪天之前？
