"""Ballot cases as a typed model, and reading them from ``data/kasus-surat-suara.yml``.

Every mistake is reported at its line: file, what is wrong, what was expected (codes SUR001–SUR003).
What a case says about the rules is checked in ``checks``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from scripts.ballots.layout import Election, Layout, layout
from scripts.legal.register import Grade
from scripts.paths import DATA, SOURCE_LANGUAGE, relative
from scripts.problems import Problem

PATH = DATA / "kasus-surat-suara.yml"

Place = tuple[int, int]
"""Line and column, both counted from 1."""
Key = tuple[str | int, ...]
"""The way to a value: (3, "tanda", 0, "x")."""


class Verdict(StrEnum):
    """What the sources say about a ballot (key ``putusan``)."""

    VALID = "sah"
    INVALID = "tidak sah"
    OPEN = "belum pasti"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Hole(_Strict):
    """A hole made with the punching tool; ``x`` and ``y`` are its centre."""

    jenis: Literal["lubang"]
    x: float
    y: float


class Burn(_Strict):
    """A burned spot, as from a cigarette."""

    jenis: Literal["bakar"]
    x: float
    y: float


class Tick(_Strict):
    """A tick made with a pen."""

    jenis: Literal["centang"]
    x: float
    y: float


class Writing(_Strict):
    """Written words; ``x`` and ``y`` are the left end of their line."""

    jenis: Literal["tulisan"]
    x: float
    y: float
    teks: str = Field(min_length=1, max_length=30)


class Scribble(_Strict):
    """A zigzag of a pen inside a rectangle."""

    jenis: Literal["coretan"]
    x: float
    y: float
    lebar: float = Field(gt=0)
    tinggi: float = Field(gt=0)


class Tear(_Strict):
    """A tear that begins at the right side of the sheet at height ``y``."""

    jenis: Literal["sobek"]
    y: float
    panjang: float = Field(ge=4, le=40)


class Fold(_Strict):
    """A fold across the sheet: at height ``y``, or upright at ``x``."""

    jenis: Literal["lipat"]
    x: float | None = None
    y: float | None = None


Mark = Annotated[
    Hole | Burn | Tick | Writing | Scribble | Tear | Fold, Field(discriminator="jenis")
]


class AboutCandidate(_Strict):
    """A candidate who died or no longer qualifies, or a line printed without a name."""

    jenis: Literal["calon-meninggal", "calon-tidak-memenuhi-syarat", "baris-tanpa-nama"]
    partai: str = ""
    calon: int = Field(ge=1)


class Cancelled(_Strict):
    """A party cancelled as a participant, on the ballot of one level only."""

    jenis: Literal["partai-dibatalkan"]
    partai: str
    tingkat: Election


class WithoutList(_Strict):
    """A party that proposed no candidates here."""

    jenis: Literal["partai-tanpa-calon"]
    partai: str


class Elsewhere(_Strict):
    """The ballot is one of another constituency (DPD: another province)."""

    jenis: Literal["daerah-lain"]


Circumstance = Annotated[
    AboutCandidate | Cancelled | WithoutList | Elsewhere, Field(discriminator="jenis")
]


class Case(_Strict):
    """One ballot: what is seen on it, and what the sources say about it."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)?-[0-9]{2}$")
    pemilihan: Election
    judul: str = Field(min_length=10, max_length=90)
    judul_en: str = Field(min_length=10, max_length=90)
    tanda: tuple[Mark, ...] = Field(max_length=8)
    keadaan: tuple[Circumstance, ...] = ()
    ditandatangani: bool
    putusan: Verdict
    untuk: str = ""
    aturan: str = Field(min_length=20, max_length=400)
    aturan_en: str = Field(min_length=20, max_length=400)
    salah_kaprah: str = ""
    salah_kaprah_en: str = ""
    sumber: tuple[str, ...] = Field(min_length=1)
    mutu: Grade
    kuis: bool

    @property
    def layout(self) -> Layout:
        """The ballot that the case is drawn on."""
        missing = frozenset(f.partai for f in self.keadaan if isinstance(f, WithoutList))
        return layout(self.pemilihan, missing)

    @property
    def holes(self) -> tuple[Hole, ...]:
        """Its holes, in the order of the file."""
        return tuple(mark for mark in self.tanda if isinstance(mark, Hole))

    def title(self, language: str) -> str:
        """What is seen, in a few words of ``language``."""
        return self.judul if language == SOURCE_LANGUAGE else self.judul_en

    def rule(self, language: str) -> str:
        """The rule in ``language``."""
        return self.aturan if language == SOURCE_LANGUAGE else self.aturan_en

    def misbelief(self, language: str) -> str:
        """The common wrong belief in ``language``, or ""."""
        return self.salah_kaprah if language == SOURCE_LANGUAGE else self.salah_kaprah_en


@dataclass(frozen=True)
class Read:
    """What was read: the cases with the index of each in the file, and where every value stands."""

    file: str
    cases: dict[int, Case] = field(default_factory=dict)
    places: dict[Key, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, key: Key, code: str, message: str) -> Problem:
        """Give a problem placed at ``key``, or at the nearest value around it."""
        while key and key not in self.places:
            key = key[:-1]
        line, column = self.places.get(key, (1, 1))
        return Problem(self.file, line, column, code, message)


#: What pydantic finds -> how it is said to a contributor; {…} are pydantic's own details.
_REASONS = {
    "missing": "belum ada",
    "extra_forbidden": "tidak dikenal",
    "string_too_short": "terlalu pendek, sedikitnya {min_length} huruf",
    "string_too_long": "terlalu panjang, paling banyak {max_length} huruf",
    "string_type": "harus teks; apit dengan tanda kutip",
    "string_pattern_mismatch": "harus berbentuk seperti ppwp-01",
    "enum": "bukan nilai yang dikenal; pilihannya: {expected}",
    "literal_error": "bukan nilai yang dikenal; pilihannya: {expected}",
    "union_tag_invalid": "berjenis «{tag}» yang tidak dikenal; pilihannya: {expected_tags}",
    "union_tag_not_found": "belum menyebut `jenis`",
    "bool_parsing": "harus true atau false",
    "bool_type": "harus true atau false",
    "float_parsing": "harus angka (milimeter)",
    "float_type": "harus angka (milimeter)",
    "int_parsing": "harus bilangan bulat",
    "int_type": "harus bilangan bulat",
    "tuple_type": "harus daftar",
    "too_short": "sedikitnya {min_length} butir",
    "too_long": "paling banyak {max_length} butir",
    "greater_than": "harus lebih besar dari {gt}",
    "greater_than_equal": "paling kecil {ge}",
    "less_than_equal": "paling besar {le}",
    "model_type": "harus berisi kunci dan nilai",
    "model_attributes_type": "harus berisi kunci dan nilai",
}


def load(path: Path = PATH) -> Read:
    """Read the cases. Never raises on bad content: what is wrong is in ``problems``."""
    read = Read(relative(path))
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as failure:
        reason = "bukan UTF-8" if isinstance(failure, UnicodeDecodeError) else failure.strerror
        read.problems.append(read.problem((), "SUR001", f"Berkas tidak terbaca ({reason})."))
        return read
    try:
        data = _data(text, read)
    except yaml.MarkedYAMLError as failure:
        mark = failure.problem_mark
        read.places[()] = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = (
            "Bukan YAML yang benar di sini; periksa spasi menjorok, kurung, dan apit teks yang "
            "memuat titik dua dengan tanda kutip."
        )
        read.problems.append(read.problem((), "SUR001", message))
        return read
    except (yaml.YAMLError, ValueError):
        message = "Berkas memuat karakter atau tanggal yang tidak boleh ada."
        read.problems.append(read.problem((), "SUR001", message))
        return read
    if not isinstance(data, list) or not data:
        message = "Berkas harus berisi daftar kasus; tiap kasus diawali `- id: …`."
        read.problems.append(read.problem((), "SUR001", message))
        return read
    for index, item in enumerate(data):
        try:
            read.cases[index] = Case.model_validate(item)
        except ValidationError as failure:
            read.problems.extend(_explain(read, index, item, error) for error in failure.errors())
    read.problems.extend(_same_names(read))
    return read


def _data(text: str, read: Read) -> Any:
    """Give the content, and note where each value stands. Raises YAMLError or ValueError."""
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return None
        _note(node, (), read)
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _note(node: yaml.Node, key: Key, read: Read) -> None:
    """Remember the places of ``node`` and of all below it; a key written twice is a problem."""
    read.places.setdefault(key, (node.start_mark.line + 1, node.start_mark.column + 1))
    if isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note(value, (*key, index), read)
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            below = (*key, str(name.value))
            if below in read.places:
                place = (name.start_mark.line + 1, name.start_mark.column + 1)
                message = f"Kunci `{name.value}` ditulis dua kali dalam satu kasus; hapus satu."
                read.problems.append(Problem(read.file, *place, "SUR002", message))
            read.places[below] = (name.start_mark.line + 1, name.start_mark.column + 1)
            _note(value, below, read)


def _explain(read: Read, index: int, item: Any, error: ErrorDetails) -> Problem:
    # A union puts the chosen kind into the way: ("tanda", 0, "lubang", "x").
    names = [part for part in error["loc"] if not _is_kind(part, item, error["loc"])]
    shown = ".".join(str(part + 1) if isinstance(part, int) else part for part in names)
    label = item.get("id", index + 1) if isinstance(item, dict) else index + 1
    reason = _REASONS.get(error["type"], "tidak benar; bandingkan dengan kasus lain")
    message = f"Kasus {label}: `{shown or 'isi'}` {reason.format(**error.get('ctx', {}))}."
    if error["type"] in ("missing", "extra_forbidden"):
        message = f"{message[:-1]}; kunci yang dikenal: {', '.join(_known_keys(error['loc']))}."
    return read.problem((index, *names), "SUR002", message)


_MODELS: dict[str, type[BaseModel]] = {
    "lubang": Hole,
    "bakar": Burn,
    "centang": Tick,
    "tulisan": Writing,
    "coretan": Scribble,
    "sobek": Tear,
    "lipat": Fold,
    "calon-meninggal": AboutCandidate,
    "calon-tidak-memenuhi-syarat": AboutCandidate,
    "baris-tanpa-nama": AboutCandidate,
    "partai-dibatalkan": Cancelled,
    "partai-tanpa-calon": WithoutList,
    "daerah-lain": Elsewhere,
}


def _is_kind(part: str | int, item: Any, way: Sequence[str | int]) -> bool:
    """Whether ``part`` of pydantic's way is the kind of a mark and no key of the file."""
    return len(way) > 2 and part == way[2] and way[0] in ("tanda", "keadaan")


def _known_keys(way: Sequence[str | int]) -> Iterator[str]:
    kind = str(way[2]) if len(way) > 2 else ""
    yield from _MODELS.get(kind, Case).model_fields


def _same_names(read: Read) -> Iterator[Problem]:
    """Yield ids and titles that stand for two cases, and ids that name another election."""
    ids: dict[str, int] = {}
    titles: dict[tuple[Election, str], str] = {}
    for index, case in read.cases.items():
        if case.id in ids:
            message = f"id `{case.id}` sudah dipakai; beri nomor berikutnya."
            yield read.problem((index, "id"), "SUR003", message)
        ids[case.id] = index
        if not re.fullmatch(rf"{case.pemilihan}-\d\d", case.id):
            message = f"id `{case.id}` harus diawali pemilihannya: `{case.pemilihan}-01`."
            yield read.problem((index, "id"), "SUR003", message)
        for key in ("judul", "judul_en"):
            title = (case.pemilihan, getattr(case, key).casefold())
            if title in titles:
                message = f"Kasus {case.id}: `{key}` sama dengan {titles[title]}; bedakan."
                yield read.problem((index, key), "SUR003", message)
            titles[title] = case.id
