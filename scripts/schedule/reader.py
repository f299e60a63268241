"""Read a CSV file and remember where every cell stands.

Accepted: UTF-8 with or without BOM; comma, semicolon or tab; Excel's `sep=;` line; any line end;
quoted line breaks; the columns in any order and case. Bad bytes give a problem, never a traceback.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import relative
from scripts.schedule.cells import clean
from scripts.schedule.model import COLUMNS
from scripts.schedule.problems import ScheduleProblem, make

SEPARATORS = (",", ";", "\t")
HEADER_ALIASES: dict[str, str] = {
    "kabupaten_kota": "kab_kota",
    "kabupaten": "kab_kota",
    "kel_desa": "kelurahan_desa",
    "desa_kelurahan": "kelurahan_desa",
    "tanggal_mulai": "tanggal",
    "zona_waktu": "zona",
}
"""Other usual spellings of a column (after `_key`) -> its name."""

_SEP_LINE = re.compile(r'"?sep=([,;\t])"?[,;\s]*', re.IGNORECASE)
_ENCODING_HINT = "Simpan ulang sebagai CSV UTF-8 (di Excel: Simpan Sebagai, CSV UTF-8)"


@dataclass(frozen=True, slots=True)
class Record:
    """One row as it stands in the file: its cells and the first and last line it takes."""

    values: list[str]
    first: int
    last: int

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds anything."""
        return not any(value.strip() for value in self.values)


class Table:
    """One file: its header and rows. `index` maps a column name to its place in a row."""

    def __init__(self, file: str, lines: list[str], separator: str, records: list[Record]) -> None:
        self.file = file
        self._lines = lines
        self._separator = separator
        self.header = records[0]
        self.rows = [record for record in records[1:] if not record.is_blank]
        self.names = [column_name(title) for title in self.header.values]
        self.index = {name: i for i, name in reversed(list(enumerate(self.names))) if name}

    def cell(self, row: Record, name: str) -> str:
        """Give the raw text of a cell; "" if the column is missing or the row is short."""
        position = self.index.get(name)
        return row.values[position] if position is not None and position < len(row.values) else ""

    def place(self, row: Record, position: int | str = 0) -> tuple[str, int, int]:
        """Give file, line and character column where a cell begins.

        `position` is its number from 0 or its column name. A cell that a short row lacks is
        placed at the end of the row; one of a missing column at its start.
        """
        if isinstance(position, str):
            position = self.index.get(position, 0)
        raw = self._lines[row.first - 1 : row.last]
        line, column = _offset("".join(raw).rstrip("\r\n"), self._separator, position)
        return self.file, row.first + line, column + 1


def column_name(title: str) -> str:
    """Give the column that a header cell means, or "" if none.

    >>> column_name("Kab/Kota"), column_name(" JAM MULAI "), column_name("harga")
    ('kab_kota', 'jam_mulai', '')
    """
    key = re.sub(r"[^a-z0-9]+", "_", clean(title).casefold()).strip("_")
    key = HEADER_ALIASES.get(key, key)
    return key if key in COLUMNS else ""


def read(path: Path) -> tuple[Table | None, list[ScheduleProblem]]:
    """Read the CSV file `path`. Gives the table, or None and the problems that stopped it."""
    file = relative(path)
    try:
        text = _decode(path.read_bytes(), file)
        lines = list(io.StringIO(text, newline=""))
        separator, skipped = _separator(lines)
        records = list(_records(lines, separator, skipped, file))
    except OSError as failure:
        reason = failure.strerror or "tidak diketahui"
        return None, [make((file, 1, 1), "JDW001", f"berkas tidak dapat dibuka ({reason})")]
    except _UnreadableError as failure:
        return None, [failure.problem]
    if not records:
        wrong = "berkas kosong"
        expected = f"baris pertama berisi nama kolom: {', '.join(COLUMNS)}"
        return None, [make((file, 1, 1), "JDW001", wrong, expected=expected)]
    return Table(file, lines, separator, records), []


class _UnreadableError(Exception):
    """The file cannot be read as CSV; `problem` says where and why."""

    def __init__(
        self, place: tuple[str, int, int], wrong: str, expected: str, suggestion: str
    ) -> None:
        self.problem = make(place, "JDW001", wrong, expected=expected, suggestion=suggestion)
        super().__init__(wrong)


def _decode(data: bytes, file: str) -> str:
    """Give the text of a UTF-8 file without its BOM. Raises _UnreadableError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        # The codec counts without the BOM, so count in the same bytes.
        before = failure.object[: failure.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        wrong = f"bita 0x{failure.object[failure.start]:02X} bukan UTF-8"
        raise _UnreadableError((file, line, column), wrong, "teks UTF-8", _ENCODING_HINT) from None


def _separator(lines: Sequence[str]) -> tuple[str, int]:
    """Give the separator and how many lines stand before the header."""
    first = next((i for i, line in enumerate(lines) if line.strip(" ,;\t\r\n")), 0)
    line = lines[first] if lines else ""
    if match := _SEP_LINE.fullmatch(line):
        return match[1], first + 1

    def known_columns(separator: str) -> int:
        return sum(bool(column_name(title)) for title in line.split(separator))

    return max(SEPARATORS, key=known_columns), first


def _records(lines: list[str], separator: str, skipped: int, file: str) -> Iterator[Record]:
    """Give the rows with their line numbers, the header first. Raises _UnreadableError."""
    reader = csv.reader(lines[skipped:], delimiter=separator, strict=True)
    first = skipped + 1
    try:
        for values in reader:
            last = skipped + reader.line_num
            if values:
                yield Record(values, first, last)
            first = last + 1
    except csv.Error:
        wrong = 'tanda kutip (") tidak berpasangan di baris ini, atau selnya terlalu panjang'
        expected = 'sel berkutip ditutup kutip, dan kutip di dalamnya ditulis dua kali ("")'
        raise _UnreadableError((file, first, 1), wrong, expected, "") from None


def _offset(text: str, separator: str, position: int) -> tuple[int, int]:
    """Give line and column, both from 0, at which cell number `position` of a row begins."""
    quoted = False
    begin = 0
    for here, char in enumerate(text):
        if not position:
            break
        if char == '"' and text[begin] == '"':  # elsewhere a quote is an ordinary character
            quoted = not quoted
        elif char == separator and not quoted:
            position -= 1
            begin = here + 1
    if position:
        begin = len(text)
    ends = [match.end() for match in re.finditer(r"\r\n|\r|\n", text[:begin])]
    return len(ends), begin - (ends[-1] if ends else 0)
