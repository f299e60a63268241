"""What is wrong in a contributor's file, said the same way by every check."""

from collections.abc import Iterable
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


#: What pydantic finds -> how it is said to a contributor; {…} are pydantic's own details.
REASONS = {
    "missing": "belum ada",
    "extra_forbidden": "tidak dikenal",
    "string_too_short": "terlalu pendek, sedikitnya {min_length} huruf",
    "string_too_long": "terlalu panjang, paling banyak {max_length} huruf",
    "string_type": "harus teks; apit dengan tanda kutip",
    "enum": "bukan nilai yang dikenal; pilihannya: {expected}",
    "literal_error": "bukan nilai yang dikenal; pilihannya: {expected}",
    "bool_parsing": "harus true atau false",
    "bool_type": "harus true atau false",
    "int_type": "harus bilangan bulat",
    "int_parsing": "harus bilangan bulat",
    "list_type": "harus daftar",
    "tuple_type": "harus daftar",
    "too_short": "sedikitnya {min_length} butir",
    "too_long": "paling banyak {max_length} butir",
    "greater_than": "harus lebih besar dari {gt}",
    "greater_than_equal": "paling kecil {ge}",
    "less_than_equal": "paling besar {le}",
    "date_type": "harus tanggal seperti 2026-11-24",
    "date_parsing": "harus tanggal seperti 2026-11-24",
    "date_from_datetime_parsing": "harus tanggal seperti 2026-11-24",
    "model_type": "harus berisi kunci dan nilai",
    "model_attributes_type": "harus berisi kunci dan nilai",
}


def only_errors(problems: Iterable[Problem]) -> list[Problem]:
    """Give those that stop a build."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def report(problems: list[Problem]) -> int:
    """Print ``problems`` sorted by place; give the exit code (1 if any is an error)."""
    for problem in sorted(problems):
        print(problem)
    return int(bool(only_errors(problems)))
