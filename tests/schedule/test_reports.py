"""Findings for a person, a program and a pull request: the same findings, never a command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.schedule.__main__ import main
from scripts.schedule.checks import Result
from scripts.schedule.codes import CODES
from scripts.schedule.problems import ScheduleProblem, make
from scripts.schedule.reports import FORMATS, report

Row = dict[str, str]

ERROR = make(
    ("data/jadwal/a.csv", 12, 34),
    "JDW015",
    '"selsai" bukan status yang dikenal',
    field="status",
    cell="selsai",
    expected="salah satu dari: terjadwal, selesai",
    suggestion="Mungkin maksud Anda: selesai?",
)
WARNING = make(("data/jadwal/b.csv", 1, 1), "JDW039", "jam mulai kosong", suggestion="Isi")
MESSAGE = (
    'kolom status: "selsai" bukan status yang dikenal. Seharusnya: salah satu dari: terjadwal, '
    "selesai. Mungkin maksud Anda: selesai?"
)


def test_text_is_a_line_a_finding_and_a_sum() -> None:
    assert report([ERROR, WARNING], "text", 3, 2, failed=True) == (
        f"data/jadwal/a.csv:12:34: JDW015 galat: {MESSAGE}\n"
        "data/jadwal/b.csv:1:1: JDW039 peringatan: jam mulai kosong. Isi.\n"
        "3 sesi dari 2 berkas lolos; 1 galat, 1 peringatan."
    )


@pytest.mark.parametrize("form", ["text", "github"])
def test_without_findings_there_is_one_line(form: str) -> None:
    assert report([], form, 152, 2, failed=False) == "152 sesi dari 2 berkas lolos periksa."


def test_github_shows_each_finding_beside_its_line() -> None:
    assert report([ERROR, WARNING], "github", 3, 2, failed=True) == (
        "::error file=data/jadwal/a.csv,line=12,col=34,title=JDW015%3A Status tidak dikenal"
        f"::{MESSAGE}\n"
        "::warning file=data/jadwal/b.csv,line=1,col=1,title=JDW039%3A Jam mulai kosong"
        "::jam mulai kosong. Isi.\n"
        "3 sesi dari 2 berkas lolos; 1 galat, 1 peringatan."
    )


def test_json_holds_everything_apart() -> None:
    document = json.loads(report([ERROR, WARNING], "json", 3, 2, failed=True))
    assert document == {
        "versi": 1,
        "lolos": False,
        "sesi": 3,
        "berkas": 2,
        "masalah": [
            {
                "berkas": "data/jadwal/a.csv",
                "baris": 12,
                "kolom": 34,
                "kode": "JDW015",
                "tingkat": "galat",
                "judul": "Status tidak dikenal",
                "pesan": MESSAGE,
                "nama_kolom": "status",
                "sel": "selsai",
                "seharusnya": "salah satu dari: terjadwal, selesai",
                "saran": "Mungkin maksud Anda: selesai?",
                "penjelasan": "kontribusi/kode-jadwal/#jdw015",
            },
            {
                "berkas": "data/jadwal/b.csv",
                "baris": 1,
                "kolom": 1,
                "kode": "JDW039",
                "tingkat": "peringatan",
                "judul": "Jam mulai kosong",
                "pesan": "jam mulai kosong. Isi.",
                "nama_kolom": "",
                "sel": "",
                "seharusnya": "",
                "saran": "Isi",
                "penjelasan": "kontribusi/kode-jadwal/#jdw039",
            },
        ],
    }


def test_json_without_findings_passes() -> None:
    assert json.loads(report([], "json", 5, 1, failed=False)) == {
        "versi": 1,
        "lolos": True,
        "sesi": 5,
        "berkas": 1,
        "masalah": [],
    }


HOSTILE = "100% a\r\nb\n::error file=x::curi, :koma: {{ x }} \"kutip\" 'é' \\"


def _hostile(file: str = "a.csv") -> ScheduleProblem:
    return make((file, 1, 2), "JDW018", HOSTILE, cell=HOSTILE, suggestion=HOSTILE)


def test_no_text_becomes_another_workflow_command() -> None:
    lines = report([_hostile()], "github", 0, 1, failed=True).split("\n")
    assert len(lines) == 2
    assert lines[0].startswith("::error file=a.csv,line=1,col=2,title=JDW018%3A Karakter kendali::")
    assert "100%25 a%0D%0Ab%0A::error file=x::curi, :koma:" in lines[0]
    assert "\r" not in lines[0]


def test_no_file_name_becomes_another_property() -> None:
    (line, _) = report([_hostile("50%,line=9:\n::x.csv")], "github", 0, 1, failed=True).split("\n")
    assert line.startswith("::error file=50%25%2Cline=9%3A%0A%3A%3Ax.csv,line=1,col=2,title=")


def test_hostile_text_comes_through_json_unchanged() -> None:
    (found,) = json.loads(report([_hostile()], "json", 0, 1, failed=True))["masalah"]
    assert found["sel"] == found["saran"] == HOSTILE


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_title_in_every_form(code: str) -> None:
    problem = make(("a.csv", 1, 1), code, "salah")
    title = CODES[code].title["id"]
    (found,) = json.loads(report([problem], "json", 0, 1, failed=True))["masalah"]
    assert (found["judul"], found["penjelasan"]) == (
        title,
        f"kontribusi/kode-jadwal/#{code.lower()}",
    )
    first = report([problem], "github", 0, 1, failed=True).splitlines()[0]
    assert f"title={code}%3A {title.replace(',', '%2C').replace(':', '%3A')}::" in first


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_gives_the_report_of_the_check(
    form: str,
    sound: Callable[..., Row],
    write: Callable[..., Path],
    check: Callable[..., Result],
    capsys: pytest.CaptureFixture[str],
) -> None:
    rows = [sound(), sound(id="b", gelombang="a%b:c,d", status="\n::error::x", tps="a")]
    result = check(*rows)
    assert main(["check", str(write(rows)), "--format", form]) == 1
    expected = report(result.problems, form, 1, 1, failed=True)
    assert capsys.readouterr().out == f"{expected}\n"
    if form == "github":
        commands = [line for line in expected.splitlines() if line.startswith("::")]
        assert len(commands) == len(result.problems) == 2
