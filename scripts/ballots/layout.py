"""The invented ballots: where every column stands on its sheet.

All measures are millimetres from the upper left corner of the sheet. Drawings, text alternatives
and the rules read the same columns, so that they can never disagree about what a hole hits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import hypot


class Election(StrEnum):
    """The five ballots of Pemilu 2024 (key ``pemilihan``)."""

    PPWP = "ppwp"
    DPR = "dpr"
    DPRD_PROVINCE = "dprd-provinsi"
    DPRD_REGENCY = "dprd-kabkota"
    DPD = "dpd"

    @property
    def has_parties(self) -> bool:
        """Whether voters choose a party or one of its candidates."""
        return self not in (Election.PPWP, Election.DPD)


class Kind(StrEnum):
    """What a column stands for."""

    PAIR = "pasangan"
    PARTY = "partai"
    CANDIDATE = "calon"
    EMPTY = "area kosong"
    """The grey area under the last candidate, still inside the box of its party."""


class Part(StrEnum):
    """What is printed at a place inside a column."""

    NUMBER = "nomor"
    LOGO = "gambar"
    NAME = "nama"
    PHOTO = "foto"


@dataclass(frozen=True)
class Box:
    """A rectangle on the sheet."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    def depth(self, x: float, y: float) -> float:
        """How far inside a point lies, from the nearest side; negative: how far outside."""
        inside = min(x - self.x, self.right - x, y - self.y, self.bottom - y)
        if inside >= 0:
            return inside
        across = max(self.x - x, x - self.right, 0)
        along = max(self.y - y, y - self.bottom, 0)
        return -hypot(across, along)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside or on a side."""
        return self.depth(x, y) >= 0


@dataclass(frozen=True)
class Party:
    """An invented party: its number is none that a party of 2024 had."""

    name: str
    number: int
    candidates: int


PARTIES = (
    Party("Partai Melati", 31, 5),
    Party("Partai Kenari", 32, 4),
    Party("Partai Cempaka", 33, 5),
    Party("Partai Teratai", 34, 3),
)
#: The parties whose logos stand in the column of each pair.
PAIRS = (("Partai Melati", "Partai Kenari"), ("Partai Cempaka",), ("Partai Teratai",))
SENATORS = 4

WIDTH = 184.0
_TOP = 26.0  # of the columns of parties and of DPD candidates
_COLUMN = 42.0
_STEP = 44.0  # two millimetres between the boxes of two parties
_LEFT = 5.0
HEADER = 32.0
ROW = 11.0
_FLOOR = 125.0


@dataclass(frozen=True)
class Column:
    """One column that a vote can be given in, or the empty area of a party.

    ``party`` is "" for pairs and DPD candidates; ``number`` is 0 for parties and empty areas.
    """

    kind: Kind
    box: Box
    party: str = ""
    number: int = 0
    parts: tuple[tuple[Part, Box], ...] = ()

    def part_at(self, x: float, y: float) -> Part | None:
        """What is printed where a hole is; None between the printed things."""
        return next((part for part, box in self.parts if box.holds(x, y)), None)


@dataclass(frozen=True)
class Layout:
    """One ballot: the size of its sheet and its columns."""

    height: float
    columns: tuple[Column, ...]
    width: float = WIDTH

    @property
    def sheet(self) -> Box:
        """The whole sheet."""
        return Box(0, 0, self.width, self.height)

    def column(self, kind: Kind, party: str = "", number: int = 0) -> Column | None:
        """Give one column, or None if this ballot has no such column."""
        wanted = (kind, party, number)
        return next((c for c in self.columns if (c.kind, c.party, c.number) == wanted), None)


@lru_cache(maxsize=16)
def layout(election: Election, without_list: frozenset[str] = frozenset()) -> Layout:
    """Give the ballot of one election; the parties ``without_list`` have no candidate lines."""
    if election is Election.PPWP:
        return Layout(124.0, tuple(_pairs()))
    if election is Election.DPD:
        return Layout(112.0, tuple(_senators()))
    return Layout(136.0, tuple(_parties(without_list)))


def _pairs() -> Iterator[Column]:
    for index in range(len(PAIRS)):
        left = 7.0 + 58.0 * index
        rows = ((Part.NUMBER, 15.0), (Part.PHOTO, 26.0), (Part.NAME, 12.0), (Part.LOGO, 15.0))
        yield _stacked(Column(Kind.PAIR, Box(left, 44.0, 54.0, 68.0), number=index + 1), rows)


def _senators() -> Iterator[Column]:
    for index in range(SENATORS):
        box = Box(_LEFT + _STEP * index, _TOP, _COLUMN, 74.0)
        rows = ((Part.NUMBER, 16.0), (Part.PHOTO, 40.0), (Part.NAME, 18.0))
        yield _stacked(Column(Kind.CANDIDATE, box, number=index + 1), rows)


def _stacked(column: Column, rows: Iterable[tuple[Part, float]]) -> Column:
    """Give ``column`` with its printed things one below the other."""
    box, top = column.box, column.box.y
    parts = []
    for part, height in rows:
        parts.append((part, Box(box.x, top, box.width, height)))
        top += height
    return Column(column.kind, box, column.party, column.number, tuple(parts))


def _parties(without_list: frozenset[str]) -> Iterator[Column]:
    for index, party in enumerate(PARTIES):
        left = _LEFT + _STEP * index
        printed = (
            (Part.NUMBER, Box(left, _TOP, 18.0, 17.0)),
            (Part.LOGO, Box(left + 18.0, _TOP, 24.0, 17.0)),
            (Part.NAME, Box(left, _TOP + 17.0, _COLUMN, 15.0)),
        )
        yield Column(Kind.PARTY, Box(left, _TOP, _COLUMN, HEADER), party.name, 0, printed)
        top = _TOP + HEADER
        for number in range(1, 1 + (0 if party.name in without_list else party.candidates)):
            row = Box(left, top, _COLUMN, ROW)
            parts = (
                (Part.NUMBER, Box(left, top, 10.0, ROW)),
                (Part.NAME, Box(left + 10.0, top, _COLUMN - 10.0, ROW)),
            )
            yield Column(Kind.CANDIDATE, row, party.name, number, parts)
            top += ROW
        yield Column(Kind.EMPTY, Box(left, top, _COLUMN, _FLOOR - top), party.name)
