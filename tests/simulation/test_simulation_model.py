"""Reading cards and packs: every mistake is reported at its line, and never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.simulation.model import ReadCards, ReadPacks, load_cards, load_packs

CARD = """\
- id: kartu-01
  judul: Nama ada di DPT, KTP-el dibawa
  judul_en: Name on the DPT, KTP-el brought
  jam: "08.15"
  kartu: Anda pemilih perempuan, 34 tahun. Anda membawa KTP-el.
  kartu_en: You are a female voter, 34 years old. You carry a KTP-el.
  seharusnya: Layani sebagai pemilih DPT pada pukul 08.15.
  seharusnya_en: Serve as a DPT voter at 08.15.
  daftar: DPT
  surat_suara: [ppwp, dpr, dpd, dprd-provinsi, dprd-kabkota]
  petugas: [KPPS 4, KPPS 5]
  sumber: [keterangan-kpu-jam-memilih]
"""

#: 30 signed and unsigned sheets of the president, whose figures agree.
SHEETS = ["ppwp-01"] * 12 + ["ppwp-02"] * 10 + ["ppwp-17"] * 3 + ["ppwp-16"] * 5
PACK = f"""\
paket:
  - id: ppwp
    judul: Presiden dan Wakil Presiden
    judul_en: President and Vice-President
    pemilihan: ppwp
    dpt: {{l: 24, p: 26}}
    pengguna_dpt: {{l: 12, p: 14}}
    pengguna_dptb: {{l: 1, p: 1}}
    pengguna_dpk: {{l: 2, p: 0}}
    disabilitas: {{l: 1, p: 0}}
    lembar: {{diterima: 51, digunakan: 30, dikembalikan: 1, tidak_digunakan: 20}}
    surat_suara: [{", ".join(SHEETS)}]
"""


def write(folder: Path, name: str, text: str | bytes) -> Path:
    """Put ``text`` into a file and give its path."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read_cards(folder: Path, text: str | bytes) -> ReadCards:
    return load_cards(write(folder, "kartu.yml", text))


def read_packs(folder: Path, text: str | bytes) -> ReadPacks:
    return load_packs(write(folder, "paket.yml", text))


def test_a_good_card_is_read(tmp_path: Path) -> None:
    found = read_cards(tmp_path, "# komentar\n" + CARD)
    assert not found.problems
    card = found.cards[(0,)]
    assert (card.number, card.jam, card.title("en")) == (
        "01",
        "08.15",
        "Name on the DPT, KTP-el brought",
    )
    assert [str(name) for name in card.ballots] == [
        "ppwp",
        "dpr",
        "dpd",
        "dprd-provinsi",
        "dprd-kabkota",
    ]
    assert found.places[(0, "jam")] == (5, 3)


def test_a_good_pack_is_read(tmp_path: Path) -> None:
    found = read_packs(tmp_path, PACK)
    assert not found.problems
    pack = found.packs[("paket", 0)]
    assert (pack.dpt.total, len(pack.surat_suara)) == (50, 30)
    assert found.places[("paket", 0, "lembar", "diterima")][0] == 11


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("id: kartu-01", "id: kartu 1", 1, ["kartu-01"]),
        ('jam: "08.15"', "jam: 08.15", 4, ["`jam` harus teks", "tanda kutip"]),
        ('jam: "08.15"', 'jam: "8.15"', 4, ['"07.30"', "titik"]),
        ('jam: "08.15"', 'jam: "24.00"', 4, ['"07.30"']),
        ('jam: "08.15"', 'jam: "08:15"', 4, ['"07.30"']),
        ("daftar: DPT", "daftar: DPTK", 9, ["'DPTb'", "'tidak ada'"]),
        ("surat_suara: [ppwp", "surat_suara: [presiden", 10, ["`surat_suara.1`", "'ppwp'"]),
        ("petugas: [KPPS 4", "petugas: [KPPS 8", 11, ["`petugas.1`", "'petugas ketertiban'"]),
        ("petugas: [KPPS 4, KPPS 5]", "petugas: []", 11, ["sedikitnya 1"]),
        ("sumber: [keterangan-kpu-jam-memilih]", "sumber: []", 12, ["sedikitnya 1"]),
        ("  daftar: DPT\n", "", 1, ["`daftar` belum ada", "kunci yang dikenal", "seharusnya_en"]),
        ("daftar: DPT", "daftar: DPT\n  usia: 30", 10, ["`usia` tidak dikenal"]),
        ("daftar: DPT", "daftar: DPT\n  daftar: DPK", 10, ["ditulis dua kali"]),
        ("kartu: Anda pemilih perempuan, 34 tahun. Anda membawa KTP-el.", "kartu: Hai", 5, ["20"]),
        ("Anda membawa KTP-el.", "Anda membawa KTP-el." + " Panjang sekali." * 30, 5, ["350"]),
    ],
)
def test_mistakes_in_cards_are_reported_at_their_place(
    tmp_path: Path, old: str, new: str, line: int, words: list[str]
) -> None:
    assert old in CARD
    problems = read_cards(tmp_path, CARD.replace(old, new, 1)).problems
    assert [(p.code, p.line) for p in problems] == [("SIM002", line)]
    assert all(word in problems[0].message for word in words), problems[0].message


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("dpt: {l: 24, p: 26}", "dpt: 50", 6, ["`dpt`", "kunci dan nilai"]),
        ("dpt: {l: 24, p: 26}", "dpt: {l: 24}", 6, ["`dpt.p` belum ada", "dikenal: l, p"]),
        ("dpt: {l: 24, p: 26}", "dpt: {l: 24, p: -1}", 6, ["`dpt.p`", "paling kecil 0"]),
        ("dpt: {l: 24, p: 26}", "dpt: {l: 24, p: banyak}", 6, ["bilangan bulat"]),
        ("digunakan: 30", "dipakai: 30", 11, ["`lembar.dipakai` tidak dikenal", "tidak_digunakan"]),
        ("pemilihan: ppwp", "pemilihan: pilkada", 5, ["'dprd-kabkota'"]),
        ("id: ppwp", "id: PPWP 1", 2, ["ppwp (paket)"]),
    ],
)
def test_mistakes_in_packs_are_reported_at_their_place(
    tmp_path: Path, old: str, new: str, line: int, words: list[str]
) -> None:
    assert old in PACK
    problems = read_packs(tmp_path, PACK.replace(old, new, 1)).problems
    assert {p.code for p in problems} == {"SIM002"}
    first = next(p for p in problems if all(word in p.message for word in words))
    assert first.line == line


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({}, {"id", "judul", "judul_en"}),
        ({"kartu-01": "kartu-02"}, {"judul", "judul_en"}),
        ({"kartu-01": "kartu-02", "Nama ada": "NAMA ADA lagi"}, {"judul_en"}),
    ],
)
def test_ids_and_titles_stand_for_one_card(
    tmp_path: Path, changes: dict[str, str], keys: set[str]
) -> None:
    other = CARD
    for old, new in changes.items():
        other = other.replace(old, new, 1)
    problems = read_cards(tmp_path, CARD + other).problems
    assert {p.code for p in problems} == {"SIM003"}
    assert {p.message.split("`")[1] for p in problems} == keys
    assert all(p.line > 12 for p in problems)


def test_ids_and_titles_stand_for_one_pack(tmp_path: Path) -> None:
    problems = read_packs(tmp_path, PACK + PACK.removeprefix("paket:\n")).problems
    assert [p.code for p in problems] == ["SIM003"] * 3


BAD = [b"", b"# komentar\n", b"[]", b"\xff\xfe\x00", b"- id: [\n", b"a: \x07", b"halo\n"]


@pytest.mark.parametrize("content", [*BAD, b"satu: dua\n"])
def test_unusable_card_files_are_problems_not_tracebacks(tmp_path: Path, content: bytes) -> None:
    found = read_cards(tmp_path, content)
    assert [problem.code for problem in found.problems] == ["SIM001"]
    assert not found.cards


@pytest.mark.parametrize("content", [*BAD, b"paket: []\n", b"paket: satu\n", b"kartu: [a]\n"])
def test_unusable_pack_files_are_problems_not_tracebacks(tmp_path: Path, content: bytes) -> None:
    found = read_packs(tmp_path, content)
    assert [problem.code for problem in found.problems] == ["SIM001"]
    assert not found.packs


@pytest.mark.parametrize("content", ["- halo\n", "- 7\n", "- [a]\n", "-\n"])
def test_items_that_are_no_cards_are_problems(tmp_path: Path, content: str) -> None:
    found = read_cards(tmp_path, content)
    assert [problem.code for problem in found.problems] == ["SIM002"]


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    for found in (load_cards(tmp_path / "a.yml"), load_packs(tmp_path / "b.yml")):
        assert [problem.code for problem in found.problems] == ["SIM001"]
