# What the systems of the method beside plan and review share.

which-sale = Which customer?
button-sale = { $customer }
no-sale-known = No customer call is known yet. As soon as one stands in your calendar, this works.
