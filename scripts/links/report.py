"""The report on external links, in Markdown that is the same for the same results."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from scripts.links.external import Outcome, Result

PAGES_SHOWN = 5
LIMIT = 60_000  # characters: GitHub takes an issue of 65,536
_NOTES = {
    Outcome.BROKEN: (
        "Ganti dengan alamat baru, dengan salinan arsip, atau hapus tautannya.",
        "Replace these with the new address or an archived copy, or remove the link.",
    ),
    Outcome.UNCERTAIN: (
        "Pemeriksa otomatis ditolak atau tidak dijawab. Buka dulu di peramban sebelum mengubah.",
        "The server refused the automatic check or stayed silent. Try these in a browser first.",
    ),
}


def summary(results: Sequence[Result]) -> str:
    """Give one Indonesian line with the counts."""
    pages = {page for result in results for page in result.pages}
    counts = ", ".join(f"{len(_with(results, outcome))} {outcome}" for outcome in Outcome)
    return f"{len(results)} tautan luar di {len(pages)} halaman: {counts}."


def render(results: Sequence[Result]) -> str:
    """Give the whole report: what is broken first, then what is uncertain."""
    parts = [f"# Tautan luar\n\n{summary(results)}\n"]
    for outcome, notes in _NOTES.items():
        found = _with(results, outcome)
        if found:
            heading = f"## {outcome.capitalize()} ({len(found)})"
            parts.append("\n\n".join((heading, *notes)) + "\n\n" + _list(found))
    return _cut("\n".join(parts))


def _with(results: Iterable[Result], outcome: Outcome) -> list[Result]:
    return [result for result in results if result.verdict.outcome is outcome]


def _list(results: Iterable[Result]) -> str:
    return "".join(
        f"- {_link(result.url)}: {result.verdict.reason}. Dipakai di {_pages(result.pages)}\n"
        for result in results
    )


def _link(url: str) -> str:
    """Give a Markdown link; what could end the code span or the address is percent-encoded."""
    safe = "".join(
        quote(character) if character in " <>`\\|" or ord(character) < 0x20 else character
        for character in url
    )
    return f"[`{safe}`](<{safe}>)"


def _pages(pages: Sequence[str]) -> str:
    shown = ", ".join(f"`{page.replace('`', '%60')}`" for page in pages[:PAGES_SHOWN])
    more = len(pages) - PAGES_SHOWN
    return f"{shown} dan {more} halaman lain" if more > 0 else shown


def _cut(text: str) -> str:
    """Keep ``text`` within ``LIMIT``, ending at a whole line and saying that it was cut."""
    if len(text) <= LIMIT:
        return text
    return text[: text.rfind("\n", 0, LIMIT) + 1] + "\n… laporan dipotong karena terlalu panjang.\n"
