# Linking a calendar: the form, what is said of an address, what was found in it.

welcome-calendar = And your calendar: I find your customer calls in it. Without one nothing comes by itself.
help-connect = **connect** – the calendar in which your customer calls stand
home-calendar-empty = Your calendar is linked; nothing has come from it yet.
links-none = No calendar of yours is linked: without one nothing comes by itself.
links-count = { $count ->
    [one] One calendar is linked.
   *[other] { $count } calendars are linked.
}
links-configured = { $count ->
    [one] One of them was linked by whoever runs this coach, and only there it can be unlinked.
   *[other] { $count } of them were linked by whoever runs this coach, and only there they can be unlinked.
}
button-connect = Link a calendar
button-unlink = Unlink { $host } (read { $at })
button-unlink-unread = Unlink { $host } (not read yet)
button-unlink-failing = Unlink { $host } (cannot be read)
form-connect-title = Link a calendar
field-calendar = Its address in iCal format (ICS)
field-calendar-hint = Begins with https:// or webcal://
button-connect-send = Link it
connect-google = Google Calendar: settings of the calendar, “Integrate calendar”, “Secret address in iCal format”.
connect-outlook = Outlook on the web: settings, “Calendar”, “Shared calendars”, publish it with all details, and take the ICS link.
connect-secret = Whoever has this address can read your calendar. I keep it encrypted, read it and never show it.
connect-how = The button opens a form for its address, and says where Google and Outlook show it.
connect-taken = Thank you. I am reading the calendar at { $host } and say in a moment what I found.
connect-known = This calendar at { $host } is linked already.
connect-delete = The address opens your calendar to whoever reads it here: you may delete your message, I need it no more.
error-calendar-address = This is no address of a calendar: it begins with https:// or webcal://, without blanks.
error-calendar-open = Calendars come over https:// only; with http:// others could read along.
error-calendar-many = { $most } calendars are linked, that is the limit. Unlink one first.
linked-calls = I can read your calendar: { $count ->
    [one] one customer call
   *[other] { $count } customer calls
} in the next { $days } days.
linked-unsure = I can read your calendar. In the next { $days } days { $count ->
    [one] one entry does not show who is invited. I will ask you about it.
   *[other] { $count } entries do not show who is invited. I will ask you about each.
}
linked-none = I can read your calendar, and see no customer call in the next { $days } days. An entry counts if somebody from outside your company is invited; where a calendar does not show who is, I ask.
linked-refused = I cannot read the calendar at { $host }. Its address must open without a sign-in and lead to an ICS file: copy it again, or unlink it.
linked-away = The calendar at { $host } does not answer. I go on trying and tell you when it does.
unlinked = Unlinked: I no longer read the calendar at { $host }. What you planned and reviewed stays.
unlink-configured = That calendar was linked by whoever runs this coach; only there it can be unlinked.
