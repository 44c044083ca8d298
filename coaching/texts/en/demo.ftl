# What `advance demo` and `advance replay` print around the conversation.

transcript-coach = Coach to { $name }
transcript-changed = Coach to { $name }, an earlier message, now
transcript-posts = Coach in #{ $team }
transcript-thread = in the thread
transcript-clock = { $at }
transcript-away = { $who } ({ $at } there)
transcript-words = { $words }
transcript-calendar = In { $name }’s calendar
transcript-moved = { $entry } moves to { $when }
transcript-cancelled = { $entry } is cancelled
transcript-added = { $entry } is new
transcript-restart = Advance is stopped and started again
demo-title = Advance: a sample week
demo-what = Three people sell for Harbour Systems. Their calendars are real files, their answers are written in a script; when the coach speaks and what it says is decided as in earnest.
demo-times = Times are those of { $zone }; where a reader’s own differ, they stand beside them.
demo-next = **That was the week.** Now you: “make play” opens the same coach in your browser, with a clock you can move. “.venv/bin/advance meetings FILE_OR_URL --me ADDRESS” says which meetings of your own calendar it would coach, and why.
