"""How text becomes slides: where it is cut, what is repeated, and what authors can decide."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import markdown
import pytest
import yaml
from playwright.sync_api import Browser, Page

from scripts.browser import serve
from scripts.paths import DOCS, ROOT
from tests.browser.projection import BODY, MEASURE, SMALL
from tests.conftest import BASE, Built

READY = ".proyektor:not([aria-busy]) .reveal.ready"


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml: its tags of MkDocs' own stand for nothing here."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:", lambda loader, suffix, node: None)


def _render(text: str) -> str:
    """Give Markdown as HTML, with the extensions of the site."""
    listed = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)
    names, options = [], {}
    for item in listed["markdown_extensions"]:
        name = item if isinstance(item, str) else next(iter(item))
        names.append(name)
        options[name] = {} if isinstance(item, str) else item[name]
    return markdown.markdown(text, extensions=names, extension_configs=options)


@pytest.fixture(scope="module")
def page(browser: Browser, site: Built) -> Iterator[Page]:
    """A page of the site whose text a test replaces by its own."""
    with serve(site.folder, BASE) as home:
        opened = browser.new_page(viewport={"width": 1024, "height": 768})
        opened.goto(f"{home}tentang/?proyektor")
        opened.wait_for_selector(READY)
        opened.keyboard.press("p")
        yield opened
        opened.close()


def _slides(page: Page, text: str) -> list[dict[str, Any]]:
    """Project ``text``; give title, text and HTML of each slide after the title slide. Nothing
    may overflow and nothing may be too small, whatever the text."""
    page.evaluate(
        "html => { document.querySelector('article').innerHTML = html }",
        _render(f"# Uji\n\n{text}"),
    )
    page.evaluate("Proyektor.open('')")
    page.wait_for_selector(READY)
    found = page.evaluate(MEASURE, [BODY, SMALL])
    assert not found["overflow"], found["overflow"]
    assert not found["tiny"], found["tiny"]
    slides = page.evaluate(
        """() => [...document.querySelectorAll('.slides .slaid')].slice(1).map(slide => ({
             title: slide.querySelector('h2').textContent.trim(),
             text: slide.querySelector('.slaid__isi').innerText
               || slide.querySelector('.slaid__isi').textContent,
             html: slide.querySelector('.slaid__isi').innerHTML,
           }))"""
    )
    page.evaluate("Proyektor.close()")
    return slides


# ---- where it is cut


def _divide(page: Page, heights: list[int], limit: int, **flags: list[int]) -> list[list[int]]:
    """Cut a column of units of ``heights`` (10 px of repeated head each)."""
    units = []
    top = 0
    for at, height in enumerate(heights):
        units.append(
            {
                "top": top, "bottom": top + height, "head": 10, "tail": 0,
                "glued": at in flags.get("glued", []), "forced": at in flags.get("forced", []),
            }
        )  # fmt: skip
        top += height
    return page.evaluate("([units, limit]) => Proyektor.divide(units, limit)", [units, limit])


def test_few_slides_and_evenly_filled(page: Page) -> None:
    assert _divide(page, [100] * 6, 510) == [[0, 3], [3, 6]]
    assert _divide(page, [100] * 5, 510) == [[0, 5]]
    assert _divide(page, [], 500) == []


def test_what_is_repeated_counts(page: Page) -> None:
    assert _divide(page, [100] * 5, 500) == [[0, 2], [2, 5]] or _divide(
        page, [100] * 5, 500
    ) == [[0, 3], [3, 5]]  # fmt: skip


def test_a_unit_taller_than_a_slide_stands_alone(page: Page) -> None:
    assert _divide(page, [100, 900, 100], 500) == [[0, 1], [1, 2], [2, 3]]


def test_what_introduces_stays_with_what_follows(page: Page) -> None:
    assert _divide(page, [100] * 6, 510, glued=[3]) in ([[0, 2], [2, 6]], [[0, 4], [4, 6]])


def test_an_author_can_force_a_slide(page: Page) -> None:
    assert _divide(page, [100] * 4, 510, forced=[1]) == [[0, 1], [1, 4]]


def test_every_cut_keeps_to_its_limit_and_loses_nothing(page: Page) -> None:
    for seed in range(40):
        heights = [20 + (seed * 37 + at * 91) % 180 for at in range(seed + 1)]
        cuts = _divide(page, heights, 400)
        assert [at for begin, end in cuts for at in range(begin, end)] == list(range(len(heights)))
        assert all(10 + sum(heights[begin:end]) <= 400 or end - begin == 1 for begin, end in cuts)


# ---- what authors write


def test_authors_force_and_forbid_breaks(page: Page) -> None:
    short = "## Bagian\n\nSatu.\n\nDua.\n"
    assert len(_slides(page, short)) == 1
    forced = _slides(page, short.replace("Dua.", "<!-- salindia baru -->\n\nDua."))
    assert [slide["title"] for slide in forced] == ["Bagian 1/2", "Bagian 2/2"]
    items = "\n".join(f"- Butir {number} dengan beberapa kata" for number in range(9))
    filler = "\n\n".join(["Paragraf pengisi yang cukup panjang untuk dua baris penuh. " * 2] * 2)
    loose = _slides(page, f"## Bagian\n\n{filler}\n\n{items}\n")
    kept = _slides(page, f"## Bagian\n\n{filler}\n\n<!-- jangan pisah -->\n\n{items}\n")
    assert any(0 < slide["html"].count("<li") < 9 for slide in loose)
    assert all(slide["html"].count("<li") in (0, 9) for slide in kept)


def test_a_long_list_keeps_its_numbers_and_its_steps_whole(page: Page) -> None:
    steps = "\n".join(f"{n}. Langkah ke-{n}: {'kata ' * 24}selesai{n}." for n in range(1, 16))
    slides = _slides(page, f"## Langkah\n\n{steps}\n")
    assert len(slides) > 2
    assert [slide["title"] for slide in slides] == [
        f"Langkah {at}/{len(slides)}" for at in range(1, len(slides) + 1)
    ]
    for number in range(1, 16):
        holding = [slide for slide in slides if f"Langkah ke-{number}:" in slide["text"]]
        assert len(holding) == 1
        assert f"selesai{number}." in holding[0]["text"]
        assert f'<li value="{number}">' in holding[0]["html"]


def test_a_long_table_repeats_its_header(page: Page) -> None:
    rows = "\n".join(f"| {n} | Kejadian {n} | Jawaban {n} |" for n in range(1, 31))
    slides = _slides(page, f"## Tabel\n\n| No. | Apa | Lalu |\n|---|---|---|\n{rows}\n")
    assert len(slides) > 1
    assert all("<thead>" in slide["html"] for slide in slides)
    assert sum(slide["html"].count("<tr>") - 1 for slide in slides) == 30


def test_a_table_too_wide_becomes_records(page: Page) -> None:
    names = [f"Kolompanjangsekali{n}" for n in range(1, 8)]
    head = f"| {' | '.join(names)} |\n|{'---|' * 7}\n"
    slides = _slides(page, f"## Lebar\n\n{head}| {' | '.join(f'isi{n}' for n in range(1, 8))} |\n")
    text = " ".join(slide["text"] for slide in slides)
    assert all(f"isi{n}" in text for n in range(1, 8))
    assert all(name in text for name in names[1:])
    assert not any("<table" in slide["html"] for slide in slides)


def test_no_text_is_lost_however_long_a_paragraph_a_step_or_a_code_block(page: Page) -> None:
    sentence = "Ketua membuka kotak lalu menghitung lembar {} di depan saksi."
    long = " ".join(sentence.format(n) for n in range(1, 60))
    code = "\n".join(f"baris kode {n}" for n in range(1, 60))
    nested = "\n".join(f"    - anak {n} dengan beberapa kata tambahan" for n in range(1, 30))
    slides = _slides(
        page,
        f"## Panjang\n\n{long}\n\n- {long.replace('lembar', 'berkas')}\n- induk\n\n{nested}\n\n"
        f"```text\n{code}\n```\n",
    )
    text = " ".join(" ".join(slide["text"].split()) for slide in slides)
    for number in range(1, 60):
        assert text.count(sentence.format(number)) == 1
        assert text.count(sentence.format(number).replace("lembar", "berkas")) == 1
        assert f"baris kode {number}" in text
    assert all(f"anak {number} " in text for number in range(1, 30))


def test_boxes_tabs_definitions_footnotes_and_citations(page: Page) -> None:
    body = "\n\n".join([f"    Alasan {n}: {'kata ' * 30}." for n in range(1, 10)])
    slides = _slides(
        page,
        f'## Kotak\n\n!!! danger "Salah kaprah besar"\n\n{body}\n\n'
        '## Tab\n\n=== "Sebelum"\n\n    Isi sebelum.\n\n=== "Sesudah"\n\n    Isi sesudah.\n\n'
        "## Arti\n\nKPPS\n:   Tujuh orang di TPS.\n\nPPS\n:   Panitia di desa.\n\n"
        "## Kaki\n\nAturan[^1] ini ([Ps. 5](referensi/dasar-hukum/#pkpu-5)).\n\n"
        "[^1]: Naskah lengkapnya di KPU.\n",
    )
    boxed = [slide for slide in slides if slide["title"].startswith("Kotak")]
    assert len(boxed) > 1
    assert all("Salah kaprah besar" in slide["text"] for slide in boxed)
    tabs = next(slide for slide in slides if slide["title"] == "Tab")
    assert [word in tabs["text"] for word in ("Sebelum", "Isi sebelum.", "Sesudah", "Isi sesudah.")]
    assert "<label" not in tabs["html"]
    meaning = next(slide for slide in slides if slide["title"] == "Arti")
    assert "Tujuh orang di TPS." in meaning["text"]
    foot = next(slide for slide in slides if slide["title"] == "Kaki")
    assert "Naskah lengkapnya di KPU." in foot["text"]
    assert '<cite class="rujukan">Ps. 5</cite>' in foot["html"]
    assert "href" not in foot["html"]


def test_questions_wait_and_notes_stay_away(page: Page) -> None:
    long = " ".join(f"Alasan nomor {n} yang panjang sekali." for n in range(1, 60))
    slides = _slides(
        page,
        '## Cek\n\n??? question "Boleh?"\n    Tidak ([Ps. 5](dasar-hukum/#x)).\n\n'
        f'??? question "Kenapa?"\n    {long}\n\n'
        '??? fasilitator "Catatan"\n    Rahasia fasilitator.\n',
    )
    assert "fragment" in slides[0]["html"]
    assert "Boleh?" in slides[0]["text"]
    # An answer that does not fit beside its question is the next slide.
    assert "Kenapa?" in slides[1]["text"]
    assert "Alasan nomor 1 " not in slides[1]["text"]
    assert "Alasan nomor 1 " in slides[2]["text"]
    assert not any("Rahasia" in slide["text"] for slide in slides)


def test_pictures_stand_alone_or_beside_their_words(page: Page) -> None:
    drawing = "![Gambar contoh denah TPS](images/denah-tps.svg)"
    wide = _slides(page, f"## Lebar\n\nKata.\n\n{drawing}{{ width=900 height=300 }}\n")
    assert len(wide) == 2
    assert wide[1]["html"].startswith("<img")
    upright = _slides(page, f"## Tegak\n\nKata.\n\n{drawing}{{ width=300 height=500 }}\n")
    assert len(upright) == 1


def test_a_chapter_without_words_says_what_is_in_it(page: Page) -> None:
    slides = _slides(page, "## Bab\n\n### Satu\n\nIsi.\n\n### Dua\n\nIsi.\n")
    assert slides[0]["title"] == "Bab"
    assert slides[0]["text"].split() == ["Satu", "Dua"]


def test_every_language_has_every_word(page: Page) -> None:
    keys = page.evaluate(
        "['id', 'en'].map(language => Object.keys(Proyektor.words(language)).sort())"
    )
    assert keys[0] == keys[1]
    assert DOCS.is_dir()
