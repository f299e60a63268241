"""CSV files of the project's own data, row by row, with every mistake reported at its place.

What a schedule file of contributors needs (free column names, several spellings) is in
``scripts.schedule``; here the columns are fixed and every cell that is not optional must be filled.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts import tables
from scripts.problems import Problem
from scripts.tables import Record, Table, UnreadableError

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


@dataclass(frozen=True)
class Row:
    """One row with every required cell; ``cells`` are stripped."""

    table: Table
    record: Record
    cells: dict[str, str]

    @property
    def line(self) -> int:
        """The line of the file it begins on, from 1."""
        return self.record.first

    def problem(self, column: str, code: str, message: str) -> Problem:
        """Give a problem placed at one cell."""
        return Problem(*self.table.place(self.record, column), code, message)


@dataclass(frozen=True)
class Columns:
    """The columns of a file, those that may stay empty, and the codes of its two basic faults.

    ``unreadable`` is for a file that cannot be read or lacks a column, ``cell`` for a bad cell.
    """

    names: tuple[str, ...]
    optional: Container[str]
    unreadable: str
    cell: str


def read(path: Path, columns: Columns, problems: list[Problem]) -> Iterator[Row]:
    """Yield the rows of ``path`` that have every required cell; add the rest to ``problems``."""
    try:
        table = tables.read(path, lambda title: title.strip(), columns.names)
    except UnreadableError as failure:
        parts = [failure.wrong, failure.expected and f"seharusnya {failure.expected}"]
        message = "; ".join(part for part in [*parts, failure.suggestion] if part)
        text = f"{message[0].upper()}{message[1:]}."
        problems.append(Problem(*failure.place, columns.unreadable, text))
        return
    if missing := [name for name in columns.names if name not in table.index]:
        message = f"Kolom belum ada: {', '.join(missing)}. Urutan bebas, nama harus sama."
        problems.append(Problem(table.file, 1, 1, columns.unreadable, message))
        return
    for record in table.rows:
        cells = {name: table.cell(record, name).strip() for name in columns.names}
        row = Row(table, record, cells)
        found = list(_cell_problems(row, columns))
        problems.extend(found)
        if not found:
            yield row


def _cell_problems(row: Row, columns: Columns) -> Iterator[Problem]:
    filled, wanted = len(row.record.values), len(row.table.header.values)
    if filled > wanted:
        message = (
            f"Baris ini berisi {filled} sel, seharusnya {wanted}. "
            "Biasanya ada koma yang belum diapit tanda kutip."
        )
        yield Problem(*row.table.place(row.record, wanted), columns.cell, message)
        return
    for name in columns.names:
        if not row.cells[name] and name not in columns.optional:
            yield row.problem(name, columns.cell, f"Kolom `{name}` kosong.")
        if _CONTROL.search(row.cells[name]):
            message = f"Kolom `{name}` memuat karakter kendali; ketik ulang isinya."
            yield row.problem(name, columns.cell, message)
