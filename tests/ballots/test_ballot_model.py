"""Reading ballot cases: every mistake is reported at its line, and never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.ballots.model import Read, load

CASE = """\
- id: dpr-01
  pemilihan: dpr
  judul: Satu lubang pada gambar partai
  judul_en: One hole on a party logo
  tanda:
    - {jenis: lubang, x: 34, y: 36}
  ditandatangani: true
  putusan: sah
  untuk: Partai Melati
  aturan: Coblosan hanya di kolom partai adalah satu suara untuk partai.
  aturan_en: A punch in the party column only is one vote for the party.
  sumber: [pkpu-25-2023-53-dpr-dprd]
  mutu: B
  kuis: true
"""


def read(tmp_path: Path, text: str | bytes) -> Read:
    path = tmp_path / "kasus.yml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load(path)


def test_a_good_case_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, "# komentar\n" + CASE)
    assert not found.problems
    assert found.cases[0].id == "dpr-01"
    assert found.places[(0, "untuk")] == (10, 3)
    assert found.places[(0, "tanda", 0, "y")] == (7, 30)


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        ("putusan: sah", "putusan: mungkin", "SUR002", 8, ["`putusan`", "'sah'", "'belum pasti'"]),
        ("  mutu: B\n", "", "SUR002", 1, ["`mutu` belum ada", "kunci yang dikenal", "aturan_en"]),
        ("kuis: true", "kuis: true\n  warna: merah", "SUR002", 15, ["`warna` tidak dikenal"]),
        ("kuis: true", "kuis: barangkali", "SUR002", 14, ["true atau false"]),
        ("jenis: lubang", "jenis: tusuk", "SUR002", 6, ["`tanda.1`", "«tusuk»", "'lubang'"]),
        ("jenis: lubang, ", "", "SUR002", 6, ["belum menyebut `jenis`"]),
        ("x: 34", "x: kiri", "SUR002", 6, ["`tanda.1.x` harus angka"]),
        (", y: 36", "", "SUR002", 6, ["`tanda.1.y` belum ada", "jenis, x, y"]),
        ("pemilihan: dpr", "pemilihan: pilkada", "SUR002", 2, ["'ppwp'", "'dpd'"]),
        ("id: dpr-01", "id: DPR 1", "SUR002", 1, ["harus berbentuk seperti ppwp-01"]),
        ("id: dpr-01", "id: dpd-01", "SUR003", 1, ["harus diawali pemilihannya: `dpr-01`"]),
        ("sumber: [pkpu-25-2023-53-dpr-dprd]", "sumber: []", "SUR002", 12, ["sedikitnya 1"]),
        ("untuk: Partai Melati", "untuk: [a]", "SUR002", 9, ["harus teks"]),
        ("  kuis: true", "  kuis: true\n  kuis: false", "SUR002", 15, ["ditulis dua kali"]),
        ("aturan: Coblosan", "aturan: Partai: Coblosan", "SUR001", 10, ["titik dua"]),
    ],
)
def test_mistakes_are_reported_at_their_place(
    tmp_path: Path, old: str, new: str, code: str, line: int, words: list[str]
) -> None:
    assert old in CASE
    problems = read(tmp_path, CASE.replace(old, new, 1)).problems
    assert [(p.code, p.line) for p in problems] == [(code, line)]
    assert all(word in problems[0].message for word in words), problems[0].message


@pytest.mark.parametrize(
    "content",
    [b"", b"# hanya komentar\n", b"satu: dua\n", b"[]", b"\xff\xfe\x00", b"- id: [\n", b"a: \x07"],
)
def test_unusable_files_are_problems_not_tracebacks(tmp_path: Path, content: bytes) -> None:
    found = read(tmp_path, content)
    assert [problem.code for problem in found.problems] == ["SUR001"]
    assert not found.cases


def test_missing_file(tmp_path: Path) -> None:
    assert [problem.code for problem in load(tmp_path / "tidak-ada.yml").problems] == ["SUR001"]


def test_a_case_that_is_no_mapping(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, CASE + "- hanya teks\n").problems
    assert (problem.code, problem.line) == ("SUR002", 15)


def test_ids_and_titles_are_unique(tmp_path: Path) -> None:
    problems = read(tmp_path, CASE + CASE).problems
    assert [(p.code, p.line) for p in problems] == [
        ("SUR003", 15),
        ("SUR003", 17),
        ("SUR003", 18),
    ]
