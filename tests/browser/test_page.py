"""A newcomer's way through the page, in a real browser."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import APIResponse, Page, Route, expect

from adapters.chat.web import application, rep_place
from coaching.events import Commanded, Submitted
from coaching.forms import TextField
from coaching.messages import Line, Quoted, message, text
from tests.adapters.web import fakes
from tests.adapters.web.fakes import LIN, MARA
from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

PLAN = "Plan this call"
GOOD = "Jens walks us through line 2 on Thursday"


async def _open(page: Page, served: Served) -> None:
    await page.goto(served.address)
    await expect(page.locator(".call")).to_have_count(2)


async def _next(page: Page) -> None:
    await page.get_by_role("button", name="Next message").click()
    await expect(page.locator("#clock")).to_have_attribute("aria-busy", "false")


async def test_a_week_is_lived_through_by_mouse(page: Page, served: Served) -> None:
    await _open(page, served)
    await expect(page.locator("#clock-time")).to_have_text(re.compile("0?8:30"))
    await _next(page)
    prompt = page.locator("#messages .post.coach")
    await expect(prompt).to_contain_text("Halden Paper · today 12:30–13:30")
    await prompt.get_by_role("button", name=PLAN).click()
    dialog = page.get_by_role("dialog")
    objective = dialog.get_by_label("What will the customer do?")
    await objective.fill("Show the dashboard")
    await dialog.get_by_role("button", name="Check my plan").click()
    await expect(dialog.get_by_text("Who on their side does it?")).to_be_visible()
    await expect(objective).to_be_focused()
    await expect(objective).to_have_attribute("aria-invalid", "true")
    await objective.fill(GOOD)
    await dialog.get_by_label("Several meetings or people").check()
    await dialog.get_by_label("Share it with the team").check()
    await dialog.get_by_role("button", name="Check my plan").click()
    await expect(dialog).to_be_hidden()
    assert served.coach.heard[-1][1] == Submitted(
        kind="plan",
        about="call-1",
        answers={"objective": GOOD, "size": "large", "by": "2026-11-27", "share": "yes"},
    )
    await page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    await expect(thread).to_contain_text("An advance")
    await thread.get_by_label("Answer in this thread").fill("and the shift lead comes too")
    await thread.get_by_role("button", name="Send").click()
    await expect(thread.locator(".post.mine")).to_contain_text("the shift lead")
    await expect(page.get_by_role("button", name="3 replies")).to_be_visible()
    await thread.get_by_role("button", name="Close").click()
    await page.get_by_role("button", name="Friday 16:00").click()
    channel = page.get_by_role("button", name="# North: something new")
    await channel.click()
    await expect(page.get_by_role("img", name="Advances: 1 of 3, then 3 of 4.")).to_be_visible()
    await expect(page.get_by_label("Write to your coach")).to_have_count(0)


async def test_a_call_is_planned_by_keyboard_alone(page: Page, served: Served) -> None:
    await _open(page, served)
    await _tab_to(page, "Next message")
    await page.keyboard.press("Enter")
    await expect(page.locator("#messages .post.coach")).to_have_count(1)
    await _tab_to(page, PLAN)
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("What will the customer do?")).to_be_focused()
    await page.keyboard.type(GOOD)
    await _tab_to(page, "Check my plan")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_hidden()
    await expect(page.get_by_role("button", name=PLAN)).to_be_focused()
    await _tab_to(page, "Snooze")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="For 1 h")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="For 1 h")).to_be_hidden()
    await expect(page.get_by_role("button", name="1 reply")).to_be_visible()
    await _tab_to(page, "1 reply")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Answer in this thread")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="1 reply")).to_be_focused()


async def test_one_writes_breaks_lines_and_mends_by_keyboard(page: Page, served: Served) -> None:
    await _open(page, served)
    await page.get_by_label("Write to your coach").focus()
    await page.keyboard.type("first")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("secnod")
    await page.keyboard.press("Enter")
    own = page.locator("#messages .post.mine")
    await expect(own.locator(".post-text")).to_have_text("first\nsecnod")
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_label("Change what you wrote")).to_be_focused()
    await page.keyboard.press("Control+A")
    await page.keyboard.type("second")
    await page.keyboard.press("Enter")
    await expect(own.locator(".post-text")).to_have_text("second")
    await expect(own).to_contain_text("edited")
    await expect(page.get_by_label("Write to your coach")).to_be_focused()


async def test_escape_keeps_a_form_that_was_begun(page: Page, served: Served) -> None:
    await _open(page, served)
    await _next(page)
    await page.get_by_role("button", name=PLAN).click()
    await page.get_by_label("What will the customer do?").fill("half a thought")
    await page.keyboard.press("Escape")
    await expect(page.get_by_text("Not sent yet: Plan: Halden Paper")).to_be_visible()
    await page.get_by_role("button", name="Go on").click()
    await expect(page.get_by_label("What will the customer do?")).to_have_value("half a thought")
    await page.keyboard.press("Escape")
    await page.get_by_role("button", name="Drop it").click()
    await page.get_by_role("button", name=PLAN).click()
    await expect(page.get_by_label("What will the customer do?")).to_have_value("")


async def test_the_counter_shows_near_the_limit_and_over_it(page: Page, served: Served) -> None:
    await _open(page, served)
    await _next(page)
    await page.get_by_role("button", name=PLAN).click()
    objective = page.get_by_label("What will the customer do?")
    await objective.fill("x" * 79)
    await expect(page.get_by_text("21 left")).to_have_count(0)
    await objective.fill("x" * 95)
    await expect(page.get_by_text("5 left")).to_be_visible()
    await objective.fill("x" * 103)
    await expect(page.get_by_text("3 too many")).to_be_visible()


async def test_what_takes_a_few_characters_counts_only_too_many(
    page: Page, served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = TextField(name="starts", label=text("t-by"), initial="08:30", limit=5)
    monkeypatch.setattr(fakes, "FORM", replace(fakes.FORM, fields=(starts,)))
    await _open(page, served)
    await _next(page)
    await page.get_by_role("button", name=PLAN).click()
    await expect(page.get_by_role("dialog")).to_be_visible()
    await expect(page.get_by_text("0 left")).to_have_count(0)
    await page.locator("#f-starts").fill("08:300")
    await expect(page.get_by_text("1 too many")).to_be_visible()


async def test_a_lost_answer_is_asked_for_again_and_has_one_effect(
    page: Page, served: Served
) -> None:
    lost: list[APIResponse] = []

    async def lose(route: Route) -> None:
        if not lost:
            lost.append(await route.fetch())
            await route.abort()
        else:
            await route.continue_()

    await page.route("**/api/say", lose)
    await _open(page, served)
    await page.get_by_label("Write to your coach").fill("only once")
    await page.get_by_role("button", name="Send").click()
    await expect(page.get_by_text("Nothing is lost.")).to_be_visible()
    await expect(page.get_by_label("Write to your coach")).to_have_value("only once")
    await page.get_by_role("button", name="Try again").click()
    await expect(page.get_by_label("Write to your coach")).to_have_value("")
    await expect(page.locator(".post.mine")).to_have_count(1)
    assert len(served.coach.heard) == 1


async def test_hostile_words_do_nothing_but_stand_there(page: Page, served: Served) -> None:
    hostile = "<img src=x onerror=\"document.title='caught'\"><script>1</script> **b** </p>"
    await _open(page, served)
    await page.get_by_label("Write to your coach").fill(hostile)
    await page.keyboard.press("Enter")
    await expect(page.locator(".post.mine .post-text")).to_have_text(hostile)
    await expect(page.locator(".post.coach .post-line")).to_have_text(hostile)
    assert await page.locator("#messages img, #messages script").count() == 0
    assert await page.title() == "Advance"


async def test_a_new_message_is_read_out(page: Page, served: Served) -> None:
    await _open(page, served)
    said = message(Line(text("t-words", words=Quoted("Ten minutes to go"))))
    await served.coach.say(rep_place(MARA.id), said)
    await expect(page.locator("#live")).to_have_text("Your coach: Ten minutes to go")


async def test_a_rep_may_be_changed_for_another(page: Page, served: Served) -> None:
    await _open(page, served)
    await page.get_by_label("You are").select_option("林晓")
    await expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    await expect(page.locator("#clock-time")).to_have_text("15:30")
    await page.get_by_role("button", name="下一条消息").click()
    await expect(page.locator("#messages .post.coach")).to_contain_text(
        "恒达纸业 · 今天 19:30–20:30"
    )


async def test_a_chosen_language_and_look_stay(page: Page, served: Served) -> None:
    await _open(page, served)
    await page.get_by_role("button", name="中文").click()
    await expect(page.get_by_role("button", name="发送")).to_be_visible()
    await page.get_by_role("button", name=re.compile("^配色")).click()
    await page.get_by_role("button", name=re.compile("^配色")).click()
    await page.reload()
    await expect(page.get_by_role("button", name="发送")).to_be_visible()
    await expect(page.locator("html")).to_have_attribute("data-look", "dark")
    ground = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(21, 24, 26)"


async def test_what_a_rep_sets_anew_is_seen_at_once(page: Page, served: Served) -> None:
    await _open(page, served)
    await page.get_by_role("button", name="English").click()
    moved = replace(MARA, zone="Pacific/Auckland", language="zh-Hans")
    served.coach.reps = (moved, LIN)
    await served.coach.say(rep_place(MARA.id), message(Line(text("t-good"))))
    await expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")
    await expect(page.locator("#clock-time")).to_have_text("20:30")
    await expect(page.locator("#messages time")).to_have_text("20:30")


async def test_the_system_decides_on_dark_until_one_chooses(page: Page, served: Served) -> None:
    await page.emulate_media(color_scheme="dark")
    await _open(page, served)
    ground = await page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == "rgb(21, 24, 26)"


async def test_another_time_can_be_picked(page: Page, served: Served) -> None:
    await _open(page, served)
    await page.get_by_role("button", name="Another time").click()
    await page.get_by_label("Date and time").fill("2026-11-24T11:15")
    await page.get_by_role("button", name="Go there").click()
    await expect(page.locator("#clock-time")).to_have_text("11:15")
    await expect(page.locator("#clock-day")).to_have_text(re.compile("Tuesday"))
    await page.get_by_role("button", name="Another time").click()
    await page.get_by_label("Date and time").fill("2026-11-23T11:15")
    await page.get_by_role("button", name="Go there").click()
    await expect(page.get_by_text("The clock only goes on")).to_be_visible()


async def test_the_coach_can_be_asked_for_something(page: Page, served: Served) -> None:
    await _open(page, served)
    await page.get_by_role("button", name="Ask for").click()
    async with page.expect_response("**/api/command"):
        await page.get_by_role("button", name="Help", exact=True).click()
    await expect(page.get_by_role("button", name="Help", exact=True)).to_be_hidden()
    assert [event for _, event, _ in served.coach.heard] == [Commanded(name="help")]


async def test_a_page_that_lost_the_program_finds_it_again(page: Page, served: Served) -> None:
    await _open(page, served)
    port = served.server.port
    await served.server.close()
    await expect(page.get_by_text("No connection to Advance.")).to_be_visible()
    await served.coach.say(rep_place(MARA.id), message(Line(text("t-good"))))
    again = TestServer(application(served.site), host="127.0.0.1", port=port)
    await again.start_server()
    await expect(page.get_by_text("No connection to Advance.")).to_be_hidden()
    await expect(page.locator("#messages .post.coach")).to_have_count(1)
    await again.close()


async def _tab_to(page: Page, name: str) -> None:
    for _ in range(40):
        await page.keyboard.press("Tab")
        said: Any = await page.evaluate(
            "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
        )
        if name in str(said).replace("▾", ""):
            ring = await page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert ring == "solid"
            return
    pytest.fail(f"Tab does not reach {name}")
