"""The list of verified facts: read strictly, and every claim of a page is checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts import coverage, facts
from scripts.facts import Fact
from scripts.legal.register import Entry, Grade, Instrument, Register
from tests.pages.test_page_source import page

HEADER = "fakta,mutu,halaman,alasan\n"
INSTRUMENT = Instrument("x", "y", {"id": "X", "en": "X"}, {"id": "X", "en": "X"}, "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", set()),
        ("kpps 1", {Fact("kpps", 1)}),
        ("kpps 1-3, 7", {Fact("kpps", n) for n in (1, 2, 3, 7)}),
        ("kpps 1–2; tambahan 8", {Fact("kpps", 1), Fact("kpps", 2), Fact("tambahan", 8)}),
        ("kpps 5, T3; bimtek traps", {Fact("kpps", 5)}),
        ("jadwal-nyata 124-125; tps-nyata", set()),
    ],
)
def test_cells_name_facts(text: str, found: set[Fact]) -> None:
    assert facts.parse(text) == found


@pytest.mark.parametrize("text", ["kpps satu", "KPPS 1", "kpps 1-", "kpps 1; 2", "1"])
def test_what_cannot_be_read_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        facts.parse(text)


def load(tmp_path: Path, rows: str) -> tuple[dict[Fact, coverage.Covered], list[str]]:
    path = tmp_path / "fakta.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    found, problems = coverage.load(path)
    return found, [f"{problem.code}:{problem.line}" for problem in problems]


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ("kpps 1,A,modul/a.md,\n", []),
        ("kpps 1,C,,mutu C\n", []),
        ("kpps 1,A,,bukan untuk KPPS\n", []),
        ("kpps 1,,modul/a.md,\n", ["FAK002:2"]),
        ("kpps 1,D,modul/a.md,\n", ["FAK002:2"]),
        ("kpps satu,A,modul/a.md,\n", ["FAK003:2"]),
        ("kpps 1-2,A,modul/a.md,\n", ["FAK003:2"]),
        ("kpps 198,A,modul/a.md,\n", ["FAK003:2"]),
        ("kpps 0,A,modul/a.md,\n", ["FAK003:2"]),
        ("kpps 1,A,modul/a.md,\nkpps 1,A,modul/a.md,\n", ["FAK003:3"]),
        ("kpps 1,A,,\n", ["FAK004:2"]),
        ("kpps 1,A,modul/a.md,juga alasan\n", ["FAK004:2"]),
        ('kpps 1,B,,"mutu C, tidak diajarkan"\n', ["FAK004:2"]),
    ],
)
def test_rows_of_the_list(tmp_path: Path, rows: str, codes: list[str]) -> None:
    assert load(tmp_path, rows)[1] == codes


def check(tmp_path: Path, rows: str, text: str) -> list[str]:
    """Check a list against one page; the register knows ``satu`` (kpps 1) and ``dua`` (kpps 2)."""
    path = tmp_path / "fakta.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    entries = {
        name: Entry(name, INSTRUMENT, {}, {}, Grade.A, (), date(2026, 1, 1), facts.parse(carried))
        for name, carried in (("satu", "kpps 1"), ("dua", "kpps 2"))
    }
    pages = {"modul/a.md": page(text, "modul/a.md")}
    found = coverage.check(Register({"x": INSTRUMENT}, entries), pages, path)
    return [p.message for p in found if p.code == "FAK005" or "belum ada" in p.message]


def test_a_page_teaches_what_its_sources_carry(tmp_path: Path) -> None:
    text = "Aturan ([X](../referensi/dasar-hukum.md#satu))."
    found = check(tmp_path, "kpps 1,A,modul/a.md,\nkpps 2,A,modul/a.md,\n", text)
    assert [message for message in found if "tidak merujuk" in message] == [
        "`modul/a.md` tidak merujuk sumber yang memuat kpps 2; rujuk di sana sumber yang kolom "
        "`fakta`-nya memuatnya, atau betulkan `halaman`."
    ]


def test_missing_facts_and_pages_are_reported(tmp_path: Path) -> None:
    found = check(tmp_path, "kpps 1,A,modul/b.md,\n", "Teks.")
    assert "Fakta kpps 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 belum ada dalam daftar." in found
    assert "Halaman `modul/b.md` tidak ada di docs/id." in found
