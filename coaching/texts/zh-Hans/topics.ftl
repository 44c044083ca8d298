# 准备和复盘之外，各个方法板块共用的话。

which-sale = 说的是哪家客户？
button-sale = { $customer }
no-sale-known = 还没有客户会谈的记录。日历里一有客户会谈，就能用了。
