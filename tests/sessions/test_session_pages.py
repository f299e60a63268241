"""The pages of the plans and the project's own plans: complete, checked, the same built twice."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from scripts.curriculum.modules import modules
from scripts.legal import citations, register
from scripts.pages.source import Page, parse, read
from scripts.paths import DOCS, LANGUAGES
from scripts.problems import only_errors
from scripts.reading_ease import measure
from scripts.sessions import words
from scripts.sessions.__main__ import main
from scripts.sessions.model import FOLDER as DATA
from scripts.sessions.model import Kind, Plan
from scripts.sessions.pages import FOLDER, build, load, render, render_index
from scripts.sessions.shown import Shown, is_generated
from scripts.translations.checks import check_pair, numbers
from tests.sessions.test_session_model import PLAN

REGISTER = register.load()[0]
PLANS, PROBLEMS = load()
SHOWN = Shown(DOCS)


def page(plan: Plan, language: str) -> Page:
    name = f"{FOLDER}/{plan.name}.md"
    text = render(plan, modules(language, DOCS), SHOWN, language)
    return parse(text, DOCS / language / name, language, name)


def section(shown: Page, anchor: str) -> str:
    return shown.body.partition(f"{{ #{anchor} }}")[2].partition("\n## ")[0]


def rows(shown: Page, anchor: str) -> list[list[str]]:
    """The cells of the tables of a section, without their headers."""
    lines = [line for line in section(shown, anchor).splitlines() if line.startswith("|")]
    rules = {at for at, line in enumerate(lines) if line.startswith("| ---")}
    left = (line for at, line in enumerate(lines) if not {at, at + 1} & rules)
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in left]


def a_plan(docs: Path, text: str = PLAN) -> tuple[Plan, Page]:
    folder = docs.parent / "sesi"
    folder.mkdir(exist_ok=True)
    (folder / "satu-jam.yml").write_text(text, encoding="utf-8")
    (plan,), problems = load(docs, folder)
    assert not problems
    text = render(plan, [], Shown(docs), "id")
    return plan, parse(text, docs / "id" / FOLDER / "satu-jam.md", "id", f"{FOLDER}/satu-jam.md")


def test_the_projects_own_plans_are_right() -> None:
    errors = only_errors(PROBLEMS)
    assert not errors, "\n".join(map(str, errors))
    assert {plan.name: plan.menit for plan in PLANS} == {
        "sehari": 480,
        "setengah-hari": 240,
        "dua-malam": 240,
        "dua-jam": 120,
        "satu-jam": 60,
    }
    assert [plan.menit for plan in PLANS] == sorted((p.menit for p in PLANS), reverse=True)
    for plan in PLANS:
        assert plan.share_of_doing >= 60
        assert any(block.jenis is Kind.SIMULATION for block in plan.blocks)


def test_the_full_day_trains_every_recorded_mistake() -> None:
    index = render_index(PLANS, REGISTER, "id")
    table = index.partition("#yang-keliru-pada-2024 }")[2].partition("\n## ")[0]
    mistakes = [line for line in table.splitlines() if "dasar-hukum.md#" in line]
    assert len(mistakes) == len(words.MISTAKES)
    assert all("(sehari.md)" in line for line in mistakes)
    assert "3.463" in index and "(satu-jam.md)" not in next(m for m in mistakes if "3.463" in m)


def test_hours_follow_from_the_start_and_the_minutes(docs: Path) -> None:
    _, shown = a_plan(docs)
    assert rows(shown, "agenda") == [
        ["08.00–08.30", "[1. Jalan pemilih](#blok-1)", "30", "bicara 10, mencoba 20"],
        ["08.30–08.40", "Istirahat", "10", "istirahat"],
        ["08.40–09.00", "[2. Kasus](#blok-2)", "20", "mencoba 20"],
        ["**09.00**", "**Selesai**", "**60**", "–"],
    ]


def test_blocks_totals_materials_and_cuts(docs: Path) -> None:
    _, shown = a_plan(docs)
    blocks = section(shown, "blok-demi-blok")
    assert "### 1. Jalan pemilih { #blok-1 }" in blocks and "#blok-3" not in blocks
    assert "1. Bacakan Intinya.\n2. Tujuh peserta berjalan." in blocks
    assert "[Pemungutan](../../modul/05-pemungutan-suara.md). Bagiannya:" in blocks
    assert "- [Jalan](../../modul/05-pemungutan-suara.md#jalan)" in blocks
    assert "**Bila terlambat** (hemat 10 menit): Dua pemilih saja." in blocks
    assert rows(shown, "waktu") == [
        ["Modul", "30", "10", "20"],
        ["Latihan", "20", "0", "20"],
        ["Istirahat", "10", "0", "0"],
        ["**Jumlah**", "**60**", "**10**", "**40**"],
    ]
    assert "Ceramah 10 dari 50 menit belajar: 20%" in section(shown, "waktu")
    role_cards = ["[Kartu peran](../lembar/kartu-peran.md)", "1"]
    assert rows(shown, "bahan") == [role_cards, ["3 lakban", "1"]]
    cuts = rows(shown, "bila-terlambat")
    assert cuts == [["1", "Jalan pemilih", "Dua pemilih saja.", "10", "10"]]
    room = section(shown, "tata-ruang")
    assert room.count("- Nomor 2: ") == 2 and "TPS tiruan" not in room


def test_cuts_stand_in_their_order_and_add_up() -> None:
    for plan in PLANS:
        found = rows(page(plan, "id"), "bila-terlambat")
        assert [row[0] for row in found] == [str(n) for n in range(1, len(found) + 1)]
        gained = [int(row[3]) for row in found]
        assert [int(row[4]) for row in found] == [sum(gained[: n + 1]) for n in range(len(gained))]
        assert len(found) >= 3


def test_the_room_tells_the_mock_station_from_work_at_tables() -> None:
    room = section(page(next(p for p in PLANS if p.name == "sehari"), "en"), "tata-ruang")
    assert "- Number 10, 12: each team works at its table." in room
    assert "- Number 6: one team serves in the mock TPS" in room
    assert room.count("kelas-besar.md#ruang-untuk-50-orang") == 1
    assert room.count("kelas-besar.md#ruang-untuk-300-orang") == 1


def test_a_material_is_listed_once() -> None:
    for plan in PLANS:
        for language in LANGUAGES:
            names = [row[0].casefold() for row in rows(page(plan, language), "bahan")]
            assert len(names) == len(set(names)) > 3


def test_sheets_are_named_alike_in_both_languages() -> None:
    assert list(words.SHEETS["id"].values()) == list(words.SHEETS["en"].values())
    used = [
        {m.casefold() for p in PLANS for b in p.blocks for m in b.materials(lang)}
        for lang in LANGUAGES
    ]
    assert set(words.SHEETS["id"]) <= used[0] and set(words.SHEETS["en"]) <= used[1]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_both_languages_have_the_same_shape_and_figures(plan: Plan) -> None:
    ours, theirs = (page(plan, language) for language in LANGUAGES)
    # Titles of modules and sections are those of their pages, which are checked by themselves.
    assert not [p for p in check_pair(ours, theirs) if p.code not in ("TER002", "TER006")]
    assert len({heading.id for heading in ours.headings}) == len(ours.headings)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_read_well(plan: Plan, language: str) -> None:
    shown = page(plan, language)
    ease = measure(shown)
    assert not ease.long and ease.words_a_sentence <= 20
    assert not re.search(r"<[a-z/]|\{[a-z ]+\}|None", shown.body.replace("{ #", ""))


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_front_matter_holds_the_plan(plan: Plan, language: str) -> None:
    shown = page(plan, language)
    assert not shown.front_matter_error and shown.meta["dihasilkan"] is True
    assert shown.meta["skrip"] == "javascripts/sesi.js" and (DOCS / shown.meta["skrip"]).is_file()
    meetings = shown.meta["rencana"]["pertemuan"]
    assert [meeting["mulai"] for meeting in meetings] == [m.mulai for m in plan.pertemuan]
    blocks = [block for meeting in meetings for block in meeting["blok"]]
    assert sum(block["menit"] for block in blocks) == plan.menit
    assert list(blocks[0]) == ["jenis", "judul", "menit", "halaman", "bagian", "tujuan", "cara"]
    for shown_block, block in zip(blocks, plan.blocks, strict=True):
        assert shown_block["judul"] == block.text("judul", language)
        assert shown_block["jenis"] == block.jenis and shown_block["halaman"] == block.halaman


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_sections_of_generated_pages_exist_once_they_are_written(plan: Plan) -> None:
    for block in plan.blocks:
        for language in LANGUAGES:
            if block.halaman and is_generated(block.halaman):
                anchors = SHOWN.anchors(block.halaman, language)
                assert not anchors or set(block.bagian) <= set(anchors)


def test_text_of_data_stays_text(docs: Path) -> None:
    text = PLAN.replace("Bacakan Intinya.", "Baca <b>a|b</b> [x](y) *z*.")
    _, shown = a_plan(docs, text)
    html = markdown.markdown(shown.body, extensions=["attr_list", "tables"])
    assert "Baca &#60;b&#62;a&#124;b&#60;/b&#62; &#91;x&#93;(y) &#42;z&#42;." in shown.body
    assert "<b>" not in html and 'href="y"' not in html


def test_the_projection_link_keeps_to_the_page(docs: Path) -> None:
    _, shown = a_plan(docs)
    assert shown.links[0].target == "?proyektor"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_compares_and_cites(language: str) -> None:
    name = f"{FOLDER}/index.md"
    shown = parse(render_index(PLANS, REGISTER, language), DOCS / language / name, language, name)
    assert not list(citations.check_page(shown, REGISTER))
    compared = rows(shown, "bandingkan")
    assert [row[0].partition("](")[2].rstrip(")") for row in compared] == [
        f"{p.name}.md" for p in PLANS
    ]
    assert compared[2][1] in ("2 × 2 jam", "2 × 2 hours")
    assert compared[-1][1] in ("1 jam", "1 hour")
    assert not measure(shown).long
    assert 30 <= len(shown.meta["description"]) <= 170
    assert "github.com" in shown.body and "tiga-jam.yml" in shown.body


def test_the_index_says_the_same_in_both_languages() -> None:
    found = [
        parse(render_index(PLANS, REGISTER, lang), DOCS / lang / "x.md", lang, f"{FOLDER}/index.md")
        for lang in LANGUAGES
    ]
    assert not [p for p in check_pair(*found) if p.code != "TER002"]
    assert numbers(found[0]) == numbers(found[1])


def test_building_twice_changes_nothing_and_old_pages_go(docs: Path) -> None:
    plan, _ = a_plan(docs)
    old = docs / "id" / FOLDER / "lama.md"
    old.parent.mkdir(parents=True)
    old.write_text("lama", encoding="utf-8")
    written = build([plan], REGISTER, docs)
    assert {path.name for path in written} == {"satu-jam.md", "index.md"} and len(written) == 4
    assert not old.exists()
    assert build([plan], REGISTER, docs) == []
    assert read(docs / "en" / FOLDER / "satu-jam.md", docs).meta["title"] == "One hour"


def test_command_line(
    docs: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    a_plan(docs)
    options = ["--docs", str(docs), "--data", str(docs.parent / "sesi")]
    assert main(["check", *options]) == 0
    assert "satu-jam: 60 menit, 3 blok, mencoba 80 %" in capsys.readouterr().out
    assert not (docs / "id" / FOLDER).exists()
    assert main(["build", *options]) == 0
    assert "satu-jam.md" in capsys.readouterr().out
    (docs.parent / "sesi" / "satu-jam.yml").write_text(PLAN.replace("menit: 60", "menit: 5"))
    assert main(["build", *options]) == 1
    assert ":7:1: SES002" in capsys.readouterr().out


def test_every_plan_is_a_file_that_can_be_copied() -> None:
    for path in DATA.glob("*.yml"):
        assert path.read_text(encoding="utf-8").startswith("# "), path
