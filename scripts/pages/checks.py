"""Checks of single pages: front matter complete, anatomy kept, nothing left unfinished."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scripts.pages.metadata import ModuleMeta, PageMeta
from scripts.pages.source import Page
from scripts.paths import SOURCE_LANGUAGE, relative
from scripts.problems import REASONS, Problem

_UNFINISHED = re.compile(
    r"\b(TODO|FIXME|XXX|TBD)\b|lorem ipsum|placeholder|akan ditulis|coming soon", re.IGNORECASE
)
_RAW_HTML = re.compile(r"<(?!!--)/?[a-zA-Z][^>]*>")
_EMPTY_LINK_TEXT = re.compile(
    r"^\s*(klik( di sini)?|di sini|sini|tautan ini|here|click here|this link|link)?\s*$", re.I
)
_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)[^)]*\)")
#: A text alternative says what is seen; one or two words can only name the file.
_ALT_WORDS = 3
_ANATOMY = {
    "intinya": "Intinya",
    "salah-kaprah": "Salah kaprah",
    "cek-pemahaman": "Cek pemahaman",
}
#: Said of front matter in words of its own.
_REASONS = {
    **REASONS,
    "missing": "belum ada; kunci yang harus ada: {required}",
    "extra_forbidden": "tidak dikenal; kunci yang dikenal: {keys}",
    "string_pattern_mismatch": "harus delapan huruf atau angka dalam tanda kutip",
    "list_type": "harus daftar dalam kurung siku, misalnya [satu, dua]",
}


def check_page(page: Page) -> Iterator[Problem]:
    """Yield every problem of one page (codes HAL001–HAL010)."""
    if page.data_behind:
        return
    yield from front_matter_problems(page)
    yield from _one_title(page)
    yield from _unfinished(page)
    yield from _plain_markdown(page)
    yield from _link_texts(page)
    yield from _pictures(page)
    yield from _table_headers(page)
    if page.is_module:
        yield from _anatomy(page)


def _problem(page: Page, line: int, column: int, code: str, message: str) -> Problem:
    return Problem(relative(page.path), line, column, code, message)


def front_matter_problems(page: Page) -> Iterator[Problem]:
    """Yield what is wrong with the front matter of a written page (HAL001, HAL002)."""
    if page.front_matter_error or not page.meta:
        reason = page.front_matter_error or "belum ada"
        message = (
            f"Bagian atas halaman (di antara dua baris ---) {reason}. "
            "Contoh lengkapnya ada di kontribusi/mengubah-halaman.md."
        )
        yield _problem(page, 1, 1, "HAL001", message)
        return
    model: type[PageMeta] = ModuleMeta if page.is_module else PageMeta
    try:
        model.model_validate(page.meta)
    except ValidationError as failure:
        for error in failure.errors():
            message = _explain(error, model)
            yield _problem(page, _line_of(page, str(error["loc"][0])), 1, "HAL002", message)
    if page.language == SOURCE_LANGUAGE and page.meta.get("terjemahan_dari"):
        message = "`terjemahan_dari` hanya untuk halaman terjemahan; hapus dari halaman Indonesia."
        yield _problem(page, 1, 1, "HAL002", message)


def _explain(error: ErrorDetails, model: type[PageMeta]) -> str:
    key, *rest = (str(part) for part in error["loc"])
    what = f"Butir ke-{int(rest[0]) + 1} dari `{key}`" if rest else f"Kunci `{key}`"
    required = (name for name, field in model.model_fields.items() if field.is_required())
    details = {
        "keys": ", ".join(model.model_fields),
        "required": ", ".join(required),
        **error.get("ctx", {}),
    }
    reason = _REASONS.get(error["type"], "tidak benar; bandingkan dengan contoh")
    return f"{what} {reason.format(**details)}."


def _line_of(page: Page, key: str) -> int:
    """Give the line of the front matter that ``key`` stands on (1 if it is not there)."""
    return page.key_lines.get(key, 1)


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


def _pictures(page: Page) -> Iterator[Problem]:
    for number, line in page.prose:
        for match in _IMAGE.finditer(line):
            if len(match[1].split()) < _ALT_WORDS:
                message = (
                    f"Gambar `{match[2]}` belum punya teks pengganti: tulis di dalam kurung siku "
                    "apa yang terlihat, sedikitnya tiga kata."
                )
                yield _problem(page, number, match.start() + 1, "HAL008", message)


def _table_headers(page: Page) -> Iterator[Problem]:
    lines = dict(page.prose)
    for number, columns, _ in page.tables:
        cells = [cell.strip() for cell in lines[number].strip().strip("|").split("|")]
        if len(cells) != columns or not all(cells):
            message = "Tabel harus berbaris judul; isi setiap kolomnya, sebanyak kolom di bawahnya."
            yield _problem(page, number, 1, "HAL009", message)


def _anatomy(page: Page) -> Iterator[Problem]:
    if not page.module_number:
        message = "Nama berkas modul diawali nomor dua angka, misalnya `05-pemungutan-suara.md`."
        yield _problem(page, 1, 1, "HAL010", message)
    ids = [heading.id for heading in page.headings if heading.level == 2]
    for wanted, title in _ANATOMY.items():
        if wanted not in ids:
            message = f"Modul harus punya bagian `## {title}`"
            if page.language != SOURCE_LANGUAGE:
                message += f" (terjemahannya, dengan `{{ #{wanted} }}`)"
            message += "."
            yield _problem(page, page.first_line, 1, "HAL007", message)
    questions = sum(block.kind == "question" for block in page.blocks)
    if not 3 <= questions <= 6:
        message = f"Cek pemahaman harus berisi 3–6 situasi (`??? question`); ada {questions}."
        yield _problem(page, page.first_line, 1, "HAL007", message)
    for kind, name in (("danger", "salah kaprah"), ("fasilitator", "catatan fasilitator")):
        if not any(block.kind == kind for block in page.blocks):
            message = f"Modul harus punya sedikitnya satu blok {name} (`{kind}`)."
            yield _problem(page, page.first_line, 1, "HAL007", message)
