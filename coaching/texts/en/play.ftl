# The web page: what is on it besides the coach's own messages.

play-title = Advance
play-tagline = Live through a week with your coach
play-skip = Skip to the messages
play-acting-as = You are
play-language = Language
play-look = Colours
play-look-auto = As the system has it
play-look-light = Light
play-look-dark = Dark

play-places = Conversations
play-coach = Your coach
play-channel = { $team }, the team’s channel
play-unread = { $place }: something new

play-clock = The clock
play-next = Next message
play-hour = + 1 hour
play-tomorrow = Tomorrow morning
play-friday = Friday 16:00
play-pick = Another time
play-pick-moment = Date and time
play-go = Go there
play-playing = Time is passing
play-arrived-message = The coach has written.
play-arrived-quiet = Nothing new.
play-clock-refused = The clock only goes on, and at most 60 days at a time.

play-day = In your calendar
play-day-empty = Nothing that day.
play-call-open = To prepare
play-call-planned = Prepared
play-call-past = To review
play-call-reviewed = Reviewed
play-call-cancelled = Cancelled
play-call-skipped = Skipped
play-call-unsure = A sales call?
play-call-not-coached = Not coached
play-all-day = All day
play-untitled = No title

play-messages = Messages
play-empty-rep = Nothing yet. Move the clock to the next message, or ask the coach for something.
play-empty-rep-real = Nothing yet. The coach writes before your next customer call.
play-empty-team = Nothing yet. The weekly digest comes on Friday afternoon.
play-replies =
    { $count ->
        [one] { $count } reply
       *[other] { $count } replies
    }
play-reply = Answer here
play-thread = Thread
play-close = Close
play-write = Write to your coach
play-write-thread = Answer in this thread
play-send = Send
play-keys = Enter sends, Shift + Enter starts a new line, ↑ edits what you wrote last
play-edit = Edit
play-edit-label = Change what you wrote
play-edited = edited
play-save = Save
play-cancel = Cancel
play-menu = More

play-required = needed
play-optional = if you like
play-choose-none = No answer
play-left = { $n } left
play-over = { $n } too many
play-form-errors = Still to mend: { $n }
play-draft = Not sent yet: { $title }
play-draft-go-on = Go on
play-draft-drop = Drop it

play-commands = Ask for
play-command-plan = Plan a call
play-command-review = Review a call
play-command-today = Today
play-command-week = My week
play-command-settings = Settings
play-command-help = Help

play-said-by = { $name }, { $time }
play-you = You
play-chart-value = { $label }: { $value }

play-failed = That did not go through. Nothing is lost.
play-too-long = That is too long: at most 4,000 characters.
play-again = Try again
play-offline = No connection to Advance. It comes back by itself once the program runs.
play-nobody = Nobody is here yet.
