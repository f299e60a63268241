"""``python -m scripts.translations status`` lists translations; ``accept FILE …`` says that a
translation now matches the Indonesian page (it writes the digest into the front matter)."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from scripts.pages.source import read, read_all
from scripts.paths import DOCS, LANGUAGES, SOURCE_LANGUAGE, relative, write_if_changed
from scripts.translations.digest import digest, is_stale

_KEY = re.compile(r"^terjemahan_dari:.*\n", re.MULTILINE)


def status(docs: Path) -> str:
    """Give one line a page and language: ``lengkap``, ``tertinggal`` or ``belum ada``."""
    lines = []
    sources = read_all(docs, SOURCE_LANGUAGE)
    for language in LANGUAGES:
        if language == SOURCE_LANGUAGE:
            continue
        translations = read_all(docs, language)
        for name, source in sources.items():
            if source.data_behind:
                continue
            translation = translations.get(name)
            if translation is None:
                state = "belum ada"
            else:
                state = "tertinggal" if is_stale(translation, source) else "lengkap"
            lines.append(f"{language}  {state:<10}  {name}")
    return "\n".join(lines)


def accept(path: Path, docs: Path) -> str:
    """Write the digest of the Indonesian page into the translation at ``path``; give the digest.

    Raises FileNotFoundError when there is no Indonesian page of that name and ValueError when
    the file has no front matter.
    """
    page = read(path, docs)
    source = read(docs / SOURCE_LANGUAGE / page.name, docs)
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    if not page.meta:
        raise ValueError(f"{relative(path)}: bagian atas (di antara dua baris ---) tidak terbaca")
    value = digest(source)
    line = f'terjemahan_dari: "{value}"\n'
    text = _KEY.sub("", text, count=1)
    head, separator, rest = text.removeprefix("---\n").partition("---\n")
    write_if_changed(path, f"---\n{head}{line}{separator}{rest}")
    return value


def main(arguments: list[str] | None = None) -> int:
    """Command line; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.translations", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("status", help="daftar terjemahan")
    accepting = commands.add_parser("accept", help="catat bahwa terjemahan sudah sesuai")
    accepting.add_argument("files", nargs="+", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "status":
        print(status(DOCS))
        return 0
    for path in options.files:
        try:
            print(f"{relative(path)}: {accept(path.resolve(), DOCS)}")
        except (OSError, ValueError) as failure:
            print(failure, file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
