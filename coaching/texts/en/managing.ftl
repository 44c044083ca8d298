# For managers: the team's figures, and whether it works; what reps are told of both.

help-team = **team** – for managers: the team’s last four weeks, in totals
help-evaluate = **evaluate** – for managers: whether it works, with how sure that is
manages-nothing = Team figures are for whoever manages one. Who that is, is set by whoever runs me here, under “managers” in app.yaml.
working-it-out = Working it out …
figures-failed = That could not be worked out. Whoever runs me finds the reason in the log; if it is the file of results, “advance doctor” names the lines.
which-team = Which team?
button-managed = { $team }
button-team = Team
button-evaluate = Does it work?
home-managed = Your team
home-managed-several = “team” and “evaluate” ask which of your teams you mean.
welcome-manager = Hello { $name }. I coach your team before and after customer calls. “team” shows its last four weeks, “evaluate” whether it helps.
welcome-manager-not-for = You see totals, never what anybody wrote. The figures are for helping, not for targets or pay.
welcome-attention = Hello { $name }. After each customer call I ask how it ended; that is all.
group-attention = You are in the group that is asked for reviews and gets no coaching, so that it can be told what the coaching adds. Your manager knows until when.
group-control = You are in the group that I leave alone, so that it can be told what coaching adds. I send you nothing and read no calendar of yours. Your manager knows until when.
privacy-per-person = Your managers see how many calls you held, planned and reviewed, after your first 60 days and once each rep was told; never what you wrote. It is not for targets or pay.

# The team.
team-heading = { $team }: four weeks, up to { $until }
team-held = { $held ->
    [one] { $held } call
   *[other] { $held } calls
} held, { $planned } planned, { $reviewed } reviewed. Four weeks before: { $before } held.
team-none = No call was held in these four weeks. Counted are whole weeks, up to last Sunday.
team-outcomes = Orders { $order }, advances { $advance }, continuations { $continuation }, no-sales { $refused }.
team-rate = Orders or advances in { $advances } of { $decided } decided calls: { $percent } %, and with so many calls anything from { $low } to { $high } % fits.
team-promises = Customers kept { $kept } of { $due } promises due.
team-promises-unknown = Customers kept { $kept } of { $due } promises due; of { $unknown } nothing is known yet.
team-attitude = Attitude to closing, mean of { $people } people: { $mean } (15 to 75, spread { $spread }; above 50 is in favour, which costs in large deals).
team-attitude-none = Attitude to closing: shown from five finished surveys on.
team-each = Each rep, by name:
team-of-rep = { $name }: { $held } held, { $planned } planned, { $reviewed } reviewed.
team-each-policy = Nothing is shown of single reps: the team’s policy says so.
team-each-too-new = Nothing is shown of single reps yet: of somebody’s first 60 days, or before they were told, nothing is, and the others would give it away.
team-not-for = Counted are whole weeks, as known on Monday, so that no answer shows by itself. For helping, never for targets or pay. No ranking; nobody’s words.
team-chart-summary = Last week: orders { $order }, advances { $advance }, continuations { $continuation }, no-sales { $refused }.

# Does it work?
kind-situation = Situation questions
kind-problem = Problem questions
kind-implication = Implication questions
kind-need-payoff = Need-payoff questions
evaluate-heading = { $team }: does it work?
evaluate-people = { $people ->
    [one] { $people } person is coached.
   *[other] { $people } people are coached.
} What follows counts what reps remember and what colleagues counted apart.
evaluate-counted-to = Counted up to { $on }, or earlier: each comparison moves on by whole weeks, once five people have added to it, so that nobody’s answers show by themselves.
evaluate-counted-none = Nothing is counted yet: it takes five people. Counted are whole weeks.
evaluate-success = **1. Are the questions used more in calls that went well?** Order or advance, against the same people’s calls that ended in a continuation or no-sale.
evaluate-began = **2. Do people use them more than when they began?** Before: before they practised that kind, else their first four weeks.
evaluate-productivity = **3. Do more calls end in an order or advance?**
evaluate-results = **4. What do the results say, against matched colleagues?** Before and after { $began }, the same starting point.
evaluate-success-reported = { $kind }, remembered: three or more in { $first } % of { $n } calls that went well, in { $other } % of { $m } that did not ({ $people } people). { $found }
evaluate-success-observed = { $kind }, counted by colleagues: { $first } a call in { $n } that went well, { $other } in { $m } that did not ({ $people } people). { $found }
evaluate-began-reported = { $kind }, remembered: three or more in { $other } % of calls before, { $first } % since ({ $people } people). { $found }
evaluate-began-observed = { $kind }, counted by colleagues: { $other } a call before, { $first } since ({ $people } people). { $found }
evaluate-own = Orders or advances in { $other } % of calls in the first four weeks, { $first } % later ({ $people } people). { $found }
evaluate-coached-attention = Coached: { $first } % of { $n } calls. Only asked for reviews: { $other } % of { $m }. { $found }
evaluate-results-coached-control = Coached { $first } a month, left alone { $other }: the change since, in { $n } matched pairs. { $found }
evaluate-results-attention-control = Attention alone { $first } a month, left alone { $other }: the change since, in { $n } matched pairs. { $found }
evaluate-results-coached-attention = Coached { $first } a month, attention alone { $other }: the change since, in { $n } matched pairs. { $found }
evaluate-unmatched = { $count ->
    [one] For { $count } person
   *[other] For { $count } people
} nobody with the same starting point was found; they are left out.
found-more-points = { $difference } points (95 %: { $low } to { $high }; effect { $effect }): more than chance explains.
found-less-points = { $difference } points (95 %: { $low } to { $high }; effect { $effect }): less, and more so than chance explains.
found-open-points = { $difference } points (95 %: { $low } to { $high }; effect { $effect }): this may be chance.
found-more-number = { $difference } (95 %: { $low } to { $high }; effect { $effect }): more than chance explains.
found-less-number = { $difference } (95 %: { $low } to { $high }; effect { $effect }): less, and more so than chance explains.
found-open-number = { $difference } (95 %: { $low } to { $high }; effect { $effect }): this may be chance.
not-yet-success-reported = Not yet known for { $count } of 4 kinds as remembered: it takes { $people } people with { $each } calls of each sort, { $calls } of each in all, and a difference between them.
not-yet-success-observed = Not yet known for { $count } of 4 kinds as counted by colleagues: it takes { $people } people with { $each } such calls of each sort, { $calls } of each in all.
not-yet-began-reported = Not yet known for { $count } of 4 kinds as remembered: it takes { $people } people with { $calls } counted calls before and { $calls } since.
not-yet-began-observed = Not yet known for { $count } of 4 kinds as counted by colleagues: it takes { $people } people with { $calls } such calls before and { $calls } since.
not-yet-productivity = Not yet known: it takes { $people } people with { $calls } decided calls in their first four weeks and { $calls } later.
not-yet-coached-attention = Not yet known against those who are only asked for reviews: it takes { $calls } decided calls from { $people } people in each group.
not-yet-results = Not yet known: it takes { $people } matched pairs of people with results of { $months } months before and { $months } since.
not-yet-results-file = Not yet known: no file of results was given (“evaluate.results” in app.yaml).
evaluate-chart = Three or more remembered, % of calls
evaluate-chart-well = { $kind }: went well
evaluate-chart-not = { $kind }: did not
evaluate-chart-calls = Calls
evaluate-chart-summary = The bars show, for each kind, in how many of a hundred calls three or more were remembered.
evaluate-cause = What goes together need not be cause and effect: good customers may invite questions. Only who was chosen by lot, and compared, shows what coaching brings.
evaluate-several = Each person counts the same in a comparison. { $count } comparisons belong to this page, known yet or not; chance is reckoned for all of them together (Holm).
evaluate-not-for = For learning what helps, never for targets or pay. Words of reps are not in it.
