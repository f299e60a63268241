"""The pages say what the data say, in both languages, and no cell ever becomes markup."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin

import markdown
import pytest
import yaml

from scripts.paths import DOCS, LANGUAGES
from scripts.schedule import calendars, layout, pages
from scripts.schedule.checks import load
from scripts.schedule.entries import entries
from scripts.schedule.ledger import Ledger
from scripts.schedule.model import UTC_HOURS, Jenis
from scripts.schedule.words import WORDS
from scripts.schedule.words_script import SCRIPT_WORDS

Row = dict[str, str]

# what mkdocs.yml may enable, and more: the page must not depend on what is off
EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables",
              "toc"]  # fmt: skip
MARK = "<!-- sisipan -->"
VOID = {"br", "hr", "img", "input", "link", "meta"}


@dataclass
class Tag:
    """An element: its name, attributes and the text inside it."""

    name: str
    attrs: dict[str, str]
    text: str = ""

    def __getitem__(self, name: str) -> str:
        return self.attrs[name]

    def get(self, name: str) -> str | None:
        return self.attrs.get(name)

    @property
    def shape(self) -> str:
        return f"{self.name} {' '.join(sorted(self.attrs))}"


@dataclass
class Page(HTMLParser):
    """A rendered page: its elements in order and its text, as a browser sees them."""

    source: str
    tags: list[Tag] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[Tag] = []
        self.feed(self.source)
        self.close()
        assert self._open == [], "elemen tidak ditutup"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"atribut ganda di <{tag}>"
        found = Tag(tag, {name: value or "" for name, value in attrs})
        self.tags.append(found)
        if tag not in VOID:
            self._open.append(found)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag, f"</{tag}> menutup elemen lain"

    def handle_data(self, data: str) -> None:
        for tag in self._open:
            tag.text += data
        if not any(tag.name == "script" for tag in self._open):
            self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"komentar HTML di halaman: {data}")

    def all(self, name: str, /, **attrs: str) -> list[Tag]:
        """Give the elements of this name with these attributes (`class_` for class)."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attrs.items()}
        return [
            tag for tag in self.tags if tag.name == name and wanted.items() <= tag.attrs.items()
        ]

    @property
    def ids(self) -> list[str]:
        return [tag["id"] for tag in self.tags if "id" in tag.attrs]

    @property
    def links(self) -> list[str]:
        return [tag["href"] for tag in self.tags if "href" in tag.attrs]

    @property
    def rows(self) -> list[Tag]:
        return [tag for tag in self.tags if tag.name == "tr" and "data-z" in tag.attrs]


@dataclass
class Site:
    """All that a run makes of the pages: (language, name) -> Markdown, HTML inset, whole page."""

    documents: dict[tuple[str, str], str] = field(default_factory=dict)
    insets: dict[tuple[str, str], str] = field(default_factory=dict)
    calendars: set[str] = field(default_factory=set)

    def page(self, language: str = "id", name: str = "index") -> Page:
        """Give a page as the site has it: Markdown rendered, then the inset set into it."""
        text = self.documents[language, name].split("---\n", 2)[2]
        html = markdown.markdown(text, extensions=EXTENSIONS)
        assert html.count(MARK) == 1
        return Page(html.replace(MARK, self.insets[language, name]))

    def front(self, language: str = "id", name: str = "index") -> dict[str, Any]:
        found: dict[str, Any] = yaml.safe_load(self.documents[language, name].split("---\n")[1])
        return found


Make = Callable[..., Site]


@pytest.fixture
def make(sound: Callable[..., Row], write: Callable[..., Path]) -> Make:
    """Give a function that makes the pages of rows (changes of the sound one)."""

    def run(
        *rows: Row, limit: int = 60, today: date | None = None, collected: bool = False
    ) -> Site:
        result = load(write([sound(**row) for row in rows or ({},)]))
        assert not result.has_errors, [str(problem) for problem in result.problems]
        shown = entries(item for item in result.sourced if item.session.is_main)
        others = Counter(s.pemilu for s in result.sessions if not s.is_main)
        context = pages.Context([e.session for e in shown], others, today, collected)
        site = Site({}, {}, {path for path, _ in calendars.render(shown, Ledger())})
        for kind, path, text in pages.render(layout.lay_out(shown, limit), context):
            kept = site.documents if kind == pages.DOCUMENTS else site.insets
            kept[path.split("/")[0], PurePosixPath(path).name.rpartition(".")[0]] = text
        assert set(site.documents) == set(site.insets)
        return site

    return run


def _flat(text: str) -> str:
    """The words of an inset without tags and scripts, in one line."""
    return " ".join(re.sub(r"<script.*?</script>|<[^>]+>", " ", text).split())


BALI = {"provinsi": "Bali", "kab_kota": "Kab. Badung", "kecamatan": "Kuta"}
PAPUA = {"provinsi": "Papua", "kab_kota": "Kab. Jayapura", "kecamatan": "Sentani"}
BOGOR = {"provinsi": "Jawa Barat", "kab_kota": "Kab. Bogor", "kecamatan": "Cibinong; Citeureup"}


# What a row says


@pytest.mark.parametrize(
    ("cells", "indonesian", "english"),
    [
        ({}, "Sabtu, 27 Januari 2024", "Saturday, 27 January 2024"),
        (
            {"tanggal": "2024-01-28", "tanggal_selesai": "2024-02-02"},
            "Minggu, 28 Januari 2024 s.d. Jumat, 2 Februari 2024 (6 hari)",
            "Sunday, 28 January 2024 to Friday, 2 February 2024 (6 days)",
        ),
        ({}, "08.00–selesai WIB", "from 08:00 WIB, end open"),
        ({"jam_selesai": "15:30"}, "08.00–15.30 WIB", "08:00–15:30 WIB"),
        ({"jam_mulai": "", "jam_selesai": "23:30"}, "sampai 23.30 WIB", "until 23:30 WIB"),
        ({"jam_mulai": ""}, "jam tidak diumumkan (WIB)", "hours not published (WIB)"),
        (BALI, "08.00–selesai WITA", "from 08:00 WITA, end open"),
        (PAPUA, "08.00–selesai WIT", "from 08:00 WIT, end open"),
        (PAPUA, "Distrik: Sentani", "District (distrik): Sentani"),
        (
            {"tanggal": "", "kepastian_tanggal": "tidak disebut"},
            "Tanggal tidak disebut sumber",
            "Date not given by the source",
        ),
        ({"kepastian_tanggal": "disimpulkan"}, "tanggal disimpulkan", "date inferred"),
        ({"kepastian_tanggal": "rencana"}, "tanggal rencana", "planned date"),
        ({"gelombang": "II"}, "Bimtek KPPS , gelombang II", "KPPS training , wave II"),
        ({"gelombang": "sesi 1 dari 2"}, ", sesi 1 dari 2", ", sesi 1 dari 2"),
        (
            {"peserta": "1300", "tps": "58", "gelombang": "1"},
            "1.300 peserta, 58 TPS",
            "1,300 participants, 58 polling stations",
        ),
        ({"peserta": "0"}, "0 peserta", "0 participants"),
        (BOGOR, "Kecamatan: Cibinong, Citeureup", "(kecamatan): Cibinong, Citeureup"),
        (
            {**BOGOR, "kelurahan_desa": "Pakansari; Tarikolot"},
            "Desa/kel.: Pakansari, Tarikolot",
            f"{WORDS['en'].village}: Pakansari, Tarikolot",
        ),
        ({}, "Kab. Aceh Besar Kecamatan: Kuta Baro", "Kab. Aceh Besar District"),
        ({"kecamatan": ""}, "tingkat kabupaten/kota", "regency or city level"),
        ({"kecamatan": "", "kab_kota": ""}, "tingkat provinsi", "province level"),
        ({}, "tempat tidak diumumkan", "venue not published"),
        ({"tempat": "Balai", "alamat": "Jalan Baru"}, "Balai Jalan Baru", "Balai Jalan Baru"),
        ({"penyelenggara": "PPS X"}, "Penyelenggara: PPS X", "Organiser: PPS X"),
        ({"fasilitator": "PPK X"}, "Fasilitator: PPK X", "Facilitator: PPK X"),
        ({"catatan": "bawa SK"}, "bawa SK", "bawa SK"),
        ({"modul": "05-pemungutan-suara"}, "Modul: ", "Module: "),
    ],
)
def test_cells_are_told_in_both_languages(
    cells: Row, indonesian: str, english: str, make: Make
) -> None:
    site = make(cells)
    assert indonesian in _flat(site.insets["id", "index"])
    assert english in _flat(site.insets["en", "index"])


def test_only_what_was_collected_from_news_misses_its_source(make: Make) -> None:
    for language, words in (("id", "tautan tidak tersimpan"), ("en", "link not kept")):
        assert words in _flat(make(collected=True).insets[language, "index"])
        assert words not in _flat(make().insets[language, "index"]), "rencana kantor tanpa tautan"


@pytest.mark.parametrize(
    ("status", "has_word"),
    [("terjadwal", 1), ("berubah", 1), ("selesai", 1), ("ditunda", 0), ("batal", 0)],
)
def test_nobody_is_sent_to_a_session_that_is_not_held(
    status: str, has_word: int, make: Make
) -> None:
    for inset in make({"status": status}).insets.values():
        assert inset.count('class="jadwal-kapan"') == has_word, "hari ini, akan datang, lewat"


@pytest.mark.parametrize(
    ("status", "indonesian", "english"),
    [
        ("selesai", "Selesai", "Held"),
        ("terjadwal", "Terjadwal", "Planned"),
        ("berubah", "Berubah", "Moved"),
        ("ditunda", "Ditunda", "Postponed"),
        ("batal", "Batal", "Cancelled"),
    ],
)
def test_a_state_is_a_word_and_a_class(
    status: str, indonesian: str, english: str, make: Make
) -> None:
    site = make({"status": status})
    for language, word in (("id", indonesian), ("en", english)):
        page = Page(site.insets[language, "index"])
        (row,) = page.rows
        assert row["class"] == f"jadwal-sesi--{status}"
        (badge,) = page.all("span", class_=f"jadwal-status jadwal-status--{status}")
        assert badge.text == word
        # The overview explains every state with its number.
        whole = site.page(language)
        assert len([t for t in whole.tags if "jadwal-status--" in t.attrs.get("class", "")]) == 6
        assert f"{word} (1)" in _flat(whole.source)


@pytest.mark.parametrize(
    ("status", "today", "marked"),
    [
        ("terjadwal", None, False),
        ("terjadwal", date(2024, 1, 29), False),
        ("terjadwal", date(2024, 1, 30), True),
        ("berubah", date(2024, 1, 30), True),
        ("ditunda", date(2024, 1, 30), True),
        ("selesai", date(2024, 1, 30), False),
        ("batal", date(2024, 1, 30), False),
    ],
)
def test_a_plan_whose_date_has_passed_is_marked_only_when_the_day_is_known(
    status: str, today: date | None, marked: bool, make: Make
) -> None:
    site = make({"status": status, "tanggal_selesai": "2024-01-29"}, today=today)
    for language, words in WORDS.items():
        assert (words.overdue in _flat(site.insets[language, "index"])) == marked


def test_a_source_is_a_link_that_tells_its_host(make: Make) -> None:
    address = "https://www.antaranews.com/berita/1?a=1&b=2"
    site = make({"sumber": address})
    for language, word in (("id", "Sumber"), ("en", "Source")):
        page = site.page(language)
        (link,) = page.all("a", href=address)
        assert (link["rel"], link["title"], link.text) == (
            "nofollow noopener",
            "antaranews.com",
            word,
        )


def test_indonesian_cells_are_marked_on_the_english_page(make: Make) -> None:
    own = {
        "catatan": "dua sesi per hari",
        "tempat": "Balai Desa",
        "alamat": "Jalan Baru",
        "gelombang": "sesi pagi",
        "penyelenggara": "PPS X",
        "fasilitator": "PPK X",
    }
    site = make(own)
    marked = [tag.text for tag in Page(site.insets["en", "index"]).all("span", lang="id")]
    assert sorted(marked) == sorted(own.values())
    assert "lang=" not in site.insets["id", "index"]


def test_modules_are_links_to_their_pages(make: Make) -> None:
    site = make({"modul": "05-pemungutan-suara; 07-penghitungan-suara"})
    for language in LANGUAGES:
        links = [tag for tag in site.page(language).all("a") if "/modul/" in tag["href"]]
        assert [link["href"] for link in links] == [
            "../modul/05-pemungutan-suara/",
            "../modul/07-penghitungan-suara/",
        ]
        for link in links:
            name = link["href"].split("/")[-2]
            assert (DOCS / language / "modul" / f"{name}.md").is_file()
            assert link.text != name, "judul modul, bukan nama berkasnya"


def test_the_way_to_correct_a_row_finds_it(make: Make) -> None:
    site = make({"id": "a-1"}, {"id": "", "gelombang": "2", "tempat": "Aula|Desa"})
    first, second = site.page().all("a", class_="jadwal-perbaiki")
    for link in (first, second):
        assert link["href"].startswith(f"{pages.REPO}/blob/main/")
        assert link["href"].endswith("/jadwal/uji.csv?plain=1")
    assert first["data-kunci"] == "a-1"
    assert second["data-kunci"] == "Kuta Baro|Aula Desa|2"


# The table


def test_every_cell_names_its_column(make: Make) -> None:
    for language in LANGUAGES:
        page = make().page(language)
        heads = [tag.text for tag in page.all("th", scope="col")]
        assert len(heads) == 6
        assert [tag["data-label"] for tag in page.all("td")] == heads


def test_rows_carry_what_the_script_filters_by(make: Make) -> None:
    village = {**BOGOR, "kelurahan_desa": "Pakansari; Tarikolot", "jam_selesai": "12.30"}
    site = make(
        {"id": "Full", **village, "tanggal_selesai": "2024-01-31"},
        {"id": "day", **BALI, "tanggal_selesai": "2024-01-27", "jenis": "ToT", "jam_mulai": ""},
        {"id": "prov", **PAPUA, "kab_kota": "", "kecamatan": "", "jenis": "bimtek internal KPU"},
        {"id": "none", "tanggal": "", "kepastian_tanggal": "tidak disebut"},
    )
    expected = {
        "sesi-full": {
            "data-w": "32.01.01.1007 32.01.03.2009", "data-j": "bimtek-kpps", "data-z": "7",
            "data-m": "2024-01-27", "data-s": "2024-01-31", "data-jm": "08:00", "data-js": "12:30",
        },
        "sesi-day": {
            "data-w": "51.03.01", "data-j": "tot", "data-z": "8", "data-m": "2024-01-27",
        },
        "sesi-prov": {
            "data-w": "91", "data-j": "bimtek-internal-kpu", "data-z": "9",
            "data-m": "2024-01-27", "data-jm": "08:00",
        },
        "sesi-none": {
            "data-w": "11.06.11", "data-j": "bimtek-kpps", "data-z": "7", "data-jm": "08:00",
        },
    }  # fmt: skip
    for language in LANGUAGES:
        rows = site.page(language).rows
        assert {
            row["id"]: {name: row[name] for name in row.attrs if name.startswith("data-")}
            for row in rows
        } == expected
    assert set(UTC_HOURS.values()) == {7, 8, 9}


def test_a_row_leads_to_its_smallest_calendar_with_its_uid(make: Make) -> None:
    site = make({"id": "Ab", **BOGOR}, {"id": "cd", "tanggal": "", "kepastian_tanggal":
                "tidak disebut", "gelombang": "2"})  # fmt: skip
    for language, up in (("id", "../"), ("en", "../../")):
        (link,) = site.page(language).all("a", class_="jadwal-kalender")
        assert link["href"] == f"{up}jadwal/kalender/32.01.01.ics"
        assert link["data-uid"] == "ab@jadwal.bimtek-kpps"


def test_days_are_sections_in_order_and_the_undated_stand_last(make: Make) -> None:
    site = make(
        {"id": "1", "tanggal": "2024-01-28"},
        {"id": "2", "tanggal": "", "kepastian_tanggal": "tidak disebut"},
        {"id": "3", "jam_mulai": "13.00"},
        {"id": "4", "jam_mulai": "07.30"},
        {"id": "5", "jam_mulai": ""},
        {"id": "6", "tanggal": "2023-12-31", "tanggal_selesai": "2024-01-30"},
    )
    for language, heads in (
        ("id", ["Minggu, 31 Desember 2023 1 sesi", "Sabtu, 27 Januari 2024 3 sesi",
                "Minggu, 28 Januari 2024 1 sesi", "Tanggal tidak disebut sumber 1 sesi"]),
        ("en", ["Sunday, 31 December 2023 1 session", "Saturday, 27 January 2024 3 sessions",
                "Sunday, 28 January 2024 1 session", "Date not given by the source 1 session"]),
    ):  # fmt: skip
        page = Page(site.insets[language, "index"])
        days = [tag["data-hari"] for tag in page.all("section", class_="jadwal-hari")]
        assert days == ["2023-12-31", "2024-01-27", "2024-01-28", ""]
        assert [row["id"] for row in page.rows] == [f"sesi-{i}" for i in (6, 4, 3, 5, 1, 2)]
        titles = [tag for tag in page.all("h2") if "kalender" not in tag["id"]]
        assert [title.text for title in titles] == heads
        assert [title["id"] for title in titles] == [*days[:3], "tanpa-tanggal"]


# The tools


def test_a_page_with_rows_has_finder_and_filters_that_wait_for_the_script(make: Make) -> None:
    site = make(
        {"id": "1", **BOGOR},
        {"id": "2", **BALI, "tanggal": "2024-01-26"},
        {"id": "3", "jenis": "ToT"},
    )
    for language in LANGUAGES:
        page = site.page(language)
        (sheet,) = [tag for tag in page.tags if "data-jadwal" in tag.attrs]
        assert sheet["class"] == "jadwal-lembar"
        assert sheet["data-halaman"] == "./"
        assert sheet["data-berkas-statis"] == (
            "../jadwal/" if language == "id" else "../../jadwal/"
        )
        assert sheet["data-repo"] == pages.REPO
        (finder,) = page.all("form", class_="jadwal-cari", role="search")
        (filters,) = page.all("form", class_="jadwal-saring")
        assert "hidden" in finder.attrs
        assert "hidden" in filters.attrs
        (box,) = page.all("input", type_="search", name_="cari")
        assert [label["for"] for label in page.tags if "for" in label.attrs] == [box["id"]]
        assert box["aria-describedby"] in page.ids
        assert [tag["name"] for tag in page.all("select")] == ["kec", "jenis", "tanggal", "kapan"]
        (words,) = [tag for tag in page.all("script") if "data-kata" in tag.attrs]
        assert words["type"] == "application/json"
        assert json.loads(words.text) == SCRIPT_WORDS[language]


def test_filters_offer_what_the_page_has(make: Make) -> None:
    page = make(
        {"id": "1", **BOGOR},
        {"id": "2", **BALI, "tanggal": "2024-01-26"},
        {"id": "3", "jenis": "ToT", "kecamatan": ""},
    ).page()
    options = [(tag["value"], tag.text) for tag in page.all("option")]
    assert options == [
        ("", "Semua"),
        ("32.01.01", "Cibinong (Kab. Bogor)"),
        ("32.01.03", "Citeureup (Kab. Bogor)"),
        ("51.03.01", "Kuta (Kab. Badung)"),
        ("", "Semua"),
        ("tot", WORDS["id"].jenis[Jenis.TOT]),
        ("bimtek-kpps", "Bimtek KPPS"),
        ("", "Semua"),
        ("2024-01-26", "26 Januari 2024"),
        ("2024-01-27", "27 Januari 2024"),
        ("", "Semua"),
        ("hari-ini", "Hari ini"),
        ("akan-datang", "Akan datang"),
        ("lewat", "Sudah lewat"),
    ]


def test_a_filter_without_a_choice_is_left_out(make: Make) -> None:
    assert [tag["name"] for tag in make().page().all("select")] == ["kapan"]


# Divided schedules


MANY = [
    {"id": "a", **BOGOR},
    {"id": "b", **BOGOR, "tanggal": "2024-01-28", "tanggal_selesai": "2024-01-30"},
    {"id": "c", **BOGOR, "kab_kota": "Kota Bogor", "kecamatan": "Bogor Timur"},
    {"id": "d", **BOGOR, "kab_kota": "", "kecamatan": ""},
    {"id": "e", **BALI},
    {"id": "f", **BALI, "tanggal": "", "kepastian_tanggal": "tidak disebut", "kecamatan": "Mengwi"},
    {"id": "g", **PAPUA, "tanggal": "", "kepastian_tanggal": "tidak disebut"},
]
ADDRESSES = {"index": "jadwal/", "32": "jadwal/32/", "32.01": "jadwal/32.01/",
             "32.71": "jadwal/32.71/", "51": "jadwal/51/", "91": "jadwal/91/"}  # fmt: skip
STAND = {"index": "", "32": "d", "32.01": "ab", "32.71": "c", "51": "ef", "91": "g"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_session_stands_on_one_page(language: str, make: Make) -> None:
    site = make(*MANY, limit=3)
    assert {name for _, name in site.documents} == set(STAND)
    for name, wanted in STAND.items():
        rows = site.page(language, name).rows
        assert "".join(row["id"].removeprefix("sesi-") for row in rows) == wanted


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("limit", [3, 60])
def test_every_link_leads_somewhere(language: str, limit: int, make: Make) -> None:
    site = make(*MANY, limit=limit)
    prefix = "" if language == "id" else f"{language}/"
    folder = DOCS / language
    for name in [name for lang, name in site.documents if lang == language]:
        base = f"https://x.id/{prefix}{ADDRESSES[name]}"
        for link in site.page(language, name).links:
            if link.startswith(("#", pages.REPO)):
                assert link.startswith(pages.REPO) or link[1:] in site.page(language, name).ids
                continue
            if link.endswith(".md") or ".md#" in link:  # MkDocs makes an address of it
                file, _, anchor = link.partition("#")
                target = PurePosixPath(file)
                if target.parent == PurePosixPath("."):
                    assert (language, file.removesuffix(".md")) in site.documents, link
                    assert not anchor or anchor in site.page(language, target.stem).ids
                else:
                    assert (folder / "jadwal" / file).resolve().is_file(), link
                continue
            path = urljoin(base, link).removeprefix("https://x.id/")
            if path.endswith(".ics"):
                assert path.removeprefix("jadwal/") in site.calendars, f"{name}: {link}"
            elif path.startswith("jadwal/") and "." in path.rpartition("/")[2]:
                assert path.rpartition("/")[2] in {
                    "jadwal.json", "jadwal.csv", "skema-jadwal.json", "skema-csv.json",
                    "contoh-jadwal.csv",
                }  # fmt: skip
            else:
                assert path.removeprefix(prefix) in ADDRESSES.values(), f"{name}: {link}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_overview_has_the_finder_and_the_days_but_no_rows(language: str, make: Make) -> None:
    page = make(*MANY, limit=3).page(language)
    assert page.all("form", class_="jadwal-cari")
    assert page.all("form", class_="jadwal-saring") == []
    assert page.all("table") == []
    (days,) = [tag for tag in page.tags if "data-daftar-hari" in tag.attrs]
    assert days["class"] == "jadwal-hari-daftar"
    assert [tag["data-m"] for tag in page.all("li") if "data-m" in tag.attrs] == [
        "2024-01-27",
        "2024-01-28",
    ]
    (nearest,) = [tag for tag in page.tags if "data-terdekat" in tag.attrs]
    assert "hidden" in nearest.attrs
    word = "sesi" if language == "id" else "session"
    text = _flat(page.source)
    assert re.search(rf"2024 ?: 4 {word}", text)
    assert re.search(rf"Jawa Barat \(4 {word}s?\)", text)
    assert [link for link in page.links if re.fullmatch(r"\./\d\d/", link)] == [
        "./32/", "./51/", "./91/",
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_region_has_its_own_page(language: str, make: Make) -> None:
    site = make(*MANY, limit=3)
    page = site.page(language, "32.01")
    (title,) = page.all("h1")
    assert "Kab. Bogor" in title.text
    (sheet,) = [tag for tag in page.tags if "data-jadwal" in tag.attrs]
    assert sheet["data-halaman"] == "../"
    assert (
        sheet["data-berkas-statis"] == ("../../" if language == "id" else "../../../") + "jadwal/"
    )
    assert {"index.md", "32.md", "index.md#cara-membaca"} <= set(page.links)
    assert "Kab. Bogor" not in _flat(Page(site.insets[language, "32.01"]).all("tbody")[0].text)
    province = site.page(language, "32")
    assert {"../32.01/", "../32.71/"} <= set(province.links)
    assert "32.md" not in province.links


# Both languages, headings, front matter


@pytest.mark.parametrize("limit", [3, 60])
def test_both_languages_have_the_same_sessions_headings_and_shapes(limit: int, make: Make) -> None:
    site = make(*MANY, limit=limit)
    for name in {name for _, name in site.documents}:
        first, second = site.page("id", name), site.page("en", name)
        # The title's own id comes from its words.
        assert first.ids[1:] == second.ids[1:]
        assert [row.attrs for row in first.rows] == [row.attrs for row in second.rows]
        assert Counter(tag.shape for tag in first.tags) == Counter(
            tag.shape for tag in second.tags if tag.shape != "span lang"
        )


@pytest.mark.parametrize("limit", [3, 60])
@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unique_and_headings_step_by_step(language: str, limit: int, make: Make) -> None:
    site = make(*MANY, limit=limit)
    for name in {name for _, name in site.documents}:
        page = site.page(language, name)
        assert len(set(page.ids)) == len(page.ids), "jangkar harus unik"
        levels = [int(tag.name[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag.name)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("language", LANGUAGES)
def test_front_matter_is_plain(language: str, make: Make) -> None:
    site = make(*MANY, limit=3)
    for lang, name in site.documents:
        if lang != language:
            continue
        front = site.front(language, name)
        assert front["sisipan"] == name, "nama wilayah tidak boleh dibaca YAML sebagai bilangan"
        assert front["dihasilkan"] is True
        assert (DOCS / front["gaya"]).is_file()
        assert (DOCS / front["skrip"]).is_file()
        assert front.get("search", {"exclude": False})["exclude"] == (name != "index")
        assert "&" not in front["title"] + front["description"]
        assert "Pemilu 2024" in front["description"]


def test_every_page_has_its_own_title(make: Make) -> None:
    site = make(*MANY, limit=3)
    for language in LANGUAGES:
        for key in ("title", "description"):
            told = [site.front(lang, n)[key] for lang, n in site.documents if lang == language]
            assert len(set(told)) == len(told)


def test_the_overview_counts(make: Make) -> None:
    rows = [*MANY, {"id": "x", "pemilu": "Pilkada 2024", "tanggal": "2024-11-20"},
            {"id": "y", "pemilu": "pemilu 2019"}]  # fmt: skip
    site = make(*rows, limit=3)
    text = site.documents["id", "index"]
    assert "**7 sesi** di **3 provinsi**, 27 Januari 2024 s.d. 30 Januari 2024." in text
    assert "2 sesi tanpa tanggal" in text
    assert "2 sesi dari pemilihan lain" in text
    assert "pemilu 2019 (1), Pilkada 2024 (1)" in text
    english = site.documents["en", "index"]
    assert "**7 sessions** in **3 provinces**, 27 January 2024 to 30 January 2024." in english
    assert "2 sessions of other elections" in english
    assert "sesi-x" not in site.insets["id", "index"]


def test_sessions_of_the_edition_only_are_not_counted_apart(make: Make) -> None:
    site = make()
    assert "pemilihan lain" not in site.documents["id", "index"]
    assert "tanpa tanggal" not in site.documents["id", "index"]


@pytest.mark.parametrize("collected", [True, False])
def test_a_collected_schedule_says_so(collected: bool, make: Make) -> None:
    site = make(collected=collected)
    assert ("dikumpulkan dari berita" in site.documents["id", "index"]) == collected
    assert ("collected from news" in site.documents["en", "index"]) == collected


# Order of rows


def test_shuffled_rows_give_the_same_bytes(make: Make) -> None:
    rows = [*MANY, {"id": "", "gelombang": "I"}, {"id": "", "gelombang": "II"},
            {"id": "", "jenis": "ToT", "tps": "3"}]  # fmt: skip
    expected = make(*rows, limit=3)
    chance = random.Random(7)
    for _ in range(5):
        chance.shuffle(rows)
        assert make(*rows, limit=3) == expected


# Cells that would like to be more than text


HOSTILE = [
    "<b>tebal</b>",
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</span></div></td></tr></table></section><h1>x</h1>",
    "<!-- komentar",
    "-->",
    "<!-- sisipan -->",
    "]]>",
    "&lt;b&gt; &#60;b&#62; &amp;",
    "{{ config }} {% raw %} {# x #}",
    "}} {{",
    "=cmd|'/c calc'!A0",
    "=HYPERLINK(1)",
    "+1+1",
    "@SUM(1)",
    "javascript:alert(1)",
    "[x](javascript:alert(1))",
    "![x](https://jahat.example/x.png)",
    "<https://jahat.example>",
    "https://jahat.example",
    "**tebal** _miring_ ~~coret~~ `kode`",
    "# judul",
    "- butir",
    "1. butir",
    "{: #curi onclick=alert(1) }",
    "{ #prov-curi }",
    "*[sesi]: kepanjangan",
    "[^1]: catatan kaki",
    "| a | b |",
    '--8<-- "mkdocs.yml"',
    "\\<b> \\u003cb>",
    "$(rm -rf)",
    "\ue000 \ue001",
]
FREE_TEXT = ["tempat", "alamat", "gelombang", "penyelenggara", "fasilitator", "catatan", "pemilu"]


def _visible(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())


def _texts(value: Any) -> list[str]:
    """All texts of a JSON document."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in _texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    return [value] if isinstance(value, str) else []


def _keys(value: Any) -> Any:
    """The shape of a JSON document."""
    if isinstance(value, dict):
        return {key: _keys(item) for key, item in value.items()}
    return [_keys(item) for item in value] if isinstance(value, list) else None


@pytest.mark.parametrize("column", FREE_TEXT)
def test_hostile_cells_stay_text(column: str, make: Make) -> None:
    rows = [{"id": f"x{i}", "jam_mulai": f"07.{i:02}"} for i in range(len(HOSTILE))]
    usual = make(*({**row, column: f"x{i}"} for i, row in enumerate(rows)), {"id": "y"})
    spoilt = make(
        *({**row, column: text} for row, text in zip(rows, HOSTILE, strict=True)), {"id": "y"}
    )
    for language in LANGUAGES:
        harmless, page = usual.page(language), spoilt.page(language)
        assert Counter(tag.shape for tag in page.tags) == Counter(
            tag.shape for tag in harmless.tags
        ), "sel CSV menjadi HTML"
        assert page.links == harmless.links
        assert page.ids == harmless.ids
        for texts in (spoilt.documents, spoilt.insets):
            assert not re.search(
                r"\{\{|\}\}|\{%|\{#[^ ]", _without_attr_lists(texts[language, "index"])
            )
        for text in HOSTILE:
            assert _visible([text]) in _visible([page.text]), f"{text} harus tampil apa adanya"
        _same_linked_data(harmless, page, column)


def _without_attr_lists(text: str) -> str:
    """A page without the ids that its template gives to headings."""
    return re.sub(r"^(## .*) \{ #[a-z-]+ \}$", r"\1", text, flags=re.MULTILINE)


def _same_linked_data(harmless: Page, page: Page, column: str) -> None:
    before, after = (
        json.loads(p.all("script", type="application/ld+json")[0].text) for p in (harmless, page)
    )
    assert _keys(before) == _keys(after)
    if column in ("tempat", "alamat", "penyelenggara"):
        texts = _texts(after)
        for text in HOSTILE:
            assert any(known.startswith(" ".join(text.split())) for known in texts), text


LINKS = [
    "https://a.id/?x=[x](javascript:alert(1))",
    "https://a.id/&lt;&quot;&#34;",
    "https://a.id/*_~$#!;:@,()=+",
    "https://a.id/%22onclick=alert(1)",
    "https://a.id/--><!--",
    "https://a.id/</script>",
    "https://a.id/&copy=1&amp=2",
]


@pytest.mark.parametrize("address", LINKS)
def test_a_hostile_link_stays_a_link_or_is_refused(
    address: str, make: Make, sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    if "<" in address or ">" in address:
        assert [p.code for p in load(write([sound(sumber=address)])).problems] == ["JDW017"]
        return
    usual, spoilt = make({"sumber": "https://a.id/"}), make({"sumber": address})
    for language in LANGUAGES:
        harmless, page = usual.page(language), spoilt.page(language)
        assert [tag.shape for tag in page.tags] == [tag.shape for tag in harmless.tags]
        assert address in page.links
        assert (
            page.links[: page.links.index(address)]
            == harmless.links[: harmless.links.index("https://a.id/")]
        )


def test_only_escaped_text_reaches_a_file_name(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    folder = write([sound()], 'a b"&<x>{{y}}?#.csv')
    shown = entries(load(folder).sourced)
    context = pages.Context([e.session for e in shown], Counter(), None, False)
    for kind, _, text in pages.render(layout.lay_out(shown, 60), context):
        if kind == pages.INSETS:
            (link,) = Page(text).all("a", class_="jadwal-perbaiki")
            assert link["href"].endswith("a%20b%22%26%3Cx%3E%7B%7By%7D%7D%3F%23.csv?plain=1")
