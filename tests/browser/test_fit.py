"""That the page fits: narrow screens, names for every control, enough contrast."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Served

pytestmark = pytest.mark.browser

NAMED = {"button", "textbox", "combobox", "radio", "checkbox", "link", "dialog", "Date", "img"}


@pytest.mark.parametrize("language", ["EN", "中文"])
@pytest.mark.parametrize("width, height", [(360, 740), (360, 600), (768, 1024), (1280, 800)])
async def test_nothing_is_cut_off(
    page: Page, served: Served, width: int, height: int, language: str
) -> None:
    await page.set_viewport_size({"width": width, "height": height})
    await page.goto(served.address)
    await expect(page.locator(".clock-face")).to_be_visible()
    await page.locator(".segment").get_by_text(language).click()
    await _fits(page, width)
    await page.locator("[data-move=next]").click()
    await page.locator(".post.coach .button.strong").click()
    await expect(page.locator("#sheet")).to_be_visible()
    await _fits(page, width)
    await page.locator("#f-objective").fill("Jens")
    await page.locator("#sheet .button.strong").click()
    await page.locator(".thread-link.has-replies").click()
    await expect(page.locator("#thread")).to_be_visible()
    await _fits(page, width)
    box = await page.locator("#thread").bounding_box()
    assert box is not None
    covers = (box["x"], box["width"], box["height"]) == (0, width, height)
    assert covers == (width < 500)
    assert await page.locator("#talk").evaluate("node => node.inert") == covers
    await page.locator("#thread-close").click()
    assert not await page.locator("#talk").evaluate("node => node.inert")


@pytest.mark.parametrize("width, height", [(640, 400), (740, 360), (1280, 420)])
async def test_on_a_low_screen_the_clock_scrolls_away(
    page: Page, served: Served, width: int, height: int
) -> None:
    await page.set_viewport_size({"width": width, "height": height})
    await page.goto(served.address)
    await page.get_by_role("button", name="Next message").click()
    await expect(page.locator("#messages .post.coach")).to_be_visible()
    await page.get_by_label("Write to your coach").focus()
    floor = await page.locator("#floor").bounding_box()
    assert floor is not None
    assert (round(floor["y"]), floor["height"]) == (0, height)
    assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_every_control_has_a_name_and_only_one_main(page: Page, served: Served) -> None:
    await page.goto(served.address)
    await page.get_by_role("button", name="Next message").click()
    await page.locator(".post.coach .thread-link").click()
    assert await _unnamed(page) == []
    await page.locator("#messages .post.coach .button.strong").click()
    await expect(page.get_by_role("dialog", name="Plan: Halden Paper")).to_be_visible()
    assert await _unnamed(page) == []
    assert await page.locator("main").count() == 1


async def test_nothing_moves_for_those_who_asked_for_stillness(page: Page, served: Served) -> None:
    await page.emulate_media(reduced_motion="reduce")
    await page.goto(served.address)
    # What the page asks for as it opens has to be answered before it is closed again.
    await expect(page.get_by_role("button", name="Next message")).to_be_visible()
    await page.wait_for_load_state("load")
    lengths = await page.evaluate(
        "[getComputedStyle(document.querySelector('.clock-run'), '::after').animationDuration,"
        " getComputedStyle(document.querySelector('.button')).transitionDuration]"
    )
    assert lengths == ["1e-05s", "0s"]


PAIRS = [
    *(
        (ink, ground, 4.5)
        for ink in ("ink", "muted", "accent")
        for ground in ("paper", "sheet", "tint", "sunk")
    ),
    ("warm", "paper", 4.5),
    ("warm", "warm-tint", 4.5),
    ("warm", "sheet", 4.5),
    ("alarm", "sheet", 4.5),
    ("alarm", "alarm-tint", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-deep", 4.5),
    *((f"on-tone-{n}", f"tone-{n}", 4.5) for n in range(5)),
    *(("edge", ground, 3.0) for ground in ("paper", "sheet")),
    *(("focus", ground, 3.0) for ground in ("paper", "sheet", "tint")),
]


@pytest.mark.parametrize("look", ["light", "dark", "auto"])
def test_all_colours_have_the_contrast_wcag_aa_asks_for(look: str) -> None:
    colours = _colours(look)
    faint = [
        (ink, ground, round(ratio, 2))
        for ink, ground, least in PAIRS
        if (ratio := _contrast(colours[ink], colours[ground])) < least
    ]
    assert faint == []


async def _fits(page: Page, width: int) -> None:
    assert await page.evaluate("document.documentElement.scrollWidth") <= width
    assert await page.evaluate("document.body.scrollHeight <= innerHeight")


async def _unnamed(page: Page) -> list[str]:
    session = await page.context.new_cdp_session(page)
    tree = await session.send("Accessibility.getFullAXTree")
    return [
        node["role"]["value"]
        for node in tree["nodes"]
        if not node.get("ignored")
        and node.get("role", {}).get("value") in NAMED
        and not node.get("name", {}).get("value")
    ]


def _colours(look: str) -> dict[str, str]:
    sheet = (files("adapters.chat.web") / "page" / "tokens.css").read_text("utf-8")
    at = {"light": ":root {", "dark": '[data-look="dark"] {', "auto": '[data-look="auto"] {'}[look]
    block = sheet.split(at, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour.lstrip("#"))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(digits: str) -> Iterator[float]:
    whole = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    for at in (0, 2, 4):
        value = int(whole[at : at + 2], 16) / 255
        yield value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
