"""Checks of single pages: front matter complete, anatomy kept, nothing left unfinished."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError

from scripts.pages.metadata import ModuleMeta, model_for
from scripts.pages.source import Page
from scripts.paths import SOURCE_LANGUAGE, relative
from scripts.problems import Problem

_UNFINISHED = re.compile(
    r"\b(TODO|FIXME|XXX|TBD)\b|lorem ipsum|placeholder|akan ditulis|coming soon", re.IGNORECASE
)
_RAW_HTML = re.compile(r"<(?!!--)/?[a-zA-Z][^>]*>")
_EMPTY_LINK_TEXT = re.compile(
    r"^\s*(klik( di sini)?|di sini|sini|tautan ini|here|click here|this link|link)?\s*$", re.I
)
_ANATOMY = ("intinya", "salah-kaprah", "cek-pemahaman")
_PYDANTIC = {
    "missing": "belum ada",
    "extra_forbidden": "tidak dikenal",
    "string_too_short": "terlalu pendek",
    "string_too_long": "terlalu panjang",
    "enum": "bukan salah satu nilai yang boleh",
    "date_from_datetime_parsing": "harus tanggal seperti 2026-11-24",
}


def check_page(page: Page) -> Iterator[Problem]:
    """Yield every problem of one page (codes HAL001–HAL007)."""
    if page.meta.get("dihasilkan"):
        return
    yield from _front_matter(page)
    yield from _one_title(page)
    yield from _unfinished(page)
    yield from _plain_markdown(page)
    yield from _link_texts(page)
    if model_for(page.name) is ModuleMeta:
        yield from _anatomy(page)


def _problem(page: Page, line: int, column: int, code: str, message: str) -> Problem:
    return Problem(relative(page.path), line, column, code, message)


def _front_matter(page: Page) -> Iterator[Problem]:
    if page.front_matter_error or not page.meta:
        reason = page.front_matter_error or "belum ada"
        message = (
            f"Bagian atas halaman (di antara dua baris ---) {reason}. "
            "Contoh lengkapnya ada di kontribusi/mengubah-halaman.md."
        )
        yield _problem(page, 1, 1, "HAL001", message)
        return
    model = model_for(page.name)
    try:
        model.model_validate(page.meta)
    except ValidationError as failure:
        for error in failure.errors():
            key = ".".join(str(part) for part in error["loc"])
            reason = _PYDANTIC.get(error["type"], error["msg"])
            expected = ", ".join(model.model_fields)
            message = f"Kunci `{key}` {reason}. Kunci yang dikenal: {expected}."
            yield _problem(page, 1, 1, "HAL002", message)
    if page.language == SOURCE_LANGUAGE and page.meta.get("terjemahan_dari"):
        message = "`terjemahan_dari` hanya untuk halaman terjemahan; hapus dari halaman Indonesia."
        yield _problem(page, 1, 1, "HAL002", message)


def _one_title(page: Page) -> Iterator[Problem]:
    titles = [heading for heading in page.headings if heading.level == 1]
    if len(titles) != 1:
        message = f"Halaman harus punya tepat satu judul `# …`; ditemukan {len(titles)}."
        yield _problem(page, titles[1].line if titles else 1, 1, "HAL003", message)
    previous = 0
    seen: dict[str, int] = {}
    for heading in page.headings:
        if heading.level > previous + 1:
            message = f"Judul «{heading.text}» melompat dari tingkat {previous} ke {heading.level}."
            yield _problem(page, heading.line, 1, "HAL003", message)
        if heading.id in seen:
            message = (
                f"Jangkar `#{heading.id}` sudah dipakai di baris {seen[heading.id]}; "
                "ubah bunyi judulnya."
            )
            yield _problem(page, heading.line, 1, "HAL003", message)
        seen[heading.id] = heading.line
        previous = heading.level


def _unfinished(page: Page) -> Iterator[Problem]:
    for number, line in page.prose:
        if match := _UNFINISHED.search(line):
            message = f"Teks belum selesai: «{match[0]}». Selesaikan atau hapus."
            yield _problem(page, number, match.start() + 1, "HAL004", message)


def _plain_markdown(page: Page) -> Iterator[Problem]:
    for number, line in page.prose:
        without_code = re.sub(r"`[^`]*`", lambda found: "x" * len(found[0]), line)
        if match := _RAW_HTML.search(without_code):
            message = f"HTML mentah «{match[0]}»: tulis dengan Markdown biasa."
            yield _problem(page, number, match.start() + 1, "HAL005", message)


def _link_texts(page: Page) -> Iterator[Problem]:
    for link in page.links:
        if _EMPTY_LINK_TEXT.match(link.text):
            message = f"Teks tautan «{link.text}» tidak menyebut tujuannya; sebutkan halamannya."
            yield _problem(page, link.line, link.column, "HAL006", message)


def _anatomy(page: Page) -> Iterator[Problem]:
    ids = [heading.id for heading in page.headings if heading.level == 2]
    for wanted in _ANATOMY:
        if wanted not in ids:
            message = f"Modul harus punya bagian `## …` berjangkar `#{wanted}`."
            yield _problem(page, page.first_line, 1, "HAL007", message)
    questions = sum(block.kind == "question" for block in page.blocks)
    if not 3 <= questions <= 6:
        message = f"Cek pemahaman harus berisi 3–6 situasi (`??? question`); ada {questions}."
        yield _problem(page, page.first_line, 1, "HAL007", message)
    for kind, name in (("danger", "salah kaprah"), ("fasilitator", "catatan fasilitator")):
        if not any(block.kind == kind for block in page.blocks):
            message = f"Modul harus punya sedikitnya satu blok {name} (`{kind}`)."
            yield _problem(page, page.first_line, 1, "HAL007", message)
