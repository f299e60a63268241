"""Check schedule files: every problem of every file in one run, and the sessions if all is well.

A rule is a generator that gives the problems it sees; rules know nothing of each other. What needs
one row is here, what compares a plan with the calendar and with other sessions is in `planning`.
"""

from __future__ import annotations

import difflib
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from scripts import tables
from scripts.paths import relative
from scripts.problems import Severity
from scripts.schedule import modules, places, planning, privacy, regions, settings
from scripts.schedule.cells import PARSERS, CellError, clean, closest, hidden_characters
from scripts.schedule.entries import Sourced
from scripts.schedule.formulas import unquote_formula
from scripts.schedule.model import (
    COLUMNS,
    MAIN_ELECTION,
    REQUIRED_CELLS,
    REQUIRED_COLUMNS,
    Kepastian,
    Session,
    Zona,
)
from scripts.schedule.problems import ScheduleProblem, make, show
from scripts.schedule.reader import Record, Table, read

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
"""Two rows with the same value in all of these are the same session."""

BLANKS = frozenset({"", "-", "–", "—"})
"""What offices write into a cell that holds nothing."""

MAX_CELL = 1000
"""Longest text of a cell, in characters."""

TYPO_LIKENESS = 0.9
"""How like the main election's name another name may be before it looks like a slip."""

_UNSAFE_ADVICE = {
    "JDW018": ("teks biasa tanpa karakter tak terlihat", "Ketik ulang isi sel ini"),
    "JDW019": ("tidak ada nomor telepon di halaman umum", "Hapus nomornya"),
    "JDW020": ("tidak ada NIK di halaman umum", "Hapus nomornya"),
    "JDW021": ("tidak ada alamat surel di halaman umum", "Hapus alamatnya"),
    "JDW044": ("tidak ada data pribadi di halaman umum", "Hapus nomornya"),
    "JDW045": (f"paling panjang {MAX_CELL} karakter", "Ringkas isinya"),
}
_PERSONAL = {
    "JDW019": "nomor telepon",
    "JDW020": "16 angka seperti NIK",
    "JDW021": "alamat surel",
    "JDW044": "data pribadi",
}
_FREE_TEXT = frozenset(
    {"tempat", "alamat", "gelombang", "penyelenggara", "fasilitator", "catatan", "sumber"}
)
_NAME_COLUMNS = ("penyelenggara", "fasilitator", "catatan")
_PLACE_COLUMNS = tuple(regions.LEVELS)


@dataclass
class Result:
    """What a run found: the sessions of all sound rows, and all problems, sorted.

    `rules` are the settings it went by.
    """

    sourced: list[Sourced] = field(default_factory=list)
    problems: list[ScheduleProblem] = field(default_factory=list)
    files: int = 0
    rules: settings.Settings = field(default_factory=settings.Settings)

    @property
    def sessions(self) -> list[Session]:
        """The sessions without the names of their files."""
        return [item.session for item in self.sourced]

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids a build."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass
class _Seen:
    """Where each id and each session of the run was met first."""

    ids: dict[str, str] = field(default_factory=dict)
    sessions: dict[tuple[Any, ...], str] = field(default_factory=dict)


def find_files(path: Path) -> list[Path]:
    """Give the CSV files at `path` (a file, or a folder and those in it), sorted."""
    if path.is_dir():
        return sorted(
            file for file in path.rglob("*") if file.suffix.lower() == ".csv" and file.is_file()
        )
    return [path]


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep Python's search for reference cycles from walking millions of rows again and again.

    Nothing made here refers back to itself, and the whole country took half as long again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_collector()
def load(path: Path, rules: settings.Settings | None = None) -> Result:
    """Read and check every CSV file at `path` (a file or a folder). Never raises on bad data.

    `rules` are the settings; without them those of `data/jadwal.yml`.
    """
    regions.refresh()
    places.above_village.cache_clear()
    modules.refresh()
    files = find_files(path)
    result = Result(files=len(files))
    result.rules = rules = rules or _settings(result)
    result.problems += _aliases()
    seen = _Seen()
    plans: list[planning.Plan] = []
    for file in files:
        table, problems = read(file)
        result.problems += problems
        if table is not None:
            _check_table(table, seen, result, plans, archive=rules.is_archive(table.file))
    if not files:
        wrong = "tidak ada berkas .csv di folder ini"
        result.problems.append(make((relative(path), 1, 1), "JDW001", wrong))
    result.problems += planning.problems(plans, rules)
    result.problems.sort()
    return result


def _settings(result: Result) -> settings.Settings:
    try:
        return settings.read()
    except settings.SettingsError as failure:
        place = (relative(settings.PATH), failure.line, failure.column)
        result.problems.append(make(place, "JDW046", failure.wrong))
        return settings.Settings()


def _aliases() -> Iterator[ScheduleProblem]:
    """Faults in the table of other region names."""
    try:
        for alias, wrong in regions.faulty_aliases():
            yield make(alias.place, "JDW046", wrong, cell=alias.name)
    except tables.UnreadableError as failure:
        yield make(failure.place, "JDW046", failure.wrong, expected=failure.expected)


def _check_table(
    table: Table, seen: _Seen, result: Result, plans: list[planning.Plan], archive: bool
) -> None:
    """Add the sessions and problems of one file to `result`, and its plans to `plans`."""
    if not table.index:
        result.problems.append(_no_header(table))
        return
    result.problems += _header(table)
    complete = all(name in table.index for name in REQUIRED_COLUMNS)
    for row in table.rows:
        values, problems = _read_cells(table, row)
        for rule in ROW_RULES:
            problems += rule(table, row, values)
        problems += _repeated(table, row, values, seen)
        result.problems += problems
        if complete and all(p.severity is not Severity.ERROR for p in problems):
            session = _session(values)
            result.sourced.append(Sourced(session, table.file))
            if not archive:
                plans.append(planning.Plan(session, table, row))


def _session(values: Values) -> Session:
    """Give the session of a sound row; an empty zone becomes that of the province."""
    return Session(**{"tanggal": None, "zona": Zona(regions.zone_of(values["provinsi"])), **values})


def _no_header(table: Table) -> ScheduleProblem:
    first = show(clean(_head(" ".join(table.header.values))))
    return make(
        table.place(table.header),
        "JDW002",
        f"tidak ada nama kolom yang dikenal di baris judul {first}",
        expected=f"baris pertama berisi nama kolom: {', '.join(REQUIRED_COLUMNS)}, …",
        suggestion="Periksa pemisahnya: koma, titik koma, atau tab",
    )


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
    for position, (cell, name) in enumerate(zip(table.header.values, table.names, strict=True)):
        place = table.place(table.header, position)
        title = _head(cell)
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
                    suggestion=closest(clean(title), COLUMNS) or "Hapus kolom ini bila tidak perlu",
                )
        elif table.index[name] != position:
            yield make(
                place,
                "JDW004",
                "kolom ini tertulis dua kali",
                field=name,
                cell=title,
                suggestion="Hapus salah satunya",
            )


def _text(table: Table, row: Record, name: str) -> str:
    return _tidy(table.cell(row, name))


def _tidy(cell: str) -> str:
    """Give the text of a cell: tidied, "" where an office wrote a dash for nothing."""
    text = clean(cell)
    return "" if text in BLANKS else unquote_formula(text)


def _read_cells(table: Table, row: Record) -> tuple[Values, list[ScheduleProblem]]:
    """Give the value of each sound filled cell, and the problems of the others."""
    unsafe = list(_unsafe(table, row))
    problems = [problem for _, problem in unsafe]
    refused = {position for position, _ in unsafe}
    cells = row.values
    texts = {
        name: text
        for name, position in table.index.items()
        if position < len(cells)
        and cells[position]  # most cells are empty: the rest costs time
        and position not in refused
        and (text := _tidy(cells[position]))
    }
    values: Values = {}
    faults: list[tuple[str, CellError]] = []
    for name, text in texts.items():
        if name in _PLACE_COLUMNS:
            continue
        try:
            values[name] = modules.parse(text) if name == "modul" else _parse(name, text)
        except CellError as failure:
            faults.append((name, failure))
    found, wrong = places.read(*(texts.get(name, "") for name in _PLACE_COLUMNS))
    values |= found
    for name, fault in (*faults, *wrong):
        if codes := list(privacy.find_by_pattern(_head(texts[name]))):
            problems += (_unsafe_cell(table, row, name, texts[name], code) for code in codes)
            continue
        problems.append(
            make(
                table.place(row, name),
                fault.code,
                fault.wrong,
                field=name,
                cell=texts[name],
                expected=fault.expected,
                suggestion=fault.suggestion,
            )
        )
    return values, problems


def _parse(name: str, text: str) -> Any:
    parser = PARSERS.get(name)
    return parser(text) if parser else text


def _unsafe(table: Table, row: Record) -> Iterator[tuple[int, ScheduleProblem]]:
    """Control characters, personal data and endless cells, also outside of the known columns.

    A column with a strict form (a date, a region) is looked at only when it does not have it.
    """
    if _is_plain(row.values, tuple(table.names)):
        return
    for position, cell in enumerate(row.values):
        name = table.names[position] if position < len(table.names) else ""
        text = _head(cell)
        hidden = hidden_characters(text)
        found = ["JDW018"] if hidden else []
        found += _personal(name, text)
        if len(cell) > MAX_CELL:
            found.append("JDW045")
        for code in found:
            yield position, _unsafe_cell(table, row, position, cell, code)


def _unsafe_cell(
    table: Table, row: Record, position: int | str, cell: str, code: str
) -> ScheduleProblem:
    """Give the problem `code` of a cell that must not be published as it is."""
    text = _head(cell)
    wrong = f"{show(text)} memuat {_PERSONAL[code]}" if code in _PERSONAL else ""
    if code == "JDW018":
        wrong = f"karakter tak terlihat {', '.join(hidden_characters(text))}"
    elif code == "JDW045":
        wrong = f"sel ini {len(cell)} karakter"
    expected, suggestion = _UNSAFE_ADVICE[code]
    at = position if isinstance(position, int) else table.index[position]
    return make(
        table.place(row, at),
        code,
        wrong,
        field=table.names[at] if at < len(table.names) else "",
        cell=privacy.mask(text)[:MAX_CELL],
        expected=expected,
        suggestion=suggestion,
    )


def _head(text: str) -> str:
    """Give what is looked at of a text that may be endless: a whole number may end beyond MAX_CELL.

    Whatever is longer is refused, and to search it for personal data would take minutes.
    """
    return text[: MAX_CELL + 50]


def _is_plain(cells: list[str], names: tuple[str, ...]) -> bool:
    """Whether one look at the whole row finds nothing: so it is with most rows."""
    together = "\n".join(cells)
    last = len(cells)
    watched = [cells[i] for i in _watched(names) if i < last and cells[i]] + cells[len(names) :]
    return (
        len(together) <= MAX_CELL
        and not hidden_characters(together)
        and not any(privacy.find_by_pattern("\n".join(watched)))
        and not any(
            privacy.may_be_personal(cells[i]) for i in _free_text(names) if i < last and cells[i]
        )
    )


@lru_cache(maxsize=256)
def _watched(names: tuple[str, ...]) -> tuple[int, ...]:
    """Give the positions of cells that keep their text, and of unknown columns."""
    strict = {*PARSERS, *_PLACE_COLUMNS, "modul"} - {"id", "sumber", "pemilu"}
    return tuple(i for i, name in enumerate(names) if name not in strict)


@lru_cache(maxsize=256)
def _free_text(names: tuple[str, ...]) -> tuple[int, ...]:
    """Give the positions of cells that hold words of the office, and of unknown columns."""
    return tuple(i for i, name in enumerate(names) if name in _FREE_TEXT or not name)


def _personal(name: str, text: str) -> Iterator[str]:
    """Codes of the personal data in one cell; an id is no telephone number unless it looks so."""
    if not text:
        return
    if name in _FREE_TEXT or not name:
        yield from privacy.find(text, link=name == "sumber")
    else:
        yield from privacy.find_by_pattern(text)


def _extra_cells(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """Filled cells to the right of the last column."""
    for position in range(len(table.header.values), len(row.values)):
        if text := clean(_head(row.values[position])):
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
        if name not in values and _is_empty(table, row, name):
            yield _empty(table, row, name, "Isi sel ini")
    if "kab_kota" in values or not _is_empty(table, row, "kab_kota"):
        return
    if _text(table, row, "kecamatan") or _text(table, row, "kelurahan_desa"):
        yield _empty(
            table,
            row,
            "kab_kota",
            "Isi kabupaten/kota; hanya kegiatan tingkat provinsi tanpa kecamatan dan desa "
            "yang boleh kosong",
        )


def _date_certainty(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """A date is needed, unless the source does not give one, and then there is none."""
    if "kepastian_tanggal" not in values and _text(table, row, "kepastian_tanggal"):
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
    elif "tanggal" not in values and _is_empty(table, row, "tanggal"):
        yield _empty(
            table,
            row,
            "tanggal",
            f'Isi tanggal; bila sumber tidak menyebutnya, tulis "{Kepastian.TIDAK_DISEBUT}" '
            "di kolom kepastian_tanggal",
        )


def _date_order(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """The last day is not before the first, and not far away from it."""
    first, last = values.get("tanggal"), values.get("tanggal_selesai")
    if not first or not last:
        return
    if last < first:
        yield make(
            table.place(row, "tanggal_selesai"),
            "JDW009",
            f"{last.isoformat()} sebelum tanggal mulai {first.isoformat()}",
            field="tanggal_selesai",
            cell=table.cell(row, "tanggal_selesai"),
            expected=f"{first.isoformat()} atau sesudahnya",
            suggestion="Periksa kedua tanggal",
        )
    elif (last - first).days > 31:
        yield make(
            table.place(row, "tanggal_selesai"),
            "JDW042",
            f"{(last - first).days + 1} hari dari tanggal mulai",
            field="tanggal_selesai",
            cell=table.cell(row, "tanggal_selesai"),
            expected="satu sesi paling lama sebulan",
            suggestion="Periksa tahun dan bulannya",
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
    if zone and province and regions.zone_of(province) != zone:
        right = regions.zone_of(province)
        yield make(
            table.place(row, "zona"),
            "JDW012",
            f"{zone} bukan zona {province.name}",
            field="zona",
            cell=table.cell(row, "zona"),
            expected=f"{right} atau kosong",
            suggestion=f"Mungkin maksud Anda: {right}?",
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


def _persons(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """An office or role is named, never a person."""
    areas = [place.name for column in _PLACE_COLUMNS[2:] for place in values.get(column, ())]
    for name in _NAME_COLUMNS:
        text = values.get(name, "")
        if text and privacy.names(text, areas):
            yield make(
                table.place(row, name),
                "JDW043",
                "sel ini mungkin memuat nama orang",
                field=name,
                expected="peran atau lembaga",
                suggestion="Hapus namanya, cukup tulis perannya",
            )


def _example(table: Table, row: Record, values: Values) -> Iterator[ScheduleProblem]:
    """The row of the template is not a session."""
    if values.get("id", "").lower().startswith("contoh-"):
        yield make(
            table.place(row, "id"),
            "JDW041",
            "baris contoh dari templat",
            field="id",
            cell=values["id"],
            suggestion="Hapus baris ini sebelum mengirim",
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
    _persons,
    _example,
)
"""Every check that needs one row and nothing else."""


def _repeated(table: Table, row: Record, values: Values, seen: _Seen) -> Iterator[ScheduleProblem]:
    """The same id or the same session a second time, in this file or another."""
    here = f"{table.file}:{row.first}"
    if identifier := values.get("id", ""):
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


def _identity(table: Table, row: Record, values: Values) -> tuple[Any, ...]:
    """Give what makes a row this session and no other, however its cells are spelt."""
    known = {
        "pemilu": MAIN_ELECTION,
        **values,
        "tanggal_selesai": values.get("tanggal_selesai", values.get("tanggal")),
    }
    return tuple(
        value.casefold() if isinstance(value, str) else value
        for name in IDENTITY
        for value in (known.get(name) or _text(table, row, name),)
    )


def _is_empty(table: Table, row: Record, name: str) -> bool:
    """Whether the cell is blank although the file has the column."""
    return name in table.index and not _text(table, row, name)


def _empty(table: Table, row: Record, name: str, suggestion: str) -> ScheduleProblem:
    return make(
        table.place(row, name), "JDW006", "sel wajib kosong", field=name, suggestion=suggestion
    )
