# Planning implication questions: a problem, what it leads to, a question for each.

help-difficulties = **difficulties** – and a customer’s name: from a problem to what it leads to, and a question for each
chain-whom = “{ $words }” names no customer I know. Which one is it about?

## The three steps

chain-ask-problem = **1 of 3.** Which problem does { $customer } probably have? A few words; “enough” ends this.
chain-offers = Or one that you have named already:
button-chain-offer = { $problem }
chain-ask-difficulties = **2 of 3.** What does “{ $problem }” lead to? One difficulty a line: what gets late, dear or risky, and for whom?
chain-ask-more = Noted, that makes { $count }. What else does “{ $problem }” lead to? “done” goes on to the questions.
chain-small = In a small sale a problem question is often enough; you may stop after the first.
chain-asks-already = “{ $words }” asks already, that is step 3. Which difficulty is behind it? A few words.
chain-ask-question = **3 of 3.** “{ $difficulty }”: which question lets { $customer } talk about that? “skip” leaves it open.
chain-done = Every difficulty of “{ $problem }” has its question.
chain-open = { $count ->
    [0] “{ $problem }” is kept.
    [one] “{ $problem }” is kept; one difficulty has no question yet.
   *[other] “{ $problem }” is kept; { $count } difficulties have no question yet.
}
chain-left = Left as it stands. “difficulties” takes it up again.
chain-full = { $most } problems are kept for this customer, that is the limit. Drop one first.
chain-for = For “{ $difficulty }”:
button-find-steps = Step by step
button-chain-on = On to the questions
button-chain-reword = Reword it
button-chain-show = Show all of it

## What solving it is worth

chain-ask-deliver = Before you ask what it would be worth: can you really end “{ $problem }” for them?
chain-cannot-deliver = Then no need-payoff question on it: it would raise a wish that you cannot meet. Is there a part that you can solve?
chain-ask-payoff = Which question has them say what an end to “{ $problem }” would be worth to them?
chain-payoff-good = **A need-payoff question**: “{ $question }” has them name the worth. Ask it after the implication questions, not before.
chain-payoff-wanted = Kept. Wanted here is one that turns to the solution: what would be better for them if it were solved?
chain-payoff-early = Too early for that: first one question on what the problem leads to, so that it weighs.
button-chain-payoff = What solving is worth
button-chain-can-yes = Yes, we can
button-chain-can-no = No, or not surely

## The page

chain-heading = { $customer }: problems and questions
chain-none = Nothing is planned here yet. Begin with a problem they probably have.
chain-problem = **“{ $problem }”**
chain-difficulty = → “{ $difficulty }”: “{ $question }”
chain-difficulty-open = → “{ $difficulty }”: no question yet
chain-payoff = What solving is worth: “{ $question }”
chain-more = { $count ->
    [one] And one problem more; the latest are shown.
   *[other] And { $count } problems more; the latest are shown.
}
chain-best = For { $at }: “{ $question }”
button-chain-use = Use it
button-chain-begin = Add a problem
button-chain-form = In a form
button-chain-ask = Write a question
button-chain-more = Add a difficulty
button-chain-change = Change
button-chain-drop = Drop
button-chain-drop-sure = Drop it
button-chain-keep = No, keep it
chain-drop-ask = { $count ->
    [0] Drop “{ $problem }”?
    [one] Drop “{ $problem }” and its difficulty?
   *[other] Drop “{ $problem }” and its { $count } difficulties?
}
chain-dropped = Dropped: “{ $problem }”.

## The order of questions

order-brief-large = The order: few situation questions (homework answers most), problem, implication (it may sting), need-payoff (only where you have an answer).
order-brief-small = The order: few situation questions, then problem: in a small sale that is enough. Need-payoff only where you have an answer.
order-heading-large = **The order in a large sale**
order-heading-small = **The order in a small sale**
order-heading-unknown = **The order**, taking this for a large sale until you say otherwise
order-situation-large = 1 Situation: few, none that homework would answer. The risk: they are bored, you learn little.
order-problem-large = 2 Problem: soon. The risk: offering the solution at the first one.
order-implication-large = 3 Implication: the most useful, above all with deciders. The risk: they are left uneasy, so step 4 follows.
order-payoff-large = 4 Need-payoff: once the problem weighs. The risk: too early, or where you have no answer to give.
order-situation-small = 1 Situation: few, none that homework would answer.
order-problem-small = 2 Problem: here they suffice; what you offer may follow at once.
order-implication-small = 3 Implication: only where the trouble leaves them cold. The risk: more weight than the sale needs.
order-payoff-small = 4 Need-payoff: may follow the problem at once. The risk: asking where you have no answer to give.

## The form

form-chain-title = Problem to questions
field-chain-problem = A problem they probably have
field-difficulty = Difficulty { $number } that it leads to
field-chain-question = A question on difficulty { $number }
field-chain-deliver = Can you end this problem for them?
field-chain-payoff = A question on what that would be worth
button-chain-save = Save
error-chain-known = This problem is kept for them already: change it there.
error-chain-difficulty = Name the difficulty that the question is about.
error-chain-twice = This difficulty stands there already.
error-chain-deliver = A question on the worth needs a yes here: you must have an answer to give.

## Where it shows

chain-before = You planned a question for them: “{ $question }”
chain-before-open = Planned for { $customer }: { $count ->
    [one] one difficulty has no question yet.
   *[other] { $count } difficulties have no question yet.
}
chain-cue = Then what solving is worth: “{ $question }”
chain-home = { $problems ->
    [one] One problem planned
   *[other] { $problems } problems planned
}; { $count ->
    [0] every difficulty has its question.
    [one] one difficulty has no question yet.
   *[other] { $count } difficulties have no question yet.
}
chain-home-none = What does { $customer } struggle with, and where does it lead? From a problem to your questions in three steps.
button-chain-home = Problems and questions
