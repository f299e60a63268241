"""``python -m scripts.generate``: write every page that is made from data (schedule, guide,
ballot cases, glossary, curriculum, sources)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from scripts import ballots, schedule
from scripts.curriculum import modules
from scripts.curriculum import pages as curriculum_pages
from scripts.glossary import pages as glossary_pages
from scripts.glossary import terms
from scripts.legal import pages as legal_pages
from scripts.legal import register
from scripts.paths import DATA, DOCS, relative, write_if_changed
from scripts.problems import Problem, Severity
from scripts.schedule import guide


class GenerationError(Exception):
    """The data has errors; nothing was written. ``problems`` says where."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in sorted(problems)))


def generate(docs: Path = DOCS, today: date | None = None) -> list[Path]:
    """Write all generated pages below ``docs``; give the files that changed.

    Raises GenerationError, before anything is written, if the data has errors.
    """
    known, problems = register.load()
    glossary, found = terms.load()
    problems += found
    kpu, found = modules.kpu_modules()
    problems += found
    cases, found = ballots.load(known)
    problems += found
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        raise GenerationError(errors)
    try:
        written = schedule.build(DATA / "jadwal", docs, today)
    except schedule.ScheduleError as failure:
        errors = [p for p in failure.problems if p.severity is Severity.ERROR]
        raise GenerationError(errors or failure.problems) from failure
    for name, text in guide.render().items():
        if write_if_changed(docs / name, text):
            written.append(docs / name)
    written += glossary_pages.build(glossary.values(), known, docs)
    written += curriculum_pages.build(kpu, known, docs)
    written += ballots.build(cases, known, docs)
    return written + legal_pages.build(known, docs)  # last: it lists the pages that cite


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
