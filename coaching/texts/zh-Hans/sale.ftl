# 一家客户的总览。

help-sale = **客户** – 一家客户的全部情况，后面跟客户名
home-sales = 你的客户
sale-heading = { $customer }
sale-size-large = 大单：要见几次，好几个人定。
sale-size-small = 小单：见一次，一个人就能定。
sale-size-unknown = 还不知道是大单还是小单，先按大单算。
sale-call = 下一次会谈：{ $when }，还没准备。
sale-call-planned = 下一次会谈：{ $when }，准备好了。
sale-no-call = 日历里没有下一次会谈。
sale-promises = 对方有 { $count } 件事还没兑现，最早的一件{ $day }前：“{ $promise }”。
sale-problem = 你打算问的麻烦：“{ $problem }”。
sale-problems = 想过的麻烦 { $problems } 个，会带来的难处 { $difficulties } 个。
sale-no-problem = 还没有哪个麻烦想透过：它会带来什么、谁受影响。
sale-needs = 听到的需求：想要 { $explicit } 条，麻烦 { $implied } 条。
sale-no-need = 还没有记下需求。
sale-weighed-problem = 在他们心里，麻烦这头重。
sale-weighed-cost = 在他们心里，代价这头重：先让他们看清麻烦有多大。
sale-weighed-even = 在他们心里，两头差不多。
sale-weighed-open = 还没掂过：麻烦和解决的代价，哪头重。
sale-statements = 话术 { $count } 条，其中对得上客户需求的 { $benefits } 条。
sale-objections = 异议 { $count } 条，最近一条：“{ $words }”（{ $cause }）。
sale-allies = 在里面替你说话的：{ $people }。
button-sale-page = 客户总览
button-difficulties-page = 麻烦和问题
button-inside-page = 内部支持
home-sale-logs = { $customer }，要记一笔：
