"""A sound row to spoil, and a writer of CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from scripts.schedule.model import COLUMNS

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
