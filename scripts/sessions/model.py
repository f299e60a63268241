"""Session plans as a typed model, and reading them from ``data/sesi/*.yml``.

Every mistake is reported at its line: file, what is wrong, what was expected (codes SES001,
SES002). What must fit together is checked in ``checks``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError
from pydantic_core import ErrorDetails

from scripts import yaml_file
from scripts.paths import DATA, SOURCE_LANGUAGE, relative
from scripts.problems import REASONS, Problem
from scripts.yaml_file import YamlFile

FOLDER = DATA / "sesi"
#: The page that compares the plans; no plan can have its name.
INDEX = "index"

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Titles are headings and front matter: nothing in them may be taken for Markdown or YAML.
_PLAIN = r"^\w[\w ,.()'+/–-]*$"


class Kind(StrEnum):
    """What a block is (key ``jenis``)."""

    OPENING = "pembuka"
    MODULE = "modul"
    EXERCISE = "latihan"
    SIMULATION = "simulasi"
    TEST = "tes"
    BREAK = "istirahat"
    CLOSING = "penutup"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    def text(self, key: str, language: str) -> str:
        """Give the value of ``key`` in ``language``."""
        return str(getattr(self, key if language == SOURCE_LANGUAGE else f"{key}_en"))


class Cut(_Strict):
    """How a block is shortened when the class is late: the ``urutan``-th thing to do."""

    urutan: int = Field(ge=1)
    menit: int = Field(ge=1)
    cara: str = Field(min_length=10, max_length=150)
    cara_en: str = Field(min_length=10, max_length=150)


class Block(_Strict):
    """One item of the agenda.

    ``cara`` is what people do, a step a line; ``halaman`` the page that is projected and
    ``bagian`` the anchors of it, all of it if there are none.
    """

    jenis: Kind
    judul: str = Field(min_length=3, max_length=70, pattern=_PLAIN)
    judul_en: str = Field(min_length=3, max_length=70, pattern=_PLAIN)
    menit: int = Field(ge=5, le=120)
    ceramah: int = Field(default=0, ge=0)
    halaman: str | None = Field(default=None, pattern=r"^[a-z0-9/-]+\.md$")
    bagian: tuple[str, ...] = ()
    cara: str = Field(default="", max_length=800)
    cara_en: str = Field(default="", max_length=800)
    bahan: tuple[str, ...] = ()
    bahan_en: tuple[str, ...] = ()
    tujuan: str = Field(default="", max_length=150)
    tujuan_en: str = Field(default="", max_length=150)
    pangkas: Cut | None = None

    @property
    def doing(self) -> int:
        """The minutes in which participants do something themselves."""
        return 0 if self.jenis is Kind.BREAK else self.menit - self.ceramah

    def steps(self, language: str) -> list[str]:
        """What people do, step by step."""
        lines = (line.strip() for line in self.text("cara", language).splitlines())
        return [line for line in lines if line]

    def materials(self, language: str) -> tuple[str, ...]:
        """What is needed, in ``language``."""
        return self.bahan if language == SOURCE_LANGUAGE else self.bahan_en


class Meeting(_Strict):
    """One day or evening; ``mulai`` is when it begins (``08.00``)."""

    judul: str = Field(min_length=3, max_length=70, pattern=_PLAIN)
    judul_en: str = Field(min_length=3, max_length=70, pattern=_PLAIN)
    mulai: str = Field(pattern=r"^([01][0-9]|2[0-3])\.[0-5][0-9]$")
    blok: tuple[Block, ...] = Field(min_length=1)


class Plan(_Strict):
    """A whole plan; its ``name`` is the file's, and the page's."""

    judul: str = Field(min_length=3, max_length=70, pattern=_PLAIN)
    judul_en: str = Field(min_length=3, max_length=70, pattern=_PLAIN)
    ringkas: str = Field(min_length=30, max_length=170)
    ringkas_en: str = Field(min_length=30, max_length=170)
    untuk: str = Field(min_length=10, max_length=150)
    untuk_en: str = Field(min_length=10, max_length=150)
    menit: int = Field(ge=15)
    pertemuan: tuple[Meeting, ...] = Field(min_length=1)
    _name: str = PrivateAttr(default="")

    @property
    def name(self) -> str:
        """The name of its file without ending."""
        return self._name

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of all meetings, in their order."""
        return tuple(block for meeting in self.pertemuan for block in meeting.blok)

    @property
    def learning(self) -> int:
        """The minutes without breaks."""
        return sum(block.menit for block in self.blocks if block.jenis is not Kind.BREAK)

    @property
    def talking(self) -> int:
        """The minutes in which the facilitator talks."""
        return sum(block.ceramah for block in self.blocks)

    @property
    def share_of_doing(self) -> int:
        """How many in a hundred minutes of learning are spent doing; 0 if there are none."""
        return round(100 * (self.learning - self.talking) / self.learning) if self.learning else 0


#: The lists of a plan, whose items are counted when a place is named.
_LISTS = ("pertemuan", "blok")


@dataclass
class Read(YamlFile):
    """What was read: the file, and its plan if it could be read."""

    plan: Plan | None = None


#: Said of plans in words of their own.
_REASONS = {**REASONS, "string_pattern_mismatch": "berbentuk lain; tulis {hint}"}
_HINTS = {
    "judul": "huruf, angka, spasi, koma, titik, kurung, dan tanda hubung saja",
    "mulai": 'jam seperti "08.00"',
    "halaman": "halaman seperti modul/05-pemungutan-suara.md",
}


def load(folder: Path = FOLDER) -> list[Read]:
    """Read every plan of ``folder``, by name. Never raises on bad content: what is wrong is in
    ``problems`` of each."""
    paths = sorted(folder.glob("*.yml"))
    if paths:
        return [_read(path) for path in paths]
    none = Read(relative(folder))
    message = "Folder ini harus berisi rencana sesi, misalnya `sehari.yml`."
    none.problems.append(none.problem((), "SES001", message))
    return [none]


def _read(path: Path) -> Read:
    found = yaml_file.read(path, "SES001", "SES002")
    read = Read(found.file, found.data, found.places, found.problems)
    if not _NAME.fullmatch(path.stem) or path.stem == INDEX:
        message = (
            f"Nama berkas `{path.name}` tidak dapat dipakai: tulis huruf kecil, angka, dan tanda "
            "hubung, misalnya `tiga-jam.yml`."
        )
        read.problems.append(read.problem((), "SES001", message))
    if any(problem.code == "SES001" for problem in read.problems):
        return read
    if not isinstance(read.data, dict):
        message = "Berkas harus berisi satu rencana sesi; mulai dengan `judul: …`."
        read.problems.append(read.problem((), "SES001", message))
        return read
    try:
        read.plan = Plan.model_validate(read.data)
        read.plan._name = path.stem
    except ValidationError as failure:
        read.problems += [_explain(read, error) for error in failure.errors() if _is_cause(error)]
    return read


def _is_cause(error: ErrorDetails) -> bool:
    """Whether ``error`` is more than the echo of another: a list whose items are wrong does not
    hold too few of them."""
    return not (error["type"] == "too_short" and error["input"])


def _explain(read: Read, error: ErrorDetails) -> Problem:
    way = error["loc"]
    names = [part for part in way if isinstance(part, str)]
    hint = _HINTS.get(names[-1] if names else "", _HINTS["judul"])
    reason = _REASONS.get(error["type"], "tidak benar; bandingkan dengan rencana lain")
    told = reason.format(**{"hint": hint, **error.get("ctx", {})})
    message = f"{where(way)}`{_key(way)}` {told}."
    if error["type"] in ("missing", "extra_forbidden"):
        message = f"{message[:-1]}; kunci yang dikenal: {', '.join(_known_keys(way[:-1]))}."
    return read.problem(way, "SES002", message)


def where(way: tuple[str | int, ...]) -> str:
    """Say in which meeting and block a value stands: «Pertemuan 1, blok 3: »; "" for the plan."""
    named = []
    while len(way) > 1 and way[0] in _LISTS and isinstance(way[1], int):
        named.append(f"{way[0]} {way[1] + 1}")
        way = way[2:]
    return f"{', '.join(named).capitalize()}: " if named else ""


def _key(way: tuple[str | int, ...]) -> str:
    """Give the way inside its block as contributors see it: ``pangkas.menit``, ``bahan.2``."""
    while len(way) > 1 and way[0] in _LISTS and isinstance(way[1], int):
        way = way[2:]
    shown = (str(part + 1) if isinstance(part, int) else part for part in way)
    return ".".join(shown) or "isi"


def _known_keys(way: tuple[str | int, ...]) -> list[str]:
    """Give the keys of the mapping that stands at ``way``."""
    if "pangkas" in way:
        return list(Cut.model_fields)
    if "blok" in way:
        return list(Block.model_fields)
    return list((Meeting if "pertemuan" in way else Plan).model_fields)
