# 日历条目清单（`advance meetings`）：哪些会辅导，为什么。

meetings-heading = { $from }到{ $to }的日程，时间按 { $zone }
meetings-day = { $day }
meetings-all-day = 全天
meetings-private = （私密）
meetings-untitled = （无标题）
meetings-coached = 辅导
meetings-not-coached = 不辅导
meetings-none = 没有日程。
meetings-summary = 共 { $total } 条日程，其中 { $coached } 条会辅导。
meetings-unknown = { $count } 条日程看不到参会人：每个系列只问一次是不是客户会谈。在 coach_titles 里写上这类标题，就会直接辅导。
meetings-fault = 没能读取：{ $fault }

meetings-why-external = 有 { $customer } 的人参加：{ $people }
meetings-why-title_coached = 标题在 coach_titles 里
meetings-why-rep_coached = 你说过这是客户会谈
meetings-why-cancelled = 已取消
meetings-why-declined = 你已谢绝
meetings-why-all_day = 是全天日程
meetings-why-free = 显示为空闲
meetings-why-out_of_office = 你不在办公室
meetings-why-private = 是私密日程，教练不看内容
meetings-why-unknown_zone = 不认识时区“{ $zone }”，时间可能不准
meetings-why-title_ignored = 标题在 ignore_titles 里
meetings-why-rep_ignored = 你说过这不是销售会谈
meetings-why-internal = 参会的都是自己公司的人
meetings-why-nobody_else = 没有邀请别人
meetings-why-no_attendees = 日历里看不到参会人
