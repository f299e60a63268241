"""The written rules of PKPU 25/2023 on valid ballots, as far as two sources agree about them.

``decide`` derives a verdict from nothing but where the holes are, the other marks, the chair's
signature and what is known about the candidates. Where no written rule covers a ballot it gives
None: such a case is «belum pasti» and never a key of the quiz.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from math import hypot

from scripts.ballots.layout import Column, Election, Kind, Layout
from scripts.ballots.model import (
    AboutCandidate,
    Burn,
    Cancelled,
    Case,
    Elsewhere,
    Fold,
    Hole,
    Scribble,
    Tear,
    Tick,
    Verdict,
    WithoutList,
    Writing,
)

#: Radius of a hole as drawn; a hole clear of a line is at least this far from it.
RADIUS = 3.2
#: How near its centre must be to a line to be «tepat pada garis».
ON_LINE = 0.4
#: How exactly the second hole of a fold-through must lie opposite the first.
SYMMETRY = 1.0


class Spot(Enum):
    """How a hole lies."""

    INSIDE = "di dalam satu kolom"
    LINE = "tepat pada garis satu kolom"
    BETWEEN = "tepat di antara dua kolom"
    OUTSIDE = "di luar semua kolom"
    UNCLEAR = "meragukan"


@dataclass(frozen=True)
class Hit:
    """One hole and the columns that it touches (two if it lies between them)."""

    hole: Hole
    spot: Spot
    columns: tuple[Column, ...]


def hit(hole: Hole, ballot: Layout) -> Hit:
    """Say how ``hole`` lies on ``ballot``."""
    depths = {column: round(column.box.depth(hole.x, hole.y), 3) for column in ballot.columns}
    touched = tuple(column for column, depth in depths.items() if depth > -RADIUS)
    if not touched:
        return Hit(hole, Spot.OUTSIDE, ())
    if len(touched) == 1:
        depth = depths[touched[0]]
        if depth >= RADIUS:
            return Hit(hole, Spot.INSIDE, touched)
        return Hit(hole, Spot.LINE if abs(depth) <= ON_LINE else Spot.UNCLEAR, touched)
    apart = abs(depths[touched[0]] - depths[touched[1]])
    between = len(touched) == 2 and apart <= ON_LINE and max(depths.values()) <= ON_LINE
    return Hit(hole, Spot.BETWEEN if between else Spot.UNCLEAR, touched)


@dataclass(frozen=True)
class Target:
    """For whom a vote counts: a pair, a party, one of its candidates, or a DPD candidate."""

    kind: Kind
    party: str = ""
    number: int = 0

    def __str__(self) -> str:
        if self.kind is Kind.PAIR:
            return f"Pasangan calon {self.number:02}"
        if self.kind is Kind.PARTY:
            return self.party
        return f"calon nomor {self.number} {self.party}".rstrip()

    @property
    def english(self) -> str:
        """Its name in English."""
        if self.kind is Kind.CANDIDATE:
            return f"candidate number {self.number}{self.party and f' of {self.party}'}"
        return f"Pair {self.number:02}" if self.kind is Kind.PAIR else self.party


_TARGET = re.compile(r"Pasangan calon (\d\d)|calon nomor (\d+)(?: (Partai \w+))?|(Partai \w+)")


def target(text: str) -> Target | None:
    """Read the key ``untuk``; None if it names nobody."""
    match = _TARGET.fullmatch(text)
    if not match:
        return None
    if match[1]:
        return Target(Kind.PAIR, number=int(match[1]))
    if match[2]:
        return Target(Kind.CANDIDATE, match[3] or "", int(match[2]))
    return Target(Kind.PARTY, match[4])


_53 = "pkpu-25-2023-53"
_PAIRS = "pkpu-25-2023-53-ppwp"
_LISTS = "pkpu-25-2023-53-dpr-dprd"
_KPU_LIST = "keterangan-kpu-materi-sah-dpr-dprd"
_SENATE = "pkpu-25-2023-53-dpd"
_55 = "pkpu-25-2023-55"
_EXAMPLES = "panduan-kpps-2024-contoh-tidak-sah"
_PARTIES = "pers-2024-beda-partai"
_SWAPPED = "keterangan-kpu-15-feb-2024-tertukar"
_CANCELLED = "keterangan-kpu-partai-dibatalkan"


class Rule(StrEnum):
    """The rules; the value says in a few words what each one is about."""

    UNSIGNED = "tanpa tanda tangan ketua"
    WRITING = "ada tulisan atau catatan"
    SCRIBBLE = "ada coretan"
    NO_TOOL = "tidak memakai alat coblos"
    BLANK = "tanpa coblosan"
    OUTSIDE = "semua coblosan di luar kolom"
    ONE_PAIR = "kolom satu pasangan"
    FOLD = "tembus lipatan di kolom satu pasangan"
    TWO_COLUMNS = "dua kolom berbeda"
    ONE_SENATOR = "satu coblosan di kolom satu calon DPD"
    OTHER_PROVINCE = "surat suara DPD provinsi lain"
    PARTY = "kolom partai saja"
    PARTY_OFTEN = "beberapa coblosan di kolom partai"
    PARTY_LINE = "garis kolom partai"
    EMPTY = "area kosong saja"
    CANDIDATE = "kolom satu calon"
    WITH_PARTY = "partai dan satu calonnya"
    PARTY_AND_SEVERAL = "partai dan beberapa calonnya"
    CANDIDATE_LINE = "garis antara dua calon separtai"
    GONE = "calon yang tidak lagi dapat dipilih"
    GONE_AND_ANOTHER = "calon yang tidak lagi dapat dipilih dan satu calon lain separtai"
    CANDIDATE_AND_EMPTY = "satu calon dan area kosong"
    TWO_PARTIES = "dua partai"
    OTHER_DISTRICT = "surat suara daerah pemilihan lain"
    CANCELLED = "partai yang dibatalkan"


#: The register rows that carry each rule: a case decided by it must cite one of them.
SOURCES: dict[Rule, tuple[str, ...]] = {
    Rule.UNSIGNED: (_53,),
    Rule.WRITING: (_55,),
    Rule.SCRIBBLE: (_EXAMPLES, _55),
    Rule.NO_TOOL: (_55, _EXAMPLES),
    Rule.BLANK: (_53,),
    Rule.OUTSIDE: (_EXAMPLES,),
    Rule.ONE_PAIR: (_PAIRS,),
    Rule.FOLD: (_PAIRS,),
    Rule.TWO_COLUMNS: (_EXAMPLES, _PAIRS),
    Rule.ONE_SENATOR: (_SENATE,),
    Rule.OTHER_PROVINCE: (_SWAPPED,),
    Rule.PARTY: (_LISTS,),
    Rule.PARTY_OFTEN: (_KPU_LIST,),
    Rule.PARTY_LINE: (_KPU_LIST,),
    Rule.EMPTY: (_KPU_LIST,),
    Rule.CANDIDATE: (_LISTS,),
    Rule.WITH_PARTY: (_LISTS,),
    Rule.PARTY_AND_SEVERAL: (_LISTS,),
    Rule.CANDIDATE_LINE: (_LISTS,),
    Rule.GONE: (_LISTS,),
    Rule.GONE_AND_ANOTHER: (_LISTS,),
    Rule.CANDIDATE_AND_EMPTY: (_LISTS,),
    Rule.TWO_PARTIES: (_PARTIES, _EXAMPLES),
    Rule.OTHER_DISTRICT: (_SWAPPED,),
    Rule.CANCELLED: (_CANCELLED,),
}


@dataclass(frozen=True)
class Ruling:
    """What a written rule says: for whom the vote counts, or invalid if for nobody."""

    rule: Rule
    target: Target | None = None

    @property
    def verdict(self) -> Verdict:
        """Valid exactly if it counts for somebody."""
        return Verdict.VALID if self.target else Verdict.INVALID


def decide(case: Case) -> Ruling | None:
    """Give what the written rules say about ``case``; None if none of them covers it."""
    hits = [hit(hole, case.layout) for hole in case.holes]
    if not case.ditandatangani:
        return Ruling(Rule.UNSIGNED)
    for mark, rule in ((Writing, Rule.WRITING), (Scribble, Rule.SCRIBBLE)):
        if _has(case, mark):
            return Ruling(rule)
    if _has(case, Burn) or _has(case, Tick):
        return None if hits else Ruling(Rule.NO_TOOL)
    if not hits:
        return Ruling(Rule.BLANK)
    if _has(case, Tear) or any(h.spot is Spot.UNCLEAR for h in hits):
        return None
    if all(h.spot is Spot.OUTSIDE for h in hits):
        return Ruling(Rule.OUTSIDE)
    if case.pemilihan is Election.PPWP:
        return _pairs(case, hits)
    if any(h.spot is Spot.OUTSIDE for h in hits) or _has(case, Fold):
        return None
    return _senators(case, hits) if case.pemilihan is Election.DPD else _parties(case, hits)


def _has(case: Case, mark: type) -> bool:
    return any(isinstance(found, mark) for found in case.tanda)


def _pairs(case: Case, hits: list[Hit]) -> Ruling | None:
    if any(h.spot is Spot.BETWEEN for h in hits):
        return None
    chosen = {column.number for h in hits for column in h.columns}
    if len(chosen) > 1:
        return Ruling(Rule.TWO_COLUMNS)
    counted = Target(Kind.PAIR, number=chosen.pop())
    if all(h.columns for h in hits):
        return Ruling(Rule.ONE_PAIR, counted)
    folds = [mark for mark in case.tanda if isinstance(mark, Fold)]
    images = opposite({(h.hole.x, h.hole.y) for h in hits if h.columns}, folds)
    through = all(is_near(h.hole, images) for h in hits if not h.columns)
    return Ruling(Rule.FOLD, counted) if through else None


def opposite(points: set[tuple[float, float]], folds: Iterable[Fold]) -> set[tuple[float, float]]:
    """Give ``points`` and what lies opposite them at one fold after the other."""
    for fold in folds:
        if fold.x is not None:
            points = points | {(2 * fold.x - x, y) for x, y in points}
        elif fold.y is not None:
            points = points | {(x, 2 * fold.y - y) for x, y in points}
    return points


def is_near(hole: Hole, points: Iterable[tuple[float, float]]) -> bool:
    """Whether ``hole`` lies where a fold-through would have left it."""
    return any(hypot(hole.x - x, hole.y - y) <= SYMMETRY for x, y in points)


def _senators(case: Case, hits: list[Hit]) -> Ruling | None:
    if _has_circumstance(case, Elsewhere):
        return Ruling(Rule.OTHER_PROVINCE)
    if any(h.spot is Spot.BETWEEN for h in hits):
        return None
    chosen = {column.number for h in hits for column in h.columns}
    if len(chosen) > 1:
        return Ruling(Rule.TWO_COLUMNS)
    plain = len(hits) == 1 and hits[0].spot is Spot.INSIDE
    if not plain or chosen & {number for _, number in _gone(case)}:
        return None
    return Ruling(Rule.ONE_SENATOR, Target(Kind.CANDIDATE, number=chosen.pop()))


def _has_circumstance(case: Case, kind: type) -> bool:
    return any(isinstance(found, kind) for found in case.keadaan)


def _gone(case: Case) -> set[tuple[str, int]]:
    """The candidates who cannot be elected any more, as (party, number)."""
    return {(f.partai, f.calon) for f in case.keadaan if isinstance(f, AboutCandidate)}


def _parties(case: Case, hits: list[Hit]) -> Ruling | None:
    parties = {column.party for h in hits for column in h.columns}
    if len(parties) > 1:
        between = any(h.spot is Spot.BETWEEN for h in hits)
        touched = {(column.party, column.number) for h in hits for column in h.columns}
        special = parties & set(_cancelled(case)) or touched & _gone(case)
        return None if between or special else Ruling(Rule.TWO_PARTIES)
    (party,) = parties
    if any(isinstance(f, WithoutList) and f.partai == party for f in case.keadaan):
        return None
    marked = _Marked.of(hits)
    if party in _cancelled(case):
        return Ruling(Rule.CANCELLED) if marked.is_party_only else None
    if _has_circumstance(case, Elsewhere):
        single = marked.is_party_only or (len(marked.candidates) == 1 and not marked.others)
        return Ruling(Rule.OTHER_DISTRICT, Target(Kind.PARTY, party)) if single else None
    return _one_party(party, marked, {number for name, number in _gone(case) if name == party})


def _cancelled(case: Case) -> Iterator[str]:
    """The parties cancelled on this ballot; on that of another level they stay participants."""
    for fact in case.keadaan:
        if isinstance(fact, Cancelled) and fact.tingkat is case.pemilihan:
            yield fact.partai


@dataclass(frozen=True)
class _Marked:
    """What is hit inside the box of one party.

    ``party`` counts the holes in its own column, ``candidates`` those in each candidate's.
    """

    party: int
    party_line: bool
    candidates: dict[int, int]
    empty: bool
    candidate_line: bool
    lines: bool
    """Whether a hole lies on a line that no written rule is about."""

    @classmethod
    def of(cls, hits: list[Hit]) -> _Marked:
        party, candidates = 0, dict[int, int]()
        party_line = empty = candidate_line = lines = False
        for found in hits:
            kinds = {column.kind for column in found.columns}
            if found.spot is Spot.BETWEEN:
                both = kinds == {Kind.CANDIDATE} and len(hits) == 1
                candidate_line, lines = candidate_line or both, lines or not both
            elif kinds == {Kind.PARTY}:
                party += 1
                party_line = party_line or found.spot is Spot.LINE
            elif found.spot is Spot.LINE:
                lines = True
            elif kinds == {Kind.EMPTY}:
                empty = True
            else:
                number = found.columns[0].number
                candidates[number] = candidates.get(number, 0) + 1
        return cls(party, party_line, candidates, empty, candidate_line, lines)

    @property
    def others(self) -> bool:
        """Whether anything but the columns of party and candidates is hit."""
        return self.empty or self.candidate_line or self.lines

    @property
    def is_party_only(self) -> bool:
        """Whether only the party's own column is hit."""
        return self.party > 0 and not self.candidates and not self.others


def _one_party(party: str, marked: _Marked, gone: set[int]) -> Ruling | None:
    """Apply the rules on holes inside the box of one party."""
    for_party = Target(Kind.PARTY, party)
    if marked.lines:
        return None
    if marked.candidate_line:
        return Ruling(Rule.CANDIDATE_LINE, for_party)
    if marked.is_party_only:
        if marked.party_line:
            return Ruling(Rule.PARTY_LINE, for_party) if marked.party == 1 else None
        return Ruling(Rule.PARTY if marked.party == 1 else Rule.PARTY_OFTEN, for_party)
    if marked.empty and not marked.candidates:
        return None if marked.party else Ruling(Rule.EMPTY, for_party)
    if marked.party_line:
        return None
    lost = gone & marked.candidates.keys()
    left = marked.candidates.keys() - gone
    if lost:
        return _with_gone(party, marked, len(lost), left)
    if len(left) > 1:
        rule = bool(marked.party) and not marked.empty
        return Ruling(Rule.PARTY_AND_SEVERAL, for_party) if rule else None
    chosen = Target(Kind.CANDIDATE, party, next(iter(left)))
    if marked.party and marked.empty:
        return None
    if marked.empty:
        return Ruling(Rule.CANDIDATE_AND_EMPTY, chosen)
    return Ruling(Rule.WITH_PARTY if marked.party else Rule.CANDIDATE, chosen)


def _with_gone(party: str, marked: _Marked, lost: int, left: set[int]) -> Ruling | None:
    """Apply the rules on a hole in the line of a candidate who cannot be elected any more."""
    if marked.empty or lost > 1:
        return None
    if not left:
        return Ruling(Rule.GONE, Target(Kind.PARTY, party))
    if len(left) == 1 and not marked.party:
        return Ruling(Rule.GONE_AND_ANOTHER, Target(Kind.CANDIDATE, party, next(iter(left))))
    return None
