"""Projects every page once in a real browser, several at a time, and measures all its slides.

One visit a page: the three screens differ in shape, not in content, so the slides are made anew in
the same tab when its size changes, as on a laptop whose projector is plugged in.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.async_api import BrowserContext, Page, async_playwright
from playwright.async_api import Error as PlaywrightError

from scripts.browser import launch_options

SCREENS = ((1280, 720), (1024, 768), (1920, 1080))
#: Letters on a slide 720 px high: running text, and small print (sources, part numbers, path).
BODY, SMALL = 28, 22
_AT_ONCE = 4
_READY = ".proyektor:not([aria-busy]) .reveal.ready"

#: Every slide is shown for a moment, so that what reveal.js keeps hidden can be measured too.
MEASURE = """([body, small]) => {
  const style = document.createElement('style');
  style.textContent = '.proyektor .reveal .slides section { display: block !important }';
  document.head.append(style);
  const found = { slides: 0, overflow: [], tiny: [], smallest: 999, empty: [] };
  const fine = '.rujukan, .catatan-kaki, sup, sub, .slaid__jejak, .slaid__bagian, .rekaman__kolom,'
    + ' .judul__qr, .slaid--lega .rujukan';
  for (const slide of document.querySelectorAll('.slides .slaid')) {
    found.slides += 1;
    const box = slide.getBoundingClientRect();
    const scale = box.width / slide.offsetWidth;
    const free = box.bottom - 44 * scale; // the strip at the foot belongs to the bar
    const name = slide.querySelector('h2').textContent.slice(0, 60);
    if (!slide.querySelector('img') && slide.querySelector('.slaid__isi').textContent.trim() === '')
      found.empty.push(name);
    for (const element of slide.querySelectorAll('*')) {
      const own = element.getBoundingClientRect();
      if (own.width && (own.left < box.left - 1 || own.right > box.right + 1
          || own.top < box.top - 1 || own.bottom > free + 1))
        found.overflow.push(`${name}: <${element.localName}> ${element.textContent.slice(0, 40)}`);
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth
          && !element.matches('.slaid__jejak')
          && getComputedStyle(element).overflowX !== 'visible')
        found.overflow.push(`${name}: clipped <${element.localName}>`);
      const text = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
      if (!text) continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      const seen = size * scale * 720 / innerHeight;
      found.smallest = Math.min(found.smallest, seen);
      if (seen < (element.closest(fine) ? small : body) - 0.1)
        found.tiny.push(`${name}: ${seen.toFixed(1)} px ${element.textContent.slice(0, 40)}`);
    }
  }
  style.remove();
  return found;
}"""
#: Words of the facilitator's notes that the room could read.
_LEAKS = """() => {
  const notes = [...document.querySelectorAll('article details.fasilitator > :not(summary)')]
    .map(note => note.textContent.trim().slice(0, 60)).filter(Boolean);
  const seen = document.body.innerText.replace(/\\s+/g, ' ');
  return notes.filter(note => seen.includes(note.replace(/\\s+/g, ' ')));
}"""


@dataclass
class Show:
    """What was seen of one page's slides, by screen."""

    slides: dict[str, int] = field(default_factory=dict)
    overflow: dict[str, list[str]] = field(default_factory=dict)
    tiny: dict[str, list[str]] = field(default_factory=dict)
    empty: list[str] = field(default_factory=list)
    leaks: list[str] = field(default_factory=list)
    smallest: float = 999.0
    third_party: set[str] = field(default_factory=set)
    console: list[str] = field(default_factory=list)


def project_all(home: str, urls: Iterable[str]) -> dict[str, Show]:
    """Project every one of ``urls`` (relative to ``home``); give what was seen, by URL."""
    return asyncio.run(_project_all(home, {url: Show() for url in urls}))


async def _project_all(home: str, shows: dict[str, Show]) -> dict[str, Show]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(**launch_options())
        context = await browser.new_context(color_scheme="light")
        limit = asyncio.Semaphore(_AT_ONCE)
        await asyncio.gather(
            *(_project(context, limit, home, url, show) for url, show in shows.items())
        )
        await browser.close()
    return shows


async def _project(
    context: BrowserContext, limit: asyncio.Semaphore, home: str, url: str, show: Show
) -> None:
    async with limit:
        page = await context.new_page()
        _listen(page, home, show)
        try:
            await _on_every_screen(page, f"{home}{url}?proyektor", show)
            show.leaks = await page.evaluate(_LEAKS)
        except PlaywrightError as failure:  # one page that fails must not hide the others
            show.console.append(str(failure))
        await page.close()


async def _on_every_screen(page: Page, address: str, show: Show) -> None:
    for at, (width, height) in enumerate(SCREENS):
        await page.set_viewport_size({"width": width, "height": height})
        if at == 0:
            await page.goto(address, wait_until="domcontentloaded")
        else:
            # Two frames: the page has heard of its new size and is busy with it.
            await page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
            )
        await page.wait_for_selector(_READY)
        await _note(page, f"{width}×{height}", show)


async def _note(page: Page, screen: str, show: Show) -> None:
    found = await page.evaluate(MEASURE, [BODY, SMALL])
    show.slides[screen] = found["slides"]
    show.overflow[screen] = found["overflow"][:5]
    show.tiny[screen] = found["tiny"][:5]
    show.empty += found["empty"]
    show.smallest = min(show.smallest, found["smallest"])


def _listen(page: Page, home: str, show: Show) -> None:
    origin = home.split("/", 3)[:3]
    page.on(
        "request",
        lambda request: (
            show.third_party.add(request.url)
            if not request.url.startswith("data:") and request.url.split("/", 3)[:3] != origin
            else None
        ),
    )
    page.on(
        "console",
        lambda message: (
            show.console.append(message.text) if message.type in {"error", "warning"} else None
        ),
    )
    page.on("pageerror", lambda failure: show.console.append(str(failure)))
