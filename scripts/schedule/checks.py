"""Check schedule files: every problem of every file in one run, and the sessions if all is well.

A rule is a generator that gives the problems it sees; rules know nothing of each other.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.paths import relative
from scripts.problems import Severity
from scripts.schedule import privacy
from scripts.schedule.cells import PARSERS, CellError, clean, closest, hidden_characters
from scripts.schedule.model import (
    COLUMNS,
    MAIN_ELECTION,
    REQUIRED_CELLS,
    REQUIRED_COLUMNS,
    Kepastian,
    Session,
)
from scripts.schedule.problems import ScheduleProblem, make, show
from scripts.schedule.reader import Record, Table, read
from scripts.schedule.regions import PROVINCES

Values = dict[str, Any]

IDENTITY = (
    "tanggal",
    "tanggal_selesai",
    "jam_mulai",
    "jam_selesai",
    "provinsi",
    "kab_kota",
    "kecamatan",
    "kelurahan_desa",
    "tempat",
    "alamat",
    "jenis",
    "gelombang",
    "penyelenggara",
    "pemilu",
)
"""Two rows with the same text in all of these are the same session."""

TYPO_LIKENESS = 0.9
"""How like the main election's name another name may be before it looks like a slip."""

_UNSAFE_ADVICE = {
    "JDW018": ("teks biasa tanpa karakter tak terlihat", "Ketik ulang isi sel ini"),
    "JDW019": ("tidak ada nomor telepon di halaman umum", "Hapus nomornya"),
    "JDW020": ("tidak ada NIK di halaman umum", "Hapus nomornya"),
    "JDW021": ("tidak ada alamat surel di halaman umum", "Hapus alamatnya"),
}


@dataclass
class Result:
    """What a run found: the sessions of all sound rows, and all problems, sorted."""

    sessions: list[Session] = field(default_factory=list)
    problems: list[ScheduleProblem] = field(default_factory=list)
    files: int = 0

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids a build."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass
class _Seen:
    """Where each id and each session of the run was met first."""

    ids: dict[str, str] = field(default_factory=dict)
    sessions: dict[tuple[str, ...], str] = field(default_factory=dict)


def find_files(path: Path) -> list[Path]:
    """Give the CSV files at `path` (a file, or a folder and those in it), sorted."""
    if path.is_dir():
        return sorted(file for file in path.rglob("*.csv") if file.is_file())
    return [path]


def load(path: Path) -> Result:
    """Read and check every CSV file at `path` (a file or a folder). Never raises on bad data."""
    files = find_files(path)
    result = Result(files=len(files))
    seen = _Seen()
    for file in files:
        table, problems = read(file)
        result.problems += problems
        if table is not None:
            _check_table(table, seen, result)
    if not files:
        wrong = "tidak ada berkas .csv di folder ini"
        result.problems.append(make((relative(path), 1, 1), "JDW001", wrong))
    result.problems.sort()
    return result


def _check_table(table: Table, seen: _Seen, result: Result) -> None:
    """Add the sessions and problems of one file to `result`."""
    result.problems += _header(table)
    missing = [name for name in REQUIRED_COLUMNS if name not in table.index]
    for row in table.rows:
        values, problems = _read_cells(table, row)
        for rule in ROW_RULES:
            problems += rule(table, row, values)
        problems += _repeated(table, row, values, seen)
        result.problems += problems
        if not missing and all(p.severity is not Severity.ERROR for p in problems):
            result.sessions.append(_session(values))


def _session(values: Values) -> Session:
    """Give the session of a sound row; an empty zone becomes that of the province."""
    return Session(**{"tanggal": None, "zona": PROVINCES[values["provinsi"]], **values})


def _header(table: Table) -> Iterator[ScheduleProblem]:
    """Missing, unknown and repeated columns."""
    for name in REQUIRED_COLUMNS:
        if name not in table.index:
            yield make(
                table.place(table.header),
                "JDW002",
                f"kolom {name} tidak ada",
                expected=f"kolom {', '.join(REQUIRED_COLUMNS)} selalu ada",
                suggestion=f"Tambahkan {name} di baris judul",
            )
    for position, (title, name) in enumerate(zip(table.header.values, table.names, strict=True)):
        place = table.place(table.header, position)
        if not name:
            if clean(title) or any(
                len(r.values) > position and clean(r.values[position]) for r in table.rows
            ):
                yield make(
                    place,
                    "JDW003",
                    f"judul kolom {show(clean(title))} tidak dikenal",
                    cell=title,
                    expected=f"salah satu dari: {', '.join(COLUMNS)}",
                    suggestion=closest(clean(title), COLUMNS),
                )
        elif table.index[name] != position:
            yield make(
                place,
                "JDW004",
                f"kolom {name} tertulis dua kali",
                field=name,
                cell=title,
                suggestion="Hapus salah satunya",
            )


def _read_cells(table: Table, row: Record) -> tuple[Values, list[ScheduleProblem]]:
    """Give the value of each sound filled cell, and the problems of the others."""
    unsafe = list(_unsafe(table, row))
    problems = [problem for _, problem in unsafe]
    refused = {position for position, _ in unsafe}
    values: Values = {}
    for name, position in table.index.items():
        text = clean(table.cell(row, name))
        if not text or position in refused:
            continue
        try:
            values[name] = PARSERS.get(name, str)(text)
        except CellError as failure:
            problems.append(
                make(
                    table.place(row, name),
                    failure.code,
                    failure.wrong,
                    field=name,
                    cell=text,
                    expected=failure.expected,
                    suggestion=failure.suggestion,
                )
            )
    return values, problems


def _unsafe(table: Table, row: Record) -> Iterator[tuple[int, ScheduleProblem]]:
    """Control characters and personal data in any cell, also outside of the known columns."""
    together = "\n".join(row.values)  # one look at the whole row: most rows are clean
    if not hidden_characters(together) and not any(privacy.find(together)):
        return
    for position, text in enumerate(row.values):
        name = table.names[position] if position < len(table.names) else ""
        hidden = hidden_characters(text)
        found = [("JDW018", f"karakter tak terlihat {', '.join(hidden)}")] if hidden else []
        found += [(code, f"{show(text)} memuat {_PERSONAL[code]}") for code in privacy.find(text)]
        for code, wrong in found:
            expected, suggestion = _UNSAFE_ADVICE[code]
            yield (
                position,
                make(
                    table.place(row, position),
                    code,
                    wrong,
                    field=name,
                    cell=text,
                    expected=expected,
                    suggestion=suggestion,
                ),
            )


_PERSONAL = {
    "JDW019": "nomor telepon",
    "JDW020": "16 angka seperti NIK",
    "JDW021": "alamat surel",
}


def _extra_cells(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """Filled cells to the right of the last column."""
    for position in range(len(table.header.values), len(row.values)):
        if text := clean(row.values[position]):
            yield make(
                table.place(row, position),
                "JDW005",
                f"sel {show(text)} tidak punya judul kolom",
                cell=text,
                expected=f"paling banyak {len(table.header.values)} sel",
                suggestion="Beri kutip pada sel yang memuat pemisah, atau hapus sel ini",
            )
            return


def _required(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """Cells that may not be empty."""
    for name in REQUIRED_CELLS:
        if _is_empty(table, row, name):
            yield _empty(table, row, name, "Isi sel ini")
    if _is_empty(table, row, "kab_kota") and ("kecamatan" in values or "kelurahan_desa" in values):
        yield _empty(
            table,
            row,
            "kab_kota",
            "Isi kabupaten/kota; hanya kegiatan tingkat provinsi tanpa kecamatan dan desa "
            "yang boleh kosong",
        )


def _date_certainty(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """A date is needed, unless the source does not give one, and then there is none."""
    if "kepastian_tanggal" not in values and not _is_blank(table, row, "kepastian_tanggal"):
        return  # the word itself is wrong: reported as such
    unknown = values.get("kepastian_tanggal") is Kepastian.TIDAK_DISEBUT
    if unknown:
        for name in ("tanggal", "tanggal_selesai"):
            if name in values:
                yield make(
                    table.place(row, name),
                    "JDW025",
                    f'kepastian_tanggal "{Kepastian.TIDAK_DISEBUT}" padahal ada tanggal',
                    field=name,
                    cell=table.cell(row, name),
                    suggestion="Kosongkan tanggal, atau tulis kepastian yang lain",
                )
    elif _is_empty(table, row, "tanggal"):
        yield _empty(
            table,
            row,
            "tanggal",
            f'Isi tanggal; bila sumber tidak menyebutnya, tulis "{Kepastian.TIDAK_DISEBUT}" '
            "di kolom kepastian_tanggal",
        )


def _date_order(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """The last day is not before the first."""
    first, last = values.get("tanggal"), values.get("tanggal_selesai")
    if first and last and last < first:
        yield make(
            table.place(row, "tanggal_selesai"),
            "JDW009",
            f"{last.isoformat()} sebelum tanggal mulai {first.isoformat()}",
            field="tanggal_selesai",
            cell=table.cell(row, "tanggal_selesai"),
            expected=f"{first.isoformat()} atau sesudahnya",
            suggestion="Periksa kedua tanggal",
        )


def _hour_order(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """On one day the end is after the start; over midnight needs tanggal_selesai."""
    start, end = values.get("jam_mulai"), values.get("jam_selesai")
    one_day = values.get("tanggal_selesai", values.get("tanggal")) == values.get("tanggal")
    if start and end and end <= start and one_day:
        yield make(
            table.place(row, "jam_selesai"),
            "JDW010",
            f"{end:%H:%M} tidak sesudah jam mulai {start:%H:%M}",
            field="jam_selesai",
            cell=table.cell(row, "jam_selesai"),
            expected=f"jam sesudah {start:%H:%M}",
            suggestion="Periksa kedua jam; bila lewat tengah malam, isi tanggal_selesai",
        )


def _zone(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """The zone is that of the province."""
    zone, province = values.get("zona"), values.get("provinsi")
    if zone and province and PROVINCES[province] is not zone:
        yield make(
            table.place(row, "zona"),
            "JDW012",
            f"{zone} bukan zona {province}",
            field="zona",
            cell=table.cell(row, "zona"),
            expected=f"{PROVINCES[province]} atau kosong",
            suggestion=f"Mungkin maksud Anda: {PROVINCES[province]}?",
        )


def _election(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """A slip in the election's name would quietly take the session off the page."""
    name = values.get("pemilu", MAIN_ELECTION)
    if name != MAIN_ELECTION and name[-4:] == MAIN_ELECTION[-4:]:
        likeness = difflib.SequenceMatcher(None, name.casefold(), MAIN_ELECTION.casefold())
        if likeness.ratio() >= TYPO_LIKENESS:
            yield make(
                table.place(row, "pemilu"),
                "JDW026",
                f"{show(name)} tidak tampil di halaman",
                field="pemilu",
                cell=name,
                suggestion=f"Mungkin maksud Anda: {MAIN_ELECTION}?",
            )


Rule = Callable[[Table, Record, Values], Iterable[ScheduleProblem]]
ROW_RULES: Sequence[Rule] = (
    _extra_cells,
    _required,
    _date_certainty,
    _date_order,
    _hour_order,
    _zone,
    _election,
)
"""Every check that needs one row and nothing else."""


def _repeated(table: Table, row: Record, values: Values, seen: _Seen) -> Iterator[ScheduleProblem]:
    """The same id or the same session a second time, in this file or another."""
    file, line, _ = table.place(row)
    here = f"{file}:{line}"
    if identifier := clean(table.cell(row, "id")):
        first = seen.ids.setdefault(identifier.casefold(), here)
        if first != here:
            yield make(
                table.place(row, "id"),
                "JDW023",
                f"id {show(identifier)} sudah dipakai di {first}",
                field="id",
                cell=identifier,
                expected="satu id untuk satu sesi",
                suggestion="Beri id lain, atau kosongkan",
            )
    first = seen.sessions.setdefault(_identity(table, row, values), here)
    if first != here:
        yield make(
            table.place(row),
            "JDW024",
            f"sesi yang sama sudah tertulis di {first}",
            expected="satu baris untuk satu sesi",
            suggestion="Hapus salah satunya, atau isi gelombang bila memang dua sesi",
        )


def _identity(table: Table, row: Record, values: Values) -> tuple[str, ...]:
    """Give what makes a row this session and no other, however its cells are spelt."""
    known = {**values, "tanggal_selesai": values.get("tanggal_selesai", values.get("tanggal"))}
    return tuple(
        str(known.get(name) or clean(table.cell(row, name))).casefold() for name in IDENTITY
    )


def _is_blank(table: Table, row: Record, name: str) -> bool:
    return not clean(table.cell(row, name))


def _is_empty(table: Table, row: Record, name: str) -> bool:
    """Whether the cell is blank although the file has the column."""
    return name in table.index and _is_blank(table, row, name)


def _empty(table: Table, row: Record, name: str, suggestion: str) -> ScheduleProblem:
    return make(
        table.place(row, name), "JDW006", "sel wajib kosong", field=name, suggestion=suggestion
    )
