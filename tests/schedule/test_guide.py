"""The contributor pages say what the checks do: nothing on them is only claimed."""

from __future__ import annotations

import re
import time
from enum import StrEnum
from typing import Any

import pytest
import yaml
from markdown import markdown

from scripts.paths import LANGUAGES
from scripts.problems import Severity
from scripts.schedule import guide, modules, places
from scripts.schedule.cells import PARSERS, CellError, clean, parse_list
from scripts.schedule.checks import load
from scripts.schedule.codes import CODES, PAGE
from scripts.schedule.model import COLUMNS, REQUIRED_CELLS, REQUIRED_COLUMNS, Session
from scripts.schedule.reader import HEADER_ALIASES, column_name
from scripts.schedule.regions import LEVELS

PAGES = guide.render()
NAMES = [
    f"{language}/{page}"
    for language in LANGUAGES
    for page in (guide.COLUMNS_PAGE, guide.CODES_PAGE)
]
EXTENSIONS = ["attr_list", "tables", "toc"]


def _read(column: str, text: str) -> Any:
    """Read a cell as the checks do; raises CellError. Regions are read within a sound row."""
    text = clean(text)
    if column in LEVELS:
        row = {name: guide.ACCEPTED[name][0] for name in LEVELS}
        if column != "kelurahan_desa":
            row["kelurahan_desa"] = ""
        if column in ("provinsi", "kab_kota"):
            row["kecamatan"] = ""
        found, faults = places.read(*(row | {column: text}).values())
        for _, fault in faults:
            raise fault
        return found[column]
    if column == "modul":
        return modules.parse(text)
    return PARSERS[column](text) if column in PARSERS else text


def _html(name: str) -> str:
    return markdown(PAGES[name].split("---\n", 2)[2], extensions=EXTENSIONS)


def test_there_are_two_pages_a_language_and_they_do_not_depend_on_the_run() -> None:
    assert sorted(PAGES) == sorted(NAMES)
    assert guide.render() == PAGES


@pytest.mark.parametrize("name", NAMES)
def test_the_front_matter_says_that_the_page_is_made(name: str) -> None:
    meta = yaml.safe_load(PAGES[name].split("---\n")[1])
    assert meta["dihasilkan"] is True
    assert 3 <= len(meta["title"]) <= 70
    assert 30 <= len(meta["description"]) <= 170


@pytest.mark.parametrize("page", [guide.COLUMNS_PAGE, guide.CODES_PAGE])
def test_both_languages_have_the_same_anchors_links_and_lists(page: str) -> None:
    shapes = [
        (
            re.findall(r'<h\d id="([^"]*)"', html),
            re.findall(r'href="([^"]*)"', html),
            html.count("<li>"),
        )
        for html in (_html(f"{language}/{page}") for language in LANGUAGES)
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("name", NAMES)
def test_links_within_a_page_lead_somewhere(name: str) -> None:
    html = _html(name)
    anchors = re.findall(r' id="([^"]*)"', html)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(anchors)


# --- columns ---


def test_every_column_has_an_english_description() -> None:
    assert tuple(guide.ENGLISH) == COLUMNS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_column_has_its_section(language: str) -> None:
    html = _html(f"{language}/{guide.COLUMNS_PAGE}")
    for name in COLUMNS:
        section = html.split(f'id="{name}"')[1].split("<h")[0]
        assert section.count("<code>") > len(Session.model_fields[name].examples or ())
        assert ("<strong>" in section) == (name in REQUIRED_COLUMNS)
    assert set(REQUIRED_CELLS) <= set(REQUIRED_COLUMNS)


@pytest.mark.parametrize("column", COLUMNS)
def test_examples_of_the_model_are_accepted(column: str) -> None:
    examples = Session.model_fields[column].examples
    assert examples, f"beri contoh di model.py: {column}"
    for text in examples:
        _read(column, str(text))


@pytest.mark.parametrize("column", COLUMNS)
def test_other_titles_on_the_page_mean_the_column(column: str) -> None:
    titles = guide.other_titles(column)
    assert len(titles) == sum(name == column for name in HEADER_ALIASES.values())
    for title in (column, *titles, *(title.upper() for title in titles)):
        assert column_name(title) == column


def test_every_word_of_a_vocabulary_is_explained_and_accepted() -> None:
    vocabularies = {name: words for name in COLUMNS if (words := guide.words_of(name))}
    assert list(vocabularies) == ["zona", "jenis", "status", "kepastian_tanggal"]
    every: list[StrEnum] = [word for words in vocabularies.values() for word in words]
    assert list(guide.MEANINGS) == every, "terangkan setiap kata di guide.MEANINGS"
    for column, words in vocabularies.items():
        for word in words:
            assert set(guide.MEANINGS[word]) == set(LANGUAGES)
            assert _read(column, word.value) is word


@pytest.mark.parametrize(
    ("column", "text"), [(name, text) for name, texts in guide.ACCEPTED.items() for text in texts]
)
def test_accepted_spellings_are_one_value(column: str, text: str) -> None:
    assert _read(column, text) == _read(column, guide.ACCEPTED[column][0])
    for language in LANGUAGES:
        assert guide.code_span(text) in PAGES[f"{language}/{guide.COLUMNS_PAGE}"]


@pytest.mark.parametrize("item", guide.REFUSED, ids=lambda item: item.wrong)
def test_refused_spellings_are_refused_and_their_right_form_is_not(item: guide.Refused) -> None:
    with pytest.raises(CellError):
        _read(item.column, item.wrong)
    _read(item.column, item.right)
    assert set(item.why) == set(LANGUAGES)
    for language in LANGUAGES:
        line = f"\n- {guide.code_span(item.wrong)}: "
        assert line in PAGES[f"{language}/{guide.COLUMNS_PAGE}"]


def test_several_regions_in_a_cell() -> None:
    assert len(_read("kelurahan_desa", guide.SEVERAL)) == len(parse_list(guide.SEVERAL)) == 2


def test_what_an_empty_cell_means(write: Any, sound: Any) -> None:
    rows = [
        sound(id="1", tanggal="", kepastian_tanggal="tidak disebut"),
        sound(id="2", kab_kota="–", kecamatan="-"),
        sound(id="3", kecamatan="", kelurahan_desa="—", jam_mulai="-"),
    ]
    result = load(write(rows))
    assert [str(p) for p in result.problems if p.severity is Severity.ERROR] == []
    undated, province, regency = result.sessions
    assert undated.tanggal is None
    assert [place.level for place in (*province.areas, *regency.areas)] == [1, 2]


# --- codes ---


def test_every_code_has_an_example_that_gives_its_message() -> None:
    found = guide.messages()
    assert list(guide.EXAMPLES) == list(CODES)
    missing = [code for code in CODES if code not in found]
    assert not missing, f"contoh di guide.EXAMPLES tidak menimbulkan: {missing}"
    for code, problem in found.items():
        assert problem.severity is CODES[code].severity
        assert problem.file in ("data/jadwal/kab-bogor.csv", "data/jadwal.yml")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_heading_and_is_listed_once(language: str) -> None:
    html = _html(f"{language}/{guide.CODES_PAGE}")
    for code, about in CODES.items():
        assert f'id="{code.lower()}">{code} ' in html
        assert html.count(f'href="#{code.lower()}"') == 1
        section = html.split(f'id="{code.lower()}"')[1].split("<h3")[0]
        assert section.count("<p>") + section.count("<p ") == 3, "tingkat, contoh, pesan"
        assert about.title[language]
    assert f"kontribusi/{guide.CODES_PAGE.rpartition('/')[2]}".replace(".md", "/") == PAGE


def test_the_page_shows_messages_as_the_checks_give_them() -> None:
    text = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), PAGES[f"en/{guide.CODES_PAGE}"])
    for problem in guide.messages().values():
        assert f"> {problem.message}\n" in text


def test_personal_data_of_the_examples_are_masked() -> None:
    for page in PAGES.values():
        assert not re.search(r"\d{10,}(?!\d*`)", page.replace("3201011007", ""))
        assert "@" not in page


@pytest.mark.parametrize("text", ["a`b", "``", "<b>x</b>", "a|b", "  a\nb ", "*x* {: #y }"])
def test_a_code_span_shows_its_text(text: str) -> None:
    html = markdown(guide.code_span(text), extensions=EXTENSIONS)
    flat = " ".join(text.split())
    shown = flat.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert html == f"<p><code>{shown}</code></p>"


def test_made_in_half_a_second() -> None:
    begin = time.process_time()
    guide.render()
    assert time.process_time() - begin < 0.5, "halaman dibuat ulang pada setiap simpan"
