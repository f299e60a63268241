"""The bars of the content itself: complete, in both languages, every rule traceable."""

from __future__ import annotations

import dataclasses

import pytest

from scripts import content, coverage, facts
from scripts.generate import read_taught
from scripts.glossary import terms
from scripts.legal import register
from scripts.legal.citations import cited_ids
from scripts.pages.source import read_all
from scripts.paths import DOCS, LANGUAGES
from scripts.problems import Problem, Severity
from scripts.reading_ease import MAX_WORDS, measure_all
from scripts.translations.checks import numbers
from tests.conftest import page_urls

page_urls()  # writes the generated pages
PAGES = {language: read_all(DOCS, language) for language in LANGUAGES}
WRITTEN = [
    page for pages in PAGES.values() for page in pages.values() if not page.data_behind
]  # fmt: skip


def test_nothing_is_wrong_with_pages_sources_terms_facts_and_translations() -> None:
    errors = [str(problem) for problem in content.check() if problem.severity is Severity.ERROR]
    assert not errors


def test_one_mistake_in_the_data_is_not_buried_under_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pages that cannot be made cite nothing: their sources are not called unused then."""
    taught, problems = read_taught()
    mistake = Problem("data/istilah.csv", 2, 1, "IST002", "Kolom `arti` kosong.")
    empty = dataclasses.replace(taught, terms={}, cases=[])
    monkeypatch.setattr(content, "read_taught", lambda docs: (empty, [*problems, mistake]))
    errors = [problem for problem in content.check() if problem.severity is Severity.ERROR]
    assert errors == [mistake]


def test_a_row_that_cannot_be_read_is_one_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    taught, problems = read_taught()
    entries = dict(taught.register.entries)
    broken = entries.pop("pkpu-25-2023-53")
    mistake = Problem("data/dasar-hukum.csv", broken.line, 1, "DHK002", "Kolom `mutu` kosong.")
    without = dataclasses.replace(
        taught, register=dataclasses.replace(taught.register, entries=entries)
    )
    monkeypatch.setattr(content, "read_taught", lambda docs: (without, [*problems, mistake]))
    errors = [problem for problem in content.check() if problem.severity is Severity.ERROR]
    assert errors == [mistake]


def test_the_curriculum_is_complete_in_both_languages() -> None:
    for pages in PAGES.values():
        modules = sorted(name[6:8] for name in pages if name.startswith("modul/") and name[6] < "a")
        assert modules == [f"{number:02}" for number in range(1, 15)]
        aids = {name for name in pages if name.startswith("peran/")} - {"peran/index.md"}
        assert len(aids) == 8


def test_every_rule_can_be_traced() -> None:
    known, _ = register.load()
    cited = {key for pages in PAGES.values() for p in pages.values() for key in cited_ids(p)}
    assert cited <= known.entries.keys()
    assert len(cited) >= 250


def test_every_fact_is_accounted_for() -> None:
    covered, problems = coverage.load()
    assert not problems
    assert len(covered) == sum(facts.COUNTS.values())
    certain = [item for item in covered.values() if item.grade != "C"]
    taught = [item for item in certain if item.pages]
    # Left out are only facts that concern neither KPPS members nor facilitators.
    assert len(taught) >= 0.9 * len(certain)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: f"{page.language}/{page.name}")
def test_a_page_says_enough(page) -> None:
    if not page.name.startswith(("peran/", "fasilitator/lembar/")):  # made to fit on a sheet
        assert len(page.body.split()) >= 300


def test_figures_are_the_same_in_both_languages() -> None:
    different = {
        name: (
            numbers(page) - numbers(PAGES["en"][name]),
            numbers(PAGES["en"][name]) - numbers(page),
        )
        for name, page in PAGES["id"].items()
        if not page.data_behind and numbers(page) != numbers(PAGES["en"][name])
    }
    assert not different


def test_sentences_are_short() -> None:
    slow = {
        e.page.name: e.words_a_sentence for e in measure_all() if e.words_a_sentence > MAX_WORDS
    }
    assert not slow


def test_the_glossary_is_rich_and_bilingual() -> None:
    known, problems = terms.load()
    assert not problems
    assert len(known) >= 60
    assert all(term.meaning[language] for term in known.values() for language in LANGUAGES)


def test_questions_and_misconceptions_are_many_and_linkable() -> None:
    for pages in PAGES.values():
        questions = [h for h in pages["referensi/tanya-jawab.md"].headings if h.level == 3]
        assert len(questions) >= 80
        beliefs = [h for h in pages["referensi/salah-kaprah.md"].headings if h.level == 3]
        assert len(beliefs) >= 25
