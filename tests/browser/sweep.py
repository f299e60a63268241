"""Visits every page once in a real browser, several at a time, and notes what is wrong.

One pass for all tests: starting a browser for each page and check would take minutes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from playwright.async_api import BrowserContext, Page, async_playwright

from scripts.browser import launch_options
from scripts.reading_ease import MAX_LINES

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
AXE_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "resultTypes": ["violations"],
}
#: What can differ between light and dark; every other rule has seen the page in light.
_COLOUR_RULES = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
PHONE = {"width": 360, "height": 800}
SCHEMES = ("light", "dark")
_AT_ONCE = 4
_OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const scrollers = '.tabel, .md-typeset__scrollwrap, pre, .md-sidebar, .md-search';
  const inScroller = el => el.closest(scrollers);
  const wide = [...document.querySelectorAll('body *')]
    .filter(el => el.getBoundingClientRect().right > width + 1 && !inScroller(el))
    .map(el => el.tagName.toLowerCase() + '.' + el.className).slice(0, 3);
  return document.documentElement.scrollWidth > width + 1 ? wide.concat('page') : [];
}"""

#: Paragraphs and list items on more lines than a reader on a phone should meet at once.
_LONG = """limit => [...document.querySelectorAll('article :is(p, li, dd)')].filter(element => {
  if (element.closest('.ringkasan, .bagikan, .istilah-arti, .md-source-file, table, #sumber ~ ul'))
    return false;
  if (element.matches('li') && element.querySelector('p, ul, ol, details')) return false;
  const range = document.createRange();
  range.selectNodeContents(element);
  const lines = [];
  for (const box of range.getClientRects()) {
    const middle = (box.top + box.bottom) / 2;
    if (box.width > 1 && !lines.some(line => Math.abs(line - middle) < 9)) lines.push(middle);
  }
  return lines.length > limit;
}).map(element => element.innerText.slice(0, 70))"""


@dataclass
class Visit:
    """What was seen on one page, in each of ``schemes``."""

    schemes: tuple[str, ...] = SCHEMES
    axe: dict[str, list[str]] = field(default_factory=dict)
    third_party: set[str] = field(default_factory=set)
    console: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    overflow: dict[str, list[str]] = field(default_factory=dict)
    long_paragraphs: list[str] = field(default_factory=list)
    text_without_script: int = 0


def schemes(url: str) -> tuple[str, ...]:
    """Both schemes, but light alone for English pages: they have the styles of the Indonesian ones,
    and judging colours takes most of axe's time."""
    return SCHEMES[:1] if url.startswith("en/") else SCHEMES


def sweep(
    home: str, urls: list[str], schemes_of: Callable[[str], tuple[str, ...]] = schemes
) -> dict[str, Visit]:
    """Visit every one of ``urls`` (relative to ``home``); give what was seen, by URL."""
    return asyncio.run(_sweep(home, {url: Visit(schemes_of(url)) for url in urls}))


async def _sweep(home: str, visits: dict[str, Visit]) -> dict[str, Visit]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**launch_options())
        limit = asyncio.Semaphore(_AT_ONCE)
        # One reader a scheme, who keeps what is downloaded: nothing else carries over from page to
        # page, and a new reader for each page took a third longer.
        readers = {
            scheme: await browser.new_context(viewport=PHONE, color_scheme=scheme)
            for scheme in SCHEMES
        }
        scriptless = await browser.new_context(viewport=PHONE, java_script_enabled=False)
        await asyncio.gather(
            *(
                _visit(readers, scriptless, limit, home + url, visit)
                for url, visit in visits.items()
            )
        )
        await browser.close()
    return visits


async def _visit(
    readers: dict[str, BrowserContext],
    scriptless: BrowserContext,
    limit: asyncio.Semaphore,
    address: str,
    visit: Visit,
) -> None:
    async with limit:
        for scheme in visit.schemes:
            reader = readers[scheme]
            page = await reader.new_page()
            _listen(page, address, visit)
            await page.goto(address, wait_until="networkidle")
            options = AXE_OPTIONS if scheme == SCHEMES[0] else _COLOUR_RULES
            visit.axe[scheme] = await axe(page, options)
            if scheme == "light":
                visit.long_paragraphs = await page.evaluate(_LONG, MAX_LINES)
                visit.overflow = await _overflow(page)
            await page.close()
        page = await scriptless.new_page()
        await page.goto(address)
        visit.text_without_script = len(await page.locator("article").inner_text())
        await page.close()


def _listen(page: Page, home: str, visit: Visit) -> None:
    origin = home.split("/", 3)[:3]

    def on_request(request: Any) -> None:
        if not request.url.startswith("data:") and request.url.split("/", 3)[:3] != origin:
            visit.third_party.add(request.url)

    page.on("request", on_request)
    page.on(
        "console",
        lambda message: (
            visit.console.append(message.text) if message.type in {"error", "warning"} else None
        ),
    )
    page.on("pageerror", lambda failure: visit.console.append(str(failure)))
    page.on(
        "response",
        lambda response: (
            visit.failed.append(f"{response.status} {response.url}")
            if response.status >= 400
            else None
        ),
    )


async def axe(page: Page, options: dict[str, Any] = AXE_OPTIONS) -> list[str]:
    """Run axe over ``page`` with every closed block open; give one line a violation."""
    await page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    await page.evaluate(AXE)
    result = await page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{item['id']} ({item['impact']}): {item['help']} "
        f"{[node['target'] for node in item['nodes']][:4]}"
        for item in result["violations"]
    ]


async def _overflow(page: Page) -> dict[str, list[str]]:
    found = {}
    await page.set_viewport_size({"width": 320, "height": 640})
    found["320 px"] = await page.evaluate(_OVERFLOW)
    await page.set_viewport_size({"width": 640, "height": 800})
    await page.add_style_tag(content="html { font-size: 250% !important }")  # Material: 125 %
    found["teks 200 %"] = await page.evaluate(_OVERFLOW)
    return found
