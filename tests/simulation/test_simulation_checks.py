"""What cards and packs say is compared with the rules that the modules teach."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import ballots
from scripts.legal import register
from scripts.legal.register import Grade
from scripts.problems import Problem
from scripts.simulation.checks import MIN_CARDS, check_cards, check_packs
from scripts.simulation.model import BALLOTS
from scripts.translations.checks import figures
from tests.simulation.test_simulation_model import CARD, PACK, SHEETS, read_cards, read_packs

REGISTER = register.load()[0]
CASES = {case.id: case for case in ballots.load(REGISTER)[0]}
_LISTED = f"[{', '.join(SHEETS)}]"


def of_card(folder: Path, text: str) -> list[Problem]:
    """The problems of a file with too few cards, without that."""
    read = read_cards(folder, text)
    assert not read.problems
    return [p for p in check_cards(read, REGISTER) if "Baru" not in p.message]


def of_pack(folder: Path, text: str) -> list[Problem]:
    read = read_packs(folder, text)
    assert not read.problems
    return list(check_packs(read, CASES))


def test_good_ones_have_no_problems(tmp_path: Path) -> None:
    assert not of_card(tmp_path, CARD)
    assert not of_pack(tmp_path, PACK)


def test_unknown_sources_are_named_with_the_nearest(tmp_path: Path) -> None:
    (problem,) = of_card(tmp_path, CARD.replace("-jam-memilih", "-jam-memilh"))
    assert (problem.code, problem.line) == ("SIM004", 12)
    assert "keterangan-kpu-jam-memilih" in problem.message


def test_sources_of_one_witness_only_carry_no_answer(tmp_path: Path) -> None:
    doubtful = next(e.id for e in REGISTER.entries.values() if e.grade is Grade.C)
    (problem,) = of_card(tmp_path, CARD.replace("keterangan-kpu-jam-memilih", doubtful))
    assert (problem.code, problem.line) == ("SIM005", 12)


_FIVE = ", ".join(BALLOTS)


@pytest.mark.parametrize(
    ("listed", "given", "is_right"),
    [
        ("DPT", _FIVE, True),
        ("DPT", "", True),
        ("DPT", "ppwp", False),
        ("DPT", "ppwp, dpr, dpd, dprd-provinsi", False),
        ("DPK", _FIVE, True),
        ("DPK", "ppwp", False),
        ("DPK", "", True),
        ("tidak ada", "", True),
        ("tidak ada", "ppwp", False),
        ("tidak ada", _FIVE, False),
        ("DPTb", "ppwp", True),
        ("DPTb", "dpd, ppwp", True),
        ("DPTb", "ppwp, dpr, dpd", True),
        ("DPTb", "ppwp, dpr, dpd, dprd-provinsi", True),
        ("DPTb", _FIVE, True),
        ("DPTb", "dpr", False),
        ("DPTb", "ppwp, dpr", False),
        ("DPTb", "ppwp, dpd, dprd-kabkota", False),
        ("DPTb", "ppwp, ppwp", False),
    ],
)
def test_each_list_gets_the_ballots_that_module_four_teaches(
    tmp_path: Path, listed: str, given: str, is_right: bool
) -> None:
    text = CARD.replace("daftar: DPT", f"daftar: {listed}").replace(f"[{_FIVE}]", f"[{given}]")
    problems = of_card(tmp_path, text.replace("08.15", "12.15"))
    assert [(p.code, p.line) for p in problems] == ([] if is_right else [("SIM006", 10)])


@pytest.mark.parametrize(
    ("listed", "clock", "says", "found"),
    [
        ("DPT", "07.00", "", 0),
        ("DPT", "13.00", "", 0),
        ("DPT", "13.01", "", 1),
        ("DPTb", "08.00", "", 0),
        ("DPK", "12.00", "", 0),
        ("DPK", "11.30", "", 2),
        ("DPK", "11.30", "12.00", 0),
        ("DPT", "06.45", "", 2),
        ("DPT", "06.45", "07.00", 0),
    ],
)
def test_ballots_are_handed_out_in_their_hours(
    tmp_path: Path, listed: str, clock: str, says: str, found: int
) -> None:
    text = CARD.replace("daftar: DPT", f"daftar: {listed}").replace('"08.15"', f'"{clock}"')
    problems = of_card(tmp_path, text.replace("08.15", says or "itu"))
    assert [p.code for p in problems] == ["SIM007"] * found


def test_who_gets_no_ballot_may_come_at_any_hour(tmp_path: Path) -> None:
    text = CARD.replace(f"[{_FIVE}]", "[]").replace('"08.15"', '"13.20"')
    assert not of_card(tmp_path, text)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("a female voter, 34", "a female voter, 35", 6),
        ("DPT voter at 08.15", "DPT voter at 08.30", 8),
        ("DPT voter at 08.15", "DPT voter", 8),
        ("Name on the DPT", "Name on the DPT, 1 of 2", 3),
    ],
)
def test_both_languages_have_the_same_figures(
    tmp_path: Path, old: str, new: str, line: int
) -> None:
    (problem,) = of_card(tmp_path, CARD.replace(old, new, 1))
    assert (problem.code, problem.line) == ("SIM008", line)


def test_thousands_and_hours_are_the_same_however_they_are_written() -> None:
    assert figures("1.200 dan 07.00") == figures("1,200 and 07:00")
    assert figures("12") != figures("1 2")


def test_too_few_cards_are_a_problem(tmp_path: Path) -> None:
    (problem,) = check_cards(read_cards(tmp_path, CARD), REGISTER)
    assert problem.code == "SIM011" and str(MIN_CARDS) in problem.message


@pytest.mark.parametrize(
    ("sheets", "code", "words"),
    [
        (["ppwp-99", *SHEETS[1:]], "SIM009", ["lembar 1", "tidak ada"]),
        (["ppwp-0l", *SHEETS[1:]], "SIM009", ["Mungkin maksud Anda `ppwp-"]),
        ([*SHEETS[:-1], "ppwp-22"], "SIM009", ["lembar 30", "kuis: false"]),
        ([*SHEETS[:-1], "dpr-01"], "SIM009", ["bukan surat suara ppwp"]),
        (SHEETS[:-1], "SIM009", ["29 lembar"]),
        ([*SHEETS, "ppwp-01"], "SIM009", ["31 lembar"]),
        (["ppwp-01"] * 30, "SIM011", ["tanpa tanda tangan"]),
    ],
)
def test_sheets_are_thirty_ballots_to_ask_of_this_election(
    tmp_path: Path, sheets: list[str], code: str, words: list[str]
) -> None:
    (problem,) = of_pack(tmp_path, PACK.replace(_LISTED, f"[{', '.join(sheets)}]"))
    assert (problem.code, problem.line) == (code, 12)
    assert all(word in problem.message for word in words), problem.message


@pytest.mark.parametrize(
    ("sheets", "code", "words"),
    [
        (["dpr-01"] * 29 + ["dpr-23"], "SIM011", ["satu calonnya"]),
        (["dpr-06", "dpr-23", "dpr-12"] + ["dpr-11"] * 27, "SIM009", ["calon 2 Partai Melati"]),
        (["dpr-06", "dpr-23", "dpr-15"] + ["dpr-01"] * 27, "SIM009", ["tercetak lain"]),
        (
            ["dprd-provinsi-01"] * 28 + ["dprd-kabkota-08", "dprd-kabkota-01"],
            "SIM009",
            ["bukan surat suara dpr"],
        ),
    ],
)
def test_lists_need_their_own_traps_and_sheets_that_fit_together(
    tmp_path: Path, sheets: list[str], code: str, words: list[str]
) -> None:
    text = PACK.replace("pemilihan: ppwp", "pemilihan: dpr")
    problems = of_pack(tmp_path, text.replace(_LISTED, f"[{', '.join(sheets)}]"))
    assert {p.code for p in problems} == {code}
    assert any(word in p.message for p in problems for word in words)


def test_a_cancelled_party_gets_no_vote_on_another_sheet(tmp_path: Path) -> None:
    cancelled = CASES["dprd-kabkota-01"].keadaan[0].partai  # type: ignore[union-attr]
    other = next(
        case.id
        for case in CASES.values()
        if case.pemilihan == "dprd-kabkota" and case.kuis and cancelled in case.untuk
        if not case.keadaan
    )
    sheets = ["dprd-kabkota-01", "dprd-kabkota-08", *[other] * 28]
    text = PACK.replace("pemilihan: ppwp", "pemilihan: dprd-kabkota")
    problems = of_pack(tmp_path, text.replace(_LISTED, f"[{', '.join(sheets)}]"))
    assert sum("tidak lagi dapat dipilih" in p.message for p in problems) >= 28


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("pengguna_dpt: {l: 12", "pengguna_dpt: {l: 11", ["kesamaan 7", "I.B.4"]),
        ("pengguna_dptb: {l: 1", "pengguna_dptb: {l: 2", ["kesamaan 7", "31 ≠ 30"]),
        ("pengguna_dpk: {l: 2", "pengguna_dpk: {l: 3", ["kesamaan 7"]),
        ("digunakan: 30", "digunakan: 29", ["kesamaan 3", "29 + 1 + 20 ≠ 51"]),
        ("dikembalikan: 1", "dikembalikan: 2", ["kesamaan 3"]),
        ("tidak_digunakan: 20", "tidak_digunakan: 21", ["kesamaan 3"]),
        ("diterima: 51", "diterima: 52", ["DPT + 2% = 51"]),
        ("dpt: {l: 24", "dpt: {l: 25", ["kelipatan 50"]),
        ("disabilitas: {l: 1", "disabilitas: {l: 16", ["semua pengguna"]),
        ("    dpt: {l: 24, p: 26}", "    dpt: {l: 11, p: 39}", ["melebihi `dpt`"]),
    ],
)
def test_figures_of_the_station_agree(tmp_path: Path, old: str, new: str, words: list[str]) -> None:
    assert old in PACK
    problems = of_pack(tmp_path, PACK.replace(old, new, 1))
    assert problems and {p.code for p in problems} == {"SIM010"}
    assert any(all(word in p.message for word in words) for p in problems), problems


@pytest.mark.parametrize("name", ["pengguna_dpt", "pengguna_dpk"])
def test_all_packs_are_of_one_station(tmp_path: Path, name: str) -> None:
    second = PACK.removeprefix("paket:\n").replace("Presiden", "Presiden lagi", 1)
    second = second.replace("id: ppwp", "id: lagi").replace("President", "President again", 1)
    assert not of_pack(tmp_path, PACK + second)
    move = {
        "pengguna_dpt": ("pengguna_dpt: {l: 12, p: 14}", "pengguna_dpt: {l: 14, p: 12}"),
        "pengguna_dpk": ("pengguna_dpk: {l: 2, p: 0}", "pengguna_dpk: {l: 0, p: 2}"),
    }[name]
    (problem,) = of_pack(tmp_path, PACK + second.replace(*move))
    assert problem.code == "SIM010" and f"`{name}` berbeda dari paket ppwp" in problem.message


def test_figures_of_a_packs_title_are_compared_too(tmp_path: Path) -> None:
    (problem,) = of_pack(tmp_path, PACK.replace("Vice-President", "Vice-President 2024"))
    assert (problem.code, problem.line) == ("SIM008", 4)
