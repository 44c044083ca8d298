# 聊天平台画消息和表单时要用的话。

more-left-out = 后面还有，这里放不下了。
check-yes = 是
