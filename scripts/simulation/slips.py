"""Slips that a pack invites: which of its sheets are often counted wrongly, and in what way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scripts.ballots.model import Case
from scripts.ballots.rules import Rule, Spot, decide, hit


class Slip(StrEnum):
    """What people get wrong about a ballot."""

    UNSIGNED = "tanpa tanda tangan, dihitung sah"
    OFTEN = "beberapa lubang, dihitung tidak sah"
    ON_LINE = "kena garis, dihitung tidak sah"
    TWICE = "partai dan calon, dicatat dua kali"
    TO_CANDIDATE = "partai dan beberapa calon, dicatat pada calon"
    STILL_PARTY = "suara partai, dihitung tidak sah"
    ELSEWHERE = "dapil lain, dicatat pada calon"
    BLANK = "tanpa coblosan, tidak dihitung"


#: How a slip changes V.C: one more vote for each sheet, one less, or none.
EFFECT = {Slip.TWICE: 1, Slip.BLANK: -1}

_OFTEN = {Rule.ONE_PAIR, Rule.FOLD, Rule.PARTY_OFTEN, Rule.CANDIDATE}
_STILL_PARTY = {Rule.GONE, Rule.EMPTY}


@dataclass(frozen=True)
class Trap:
    """A slip and the numbers of the sheets that invite it."""

    slip: Slip
    sheets: tuple[int, ...]
    sources: tuple[str, ...]


def traps(sheets: Sequence[Case]) -> list[Trap]:
    """Give the slips that ``sheets`` (number 1 first) invite, in the order of ``Slip``."""
    found = []
    for slip, invites in _INVITES.items():
        numbers = tuple(number for number, case in enumerate(sheets, 1) if invites(case))
        sources = dict.fromkeys(key for number in numbers for key in sheets[number - 1].sumber)
        if numbers:
            found.append(Trap(slip, numbers, tuple(sources)))
    return found


def _rule(case: Case) -> Rule | None:
    ruling = decide(case)
    return ruling.rule if ruling else None


def _has_line(case: Case) -> bool:
    return any(hit(hole, case.layout).spot in (Spot.LINE, Spot.BETWEEN) for hole in case.holes)


def _is_valid(case: Case) -> bool:
    ruling = decide(case)
    return bool(ruling and ruling.target)


_INVITES: dict[Slip, Callable[[Case], bool]] = {
    Slip.UNSIGNED: lambda case: not case.ditandatangani,
    Slip.OFTEN: lambda case: len(case.holes) > 1 and _rule(case) in _OFTEN,
    Slip.ON_LINE: lambda case: _is_valid(case) and _has_line(case),
    Slip.TWICE: lambda case: _rule(case) is Rule.WITH_PARTY,
    Slip.TO_CANDIDATE: lambda case: _rule(case) is Rule.PARTY_AND_SEVERAL,
    Slip.STILL_PARTY: lambda case: _is_valid(case) and _rule(case) in _STILL_PARTY,
    Slip.ELSEWHERE: lambda case: _rule(case) is Rule.OTHER_DISTRICT,
    Slip.BLANK: lambda case: _rule(case) is Rule.BLANK,
}
