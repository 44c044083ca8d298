# 准备和复盘之外，各个方法板块共用的话。

help-method = **整个销售过程用得上的。**说的是哪家客户，就把客户名写在词后面：
button-help-method = 更多：方法工具
which-sale = 说的是哪家客户？
button-sale = { $customer }
no-sale-known = 还没有客户会谈的记录。日历里一有客户会谈，就能用了。
stays-noted = 改过的话里没有这一条了，先前记的还留着。不要的话，到它那一页删掉。
edited-noted = 照改过的记：“{ $words }”
