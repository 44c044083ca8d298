# What the systems of the method beside plan and review share.

help-method = **For the sale as a whole.** Where a customer is meant, their name stands behind the word:
button-help-method = More: the method
which-sale = Which customer?
button-sale = { $customer }
no-sale-known = No customer call is known yet. As soon as one stands in your calendar, this works.
stays-noted = What you noted stays: the edited text does not say it any more. Its page has “Drop”.
edited-noted = As it reads now: “{ $words }”
