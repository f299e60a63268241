"""``python -m scripts.coverage``: which page teaches each verified fact, and why some are left out.

``data/fakta.csv`` has one row a fact: its grade, the Indonesian pages that teach it (paths below
``docs/id``, separated by spaces) or, if there is none, the reason.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts import facts, records
from scripts.facts import COUNTS, Fact
from scripts.legal import register
from scripts.legal.citations import cited_ids
from scripts.legal.register import Grade, Register
from scripts.pages.source import Page, read_all
from scripts.paths import DATA, DOCS, SOURCE_LANGUAGE, relative
from scripts.problems import Problem, report
from scripts.records import Row

LIST = DATA / "fakta.csv"

_COLUMNS = records.Columns(
    ("fakta", "mutu", "halaman", "alasan"), {"halaman", "alasan"}, "FAK001", "FAK002"
)
#: How a reason begins that only a fact of grade C may have.
_DOUBTFUL = "mutu c"


@dataclass(frozen=True)
class Covered:
    """What became of one fact: the pages that teach it, or the reason why none does."""

    fact: Fact
    grade: Grade
    pages: tuple[str, ...]
    reason: str
    row: Row


def load(path: Path = LIST) -> tuple[dict[Fact, Covered], list[Problem]]:
    """Read the list. Gives what could be read and every problem (codes FAK001–FAK004)."""
    problems: list[Problem] = []
    found: dict[Fact, Covered] = {}
    for row in records.read(path, _COLUMNS, problems):
        fact = _fact(row, found, problems)
        wrong = list(_row_problems(row))
        problems += wrong
        if fact and not wrong:
            pages = tuple(row.cells["halaman"].split())
            grade = Grade(row.cells["mutu"])
            found[fact] = Covered(fact, grade, pages, row.cells["alasan"], row)
    return found, problems


def _fact(row: Row, found: Mapping[Fact, Covered], problems: list[Problem]) -> Fact | None:
    name = row.cells["fakta"]
    try:
        (fact,) = facts.parse(name)
    except ValueError:
        message = f"`{name}` bukan satu fakta; tulis seperti `kpps 45`."
    else:
        if not 1 <= fact.number <= COUNTS[fact.file]:
            message = (
                f"`{name}`: nomor fakta {fact.file} berjalan dari 1 sampai {COUNTS[fact.file]}."
            )
        elif fact in found:
            message = f"`{name}` sudah ada di baris {found[fact].row.line}."
        else:
            return fact
    problems.append(row.problem("fakta", "FAK003", message))
    return None


def _row_problems(row: Row) -> Iterator[Problem]:
    grade, pages, reason = (row.cells[name] for name in ("mutu", "halaman", "alasan"))
    if grade not in Grade.__members__:
        yield row.problem("mutu", "FAK002", f"Mutu `{grade}` harus A, B, atau C.")
    if bool(pages) == bool(reason):
        message = (
            "Isi salah satu saja: `halaman` yang mengajarkannya, atau `alasan` tidak diajarkan."
        )
        yield row.problem("halaman", "FAK004", message)
    if grade != Grade.C and reason.lower().startswith(_DOUBTFUL):
        message = f"Alasan «{reason}» hanya untuk fakta bermutu C; fakta ini bermutu {grade}."
        yield row.problem("alasan", "FAK004", message)


def check(known: Register, pages: Mapping[str, Page], path: Path = LIST) -> Iterator[Problem]:
    """Yield every problem of the list, and every fact that is not where the list says (FAK005).

    ``pages`` are the Indonesian pages by name.
    """
    covered, problems = load(path)
    yield from problems
    if not problems:
        yield from _missing(covered, path)
    taught = {name: _taught(known, page) for name, page in pages.items()}
    for item in covered.values():
        for name in item.pages:
            if name not in taught:
                message = f"Halaman `{name}` tidak ada di docs/{SOURCE_LANGUAGE}."
            elif item.fact not in taught[name]:
                message = (
                    f"`{name}` tidak merujuk sumber yang memuat {item.fact}; rujuk di sana "
                    "sumber yang kolom `fakta`-nya memuatnya, atau betulkan `halaman`."
                )
            else:
                continue
            yield item.row.problem("halaman", "FAK005", message)


def _missing(covered: Mapping[Fact, Covered], path: Path) -> Iterator[Problem]:
    for file, count in COUNTS.items():
        absent = [n for n in range(1, count + 1) if Fact(file, n) not in covered]
        if absent:
            message = f"Fakta {file} {', '.join(map(str, absent[:10]))} belum ada dalam daftar."
            yield Problem(relative(path), 1, 1, "FAK003", message)


def _taught(known: Register, page: Page) -> set[Fact]:
    """The facts of every source that ``page`` cites."""
    cited = (known.entries.get(key) for key in cited_ids(page))
    return {fact for entry in cited if entry for fact in entry.facts}


def summary(path: Path = LIST) -> str:
    """Give one line: how many facts are taught, by grade."""
    covered, _ = load(path)
    every = Counter(str(item.grade) for item in covered.values())
    taught = Counter(str(item.grade) for item in covered.values() if item.pages)
    grades = ", ".join(f"{grade} {taught[grade]}/{every[grade]}" for grade in sorted(every))
    return f"fakta diajarkan {sum(taught.values())}/{sum(every.values())} (mutu {grades})"


if __name__ == "__main__":
    code = report(list(check(register.load()[0], read_all(DOCS, SOURCE_LANGUAGE))))
    print(summary())
    sys.exit(code)
