"""What is wrong in a contributor's file, said the same way by every check."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is; the value is the word contributors read."""

    ERROR = "galat"
    WARNING = "peringatan"


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. ``line`` and ``column`` count from 1; ``code`` never changes its meaning.

    ``message`` is Indonesian and says what is wrong, what was expected and how to mend it.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.severity}: {self.message}"


def report(problems: list[Problem]) -> int:
    """Print ``problems`` sorted by place; give the exit code (1 if any is an error)."""
    for problem in sorted(problems):
        print(problem)
    return int(any(problem.severity is Severity.ERROR for problem in problems))
