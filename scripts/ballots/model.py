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
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from scripts import yaml_file
from scripts.ballots.layout import Election, Layout, layout
from scripts.legal.register import Grade
from scripts.paths import DATA, SOURCE_LANGUAGE
from scripts.problems import REASONS, Problem
from scripts.yaml_file import YamlFile

PATH = DATA / "kasus-surat-suara.yml"


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

    @property
    def nameless(self) -> frozenset[tuple[str, int]]:
        """The candidate lines printed without a name, as (party, number)."""
        return frozenset(
            (fact.partai, fact.calon)
            for fact in self.keadaan
            if isinstance(fact, AboutCandidate) and fact.jenis == "baris-tanpa-nama"
        )

    def title(self, language: str) -> str:
        """What is seen, in a few words of ``language``."""
        return self.judul if language == SOURCE_LANGUAGE else self.judul_en

    def rule(self, language: str) -> str:
        """The rule in ``language``."""
        return self.aturan if language == SOURCE_LANGUAGE else self.aturan_en

    def misbelief(self, language: str) -> str:
        """The common wrong belief in ``language``, or ""."""
        return self.salah_kaprah if language == SOURCE_LANGUAGE else self.salah_kaprah_en


@dataclass
class Read(YamlFile):
    """What was read: the file, and its cases with the index of each in it."""

    cases: dict[int, Case] = field(default_factory=dict)


#: Said of cases in words of their own.
_REASONS = {
    **REASONS,
    "string_pattern_mismatch": "harus berbentuk seperti ppwp-01",
    "union_tag_invalid": "berjenis «{tag}» yang tidak dikenal; pilihannya: {expected_tags}",
    "union_tag_not_found": "belum menyebut `jenis`",
    "float_parsing": "harus angka (milimeter)",
    "float_type": "harus angka (milimeter)",
}


def load(path: Path = PATH) -> Read:
    """Read the cases. Never raises on bad content: what is wrong is in ``problems``."""
    found = yaml_file.read(path, "SUR001", "SUR002")
    read = Read(found.file, found.data, found.places, found.problems)
    if any(problem.code == "SUR001" for problem in read.problems):
        return read
    if not isinstance(read.data, list) or not read.data:
        message = "Berkas harus berisi daftar kasus; tiap kasus diawali `- id: …`."
        read.problems.append(read.problem((), "SUR001", message))
        return read
    for index, item in enumerate(read.data):
        try:
            read.cases[index] = Case.model_validate(item)
        except ValidationError as failure:
            read.problems.extend(_explain(read, index, item, error) for error in failure.errors())
    read.problems.extend(_same_names(read))
    return read


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


def _by_kind(union: Any) -> dict[str, type[BaseModel]]:
    """Give the model of every ``jenis`` that one of the models of a union takes."""
    models = get_args(get_args(union)[0])
    return {
        kind: model for model in models for kind in get_args(model.model_fields["jenis"].annotation)
    }


_MODELS = {**_by_kind(Mark), **_by_kind(Circumstance)}


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
