"""Handouts are printed: exact sheets of A4 or A5, nothing cut off, black on white, large print.

Sheets are measured twice: as the browser lays them out for paper, and as the PDF it prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from scripts.browser import serve
from scripts.pages.source import read
from scripts.paths import DOCS, LANGUAGES
from tests.conftest import BASE, Built, page_urls

URLS = [url for url in page_urls() if re.search(r"(^|/)fasilitator/(lembar/[^/]|tes/soal-)", url)]
#: Tests and the form of parties' votes go on for as many sheets as they need.
LONG = ("/tes/soal-", "/c-hasil-kosong/")
#: Points of the paper, and millimetres between its margins (stylesheets/lembar.css).
PAPERS = {"a4": ((595, 842), 210 - 2 * 12), "a5": ((420, 595), 148 - 2 * 9)}
PIXELS_A_POINT = 96 / 72
LARGE = 18 * PIXELS_A_POINT
#: WCAG's enhanced contrast: a poor photocopy takes some of it away.
CONTRAST = 7

#: What a sheet looks like, told by its text: what is seen, what is lost, sizes, colours.
_LOOK = """() => {
  const article = document.querySelector('article');
  const width = document.documentElement.clientWidth;
  const apart = '.headerlink, .istilah-arti, .md-source-file, .bagikan, #sumber, #sumber ~ *';
  const onSheet = element => element.closest('h2, h2 ~ *') && !element.closest(apart);
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
    const c = [r, g, b][i] / 255;
    return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  }, 0);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const seen = {extra: [], lost: [], cut: [], coloured: [], faint: [], sizes: [], pictures: []};
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.data.trim(), element = node.parentElement;
    if (!text || element.closest('script, style, noscript')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(box => box.width > 0);
    const wanted = article.contains(element) && onSheet(element);
    if (!boxes.length) { if (wanted) seen.lost.push(text); continue; }
    if (!wanted) {
      if (element.checkVisibility({opacityProperty: true})) seen.extra.push(text);
      continue;
    }
    if (boxes.some(box => box.right > width + 1 || box.left < -1)) seen.cut.push(text);
    const style = getComputedStyle(element);
    const colour = channels(style.color), [one, two] = [light(colour), light(behind(element))];
    if (Math.max(...colour.slice(0, 3)) !== Math.min(...colour.slice(0, 3)))
      seen.coloured.push(text);
    if ((Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05) < LIMIT) seen.faint.push(text);
    seen.sizes.push(parseFloat(style.fontSize));
  }
  for (const element of article.querySelectorAll('*')) {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (style.display === 'none' || !onSheet(element)) continue;
    if (box.width && (box.right > width + 1 || box.left < -1)) seen.cut.push(element.tagName);
    const closed = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const over = element.scrollWidth > element.clientWidth + 1
      || element.scrollHeight > element.clientHeight + 1;
    if (closed && over) seen.cut.push(element.tagName);
    if (element.matches('h2'))
      seen.sizes.push(parseFloat(getComputedStyle(element, '::before').fontSize));
  }
  seen.pictures = [...article.querySelectorAll('img')].filter(onSheet)
    .filter(image => !image.complete || !image.naturalWidth).map(image => image.src);
  return seen;
}""".replace("LIMIT", str(CONTRAST))


@dataclass(frozen=True)
class Print:
    """One page, printed: sections, sheets, and what was seen on them."""

    sections: int
    sheets: list[tuple[int, int]]
    seen: dict[str, Any]


Printer = Callable[[str, bool], Print]


@pytest.fixture(scope="module")
def printed(browser: Browser, site: Built) -> Iterator[Printer]:
    """Prints a page, once: the second argument asks for large print, in a browser without script.

    Only there are scripts off, since without them browsers do not wait for far pictures.
    """
    done: dict[tuple[str, bool], Print] = {}
    with serve(site.folder, BASE) as home:
        # Reduced motion: colours are there at once, not after a transition.
        plain = browser.new_page(reduced_motion="reduce")
        scriptless = browser.new_page(reduced_motion="reduce", java_script_enabled=False)

        def printer(url: str, large: bool) -> Print:
            if (url, large) not in done:
                page = scriptless if large else plain
                page.goto(home + url, wait_until="networkidle")
                if large:
                    page.locator(".lembar input").check()
                done[url, large] = _print(page, "a4" if large else paper(url))
            return done[url, large]

        yield printer
        plain.close()
        scriptless.close()


def _print(page: Page, size: str) -> Print:
    _, width = PAPERS[size]
    pdf = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)
    assert len(boxes) == len(re.findall(rb"/Type\s*/Page\b", pdf))
    sheets = [(round(float(across)), round(float(down))) for across, down in boxes]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round(width / 25.4 * 96), "height": 900})
    seen = page.evaluate(_LOOK)
    sections = page.locator("article h2:not(#sumber)").count()
    page.emulate_media(media="null")  # or the next PDF would look like the screen
    return Print(sections, sheets, seen)


def paper(url: str) -> str:
    """Give the paper that a page's front matter asks for."""
    language, name = ("en", url.removeprefix("en/")) if url.startswith("en/") else ("id", url)
    page = read(DOCS / language / f"{name.rstrip('/')}.md", DOCS)
    return str(page.meta.get("kertas", "a4"))


def test_there_are_handouts_in_every_language() -> None:
    assert len(URLS) >= 5 * len(LANGUAGES)


@pytest.mark.parametrize("url", URLS)
def test_each_section_is_one_sheet_of_its_paper(printed: Printer, url: str) -> None:
    sheets, sections = printed(url, False).sheets, printed(url, False).sections
    assert set(sheets) == {PAPERS[paper(url)][0]}
    assert len(sheets) == sections or (len(sheets) > sections and any(part in url for part in LONG))


@pytest.mark.parametrize("large", [False, True], ids=["biasa", "besar"])
@pytest.mark.parametrize("url", URLS)
def test_the_sheets_hold_the_sections_and_nothing_else(
    printed: Printer, url: str, large: bool
) -> None:
    seen = printed(url, large).seen
    assert not seen["lost"]
    assert not seen["extra"]
    assert not seen["cut"]
    assert not seen["pictures"]


@pytest.mark.parametrize("large", [False, True], ids=["biasa", "besar"])
@pytest.mark.parametrize("url", URLS)
def test_text_is_black_on_white(printed: Printer, url: str, large: bool) -> None:
    seen = printed(url, large).seen
    assert not seen["coloured"]
    assert not seen["faint"]


@pytest.mark.parametrize("url", URLS)
def test_large_print_is_large_everywhere_on_a4_without_script(printed: Printer, url: str) -> None:
    large = printed(url, True)
    assert min(large.seen["sizes"]) >= LARGE - 0.1
    assert set(large.sheets) == {PAPERS["a4"][0]}
    assert len(large.sheets) >= large.sections


@pytest.mark.parametrize("url", URLS)
def test_a_handout_names_its_paper_and_has_one_box_to_tick(site: Built, url: str) -> None:
    html = site.html(url)
    assert html.count(f'class="lembar lembar--{paper(url)}"') == 1
    assert "stylesheets/lembar.css" in html


@pytest.mark.parametrize("url", ["", "modul/05-pemungutan-suara/", "fasilitator/lembar/"])
def test_other_pages_carry_nothing_of_it(site: Built, url: str) -> None:
    assert 'class="lembar' not in site.html(url)
    assert "stylesheets/lembar.css" not in site.html(url)


#: Rows of the list of sheets that give a number: | [title](page.md) | paper | number | … |
_ROW = re.compile(r"^\| \[[^\]]+\]\(([a-z-]+)\.md\) \| [^|]+ \| (\d+) \|", re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_of_sheets_counts_them_right(printed: Printer, language: str) -> None:
    text = (DOCS / language / "fasilitator/lembar/index.md").read_text(encoding="utf-8")
    prefix = "" if language == "id" else f"{language}/"
    counted = {name: int(number) for name, number in _ROW.findall(text)}
    assert len(counted) >= 5
    assert counted == {
        name: len(printed(f"{prefix}fasilitator/lembar/{name}/", False).sheets) for name in counted
    }
