"""Each rule of a page can fail, and the message says how to mend it."""

from __future__ import annotations

import pytest

from scripts.pages.checks import check_page
from tests.pages.test_page_source import page

MODULE = """---
title: Contoh modul
description: Kalimat uraian yang cukup panjang untuk dipakai di hasil pencarian.
durasi: 30
peran: [ketua, fasilitator]
tujuan: [Menyebutkan satu hal, Menyebutkan dua hal]
ditinjau: 2026-11-24
tags: [contoh]
modul_kpu: [3]
---
# Contoh modul

## Intinya

Satu kalimat.

??? fasilitator "Catatan fasilitator"
    Tanyakan.

## Salah kaprah

!!! danger "Keliru"
    Yang benar.

## Cek pemahaman

??? question "Situasi: satu?"
    Jawab.

??? question "Situasi: dua?"
    Jawab.

??? question "Situasi: tiga?"
    Jawab.
"""


def codes(text: str, name: str = "modul/01-contoh.md", language: str = "id") -> list[str]:
    return [problem.code for problem in check_page(page(text, name, language))]


def test_a_complete_module_has_no_problem() -> None:
    assert codes(MODULE) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("---\ntitle: Contoh modul", "title: Contoh modul", "HAL001"),
        ("title: Contoh modul", "title: a: b", "HAL001"),
        ("durasi: 30\n", "", "HAL002"),
        ("durasi: 30", "durasi: lama", "HAL002"),
        ("peran: [ketua, fasilitator]", "peran: [lurah]", "HAL002"),
        ("ditinjau: 2026-11-24", "ditinjau: kemarin", "HAL002"),
        ("tags: [contoh]", "tags: [contoh]\nwarna: merah", "HAL002"),
        ("tags: [contoh]", 'tags: [contoh]\nterjemahan_dari: "0123abcd"', "HAL002"),
        ("# Contoh modul", "# Contoh modul\n\n# Judul kedua", "HAL003"),
        ("## Intinya", "#### Terlalu dalam\n\n## Intinya", "HAL003"),
        ("## Intinya", "## Intinya\n\n## Intinya", "HAL003"),
        ("Satu kalimat.", "TODO tulis.", "HAL004"),
        ("Satu kalimat.", "Lorem ipsum dolor.", "HAL004"),
        ("Satu kalimat.", "Satu <b>kalimat</b>.", "HAL005"),
        ("Satu kalimat.", "[klik di sini](index.md)", "HAL006"),
        ("## Intinya", "## Ringkasnya", "HAL007"),
        ('??? question "Situasi: tiga?"', '!!! note "Situasi: tiga?"', "HAL007"),
        ('!!! danger "Keliru"', '!!! note "Keliru"', "HAL007"),
        ('??? fasilitator "Catatan', '!!! note "Catatan', "HAL007"),
    ],
)
def test_each_rule_can_fail(old: str, new: str, code: str) -> None:
    assert old in MODULE
    assert code in codes(MODULE.replace(old, new, 1))


def test_problem_points_at_the_line() -> None:
    text = MODULE.replace("Satu kalimat.", "Satu kalimat FIXME.")
    (problem,) = check_page(page(text, "modul/01-contoh.md"))
    assert (problem.line, problem.column) == (15, 14)
    assert "Selesaikan atau hapus" in problem.message


def test_a_module_file_begins_with_its_number() -> None:
    assert codes(MODULE, "modul/catatan.md") == ["HAL010"]
    assert codes(MODULE, "modul/5-contoh.md") == ["HAL010"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("![Denah TPS dengan tujuh meja](a.svg)", None),
        ("![](a.svg)", "HAL008"),
        ("![denah](a.svg)", "HAL008"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", None),
        ("|  | b |\n|---|---|\n| 1 | 2 |", "HAL009"),
        ("| a | b | c |\n|---|---|\n| 1 | 2 |", "HAL009"),
    ],
)
def test_pictures_say_what_is_seen_and_tables_what_their_columns_are(
    text: str, code: str | None
) -> None:
    found = codes(MODULE.replace("Satu kalimat.", f"Satu kalimat.\n\n{text}"))
    assert found == ([code] if code else [])


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (
            "durasi: 30\n",
            "",
            1,
            "`durasi` belum ada; kunci yang harus ada: title, description, ditinjau, tags, durasi",
        ),
        ("durasi: 30", "durasi: lama", 4, "harus bilangan bulat"),
        ("durasi: 30", "durasi: 3", 4, "paling kecil 5"),
        ("peran: [ketua, fasilitator]", "peran: [ketua, lurah]", 5, "Butir ke-2 dari `peran`"),
        ("peran: [ketua, fasilitator]", "peran: ketua", 5, "harus daftar dalam kurung siku"),
        ("title: Contoh modul", "title: 5", 2, "harus teks; apit dengan tanda kutip"),
    ],
)
def test_front_matter_messages_are_for_people_who_do_not_program(
    old: str, new: str, line: int, words: str
) -> None:
    (problem,) = check_page(page(MODULE.replace(old, new, 1), "modul/01-contoh.md"))
    assert problem.code == "HAL002"
    assert problem.line == line
    assert words in problem.message
    assert not any(english in problem.message for english in ("Input", "should", "valid"))


def test_code_may_show_html() -> None:
    assert codes(MODULE.replace("Satu kalimat.", "Jangan pakai `<b>`.")) == []


def test_generated_pages_are_not_checked() -> None:
    text = "---\ndihasilkan: true\n---\n<p>apa saja</p>\n"
    assert codes(text, "jadwal/index.md") == []
    assert codes(text, "tentang.md"), "yang tertulis di halaman tidak mematikan pemeriksaan"
