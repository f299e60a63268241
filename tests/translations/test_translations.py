"""Translations: missing, behind, or different from the Indonesian page."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.pages.source import Page
from scripts.problems import Severity
from scripts.translations.__main__ import accept, status
from scripts.translations.checks import check_language, check_pair, numbers
from scripts.translations.digest import digest
from tests.pages.test_page_source import page

SOURCE = """---
title: Contoh
description: Uraian
---
# Contoh

## Jam buka

Pukul 07.00, Rp1.200.000 ([PKPU](../referensi/dasar-hukum.md#pkpu-5)).

!!! danger "Keliru"
    Isi 2.

| a | b |
|---|---|
| 1 | 2 |
"""
TRANSLATION = """---
title: Example
description: Text
terjemahan_dari: "{digest}"
---
# Example

## Opening hours {{ #jam-buka }}

At 07:00, IDR 1,200,000 ([PKPU](../referensi/dasar-hukum.md#pkpu-5)).

!!! danger "Wrong"
    Content 2.

| a | b |
|---|---|
| 1 | 2 |
"""


def pair(old: str = "", new: str = "") -> tuple[Page, Page]:
    source = page(SOURCE, "contoh.md")
    text = TRANSLATION.format(digest=digest(source))
    assert old in text
    return source, page(text.replace(old, new, 1) if old else text, "contoh.md", "en")


def test_a_faithful_translation_has_no_problem() -> None:
    assert not list(check_pair(*pair()))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("{ #jam-buka }", "", "TER005"),
        ("## Opening hours { #jam-buka }", "", "TER004"),
        ("## Opening hours", "### Opening hours", "TER004"),
        ("!!! danger", "!!! note", "TER004"),
        ("| 1 | 2 |\n", "| 1 | 2 |\n| 1 | 2 |\n", "TER004"),
        ("#pkpu-5", "#pkpu-6", "TER006"),
        ("07:00", "08:00", "TER006"),
        ("1,200,000", "1,300,000", "TER006"),
    ],
)
def test_each_difference_is_found(old: str, new: str, code: str) -> None:
    problems = list(check_pair(*pair(old, new)))
    assert code in {problem.code for problem in problems}
    assert all(problem.severity is Severity.ERROR for problem in problems)


def test_a_stale_translation_is_a_warning_that_gives_the_digest() -> None:
    source, translation = pair()
    changed = page(SOURCE + "\nKalimat baru tanpa angka.\n", "contoh.md")
    (problem,) = check_pair(changed, translation)
    assert (problem.code, problem.severity) == ("TER002", Severity.WARNING)
    assert digest(changed) in problem.message
    assert digest(changed) != digest(source)


def test_a_changed_figure_must_change_in_both_languages_even_when_english_is_behind() -> None:
    _, translation = pair()
    changed = page(SOURCE.replace("07.00", "08.00"), "contoh.md")
    assert [problem.code for problem in check_pair(changed, translation)] == ["TER002", "TER006"]


def test_digest_ignores_what_no_translator_sees() -> None:
    source = page(SOURCE, "contoh.md")
    same = SOURCE.replace("## Jam buka\n\n", "## Jam buka  \n\n\n\n")
    same = same.replace(
        "description: Uraian", "description: Uraian\nditinjau: 2027-01-01\ntags: [x]"
    )
    assert digest(page(same, "contoh.md")) == digest(source)
    assert digest(page(SOURCE.replace("Uraian", "Lain"), "contoh.md")) != digest(source)


def test_missing_and_orphaned_pages() -> None:
    source, translation = pair()
    missing = list(check_language({"contoh.md": source}, {}, "en"))
    assert [(p.code, p.severity) for p in missing] == [("TER001", Severity.WARNING)]
    orphan = list(check_language({}, {"contoh.md": translation}, "en"))
    assert [(p.code, p.severity) for p in orphan] == [("TER003", Severity.ERROR)]


def test_numbers_are_compared_as_readers_see_them() -> None:
    text = "1. Pukul 07.00\n2. Rp1.200.000 dan 2,5 % ([x](y.md#pasal-26)) { #a-1 }"
    assert dict(numbers(page(text))) == {"07.00": 1, "1.200.000": 1, "2.5": 1}


def test_accept_writes_the_digest_and_nothing_else(tmp_path: Path) -> None:
    for language, text in (("id", SOURCE), ("en", TRANSLATION.format(digest="00000000"))):
        path = tmp_path / language / "contoh.md"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    assert status(tmp_path) == "en  tertinggal  contoh.md"
    target = tmp_path / "en" / "contoh.md"
    value = accept(target, tmp_path)
    expected = TRANSLATION.format(digest=value)
    assert target.read_text(encoding="utf-8") == expected
    assert status(tmp_path) == "en  lengkap     contoh.md"
    (tmp_path / "en" / "contoh.md").unlink()
    assert status(tmp_path) == "en  belum ada   contoh.md"
