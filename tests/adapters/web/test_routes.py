"""What the page reads and does, over HTTP."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from adapters.chat.web import rep_place
from adapters.ports import WebPost
from coaching.events import Commanded, Edited, Said, Submitted, Tapped
from coaching.messages import Tap
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.fakes import LIN, MARA, MONDAY, NORTH

ROOM = f"rep:{MARA.id}"
CHANNEL = f"team:{NORTH.id}"


async def test_the_page_comes_with_its_files(visitor: Visitor) -> None:
    for path, kind in [
        ("/", "text/html"),
        ("/app.js", "text/javascript"),
        ("/tokens.css", "text/css"),
        ("/mark.svg", "image/svg+xml"),
    ]:
        answer = await visitor.client.get(path)
        assert (answer.status, answer.content_type) == (200, kind)


async def test_the_words_come_in_the_language_asked_for(visitor: Visitor) -> None:
    assert (await visitor.get("/api/words", language="en"))["send"] == "Send"
    assert (await visitor.get("/api/words", language="zh-Hans"))["send"] == "发送"


async def test_the_people_come_with_their_zones_and_places(visitor: Visitor) -> None:
    assert await visitor.get("/api/people") == {
        "moves": True,
        "people": [
            {
                "id": str(MARA.id),
                "name": "Mara Berg",
                "language": "en",
                "zone": "Europe/Berlin",
                "place": ROOM,
                "team": "North",
                "channel": CHANNEL,
            },
            {
                "id": str(LIN.id),
                "name": "林晓",
                "language": "zh-Hans",
                "zone": "Asia/Shanghai",
                "place": f"rep:{LIN.id}",
                "team": "North",
                "channel": CHANNEL,
            },
        ],
    }


async def test_the_days_calls_say_how_far_each_has_come(visitor: Visitor) -> None:
    seen = await visitor.get("/api/calls", rep=str(MARA.id))
    assert [(call["title"], call["coached"], call["state"]) for call in seen["calls"]] == [
        ("Lunch", False, ""),
        ("Halden Paper: line 2", True, ""),
    ]


async def test_what_a_rep_says_stands_on_the_board_and_is_heard_once(visitor: Visitor) -> None:
    for _ in range(2):
        done = await visitor.post("say", text="Jens agrees", delivery="delivery-x")
        assert done == (200, {"reply": "done"})
    posts = await visitor.posts()
    assert [(post["mine"], post["coach"], post["text"]) for post in posts] == [
        (True, False, "Jens agrees"),
        (False, True, ""),
    ]
    said = Said(text="Jens agrees", source=posts[0]["reference"])
    assert visitor.coach.heard == [(MARA.id, said, "web:delivery-x")]


async def test_an_answer_in_a_thread_names_the_message_it_hangs_on(visitor: Visitor) -> None:
    await visitor.post("clock", to="next")
    root = (await visitor.posts())[0]
    await visitor.post("say", text="by Thursday", thread=root["reference"])
    posts = await visitor.posts()
    said = Said(text="by Thursday", thread="prompt-1", source=posts[1]["reference"])
    assert [event for _, event, _ in visitor.coach.heard] == [said]
    assert [post["thread"] for post in posts] == ["", root["reference"], root["reference"]]
    assert posts[0]["replies"] == "2 replies"


async def test_a_thread_elsewhere_is_refused_and_nothing_is_said(visitor: Visitor) -> None:
    status, answer = await visitor.post("say", text="hello", thread="post-99")
    assert (status, answer["error"]["field"]) == (400, "thread")
    assert await visitor.posts() == []


async def test_an_edited_text_changes_in_place(visitor: Visitor) -> None:
    await visitor.post("say", text="Jens agress")
    own = (await visitor.posts())[0]
    status, _ = await visitor.post("edit", reference=own["reference"], text="Jens agrees")
    changed = (await visitor.posts())[0]
    assert (status, changed["text"], changed["edited"]) == (200, "Jens agrees", True)
    assert visitor.coach.heard[-1][1] == Edited(source=own["reference"], text="Jens agrees")


async def test_an_edit_in_a_thread_names_the_message_it_hangs_on(visitor: Visitor) -> None:
    await visitor.post("clock", to="next")
    root = (await visitor.posts())[0]
    await visitor.post("say", text="by Thursday", thread=root["reference"])
    own = next(post for post in await visitor.posts() if post["mine"])
    await visitor.post("edit", reference=own["reference"], text="by Friday")
    edited = Edited(source=own["reference"], text="by Friday", thread="prompt-1")
    assert visitor.coach.heard[-1][1] == edited


async def test_a_text_edited_to_what_it_was_is_not_marked(visitor: Visitor) -> None:
    await visitor.post("say", text="Jens agrees")
    own = (await visitor.posts())[0]
    await visitor.post("edit", reference=own["reference"], text="Jens agrees")
    assert (await visitor.posts())[0]["edited"] is False


async def test_nobody_edits_the_coachs_words(visitor: Visitor) -> None:
    await visitor.post("say", text="hello")
    theirs = (await visitor.posts())[1]
    status, answer = await visitor.post("edit", reference=theirs["reference"], text="x")
    assert (status, answer["error"]) == (
        400,
        {"field": "reference", "problem": "is not a text of this rep"},
    )


async def test_a_tap_may_open_a_form_in_the_pages_language(visitor: Visitor) -> None:
    tap = {"verb": "plan", "about": "call-1", "language": "zh-Hans"}
    status, answer = await visitor.post("tap", **tap)
    assert (status, answer["reply"], answer["form"]["title"]) == (200, "form", "准备：恒达纸业")
    assert visitor.coach.heard[0][1] == Tapped(tap=Tap(verb="plan", about="call-1"))


async def test_a_form_is_refused_by_field_or_taken(visitor: Visitor) -> None:
    form = {"kind": "plan", "about": "call-1"}
    refused = await visitor.post("submit", **form, answers={"objective": "Good feedback"})
    assert refused == (
        200,
        {"reply": "reject", "errors": {"objective": "Who on their side does it?"}},
    )
    taken = await visitor.post("submit", **form, answers={"objective": "Jens agrees"})
    assert taken == (200, {"reply": "done"})
    assert visitor.coach.heard[-1][1] == Submitted(
        kind="plan", about="call-1", answers={"objective": "Jens agrees"}
    )


async def test_a_command_reaches_the_coach(visitor: Visitor) -> None:
    assert (await visitor.post("command", name="help"))[0] == 200
    assert visitor.coach.heard[0][1] == Commanded(name="help")


async def test_the_next_message_is_where_the_clock_stops(visitor: Visitor) -> None:
    status, answer = await visitor.post("clock", to="next")
    reference = (await visitor.posts())[0]["reference"]
    assert (status, answer) == (
        200,
        {
            "now": (MONDAY + timedelta(hours=1)).isoformat(),
            "new": {ROOM: [reference], CHANNEL: []},
        },
    )
    assert await visitor.get("/api/clock") == {"now": answer["now"]}


async def test_a_message_for_another_rep_does_not_stop_the_clock(visitor: Visitor) -> None:
    await visitor.post("clock", to="next")
    _, answer = await visitor.post("clock", to="next")
    assert answer["now"] == (MONDAY + timedelta(hours=6)).isoformat()
    assert len(await visitor.posts(f"rep:{LIN.id}", LIN.id)) == 1


async def test_a_move_asked_for_twice_is_made_once(visitor: Visitor) -> None:
    first = await visitor.post("clock", to="+1h", delivery="delivery-x")
    assert await visitor.post("clock", to="+1h", delivery="delivery-x") == first
    assert (await visitor.get("/api/clock"))["now"] == (MONDAY + timedelta(hours=1)).isoformat()


async def test_to_friday_brings_the_digest_into_the_channel(visitor: Visitor) -> None:
    await visitor.post("clock", to="friday")
    posts = await visitor.posts(CHANNEL)
    assert [[block["kind"] for block in post["blocks"]] for post in posts] == [["heading", "chart"]]


async def test_an_unknown_rep_is_not_found(visitor: Visitor) -> None:
    stranger = str(UUID(int=7))
    assert (await visitor.post("say", text="hi", rep=stranger))[0] == 404
    assert (await visitor.client.get("/api/calls", params={"rep": stranger})).status == 404
    assert (await visitor.post("tap", verb="gone"))[0] == 404


async def test_a_rep_looks_at_their_own_messages_and_their_teams_only(visitor: Visitor) -> None:
    query = {"rep": str(MARA.id), "language": "en"}
    for place, status in ((ROOM, 200), (CHANNEL, 200), (f"rep:{LIN.id}", 400), ("clock", 400)):
        answer = await visitor.client.get("/api/board", params={**query, "place": place})
        assert answer.status == status


async def test_a_tap_says_which_message_bore_the_button(visitor: Visitor) -> None:
    place = rep_place(MARA.id)
    post = WebPost(reference="", place=place.address, author="coach", at=MONDAY, id="m-1")
    reference = await visitor.coach.board.put(post)

    assert (await visitor.post("tap", verb="keep", message=reference))[0] == 200
    assert (await visitor.post("tap", verb="keep", message="nobody's"))[0] == 400

    heard = [event for _, event, _ in visitor.coach.heard]
    assert heard == [Tapped(tap=Tap(verb="keep"), message="m-1")]
