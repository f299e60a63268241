"""The verified facts behind the pages, and the list that says where each is taught.

A fact is a numbered line of the research files (``kpps 45``). The files are not part of this
repository; ``data/fakta.csv`` holds the number and grade of every one, with the pages that teach it
or the reason why none does. A page teaches a fact when it cites a row of the register that carries
it (column ``fakta`` of ``data/dasar-hukum.csv``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

#: The research files whose lines are numbered facts, and how many each holds.
COUNTS = {"kpps": 197, "pemungutan": 198, "penghitungan": 200, "bimtek": 104, "tambahan": 98}

_PART = re.compile(r"([a-z-]+)(?: (.+))?")
_RANGE = re.compile(r"(\d+)(?:[-–](\d+))?")
#: Lists at the end of a research file: conflicts and traps, what was not found.
_LIST = re.compile(r"traps|[TN]\d+")


class Fact(NamedTuple):
    """One fact: the research file it stands in and its number there."""

    file: str
    number: int

    def __str__(self) -> str:
        return f"{self.file} {self.number}"


def parse(text: str) -> set[Fact]:
    """Give the facts that a cell names: ``kpps 62-68, 70, T3; tambahan 8``; none if it is empty.

    Its lists of traps and other sources (``jadwal-nyata 6``) may be named too; they are no facts.
    Raises ValueError with the part that cannot be read.
    """
    found = set()
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        named = _PART.fullmatch(part)
        if not named:
            raise ValueError(part)
        for piece in filter(None, (named[2] or "").split(",")):
            numbers = _RANGE.fullmatch(piece.strip())
            if numbers and named[1] in COUNTS:
                first, last = int(numbers[1]), int(numbers[2] or numbers[1])
                found |= {Fact(named[1], number) for number in range(first, last + 1)}
            elif not numbers and not _LIST.fullmatch(piece.strip()):
                raise ValueError(part)
    return found
