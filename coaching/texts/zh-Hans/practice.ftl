# 一次练一样，会后计数，同行计数。

## 会后数一数

skill-questions = 各类问题
skill-situation = 背景问题
skill-problem = 难点问题
skill-implication = 暗示问题
skill-need-payoff = 需求—效益问题
asked-weekly = 每周一次，四类都数数，凭印象就行。
ask-asked = { $kind }，你问了几个？
asked-noted = { $kind }，你自己数的：{ $count }。
asked-none = 0
asked-some = 1–2
asked-many = 3 个以上
asked-unknown = 不记得
asked-all-none = 不到 5 个
asked-all-some = 5–9 个
asked-all-many = 10 个以上
asked-all-unknown = 不记得
ask-proposed = 你提出下一步了吗？
proposed-yes = 提了
proposed-no = 没提
proposed-noted-yes = 你提出了下一步。
proposed-noted-no = 这次没提下一步。当时可以请对方做哪件事？
field-asked = { $kind }，你问了几个？
field-proposed = 你提出下一步了吗？

## 练什么

practising-questions = **多提问，哪一类都行。**
practising-situation = **少问背景问题。**
practising-problem = **难点问题。**
practising-implication = **暗示问题。**
practising-need-payoff = **需求—效益问题。**
goal-questions = 先求数量：一次会谈问十个以上。
goal-situation = 一次会谈不超过两个：功课里查得到的，就不用问。
goal-problem = 先求数量：一次会谈问三个以上；练习会谈里，至少一半是难点问题。
goal-implication = 先求数量：一次会谈问三个以上，问得生硬也不要紧。
goal-need-payoff = 先求数量：等麻烦够分量了，一次会谈问三个以上。
practice-rules = 一次只练一样；试满三次再下结论；先求数量，再求质量；挑不要紧的会谈来练。
practice-start-questions = 我建议先练**多提问**：问得少，谈不上问得好。
practice-start-problem = 我建议接着练**难点问题**：桌面上没有麻烦，后面都无从谈起。
practice-start-implication = 我建议接着练**暗示问题**：让已有的麻烦显出分量。
practice-start-need-payoff = 我建议接着练**需求—效益问题**：让客户自己说解决了值多少。
practice-start-situation = 剩下的是**少问背景问题**：这类问题对你有用，对客户没什么用。
practice-why-order = 你的计数还看不出该先练别的，照这个次序学得最稳。
practice-why-counts = 按你自己数的，{ $calls } 次会谈里有 { $there } 次够数。
practice-tries-none = 还没试过。试满三次，我才说好不好；在那之前只计数。
practice-tries = 三次里试了 { $tries } 次。满三次之前我只计数，不说好坏。
practice-tries-enough = 试了 { $tries } 次，从现在起我也说问得好不好。
practice-quantity = 最近 { $tries } 次里有 { $reached } 次够数（{ $source }）。五次里有三次够数，多半就顺手了。
practice-quantity-there = 最近 { $tries } 次里有 { $reached } 次够数（{ $source }）。现在顺手了吗？
practice-by-itself-after = 最近 { $tries } 次里已有 { $reached } 次够数（{ $source }）。现在顺手了吗？
attempt-reported = { $customer }，{ $day }：{ $count }，你自己数的。
attempt-observed = { $customer }，{ $day }：{ $number } 个，{ $who }数的。
attempt-both = { $customer }，{ $day }：你说 { $count }，{ $who }数到 { $number } 个。
attempt-chosen = { $attempt }这次是练习会谈。
attempt-somebody = 同事
practice-safe = 这几次可以放心练：
practice-safe-small = { $customer }，{ $when }：小单。
practice-safe-friendly = { $customer }，{ $when }：以前谈得顺。
practice-safe-none = 两周内没有适合练手的会谈。小单，或者熟客的会谈，都合适。
practice-chosen = { $customer }，{ $when }：练习会谈。
practice-left-alone = { $customer }，{ $when }：不练，什么新的都不试。
practice-largest = { $customer }，{ $when }：这周最要紧的一次，什么新的都不试。
practice-began = 那就只练这一样，别的先放一放。
practice-came = 已经顺手了，记下了。
practice-given-up = 先放下，想练随时再来。
practice-not-yet = 还不到时候：最近五次里有三次够数，再说顺手了。
practice-none-running = 现在没有在练的。
practice-home = 正在练：{ $kind }。最近 { $tries } 次里有 { $reached } 次够数（{ $source }）。
practice-home-none = 正在练：{ $kind }，还没试过。
counted-own = 你自己数的
counted-seen = 同事数的
counted-both = 你自己数的 { $own } 次，同事数的 { $seen } 次
button-practice = 练习
button-practice-choose = 练什么
button-practise-questions = 多提问
button-practise-situation = 少问背景
button-practise-problem = 难点问题
button-practise-implication = 暗示问题
button-practise-need-payoff = 需求—效益问题
button-practice-safe = { $customer }，{ $at }
button-practice-undo = { $customer }还是不用了
button-by-itself = 已经顺手了
button-give-up = 先放下
button-practice-other = 换一样
button-leave-menu = 哪次不练
help-practice = **练习** – 一次练一样：试了几次、在哪练、下一样练什么

## 会前

practice-before-first = **正在练：**{ $kind }，三次里的第 { $number } 次。问得怎样都行，先问出来。
practice-before = **正在练：**{ $kind }。最近 { $tries } 次里有 { $reached } 次够数（{ $source }）。
practice-before-chosen-first = **练习会谈：**{ $kind }，三次里的第 { $number } 次。{ $goal }
practice-before-chosen = **练习会谈：**{ $kind }。{ $goal }
practice-cue = **正在练：**{ $kind }。
practice-cue-chosen = **练习会谈：**{ $kind }。{ $goal }
feedback-practised = **问题。** { $reason }三次里的第 { $number } 次，问得好不好，满三次再说。
feedback-practised-plain = **问题。** { $reason }

## 同行计数

observed = { $who }数的：背景 { $situation }，难点 { $problem }，暗示 { $implication }，需求—效益 { $need_payoff }。
observed-by-nobody = 同事数的：背景 { $situation }，难点 { $problem }，暗示 { $implication }，需求—效益 { $need_payoff }。
observed-now = { $who }在这次会谈里帮你数各类问题。
observed-now-by-nobody = 有同事在这次会谈里帮你数各类问题。
observed-now-in = { $customer }：{ $counts }
observed-last = 上次和{ $customer }的会谈：{ $counts }
count-what = 数{ $name }在{ $customer }问的问题，问一个点一下。{ $name }看得到你在数。
count-so-far = 背景 { $situation } · 难点 { $problem } · 暗示 { $implication } · 需求—效益 { $need_payoff }
count-done = 帮{ $name }数完了，客户是{ $customer }。{ $name }会看到，和自己数的分开列。
count-which = 帮谁数？
count-nobody = 和同事一起见客户时可以帮着数：开始前 15 分钟起，到结束后两小时止。
count-closed = 来不及了：那次会谈结束超过两小时了。
count-not-begun = 还早：会谈开始前 15 分钟才能数。
button-count = 帮{ $name }计数
button-count-which = { $name }，{ $customer }
button-count-situation = 背景
button-count-problem = 难点
button-count-implication = 暗示
button-count-need-payoff = 效益
button-count-undo = 撤回上一个
button-count-done = 数完了
button-count-on = 接着数
help-count = **计数** – 同事谈客户时，你听到哪类问题就点哪类
