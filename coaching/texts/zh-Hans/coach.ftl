# 教练说的话，按一次会谈的先后排列。标记：**加粗**，*强调*。

## 会谈

call-heading = { $customer } · { $when }
call-heading-people = { $customer } · { $when }（{ $people }）

## 会谈之前

ask-objective = 1. 这次谈得顺，*对方*会答应做哪件事？
ask-question = 2. 准备一个问题，问问这个麻烦会带来什么。
ask-question-small = 2. 准备一个问题，问问对方可能有的麻烦。小单问到这一步就够了。
known-problem = 已经摆上桌面的：“{ $problem }”。
promised = 上次对方答应{ $day }前做到：“{ $promise }”。
promised-overdue = 对方答应{ $day }前做到：“{ $promise }”。做了吗？
carry-offer = 上次取消的会谈还留着一份准备：“{ $objective }”。
snoozed-until = { $at }再来提醒你。
why-prompt = 客户会谈前 { $hours }提醒 · 发“设置”可以改
why-prompt-asked = 你要的，所以现在来 · 平时会前 { $hours }提醒 · 发“设置”可以改
length-hours = { $hours } 小时
length-minutes = { $minutes } 分钟
length-days = { $days } 天
unsure-heading = { $title } · { $when }
unsure-ask = 日历里看不到谁参加。这是客户会谈吗？
why-unsure = 每个系列只问一次 · 你的回答会记住
find-problem = **先找麻烦。** { $customer }现在忍着什么事，是你能帮上的？几个字写下来。再想：它会带来什么？
find-difficulties = **从“{ $problem }”往外想。** 一出这事，什么会拖、会贵、会有风险？还有谁跟着头疼：哪个部门、他们的哪个客户、谁的指标？
find-question = 挑最疼的那一处，写一个问题，让对方自己讲出来。
skipped = 已跳过，这次会谈不再提。
cancelled = 日历里取消了，这次会谈不再提。
cancelled-planned = 日历里取消了。你的准备留着，下次见他们接着用。
cancelled-told = **{ $customer }**（{ $when }）取消了。
plan-is-kept = 你的准备留着。日历里有了下一次，我会拿出来问你用不用。
plan-for-next = 你的准备留着。下一次见他们是{ $when }。
why-cancelled = 因为这次会谈你准备过，所以说一声
too-late-to-plan = 会谈已经开始了。结束后我再来问结果。
no-call-to-plan = 日历里后面没有客户会谈。
no-such-call = 后面的会谈里没找到这个。单发“准备”或“本周”试试。
others-to-plan = 或者换一个：
others-to-review = 或者换一个：

## 准备

form-plan-title = 准备：{ $customer }
field-objective = 谈得顺，对方会答应做哪件事？
field-objective-hint = 对方谁、做什么、哪天之前
field-fallback = 对方要是犹豫，退一步至少做什么？
field-problem = 对方的一个麻烦
field-problem-hint = 问题要落在它上面，几个字就行
field-question = 问问这个麻烦会带来什么
field-question-hint = 成本、延误、风险、人手、他们的客户
field-size = 这单生意
size-large = 要见几次、好几个人定
size-small = 见一次、一个人就能定
chat-objective = 谈得顺，*对方*会答应做哪件事？谁、做什么、哪天之前？
chat-problem = 你打算问对方的哪个麻烦？几个字就行。
chat-question = 再来一个问题：这个麻烦会带来什么？
again-objective = 目标呢？重写一句，或者回“不改”。
again-question = 问题呢？重写一句，或者回“不改”。
planned-objective = **目标：**{ $objective }
planned-fallback = **退一步：**{ $fallback }
planned-question = **要问：**{ $question }
feedback-objective = **目标。** { $reason }
feedback-objective-gap = **目标。** 这是进展，对方要做事。{ $gap }
feedback-objective-perhaps = **目标。** 我不太拿得准，不过：{ $reason }
feedback-question = **问题。** { $reason }
feedback-question-perhaps = **问题。** 我不太拿得准，不过：{ $reason }
advice-problem-small = 这是难点问题，小单问到这一步就够了。
advice-implication-small = **暗示问题。**小单问到难点就够了，对方不当回事时再用这一句。
advice-payoff-small = 这是需求—效益问题，小单问完难点就可以接着问。对方说值，你接着提什么？
advice-payoff-early = 这是需求—效益问题，可桌上还没有麻烦。得先让对方看到哪个麻烦？
advice-situation-known = 这是背景问题，而“{ $problem }”已经摆在桌上了。它会带来什么？谁最受影响？
advice-advance-small = **这是进展。**见一次、一个人定的生意：还差哪一点，今天就能签？
advice-order-small = 签单：见一次、一个人定的生意，这样定没问题。他要是犹豫，退一步做什么？
advice-order-large = 签单。他们落笔之前，还有什么没谈妥吗？
looked-at-anew = 下面有新的看法。
verdict-taken-back = 这几句你已经收回。
order-clear = 那就把对方自己说要的几点归一归，大方提一次，别反复逼。
two-ways-any = 我读出两种意思。{ $first }还是：{ $second }
two-ways-question = **问题。** 我读出两种意思：{ $first }，还是{ $second }？
two-ways-objective = **目标。** 我读出两种意思：{ $first }，还是{ $second }？
reading-question-situation = 在问一个情况
reading-question-problem = 在问有没有麻烦
reading-question-implication = 在问麻烦会带来什么
reading-question-need-payoff = 在问解决了有多大好处
reading-question-not-spin = 没在问对方的事
reading-button-question-situation = 问情况
reading-button-question-problem = 问有没有麻烦
reading-button-question-implication = 问会带来什么
reading-button-question-need-payoff = 问解决的好处
reading-button-question-not-spin = 没问对方的事
reading-objective-advance = 对方要做事
reading-objective-continuation = 只是接着聊
reading-objective-order = 对方签单
reading-objective-seller-activity = 我们做事
reading-objective-information-only = 只是了解情况
reading-objective-relationship = 只是拉近关系
reading-objective-vague = 谁做什么还没定
reading-button-objective-advance = 对方做事
reading-button-objective-continuation = 接着聊
reading-button-objective-order = 对方签单
reading-button-objective-seller-activity = 我们做事
reading-button-objective-information-only = 了解情况
reading-button-objective-relationship = 拉近关系
reading-button-objective-vague = 还没定
otherwise-objective = **目标。** “{ $words }”，你怎么看？
otherwise-question = **问题。** “{ $words }”，你怎么看？
otherwise-taken = 好，按你的看法。
otherwise-specific = 按你的看法，够具体了。
otherwise-offer = 管这个教练的人可以看“{ $words }”这句吗？不带你的名字，只用来改进教练。你不点头，就只留在你这里。
otherwise-offer-problem = 管这个教练的人可以看“{ $words }”和“{ $problem }”吗？不带你的名字，只用来改进教练。你不点头，就只留在你这里。
otherwise-told = 好，他们能看到了，谢谢。
ask-size = 这单生意：要见几次、好几个人定，还是见一次、一个人就能定？
ask-fallback = 对方要是犹豫，退一步至少还能做什么？
kept = 记下了，祝顺利。

## 会前不久

cue-heading = { $at } · { $customer }
cue-objective = **目标：**{ $objective }
cue-fallback = **退一步：**{ $fallback }
cue-question = **要问：**“{ $question }”
why-cue = 准备过的会谈，会前 { $before }提醒 · 发“设置”可以改
asked-below = 下面重新问了一遍。
reminder = 现在花两分钟：对方谁做什么，再备一个问题？
reminder-snoozed = 你让我这会儿再来：对方谁做什么，再备一个问题？
why-reminder = 每次会谈最多提醒一回 · 发“设置”可以改

## 几次会谈

agenda-heading = { $day }有 { $count } 个客户会谈
agenda-entry = { $number }. { $when } · { $customer }
agenda-ask = 哪一个值得现在花两分钟？回个数字就行。
why-agenda = 会谈多的日子合成一条，不逐个打扰 · 发“设置”可以改
today-heading = 今天 { $count } 个会谈
today-none = 今天没有客户会谈。
week-heading = 本周 { $count } 个会谈
week-none = 本周没有客户会谈。
call-standing = { $when } · { $customer } · { $standing }
call-times = { $start }–{ $end }
standing-to-plan = 待准备
standing-ahead = 还没到
standing-planned = 已准备
standing-running = 正在谈
standing-to-review = 待复盘
standing-skipped = 已跳过
standing-not-held = 没开成
standing-order = 签单
standing-advance = 有进展
standing-continuation = 没推进
standing-no-sale = 被拒绝

## 会谈之后

review-heading = { $customer }：结果怎么样？
review-aim = 你想要的是：“{ $objective }”。
review-no-aim = 对方答应了什么？
held-agreed = 答应了
held-fallback = 退一步的那个
held-other = 别的结果
held-something = 答应了一件事
held-signed = 签单了
held-nothing = 没推进
held-refused = 明确拒绝
held-not-held = 没开成
why-review = 客户会谈之后来问 · 至少 { $open }内都能填 · 发“设置”可以改
why-review-reminder = 每次复盘最多提醒一回 · 发“设置”可以改
ask-happened = 对方谁答应做什么，哪天之前？
reviewed-order = **签单。**
reviewed-advance = **有进展。**
reviewed-continuation = **没推进（暂时中断）：** 还会接着谈，可对方没有人要做下一步。
reviewed-no-sale = 这次**没有成交**。
reviewed-not-held = 没开成，不计入统计。
reviewed-other = 等你写一句，谈得怎么样。
reviewed-happened = “{ $happened }”
feedback-outcome = { $reason }
feedback-outcome-continuation = { $reason }聊得再热乎，眼下也是没推进（暂时中断）。对方有没有谁答应去做一件具体的事？
two-ways-outcome = 我读出两种意思。对方有没有谁要去做一件核对得了的事？
button-decide-advance = 我看算有进展
button-decide-continuation = 没有，是没推进
decided-advance = 按你的看法，记为有进展。
decided-continuation = 记为没推进。下次就要一步：谁、做什么、哪天之前？
ask-by = 哪天之前？“{ $happened }”
promise-noted = 记下了：{ $day }前，“{ $promise }”。到期第二天我来问你。
three-questions = 三个小问题，想答哪个答哪个。重来一次会怎么做？关于{ $customer }学到什么？哪一招别处也能用？
ask-differently = 重来一次，你会怎么做？
ask-account = 关于{ $customer }，学到了什么？
ask-elsewhere = 哪一招别处也能用？
detail-differently = 具体是哪一刻会不一样？
detail-account = 谁说了什么，是你以前不知道的？
detail-elsewhere = 你具体说了哪句、做了哪一步，起了作用？
ask-share = 要署名分享给团队吗？
shared = 下次周报里署名分享。
kept-private = 只留在你我之间。
review-done = 复盘完成，谢谢。
review-left-open = 今天先到这。结果还没填，发“复盘”可以接着填。
review-is-closed = 这次复盘已经关闭：会谈结束后的一段时间内可以填。
all-reviewed = 你的会谈都复盘过了。
no-call-to-review = 没有等着复盘的会谈。
form-review-title = 复盘：{ $customer }
field-held = 结果怎么样？
field-happened = 对方答应做什么？
field-happened-hint = 谁做什么；和准备的一样就空着
field-by = 哪天之前？
field-by-hint = 到期第二天我来问你
field-differently = 重来一次，你会怎么做？
field-account = 关于这个客户，学到了什么？
field-elsewhere = 哪一招别处也能用？
field-share = 把上面这条署名分享给团队

## 承诺

promise-check = 对方答应{ $day }前做到：“{ $promise }”。做了吗？
promise-kept = 兑现了：“{ $promise }”。
promise-broken = 没兑现：“{ $promise }”。值得问一句，中间出了什么事。
promise-moved = 改到{ $day }：“{ $promise }”。
promise-open = 先记为还没做：“{ $promise }”，期限{ $day }。
why-promise = 客户答应的事到期第二天来问 · 只问一次

## 按钮

button-plan = 准备这次会谈
button-find = 帮我想一个
button-skip = 跳过
button-not-sales = 不是客户会谈
button-snooze = 稍后提醒
button-snooze-15m = 15 分钟后
button-snooze-1h = 1 小时后
button-snooze-before = 会谈之前
button-snooze-tomorrow = 明天
button-plan-after-all = 还是准备一下
button-change = 修改
button-revise = 再改改
button-keep = 不改了
button-otherwise = 我不这么看
button-never-mind = 算了
button-specific = 够具体了
button-tell-operator = 可以看
button-done = 好了
button-fallback = 加个退一步的
button-no = 没有
button-open-concern = 有，得先解决
button-carry = 用这份准备
button-call = { $customer }，{ $at }
button-agenda-plan = { $customer }
button-save-plan = 存好
button-save-review = 存好
button-save-settings = 存好
button-review = 填一下
button-add-agreed = 有，我补上
button-nothing-new = 没有新的
button-enough = 今天到这
button-share = 分享
button-keep-private = 自己留着
button-by = { $day }
button-by-none = 没定日子
button-promise-kept = 做了
button-promise-open = 还没
button-promise-moved = 改到{ $day }
button-promise-broken = 没做
button-undo = 撤回
button-unsure-series = 是，每次都是
button-unsure-once = 只有这次是
button-unsure-no = 不是
button-teach-occurrence = 就这一次
button-teach-series = 整个系列
button-teach-customer = 和{ $customer }的都不是
button-stop-series = 别再问
button-go-on = 继续问
button-settings = 设置
button-pause = 暂停
button-resume = 恢复
button-pause-day = 到明天
button-pause-monday = 到下周一
button-pause-week = 一周
button-pause-open = 等我说恢复

## 哪些会谈

teach-ask = “{ $title }”，哪些不算客户会谈？
taught-occurrence = “{ $title }”这一次不算客户会谈，不再提。
taught-series = “{ $title }”不是客户会谈，整个系列不再提。
taught-customer = 和{ $customer }的会都不是客户会谈，不再提。
coached-again = 已撤回：是客户会谈。
series-skipped = “{ $title }”你跳过两次了。这个系列以后都不问了？
goes-on = 好，接着问。

## 对话

ask-which = 这句是说哪个会谈的？“{ $words }”
which-plan = 准备：{ $customer }，{ $when }
which-review = 复盘：{ $customer }，{ $when }
taken-for = “{ $words }” → { $call }
plan-stands = 准备就是这样。要换说法，点“修改”。
not-understood = 这句我没看懂。随时可以发：“准备”“复盘”“今天”“本周”“设置”“暂停”“帮助”。
youre-welcome = 不客气。
aside-plan = 我帮你准备和{ $customer }的会谈，你在这里写的就是你的准备。想多了解，发“帮助”。
aside-outcome = 你在这里写的，我会当成谈定的结果记下来。结果怎么样？
aside-review = 你在这里写的会记进这次复盘，下次会谈用得上。想多了解，发“帮助”。
not-here-any-more = 这条已经不在了。发“今天”看看现在有什么。
welcome = { $name }，你好。每次见客户之前，我问你两件事：谈得顺，*对方*会答应做什么；再备一个问题。好不好，我当场说。会谈后，我来问结果。
welcome-when = 我只在你的上班时间来，大约会前 { $before }，同一件事不说两遍。想跳过、稍后、暂停，都随你。
welcome-private = 你写的只有你自己看得到，除非你愿意分享。
welcome-zone = 先请设一下你的时区，这样我才来得是时候。
help-what = 我帮你准备和复盘客户会谈。认得这些词：
help-plan = **准备** – 下一个会谈；后面可以跟客户名
help-review = **复盘** – 上一个会谈结果怎么样
help-today = **今天** – 今天的会谈，各到哪一步
help-week = **本周** – 这一周
help-judge = **评判** – 后面写一个问题：看它好不好，不算在哪个会谈里
help-settings = **设置** – 上班时间、语言、什么时候来
help-pause = **暂停** – 先安静，比如“暂停一周”；发**恢复**就回来
help-page = 这个聊天软件里要是有我的页面，今天的会谈和没办完的事也列在那里。
help-how = 填表或者直接打字都行。改了消息，答案也跟着改。
help-zone = 我还不知道你的时区，所以不会主动来：发“设置”。

## 设置

settings-zone = 时区：{ $zone }
settings-zone-unknown = 我还不知道你的时区，设好之前不会主动来。
settings-hours = 上班时间 { $start }–{ $end }；会前 { $before }来问。
settings-nudges = 会前提示卡：{ $cues } · 提醒：{ $reminders } · 会多合成一条：{ $agendas }
setting-on = 开
setting-off = 关
settings-privacy = 你的草稿和回答只有你自己看得到，除非你分享。带团队的经理按周看到全队的总数：会谈、结果、兑现的事；满五个人以后，还有提问有没有用。
settings-model = { $host } 上的语言模型也会读你会前写的草稿：目标、问题，还有问题背后的麻烦。别的什么都不给它。
settings-model-off = { $host } 上的语言模型本来也能读草稿，你这边关着。
model-told = 从下一份草稿起，{ $host } 上的语言模型也会读你会前写的东西：目标、问题，还有问题背后的麻烦。回答你的还是我。不想让它读，去“设置”里关掉。
settings-saved = 存好了，马上生效。
ask-pause = 安静到什么时候？
paused-until = 暂停到{ $at }。会谈照记，不主动打扰。
paused-open = 先暂停，等你发“恢复”。会谈照记，不主动打扰。
resumed = 我回来了。
form-settings-title = 设置
field-language = 语言
language-en = English
language-zh-hans = 简体中文
field-zone = 时区
field-zone-hint = 例如 Asia/Shanghai
field-country = 按哪个国家放假
field-country-hint = 两个字母，例如 CN；不填就不算节假日
field-day-starts = 几点上班
field-day-starts-hint = 例如 08:30
field-day-ends = 几点下班
field-day-ends-hint = 例如 18:30
day-mon = 周一
day-tue = 周二
day-wed = 周三
day-thu = 周四
day-fri = 周五
day-sat = 周六
day-sun = 周日
field-prompt-before = 会前多久来问
length-before = 提前 { $length }
field-cues = 会前 { $before }发提示卡
field-reminders = 没回答就提醒一次
field-agendas = 会多的日子合成一条
field-opinions = { $host } 上的语言模型可以读我的草稿

## 回答有问题

error-required = 这一项要填。
error-too-long = 太长了：{ $length } 个字符，最多 { $limit } 个。
error-characters = 里面有控制字符，请用普通文字再写一遍。
error-choice = 请从给出的选项里选。
error-date = 日期请写成 2026-11-27 这样。
error-date-before-call = 这天在会谈之前。
error-date-far = 这天在两年以后，太远了。
error-too-late-to-plan = 会谈已经开始；准备只能在开始之前改。
error-zone = 没有“{ $zone }”这个时区，请写成 Asia/Shanghai 这样。
error-country = 没有“{ $country }”这个国家代码，请写两个字母，例如 CN。
error-time = 时间请写成 08:30 这样。
error-hours = 下班比上班还早。
error-workdays = 至少选一天上班。

## 日历

calendar-fails = 你的日历现在读不到。
calendar-away = 你的日历现在没有回应。
calendar-what-is-known = 已经知道的都留着；新加的、改期的，要等它恢复了才看得到。
why-calendar = 只说一次 · 日历链接请管理员修一下

## 周报

digest-heading = 第 { $week } 周
digest-promises = 客户该兑现的 { $due } 件事兑现了 { $kept } 件。
digest-promises-unknown = 客户该兑现的 { $due } 件事兑现了 { $kept } 件，还有 { $unknown } 件没有消息。
digest-calls = 会谈 { $held } 次，准备过 { $planned } 次，复盘 { $reviewed } 次。
digest-rate-first = { $decided } 次里签单或有进展的 { $advances } 次；前面还没有可比的。
digest-rate-same = { $decided } 次里签单或有进展的 { $advances } 次（前四周 { $of } 次里 { $before } 次，还不能说有变化）。
digest-rate-up = { $decided } 次里签单或有进展的 { $advances } 次，前四周 { $of } 次里 { $before } 次：涨了，不像是碰巧。
digest-rate-down = { $decided } 次里签单或有进展的 { $advances } 次，前四周 { $of } 次里 { $before } 次：跌了，不像是碰巧。
digest-learning = 值得借用，来自{ $name }：“{ $words }”
suggest-implication = **下周一**每人带一个客户的麻烦来：它会带来什么，谁最头疼？
suggest-implication-why = 为什么：备下的问题里，问麻烦会带来什么的不到一半（{ $people } 人）。
suggest-advance = **下周一**每人带一个客户来：对方谁、做什么、哪天之前？
suggest-advance-why = 为什么：记为有进展的，有 { $count } 次没说对方谁要做事（{ $people } 人）。
suggest-plan = **下周**每天挑最要紧的一个会谈准备，两分钟。
suggest-plan-why = 为什么：{ $held } 次会谈里准备过 { $planned } 次。
suggest-review = **下周**每次谈完点一下：结果怎么样？
suggest-review-why = 为什么：{ $held } 次会谈里复盘了 { $reviewed } 次。
suggest-action = **下周一**每人带一个客户来：对方谁、做什么、哪天之前？
suggest-action-why = 为什么：{ $decided } 次里对方答应做事的有 { $advances } 次。
suggest-bring = **下周一**每人讲一个最难拿到的进展：是什么让对方点头的？
suggest-bring-why = 为什么：大多数会谈都准备了、复盘了、往前走了。
digest-chart = 五周的结果
digest-chart-summary = 本周：签单 { $order }，有进展 { $advance }，没推进 { $continuation }，被拒绝 { $refused }。
week-label = { $week } 周
outcome-order = 签单
outcome-advance = 有进展
outcome-continuation = 没推进
outcome-no-sale = 被拒绝
digest-why = 每周这个时候来 · 怎么算的，见话题内
digest-how-counted = 会谈按各人日历算，几个人一起去的算一次，说没开成的不算。结果以本人最后定的为准。有进展，指客户要去做一件事。答应的事，过了日子或有了结果才算。
digest-differing = 有 { $count } 次一起去的会谈，各人看法不同，以组织者为准。
digest-private = 只有团队的总数，不分到个人。草稿和回答只留在本人那里。
