"""The curriculum page adds up what modules say of themselves; each module names what comes next."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from scripts.curriculum.modules import KpuModule, Module, kpu_modules, modules
from scripts.curriculum.onward import section
from scripts.curriculum.pages import render
from scripts.legal.register import Entry, Grade, Instrument, Register
from scripts.pages.metadata import ModuleMeta

INSTRUMENT = Instrument("x", "y", {"id": "Modul KPU", "en": "KPU"}, {"id": "X", "en": "X"}, "")
PART = {"id": "Modul 3", "en": "Module 3"}
REGISTER = Register(
    {"x": INSTRUMENT},
    {"m3": Entry("m3", INSTRUMENT, PART, PART, Grade.A, (), date(2026, 1, 1))},
)


def module(number: int, minutes: int, kpu: list[int], **more: object) -> Module:
    values = {
        "title": f"Modul {number}",
        "description": "Kalimat uraian yang cukup panjang untuk sebuah halaman.",
        "ditinjau": date(2026, 11, 24),
        "tags": ["x"],
        "durasi": minutes,
        "peran": ["ketua"],
        "tujuan": ["Menyebutkan satu", "Menyebutkan dua"],
        "modul_kpu": kpu,
        **more,
    }
    return Module(f"modul/{number:02}-m.md", number, ModuleMeta.model_validate(values))


LISTED = [
    module(1, 30, [2]),
    module(2, 45, [2, 3], peran=["ketua", "anggota"], latihan="hitung.md"),
    module(5, 60, [3]),
]
KPU = [
    KpuModule(nomor=1, judul="Satu", judul_en="One", sumber="m3", halaman="fasilitator/index.md"),
    KpuModule(nomor=3, judul="Tiga", judul_en="Three", menit=50, sumber="m3"),
]


def rows(page: str, anchor: str) -> list[list[str]]:
    """The cells of the table in the section ``anchor``, without its header."""
    part = page.partition(f"#{anchor} }}")[2].partition("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_totals_are_sums_of_the_modules() -> None:
    page = render(LISTED, KPU, REGISTER, {"fasilitator/index.md": "Mengajar"}, "id")
    assert "3 modul dengan waktu mengajar 135 menit (2 jam 15 menit)" in page
    overview = rows(page, "modul-dan-menit")
    assert [row[0] for row in overview] == ["1", "2", "5", "–"]
    assert overview[-1][2] == "**135**"
    assert overview[1][4] == "[Latihan](../latihan/hitung.md)"
    assert overview[0][4] == "[Cek pemahaman](../modul/01-m.md#cek-pemahaman)"
    readers = {row[0]: row[1:] for row in rows(page, "menit-tiap-pembaca")}
    assert readers["ketua"] == ["3", "135"]
    assert readers["anggota"] == ["1", "45"]
    assert readers["saksi"] == ["0", "0"]
    kpu = rows(page, "empat-modul-kpu")
    assert kpu[0][1:4] == ["–", "[Mengajar](../fasilitator/index.md)", "–"]
    assert kpu[1][1] == "50"
    assert kpu[1][3] == "105"
    assert kpu[1][4] == "[Modul KPU Modul 3](../referensi/dasar-hukum.md#m3)"
    assert page.count("- Menyebutkan satu") == 3


def test_both_languages_have_the_same_shape() -> None:
    titles = {"fasilitator/index.md": "Mengajar"}
    shapes = [
        re.findall(r"\{ (#[\w-]+) \}", render(LISTED, KPU, REGISTER, titles, language))
        for language in ("id", "en")
    ]
    assert shapes[0] == shapes[1]


def test_each_module_leads_on(tmp_path: Path) -> None:
    first = section("modul/01-m.md", LISTED, "id", tmp_path)
    assert "[Cek pemahaman di atas](#cek-pemahaman)" in first
    assert "[2. Modul 2](02-m.md)" in first
    second = section("modul/02-m.md", LISTED, "en", tmp_path)
    assert "[latihan/hitung.md](../latihan/hitung.md)" in second
    assert "[5. Modul 5](05-m.md)" in second
    assert "../referensi/tanya-jawab.md" in section("modul/05-m.md", LISTED, "id", tmp_path)
    assert section("modul/99-lain.md", LISTED, "id", tmp_path) == ""


@pytest.mark.parametrize(
    "text",
    ["", "modul_kpu:", "lain: 1", "modul_kpu: []", "modul_kpu: [", "modul_kpu: 3"],
)
def test_a_broken_file_is_one_problem(tmp_path: Path, text: str) -> None:
    path = tmp_path / "kurikulum.yml"
    path.write_text(text, encoding="utf-8")
    found, problems = kpu_modules(path)
    assert found == []
    assert [problem.code for problem in problems] == ["KUR001"]


GOOD = "modul_kpu:\n  - nomor: 1\n    judul: Satu\n    judul_en: One\n    sumber: m3\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("nomor: 1", "nomor: 9", 2, "`nomor` paling besar 4"),
        ("    judul_en: One\n", "", 2, "`judul_en` belum ada"),
        ("judul: Satu", "judul: Satu\n    menit: lama", 4, "`menit` harus bilangan bulat"),
        ("sumber: m3", "sumber: m3\n    warna: biru", 6, "`warna` tidak dikenal"),
        ("sumber: m3", "sumber: m3\n    sumber: m4", 6, "ditulis dua kali"),
    ],
)
def test_a_mistake_is_reported_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    path = tmp_path / "kurikulum.yml"
    path.write_text(GOOD, encoding="utf-8")
    assert [item.nomor for item in kpu_modules(path)[0]] == [1]
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    (problem,) = kpu_modules(path)[1]
    assert (problem.code, problem.line) == ("KUR002", line)
    assert words in problem.message


def test_the_real_curriculum_is_complete() -> None:
    kpu, problems = kpu_modules()
    assert not problems
    assert [item.nomor for item in kpu] == [1, 2, 3, 4]
    for language in ("id", "en"):
        listed = modules(language)
        assert [item.number for item in listed] == list(range(1, 15))
        covered = {number for item in listed for number in item.meta.modul_kpu}
        assert covered | {item.nomor for item in kpu if item.halaman} == {1, 2, 3, 4}
