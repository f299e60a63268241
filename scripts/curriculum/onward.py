"""What stands at the end of a module: its exercise and the next module."""

from __future__ import annotations

from pathlib import Path
from posixpath import relpath

from scripts.curriculum.modules import Module
from scripts.markup import escape
from scripts.pages import source
from scripts.paths import DOCS

_WORDS = {
    "id": {
        "title": "Lanjut",
        "exercise": "Latihan modul ini",
        "own": "Cek pemahaman di atas",
        "more": "Semua latihan",
        "next": "Modul berikutnya",
        "last": "Ini modul terakhir. Ulangi dengan",
        "questions": "Tanya jawab",
    },
    "en": {
        "title": "Onward",
        "exercise": "Exercise for this module",
        "own": "Check yourself above",
        "more": "All exercises",
        "next": "Next module",
        "last": "This is the last module. Go over it again with",
        "questions": "Questions and answers",
    },
}


def section(name: str, listed: list[Module], language: str, docs: Path = DOCS) -> str:
    """Give the Markdown of the section for the module at ``name`` (``modul/05-….md``).

    ``listed`` are all modules in order. Empty for a page that is not among them.
    """
    words = _WORDS[language]
    index = next((i for i, module in enumerate(listed) if module.name == name), None)
    if index is None:
        return ""
    own = listed[index].meta.latihan
    if own:
        title = source.title(f"latihan/{own}", language, docs)
        exercise = f"[{escape(title)}](../latihan/{own})"
    else:
        exercise = f"[{words['own']}](#cek-pemahaman)"
    lines = [
        f"## {words['title']} {{ #lanjut }}",
        "",
        f"- {words['exercise']}: {exercise}. [{words['more']}](../latihan/index.md).",
    ]
    if index + 1 < len(listed):
        following = listed[index + 1]
        name = f"{following.number}. {escape(following.meta.title)}"
        lines.append(f"- {words['next']}: [{name}]({relpath(following.name, 'modul')})")
    else:
        link = f"[{words['questions']}](../referensi/tanya-jawab.md)"
        lines.append(f"- {words['last']}: {link}.")
    return "\n".join(lines) + "\n"
