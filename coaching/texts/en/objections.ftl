# Objections: what one is about, where it comes from in this sale, what to plan.

help-objection = **objection** – what a customer said against it; “objection”, their name, a colon and their words: where it likely comes from
objections-heading = { $customer } · objections
objections-none = No objection is noted here. What did they say against it, in their words?
objections-how = In chat: “objection”, the customer’s name, a colon and the words.
objection-is = { $said } · { $label } · { $cause }
objection-label-price = price
objection-label-value = value
objection-label-capability = ability
objection-label-early = early
objection-label-other = something else
objection-about-price = **About price.**
objection-about-value = **About value**: the trouble does not weigh enough for them.
objection-about-capability = **About ability**: whether we can do it.
objection-about-early = **Early**: it puts you off before there is anything to weigh.
objection-about-other = **Something else**: not price, not worth, not ability.
objection-otherwise = What is “{ $words }” about, as you see it?
objection-small = A small sale: a trouble they name is need enough there, and an advantage may carry it. Ask less, sooner offer.
button-objection-price = Price
button-objection-value = Whether it is worth it
button-objection-capability = Whether we can
button-objection-early = Came too early
button-objection-other = Something else
button-plan-next = Plan the next call
button-objection-add = Note an objection
button-objection-heard = An objection
button-objection-page = All objections
button-objections-more = More objections
form-objection-title = An objection: { $customer }
field-objection-words = What did they say against it?
field-objection-when = When in the call did it come?
field-objection-label = What is it about?
objection-when-start = At the start
objection-when-middle = In the middle
objection-when-end = At the end

## Where it comes from

cause-features-many = Likely from here: { $count } features are noted for them, the last “{ $words }”. Many features have people look at the price.
cause-advantages-offered = Likely from here: “{ $words }” was offered, and nobody there has said yet that they want it.
cause-unbuilt-none = Likely from here: no need of theirs is noted. What is not yet trouble to them is not worth money either.
cause-unbuilt-implied = Likely from here: “{ $words }” is still a trouble. Nobody has said that they want it gone.
cause-unbuilt-cost = Likely from here: in their eyes solving it weighs more, “{ $words }”.
cause-unbuilt-light = Likely from here: in their eyes solving it weighs more than the trouble.
cause-unbuilt-unasked = Likely from here: you noted no implication question in the last call, so the trouble could not grow.
cause-too-early-said = Likely from here: it came before their trouble was on the table, so the offer came too early.
cause-too-early-start = Likely from here: it came at the start of the call, so a solution was on the table before their trouble was.
cause-gap = A real question of ability. No technique takes it away.
cause-unknown = Where it comes from I cannot tell from what is noted here.
cause-name-features = many features
cause-name-advantages = advantages before a wish
cause-name-unbuilt = need not built yet
cause-name-too-early = offered too early
cause-name-gap = a question of ability
cause-name-unknown = cause not clear
cause-recurs = { $count } of your last { $among } objections have one likely cause: { $cause }.

## What cures it

cure-features = The cure: fewer features, and questions that make the trouble weigh first.
cure-advantages = The cure: hold the advantage back until they say that they want it. First what the trouble leads to, then what solving it is worth.
cure-unbuilt = The cure: no better answer, but more questions on the trouble and on what it leads to.
cure-too-early = The cure: keep the offer back, get leave to ask, and ask about trouble first.
cure-gap = Can we do it? Yes: prove it. No: say so.
cure-unknown = Better than an answer: find what came before it.

## What to plan

plan-heading = To plan for next time:
plan-trouble = · A question on a trouble they may have and have not named.
plan-effect = · A question on what “{ $words }” leads to: cost, delay, risk, other people.
plan-effect-for = · What “{ $words }” means for { $who }, who has not been heard yet.
plan-effect-others = · Who else there feels “{ $words }”, and how.
plan-effect-open = · What that trouble would lead to, and for whom.
plan-payoff = · What it would be worth to them to be rid of “{ $words }”: once its effects are said.
plan-proof = · What would prove it to them: whom could they ask, what could they see?
plan-other-want = · If we cannot: how far do we meet “{ $words }”, which they want?
plan-moment = · What did you say or ask just before it came?
