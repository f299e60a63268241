"""The real data are sound and say what was published."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from scripts.paths import DATA
from scripts.schedule import exports, settings
from scripts.schedule.__main__ import main
from scripts.schedule.checks import load
from scripts.schedule.model import COLUMNS, Kepastian, Session, Status
from scripts.schedule.regions import Region, region

FOLDER = DATA / "jadwal"
ARCHIVES = ["pemilu-2024.csv", "pemilu-lain.csv"]


@pytest.fixture(scope="module")
def sessions() -> list[Session]:
    """Every session of the repository."""
    return load(FOLDER).sessions


def test_the_data_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(FOLDER)]) == 0, capsys.readouterr().out


def test_the_archives_have_no_warnings_either() -> None:
    for name in ARCHIVES:
        assert [str(problem) for problem in load(FOLDER / name).problems] == []
        assert settings.read().is_archive(name)


@pytest.mark.parametrize("name", ARCHIVES)
def test_files_are_clean(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    assert b"\r" not in data, "pakai akhir baris LF"
    assert not data.startswith(b"\xef\xbb\xbf"), "simpan tanpa BOM"
    assert data.endswith(b"\n")
    header, *rows = csv.reader(data.decode().splitlines())
    assert tuple(header) == COLUMNS
    assert all(len(row) == len(COLUMNS) for row in rows)
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_nothing_that_was_collected_is_lost(sessions: list[Session]) -> None:
    collected = {f"p24-{n:03d}" for n in range(1, 82)} | {f"lain-{n:03d}" for n in range(82, 153)}
    missing = collected - {session.id for session in sessions}
    assert not missing, f"sesi yang hilang: {sorted(missing)}; batalkan sesi dengan status batal"
    assert all(s.is_main == s.id.startswith("p24-") for s in sessions if s.id in collected)


def test_a_plan_is_not_told_as_held(sessions: list[Session]) -> None:
    planned = [s for s in sessions if s.kepastian_tanggal is Kepastian.RENCANA]
    assert planned
    assert all(session.status is Status.TERJADWAL for session in planned)


def test_only_one_session_of_the_edition_has_no_date(sessions: list[Session]) -> None:
    undated = [session.id for session in sessions if session.is_main and not session.tanggal]
    assert undated == ["p24-051"]


@pytest.mark.parametrize(
    ("identifier", "cells"),
    [
        ("p24-003", {"gelombang": "II", "tanggal": date(2023, 12, 21)}),
        ("p24-005", {"kab_kota": None, "provinsi": "Bali"}),
        ("p24-013", {"peserta": 406, "tps": 58, "tanggal_selesai": date(2024, 1, 31)}),
        ("p24-016", {"peserta": 61684, "tps": 8812}),
        ("p24-060", {"peserta": 252, "gelombang": "I", "penyelenggara": "KPU Kab. Luwu Timur"}),
        ("lain-102", {"peserta": 31122, "tps": 4446}),
        ("lain-126", {"kab_kota": "Kab. Kebumen", "provinsi": "Jawa Tengah"}),
    ],
)
def test_figures_are_exact(
    identifier: str, cells: dict[str, object], sessions: list[Session]
) -> None:
    (session,) = [session for session in sessions if session.id == identifier]
    found = {name: getattr(session, name) for name in cells}
    assert {k: v.name if isinstance(v, Region) else v for k, v in found.items()} == cells


def test_every_region_lies_in_the_one_above_it(sessions: list[Session]) -> None:
    for session in sessions:
        if session.kab_kota:
            assert session.kab_kota.parent == session.provinsi.code
        for district in session.kecamatan:
            assert session.kab_kota
            assert district.parent == session.kab_kota.code
        for village in session.kelurahan_desa:
            assert region(village.parent) in session.kecamatan


def test_what_is_exported_reads_back_as_the_same_sessions(
    sessions: list[Session], tmp_path: Path
) -> None:
    file = tmp_path / "jadwal.csv"
    file.write_text(exports.write_csv(sessions), encoding="utf-8-sig", newline="")
    result = load(file, settings.Settings(arsip=frozenset({"jadwal.csv"})))
    assert [str(problem) for problem in result.problems] == []
    assert result.sessions == sessions


def test_the_folder_holds_only_schedules() -> None:
    assert {path.suffix for path in Path(FOLDER).iterdir()} == {".csv"}
