"""C.HASIL of a pack: what the ballots in the box and the figures of the TPS make it hold.

The rows and the seven identities are those of module 9 (register rows
``sirekap-2024-bagian-c-hasil``, ``sirekap-2024-kesamaan``, ``perbawaslu-1-2024-31``). Nothing here
reads a file or knows a language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scripts.ballots.layout import PAIRS, PARTIES, SENATORS, Election, Kind
from scripts.ballots.model import Case, Verdict
from scripts.ballots.rules import Target, target
from scripts.simulation.model import Heads, Pack

FIELDS = "sirekap-2024-bagian-c-hasil"
BETWEEN = "sirekap-2024-kesamaan"
IN_THE_BOX = "perbawaslu-1-2024-31"
#: The identities by their number in module 9 -> the register rows that carry each.
IDENTITIES: dict[int, tuple[str, ...]] = {
    1: (FIELDS,),
    2: (FIELDS,),
    3: (FIELDS,),
    4: (FIELDS,),
    5: (BETWEEN,),
    6: (FIELDS,),
    7: (BETWEEN, IN_THE_BOX),
}
#: Names the sheets in the box where a row of the form would stand.
BOX = "kotak"


@dataclass(frozen=True)
class Row:
    """A row for men, women and both; ``total`` is what was written, not what it should be."""

    l: int  # noqa: E741 (the form's own letter)
    p: int
    total: int


@dataclass(frozen=True)
class CHasil:
    """A filled-in C.HASIL of one election, part after part, and the sheets that were in the box."""

    election: Election
    listed: Row
    """I.A"""
    voted: tuple[Row, Row, Row, Row]
    """I.B.1 (DPT), I.B.2 (DPTb), I.B.3 (DPK), I.B.4 (all)"""
    received: int
    used: int
    returned: int
    unused: int
    disabled: Row
    votes: tuple[tuple[Target, int], ...]
    """Part IV, every row of the form in its order, also those without votes."""
    parties: tuple[tuple[str, int], ...]
    """B of every party; empty where voters choose no party."""
    valid: int
    invalid: int
    total: int
    box: int

    def of(self, party: str) -> Iterator[tuple[Target, int]]:
        """The rows A.1 and A.2 of one party."""
        return ((counted, votes) for counted, votes in self.votes if counted.party == party)


@dataclass(frozen=True)
class Equation:
    """``parts`` added up must give ``whole``; ``place`` says where on the form."""

    place: str
    parts: tuple[int, ...]
    whole: int

    @property
    def holds(self) -> bool:
        """Whether it is so."""
        return sum(self.parts) == self.whole

    def __str__(self) -> str:
        sign = "=" if self.holds else "≠"
        return f"{' + '.join(map(str, self.parts))} {sign} {self.whole}"


@dataclass(frozen=True)
class Identity:
    """One of the identities: its number in module 9 and the sums that it asks for."""

    number: int
    equations: tuple[Equation, ...]

    @property
    def holds(self) -> bool:
        """Whether every sum is right."""
        return all(equation.holds for equation in self.equations)

    @property
    def sources(self) -> tuple[str, ...]:
        """The register rows that carry it."""
        return IDENTITIES[self.number]


def rows(election: Election) -> tuple[Target, ...]:
    """Give the rows of part IV in the order of the form."""
    if election is Election.PPWP:
        return tuple(Target(Kind.PAIR, number=number) for number in range(1, len(PAIRS) + 1))
    if election is Election.DPD:
        return tuple(Target(Kind.CANDIDATE, number=number) for number in range(1, SENATORS + 1))
    return tuple(
        counted
        for party in PARTIES
        for counted in (
            Target(Kind.PARTY, party.name),
            *(Target(Kind.CANDIDATE, party.name, n) for n in range(1, party.candidates + 1)),
        )
    )


def count(sheets: Sequence[Case]) -> Counter[Target | None]:
    """Count what the ballots give: votes of each target, and invalid ones under None.

    A ballot whose verdict is open counts nowhere, so that the identities fail.
    """
    found: Counter[Target | None] = Counter()
    for case in sheets:
        if case.putusan is Verdict.VALID:
            found[target(case.untuk)] += 1
        elif case.putusan is Verdict.INVALID:
            found[None] += 1
    return found


def fill(pack: Pack, sheets: Sequence[Case]) -> CHasil:
    """Fill in the form from the ballots in the box and the figures of the TPS."""
    counted = count(sheets)
    votes = tuple((row, counted[row]) for row in rows(pack.pemilihan))
    names = [party.name for party in PARTIES] if pack.pemilihan.has_parties else []
    valid = sum(case.putusan is Verdict.VALID for case in sheets)
    lists = (pack.pengguna_dpt, pack.pengguna_dptb, pack.pengguna_dpk)
    everybody = Heads(l=sum(part.l for part in lists), p=sum(part.p for part in lists))
    dpt, dptb, dpk = (_row(part) for part in lists)
    return CHasil(
        election=pack.pemilihan,
        listed=_row(pack.dpt),
        voted=(dpt, dptb, dpk, _row(everybody)),
        received=pack.lembar.diterima,
        used=pack.lembar.digunakan,
        returned=pack.lembar.dikembalikan,
        unused=pack.lembar.tidak_digunakan,
        disabled=_row(pack.disabilitas),
        votes=votes,
        parties=tuple((name, sum(n for row, n in votes if row.party == name)) for name in names),
        valid=valid,
        invalid=counted[None],
        total=valid + counted[None],
        box=len(sheets),
    )


def _row(heads: Heads) -> Row:
    return Row(heads.l, heads.p, heads.total)


def identities(form: CHasil) -> tuple[Identity, ...]:
    """Test the identities of module 9; the fourth only where voters choose parties."""
    voted = form.voted[3]
    numbered = (
        (1, tuple(_across(form))),
        (2, tuple(_down(form))),
        (3, (Equation("II", (form.used, form.returned, form.unused), form.received),)),
        (4, tuple(_in_parties(form))),
        (5, (Equation("IV = V.A", _part_four(form), form.valid),)),
        (6, (Equation("V", (form.valid, form.invalid), form.total),)),
        (
            7,
            (
                Equation("I.B.4 = II.2", (voted.total,), form.used),
                Equation("II.2 = V.C", (form.used,), form.total),
                Equation(f"I.B.4 = {BOX}", (voted.total,), form.box),
            ),
        ),
    )
    return tuple(Identity(number, equations) for number, equations in numbered if equations)


def _across(form: CHasil) -> Iterator[Equation]:
    """Every row of parts I and III: L + P."""
    named = [("I.A", form.listed)]
    named += [(f"I.B.{number}", row) for number, row in enumerate(form.voted, 1)]
    for place, row in [*named, ("III", form.disabled)]:
        yield Equation(place, (row.l, row.p), row.total)


def _down(form: CHasil) -> Iterator[Equation]:
    """Part I.B: the columns L, P and total."""
    *lists, everybody = form.voted
    yield Equation("L", tuple(row.l for row in lists), everybody.l)
    yield Equation("P", tuple(row.p for row in lists), everybody.p)
    yield Equation("L + P", tuple(row.total for row in lists), everybody.total)


def _in_parties(form: CHasil) -> Iterator[Equation]:
    for party, written in form.parties:
        yield Equation(party, tuple(votes for _, votes in form.of(party)), written)


def _part_four(form: CHasil) -> tuple[int, ...]:
    """Add parties by their B, pairs and DPD candidates row by row."""
    return tuple(votes for _, votes in form.parties or form.votes)
