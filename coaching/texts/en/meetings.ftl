# The list of calendar entries (`advance meetings`): which are coached, and why or why not.

meetings-heading = Entries from { $from } to { $to }, times in { $zone }
meetings-day = { $day }
meetings-all-day = all day
meetings-private = (private)
meetings-untitled = (no title)
meetings-coached = coached
meetings-not-coached = not coached
meetings-none = No entries.
meetings-summary = { $coached } of { $total ->
    [one] 1 entry
   *[other] { $total } entries
} would be coached.
meetings-unknown = { $count ->
    [one] 1 entry shows no attendees: the rep is asked once whether it is a customer call. Name its kind in coach_titles to have it coached at once.
   *[other] { $count } entries show no attendees: the rep is asked once per series whether they are customer calls. Name their kind in coach_titles to have them coached at once.
}
meetings-fault = Not read: { $fault }

meetings-why-external = people from { $customer }: { $people }
meetings-why-title_coached = the title is one of coach_titles
meetings-why-rep_coached = you said that this is a customer call
meetings-why-cancelled = cancelled
meetings-why-declined = you declined it
meetings-why-all_day = it lasts all day
meetings-why-free = it shows as free
meetings-why-out_of_office = you are out of office
meetings-why-private = it is private: the coach does not look into it
meetings-why-unknown_zone = its time zone “{ $zone }” is not known, so its hour may be wrong
meetings-why-title_ignored = the title is one of ignore_titles
meetings-why-rep_ignored = you said that this is not a sales call
meetings-why-internal = everybody in it is from your own company
meetings-why-nobody_else = nobody else is invited
meetings-why-no_attendees = the calendar does not show who comes
