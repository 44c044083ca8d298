# The rep's page at a glance, a question judged by itself, and answers taken back.

## The page

home-heading = Your customer calls
home-today = Today
home-no-calendar = No calendar of yours is linked yet. Link it, and your customer calls stand here.
home-more-today = And { $count ->
    [one] 1 more call
   *[other] { $count } more calls
} today: “today” lists all.
home-more = And { $count } more.
home-to-plan = Coming days, to plan
home-to-review = Still to review
home-promises = Promised by customers
home-promise = { $customer }, due { $day }: “{ $promise }”
home-promise-overdue = { $customer }, was due { $day }: “{ $promise }”. Did they?
home-settings = Settings
home-known-heading = What I know about you
home-known = Of the last { $days } days and what is ahead, noted since { $since }: { $calls ->
    [one] 1 call
   *[other] { $calls } calls
}, { $plans ->
    [one] 1 plan
   *[other] { $plans } plans
}, { $reviews ->
    [one] 1 review
   *[other] { $reviews } reviews
}, { $learnings ->
    [one] 1 thing learned
   *[other] { $learnings } things learned
}; shared with your team: { $shared }.
home-known-none = No calls, plans or reviews so far.
home-erase = For a copy of it, or to have it erased, ask whoever runs this coach.
home-why = Seen by you alone · “help” says what I understand
button-home-plan = Plan
button-home-review = Review

## A question by itself

form-judge-title = Judge a question
field-judged = The question
button-judge = Judge it
button-judge-form = In a form
judged-words = “{ $words }”
judged-kept-nowhere = Nothing of this is kept.
judged-beside = Kept with no call · counts nowhere
judge-how = Write the question behind the word, such as: judge How often does line 2 stop?

## Taken back

loose-taken-back = You took that text back. It waits for no call any more.
taken-back-objective = You took the aim back: this call has none now.
taken-back-fallback = You took the fallback back. The rest of the plan stands.
taken-back-problem = You took their trouble back: the question stands on none now.
taken-back-question = You took the question back. The rest of the plan stands.
taken-back-happened = You took back what was agreed.
taken-back-by = You took the day back: I will not ask after it.
taken-back-differently = You took back what you would do differently.
taken-back-account = You took back what you learned for this account.
taken-back-elsewhere = You took back what you can use elsewhere. It is shared with nobody.
stays-in-plan-begun = Your answer stays in the plan: this call has begun.
stays-in-plan-off = Your answer stays in the plan: there is nothing to plan for this call now, and the plan is kept for the next.
stays-in-review = Your answer stays in the review: it is closed.
button-answer-anew = Answer anew
