# What the coach says, in the order of a call's life. Markers: **strong**, *emphasis*.

## A call

call-heading = { $customer } · { $when }
call-heading-people = { $customer } · { $when } ({ $people })

## Before the call

ask-objective = 1. What will *they* do if this goes well?
ask-question = 2. One question about what their trouble leads to.
ask-question-small = 2. One question about a trouble they may have. In a small deal that is enough.
known-problem = On the table so far: “{ $problem }”.
promised = Last time they were to do this by { $day }: “{ $promise }”.
promised-overdue = They were to do this by { $day }: “{ $promise }”. Did they?
carry-offer = You have a plan from a call that was cancelled: “{ $objective }”.
snoozed-until = I will come back { $at }.
why-prompt = Comes { $hours } before customer calls · “settings” changes that
why-prompt-asked = Here because you asked · otherwise it comes { $hours } before customer calls · “settings” changes that
length-hours = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}
length-minutes = { $minutes } min
length-days = { $days } days
unsure-heading = { $title } · { $when }
unsure-ask = Your calendar does not show who comes. Is this a customer call?
why-unsure = Asked once for each series · your answer is remembered
find-problem = **First, a trouble.** What does { $customer } put up with today that you could end? Write it in a few words. Then: what does it lead to?
find-difficulties = **From “{ $problem }” outwards.** When it happens, what gets late, dear or risky? Who else feels it: which colleague, which customer of theirs, whose figures?
find-question = Take the difficulty that hurts most and write one question that lets them talk about it.
skipped = Skipped. No more about this call.
cancelled = Cancelled in your calendar. Nothing more about this call.
cancelled-planned = Cancelled in your calendar. Your plan is kept for the next call with them.
cancelled-told = **{ $customer }**, { $when }, was cancelled.
plan-is-kept = Your plan is kept. I will offer it when the next call with them stands in your calendar.
plan-for-next = Your plan is kept. The next call with them is { $when }.
why-cancelled = Said because you had planned this call
too-late-to-plan = This call has begun. I will ask afterwards how it went.
no-call-to-plan = No customer call ahead in your calendar.
no-such-call = No coming call matches that. Try “plan” alone, or “week”.
others-to-plan = Or another one:
others-to-review = Or another one:

## The plan

form-plan-title = Plan: { $customer }
field-objective = What will they do if this goes well?
field-objective-hint = Who on their side does what, by when
field-fallback = If they hesitate: the least they could still do
field-problem = A trouble they have
field-problem-hint = The question stands on it; a few words will do
field-question = One question about what that trouble leads to
field-question-hint = Cost, delay, risk, people, their customers
field-size = This deal
size-large = Several meetings or people
size-small = One meeting, one person decides
chat-objective = What will *they* do if this goes well? Who, what, by when?
chat-problem = Which trouble of theirs will you ask about? A few words.
chat-question = And one question about what that trouble leads to?
again-objective = And the aim? Write it anew, or “keep”.
again-question = And the question? Write it anew, or “keep”.
planned-objective = **Aim:** { $objective }
planned-fallback = **Else:** { $fallback }
planned-question = **Ask:** { $question }
feedback-objective = **Objective.** { $reason }
feedback-objective-gap = **Objective.** An advance: they act. { $gap }
feedback-objective-perhaps = **Objective.** I am not sure, but: { $reason }
feedback-question = **Question.** { $reason }
feedback-question-perhaps = **Question.** I am not sure, but: { $reason }
advice-problem-small = A problem question: in a small deal that is enough.
advice-implication-small = **An implication question.** In a small deal a problem question is enough: keep this one for when the trouble leaves them cold.
advice-payoff-small = A need-payoff question: in a small deal it may follow the problem at once. What do you propose when they see the worth?
advice-payoff-early = A need-payoff question, with no trouble on the table yet. Which trouble would they have to see first?
advice-situation-known = A situation question, and “{ $problem }” is on the table already. What does that lead to, and for whom?
advice-advance-small = **An advance.** One person decides in one meeting: what would have to be clear for an order today?
advice-order-small = An order: right for a deal that one person decides in one meeting. Which step would do if they hesitate?
advice-order-large = An order. Is anything still open before they can sign?
looked-at-anew = Looked at anew below.
verdict-taken-back = You took these words back.
order-clear = Then propose it once, plainly, after summing up what they said they want.
two-ways-any = I read this two ways. { $first } Or is it this? { $second }
two-ways-question = **Question.** I read this two ways: { $first }, or { $second }?
two-ways-objective = **Objective.** I read this two ways: { $first }, or { $second }?
reading-question-situation = does it ask for a fact
reading-question-problem = does it ask whether there is trouble
reading-question-implication = does it ask what the trouble does to them
reading-question-need-payoff = does it ask what solving it is worth
reading-question-not-spin = is it no question about their business
reading-button-question-situation = A fact
reading-button-question-problem = Whether there is trouble
reading-button-question-implication = What it does to them
reading-button-question-need-payoff = What solving is worth
reading-button-question-not-spin = Not about their business
reading-objective-advance = do they act
reading-objective-continuation = does it just go on
reading-objective-order = do they sign
reading-objective-seller-activity = do you act
reading-objective-information-only = do you learn something
reading-objective-relationship = do they like you better
reading-objective-vague = is it still open who does what
reading-button-objective-advance = They act
reading-button-objective-continuation = It goes on
reading-button-objective-order = They sign
reading-button-objective-seller-activity = We act
reading-button-objective-information-only = I learn something
reading-button-objective-relationship = They like us better
reading-button-objective-vague = Still open
otherwise-objective = **Objective.** “{ $words }”: which is it?
otherwise-question = **Question.** “{ $words }”: which is it?
otherwise-taken = Taken as you see it.
otherwise-specific = Specific enough, as you see it.
otherwise-offer = May whoever runs this coach read “{ $words }”, without your name, to make it better? Unless you say so, it stays with you.
otherwise-offer-problem = May whoever runs this coach read “{ $words }” and “{ $problem }”, without your name, to make it better? Unless you say so, they stay with you.
otherwise-told = They may read it now. Thank you.
ask-size = This deal: several meetings or people, or one meeting with one person who decides?
ask-fallback = If they hesitate, what is the least they could still do?
kept = Noted. Good luck.

## Shortly before

cue-heading = { $at } · { $customer }
cue-objective = **Aim:** { $objective }
cue-fallback = **Else:** { $fallback }
cue-question = **Ask:** “{ $question }”
why-cue = Comes { $before } before calls you planned · “settings” changes that
asked-below = Asked again below.
reminder = Two minutes now: who will do what, and one question?
reminder-snoozed = You asked me to come back. Who will do what, and one question?
why-reminder = One reminder a call, no more · “settings” changes that

## Several calls

agenda-heading = Customer calls { $day }: { $count }
agenda-entry = { $number }. { $when } · { $customer }
agenda-ask = Which one is worth two minutes now? Its number will do.
why-agenda = One message instead of one a call, on full days · “settings” changes that
today-heading = Today: { $count ->
    [one] 1 call
   *[other] { $count } calls
}
today-none = No customer calls today.
week-heading = This week: { $count ->
    [one] 1 call
   *[other] { $count } calls
}
week-none = No customer calls this week.
call-standing = { $when } · { $customer } · { $standing }
call-times = { $start }–{ $end }
standing-to-plan = to plan
standing-ahead = to come
standing-planned = planned
standing-running = now
standing-to-review = to review
standing-skipped = skipped
standing-not-held = not held
standing-order = order
standing-advance = advance
standing-continuation = continuation
standing-no-sale = no sale

## After the call

review-heading = { $customer }: how did it end?
review-aim = You aimed for “{ $objective }”.
review-no-aim = What did they agree to?
held-agreed = They agreed
held-fallback = The fallback
held-other = Something else
held-something = They agreed to something
held-signed = They signed
held-nothing = Nothing firm
held-refused = They refused
held-not-held = Not held
why-review = Comes after customer calls · open for at least { $open } · “settings” changes what comes
why-review-reminder = One reminder a review, no more · “settings” changes what comes
ask-happened = Who on their side does what, and by when?
reviewed-order = **Order.**
reviewed-advance = **Advance.**
reviewed-continuation = **Continuation:** it goes on, nobody there has a next step.
reviewed-no-sale = **No sale** this time.
reviewed-not-held = Not held. It counts nowhere.
reviewed-other = Waiting for your words on how it ended.
reviewed-happened = “{ $happened }”
feedback-outcome = { $reason }
feedback-outcome-continuation = { $reason } So far a continuation, however warm. Did anyone there agree to do something?
two-ways-outcome = I read this two ways. Does anyone on their side do something that can be checked?
button-decide-advance = I see it as an advance
button-decide-continuation = A continuation
decided-advance = An advance, as you see it.
decided-continuation = A continuation. The next call can ask for one step: who, what, by when?
ask-by = By when? “{ $happened }”
promise-noted = Noted: “{ $promise }”, by { $day }. I will ask you the day after.
three-questions = Three short ones; skip what you like. What would you do differently? What did you learn for { $customer }? What can you use elsewhere?
ask-differently = What would you do differently?
ask-account = What did you learn for { $customer }?
ask-elsewhere = What can you use elsewhere?
detail-differently = Which moment would have gone differently?
detail-account = Who said what that you did not know before?
detail-elsewhere = What exactly did you say or do that worked?
ask-share = Share that with your team, with your name?
shared = Shared in the next digest, with your name.
kept-private = Kept between us.
review-done = That is the review. Thank you.
review-left-open = Enough for today. How it ended is still open: “review” brings it back.
review-is-closed = That review is closed: a call can be reviewed once it is over, and for some time after.
all-reviewed = All your calls are reviewed.
no-call-to-review = No call waits for a review.
form-review-title = Review: { $customer }
field-held = How did it end?
field-happened = What did they agree to do?
field-happened-hint = Who does what; leave empty if it is as planned
field-by = By when?
field-by-hint = I will ask you the day after
field-differently = What would you do differently?
field-account = What did you learn for this account?
field-elsewhere = What can you use elsewhere?
field-share = Share the last one with my team, with my name

## Promises

promise-check = By { $day } they were to do this: “{ $promise }”. Did they?
promise-kept = Kept: “{ $promise }”.
promise-broken = Not kept: “{ $promise }”. Worth asking what came between.
promise-moved = Moved to { $day }: “{ $promise }”.
promise-open = Noted as still open: “{ $promise }”, due { $day }.
why-promise = Comes the day after what a customer promised · once

## Buttons

button-plan = Plan this call
button-find = Help me find one
button-skip = Skip
button-not-sales = Not a sales call
button-snooze = Snooze
button-snooze-15m = 15 min
button-snooze-1h = 1 hour
button-snooze-before = Before the call
button-snooze-tomorrow = Tomorrow
button-plan-after-all = Plan it after all
button-change = Change
button-revise = Revise
button-keep = Keep
button-otherwise = I see it otherwise
button-never-mind = Never mind
button-specific = Specific enough
button-tell-operator = They may read it
button-done = Done
button-fallback = Add a fallback
button-no = No
button-open-concern = Yes: something comes first
button-carry = Use that plan
button-call = { $customer }, { $at }
button-agenda-plan = { $customer }
button-save-plan = Save the plan
button-save-review = Save the review
button-save-settings = Save
button-review = Fill in
button-add-agreed = Yes, I’ll add it
button-nothing-new = Nothing new
button-enough = Enough for today
button-share = Share
button-keep-private = Keep it to myself
button-by = { $day }
button-by-none = No day
button-promise-kept = They did
button-promise-open = Not yet
button-promise-moved = Moved to { $day }
button-promise-broken = No
button-undo = Undo
button-unsure-series = Yes, every time
button-unsure-once = Only this one
button-unsure-no = No
button-teach-occurrence = Just this one
button-teach-series = The whole series
button-teach-customer = Anything with { $customer }
button-stop-series = Stop asking
button-go-on = Keep asking
button-settings = Settings
button-pause = Pause
button-resume = Resume
button-pause-day = Until tomorrow
button-pause-monday = Until Monday
button-pause-week = For a week
button-pause-open = Until I say so

## Which meetings

teach-ask = How far does that reach for “{ $title }”?
taught-occurrence = “{ $title }” is no sales call this time. Nothing more about it.
taught-series = “{ $title }” is no sales call. Nothing more about the whole series.
taught-customer = Meetings with { $customer } are no sales calls. Nothing more about them.
coached-again = Taken back: it is a sales call.
series-skipped = You skipped “{ $title }” twice. Stop asking for this series?
goes-on = I will keep asking.

## Talking

ask-which = Which call is this for? “{ $words }”
which-plan = Plan: { $customer }, { $when }
which-review = Review: { $customer }, { $when }
taken-for = “{ $words }” → { $call }
plan-stands = This plan stands. “Change” takes new words.
not-understood = I did not get that. “plan”, “review”, “today”, “week”, “settings”, “pause” and “help” work at any time.
youre-welcome = Any time.
aside-plan = I coach you for the call with { $customer }: what you write here becomes your plan. “help” says more.
aside-outcome = What you write here I take as what was agreed. How did it end?
aside-review = What you write here stays with your review, for the next call. “help” says more.
not-here-any-more = That is not here any more. “today” shows what is.
welcome = Hello { $name }. Before each customer call I ask what *they* should do if it goes well, and for one question. I say at once how good both are. Afterwards I ask how it ended.
welcome-when = I come in your working hours, about { $before } before a call, never twice for the same thing. Skip, snooze or pause whenever you like.
welcome-private = What you write is seen by you alone unless you share it.
welcome-zone = One thing first: your time zone, so that I come at the right time.
help-what = I help you plan and review customer calls. Words I know:
help-plan = **plan** – the next call, or “plan” and a customer’s name
help-review = **review** – how the last call ended
help-today = **today** – today’s calls and where they stand
help-week = **week** – this week
help-judge = **judge** – and a question: what it is worth, for no call in particular
help-settings = **settings** – hours, language, what comes when
help-pause = **pause** – quiet, “pause a week” for example; **resume** ends it
help-page = Where this chat gives me a page of my own, your day and all that is open stand there too.
help-how = Answer in the form or simply write. An edited message changes the answer.
help-zone = I do not know your time zone yet, so nothing comes by itself: “settings”.

## Settings

settings-zone = Time zone: { $zone }
settings-zone-unknown = I do not know your time zone yet: nothing comes by itself until then.
settings-hours = Working hours { $start }–{ $end }; I ask { $before } before a call.
settings-nudges = Cue card before calls: { $cues } · reminders: { $reminders } · one message on full days: { $agendas }
setting-on = on
setting-off = off
settings-privacy = Your drafts and answers are seen by you alone unless you share them. Whoever manages your team sees its totals week by week: calls, how they ended, promises kept; from five people on also whether asking helps.
settings-model = A language model at { $host } also reads what you draft before a call: the objective, the question, and the problem it stands on. Nothing is added to them.
settings-model-off = A language model at { $host } could read your drafts too; for you that is off.
model-told = A language model at { $host } also reads what you draft before a call, from the next draft on: the objective, the question, and the problem it stands on. I stay the one who answers. “settings” turns it off for you.
settings-saved = Saved. It holds from now on.
ask-pause = Until when shall I be quiet?
paused-until = Paused until { $at }. Calls are still noted; nothing comes by itself.
paused-open = Paused until you say “resume”. Calls are still noted; nothing comes by itself.
resumed = Back again.
form-settings-title = Settings
field-language = Language
language-en = English
language-zh-hans = 简体中文
field-zone = Time zone
field-zone-hint = A name such as Europe/Berlin
field-country = Country of your public holidays
field-country-hint = Two letters, such as DE; empty for none
field-day-starts = Working day starts
field-day-starts-hint = Such as 08:30
field-day-ends = Working day ends
field-day-ends-hint = Such as 18:30
day-mon = Monday
day-tue = Tuesday
day-wed = Wednesday
day-thu = Thursday
day-fri = Friday
day-sat = Saturday
day-sun = Sunday
field-prompt-before = Ask me before a call
length-before = { $length } before
field-cues = Cue card { $before } before
field-reminders = One reminder if I have not answered
field-agendas = One message on full days
field-opinions = A language model at { $host } may read my drafts

## What is wrong with an answer

error-required = This one is needed.
error-too-long = Too long: { $length } characters, { $limit } at most.
error-characters = Contains control characters; please write it as plain text.
error-choice = Choose one of the answers on offer.
error-date = Write the day like 2026-11-27.
error-date-before-call = The day lies before the call.
error-date-far = The day lies more than two years ahead.
error-too-late-to-plan = This call has begun; a plan can be changed until its start.
error-zone = “{ $zone }” is no time zone I know; write it like Europe/Berlin.
error-country = “{ $country }” is no country I know; write two letters, like DE.
error-time = Write the time like 08:30.
error-hours = The day ends before it starts.
error-workdays = Choose at least one working day.

## Calendars

calendar-fails = I cannot read your calendar at the moment.
calendar-away = Your calendar does not answer at the moment.
calendar-what-is-known = What I know already stays; new and moved calls I cannot see until it works again.
why-calendar = Said once · your operator can mend the calendar link

## The digest

digest-heading = Week { $week }
digest-promises = Customers kept { $kept } of { $due ->
    [one] 1 promise
   *[other] { $due } promises
} due.
digest-promises-unknown = Customers kept { $kept } of { $due ->
    [one] 1 promise
   *[other] { $due } promises
} due; of { $unknown } it is not known yet.
digest-calls = { $held ->
    [one] 1 call
   *[other] { $held } calls
} held, { $planned } planned, { $reviewed } reviewed.
digest-rate-first = Orders or advances in { $advances } of { $decided }; nothing earlier to compare with.
digest-rate-same = Orders or advances in { $advances } of { $decided } (four weeks before: { $before } of { $of }; not enough to call it a change).
digest-rate-up = Orders or advances in { $advances } of { $decided }, up from { $before } of { $of } in the four weeks before: more than chance explains.
digest-rate-down = Orders or advances in { $advances } of { $decided }, down from { $before } of { $of } in the four weeks before: more than chance explains.
digest-learning = Worth stealing, from { $name }: “{ $words }”
suggest-implication = **Monday:** each brings one trouble of a customer. What does it lead to, and for whom?
suggest-implication-why = Why this: fewer than half of the drafted questions asked what the trouble leads to ({ $people } people).
suggest-advance = **Monday:** each brings one call. Who on their side does what, by when?
suggest-advance-why = Why this: { $count ->
    [one] 1 outcome called an advance
   *[other] { $count } outcomes called advances
} named nobody who acts ({ $people } people).
suggest-plan = **Next week:** plan the one call a day that matters most. Two minutes each.
suggest-plan-why = Why this: { $planned } of { $held ->
    [one] 1 call
   *[other] { $held } calls
} had a plan.
suggest-review = **Next week:** one tap after each call. How did it end?
suggest-review-why = Why this: { $reviewed } of { $held ->
    [one] 1 call
   *[other] { $held } calls
} reviewed.
suggest-action = **Monday:** each brings one call. Who on their side does what, by when?
suggest-action-why = Why this: { $advances } of { $decided ->
    [one] 1 call
   *[other] { $decided } calls
} ended with the customer doing something.
suggest-bring = **Monday:** each brings the advance that was hardest to get. What made it possible?
suggest-bring-why = Why this: most calls were planned, reviewed and moved on.
digest-chart = Outcomes, five weeks
digest-chart-summary = This week: { $order ->
    [one] 1 order
   *[other] { $order } orders
}, { $advance ->
    [one] 1 advance
   *[other] { $advance } advances
}, { $continuation ->
    [one] 1 continuation
   *[other] { $continuation } continuations
}, { $refused ->
    [one] 1 no-sale
   *[other] { $refused } no-sales
}.
week-label = W{ $week }
outcome-order = Orders
outcome-advance = Advances
outcome-continuation = Continuations
outcome-no-sale = No-sales
digest-why = Every week at this time · how it is counted: in the thread
digest-how-counted = Calls held are those in the reps’ calendars, joint ones once, without those said not to have taken place. Outcomes are as the reps decided. An advance is something the customer does. A promise counts once its day is over or its end is known.
digest-differing = { $count ->
    [one] In 1 joint call
   *[other] In { $count } joint calls
} the reps saw the outcome differently; the organiser’s counts.
digest-private = The team’s totals, none by person. Drafts and answers stay with the rep.
