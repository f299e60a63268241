"""``python -m scripts.generate``: write every page that is made from data (schedule, guide,
ballot cases, glossary, curriculum, sources)."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts import ballots, schedule
from scripts.ballots.model import Case
from scripts.curriculum import modules
from scripts.curriculum import pages as curriculum_pages
from scripts.glossary import pages as glossary_pages
from scripts.glossary import terms
from scripts.legal import pages as legal_pages
from scripts.legal import register
from scripts.paths import DATA, DOCS, relative, write_if_changed
from scripts.problems import Problem, only_errors
from scripts.schedule import guide


class GenerationError(Exception):
    """The data has errors; nothing was written. ``problems`` says where."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in sorted(problems)))


@dataclass(frozen=True)
class Taught:
    """The data behind the pages that teach: sources, terms, KPU's modules, ballot cases."""

    register: register.Register
    terms: Mapping[str, terms.Term]
    kpu: Sequence[modules.KpuModule]
    cases: Sequence[Case]

    def write(self, docs: Path) -> list[Path]:
        """Write the pages made from it below ``docs``; give the files that changed."""
        written = glossary_pages.build(self.terms.values(), self.register, docs)
        written += curriculum_pages.build(self.kpu, self.register, docs)
        written += ballots.build(self.cases, self.register, docs)
        return written + legal_pages.build(self.register, docs)  # last: it lists pages that cite


def read_taught() -> tuple[Taught, list[Problem]]:
    """Read the data behind the pages that teach; gives what could be read and every problem."""
    known, problems = register.load()
    glossary, in_terms = terms.load()
    kpu, in_kpu = modules.kpu_modules()
    cases, in_cases = ballots.load(known)
    return Taught(known, glossary, kpu, cases), [*problems, *in_terms, *in_kpu, *in_cases]


def generate(docs: Path = DOCS, today: date | None = None) -> list[Path]:
    """Write all generated pages below ``docs``; give the files that changed.

    Raises GenerationError, before anything is written, if the data has errors.
    """
    taught, problems = read_taught()
    if errors := only_errors(problems):
        raise GenerationError(errors)
    try:
        written = schedule.build(DATA / "jadwal", docs, today)
    except schedule.ScheduleError as failure:
        raise GenerationError(only_errors(failure.problems) or failure.problems) from failure
    for name, text in guide.render().items():
        if write_if_changed(docs / name, text):
            written.append(docs / name)
    return written + taught.write(docs)


def main() -> int:
    """Command line; gives the exit code."""
    try:
        written = generate()
    except GenerationError as failure:
        print(failure, file=sys.stderr)
        return 1
    for path in written:
        print(relative(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
