"""Old form names only as old names; abbreviations spelled out at first use."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.glossary.terms import load
from scripts.pages.wording import check_page
from tests.pages.test_page_source import page

TERMS = (
    "istilah,kepanjangan,arti,kepanjangan_en,arti_en,bentuk,bentuk_en,kerap,halaman,sumber\n"
    "DPT,Daftar Pemilih Tetap,Daftar.,voter list,List.,,,,,\n"
    "DPTb,Daftar Pemilih Tambahan,Daftar.,supplementary list,List.,,,,,\n"
    "Sirekap,Sistem Informasi Rekapitulasi,Aplikasi.,results application,App.,,,,,\n"
)


def codes(tmp_path: Path, text: str, language: str = "id", name: str = "modul/a.md") -> list[str]:
    path = tmp_path / "istilah.csv"
    path.write_text(TERMS, encoding="utf-8")
    terms, problems = load(path)
    assert not problems
    found = check_page(page(text, name, language), terms.values())
    return [f"{problem.code}:{problem.line}:{problem.column}" for problem in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Isi C.HASIL-PPWP dan C.HASIL SALINAN.", []),
        ("Bawa C6 ke TPS.", ["BHS001:1:6"]),
        ("C.PEMBERITAHUAN-KPU (nama lama C6).", []),
        ("Surat C6 berlaku pada 2019.", []),
        ("Formulir C.HASIL-KWK dipakai.", ["BHS001:1:17"]),
        ("Formulir C.HASIL-KWK untuk Pilkada.", []),
        ("| Nama lama | Nama 2024 |\n|---|---|\n| C6 | C.PEMBERITAHUAN-KPU |", []),
        ("| Nama | Arti |\n|---|---|\n| C6 | x |", ["BHS001:3:3"]),
        ("## Nama formulir lama\n\n- C6", []),
        ("## Nama formulir\n\n- C6", ["BHS001:3:3"]),
        ('!!! danger "C6 masih namanya"\n    C6 sudah diganti.', []),
        ('!!! danger "C6"\n    Ya.\n\nC6 lagi.', ["BHS001:4:1"]),
        ("Pasal 5A, C10, dan ABC1 bukan formulir.", []),
        ("Baca [nama](c6.md#C6).", []),
    ],
)
def test_old_names(tmp_path: Path, text: str, found: list[str]) -> None:
    assert codes(tmp_path, text) == found


def test_old_names_in_english(tmp_path: Path) -> None:
    assert codes(tmp_path, "Take the C6 along.", "en") == ["BHS001:1:10"]
    assert codes(tmp_path, "The notice (old name C6).", "en") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Daftar Pemilih Tetap (DPT) ada.", []),
        ("DPT (Daftar Pemilih Tetap) ada.", []),
        ("Nama di DPT.", ["BHS002:1:1"]),
        ("DPT adalah Daftar Pemilih Tetap.", []),
        ("Satu.\n\nNama di DPT.\n\nDaftar Pemilih Tetap (DPT).", ["BHS002:3:1"]),
        ("# DPT\n\nDaftar Pemilih Tetap (DPT).", []),
        ("Sumber ([Surat DPT](../referensi/dasar-hukum.md#x)).", []),
        ("Nama di DPTb.", ["BHS002:1:1"]),
        ("Aplikasi Sirekap.", []),
        ("*Daftar Pemilih Tetap* (DPT).", []),
    ],
)
def test_abbreviations(tmp_path: Path, text: str, found: list[str]) -> None:
    assert codes(tmp_path, text) == found


def test_contributor_pages_and_generated_pages_are_spared(tmp_path: Path) -> None:
    assert codes(tmp_path, "Nama di DPT.", name="kontribusi/gaya-bahasa.md") == []
    assert codes(tmp_path, "DPT dan C6.", name="referensi/istilah.md") == []
