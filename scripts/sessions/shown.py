"""The pages that a plan projects: whether they are there, what they and their sections are called.

A page that is made from data may not be written yet when plans are read, or may still be the old
one. So its sections are left to the site's own check of links, after everything has been written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from scripts.pages import source
from scripts.pages.source import Page
from scripts.paths import SOURCE_LANGUAGE


@dataclass
class Shown:
    """The pages below ``docs``, each read once."""

    docs: Path
    _pages: dict[tuple[str, str], Page | None] = field(default_factory=dict)

    def page(self, name: str, language: str) -> Page | None:
        """Give the page ``name`` in ``language``, or None where there is no such file."""
        key = (name, language)
        if key not in self._pages:
            path = self.docs / language / name
            self._pages[key] = source.read(path, self.docs) if path.is_file() else None
        return self._pages[key]

    def title(self, name: str, language: str) -> str:
        """Give the title of a page, the Indonesian one while it is untranslated."""
        page = self.page(name, language) or self.page(name, SOURCE_LANGUAGE)
        return str(page.meta.get("title") or name) if page else name

    def section(self, name: str, anchor: str, language: str) -> str:
        """Give the text of the heading ``anchor`` of a page; the anchor where there is none."""
        page = self.page(name, language) or self.page(name, SOURCE_LANGUAGE)
        headings = page.headings if page else ()
        return next((heading.text for heading in headings if heading.id == anchor), anchor)

    def anchors(self, name: str, language: str) -> list[str]:
        """Give the anchors of a page in their order; none where there is no such file."""
        page = self.page(name, language)
        return [heading.id for heading in page.headings] if page else []


def is_generated(name: str) -> bool:
    """Tell whether ``name`` is a page that is made from data."""
    return name.startswith(tuple(source.GENERATED))
