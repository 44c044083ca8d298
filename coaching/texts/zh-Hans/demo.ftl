# `advance demo` 和 `advance replay` 在对话周围打印的话。

transcript-coach = 教练对{ $name }
transcript-changed = 教练对{ $name }，前面那条改成
transcript-posts = 教练在 #{ $team }
transcript-thread = 话题内
transcript-clock = { $at }
transcript-away = { $who }（当地 { $at }）
transcript-words = { $words }
transcript-calendar = { $name }的日历
transcript-moved = { $entry }改到{ $when }
transcript-cancelled = { $entry }取消了
transcript-added = { $entry }新加进来
transcript-restart = Advance 停下，又重新启动
demo-title = Advance：一个样本周
demo-what = 海港系统有三个人在跑客户。日历是真的文件，他们的回答写在脚本里；教练什么时候说、说什么，都和真的一样由程序当场决定。
demo-times = 时间按 { $zone }；各人当地时间不同的，写在旁边。
demo-next = **这一周就到这里。** 轮到你了：“make play”在浏览器里打开同一个教练，时钟可以拨。“.venv/bin/advance meetings FILE_OR_URL --me ADDRESS”告诉你，自己日历里哪些会谈它会来问，为什么。
