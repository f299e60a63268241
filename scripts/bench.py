"""``make bench``: what a first visit downloads and how long a build takes, side by side with bare
Material on the same pages, in one run. Slides and the schedule have parts of their own:
bench_projector, bench_schedule."""

from __future__ import annotations

import gzip
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from scripts import bench_projector, bench_schedule, reading_ease
from scripts.browser import launch_options, missing, serve
from scripts.paths import DOCS
from scripts.site_build import BASE, build

PAGES = {
    "beranda": "",
    "modul tugas dan peran": "modul/02-tugas-dan-peran/",
    "modul pemungutan suara": "modul/05-pemungutan-suara/",
    "modul penghitungan suara": "modul/07-penghitungan-suara/",
    "modul surat suara sah": "modul/08-surat-suara-sah/",
    "modul formulir C.HASIL": "modul/09-formulir-c-hasil/",
    "peran KPPS 4": "peran/kpps-4/",
}
#: Bar of the project: a first visit without pictures and without the search index.
LIMIT_KB = 80.0
_BARE = """\
site_name: Material polos
site_url: https://example.org/bimtek-kpps/
docs_dir: {docs}
theme:
  name: material
  language: id
  font: false
  features: [navigation.tabs, navigation.indexes, navigation.path]
plugins: [search]
markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, tables, toc,
  pymdownx.details, pymdownx.superfences]
"""


@dataclass
class Weight:
    """Bytes after gzip of one first visit, by kind."""

    page: int = 0
    style: int = 0
    script: int = 0
    search: int = 0
    picture: int = 0

    @property
    def without_pictures(self) -> int:
        """What counts against the bar: page, styles and scripts."""
        return self.page + self.style + self.script

    def add(self, response: Response) -> None:
        """Count one response, compressed as GitHub Pages would."""
        size = len(gzip.compress(response.body(), 6))
        path = response.url.partition("?")[0]
        kind = response.request.resource_type
        if "/search/" in path or "workers/search" in path or "/lunr/" in path:
            self.search += size
        elif kind in {"image", "font"} or path.endswith((".svg", ".png", ".ico")):
            self.picture += size
        elif kind == "document":
            self.page += size
        elif kind == "stylesheet":
            self.style += size
        else:
            self.script += size


def weigh(browser: Browser, home: str, url: str) -> Weight:
    """Open one page with an empty cache and weigh everything it asks for."""
    weight = Weight()
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    page.goto(home + url, wait_until="networkidle")
    for response in responses:
        if response.ok:
            weight.add(response)
    context.close()
    return weight


def main() -> int:
    """Print both tables and the schedule's; give 1 if a page or a figure is over its bar."""
    if message := missing():
        sys.exit(message)
    with tempfile.TemporaryDirectory() as scratch:
        ours, bare = Path(scratch, "situs"), Path(scratch, "polos")
        config = Path(scratch, "polos.yml")
        config.write_text(_BARE.format(docs=_plain_docs(Path(scratch))), encoding="utf-8")
        start = time.perf_counter()
        build(ours)
        middle = time.perf_counter()
        build(bare, config)
        end = time.perf_counter()
        rows = _weigh_both(ours, bare)
        late = bench_projector.report(ours)
    print("\nKunjungan pertama, kB gzip (ponsel 360×800, tembolok kosong)")
    print(f"{'halaman':<40}{'html':>7}{'css':>7}{'js':>7}{'jumlah':>8}{'cari':>7}{'gambar':>8}")
    over = False
    for name, weight in rows:
        total = weight.without_pictures / 1000
        over = over or ("situs" in name and total > LIMIT_KB)
        print(
            f"{name:<40}{weight.page / 1000:>7.1f}{weight.style / 1000:>7.1f}"
            f"{weight.script / 1000:>7.1f}{total:>8.1f}{weight.search / 1000:>7.1f}"
            f"{weight.picture / 1000:>8.1f}"
        )
    print(f"batas {LIMIT_KB:.0f} kB tanpa gambar: {'TERLAMPAUI' if over else 'terpenuhi'}")
    print(f"\nBangun: situs (dua bahasa) {middle - start:.1f} s; Material polos (Indonesia saja) "
          f"{end - middle:.1f} s; rasio {(middle - start) / (end - middle):.2f}")  # fmt: skip
    over = _print_reading_ease() or over
    return max(int(over), late, bench_schedule.main())


def _print_reading_ease() -> bool:
    """Print how easily the Indonesian pages read; give whether one misses the bar."""
    print("\nKeterbacaan (halaman Indonesia)")
    print(f"{'halaman':<48}{'kalimat':>8}{'kata/kalimat':>14}{'paragraf > 5 baris':>20}")
    measured = reading_ease.measure_all()
    for ease in measured:
        print(
            f"{ease.page.name:<48}{ease.sentences:>8}{ease.words_a_sentence:>14.1f}"
            f"{len(ease.long):>20}"
        )
    words, sentences = (sum(getattr(e, key) for e in measured) for key in ("words", "sentences"))
    print(f"{'semua':<48}{sentences:>8}{words / sentences:>14.1f}")
    missed = [e for e in measured if e.long or e.words_a_sentence > reading_ease.MAX_WORDS]
    state = "terpenuhi" if not missed else "TERLAMPAUI"
    print(f"batas {reading_ease.MAX_WORDS:.0f} kata dan {reading_ease.MAX_LINES} baris: {state}")
    return bool(missed)


def _plain_docs(scratch: Path) -> Path:
    """Copy the Indonesian pages; the home page loses the template that only our theme has."""
    docs = scratch / "docs"
    shutil.copytree(DOCS / "id", docs)
    home = docs / "index.md"
    text = home.read_text(encoding="utf-8")
    home.write_text(text.replace("template: home.html\n", ""), encoding="utf-8")
    return docs


def _weigh_both(ours: Path, bare: Path) -> list[tuple[str, Weight]]:
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        for label, folder in (("situs", ours), ("material polos", bare)):
            with serve(folder, BASE) as home:
                for name, url in PAGES.items():
                    rows.append((f"{label}: {name}", weigh(browser, home, url)))
        browser.close()
    return rows


if __name__ == "__main__":
    sys.exit(main())
