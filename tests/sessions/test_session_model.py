"""Reading session plans: every mistake is reported at its line, and never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.sessions.model import Kind, Read, load

PLAN = """\
judul: Satu jam
judul_en: One hour
ringkas: Satu jam untuk mencoba rencana sesi di dalam tes.
ringkas_en: One hour for trying out session plans in a test.
untuk: peserta tes saja
untuk_en: participants of tests only
menit: 60
pertemuan:
  - judul: Pertemuan
    judul_en: Meeting
    mulai: "08.00"
    blok:
      - jenis: modul
        judul: Jalan pemilih
        judul_en: The voter's way
        menit: 30
        ceramah: 10
        halaman: modul/05-pemungutan-suara.md
        bagian: [intinya, jalan]
        tujuan: melayani pemilih
        tujuan_en: serve voters
        cara: |
          Bacakan Intinya.
          Tujuh peserta berjalan.
        cara_en: |
          Read out In short.
          Seven participants walk.
        bahan: [kartu peran, 3 lakban]
        bahan_en: [role cards, 3 rolls of tape]
        pangkas:
          urutan: 1
          menit: 10
          cara: Dua pemilih saja.
          cara_en: Only two voters.
      - jenis: istirahat
        judul: Istirahat
        judul_en: Break
        menit: 10
      - jenis: latihan
        judul: Kasus
        judul_en: Cases
        menit: 20
        tujuan: memutuskan
        tujuan_en: decide
        cara: Berpasangan.
        cara_en: In pairs.
"""


def read(tmp_path: Path, text: str | bytes, name: str = "tes.yml") -> Read:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    (found,) = load(tmp_path)
    return found


def test_a_good_plan_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, "# komentar\n" + PLAN, "satu-jam.yml")
    assert not found.problems
    plan = found.plan
    assert plan and plan.name == "satu-jam"
    assert [block.jenis for block in plan.blocks] == [Kind.MODULE, Kind.BREAK, Kind.EXERCISE]
    assert (plan.learning, plan.talking, plan.share_of_doing) == (50, 10, 80)
    assert [block.doing for block in plan.blocks] == [20, 0, 20]
    assert plan.blocks[0].steps("en") == ["Read out In short.", "Seven participants walk."]
    assert plan.blocks[0].materials("id") == ("kartu peran", "3 lakban")
    assert found.places[("pertemuan", 0, "blok", 1, "menit")] == (39, 9)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("menit: 30", "menit: lama", 16, ["Pertemuan 1, blok 1: `menit` harus bilangan bulat"]),
        ("menit: 30", "menit: 3", 16, ["`menit` paling kecil 5"]),
        ("jenis: latihan", "jenis: permainan", 39, ["blok 3: `jenis`", "'latihan'", "'penutup'"]),
        ('"08.00"', '"8.00"', 11, ["Pertemuan 1: `mulai`", 'jam seperti "08.00"']),
        ('"08.00"', '"24.00"', 11, ["`mulai`"]),
        ('"08.00"', "08.00", 11, ["harus teks; apit dengan tanda kutip"]),
        ("judul: Satu jam", "judul: '<b>'", 1, ["`judul` berbentuk lain", "huruf, angka"]),
        ("modul/05-pemungutan-suara.md", "../x.md", 18, ["halaman seperti modul/05"]),
        ("          menit: 10\n", "", 30, ["`pangkas.menit` belum ada", "urutan, menit, cara"]),
        ("urutan: 1", "urutan: 0", 31, ["`pangkas.urutan` paling kecil 1"]),
        ("judul: Kasus", "judul: Kasus\n        warna: biru", 41, ["`warna` tidak", "ceramah"]),
        ("    judul_en: Meeting\n", "", 9, ["Pertemuan 1: `judul_en` belum ada", "mulai, blok"]),
        ("untuk_en: participants of tests only\n", "", 1, ["`untuk_en` belum ada", "pertemuan"]),
        ("3 lakban", "[a]", 28, ["`bahan.2` harus teks"]),
        ("menit: 20", "menit: 20\n        menit: 5", 43, ["ditulis dua kali"]),
    ],
)
def test_mistakes_are_reported_at_their_place(
    tmp_path: Path, old: str, new: str, line: int, words: list[str]
) -> None:
    assert old in PLAN
    found = read(tmp_path, PLAN.replace(old, new, 1))
    assert [(p.code, p.line) for p in found.problems] == [("SES002", line)]
    message = found.problems[0].message
    assert all(word in message for word in words), message


def test_a_plan_without_meetings_says_so(tmp_path: Path) -> None:
    text = PLAN.partition("pertemuan:")[0]
    assert "`pertemuan` belum ada" in read(tmp_path, text).problems[0].message
    assert "sedikitnya 1 butir" in read(tmp_path, text + "pertemuan: []\n").problems[0].message


@pytest.mark.parametrize(
    "content",
    [b"", b"# hanya komentar\n", b"[]", b"- satu\n", b"\xff\xfe\x00", b"a: [\n", b"a: \x07"],
)
def test_unusable_files_are_problems_not_tracebacks(tmp_path: Path, content: bytes) -> None:
    found = read(tmp_path, content)
    assert [problem.code for problem in found.problems] == ["SES001"]
    assert found.plan is None


@pytest.mark.parametrize("name", ["index.yml", "Sehari.yml", "dua jam.yml", "a_b.yml"])
def test_names_that_cannot_be_a_page(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, PLAN, name)
    assert [problem.code for problem in found.problems] == ["SES001"]
    assert name in found.problems[0].message and found.plan is None


def test_an_empty_folder(tmp_path: Path) -> None:
    (found,) = load(tmp_path)
    assert [problem.code for problem in found.problems] == ["SES001"]
