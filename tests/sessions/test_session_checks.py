"""What a plan promises must be possible: every code is shown by a plan that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.pages import source
from scripts.problems import Problem, Severity, only_errors
from scripts.sessions.pages import load
from tests.sessions.conftest import MODULE, PAGE
from tests.sessions.test_session_model import PLAN


def problems(docs: Path, text: str) -> list[Problem]:
    folder = docs.parent / "sesi"
    folder.mkdir(exist_ok=True)
    (folder / "tes.yml").write_text(text, encoding="utf-8")
    return load(docs, folder)[1]


def test_a_good_plan_has_no_problem(docs: Path) -> None:
    assert problems(docs, PLAN) == []


@pytest.mark.parametrize(
    ("changes", "code", "line", "words"),
    [
        ({"menit: 60": "menit: 61"}, "SES003", 7, ["61", "jumlah blok 60"]),
        ({'"08.00"': '"23.00"'}, "SES004", 11, ["23.00", "60 menit", "00.00 hari berikutnya"]),
        ({"ceramah: 10": "ceramah: 16"}, "SES005", 17, ["16 menit", "paling banyak 15"]),
        (
            {"menit: 10\n      -": "menit: 10\n        ceramah: 1\n      -"},
            "SES005",
            39,
            ["istirahat tidak berisi ceramah"],
        ),
        ({"halaman: modul/05-": "halaman: modul/99-"}, "SES006", 18, ["docs/id/modul/99-"]),
        ({f"        halaman: {MODULE}\n        bagian: [intinya, jalan]\n": ""}, "SES006", 13,
         ["`halaman` belum ada"]),
        ({MODULE: "peran/index.md"}, "SES006", 18, ["blok modul", "`peran/index.md`"]),
        ({"judul: Kasus": "judul: Kasus\n        bagian: [a]"}, "SES006", 41,
         ["`bagian` ada tanpa `halaman`"]),
        ({"urutan: 1\n          menit: 10": "urutan: 1\n          menit: 31"}, "SES009", 32,
         ["31 dari 30 menit"]),
        (
            {"menit: 10\n      -": "menit: 10\n        pangkas: {urutan: 2, menit: 6, cara: "
             "Kembali segera., cara_en: Come back soon.}\n      -"},
            "SES009",
            39,
            ["paling banyak 5"],
        ),
        (
            {"menit: 10\n      -": "menit: 10\n        pangkas: {urutan: 1, menit: 5, cara: "
             "Kembali segera., cara_en: Come back soon.}\n      -"},
            "SES009",
            39,
            ["urutan pangkas 1 sudah dipakai pertemuan 1, blok 1"],
        ),
        ({"jenis: latihan": "jenis: tes"}, "SES010", 8, ["`latihan` atau `simulasi`"]),
        ({"judul_en: Cases": "judul_en: 5 cases"}, "SES011", 41, ["`judul`", "(5)"]),
        ({"judul_en: One hour": "judul_en: 1 hour"}, "SES011", 2, ["`judul`"]),
        ({"3 rolls": "4 rolls"}, "SES011", 29, ["`bahan`", "(3, 4)"]),
        ({"Only two voters": "Only 2 voters"}, "SES011", 34, ["`cara`"]),
        ({"          Seven participants walk.\n": ""}, "SES011", 25, ["2 butir, `cara_en` 1"]),
        ({", 3 rolls of tape": ""}, "SES011", 29, ["`bahan` berisi 2 butir, `bahan_en` 1"]),
        ({"        tujuan_en: decide\n": ""}, "SES002", 39, ["`tujuan_en` belum ada"]),
        ({"Tujuh peserta berjalan.": "Tujuh " + "peserta " * 22}, "SES002", 22,
         ["`cara` panjangnya 181 huruf", "paling banyak 170"]),
    ],
)  # fmt: skip
def test_a_broken_promise_is_reported_at_its_place(
    docs: Path, changes: dict[str, str], code: str, line: int, words: list[str]
) -> None:
    text = PLAN
    for old, new in changes.items():
        assert old in text, old
        text = text.replace(old, new, 1)
    found = only_errors(problems(docs, text))
    assert [(p.code, p.line) for p in found] == [(code, line)], found
    assert all(word in found[0].message for word in words), found[0].message


def test_too_much_talk_altogether(docs: Path) -> None:
    text = PLAN.replace("ceramah: 10", "ceramah: 15")
    assert problems(docs, text) == []  # 15 of 50
    more = text.replace("menit: 20\n", "menit: 20\n        ceramah: 6\n")
    (found,) = problems(docs, more)
    assert found.code == "SES005" and "21 dari 50 menit" in found.message


def test_a_break_at_least_every_two_hours(docs: Path) -> None:
    long = PLAN.replace("menit: 30", "menit: 111").replace("menit: 60", "menit: 141")
    without = long.replace("jenis: istirahat", "jenis: pembuka").replace(
        "menit: 10\n      -",
        "menit: 10\n        tujuan: a\n        tujuan_en: a\n        cara: a\n        cara_en: a\n"
        "      -",
    )
    assert problems(docs, long) == []
    (found,) = problems(docs, without)
    assert found.code == "SES008" and "121 menit" in found.message and "blok 2" in found.message
    exactly = without.replace("menit: 111", "menit: 90").replace("menit: 141", "menit: 120")
    assert problems(docs, exactly) == []


def test_anchors_are_looked_for_in_both_languages(docs: Path) -> None:
    (docs / "en" / MODULE).write_text(PAGE.replace("#jalan", "#way"), encoding="utf-8")
    (found,) = problems(docs, PLAN)
    assert (found.code, found.line, found.column) == ("SES007", 19, 27)
    assert f"docs/en/{MODULE}" in found.message
    (docs / "id" / MODULE).write_text(PAGE.replace("#jalan", "#jalanan"), encoding="utf-8")
    both = problems(docs, PLAN)
    assert [p.code for p in both] == ["SES007", "SES007"]
    assert "mungkin maksud Anda `jalanan`?" in both[0].message


def test_a_missing_translation_only_warns(docs: Path) -> None:
    (docs / "en" / MODULE).unlink()
    (found,) = problems(docs, PLAN)
    assert (found.code, found.severity) == ("SES006", Severity.WARNING)
    assert not only_errors([found])


def test_a_page_made_from_data_need_not_be_there_yet(docs: Path) -> None:
    made = next(name for name in source.GENERATED if name.endswith(".md"))
    exercise = f"judul: Kasus\n        halaman: {made}\n        bagian: [apa-saja]"
    assert problems(docs, PLAN.replace("judul: Kasus", exercise)) == []
    unknown = exercise.replace(made, "latihan/tidak-ada.md")
    codes = {p.code for p in problems(docs, PLAN.replace("judul: Kasus", unknown))}
    assert codes == {"SES006"}
