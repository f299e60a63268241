"""What the pages of the simulations share: links, tables, short paragraphs, names of ballots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from posixpath import relpath

from scripts.ballots.layout import Election
from scripts.legal.pages import PAGE as REGISTER_PAGE
from scripts.legal.register import Entry, Register
from scripts.markup import escape
from scripts.simulation.form import BETWEEN, FIELDS

ANSWERS = "fasilitator/simulasi"
SHEETS = "fasilitator/lembar"
CARD_ANSWERS = f"{ANSWERS}/jawaban-tps.md"
COUNT_ANSWERS = f"{ANSWERS}/jawaban-hitung.md"
CARD_SHEETS = f"{SHEETS}/kartu-pemilih.md"
BALLOT_SHEETS = f"{SHEETS}/surat-suara-hitung.md"
FORM_SHEETS = f"{SHEETS}/c-hasil-kosong.md"
CATALOGUE = "latihan/kasus-surat-suara.md"

#: The style of pages to print: one ``##`` is one sheet of the paper named beside it.
STYLE = "gaya: stylesheets/lembar.css"

#: Pages full of answers, ballots or forms come after those that explain when readers search.
SEARCH = ("search:", "  boost: 0.5")

#: Short names of the ballots, as they are said at the table; the same in both languages.
BALLOT = {
    Election.PPWP: "PPWP",
    Election.DPR: "DPR",
    Election.DPD: "DPD",
    Election.DPRD_PROVINCE: "DPRD Provinsi",
    Election.DPRD_REGENCY: "DPRD Kab/Kota",
}
#: Names of the forms (Keputusan KPU 66/2024).
FORM = {
    Election.PPWP: "C.HASIL-PPWP",
    Election.DPR: "C.HASIL-DPR",
    Election.DPD: "C.HASIL-DPD",
    Election.DPRD_PROVINCE: "C.HASIL-DPRD-PROV",
    Election.DPRD_REGENCY: "C.HASIL-DPRD-KAB/KOTA",
}
#: Labels shorter than the register's, as the modules use them.
_LABELS = {
    FIELDS: {"id": "isian C.HASIL", "en": "C.HASIL fields"},
    BETWEEN: {"id": "kesamaan C.HASIL", "en": "C.HASIL identities"},
}
#: About five lines on a phone.
_PARAGRAPH = 165
_SENTENCE_END = re.compile(r"(?<!\bPs)(?<!\bhlm)(?<!\bKep)(?<![A-Z])(?<=[.!?])[\"”')]*\s+(?=\S)")


def link(page: str, text: str, at: str) -> str:
    """Give a link named ``text`` from the page ``at`` to ``page`` (with its anchor, if any)."""
    return f"[{escape(text)}]({relpath(page, at.rpartition('/')[0])})"


def cite(keys: Iterable[str], known: Register, language: str, at: str) -> str:
    """Give links to rows of the register, separated by semicolons, for the page ``at``."""
    found = (known.entries[key] for key in dict.fromkeys(keys) if key in known.entries)
    return "; ".join(link(f"{REGISTER_PAGE}#{e.id}", _label(e, language), at) for e in found)


def _label(entry: Entry, language: str) -> str:
    """Name a source: «PKPU 25/2023 Pasal 55», «Keterangan KPU: 15 Februari 2024»."""
    if entry.id in _LABELS:
        return _LABELS[entry.id][language]
    return entry.name(language)


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Give a table and the empty line after it; its cells are Markdown."""
    lines = [header, ["---"] * len(header), *rows]
    return [f"| {' | '.join(line)} |" for line in lines] + [""]


def paragraphs(text: str) -> Iterator[str]:
    """Cut ``text`` between sentences into paragraphs that stay short on a phone; escaped.

    What a player says between quotation marks stays in one paragraph, however long.
    """
    gathered = ""
    start = 0
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    for end in [*(end for end in ends if not _in_quotation(text[:end])), len(text)]:
        sentence = text[start:end].strip()
        start = end
        if gathered and len(gathered) + len(sentence) > _PARAGRAPH:
            yield escape(gathered)
            gathered = ""
        gathered = f"{gathered} {sentence}".strip()
    if gathered:
        yield escape(gathered)


def _in_quotation(before: str) -> bool:
    """Say whether a quotation is still open after ``before``."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def spaced(*lines: str) -> Iterator[str]:
    """Give each of ``lines`` followed by an empty line."""
    for line in lines:
        yield from (line, "")
