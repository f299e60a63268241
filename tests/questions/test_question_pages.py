"""The pages of the test and the project's own bank: complete, checked, and built the same twice."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import markdown
import pytest

from scripts import reading_ease
from scripts.legal import citations, register
from scripts.legal.register import Grade
from scripts.markup import escape
from scripts.pages.source import Page, parse
from scripts.paths import DOCS, LANGUAGES
from scripts.questions import build, checks, load
from scripts.questions.__main__ import main
from scripts.questions.model import Bank, Level, Settings
from scripts.questions.pages import (
    BANK_PAGE,
    FOLDER,
    INDEX_PAGE,
    KEY_PAGE,
    paper_page,
    render,
    write_papers,
)
from scripts.questions.papers import Paper, draw
from scripts.translations.checks import check_pair
from tests.questions.test_question_checks import REGISTER
from tests.questions.test_question_checks import docs as small_docs
from tests.questions.test_question_model import folder, questions

KNOWN = register.load()[0]
BANK, PROBLEMS = load(KNOWN)
PAPERS = draw(BANK)
TEXTS = render(BANK, PAPERS, BANK.settings.benih, KNOWN, DOCS)
NAMES = [INDEX_PAGE, BANK_PAGE, KEY_PAGE, *map(paper_page, PAPERS)]


def page(name: str, language: str) -> Page:
    return parse(TEXTS[f"{language}/{name}"], DOCS / language / name, language, name)


def test_the_projects_own_questions_are_right() -> None:
    assert not PROBLEMS, "\n".join(map(str, PROBLEMS))


def test_there_are_enough_of_them_for_every_module() -> None:
    assert len(BANK.questions) >= 120
    assert BANK.modules == tuple(range(1, 15))
    assert all(len(BANK.of(module)) >= 8 for module in BANK.modules)
    levels = Counter(question.tingkat for question in BANK.questions)
    assert all(levels[level] >= 20 for level in Level)


def test_every_key_rests_on_grade_a_or_b() -> None:
    grades = {KNOWN.entries[key].grade for q in BANK.questions for key in q.sumber}
    assert Grade.C not in grades


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_trick_passes_the_test(language: str) -> None:
    """Always the longest, the shortest, or one letter: hardly better than a blind guess."""
    tricks = {
        "longest": [max(q.options(language), key=len) for q in BANK.questions],
        "shortest": [min(q.options(language), key=len) for q in BANK.questions],
    }
    tricks |= {
        str(place): [q.options(language)[place] for q in BANK.questions] for place in range(3)
    }
    for name, answers in tricks.items():
        pairs = zip(BANK.questions, answers, strict=True)
        right = sum(answer == q.options(language)[q.benar - 1] for q, answer in pairs)
        assert right <= 0.4 * len(BANK.questions), name


def test_old_names_of_forms_are_called_old() -> None:
    old = re.compile(r"\b(C1|C6|C7|A5|DPKTb|Situng)\b|-KWK\b")
    for question in BANK.questions:
        text = " ".join((question.situasi, *question.pilihan, question.sebab))
        assert not old.search(text) or re.search(r"\b(lama|2019|Pilkada)\b", text), question.id


def test_the_projects_own_forms_are_of_equal_weight() -> None:
    first, second = PAPERS
    assert first.weight == second.weight
    assert len(first.items) == len(second.items) == 14 * BANK.settings.per_modul


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_pages_are_sound(name: str, language: str) -> None:
    found = page(name, language)
    assert not found.front_matter_error and found.meta["dihasilkan"] is True
    assert found.meta["title"] == found.headings[0].text
    assert 30 <= len(found.meta["description"]) <= 170
    anchors = [heading.id for heading in found.headings]
    assert len(set(anchors)) == len(anchors)
    levels = [heading.level for heading in found.headings]
    assert levels[0] == 1 and all(b <= a + 1 for a, b in pairwise(levels))
    assert not list(citations.check_page(found, KNOWN))
    assert "{" not in re.sub(r"\{ #[\w-]+ \}", "", found.body)


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_shape_sources_and_figures(name: str) -> None:
    # Apostrophes are written as a number: &#39; is no figure of the page.
    texts = {lang: re.sub(r"&#\d+;", "", TEXTS[f"{lang}/{name}"]) for lang in LANGUAGES}
    ours, theirs = (parse(texts[lang], DOCS / lang / name, lang, name) for lang in LANGUAGES)
    found = [problem for problem in check_pair(ours, theirs) if problem.code != "TER002"]
    assert not found, "\n".join(map(str, found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bank_shows_every_question_with_its_answer(language: str) -> None:
    found = page(BANK_PAGE, language)
    anchors = {heading.id for heading in found.headings}
    assert {question.id for question in BANK.questions} <= anchors
    assert {block.kind for block in found.blocks} == {"question"}
    assert len(found.blocks) == len(BANK.questions)
    assert set(citations.cited_ids(found)) == {key for q in BANK.questions for key in q.sumber}
    for question in BANK.questions:
        part = found.body.partition(f"{{ #{question.id} }}")[2].partition("\n###")[0]
        assert escape(question.situation(language)) in part
        shown, _, answer = part.partition("???")
        for letter, option in zip("ABCD", question.options(language), strict=False):
            assert f"- **{letter}.** {escape(option)}\n" in shown
        right = escape(question.options(language)[question.benar - 1])
        assert f"    **{question.letter}. {right}**" in answer
        assert escape(question.reason(language)) in answer and f".md#{question.bagian})" in answer


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_forms_print_everything_and_give_nothing_away(language: str, paper: Paper) -> None:
    found = page(paper_page(paper), language)
    assert found.meta["gaya"] == "stylesheets/lembar.css"
    printed = found.body.partition("\n## ")[2]
    assert "\n## " not in printed and "](" not in printed  # one sheet, no links on paper
    for item in paper.items:
        assert (
            f"{{ #soal-{item.number} }}\n\n{escape(item.question.situation(language))}" in printed
        )
        assert escape(item.question.reason(language)) not in printed
        assert item.question.id not in printed
        for letter, text in item.options(language):
            assert f"- **{letter}.** {escape(text)}\n" in printed + "\n"
    code = {"id": "Kode peserta: ....", "en": "Participant code: ...."}[language]
    assert code in printed and not re.search(r"\b(Nama|Name|NIK):", printed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_fits_the_forms(language: str) -> None:
    body = page(KEY_PAGE, language).body
    for paper in PAPERS:
        part = body.partition(f"{{ #kunci-{paper.name.lower()} }}")[2].partition("\n## ")[0]
        rows = re.findall(
            r"^\| (\d+) \| \*\*([A-D])\*\* \| \[[\d.]+\]\(bank-soal\.md#(m\d\d-\d\d)", part, re.M
        )
        assert rows == [(str(i.number), i.letter, i.question.id) for i in paper.items]
    # Every score has one meaning: the rows of the table follow on one another down to nought.
    ranges = re.findall(r"^\| (\d+)–(\d+) \|", body, re.M)
    bounds = [(int(low), int(high)) for low, high in ranges]
    assert bounds[0][1] == len(PAPERS[0].items) and bounds[-1][0] == 0
    assert all(below[1] == above[0] - 1 for above, below in pairwise(bounds))


def test_links_lead_to_pages_and_headings_that_exist() -> None:
    for language in LANGUAGES:
        own = {Path(name).name: page(name, language) for name in NAMES}
        for name, found in own.items():
            for link in found.links:
                target, _, anchor = link.target.partition("#")
                if target in own or not target:
                    anchors = {heading.id for heading in own[target or name].headings}
                elif "/modul/" in target:
                    path = (DOCS / language / FOLDER / target).resolve()
                    anchors = {h.id for h in parse(path.read_text("utf-8"), path, "", "").headings}
                else:
                    continue  # the register's anchors are checked above, the rest by the build
                assert not anchor or anchor in anchors, (language, name, link.target)


def test_the_guide_is_long_enough_and_reads_easily() -> None:
    for language in LANGUAGES:
        found = page(INDEX_PAGE, language)
        assert len(found.body.split()) >= 300
        measured = reading_ease.measure(found)
        assert measured.words_a_sentence <= 15 and not measured.long, measured.long
    text = page(INDEX_PAGE, "id").body
    assert "saran kami" in text.lower() and str(BANK.settings.benih) in text
    assert {"soal-a.md", "soal-b.md", "kunci.md", "bank-soal.md"} <= {
        link.target for link in page(INDEX_PAGE, "id").links
    }


def test_what_is_not_yet_verified_says_so() -> None:
    for language, mark in citations.MARK.items():
        lines = page(INDEX_PAGE, language).body.split("\n")
        (doubtful,) = [line for line in lines if "#pers-2019-pretes" in line]
        assert f"**({mark})**" in doubtful


def test_the_pages_are_markdown_that_works() -> None:
    extensions = ["attr_list", "admonition", "tables", "fenced_code", "pymdownx.details", "toc"]
    for name, text in TEXTS.items():
        html = markdown.markdown(text.partition("\n---\n")[2], extensions=extensions)
        assert "](" not in html and "{ #" not in html and "???" not in html, name
    html = markdown.markdown(
        TEXTS[f"id/{BANK_PAGE}"].partition("\n---\n")[2], extensions=extensions
    )
    assert html.count('<details class="question">') == len(BANK.questions)


@pytest.fixture(name="small")
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Bank, Path]:
    monkeypatch.setattr(checks, "TOTAL", 9)
    docs = small_docs(tmp_path)
    bank, problems = load(REGISTER, docs, folder(tmp_path, {"05.yml": questions()}))
    assert not problems
    return bank, docs


def test_build_writes_once(small: tuple[Bank, Path]) -> None:
    bank, docs = small
    written = build(bank, REGISTER, docs)
    assert sorted(path.relative_to(docs).as_posix() for path in written) == sorted(
        f"{language}/{name}" for language in LANGUAGES for name in NAMES
    )
    assert build(bank, REGISTER, docs) == []
    other = Bank(bank.questions, Settings(benih=8, per_modul=2))
    changed = {path.name for path in build(other, REGISTER, docs)}
    assert changed == {"index.md", "kunci.md", "soal-a.md", "soal-b.md"}


def test_text_of_the_data_stays_text(small: tuple[Bank, Path]) -> None:
    bank, docs = small
    evil = "<b>[x](y)</b> | `{{ a }}` *tebal* _miring_ # satu dua tiga empat?"
    first = bank.questions[0].model_copy(
        update={"situasi": evil, "sebab": evil, "pilihan": (evil, "b | c", "<i>")}
    )
    changed = Bank((first, *bank.questions[1:]), bank.settings)
    for name, text in render(changed, draw(changed), 7, REGISTER, docs).items():
        body = text.partition("\n---\n")[2]
        assert "<b>" not in body and "[x](y)" not in body and "<i>" not in body, name
        assert "b | c" not in body, name


def test_a_module_not_yet_translated_is_shown_in_indonesian(small: tuple[Bank, Path]) -> None:
    bank, docs = small
    (docs / "en" / "modul" / "05-pemungutan.md").unlink()
    text = render(bank, draw(bank), 7, REGISTER, docs)[f"en/{BANK_PAGE}"]
    assert "## Module 5. Pemungutan suara { #modul-05 }" in text


def test_papers_of_another_seed_go_into_a_folder(small: tuple[Bank, Path], tmp_path: Path) -> None:
    bank, docs = small
    out = tmp_path / "naskah"
    written = write_papers(bank, 11, REGISTER, docs, out)
    assert sorted(path.relative_to(out).as_posix() for path in written) == [
        f"{language}/{name}"
        for language in ("en", "id")
        for name in ("kunci.md", "soal-a.md", "soal-b.md")
    ]
    assert "benih 11" in (out / "id" / "kunci.md").read_text("utf-8")


def test_the_command_checks_without_writing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert f"{len(BANK.questions)} soal terbaca" in capsys.readouterr().out


def test_the_command_reports_one_file_only_if_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = folder(tmp_path, {"05.yml": questions(), "06.yml": "[]"})
    options = ["--data", str(data), "--docs", str(small_docs(tmp_path, 5, 6))]
    assert main(["check", *options, str(data / "06.yml")]) == 1
    output = capsys.readouterr().out
    assert "06.yml:1:1: SOA001" in output and "05.yml" not in output and "tes.yml" not in output


def test_the_command_draws_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["paper", "--seed", "11"]) == 0
    shown = capsys.readouterr().out
    keys = [f"{i.question.id}:{i.letter}" for p in draw(BANK, 11) for i in p.items]
    assert all(key in shown for key in keys) and "ditulis" not in shown
    assert main(["paper", "--seed", "11", "--out", str(tmp_path / "n")]) == 0
    assert (tmp_path / "n" / "en" / "soal-b.md").is_file()


def test_the_command_draws_nothing_from_a_wrong_bank(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = folder(tmp_path, {"05.yml": "[]"})
    out = tmp_path / "n"
    options = ["--data", str(data), "--docs", str(small_docs(tmp_path)), "--out", str(out)]
    assert main(["paper", *options]) == 1
    assert "Naskah tidak dibuat" in capsys.readouterr().err and not out.exists()
