# How days, hours and lists of names are said; bot/words fills these in, the coach never names them.

said-today = today { $time }
said-tomorrow = tomorrow { $time }
said-yesterday = yesterday { $time }
said-weekday = { $weekday } { $time }
said-far = { $weekday } { $date } { $time }

said-day-today = today
said-day-tomorrow = tomorrow
said-day-yesterday = yesterday
said-day-far = { $weekday } { $date }

said-range = { $from }–{ $to }
said-range-days = { $from } – { $to }

said-names-two = { $a } and { $b }
said-names-three = { $a }, { $b } and { $c }
said-names-four = { $a }, { $b }, { $c } and { $d }
# $more people beside the four, $total with them.
said-names-many = { $a }, { $b }, { $c }, { $d } and { $more } more
