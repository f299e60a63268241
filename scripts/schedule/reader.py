"""Read a schedule file: the columns under any of their usual names, in any order and case."""

from __future__ import annotations

import re
from pathlib import Path

from scripts import tables
from scripts.schedule.cells import clean
from scripts.schedule.model import COLUMNS
from scripts.schedule.problems import ScheduleProblem, make
from scripts.tables import Record, Table, UnreadableError

__all__ = ["Record", "Table", "column_name", "read"]

HEADER_ALIASES: dict[str, str] = {
    "kabupaten_kota": "kab_kota",
    "kabupaten": "kab_kota",
    "kel_desa": "kelurahan_desa",
    "desa_kelurahan": "kelurahan_desa",
    "tanggal_mulai": "tanggal",
    "zona_waktu": "zona",
}
"""Other usual spellings of a column (after `_key`) -> its name."""


def column_name(title: str) -> str:
    """Give the column that a header cell means, or "" if none.

    >>> column_name("Kab/Kota"), column_name(" JAM MULAI "), column_name("harga")
    ('kab_kota', 'jam_mulai', '')
    """
    key = re.sub(r"[^a-z0-9]+", "_", clean(title).casefold()).strip("_")
    key = HEADER_ALIASES.get(key, key)
    return key if key in COLUMNS else ""


def read(path: Path) -> tuple[Table | None, list[ScheduleProblem]]:
    """Read the CSV file `path`. Gives the table, or None and the problem that stopped it."""
    try:
        return tables.read(path, column_name, COLUMNS), []
    except UnreadableError as failure:
        problem = make(
            failure.place,
            "JDW001",
            failure.wrong,
            expected=failure.expected,
            suggestion=failure.suggestion,
        )
        return None, [problem]
