"""A Markdown page as its author wrote it: front matter, text, and the parts checks look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from markdown.extensions.toc import slugify

from scripts.paths import LANGUAGES

# libyaml where the wheel has it: a thousand pages of the schedule are read too.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_FENCE = re.compile(r"^\s*(```|~~~)")
#: The lines a page is built of: headings, blocks (!!! and ???), the rule under a table's titles.
HEADING = re.compile(r"^(#{1,6})\s+(.*?)(?:\s*\{\s*#([\w-]+)[^}]*\})?\s*$")
BLOCK = re.compile(r'^(\s*)(!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+"(.*)")?\s*$')
TABLE_RULE = re.compile(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
_MODULE_NUMBER = re.compile(r"modul/(\d\d)-")

#: Pages made from data -> the data behind them. What a page says of itself does not count.
GENERATED = {
    "jadwal/": "data/jadwal",
    "referensi/dasar-hukum.md": "data/dasar-hukum.csv",
    "kontribusi/kolom-jadwal.md": "scripts/schedule/model.py",
    "kontribusi/kode-jadwal.md": "scripts/schedule/codes.py",
    "bimtek/kurikulum.md": "data/kurikulum.yml",
    "latihan/kasus-surat-suara.md": "data/kasus-surat-suara.yml",
    "referensi/istilah.md": "data/istilah.csv",
    "fasilitator/sesi/": "data/sesi",
    "fasilitator/tes/": "data/soal",
    "fasilitator/simulasi/jawaban-tps.md": "data/kartu-pemilih.yml",
    "fasilitator/simulasi/jawaban-hitung.md": "data/simulasi-hitung.yml",
    "fasilitator/lembar/kartu-pemilih.md": "data/kartu-pemilih.yml",
    "fasilitator/lembar/surat-suara-hitung.md": "data/simulasi-hitung.yml",
    "fasilitator/lembar/c-hasil-kosong.md": "data/simulasi-hitung.yml",
}
#: Those of them that cite sources like a written page: cases, terms, curriculum, tests, answers.
CITING = {
    "bimtek/kurikulum.md",
    "latihan/kasus-surat-suara.md",
    "referensi/istilah.md",
    "fasilitator/sesi/index.md",
    "fasilitator/tes/index.md",
    "fasilitator/tes/bank-soal.md",
    "fasilitator/tes/kunci.md",
    "fasilitator/simulasi/jawaban-tps.md",
    "fasilitator/simulasi/jawaban-hitung.md",
    "fasilitator/lembar/c-hasil-kosong.md",
}


@dataclass(frozen=True)
class Heading:
    """A heading; ``id`` is the anchor readers link to (explicit, else made from the text)."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True)
class Block:
    """An admonition (``!!!``) or a closed block (``???``) of a ``kind`` such as ``danger``."""

    marker: str
    kind: str
    title: str
    line: int


@dataclass(frozen=True)
class Link:
    """A Markdown link: its text, its target as written, and where it stands (from 1)."""

    text: str
    target: str
    line: int
    column: int


@dataclass(frozen=True)
class Page:
    """One page in one language.

    ``name`` is the path below the language's folder (``modul/index.md``), the same in every
    language; ``lines`` is the text without front matter and ``first_line`` the line it starts at.
    """

    path: Path
    language: str
    name: str
    meta: dict[str, Any]
    lines: tuple[str, ...]
    first_line: int
    front_matter_error: str = field(default="", compare=False)
    key_lines: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def data_behind(self) -> str:
        """The file or folder that a generated page is made from; "" for a written page."""
        return next((data for start, data in GENERATED.items() if self.name.startswith(start)), "")

    @property
    def cites(self) -> bool:
        """Whether its citations count: all written pages and the generated ones that teach."""
        return not self.data_behind or self.name in CITING

    @property
    def is_module(self) -> bool:
        """Whether this is a training module (a page of ``modul/`` other than its index)."""
        return self.name.startswith("modul/") and not self.name.endswith("index.md")

    @property
    def module_number(self) -> int:
        """The number its file name begins with (``modul/05-….md``); 0 if it has none."""
        match = _MODULE_NUMBER.match(self.name)
        return int(match[1]) if match else 0

    @property
    def body(self) -> str:
        """The Markdown text without front matter."""
        return "\n".join(self.lines)

    @cached_property
    def prose(self) -> tuple[tuple[int, str], ...]:
        """Numbered lines outside code blocks."""
        return tuple(self._prose())

    def _prose(self) -> Iterator[tuple[int, str]]:
        fenced = False
        for number, line in enumerate(self.lines, self.first_line):
            if _FENCE.match(line):
                fenced = not fenced
            elif not fenced:
                yield number, line

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings in order."""
        found = []
        for number, line in self.prose:
            if match := HEADING.match(line):
                text = match[2]
                found.append(Heading(len(match[1]), text, match[3] or slugify(text, "-"), number))
        return tuple(found)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All admonitions and closed blocks in order."""
        return tuple(
            Block(match[2], match[3], match[4] or "", number)
            for number, line in self.prose
            if (match := BLOCK.match(line))
        )

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """All Markdown links in order."""
        return tuple(
            Link(match[1], match[2], number, match.start() + 1)
            for number, line in self.prose
            for match in _LINK.finditer(line)
        )

    @cached_property
    def tables(self) -> tuple[tuple[int, int, int], ...]:
        """All tables as (line, columns, rows without the header)."""
        found = []
        lines = list(self.prose)
        for index, (number, line) in enumerate(lines):
            if index and "|" in line and TABLE_RULE.match(line):
                rows = 0
                for _, following in lines[index + 1 :]:
                    if "|" not in following:
                        break
                    rows += 1
                columns = line.strip().strip("|").count("|") + 1
                found.append((number - 1, columns, rows))
        return tuple(found)


def parse(text: str, path: Path, language: str, name: str) -> Page:
    """Split ``text`` into front matter and body. Never raises: a bad front matter is kept as
    ``front_matter_error`` for the check to report."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    match = _FRONT_MATTER.match(text)
    meta: dict[str, Any] = {}
    error = ""
    if match:
        try:
            loaded = yaml.load(match[1], _LOADER)
        except yaml.MarkedYAMLError as failure:
            line = failure.problem_mark.line + 2 if failure.problem_mark else 2
            error = f"tidak terbaca di baris {line}; isi yang memuat titik dua harus diapit kutip"
        except yaml.YAMLError:
            error = "memuat karakter yang tidak boleh ada"
        except ValueError:
            error = "memuat tanggal yang tidak ada di kalender"
        else:
            if isinstance(loaded, dict):
                meta = loaded
            else:
                error = "bukan daftar kunci dan nilai"
    body = text[match.end() :] if match else text
    first_line = text[: match.end()].count("\n") + 1 if match else 1
    keys = _KEY.finditer(match[1]) if match else ()
    key_lines = {found[1]: match[1].count("\n", 0, found.start()) + 2 for found in keys if match}
    lines = tuple(body.split("\n"))
    return Page(path, language, name, meta, lines, first_line, error, key_lines)


def read(path: Path, docs: Path) -> Page:
    """Read one page below ``docs``/LANGUAGE. Raises OSError or UnicodeDecodeError."""
    language, _, name = path.relative_to(docs).as_posix().partition("/")
    return parse(path.read_text(encoding="utf-8"), path, language, name)


def title(name: str, language: str, docs: Path) -> str:
    """Give the title of the page ``name`` in ``language``, or in another while it is untranslated;
    the name itself if no such page has a title."""
    for folder in dict.fromkeys((language, *LANGUAGES)):
        path = docs / folder / name
        if path.is_file() and (found := read(path, docs).meta.get("title")):
            return str(found)
    return name


def read_all(docs: Path, language: str) -> dict[str, Page]:
    """All pages of one language, by name, sorted."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language}")
    return {
        page.name: page
        for path in sorted((docs / language).rglob("*.md"))
        if (page := read(path, docs))
    }
