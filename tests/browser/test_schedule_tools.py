"""The schedule's script: finder, filters, today and over, one session's calendar, corrections.

On pages of its own, made as scripts/schedule makes them, with the names of the whole country.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from scripts.browser import serve
from scripts.paths import DOCS
from scripts.schedule import finder
from scripts.schedule.entries import Entry
from scripts.schedule.model import Jenis, Session, Zona
from scripts.schedule.regions import Region, children, region
from scripts.schedule.words_script import SCRIPT_WORDS
from tests.browser.sweep import _OVERFLOW, AXE, AXE_OPTIONS, PHONE

CSV = "https://github.com/kpu/situs/blob/main/data/jadwal/pemilu%202024.csv?plain=1"
RAW = "https://raw.githubusercontent.com/kpu/situs/main/data/jadwal/pemilu%202024.csv"
VILLAGE, DISTRICT, REGENCY = "36.73.01.1009", "36.73.01", "36.73"  # Lontarbaru, Serang, Kota Serang
VILLAGES = f"{VILLAGE} 36.73.01.1001"

ROWS = (  # id, data-w, jenis, first day, last day, hours, zone, kunci
    ("tot", REGENCY, "tot", "2024-01-20", "", "", "", "7", "p-001"),
    ("lontar", VILLAGES, "bimtek-kpps", "2024-01-27", "2024-01-29", "08:00", "12:00", "7", "p-002"),
    ("kasemen", "36.73.02", "bimtek-kpps", "2024-01-27", "", "13:00", "", "7", "p-003"),
    ("timur", "36.73.03", "simulasi", "2024-01-28", "", "08:00", "10:00", "9", "p-004"),
    ("malam", "36.73.04", "simulasi", "2024-01-28", "", "20:00", "01:00", "7", "p-005"),
    ("tanpa-tanggal", "36.73.05.1001", "tot", "", "", "", "", "7", "Taktakan|Aula Baru|PPS"),
)
ALL = [f"sesi-{row[0]}" for row in ROWS]

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//uji//id
X-WR-CALNAME:Kota Serang
BEGIN:VTIMEZONE
TZID:Asia/Jakarta
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
END:STANDARD
END:VTIMEZONE
BEGIN:VTIMEZONE
TZID:Asia/Jayapura
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0900
TZOFFSETTO:+0900
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:lontar@jadwal.bimtek-kpps.dua
DTSTART;TZID=Asia/Jayapura:20240127T080000
SUMMARY:Bukan yang ini
END:VEVENT
BEGIN:VEVENT
DTSTART;TZID=Asia/Ja
 karta:20240127T080000
UID:lontar@jadwal.bim
 tek-kpps
DESCRIPTION:UID:kasemen@jadwal.bimtek-kpps\\nsatu\\,
  dua
END:VEVENT
BEGIN:VEVENT
UID:kasemen@jadwal.bimtek-kpps
DTSTART;VALUE=DATE:20240127
SUMMARY:Kasemen
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n")


def attributes(**values: str) -> str:
    return " ".join(f'data-{name}="{value}"' for name, value in values.items() if value)


def row(
    name: str, w: str, j: str, m: str, s: str, jm: str, js: str, z: str, kunci: str, root: str
) -> str:
    data = attributes(w=w, j=j, m=m, s=s, jm=jm, js=js, z=z)
    return f"""<tr id="sesi-{name}" {data}>
<td data-label="Jam"><div><strong>{jm or "jam tidak diumumkan"}</strong>
<span class="jadwal-kapan" hidden></span></div></td>
<td data-label="Wilayah"><div>{w.replace(" ", ", ")}</div></td>
<td data-label="Tautan"><div><a class="jadwal-kalender" href="{root}jadwal/kalender/{REGENCY}.ics"
 data-uid="{name}@jadwal.bimtek-kpps" download>Tambah ke kalender</a>
<a class="jadwal-perbaiki" href="{CSV}" data-kunci="{kunci}">Perbaiki</a></div></td></tr>"""


def rows_html(root: str) -> str:
    html = ""
    for day in sorted({item[3] for item in ROWS}, key=lambda day: day or "9"):
        own = [item for item in ROWS if item[3] == day]
        html += f"""<section class="jadwal-hari" data-hari="{day}">
<h2 id="{day or "lain"}">{day or "Tanpa tanggal"}
 <span class="jadwal-banyak">{len(own)} sesi</span></h2>
<table class="jadwal"><thead><tr><th>Jam</th><th>Wilayah</th><th>Tautan</th></tr></thead><tbody>
{"".join(row(*item, root) for item in own)}</tbody></table></section>"""
    return html


def options(*values: str) -> str:
    return '<option value="">Semua</option>' + "".join(
        f'<option value="{value}">{value}</option>' for value in values
    )


FILTERS = f"""<form class="jadwal-saring" aria-label="Saring" hidden>
<label>Kecamatan <select name="kec">{options("36.73.01", "36.73.02", "36.73.05")}</select></label>
<label>Jenis <select name="jenis">{options("bimtek-kpps", "simulasi", "tot")}</select></label>
<label>Tanggal <select name="tanggal">{options("2024-01-20", "2024-01-27", "2024-01-28")}</select>
</label>
<label>Waktu <select name="kapan">{options("hari-ini", "akan-datang", "lewat")}</select></label>
<button type="reset">Tampilkan semua</button>
<p role="status" data-jumlah></p></form>"""
DAYS = """<p data-terdekat hidden></p><ul class="jadwal-hari-daftar" data-daftar-hari>
<li data-m="2024-01-20">20 Januari: 1 sesi</li>
<li data-m="2024-01-27" data-s="2024-01-29">27 Januari: 2 sesi</li>
<li data-m="2024-02-01">1 Februari: 1 sesi</li></ul>"""


def html(language: str, root: str, overview: str, body: str) -> str:
    """A page as the site makes it: Material's styles, our styles, the script."""
    sheets = "".join(
        f'<link rel="stylesheet" href="{root}gaya/{name}.css">'
        for name in ("material", "situs", "jadwal")
    )
    return f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<title>Jadwal</title><meta name="viewport" content="width=device-width,initial-scale=1">{sheets}
<script src="{root}jadwal.js" defer></script></head>
<body data-md-color-scheme="default"><script>
if (matchMedia("(prefers-color-scheme: dark)").matches) document.body.dataset.mdColorScheme="slate"
</script><main class="md-main"><div class="md-main__inner md-grid"><div class="md-content">
<article class="md-content__inner md-typeset"><h1>Jadwal</h1><p><a href="#akhir">Ke akhir</a></p>
<div class="jadwal-lembar" data-jadwal data-berkas-statis="{root}jadwal/" data-halaman="{overview}"
 data-repo="https://github.com/kpu/situs">
<form class="jadwal-cari" role="search" aria-label="Cari kelurahan/desa Anda" hidden>
<label for="jadwal-cari">Cari kelurahan/desa Anda</label>
<input id="jadwal-cari" name="cari" type="search" autocomplete="off" aria-describedby="petunjuk">
<p id="petunjuk">Ketik tiga huruf atau lebih.</p><div data-hasil></div></form>
<script type="application/json" data-kata>{json.dumps(SCRIPT_WORDS[language])}</script>
{body}</div><p id="akhir"><a href="#jadwal-cari">Ke atas</a></p></article></div></div></main>
</body></html>"""


def entry(place: Region) -> Entry:
    session = Session(
        tanggal=None,
        zona=Zona.WIB,
        jenis=Jenis.TOT,
        provinsi=region(place.code[:2]),
        kab_kota=place if place.level > 1 else None,
    )
    return Entry(session, "data/jadwal/uji.csv", place.code, place.code)


def write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())


def make_site(folder: Path) -> Path:
    """A divided schedule with every regency, and below kecil/ one of a single page."""
    regencies = [item for province in children("") for item in children(province.code)]
    for path, data in finder.render([*map(entry, regencies)], lambda code: f"{code}/"):
        write(folder / "jadwal" / path, data)
    for path, data in finder.render([entry(region(REGENCY))], lambda code: ""):
        write(folder / "kecil/jadwal" / path, data)
    write(folder / f"jadwal/kalender/{REGENCY}.ics", CALENDAR)
    material = Path(str(find_spec("material").submodule_search_locations[0]))
    (sheet,) = material.glob("templates/assets/stylesheets/main.*.min.css")
    write(folder / "gaya/material.css", sheet.read_bytes())
    for name in ("situs", "jadwal"):
        shutil.copy(DOCS / f"stylesheets/{name}.css", folder / "gaya")
    shutil.copy(DOCS / "javascripts/jadwal.js", folder)
    shutil.copy(DOCS / "javascripts/jadwal.js", folder / "kecil")
    write(folder / "jadwal/index.html", html("id", "../", "", DAYS))
    for language, page, root in (
        ("id", f"jadwal/{REGENCY}", "../../"),
        ("en", f"en/jadwal/{REGENCY}", "../../../"),
    ):
        write(folder / page / "index.html", html(language, root, "../", FILTERS + rows_html(root)))
    write(folder / "kecil/jadwal/index.html", html("id", "../", "", FILTERS + rows_html("../")))
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the served pages."""
    with serve(make_site(tmp_path_factory.mktemp("jadwal")), "/situs/") as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A phone in Jakarta with an empty cache; a mistake in the script fails the test."""
    context = browser.new_context(
        viewport=PHONE, has_touch=True, timezone_id="Asia/Jakarta", locale="id-ID"
    )
    failures: list[str] = []
    context.on("weberror", lambda failure: failures.append(str(failure.error)))
    yield context
    context.close()
    assert not failures


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def serang(page: Page, home: str) -> Page:
    """The page of a regency on the evening of 27 January 2024, 18.00 WIB."""
    page.clock.set_fixed_time("2024-01-27T18:00:00+07:00")
    page.goto(f"{home}jadwal/{REGENCY}/")
    return page


def visible(page: Page) -> list[str]:
    """The ids of the sessions that can be seen."""
    return page.evaluate(
        "[...document.querySelectorAll('tr[data-w]')].filter(r => r.checkVisibility())"
        ".map(r => r.id)"
    )


def kapan(page: Page, name: str) -> str:
    return page.locator(f"#sesi-{name} .jadwal-kapan").inner_text()


def axe(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("options => axe.run(document, options)", AXE_OPTIONS)["violations"]
    return [f"{item['id']} {[node['target'] for node in item['nodes']][:3]}" for item in found]


def search(page: Page, text: str) -> list[str]:
    """Type `text`; give the results once they are there."""
    combobox = page.locator("#jadwal-cari")
    combobox.fill("")
    status = page.locator(".jadwal-cari [role=status]")
    expect(status).to_have_text("")
    combobox.press_sequentially(text, delay=5)
    expect(status).not_to_have_text(re.compile("^$|Mencari"))
    expect(combobox).to_have_js_property("value", text)
    page.wait_for_timeout(350)  # the wait for the last letter, and its answer
    return [
        " | ".join(o.locator("> *").all_inner_texts()) for o in page.locator("[role=option]").all()
    ]


def query(page: Page) -> dict[str, str]:
    return page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")


# ---- Without the script ----


def test_without_script_the_tools_are_not_there(browser: Browser, home: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{home}jadwal/{REGENCY}/?kec=36.73.02")
    expect(page.locator("#jadwal-cari")).to_be_hidden()
    expect(page.locator(".jadwal-saring")).to_be_hidden()
    assert page.locator("tr[data-w]:visible").count() == len(ROWS)
    context.close()


# ---- Finder ----


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("lontarbaru", "Lontarbaru | Kecamatan Serang, Kota Serang, Banten"),
        ("Lontar Baru", "Lontarbaru | Kecamatan Serang, Kota Serang, Banten"),
        ("LONTAR-BARÚ", "Lontarbaru | Kecamatan Serang, Kota Serang, Banten"),
        ("desa lontarbaru", "Lontarbaru | Kecamatan Serang, Kota Serang, Banten"),
        ("Kel. Lontar Baru, Kec. Serang", "Lontarbaru | Kecamatan Serang, Kota Serang, Banten"),
        ("serang lontarbaru", "Lontarbaru | Kecamatan Serang, Kota Serang, Banten"),
        ("bambuapus cipayung", "Bambu Apus | Kecamatan Cipayung, Kota Jakarta Timur, DKI Jakarta"),
        ("kec cibinong", "Kecamatan Cibinong | Kab. Bogor, Jawa Barat"),
        ("kota bogor", "Kota Bogor | Jawa Barat"),
        ("kabupaten bogor", "Kab. Bogor | Jawa Barat"),
        ("pangkalpinang", "Kota Pangkal Pinang | Kepulauan Bangka Belitung"),
        ("dki jakarta", "Provinsi DKI Jakarta | "),
        ("regapu'u", "Regapu’u | Kecamatan Paga, Kab. Sikka, Nusa Tenggara Timur"),
        ("merauke", "Kab. Merauke | Papua Selatan"),
        ("kota baru", "Kab. Kotabaru | Kalimantan Selatan"),
        ("ie", "Ie"),
    ],
)
def test_finds_by_name(page: Page, home: str, text: str, first: str) -> None:
    page.goto(f"{home}jadwal/")
    results = search(page, text)
    assert results
    assert results[0].startswith(first), results[:5]


def test_every_word_must_match(page: Page, home: str) -> None:
    page.goto(f"{home}jadwal/")
    many = search(page, "sukamaju")
    one = search(page, "sukamaju cibungbulang")
    assert len(many) == 30
    assert (
        "30 yang pertama" in (page.locator(".jadwal-cari [role=status]").inner_text() or "") or one
    )
    assert one == ["Sukamaju | Kecamatan Cibungbulang, Kab. Bogor, Jawa Barat"]
    expect(page.locator(".jadwal-cari [role=status]")).to_have_text("1 wilayah cocok.")


def test_says_when_more_letters_are_needed_and_when_there_is_no_such_name(
    page: Page, home: str
) -> None:
    page.goto(f"{home}jadwal/")
    status = page.locator(".jadwal-cari [role=status]")
    search(page, "tan")
    expect(status).to_contain_text("Ketik beberapa huruf lagi.")
    assert search(page, "qwertyuiop") == []
    expect(status).to_contain_text("Tidak ada wilayah bernama itu")
    expect(page.locator("#jadwal-cari")).to_have_attribute("aria-expanded", "false")


def test_nothing_is_loaded_before_the_first_focus_and_nothing_twice(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/cari/")[2]))
    page.goto(f"{home}jadwal/")
    page.wait_for_load_state("networkidle")
    asked.clear()
    page.locator("#jadwal-cari").focus()
    page.wait_for_load_state("networkidle")
    assert asked == ["daftar.json"]
    search(page, "lontarbaru")
    search(page, "lontarbaru serang")
    search(page, "lontarbaru")
    assert len(asked) == len(set(asked))
    assert len(asked) <= 5


@pytest.mark.parametrize(
    "text",
    [
        "Desa Sukamaju Kec. Cibungbulang",
        "Batu Sari Baru, Batu Ampar",
        "kampuang tanjuang koto mambang sungai durian",
    ],
)
def test_search_in_the_whole_country_downloads_little(page: Page, home: str, text: str) -> None:
    bodies: dict[str, bytes] = {}
    page.on(
        "response",
        lambda reply: bodies.update({reply.url: reply.body()}) if "/cari/" in reply.url else None,
    )
    page.goto(f"{home}jadwal/")
    page.locator("#jadwal-cari").press_sequentially(text, delay=170)  # slower than the script waits
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    sizes = {url.rpartition("/")[2]: len(gzip.compress(body, 6)) for url, body in bodies.items()}
    assert len(sizes) >= 2
    assert sum(sizes.values()) < 60_000, sizes


def test_two_taps_lead_to_the_sessions_of_a_village(page: Page, home: str) -> None:
    page.goto(f"{home}jadwal/")
    page.locator("#jadwal-cari").tap()
    search(page, "lontar baru serang")
    page.get_by_role("option", name="Lontarbaru").tap()
    page.wait_for_url(f"**/jadwal/{REGENCY}/?desa={VILLAGE}&cari=Lontarbaru")
    expect(page.locator(".jadwal-pilihan")).to_contain_text(
        "Hanya sesi untuk Lontarbaru, Kecamatan Serang, Kota Serang, Banten"
    )
    assert visible(page) == ["sesi-tot", "sesi-lontar"]
    expect(page.locator(".jadwal-pilihan")).to_be_in_viewport()


def test_choosing_on_the_page_itself_filters_in_place(serang: Page) -> None:
    serang.evaluate("window.same = true")
    serang.locator("[name=jenis]").select_option("simulasi")
    search(serang, "lontar baru")
    serang.locator("#jadwal-cari").press("ArrowDown")
    serang.locator("#jadwal-cari").press("Enter")
    assert visible(serang) == ["sesi-tot", "sesi-lontar"]
    assert query(serang) == {"desa": VILLAGE, "cari": "Lontarbaru"}
    expect(serang.locator(".jadwal-pilihan")).to_be_focused()
    expect(serang.locator("[role=listbox]")).to_be_hidden()
    assert serang.evaluate("window.same")


def test_single_page_schedule_filters_in_place(page: Page, home: str) -> None:
    page.goto(f"{home}kecil/jadwal/index.html")
    search(page, "kasemen")
    page.get_by_role("option", name="Kecamatan Kasemen Kota Serang").click()
    assert visible(page) == ["sesi-tot", "sesi-kasemen"]
    assert query(page)["desa"] == "36.73.02"
    search(page, "banten")
    page.get_by_role("option", name="Provinsi Banten").click()
    assert visible(page) == ALL


def test_english_page_stays_english(page: Page, home: str) -> None:
    page.goto(f"{home}en/jadwal/{REGENCY}/")
    search(page, "bambu apus cipayung")
    expect(page.locator(".jadwal-cari [role=status]")).to_have_text("1 area matches.")
    with page.expect_request("**/en/jadwal/31.75/?desa=31.75.10.*&cari=Bambu+Apus"):
        page.get_by_role("listbox").get_by_role("option").click()


def test_list_is_worked_by_keys(page: Page, home: str) -> None:
    page.goto(f"{home}jadwal/")
    combobox = page.get_by_role("combobox", name="Cari kelurahan/desa Anda")
    listbox = page.get_by_role("listbox", name="Wilayah yang cocok")
    expect(combobox).to_have_attribute("aria-expanded", "false")
    results = search(page, "cibinong")
    last = len(results) - 1
    assert last > 1
    expect(combobox).to_have_attribute("aria-expanded", "true")
    assert combobox.get_attribute("aria-controls") == listbox.get_attribute("id")

    def active() -> int:
        name = combobox.get_attribute("aria-activedescendant")
        assert name
        chosen = page.locator(f"#{name}")
        expect(chosen).to_have_attribute("aria-selected", "true")
        expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
        expect(chosen).to_be_in_viewport()
        return int(name.rpartition("-")[2])

    assert combobox.get_attribute("aria-activedescendant") is None
    steps = [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", last)]
    for key, place in [*steps, ("ArrowDown", 0)]:
        combobox.press(key)
        assert active() == place, key
    combobox.press("Escape")
    expect(listbox).to_be_hidden()
    expect(combobox).to_have_value("cibinong")
    assert combobox.get_attribute("aria-activedescendant") is None
    combobox.press("ArrowUp")
    assert active() == last
    combobox.press("Escape")
    combobox.press("Escape")
    expect(combobox).to_have_value("")
    combobox.press("ArrowDown")
    expect(listbox).to_be_hidden()
    search(page, "cibinong")
    combobox.press("Enter")  # nothing is chosen without being seen first
    assert active() == 0
    combobox.press("Enter")
    page.wait_for_url("**/jadwal/32.01/?desa=32.01.01&cari=Cibinong")


def test_list_closes_when_the_focus_leaves(page: Page, home: str) -> None:
    page.goto(f"{home}jadwal/")
    search(page, "cibinong")
    page.locator("#jadwal-cari").press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_late_answers_do_not_replace_newer_ones(page: Page, home: str) -> None:
    held: list[Route] = []
    page.route(re.compile("/cari/lo"), lambda route: held.append(route))
    page.goto(f"{home}jadwal/")
    combobox = page.locator("#jadwal-cari")
    combobox.fill("lontarbaru")
    expect(page.locator(".jadwal-cari [role=status]")).to_have_text("Mencari …")
    assert search(page, "kab bogor")[0].startswith("Kab. Bogor")
    held[0].continue_()
    page.wait_for_timeout(300)
    expect(page.locator("[role=option]").first).to_contain_text("Kab. Bogor")


def test_offline_is_said_and_typing_again_tries_again(
    page: Page, home: str, context: BrowserContext
) -> None:
    page.goto(f"{home}jadwal/")
    context.set_offline(True)
    assert search(page, "cibinong") == []
    expect(page.locator(".jadwal-cari [role=status]")).to_contain_text("Periksa sambungan")
    context.set_offline(False)
    assert search(page, "cibinong")


def test_hostile_names_stay_text(page: Page, home: str) -> None:
    evil = '<img src=x onerror="window.hit=1"><b>Lontar</b>'
    shard = {DISTRICT: [evil, {"": evil, "1009": evil}], "../..": [evil, {"": evil}]}
    page.route(re.compile("/cari/lo"), lambda route: route.fulfill(json=shard))
    page.goto(f"{home}jadwal/")
    assert len(search(page, "img lontar")) == 2  # what has no code is left out
    expect(page.locator("[role=option]").first).to_contain_text("<img src=x")
    expect(page.locator("[role=listbox] :is(img, b)")).to_have_count(0)
    page.goto(f"{home}jadwal/{REGENCY}/?desa={VILLAGE}&cari=lontarbaru")
    expect(page.locator(".jadwal-pilihan")).to_contain_text("Hanya sesi untuk <img src=x")
    expect(page.locator(".jadwal-pilihan :is(img, b)")).to_have_count(0)
    assert page.evaluate("window.hit") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_with_the_list_open_and_closed(browser: Browser, home: str, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{home}jadwal/{REGENCY}/?desa={VILLAGE}&kapan=hari-ini")
    assert axe(page) == []
    search(page, "cibinong")
    page.locator("#jadwal-cari").press("ArrowDown")
    page.wait_for_timeout(200)
    assert axe(page) == []
    page.goto(f"{home}jadwal/")
    assert axe(page) == []
    context.close()


def test_no_sideways_scroll_and_targets_for_fingers(serang: Page) -> None:
    search(serang, "cibinong")
    serang.locator("[name=tanggal]").select_option("2024-01-20")
    serang.locator("[name=jenis]").select_option("simulasi")
    expect(serang.locator(".jadwal-semua")).to_be_visible()
    serang.set_viewport_size({"width": 320, "height": 640})
    assert serang.evaluate(_OVERFLOW) == []
    heights = serang.evaluate(
        "[...document.querySelectorAll('[data-jadwal] :is(input, select, button, [role=option])')]"
        ".filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().height)"
    )
    assert len(heights) > 6
    assert min(heights) >= 44
    serang.set_viewport_size({"width": 640, "height": 800})
    serang.add_style_tag(content="html { font-size: 250% !important }")
    assert serang.evaluate(_OVERFLOW) == []


def test_tools_are_not_printed(serang: Page) -> None:
    serang.emulate_media(media="print")
    for css in (".jadwal-cari", ".jadwal-saring", "#sesi-tot .jadwal-kapan"):
        expect(serang.locator(css)).to_be_hidden()
    assert visible(serang) == ALL


def test_visible_in_forced_colours(browser: Browser, home: str) -> None:
    context = browser.new_context(viewport=PHONE, forced_colors="active")
    page = context.new_page()
    page.goto(f"{home}jadwal/")
    search(page, "cibinong")
    page.locator("#jadwal-cari").press("ArrowDown")
    style = "e => getComputedStyle(e).outlineStyle"
    shown = [option.evaluate(style) for option in page.locator("[role=option]").all()]
    assert shown == ["solid"] + ["none"] * (len(shown) - 1)
    context.close()


# ---- Filters ----


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("kec", "36.73.01", ["tot", "lontar"]),  # a village of it, and the whole regency
        ("kec", "36.73.02", ["tot", "kasemen"]),
        ("jenis", "simulasi", ["timur", "malam"]),
        ("tanggal", "2024-01-28", ["lontar", "timur", "malam"]),  # the second of three days
        ("kapan", "lewat", ["tot"]),
        ("kapan", "hari-ini", ["lontar", "kasemen"]),
        ("kapan", "akan-datang", ["timur", "malam"]),
    ],
)
def test_one_filter(serang: Page, name: str, value: str, expected: list[str]) -> None:
    serang.clock.set_fixed_time("2024-01-27T10:00:00+07:00")
    serang.reload()
    serang.locator(f"[name={name}]").select_option(value)
    assert visible(serang) == [f"sesi-{item}" for item in expected]
    assert query(serang) == {name: value}
    count = f"{len(expected)} dari {len(ROWS)} sesi ditampilkan"
    expect(serang.locator("[data-jumlah]")).to_have_text(count)
    for day in serang.locator(".jadwal-hari").all():
        own = day.locator("tr[data-w]:visible").count()
        assert day.is_visible() == bool(own)
        if own:
            full = own == day.locator("tr[data-w]").count()
            assert day.locator(".jadwal-banyak").is_visible() == full


def test_filters_together_nothing_left_and_everything_again(serang: Page) -> None:
    count = serang.locator("[data-jumlah]")
    expect(count).to_have_text(f"{len(ROWS)} sesi")
    serang.locator("[name=kec]").select_option("36.73.02")
    serang.locator("[name=jenis]").select_option("simulasi")
    expect(count).to_have_text("Tidak ada sesi yang cocok dengan pilihan ini.")
    assert visible(serang) == []
    serang.get_by_role("button", name="Tampilkan semua sesi").click()
    assert visible(serang) == ALL
    assert query(serang) == {}
    expect(count).to_be_focused()
    expect(serang.locator(".jadwal-semua")).to_be_hidden()


def test_reset_clears_everything(serang: Page, home: str) -> None:
    serang.goto(f"{home}jadwal/{REGENCY}/?desa={VILLAGE}&jenis=bimtek-kpps&lain=1#sesi-tot")
    assert visible(serang) == ["sesi-lontar"]
    serang.get_by_role("button", name="Tampilkan semua", exact=True).click()
    assert visible(serang) == ALL
    assert serang.url.endswith("/?lain=1#sesi-tot")
    expect(serang.locator("[name=jenis]")).to_have_value("")
    expect(serang.locator(".jadwal-pilihan")).to_be_hidden()


def test_chosen_village_can_be_removed_alone(serang: Page, home: str) -> None:
    serang.goto(f"{home}jadwal/{REGENCY}/?desa={VILLAGE}&jenis=bimtek-kpps")
    expect(serang.locator(".jadwal-pilihan")).to_contain_text(f"wilayah berkode {VILLAGE}")
    serang.get_by_role("button", name="Tampilkan semua wilayah").click()
    assert visible(serang) == ["sesi-lontar", "sesi-kasemen"]
    assert query(serang) == {"jenis": "bimtek-kpps"}


def test_address_keeps_the_state(serang: Page) -> None:
    address = serang.url
    serang.evaluate("history.replaceState(null, '', '?lain=a%20b#2024-01-27')")
    serang.locator("[name=kec]").select_option("36.73.01")
    serang.locator("[name=kapan]").select_option("lewat")
    assert query(serang) == {"lain": "a b", "kec": "36.73.01", "kapan": "lewat"}
    assert serang.url.endswith("#2024-01-27")
    before = visible(serang)
    serang.reload()
    assert visible(serang) == before
    expect(serang.locator("[name=kec]")).to_have_value("36.73.01")
    serang.evaluate("location.hash = 'sesi-tot'")  # a new entry in the history
    serang.locator("[name=kec]").select_option("")
    serang.go_back()
    expect(serang.locator("[name=kec]")).to_have_value("36.73.01")
    assert visible(serang) == before
    serang.goto(address)
    assert visible(serang) == ALL


def test_nothing_is_stored(serang: Page, context: BrowserContext) -> None:
    serang.locator("[name=kec]").select_option("36.73.01")
    search(serang, "cibinong")
    assert serang.evaluate("localStorage.length + sessionStorage.length") == 0
    assert context.cookies() == []


@pytest.mark.parametrize(
    "bad", ["desa=<img src=x onerror=hit()>", "desa=36.73.", "kec=99&jenis=<b>", "kapan=esok"]
)
def test_nonsense_in_the_address_is_ignored(serang: Page, home: str, bad: str) -> None:
    serang.goto(f"{home}jadwal/{REGENCY}/?{bad}&cari=<img src=x onerror=hit()>")
    assert visible(serang) == ALL
    expect(serang.locator("[data-jadwal] img")).to_have_count(0)
    expect(serang.locator(".jadwal-pilihan")).to_be_hidden()
    for name in ("kec", "jenis", "tanggal", "kapan"):
        expect(serang.locator(f"[name={name}]")).to_have_value("")


# ---- Today, upcoming, over ----


@pytest.mark.parametrize(
    ("now", "name", "word"),
    [
        ("2024-01-26T23:59:00+07:00", "lontar", "Akan datang"),
        ("2024-01-27T00:00:00+07:00", "lontar", "Hari ini"),
        ("2024-01-28T23:00:00+07:00", "lontar", "Hari ini"),  # the second of three days
        ("2024-01-29T11:59:00+07:00", "lontar", "Hari ini"),
        ("2024-01-29T12:00:00+07:00", "lontar", "Sudah lewat"),  # its last hour
        ("2024-01-30T00:00:00+07:00", "lontar", "Sudah lewat"),
        ("2024-01-27T21:30:00+07:00", "timur", "Akan datang"),  # 23.30 WIT
        ("2024-01-27T23:30:00+07:00", "timur", "Hari ini"),  # 01.30 WIT of the next day
        ("2024-01-27T23:30:00+07:00", "malam", "Akan datang"),  # the same day, but WIB
        ("2024-01-28T08:30:00+07:00", "timur", "Sudah lewat"),  # 10.30 WIT
        ("2024-01-27T23:59:00+07:00", "kasemen", "Hari ini"),  # no last hour
        ("2024-01-28T21:00:00+07:00", "malam", "Hari ini"),  # it ends after midnight
        ("2024-01-29T00:30:00+07:00", "malam", "Sudah lewat"),
    ],
)
def test_word_by_the_clock_in_the_sessions_zone(
    page: Page, home: str, now: str, name: str, word: str
) -> None:
    page.clock.set_fixed_time(now)
    page.goto(f"{home}jadwal/{REGENCY}/")
    assert kapan(page, name) == word
    expect(page.locator("#sesi-tanpa-tanggal .jadwal-kapan")).to_be_hidden()


@pytest.mark.parametrize("zone", ["Pacific/Honolulu", "Asia/Jayapura", "Europe/London"])
def test_words_do_not_depend_on_where_the_reader_is(browser: Browser, home: str, zone: str) -> None:
    context = browser.new_context(timezone_id=zone)
    page = context.new_page()
    page.clock.set_fixed_time("2024-01-27T23:30:00+07:00")
    page.goto(f"{home}jadwal/{REGENCY}/")
    assert [kapan(page, name) for name in ("timur", "malam")] == ["Hari ini", "Akan datang"]
    context.close()


def test_words_follow_the_clock_while_the_page_is_open(page: Page, home: str) -> None:
    page.clock.install(time="2024-01-26T23:58:00+07:00")
    page.goto(f"{home}jadwal/{REGENCY}/?kapan=hari-ini")
    assert visible(page) == []
    page.clock.run_for(5 * 60 * 1000)
    assert kapan(page, "lontar") == "Hari ini"
    assert visible(page) == ["sesi-lontar", "sesi-kasemen"]


@pytest.mark.parametrize(
    ("now", "sentence", "words"),
    [
        ("2024-01-19T12:00:00+07:00", "Sabtu, 20 Januari 2024", ["Akan datang"] * 3),
        ("2024-01-20T12:00:00+07:00", "Hari ini ada sesi.", ["Hari ini"] + ["Akan datang"] * 2),
        ("2024-01-25T12:00:00+07:00", "Sabtu, 27", ["Sudah lewat"] + ["Akan datang"] * 2),
        ("2024-01-28T12:00:00+07:00", "Hari ini", ["Sudah lewat", "Hari ini", "Akan datang"]),
        ("2024-02-02T12:00:00+07:00", "Semua sesi sudah lewat.", ["Sudah lewat"] * 3),
    ],
)
def test_list_of_days(page: Page, home: str, now: str, sentence: str, words: list[str]) -> None:
    page.clock.install(time=now)
    page.goto(f"{home}jadwal/")
    page.clock.run_for(3 * 60 * 1000)  # marked again each minute, not once more
    assert page.locator("li .jadwal-kapan").all_inner_texts() == words
    expect(page.locator("[data-terdekat]")).to_be_visible()
    expect(page.locator("[data-terdekat]")).to_contain_text(sentence)
    expect(page.locator("li").first).to_have_text(f"20 Januari: 1 sesi {words[0]}")


# ---- One session as a calendar file ----


def saved(page: Page, name: str) -> tuple[str, str]:
    """Click the calendar link of a session; give name and text of what is saved."""
    with page.expect_download() as waiting:
        page.locator(f"#sesi-{name} .jadwal-kalender").click()
    path = waiting.value.path()
    return waiting.value.suggested_filename, path.read_bytes().decode()


def test_calendar_holds_the_one_session(serang: Page) -> None:
    name, text = saved(serang, "lontar")
    assert name == "sesi-lontar.ics"
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//uji//id\r\n")
    assert text.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 1
    assert "UID:lontar@jadwal.bim\r\n tek-kpps\r\n" in text
    assert "TZID:Asia/Jakarta" in text
    assert "Jayapura" not in text
    assert "\n" not in text.replace("\r\n", "")


def test_calendar_without_zone_has_none(serang: Page) -> None:
    name, text = saved(serang, "kasemen")
    assert name == "sesi-kasemen.ics"
    assert "SUMMARY:Kasemen" in text
    assert "VTIMEZONE" not in text
    assert text.count("UID:") == 1


@pytest.mark.parametrize("name", ["lontar", "tot"], ids=["no connection", "no such session"])
def test_calendar_of_all_where_one_cannot_be_had(serang: Page, name: str) -> None:
    if name == "lontar":
        serang.route(
            "**/*.ics",
            lambda route: (
                route.abort() if route.request.resource_type == "fetch" else route.continue_()
            ),
        )
    file, text = saved(serang, name)
    assert file == f"{REGENCY}.ics"
    assert text == CALENDAR


# ---- The line to correct ----

HEAD = "id,tempat,catatan,kecamatan,penyelenggara\n"
LINES = {
    "comma": (HEAD + 'p-0021,"dua\nbaris ""p-002""",,,\np-002,Aula,,,\n', "lontar", 4),
    "semicolon": ("sep=;\nid;tempat\n\nx;p-00\nP-002;Aula; Lantai 2, kiri\n", "lontar", 5),
    "windows": ('\ufeffid,tempat\r\n"p-0",a\r\n"p-002 ",b', "lontar", 3),
    "key in a late cell": ('catatan,id\n"satu\n\ntiga",p-002\n', "lontar", 4),
    "no id": (HEAD + ",Aula,,Taktakan,PPK\n,Aula Baru,x,Taktakan,\n,,,,PPS\n", "tanpa-tanggal", 3),
    "no id, whole cells first": (
        HEAD + ",Aula Baru Dua,,Taktakan,PPS\n,Aula Baru,,Taktakan,PPS\n",
        "tanpa-tanggal",
        3,
    ),
    "stray quote": ('id,tempat\nx,5" pipa\ny,"a" b\np-002,c\n', "lontar", 4),
}


def github(context: BrowserContext, text: str | None) -> list[str]:
    """Stand in for GitHub; give the list to which requests are added."""
    asked: list[str] = []

    def raw(route: Route) -> None:
        asked.append(route.request.url)
        if text is None:
            route.abort()
        else:
            route.fulfill(body=text, headers={"Access-Control-Allow-Origin": "*"})

    context.route("https://raw.githubusercontent.com/**", raw)
    context.route(
        "https://github.com/**",
        lambda route: route.fulfill(body="<title>GitHub</title>", content_type="text/html"),
    )
    return asked


@pytest.mark.parametrize(("text", "name", "line"), LINES.values(), ids=LINES)
def test_correction_opens_at_the_line(
    serang: Page, context: BrowserContext, text: str, name: str, line: int
) -> None:
    asked = github(context, text)
    serang.wait_for_load_state("networkidle")
    assert asked == []
    serang.locator(f"#sesi-{name} .jadwal-perbaiki").click()
    serang.wait_for_url("https://github.com/**")
    assert asked == [RAW]
    assert serang.url == f"{CSV}#L{line}"


@pytest.mark.parametrize("text", [None, "id,tempat\np-0021,x\n", ""])
def test_correction_opens_the_file_where_the_line_is_not_found(
    serang: Page, context: BrowserContext, text: str | None
) -> None:
    github(context, text)
    serang.locator("#sesi-lontar .jadwal-perbaiki").click()
    serang.wait_for_url("https://github.com/**")
    assert serang.url == CSV


def test_correction_does_not_wait_for_long(serang: Page, context: BrowserContext) -> None:
    github(context, "")
    context.route("https://raw.githubusercontent.com/**", lambda route: None)
    serang.locator("#sesi-lontar .jadwal-perbaiki").click()
    serang.wait_for_url("https://github.com/**", timeout=4000)
    assert serang.url == CSV


def test_new_tab_is_the_browsers_own(serang: Page, context: BrowserContext) -> None:
    asked = github(context, HEAD)
    serang.evaluate("addEventListener('click', event => { window.own = !event.defaultPrevented })")
    with context.expect_page():
        serang.locator("#sesi-lontar .jadwal-perbaiki").click(modifiers=["ControlOrMeta"])
    assert serang.evaluate("window.own")
    with serang.expect_download() as waiting:
        serang.locator("#sesi-lontar .jadwal-kalender").click(modifiers=["Alt"])
    assert waiting.value.suggested_filename == f"{REGENCY}.ics"
    assert asked == []
    assert serang.url.startswith("http://127.0.0.1")
