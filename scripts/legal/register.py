"""Reading the register into a typed model, with every mistake reported at its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from scripts import facts, records
from scripts.paths import DATA
from scripts.problems import Problem

INSTRUMENTS = DATA / "instrumen.csv"
ENTRIES = DATA / "dasar-hukum.csv"

_INSTRUMENT_COLUMNS = records.Columns(
    ("id", "jenis", "singkatan", "singkatan_en", "judul", "judul_en", "tanggal"),
    {"tanggal"}, "DHK001", "DHK002",
)  # fmt: skip
_ENTRY_COLUMNS = records.Columns(
    ("id", "instrumen", "bagian", "bagian_en", "pokok", "pokok_en", "mutu", "dilihat_di",
     "diperiksa", "fakta"),
    {"bagian", "bagian_en", "dilihat_di", "fakta"}, "DHK001", "DHK002",
)  # fmt: skip
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_URL = re.compile(r"https?://[^\s<>\"'()]+")


class Grade(StrEnum):
    """How sure a rule is: A wording seen, B two sources agree, C one source (not taught)."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True)
class Instrument:
    """A regulation, manual, letter or report; texts are (Indonesian, English)."""

    id: str
    kind: str
    short: dict[str, str]
    title: dict[str, str]
    date: str


@dataclass(frozen=True)
class Entry:
    """One rule of an instrument.

    ``seen_at`` are the addresses where its text was read, ``checked`` the day that was last done,
    ``facts`` the verified facts it carries (data/fakta.csv).
    """

    id: str
    instrument: Instrument
    part: dict[str, str]
    gist: dict[str, str]
    grade: Grade
    seen_at: tuple[str, ...]
    checked: date
    facts: frozenset[facts.Fact] = frozenset()
    line: int = 1

    def label(self, language: str) -> str:
        """Instrument and place, as in a citation: ``PKPU 25/2023 Pasal 26``."""
        return f"{self.instrument.short[language]} {self.part[language]}".strip()

    def name(self, language: str) -> str:
        """A name for running text: ``PKPU 25/2023 Pasal 55``, ``Keterangan KPU: 15 Februari``."""
        part = self.part[language]
        if part.startswith(("Pasal", "Article")):
            return self.label(language)
        return ": ".join(filter(None, (self.instrument.short[language], part)))


@dataclass(frozen=True)
class Register:
    """All entries by id, in the order of the file (instruments in theirs)."""

    instruments: dict[str, Instrument]
    entries: dict[str, Entry]

    def of(self, instrument: Instrument) -> list[Entry]:
        """The entries of one instrument, by article number then id."""
        mine = [entry for entry in self.entries.values() if entry.instrument is instrument]
        return sorted(mine, key=lambda entry: _natural(entry.id))


def _natural(text: str) -> list[tuple[int, int | str]]:
    """Sort key that puts article 9 before article 26."""
    return [
        (0, int(part)) if part.isdigit() else (1, part) for part in re.split(r"(\d+)", text) if part
    ]


def load(
    instruments: Path = INSTRUMENTS, entries: Path = ENTRIES
) -> tuple[Register, list[Problem]]:
    """Read both files. Gives what could be read and every problem (codes DHK001–DHK006).

    Never raises on bad content; a file that is missing or not UTF-8 is a problem too.
    """
    problems: list[Problem] = []
    known: dict[str, Instrument] = {}
    for row in records.read(instruments, _INSTRUMENT_COLUMNS, problems):
        if _valid_id(row, known, problems):
            cells = row.cells
            known[cells["id"]] = Instrument(
                cells["id"],
                cells["jenis"],
                {"id": cells["singkatan"], "en": cells["singkatan_en"]},
                {"id": cells["judul"], "en": cells["judul_en"]},
                cells["tanggal"],
            )
    read: dict[str, Entry] = {}
    for row in records.read(entries, _ENTRY_COLUMNS, problems):
        # Both kinds of id are anchors of one page.
        valid = _valid_id(row, read.keys() | known.keys(), problems)
        found = list(_entry_problems(row, known))
        problems.extend(found)
        if valid and not found:
            cells = row.cells
            read[cells["id"]] = Entry(
                cells["id"],
                known[cells["instrumen"]],
                {"id": cells["bagian"], "en": cells["bagian_en"]},
                {"id": cells["pokok"], "en": cells["pokok_en"]},
                Grade(cells["mutu"]),
                tuple(cells["dilihat_di"].split()),
                date.fromisoformat(cells["diperiksa"]),
                frozenset(facts.parse(cells["fakta"])),
                row.line,
            )
    return Register(known, read), problems


def _valid_id(row: records.Row, known: Container[str], problems: list[Problem]) -> bool:
    value = row.cells["id"]
    if not _ID.fullmatch(value):
        message = f"`{value}`: id hanya huruf kecil, angka, dan tanda hubung (pkpu-25-2023-26)."
        problems.append(row.problem("id", "DHK003", message))
        return False
    if value in known:
        problems.append(row.problem("id", "DHK003", f"id `{value}` sudah dipakai."))
        return False
    return True


def _entry_problems(row: records.Row, known: dict[str, Instrument]) -> Iterator[Problem]:
    instrument = row.cells["instrumen"]
    if instrument not in known:
        near = difflib.get_close_matches(instrument, known, 1)
        hint = f" Mungkin maksud Anda `{near[0]}`?" if near else ""
        message = f"Instrumen `{instrument}` tidak ada di data/instrumen.csv.{hint}"
        yield row.problem("instrumen", "DHK004", message)
    if row.cells["mutu"] not in Grade.__members__:
        yield row.problem("mutu", "DHK005", f"Mutu `{row.cells['mutu']}` harus A, B, atau C.")
    for address in row.cells["dilihat_di"].split():
        if not _URL.fullmatch(address):
            message = f"`{address}` bukan alamat http(s) yang utuh."
            yield row.problem("dilihat_di", "DHK006", message)
    try:
        date.fromisoformat(row.cells["diperiksa"])
    except ValueError:
        message = f"`{row.cells['diperiksa']}` bukan tanggal; tulis seperti 2026-11-24."
        yield row.problem("diperiksa", "DHK007", message)
    try:
        facts.parse(row.cells["fakta"])
    except ValueError as failure:
        message = f"`{failure}` tidak terbaca; tulis seperti `kpps 62-68; tambahan 8`."
        yield row.problem("fakta", "DHK008", message)
