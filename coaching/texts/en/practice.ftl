# Practising one behaviour, what is counted after a call, and joint calls.

## What is counted after a call

skill-questions = questions of any kind
skill-situation = situation questions
skill-problem = problem questions
skill-implication = implication questions
skill-need-payoff = need-payoff questions
asked-weekly = Once a week, all four kinds; a guess will do.
ask-asked = How many { $kind } did you ask?
asked-noted = Your own count, { $kind }: { $count }.
asked-none = 0
asked-some = 1–2
asked-many = 3+
asked-unknown = Don’t know
asked-all-none = Under 5
asked-all-some = 5–9
asked-all-many = 10+
asked-all-unknown = Don’t know
ask-proposed = Did you propose the next step?
proposed-yes = Yes
proposed-no = No
proposed-noted-yes = You proposed the next step.
proposed-noted-no = You did not propose a next step. Which one could you have asked for?
field-asked = How many { $kind } did you ask?
field-proposed = Did you propose the next step?

## What is practised

practising-questions = **More questions, of any kind.**
practising-situation = **Fewer situation questions.**
practising-problem = **Problem questions.**
practising-implication = **Implication questions.**
practising-need-payoff = **Need-payoff questions.**
goal-questions = Quantity first: ten or more in a call.
goal-situation = Two or fewer in a call: what homework tells need not be asked.
goal-problem = Quantity first: three or more in a call; in a practice call at least half of all you ask.
goal-implication = Quantity first: three or more in a call, clumsy ones too.
goal-need-payoff = Quantity first: three or more in a call, once the trouble weighs.
practice-rules = One behaviour at a time, three tries before you judge it, quantity before quality, in calls where little is at stake.
practice-start-questions = I would start with **questions of any kind**: who does not ask enough has nothing to improve.
practice-start-problem = I would take **problem questions** next: without a trouble on the table nothing grows.
practice-start-implication = I would take **implication questions** next: they make a known trouble weigh.
practice-start-need-payoff = I would take **need-payoff questions** next: they let the customer say what solving is worth.
practice-start-situation = What is left is **fewer situation questions**: they serve you more than the customer.
practice-why-order = No count of yours speaks for another yet; this is the order that learns best.
practice-why-counts = By your own counts you had enough of them in { $there } of { $calls } calls.
practice-tries-none = No try yet. After three I also say how good it is; until then I only count.
practice-tries = { $tries ->
    [one] 1 try
   *[other] { $tries } tries
} of 3. Until then I count, and say nothing on how good.
practice-tries-enough = { $tries } tries: from here on I also say how good it is.
practice-quantity = Enough of them in { $reached } of { $tries ->
    [one] 1 try
   *[other] the last { $tries } tries
}, { $source }. In three of five it may come by itself.
practice-quantity-there = Enough of them in { $reached } of the last { $tries } tries, { $source }. Does it come by itself now?
practice-by-itself-after = That is { $reached } of the last { $tries } tries with enough of them, { $source }. Does it come by itself now?
attempt-reported = { $customer }, { $day }: { $count }, your own count.
attempt-observed = { $customer }, { $day }: { $number }, counted by { $who }.
attempt-both = { $customer }, { $day }: you said { $count }, { $who } counted { $number }.
attempt-chosen = { $attempt } A practice call.
attempt-somebody = a colleague
practice-safe = Safe to try in:
practice-safe-small = { $customer }, { $when }: a small deal.
practice-safe-friendly = { $customer }, { $when }: it has gone well with them before.
practice-safe-none = No safe call in the next two weeks. One in a small deal or with a customer you know well would be.
practice-chosen = { $customer }, { $when }: a practice call.
practice-left-alone = { $customer }, { $when }: left alone, nothing new is tried there.
practice-largest = { $customer }, { $when }: your largest call of the week, so nothing new is tried there.
practice-began = Then one thing: this, and nothing else.
practice-came = It comes by itself: noted.
practice-given-up = Put aside. It can be taken up again at any time.
practice-not-yet = Not yet: say so once three of your last five tries have the quantity.
practice-none-running = Nothing is in practice.
practice-home = In practice: { $kind }. Enough of them in { $reached } of { $tries ->
    [one] 1 try
   *[other] the last { $tries } tries
}, { $source }.
practice-home-none = In practice: { $kind }. No try yet.
counted-own = by your own count
counted-seen = as colleagues counted
counted-both = { $own } by your own count, { $seen } as colleagues counted
button-practice = Practice
button-practice-choose = What to practise
button-practise-questions = More questions
button-practise-situation = Fewer situation questions
button-practise-problem = Problem questions
button-practise-implication = Implication questions
button-practise-need-payoff = Need-payoff questions
button-practice-safe = { $customer }, { $at }
button-practice-undo = Not { $customer } after all
button-by-itself = It comes by itself
button-give-up = Put it aside
button-practice-other = Choose another
button-leave-menu = Leave a call alone
help-practice = **practice** – one behaviour at a time: tries, safe calls, what comes next

## Before a call

practice-before-first = **In practice:** { $kind }, try { $number } of 3. However they turn out, ask them.
practice-before = **In practice:** { $kind }. Enough of them in { $reached } of { $tries ->
    [one] 1 try
   *[other] the last { $tries } tries
}, { $source }.
practice-before-chosen-first = **A practice call:** { $kind }, try { $number } of 3. { $goal }
practice-before-chosen = **A practice call:** { $kind }. { $goal }
practice-cue = **In practice:** { $kind }.
practice-cue-chosen = **A practice call:** { $kind }. { $goal }
feedback-practised = **Question.** { $reason } Try { $number } of 3: how good it is comes after that.
feedback-practised-plain = **Question.** { $reason }

## Joint calls

observed = { $who } counted, by kind: situation { $situation }, problem { $problem }, implication { $implication }, need-payoff { $need_payoff }.
observed-by-nobody = A colleague counted, by kind: situation { $situation }, problem { $problem }, implication { $implication }, need-payoff { $need_payoff }.
observed-now = { $who } counts your questions in this call by kind.
observed-now-by-nobody = A colleague counts your questions in this call by kind.
observed-now-in = { $customer }: { $counts }
observed-last = In your last call with { $customer }: { $counts }
count-what = Counting what { $name } asks at { $customer }: one tap a question. { $name } sees that you count.
count-so-far = Situation { $situation } · problem { $problem } · implication { $implication } · need-payoff { $need_payoff }
count-done = Counted for { $name } with { $customer }. { $name } sees it beside their own count.
count-which = For whom do you count?
count-nobody = You can count in a call that you share with a colleague: from 15 minutes before it starts until two hours after it ends.
count-closed = Too late to count: that call ended more than two hours ago.
count-not-begun = Too early: counting starts 15 minutes before the call.
button-count = Count for { $name }
button-count-which = { $name } with { $customer }
button-count-situation = S
button-count-problem = P
button-count-implication = I
button-count-need-payoff = N
button-count-undo = Undo last
button-count-done = Done
button-count-on = Count on
help-count = **count** – in a colleague’s call: tap each kind of question you hear
