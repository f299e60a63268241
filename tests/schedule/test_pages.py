"""The page says what the data say, in both languages, and no cell ever becomes markup."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest

from scripts.schedule.checks import load
from scripts.schedule.pages import render

Row = dict[str, str]
ID, EN = "id/jadwal/index.md", "en/jadwal/index.md"
# what mkdocs.yml may enable, and more: the page must not depend on what is off
EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    "toc",
]


class Page(HTMLParser):
    """The rendered page: its tags with attribute names, its ids, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.shapes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.shapes.add(f"{tag} {' '.join(sorted(names))}")
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [value for name, value in attrs if name == "href" and value]
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> menutup elemen lain"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"komentar HTML di halaman: {data}")


def _html(text: str) -> str:
    """Render a page as MkDocs does, without its front matter."""
    return markdown.markdown(text.split("---\n", 2)[2], extensions=EXTENSIONS)


def _pages(folder: Path, today: date | None = None) -> dict[str, str]:
    result = load(folder)
    assert [str(problem) for problem in result.problems if problem.code != "JDW026"] == []
    return render(result.sessions, today)


@pytest.fixture
def page(sound: Callable[..., Row], write: Callable[..., Path]) -> Callable[..., tuple[str, str]]:
    """Give a function that renders one changed row: Indonesian and English text."""

    def make(today: date | None = None, **cells: str) -> tuple[str, str]:
        pages = _pages(write([sound(**cells)]), today)
        return pages[ID], pages[EN]

    return make


def _flat(text: str) -> str:
    """The words of a page without tags, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).split())


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
        ({"provinsi": "Bali"}, "08.00–selesai WITA", "from 08:00 WITA, end open"),
        ({"provinsi": "Papua"}, "08.00–selesai WIT", "from 08:00 WIT, end open"),
        ({"provinsi": "Papua"}, "Distrik: Kuta Baro", "District (distrik): Kuta Baro"),
        (
            {"tanggal": "", "kepastian_tanggal": "tidak disebut"},
            "tanggal tidak disebut sumber",
            "date not given by the source",
        ),
        ({"kepastian_tanggal": "disimpulkan"}, "tanggal disimpulkan", "date inferred"),
        ({"kepastian_tanggal": "rencana"}, "tanggal rencana", "planned date"),
        ({"gelombang": "II"}, "Bimtek KPPS , gelombang II", "KPPS training , wave II"),
        ({"gelombang": "sesi 1 dari 2"}, ", sesi 1 dari 2", ", sesi 1 dari 2"),
        (
            {"peserta": "1300", "tps": "58"},
            "1.300 peserta, 58 TPS",
            "1,300 participants, 58 polling stations",
        ),
        ({"kecamatan": "Burau; Wotu"}, "Kecamatan: Burau, Wotu", "(kecamatan): Burau, Wotu"),
        ({"kecamatan": ""}, "tingkat kabupaten/kota", "regency or city level"),
        ({"kecamatan": "", "kab_kota": ""}, "tingkat provinsi", "province level"),
        ({}, "tempat tidak diumumkan", "venue not published"),
        ({}, "tautan tidak tersimpan", "link not kept"),
        ({"penyelenggara": "PPS X"}, "Penyelenggara: PPS X", "Organiser: PPS X"),
    ],
)
def test_cells_are_told_in_both_languages(
    cells: Row, indonesian: str, english: str, page: Callable[..., tuple[str, str]]
) -> None:
    first, second = page(**cells)
    assert indonesian in _flat(first)
    assert english in _flat(second)


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
    status: str, indonesian: str, english: str, page: Callable[..., tuple[str, str]]
) -> None:
    for text, word in zip(page(status=status), (indonesian, english), strict=True):
        badge = f'<span class="jadwal-status jadwal-status--{status}">{word}</span>'
        assert badge in text[text.index("<table") :]
        assert f'<tr class="jadwal-sesi--{status}">' in text


def test_a_plan_whose_date_has_passed_is_marked_only_when_the_day_is_known(
    page: Callable[..., tuple[str, str]],
) -> None:
    cells = {"status": "terjadwal", "tanggal_selesai": "2024-01-29"}
    remark = "tanggalnya sudah lewat"
    assert remark not in page(**cells)[0]
    assert remark not in page(today=date(2024, 1, 29), **cells)[0]
    assert remark in page(today=date(2024, 1, 30), **cells)[0]
    assert remark not in page(today=date(2024, 1, 30), status="selesai")[0]


def test_a_source_is_a_link_named_after_its_host(page: Callable[..., tuple[str, str]]) -> None:
    address = "https://www.antaranews.com/berita/1?a=1&b=2"
    for text in page(sumber=address):
        expected = (
            '<a href="https://www.antaranews.com/berita/1?a=1&amp;b=2" rel="nofollow noopener">'
            "antaranews.com</a>"
        )
        assert expected in text


def test_indonesian_cells_are_marked_on_the_english_page(
    page: Callable[..., tuple[str, str]],
) -> None:
    indonesian, english = page(catatan="dua sesi per hari", tempat="Balai Desa")
    assert '<span class="jadwal-baris jadwal-catatan" lang="id">dua sesi per hari</span>' in english
    assert 'lang="id">Balai Desa</span>' in english
    assert "lang=" not in indonesian


def test_table_shape(page: Callable[..., tuple[str, str]]) -> None:
    for text in page():
        table = text[text.index("<table") : text.index("</table>")]
        assert table.count('<th scope="col">') == 6
        assert table.count("<td data-label=") == 6
        assert re.search(
            r"<caption>Kab\. Aceh Besar: 1 ses\w+, 27 Januar[iy] 2024</caption>", table
        )
        assert "\n\n" not in table, "baris kosong memutus blok HTML"


def test_front_matter_is_plain(page: Callable[..., tuple[str, str]]) -> None:
    for text in page():
        lines = text.split("---\n")[1].splitlines()
        keys = [line.split(":")[0] for line in lines]
        assert keys == ["title", "description", "dihasilkan", "gaya"]
        assert lines[2] == "dihasilkan: true"
        assert "&" not in lines[1]


def _many(sound: Callable[..., Row]) -> list[Row]:
    return [
        sound(id="1", provinsi="Banten", kab_kota="Kota Serang"),
        sound(id="2", provinsi="Banten", kab_kota="Kab. Serang"),
        sound(id="3", provinsi="Banten", kab_kota="Kab. Serang", tanggal="2024-01-26"),
        sound(id="4", provinsi="Bali", kab_kota="", kecamatan=""),
        sound(id="5", provinsi="Riau", kab_kota="Kab. Serang", tanggal="2024-01-25"),
        sound(id="6", tanggal="", kepastian_tanggal="tidak disebut"),
        sound(id="7", catatan="a", gelombang="I"),
        sound(id="8", catatan="b", gelombang="II"),
        sound(id="9", pemilu="Pilkada 2024"),
        sound(id="10", pemilu="pemilu 2019"),
    ]


def test_headings_have_the_same_ids_in_both_languages(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    pages = _pages(write(_many(sound)))
    first, second = Page(_html(pages[ID])), Page(_html(pages[EN]))
    wanted = ["provinsi", "cara-membaca", "koreksi"]
    wanted += ["prov-aceh", "kab-aceh-besar", "prov-bali", "prov-banten", "kab-serang"]
    wanted += ["kab-kota-serang", "prov-riau", "kab-serang-2"]
    assert first.ids[1:] == second.ids[1:] == wanted  # the first is the title's own
    assert len(set(first.ids)) == len(first.ids), "jangkar harus unik"
    assert first.shapes | {"span class lang", "span lang"} >= second.shapes
    for link in first.links:
        assert not link.startswith("#") or link[1:] in first.ids


def test_other_elections_are_counted_and_kept_apart(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    pages = _pages(write(_many(sound)))
    assert "2 sesi dari pemilihan lain" in pages[ID]
    assert "pemilu 2019 (1), Pilkada 2024 (1)" in pages[ID]
    assert "2 sessions of other elections" in pages[EN]
    assert "**8 sesi** di **4 provinsi**" in pages[ID]
    assert "1 sesi tanpa tanggal" in pages[ID]


def test_sessions_stand_in_order_of_date_unknown_last(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    text = _pages(write(_many(sound)))[ID]
    aceh = text[text.index("prov-aceh }") : text.index("prov-bali }")]
    assert aceh.index("gelombang I\n") < aceh.index("gelombang II\n") < aceh.index("tidak disebut")
    serang = text[text.index("kab-serang }") : text.index("kab-kota-serang }")]
    assert serang.index("26 Januari") < serang.index("27 Januari")


def test_shuffled_rows_and_split_files_give_the_same_bytes(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    rows = _many(sound)
    expected = _pages(write(rows))
    chance = random.Random(7)
    for _ in range(5):
        chance.shuffle(rows)
        write(rows[:4], "uji.csv")
        assert _pages(write(rows[4:], "lagi.csv", ";")) == expected


HOSTILE = [
    "<b>tebal</b>",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</span></td></tr></table><h1>x</h1>",
    "<!-- komentar",
    "&lt;b&gt; &#60;b&#62;",
    "{{ config }} {% raw %} {# x #}",
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
    "{: #curi onclick=alert(1) }",
    "{ #prov-curi }",
    "*[sesi]: kepanjangan",
    "[^1]: catatan kaki",
    "| a | b |",
    '--8<-- "mkdocs.yml"',
    "\\<b>",
    "$(rm -rf)",
]
FREE_TEXT = [
    "id",
    "kab_kota",
    "kecamatan",
    "kelurahan_desa",
    "tempat",
    "alamat",
    "gelombang",
    "modul",
    "penyelenggara",
    "fasilitator",
    "catatan",
    "pemilu",
]


def _visible(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("column", FREE_TEXT)
def test_hostile_cells_stay_text(
    column: str, sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    lists = column in ("kecamatan", "kelurahan_desa")
    cells = [text.replace(";", ",") if lists else text for text in HOSTILE]
    rows = [sound(id=f"x{i}", tanggal=f"2024-03-{i + 1}") for i in range(len(cells))]
    plain = [{**row, column: f"x{i}"} for i, row in enumerate(rows)]
    usual = _pages(write([*plain, sound(id="y")]))
    bad = [{**row, column: text} for row, text in zip(rows, cells, strict=True)]
    spoilt = _pages(write([*bad, sound(id="y")]))
    for name in (ID, EN):
        harmless, page = Page(_html(usual[name])), Page(_html(spoilt[name]))
        assert page.shapes == harmless.shapes, "sel CSV menjadi HTML"
        assert set(page.links) - set(harmless.links) <= {f"#{anchor}" for anchor in page.ids}
        assert not {"curi", "prov-curi"} & set(page.ids)
        assert "{{" not in spoilt[name].split("---\n", 2)[2]
        if column != "id":  # the id is not shown
            for text in cells:
                assert _visible([text]) in _visible([page.text]), f"{text} harus tampil apa adanya"
