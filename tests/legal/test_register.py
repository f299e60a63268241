"""The register of sources: every mistake is reported at its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts.facts import Fact
from scripts.legal.register import Grade, load

INSTRUMENTS = (
    "id,jenis,singkatan,singkatan_en,judul,judul_en,tanggal\n"
    "pkpu-25-2023,peraturan KPU,PKPU 25/2023,PKPU 25/2023,Peraturan,Regulation,2023\n"
)
HEADER = "id,instrumen,bagian,bagian_en,pokok,pokok_en,mutu,dilihat_di,diperiksa,fakta\n"
ROW = (
    "pkpu-25-2023-26,pkpu-25-2023,Pasal 26,Article 26,"
    "Diganti satu kali.,Once.,A,https://a.id/x,2026-11-24,kpps 1\n"
)


def read(tmp_path: Path, entries: str, instruments: str = INSTRUMENTS):
    first, second = tmp_path / "instrumen.csv", tmp_path / "dasar-hukum.csv"
    first.write_text(instruments, encoding="utf-8")
    second.write_text(entries, encoding="utf-8")
    return load(first, second)


def test_a_good_row_is_read(tmp_path: Path) -> None:
    register, problems = read(tmp_path, HEADER + ROW)
    assert not problems
    entry = register.entries["pkpu-25-2023-26"]
    assert entry.grade is Grade.A
    assert entry.label("en") == "PKPU 25/2023 Article 26"
    assert entry.seen_at == ("https://a.id/x",)
    assert entry.checked == date(2026, 11, 24)
    assert entry.facts == {Fact("kpps", 1)}


@pytest.mark.parametrize(
    ("entries", "code", "line", "column"),
    [
        ("", "DHK001", 1, 1),
        (HEADER.replace("mutu,", "") + ROW, "DHK001", 1, 1),
        (HEADER + ROW.replace("Once.", ""), "DHK002", 2, 69),
        (HEADER + ROW.replace("Once.", "On\x07ce."), "DHK002", 2, 69),
        (HEADER + ROW.replace("satu kali.", "satu, kali, saja."), "DHK002", 2, 99),
        (HEADER + ROW.replace("pkpu-25-2023-26", "PKPU 26", 1), "DHK003", 2, 1),
        (HEADER + ROW + ROW, "DHK003", 3, 1),
        (HEADER + ROW.replace("pkpu-25-2023-26", "pkpu-25-2023", 1), "DHK003", 2, 1),
        (HEADER + ROW.replace(",pkpu-25-2023,", ",pkpu-25-2032,"), "DHK004", 2, 17),
        (HEADER + ROW.replace(",A,", ",D,"), "DHK005", 2, 75),
        (HEADER + ROW.replace("https://a.id/x", "javascript:alert(1)"), "DHK006", 2, 77),
        (HEADER + ROW.replace("2026-11-24", "24-11-2026"), "DHK007", 2, 92),
        (HEADER + ROW.replace("kpps 1", "kpps satu"), "DHK008", 2, 103),
    ],
)
def test_bad_rows(tmp_path: Path, entries: str, code: str, line: int, column: int) -> None:
    register, problems = read(tmp_path, entries)
    assert [(p.code, p.line, p.column) for p in problems] == [(code, line, column)]
    assert len(register.entries) <= 1


def test_line_numbers_survive_a_quoted_line_break(tmp_path: Path) -> None:
    two_lines = ROW.replace("Diganti satu kali.", '"Diganti\nsatu kali."')
    _, problems = read(
        tmp_path, HEADER + two_lines + ROW.replace("26,", "27,", 1).replace(",A,", ",,")
    )
    assert [problem.line for problem in problems if problem.file.endswith("dasar-hukum.csv")][
        -1
    ] == 4


def test_unreadable_file_is_a_problem_not_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_bytes(b"\xff\xfe\x00")
    _, problems = load(tmp_path / "i.csv", tmp_path / "tidak-ada.csv")
    assert [problem.code for problem in problems] == ["DHK001", "DHK001"]


def test_semicolons_and_excel_files(tmp_path: Path) -> None:
    register, problems = read(tmp_path, (HEADER + ROW).replace(",", ";"))
    assert not problems and list(register.entries) == ["pkpu-25-2023-26"]
    (tmp_path / "a.csv").write_bytes(b"PK\x03\x04...")
    _, problems = load(tmp_path / "instrumen.csv", tmp_path / "a.csv")
    assert "Excel" in problems[0].message and "CSV UTF-8" in problems[0].message


def test_suggestion_names_the_nearest_instrument(tmp_path: Path) -> None:
    _, problems = read(tmp_path, HEADER + ROW.replace(",pkpu-25-2023,", ",pkpu-25-2032,"))
    assert "`pkpu-25-2023`?" in problems[0].message


def test_articles_are_in_natural_order(tmp_path: Path) -> None:
    rows = "".join(ROW.replace("-26,", f"-{n},", 1) for n in (101, 9, 26))
    register, _ = read(tmp_path, HEADER + rows)
    instrument = register.instruments["pkpu-25-2023"]
    assert [entry.id[13:] for entry in register.of(instrument)] == ["9", "26", "101"]
