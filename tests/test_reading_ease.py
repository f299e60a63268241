"""How long sentences and paragraphs are."""

from __future__ import annotations

import pytest

from scripts.reading_ease import CHARACTERS_A_LINE, MAX_LINES, measure, paragraphs
from tests.pages.test_page_source import page

SOURCE = "([PKPU 25/2023 Ps. 26](../referensi/dasar-hukum.md#pkpu-25-2023-26))"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ketua membuka rapat. Anggota hadir.", ["Ketua membuka rapat.", "Anggota hadir."]),
        (f"Ketua wajib memberi pengganti {SOURCE}.", ["Ketua wajib memberi pengganti."]),
        ("Baca [modul lima](05.md) dulu!", ["Baca modul lima dulu!"]),
        ("Lihat Ps. 26 dan hlm. 3 itu.", ["Lihat Ps 26 dan hlm 3 itu."]),
        ("Pukul 07.00 sampai 13.00 saja.", ["Pukul 07.00 sampai 13.00 saja."]),
        ("**Tebal** sekali: Ini kedua.", ["Tebal sekali:", "Ini kedua."]),
    ],
)
def test_sentences_are_counted_without_sources(text: str, sentences: list[str]) -> None:
    (paragraph,) = paragraphs(page(text))
    assert paragraph.sentences == sentences


def test_headings_tables_and_code_are_no_prose() -> None:
    text = (
        "# Judul\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nkode\n```\n\n"
        '!!! danger "Judul blok"\n    Isi blok ini.\n\n1. Satu butir.\n2. Dua butir.\n'
        "   Sambungan butir.\n"
    )
    found = [(item.line, item.text) for item in paragraphs(page(text))]
    assert found == [
        (12, "Isi blok ini."),
        (14, "Satu butir."),
        (15, "Dua butir. Sambungan butir."),
    ]


def test_a_page_is_measured() -> None:
    long = "kata " * (CHARACTERS_A_LINE * MAX_LINES // 5 + 1)
    ease = measure(page(f"Tiga kata saja.\n\nLima kata ada di sini.\n\n{long}"))
    assert [paragraph.line for paragraph in ease.long] == [5]
    short = measure(page("Tiga kata saja.\n\nLima kata ada di sini."))
    assert short.words_a_sentence == 4
    assert not short.long
    assert measure(page("# Judul")).words_a_sentence == 0


def test_sources_take_room_on_the_screen() -> None:
    plain, sourced = (measure(page(text)) for text in ("x " * 80, "x " * 80 + SOURCE))
    assert not plain.long
    assert sourced.long
