"""A whole site with hostile cells in every column, in a real browser: everything stays text."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
import vobject
from playwright.sync_api import Page, expect, sync_playwright

from scripts.browser import launch_options, serve
from scripts.schedule import load
from scripts.schedule.model import COLUMNS
from tests.conftest import BASE, Built, build, copy_project

HOSTILE = [
    "<b>tebal</b>",
    "<script>hit()</script>",
    '"><img src=x onerror=hit()>',
    "'><svg/onload=hit()>",
    "</div></td></tr></table></section><h1>x</h1>",
    "</script><script>hit()</script>",
    "<!-- komentar",
    "--> <style>*{display:none}</style>",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "{{ config }} {% raw %} {# x #} ${1+1} #{1}",
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("https://jahat.example")',
    "+1+1",
    "-1-1",
    "@SUM(1)",
    "'=1+1",
    "javascript:hit()",
    "[x](javascript:hit())",
    "![x](https://jahat.example/x.png)",
    "<https://jahat.example>",
    "https://jahat.example/",
    "**tebal** _miring_ `kode` # judul",
    "{: #curi onclick=hit() }",
    "*[sesi]: kepanjangan",
    "[^1]: catatan kaki",
    '--8<-- "mkdocs.yml"',
    "a\\nBEGIN:VEVENT\\nUID:curi\\nEND:VEVENT",
    "<!-- sisipan -->",
    "]]> <![CDATA[x",
    "\\<b> \\u003cb",
]
FREE_TEXT = ("tempat", "alamat", "gelombang", "penyelenggara", "fasilitator", "catatan")
PLACES = [
    ("Jawa Barat", "Kab. Bogor", "Cibinong", "Pakansari"),
    ("Papua", "Kab. Jayapura", "Sentani", ""),
    ("Bali", "", "", ""),
]
#: A file name, too, comes from a contributor.
FILE = "jadwal '<b>&.csv"
PAGES = ("jadwal/", "jadwal/32/", "jadwal/51/", "en/jadwal/", "en/jadwal/32/", "en/jadwal/91/")


def rows() -> Iterator[dict[str, str]]:
    """One row a hostile text and place, with the text in every column of free text."""
    for place, (province, regency, district, village) in enumerate(PLACES):
        for number, text in enumerate(HOSTILE):
            yield {
                "id": f"x-{place}-{number}",
                "tanggal": f"2024-01-{25 + number % 7}",
                "jam_mulai": "08.00",
                "jam_selesai": "12.00",
                "provinsi": province,
                "kab_kota": regency,
                "kecamatan": district,
                "kelurahan_desa": village,
                "jenis": "bimtek KPPS",
                "sumber": "https://contoh.id/?a=%3Cb%3E&b=(c);d,e",
                **dict.fromkeys(FREE_TEXT, text),
            }
    for number, text in enumerate(HOSTILE[:12]):
        yield {
            "id": f"lain-{number}",
            "tanggal": "2024-01-25",
            "provinsi": "Bali",
            "jenis": "ToT",
            "pemilu": text,
        }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of a copy whose schedule holds nothing but hostile rows."""
    copy = copy_project(tmp_path_factory.mktemp("salinan"))
    shutil.rmtree(copy / "data/jadwal")
    (copy / "data/jadwal").mkdir()
    with (copy / "data/jadwal" / FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows())
    return build(tmp_path_factory.mktemp("situs-jahat"), "--strict", cwd=copy)


@pytest.fixture(scope="module")
def page(built: Built) -> Iterator[Page]:
    """A page of a browser that notes every script that got through."""
    with serve(built.folder, BASE) as home, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        context = browser.new_context(base_url=home)
        context.add_init_script("window.hits = 0; window.hit = () => { window.hits += 1 }")
        yield context.new_page()
        browser.close()


@pytest.mark.parametrize("url", PAGES)
def test_no_cell_becomes_markup_or_runs(page: Page, url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url, wait_until="networkidle")
    assert page.evaluate("window.hits") == 0, "naskah dari sel CSV berjalan"
    assert not errors
    assert not [address for address in asked if "jahat" in address]
    expect(page.locator("h1")).to_have_count(1)
    inset = page.locator("[data-jadwal]")
    for tag in ("b", "img", "svg", "style", "iframe", "h1"):
        assert inset.locator(tag).count() == 0, f"<{tag}> dari sel CSV"
    names = page.evaluate(
        "[...document.querySelectorAll('[data-jadwal] *')].flatMap(e => e.getAttributeNames())"
    )
    assert not [name for name in names if name.startswith("on") or name == "style"]
    assert "curi" not in page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)")
    for link in page.evaluate("[...document.links].map(a => a.href)"):
        assert urlsplit(link).scheme in ("http", "https"), link
        assert "jahat" not in link


@pytest.mark.parametrize("url", PAGES)
def test_every_text_is_shown_as_it_is(page: Page, url: str) -> None:
    page.goto(url)
    shown = page.locator("article").inner_text()
    texts = HOSTILE
    if url.endswith("/jadwal/") or url == "jadwal/":
        texts = HOSTILE[:12]  # the names of other elections
    for text in texts:
        # A leading apostrophe before a formula is how a table shows that it is none.
        wanted = text.removeprefix("'") if text.startswith("'=") else text
        assert " ".join(wanted.split()) in " ".join(shown.split()), f"{text} tidak tampil"


def test_no_page_holds_a_template_expression(built: Built) -> None:
    for url in PAGES:
        assert "{{" not in built.html(url)
        assert "{%" not in built.html(url)


def test_linked_data_is_json_and_holds_the_texts(built: Built) -> None:
    html = built.html("jadwal/32/")
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    events = json.loads(script)["@graph"]
    assert len(events) == len(HOSTILE)
    assert {event["location"]["name"] for event in events} >= set(HOSTILE) - {"'=1+1"}


def test_no_cell_of_the_table_for_excel_starts_a_formula(built: Built) -> None:
    text = (built.folder / "jadwal/jadwal.csv").read_text(encoding="utf-8-sig")
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(table) == len(PLACES) * len(HOSTILE) + 1
    assert not [cell for row in table for cell in row if re.match(r"[=+\-@\t\r]", cell)]


def test_the_table_for_excel_reads_back_to_the_same_sessions(built: Built) -> None:
    published = load(built.folder / "jadwal/jadwal.csv")
    assert not published.has_errors
    found = {session.id: session.catatan for session in published.sessions}
    for row in rows():
        if not row["id"].startswith("lain-"):
            wanted = " ".join(row["catatan"].split())
            wanted = wanted.removeprefix("'") if wanted.startswith("'=") else wanted
            assert found[row["id"]] == wanted


def test_calendars_hold_one_event_a_session(built: Built) -> None:
    text = (built.folder / "jadwal/jadwal.ics").read_bytes().decode()
    calendar = vobject.readOne(text)
    events = calendar.vevent_list
    assert len(events) == len(PLACES) * len(HOSTILE)
    assert "curi" not in {event.uid.value for event in events}
    venues = " ".join(event.location.value for event in events)
    assert "<script>hit()</script>" in venues


def test_the_finder_and_the_filters_stay_harmless(page: Page) -> None:
    page.goto("jadwal/32/?cari=<img src=x onerror=hit()>&desa=<b>&kec=%22><b>")
    page.locator("#jadwal-cari").press_sequentially("pakan", delay=60)
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Pakansari")
    option.click()
    expect(page.locator(".jadwal-pilihan")).to_contain_text("Pakansari")
    assert page.evaluate("window.hits") == 0
