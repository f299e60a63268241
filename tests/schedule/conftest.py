"""A sound row to spoil, a writer of CSV files, and sessions made without any file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from scripts.schedule.checks import Result, load
from scripts.schedule.entries import Entry, Sourced, entries
from scripts.schedule.model import COLUMNS, Jenis, Session, Zona
from scripts.schedule.regions import region, zone_of

# The same examples in every run, as long as they take: a test is green or red for everyone.
settings.register_profile("tetap", derandomize=True, deadline=None, database=None)
settings.load_profile("tetap")

SOUND = {
    "id": "a-1",
    "tanggal": "2024-01-27",
    "jam_mulai": "08:00",
    "provinsi": "Aceh",
    "kab_kota": "Kab. Aceh Besar",
    "kecamatan": "Kuta Baro",
    "jenis": "bimtek KPPS",
    "status": "selesai",
    "pemilu": "Pemilu 2024",
}
FILE = "data/jadwal/uji.csv"

Row = dict[str, str]


@pytest.fixture
def sound() -> Callable[..., Row]:
    """Give a function that makes a row without faults, with the given cells changed."""

    def make(**cells: str) -> Row:
        return {**SOUND, **cells}

    return make


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes rows as a CSV file in a data folder and gives the folder."""

    def make(rows: Iterable[Row], name: str = "uji.csv", separator: str = ",") -> Path:
        folder = tmp_path / "jadwal"
        folder.mkdir(exist_ok=True)
        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, delimiter=separator, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        (folder / name).write_bytes(text.getvalue().encode())
        return folder

    return make


@pytest.fixture
def check(write: Callable[..., Path]) -> Callable[..., Result]:
    """Give a function that writes rows (see `write`) and checks all files written so far."""

    def run(*rows: Row, name: str = "uji.csv") -> Result:
        return load(write(rows, name))

    return run


@pytest.fixture
def session() -> Callable[..., Session]:
    """Give a function that makes a session below the region with the code `at`.

    Regions above it are filled in, the zone is that of the province.
    """

    def make(at: str = "11.06.11", **fields: Any) -> Session:
        codes = at.split(".")
        level = len(codes)
        above = [region(".".join(codes[:depth])) for depth in range(1, level + 1)]
        made: dict[str, Any] = {
            "tanggal": date(2024, 1, 27),
            "jam_mulai": time(8),
            "zona": Zona(zone_of(above[0])),
            "provinsi": above[0],
            "kab_kota": above[1] if level > 1 else None,
            "kecamatan": (above[2],) if level > 2 else (),
            "kelurahan_desa": (above[3],) if level > 3 else (),
            "jenis": Jenis.BIMTEK_KPPS,
        }
        return Session(**{**made, **fields})

    return make


@pytest.fixture
def entered() -> Callable[..., list[Entry]]:
    """Give a function that puts sessions in order with their lasting names."""

    def make(*sessions: Session) -> list[Entry]:
        return entries(Sourced(item, FILE) for item in sessions)

    return make
