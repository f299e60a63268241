"""Each fault gives its code at its place, all of them in one run, and says how to mend it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.paths import ROOT
from scripts.problems import Problem
from scripts.schedule.__main__ import main
from scripts.schedule.checks import load
from scripts.schedule.model import COLUMNS, Zona
from scripts.schedule.problems import CODES, ScheduleProblem

Row = dict[str, str]

# cells changed -> code, column in which it is found, what the message must hold
BAD = [
    ({"tanggal": ""}, "JDW006", "tanggal", "tidak disebut"),
    ({"provinsi": ""}, "JDW006", "provinsi", "Isi"),
    ({"kab_kota": ""}, "JDW006", "kab_kota", "kabupaten/kota"),
    ({"jenis": " "}, "JDW006", "jenis", "Isi"),
    ({"status": ""}, "JDW006", "status", "Isi"),
    ({"pemilu": ""}, "JDW006", "pemilu", "Isi"),
    ({"tanggal": "30 Februari 2024"}, "JDW007", "tanggal", "27 Januari 2024"),
    ({"tanggal_selesai": "kemarin"}, "JDW007", "tanggal_selesai", "27/01/2024"),
    ({"jam_mulai": "25:00"}, "JDW008", "jam_mulai", "08.00"),
    ({"jam_selesai": "siang"}, "JDW008", "jam_selesai", "08.00"),
    ({"tanggal_selesai": "2024-01-26"}, "JDW009", "tanggal_selesai", "2024-01-27"),
    ({"jam_selesai": "07:59"}, "JDW010", "jam_selesai", "sesudah 08:00"),
    ({"jam_selesai": "08:00"}, "JDW010", "jam_selesai", "sesudah 08:00"),
    ({"zona": "WIBB"}, "JDW011", "zona", "Mungkin maksud Anda: WIB?"),
    ({"zona": "WITA"}, "JDW012", "zona", "Mungkin maksud Anda: WIB?"),
    ({"provinsi": "Acehh"}, "JDW013", "provinsi", "Mungkin maksud Anda: Aceh?"),
    ({"jenis": "bimtek KPS"}, "JDW014", "jenis", "Mungkin maksud Anda: bimtek KPPS?"),
    ({"status": "selsai"}, "JDW015", "status", "Mungkin maksud Anda: selesai?"),
    ({"kepastian_tanggal": "tersirat"}, "JDW016", "kepastian_tanggal", "tersurat"),
    ({"sumber": "javascript:alert(1)"}, "JDW017", "sumber", "https://"),
    ({"sumber": "ftp://kpu.go.id"}, "JDW017", "sumber", "https://"),
    ({"catatan": "bel\x07"}, "JDW018", "catatan", "U+0007"),
    ({"tempat": "aula\u202e"}, "JDW018", "tempat", "U+202E"),
    ({"catatan": "hubungi 081234567890"}, "JDW019", "catatan", "telepon"),
    ({"fasilitator": "3171234567890001"}, "JDW020", "fasilitator", "NIK"),
    ({"penyelenggara": "a@b.id"}, "JDW021", "penyelenggara", "surel"),
    ({"peserta": "1.300"}, "JDW022", "peserta", "Mungkin maksud Anda: 1300?"),
    ({"tps": "dua belas"}, "JDW022", "tps", "bilangan bulat"),
    ({"kepastian_tanggal": "tidak disebut"}, "JDW025", "tanggal", "Kosongkan"),
    ({"pemilu": "Pemliu 2024"}, "JDW026", "pemilu", "Mungkin maksud Anda: Pemilu 2024?"),
]


def _column(row: Row, name: str) -> int:
    """Where the cell begins in a line written without quotes: counted here by hand."""
    return sum(len(row.get(before, "")) + 1 for before in COLUMNS[: COLUMNS.index(name)]) + 1


@pytest.mark.parametrize(("cells", "code", "column", "text"), BAD)
def test_a_bad_cell_gives_its_code_at_its_place(
    cells: Row,
    code: str,
    column: str,
    text: str,
    sound: Callable[..., Row],
    write: Callable[..., Path],
) -> None:
    bad = sound(id="a-2", gelombang="II", **cells)
    problems = load(write([sound(), bad])).problems
    assert [problem.code for problem in problems] == [code], [str(p) for p in problems]
    (problem,) = problems
    assert (problem.line, problem.column) == (3, _column(bad, column))
    assert problem.field == column
    assert text in problem.message, "pesan harus menyebut cara memperbaikinya"


def test_every_code_of_a_cell_is_in_the_table() -> None:
    elsewhere = {"JDW001", "JDW002", "JDW003", "JDW004", "JDW005", "JDW023", "JDW024"}
    assert {code for _, code, _, _ in BAD} | elsewhere == set(CODES)


def test_a_sound_row_has_no_problem(sound: Callable[..., Row], write: Callable[..., Path]) -> None:
    result = load(write([sound()]))
    assert result.problems == []
    assert result.sessions[0].zona is Zona.WIB, "zona kosong = zona provinsinya"


def test_rows_that_are_allowed(sound: Callable[..., Row], write: Callable[..., Path]) -> None:
    rows = [
        sound(id="1", kab_kota="", kecamatan=""),
        sound(id="2", tanggal="", kepastian_tanggal="tidak disebut"),
        sound(id="3", jam_mulai="20:00", jam_selesai="01.00", tanggal_selesai="28/01/2024"),
        sound(id="4", jam_mulai="", jam_selesai="23:30"),
        sound(id="5", zona="wib", status="SELESAI", jenis="tot"),
        sound(id="6", pemilu="Pemilu 2019"),
    ]
    result = load(write(rows))
    assert [str(problem) for problem in result.problems] == []
    assert len(result.sessions) == len(rows)


def test_all_problems_of_a_row_are_told_at_once(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    row = sound(status="x", jam_mulai="9", tanggal_selesai="2024-01-01", zona="WIT", pemilu="")
    codes = [problem.code for problem in load(write([row])).problems]
    assert sorted(codes) == ["JDW006", "JDW008", "JDW009", "JDW012", "JDW015"]


def test_columns_missing_unknown_and_twice(tmp_path: Path) -> None:
    file = tmp_path / "uji.csv"
    file.write_text(
        "tanggal,provinsi,kab_kota,jeniss,status,status,harga\n2024-01-27,Aceh,x,y,selesai,z,1\n"
    )
    found = [(p.code, p.line, p.column) for p in load(file).problems]
    assert found == [
        ("JDW002", 1, 1),
        ("JDW002", 1, 1),
        ("JDW003", 1, 27),
        ("JDW004", 1, 41),
        ("JDW003", 1, 48),
    ]
    assert "Mungkin maksud Anda: jenis?" in str(load(file).problems[2])
    assert load(file).sessions == []


def test_a_filled_cell_without_a_column(tmp_path: Path) -> None:
    file = tmp_path / "uji.csv"
    header = "tanggal,provinsi,kab_kota,jenis,status,pemilu"
    row = "2024-01-27,Aceh,Kab. Pidie,ToT,selesai,Pemilu 2024"
    file.write_text(f"{header},\n{row},x\n")
    assert [(p.code, p.line, p.column) for p in load(file).problems] == [("JDW003", 1, 47)]
    file.write_text(f"{header}\n{row},,Aula\n")
    assert [(p.code, p.line, p.column) for p in load(file).problems] == [("JDW005", 2, 53)]


def test_the_same_id_twice_also_across_files(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    write([sound()], "a.csv")
    folder = write([sound(id="A-1", tanggal="2024-01-28")], "b.csv")
    (problem,) = load(folder).problems
    assert (problem.code, problem.field) == ("JDW023", "id")
    assert problem.file.endswith("b.csv")
    assert "a.csv:2" in problem.message


def test_the_same_session_twice_however_it_is_spelt(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    twice = sound(
        id="a-2",
        tanggal="27 Januari 2024",
        tanggal_selesai="27/1/2024",
        jam_mulai="8.00",
        provinsi="aceh",
        kab_kota="Kabupaten Aceh Besar",
        kecamatan="Kuta  baro",
        catatan="catatan lain",
    )
    problems = load(write([sound(), twice])).problems
    assert [(p.code, p.line, p.column) for p in problems] == [("JDW024", 3, 1)]
    assert "uji.csv:2" in problems[0].message


def test_two_waves_are_two_sessions(sound: Callable[..., Row], write: Callable[..., Path]) -> None:
    rows = [sound(id="1", gelombang="I"), sound(id="2", gelombang="II")]
    assert load(write(rows)).problems == []


@pytest.mark.parametrize("column", COLUMNS)
def test_personal_data_in_any_column_are_masked(
    column: str, sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    problems = load(write([sound(**{column: "x 081234567890"})])).problems
    assert "JDW019" in [problem.code for problem in problems]
    assert not any("1234567" in f"{p} {p.cell}" for p in problems), "nomornya harus disamarkan"


def test_problems_are_sorted_by_file_line_and_column(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    write([sound(id=f"b{i}", status="x", tanggal="y") for i in range(11)], "b.csv")
    folder = write([sound(id="a", status="x")], "a.csv")
    places = [(p.file, p.line, p.column) for p in load(folder).problems]
    assert places == sorted(places)
    assert places[0][0].endswith("a.csv")


def test_problems_sort_together_with_those_of_other_checks() -> None:
    other = Problem("b.md", 1, 1, "HAL001", "x")
    ours = [ScheduleProblem(name, 1, 1, "JDW001", "x") for name in ("c.csv", "a.csv")]
    mixed = sorted([ours[0], other, ours[1]])
    assert [problem.file for problem in mixed] == ["a.csv", "b.md", "c.csv"]


def test_check_prints_places_and_ends_with_1(
    sound: Callable[..., Row], write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write([sound(status="selsai")])
    assert main(["check", str(folder), "--format", "text"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    column = _column(sound(), "status")
    assert first.startswith(f"{(folder / 'uji.csv').as_posix()}:2:{column}: JDW015 galat: kolom ")


def test_a_warning_does_not_stop_a_build(
    sound: Callable[..., Row], write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write([sound(pemilu="Pemilu2024")])
    assert main(["check", str(folder)]) == 0
    assert "JDW026 peringatan:" in capsys.readouterr().out


def test_the_module_runs_from_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "uji.csv"
    file.write_bytes(b"\xff")
    command = [sys.executable, "-m", "scripts.schedule", "check", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(f"{file.as_posix()}:1:1: JDW001 galat: ")
    assert "Traceback" not in done.stderr
