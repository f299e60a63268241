"""``python -m scripts.generate``: write every page that is made from data (schedule, guide,
ballot cases, glossary, curriculum, questions, simulations, session plans, sources)."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scripts import ballots, questions, schedule, sessions, simulation
from scripts.ballots.model import Case
from scripts.curriculum import modules
from scripts.curriculum import pages as curriculum_pages
from scripts.glossary import pages as glossary_pages
from scripts.glossary import terms
from scripts.legal import pages as legal_pages
from scripts.legal import register
from scripts.paths import DATA, DOCS, relative, write_if_changed
from scripts.problems import Problem, only_errors
from scripts.questions.model import Bank
from scripts.schedule import guide
from scripts.sessions.model import Plan
from scripts.simulation.model import Simulation


class GenerationError(Exception):
    """The data has errors; nothing was written. ``problems`` says where."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in sorted(problems)))


@dataclass(frozen=True)
class Taught:
    """The data behind the pages that teach and that help to teach."""

    register: register.Register
    terms: Mapping[str, terms.Term]
    kpu: Sequence[modules.KpuModule]
    cases: Sequence[Case]
    bank: Bank
    simulation: Simulation
    plans: Sequence[Plan]

    def write(self, docs: Path) -> list[Path]:
        """Write the pages made from it below ``docs``; give the files that changed."""
        written = glossary_pages.build(self.terms.values(), self.register, docs)
        written += curriculum_pages.build(self.kpu, self.register, docs)
        written += ballots.build(self.cases, self.register, docs)
        written += questions.build(self.bank, self.register, docs)
        written += simulation.build(self.simulation, self.register, docs)
        written += sessions.build(self.plans, self.register, docs)  # names sections of all of them
        return written + legal_pages.build(self.register, docs)  # last: it lists pages that cite


def read_taught(docs: Path = DOCS) -> tuple[Taught, list[Problem]]:
    """Read the data behind the pages that teach; gives what could be read and every problem.

    Sections that questions and plans name are looked for in the pages below ``docs``.
    """
    known, problems = register.load()
    glossary, in_terms = terms.load()
    kpu, in_kpu = modules.kpu_modules()
    cases, in_cases = ballots.load(known)
    bank, in_bank = questions.load(known, docs)
    simulated, in_simulation = simulation.load(known, cases)
    plans, in_plans = sessions.load(docs)
    taught = Taught(known, glossary, kpu, cases, bank, simulated, plans)
    facilitating = [*in_bank, *in_simulation, *in_plans]
    return taught, [*problems, *in_terms, *in_kpu, *in_cases, *facilitating]


def generate(docs: Path = DOCS, today: date | None = None) -> list[Path]:
    """Write all generated pages below ``docs``; give the files that changed.

    Raises GenerationError, before anything is written, if the data has errors.
    """
    taught, problems = read_taught(docs)
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
