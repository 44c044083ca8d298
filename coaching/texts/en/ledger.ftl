# What customers promised: open, kept, not kept, and what only the rep sees as a promise.

help-promises = **promises** – what customers promised, who, by when, kept or not; or “promises” and a customer’s name
promise-of = { $who }: { $promise }
ledger-heading = Promised by your customers
ledger-heading-sale = Promised by { $customer }
ledger-none = No promise noted. An advance with a day, in a review, becomes one.
ledger-no-such = No customer of yours is called “{ $words }”. Here are all.
ledger-share = Kept: { $kept } of { $due } that were due.
ledger-share-percent = Kept: { $kept } of { $due } that were due ({ $percent } %).
ledger-unknown = Of { $count ->
    [one] 1 of these
   *[other] { $count } of these
} it is not known yet whether they did it.
ledger-moved = { $count ->
    [one] 1 was
   *[other] { $count } were
} moved to another day.
ledger-open = **Open**
ledger-kept = **Kept**
ledger-broken = **Not kept**
ledger-due = { $customer }, due { $day }: “{ $promise }”
ledger-due-moved = { $customer }, due { $day }, at first { $first }: “{ $promise }”
ledger-overdue = { $customer }, was due { $day }: “{ $promise }”. Did they?
ledger-overdue-moved = { $customer }, was due { $day }, at first { $first }: “{ $promise }”. Did they?
ledger-settled = { $customer }, { $day }: “{ $promise }”
ledger-settled-moved = { $customer }, { $day }, at first { $first }: “{ $promise }”
ledger-dressed = **Seen as an advance by you** · not counted above
ledger-dressed-dated = { $customer }, { $day }: “{ $words }”. { $reason }
ledger-dressed-undated = { $customer }, no day: “{ $words }”. { $reason }
ledger-dressed-why = The words name nothing that they do themselves.
ledger-why = Your own customers of the last { $days } days; the open ones however old · “review” changes the words
ledger-words = “{ $words }”
ledger-who = Noted: { $who } does it. “{ $words }”
ledger-who-gone = Noted: nobody named. “{ $words }”
form-promise-title = Who does it?
field-promise-who = Who on their side does it?
field-promise-who-hint = A name or a part: Jens, the shift lead
button-promise-who = Who does it?
button-promise-save = Keep it
button-promise-nobody = Nobody named
button-promises = Promises
button-promises-all = All promises
taken-back-who = You took back who does it. The promise stands.
