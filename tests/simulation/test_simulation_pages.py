"""The pages of the simulations: handouts give nothing away, answers are complete and sourced."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from pathlib import Path
from posixpath import join, normpath

import markdown
import pytest

from scripts import ballots
from scripts.ballots.model import Verdict
from scripts.legal import citations, register
from scripts.pages.source import Page, parse
from scripts.paths import DOCS, LANGUAGES
from scripts.reading_ease import measure
from scripts.simulation import Simulation, build, load
from scripts.simulation.__main__ import main
from scripts.simulation.card_pages import PAGES as CARD_PAGES
from scripts.simulation.count_pages import PAGES as COUNT_PAGES
from scripts.simulation.model import SHEETS, VoterList
from scripts.simulation.text import (
    BALLOT_SHEETS,
    CARD_ANSWERS,
    CARD_SHEETS,
    COUNT_ANSWERS,
    FORM_SHEETS,
    paragraphs,
)
from scripts.translations.checks import numbers
from tests.simulation.test_simulation_model import CARD, PACK, write

REGISTER = register.load()[0]
CASES = ballots.load(REGISTER)[0]
OWN, PROBLEMS = load(REGISTER, CASES)
NAMES = sorted(CARD_PAGES | COUNT_PAGES)
HANDOUTS = (BALLOT_SHEETS, CARD_SHEETS, FORM_SHEETS)
_VERDICT = re.compile(r"\b(tidak )?sah\b|\b(in)?valid\b", re.IGNORECASE)


def page(name: str, language: str, simulation: Simulation = OWN) -> Page:
    text = (CARD_PAGES | COUNT_PAGES)[name](simulation, REGISTER, language)
    return parse(text, Path(name), language, name)


def shown(name: str, language: str) -> Page:
    """A page with its characters as readers see them, not as entities."""
    made = page(name, language)
    return parse(html.unescape(made.body), made.path, language, name)


def invented(folder: Path, cards: str = CARD, packs: str = PACK) -> Simulation:
    """A simulation read from texts."""
    simulation, _ = load(
        REGISTER, CASES, write(folder, "kartu.yml", cards), write(folder, "paket.yml", packs)
    )
    return simulation


def test_the_projects_own_cards_and_packs_are_right() -> None:
    assert not PROBLEMS, "\n".join(map(str, PROBLEMS))


def test_the_projects_own_cards_and_packs_practise_enough() -> None:
    assert len(OWN.cards) >= 24
    assert {card.daftar for card in OWN.cards} == set(VoterList)
    assert [pack.pemilihan for pack in OWN.packs] == ["ppwp", "dpr"]
    for pack in OWN.packs:
        sheets = OWN.sheets(pack)
        invalid = sum(case.putusan is Verdict.INVALID for case in sheets)
        assert len(sheets) == SHEETS and 5 <= invalid <= 12
        assert len({case.id for case in sheets}) >= 15


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_pages_are_plain_markdown_with_an_introduction(name: str, language: str) -> None:
    made = page(name, language)
    assert made.meta["dihasilkan"] is True and made.meta["title"]
    assert 30 <= len(made.meta["description"]) <= 170
    assert [heading.level for heading in made.headings].count(1) == 1
    levels = [heading.level for heading in made.headings]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [heading.id for heading in made.headings]
    assert len(set(ids)) == len(ids)
    assert len(made.body.partition("\n## ")[0].split()) > 40
    assert not re.search(r"<(?!!--)/?[a-zA-Z]", made.body) and "None" not in made.body
    markdown.markdown(made.body, extensions=["attr_list", "tables"])


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_anchors_tables_figures_and_sources(name: str) -> None:
    ours, theirs = page(name, "id"), page(name, "en")
    assert [(h.level, h.id) for h in ours.headings[1:]] == [
        (h.level, h.id) for h in theirs.headings[1:]
    ]
    assert [table[1:] for table in ours.tables] == [table[1:] for table in theirs.tables]
    assert citations.cited_ids(ours) == citations.cited_ids(theirs)
    assert numbers(shown(name, "id")) == numbers(shown(name, "en"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_sources_are_known_and_sure(name: str, language: str) -> None:
    assert not list(citations.check_page(page(name, language), REGISTER))


@pytest.mark.parametrize("name", NAMES)
def test_paragraphs_are_short_on_a_phone(name: str) -> None:
    measured = measure(shown(name, "id"))
    assert measured.words_a_sentence <= 20
    assert not measured.long, [p.text for p in measured.long]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ballots_to_print_say_no_verdict(language: str) -> None:
    made = page(BALLOT_SHEETS, language)
    assert not _VERDICT.search(made.body)
    assert made.meta["kertas"] == "a5" and made.meta["gaya"] == "stylesheets/lembar.css"
    sheets = [heading.id for heading in made.headings if heading.level == 2]
    assert sheets == [
        f"{pack.id}-lembar-{number}" for pack in OWN.packs for number in range(1, SHEETS + 1)
    ]
    images = re.findall(r"^!\[([^\]]+)\]\(([^)]+)\)\{ width=\d+ height=\d+ \}$", made.body, re.M)
    assert [normpath(join(language, BALLOT_SHEETS, "..", source)) for _, source in images] == [
        f"images/kasus/{name}.svg" for pack in OWN.packs for name in pack.surat_suara
    ]
    assert all(len(alternative.split()) > 5 for alternative, _ in images)
    assert made.body.count("rekaan" if language == "id" else "invented") > len(images)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_to_print_hold_the_players_side_only(language: str) -> None:
    made = page(CARD_SHEETS, language)
    headings = [heading for heading in made.headings if heading.level == 2]
    assert [heading.id for heading in headings] == [card.id for card in OWN.cards]
    body = re.sub(r"\s+", " ", made.body)
    for card in OWN.cards:
        assert next(paragraphs(card.text(language))) in body
        assert card.title(language) not in body
        for part in paragraphs(card.answer(language)):
            assert part not in body
    assert not citations.cited_ids(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_empty_forms_hold_no_vote_and_no_sum(language: str) -> None:
    made = page(FORM_SHEETS, language)
    assert made.meta["kertas"] == "a4"
    _, *sheets = re.split(r"\n## ", made.body)
    assert len(sheets) == 2 * len(OWN.packs)
    for figures, empty in zip(sheets[::2], sheets[1::2], strict=True):
        assert re.search(r"\| 24 \| 26 \|", figures) and "| 50 |" not in figures
        assert "bukan formulir resmi" in empty or "not the official form" in empty
        cells = re.findall(r"\|\s*(\d+)\s*(?=\|)", empty)
        assert not cells, cells
        for row in ("I.A", "I.B.4", "II.1", "II.4", "V.A", "V.C"):
            assert re.search(rf"^\| {re.escape(row)} .*\|  \|$", empty, re.M)
    assert "| A.2" in sheets[3] and "| A.2" not in sheets[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_has_its_answer_and_the_table_goes_by_the_clock(language: str) -> None:
    made = page(CARD_ANSWERS, language)
    clocks = re.findall(r"^\| (\d\d\.\d\d) \|", made.body, re.M)
    assert clocks == sorted(card.jam for card in OWN.cards)
    for card in OWN.cards:
        (section,) = re.findall(rf"\{{ #{card.id} \}}\n(.*?)(?=\n###|\Z)", made.body, re.S)
        assert f"(#{card.id})" in made.body
        for part in (*paragraphs(card.text(language)), *paragraphs(card.answer(language))):
            assert part in section
        assert all(f"dasar-hukum.md#{source})" in section for source in card.sumber)
        assert f" {len(card.ballots)}" in section
        for officer in card.petugas:
            assert f"peran/{officer.lower().replace(' ', '-')}.md)" in section


def _section(text: str, anchor: str) -> str:
    """What stands below the heading ``#anchor``."""
    match = re.search(rf"\{{ #{anchor} \}}\n(.*?)(?=\n##|\Z)", text, re.S)
    assert match
    return match[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_give_every_sheet_its_verdict_and_rule(language: str) -> None:
    body = page(COUNT_ANSWERS, language).body
    valid, invalid = ("Sah", "Tidak sah") if language == "id" else ("Valid", "Invalid")
    for pack in OWN.packs:
        rows = re.findall(r"^\| (\d+) \| (.*) \|$", _section(body, f"{pack.id}-putusan"), re.M)
        assert [int(number) for number, _ in rows] == list(range(1, SHEETS + 1))
        for (_, row), case in zip(rows, OWN.sheets(pack), strict=True):
            assert f"kasus-surat-suara.md#{case.id})" in row
            assert (f"**{valid}**" in row) is (case.putusan is Verdict.VALID)
            assert (f"**{invalid}**" in row) is (case.putusan is Verdict.INVALID)
            assert all(f"dasar-hukum.md#{source})" in row for source in case.sumber)


def test_answers_hold_the_form_and_every_identity() -> None:
    body = page(COUNT_ANSWERS, "id").body
    for pack in OWN.packs:
        marks = re.findall(r"^\| .* \| ([I ]+|–) \| (\d+) \|$", _section(body, f"{pack.id}-turus"),
                           re.M)  # fmt: skip
        assert sum(int(total) for _, total in marks) == SHEETS
        assert all(line.count("I") == int(total) for line, total in marks)
        filled = _section(body, f"{pack.id}-c-hasil")
        assert re.search(r"^\| V\.C .* \| 30 \|$", filled, re.M)
        identities = _section(body, f"{pack.id}-kesamaan")
        assert identities.count("| Ya |") == (7 if pack.pemilihan.has_parties else 6)
        assert "≠" not in identities and "| Tidak |" not in identities
        stops = re.findall(r"\| (\d+) \| (\d+) \| (\d+) \|$", _section(body, f"{pack.id}-turus"),
                           re.M)  # fmt: skip
        assert [sum(map(int, column)) for column in zip(*stops, strict=True)] == [10, 20, 30]


def test_slips_say_what_becomes_of_the_total() -> None:
    slips = _section(page(COUNT_ANSWERS, "id").body, "dpr-kekeliruan")
    assert "| 2, 10, 21 | V.C menjadi 30 + 3 = 33; kesamaan 7 gagal. |" in slips
    assert "| 14 | V.C menjadi 30 − 1 = 29; kesamaan 7 gagal. |" in slips


def test_a_broken_identity_shows_on_the_page(tmp_path: Path) -> None:
    simulation = invented(tmp_path, packs=PACK.replace("digunakan: 30", "digunakan: 29", 1))
    body = page(COUNT_ANSWERS, "id", simulation).body
    assert "4 dari 6" in body and "29 + 1 + 20 ≠ 51 | Tidak |" in body


def test_texts_of_data_stay_text(tmp_path: Path) -> None:
    nasty = "jahat <b> | [x](http://a.b) **tebal** {{ x }} `kode`"
    text = CARD.replace("Anda membawa KTP-el.", nasty).replace("Nama ada di DPT", nasty)
    simulation = invented(tmp_path, cards=text.replace("judul: ", "judul: >-\n    "))
    assert len(simulation.cards) == 1
    for name in (CARD_SHEETS, CARD_ANSWERS):
        made = page(name, "id", simulation)
        made_html = markdown.markdown(made.body, extensions=["attr_list", "tables"])
        assert "<b>" not in made_html
        assert "http://a.b" not in re.findall(r'href="([^"]*)"', made_html)
        assert "jahat &#60;b&#62; &#124;" in made.body


def test_the_same_data_give_the_same_files_and_nothing_is_written_twice(tmp_path: Path) -> None:
    simulation = invented(tmp_path)
    first = build(simulation, REGISTER, tmp_path / "docs")
    assert {path.relative_to(tmp_path / "docs").as_posix() for path in first} == {
        f"{language}/{name}" for language in LANGUAGES for name in NAMES
    }
    content = {path: path.read_bytes() for path in first}
    assert not build(invented(tmp_path), REGISTER, tmp_path / "docs")
    assert all(path.read_bytes() == text for path, text in content.items())


def test_paragraphs_end_with_sentences_and_lose_nothing() -> None:
    text = 'Satu kalimat pukul 11.30. Ia berkata, "Saya ada." Lihat Ps. 26 itu! ' * 6
    parts = list(paragraphs(text))
    assert len(parts) > 2 and all(len(part) < 230 for part in parts)
    assert " ".join(parts).replace("&#34;", '"').replace("&#33;", "!") == text.strip()
    assert not any(part.startswith("26") for part in parts)


@pytest.mark.parametrize("opening, closing", ['""', "“”"])
def test_paragraphs_do_not_break_inside_a_quotation(opening: str, closing: str) -> None:
    said = f"{opening}{'Saya sudah antre sejak pagi tadi. ' * 8}Tolong layani saya.{closing}"
    text = f"Anda datang pukul 11.30. Katakan, {said} Lalu tunggu. {said} Anda boleh pulang."
    parts = [html.unescape(part) for part in paragraphs(text)]
    assert len(parts) > 3 and " ".join(parts) == text
    assert sum(said in part for part in parts) == 2


def test_the_projects_own_cards_keep_quotations_whole() -> None:
    for card in OWN.cards:
        for language in LANGUAGES:
            for text in (card.text(language), card.answer(language)):
                assert all(html.unescape(p).count('"') % 2 == 0 for p in paragraphs(text)), card.id


def test_sheets_to_count_say_how_teams_fill_the_box() -> None:
    for language, kept, shaken in (
        ("id", "menurut nomor, 1 paling atas", "Regu mahir mengocok"),
        ("en", "by number, 1 on top", "Skilled teams shake"),
    ):
        text = shown(BALLOT_SHEETS, language).body
        assert kept in text and shaken in text
        script = (DOCS / language / "fasilitator/simulasi/hitung.md").read_text(encoding="utf-8")
        assert kept in script


def test_the_command_reports_and_ends_with_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cards, packs = write(tmp_path, "k.yml", CARD), write(tmp_path, "p.yml", PACK)
    files = ["--cards", str(cards), "--packs", str(packs)]
    assert main(["build", *files, "--docs", str(tmp_path / "docs")]) == 1
    assert "SIM011" in capsys.readouterr().out and not (tmp_path / "docs").exists()
    many = "".join(
        CARD.replace("kartu-01", f"kartu-{n:02}")
        .replace("Nama ada", f"Nama {n} ada")
        .replace("Name on", f"Name {n} on")
        for n in range(1, 25)
    )
    write(tmp_path, "k.yml", many)
    assert main(["check", *files]) == 0
    assert "24 kartu dan 1 paket" in capsys.readouterr().out
    assert main(["build", *files, "--docs", str(tmp_path / "docs")]) == 0
    assert (tmp_path / "docs/en" / CARD_SHEETS).is_file()
