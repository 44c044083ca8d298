# 一眼看完的页面，单独评一个问题，以及收回的答案。

## 页面

home-heading = 你的客户会谈
home-today = 今天
home-no-calendar = 你还没有连接日历。连接以后，客户会谈就列在这里。
home-more-today = 今天还有 { $count } 个会谈：发“今天”看全部。
home-more = 还有 { $count } 个。
home-to-plan = 接下来几天，待准备
home-to-review = 还没复盘的
home-promises = 客户答应的事
home-promise = { $customer }，{ $day }前做到：“{ $promise }”
home-promise-overdue = { $customer }，{ $day }已经到期：“{ $promise }”。做了吗？
home-settings = 设置
home-known-heading = 我知道你的哪些事
home-known = 最近 { $days } 天和后面的，从{ $since }记起：会谈 { $calls } 次，准备 { $plans } 份，复盘 { $reviews } 份，学到的 { $learnings } 条；分享给团队的 { $shared } 条。
home-known-none = 还没有会谈、准备和复盘。
home-erase = 想要一份，或者想全部删掉，找管这个教练的人。
home-why = 只有你自己看得到 · 发“帮助”看我听得懂什么
button-home-plan = 准备
button-home-review = 复盘

## 单独一个问题

form-judge-title = 评一个问题
field-judged = 问题
button-judge = 评一评
button-judge-form = 用表单
judged-words = “{ $words }”
judged-kept-nowhere = 这里的内容都不留存。
judged-beside = 不算在哪个会谈里 · 也不计数
judge-how = 把问题写在后面就行，比如：评判 二号线多久停一次？

## 收回

loose-taken-back = 这句你收回了，不再等着归到哪个会谈。
taken-back-objective = 目标你收回了，这次会谈现在没有目标。
taken-back-fallback = 退一步的那个你收回了，其余的准备照旧。
taken-back-problem = 对方的麻烦你收回了，问题现在没有落脚的地方。
taken-back-question = 问题你收回了，其余的准备照旧。
taken-back-happened = 对方答应的事，你收回了。
taken-back-by = 日子你收回了，到时我不再来问。
taken-back-differently = “重来一次会怎么做”，你收回了。
taken-back-account = 关于这个客户学到的，你收回了。
taken-back-elsewhere = 别处也能用的那一招，你收回了，也不再分享。
stays-in-plan-begun = 答案留在准备里：会谈已经开始了。
stays-in-plan-off = 答案留在准备里：这次会谈眼下没有可准备的，留着下次接着用。
stays-in-review = 答案留在复盘里：这次复盘已经关闭。
button-answer-anew = 重新回答
