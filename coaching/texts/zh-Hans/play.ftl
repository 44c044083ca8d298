# 网页上的文字；教练自己说的话不在这里。

play-title = Advance
play-tagline = 和教练一起过完这一周
play-skip = 直接看消息
play-acting-as = 你是
play-language = 语言
play-look = 配色
play-look-auto = 跟随系统
play-look-light = 浅色
play-look-dark = 深色

play-places = 会话
play-coach = 你的教练
play-channel = { $team }（团队频道）
play-unread = { $place }：有新消息

play-clock = 时钟
play-next = 下一条消息
play-hour = 过 1 小时
play-tomorrow = 明天早上
play-friday = 周五 16:00
play-pick = 其他时间
play-pick-moment = 日期和时间
play-go = 跳到这里
play-playing = 时间正在流逝
play-arrived-message = 教练发来了消息。
play-arrived-quiet = 没有新消息。
play-clock-refused = 时钟只能往前走，一次最多 60 天。

play-day = 日程
play-day-empty = 这天没有安排。
play-call-open = 待准备
play-call-planned = 已准备
play-call-past = 待复盘
play-call-reviewed = 已复盘
play-call-cancelled = 已取消
play-call-skipped = 已跳过
play-call-unsure = 是客户会谈吗？
play-call-not-coached = 不辅导
play-all-day = 全天
play-untitled = 无标题

play-messages = 消息
play-empty-rep = 还没有消息。把时钟拨到下一条消息，或者直接问教练。
play-empty-rep-real = 还没有消息。下次客户会谈之前，教练会来找你。
play-empty-team = 还没有消息。每周五下午会有一份周报。
play-replies = { $count } 条回复
play-reply = 在此回复
play-thread = 回复
play-close = 关闭
play-write = 写给教练
play-write-thread = 在这里回复
play-send = 发送
play-keys = Enter 发送，Shift + Enter 换行，↑ 修改上一条
play-edit = 修改
play-edit-label = 修改这条消息
play-edited = 已修改
play-save = 保存
play-cancel = 取消
play-menu = 更多

play-required = 必填
play-optional = 选填
play-choose-none = 不回答
play-left = 还可以写 { $n } 字
play-over = 超出 { $n } 字
play-form-errors = 还有 { $n } 处要改
play-draft = 还没提交：{ $title }
play-draft-go-on = 继续填写
play-draft-drop = 放弃

play-commands = 想要
play-command-plan = 准备会谈
play-command-review = 复盘会谈
play-command-today = 今天
play-command-week = 这一周
play-command-settings = 设置
play-command-help = 帮助

play-said-by = { $name }，{ $time }
play-you = 你
play-chart-value = { $label }：{ $value }

play-failed = 没有发出去，内容还在。
play-too-long = 太长了，最多 4000 字。
play-again = 再试一次
play-offline = 连不上 Advance。程序恢复运行后会自动重连。
play-nobody = 这里还没有人。
