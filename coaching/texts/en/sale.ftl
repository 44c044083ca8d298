# The page of a sale.

help-sale = **sale** – all that is known of one customer, “sale” and their name
home-sales = Your sales
sale-heading = { $customer }
sale-size-large = A large sale: several meetings or people decide.
sale-size-small = A small sale: one meeting, one person decides.
sale-size-unknown = Large or small is not known yet; until it is, I take it for large.
sale-call = Next call: { $when }, not planned yet.
sale-call-planned = Next call: { $when }, planned.
sale-no-call = No next call in the calendar.
sale-promises = { $count ->
    [one] One promise of theirs is open, due { $day }: “{ $promise }”
   *[other] { $count } promises of theirs are open, the first due { $day }: “{ $promise }”
}
sale-problem = Trouble you plan on: “{ $problem }”
sale-problems = Troubles thought through: { $problems }, and { $difficulties ->
    [one] one difficulty
   *[other] { $difficulties } difficulties
} they lead to.
sale-no-problem = No trouble of theirs is thought through yet: what it leads to, and for whom.
sale-needs = Needs heard: { $explicit ->
    [one] one wish
   *[other] { $explicit } wishes
}, { $implied ->
    [one] one trouble
   *[other] { $implied } troubles
}.
sale-no-need = No need is noted yet.
sale-weighed-problem = On their scales the trouble is heavier.
sale-weighed-cost = On their scales solving it is heavier: make the trouble weigh first.
sale-weighed-even = On their scales it hangs in the balance.
sale-weighed-open = Not weighed yet: the trouble against what solving it costs.
sale-statements = To say: { $count }, of which { $benefits ->
    [one] one meets
   *[other] { $benefits } meet
} a wish of theirs.
sale-objections = { $count ->
    [one] One objection
   *[other] { $count } objections
}, the last “{ $words }” ({ $cause }).
sale-allies = Argue for you inside: { $people }.
button-sale-page = The whole sale
button-difficulties-page = Troubles
button-inside-page = Inside
home-sale-logs = To note for { $customer }:
