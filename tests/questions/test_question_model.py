"""Reading test questions: every mistake is reported at its line, and never as a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.problems import Problem
from scripts.questions.model import Level, Question, load

QUESTION = """\
- id: m05-01
  bagian: surat-suara-pengganti
  tingkat: mudah
  situasi: "Pukul 10.01 pemilih keliru mencoblos. Berapa kali surat suaranya boleh diganti?"
  situasi_en: "At 10.01 a voter has punched by mistake. How often may the ballot be replaced?"
  pilihan: [Satu kali saja, Dua kali saja, Tidak pernah]
  pilihan_en: [Once only, Twice only, Never]
  benar: 1
  sebab: Surat suara yang keliru dicoblos diganti satu kali.
  sebab_en: A ballot punched by mistake is replaced once.
  sumber: [pkpu-b]
"""
#: How many lines a question takes.
LINES = QUESTION.count("\n")
SETTINGS = "benih: 7\nper_modul: 2\n"


def questions(count: int = 9, module: int = 5) -> str:
    """Good questions, all different, with the right answer in turn at every place and level."""
    places = ("[A., B., C.]", "[B., A., C.]", "[B., C., A.]")
    texts = []
    for number in range(1, count + 1):
        place = number % 3
        text = QUESTION.replace("m05-01", f"m{module:02}-{number:02}")
        text = text.replace("10.01", f"{module:02}.{number:02}").replace(
            "benar: 1", f"benar: {place + 1}"
        )
        for key, right, wrong, other in (
            ("pilihan", "Satu kali saja", "Dua kali saja", "Tidak pernah"),
            ("pilihan_en", "Once only", "Twice only", "Never"),
        ):
            shown = places[place].replace("A.", right).replace("B.", wrong).replace("C.", other)
            text = text.replace(f"{key}: [{right}, {wrong}, {other}]", f"{key}: {shown}")
        texts.append(text.replace("mudah", list(Level)[number // 3 % 3]))
    return "".join(texts)


def folder(tmp_path: Path, files: dict[str, str | bytes]) -> Path:
    """Write ``files`` into a folder of questions; usual settings unless they are given."""
    for name, content in {"tes.yml": SETTINGS, **files}.items():
        path = tmp_path / "soal" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return tmp_path / "soal"


def problems(path: Path) -> list[Problem]:
    files, settings = load(path)
    return [problem for read in (*files, settings) for problem in read.problems]


def test_good_questions_are_read(tmp_path: Path) -> None:
    files, settings = load(folder(tmp_path, {"05.yml": "# komentar\n" + questions(2)}))
    (read,) = files
    assert not problems(tmp_path / "soal")
    assert read.module == 5 and list(read.questions) == [0, 1]
    assert read.places[(1, "benar")] == (LINES + 9, 3)
    assert (settings.settings.benih, settings.settings.per_modul) == (7, 2)
    question = read.questions[0]
    assert (question.module, question.number, question.letter) == (5, "5.1", "B")
    assert question.options("en")[question.benar - 1] == "Once only"
    assert question.situation("id").startswith("Pukul") and question.reason("en").startswith("A ")


def test_levels_weigh_more_the_harder_they_are() -> None:
    assert [Level("mudah").weight, Level("sedang").weight, Level("sulit").weight] == [1, 2, 3]


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "words"),
    [
        ("tingkat: mudah", "tingkat: gampang", "SOA002", 3, ["`tingkat`", "'mudah'", "'sulit'"]),
        ("  benar: 1\n", "", "SOA002", 1, ["Soal m05-01", "`benar` belum ada", "sebab_en"]),
        ("  benar: 1", "  benar: satu", "SOA002", 8, ["`benar` harus bilangan bulat"]),
        ("  benar: 1", "  benar: 1\n  benar: 2", "SOA002", 9, ["ditulis dua kali"]),
        ("  benar: 1", "  benar: 1\n  nilai: 5", "SOA002", 9, ["`nilai` tidak dikenal"]),
        ("id: m05-01", "id: 05-1", "SOA002", 1, ["harus berbentuk seperti m05-01"]),
        ("bagian: surat-suara-pengganti", "bagian: ''", "SOA002", 2, ["terlalu pendek"]),
        (", Dua kali saja, Tidak pernah]", "]", "SOA002", 6, ["`pilihan`", "sedikitnya 3 butir"]),
        ("[Satu kali saja,", "[a, b, c,", "SOA002", 6, ["paling banyak 4 butir"]),
        ("[Satu kali saja,", "[07.00,", "SOA002", 6, ["`pilihan.1` harus teks; apit"]),
        ("[Once only,", "['',", "SOA002", 7, ["`pilihan_en.1` terlalu pendek"]),
        ("Pukul 10.01 pemilih keliru mencoblos. Berapa kali surat suaranya", "Ini", "SOA002", 4, [
            "`situasi` terlalu pendek, sedikitnya 30 huruf",
        ]),
        ('sebab: Surat suara yang keliru dicoblos diganti satu kali.', "sebab: Ya.", "SOA002", 9, [
            "`sebab` terlalu pendek, sedikitnya 20 huruf",
        ]),
        ("sumber: [pkpu-b]", "sumber: []", "SOA002", 11, ["sedikitnya 1 butir"]),
        ("sumber: [pkpu-b]", "sumber: pkpu-b", "SOA002", 11, ["`sumber` harus daftar"]),
        ("sebab: Surat suara", "sebab: Surat: suara", "SOA001", 9, ["titik dua"]),
    ],
)  # fmt: skip
def test_mistakes_are_reported_at_their_place(
    tmp_path: Path, old: str, new: str, code: str, line: int, words: list[str]
) -> None:
    assert old in QUESTION
    found = problems(folder(tmp_path, {"05.yml": QUESTION.replace(old, new, 1)}))
    assert {problem.code for problem in found} == {code}
    assert found[0].line == line and found[0].file.endswith("05.yml")
    assert all(word in found[0].message for word in words), found[0].message


@pytest.mark.parametrize("key", ["situasi", "situasi_en", "sebab", "sebab_en"])
def test_texts_have_a_longest_length(key: str) -> None:
    field = Question.model_fields[key]
    assert [rule.max_length for rule in field.metadata if hasattr(rule, "max_length")] == [300]


@pytest.mark.parametrize(
    "content",
    [b"", b"# hanya komentar\n", b"satu: dua\n", b"[]", b"\xff\xfe\x00", b"- id: [\n", b"a: \x07"],
)
def test_unusable_files_are_problems_not_tracebacks(tmp_path: Path, content: bytes) -> None:
    found = problems(folder(tmp_path, {"05.yml": content}))
    assert [problem.code for problem in found] == ["SOA001"]


def test_a_question_that_is_no_mapping(tmp_path: Path) -> None:
    (problem,) = problems(folder(tmp_path, {"05.yml": QUESTION + "- hanya teks\n"}))
    assert (problem.code, problem.line) == ("SOA002", LINES + 1)
    assert problem.message.startswith("Soal 2: `isi`")


@pytest.mark.parametrize(
    ("content", "code", "line", "words"),
    [
        ("benih: banyak\nper_modul: 2\n", "SOA002", 1, ["Tes: `benih` harus bilangan bulat"]),
        ("benih: 1\nper_modul: 0\n", "SOA002", 2, ["`per_modul` paling kecil 1"]),
        ("benih: 1\nacak: ya\n", "SOA002", 2, ["`acak` tidak dikenal", "benih, per_modul"]),
        ("benih: [\n", "SOA001", 2, ["Bukan YAML"]),
        ("", "SOA002", 1, ["Tes: `isi` harus berisi kunci dan nilai"]),
    ],
)
def test_wrong_settings_are_reported_and_replaced_by_the_usual_ones(
    tmp_path: Path, content: str, code: str, line: int, words: list[str]
) -> None:
    path = folder(tmp_path, {"05.yml": QUESTION, "tes.yml": content})
    (problem,) = problems(path)
    assert (problem.code, problem.line) == (code, line)
    assert all(word in problem.message for word in words), problem.message
    assert load(path)[1].settings.per_modul == 2


def test_a_missing_folder_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in problems(tmp_path / "tidak-ada")] == ["SOA001"]
