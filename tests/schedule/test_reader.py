"""Any office's CSV is read alike, every cell knows its place, bad bytes give a problem."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import tables
from scripts.schedule.checks import Result, find_files, load
from scripts.schedule.model import COLUMNS
from scripts.schedule.reader import HEADER_ALIASES, column_name, read

HEADER = "tanggal,provinsi,kab_kota,jenis,status,pemilu"
ROW = "2024-01-27,Aceh,Kab. Aceh Besar,bimtek KPPS,selesai,Pemilu 2024"

Row = dict[str, str]


def _file(tmp_path: Path, data: bytes, name: str = "uji.csv") -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _errors(result: Result) -> list[str]:
    """What stops a build; a plan without an hour gives a warning."""
    return [str(problem) for problem in result.problems if problem.code != "JDW039"]


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
    "sep= dengan BOM": ("\ufeffSEP=;\r\n" + _semicolons(f"{HEADER}\r\n{ROW}\r\n")).encode(),
    "sep= berkutip": f'"sep=,"\n{HEADER}\n{ROW}\n'.encode(),
    "sep= tab": ("sep=\t\n" + f"{HEADER}\n{ROW}\n".replace(",", "\t")).encode(),
    "huruf besar": f"{HEADER.upper()}\n{ROW}\n".encode(),
    "ejaan lain": f"Tanggal,Provinsi,Kabupaten/Kota,Jenis,Status,Pemilu\n{ROW}\n".encode(),
    "judul berkutip": b'"tanggal","provinsi","kab\nkota","jenis","status","pemilu"\n'
    + f"{ROW}\n".encode(),
    "baris kosong": f"\n\n{HEADER}\n\n{ROW}\n,,,,,\n\n".encode(),
    "baris pemisah saja": f",,,,,\n{HEADER}\n{ROW}\n,,,,,\n , ,,,,\n".encode(),
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
    assert _errors(result) == []
    assert len(plain) == 1
    assert result.sessions == plain


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_letters_with_accents_come_through_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    text = f"{HEADER},tempat\n{ROW},Kafé – “Aula”\n"
    result = load(_file(tmp_path, text.encode(encoding)))
    assert _errors(result) == []
    assert result.sessions[0].tempat == "Kafé – “Aula”"


DAMAGED = {
    "kosong": (b"", 1, 1, "berkas kosong"),
    "hanya baris kosong": (b"\n\n", 1, 1, "berkas kosong"),
    "UTF-8 rusak": (
        f"{HEADER},tempat\n{ROW},Kafé ".encode() + b"\xff\n",
        2, len(ROW) + 7, "tidak disimpan sebagai UTF-8 (bita 0xFF)",
    ),
    "UTF-8 rusak sesudah emoji": (
        f"{HEADER},tempat\n{ROW},🗳 ".encode() + b"\xe9\n",
        2, len(ROW) + 4, "tidak disimpan sebagai UTF-8 (bita 0xE9)",
    ),
    "UTF-8 rusak dengan BOM": (
        b"\xef\xbb\xbf" + f"{HEADER}\nA\xe9".encode("latin-1"),
        2, 2, "tidak disimpan sebagai UTF-8 (bita 0xE9)",
    ),
    "bukan pengodean apa pun": (b"tanggal\n\x81\n", 2, 1, "bita 0x81"),
    "UTF-16 LE": (f"{HEADER}\n{ROW}\n".encode("utf-16"), 1, 1, "UTF-16 (Teks Unicode)"),
    "UTF-16 BE": (b"\xfe\xff" + HEADER.encode("utf-16-be"), 1, 1, "UTF-16 (Teks Unicode)"),
    "xlsx": (b"PK\x03\x04\x14\x00\x06\x00", 1, 1, "berkas Excel (.xlsx)"),
    "kutip tidak ditutup": (
        f'{HEADER}\n{ROW}\n"tidak ditutup,{ROW}\n'.encode(), 3, 1, "tidak berpasangan"
    ),
    "sisa sesudah kutip": (f'{HEADER}\n"ada"sisa,{ROW}\n'.encode(), 2, 1, "tidak berpasangan"),
    "sel sangat panjang": (
        f"{HEADER}\n{ROW}\n{'a' * 140_000},\n".encode(), 3, 1, "terlalu panjang"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGED)
def test_an_unreadable_file_gives_one_problem_at_its_place(tmp_path: Path, name: str) -> None:
    data, line, column, words = DAMAGED[name]
    result = load(_file(tmp_path, data))
    assert [problem.code for problem in result.problems] == ["JDW001"]
    (problem,) = result.problems
    assert (problem.line, problem.column) == (line, column)
    assert words in problem.message
    assert result.sessions == []


@pytest.mark.parametrize("name", ["UTF-8 rusak", "UTF-16 LE", "UTF-16 BE", "xlsx"])
def test_whoever_saved_it_wrongly_is_told_how_to_save_it(tmp_path: Path, name: str) -> None:
    (problem,) = load(_file(tmp_path, DAMAGED[name][0])).problems
    assert problem.expected == "CSV UTF-8"
    assert "Simpan Sebagai, CSV UTF-8" in problem.suggestion


def test_an_empty_file_is_told_the_columns(tmp_path: Path) -> None:
    (problem,) = load(_file(tmp_path, b"")).problems
    assert problem.expected == f"baris pertama berisi nama kolom: {', '.join(COLUMNS)}"


def test_a_missing_file_and_an_empty_folder_give_a_problem(tmp_path: Path) -> None:
    (missing,) = load(tmp_path / "tidak-ada.csv").problems
    assert (missing.code, missing.line, missing.column) == ("JDW001", 1, 1)
    assert "tidak dapat dibuka" in missing.message
    (empty,) = load(tmp_path).problems
    assert empty.code == "JDW001"
    assert "tidak ada berkas .csv" in empty.message


@pytest.mark.parametrize(
    "data",
    [
        f"{HEADER}\n{ROW}\n".replace(",", "|").encode(),
        f"sep=;\n{HEADER}\n{ROW}\n".encode(),
        f"JADWAL BIMTEK KPPS\n{HEADER}\n{ROW}\n".encode(),
        f"{HEADER}\n{ROW}\n".replace(",", "  ").encode(),
    ],
)
def test_a_wrong_separator_is_told_once_and_not_as_missing_columns(
    tmp_path: Path, data: bytes
) -> None:
    problems = load(_file(tmp_path, data)).problems
    assert [problem.code for problem in problems] == ["JDW002"], "satu penyebab, satu pesan"
    assert "koma, titik koma, atau tab" in problems[0].message


def test_files_are_found_in_any_case_and_in_folders_below(tmp_path: Path) -> None:
    text = "tanggal,provinsi,kab_kota,jenis\n{},Aceh,Kab. Pidie,ToT\n"
    names = ["b.csv", "A.CSV", "bawah/c.csv", "bawah/lagi/d.Csv"]
    for number, name in enumerate(names, 1):
        _file(tmp_path, text.format(f"2024-01-0{number}").encode(), name)
    _file(tmp_path, b"bukan tabel", "catatan.txt")
    (tmp_path / "folder.csv").mkdir()
    assert find_files(tmp_path) == sorted(tmp_path / name for name in names)
    result = load(tmp_path)
    assert (len(result.sessions), result.files) == (4, 4)
    assert find_files(tmp_path / "catatan.txt") == [tmp_path / "catatan.txt"]


def test_places_count_lines_and_characters(tmp_path: Path) -> None:
    text = 'tanggal,tempat,status\nx,"Aula ""A"", lantai\n2",y\n\nné"e,z\n'
    table, problems = read(_file(tmp_path, text.encode()))
    assert problems == []
    assert table is not None
    first, second = table.rows
    assert [table.place(first, i)[1:] for i in range(3)] == [(2, 1), (2, 3), (3, 4)]
    assert [table.place(second, i)[1:] for i in range(3)] == [(5, 1), (5, 6), (5, 7)]
    assert table.place(second, "status") == table.place(second, 2)
    assert table.place(second, "jenis") == table.place(second, 0), "kolom yang tidak ada"
    assert table.cell(second, "status") == ""
    assert table.cell(first, "tempat") == 'Aula "A", lantai\n2'


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_places_are_the_same_with_every_line_end(tmp_path: Path, ends: str) -> None:
    text = ends.join(["sep=;", "", "tanggal;tempat", '"a', 'b";c', "d;e", ""])
    table, _ = read(_file(tmp_path, text.encode()))
    assert table is not None
    places = [table.place(row, i)[1:] for row in table.rows for i in range(2)]
    assert places == [(4, 1), (5, 4), (6, 1), (6, 3)]
    assert table.place(table.header)[1] == 3


def test_the_first_of_two_columns_of_one_name_counts(tmp_path: Path) -> None:
    table, _ = read(_file(tmp_path, b"status,Keadaan,tempat\na,b,c\n"))
    assert table is not None
    assert table.index == {"status": 0, "tempat": 2}
    assert table.cell(table.rows[0], "status") == "a"


def test_a_reader_of_another_table_gives_its_own_columns(tmp_path: Path) -> None:
    path = _file(tmp_path, b"Induk;KODE\n32;32.01\n;\n")
    table = tables.read(path, str.lower, ("induk", "kode"))
    assert [row.values for row in table.rows] == [["32", "32.01"]]
    with pytest.raises(tables.UnreadableError) as caught:
        tables.read(_file(tmp_path, b""), str.lower, ("induk", "kode"))
    assert caught.value.expected.endswith("induk, kode")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kel/Desa", "kelurahan_desa"),
        ("JAM MULAI", "jam_mulai"),
        ("Kab./Kota", "kab_kota"),
        ("Hari/Tgl.", "tanggal"),
        ("Hari, Tanggal", "tanggal"),
        ("TGL", "tanggal"),
        ("Tanggal Mulai", "tanggal"),
        ("Tanggal Akhir", "tanggal_selesai"),
        ("Sampai Tanggal", "tanggal_selesai"),
        ("Pukul", "jam_mulai"),
        ("Jam", "jam_mulai"),
        ("Waktu Selesai", "jam_selesai"),
        ("Propinsi", "provinsi"),
        ("Kabupaten", "kab_kota"),
        ("Kabupaten/Kota", "kab_kota"),
        ("Kec.", "kecamatan"),
        ("Distrik", "kecamatan"),
        ("Desa/Kelurahan", "kelurahan_desa"),
        ("Kelurahan/Desa", "kelurahan_desa"),
        ("Desa", "kelurahan_desa"),
        ("Lokasi", "tempat"),
        ("Tempat Pelaksanaan", "tempat"),
        ("Jenis Kegiatan", "jenis"),
        ("Kelas", "gelombang"),
        ("Jml. TPS", "tps"),
        ("Materi", "modul"),
        ("Pelaksana", "penyelenggara"),
        ("Keterangan", "catatan"),
        ("Ket.", "catatan"),
        ("Link", "sumber"),
        ("Pemilihan", "pemilu"),
        ("Jumlah\nPeserta", "peserta"),
        (" \ufefftanggal", "tanggal"),
        ("harga", ""),
        ("No.", ""),
        ("", ""),
    ],
)
def test_column_names(title: str, name: str) -> None:
    assert column_name(title) == name


@pytest.mark.parametrize("name", COLUMNS)
def test_every_column_goes_by_its_own_name(name: str) -> None:
    assert column_name(name) == name
    assert name not in HEADER_ALIASES


@pytest.mark.parametrize("alias", HEADER_ALIASES)
def test_every_usual_title_is_understood_however_it_is_spelt(
    alias: str, sound: Callable[..., Row], tmp_path: Path
) -> None:
    column = HEADER_ALIASES[alias]
    for title in (alias, alias.upper(), alias.replace("_", " ").title(), alias.replace("_", "/")):
        assert column_name(title) == column
    cells = {**sound(), column: sound().get(column, "")}
    plain = load(_file(tmp_path, _csv(cells, {}))).sessions
    assert load(_file(tmp_path, _csv(cells, {column: alias}))).sessions == plain != []


def _csv(cells: Row, titles: Row) -> bytes:
    header = ",".join(titles.get(name, name) for name in cells)
    return f"{header}\n{','.join(cells.values())}\n".encode()
