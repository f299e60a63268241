"""The catalogue page and the project's own cases: complete, checked, and built the same twice."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import markdown
import pytest

from scripts.ballots import words
from scripts.ballots.__main__ import main
from scripts.ballots.layout import Election
from scripts.ballots.model import Verdict
from scripts.ballots.pages import IMAGES, PAGE, build, conclusion, load, quiz, render
from scripts.generate import GenerationError, generate
from scripts.legal import citations, register
from scripts.legal.register import Grade
from scripts.pages.source import parse, read
from scripts.paths import DOCS, LANGUAGES
from scripts.problems import Problem
from tests.ballots.test_ballot_model import CASE

REGISTER = register.load()[0]
CASES, PROBLEMS = load(REGISTER)


def test_the_projects_own_cases_are_right() -> None:
    assert not PROBLEMS, "\n".join(map(str, PROBLEMS))


def test_there_are_enough_of_them_for_every_ballot() -> None:
    asked = quiz(CASES)
    assert len(CASES) >= 45 and len(asked) >= 40
    assert all(case.mutu is not Grade.C and case.putusan is not Verdict.OPEN for case in asked)
    for election in Election:
        verdicts = Counter(case.putusan for case in CASES if case.pemilihan is election)
        assert all(verdicts[verdict] for verdict in Verdict), election
    signed = Counter(case.ditandatangani for case in asked)
    assert signed[False] >= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_alternatives_tell_the_cases_apart_and_no_verdict(language: str) -> None:
    texts = [words.alternative(case, language) for case in CASES]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert 40 <= len(text) <= 420
        assert not re.search(r"\b(tidak )?sah\b|\b(in)?valid\b", text)
        assert "None" not in text and "{" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_give_nothing_away(language: str) -> None:
    for case in CASES:
        assert not re.search(r"\b(tidak )?sah\b|\b(in)?valid\b", case.title(language), re.I)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_every_case_with_its_answer(language: str) -> None:
    text = render(CASES, REGISTER, language)
    page = parse(text, DOCS / language / PAGE, language, PAGE)
    anchors = [heading.id for heading in page.headings]
    assert len(set(anchors)) == len(anchors)
    assert {case.id for case in CASES} <= set(anchors)
    assert set(Election) <= set(anchors)
    kinds = Counter(block.kind for block in page.blocks)
    open_cases = sum(case.putusan is Verdict.OPEN for case in CASES)
    assert kinds == {"question": len(CASES) - open_cases, "warning": open_cases}
    assert not list(citations.check_page(page, REGISTER))
    assert page.cites and set(citations.cited_ids(page)) == {s for c in CASES for s in c.sumber}


def test_the_page_is_markdown_that_works() -> None:
    text = render(CASES, REGISTER, "id").partition("\n# ")[2]
    extensions = ["attr_list", "admonition", "pymdownx.details", "toc"]
    html = markdown.markdown(text, extensions=extensions)
    images = re.findall(r"<img [^>]*>", html)
    assert len(images) == len(CASES)
    for image in images:
        assert 'loading="lazy"' in image and 'width="576"' in image
    assert "{ width" not in html and "](" not in html


def test_both_languages_have_the_same_shape() -> None:
    shapes = []
    for language in LANGUAGES:
        page = parse(render(CASES, REGISTER, language), DOCS / PAGE, language, PAGE)
        headings = [(heading.level, heading.id) for heading in page.headings[1:]]
        shapes.append((headings, [block.kind for block in page.blocks]))
    assert shapes[0] == shapes[1]


def test_conclusions_name_the_row_of_the_form() -> None:
    found = {case.id: case for case in CASES}
    assert conclusion(found["dpr-01"], "id") == "Sah. Satu suara untuk Partai Melati (baris A.1)."
    party_and_candidate = conclusion(found["dpr-06"], "en")
    assert party_and_candidate == (
        "Valid. One vote for candidate number 1 of Partai Kenari (row A.2)."
    )
    assert conclusion(found["dpd-01"], "id") == "Sah. Satu suara untuk calon nomor 1."
    assert conclusion(found["ppwp-12"], "id") == "Tidak sah."
    assert conclusion(found["ppwp-24"], "en") == "Not certain (needs verification)."


def test_build_writes_once_and_removes_drawings_of_old_cases(tmp_path: Path) -> None:
    written = build(CASES, REGISTER, tmp_path)
    assert len(written) == len(CASES) + len(LANGUAGES)
    assert build(CASES, REGISTER, tmp_path) == []
    stale = tmp_path / IMAGES / "dpr-99.svg"
    stale.write_text("<svg/>", encoding="utf-8")
    assert build(CASES, REGISTER, tmp_path) == []
    assert not stale.exists()
    page = read(tmp_path / "id" / PAGE, tmp_path)
    for target in re.findall(r"\]\((\.\./\.\./images/[^)]+)\)", page.body):
        assert (tmp_path / "id" / PAGE).parent.joinpath(target).resolve().is_file()


def test_generating_stops_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem("data/kasus-surat-suara.yml", 1, 1, "SUR008", "bertentangan")
    monkeypatch.setattr("scripts.generate.ballots.load", lambda known: ([], [problem]))
    with pytest.raises(GenerationError, match="SUR008"):
        generate(tmp_path)
    assert not list(tmp_path.iterdir())


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, docs = tmp_path / "kasus.yml", tmp_path / "docs"
    data.write_text(CASE, encoding="utf-8")
    assert main(["check", "--data", str(data)]) == 0
    assert "1 kasus benar, 1 di antaranya untuk kuis." in capsys.readouterr().out
    assert not docs.exists()
    assert main(["build", "--data", str(data), "--docs", str(docs)]) == 0
    assert (docs / IMAGES / "dpr-01.svg").is_file()
    data.write_text(CASE.replace("putusan: sah", "putusan: tidak sah"), encoding="utf-8")
    before = (docs / "id" / PAGE).read_bytes()
    assert main(["build", "--data", str(data), "--docs", str(docs)]) == 1
    shown = capsys.readouterr()
    assert "SUR008" in shown.out and "tidak diubah" in shown.err
    assert (docs / "id" / PAGE).read_bytes() == before
