"""Checks of translations against the Indonesian pages (codes TER001–TER006).

Missing and stale translations are warnings: whoever corrects an Indonesian sentence must not be
stopped by English. A translation whose shape, anchors, sources or figures differ is an error, stale
or not: a changed hour or article is changed in both languages, which needs no English.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scripts.pages.source import Page
from scripts.paths import relative
from scripts.problems import Problem, Severity
from scripts.translations.digest import digest, is_stale

_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
_CITATION = re.compile(r"dasar-hukum\.md#([\w-]+)")


def check_language(
    sources: dict[str, Page], translations: dict[str, Page], language: str
) -> Iterator[Problem]:
    """Yield every problem of one language's pages against the Indonesian ones."""
    for name, source in sources.items():
        if source.data_behind:
            continue
        if translation := translations.get(name):
            yield from check_pair(source, translation)
        else:
            message = f"Belum ada terjemahan `docs/{language}/{name}`."
            yield Problem(relative(source.path), 1, 1, "TER001", message, Severity.WARNING)
    for name, translation in translations.items():
        if name not in sources:
            message = f"Tidak ada halaman Indonesia `docs/id/{name}`; pindahkan atau hapus."
            yield Problem(relative(translation.path), 1, 1, "TER003", message)


def check_pair(source: Page, translation: Page) -> Iterator[Problem]:
    """Yield every difference that a reader of the translation would be misled by."""
    if is_stale(translation, source):
        message = (
            "Terjemahan tertinggal dari halaman Indonesia. Sesudah menyesuaikannya, tulis "
            f'`terjemahan_dari: "{digest(source)}"` di bagian atas halaman '
            f"(atau jalankan `python -m scripts.translations accept {relative(translation.path)}`)."
        )
        yield Problem(relative(translation.path), 1, 1, "TER002", message, Severity.WARNING)
    yield from _headings(source, translation)
    yield from _shape(source, translation)
    yield from _sources_and_figures(source, translation)


def _problem(page: Page, line: int, code: str, message: str) -> Problem:
    return Problem(relative(page.path), line, 1, code, message)


def _headings(source: Page, translation: Page) -> Iterator[Problem]:
    for ours, theirs in zip(source.headings, translation.headings, strict=False):
        if ours.level == 1 == theirs.level:
            continue
        if ours.level != theirs.level:
            message = f"Tingkat judul berbeda dari «{ours.text}» (baris {ours.line})."
            yield _problem(translation, theirs.line, "TER004", message)
            return
        if ours.id != theirs.id:
            message = f"Jangkar harus sama dengan halaman Indonesia: tambahkan `{{ #{ours.id} }}`."
            yield _problem(translation, theirs.line, "TER005", message)
    if len(source.headings) != len(translation.headings):
        message = f"Jumlah judul {len(translation.headings)}, seharusnya {len(source.headings)}."
        yield _problem(translation, translation.first_line, "TER004", message)


def _shape(source: Page, translation: Page) -> Iterator[Problem]:
    ours = [(block.marker, block.kind) for block in source.blocks]
    theirs = [(block.marker, block.kind) for block in translation.blocks]
    if ours != theirs:
        index = next(
            (i for i, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]),
            min(len(ours), len(theirs)),
        )
        line = translation.blocks[index].line if index < len(theirs) else translation.first_line
        wanted = f"`{' '.join(ours[index])} …`" if index < len(ours) else "tidak ada blok lagi"
        message = f"Blok ke-{index + 1} berbeda dari halaman Indonesia: seharusnya {wanted}."
        yield _problem(translation, line, "TER004", message)
    for ours_table, theirs_table in zip(source.tables, translation.tables, strict=False):
        if ours_table[1:] != theirs_table[1:]:
            message = (
                f"Tabel berukuran {theirs_table[1]}×{theirs_table[2]}, "
                f"seharusnya {ours_table[1]}×{ours_table[2]} (kolom × baris)."
            )
            yield _problem(translation, theirs_table[0], "TER004", message)
    if len(source.tables) != len(translation.tables):
        message = f"Jumlah tabel {len(translation.tables)}, seharusnya {len(source.tables)}."
        yield _problem(translation, translation.first_line, "TER004", message)


def _citations(page: Page) -> Counter[str]:
    return Counter(_CITATION.findall(page.body))


def numbers(page: Page) -> Counter[str]:
    """Count the figures a reader sees in ``page``, written the same in both languages."""
    return sum((figures(line) for _, line in page.prose), Counter())


def figures(line: str) -> Counter[str]:
    """Count the figures a reader sees in a line of Markdown or in a text of data.

    Link targets, anchors and heading ids are left out, list numbers too; ``1.200`` and ``1,200``
    are the same figure, and so are ``07.00`` and ``07:00``.
    """
    shown = re.sub(r"\]\([^)]*\)|\{[^}]*\}|^\s*\d+\.\s", "]", line)
    return Counter(re.sub(r"[.,:]", ".", figure) for figure in _NUMBER.findall(shown))


def _sources_and_figures(source: Page, translation: Page) -> Iterator[Problem]:
    for code, what, ours, theirs in (
        ("TER006", "Sumber", _citations(source), _citations(translation)),
        ("TER006", "Angka", numbers(source), numbers(translation)),
    ):
        missing, extra = ours - theirs, theirs - ours
        if missing or extra:
            parts = [
                f"{label}: {', '.join(sorted(difference))}."
                for label, difference in (
                    (f"{what} yang tidak ada di terjemahan", missing),
                    (f"{what} yang berlebih di terjemahan", extra),
                )
                if difference
            ]
            yield _problem(translation, translation.first_line, code, " ".join(parts))
