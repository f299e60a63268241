"""Voters' cards and packs of ballots as typed models, and reading them from ``data/``.

Every mistake is reported at its line: file, what is wrong, what was expected (codes SIM001–SIM003).
What cards and packs say about the rules is checked in ``checks``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from scripts import yaml_file
from scripts.ballots.layout import Election
from scripts.ballots.model import Case
from scripts.paths import DATA, SOURCE_LANGUAGE
from scripts.problems import REASONS, Problem
from scripts.yaml_file import Key, YamlFile

CARDS = DATA / "kartu-pemilih.yml"
PACKS = DATA / "simulasi-hitung.yml"

#: The order in which ballots are handed out, counted and named.
BALLOTS = (
    Election.PPWP,
    Election.DPR,
    Election.DPD,
    Election.DPRD_PROVINCE,
    Election.DPRD_REGENCY,
)
#: How many ballots are in the box of a pack.
SHEETS = 30


class VoterList(StrEnum):
    """The list a voter ends up in (key ``daftar``)."""

    DPT = "DPT"
    DPTB = "DPTb"
    DPK = "DPK"
    NONE = "tidak ada"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


Officer = Literal[
    "KPPS 1", "KPPS 2", "KPPS 3", "KPPS 4", "KPPS 5", "KPPS 6", "KPPS 7", "petugas ketertiban"
]
_Title = Annotated[str, Field(min_length=10, max_length=90)]
_Card = Annotated[str, Field(min_length=20, max_length=350)]
_Answer = Annotated[str, Field(min_length=20, max_length=400)]


class _Named(_Strict):
    """What cards and packs have in common."""

    id: str = Field(pattern=r"^[a-z]+(-[a-z]+)?$")
    judul: _Title
    judul_en: _Title

    def title(self, language: str) -> str:
        """Its name in ``language``, for the facilitator."""
        return self.judul if language == SOURCE_LANGUAGE else self.judul_en


class Card(_Named):
    """One voter who comes to the desk: what the player reads, and what should happen."""

    id: str = Field(pattern=r"^kartu-[0-9]{2}$")
    jam: str = Field(pattern=r"^([01][0-9]|2[0-3])\.[0-5][0-9]$")
    kartu: _Card
    kartu_en: _Card
    seharusnya: _Answer
    seharusnya_en: _Answer
    daftar: VoterList
    surat_suara: tuple[Election, ...] = Field(max_length=len(BALLOTS))
    petugas: tuple[Officer, ...] = Field(min_length=1, max_length=4)
    sumber: tuple[str, ...] = Field(min_length=1, max_length=6)

    @property
    def number(self) -> str:
        """Its number as it is printed on the card."""
        return self.id.rpartition("-")[2]

    @property
    def ballots(self) -> tuple[Election, ...]:
        """The ballots handed out, in the order of counting."""
        return tuple(election for election in BALLOTS if election in self.surat_suara)

    def text(self, language: str) -> str:
        """What the player reads."""
        return self.kartu if language == SOURCE_LANGUAGE else self.kartu_en

    def answer(self, language: str) -> str:
        """What the KPPS should do."""
        return self.seharusnya if language == SOURCE_LANGUAGE else self.seharusnya_en


class Heads(_Strict):
    """A number of men (``l``) and of women (``p``), as C.HASIL asks for them."""

    l: int = Field(ge=0, le=300)  # noqa: E741 (the form's own letter)
    p: int = Field(ge=0, le=300)

    @property
    def total(self) -> int:
        """Both together."""
        return self.l + self.p


class Papers(_Strict):
    """What happened to the ballots of a TPS: part II of C.HASIL."""

    diterima: int = Field(ge=0)
    digunakan: int = Field(ge=0)
    dikembalikan: int = Field(ge=0)
    tidak_digunakan: int = Field(ge=0)


class Pack(_Named):
    """The ballots in one box of the invented TPS, and the figures its committee already has."""

    pemilihan: Election
    dpt: Heads
    pengguna_dpt: Heads
    pengguna_dptb: Heads
    pengguna_dpk: Heads
    disabilitas: Heads
    lembar: Papers
    surat_suara: tuple[str, ...]


@dataclass(frozen=True)
class Simulation:
    """Everything the simulations are played with; ``cases`` are the ballot cases by id."""

    cards: tuple[Card, ...]
    packs: tuple[Pack, ...]
    cases: Mapping[str, Case]

    @property
    def by_clock(self) -> list[Card]:
        """The cards in the order in which the voters come."""
        return sorted(self.cards, key=lambda card: (card.jam, card.id))

    def sheets(self, pack: Pack) -> list[Case]:
        """The ballots of ``pack``, number 1 first. Raises KeyError for a case that is not there."""
        return [self.cases[key] for key in pack.surat_suara]


@dataclass
class ReadCards(YamlFile):
    """What was read of the cards: the file, and its cards by their place in it."""

    cards: dict[Key, Card] = field(default_factory=dict)


@dataclass
class ReadPacks(YamlFile):
    """What was read of the packs: the file, and its packs by their place in it."""

    packs: dict[Key, Pack] = field(default_factory=dict)


#: How a text must look whose pattern did not match.
_PATTERNS = {
    "id": "harus berbentuk seperti kartu-01 (kartu) atau ppwp (paket)",
    "jam": 'harus jam seperti "07.30", dalam tanda kutip dan dengan titik',
}
_Item = TypeVar("_Item", bound=_Named)


def load_cards(path: Path = CARDS) -> ReadCards:
    """Read the cards. Never raises on bad content: what is wrong is in ``problems``."""
    found = yaml_file.read(path, "SIM001", "SIM002")
    read = ReadCards(found.file, found.data, found.places, found.problems)
    if _is_unreadable(read):
        return read
    if not isinstance(read.data, list) or not read.data:
        message = "Berkas harus berisi daftar kartu; tiap kartu diawali `- id: kartu-01`."
        read.problems.append(read.problem((), "SIM001", message))
        return read
    read.cards = _items(read, (), read.data, Card, "Kartu")
    read.problems.extend(_same(read, read.cards, "Kartu", ("id", "judul", "judul_en")))
    return read


def load_packs(path: Path = PACKS) -> ReadPacks:
    """Read the packs. Never raises on bad content: what is wrong is in ``problems``."""
    found = yaml_file.read(path, "SIM001", "SIM002")
    read = ReadPacks(found.file, found.data, found.places, found.problems)
    if _is_unreadable(read):
        return read
    items = read.data.get("paket") if isinstance(read.data, dict) else None
    if not isinstance(items, list) or not items or set(read.data) != {"paket"}:
        message = "Berkas harus berisi satu kunci `paket:` dengan daftar; tiap butir `- id: …`."
        read.problems.append(read.problem((), "SIM001", message))
        return read
    read.packs = _items(read, ("paket",), items, Pack, "Paket")
    read.problems.extend(_same(read, read.packs, "Paket", ("id", "judul", "judul_en")))
    return read


def _is_unreadable(read: YamlFile) -> bool:
    return any(problem.code == "SIM001" for problem in read.problems)


def _items(
    read: YamlFile, way: Key, items: Sequence[Any], model: type[_Item], what: str
) -> dict[Key, _Item]:
    """Give the items that are what ``model`` asks for; the others become problems."""
    found: dict[Key, _Item] = {}
    for index, item in enumerate(items):
        key = (*way, index)
        try:
            found[key] = model.model_validate(item)
        except ValidationError as failure:
            label = item.get("id", index + 1) if isinstance(item, dict) else index + 1
            name = f"{what} {label}"
            read.problems.extend(_explain(read, key, name, e, model) for e in failure.errors())
    return found


def _explain(
    read: YamlFile, key: Key, name: str, error: ErrorDetails, model: type[BaseModel]
) -> Problem:
    way = error["loc"]
    shown = ".".join(str(part + 1) if isinstance(part, int) else part for part in way)
    reason = REASONS.get(error["type"], "tidak benar; bandingkan dengan butir lain")
    if error["type"] == "string_pattern_mismatch":
        reason = _PATTERNS[str(way[-1])]
    message = f"{name}: `{shown or 'isi'}` {reason.format(**error.get('ctx', {}))}."
    if error["type"] in ("missing", "extra_forbidden"):
        known = _model_at(model, way[:-1]).model_fields
        message = f"{message[:-1]}; kunci yang dikenal: {', '.join(known)}."
    return read.problem((*key, *way), "SIM002", message)


def _model_at(model: type[BaseModel], way: Sequence[str | int]) -> type[BaseModel]:
    """Give the model whose key is meant: that of the item, or of ``dpt``, ``lembar`` …"""
    for part in way:
        below = model.model_fields[str(part)].annotation
        if isinstance(below, type) and issubclass(below, BaseModel):
            model = below
    return model


def _same(
    read: YamlFile, items: Mapping[Key, _Item], what: str, keys: Sequence[str]
) -> Iterator[Problem]:
    """Yield ids and titles that stand for two items."""
    for name in keys:
        seen: Counter[str] = Counter()
        for place, item in items.items():
            value = str(getattr(item, name)).casefold()
            if seen[value]:
                message = f"{what} {item.id}: `{name}` sudah dipakai {what.lower()} lain; bedakan."
                yield read.problem((*place, name), "SIM003", message)
            seen[value] += 1
