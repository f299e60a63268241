"""Checks of questions: keys, sources, anchors, figures, and no way to pass by guessing the form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts.legal.register import Entry, Grade, Instrument, Register
from scripts.problems import Problem
from scripts.questions import checks, load
from scripts.questions.checks import clearly_longest
from tests.questions.test_question_model import LINES, folder, questions

_INSTRUMENT = Instrument("pkpu", "peraturan", {"id": "P", "en": "P"}, {"id": "P", "en": "P"}, "")


def _entry(name: str, grade: Grade) -> Entry:
    texts = {"id": "Pokok.", "en": "Gist."}
    part = {"id": f"Pasal 1 {name}", "en": f"Article 1 {name}"}
    return Entry(name, _INSTRUMENT, part, texts, grade, (), date(2026, 11, 24))


REGISTER = Register(
    {"pkpu": _INSTRUMENT},
    {"pkpu-b": _entry("pkpu-b", Grade.B), "pkpu-c": _entry("pkpu-c", Grade.C)},
)
_MODULE = {
    "id": "---\ntitle: Pemungutan suara\n---\n# Pemungutan suara\n\n## Surat suara pengganti\n",
    "en": "---\ntitle: Voting\n---\n# Voting\n\n## Replacement { #surat-suara-pengganti }\n",
}


def docs(tmp_path: Path, *numbers: int) -> Path:
    """Write a page of every module in both languages."""
    for language, text in _MODULE.items():
        for number in numbers or (5,):
            path = tmp_path / "docs" / language / "modul" / f"{number:02}-pemungutan.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return tmp_path / "docs"


def found(tmp_path: Path, files: dict[str, str | bytes], *numbers: int) -> list[Problem]:
    return load(REGISTER, docs(tmp_path, *numbers), folder(tmp_path, files))[1]


@pytest.fixture(autouse=True)
def _small_bank(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "TOTAL", 9)


def test_good_questions_have_no_problem(tmp_path: Path) -> None:
    assert not found(tmp_path, {"05.yml": questions()})


_FIRST = "[Dua kali saja, Satu kali saja, Tidak pernah]"
_FIRST_EN = "[Twice only, Once only, Never]"


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        ("id: m05-01", "id: m06-01", "SOA003", 1, ["harus diawali `m05-`"]),
        ("id: m05-02", "id: m05-01", "SOA003", LINES + 1, ["`m05-01` sudah dipakai"]),
        (_FIRST, "[Satu kali saja., satu kali  saja, Tidak pernah]", "SOA004", 6, [
            "butir ke-2 dari `pilihan` sama dengan butir ke-1",
        ]),
        (_FIRST_EN, "[Never, Once only, never]", "SOA004", 7, [
            "butir ke-3 dari `pilihan_en` sama dengan butir ke-1",
        ]),
        ("benar: 2", "benar: 4", "SOA005", 8, ["`benar` 4, seharusnya 1 sampai 3"]),
        ("benar: 2", "benar: 0", "SOA005", 8, ["`benar` 0, seharusnya 1 sampai 3"]),
        (_FIRST_EN, "[Twice only, Once only, Never, Often]", "SOA005", 7, [
            "`pilihan_en` berisi 4 butir, seharusnya 3",
        ]),
        ("surat-suara-pengganti", "surat-suara-penganti", "SOA006", 2, [
            "«surat-suara-penganti» bukan jangkar judul", "docs/id/modul/05-pemungutan.md",
            "mungkin `surat-suara-pengganti`",
        ]),
        ("surat-suara-pengganti", "pemungutan-suara", "SOA006", 2, ["pilihannya surat-suara-p"]),
        ("pkpu-b", "pkpu-d", "SOA007", 11, ["`pkpu-d` tidak ada", "`pkpu-"]),
        ("pkpu-b", "entah", "SOA007", 11, ["Tambahkan barisnya dulu"]),
        ("pkpu-b", "pkpu-b, pkpu-c", "SOA008", 11, ["`pkpu-c` bermutu C", "A atau B"]),
        ("boleh diganti?", "boleh diganti.", "SOA009", 4, ["`situasi` harus berakhir"]),
        ("be replaced?", "be replaced? Say", "SOA009", 5, ["`situasi_en` harus berakhir"]),
        (_FIRST, "[Dua kali saja, Satu kali saja, Semua benar]", "SOA009", 6, ["«Semua benar»"]),
        (_FIRST_EN, "[Twice only, Once only, A and B]", "SOA009", 7, ["«A and B»", "diacak"]),
        ("At 05.01", "At 05.10", "SOA010", 5, ["`situasi_en`", "05.10, seharusnya 05.01"]),
        (_FIRST_EN, "[2 times only, Once only, Never]", "SOA010", 7, [
            "`pilihan_en`", "2, seharusnya tidak ada angka",
        ]),
        ("is replaced once", "is replaced 1 time", "SOA010", 10, ["`sebab_en`"]),
    ],
)  # fmt: skip
def test_mistakes_are_reported_at_their_place(
    tmp_path: Path, old: str, new: str, code: str, line: int, words: list[str]
) -> None:
    text = questions()
    assert old in text
    problems = found(tmp_path, {"05.yml": text.replace(old, new, 1)})
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]
    assert all(word in problems[0].message for word in words), problems[0].message


def test_a_situation_stands_once_in_either_language(tmp_path: Path) -> None:
    text = questions().replace("Pukul 05.02 pemilih", "pukul  05.01 Pemilih")
    problems = found(tmp_path, {"05.yml": text.replace("At 05.02", "AT 05.01")})
    assert [(problem.code, problem.line) for problem in problems] == [
        ("SOA004", LINES + 4),
        ("SOA004", LINES + 5),
    ]
    assert "m05-02: `situasi` sama dengan soal m05-01" in problems[0].message
    assert "`situasi_en` sama dengan soal m05-01" in problems[1].message


def test_an_anchor_must_be_on_the_translated_page_too(tmp_path: Path) -> None:
    page = docs(tmp_path) / "en" / "modul" / "05-pemungutan.md"
    page.write_text("# Voting\n\n## Replacement\n", encoding="utf-8")
    soal = folder(tmp_path, {"05.yml": questions()})
    problems = load(REGISTER, tmp_path / "docs", soal)[1]
    assert {problem.code for problem in problems} == {"SOA006"} and len(problems) == 9
    assert "docs/en/modul/05-pemungutan.md" in problems[0].message
    page.unlink()  # not translated yet: the Indonesian page is shown
    assert not load(REGISTER, tmp_path / "docs", soal)[1]


def test_a_decimal_written_the_english_way_is_the_same_figure(tmp_path: Path) -> None:
    text = questions().replace("keliru mencoblos.", "dari 1.300 orang keliru mencoblos.", 1)
    text = text.replace("punched by mistake.", "of 1,300 people punched by mistake.", 1)
    assert not found(tmp_path, {"05.yml": text})


def test_right_answers_stand_at_every_place(tmp_path: Path) -> None:
    text = questions()
    assert text.count("benar: 2") == text.count("benar: 3") == 3
    six = text.replace("benar: 2", "benar: 3")
    (problem,) = found(tmp_path, {"05.yml": six})
    assert (problem.code, problem.line) == ("SOA011", 8)
    assert "6 dari 9 soal berkunci `benar: 3`; paling banyak 5" in problem.message
    five = text.replace("benar: 2", "benar: 3", 2)
    assert not found(tmp_path, {"05.yml": five})


@pytest.mark.parametrize(
    ("options", "place"),
    [
        (("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbbbbbb", "c"), 1),
        (("c", "bbbbbbbbbbbbbbbbbbbb", "aaaaaaaaaaaaaaaaaaaaaaaa"), None),  # 4 letters more
        (("a" * 110, "b" * 100, "c"), None),  # a tenth longer
        (("c", "a" * 116, "b" * 100), 2),
        (("sama", "sama", "sama"), None),
    ],
)
def test_what_is_clearly_the_longest(options: tuple[str, ...], place: int | None) -> None:
    assert clearly_longest(options) == place


@pytest.mark.parametrize(
    ("key", "right", "wrong", "line"),
    [
        ("pilihan", "Satu kali saja", "Tidak pernah", 6),
        ("pilihan_en", "Once only", "Never", 7),
    ],
)
def test_the_right_option_is_not_always_the_longest(
    tmp_path: Path, key: str, right: str, wrong: str, line: int
) -> None:
    longer = f"{right} sampai rapat ditutup"
    text = questions().replace(right, longer, 4)
    (problem,) = found(tmp_path, {"05.yml": text})
    assert (problem.code, problem.line) == ("SOA012", line)
    assert f"`{key}` benar pada 4 dari 4 soal (m05-01, m05-02, m05-03, m05-04)" in problem.message
    # As many long wrong options, and nothing is given away.
    head, tail = text[: text.index("- id: m05-05")], text[text.index("- id: m05-05") :]
    balanced = head + tail.replace(wrong, f"{wrong} sampai rapat ditutup", 3)
    assert not found(tmp_path, {"05.yml": balanced})


@pytest.mark.parametrize("name", ["06.yml", "soal.yml", "5.yml"])
def test_every_file_stands_for_a_module(tmp_path: Path, name: str) -> None:
    text = questions(module=6) if name == "06.yml" else questions()
    problems = found(tmp_path, {"05.yml": questions(), name: text.replace("pukul", "jam")})
    mine = [p for p in problems if p.file.endswith(name) and p.line == 1]
    assert "SOA003" in {p.code for p in mine}
    assert any("bukan nomor modul; berkas soal bernama 05.yml" in p.message for p in mine)


def test_every_module_has_enough_questions(tmp_path: Path) -> None:
    problems = found(tmp_path, {"05.yml": questions(7)}, 5, 6)
    told = {Path(problem.file).name: problem.message for problem in problems}
    assert {problem.code for problem in problems} == {"SOA013"}
    assert "Modul 6 belum punya soal" in told["06.yml"]
    assert "Baru 7 soal" in told["05.yml"] and "sedikitnya 8" in told["05.yml"]
    assert "berisi 7 soal" in told["tes.yml"] and "sedikitnya 9" in told["tes.yml"]


def test_two_forms_must_fit_into_the_smallest_module(tmp_path: Path) -> None:
    settings = "benih: 1\nper_modul: 5\n"
    (problem,) = found(tmp_path, {"05.yml": questions(), "tes.yml": settings})
    assert (problem.code, problem.line) == ("SOA014", 2)
    assert "10 soal" in problem.message and "paling besar 4" in problem.message
    assert not found(tmp_path, {"05.yml": questions(10), "tes.yml": settings})
