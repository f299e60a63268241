"""What is wrong in a schedule file, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.problems import Problem
from scripts.schedule.codes import CODES, PAGE
from scripts.schedule.privacy import mask

MAX_SHOWN = 60
"""Longest piece of a cell that a message repeats."""


@dataclass(frozen=True)
class ScheduleProblem(Problem):
    """A finding in a schedule file; sorts with every other `Problem` by place.

    `field` is the column of the table ("" for a whole row or file), `cell` its text, already
    masked; `expected` says what would be right and `suggestion` how to mend it. `message` holds
    all of them as one sentence for a person.
    """

    field: str = ""
    cell: str = ""
    expected: str = ""
    suggestion: str = ""

    @property
    def anchor(self) -> str:
        """Where the site explains the code, relative to its root."""
        return f"{PAGE}#{self.code.lower()}"

    def __lt__(self, other: Problem) -> bool:
        return _place(self) < _place(other)

    def __gt__(self, other: Problem) -> bool:
        return _place(self) > _place(other)


class ScheduleError(Exception):
    """The data have errors, so nothing was written. `problems` holds all of them, sorted."""

    def __init__(self, problems: Iterable[ScheduleProblem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def make(
    place: tuple[str, int, int],
    code: str,
    wrong: str,
    *,
    field: str = "",
    cell: str = "",
    expected: str = "",
    suggestion: str = "",
) -> ScheduleProblem:
    """Give the problem `code` at `place` (file, line, column).

    `wrong` says what is wrong as a clause without a full stop; `cell` is the raw text.
    """
    parts = [f"kolom {field}: {wrong}." if field else f"{wrong}."]
    if expected:
        parts.append(f"Seharusnya: {expected}.")
    if suggestion:
        parts.append(suggestion if suggestion.endswith("?") else f"{suggestion}.")
    return ScheduleProblem(
        *place,
        code,
        " ".join(parts),
        CODES[code].severity,
        field=field,
        cell=mask(cell),
        expected=expected,
        suggestion=suggestion,
    )


def show(text: str) -> str:
    """Give `text` fit for a message: quoted, personal data masked, short, on one line."""
    safe = mask(text)
    short = safe if len(safe) <= MAX_SHOWN else safe[:MAX_SHOWN] + "…"
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short) + '"'


def _place(problem: Problem) -> tuple[str, int, int, str, str]:
    return problem.file, problem.line, problem.column, problem.code, problem.message
