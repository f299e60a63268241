"""Warnings about a plan: each is given where it is true, at its place, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scripts.problems import Severity
from scripts.schedule.checks import Result, load
from scripts.schedule.problems import ScheduleProblem
from scripts.schedule.settings import Election, Settings, read

Row = dict[str, str]
Told = Callable[..., list[ScheduleProblem]]

HOURS = {"jam_mulai": "08.00", "jam_selesai": "12.00"}
VENUE = {**HOURS, "tempat": "Aula Kantor Camat"}
TEAM = {**HOURS, "fasilitator": "PPK Divisi 1"}
VILLAGES = {"provinsi": "Jawa Barat", "kab_kota": "Kab. Bogor", "kecamatan": "Cibinong"}


# A second election beside the edition's: each is compared with its own days.
RULES = read()
RULES = RULES.model_copy(
    update={
        "pemilihan": (
            *RULES.pemilihan,
            Election(
                nama="Pilkada 2024",
                pelantikan_kpps=date(2024, 11, 7),
                pemungutan_suara=date(2024, 11, 27),
            ),
        )
    }
)


@pytest.fixture
def told(sound: Callable[..., Row], write: Callable[..., Path]) -> Told:
    """Give a function that checks rows (changes of the sound one) and gives what it is told.

    Each row gets an id and a wave of its own.
    """

    def run(*rows: Row, file: str = "uji.csv") -> list[ScheduleProblem]:
        full = [
            sound(**{"id": f"s{i}", "gelombang": str(i), **row}) for i, row in enumerate(rows, 1)
        ]
        result = load(write(full, file), RULES)
        assert not result.has_errors, [str(problem) for problem in result.problems]
        assert len(result.sessions) == len(rows)
        return result.problems

    return run


def codes(problems: list[ScheduleProblem]) -> list[str]:
    return [problem.code for problem in problems]


def test_a_sound_plan_gets_no_warning(told: Told) -> None:
    assert told({}, VENUE, TEAM | {"jam_mulai": "13.00", "jam_selesai": "15.00"}) == []


# The same room or people at once


@pytest.mark.parametrize(
    ("cells", "code", "column", "words"),
    [
        (VENUE, "JDW033", "tempat", "tempat ini juga dipakai"),
        (TEAM, "JDW034", "fasilitator", "fasilitator ini juga bertugas"),
    ],
)
def test_the_same_room_or_people_at_once_are_told_at_the_later_row(
    cells: Row, code: str, column: str, words: str, told: Told
) -> None:
    (problem,) = told(cells, {**cells, "jam_mulai": "11.30", "jam_selesai": "13.00"})
    assert (problem.code, problem.field, problem.line) == (code, column, 3)
    assert problem.severity is Severity.WARNING
    assert words in problem.message
    assert "uji.csv:2" in problem.message


OVERLAPS = {
    "tepat bersamaan": ({}, {}),
    "nama lain ejaan": ({}, {"tempat": "AULA  kantor-camat", "fasilitator": "ppk divisi-1"}),
    "satu di dalam yang lain": ({"jam_selesai": "17.00"}, {"jam_mulai": "09.00"}),
    "lewat tengah malam": (
        {"jam_mulai": "22.00", "jam_selesai": "02.00", "tanggal_selesai": "2024-01-28"},
        {"tanggal": "2024-01-28", "jam_mulai": "01.00", "jam_selesai": "03.00"},
    ),
    "malam ketiga": (
        {"jam_mulai": "22.00", "jam_selesai": "02.00", "tanggal_selesai": "2024-01-30"},
        {"tanggal": "2024-01-29", "jam_mulai": "23.00", "jam_selesai": "23.30"},
    ),
    "hari kedua dari tiga": (
        {"tanggal_selesai": "2024-01-29"},
        {"tanggal": "2024-01-28", "jam_mulai": "10.00"},
    ),
    "hari terakhir": ({"tanggal_selesai": "2024-01-29"}, {"tanggal": "2024-01-29"}),
    "desa lain, kecamatan sama": (
        {**VILLAGES, "kecamatan": "Cibinong; Citeureup"},
        {**VILLAGES, "kecamatan": "Citeureup"},
    ),
    "tingkat kabupaten": ({"kecamatan": ""}, {"kecamatan": ""}),
    "tingkat provinsi": ({"kecamatan": "", "kab_kota": ""}, {"kecamatan": "", "kab_kota": ""}),
}
APART = {
    "sesudahnya": ({}, {"jam_mulai": "12.00", "jam_selesai": "14.00"}),
    "hari lain": ({}, {"tanggal": "2024-01-28"}),
    "kecamatan lain": ({}, {"kecamatan": "Darussalam"}),
    "kabupaten lain": (
        {"kecamatan": ""},
        {"kecamatan": "", "kab_kota": "Kab. Pidie"},
    ),
    "nama lain": ({}, {"tempat": "Aula Lama", "fasilitator": "PPK Divisi 2"}),
    "jam selesai tidak diketahui": ({}, {"jam_selesai": ""}),
    "tanggal tidak diketahui": ({}, {"tanggal": "", "kepastian_tanggal": "tidak disebut"}),
    "batal": ({}, {"status": "batal"}),
    "ditunda": ({"status": "ditunda"}, {}),
    "sesudah tengah malam": (
        {"jam_mulai": "22.00", "jam_selesai": "02.00", "tanggal_selesai": "2024-01-28"},
        {"tanggal": "2024-01-28", "jam_mulai": "02.00", "jam_selesai": "03.00"},
    ),
    "siang di antara dua malam": (
        {"jam_mulai": "22.00", "jam_selesai": "02.00", "tanggal_selesai": "2024-01-30"},
        {"tanggal": "2024-01-28", "jam_mulai": "09.00", "jam_selesai": "11.00"},
    ),
    "sesudah hari terakhir": ({"tanggal_selesai": "2024-01-28"}, {"tanggal": "2024-01-29"}),
    "jam yang lain tiap hari": (
        {"tanggal_selesai": "2024-01-29"},
        {"tanggal": "2024-01-28", "jam_mulai": "13.00", "jam_selesai": "15.00"},
    ),
}


@pytest.mark.parametrize(("cells", "code"), [(VENUE, "JDW033"), (TEAM, "JDW034")])
@pytest.mark.parametrize("case", OVERLAPS)
def test_overlaps(case: str, cells: Row, code: str, told: Told) -> None:
    first, second = OVERLAPS[case]
    problems = told({**cells, **_only(first, cells)}, {**cells, **_only(second, cells)})
    assert codes(problems) == [code]


@pytest.mark.parametrize("cells", [VENUE, TEAM])
@pytest.mark.parametrize("case", APART)
def test_no_overlaps(case: str, cells: Row, told: Told) -> None:
    first, second = APART[case]
    assert told({**cells, **_only(first, cells)}, {**cells, **_only(second, cells)}) == []


def _only(changes: Row, cells: Row) -> Row:
    """A case names both venue and facilitator; the row has one of them."""
    return {
        name: text
        for name, text in changes.items()
        if name in cells or name not in ("tempat", "fasilitator")
    }


def test_a_session_that_lasts_beyond_the_next_one_meets_the_one_after_it_too(told: Told) -> None:
    problems = told(
        VENUE | {"jam_selesai": "17.00"},
        VENUE | {"jam_mulai": "09.00", "jam_selesai": "10.00"},
        VENUE | {"jam_mulai": "11.00", "jam_selesai": "12.00"},
    )
    assert [(p.code, p.line) for p in problems] == [("JDW033", 3), ("JDW033", 4)]
    assert all("uji.csv:2" in problem.message for problem in problems)


def test_two_sessions_that_meet_on_many_days_or_in_many_districts_are_told_once(
    told: Told,
) -> None:
    days = VENUE | {"tanggal_selesai": "2024-01-31"}
    assert codes(told(days, days)) == ["JDW033"]
    many = VENUE | VILLAGES | {"kecamatan": "Cibinong; Citeureup; Jonggol"}
    assert codes(told(many, many)) == ["JDW033"]


def test_of_sessions_at_the_very_same_time_the_later_row_is_told(told: Told) -> None:
    rows = [VENUE | {"tanggal": f"2024-01-{26 + i % 6}"} for i in range(6)]
    problems = told(*rows, *[{} for _ in range(7)], VENUE | {"tanggal": "2024-01-27"})
    assert [(p.code, p.line) for p in problems] == [("JDW033", 15)]
    assert "uji.csv:3" in problems[0].message


def test_overlaps_are_found_across_files(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    write([sound(**VENUE)], "a.csv")
    folder = write([sound(id="b", gelombang="2", **VENUE)], "b.csv")
    (problem,) = load(folder).problems
    assert (problem.code, Path(problem.file).name) == ("JDW033", "b.csv")
    assert "a.csv:2" in problem.message


# One session


@pytest.mark.parametrize(
    ("cells", "warned"),
    [
        ({"peserta": "51", "gelombang": ""}, True),
        ({"peserta": "50", "gelombang": ""}, False),
        ({"peserta": "1300", "gelombang": "1 dari 26"}, False),
        ({"peserta": "", "gelombang": ""}, False),
        ({"peserta": "51", "gelombang": "", "status": "batal"}, False),
    ],
)
def test_many_people_need_waves(cells: Row, warned: bool, told: Told) -> None:
    problems = told(cells)
    assert codes(problems) == ["JDW035"] * warned
    if warned:
        assert problems[0].field == "peserta"
        assert "51 peserta dalam satu kelas" in problems[0].message
        assert "gelombang" in problems[0].suggestion


@pytest.mark.parametrize(
    ("cells", "warned"),
    [
        ({"jam_mulai": ""}, True),
        ({"jam_mulai": "-", "jam_selesai": "12.00"}, True),
        ({"jam_mulai": "", "status": "ditunda"}, False),
        ({"jam_mulai": "00.00"}, False),
    ],
)
def test_a_plan_without_an_hour(cells: Row, warned: bool, told: Told) -> None:
    problems = told(cells)
    assert [(p.code, p.field) for p in problems] == [("JDW039", "jam_mulai")] * warned


@pytest.mark.parametrize(
    ("cells", "warned"),
    [
        ({"tanggal": "2024-02-15"}, True),
        ({"tanggal": "2024-02-13"}, False),
        ({"tanggal": "2024-02-13", "tanggal_selesai": "2024-02-15"}, True),
        ({"tanggal": "2024-02-20", "jenis": "simulasi"}, True),
        ({"tanggal": "2024-02-20", "jenis": "bimtek gabungan"}, True),
        ({"tanggal": "2024-02-20", "jenis": "pelantikan dan bimtek KPPS"}, True),
        ({"tanggal": "2024-02-20", "jenis": "bimtek PSU"}, False),
        ({"tanggal": "2024-02-20", "jenis": "bimtek PPK"}, False),
        ({"tanggal": "2024-11-26", "pemilu": "Pilkada 2024"}, False),
        ({"tanggal": "2024-11-28", "pemilu": "pilkada 2024"}, True),
        ({"tanggal": "2024-11-28", "pemilu": "Pilkades Suka 2024"}, False),
        ({"tanggal": "2024-02-20", "status": "batal"}, False),
    ],
)
def test_training_after_voting_day(cells: Row, warned: bool, told: Told) -> None:
    problems = told(cells)
    found = [p for p in problems if p.code != "JDW038"]
    assert [(p.code, p.field) for p in found] == [("JDW036", "tanggal")] * warned
    if warned:
        assert "bimtek PSU" in found[0].suggestion


def test_voting_day_itself_is_too_late_and_a_holiday(told: Told) -> None:
    problems = told({"tanggal": "2024-02-14"})
    assert codes(problems) == ["JDW036", "JDW038"]
    assert "sebelum 14/02/2024" in problems[0].expected


@pytest.mark.parametrize(
    ("cells", "warned"),
    [
        ({"tanggal": "2024-01-24"}, True),
        ({"tanggal": "2024-01-24", "tanggal_selesai": "2024-01-26"}, True),
        ({"tanggal": "2024-01-25"}, False),
        ({"tanggal": "2024-01-24", "jenis": "ToT"}, False),
        ({"tanggal": "2024-01-24", "jenis": "pelantikan"}, False),
        ({"tanggal": "2024-11-06", "pemilu": "Pilkada 2024"}, True),
        ({"tanggal": "2024-11-07", "pemilu": "Pilkada 2024"}, False),
    ],
)
def test_training_before_the_oath(cells: Row, warned: bool, told: Told) -> None:
    problems = told(cells)
    assert [(p.code, p.field) for p in problems] == [("JDW037", "tanggal")] * warned


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2024-02-08", "08/02/2024 hari libur: Isra Mikraj"),
        ("2024-02-10", "10/02/2024 hari libur: Tahun Baru Imlek"),
        ("2024-05-01", "01/05/2024 hari libur: Hari Buruh"),
        ("2019-04-19", "19/04/2019 hari libur: Wafat Yesus Kristus"),
        ("2024-02-09", ""),
        ("2024-01-28", ""),
        ("2024-02-12", ""),
    ],
)
def test_national_holidays(day: str, name: str, told: Told) -> None:
    problems = told({"tanggal": day, "jenis": "ToT"})
    assert [(p.code, p.field) for p in problems] == [("JDW038", "tanggal")] * bool(name)
    assert all(name in problem.message for problem in problems)


def test_each_holiday_within_a_session_is_told(told: Told) -> None:
    problems = told({"tanggal": "2024-02-07", "tanggal_selesai": "2024-02-11"})
    assert [problem.message.split(" hari libur")[0][-10:] for problem in problems] == [
        "08/02/2024",
        "10/02/2024",
    ]


# The list of villages


def _villages(*names: str, **cells: str) -> list[Row]:
    return [{**VILLAGES, "kelurahan_desa": name, **cells} for name in names]


CIBINONG = (
    "Pondok Rajeg", "Karadenan", "Harapanjaya", "Nanggewer", "Nanggewer Mekar", "Cibinong",
    "Tengah", "Sukahati", "Ciriung", "Cirimekar", "Pabuaran", "Pakansari", "Pabuaran Mekar",
)  # fmt: skip


def test_villages_without_a_session_are_named(told: Told) -> None:
    (problem,) = told(*_villages(*CIBINONG[:11]))
    assert (problem.code, problem.field, problem.line) == ("JDW040", "kecamatan", 2)
    assert "Kec. Cibinong: 2 dari 13 kelurahan/desa tanpa sesi" in problem.message
    assert problem.suggestion == "Periksa: Pakansari, Pabuaran Mekar"


def test_of_many_villages_only_a_few_are_named(told: Told) -> None:
    (problem,) = told(*_villages("Pakansari"))
    assert problem.suggestion.startswith("Periksa: Pondok Rajeg, ")
    assert problem.suggestion.endswith(", dan 4 lagi")


def test_a_district_that_is_whole_has_no_gap(told: Told) -> None:
    assert told(*_villages(*CIBINONG)) == []
    assert told(*_villages("; ".join(CIBINONG))) == []


@pytest.mark.parametrize(
    "other",
    [
        {**VILLAGES},
        {**VILLAGES, "kecamatan": "Cibinong; Citeureup", "kelurahan_desa": ""},
    ],
)
def test_a_session_for_the_whole_district_covers_its_villages(other: Row, told: Told) -> None:
    assert codes(told(*_villages("Pakansari"), other)) == []


def test_sessions_for_the_regency_say_nothing_of_villages(told: Told) -> None:
    assert told({**VILLAGES, "kecamatan": ""}, VILLAGES) == []


def test_a_cancelled_session_covers_no_village(told: Told) -> None:
    rows = _villages(*CIBINONG)
    rows[3]["status"] = "batal"
    (problem,) = told(*rows)
    assert problem.suggestion == "Periksa: Nanggewer"


def test_other_kinds_and_elections_cover_no_village(told: Told) -> None:
    rows = _villages(*CIBINONG)
    rows[3]["jenis"] = "pelantikan"
    rows[4]["pemilu"] = "Pemilu 2019"
    found = [p for p in told(*rows) if p.code == "JDW040"]
    assert [(p.line, p.suggestion.count(",")) for p in found] == [(2, 1), (6, 8)]
    assert found[0].suggestion == "Periksa: Nanggewer, Nanggewer Mekar"


def test_each_district_of_a_session_is_looked_at(told: Told) -> None:
    row = {**VILLAGES, "kecamatan": "", "kelurahan_desa": "Pakansari; Tarikolot"}
    found = told(row)
    assert codes(found) == ["JDW040", "JDW040"]
    assert "Kec. Cibinong" in found[0].message
    assert "Kec. Citeureup" in found[1].message


# What is left out


def test_archives_are_left_out(told: Told) -> None:
    rows = [
        VENUE | {"tanggal": "2024-02-14", "peserta": "900", "gelombang": ""},
        VENUE | {"tanggal": "2024-02-14"},
        {"jam_mulai": "", "tanggal": "2024-01-02"},
        *_villages("Pakansari"),
    ]
    assert set(codes(told(*rows))) == {
        "JDW033", "JDW035", "JDW036", "JDW037", "JDW038", "JDW039", "JDW040",
    }  # fmt: skip


def test_an_archive_gets_no_warning_of_planning(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    rows = [
        sound(tanggal="2024-02-14", peserta="900", **VENUE),
        sound(id="b", tanggal="2024-02-14", gelombang="2", **VENUE),
    ]
    folder = write(rows, "pemilu-2024.csv")
    assert load(folder).problems == [], "data/jadwal.yml menyebutnya arsip"
    assert load(folder, Settings()).problems != []
    assert load(folder, Settings(arsip=frozenset({"pemilu-2024.csv"}))).problems == []


def test_days_of_elections_come_from_the_settings(
    sound: Callable[..., Row], write: Callable[..., Path]
) -> None:
    folder = write([sound(tanggal="2024-01-20")])
    assert load(folder, Settings()).problems == []
    late = Election(nama="PEMILU 2024", pemungutan_suara=date(2024, 1, 20))
    assert codes(load(folder, Settings(pemilihan=(late,))).problems) == ["JDW036"]
    early = Election(nama="Pemilu 2024", pelantikan_kpps=date(2024, 1, 21))
    assert codes(load(folder, Settings(pemilihan=(early,))).problems) == ["JDW037"]


def test_a_row_with_an_error_makes_no_plan(
    sound: Callable[..., Row], check: Callable[..., Result]
) -> None:
    rows = [sound(**VENUE), sound(id="b", gelombang="2", status="x", **VENUE)]
    assert codes(check(*rows).problems) == ["JDW015"]
