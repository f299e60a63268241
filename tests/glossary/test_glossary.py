"""The glossary: read strictly, explained once a section, never inside links or headings."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scripts.glossary.pages import render
from scripts.glossary.terms import Term, check, load
from scripts.glossary.tooltips import Explainer
from scripts.legal.register import Entry, Grade, Instrument, Register

HEADER = "istilah,kepanjangan,arti,kepanjangan_en,arti_en,bentuk,bentuk_en,kerap,halaman,sumber\n"
ROWS = (
    "DPT,Daftar Pemilih Tetap,Daftar pemilih.,final voter list,List.,,,,modul/index.md#isi,satu-a\n"
    "DPTb,Daftar Pemilih Tambahan,Daftar <tambahan>.,supplementary list,Supplement.,,,,,\n"
    "surat suara,,Kertas untuk memilih.,ballot paper,Paper.,kertas suara,ballot paper;ballots,,,\n"
    "TPS,Tempat Pemungutan Suara,Tempat.,polling station,Place.,,,ya,,\n"
    "C.HASIL,,Formulir hasil.,,Result form.,,,,,\n"
    "C.HASIL SALINAN,,Salinan hasil.,,Copy.,,,,,\n"
)
INSTRUMENT = Instrument("x", "y", {"id": "X", "en": "X"}, {"id": "X", "en": "X"}, "")


def terms(tmp_path: Path, rows: str = ROWS) -> dict[str, Term]:
    path = tmp_path / "istilah.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    found, problems = load(path)
    assert not problems
    return found


def register(grade: Grade = Grade.A) -> Register:
    part = {"id": "Pasal 1", "en": "Article 1"}
    entry = Entry("satu-a", INSTRUMENT, part, part, grade, (), date(2026, 1, 1))
    return Register({"x": INSTRUMENT}, {"satu-a": entry})


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ("DPT,Daftar,,list,List.,,,,,\n", "IST002", 2),
        ("DPT,Daftar,Arti.,list,,,,,,\n", "IST002", 2),
        ("DPT,,Arti.,,Meaning.,,,sering,,\n", "IST002", 2),
        (ROWS + "dpt,,Arti.,,Meaning.,,,,,\n", "IST003", 8),
        (ROWS + "kartu,,Arti.,,Meaning.,kertas suara,,,,\n", "IST003", 8),
        (ROWS + "card,,Arti.,,Meaning.,,ballots,,,\n", "IST003", 8),
    ],
)
def test_bad_rows(tmp_path: Path, rows: str, code: str, line: int) -> None:
    path = tmp_path / "istilah.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    assert [(p.code, p.line) for p in load(path)[1]] == [(code, line)]


def test_sources_and_pages_must_exist(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    for language in ("id", "en"):
        (docs / language / "modul").mkdir(parents=True)
        (docs / language / "modul/index.md").write_text("# x", encoding="utf-8")
    found = terms(tmp_path)
    assert check(register(), found, docs) == []
    assert [p.code for p in check(register(Grade.C), found, docs)] == ["IST004"]
    assert [p.code for p in check(Register({}, {}), found, docs)] == ["IST004"]
    (docs / "en/modul/index.md").unlink()
    (problem,) = check(register(), found, docs)
    assert (problem.code, problem.line) == ("IST004", 2)


def buttons(html: str) -> list[str]:
    return re.findall(r'<button type="button" class="istilah"[^>]*>([^<]*)</button>', html)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>DPT dan DPT.</p>", ["DPT"]),
        ("<p>DPT</p><h2>Bagian</h2><p>DPT</p>", ["DPT", "DPT"]),
        ("<p>DPTb, bukan DPT.</p>", ["DPTb", "DPT"]),
        ("<p>dpt, DPTX, xDPT, DPT-KPU</p>", []),
        ("<p>Surat suara dan surat suara.</p>", ["Surat suara"]),
        ("<p>Kertas suara lalu surat suara.</p>", ["Kertas suara"]),
        ("<p>C.HASIL SALINAN dan C.HASIL.</p>", ["C.HASIL SALINAN", "C.HASIL"]),
        ("<p>C.HASIL-PPWP</p>", []),
        ('<p><a href="x">DPT</a> lalu DPT</p>', ["DPT"]),
        ("<h2>DPT</h2>", []),
        ("<details><summary>DPT</summary><p>DPT</p></details>", ["DPT"]),
        ("<pre><code>DPT</code></pre>", []),
        ('<p><img alt="DPT" src="x"> DPT</p>', ["DPT"]),
        ("<table><th>DPT</th><td>DPT</td></table>", ["DPT"]),
        ("<!-- DPT --><p>x</p>", []),
        ('<div><p class="admonition-title">DPT</p><p>DPT</p></div>', ["DPT"]),
        ("<p>TPS</p><h2>x</h2><p>TPS, DPT</p>", ["TPS", "DPT"]),
        ('<div class="ringkasan"><p>DPT</p></div><p>DPT</p>', ["DPT"]),
        ("<p>Daftar (DPT). “DPTb”, C.HASIL.</p>", ["DPT", "DPTb", "C.HASIL"]),
        ('<p>DPT</p><h2 id="sumber">Sumber</h2><ul><li>DPTb</li></ul>', ["DPT"]),
    ],
)
def test_first_use_in_a_section_becomes_a_button(
    tmp_path: Path, html: str, found: list[str]
) -> None:
    explained = Explainer(terms(tmp_path).values(), "id").explain(html, "../istilah/")
    assert buttons(explained) == found
    # Nothing but buttons and notes was added.
    rest = re.sub(r'<div class="istilah-arti".*?</div>', "", explained)
    assert re.sub(r'<button[^>]*>|</button>|<span class="rapat">|</span>', "", rest) == html


def test_a_term_stays_with_its_brackets_and_full_stop(tmp_path: Path) -> None:
    explained = Explainer(terms(tmp_path).values(), "id").explain("<p>Daftar (DPT).</p>", "x/")
    assert re.search(
        r'Daftar <span class="rapat">\(<button[^>]*>DPT</button>\)\.</span>', explained
    )


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if "id" in named:
            self.ids.append(str(named["id"]))
        if "popovertarget" in named:
            self.targets.add(str(named["popovertarget"]))


def test_each_button_opens_one_note_in_its_language(tmp_path: Path) -> None:
    html = "<p>DPT, DPTb, ballots</p><h2>x</h2><p>DPT and a ballot paper</p>"
    explained = Explainer(terms(tmp_path).values(), "en").explain(html, "../istilah/")
    parser = _Ids()
    parser.feed(explained)
    assert sorted(parser.ids) == sorted(parser.targets) == ["i-dpt", "i-dptb", "i-surat-suara"]
    assert "<strong>DPT</strong> (final voter list): List." in explained
    assert '<a href="../istilah/#dpt">Open in the glossary</a>' in explained


def test_text_of_a_cell_stays_text(tmp_path: Path) -> None:
    explained = Explainer(terms(tmp_path).values(), "id").explain("<p>DPTb</p>", "x/")
    assert "Daftar &lt;tambahan&gt;." in explained
    page = render(terms(tmp_path).values(), register(), "id")
    assert "<tambahan>" not in page


def test_without_terms_nothing_changes() -> None:
    assert Explainer([], "id").explain("<p>DPT</p>", "x/") == "<p>DPT</p>"


def test_the_page_lists_terms_by_letter_with_links(tmp_path: Path) -> None:
    page = render(terms(tmp_path).values(), register(), "id")
    assert re.findall(r"^## (.)", page, re.MULTILINE) == ["D", "S", "T", "C"]
    assert "### DPT { #dpt }" in page
    assert "**Daftar Pemilih Tetap.** Daftar pemilih. &#91;final voter list&#93;" in page or (
        "**Daftar Pemilih Tetap.** Daftar pemilih. [final voter list]" in page
    )
    assert "[Selengkapnya: DPT](../modul/index.md#isi)" in page
    assert "[X Pasal 1](dasar-hukum.md#satu-a)" in page
