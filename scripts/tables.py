"""Reading a contributor's CSV file and remembering where every cell stands.

Accepted: UTF-8 with or without BOM, Windows-1252; comma, semicolon or tab; Excel's `sep=;` line;
any line end; quoted line breaks; the columns in any order. What cannot be read raises one error
with its place.
"""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import relative

Place = tuple[str, int, int]
"""File, line and character column, both counted from 1."""

SEPARATORS = (",", ";", "\t")

_SEP_LINE = re.compile(r'"?sep=([,;\t])"?[,;\s]*', re.IGNORECASE)
_UTF8_CHARACTER = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ENCODING_HINT = "Simpan ulang sebagai CSV UTF-8 (di Excel: Simpan Sebagai, CSV UTF-8)"


class UnreadableError(Exception):
    """The file cannot be read as CSV: where, what is wrong, what is right, how to mend it."""

    def __init__(self, place: Place, wrong: str, expected: str = "", suggestion: str = "") -> None:
        super().__init__(wrong)
        self.place = place
        self.wrong = wrong
        self.expected = expected
        self.suggestion = suggestion


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

    def __init__(
        self,
        file: str,
        lines: list[str],
        separator: str,
        records: list[Record],
        name_of: Callable[[str], str],
    ) -> None:
        self.file = file
        self._lines = lines
        self._separator = separator
        self.header = records[0]
        self.rows = [record for record in records[1:] if not record.is_blank]
        self.names = [name_of(title) for title in self.header.values]
        self.index = {name: i for i, name in reversed(list(enumerate(self.names))) if name}

    def cell(self, row: Record, name: str) -> str:
        """Give the raw text of a cell; "" if the column is missing or the row is short."""
        position = self.index.get(name)
        return row.values[position] if position is not None and position < len(row.values) else ""

    def place(self, row: Record, position: int | str = 0) -> Place:
        """Give file, line and character column where a cell begins.

        `position` is its number from 0 or its column name. A cell that a short row lacks is
        placed at the end of the row; one of a missing column at its start.
        """
        if isinstance(position, str):
            position = self.index.get(position, 0)
        raw = self._lines[row.first - 1 : row.last]
        line, column = _offset("".join(raw).rstrip("\r\n"), self._separator, position)
        return self.file, row.first + line, column + 1


def read(path: Path, name_of: Callable[[str], str], columns: Sequence[str]) -> Table:
    """Read the CSV file `path`.

    `name_of` gives the column that a header cell means ("" if none); `columns` are named to whoever
    hands in an empty file. Raises UnreadableError.
    """
    file = relative(path)
    try:
        data = path.read_bytes()
    except OSError as failure:
        reason = failure.strerror or "tidak diketahui"
        raise UnreadableError((file, 1, 1), f"berkas tidak dapat dibuka ({reason})") from None
    lines = list(io.StringIO(_decode(data, file), newline=""))
    separator, skipped = _separator(lines, name_of)
    records = list(_records(lines, separator, skipped, file))
    if not records:
        expected = f"baris pertama berisi nama kolom: {', '.join(columns)}"
        raise UnreadableError((file, 1, 1), "berkas kosong", expected)
    return Table(file, lines, separator, records, name_of)


def _decode(data: bytes, file: str) -> str:
    """Give the text of a UTF-8 or Windows-1252 file without its BOM. Raises UnreadableError."""
    if data.startswith(b"PK\x03\x04"):
        raise UnreadableError((file, 1, 1), "ini berkas Excel (.xlsx)", "CSV UTF-8", _ENCODING_HINT)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        wrong = "berkas disimpan sebagai UTF-16 (Teks Unicode)"
        raise UnreadableError((file, 1, 1), wrong, "CSV UTF-8", _ENCODING_HINT)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        if not _is_partly_utf8(data):
            with contextlib.suppress(UnicodeDecodeError):
                return data.decode("cp1252")
        # The codec counts without the BOM, so count in the same bytes.
        before = failure.object[: failure.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        wrong = f"berkas tidak disimpan sebagai UTF-8 (bita 0x{failure.object[failure.start]:02X})"
        raise UnreadableError((file, line, column), wrong, "CSV UTF-8", _ENCODING_HINT) from None


def _is_partly_utf8(data: bytes) -> bool:
    """Whether some character is plainly UTF-8: then the file is damaged, not Windows-1252."""
    return data.startswith(b"\xef\xbb\xbf") or bool(_UTF8_CHARACTER.search(data))


def _separator(lines: Sequence[str], name_of: Callable[[str], str]) -> tuple[str, int]:
    """Give the separator and how many lines stand before the header."""
    first = next((i for i, line in enumerate(lines) if line.strip(" ,;\t\r\n")), 0)
    line = lines[first] if lines else ""
    if match := _SEP_LINE.fullmatch(line):
        return match[1], first + 1

    def known_columns(separator: str) -> int:
        return sum(bool(name_of(title)) for title in line.split(separator))

    return max(SEPARATORS, key=known_columns), first


def _records(lines: list[str], separator: str, skipped: int, file: str) -> Iterator[Record]:
    """Give the rows with their line numbers, the header first. Raises UnreadableError."""
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
        raise UnreadableError((file, first, 1), wrong, expected, "") from None


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
