"""The start of a session is moved in a real browser; the hours and the address follow."""

from __future__ import annotations

import json
from collections.abc import Iterator

import markdown
import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from scripts.browser import launch_options, missing
from scripts.curriculum.modules import modules
from scripts.pages.source import parse
from scripts.paths import DOCS
from scripts.sessions.model import Plan
from scripts.sessions.pages import load, render
from scripts.sessions.shown import Shown

PLANS = {plan.name: plan for plan in load()[0]}
SITE = "http://contoh.test/"
FIRST = "article table tbody tr:first-child td:first-child"


def html(plan: Plan, language: str) -> str:
    """The page of a plan without its surroundings, with what the slides read."""
    text = render(plan, modules(language, DOCS), Shown(DOCS), language)
    page = parse(text, DOCS / "x.md", language, "x.md")
    body = markdown.markdown(page.body, extensions=["attr_list", "tables", "toc"])
    script = (DOCS / "javascripts/sesi.js").read_text(encoding="utf-8")
    outline = json.dumps(page.meta["rencana"])
    return (
        f'<!doctype html><html lang="{language}"><title>x</title><article>{body}</article>'
        f'<script type="application/json" id="rencana-proyeksi">{outline}</script>'
        f"<script>{script}</script>"
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the whole file."""
    if message := missing():
        pytest.fail(message, pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(**launch_options())
        yield started
        started.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page of the browser that gets every plan at SITE/LANGUAGE/NAME, whatever the query."""

    def answer(route: Route) -> None:
        language, name = route.request.url.removeprefix(SITE).partition("?")[0].split("/")
        route.fulfill(body=html(PLANS[name], language), content_type="text/html; charset=utf-8")

    page = browser.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.route("**/*", answer)
    yield page
    page.close()


def starts(page: Page) -> list[str]:
    return [cell.split("–")[0] for cell in page.locator(FIRST).all_text_contents() if "–" in cell]


def outline(page: Page) -> list[str]:
    text = page.locator("#rencana-proyeksi").text_content()
    return [meeting["mulai"] for meeting in json.loads(text or "")["pertemuan"]]


def test_the_start_is_moved_and_kept_in_the_address(reader: Page) -> None:
    reader.goto(f"{SITE}id/sehari")
    field = reader.get_by_label("Mulai pukul")
    assert field.input_value() == "08:00" and starts(reader)[0] == "08.00"
    field.fill("08:30")
    cells = reader.locator("article table").first.locator("tbody td:first-child")
    assert cells.first.text_content() == "08.30–08.45"
    assert cells.last.text_content() == "16.30"
    assert cells.last.locator("strong").count() == 1
    assert reader.url == f"{SITE}id/sehari?mulai=08.30"
    assert reader.locator("output").text_content() == "Selesai pukul 16.30."
    assert outline(reader) == ["08.30"]
    link = reader.get_by_role("link", name="Proyeksikan seluruh sesi")
    assert link.get_attribute("href") == "?proyektor&mulai=08.30"
    field.fill("08:00")
    assert reader.url == f"{SITE}id/sehari"
    assert link.get_attribute("href") == "?proyektor"


def test_a_shared_address_shows_its_hours(reader: Page) -> None:
    reader.goto(f"{SITE}en/sehari?proyektor&mulai=09.15#agenda")
    assert reader.get_by_label("Start at").input_value() == "09:15"
    assert starts(reader)[0] == "09.15" and outline(reader) == ["09.15"]
    assert reader.url == f"{SITE}en/sehari?proyektor&mulai=09.15#agenda"


@pytest.mark.parametrize("asked", ["25.00", "8.30", "", "<b>", "08:30"])
def test_what_is_no_hour_leaves_the_plan_as_it_is(reader: Page, asked: str) -> None:
    reader.goto(f"{SITE}id/sehari?mulai={asked}")
    assert starts(reader)[0] == "08.00"
    assert "mulai=" not in reader.url


def test_every_meeting_has_its_own_start(reader: Page) -> None:
    reader.goto(f"{SITE}id/dua-malam")
    assert reader.locator("input[type=time]").count() == 2
    reader.get_by_label("Mulai pertemuan 2 pukul").fill("20:00")
    assert starts(reader) == ["19.30", "20.00"]
    assert reader.url.endswith("?mulai=19.30&mulai=20.00")
    assert outline(reader) == ["19.30", "20.00"]
    reader.reload()
    assert starts(reader) == ["19.30", "20.00"]


def test_past_midnight_is_said(reader: Page) -> None:
    reader.goto(f"{SITE}en/dua-jam")
    reader.get_by_label("Start at").fill("23:00")
    assert reader.locator("output").text_content() == "Ends at 01.00 the next day."
    assert (
        reader.locator("article table").first.locator("td strong").first.text_content() == "01.00"
    )


def test_the_keyboard_is_enough(reader: Page) -> None:
    reader.goto(f"{SITE}id/dua-jam")
    field = reader.get_by_label("Mulai pukul")
    reader.keyboard.press("Tab")
    for _ in range(20):
        if field.evaluate("element => element === document.activeElement"):
            break
        reader.keyboard.press("Tab")
    reader.keyboard.press("ArrowUp")
    assert starts(reader)[0] == "10.00"
    assert field.evaluate("element => element.getBoundingClientRect().height") >= 44


def test_other_tables_keep_their_text(reader: Page) -> None:
    reader.goto(f"{SITE}id/sehari")
    before = reader.locator("article table").nth(1).inner_text()
    reader.get_by_label("Mulai pukul").fill("10:00")
    assert reader.locator("article table").nth(1).inner_text() == before
    assert reader.locator("input").count() == 1


def test_without_script_the_hours_stand(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(html(PLANS["sehari"], "id"))
    assert starts(page)[0] == "08.00" and page.locator("input").count() == 0
    context.close()
