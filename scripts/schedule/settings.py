"""Settings of the schedule: `data/jadwal.yml` as a typed model."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scripts.paths import DATA

PATH = DATA / "jadwal.yml"

_EXPECTED = (
    "yang dikenal: sesi_per_halaman (bilangan mulai 1), arsip (daftar nama berkas), dan pemilihan "
    "(daftar berisi nama, pelantikan_kpps, pemungutan_suara; tanggal ditulis 2024-02-14)"
)


class SettingsError(ValueError):
    """The settings cannot be used: what is wrong (Indonesian), and where in the file."""

    def __init__(self, wrong: str, line: int = 1, column: int = 1) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.line = line
        self.column = column


class Election(BaseModel):
    """The days of one election that a plan is compared with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nama: str = Field(min_length=1)
    pelantikan_kpps: date | None = None
    pemungutan_suara: date | None = None


class Settings(BaseModel):
    """What an office may set: when pages are divided, what is an archive, election days."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    sesi_per_halaman: int = Field(default=60, ge=1)
    arsip: frozenset[str] = frozenset()
    pemilihan: tuple[Election, ...] = ()

    def election(self, name: str) -> Election:
        """Give the days of the election called `name`; without days if it is not listed."""
        known = {entry.nama.casefold(): entry for entry in self.pemilihan}
        return known.get(name.casefold(), Election(nama=name))

    def is_archive(self, file: str) -> bool:
        """Whether `file` was collected afterwards, so that its gaps cannot be filled."""
        return file.rpartition("/")[2] in self.arsip


def read(path: Path = PATH) -> Settings:
    """Read the settings; a missing file gives the defaults. Raises SettingsError."""
    if not path.is_file():
        return Settings()
    try:
        return Settings.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")) or {})
    except ValidationError as failure:
        names = [str(part) for part in failure.errors()[0]["loc"]]
        wrong = f"{'.'.join(names) or 'isi berkas'} tidak dikenal atau isinya salah"
        line = _line_of(path, next((name for name in names if not name.isdigit()), ""))
        raise SettingsError(f"{wrong}; {_EXPECTED}", line) from None
    except (yaml.YAMLError, ValueError) as failure:  # not YAML, not UTF-8, or 30 February
        mark = getattr(failure, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise SettingsError("bukan YAML yang benar", line, column) from None


def _line_of(path: Path, key: str) -> int:
    """Give the line on which the top-level `key` stands, or 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((i for i, line in enumerate(lines, 1) if key and line.startswith(f"{key}:")), 1)
