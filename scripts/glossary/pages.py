"""The page *istilah*, made from ``data/istilah.csv``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from posixpath import relpath

from scripts.glossary.terms import Term
from scripts.legal.register import Register
from scripts.markup import escape, page_head
from scripts.paths import LANGUAGES, write_if_changed

PAGE = "referensi/istilah.md"

_WORDS = {
    "id": {
        "title": "Istilah",
        "description": "Arti istilah dan singkatan yang dipakai di TPS dan di situs ini, dari A "
        "sampai Z, dalam dua bahasa.",
        "intro": "Di halaman lain, istilah bergaris titik dapat diketuk untuk membaca artinya. "
        "Semua arti terkumpul di sini. Bahasa Inggris di dalam kurung siku.",
        "more": "Selengkapnya",
        "sources": "Sumber",
    },
    "en": {
        "title": "Glossary",
        "description": "The terms and abbreviations used at polling stations and on this site, "
        "from A to Z, in two languages.",
        "intro": "On other pages a dotted term can be tapped to read what it means. All meanings "
        "are gathered here. Square brackets give the Indonesian.",
        "more": "More",
        "sources": "Sources",
    },
}


def build(terms: Iterable[Term], known: Register, docs: Path) -> list[Path]:
    """Write the page in every language below ``docs``; give the files that changed."""
    listed = sorted(terms, key=lambda term: term.name.casefold())
    return [
        path
        for language in LANGUAGES
        if write_if_changed(path := docs / language / PAGE, render(listed, known, language))
    ]


def render(terms: Iterable[Term], known: Register, language: str) -> str:
    """Give the Markdown of the page: the terms under their first letters."""
    words = _WORDS[language]
    lines = [*page_head(words["title"], words["description"]), words["intro"], ""]
    letter = ""
    for term in terms:
        if term.name[0].upper() != letter:
            letter = term.name[0].upper()
            lines += [f"## {letter} {{ #huruf-{letter.lower()} }}", ""]
        lines += _entry(term, known, language)
    return "\n".join(lines).rstrip() + "\n"


def _entry(term: Term, known: Register, language: str) -> list[str]:
    words = _WORDS[language]
    other = next(name for name in LANGUAGES if name != language)
    long = f"**{escape(term.long[language])}.** " if term.long[language] else ""
    also = f" [{escape(term.long[other])}]" if term.long[other] else ""
    lines = [
        f"### {escape(term.name)} {{ #{term.id} }}",
        "",
        f"{long}{escape(term.meaning[language])}{also}",
        "",
    ]
    places = []
    if term.page:
        name, _, anchor = term.page.partition("#")
        target = relpath(name, PAGE.rpartition("/")[0]) + (f"#{anchor}" if anchor else "")
        places.append(f"[{words['more']}: {escape(term.name)}]({target})")
    cited = [known.entries[key] for key in term.sources if key in known.entries]
    if cited:
        links = "; ".join(f"[{escape(e.label(language))}](dasar-hukum.md#{e.id})" for e in cited)
        places.append(f"{words['sources']}: {links}")
    if places:
        lines += [". ".join(places) + ".", ""]
    return lines
