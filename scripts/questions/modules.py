"""The modules that questions are about: their pages by number and language."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from scripts.pages import source
from scripts.pages.source import Page
from scripts.paths import LANGUAGES

Modules = dict[int, dict[str, Page]]
"""Page of a module by its number, then by language; the source language stands first."""


def modules(docs: Path) -> Modules:
    """Read the modules below ``docs``, and no other page. A language may lack some."""
    found: Modules = defaultdict(dict)
    for language in LANGUAGES:
        for path in sorted((docs / language / "modul").glob("*.md")):
            page = source.read(path, docs)
            if page.is_module and page.module_number:
                found[page.module_number][language] = page
    return dict(found)
