"""``python -m scripts.reading_ease [FILE …]``: how long the sentences and paragraphs of a page are.

The bar of the project: Indonesian sentences of 20 words or fewer on average, and no paragraph over
five lines on a phone. Sources in brackets are not counted as words of a sentence, but they do take
room on the screen.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.pages.source import Page, read, read_all
from scripts.paths import DOCS, SOURCE_LANGUAGE, relative

MAX_WORDS = 20.0
MAX_LINES = 5
#: Characters on one line of a phone 360 px wide; measured in the browser tests.
CHARACTERS_A_LINE = 35
#: Sources are set smaller than the text around them (situs.css).
_SOURCE_SCALE = 0.85

_SOURCE = re.compile(r"\[([^\]]*)\]\([^)]*dasar-hukum\.md#[^)]*\)")
_BRACKETED = re.compile(r"\s*\([^()§]*§[^()]*\)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`]|\{[^}]*\}")
_NOT_PROSE = re.compile(r"^\s*(?:#|\||!!!|\?\?\?|<!--|!\[|\*\[)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+\.|:)\s+")
_END = re.compile(r"[.!?:;](?=[\"”')]*\s+[\"“'(«]?[A-Z0-9“\"])|[.!?:;][\"”')]*$")
_ABBREVIATED = re.compile(r"\b(Ps|hlm|Kep|No|Bab|dll|Kab|Rp|e\.g|i\.e|Art|p)\.")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph or list item: its line in the file and its Markdown on one line."""

    line: int
    text: str

    @property
    def sentences(self) -> list[str]:
        """The sentences without sources, marks and link targets."""
        unsourced = _BRACKETED.sub("", _SOURCE.sub("§", self.text)).replace("§", "")
        text = _MARKS.sub("", _LINK.sub(r"\1", unsourced))
        text = _ABBREVIATED.sub(r"\1", text)
        parts, start = [], 0
        for match in _END.finditer(text):
            parts.append(text[start : match.end()])
            start = match.end()
        parts.append(text[start:])
        return [part.strip() for part in parts if len(part.split()) > 1]

    @property
    def lines_on_phone(self) -> float:
        """About how many lines it takes on a phone."""
        sources = sum(len(match[1]) for match in _SOURCE.finditer(self.text))
        shown = len(_MARKS.sub("", _LINK.sub(r"\1", self.text)))
        return (shown - (1 - _SOURCE_SCALE) * sources) / CHARACTERS_A_LINE


@dataclass(frozen=True)
class Ease:
    """What was measured on one page."""

    page: Page
    sentences: int
    words: int
    long: tuple[Paragraph, ...]

    @property
    def words_a_sentence(self) -> float:
        """Average length of a sentence in words; 0 on a page without sentences."""
        return self.words / self.sentences if self.sentences else 0.0


def paragraphs(page: Page) -> Iterator[Paragraph]:
    """Yield paragraphs and list items; headings, tables, code and block titles are none."""
    gathered: list[str] = []
    start = 0
    for number, line in [*page.prose, (0, "")]:
        text = line.strip()
        if gathered and (not text or _ITEM.match(line) or _NOT_PROSE.match(line)):
            yield Paragraph(start, " ".join(gathered))
            gathered = []
        if text and not _NOT_PROSE.match(line):
            if not gathered:
                start = number
            gathered.append(_ITEM.sub("", line).strip())


def measure(page: Page) -> Ease:
    """Measure one page."""
    found = list(paragraphs(page))
    sentences = [sentence for paragraph in found for sentence in paragraph.sentences]
    return Ease(
        page,
        len(sentences),
        sum(len(sentence.split()) for sentence in sentences),
        tuple(p for p in found if p.lines_on_phone > MAX_LINES),
    )


def measure_all(docs: Path = DOCS, language: str = SOURCE_LANGUAGE) -> list[Ease]:
    """Measure every written page of one language, by name."""
    pages = read_all(docs, language).values()
    return [measure(page) for page in pages if not page.data_behind]


def main(arguments: list[str]) -> int:
    """Command line; gives 1 if a page misses the bar."""
    files = [Path(name).resolve() for name in arguments]
    measured = [measure(read(path, DOCS)) for path in files] if files else measure_all()
    missed = False
    for ease in measured:
        name = relative(ease.page.path)
        print(f"{name}: {ease.words_a_sentence:.1f} kata tiap kalimat, {ease.sentences} kalimat")
        missed = missed or ease.words_a_sentence > MAX_WORDS or bool(ease.long)
        for paragraph in ease.long:
            lines = f"{paragraph.lines_on_phone:.1f}"
            print(f"{name}:{paragraph.line}: kira-kira {lines} baris di ponsel; bagi menjadi dua")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
