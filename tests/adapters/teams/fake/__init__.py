"""A Teams on loopback that answers as Microsoft's documentation says, and the people in it.

Start it, tell the code under test where it is, act as a person, look at what there is to see::

    async with fake_teams(MovableClock(NOW)) as teams:           # fake.teams
        ada = teams.person("ada", "Ada Ott", "ada@acme.example")
        bot = my_bot(teams.app_id, teams.app_password, teams.token_url, teams.openid, teams.host)
        teams.deliver_to("http://127.0.0.1:3978/api/messages")

        await teams.install("ada")                               # two activities, as in Teams
        await teams.eventually(lambda: teams.cards("ada"))
        answer = await teams.write("ada", "help")                # the bot's HTTP answer
        answer = await teams.tap("ada", teams.last("ada"), "Skip")
        await teams.tap("ada", teams.last("ada"), "Plan this call")
        form = teams.dialog("ada")                               # task/fetch opened it
        answer = await teams.submit("ada", {"objective": "She signs the pilot."})
        again = await teams.deliver_again()                      # the same activity once more

Who is who: a test calls people, teams and channels by short keys. Teams calls `person("ada", …)`
"29:ada" (`.id`) with an Entra object id (`.aad`) and the personal chat "a:ada" (`.chat`); a team
`team("north", "North", {"ada"})` and its General channel are "19:north@thread.tacv2", another
channel is `channel("deals", "Deals", "north")`. `installed=True` skips the events of installing.
The bot is `teams.bot_id` ("28:" and the app's id), the tenant `teams.tenant`, a message's name
outside is `post.reference` ("conversation|activity").

The bot's side. `service` is the connector (serviceUrl): create, send, reply, update, delete,
members, member, team, channels are its operations; each request is in `asked(operation)`. It wants
a token: from `token_url` by password, from `identity_url` with `identity_header`, or `token()`;
`revoke()` ends all. It keeps to 7 messages in 1 s, 8 in 2 s, 60 in 30 s, 1800 in 1 h for each
conversation, on the test's clock, with 429 and Retry-After (`connector.flow.on = False` turns that
off), and to cards of 80 KB; it answers with Microsoft's error codes. What else goes wrong is
ordered: `limit(operation, seconds, times)`, `block("ada")`, `depart("ada")`, and
`fail(operation, kind, times, seconds=)` where `kind` is "500", "502", "503" or "504" (JSON),
"html-502" (a page, any status), "broken" (half of some JSON), "empty" (200 and nothing), "hangs"
(no answer for `seconds`, and nothing done), "lost" (done, and no answer), or a code of
`state.ERRORS`: "PreconditionFailed", "BotDisabledByAdmin" …; operation "*" is any.

Who calls the bot. `openid` is the metadata, `keys` signs: `keys.rotate(keep=)`, `keys.status` and
`keys.endorsements` for what is published, `keys.asked` for what was fetched, and
`keys.token(service, key=, headers=, drop=, **claims)` for tokens good and bad; they are dated by
`keys.signs_by`, the machine's clock by default. `delivery.post(body, headers)` posts anything,
`happen(activity)` an activity with a good token, `activity("ada", …)` makes one to be spoilt.

What people do: write (`quoting=` a message), edit, delete, restore, bring (a message from a chat
that the bot is not in, to its message action), mention (in a channel, `under=` a
message), tap, press (a button by its action), submit, close, install, upgrade, uninstall (for
themselves, or `"deals"` for that channel's team), join, leave, rename_channel, delete_channel,
rename_team, archive_team, delete_team. Their activities bear the person's zone and language; events
bear none.
Each returns an `Answer`: `status` (0: none came), `body`, `text`, `seconds`, `post` for what was
written, `said` for a notice that Teams showed, `errors` where Teams' own client kept a form back.
Buttons go by title, verb or id, also those in menus and in cards within cards; values by the
input's id or label; `old_client=True` takes the `fallback` of an Action.Execute. Answers take
effect as in Teams: a card in the answer replaces what that person sees of the message, until the
bot updates it; a dialog opens, changes or closes. An answer that Teams would not take raises
`AssertionError`.

To see: `posts("ada")`, `last("ada")` and `cards("ada")` as they stand after updates (a channel's
key likewise), `thread(post)`, `post.seen_by("ada")`, `dialog("ada")`; in `fake.cards`: `labels`,
`words`, `inputs`, `action` of a card.
"""
