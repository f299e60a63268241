"""``python -m scripts.content``: every check of pages, sources, terms, facts, translations."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts import coverage
from scripts.generate import read_taught
from scripts.glossary import terms
from scripts.legal import citations, register
from scripts.pages import wording
from scripts.pages.checks import check_page
from scripts.pages.source import read_all
from scripts.paths import DOCS, LANGUAGES, SOURCE_LANGUAGE, relative
from scripts.problems import Problem, only_errors, report
from scripts.translations.checks import check_language

#: What a citation, a term, a ballot case, a question and a voter card say of a source that the
#: register does not have.
_UNKNOWN_SOURCE = {"SUM001", "IST004", "SUR006", "SOA007", "SIM004"}


def check(docs: Path = DOCS) -> list[Problem]:
    """Give every problem of the pages below ``docs`` and of the data behind them.

    Generated pages cite sources too, so they are written first. While their data has errors they
    cannot be, and then nobody is told that sources or facts are missing.
    """
    taught, problems = read_taught(docs)
    complete = not only_errors(problems)
    if complete:
        taught.write(docs)
    known, glossary = taught.register, taught.terms
    problems += terms.check(known, glossary, docs)
    pages = {language: read_all(docs, language) for language in LANGUAGES}
    everything = [page for by_name in pages.values() for page in by_name.values()]
    for page in everything:
        problems += check_page(page)
        problems += citations.check_page(page, known)
        problems += wording.check_page(page, glossary.values())
    for language in LANGUAGES:
        if language != SOURCE_LANGUAGE:
            problems += check_language(pages[SOURCE_LANGUAGE], pages[language], language)
    if any(problem.code.startswith("DHK") for problem in only_errors(problems)):
        # A row that could not be read is not "unknown" in every place that cites it.
        problems = [problem for problem in problems if problem.code not in _UNKNOWN_SOURCE]
    if complete:
        written = [page for page in everything if page.cites]
        problems += citations.unused(known, written, relative(register.ENTRIES))
        problems += coverage.check(known, pages[SOURCE_LANGUAGE])
    return problems


def sources_line(docs: Path = DOCS) -> str:
    """Give one line: how many rules of the modules carry a source."""
    pages = [page for language in LANGUAGES for page in read_all(docs, language).values()]
    sourced, rules = citations.normative_share(page for page in pages if page.is_module)
    cited = {key for page in pages if page.cites for key in citations.cited_ids(page)}
    share = 100 * sourced / rules if rules else 0
    return f"aturan bersumber {sourced}/{rules} ({share:.0f} %), sumber dirujuk {len(cited)}"


if __name__ == "__main__":
    code = report(check())
    print(sources_line())
    print(coverage.summary())
    sys.exit(code)
