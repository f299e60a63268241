"""Checks of cases: marks, sources and grades, and a verdict that its own marks contradict."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts.ballots.checks import check
from scripts.ballots.rules import SOURCES, Rule
from scripts.legal.register import Entry, Grade, Instrument, Register
from tests.ballots.test_ballot_model import CASE, read

_INSTRUMENT = Instrument("pkpu", "peraturan", {"id": "P", "en": "P"}, {"id": "P", "en": "P"}, "")


def entry(name: str, grade: Grade) -> Entry:
    texts = {"id": "Pokok.", "en": "Gist."}
    return Entry(name, _INSTRUMENT, texts, texts, grade, (), date(2026, 11, 24))


REGISTER = Register(
    {"pkpu": _INSTRUMENT},
    {
        "pkpu-25-2023-53-dpr-dprd": entry("pkpu-25-2023-53-dpr-dprd", Grade.B),
        "lain-b": entry("lain-b", Grade.B),
        "lain-c": entry("lain-c", Grade.C),
    },
)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        ("x: 34, y: 36", "x: 200, y: 36", "SUR004", 6, ["keluar dari lembar", "184 × 136"]),
        ("x: 34, y: 36", "x: 34, y: 56.5", "SUR004", 6, ["letak lubang meragukan", "3.2 mm"]),
        ("x: 34, y: 36", "x: 34, y: 60.5", "SUR004", 6, ["letak lubang meragukan"]),
        (
            "- {jenis: lubang, x: 34, y: 36}",
            "- {jenis: lipat}",
            "SUR004",
            6,
            ["`x` saja atau `y` saja"],
        ),
        (
            "- {jenis: lubang, x: 34, y: 36}",
            "- {jenis: tulisan, x: 150, y: 130, teks: terlalu panjang}",
            "SUR004",
            6,
            ["tulisan keluar dari lembar"],
        ),
        (
            "  ditandatangani",
            "  keadaan: [{jenis: calon-meninggal, partai: Partai Melati, calon: 6}]\n"
            "  ditandatangani",
            "SUR005",
            7,
            ["tidak cocok dengan surat suara ini"],
        ),
        ("53-dpr-dprd]", "53-dpr-dprd, lain-d]", "SUR006", 12, ["`lain-d`", "`lain-c`?"]),
        ("mutu: B", "mutu: A", "SUR007", 13, ["lebih baik daripada sumber terbaiknya (B)"]),
        ("mutu: B", "mutu: C", "SUR007", 13, ["tidak cocok dengan putusan «sah»"]),
        ("putusan: sah", "putusan: tidak sah", "SUR008", 8, ["seharusnya «sah»", "kolom partai"]),
        ("untuk: Partai Melati", "untuk: Partai Kenari", "SUR008", 9, ["«Partai Melati»"]),
        ("untuk: Partai Melati", "untuk: Melati", "SUR008", 9, ["nama itu tidak dikenal"]),
        ("  untuk: Partai Melati\n", "", "SUR008", 1, ["`untuk` berisi «»"]),
        ("ditandatangani: true", "ditandatangani: false", "SUR008", 8, ["tanpa tanda tangan"]),
        ("[pkpu-25-2023-53-dpr-dprd]", "[lain-b]", "SUR009", 12, ["pkpu-25-2023-53-dpr-dprd"]),
        ("  mutu", "  salah_kaprah: Keliru.\n  mutu", "SUR002", 13, ["ditulis keduanya"]),
    ],
)
def test_mistakes_are_reported_at_their_place(
    tmp_path: Path, old: str, new: str, code: str, line: int, words: list[str]
) -> None:
    assert old in CASE
    found = read(tmp_path, CASE.replace(old, new, 1))
    assert not found.problems
    problems = list(check(found, REGISTER))
    assert [(p.code, p.line) for p in problems] == [(code, line)]
    assert all(word in problems[0].message for word in words), problems[0].message


def test_a_good_case_has_no_problem(tmp_path: Path) -> None:
    assert not list(check(read(tmp_path, CASE), REGISTER))


OPEN = (
    CASE.replace("x: 34, y: 36}", "x: 40, y: 63.5}\n    - {jenis: lubang, x: 40, y: 85.5}")
    .replace("putusan: sah", "putusan: belum pasti")
    .replace("  untuk: Partai Melati\n", "")
    .replace("mutu: B", "mutu: C")
    .replace("kuis: true", "kuis: false")
)


def test_what_no_rule_covers_is_open_and_never_asked(tmp_path: Path) -> None:
    assert not list(check(read(tmp_path, OPEN), REGISTER))
    asked = OPEN.replace("kuis: false", "kuis: true")
    assert [p.code for p in check(read(tmp_path, asked), REGISTER)] == ["SUR007"]
    firm = OPEN.replace("mutu: C", "mutu: B")
    assert [p.code for p in check(read(tmp_path, firm), REGISTER)] == ["SUR007"]
    claimed = OPEN.replace("belum pasti", "tidak sah").replace("mutu: C", "mutu: B")
    (problem,) = check(read(tmp_path, claimed), REGISTER)
    assert problem.code == "SUR008" and "tidak ada aturan tertulis" in problem.message


def test_every_rule_names_its_sources() -> None:
    assert SOURCES.keys() == set(Rule)
    assert all(SOURCES.values())
