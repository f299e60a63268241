"""Checks of words: names of forms that are out of date, abbreviations nobody spelled out.

The names of 2024 are those of Keputusan KPU 66/2024 and KPU's manual; older ones (C1, C6, A5 …) and
those of Pilkada (-KWK) may only be named as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.glossary.terms import Term
from scripts.pages.source import BLOCK, HEADING, TABLE_RULE, Page
from scripts.paths import SOURCE_LANGUAGE, relative
from scripts.problems import Problem

_OLD_NAME = re.compile(r"(?<![\w./-])(C1|C2|C3|C4|C5|C6|C7|A5|DPKTb|Situng)(?![\w-])|(?<=\w)-KWK\b")
#: Words that say a name is an old one, or another election's.
_SAID = {
    "id": re.compile(
        r"nama lama|nama .{0,20}lama|dulu|dahulu|formulir lama|daftar lama|aturan lama|2014|2019|"
        r"Pilkada|pemilihan kepala daerah|bukan lagi|berganti|salah kaprah",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"old name|older name|\bold\b|former|2014|2019|Pilkada|regional election|no longer|"
        r"renamed|misconception",
        re.IGNORECASE,
    ),
}
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*|[A-Z]{2,}")


def check_page(page: Page, terms: Iterable[Term]) -> Iterator[Problem]:
    """Yield every problem of one written page (codes BHS001, BHS002)."""
    if page.data_behind:
        return
    yield from _old_names(page)
    if not page.name.startswith("kontribusi/"):
        yield from _unspelled(page, terms)


def _old_names(page: Page) -> Iterator[Problem]:
    """Yield old names where neither the line nor what stands above it says that they are old.

    Above it: the heading of the section, the title row of the table, a block of misconceptions.
    """
    said = _SAID[page.language]
    section = table = ""
    block: tuple[int, str] | None = None
    previous = ""
    for number, line in page.prose:
        indent = len(line) - len(line.lstrip())
        if line.strip() and block and indent <= block[0]:
            block = None
        if match := BLOCK.match(line):
            block = (len(match[1]), match[3])
        if HEADING.match(line):
            section = line
        if TABLE_RULE.match(line) and "|" in previous:
            table = previous
        elif "|" not in line:
            table = ""
        previous = line
        if block and block[1] == "danger":
            continue
        shown = _LINK.sub(lambda link: link[1].ljust(len(link[0])), line)
        match = _OLD_NAME.search(shown)
        if match and not any(said.search(text) for text in (shown, section, table)):
            message = (
                f"«{match[0]}» bukan nama Pemilu 2024. Pakai nama 2024 (referensi/formulir.md), "
                "atau sebut di baris yang sama bahwa itu nama lama atau nama Pilkada."
            )
            yield Problem(relative(page.path), number, match.start() + 1, "BHS001", message)


def _unspelled(page: Page, terms: Iterable[Term]) -> Iterator[Problem]:
    """Yield abbreviations of the glossary that the page uses before it says what they stand for."""
    text, places = _running_text(page)
    lower = text.lower()
    for term in terms:
        if not term.long[SOURCE_LANGUAGE] or not _ABBREVIATION.fullmatch(term.name):
            continue
        used = re.search(rf"(?<![\w/.-]){re.escape(term.name)}(?![\w/-])", text)
        if not used:
            continue
        # "DPT adalah Daftar Pemilih Tetap" is as good as "Daftar Pemilih Tetap (DPT)".
        end_of_line = text.find("\n", used.end())
        spelled = (lower.find(long.lower()) for long in term.long.values() if long)
        if not any(0 <= at < end_of_line for at in spelled):
            line = next(number for start, number in reversed(places) if start <= used.start())
            message = (
                f"«{term.name}» dipakai sebelum dieja. Tulis dahulu "
                f"«{term.long[SOURCE_LANGUAGE]} ({term.name})»."
            )
            yield Problem(relative(page.path), line, 1, "BHS002", message)


def _running_text(page: Page) -> tuple[str, list[tuple[int, int]]]:
    """Give what is read as text (no headings, links' targets or sources) and where lines begin.

    The places are pairs of offset in the text and line number in the file.
    """
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for number, line in page.prose:
        if HEADING.match(line):
            continue
        shown = re.sub(r"\[[^\]]*\]\([^)]*dasar-hukum\.md#[^)]*\)", "", line)
        shown = _LINK.sub(r"\1", shown).replace("*", "").replace("_", "") + "\n"
        places.append((length, number))
        parts.append(shown)
        length += len(shown)
    return "".join(parts), places
