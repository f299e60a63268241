"""Each fault gives its code at its place, all of them in one run, and says how to mend it."""

from __future__ import annotations

import json
import subprocess
import sys
import time as clock
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest

from scripts.paths import ROOT
from scripts.problems import Problem, Severity
from scripts.schedule import settings
from scripts.schedule.__main__ import main
from scripts.schedule.checks import BLANKS, Result, load
from scripts.schedule.codes import CODES
from scripts.schedule.model import (
    COLUMNS,
    MAIN_ELECTION,
    REQUIRED_COLUMNS,
    Jenis,
    Kepastian,
    Session,
    Status,
    Zona,
)
from scripts.schedule.problems import ScheduleProblem
from scripts.schedule.regions import region

Row = dict[str, str]

BOGOR = {"provinsi": "Jawa Barat", "kab_kota": "Kab. Bogor", "kecamatan": "Cibinong"}

# cells changed -> code, column in which it is found, what the message must hold
BAD = [
    ({"tanggal": ""}, "JDW006", "tanggal", "tidak disebut"),
    ({"provinsi": ""}, "JDW006", "provinsi", "Isi"),
    ({"kab_kota": ""}, "JDW006", "kab_kota", "Isi kabupaten/kota"),
    ({"kab_kota": "-", "kecamatan": "", "kelurahan_desa": "X"}, "JDW006", "kab_kota", "Isi kab"),
    ({"jenis": " "}, "JDW006", "jenis", "Isi"),
    ({"jenis": "–"}, "JDW006", "jenis", "Isi"),
    ({"tanggal": "30 Februari 2024"}, "JDW007", "tanggal", "27 Januari 2024"),
    ({"tanggal": "45318"}, "JDW007", "tanggal", "Mungkin maksud Anda: 27/01/2024?"),
    ({"tanggal_selesai": "kemarin"}, "JDW007", "tanggal_selesai", "27/01/2024"),
    ({"jam_mulai": "25:00"}, "JDW008", "jam_mulai", "08.00"),
    ({"jam_selesai": "siang"}, "JDW008", "jam_selesai", "08.00"),
    ({"tanggal_selesai": "2024-01-26"}, "JDW009", "tanggal_selesai", "2024-01-27"),
    ({"jam_selesai": "07:59"}, "JDW010", "jam_selesai", "sesudah 08:00"),
    ({"jam_selesai": "08:00"}, "JDW010", "jam_selesai", "isi tanggal_selesai"),
    ({"zona": "WIBB"}, "JDW011", "zona", "Mungkin maksud Anda: WIB?"),
    ({"zona": "WITA"}, "JDW012", "zona", "Mungkin maksud Anda: WIB?"),
    ({"provinsi": "Acehh"}, "JDW013", "provinsi", "Mungkin maksud Anda: Aceh?"),
    ({"jenis": "bimtek KPS"}, "JDW014", "jenis", "Mungkin maksud Anda: bimtek KPPS?"),
    ({"jenis": "bimtek"}, "JDW014", "jenis", "Tulis lengkap: bimtek KPPS, "),
    ({"status": "selsai"}, "JDW015", "status", "Mungkin maksud Anda: selesai?"),
    ({"kepastian_tanggal": "tersirat"}, "JDW016", "kepastian_tanggal", "tersurat"),
    ({"sumber": "javascript:alert(1)"}, "JDW017", "sumber", "https://"),
    ({"sumber": "ftp://kpu.go.id"}, "JDW017", "sumber", "https://"),
    ({"catatan": "bel\x07"}, "JDW018", "catatan", "U+0007"),
    ({"tempat": "aula\u202e"}, "JDW018", "tempat", "U+202E"),
    ({"catatan": "hubungi 081234567890"}, "JDW019", "catatan", "telepon"),
    ({"sumber": "https://wa.me/6281234567890"}, "JDW019", "sumber", "telepon"),
    ({"fasilitator": "3171234567890003"}, "JDW020", "fasilitator", "NIK"),
    ({"penyelenggara": "a@b.id"}, "JDW021", "penyelenggara", "surel"),
    ({"peserta": "1.300"}, "JDW022", "peserta", "Mungkin maksud Anda: 1300?"),
    ({"tps": "dua belas"}, "JDW022", "tps", "bilangan bulat"),
    ({"kepastian_tanggal": "tidak disebut"}, "JDW025", "tanggal", "Kosongkan"),
    (
        {"tanggal": "", "tanggal_selesai": "2024-01-27", "kepastian_tanggal": "tidak disebut"},
        "JDW025", "tanggal_selesai", "Kosongkan",
    ),
    ({"pemilu": "Pemliu 2024"}, "JDW026", "pemilu", "Mungkin maksud Anda: Pemilu 2024?"),
    ({"id": "a/2"}, "JDW027", "id", "Mungkin maksud Anda: a-2?"),
    ({"kab_kota": "Kab. Aceh Bsar"}, "JDW028", "kab_kota", "Mungkin maksud Anda: Kab. Aceh Besar"),
    ({"kecamatan": "Kuta Barro"}, "JDW029", "kecamatan", "Mungkin maksud Anda: Kuta Baro"),
    ({**BOGOR, "kelurahan_desa": "Pakansri"}, "JDW030", "kelurahan_desa", "Pakansari?"),
    ({**BOGOR, "kelurahan_desa": "Tarikolot"}, "JDW030", "kelurahan_desa", "Kec. Citeureup"),
    ({**BOGOR, "kab_kota": "Bogor"}, "JDW031", "kab_kota", "Kab. Bogor, Kota Bogor"),
    (
        {**BOGOR, "kecamatan": "", "kelurahan_desa": "Sukajaya"},
        "JDW031", "kelurahan_desa", "32.01.06.2013 (Sukajaya, Kec. Jonggol)",
    ),
    ({"modul": "05-pemungutan"}, "JDW032", "modul", "Mungkin maksud Anda: 05-pemungutan-suara?"),
    ({"id": "contoh-9"}, "JDW041", "id", "Hapus baris ini"),
    (
        {"tanggal": "17/09/2024", "tanggal_selesai": "20/10/2024", "jenis": "ToT"},
        "JDW042", "tanggal_selesai", "34 hari",
    ),
    (
        {"tanggal": "17/09/2024", "tanggal_selesai": "19/10/2024", "jenis": "ToT"},
        "JDW042", "tanggal_selesai", "33 hari",
    ),
    ({"fasilitator": "ketua PPK Budi Santoso"}, "JDW043", "fasilitator", "nama orang"),
    ({"penyelenggara": "Bapak Budi Santoso"}, "JDW043", "penyelenggara", "peran atau lembaga"),
    ({"catatan": "rekening BRI 1234567890123"}, "JDW044", "catatan", "data pribadi"),
    ({"catatan": "x" * 1001}, "JDW045", "catatan", "1001 karakter"),
]  # fmt: skip

WARNINGS = {"JDW026", *(f"JDW{number:03d}" for number in range(33, 44))}


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
    check: Callable[..., Result],
) -> None:
    bad = sound(**{"id": "a-2", "gelombang": "II", **cells})
    result = check(sound(), bad)
    assert [problem.code for problem in result.problems] == [code], [
        str(problem) for problem in result.problems
    ]
    (problem,) = result.problems
    assert (problem.line, problem.column) == (3, _column(bad, column))
    assert problem.field == column
    assert problem.message.startswith(f"kolom {column}: ")
    assert text in problem.message, "pesan harus menyebut cara memperbaikinya"
    is_warning = problem.severity is Severity.WARNING
    assert is_warning == (code in WARNINGS)
    assert len(result.sessions) == 1 + is_warning, "baris yang salah tidak menjadi sesi"


def test_every_code_is_tested_here_or_with_the_tests_named_here() -> None:
    tested = {code for _, code, _, _ in BAD}
    tested |= {"JDW001"}  # test_reader
    tested |= {"JDW002", "JDW003", "JDW004", "JDW005", "JDW023", "JDW024", "JDW046"}  # below
    planning = {f"JDW{number:03d}" for number in range(33, 41)}
    text = Path(__file__).with_name("test_planning.py").read_text(encoding="utf-8")
    assert all(f'"{code}"' in text for code in planning), "tambahkan ujinya di test_planning.py"
    assert tested | planning == set(CODES)
    assert not tested & planning


def test_a_code_says_how_bad_it_is() -> None:
    assert {code for code, entry in CODES.items() if entry.severity is Severity.WARNING} == WARNINGS


# Rows that pass


def test_a_sound_row_has_no_problem(
    sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    result = check(sound())
    assert result.problems == []
    assert (len(result.sourced), result.files, result.has_errors) == (1, 1, False)
    assert result.sourced[0].file.endswith("jadwal/uji.csv")
    assert result.sessions == [
        Session(
            id="a-1",
            tanggal=date(2024, 1, 27),
            jam_mulai=time(8),
            zona=Zona.WIB,
            provinsi=region("11"),
            kab_kota=region("11.06"),
            kecamatan=(region("11.06.11"),),
            jenis=Jenis.BIMTEK_KPPS,
            status=Status.SELESAI,
        )
    ]


def test_four_columns_are_enough_and_the_rest_has_its_usual_value(tmp_path: Path) -> None:
    assert REQUIRED_COLUMNS == ("tanggal", "provinsi", "kab_kota", "jenis")
    file = tmp_path / "uji.csv"
    file.write_text("tanggal;provinsi;kab_kota;jenis\n27/01/2024;Papua;Kab. Jayapura;tot\n")
    result = load(file)
    assert [problem.code for problem in result.problems] == ["JDW039"]
    (session,) = result.sessions
    assert session.zona is Zona.WIT, "zona kosong = zona provinsinya"
    assert session.status is Status.TERJADWAL
    assert session.kepastian_tanggal is Kepastian.TERSURAT
    assert session.pemilu == MAIN_ELECTION
    assert session.is_main
    assert (session.id, session.tempat, session.modul, session.tps) == ("", "", (), None)
    assert session.last_day == session.tanggal == date(2024, 1, 27)
    assert session.areas == (session.kab_kota,)


def test_rows_that_are_allowed(sound: Callable[..., Row], check: Callable[..., Result]) -> None:
    rows = [
        sound(id="1", kab_kota="", kecamatan=""),
        sound(id="2", tanggal="", kepastian_tanggal="tidak disebut"),
        sound(id="3", jam_mulai="20:00", jam_selesai="01.00", tanggal_selesai="28/01/2024"),
        sound(id="4", tanggal_selesai="27 Februari 2024", jenis="tot", jam_mulai="09.00"),
        sound(id="5", zona="wib", status="SELESAI", jenis="tot"),
        sound(id="6", pemilu="Pemilu 2019"),
        sound(id="7", modul="pemungutan suara; 07-penghitungan-suara", tempat="SMAN 2"),
        sound(id="8", tps="0", peserta="0", gelombang="sesi 1 dari 2"),
        sound(id="", tempat="'=Aula'", pemilu="pemilu 2019"),
        sound(id="10", sumber="https://kompas.com/read/20240126115913611234", gelombang="2"),
        sound(id="11", tanggal="Sabtu, 27 Januari 2024", gelombang="3", catatan="’ – “ ” é 🗳"),
    ]
    result = check(*rows)
    assert [str(problem) for problem in result.problems if problem.code != "JDW038"] == []
    assert len(result.sessions) == len(rows)
    assert result.sessions[6].modul == ("05-pemungutan-suara", "07-penghitungan-suara")
    assert result.sessions[8].tempat == "=Aula'", "tanda petik di depan rumus tidak ikut"


@pytest.mark.parametrize(
    "address",
    [
        "https://megapolitan.kompas.com/read/2024/01/26/11591361/61684-anggota-kpps",
        "https://kompas.com/read/20240126115913611234",
        "https://desa.id/berita/3171234567890123",
        "https://desa.id/artikel/081234567890",
    ],
)
def test_a_long_number_of_an_article_may_be_in_a_link(
    address: str, sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    result = check(sound(sumber=address))
    assert result.problems == []
    assert result.sessions[0].sumber == address


@pytest.mark.parametrize("dash", sorted(BLANKS - {""}))
@pytest.mark.parametrize(
    "column", [name for name in COLUMNS if name not in ("tanggal", "provinsi", "jenis")]
)
def test_a_dash_means_empty(
    column: str, dash: str, sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    row = sound(**BOGOR, kelurahan_desa="Pakansari") | {"kecamatan": ""}
    if column == "kab_kota":
        row |= {"kelurahan_desa": "", "kecamatan": ""}
    empty = check(row | {column: ""})
    dashed = check(row | {column: f" {dash} "})
    assert not empty.has_errors
    assert [(p.code, p.field) for p in dashed.problems] == [
        (p.code, p.field) for p in empty.problems
    ]
    assert dashed.sessions == empty.sessions


def test_dashes_are_what_offices_write() -> None:
    assert {"", "-", "–", "—"} == BLANKS


# Several problems


def test_all_problems_of_a_row_are_told_at_once(
    sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    row = sound(
        status="x", jam_mulai="9", tanggal_selesai="2024-01-01", zona="WIT", jenis="",
        catatan="WA 081234567890", penyelenggara="a@b.id", id="a b", sumber="kpu.go.id",
    )  # fmt: skip
    codes = [problem.code for problem in check(row).problems]
    assert sorted(codes) == [
        "JDW006", "JDW008", "JDW009", "JDW012", "JDW015", "JDW017", "JDW019", "JDW021", "JDW027",
    ]  # fmt: skip


def test_two_problems_of_one_cell_are_both_told(
    sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    problems = check(sound(catatan="bel\x07, surel a@b.id, WA 081234567890")).problems
    assert [problem.code for problem in problems] == ["JDW018", "JDW019", "JDW021"]


def test_problems_are_sorted_by_file_line_and_column(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    write([sound(id=f"b{i}", status="x", tanggal="y") for i in range(11)], "b.csv")
    folder = write([sound(id="a", status="x")], "a.csv")
    (folder / "c.csv").write_bytes(b"\xff")
    result = load(folder)
    places = [(p.file, p.line, p.column) for p in result.problems]
    assert places == sorted(places)
    assert [Path(file).name for file in dict.fromkeys(p.file for p in result.problems)] == [
        "a.csv", "b.csv", "c.csv",
    ]  # fmt: skip
    # Ten of b.csv repeat the session of its first row.
    assert (len(places), result.files) == (1 + 11 * 2 + 10 + 1, 3)


def test_problems_sort_together_with_those_of_other_checks() -> None:
    other = Problem("b.md", 1, 1, "HAL001", "x")
    ours = [ScheduleProblem(name, 1, 1, "JDW001", "x") for name in ("c.csv", "a.csv")]
    mixed = sorted([ours[0], other, ours[1]])
    assert [problem.file for problem in mixed] == ["a.csv", "b.md", "c.csv"]


# Header and length of rows


def test_columns_missing_unknown_and_twice(tmp_path: Path) -> None:
    file = tmp_path / "uji.csv"
    file.write_text(
        "tanggal,provinsi,kab_kota,jeniss,status,Keadaan,harga\n2024-01-27,Aceh,x,y,selesai,z,1\n"
    )
    result = load(file)
    assert [(p.code, p.line, p.column) for p in result.problems] == [
        ("JDW002", 1, 1),
        ("JDW003", 1, 27),
        ("JDW004", 1, 41),
        ("JDW003", 1, 49),
        ("JDW028", 2, 17),
    ]
    missing, misspelt, twice, unknown, _ = result.problems
    assert "kolom jenis tidak ada" in missing.message
    assert "Mungkin maksud Anda: jenis?" in misspelt.message
    assert "tertulis dua kali" in twice.message
    assert twice.field == "status"
    assert "Hapus kolom ini bila tidak perlu" in unknown.message
    assert result.sessions == []


@pytest.mark.parametrize("name", REQUIRED_COLUMNS)
def test_every_required_column_is_missed(
    name: str, sound: Callable[..., Row], tmp_path: Path
) -> None:
    cells = {column: cell for column, cell in sound().items() if column != name}
    file = tmp_path / "uji.csv"
    file.write_text(f"{','.join(cells)}\n{','.join(cells.values())}\n")
    result = load(file)
    assert [(p.code, p.line, p.column) for p in result.problems] == [("JDW002", 1, 1)]
    assert f"kolom {name} tidak ada" in result.problems[0].message
    assert result.sessions == []


def test_an_unknown_column_does_not_hide_the_sessions(tmp_path: Path) -> None:
    file = tmp_path / "uji.csv"
    file.write_text(
        "No,tanggal,provinsi,kab_kota,jenis,jam\n1,27/1/2024,Aceh,Kab. Pidie,ToT,8.00\n"
    )
    result = load(file)
    assert [problem.code for problem in result.problems] == ["JDW003"]
    assert result.has_errors
    assert len(result.sessions) == 1


def test_a_filled_cell_without_a_column(tmp_path: Path) -> None:
    file = tmp_path / "uji.csv"
    header = "tanggal,provinsi,kab_kota,jenis,status,pemilu,jam"
    row = "2024-01-27,Aceh,Kab. Pidie,ToT,selesai,Pemilu 2024,08.00"
    file.write_text(f"{header},\n{row},x\n")
    assert [(p.code, p.line, p.column) for p in load(file).problems] == [("JDW003", 1, 51)]
    file.write_text(f"{header}\n{row},,Aula\n")
    (problem,) = load(file).problems
    assert (problem.code, problem.line, problem.column) == ("JDW005", 2, 59)
    assert '"Aula" tidak punya judul kolom' in problem.message
    file.write_text(f"{header}\n{row},,\n")
    assert load(file).problems == []


def test_personal_data_are_found_in_unknown_columns_too(tmp_path: Path) -> None:
    file = tmp_path / "uji.csv"
    header = "tanggal,provinsi,kab_kota,jenis,jam,WA"
    row = "2024-01-27,Aceh,Kab. Pidie,ToT,08.00,081234567890"
    file.write_text(f"{header}\n{row},NPWP 01.234.567.8-901.000\n")
    problems = load(file).problems
    assert [p.code for p in problems][:2] == ["JDW003", "JDW019"]
    assert "JDW005" in [p.code for p in problems]
    text = "\n".join(f"{p} {p.cell}" for p in problems)
    assert "1234567" not in text
    assert "234.567" not in text


# The same twice


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
    sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    twice = sound(
        id="a-2",
        tanggal="27 Januari 2024",
        tanggal_selesai="27/1/2024",
        jam_mulai="8.00",
        provinsi="11",
        kab_kota="Kabupaten Aceh Besar",
        kecamatan="Kec. Kuta  baro",
        tempat="AULA",
        pemilu="",
        catatan="catatan lain",
    )
    problems = check(sound(tempat="Aula"), twice).problems
    assert [(p.code, p.line, p.column) for p in problems] == [("JDW024", 3, 1)]
    assert "uji.csv:2" in problems[0].message


@pytest.mark.parametrize(
    "cells",
    [
        {"gelombang": "II"},
        {"jam_mulai": "09.00"},
        {"tanggal": "2024-01-28"},
        {"tanggal_selesai": "2024-01-28"},
        {"jenis": "simulasi"},
        {"kecamatan": "Darussalam"},
        {"tempat": "Balai Desa"},
        {"penyelenggara": "PPS"},
        {"pemilu": "Pemilu 2019"},
    ],
)
def test_two_sessions_differ_in_one_of_what_makes_a_session(
    cells: Row, sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    assert check(sound(), sound(id="2", **cells)).problems == []


# Personal data


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize(
    ("secret", "code", "digits"),
    [
        ("081234567890", "JDW019", "1234567"),
        ("3171234567890003", "JDW020", "71234567"),
        ("pps.desa@contoh.id", "JDW021", "contoh"),
    ],
)
def test_personal_data_in_any_column_are_masked(
    column: str,
    secret: str,
    code: str,
    digits: str,
    sound: Callable[..., Row],
    check: Callable[..., Result],
) -> None:
    result = check(sound(**{column: f"x {secret}"}))
    # In a link only what is surely personal counts; this text is no link at all.
    assert {code, "JDW017"} & {problem.code for problem in result.problems}
    assert result.sessions == []
    told = "\n".join(f"{p} {p.cell} {p.suggestion} {p.expected}" for p in result.problems)
    assert digits not in told, "nomornya harus disamarkan"


def test_a_long_cell_is_refused_without_reading_on_for_minutes(
    sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    start = clock.perf_counter()
    rows = [
        sound(id=str(i), gelombang=str(i), catatan=text)
        for i, text in enumerate(
            ["a" * 120_000 + "@", "1" * 120_000, "pak " * 30_000, "0812 " * 26_000]
        )
    ]
    codes = {problem.code for problem in check(*rows).problems}
    assert "JDW045" in codes
    assert clock.perf_counter() - start < 5


def test_a_long_title_is_refused_without_reading_on_for_minutes(tmp_path: Path) -> None:
    start = clock.perf_counter()
    file = tmp_path / "uji.csv"
    for header in ("a" * 120_000, "0812 " * 26_000, f"tanggal,{'0812 ' * 26_000}"):
        file.write_text(f"{header}\nx,y,{'0812 ' * 26_000}\n")
        assert {problem.code for problem in load(file).problems} & {"JDW002", "JDW003"}
    assert clock.perf_counter() - start < 5


def test_a_number_where_a_long_cell_is_cut_is_masked(
    sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    (*_, problem) = check(sound(catatan=f"{'x ' * 496} 081234567890 {'x ' * 99}")).problems
    assert problem.code == "JDW045"
    assert "0812" not in problem.cell
    assert len(problem.cell) <= 1000


def test_names_of_places_are_no_persons(
    sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    row = sound(
        provinsi="Kalimantan Barat", kab_kota="Kab. Mempawah", kecamatan="",
        kelurahan_desa="Pak Bulu", penyelenggara="PPS Pak Bulu",
    )  # fmt: skip
    assert {problem.code for problem in check(row).problems} == {"JDW040"}


# Settings


def test_settings_that_cannot_be_used_are_told_and_the_rows_checked(
    sound: Callable[..., Row], check: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> settings.Settings:
        raise settings.SettingsError("bukan YAML yang benar", 3, 7)

    monkeypatch.setattr(settings, "read", broken)
    problems = check(sound(status="x")).problems
    assert [(p.code, p.line, p.column) for p in problems if p.file == "data/jadwal.yml"] == [
        ("JDW046", 3, 7)
    ]
    assert {problem.code for problem in problems} == {"JDW046", "JDW015"}


# The command


def test_check_prints_places_and_ends_with_1(
    sound: Callable[..., Row], write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write([sound(status="selsai")])
    assert main(["check", str(folder), "--format", "text"]) == 1
    first, last = capsys.readouterr().out.splitlines()
    column = _column(sound(), "status")
    assert first.startswith(f"{(folder / 'uji.csv').as_posix()}:2:{column}: JDW015 galat: kolom ")
    assert last == "0 sesi dari 1 berkas lolos; 1 galat, 0 peringatan."


def test_check_of_sound_files_ends_with_0_and_says_how_many(
    sound: Callable[..., Row], write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    write([sound()], "a.csv")
    folder = write([sound(id="2", gelombang="2")], "b.csv")
    for arguments in ([], ["--strict"]):
        assert main(["check", str(folder), *arguments]) == 0
        assert capsys.readouterr().out == "2 sesi dari 2 berkas lolos periksa.\n"


def test_a_warning_fails_only_a_strict_check(
    sound: Callable[..., Row], write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write([sound(pemilu="Pemilu2024")])
    assert main(["check", str(folder)]) == 0
    assert "JDW026 peringatan:" in capsys.readouterr().out
    assert main(["check", str(folder), "--strict"]) == 1
    assert "1 sesi dari 1 berkas lolos; 0 galat, 1 peringatan." in capsys.readouterr().out


def test_check_as_json_says_whether_it_passes(
    sound: Callable[..., Row], write: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write([sound(pemilu="Pemilu2024")])
    for arguments, code in (([], 0), (["--strict"], 1)):
        assert main(["check", str(folder), "--format", "json", *arguments]) == code
        document = json.loads(capsys.readouterr().out)
        assert document["lolos"] is (code == 0)
        assert [found["kode"] for found in document["masalah"]] == ["JDW026"]


def test_check_writes_nothing(sound: Callable[..., Row], write: Callable[..., Path]) -> None:
    folder = write([sound()])
    before = sorted(folder.parent.rglob("*"))
    main(["check", str(folder)])
    assert sorted(folder.parent.rglob("*")) == before


@pytest.mark.parametrize("arguments", [[], ["periksa"], ["check", "--format", "xml"]])
def test_a_wrong_command_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_the_module_runs_from_the_command_line(tmp_path: Path) -> None:
    file = tmp_path / "uji.csv"
    file.write_bytes(b"\xff\xfe")
    command = [sys.executable, "-m", "scripts.schedule", "check", str(file)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith(f"{file.as_posix()}:1:1: JDW001 galat: ")
    assert "Traceback" not in done.stderr
