# What the judge says: first the kind, then the reason; at the end what is missing. “-bare” quotes nothing.

## Questions

judge-question-situation = **A situation question**: it asks for a fact.
judge-question-situation-bare = **A situation question**: it asks for a fact.
judge-question-problem = **A problem question**: it asks whether there is trouble.
judge-question-problem-bare = **A problem question**: it asks whether there is trouble.
judge-question-implication = **An implication question**: it asks what the trouble leads to.
judge-question-implication-bare = **An implication question**: it asks what the trouble leads to.
judge-question-need-payoff = **A need-payoff question**: it asks what solving the trouble is worth.
judge-question-need-payoff-bare = **A need-payoff question**: it asks what solving the trouble is worth.
judge-question-not-spin = **Not one of the four kinds**: it does not ask about their business.
judge-question-not-spin-bare = **Not one of the four kinds**: it does not ask about their business.

judge-rule-question-asks-fact = A situation question: “{ $words }” asks for a fact. If homework would tell you, ask about trouble with it instead.
judge-rule-question-asks-fact-bare = A situation question: it asks for a fact. If homework would tell you, ask about trouble with it instead.
judge-rule-question-asks-coping = A situation question: “{ $words }” asks how they manage today. What does having to manage that way lead to?
judge-rule-question-asks-coping-bare = A situation question: it asks how they manage today. What does having to manage that way lead to?
judge-rule-question-asks-whether = A problem question, worth having: “{ $words }” asks whether there is trouble. What does that trouble lead to, and for whom?
judge-rule-question-asks-whether-bare = A problem question, worth having: it asks whether there is trouble. What does that trouble lead to, and for whom?
judge-rule-question-asks-how-bad = A problem question, worth having: “{ $words }” asks how often, how bad or why. What does it lead to, and for whom?
judge-rule-question-asks-how-bad-bare = A problem question, worth having: it asks how often, how bad or why. What does it lead to, and for whom?
judge-rule-question-asks-content = A problem question: “{ $words }” asks whether they are content. If they are not, what does that cost them?
judge-rule-question-asks-content-bare = A problem question: it asks whether they are content. If they are not, what does that cost them?
judge-rule-question-asks-effect = **An implication question**: “{ $words }” asks what the trouble leads to. It may sting: have one ready on what solving it is worth.
judge-rule-question-asks-effect-bare = **An implication question**: it asks what the trouble leads to. It may sting: have one ready on what solving it is worth.
judge-rule-question-asks-size = **An implication question**: “{ $words }” has them work out how big the effect is. Leave them time to do the sum.
judge-rule-question-asks-size-bare = **An implication question**: it has them work out how big the effect is. Leave them time to do the sum.
judge-rule-question-asks-nothing-changes = **An implication question**: “{ $words }” lets them look at leaving things as they are. Who would feel it first?
judge-rule-question-asks-nothing-changes-bare = **An implication question**: it lets them look at leaving things as they are. Who would feel it first?
judge-rule-question-asks-worth = A need-payoff question: “{ $words }” lets them say what solving it is worth. Has the trouble grown big enough by then?
judge-rule-question-asks-worth-bare = A need-payoff question: it lets them say what solving it is worth. Has the trouble grown big enough by then?
judge-rule-question-asks-wish = A need-payoff question: “{ $words }” asks what they wish for. Has the trouble grown big enough by then?
judge-rule-question-asks-wish-bare = A need-payoff question: it asks what they wish for. Has the trouble grown big enough by then?
judge-rule-question-asks-if-solved = A need-payoff question: “{ $words }” starts from the trouble being gone. Which question before it makes that trouble weigh?
judge-rule-question-asks-if-solved-bare = A need-payoff question: it starts from the trouble being gone. Which question before it makes that trouble weigh?
judge-rule-question-leads = To “{ $words }” only yes fits, so the answer tells you little. What could they answer that you do not know yet?
judge-rule-question-leads-bare = Only yes fits here, so the answer tells you little. What could they answer that you do not know yet?
judge-rule-question-pitches = “{ $words }” speaks about us, not about them. Which trouble of theirs does it stand for? Ask about that one.
judge-rule-question-pitches-bare = This speaks about us, not about them. Which trouble of theirs does it stand for? Ask about that one.
judge-rule-question-closes = “{ $words }” asks for the decision. Before it comes one question on what their trouble leads to: which?
judge-rule-question-closes-bare = This asks for the decision. Before it comes one question on what their trouble leads to: which?
judge-rule-question-arranges = “{ $words }” arranges the meeting. Which question is about their business, and what troubles it?
judge-rule-question-arranges-bare = This arranges the meeting. Which question is about their business, and what troubles it?
judge-rule-question-chats = “{ $words }” is small talk, fine for a minute. Which question is about their trouble?
judge-rule-question-chats-bare = This is small talk, fine for a minute. Which question is about their trouble?
judge-rule-question-no-question = “{ $words }” tells, it does not ask. What would they say about it if you asked?
judge-rule-question-no-question-bare = This tells, it does not ask. What would they say about it if you asked?

## Objectives

judge-objective-advance = **An advance**: somebody on their side does something.
judge-objective-advance-bare = **An advance**: somebody on their side does something.
judge-objective-continuation = **A continuation**: it goes on, and nobody there does anything.
judge-objective-continuation-bare = **A continuation**: it goes on, and nobody there does anything.
judge-objective-order = **An order**: they sign.
judge-objective-order-bare = **An order**: they sign.
judge-objective-seller-activity = **Your own activity**: it says what you do, not what they do.
judge-objective-seller-activity-bare = **Your own activity**: it says what you do, not what they do.
judge-objective-information-only = **Information**: you know more, they are where they were.
judge-objective-information-only-bare = **Information**: you know more, they are where they were.
judge-objective-relationship = **A relationship goal**: it is about how they feel.
judge-objective-relationship-bare = **A relationship goal**: it is about how they feel.
judge-objective-vague = **Still open**: nobody does anything in it yet.
judge-objective-vague-bare = **Still open**: nobody does anything in it yet.

judge-rule-objective-customer-acts = **An advance**: in “{ $words }” they act, and you can see whether it happens.
judge-rule-objective-customer-acts-bare = **An advance**: they act, and you can see whether it happens.
judge-rule-objective-new-person = **An advance**: “{ $words }” brings in somebody who was not there before. What will that person do?
judge-rule-objective-new-person-bare = **An advance**: it brings in somebody who was not there before. What will that person do?
judge-rule-objective-hands-over = **An advance**: “{ $words }” is handed over by them, which costs them work and shows that they mean it.
judge-rule-objective-hands-over-bare = **An advance**: they hand something over, which costs them work and shows that they mean it.
judge-rule-objective-just-goes-on = A continuation: after “{ $words }” nobody has done anything. What would they do before you meet again, and who?
judge-rule-objective-just-goes-on-bare = A continuation: nobody has done anything yet. What would they do before you meet again, and who?
judge-rule-objective-just-receives = A continuation: in “{ $words }” they only receive. What would they do with it, with whom, and by when?
judge-rule-objective-just-receives-bare = A continuation: they only receive. What would they do with it, with whom, and by when?
judge-rule-objective-just-thinks = A continuation: nobody can see “{ $words }” happen. What would they do to find out, and by when?
judge-rule-objective-just-thinks-bare = A continuation: nobody can see anyone think. What would they do to find out, and by when?
judge-rule-objective-signature = An order: “{ $words }”. Is anything still open before they can sign? Have a step ready in case there is.
judge-rule-objective-signature-bare = An order. Is anything still open before they can sign? Have a step ready in case there is.
judge-rule-objective-seller-acts = “{ $words }” is *your* act. What would they do afterwards, and by when?
judge-rule-objective-seller-acts-bare = This is *your* act. What would they do afterwards, and by when?
judge-rule-objective-information-told = “{ $words }” leaves you knowing more and them where they were. What would they do with what they tell you?
judge-rule-objective-information-told-bare = You know more, they are where they were. What would they do with what they tell you?
judge-rule-objective-feeling = Nobody can check “{ $words }”. If they do feel so, what would they do that you could see?
judge-rule-objective-feeling-bare = Nobody can check a feeling. If they do feel so, what would they do that you could see?
judge-rule-objective-nobody-acts = In “{ $words }” nobody does anything yet. Who on their side would do what, and by when?
judge-rule-objective-nobody-acts-bare = Nobody does anything in it yet. Who on their side would do what, and by when?

## Outcomes

judge-outcome-order = **An order**: they signed.
judge-outcome-order-bare = **An order**: they signed.
judge-outcome-advance = **An advance**: somebody on their side does something.
judge-outcome-advance-bare = **An advance**: somebody on their side does something.
judge-outcome-continuation = **A continuation**: it goes on, and nobody there does anything.
judge-outcome-continuation-bare = **A continuation**: it goes on, and nobody there does anything.
judge-outcome-no-sale = **No sale**: they refused.
judge-outcome-no-sale-bare = **No sale**: they refused.

judge-rule-outcome-signed = **An order**: “{ $words }” is on paper.
judge-rule-outcome-signed-bare = **An order**: it is on paper.
judge-rule-outcome-customer-acts = **An advance**: in “{ $words }” they do something, and you will see whether it happens.
judge-rule-outcome-customer-acts-bare = **An advance**: they do something, and you will see whether it happens.
judge-rule-outcome-new-person = **An advance**: with “{ $words }” somebody comes in who was not there before.
judge-rule-outcome-new-person-bare = **An advance**: somebody comes in who was not there before.
judge-rule-outcome-hands-over = **An advance**: they hand over “{ $words }”, which costs them work.
judge-rule-outcome-hands-over-bare = **An advance**: they hand something over, which costs them work.
judge-rule-outcome-takes-it-on = **An advance**: “{ $words }” is their step towards the decision, on a day you can check.
judge-rule-outcome-takes-it-on-bare = **An advance**: it is their step towards the decision, on a day you can check.
judge-rule-outcome-same-people-no-new = “{ $words }” is another talk: the same people, nothing new to do.
judge-rule-outcome-same-people-no-new-bare = It is another talk: the same people, nothing new to do.
judge-rule-outcome-quote-requested = “{ $words }” is work for you; they only read it.
judge-rule-outcome-quote-requested-bare = What was agreed is work for you; they only read it.
judge-rule-outcome-spoken-yes = “{ $words }” is spoken: nobody has taken a step with a date towards the paper.
judge-rule-outcome-spoken-yes-bare = It is a spoken yes: nobody has taken a step with a date towards the paper.
judge-rule-outcome-will-push = “{ $words }” is good will: there is no act in it and no day.
judge-rule-outcome-will-push-bare = It is good will: there is no act in it and no day.
judge-rule-outcome-just-thinks = “{ $words }” happens in their heads, where nobody can see it.
judge-rule-outcome-just-thinks-bare = It happens in their heads, where nobody can see it.
judge-rule-outcome-not-now = “{ $words }” puts it off: no refusal, and no step either.
judge-rule-outcome-not-now-bare = They put it off: no refusal, and no step either.
judge-rule-outcome-warm-only = “{ $words }” is how they felt; it does not say what they will do.
judge-rule-outcome-warm-only-bare = It says how they felt, not what they will do.
judge-rule-outcome-seller-acts = “{ $words }” is what you do; it does not say what they will do.
judge-rule-outcome-seller-acts-bare = It says what you do, not what they will do.
judge-rule-outcome-renews-itself = “{ $words }” happens by itself: nobody decided it in this call.
judge-rule-outcome-renews-itself-bare = It happens by itself: nobody decided it in this call.
judge-rule-outcome-nothing-agreed = In “{ $words }” I find nobody on their side who does anything.
judge-rule-outcome-nothing-agreed-bare = I find nobody on their side who does anything.
judge-rule-outcome-refused = **No sale** this time: “{ $words }” says no, and nothing else was offered.
judge-rule-outcome-refused-bare = **No sale** this time: they said no, and nothing else was offered.
judge-rule-outcome-chose-other = **No sale** this time: “{ $words }” means that they chose another way.
judge-rule-outcome-chose-other-bare = **No sale** this time: they chose another way.

## Features, advantages, benefits

judge-statement-feature = **A feature**: it says what the product is or has.
judge-statement-feature-bare = **A feature**: it says what the product is or has.
judge-statement-advantage = **An advantage**: it says how the product could help anyone.
judge-statement-advantage-bare = **An advantage**: it says how the product could help anyone.
judge-statement-benefit = **A benefit**: it meets a need that this customer voiced.
judge-statement-benefit-bare = **A benefit**: it meets a need that this customer voiced.

judge-rule-statement-fact = A feature: “{ $words }” says what it is. Which trouble of theirs does it end?
judge-rule-statement-fact-bare = A feature: it says what it is. Which trouble of theirs does it end?
judge-rule-statement-helps-anyone = An advantage: “{ $words }” could help anyone. Who here has said that they want it?
judge-rule-statement-helps-anyone-bare = An advantage: it could help anyone. Who here has said that they want it?
judge-rule-statement-implied-only = An advantage: they named a trouble, not yet a wish for “{ $words }”. Which question would have them say it?
judge-rule-statement-implied-only-bare = An advantage: they named a trouble, not yet a wish. Which question would have them say it?
judge-rule-statement-other-need = An advantage: “{ $words }” meets something else than what they said they want.
judge-rule-statement-other-need-bare = An advantage: it meets something else than what they said they want.
judge-rule-statement-meets-need = **A benefit**: “{ $words }” meets what they said they want.
judge-rule-statement-meets-need-bare = **A benefit**: it meets what they said they want.

## Needs

judge-need-implied = **An implied need**: they name a trouble.
judge-need-implied-bare = **An implied need**: they name a trouble.
judge-need-explicit = **An explicit need**: they say what they want.
judge-need-explicit-bare = **An explicit need**: they say what they want.
judge-need-neither = **No need yet**: it is neither a trouble nor a wish.
judge-need-neither-bare = **No need yet**: it is neither a trouble nor a wish.

judge-rule-need-trouble = An implied need: “{ $words }” names a trouble. What would have them say that they want it gone?
judge-rule-need-trouble-bare = An implied need: they name a trouble. What would have them say that they want it gone?
judge-rule-need-want = **An explicit need**: “{ $words }” says what they want.
judge-rule-need-want-bare = **An explicit need**: they say what they want.
judge-rule-need-intention = **An explicit need**: “{ $words }” says that they mean to act.
judge-rule-need-intention-bare = **An explicit need**: they say that they mean to act.
judge-rule-need-fact = No need yet: “{ $words }” is a fact about them. What about it troubles them?
judge-rule-need-fact-bare = No need yet: it is a fact about them. What about it troubles them?
judge-rule-need-content = No need yet: “{ $words }” says that they are content. Where are they less so?
judge-rule-need-content-bare = No need yet: they are content. Where are they less so?
judge-rule-need-asks = No need yet: “{ $words }” is a question to you. What makes them ask?
judge-rule-need-asks-bare = No need yet: it is a question to you. What makes them ask?

## Objections

judge-objection-price = **About price.**
judge-objection-price-bare = **About price.**
judge-objection-value = **About value**: the trouble does not weigh enough yet.
judge-objection-value-bare = **About value**: the trouble does not weigh enough yet.
judge-objection-capability = **About capability**: whether we can do it.
judge-objection-capability-bare = **About capability**: whether we can do it.
judge-objection-early = **Early**: it comes before anything was explored.
judge-objection-early-bare = **Early**: it comes before anything was explored.
judge-objection-other = **Something else**: not money, worth or ability.
judge-objection-other-bare = **Something else**: not money, worth or ability.

judge-rule-objection-money = About price: “{ $words }”. How many features did they hear before it, and how heavy was their trouble by then?
judge-rule-objection-money-bare = About price. How many features did they hear before it, and how heavy was their trouble by then?
judge-rule-objection-not-worth = About value: “{ $words }” weighs the trouble as too light. Which effect of it have they not talked about yet?
judge-rule-objection-not-worth-bare = About value: they weigh the trouble as too light. Which effect of it have they not talked about yet?
judge-rule-objection-we-manage = About value: in “{ $words }” they manage. What does managing that way cost them?
judge-rule-objection-we-manage-bare = About value: they manage. What does managing that way cost them?
judge-rule-objection-can-it = About capability: “{ $words }”. Can we do it? If yes, prove it; if no, say so.
judge-rule-objection-can-it-bare = About capability. Can we do it? If yes, prove it; if no, say so.
judge-rule-objection-brush-off = Early: “{ $words }” comes before anything was explored. What might trouble them that you could ask about?
judge-rule-objection-brush-off-bare = Early: it comes before anything was explored. What might trouble them that you could ask about?
judge-rule-objection-other = “{ $words }” is about none of money, worth or ability. Who or what would have to change for a next step?
judge-rule-objection-other-bare = It is about none of money, worth or ability. Who or what would have to change for a next step?

## Reviews

judge-review-specific = **Specific**: one could check it.
judge-review-specific-bare = **Specific**: one could check it.
judge-review-vague = **Vague**: nothing in it could be checked.
judge-review-vague-bare = **Vague**: nothing in it could be checked.

judge-rule-review-names-moment = “{ $words }” is a moment one can go back to.
judge-rule-review-names-moment-bare = It names a moment one can go back to.
judge-rule-review-names-question = “{ $words }” is a question you can ask next time and count.
judge-rule-review-names-question-bare = It names a question you can ask next time and count.
judge-rule-review-names-number = “{ $words }” can be checked.
judge-rule-review-names-number-bare = It names something that can be checked.
judge-rule-review-names-person = “{ $words }” says who, and what they are like in this.
judge-rule-review-names-person-bare = It says who, and what they are like in this.
judge-rule-review-names-change = “{ $words }” is something you will do otherwise.
judge-rule-review-names-change-bare = It names something you will do otherwise.
judge-rule-review-slogan = “{ $words }” is true of every call. Where in this one would it have shown?
judge-rule-review-slogan-bare = It is true of every call. Where in this one would it have shown?
judge-rule-review-mood = “{ $words }” is how it felt. Which moment made it so?
judge-rule-review-mood-bare = It says how it felt. Which moment made it so?
judge-rule-review-resolve = “{ $words }”: which moment would have gone differently?
judge-rule-review-resolve-bare = A resolve: which moment would have gone differently?
judge-rule-review-too-little = “{ $words }” is short. Who, which moment, which question?
judge-rule-review-too-little-bare = This is short. Who, which moment, which question?

## What an objective lacks

judge-gap-customer-acts = Nobody on their side does anything in it. Who there would do what?
judge-gap-observable = One could not watch it happen. What would you see or hold in your hand?
judge-gap-moves-on = After it the decision is as far away as before. Which step would bring it nearer?
judge-gap-checkable = By when, with whom or about what would one know that it happened?
judge-gap-highest = Is that the most they could give? Who in the room could give more?

## What a promise lacks

judge-promise-who = Who on their side does it?
judge-promise-what = What exactly do they do?
judge-promise-by-when = By when?
