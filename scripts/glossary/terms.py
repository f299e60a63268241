"""Reading ``data/istilah.csv`` into a typed model, with every mistake reported at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markdown.extensions.toc import slugify

from scripts import records
from scripts.legal.register import Grade, Register
from scripts.paths import DATA, DOCS, LANGUAGES, SOURCE_LANGUAGE
from scripts.problems import Problem
from scripts.records import Row

TERMS = DATA / "istilah.csv"

_COLUMNS = records.Columns(
    ("istilah", "kepanjangan", "arti", "kepanjangan_en", "arti_en", "bentuk", "bentuk_en",
     "kerap", "halaman", "sumber"),
    {"kepanjangan", "kepanjangan_en", "bentuk", "bentuk_en", "kerap", "halaman", "sumber"},
    "IST001", "IST002",
)  # fmt: skip


@dataclass(frozen=True)
class Term:
    """One term; texts are by language.

    ``long`` is what an abbreviation stands for ("" for an ordinary word), ``forms`` the spellings
    under which pages use the term, ``page`` where more is told (``modul/04-….md#anchor``, or "").
    A ``frequent`` term is explained once a page, any other once a section.
    """

    name: str
    long: dict[str, str]
    meaning: dict[str, str]
    forms: dict[str, tuple[str, ...]]
    frequent: bool
    page: str
    sources: tuple[str, ...]
    row: Row

    @property
    def id(self) -> str:
        """The anchor of the term on the glossary's page."""
        return slugify(self.name.replace("/", " ").replace(".", "-"), "-")


def load(path: Path = TERMS) -> tuple[dict[str, Term], list[Problem]]:
    """Read the table. Gives the terms by id, in the order of the file, and every problem
    (codes IST001–IST003)."""
    problems: list[Problem] = []
    found: dict[str, Term] = {}
    spelled: dict[tuple[str, str], Term] = {}
    for row in records.read(path, _COLUMNS, problems):
        term = _term(row)
        if row.cells["kerap"] not in {"", "ya"}:
            message = f"Kolom `kerap` berisi `ya` atau kosong, bukan `{row.cells['kerap']}`."
            problems.append(row.problem("kerap", "IST002", message))
        if term.id in found:
            message = f"Istilah `{term.name}` sudah ada di baris {found[term.id].row.line}."
            problems.append(row.problem("istilah", "IST003", message))
            continue
        for language, forms in term.forms.items():
            for form in forms:
                other = spelled.setdefault((language, form), term)
                if other is not term:
                    column = "bentuk" if language == SOURCE_LANGUAGE else f"bentuk_{language}"
                    message = f"Bentuk `{form}` sudah milik istilah `{other.name}`."
                    problems.append(row.problem(column, "IST003", message))
        found[term.id] = term
    return found, problems


def _term(row: Row) -> Term:
    cells = row.cells

    def text(name: str) -> dict[str, str]:
        return {"id": cells[name], "en": cells[f"{name}_en"]}

    own = (cells["istilah"],)
    forms = {
        language: own + tuple(filter(None, (part.strip() for part in written.split(";"))))
        for language, written in text("bentuk").items()
    }
    return Term(
        cells["istilah"],
        text("kepanjangan"),
        text("arti"),
        forms,
        bool(cells["kerap"]),
        cells["halaman"],
        tuple(cells["sumber"].split()),
        row,
    )


def check(known: Register, terms: Mapping[str, Term], docs: Path = DOCS) -> list[Problem]:
    """Give the terms whose source or page does not exist, or whose source is too weak (IST004)."""
    problems = []
    for term in terms.values():
        for key in term.sources:
            entry = known.entries.get(key)
            if entry is None:
                message = f"Sumber `{key}` tidak ada di data/dasar-hukum.csv."
                problems.append(term.row.problem("sumber", "IST004", message))
            elif entry.grade is Grade.C:
                message = f"`{key}` bermutu C; arti istilah memerlukan sumber bermutu A atau B."
                problems.append(term.row.problem("sumber", "IST004", message))
        name = term.page.partition("#")[0]
        if name and not all((docs / language / name).is_file() for language in LANGUAGES):
            message = f"Halaman `{name}` tidak ada di docs/id dan docs/en."
            problems.append(term.row.problem("halaman", "IST004", message))
    return problems


def pattern(form: str) -> str:
    """Give the regular expression that finds ``form`` in running text.

    A word may begin with a capital; an abbreviation or form name is found as it is written.
    """
    escaped = re.escape(form).replace(r"\ ", r"\s+")
    if form[0].islower():
        escaped = f"[{form[0]}{form[0].upper()}]{escaped[1:]}"
    return escaped
