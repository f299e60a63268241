"""Any office's CSV is read alike, every cell knows its place, bad bytes give a problem."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from scripts.schedule.checks import load
from scripts.schedule.reader import column_name, read

HEADER = "tanggal,provinsi,kab_kota,jenis,status,pemilu"
ROW = "2024-01-27,Aceh,Kab. Aceh Besar,bimtek KPPS,selesai,Pemilu 2024"


def _file(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "uji.csv"
    path.write_bytes(data)
    return path


def _semicolons(text: str) -> str:
    return text.replace(",", ";")


SPELLINGS = {
    "biasa": f"{HEADER}\n{ROW}\n".encode(),
    "BOM": b"\xef\xbb\xbf" + f"{HEADER}\n{ROW}\n".encode(),
    "CRLF": f"{HEADER}\r\n{ROW}\r\n".encode(),
    "CR saja": f"{HEADER}\r{ROW}\r".encode(),
    "tanpa akhir baris": f"{HEADER}\n{ROW}".encode(),
    "titik koma": _semicolons(f"{HEADER}\n{ROW}\n").encode(),
    "tab": f"{HEADER}\n{ROW}\n".replace(",", "\t").encode(),
    "sep=": ("sep=;\r\n" + _semicolons(f"{HEADER}\r\n{ROW}\r\n")).encode(),
    "huruf besar": f"{HEADER.upper()}\n{ROW}\n".encode(),
    "ejaan lain": f"Tanggal,Provinsi,Kabupaten/Kota,Jenis,Status,Pemilu\n{ROW}\n".encode(),
    "baris kosong": f"\n\n{HEADER}\n\n{ROW}\n,,,,,\n\n".encode(),
    "kolom kosong di kanan": f"{HEADER},,\n{ROW},,\n".encode(),
    "sel berkutip": f'{HEADER}\n2024-01-27,Aceh,"Kab. Aceh\nBesar",bimtek KPPS,selesai,'
    '"Pemilu 2024"\n'.encode(),
    "urutan lain": b"pemilu,status,jenis,kab_kota,provinsi,tanggal\n"
    b"Pemilu 2024,selesai,bimtek KPPS,Kab. Aceh Besar,Aceh,2024-01-27\n",
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_spelling_gives_the_same_session(tmp_path: Path, name: str) -> None:
    plain = load(_file(tmp_path, SPELLINGS["biasa"])).sessions
    result = load(_file(tmp_path, SPELLINGS[name]))
    assert [str(problem) for problem in result.problems] == []
    assert len(plain) == 1
    assert result.sessions == plain


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"", 1, 1),
        (b"\n\n", 1, 1),
        (f"{HEADER}\n2024-01-27,Ac\xe9h".encode("latin-1"), 2, 14),
        (b"\xef\xbb\xbf" + f"{HEADER}\nA\xe9".encode("latin-1"), 2, 2),
        (f"{HEADER}\n{ROW}\n".encode("utf-16"), 1, 1),
        (f'{HEADER}\n{ROW}\n"tidak ditutup,{ROW}\n'.encode(), 3, 1),
        (f'{HEADER}\n"ada"sisa,{ROW}\n'.encode(), 2, 1),
    ],
)
def test_an_unreadable_file_gives_one_problem_at_its_place(
    tmp_path: Path, data: bytes, line: int, column: int
) -> None:
    problems = load(_file(tmp_path, data)).problems
    unreadable = [problem for problem in problems if problem.code in ("JDW001", "JDW002")]
    assert unreadable, "berkas yang tidak terbaca harus memberi JDW001"
    assert (unreadable[0].line, unreadable[0].column) == (line, column)


def test_a_missing_file_and_an_empty_folder_give_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in load(tmp_path / "tidak-ada.csv").problems] == ["JDW001"]
    assert [problem.code for problem in load(tmp_path).problems] == ["JDW001"]


def test_places_count_lines_and_characters(tmp_path: Path) -> None:
    text = 'tanggal,tempat,status\nx,"Aula ""A"", lantai\n2",y\n\nné"e,z\n'
    table, problems = read(_file(tmp_path, text.encode()))
    assert problems == []
    assert table is not None
    first, second = table.rows
    assert [table.place(first, i)[1:] for i in range(3)] == [(2, 1), (2, 3), (3, 4)]
    assert [table.place(second, i)[1:] for i in range(3)] == [(5, 1), (5, 6), (5, 7)]
    assert table.cell(second, "status") == ""


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kel/Desa", "kelurahan_desa"),
        ("JAM MULAI", "jam_mulai"),
        ("Kab./Kota", "kab_kota"),
        (" \ufefftanggal", "tanggal"),
        ("harga", ""),
        ("", ""),
    ],
)
def test_column_names(title: str, name: str) -> None:
    assert column_name(title) == name


def test_no_bytes_at_all_give_a_traceback(tmp_path: Path) -> None:
    chance = random.Random(20240214)
    pieces = [b",", b";", b'"', b"\n", b"\r", b"\x00", b"\xff", HEADER.encode(), ROW.encode()]
    pieces += [bytes([code]) for code in range(256)] + ["\u2028é\ufeff".encode()]
    for _ in range(400):
        data = b"".join(chance.choices(pieces, k=chance.randrange(60)))
        result = load(_file(tmp_path, data))
        assert all(str(problem).isprintable() for problem in result.problems), data
