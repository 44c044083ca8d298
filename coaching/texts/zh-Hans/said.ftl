# 日期、时间和人名怎么说；由 bot/words 填入，教练不直接用这些键。

said-today = 今天 { $time }
said-tomorrow = 明天 { $time }
said-yesterday = 昨天 { $time }
said-weekday = { $weekday } { $time }
said-far = { $date } { $weekday } { $time }

said-day-today = 今天
said-day-tomorrow = 明天
said-day-yesterday = 昨天
said-day-far = { $date } { $weekday }

said-range = { $from }–{ $to }
said-range-days = { $from } 至 { $to }

said-names-two = { $a }、{ $b }
said-names-three = { $a }、{ $b }、{ $c }
said-names-four = { $a }、{ $b }、{ $c }、{ $d }
# $more 是另外的人数，$total 是总人数。
said-names-many = { $a }、{ $b }、{ $c }、{ $d }等 { $total } 人
