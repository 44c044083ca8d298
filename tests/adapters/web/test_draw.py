"""Messages and forms as JSON for the page."""

from __future__ import annotations

from adapters.chat.web.draw import drawn, drawn_form, drawn_reply
from coaching.actions import Done, Reject, ShowForm
from coaching.messages import Line, Quoted, message, text
from tests.adapters.web.fakes import DIGEST, FORM, MONDAY, PROMPT, words

SAY = words().speaker("en", "Europe/Berlin", MONDAY)
HOSTILE = '<img src=x onerror=alert(1)> **bold** {"a"} <!channel>'


def test_a_message_is_drawn_block_by_block() -> None:
    assert drawn_kinds() == ["heading", "line", "buttons", "buttons", "small"]
    assert drawn(PROMPT, SAY)[0]["runs"] == [
        {"text": "Halden Paper", "strong": True, "emphasis": False},
        {"text": " · today 12:30–13:30", "strong": False, "emphasis": False},
    ]
    assert drawn(PROMPT, SAY)[3] == {
        "kind": "buttons",
        "menu": "Snooze",
        "buttons": [
            {
                "label": "For 1 h",
                "primary": False,
                "tap": {"verb": "snooze", "about": "call-1", "value": "1h"},
            },
            {
                "label": "Until tomorrow",
                "primary": False,
                "tap": {"verb": "snooze", "about": "call-1", "value": "1d"},
            },
        ],
    }


def test_a_chart_is_drawn_with_its_summary() -> None:
    assert drawn(DIGEST, SAY)[1] == {
        "kind": "chart",
        "title": "Outcomes, two weeks",
        "labels": ["Week 47", "Week 48"],
        "series": [
            {"name": "Advances", "values": [1, 3]},
            {"name": "Continuations", "values": [2, 1]},
        ],
        "summary": "Advances: 1 of 3, then 3 of 4.",
    }


def test_hostile_words_stay_words() -> None:
    said = drawn(message(Line(text("t-words", words=Quoted(HOSTILE)))), SAY)
    run = {"text": HOSTILE, "strong": False, "emphasis": False}
    assert said == [{"kind": "line", "runs": [run]}]


def test_each_reply_tells_the_page_what_to_do() -> None:
    assert drawn_reply(Done(), SAY) == {"reply": "done"}
    assert drawn_reply(Reject({"objective": text("t-bad")}), SAY) == {
        "reply": "reject",
        "errors": {"objective": "Who on their side does it?"},
    }
    assert drawn_reply(ShowForm(FORM), SAY) == {"reply": "form", "form": drawn_form(FORM, SAY)}


def test_a_form_is_drawn_field_by_field() -> None:
    shared = {"hint": "", "required": False}
    assert drawn_form(FORM, SAY) == {
        "kind": "plan",
        "about": "call-1",
        "title": "Plan: Halden Paper",
        "intro": [
            [
                {"text": "What will ", "strong": False, "emphasis": False},
                {"text": "they", "strong": False, "emphasis": True},
                {"text": " do if this goes well?", "strong": False, "emphasis": False},
            ]
        ],
        "submit": "Check my plan",
        "fields": [
            {
                "type": "text",
                "name": "objective",
                "label": "What will the customer do?",
                "hint": "Comes 3 h before customer calls",
                "required": True,
                "initial": "",
                "limit": 100,
                "long": True,
            },
            {
                **shared,
                "type": "choice",
                "name": "size",
                "label": "How large is this sale?",
                "initial": "",
                "options": [
                    {"value": "large", "label": "Several meetings or people"},
                    {"value": "small", "label": "One meeting, one person decides"},
                ],
            },
            {**shared, "type": "date", "name": "by", "label": "By when?", "initial": "2026-11-27"},
            {
                **shared,
                "type": "check",
                "name": "share",
                "label": "Share it with the team",
                "initial": "",
            },
        ],
    }


def drawn_kinds() -> list[str]:
    return [str(block["kind"]) for block in drawn(PROMPT, SAY)]
