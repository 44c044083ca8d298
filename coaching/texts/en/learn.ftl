# What the team learned: found by words, offered before a call like those it comes from.

help-learn = **learn** – and some words: what you and your team learned; “learn type Halden: food plant” says what kind of customer one is
learn-how = Such as “learn price” or “learn food plant”. Learnings come from reviews: what you can use elsewhere, shared if you like.
learn-found = Learned, with “{ $words }”:
learn-latest = Learned lately:
learn-none = Nothing learned so far has “{ $words }” in it.
learn-nothing-yet = Nothing learned so far.
learn-entry = “{ $words }” · { $author }, { $day }
learn-entry-typed = “{ $words }” · { $author }, { $day }, { $type }
learn-own = “{ $words }” · you, { $day }, { $customer }: seen by you alone
learn-own-shared = “{ $words }” · you, { $day }, shared { $customer }
learn-colleague = a colleague
learn-why = By how many of the words stand in it, then by day · shared ones with the name of who shared them, never the customer’s
learn-last-time = Last time you noted: “{ $words }”.
learn-before = From { $author }, on a trouble like this: “{ $words }”
learn-before-typed = From { $author } ({ $type }): “{ $words }”
learn-home = Colleagues shared { $count ->
    [one] 1 thing they learned.
   *[other] { $count } things they learned.
}
customer-type-ask = What kind of customer is { $customer }? Then it finds whoever meets such a one.
customer-type-why = One word or two, such as “food plant”: what you learn here is offered before calls with customers of that kind. Colleagues with calls there see it too.
customer-type-noted = { $customer }: { $type }.
customer-type-none = { $customer }: no kind of customer noted.
form-learn-title = Search what was learned
field-learn = Words
field-learn-hint = A topic, a kind of customer: price, food plant
form-customer-type-title = { $customer }
field-customer-type = What kind of customer is it?
field-customer-type-hint = Leave empty to take it away
button-learn = Search learnings
button-learn-search = Search
button-customer-type = What kind is { $customer }?
button-customer-type-save = Keep it
