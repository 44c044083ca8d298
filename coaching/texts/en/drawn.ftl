# What a chat platform needs to draw a message or a form.

more-left-out = There is more, but it does not fit here.
check-yes = Yes
