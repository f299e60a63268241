"""Using the site as readers do: asking, switching language and theme, sharing, printing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.browser import serve
from tests.browser.sweep import AXE, AXE_OPTIONS, PHONE
from tests.conftest import BASE, SITE_URL, Built, page_urls


@pytest.fixture(scope="module")
def home(site: Built) -> Iterator[str]:
    """The address of the served site."""
    with serve(site.folder, BASE) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone with an empty cache."""
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("start", "question", "inside"),
    [("", "pemungutan", ""), ("en/", "ballot", "en/")],
)
def test_question_box_answers_in_the_readers_language(
    page: Page, home: str, start: str, question: str, inside: str
) -> None:
    page.goto(home + start)
    page.locator(".tanya input").fill(question)
    page.locator(".tanya button").click()
    results = page.locator(".md-search-result__link")
    expect(results.first).to_be_visible()
    targets = [link.get_attribute("href") or "" for link in results.all()]
    assert len(targets) >= 3
    for target in targets:
        path = target.removeprefix(home)
        assert path.startswith("en/") == bool(inside), f"hasil dalam bahasa lain: {target}"
    page.evaluate(AXE)
    violations = page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]
    found = [(item["id"], [node["target"] for node in item["nodes"]]) for item in violations]
    assert not found
    results.first.click()
    expect(page.locator("article h1")).to_be_visible()
    assert page.url.startswith(home + inside)


@pytest.mark.parametrize("url", page_urls())
def test_language_switch_stays_on_the_page(site: Built, url: str) -> None:
    other = url.removeprefix("en/") if url.startswith("en/") else f"en/{url}"
    depth = BASE if url in {"", "en/"} else "../" * url.count("/")
    html = site.html(url)
    assert (
        f'href="{depth}{other}" hreflang=' in html
        or f'href="{depth or "./"}{other}" hreflang=' in html
    )


def test_language_switch_by_hand(page: Page, home: str) -> None:
    page.goto(home + "modul/05-pemungutan-suara/")
    page.get_by_role("button", name="Pilih bahasa").hover()
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url == home + "en/modul/05-pemungutan-suara/"


def test_theme_follows_the_device_and_can_be_chosen(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark")
    page = context.new_page()
    page.goto(home)
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    page.locator("label[title*='otomatis. Ganti']").click()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_sharing_uses_the_phones_own_sheet_where_there_is_one(page: Page, home: str) -> None:
    page.add_init_script(
        "navigator.share = data => { window.shared = data; return Promise.resolve() }"
    )
    page.goto(home + "modul/07-penghitungan-suara/")
    expect(page.locator("[data-bagikan-wa]")).to_be_hidden()
    page.get_by_role("button", name="Bagikan halaman ini").click()
    shared = page.evaluate("window.shared")
    assert shared == {
        "title": "Penghitungan suara",
        "url": SITE_URL + "modul/07-penghitungan-suara/",
    }


def test_sharing_falls_back_to_whatsapp_and_copying(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(home + "en/tentang/")
    link = page.locator("[data-bagikan-wa]")
    expect(link).to_be_visible()
    address = link.get_attribute("href") or ""
    assert address.startswith("https://wa.me/?text=")
    assert "en/tentang/" in address
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".bagikan__kabar")).to_have_text("Link copied.")
    assert page.evaluate("navigator.clipboard.readText()") == SITE_URL + "en/tentang/"
    context.close()


def test_wide_table_scrolls_by_keyboard(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(home + "modul/04-pemilih-dan-dokumen/")
    wide = page.locator(".tabel").filter(has=page.locator("th:nth-child(4)")).first
    wide.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("el => el.scrollLeft > 0", arg=wide.element_handle())


def test_focus_is_visible(page: Page, home: str) -> None:
    page.goto(home)
    page.locator(".tanya input").focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_printing_leaves_text_and_drops_controls(page: Page, home: str) -> None:
    page.goto(home + "modul/02-tugas-dan-peran/")
    page.emulate_media(media="print")
    for control in (".bagikan", ".md-header", ".md-tabs", ".md-sidebar", ".md-footer"):
        for found in page.locator(control).all():
            expect(found).to_be_hidden()
    expect(page.locator("article h1")).to_be_visible()
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.locator("details.question").first.locator("p").first.is_visible()
    for notes in page.locator("details.fasilitator").all():
        expect(notes).to_be_hidden()
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}
