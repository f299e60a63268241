"""Citations on the pages: ordinary links to an anchor of referensi/dasar-hukum.md."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.legal.register import Grade, Register
from scripts.pages.source import Page
from scripts.paths import relative
from scripts.problems import Problem

_TARGET = re.compile(r"(?:^|/)dasar-hukum\.md#([\w-]+)$")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.)\s")
_OPENS_BLOCK = re.compile(r"^\s*(?:!!!|\?\?\?)|^#{1,6}\s")
_CLOSED_BLOCK = re.compile(r"^\s*\?\?\?\+?\s+([\w-]+)")
MARK = {"id": "perlu verifikasi", "en": "needs verification"}

#: Words that make a sentence a rule. English "must" covers "must not".
NORMATIVE = {
    "id": re.compile(
        r"\b(wajib|harus|tidak boleh|dilarang|jangan|paling lambat|paling lama|paling sedikit|"
        r"paling banyak|hanya boleh|berhak)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(must|may not|never|no later than|at most|at least|entitled)\b", re.IGNORECASE
    ),
}


@dataclass(frozen=True)
class Statement:
    """A paragraph, list item or table row: its first line, text, and the ids it cites.

    ``block`` is the kind of the closed block it stands in (``fasilitator``, ``question``), or "".
    """

    line: int
    text: str
    cited: tuple[str, ...]
    block: str


def cited_ids(page: Page) -> list[str]:
    """The ids a page cites, each once, in order of first appearance."""
    found = (_TARGET.search(link.target) for link in page.links)
    return list(dict.fromkeys(match[1] for match in found if match))


def statements(page: Page) -> Iterator[Statement]:
    """Cut ``page`` into the units that must carry their own source."""
    opened: tuple[int, str] | None = None  # indentation and kind of the closed block we are in
    gathered: list[str] = []
    start, block = 0, ""

    def flush() -> Iterator[Statement]:
        if gathered:
            text = "\n".join(gathered)
            ids = re.findall(r"dasar-hukum\.md#([\w-]+)", text)
            yield Statement(start, text, tuple(ids), block)
            gathered.clear()

    for number, line in page.prose:
        indent = len(line) - len(line.lstrip())
        if line.strip() and opened and indent <= opened[0]:
            opened = None
        opens = bool(_OPENS_BLOCK.match(line))
        if not line.strip() or opens or _ITEM.match(line) or line.lstrip().startswith("|"):
            yield from flush()
        if opens:
            if match := _CLOSED_BLOCK.match(line):
                opened = (indent, match[1])
        elif line.strip():
            if not gathered:
                start, block = number, opened[1] if opened else ""
            gathered.append(line)
    yield from flush()


def check_page(page: Page, register: Register) -> Iterator[Problem]:
    """Yield every citation problem of one page (codes SUM001–SUM003, SUM005)."""
    for statement in statements(page):
        for cited in statement.cited:
            entry = register.entries.get(cited)
            if entry is None:
                yield _problem(page, statement.line, "SUM001", _unknown(cited, register))
            elif entry.grade is Grade.C:
                yield from _doubtful(page, statement, cited)
        rule = NORMATIVE[page.language].search(statement.text)
        if rule and page.is_module and not _is_note(statement) and not statement.cited:
            message = (
                f"Kalimat aturan («{rule[0]}») belum menyebut sumber: tambahkan tautan ke "
                "../referensi/dasar-hukum.md#… di butir atau paragraf yang sama."
            )
            yield _problem(page, statement.line, "SUM003", message)


def _doubtful(page: Page, statement: Statement, cited: str) -> Iterator[Problem]:
    """Yield what is wrong with citing an entry of grade C here."""
    if MARK[page.language] not in statement.text.lower():
        message = (
            f"`{cited}` bermutu C: tulis **({MARK[page.language]})** di kalimat yang sama, "
            "atau jangan diajarkan."
        )
        yield _problem(page, statement.line, "SUM002", message)
    if statement.block == "question":
        message = f"`{cited}` bermutu C, jadi tidak boleh menjadi jawaban cek pemahaman."
        yield _problem(page, statement.line, "SUM005", message)


def _is_note(statement: Statement) -> bool:
    return statement.block == "fasilitator"


def normative_share(pages: Iterable[Page]) -> tuple[int, int]:
    """Count normative statements of ``pages`` as (with a source, all)."""
    found = [
        bool(statement.cited)
        for page in pages
        for statement in statements(page)
        if not _is_note(statement) and NORMATIVE[page.language].search(statement.text)
    ]
    return sum(found), len(found)


def unused(register: Register, pages: Iterable[Page], file: str) -> Iterator[Problem]:
    """Yield the register entries that no page cites (SUM004)."""
    used = {cited for page in pages for cited in cited_ids(page)}
    for entry in register.entries.values():
        if entry.id not in used:
            message = (
                f"`{entry.id}` belum dirujuk halaman mana pun: rujuk dari halaman yang "
                "mengajarkannya, atau hapus barisnya."
            )
            yield Problem(file, entry.line, 1, "SUM004", message)


def _problem(page: Page, line: int, code: str, message: str) -> Problem:
    return Problem(relative(page.path), line, 1, code, message)


def _unknown(cited: str, register: Register) -> str:
    near = difflib.get_close_matches(cited, register.entries, 1)
    hint = f" Mungkin maksud Anda `{near[0]}`?" if near else " Tambahkan barisnya dulu."
    return f"`{cited}` tidak ada di data/dasar-hukum.csv.{hint}"
