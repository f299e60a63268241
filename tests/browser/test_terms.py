"""Terms open by touch, mouse and keyboard, in the page's language, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.browser import serve
from tests.browser.sweep import AXE, AXE_OPTIONS, PHONE
from tests.conftest import BASE, Built

PAGE = "modul/04-pemilih-dan-dokumen/"


@pytest.fixture(scope="module")
def home(site: Built) -> Iterator[str]:
    """The address of the built site."""
    with serve(site.folder, BASE) as address:
        yield address


def first_term(page: Page, name: str = "DPTb") -> tuple:
    """The first button of a term and the note it opens."""
    button = page.locator(f"button.istilah:text-is('{name}')").first
    return button, page.locator(f"#{button.get_attribute('popovertarget')}")


@pytest.mark.parametrize("script", [True, False], ids=["js", "tanpa-js"])
def test_a_term_opens_by_touch_and_closes_by_touch_elsewhere(
    browser: Browser, home: str, script: bool
) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, java_script_enabled=script)
    page = context.new_page()
    page.goto(home + PAGE)
    button, note = first_term(page)
    expect(note).to_be_hidden()
    button.tap()
    expect(note).to_be_visible()
    expect(note).to_contain_text("Daftar Pemilih Tambahan")
    box = note.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    assert box["y"] + box["height"] <= PHONE["height"]
    page.touchscreen.tap(180, 100)
    expect(note).to_be_hidden()
    context.close()


def test_a_term_opens_by_keyboard_and_leads_to_the_glossary(browser: Browser, home: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(home + "en/" + PAGE)
    button, note = first_term(page)
    button.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    expect(note).to_contain_text("Open in the glossary")
    note.get_by_role("link").click()
    expect(page).to_have_url(f"{home}en/referensi/istilah/#dptb")
    assert page.locator("#dptb").is_visible()
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_note_is_accessible(browser: Browser, home: str, scheme: str) -> None:
    page = browser.new_page(viewport=PHONE, color_scheme=scheme)
    page.goto(home + PAGE, wait_until="networkidle")
    button, note = first_term(page)
    button.click()
    expect(note).to_be_visible()
    page.evaluate(AXE)
    found = page.evaluate("options => axe.run('.istilah-arti:popover-open', options)", AXE_OPTIONS)
    assert [item["id"] for item in found["violations"]] == []
    page.close()


def test_notes_are_not_found_by_search(site: Built) -> None:
    index = (site.folder / "search/search_index.json").read_text(encoding="utf-8")
    assert "Buka di daftar istilah" not in index
