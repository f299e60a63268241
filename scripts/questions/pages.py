"""The pages of the test, made from the bank: how to use it, all questions, two forms, their key."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import relpath

from scripts.legal.pages import PAGE as REGISTER_PAGE
from scripts.legal.register import Entry, Register
from scripts.markup import escape, page_head
from scripts.pages.source import Page
from scripts.paths import DOCS, LANGUAGES, SOURCE_LANGUAGE, write_if_changed
from scripts.problems import Problem
from scripts.questions import model
from scripts.questions.checks import check
from scripts.questions.model import LETTERS, Bank, Question
from scripts.questions.modules import Modules, modules
from scripts.questions.papers import Item, Paper, draw
from scripts.questions.words import BANDS, INDEX, READING, SHARES, WORDS

FOLDER = "fasilitator/tes"
INDEX_PAGE = f"{FOLDER}/index.md"
BANK_PAGE = f"{FOLDER}/bank-soal.md"
KEY_PAGE = f"{FOLDER}/kunci.md"
_REGISTER = relpath(REGISTER_PAGE, FOLDER)
#: Handouts share a style sheet: what stands below a heading ``##`` is printed.
_STYLE = "gaya: stylesheets/lembar.css"
#: Answers are for facilitators: readers who search find the modules, not the test.
_UNSEARCHED = ("search:", "  exclude: true")
#: Letters of a source in a table.
_CELL = 45
#: Minutes allowed for a form, rounded up to this.
_ROUND = 5
#: Short tests: how many modules they take, by the name that the guide gives to their questions.
_PARTS = {"three": 3, "four": 4, "seven": 7}


@dataclass(frozen=True)
class _Test:
    """All that the pages show, in one language."""

    bank: Bank
    papers: Sequence[Paper]
    seed: int
    register: Register
    modules: Modules
    language: str

    @property
    def words(self) -> dict[str, str]:
        return WORDS[self.language]

    @property
    def count(self) -> int:
        """Questions in one form."""
        return len(self.papers[0].items)

    def page(self, question: Question) -> Page:
        """The module of a question; the Indonesian page while there is no other."""
        pages = self.modules[question.module]
        return pages.get(self.language) or pages[SOURCE_LANGUAGE]


def paper_page(paper: Paper) -> str:
    """Name the page of one form."""
    return f"{FOLDER}/soal-{paper.name.lower()}.md"


def load(
    register: Register, docs: Path = DOCS, folder: Path = model.FOLDER
) -> tuple[Bank, list[Problem]]:
    """Read and check the questions; gives those that could be read and every problem.

    ``docs`` has the modules that the questions are about.
    """
    files, settings = model.load(folder)
    questions = [question for read in files for question in read.questions.values()]
    bank = Bank(tuple(sorted(questions, key=lambda question: question.id)), settings.settings)
    problems = [problem for read in (*files, settings) for problem in read.problems]
    return bank, [*problems, *check(files, settings, register, docs, folder)]


def build(bank: Bank, register: Register, docs: Path) -> list[Path]:
    """Write the pages in every language below ``docs``; give the files that changed.

    Raises ValueError if a module has too few questions for two forms.
    """
    papers = draw(bank)
    return [
        path
        for name, text in render(bank, papers, bank.settings.benih, register, docs).items()
        if write_if_changed(path := docs / name, text)
    ]


def write_papers(bank: Bank, seed: int, register: Register, docs: Path, out: Path) -> list[Path]:
    """Write two forms drawn with ``seed`` and their key below ``out``; give the files that changed.

    Raises ValueError if a module has too few questions, OSError if ``out`` cannot be written.
    """
    written = []
    for name, text in render(bank, draw(bank, seed), seed, register, docs).items():
        language, _, page = name.partition("/")
        path = out / language / Path(page).name
        if page not in (INDEX_PAGE, BANK_PAGE) and write_if_changed(path, text):
            written.append(path)
    return written


def render(
    bank: Bank, papers: Sequence[Paper], seed: int, register: Register, docs: Path
) -> dict[str, str]:
    """Give the Markdown of all pages in every language, by path below ``docs``."""
    taught = modules(docs)
    files = {}
    for language in LANGUAGES:
        test = _Test(bank, papers, seed, register, taught, language)
        pages = {INDEX_PAGE: _index(test), BANK_PAGE: _bank(test), KEY_PAGE: _key(test)}
        pages |= {paper_page(paper): _paper(paper, test) for paper in papers}
        for name, lines in pages.items():
            files[f"{language}/{name}"] = "\n".join(lines).rstrip() + "\n"
    return files


def _index(test: _Test) -> Iterator[str]:
    words = test.words
    yield from page_head(words["index"], words["index description"])
    yield INDEX[test.language].format(
        total=len(test.bank.questions),
        count=test.count,
        per_module=test.bank.settings.per_modul,
        minutes=math.ceil(test.count / _ROUND) * _ROUND,
        seed=test.seed,
        **{word: number * test.bank.settings.per_modul for word, number in _PARTS.items()},
    )


def _bank(test: _Test) -> Iterator[str]:
    words, total = test.words, len(test.bank.questions)
    description = words["bank description"].format(total=total)
    yield from page_head(words["bank"], description, "hide: [toc]", *_UNSEARCHED)
    yield from (words["bank intro"].format(total=total), "", words["bank use"], "")
    yield from (f"## {words['modules']} {{ #menurut-modul }}", "")
    for module in test.bank.modules:
        count = words["count"].format(count=len(test.bank.of(module)))
        yield f"- [{_module_title(module, test)}](#modul-{module:02}): {count}"
    yield ""
    for module in test.bank.modules:
        own = test.bank.of(module)
        yield from (f"## {_module_title(module, test)} {{ #modul-{module:02} }}", "")
        target = relpath(test.page(own[0]).name, FOLDER)
        yield from (words["taught in"].format(module=module, page=target), "")
        for question in own:
            yield from _question(question, test)


def _module_title(module: int, test: _Test) -> str:
    page = test.page(test.bank.of(module)[0])
    title = str(page.meta.get("title", page.name))
    return escape(test.words["module"].format(module=module, title=title))


def _question(question: Question, test: _Test) -> Iterator[str]:
    words, language = test.words, test.language
    options = list(zip(LETTERS, question.options(language), strict=False))
    yield from (f"### {words['question'].format(number=question.number)} {{ #{question.id} }}", "")
    yield from (escape(question.situation(language)), "")
    yield from _options(options)
    yield from (f'??? question "{words["answer"].format(number=question.number)}"', "")
    letter, text = options[question.benar - 1]
    yield from (f"    **{letter}. {escape(text)}**", "")
    yield from (f"    {escape(question.reason(language))}", "")
    sources = "; ".join(_source(entry, language) for entry in _entries(question, test))
    level = f"{words['level']}: {words[question.tingkat]}."
    yield from (f"    {level} {words['section']}: {_section(question, test)}.", "")
    yield from (f"    {words['sources']}: {sources}.", "")


def _options(options: Sequence[tuple[str, str]]) -> Iterator[str]:
    for letter, text in options:
        yield f"- **{letter}.** {escape(text)}"
    yield ""


def _section(question: Question, test: _Test) -> str:
    """Give a link to the part of the module that teaches it, named after its heading."""
    page = test.page(question)
    heading = next((h.text for h in page.headings if h.id == question.bagian), question.bagian)
    text = escape(re.sub(r"[*_`]", "", heading))
    return f"[{text}]({relpath(page.name, FOLDER)}#{question.bagian})"


def _entries(question: Question, test: _Test) -> list[Entry]:
    found = (test.register.entries.get(key) for key in question.sumber)
    return [entry for entry in found if entry]


def _source(entry: Entry, language: str, room: int | None = None) -> str:
    """Give a link named after the source.

    Where there is ``room`` for so many letters only, a longer name is cut to the instrument's, in
    both languages alike.
    """
    name = entry.name(language)
    if room and max(len(entry.name(each)) for each in LANGUAGES) > room:
        name = entry.instrument.short[language]
    return f"[{escape(name)}]({_REGISTER}#{entry.id})"


def _paper(paper: Paper, test: _Test) -> Iterator[str]:
    words = test.words
    other = next(form.name for form in test.papers if form.name != paper.name)
    filled = {
        "name": paper.name,
        "other": other,
        "anchor": paper.name.lower(),
        "count": test.count,
        "seed": test.seed,
    }
    title, description = (words[key].format(**filled) for key in ("paper", "paper description"))
    yield from page_head(title, description, _STYLE, *_UNSEARCHED)
    for key in ("paper intro", "paper seed"):
        yield from (words[key].format(**filled), "")
    yield from (f"## {words['paper title'].format(**filled)} {{ #naskah-{filled['anchor']} }}", "")
    for key in ("code", "score", "instruction", "committee", "lists"):
        yield from (words[key].format(**filled), "")
    for item in paper.items:
        yield from _item(item, test)


def _item(item: Item, test: _Test) -> Iterator[str]:
    title = test.words["question"].format(number=item.number)
    yield from (f"### {title} {{ #soal-{item.number} }}", "")
    yield from (escape(item.question.situation(test.language)), "")
    yield from _options(item.options(test.language))


def _key(test: _Test) -> Iterator[str]:
    words = test.words
    yield from page_head(words["key"], words["key description"], _STYLE, *_UNSEARCHED)
    yield from (words["key intro"].format(seed=test.seed), "")
    for paper in test.papers:
        title = words["key title"].format(name=paper.name)
        yield from (f"## {title} {{ #kunci-{paper.name.lower()} }}", "")
        columns = ("no", "letter", "item", "module column", "source column")
        yield from _table([words[column] for column in columns], _key_rows(paper, test))
    yield from (f"## {words['reading']} {{ #membaca-nilai }}", "")
    yield from _table([words[key] for key in ("right", "meaning", "advice")], _bands(test))
    figures = {
        "count": test.count,
        "guess": round(sum(1 / len(item.order) for item in test.papers[0].items)),
        "per_module": test.bank.settings.per_modul,
        **{f"weight_{paper.name.lower()}": paper.weight for paper in test.papers},
    }
    for text in READING[test.language]:
        yield f"- {text.format(**figures)}"


def _table(titles: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    for cells in (titles, ["---"] * len(titles), *rows):
        yield f"| {' | '.join(cells)} |"
    yield ""


def _key_rows(paper: Paper, test: _Test) -> Iterator[Sequence[str]]:
    for item in paper.items:
        question = item.question
        module = test.words["module cell"].format(module=question.module)
        sources = [_source(entry, test.language, _CELL) for entry in _entries(question, test)]
        yield (
            str(item.number),
            f"**{item.letter}**",
            f"[{question.number}]({relpath(BANK_PAGE, FOLDER)}#{question.id})",
            f"[{module}]({relpath(test.page(question).name, FOLDER)}#{question.bagian})",
            sources[0] if sources else "–",
        )


def _bands(test: _Test) -> Iterator[Sequence[str]]:
    """Yield the rows of the table of scores: whole numbers of right answers, none twice."""
    upper = test.count
    for share, (meaning, advice) in zip(SHARES, BANDS[test.language], strict=True):
        lower = math.ceil(share * test.count)
        yield (f"{lower}–{upper}", meaning, advice)
        upper = lower - 1
