"""The part of ``make bench`` that projects: what a deck downloads, and how soon it shows.

The computer in the hall is old: Chromium runs with a quarter of this machine's speed.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from scripts.browser import launch_options, missing, serve
from scripts.site_build import BASE, build

#: The decks with the most slides, and a module to compare.
DECKS = (
    "fasilitator/sesi/sehari/",
    "fasilitator/tes/bank-soal/",
    "latihan/kasus-surat-suara/",
    "referensi/tanya-jawab/",
    "referensi/dasar-hukum/",
    "modul/05-pemungutan-suara/",
)
SLOWER = 4
LIMIT_SECONDS = 2.0
LIMIT_KB = 70.0
_FIRST = ".reveal.ready .slides section.present .slaid"
_ALL = ".proyektor:not([aria-busy])"


@dataclass
class Start:
    """One deck: seconds to the first and to the last slide, and kB (gzip) beyond the page."""

    slides: int
    first: float
    complete: float
    engine_kb: float
    pages_kb: float


def measure(browser: Browser, home: str, url: str) -> Start:
    """Open the page at ``url``, then project it on a slow processor with an empty cache."""
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.goto(home + url, wait_until="networkidle")
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    first, complete = page.evaluate(_START, [_FIRST, _ALL])
    page.wait_for_load_state("networkidle")
    engine = pages = 0.0
    for response in responses:
        size = len(gzip.compress(response.body(), 6)) / 1000
        if response.url.endswith("isi.js"):
            pages += size
        elif response.request.resource_type in {"script", "stylesheet"}:
            engine += size
    slides = page.locator(".slides .slaid").count()
    context.close()
    return Start(slides, first / 1000, complete / 1000, engine, pages)


_START = """async ([first, all]) => {
  const until = selector => new Promise(done => {
    const look = () => {
      const found = document.querySelector(selector);
      if (!found || !found.getClientRects().length) setTimeout(look, 10);
      else requestAnimationFrame(() => done(performance.now()));
    };
    look();
  });
  const begin = performance.now();
  document.querySelector('[data-proyektor]').click();
  return [await until(first) - begin, await until(all) - begin];
}"""


def report(site: Path) -> int:
    """Print the table for a built ``site``; give 1 if the largest deck misses a bar."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        with serve(site, BASE) as home:
            starts = {url: measure(browser, home, url) for url in DECKS}
        browser.close()
    print(f"\nProyektor (1024×768, prosesor {SLOWER}× lebih lambat, tembolok kosong)")
    print(
        f"{'halaman':<36}{'salindia':>9}{'tampil s':>10}{'semua s':>9}{'mesin kB':>10}{'isi kB':>8}"
    )
    for url, start in starts.items():
        print(
            f"{url:<36}{start.slides:>9}{start.first:>10.2f}{start.complete:>9.2f}"
            f"{start.engine_kb:>10.1f}{start.pages_kb:>8.1f}"
        )
    largest = max(starts.values(), key=lambda start: start.slides)
    missed = largest.first > LIMIT_SECONDS or largest.engine_kb > LIMIT_KB
    state = "TERLAMPAUI" if missed else "terpenuhi"
    print(
        f"dek terbesar ({largest.slides} salindia): tampil {largest.first:.2f} s (batas "
        f"{LIMIT_SECONDS:.0f} s), unduhan mesin {largest.engine_kb:.1f} kB (batas "
        f"{LIMIT_KB:.0f} kB): {state}"
    )
    return int(missed)


def main() -> int:
    """Build the site in a scratch folder and report."""
    if message := missing():
        sys.exit(message)
    with tempfile.TemporaryDirectory() as scratch:
        build(Path(scratch))
        return report(Path(scratch))


if __name__ == "__main__":
    sys.exit(main())
