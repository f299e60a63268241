"""Citations on pages: unknown, unmarked and missing ones are found; the made pages are safe."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path

import markdown
import pytest

from scripts.legal.citations import check_page, cited_ids, normative_share, statements, unused
from scripts.legal.pages import build, render, sources_section
from scripts.legal.register import Entry, Grade, Instrument, Register
from scripts.markup import escape, link_to
from scripts.problems import Severity
from tests.pages.test_page_source import page

INSTRUMENT = Instrument(
    "pkpu-25-2023", "peraturan", {"id": "PKPU", "en": "PKPU"}, {"id": "P", "en": "R"}, ""
)

CHECKED = date(2026, 11, 24)


def entry(name: str, grade: Grade, gist: str = "Pokok.") -> Entry:
    texts = {"id": gist, "en": gist}
    return Entry(
        name, INSTRUMENT, {"id": "Pasal 26", "en": "Article 26"}, texts, grade, (), CHECKED
    )


REGISTER = Register(
    {INSTRUMENT.id: INSTRUMENT},
    {"satu-a": entry("satu-a", Grade.A), "dua-c": entry("dua-c", Grade.C)},
)


def cite(name: str) -> str:
    return f"[PKPU](../referensi/dasar-hukum.md#{name})"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"Ketua wajib hadir ({cite('satu-a')}).", []),
        ("Ketua wajib hadir.", ["SUM003"]),
        ("- Ketua wajib hadir.\n- Hal lain (" + cite("satu-a") + ").", ["SUM003"]),
        ("| Ketua | tidak boleh pergi |\n|---|---|\n| a | b |", ["SUM003"]),
        (f"Ketua hadir ({cite('satu-b')}).", ["SUM001"]),
        (f"Ketua hadir ({cite('dua-c')}).", ["SUM002"]),
        (f"Ketua hadir **(perlu verifikasi)** ({cite('dua-c')}).", []),
        ('??? fasilitator "Catatan"\n    Anda harus bertanya.\n\nBiasa.', []),
        ('??? fasilitator "Catatan"\n    Tanya.\n\nKetua harus hadir.', ["SUM003"]),
        ('??? question "Ketua harus apa?"\n    Pulang.', []),
        (f'??? question "Apa?"\n    Ini (perlu verifikasi) ({cite("dua-c")}).', ["SUM005"]),
        (f'??? question "Apa?"\n    Ini ({cite("satu-a")}).\n\nLalu.', []),
        ("```\nwajib\n```", []),
    ],
)
def test_citation_rules(text: str, codes: list[str]) -> None:
    found = [problem.code for problem in check_page(page(text), REGISTER)]
    assert found == codes


def test_english_pages_have_their_own_words() -> None:
    english = page("The chair must be there.", language="en")
    assert [problem.code for problem in check_page(english, REGISTER)] == ["SUM003"]
    marked = page(f"He goes **(needs verification)** ({cite('dua-c')}).", language="en")
    assert not list(check_page(marked, REGISTER))


def test_only_modules_must_cite_every_rule() -> None:
    assert not list(check_page(page("Anda wajib sopan.", "kontribusi/index.md"), REGISTER))


def test_unknown_id_gets_a_suggestion() -> None:
    (problem,) = check_page(page(cite("satu-b")), REGISTER)
    assert "`satu-a`?" in problem.message


def test_statements_are_paragraphs_items_and_rows() -> None:
    text = "Satu\nbaris dua.\n\n1. Butir\n   lanjut\n2. Butir\n\n| a |\n|---|\n| b |"
    assert [s.line for s in statements(page(text))] == [1, 4, 6, 8, 9, 10]


def test_share_and_unused() -> None:
    pages = [page(f"Wajib a ({cite('satu-a')}).\n\nWajib b.")]
    assert normative_share(pages) == (1, 2)
    (problem,) = unused(REGISTER, pages, "x")
    assert problem.code == "SUM004"
    assert problem.severity is Severity.ERROR
    assert "`dua-c` belum dirujuk halaman mana pun" in problem.message
    assert cited_ids(pages[0]) == ["satu-a"]


HOSTILE = [
    "<script>alert(1)</script>",
    "[klik](javascript:alert(1))",
    "![x](https://jahat.example/a.png)",
    "**tebal** _miring_ `kode` ~~coret~~",
    "{{ config.site_name }} {% raw %}",
    "x { #jangkar .kelas onclick=alert(1) }",
    "baris\n\n# Judul\n\n- daftar",
    "&lt;b&gt; &#60;i&#62;",
    "https://jahat.example dan www.jahat.example",
    "[^1] *[KPU]: lain",
    "a | b",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_cell_stays_text(text: str) -> None:
    register = Register({INSTRUMENT.id: INSTRUMENT}, {"satu-a": entry("satu-a", Grade.A, text)})
    source = render(register, [page(cite("satu-a"))], "id")
    extensions = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "tables", "toc"]
    html = markdown.markdown(source, extensions=extensions)
    shown = re.findall(r"<p>(.*?)</p>", html)
    flat = " ".join(text.split())
    unescaped = [unescape(part) for part in shown]
    assert flat in unescaped, f"teks berubah menjadi {shown}"
    assert (
        "<script" not in html
        and "<img" not in html
        and "onclick=" not in re.sub(r">[^<]*<", "><", html)
    )


def test_escape_leaves_ordinary_indonesian_readable() -> None:
    assert escape("Pasal 26 ayat (1)–(4), pukul 07.00") == "Pasal 26 ayat (1)–(4), pukul 07.00"


def test_link_to_refuses_other_schemes() -> None:
    assert (
        link_to("https://www.kpu.go.id/a(b)?x=1")
        == "[kpu.go.id](https://www.kpu.go.id/a%28b%29?x=1)"
    )
    with pytest.raises(ValueError, match="not an http"):
        link_to("javascript:alert(1)")


def test_page_lists_only_what_is_cited_and_who_cites_it() -> None:
    citing = page(f"# x\n\n{cite('dua-c')}", "modul/05-x.md")
    text = render(REGISTER, [citing], "id")
    assert "#dua-c" in text and "{ #satu-a }" not in text
    assert "Dipakai di: [modul/05-x.md](../modul/05-x.md)" in text
    assert text.index("perlu verifikasi") < text.index("## Daftar perlu verifikasi")


def test_page_of_sources_covers_pages_without_translation(tmp_path: Path) -> None:
    for language, name, cited in (
        ("id", "a", "satu-a"),
        ("id", "b", "dua-c"),
        ("en", "a", "satu-a"),
    ):
        path = tmp_path / language / "modul" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\n---\n# x\n\n{cite(cited)}\n", encoding="utf-8")
    build(REGISTER, tmp_path)
    english = (tmp_path / "en/referensi/dasar-hukum.md").read_text(encoding="utf-8")
    assert "{ #dua-c }" in english, "halaman Indonesia yang tampil di /en/ merujuk jangkar ini"
    assert build(REGISTER, tmp_path) == [], "bangun kedua tidak menulis apa pun"


def test_sources_section_is_in_article_order_with_marks() -> None:
    section = sources_section(page(cite("dua-c") + cite("satu-a") + cite("dua-c")), REGISTER)
    assert section.startswith("## Sumber { #sumber }")
    assert section.index("#dua-c") < section.index("#satu-a")
    assert section.count("#dua-c") == 1
    assert section.count("**(perlu verifikasi)**") == 1
    assert sources_section(page("Tanpa sumber."), REGISTER) == ""


def test_unreadable_page_does_not_stop_the_list(tmp_path: Path) -> None:
    broken = page("---\ntitle: a: b\n---\n" + cite("satu-a"))
    assert broken.front_matter_error
    assert "{ #satu-a }" in render(REGISTER, [broken], "id")
