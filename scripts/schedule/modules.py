"""The modules a session may teach: the pages of `docs/id/modul`, by file name."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from scripts.pages import source
from scripts.paths import DOCS, SOURCE_LANGUAGE
from scripts.schedule.cells import CellError, closest, parse_list
from scripts.schedule.problems import show
from scripts.schedule.regions import squeeze


@lru_cache(maxsize=8)
def known(docs: Path = DOCS) -> tuple[str, ...]:
    """Give the file names without .md, in order: "05-pemungutan-suara"."""
    folder = docs / SOURCE_LANGUAGE / "modul"
    return tuple(sorted(path.stem for path in folder.glob("*.md") if path.stem != "index"))


def refresh() -> None:
    """Look at the folder anew (live reload)."""
    for cached in (known, title, parse):
        cached.cache_clear()


@lru_cache(maxsize=64)
def title(name: str, language: str, docs: Path = DOCS) -> str:
    """Give the title of module `name` in `language`, or in Indonesian while it is untranslated."""
    page = f"modul/{name}.md"
    found = source.title(page, language, docs)
    return name if found == page else found


@lru_cache(maxsize=4096)
def parse(text: str, docs: Path = DOCS) -> tuple[str, ...]:
    """Read the modules of a cell, by file name with or without its number. Raises CellError
    (JDW032)."""
    by_key = {squeeze(name): name for name in known(docs)}
    by_key |= {squeeze(name.partition("-")[2]): name for name in known(docs)}
    found = []
    for part in parse_list(text):
        name = by_key.get(squeeze(part))
        if not name:
            raise CellError(
                "JDW032",
                f"{show(part)} bukan modul",
                f"salah satu dari: {', '.join(known(docs))}",
                closest(part, known(docs)),
            )
        found.append(name)
    return tuple(dict.fromkeys(found))
